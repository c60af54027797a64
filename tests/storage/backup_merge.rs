//! Devices that exchange backups in any way and any order end up alike, and lose nothing.

use proptest::prelude::*;
use tailored::domain::diary::entry::Entry;
use tailored::domain::ids::{EntryId, ItemId};
use tailored::domain::questionnaire::model::Answer;
use tailored::storage::{Backup, MemoryBackend, Store};

use crate::backup::{NOW, again, device};
use crate::{arbitrary, arbitrary_entry, day};

/// What three devices may do in any order.
#[derive(Debug, Clone)]
enum Deed {
    Save(usize, Entry),
    Delete(usize, Entry),
    Answer(usize, &'static str, Option<Answer>),
    Take { from: usize, to: usize },
    Clock(i64),
}

fn few_entries() -> impl Strategy<Value = Entry> {
    (arbitrary_entry::entry().boxed(), 1..5_u32, 0..2_u32).prop_map(|(entry, date, month)| Entry {
        date: day(2026, 10 + month, date),
        ..entry
    })
}

fn deed() -> impl Strategy<Value = Deed> {
    let item = prop_oneof![Just("a"), Just("b/~c")];
    prop_oneof![
        4 => (0..3_usize, few_entries().boxed()).prop_map(|(on, entry)| Deed::Save(on, entry)),
        2 => (0..3_usize, few_entries().boxed()).prop_map(|(on, entry)| Deed::Delete(on, entry)),
        2 => (0..3_usize, item, prop::option::of(arbitrary::answer().boxed()))
            .prop_map(|(on, item, answer)| Deed::Answer(on, item, answer)),
        1 => (0..3_usize, 0..3_usize).prop_map(|(from, to)| Deed::Take { from, to }),
        1 => (0..50_i64).prop_map(Deed::Clock),
    ]
}

fn after(deeds: &[Deed]) -> [Backup; 3] {
    let mut stores: [Store; 3] = std::array::from_fn(|_| device(&MemoryBackend::default()));
    for deed in deeds {
        match deed {
            Deed::Save(on, entry) => stores[*on].save_entry(entry).unwrap(),
            Deed::Delete(on, entry) => stores[*on].delete_entry(entry).unwrap(),
            Deed::Answer(on, item, answer) => {
                let mut response = stores[*on].response().value;
                match answer {
                    Some(answer) => response.answers.insert(ItemId::from(*item), answer.clone()),
                    None => response.answers.remove(&ItemId::from(*item)),
                };
                stores[*on].save_response(&response).unwrap();
            }
            Deed::Take { from, to } => {
                let backup = stores[*from].backup();
                stores[*to].restore(&backup).unwrap();
            }
            Deed::Clock(at) => NOW.set(*at),
        }
    }
    stores.map(|store| store.backup())
}

proptest! {
    #[test]
    fn putting_backups_together_knows_no_order_no_brackets_and_no_repetition(
        deeds in prop::collection::vec(deed().boxed(), 0..40),
    ) {
        let [a, b, c] = after(&deeds);
        let together = |left: &Backup, right: &Backup| left.clone().merged(right.clone());
        prop_assert_eq!(together(&a, &b).text(), together(&b, &a).text());
        prop_assert_eq!(
            together(&together(&a, &b), &c).text(),
            together(&a, &together(&b, &c)).text()
        );
        prop_assert_eq!(together(&a, &a).text(), a.text());
        prop_assert_eq!(together(&a, &Backup::default()).text(), a.text());
        // Written and opened in between, nothing changes.
        prop_assert_eq!(again(&together(&again(&a), &b)).text(), together(&a, &b).text());
    }

    #[test]
    fn nothing_that_one_device_alone_knows_gets_lost(deeds in prop::collection::vec(deed().boxed(), 0..40)) {
        let backups = after(&deeds);
        let merged = backups.iter().cloned().reduce(Backup::merged).unwrap().opened();
        let all = merged.store.all_entries().value;
        let has = |backup: &Backup, id: &EntryId| backup.text().contains(&format!("\"i\":\"{}\"", id.0))
            || backup.text().contains(&format!("/entries/{}\"", id.0));
        for (idx, backup) in backups.iter().enumerate() {
            for entry in backup.opened().store.all_entries().value {
                let others = backups.iter().enumerate().filter(|(other, _)| *other != idx);
                if others.clone().all(|(_, other)| !has(other, &entry.id)) {
                    prop_assert!(all.contains(&entry), "{entry:?}");
                }
            }
        }
    }
}
