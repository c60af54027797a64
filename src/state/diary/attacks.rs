//! Owns attacks as the views see them: begun, still going, ended, on the clock of the wall.
//! May use: domain, the clock, the diary's entries. Must not: wording.

use leptos::prelude::*;

use super::Diary;
use crate::domain::date::{Days, NaiveDate, NaiveTime, Timelike};
use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment};
use crate::domain::diary::entry::Entry;
use crate::platform::clock;

/// Days back in which an attack without an end is still offered to be ended. Ours.
const LOOK_BACK_DAYS: u64 = 31;

impl Diary {
    /// Now, on the clock of the wall.
    pub fn now(&self) -> Moment {
        moment(clock::today(), clock::time(), clock::ahead_min())
    }

    /// A local day and time as a moment.
    pub fn moment_at(&self, date: NaiveDate, time: NaiveTime) -> Moment {
        let minute = (time.hour() * 60 + time.minute()) as u16;
        moment(date, time, clock::ahead_min_at(date, minute))
    }

    /// The entry whose attack has no end yet, the latest first, reactive.
    pub fn running_attack(&self) -> Option<Entry> {
        let today = self.today.get();
        let first = today
            .checked_sub_days(Days::new(LOOK_BACK_DAYS))
            .unwrap_or(today);
        let entries = self.between(first, today);
        let is_running = |entry: &Entry| entry.attack.is_some_and(|attack| attack.is_running());
        entries.into_iter().rev().find(is_running)
    }

    /// Starts an attack now.
    pub fn begin_attack(&self, kind: AttackKind) {
        let now = self.now();
        let mut entry = self.new_entry(now.date);
        entry.attack = Some(Attack::beginning(kind, now));
        if kind == AttackKind::Headache {
            entry.headache.had = Some(true);
        }
        self.save(&entry);
    }

    /// Changes the times of an attack when they can be right; otherwise says what cannot be, and keeps what was there.
    pub fn change_attack(
        &self,
        entry: &Entry,
        change: impl FnOnce(&mut Attack),
    ) -> Result<Entry, AttackProblem> {
        let mut changed = entry.clone();
        let Some(attack) = &mut changed.attack else {
            return Ok(changed);
        };
        change(attack);
        let first_day = attack.start.date;
        if let Some(problem) = attack.problem(self.now()) {
            return Err(problem);
        }
        if first_day == entry.date {
            self.save(&changed);
            return Ok(changed);
        }
        // An attack belongs to the day on which it began.
        Ok(self.move_to(&changed, first_day).unwrap_or(changed))
    }
}

fn moment(date: NaiveDate, time: NaiveTime, ahead_min: i16) -> Moment {
    Moment {
        date,
        minute: (time.hour() * 60 + time.minute()) as u16,
        ahead_min,
    }
}
