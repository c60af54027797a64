//! Two tabs of one browser: whatever was acknowledged in either is there in the end, also where a tab reads an old copy.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use tailored::domain::diary::entry::Entry;
use tailored::domain::random::Random;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{Backend, BackendError, MemoryBackend, Store};

use crate::{answered, day, entry};

const N_EACH: u32 = 500;

/// What one tab tells the other: key and text.
type News = (String, Option<String>);

/// A tab whose browser process keeps a copy: it sees its own writes at once and those of the other tab when the news arrives.
#[derive(Clone, Default)]
struct Tab(Arc<Mutex<TabState>>);

#[derive(Default)]
struct TabState {
    copy: BTreeMap<String, String>,
    /// Own writes that the browser has not taken yet, in order.
    on_the_way: VecDeque<News>,
}

impl Backend for Tab {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        Ok(self.0.lock().unwrap().copy.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), BackendError> {
        self.write(key, Some(text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.write(key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        Ok(self.0.lock().unwrap().copy.keys().cloned().collect())
    }
}

impl Tab {
    fn write(&self, key: &str, text: Option<String>) {
        let mut state = self.0.lock().unwrap();
        put(&mut state.copy, key, text.clone());
        state.on_the_way.push_back((key.to_owned(), text));
    }

    fn sends(&self) -> Option<News> {
        self.0.lock().unwrap().on_the_way.pop_front()
    }

    /// The other tab's write arrives. Where an own write is still on its way, that one comes later and counts.
    fn receives(&self, (key, text): &News) {
        let mut state = self.0.lock().unwrap();
        if !state.on_the_way.iter().any(|(own, _)| own == key) {
            put(&mut state.copy, key, text.clone());
        }
    }
}

fn put(texts: &mut BTreeMap<String, String>, key: &str, text: Option<String>) {
    match text {
        Some(text) => drop(texts.insert(key.to_owned(), text)),
        None => drop(texts.remove(key)),
    }
}

/// Two tabs and the browser between them.
struct Browser {
    tabs: [Tab; 2],
    stores: [Store; 2],
    disk: BTreeMap<String, String>,
    /// For each tab, what it has not heard yet.
    unheard: [VecDeque<News>; 2],
}

impl Browser {
    fn new() -> Self {
        let tabs = [Tab::default(), Tab::default()];
        let stores = tabs.clone().map(|tab| {
            let mut store = Store::open(tab.clone()).store;
            store.stamp_with(|| 1_795_430_000);
            tab.0.lock().unwrap().on_the_way.clear();
            store
        });
        Self {
            tabs,
            stores,
            disk: BTreeMap::new(),
            unheard: Default::default(),
        }
    }

    /// The browser takes the next write of a tab and tells the other.
    fn takes_from(&mut self, tab: usize) -> bool {
        let Some(news) = self.tabs[tab].sends() else {
            return false;
        };
        put(&mut self.disk, &news.0, news.1.clone());
        self.unheard[1 - tab].push_back(news);
        true
    }

    fn tells(&mut self, tab: usize) -> bool {
        let Some(news) = self.unheard[tab].pop_front() else {
            return false;
        };
        self.tabs[tab].receives(&news);
        self.stores[tab].hear(&news.0, news.1.as_deref());
        true
    }

    /// Until nothing is on its way any more. Returns how often something was.
    fn comes_to_rest(&mut self) -> usize {
        let mut n_steps = 0;
        loop {
            let moves = [
                self.takes_from(0),
                self.takes_from(1),
                self.tells(0),
                self.tells(1),
            ];
            if !moves.contains(&true) {
                return n_steps;
            }
            n_steps += 1;
            assert!(n_steps < 100_000, "two tabs write for ever");
        }
    }

    fn entries_on_disk(&self) -> Vec<Entry> {
        let backend = MemoryBackend::holding(self.disk.clone());
        let all = Store::open(backend).store.all_entries();
        assert_eq!(all.issues, []);
        all.value
    }
}

fn numbered(tab: usize, n: u32) -> Entry {
    let date = day(2026, 10 + n % 2, 1 + n % 28);
    entry(&format!("tab {tab} entry {n:03}"), date, "typed")
}

#[test]
fn two_tabs_that_see_each_others_saves_at_once_keep_a_thousand_entries() {
    let backend = MemoryBackend::default();
    let mut stores = [(); 2].map(|()| {
        let mut store = Store::open(backend.clone()).store;
        store.stamp_with(|| 1_795_430_000);
        store
    });
    for n in 0..N_EACH {
        for (tab, store) in stores.iter_mut().enumerate() {
            store.save_entry(&numbered(tab, n)).unwrap();
        }
    }
    for store in [&stores[0], &Store::open(backend).store] {
        assert_eq!(store.all_entries().value.len(), 1_000);
    }
}

#[test]
fn two_tabs_that_read_old_copies_keep_a_thousand_entries() {
    for seed in 0..3 {
        let random = &mut Random::seeded(seed);
        let mut browser = Browser::new();
        let mut n_saved = [0; 2];
        while n_saved != [N_EACH; 2] {
            let tab = random.below(2);
            match random.below(4) {
                0 | 1 if n_saved[tab] < N_EACH => {
                    let next = numbered(tab, n_saved[tab]);
                    browser.stores[tab].save_entry(&next).unwrap();
                    n_saved[tab] += 1;
                }
                2 => drop(browser.takes_from(tab)),
                _ => drop(browser.tells(tab)),
            }
        }
        browser.comes_to_rest();
        assert_eq!(browser.entries_on_disk().len(), 1_000, "seed {seed}");
        for store in &browser.stores {
            assert_eq!(store.all_entries().value.len(), 1_000, "seed {seed}");
        }
    }
}

#[test]
fn both_tabs_write_at_the_same_moment_and_one_of_them_closes() {
    let mut browser = Browser::new();
    for tab in 0..2 {
        browser.stores[tab].save_entry(&numbered(tab, 0)).unwrap();
    }
    while browser.takes_from(0) || browser.takes_from(1) {}
    assert_eq!(
        browser.entries_on_disk().len(),
        1,
        "the second write did not know the first"
    );
    // Only the second tab is still there to hear what the first one wrote.
    while browser.tells(1) || browser.takes_from(1) {}
    assert_eq!(browser.entries_on_disk().len(), 2);
}

#[test]
fn a_change_and_a_deletion_in_one_tab_are_not_undone_by_the_other() {
    let mut browser = Browser::new();
    let (first, second) = (numbered(0, 0), numbered(0, 2));
    browser.stores[0].save_entry(&first).unwrap();
    browser.stores[0].save_entry(&second).unwrap();
    browser.comes_to_rest();
    let changed = Entry {
        note: "changed".to_owned(),
        ..second
    };
    browser.stores[1].delete_entry(&first).unwrap();
    browser.stores[1].save_entry(&changed).unwrap();
    // Meanwhile the first tab saves on top of its old copy.
    browser.stores[0].save_entry(&numbered(0, 4)).unwrap();
    browser.comes_to_rest();
    let mut left = browser.entries_on_disk();
    left.sort_by(|a, b| a.id.cmp(&b.id));
    assert_eq!(left, [changed, numbered(0, 4)]);
}

#[test]
fn answers_and_settings_of_two_tabs_come_together() {
    let mut browser = Browser::new();
    let settings = Settings {
        calm_mode: true,
        ..Settings::default()
    };
    browser.stores[0].save_settings(&settings).unwrap();
    browser.stores[0].save_response(&answered("one")).unwrap();
    let settings = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    browser.stores[1].save_settings(&settings).unwrap();
    browser.comes_to_rest();
    for store in &mut browser.stores {
        let settings = store.settings().value;
        assert!(settings.calm_mode && settings.theme == Theme::Dark);
        assert_eq!(store.response().value, answered("one"));
    }
}

#[test]
fn what_one_tab_deletes_as_a_whole_does_not_come_back_from_the_other() {
    let mut browser = Browser::new();
    browser.stores[0].save_entry(&numbered(0, 0)).unwrap();
    browser.comes_to_rest();
    browser.stores[1].delete_everything().unwrap();
    browser.comes_to_rest();
    assert_eq!(browser.disk, BTreeMap::new());
    browser.stores[0].save_entry(&numbered(0, 1)).unwrap();
    browser.comes_to_rest();
    assert_eq!(browser.entries_on_disk(), [numbered(0, 1)]);
}
