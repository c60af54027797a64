//! Owns what the person makes of the plan: why they want an option or not, what was agreed at a visit, and the plan for a flare.
//! May use: ids, dates, diary. Must not: clock, rules, wording, storage shapes.

use std::collections::{BTreeMap, BTreeSet};

use super::date::{NaiveDate, days_between};
use super::diary::series::Day;
use super::diary::stats::{BLOCK_DAYS, Block, blocks};
use super::ids::{AgreementId, TherapyId, TopicId};
use crate::domain::collections::InOrder;

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
        }
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

/// The 14 days before an agreement and the latest 14 days since, from days without a gap in the calendar.
/// None while fewer than 14 days have passed, or when the days do not reach back far enough.
pub fn before_and_since(days: &[Day], agreed: NaiveDate) -> Option<(Block, Block)> {
    let day_of_agreement = days.iter().position(|day| day.date == agreed)?;
    let (before, since) = days.split_at(day_of_agreement);
    let block = |days: &[Day]| blocks(days).last().copied();
    if since.len() < BLOCK_DAYS {
        return None;
    }
    Some((block(before)?, block(since)?))
}

impl Arrangements {
    /// What should be brought to mind: steps that are not done and look-backs that were not made, due within
    /// [`DAYS_AHEAD`] days or past. The earliest first.
    pub fn reminders(&self, today: NaiveDate) -> Vec<Reminder> {
        let mut reminders: Vec<Reminder> = self
            .agreements
            .iter()
            .flat_map(|(id, agreement)| {
                let step = agreement.by.filter(|_| agreement.done.is_none());
                let look_back = agreement.review.filter(|_| agreement.reviewed.is_none());
                [
                    (ReminderKind::Step, step),
                    (ReminderKind::LookBack, look_back),
                ]
                .into_iter()
                .filter_map(move |(kind, date)| {
                    let date = date?;
                    let days_left = days_between(today, date);
                    (days_left <= DAYS_AHEAD).then(|| Reminder {
                        agreement: id.clone(),
                        kind,
                        date,
                        days_left,
                    })
                })
            })
            .collect();
        reminders.put_in_order_by_key(|reminder| (reminder.date, reminder.kind));
        reminders
    }

    /// The agreements, the latest first.
    pub fn latest_first(&self) -> Vec<(&AgreementId, &Agreement)> {
        let mut agreements: Vec<_> = self.agreements.iter().collect();
        agreements
            .put_in_order_by_key(|(id, agreement)| (std::cmp::Reverse(agreement.agreed), *id));
        agreements
    }

    /// Whether a later assessment begins with them: something was agreed on an earlier day and not looked back on.
    pub fn waits_for_a_look_back(&self, today: NaiveDate) -> bool {
        self.agreements
            .values()
            .any(|agreement| agreement.agreed < today && agreement.reviewed.is_none())
    }
}
