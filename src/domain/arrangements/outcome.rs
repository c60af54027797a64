//! Owns what came of something that was agreed, and what this changes in the story: a treatment that was tried.
//! May use: records. Must not: change the story by itself; the person confirms each change.

use super::Agreement;
use crate::domain::date::{NaiveDate, days_between};
use crate::domain::questionnaire::model::{Effect, Tried, Unit};
use crate::knowledge::therapy;

/// What the person says when they look back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    HelpedClearly,
    HelpedALittle,
    NoDifference,
    Worse,
    /// Stopped because of side effects, whether it helped or not.
    SideEffects,
    /// It never came to it.
    NotDone,
}

impl Outcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Outcome; 6] = [
        Outcome::HelpedClearly,
        Outcome::HelpedALittle,
        Outcome::NoDifference,
        Outcome::Worse,
        Outcome::SideEffects,
        Outcome::NotDone,
    ];

    /// What it is for a treatment that was tried; nothing when it was not.
    pub fn effect(self) -> Option<Effect> {
        match self {
            Self::HelpedClearly | Self::HelpedALittle => Some(Effect::Helped),
            Self::NoDifference => Some(Effect::NoHelp),
            Self::Worse | Self::SideEffects => Some(Effect::BadFor),
            Self::NotDone => None,
        }
    }

    /// Whether the person may be going on with it; side effects have ended it.
    pub fn may_go_on(self) -> bool {
        !matches!(self, Self::SideEffects | Self::NotDone)
    }
}

/// A change of the list of treatments tried, by its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryChange {
    Add(Tried),
    Replace(usize, Tried),
    /// It was told, and then taken back.
    Remove(usize),
}

impl StoryChange {
    /// The list with the change in it.
    pub fn applied(self, list: &[Tried]) -> Vec<Tried> {
        let mut list = list.to_vec();
        match self {
            Self::Add(tried) => list.push(tried),
            Self::Replace(place, tried) => {
                if let Some(known) = list.get_mut(place) {
                    *known = tried;
                }
            }
            Self::Remove(place) => {
                if place < list.len() {
                    list.remove(place);
                }
            }
        }
        list
    }
}

impl Agreement {
    /// What the result would change in the story; nothing without an option of the catalogue, without a result, or when the
    /// story knows it already. Words of the person stay as they are.
    pub fn story_change(&self, list: &[Tried], goes_on: bool) -> Option<StoryChange> {
        let id = self.therapy.as_ref()?;
        therapy(id.as_str())?;
        if self.told == self.outcome {
            return None;
        }
        let place = self.place_in(list);
        let Some((outcome, effect)) = self
            .outcome
            .and_then(|outcome| Some((outcome, outcome.effect()?)))
        else {
            return place
                .filter(|_| self.told.is_some())
                .map(StoryChange::Remove);
        };
        let mut tried = place.map_or_else(|| Tried::new(id.clone()), |place| list[place].clone());
        tried.effect = Some(effect);
        // How much it helped was said of another result.
        tried.help = None;
        tried.still_using = goes_on && outcome.may_go_on();
        if tried.lasted.trim().is_empty() || self.told.is_some() {
            (tried.lasted, tried.lasted_unit) = self.lasted();
        }
        let words = self.result_words.trim();
        let field = match outcome {
            Outcome::SideEffects => &mut tried.problems,
            _ => &mut tried.detail,
        };
        if !words.is_empty() && !field.contains(words) {
            if !field.is_empty() {
                field.push_str("; ");
            }
            field.push_str(words);
        }
        Some(match place {
            Some(place) => StoryChange::Replace(place, tried),
            None => StoryChange::Add(tried),
        })
    }

    /// Where the story has what this agreement told it, else a record of the treatment without a result.
    fn place_in(&self, list: &[Tried]) -> Option<usize> {
        let of_it = |tried: &Tried| self.therapy.as_ref() == Some(&tried.therapy);
        let wanted = self.told.and_then(Outcome::effect);
        list.iter()
            .rposition(|tried| of_it(tried) && tried.effect == wanted)
    }

    /// What came of it, said on a day; none takes it back. The first look back keeps its day.
    pub fn set_outcome(&mut self, outcome: Option<Outcome>, today: NaiveDate) {
        self.outcome = outcome;
        self.reviewed = outcome.map(|_| self.reviewed.unwrap_or(today));
    }

    /// How long it was tried, as the person would type it: up to the look back, from the day on which the step was done. A step
    /// that was ticked only at the look back was done at some time before, so then the days count from the visit.
    fn lasted(&self) -> (String, Unit) {
        let Some(judged) = self.reviewed else {
            return (String::new(), Unit::default());
        };
        let of_step = self.done.filter(|done| *done < judged);
        let begins = of_step.map_or(self.agreed, |done| done.max(self.agreed));
        match days_between(begins, judged).max(0) {
            0 => (String::new(), Unit::default()),
            days if days < 7 => (days.to_string(), Unit::Days),
            // To the nearest week, as people say it.
            days => (((days + 3) / 7).to_string(), Unit::Weeks),
        }
    }
}
