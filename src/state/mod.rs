//! Reactive glue between the views and everything below them: one context value, and the order of start-up.
//! May use: leptos' reactive part, domain, storage, platform, i18n. Must not: views, DOM, wording, rules.

pub mod arrangements;
pub mod assessment;
pub mod diary;
pub mod exchange;
pub mod gate;
pub mod lock;
pub mod medicines;
mod missing;
pub mod notices;
pub mod page;
pub mod safety;
pub mod same_file;
mod saving_again;
mod second_copy;
pub mod settings;
mod tabs;
mod today;
pub mod unread;

use leptos::prelude::*;

use crate::domain::date::{NaiveDate, Timelike};
use crate::domain::day_rule::DayRule;
use crate::domain::handout::Handout;
use crate::i18n::{
    FirstScreen, ImportWords, LookWords, MedicineWords, Messages, OptionWords, PlanPageWords,
    PlanWords, WeekWords,
};
use crate::platform::{self, clock, files, worker};
use crate::storage::lock::{PlainBackend, Vault};
use crate::storage::{BrowserBackend, Opened, Store};
use arrangements::Arranged;
use assessment::Assessment;
use diary::Diary;
use lock::Lock;
use notices::{Notice, Notices};
use same_file::SameFile;
use second_copy::SecondCopy;
use settings::Preferences;
use today::Today;

/// Days of the diary on the hand-out: two blocks of 14.
const HANDOUT_DAYS: u64 = 28;

/// The hour up to which an evening lasts. Ours: later than most people go to bed, and earlier than they get up.
const EVENING_ENDS: u32 = 4;

/// The store, shared by everything that saves.
pub type SharedStore = StoredValue<Store>;

/// Everything that a view may ask for.
#[derive(Clone, Copy)]
pub struct AppState {
    pub assessment: Assessment,
    pub arranged: Arranged,
    pub diary: Diary,
    pub preferences: Preferences,
    pub notices: Notices,
    pub lock: Lock,
    pub same_file: SameFile,
    store: SharedStore,
    second_copy: SecondCopy,
    today: Today,
}

impl AppState {
    /// Opens the store, reads what is there and puts it into signals. Nothing is written.
    fn open(second_copy: SecondCopy) -> Self {
        let place = PlainBackend(second_copy.place());
        Self::of(Store::open(place), None, second_copy)
    }

    /// The same with a lock that was opened.
    fn open_vault(vault: Vault, second_copy: SecondCopy) -> Self {
        Self::of(Store::open(vault.clone()), Some(vault), second_copy)
    }

    fn of(mut opened: Opened, vault: Option<Vault>, second_copy: SecondCopy) -> Self {
        opened.store.stamp_with(clock::seconds);
        opened.store.keep_manifest();
        let today = Today::new();
        let notices = Notices::new();
        for issue in opened.issues {
            notices.tell(issue);
        }
        let store = StoredValue::new(opened.store);
        let diary = Diary::new(store, notices, today);
        Self {
            assessment: Assessment::new(opened.response, store, notices, today, diary),
            arranged: Arranged::new(store, notices, today),
            diary,
            preferences: Preferences::new(opened.settings, store, notices),
            notices,
            lock: Lock::new(vault, store, second_copy, notices),
            same_file: SameFile::new(),
            store,
            second_copy,
            today,
        }
    }

    /// The local day, reactive: whatever is shown follows the clock.
    pub fn today(&self) -> NaiveDate {
        self.today.get()
    }

    /// The local day by the clock as it is now, for what is written down.
    pub fn today_now(&self) -> NaiveDate {
        self.today.now()
    }

    /// The day that an evening looks back on: in the small hours the one that has just ended.
    pub fn evening(&self) -> NaiveDate {
        let today = self.today.now();
        match clock::time().hour() < EVENING_ENDS {
            true => today.pred_opt().unwrap_or(today),
            false => today,
        }
    }

    /// The days that can be written about: from the person's birth up to today, reactive.
    pub fn past_days(&self) -> DayRule {
        DayRule::past(self.today()).of_person(self.assessment.born_at_the_earliest())
    }

    /// The same, and days to come that can be planned for, reactive.
    pub fn days_to_plan(&self) -> DayRule {
        DayRule::past_or_ahead(self.today()).of_person(self.assessment.born_at_the_earliest())
    }

    /// Something that was changed is not yet called saved, because it is still on its way to the disk; reactive.
    pub fn is_writing(&self) -> bool {
        self.lock.is_writing() || self.second_copy.is_writing()
    }

