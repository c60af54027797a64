//! A part that cannot be read in one place and can in another: the sound text takes its place, the spoilt one is set aside,
//! and a spoilt text takes the place of a sound one in neither direction.

use std::collections::BTreeMap;

use tailored::domain::diary::entry::Entry;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::settings::{Settings, TextSize};
use tailored::storage::journal::{Journal, Journaled, Record, TakenUp};
use tailored::storage::{Backend, MemoryBackend, Month, Part, Store, Unreadable};

use crate::{answered, day, entry, month};

fn seconds() -> i64 {
    1_795_430_000
}

/// A device with two places for each text.
#[derive(Default)]
struct Device {
    first: MemoryBackend,
    second: BTreeMap<String, String>,
    journal: Journal,
}

impl Device {
    fn store(&self) -> Store {
        let place = Journaled::new(self.first.clone(), self.journal.clone());
        let mut store = Store::open(place).store;
        store.stamp_with(seconds);
        store.keep_manifest();
        store
    }

    /// With a story, two months, and settings, in both places.
    fn lived_in() -> Self {
        let mut device = Self::default();
        let mut store = device.store();
        store.save_response(&answered("like a hot wire")).unwrap();
        for n in 1..28 {
            let id = format!("february-{n}");
            store.save_entry(&entry(&id, day(2026, 2, n), "")).unwrap();
        }
        store
            .save_entry(&entry("march", day(2026, 3, 1), ""))
            .unwrap();
        let settings = Settings {
            text_size: TextSize::Largest,
            ..Settings::default()
        };
        store.save_settings(&settings).unwrap();
        device.writes(&mut store);
        device
    }

    /// What the app does before it writes to the second place.
    fn writes(&mut self, store: &mut Store) {
        for key in self.journal.keys() {
            if store.may_be_worse(&key) {
                let there = self.second.get(&key).cloned();
                let taken = there.map(|there| store.take_up(&key, &there));
                store.is_compared(&key, matches!(taken, Some(TakenUp::PutBack(_))));
            }
        }
        for (key, text) in self.journal.take() {
            match text {
                Some(text) => self.second.insert(key, text),
                None => self.second.remove(&key),
            };
        }
    }

    fn starts(&self) -> Store {
        let mut store = self.store();
        let texts = self.second.iter();
        let mut records: Vec<Record> = texts
            .map(|(key, text)| Record {
                key: key.clone(),
                text: text.clone(),
                written: seconds(),
            })
            .collect();
        Record::in_order(&mut records);
        for record in records {
            store.take_up(&record.key, &record.text);
        }
        store
    }

    fn aside(&self) -> Vec<String> {
        let texts = self.first.texts();
        let aside = texts.into_iter();
        aside
            .filter(|(key, _)| key.starts_with("tailored/set-aside/"))
            .map(|(_, text)| text)
            .collect()
    }
}

const FEBRUARY: Month = month(2026, 2);

/// Ways in which a text can be spoilt.
fn spoilt(sound: &str) -> Vec<String> {
    let (half, _) = sound.split_at(sound.len() / 2);
    vec![
        half.to_owned(),
        "{\"v\":1,\"answers\":7,\"entries\":7,\"large_text\":7".to_owned(),
        "{\"entries\":7}".to_owned(),
        format!("[{sound}]"),
        String::new(),
    ]
}

#[test]
fn the_sound_text_of_the_other_place_is_taken_for_each_part() {
    for part in [Part::Response, Part::Settings, Part::Month(FEBRUARY)] {
        let key = part.key();
        let sound = Device::lived_in().first.get(&key).unwrap().unwrap();
        for text in spoilt(&sound) {
            let device = Device::lived_in();
            device.first.set(&key, &text).unwrap();
            assert!(device.store().why_unread(part).is_some(), "{text}");
            let mut store = device.starts();
            assert_eq!(
                device.first.get(&key).unwrap(),
                Some(sound.clone()),
                "{text}"
            );
            assert_eq!(device.aside(), std::slice::from_ref(&text));
            assert_eq!(store.why_unread(part), None);
            // Told until the person knows, also after another start.
            for store in [&store, &device.starts()] {
                assert_eq!(store.untold().mended, [part]);
                assert_eq!(store.untold().unread, []);
            }
            store.accept_mended().unwrap();
            assert_eq!(device.starts().untold(), Default::default());
            assert_eq!(device.aside(), [text], "it is still there");
        }
    }
}

