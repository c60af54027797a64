//! A thousand spoilt files of each app: never a panic, never a part of one, and what is taken can be saved.

use tailored::domain::diary::entry::Entry;
use tailored::domain::random::Random;
use tailored::exchange::import::import;
use tailored::storage::Backup;

use super::imports::{FILES, options};
use super::persona;

#[test]
fn a_thousand_spoilt_files_of_each_app_break_nothing() {
    let mut random = Random::seeded(10);
    for (source, good) in FILES {
        let mut n_opened = 0;
        for _ in 0..1_000 {
            let bytes = spoilt(good, &mut random);
            let Ok(imported) = import(&bytes, &options()) else {
                continue;
            };
            n_opened += 1;
            assert!(
                !imported
                    .question
                    .is_some_and(|question| question.must_be_answered())
                    || imported.entries.is_empty(),
                "never a part"
            );
            for (line, entry) in &imported.entries {
                assert!(*line > 0 && entry.date <= persona::day());
                assert!(entry.pain.max(entry.worst).unwrap_or(0) <= 10);
            }
            assert!(imported.skipped.iter().all(|skipped| skipped.line > 0));
            // What was taken can be saved and read again, all of it.
            let entries: Vec<Entry> = imported
                .entries
                .into_iter()
                .map(|(_, entry)| entry)
                .collect();
            let store = Backup::of_entries(&entries).opened().store;
            assert_eq!(store.all_entries().value.len(), entries.len());
        }
        assert!(n_opened > 100, "{source:?}: {n_opened}");
    }
}

fn spoilt(good: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..1 + random.below(6) {
        let at = random.below(bytes.len());
        match random.below(6) {
            0 => bytes.truncate(at.max(1)),
            1 => bytes[at] = random.whole() as u8,
            2 => bytes[at] = b",;\t\n\"<>[]{}:/-09"[random.below(16)],
            3 => {
                let end = (at + random.below(200)).min(bytes.len());
                let copied = bytes[at..end].to_vec();
                bytes.splice(at..at, copied);
            }
            4 => {
                let end = (at + random.below(40)).min(bytes.len());
                bytes.drain(at..end);
                if bytes.is_empty() {
                    bytes.push(b'x');
                }
            }
            _ => {
                bytes.splice(at..at, [0xf0, 0x9f, 0x98, 0x96]);
            }
        }
    }
    bytes
}
