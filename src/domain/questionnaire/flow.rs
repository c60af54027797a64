//! Owns which items are shown, what they provide, and which comes next.
//! May use: model, response, the item tables, facts. Must not know pages.
//!
//! A condition uses only facts that earlier items provide (the build checks it), so one pass from the first item to
//! the last decides everything: what a hidden item once provided does not count. After a single answer only those items
//! are looked at again that the reverse index of the tables names for the facts that changed.

use std::collections::BTreeSet;

use super::check::contradicts;
use super::model::{Answer, SafetyAnswer};
use super::provide::provide;
use super::response::{Path, Response};
use super::sign_screens::{SignScreen, flags_of, sign_screens};
use super::signs_way::is_open;
use crate::domain::collections::Gather;
use crate::domain::plan::facts::{FactId, Facts, Noted, Value};
use crate::domain::plan::logic::truth_of_facts;
use crate::domain::safety::{self, AskedSign, SafetyAnswers};
use crate::knowledge::{ITEMS, Item, ItemKind, PARTS, Part, SAFETY_QUESTIONS, items_using};

/// What a response shows and says: the visible items in their order, the facts they provide, and the screens of
/// questions about warning signs that the answers ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub visible: Vec<&'static Item>,
    pub facts: Facts,
    pub signs: Vec<SignScreen>,
    /// What the diary says about questions. It fills what is unknown after all answers, so it shows and hides nothing.
    noted: Vec<Noted>,
    /// By the place of the item: how its answer changes the facts of the items before it; none while it is hidden.
    given: Vec<Option<Changes>>,
}

type Changes = Vec<(FactId, Option<Value>)>;

/// What looking at items came to.
struct Looked {
    n_items: usize,
    /// One of them gives other facts than before, or is shown and was not, or the other way round.
    changed: bool,
}

/// Where "Next" leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Next {
    Item(&'static Item),
    /// A screen of questions about warning signs.
    Signs {
        item: &'static Item,
        screen: usize,
    },
    /// All is gone through.
    Review,
}

/// Goes through the whole questionnaire once.
pub fn course(response: &Response) -> Course {
    let mut course = Course {
        visible: Vec::new(),
        facts: Facts::default(),
        signs: Vec::new(),
        noted: Vec::new(),
        given: vec![None; ITEMS.len()],
    };
    course.look_at((0..ITEMS.len()).gather(), response);
    course.lay_out_signs(response);
    course
}

impl Course {
    /// Brings the course up to date after the answer to `item` changed, and no other. Says how many items it looked at.
    pub fn update(&mut self, item: &'static Item, response: &Response) -> usize {
        let decided_together = ITEMS.iter().filter(|other| {
            (item.sum.is_some() && other.sum == item.sum)
                || other.scored.iter().any(|id| item.scored.contains(id))
        });
        let mut waiting: BTreeSet<usize> = decided_together.chain([item]).map(place).gather();
        waiting.extend(hidden_by(item));
        let looked = self.look_at(waiting, response);
        // Not only the facts in the end: also by which answer a fact came decides on which screen a sign stands.
        if item.kind == ItemKind::Safety || looked.changed {
            self.lay_out_signs(response);
        }
        looked.n_items
    }

    /// The diary has changed: what it says about questions, beside the answers.
    pub fn hear_diary(&mut self, noted: &[Noted], response: &Response) {
        if self.noted != noted {
            self.noted = noted.to_vec();
            self.look_at(BTreeSet::new(), response);
        }
    }

    /// Decides again about the items at these places, and about those that hang on what changes.
    fn look_at(&mut self, mut waiting: BTreeSet<usize>, response: &Response) -> Looked {
        let mut looked = Looked {
            n_items: 0,
            changed: false,
        };
        // The facts of all items before the one at hand, and the same with what derives from them.
        let mut facts = Facts::default();
        let mut known = None;
        let mut n_merged = 0;
        while let Some(here) = waiting.pop_first() {
            looked.n_items += 1;
            for changes in self.given[n_merged..here].iter().flatten() {
                if !changes.is_empty() {
                    facts.apply(changes);
                    known = None;
                }
            }
            n_merged = here;
            let item = &ITEMS[here];
            let shown = !self.is_ruled_out(item, response)
                && !is_settled(item, &facts)
                && item.when.is_none_or(|when| {
                    let known = known.get_or_insert_with(|| facts.with_derived());
                    truth_of_facts(when, known) == Some(true)
                });
            let given = shown.then(|| {
                let mut after = facts.clone();
                provide(item, response, &mut after);
                after.changes_since(&facts)
            });
            let before = std::mem::replace(&mut self.given[here], given);
            let given = &self.given[here];
            if *given != before {
                looked.changed = true;
                let changed = given.iter().chain(&before).flatten().map(|(id, _)| *id);
                let hanging = changed.flat_map(items_using).copied().map(place);
                waiting.extend(hanging.filter(|other| *other > here));
                if given.is_some() != before.is_some() {
                    waiting.extend(hidden_by(item));
                }
            }
        }
        self.facts = Facts::default();
        for changes in self.given.iter().flatten() {
            self.facts.apply(changes);
        }
        self.facts.hear_diary(&self.noted, does_not_contradict);
        self.visible = ITEMS
            .iter()
            .zip(&self.given)
            .filter_map(|(item, given)| given.is_some().then_some(item))
            .collect();
        looked
    }

