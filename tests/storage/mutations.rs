//! Ten thousand stores, each spoilt in a different way: all open, nothing is overwritten, everything unreadable is kept.

use std::collections::BTreeMap;

use tailored::domain::arrangements::Agreement;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::settings::{Settings, Theme};
use tailored::storage::{Issue, MemoryBackend, Part, Unreadable};

use crate::{day, entry, followed, month, open, rich};
use tailored::domain::random::Random;

const N_STORES: u64 = 10_000;
const MONTHS: [(i32, u32); 3] = [(2025, 12), (2026, 10), (2026, 11)];

type Texts = BTreeMap<String, String>;

fn sound_store() -> Texts {
    let backend = MemoryBackend::default();
    let mut store = open(&backend).store;
    store.save_response(&rich::response()).unwrap();
    store.save_settings(&rich::settings()).unwrap();
    store.save_arrangements(&rich::arrangements()).unwrap();
    store.save_tracking(&followed::tracking()).unwrap();
    for entry in rich::entries() {
        store.save_entry(&entry).unwrap();
    }
    backend.texts()
}

/// Spoils one to three texts.
fn mutate(random: &mut Random, texts: &mut Texts) {
    let keys: Vec<String> = texts.keys().cloned().collect();
    for _ in 0..1 + random.below(3) {
        let key = &keys[random.below(keys.len())];
        let other = texts[&keys[random.below(keys.len())]].clone();
        let text = texts.entry(key.clone()).or_default();
        let mut characters: Vec<char> = text.chars().collect();
        let length = characters.len();
        let (from, to) = {
            let (one, two) = (random.below(length + 1), random.below(length + 1));
            (one.min(two), one.max(two))
        };
        match random.below(8) {
            0 => characters.truncate(from),
            1 => drop(characters.drain(from..to.min(from + 8))),
            2 if length > 0 => characters[from.min(length - 1)] = anything(random),
            3 => characters.insert(from, anything(random)),
            4 => {
                let doubled = characters[from..to].to_vec();
                characters.splice(to..to, doubled);
            }
            5 => characters = other.chars().collect(),
            6 if length > 1 => characters.swap(from.min(length - 1), to.min(length - 1)),
            _ => {
                let digits = characters.iter().enumerate();
                let digits = digits.filter(|(_, letter)| letter.is_ascii_digit());
                let digits: Vec<usize> = digits.map(|(idx, _)| idx).collect();
                if !digits.is_empty() {
                    characters[digits[random.below(digits.len())]] = '9';
                }
            }
        }
        *text = characters.into_iter().collect();
    }
}

fn anything(random: &mut Random) -> char {
    let telling = ['"', '\\', '{', '}', '[', ']', ',', ':', '-', '0', 'e', 'n'];
    match random.below(4) {
        0 => char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
        _ => telling[random.below(telling.len())],
    }
}