    /// Nothing was told and nothing was logged yet, reactive.
    pub fn is_new(&self) -> bool {
        self.assessment.is_empty()
            && self.diary.is_empty()
            && self.notices.in_place().is_empty()
            && self.notices.unread().is_empty()
    }

    /// The hand-out for today, from the answers, the plan and the last 28 days of the diary.
    pub fn handout(&self) -> Handout {
        let days = self.diary.last_days(HANDOUT_DAYS);
        let handout = self.assessment.handout(days, self.today());
        let arrangements = self.arranged.get();
        let earlier = self
            .store
            .try_update_value(|store| store.earlier_responses().value);
        let earlier = earlier.unwrap_or_default();
        let earlier = earlier.last();
        let mut since = self.assessment.since(earlier, &arrangements);
        if let Some((began, _)) = earlier {
            let then = self.diary.days_up_to(*began, HANDOUT_DAYS);
            since = since.with_diary(&then, &handout.days);
        }
        let entries = |first, last| self.diary.between(first, last);
        let since = since.with_readings(&entries, self.today());
        handout.with_the_past(&arrangements, since)
    }

    /// Offers everything that is saved, as the exact raw texts, as one file; sealed while a lock is set. Says whether the
    /// browser took it.
    pub async fn save_copy(&self) -> bool {
        let today = self.today.now();
        let copy = self.store.with_value(Store::export_raw);
        let copy = self.lock.sealed(&copy).await.unwrap_or(copy);
        let taken = files::save_text(&format!("tailored-{today}.json"), "application/json", &copy);
        if taken {
            self.preferences
                .change(|settings| settings.last_backup = Some(today));
        }
        taken
    }

    /// From now on the day follows the clock, and a new version is told.
    pub fn listen(&self) {
        let app = *self;
        self.today.follow();
        platform::page::on_visibility_change(move || {
            app.save_again();
            app.look_whether_all_is_there();
        });
        // A browser does not always say that it has cleared what was saved.
        platform::page::on_hash_change(move || app.look_whether_all_is_there());
        self.save_again_from_time_to_time();
        self.follow_what_cannot_be_read();
        self.tell_what_is_missing();
        self.tell_at_the_start();
        self.ask_to_persist_after_the_first_save();
        platform::tabs::on_saved_elsewhere(move |saved| app.hear(saved));
        leptos::task::spawn_local(async move {
            worker::register(move || app.notices.push(Notice::UpdateReady)).await;
        });
    }

    /// The person wants the new version.
    pub fn accept_update(&self) {
        leptos::task::spawn_local(worker::accept_update());
    }
}

/// Nothing was ever saved on this device. Asked before the store is opened; a store that cannot be read counts as empty,
/// and opening it tells why.
pub fn is_untouched() -> bool {
    crate::storage::is_untouched(&BrowserBackend)
}

/// The one context value.
pub fn use_app() -> AppState {
    expect_context::<AppState>()
}

/// The words of the app in the chosen language.
pub fn use_messages() -> &'static Messages {
    crate::i18n::messages(crate::i18n::Lang::English)
}

/// The words of the pages around the plan in the chosen language.
pub fn use_plan_words() -> &'static PlanWords {
    crate::i18n::plan_words(crate::i18n::Lang::English)
}

/// The words of the plan page in the chosen language.
pub fn use_plan_page_words() -> &'static PlanPageWords {
    crate::i18n::plan_page_words(crate::i18n::Lang::English)
}

/// The words of the page of one option in the chosen language.
pub fn use_option_words() -> &'static OptionWords {
    crate::i18n::option_words(crate::i18n::Lang::English)
}

/// The words about looking back on the diary in the chosen language.
pub fn use_look_words() -> &'static LookWords {
    crate::i18n::look_words(crate::i18n::Lang::English)
}

/// The words about the last days of the diary in the chosen language.
pub fn use_week_words() -> &'static WeekWords {
    crate::i18n::week_words(crate::i18n::Lang::English)
}

/// The words about opening files of other apps in the chosen language.
pub fn use_import_words() -> &'static ImportWords {
    crate::i18n::import_words(crate::i18n::Lang::English)
}

/// The words about what medicines add up to and must not be taken with, in the chosen language.
pub fn use_medicine_words() -> &'static MedicineWords {
    crate::i18n::medicine_words(crate::i18n::Lang::English)
}

/// The words of the first screen in the chosen language.
pub fn use_first_words() -> &'static FirstScreen {
    crate::i18n::first_screen(crate::i18n::Lang::English)
}