    /// Whether the answer to an earlier visible item hides this one.
    fn is_ruled_out(&self, item: &Item, response: &Response) -> bool {
        item.unless.as_ref().is_some_and(|unless| {
            let other = usize::from(unless.item);
            let said = match response.answer(ITEMS[other].id) {
                Some(Answer::Choice(option)) => option.clone(),
                Some(Answer::Level(level)) => level.to_string(),
                _ => return false,
            };
            unless.answers.contains(&said.as_str()) && self.given[other].is_some()
        })
    }

    /// The facts as the items before this one give them.
    pub(super) fn facts_before(&self, item: &Item) -> Facts {
        let mut facts = Facts::default();
        for changes in self.given[..usize::from(item.place)].iter().flatten() {
            facts.apply(changes);
        }
        facts
    }

    /// Whether the answer to an item set a fact, or set it anew.
    pub(super) fn gave(&self, item: &Item, id: FactId) -> bool {
        self.given[usize::from(item.place)]
            .iter()
            .flatten()
            .any(|(given, value)| *given == id && value.is_some())
    }

    fn lay_out_signs(&mut self, response: &Response) {
        let answers = SafetyAnswers::from_response(&response.safety);
        let mut opened = safety::opened(&answers);
        // A sign that counts can always be looked at and taken back, also when its group is no longer asked.
        opened.extend(
            SAFETY_QUESTIONS
                .iter()
                .filter(|question| answers.get(question).is_some_and(SafetyAnswer::is_true)),
        );
        let mut rounds = self.rounds_of_signs();
        let with_group = |question| Some((flags_of(question).next()?.group, question));
        rounds.push(opened.into_iter().filter_map(with_group).collect());
        self.signs = sign_screens(&rounds);
    }

    /// The questions about warning signs in the rounds in which they come: those that the answers before them ask for,
    /// then what each later answer adds. So what was gone through keeps its screens, and a later answer brings only
    /// lines that nobody has seen.
    fn rounds_of_signs(&self) -> Vec<Vec<AskedSign>> {
        let mut told = Facts::default();
        for changes in self.given.iter().flatten() {
            told.apply(changes);
        }
        let all = safety::asked(&told.with_derived());
        let before_signs = ITEMS
            .iter()
            .position(|item| item.kind == ItemKind::Safety)
            .unwrap_or(ITEMS.len());
        let mut facts = Facts::default();
        for changes in self.given[..before_signs].iter().flatten() {
            facts.apply(changes);
        }
        let mut waiting = all;
        let mut rounds = vec![take_asked(&mut waiting, &facts)];
        for changes in self.given[before_signs..].iter().flatten() {
            if waiting.is_empty() {
                break;
            }
            if !changes.is_empty() {
                facts.apply(changes);
                rounds.push(take_asked(&mut waiting, &facts));
            }
        }
        rounds
    }
}

/// Takes out of those that wait what these facts ask for.
fn take_asked(waiting: &mut Vec<AskedSign>, facts: &Facts) -> Vec<AskedSign> {
    let asked = safety::asked(&facts.with_derived());
    waiting
        .extract_if(.., |sign| {
            asked.iter().any(|(_, question)| *question == sign.1)
        })
        .collect()
}

/// The estimated time for those of these screens of warning signs that are open.
fn seconds_of_signs(screens: &[SignScreen], response: &Response) -> usize {
    let open = screens.iter().filter(|screen| is_open(screen, response));
    open.map(|screen| SECONDS_PER_SIGN_SCREEN + SECONDS_PER_SIGN * screen.questions().len())
        .sum()
}

