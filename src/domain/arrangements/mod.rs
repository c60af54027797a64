//! Owns what the person makes of the plan: why they want an option or not, what was agreed at a visit, and the plan for a flare.
//! May use: ids, dates, diary. Must not: clock, rules, wording, storage shapes.

pub mod judging;
pub mod outcome;

use std::collections::{BTreeMap, BTreeSet};

use super::date::{NaiveDate, days_between};
use super::ids::{AgreementId, TherapyId, TopicId};
use crate::domain::collections::InOrder;
pub use judging::{DiaryNumber, Reading, TooFew};
pub use outcome::{Outcome, StoryChange};

/// How many days ahead a step or a look back is brought to mind.
pub const DAYS_AHEAD: i64 = 2;

/// Everything that is kept beside the answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangements {
    /// Why the person thinks so of an option; the view itself is kept with the answers.
    pub reasons: BTreeMap<TherapyId, Reasons>,
    pub agreements: BTreeMap<AgreementId, Agreement>,
    pub flare_plan: FlarePlan,
    /// What the person has asked about, with the day on which they said so.
    pub asked: BTreeMap<TopicId, NaiveDate>,
}

/// Why somebody wants an option, not now, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reasons {
    pub ticked: BTreeSet<Reason>,
    /// In other words.
    pub words: String,
}

/// Reasons that many people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    Needles,
    Cost,
    Travel,
    Time,
    Fear,
    SideEffects,
    TriedBefore,
    HelpedBefore,
}

impl Reason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Reason; 8] = [
        Reason::Needles,
        Reason::Cost,
        Reason::Travel,
        Reason::Time,
        Reason::Fear,
        Reason::SideEffects,
        Reason::TriedBefore,
        Reason::HelpedBefore,
    ];
}

/// What was agreed at a visit about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The day on which it was agreed. The diary before it is what later days are compared with.
    pub agreed: NaiveDate,
    /// The next step, in the person's words.
    pub step: String,
    /// The option that it is about, when it is one of the plan.
    pub therapy: Option<TherapyId>,
    /// Who does it.
    pub who: String,
    pub by: Option<NaiveDate>,
    /// When to stop or to call.
    pub stop: String,
    /// When to look at whether it helps.
    pub review: Option<NaiveDate>,
    /// The day on which the person said that the step is done.
    pub done: Option<NaiveDate>,
    /// The day on which the person looked back.
    pub reviewed: Option<NaiveDate>,
    /// By which number of the diary it is judged.
    pub number: Option<DiaryNumber>,
    /// What came of it, and in the person's words.
    pub outcome: Option<Outcome>,
    pub result_words: String,
    /// The outcome that the person has put into their story.
    pub told: Option<Outcome>,
}

/// The flare plan, each field in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlarePlan {
    /// Early signs.
    pub signs: String,
    pub helps: String,
    /// Medicines, each with its limit.
    pub medicines: String,
    /// When to call, and whom.
    pub call: String,
}

/// Something that should be brought to mind on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    pub agreement: AgreementId,
    pub kind: ReminderKind,
    pub date: NaiveDate,
    /// Days from today until then; below zero when it is past.
    pub days_left: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReminderKind {
    /// The step should be done by then.
    Step,
    /// It is time to look whether it helps.
    LookBack,
}

impl TopicId {
    /// An option: its questions, or its first step.
    pub fn of_option(therapy: &str) -> Self {
        Self::from(therapy)
    }

    /// Medicines that do not go together, by their names. With one more pair it is another topic, to be asked about anew.
    pub fn of_pairs<'a>(pairs: impl Iterator<Item = &'a [String]>) -> Self {
        let pairs: BTreeSet<String> = pairs.map(|names| names.join("+")).collect();
        Self(format!("pairs:{}", Vec::from_iter(pairs).join(";")))
    }
}

impl Agreement {
    /// An agreement of a day about nothing yet.
    pub fn on(agreed: NaiveDate) -> Self {
        Self {
            agreed,
            step: String::new(),
            therapy: None,
            who: String::new(),
            by: None,
            stop: String::new(),
            review: None,
            done: None,
            reviewed: None,
            number: None,
            outcome: None,
            result_words: String::new(),
            told: None,
        }
    }
}

impl Agreement {
    /// The days that wait for the person: the step until it is done or nothing came of it, the look back until it was made.
    fn open_days(&self) -> [(ReminderKind, Option<NaiveDate>); 2] {
        let is_open = self.done.is_none() && self.outcome.is_none();
        let look_back = self.review.filter(|_| self.reviewed.is_none());
        [
            (ReminderKind::Step, self.by.filter(|_| is_open)),
            (ReminderKind::LookBack, look_back),
        ]
    }

    /// Whether it is time to ask what came of it: its day is near or past, or it was said already.
    pub fn is_judged_now(&self, today: NaiveDate) -> bool {
        let is_near = |date| days_between(today, date) <= DAYS_AHEAD;
        self.outcome.is_some() || self.review.is_some_and(is_near)
    }
}

impl FlarePlan {
    pub fn is_empty(&self) -> bool {
        [&self.signs, &self.helps, &self.medicines, &self.call]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }
}

impl Reasons {
    pub fn is_empty(&self) -> bool {
        self.ticked.is_empty() && self.words.trim().is_empty()
    }
}

impl Arrangements {
    /// The days from today on that are still open: a step to do, a look back to make. The earliest first.
    pub fn days_to_come(&self, today: NaiveDate) -> Vec<Reminder> {
        let mut days = self.open_days(today);
        days.retain(|day| day.days_left >= 0);
        days
    }

    /// What should be brought to mind: steps that are not done and look-backs that were not made, due within
    /// [`DAYS_AHEAD`] days or past. The earliest first.
    pub fn reminders(&self, today: NaiveDate) -> Vec<Reminder> {
        let mut days = self.open_days(today);
        days.retain(|day| day.days_left <= DAYS_AHEAD);
        days
    }

    fn open_days(&self, today: NaiveDate) -> Vec<Reminder> {
        let mut days: Vec<Reminder> = Vec::new();
        for (id, agreement) in &self.agreements {
            for (kind, date) in agreement.open_days() {
                let (Some(date), agreement) = (date, id.clone()) else {
                    continue;
                };
                days.push(Reminder {
                    agreement,
                    kind,
                    date,
                    days_left: days_between(today, date),
                });
            }
        }
        days.put_in_order_by_key(|reminder| (reminder.date, reminder.kind));
        days
    }

    /// The agreements, the latest first.
    pub fn latest_first(&self) -> Vec<(&AgreementId, &Agreement)> {
        let mut agreements: Vec<_> = self.agreements.iter().collect();
        agreements
            .put_in_order_by_key(|(id, agreement)| (std::cmp::Reverse(agreement.agreed), *id));
        agreements
    }

    /// What was agreed on the latest day on which something was.
    pub fn of_last_visit(&self) -> Vec<(&AgreementId, &Agreement)> {
        let all = self.latest_first();
        let latest = all.first().map(|(_, agreement)| agreement.agreed);
        let of_it = |(_, agreement): &(&AgreementId, &Agreement)| Some(agreement.agreed) == latest;
        all.into_iter().filter(of_it).collect()
    }

    /// Whether a later assessment begins with them: something was agreed on an earlier day and not looked back on.
    pub fn waits_for_a_look_back(&self, today: NaiveDate) -> bool {
        self.agreements
            .values()
            .any(|agreement| agreement.agreed < today && agreement.reviewed.is_none())
    }
}
