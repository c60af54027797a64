//! Owns attacks as the views see them: begun, still going, ended, on the clock of the wall.
//! May use: domain, the clock, the diary's entries. Must not: wording.

use leptos::prelude::*;

use super::Diary;
use crate::domain::date::{Days, NaiveDate, Timelike};
use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment};
use crate::domain::diary::entry::Entry;
use crate::platform::clock;
use crate::storage::Month;

/// Days back in which attacks are looked for at each change. Older ones are looked for once after the start. Ours.
const LOOK_BACK_DAYS: u64 = 31;

/// Days back from which attacks stand side by side. Ours.
const RECENT_DAYS: u64 = 92;

impl Diary {
    /// Now, on the clock of the wall.
    pub fn now(&self) -> Moment {
        let time = clock::time();
        Moment {
            date: self.today.now(),
            minute: (time.hour() * 60 + time.minute()) as u16,
            ahead_min: clock::ahead_min(),
        }
    }

    /// A local day and minute as a moment. `like` is the moment that it corrects: one that was written down in another zone
    /// stays on that zone's clock, on which it is shown.
    pub fn moment_at(&self, date: NaiveDate, minute: u16, like: Moment) -> Moment {
        let here = clock::ahead_min_at(like.date, like.minute);
        let ahead_min = match here == like.ahead_min {
            true => clock::ahead_min_at(date, minute),
            false => like.ahead_min,
        };
        Moment {
            date,
            minute,
            ahead_min,
        }
    }

    /// The entries whose attack has no end yet, the latest first, whatever day it is: also one that began tomorrow, when the
    /// person has crossed the date line or the clock was wrong, and one that was forgotten long ago. Reactive.
    pub fn running_attacks(&self) -> Vec<Entry> {
        self.version.track();
        let today = self.today.get();
        let recent = today
            .checked_sub_days(Days::new(LOOK_BACK_DAYS))
            .map_or_else(|| Month::of(today), Month::of);
        let older = self.months_of_attacks.get();
        let mut entries = self.of_months(|month| month >= recent || older.contains(&month));
        entries.retain(|entry| entry.attack.is_some_and(|attack| attack.is_running()));
        entries.reverse();
        entries
    }

    /// The entries of the last three months in which an attack began. Reactive.
    pub fn recent_attacks(&self) -> Vec<Entry> {
        self.version.track();
        let today = self.today.get();
        let first = today.checked_sub_days(Days::new(RECENT_DAYS));
        let first = Month::of(first.unwrap_or(today));
        let mut entries = self.of_months(|month| month >= first);
        entries.retain(|entry| entry.attack.is_some());
        entries
    }

    /// Of which kind the last attack was that is over; none while one is running. Reactive.
    pub fn last_kind_of_attack(&self) -> Option<AttackKind> {
        let attacks = self.recent_attacks().into_iter();
        let last = attacks.filter_map(|entry| entry.attack).next_back()?;
        (!last.is_running()).then_some(last.kind)
    }

    /// An entry that is saved may have an attack that is found only where it is looked for.
    pub(super) fn remember_attack(&self, entry: &Entry) {
        if entry.attack.is_some_and(|attack| attack.is_running()) {
            let month = Month::of(entry.date);
            self.months_of_attacks.update_untracked(|months| {
                months.insert(month);
            });
        }
    }

    /// Starts an attack now. Whether it is the headache that the diary asks about depends on how long it lasts: the person
    /// answers that.
    pub fn begin_attack(&self, kind: AttackKind) {
        let now = self.now();
        let mut entry = self.new_entry(now.date);
        entry.attack = Some(Attack::beginning(kind, now));
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
        let began = attack.start;
        change(attack);
        if let Some(problem) = attack.problem(self.now()) {
            return Err(problem);
        }
        let first_day = attack.start.date;
        if began == attack.start || first_day == entry.date {
            return Ok(self.change(entry, &changed).0);
        }
        // An attack belongs to the day on which it began. What was changed is saved first: moving changes the day alone.
        let (changed, _) = self.change(entry, &changed);
        Ok(self.move_to(&changed, first_day).unwrap_or(changed))
    }
}