/// Whether the diary can be right beside what the person said: no fewer headache days than migraine days, no worst pain
/// below the usual one.
fn does_not_contradict(noted: &Noted, facts: &Facts) -> bool {
    ITEMS.iter().all(|item| match item.fact {
        Some(id) if id == noted.fact => !contradicts(item, noted.number, facts),
        Some(id) => {
            let said = facts.number(id).unwrap_or(noted.number);
            (item.at_most != Some(noted.fact) || said <= noted.number)
                && (item.at_least != Some(noted.fact) || said >= noted.number)
        }
        None => true,
    })
}

/// Whether there is nothing to choose between: the earlier set has one member, and the fact is known from it.
fn is_settled(item: &Item, facts: &Facts) -> bool {
    let one = |id| facts.words(id).is_some_and(|words| words.len() == 1);
    item.if_several.is_some_and(one) && item.fact.is_some_and(|id| facts.is_known(id))
}

fn place(item: &'static Item) -> usize {
    usize::from(item.place)
}

/// The places of the items that an answer to this one can hide.
fn hidden_by(item: &'static Item) -> impl Iterator<Item = usize> {
    ITEMS
        .iter()
        .filter(|other| {
            other
                .unless
                .as_ref()
                .is_some_and(|unless| unless.item == item.place)
        })
        .map(place)
}

/// Where a person is in the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Place of the part, from 0, and how many there are.
    pub part: usize,
    pub parts: usize,
    pub part_name: &'static str,
    /// Place of the page among those of its part, from 0, and how many there are.
    pub question: usize,
    pub questions: usize,
    /// Estimated from the visible items without an answer, the one at hand included.
    pub minutes_left: usize,
}

impl Course {
    /// Where an item stands; of the warning signs, at one of their screens.
    pub fn progress(&self, item: &Item, screen: usize, response: &Response) -> Progress {
        let of_part: Vec<_> = (self.pages(response).into_iter())
            .filter(|page| page.iter().any(|known| known.part == item.part))
            .collect();
        Progress {
            part: PARTS.iter().position(|part| part == item.part).unwrap_or(0),
            parts: PARTS.len(),
            part_name: item.part.name,
            question: (of_part.iter())
                .position(|page| page.contains(&item))
                .unwrap_or(0),
            questions: of_part.len().max(1),
            minutes_left: about_minutes(
                self.seconds_left(response) + self.seconds_of_further_signs(item, screen, response),
            ),
        }
    }

    /// What the slower warning signs take, for whoever goes on to them although their way does not ask them.
    fn seconds_of_further_signs(&self, item: &Item, screen: usize, response: &Response) -> usize {
        let asked = self.sign_screens_asked(response);
        if item.kind != ItemKind::Safety || screen < asked {
            return 0;
        }
        seconds_of_signs(&self.signs[asked..], response)
    }

    fn seconds_left(&self, response: &Response) -> usize {
        self.open(response)
            .map(|item| self.seconds(item, response))
            .sum()
    }

    /// Whole minutes that the visible items without an answer are estimated to take; at least 1 while one is open.
    pub fn minutes_left(&self, response: &Response) -> usize {
        about_minutes(self.seconds_left(response))
    }

    /// The same for all asked items, as if none had been gone through.
    pub fn minutes_of_all(&self, response: &Response) -> usize {
        let unanswered = Response {
            path: response.path,
            ..Response::default()
        };
        let seconds: usize = self
            .asked(response)
            .map(|item| self.seconds(item, &unanswered))
            .sum();
        about_minutes(seconds)
    }

    /// The estimated time for an item; for the warning signs, for those screens that are asked and open.
    fn seconds(&self, item: &Item, response: &Response) -> usize {
        if item.kind != ItemKind::Safety {
            return usize::from(item.seconds);
        }
        let asked = &self.signs[..self.sign_screens_asked(response)];
        seconds_of_signs(asked, response).max(1)
    }

