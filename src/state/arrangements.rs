//! Owns what the person makes of the plan: loaded when a page first asks for it, saved as it changes.
//! May use: domain, storage through the shared store. Must not: wording, rules.

use leptos::prelude::*;

use super::SharedStore;
use super::notices::Notices;
use super::today::Today;
use crate::domain::arrangements::{
    Agreement, Arrangements, FlarePlan, Reason, Reasons, Reminder, ReminderKind,
};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{AgreementId, TherapyId, TopicId};
use crate::exchange::calendar::{self, Event, When};
use crate::i18n::AgreedWords;
use crate::platform::{files, random};
use crate::storage::SaveError;

/// The arrangements and the ways to change them.
#[derive(Clone, Copy)]
pub struct Arranged {
    /// None until a page asks.
    kept: RwSignal<Option<Arrangements>>,
    store: SharedStore,
    notices: Notices,
    today: Today,
}

impl Arranged {
    pub(super) fn new(store: SharedStore, notices: Notices, today: Today) -> Self {
        Self {
            kept: RwSignal::new(None),
            store,
            notices,
            today,
        }
    }

    /// Everything as it is, reactive.
    pub fn get(&self) -> Arrangements {
        self.load();
        self.kept.get().unwrap_or_default()
    }

    /// Why the person thinks so of an option, reactive.
    pub fn reasons_of(&self, therapy: &str) -> Reasons {
        let id = TherapyId::from(therapy);
        self.get().reasons.remove(&id).unwrap_or_default()
    }

    /// Ticks or unticks a reason.
    pub fn tick_reason(&self, therapy: &str, reason: Reason, ticked: bool) {
        self.change_reasons(therapy, |reasons| {
            if ticked {
                reasons.ticked.insert(reason);
            } else {
                reasons.ticked.remove(&reason);
            }
        });
    }

    /// Keeps a reason in other words.
    pub fn set_reason_words(&self, therapy: &str, words: String) {
        self.change_reasons(therapy, |reasons| reasons.words = words);
    }

    fn change_reasons(&self, therapy: &str, change: impl FnOnce(&mut Reasons)) {
        let id = TherapyId::from(therapy);
        self.change(|kept| {
            let mut reasons = kept.reasons.remove(&id).unwrap_or_default();
            change(&mut reasons);
            if !reasons.is_empty() {
                kept.reasons.insert(id, reasons);
            }
        });
    }

    /// One agreement, reactive.
    pub fn agreement(&self, id: &AgreementId) -> Option<Agreement> {
        self.get().agreements.get(id).cloned()
    }

    /// Begins an agreement of today, about an option when there is one.
    pub fn add_agreement(&self, therapy: Option<TherapyId>) -> AgreementId {
        let id = AgreementId(random::id());
        let agreement = Agreement {
            therapy,
            ..Agreement::on(self.today.now())
        };
        self.change(|kept| {
            kept.agreements.insert(id.clone(), agreement);
        });
        id
    }

    /// Changes an agreement.
    pub fn change_agreement(&self, id: &AgreementId, change: impl FnOnce(&mut Agreement)) {
        self.change(|kept| {
            if let Some(agreement) = kept.agreements.get_mut(id) {
                change(agreement);
            }
        });
    }

    /// Deletes an agreement.
    pub fn delete_agreement(&self, id: &AgreementId) {
        self.change(|kept| {
            kept.agreements.remove(id);
        });
    }

    /// Offers the days that are still to come as a calendar file; without any there is none. Says whether the browser took it.
    pub fn save_calendar(&self, words: &AgreedWords) -> bool {
        let kept = untrack(|| self.get());
        let events: Vec<Event> = (kept.days_to_come(self.today.now()).into_iter())
            .filter_map(|day| {
                let name = (words.name)(kept.agreements.get(&day.agreement)?);
                let (mark, title) = match day.kind {
                    ReminderKind::Step => ("do", (words.calendar_step)(&name)),
                    ReminderKind::LookBack => ("look", (words.calendar_look_back)(&name)),
                };
                Some(Event {
                    uid: format!("agreed-{}-{mark}@tailored", day.agreement.as_str()),
                    when: When::Day(day.date),
                    title,
                    description: String::new(),
                })
            })
            .collect();
        calendar::text(&events, self.today.now())
            .is_some_and(|text| files::save_text("tailored-agreed.ics", calendar::MIME, &text))
    }

    /// Whether a later assessment begins with what was agreed, reactive.
    pub fn waits_for_a_look_back(&self) -> bool {
        self.get().waits_for_a_look_back(self.today.get())
    }

    /// What should be brought to mind today, reactive.
    pub fn reminders(&self) -> Vec<Reminder> {
        self.get().reminders(self.today.get())
    }

    /// The day on which the person said that they have asked about something, reactive.
    pub fn asked_on(&self, topic: &TopicId) -> Option<NaiveDate> {
        self.get().asked.get(topic).copied()
    }

    /// Keeps that the person has asked about something, with the day of today, or takes it back.
    pub fn set_asked(&self, topic: &TopicId, asked: bool) {
        let today = self.today.now();
        self.change(|kept| match asked {
            true => {
                kept.asked.insert(topic.clone(), today);
            }
            false => {
                kept.asked.remove(topic);
            }
        });
    }

    /// The plan for a flare, reactive.
    pub fn flare_plan(&self) -> FlarePlan {
        self.get().flare_plan
    }

    /// Changes the plan for a flare.
    pub fn change_flare_plan(&self, change: impl FnOnce(&mut FlarePlan)) {
        self.change(|kept| change(&mut kept.flare_plan));
    }

    /// What is kept is looked up again when a page next asks.
    pub(super) fn forget(&self) {
        self.kept.set(None);
    }

    fn load(&self) {
        if self.kept.with_untracked(Option::is_some) {
            return;
        }
        let Some(loaded) = self.store.try_update_value(|store| store.arrangements()) else {
            return;
        };
        for issue in loaded.issues {
            self.notices.tell(issue);
        }
        // Readers are not told: they are just about to read it.
        self.kept
            .update_untracked(|kept| *kept = Some(loaded.value));
    }

    fn change(&self, change: impl FnOnce(&mut Arrangements)) {
        self.load();
        self.kept.update(|kept| {
            if let Some(kept) = kept {
                change(kept);
            }
        });
        let outcome = self.kept.with_untracked(|kept| match kept {
            Some(kept) => self
                .store
                .try_update_value(|store| store.save_arrangements(kept))
                .unwrap_or(Err(SaveError::Broken)),
            None => Err(SaveError::Broken),
        });
        self.notices.after_save(self.store, outcome);
    }
}