#[test]
fn ten_thousand_spoilt_stores_all_open_and_keep_whatever_cannot_be_read() {
    let sound = sound_store();
    let months = MONTHS.map(|(year, number)| Part::Month(month(year, number)));
    let whole = [
        Part::Response,
        Part::Settings,
        Part::Arrangements,
        Part::Tracking,
    ];
    let parts = whole.into_iter().chain(months);
    let parts: BTreeMap<String, Part> = parts.map(|part| (part.key(), part)).collect();
    assert!(sound.keys().eq(parts.keys()));
    let (mut n_issues, mut n_newer, mut n_partly) = (0, 0, 0);
    for seed in 0..N_STORES {
        let mut before = sound.clone();
        mutate(&mut Random::seeded(seed), &mut before);
        let backend = MemoryBackend::holding(before.clone());

        let mut opened = open(&backend);
        let diary = opened.store.all_entries();
        let loaded = opened.store.arrangements();
        assert_eq!(
            backend.texts(),
            before,
            "seed {seed}: opening changes nothing"
        );
        let mut issues = opened.issues;
        issues.extend(diary.issues);
        issues.extend(loaded.issues);
        let followed = opened.store.tracking();
        issues.extend(followed.issues);
        n_issues += issues.len();

        // Everything is saved anew: each answer, the settings, an entry in each month.
        let store = &mut opened.store;
        let mut response = opened.response;
        for item in rich::response().answers.into_keys() {
            response
                .answers
                .insert(item, Answer::Text("anew".to_owned()));
        }
        let mut settings = Settings::default();
        if opened.settings.theme == Theme::System {
            settings.theme = Theme::Light;
        }
        let mut arrangements = loaded.value;
        for agreement in rich::arrangements().agreements.into_keys() {
            let anew = Agreement::on(day(2027, 1, 1));
            arrangements.agreements.insert(agreement, anew);
        }
        arrangements.reasons.clear();
        arrangements.flare_plan.signs = "anew".to_owned();
        let mut entries = diary.value;
        let response_saved = store.save_response(&response);
        let settings_saved = store.save_settings(&settings);
        let arrangements_saved = store.save_arrangements(&arrangements);
        let mut tracking = followed.value;
        tracking.reminder = Some(1);
        tracking.factors = followed::tracking().factors;
        tracking.trials.clear();
        let tracking_saved = store.save_tracking(&tracking);
        for (year, number) in MONTHS {
            let new = entry("a new one", day(year, number, 28), "");
            if store.save_entry(&new).is_ok() {
                entries.push(new);
            }
        }

        let after = backend.texts();
        for (key, text) in &before {
            let part = parts[key];
            let issue = issues.iter().find(|issue| part_of(issue) == Some(part));
            let is_set_aside = after.iter().any(|(new_key, new_text)| {
                // Texts are also swapped: another part may have had the same one.
                let name = key.strip_prefix("tailored/").unwrap();
                new_key.contains("set-aside") && new_key.ends_with(name) && new_text == text
            });
            match issue {
                None => assert!(!is_set_aside, "seed {seed}: {key} was sound"),
                Some(Issue::Newer { .. }) => {
                    n_newer += 1;
                    assert_eq!(after.get(key), Some(text), "seed {seed}: {key} is newer");
                }
                Some(Issue::Unreadable {
                    why: Unreadable::Parts(n_unreadable),
                    ..
                }) => {
                    n_partly += 1;
                    // Either the unreadable parts are still in place, or the whole text was set aside.
                    let left = store.set_aside().into_iter().find(|left| left.key == *key);
                    let in_place =
                        left.and_then(|left| left.why) == Some(Unreadable::Parts(*n_unreadable));
                    assert!(is_set_aside || in_place, "seed {seed}: {key}: {text}");
                }
                Some(_) => assert!(is_set_aside, "seed {seed}: {key}: {text}"),
            }
        }

        let mut again = open(&backend);
        if tracking_saved.is_ok() {
            assert_eq!(again.store.tracking().value, tracking, "seed {seed}");
        }
        if response_saved.is_ok() {
            assert_eq!(again.response, response, "seed {seed}");
        }
        if settings_saved.is_ok() {
            assert_eq!(again.settings, settings, "seed {seed}");
        }
        if arrangements_saved.is_ok() {
            let saved = again.store.arrangements().value;
            assert_eq!(saved.agreements, arrangements.agreements, "seed {seed}");
            assert_eq!(saved.flare_plan, arrangements.flare_plan, "seed {seed}");
        }
        let mut found = again.store.all_entries().value;
        found.sort_by(|a, b| (a.date, a.time, &a.id).cmp(&(b.date, b.time, &b.id)));
        entries.sort_by(|a, b| (a.date, a.time, &a.id).cmp(&(b.date, b.time, &b.id)));
        assert_eq!(found, entries, "seed {seed}");
    }
    println!(
        "{N_STORES} spoilt stores: {n_issues} issues, {n_newer} newer, {n_partly} unreadable in parts"
    );
    // The mutations reach every way out, or this test shows less than it says.
    assert!(n_issues > 5_000 && n_newer > 50 && n_partly > 250);
}

fn part_of(issue: &Issue) -> Option<Part> {
    match issue {
        Issue::Unreadable { part, .. } | Issue::Newer { part, .. } => Some(*part),
        Issue::NothingIsKept | Issue::Full | Issue::Broken => None,
    }
}