    /// The visible items on the way that the person chose, in order.
    pub fn asked<'a>(&'a self, response: &'a Response) -> impl Iterator<Item = &'static Item> + 'a {
        self.visible
            .iter()
            .copied()
            .filter(|item| match response.path {
                Path::Quick => item.quick,
                Path::Usual => !item.extra,
                Path::Full => true,
            })
    }

    /// The asked items that have neither an answer nor been left out, in order.
    pub fn open<'a>(&'a self, response: &'a Response) -> impl Iterator<Item = &'static Item> + 'a {
        self.asked(response)
            .filter(|item| !self.is_gone_through(item, response))
    }

    /// Where a person goes on: at the item at which they stopped, also when it has an answer, since that may be half a
    /// word. Whoever only looked back at an earlier item goes on with the first open one. Nothing when all is done.
    pub fn stopped_at(&self, response: &Response) -> Option<&'static Item> {
        let gone_through = |item: &Item| self.is_gone_through(item, response);
        let mut later = self.asked(response);
        let stopped = response.at.as_ref().and_then(|id| {
            let mut visible = self.visible.iter().copied();
            visible.find(|item| item.id == id.as_str())
        });
        stopped
            .filter(|item| {
                !gone_through(item)
                    || item.kind != ItemKind::Safety
                        && later
                            .find(|known| {
                                !self.page_of(item, response).contains(known)
                                    && known.place > item.place
                            })
                            .is_some_and(|next| !gone_through(next))
            })
            .or_else(|| self.open(response).next())
    }

    /// Whether an item was answered or left out on purpose.
    pub fn is_gone_through(&self, item: &Item, response: &Response) -> bool {
        match item.kind {
            ItemKind::Safety => {
                let asked = match response.path {
                    Path::Usual | Path::Full => response.safety_asked,
                    Path::Quick => response.urgent_asked.or(response.safety_asked),
                };
                asked.is_some() && self.open_signs(response).is_none()
            }
            _ => response.answer(item.id).is_some(),
        }
    }

    /// Whether an item has an answer that says something.
    pub fn is_answered(&self, item: &Item, response: &Response) -> bool {
        self.is_gone_through(item, response) && response.answer(item.id) != Some(&Answer::Skipped)
    }

    /// Where "Next" leads from an item. Warning signs that a later answer asks for come before all else.
    pub fn after(&self, item: &'static Item, response: &Response) -> Next {
        let last = self
            .page_of(item, response)
            .last()
            .map_or(item.place, |last| last.place);
        let later = self.asked(response).find(|known| known.place > last);
        let signs = self
            .visible
            .iter()
            .copied()
            .find(|known| known.kind == ItemKind::Safety);
        match (signs, self.open_signs(response)) {
            (Some(signs), Some(screen)) if signs.place < item.place => Next::Signs {
                item: signs,
                screen,
            },
            _ => later.map_or(Next::Review, Next::Item),
        }
    }

    /// The first item of the page before the one on which an item stands.
    pub fn before(&self, item: &'static Item, response: &Response) -> Option<&'static Item> {
        let first = self.page_of(item, response).first().copied()?;
        let earlier = self
            .asked(response)
            .take_while(|known| known.place < first.place)
            .last()?;
        self.page_of(earlier, response).first().copied()
    }

    /// The items on the page of one, in order: its neighbours among those that are asked which name the same page. An
    /// item that is not asked on this way stands alone.
    pub fn page_of(&self, item: &'static Item, response: &Response) -> Vec<&'static Item> {
        let mut pages = self.pages(response);
        let found = pages.iter().position(|page| page.contains(&item));
        found.map_or(vec![item], |place| pages.swap_remove(place))
    }

    /// The asked items as they stand on pages.
    fn pages(&self, response: &Response) -> Vec<Vec<&'static Item>> {
        let mut pages: Vec<Vec<&'static Item>> = Vec::new();
        for item in self.asked(response) {
            match pages.last_mut() {
                Some(page) if item.page.is_some() && page[0].page == item.page => page.push(item),
                _ => pages.push(vec![item]),
            }
        }
        pages
    }

    /// The visible items of each part; a part without any is left out.
    pub fn parts(&self) -> Vec<(&'static Part, Vec<&'static Item>)> {
        PARTS
            .iter()
            .map(|part| {
                let items = self
                    .visible
                    .iter()
                    .copied()
                    .filter(|item| item.part == part)
                    .collect();
                (part, items)
            })
            .filter(|(_, items): &(_, Vec<_>)| !items.is_empty())
            .collect()
    }
}

/// Seconds as minutes, to the nearest; at least 1 while anything is left.
fn about_minutes(seconds: usize) -> usize {
    match seconds {
        0 => 0,
        seconds => ((seconds + 30) / 60).max(1),
    }
}

/// Reading one line of a list of warning signs, and going on from a screen: an estimate.
const SECONDS_PER_SIGN: usize = 2;
const SECONDS_PER_SIGN_SCREEN: usize = 2;