#[test]
fn a_tap_before_the_other_place_was_looked_at_costs_nothing() {
    let mut device = Device::lived_in();
    let key = Part::Month(FEBRUARY).key();
    device.first.set(&key, "{\"entries\":7}").unwrap();
    let mut store = device.store();
    let new = entry("new", day(2026, 2, 28), "a tap");
    store.save_entry(&new).unwrap();
    assert_eq!(store.month(FEBRUARY).value, std::slice::from_ref(&new));
    device.writes(&mut store);
    assert_eq!(
        store.month(FEBRUARY).value.len(),
        28,
        "those of before, and the tap"
    );
    assert_eq!(
        device.second.get(&key),
        device.first.get(&key).unwrap().as_ref()
    );
    assert_eq!(store.untold().mended, [Part::Month(FEBRUARY)]);
    assert_eq!(device.aside(), ["{\"entries\":7}"]);
}

#[test]
fn an_answer_given_to_a_spoilt_story_joins_the_sound_one() {
    let mut device = Device::lived_in();
    let key = Part::Response.key();
    device.first.set(&key, "{\"v\":1,\"answers\":7}").unwrap();
    let mut store = device.store();
    let mut response = store.response().value;
    assert_eq!(response.answers.len(), 0);
    response
        .answers
        .insert("about.age".into(), Answer::Number("61".to_owned()));
    store.save_response(&response).unwrap();
    device.writes(&mut store);
    assert_eq!(store.response().value.answers.len(), 2);
    assert_eq!(
        device.second[&key],
        device.first.get(&key).unwrap().unwrap()
    );
}

#[test]
fn one_spoilt_entry_is_mended_and_the_others_keep_their_changes() {
    let mut device = Device::lived_in();
    let part = Part::Month(FEBRUARY);
    let mut store = device.store();
    let changed = Entry {
        note: "later".to_owned(),
        ..entry("february-2", day(2026, 2, 2), "")
    };
    store
        .change_entry(&entry("february-2", day(2026, 2, 2), ""), &changed)
        .1
        .unwrap();
    // That change did not reach the second place.
    device.journal.forget();
    let text = device.first.get(&part.key()).unwrap().unwrap();
    for (sound, spoilt) in [
        (
            "\"i\":\"february-1\",\"d\":1",
            "\"i\":\"february-1\",\"d\":\"one\"",
        ),
        ("{\"i\":\"february-1\",\"d\":1,\"p\":5}", "7"),
    ] {
        let spoilt = text.replacen(sound, spoilt, 1);
        assert_ne!(spoilt, text);
        device.first.set(&part.key(), &spoilt).unwrap();
        assert_eq!(device.store().why_unread(part), Some(Unreadable::Parts(1)));
        let store = device.starts();
        let now = store.month(FEBRUARY);
        assert_eq!((now.value.len(), now.issues), (27, vec![]));
        assert!(now.value.contains(&changed));
        assert!(device.aside().contains(&spoilt));
        device.journal.forget();
    }
    device.writes(&mut store);
}

#[test]
fn a_spoilt_second_copy_never_takes_the_place_of_a_sound_text() {
    let sound = Device::lived_in();
    for part in [Part::Response, Part::Settings, Part::Month(FEBRUARY)] {
        let text = sound.first.get(&part.key()).unwrap().unwrap();
        for spoilt in spoilt(&text) {
            let mut store = Device::lived_in().store();
            assert_eq!(
                store.take_up(&part.key(), &spoilt),
                TakenUp::Known,
                "{spoilt}"
            );
            assert_eq!(store.why_unread(part), None);
            assert_eq!(store.untold(), Default::default());
        }
    }
    // One spoilt entry in it, said to be later than everything here.
    let device = Device::lived_in();
    let part = Part::Month(FEBRUARY);
    let text = device.first.get(&part.key()).unwrap().unwrap();
    let spoilt = text.replacen("\"d\":1,", "\"d\":\"one\",\"m\":99999999999,", 1);
    let mut store = device.store();
    assert_eq!(store.take_up(&part.key(), &spoilt), TakenUp::Known);
    assert_eq!(device.first.get(&part.key()).unwrap(), Some(text));
}

