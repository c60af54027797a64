//! Owns one attack: when it began, when it was last seen going on, when it ended.
//! May use: dates. Must not: a clock or a table of time zones; the distance to world time comes with each moment.

use super::entry::{Entry, Relief};
use crate::domain::collections::InOrder;
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::ids::EntryId;

/// An attack. It counts on every local day that it touches, and as one attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attack {
    pub kind: AttackKind,
    pub start: Moment,
    /// The last time the person said "still going".
    pub still_going: Option<Moment>,
    pub end: Option<Moment>,
}

/// What kind of attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttackKind {
    Headache,
    OtherPain,
}

/// A moment as the clock on the wall shows it, together with that clock's distance from world time.
/// Durations stay right over a change of the clock and over a journey, and days stay those the person lived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub date: NaiveDate,
    /// Since local midnight, 0 to 1,439.
    pub minute: u16,
    /// Minutes that the local clock is ahead of world time: 60 for a clock in Berlin in winter.
    pub ahead_min: i16,
}

/// What is wrong with the times of an attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttackProblem {
    EndsBeforeItStarts,
    StartsInTheFuture,
    EndsInTheFuture,
}

/// An attack that is over, as it stands beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    pub entry: EntryId,
    pub start: Moment,
    /// How long it lasted; unknown when its times cannot be right.
    pub minutes: Option<i64>,
    /// Its worst pain, else the pain of its entry, 0 to 10.
    pub worst: Option<u8>,
    /// The medicines that made it better or took it away, as typed.
    pub eased_by: Vec<String>,
    /// What else helped, in the person's words.
    pub better: Vec<String>,
}

/// How many attacks stand side by side.
pub const SIDE_BY_SIDE: usize = 6;

/// The latest attacks of some entries that are over, the latest first.
pub fn last_attacks(entries: Vec<Entry>) -> Vec<Over> {
    let over = entries.into_iter().filter_map(|entry| {
        let attack = entry.attack.filter(|attack| !attack.is_running())?;
        let eased = |relief| matches!(relief, Some(Relief::Gone | Relief::Better));
        let medicines = entry.medicines.into_iter();
        let eased_by = medicines.filter(|taken| eased(taken.relief));
        Some(Over {
            entry: entry.id,
            start: attack.start,
            minutes: attack.duration_min(),
            worst: entry.worst.max(entry.pain),
            eased_by: eased_by.map(|taken| taken.name).collect(),
            better: entry.better,
        })
    });
    let mut over: Vec<Over> = over.collect();
    over.put_in_order_by_key(|over| std::cmp::Reverse(over.start.world_minutes()));
    over.truncate(SIDE_BY_SIDE);
    over
}

const MINUTES_OF_DAY: i64 = 24 * 60;

impl Moment {
    /// Minutes of world time, counted from some day that is the same for all moments.
    fn world_minutes(self) -> i64 {
        let days = days_between(NaiveDate::default(), self.date);
        days * MINUTES_OF_DAY + i64::from(self.minute) - i64::from(self.ahead_min)
    }

    /// The same moment on the clock of world time; none where the calendar ends.
    pub fn in_world_time(self) -> Option<Moment> {
        let minutes = i64::from(self.minute) - i64::from(self.ahead_min);
        let days = Days::new(minutes.div_euclid(MINUTES_OF_DAY).unsigned_abs());
        let date = match minutes < 0 {
            true => self.date.checked_sub_days(days)?,
            false => self.date.checked_add_days(days)?,
        };
        Some(Moment {
            date,
            minute: u16::try_from(minutes.rem_euclid(MINUTES_OF_DAY)).ok()?,
            ahead_min: 0,
        })
    }

    /// Minutes from this moment to a later one; negative when the other is earlier.
    pub fn minutes_until(self, later: Moment) -> i64 {
        later.world_minutes() - self.world_minutes()
    }
}

impl Attack {
    /// One that has just begun.
    pub fn beginning(kind: AttackKind, start: Moment) -> Self {
        Self {
            kind,
            start,
            still_going: None,
            end: None,
        }
    }

    /// It has no end yet.
    pub fn is_running(&self) -> bool {
        self.end.is_none()
    }

    /// How long it lasted, in minutes; unknown while it runs, or when the times cannot be right.
    pub fn duration_min(&self) -> Option<i64> {
        let minutes = self.start.minutes_until(self.end?);
        (minutes >= 0).then_some(minutes)
    }

    /// It ended before so many minutes were over.
    pub fn is_shorter_than(&self, minutes: i64) -> bool {
        self.duration_min().is_some_and(|lasted| lasted < minutes)
    }

    /// The local days that it is known to touch, first to last.
    /// A running attack is known up to the last "still going", and no further.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.end.or(self.still_going).unwrap_or(self.start).date;
        // A mistyped year must not make thousands of headache days; an attack this long is told apart as a problem.
        let n_days = days_between(self.start.date, last).clamp(0, LONGEST_DAYS);
        let first = self.start.date;
        (0..=n_days.unsigned_abs()).filter_map(move |day| first.checked_add_days(Days::new(day)))
    }

    /// What cannot be right, seen from `now`.
    pub fn problem(&self, now: Moment) -> Option<AttackProblem> {
        if self.start.minutes_until(now) < 0 {
            return Some(AttackProblem::StartsInTheFuture);
        }
        let end = self.end?;
        if self.start.minutes_until(end) < 0 {
            Some(AttackProblem::EndsBeforeItStarts)
        } else if end.minutes_until(now) < 0 {
            Some(AttackProblem::EndsInTheFuture)
        } else {
            None
        }
    }
}

/// Days after its first on which one attack may count. Ours, to bound a mistyped date:
/// a headache without a break for longer is a constant one, which is logged day by day.
const LONGEST_DAYS: i64 = 31;
