//! Owns what a person follows, as the views see it: read once, saved at each change.
//! May use: domain, storage through the shared store. Must not: wording.

use leptos::prelude::*;

use super::super::use_messages;
use super::Diary;
use crate::domain::date::NaiveTime;
use crate::domain::diary::insight::trial::Trial;
use crate::domain::diary::tracking::{Mark, MyMedicine, Tracking, WatchedFactor};
use crate::domain::ids::{FactorId, MarkId, MedicineId, TrialId};
use crate::exchange::calendar::{self, Event, Repeat, When};
use crate::platform::{files, random};
use crate::storage::SaveError;

/// What became of the file with the reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemindersFile {
    Saved,
    /// The browser did not take it.
    NotTaken,
    /// There is no reminder, nothing is due and no test is planned: there is no file.
    NothingDue,
}

impl Diary {
    /// What is followed, reactive.
    pub fn tracking(&self) -> Tracking {
        if self.tracking.with_untracked(Option::is_none) {
            let loaded = self.store.try_update_value(|store| store.tracking());
            if let Some(loaded) = loaded {
                for issue in loaded.issues {
                    self.notices.tell(issue);
                }
                self.tracking.set(Some(loaded.value));
            }
        }
        self.tracking.get().unwrap_or_default()
    }

    /// Changes what is followed, and saves it. Says whether it is saved.
    pub fn follow(&self, change: impl FnOnce(&mut Tracking)) -> bool {
        let mut tracking = untrack(|| self.tracking());
        change(&mut tracking);
        let outcome = self
            .store
            .try_update_value(|store| store.save_tracking(&tracking))
            .unwrap_or(Err(SaveError::Broken));
        self.tracking.set(Some(tracking));
        self.notices.after_save(self.store, outcome)
    }

    /// Watches one more factor from today on; false when there is no room for one more.
    pub fn watch(&self, id: Option<&str>, name: &str) -> bool {
        let today = self.today.now();
        if !untrack(|| self.tracking()).has_room(today) {
            return false;
        }
        let id = id.map_or_else(|| FactorId(random::id()), FactorId::from);
        let factor = WatchedFactor {
            name: name.to_owned(),
            since: today,
            until: None,
        };
        self.follow(|tracking| {
            tracking.factors.insert(id, factor);
        })
    }

    /// Watches a factor no longer; what was answered stays. One that was chosen today is taken off the list.
    pub fn stop_watching(&self, id: &FactorId) {
        let today = self.today.now();
        self.follow(|tracking| {
            let Some(factor) = tracking.factors.get_mut(id) else {
                return;
            };
            match today
                .pred_opt()
                .filter(|yesterday| factor.since <= *yesterday)
            {
                Some(yesterday) => factor.until = Some(yesterday),
                None => {
                    tracking.factors.remove(id);
                }
            }
        });
    }

    /// Adds a medicine to the person's own list.
    pub fn add_medicine(&self, medicine: MyMedicine) {
        self.follow(|tracking| {
            tracking
                .medicines
                .insert(MedicineId(random::id()), medicine);
        });
    }

    /// Adds a mark to the charts.
    pub fn add_mark(&self, mark: Mark) {
        self.follow(|tracking| {
            tracking.marks.insert(MarkId(random::id()), mark);
        });
    }

    /// Plans a test; its order is drawn here and now.
    pub fn plan_trial(&self, name: &str, n_pairs: usize, weeks: u16) {
        let first = self.today.now().succ_opt().unwrap_or_default();
        let trial = Trial::planned(name, first, n_pairs, weeks, random::seed());
        self.follow(|tracking| {
            tracking.trials.insert(TrialId(random::id()), trial);
        });
    }

    /// Offers the reminders as a calendar file: the daily one, what is due, and the weeks of tests.
    pub fn save_reminders(&self) -> RemindersFile {
        let words = &use_messages().diary;
        let today = self.today.now();
        let tracking = untrack(|| self.tracking());
        let mut events = Vec::new();
        if let Some(minute) = tracking.reminder {
            let time = NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0);
            let repeat = match untrack(|| self.is_stable()) {
                true => Repeat::ThreeDaysAWeek,
                false => Repeat::Daily,
            };
            events.push(Event {
                uid: "reminder@tailored".to_owned(),
                when: When::Repeated(today, time.unwrap_or_default(), repeat),
                title: words.reminder_title.to_owned(),
                description: String::new(),
            });
        }
        events.extend(
            tracking
                .due()
                .iter()
                .enumerate()
                .map(|(number, due)| Event {
                    uid: format!("due-{number}-{}@tailored", due.date),
                    when: When::Day(due.date),
                    title: (words.due_title)(due),
                    description: String::new(),
                }),
        );
        for (id, trial) in &tracking.trials {
            for (number, arm) in trial.blocks.iter().enumerate() {
                if let Some((first, _)) = trial.days_of(number) {
                    events.push(Event {
                        uid: format!("test-{}-{number}@tailored", id.as_str()),
                        when: When::Day(first),
                        title: (words.trial_begins)(&trial.name, *arm),
                        description: String::new(),
                    });
                }
            }
        }
        let Some(text) = calendar::text(&events, today) else {
            return RemindersFile::NothingDue;
        };
        match files::save_text("tailored-reminders.ics", calendar::MIME, &text) {
            true => RemindersFile::Saved,
            false => RemindersFile::NotTaken,
        }
    }
}