#[test]
fn without_a_sound_text_it_is_told_at_each_start_until_the_person_goes_on() {
    let part = Part::Month(FEBRUARY);
    let mut device = Device::lived_in();
    device.first.set(&part.key(), "{\"entries\":7}").unwrap();
    device.second.remove(&part.key());
    let mut store = device.starts();
    assert_eq!(store.why_unread(part), Some(Unreadable::WrongShape));
    // A tap sets it aside; it stays told, now as one that was set aside.
    store
        .save_entry(&entry("new", day(2026, 2, 28), ""))
        .unwrap();
    device.writes(&mut store);
    for _ in 0..2 {
        assert_eq!(device.starts().untold().unread, [part]);
    }
    store.accept_unread(&[]).unwrap();
    assert_eq!(device.starts().untold(), Default::default());
    assert_eq!(device.aside(), ["{\"entries\":7}"]);
}

#[test]
fn going_on_without_it_keeps_it_and_what_can_be_read() {
    let device = Device::lived_in();
    let part = Part::Month(FEBRUARY);
    let text = device.first.get(&part.key()).unwrap().unwrap();
    let spoilt = text.replacen("\"d\":1,", "\"d\":\"one\",", 1);
    device.first.set(&part.key(), &spoilt).unwrap();
    device.first.set(&Part::Response.key(), "{").unwrap();
    let mut store = device.store();
    store.accept_unread(&[part, Part::Response]).unwrap();
    assert_eq!(store.month(FEBRUARY).value.len(), 26);
    assert_eq!(
        (store.why_unread(part), store.why_unread(Part::Response)),
        (None, None)
    );
    assert_eq!(store.untold(), Default::default());
    assert_eq!(store.missing_parts(), [], "it is not missed");
    let mut aside = device.aside();
    aside.sort();
    assert_eq!(aside, ["{".to_owned(), spoilt]);
}

#[test]
fn another_tab_that_still_has_it_puts_it_back() {
    let device = Device::lived_in();
    let key = Part::Month(month(2026, 3)).key();
    let mut tab = device.store();
    tab.save_entry(&entry("second", day(2026, 3, 2), ""))
        .unwrap();
    device.first.set(&key, "{\"entries\":7}").unwrap();
    tab.hear(&key, Some("{\"entries\":7}"));
    assert_eq!(tab.month(month(2026, 3)).value.len(), 2);
    // And where nobody has heard of it, the next save does.
    device.first.set(&key, "{\"entries\":8}").unwrap();
    tab.save_entry(&entry("third", day(2026, 3, 3), ""))
        .unwrap();
    assert_eq!(tab.month(month(2026, 3)).value.len(), 3);
    assert_eq!(tab.untold().mended, [Part::Month(month(2026, 3))]);
}

#[test]
fn a_copy_that_is_opened_deals_with_it() {
    let device = Device::lived_in();
    let copy = device.store().backup();
    let (part, key) = (Part::Month(FEBRUARY), Part::Month(FEBRUARY).key());
    device.first.set(&key, "{\"entries\":7}").unwrap();
    let mut store = device.store();
    store.restore(&copy).unwrap();
    assert_eq!(store.month(FEBRUARY).value.len(), 27);
    assert_eq!(
        (store.why_unread(part), store.untold()),
        (None, Default::default())
    );
}

#[test]
fn going_on_without_one_row_of_a_list_keeps_the_other_rows() {
    let text = r#"{"v":1,"answers":{"health.medlist":{"medicines":[
        {"name":"Ibuprofen","often":"?"},{"name":"Apixaban"}]},"own.words":{"text":7}}}"#;
    let backend = MemoryBackend::default();
    backend.set(&Part::Response.key(), text).unwrap();
    let mut store = Store::open(backend.clone()).store;
    store.keep_manifest();
    store.accept_unread(&[Part::Response]).unwrap();
    let answers = store.response().value.answers;
    let Some(Answer::Medicines(rows)) = answers.get(&"health.medlist".into()) else {
        panic!("{answers:?}");
    };
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].name, "Apixaban");
    assert_eq!(answers.len(), 1);
    assert!(store.set_aside()[0].text.contains("Ibuprofen"));
    assert_eq!(store.untold().unread, []);
}
