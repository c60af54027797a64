//! Whatever bytes stand in the store, under whatever keys: it opens, answers every question, saves, and never panics.

use std::sync::Arc;

use proptest::prelude::*;
use tailored::storage::lock::{SealedFile, lock_state, unlock};
use tailored::storage::{Backup, MemoryBackend, Store, export_raw};

use crate::toy_cipher::{Toy, now};
use crate::{answered, day, entry};

/// Keys of ours, near misses, and those of anybody.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "tailored/response",
            "tailored/settings",
            "tailored/arrangements",
            "tailored/tracking",
            "tailored/lock",
            "tailored/diary/2026-11",
            "tailored/diary/-0005-01",
            "tailored/diary/262142-12",
            "tailored/earlier/2026-03-07",
            "tailored/set-aside/1/diary/2026-11",
            "tailored/set-aside/4294967295/response",
            "tailored/set-aside/x",
            "tailored/",
        ])
        .prop_map(str::to_owned),
        "tailored/(diary|earlier|set-aside)/[-0-9/a-z]{0,12}",
        any::<String>(),
    ]
}

/// Bytes as a browser would hand them over, and texts that are nearly right.
fn text() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("null".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        Just("1e999".to_owned()),
        Just("\"2026-13-40\"".to_owned()),
        any::<String>().prop_map(|text| serde_json::json!(text).to_string()),
        Just("[[],{}]".to_owned()),
        Just(
            "{\"i\":\"a\",\"d\":31,\"t\":99999,\"p\":255,\"K\":{\"k\":\"head\",\"s\":[0,-1,0]}}"
                .to_owned()
        ),
    ];
    let name = prop::sample::select(vec![
        "v",
        "entries",
        "answers",
        "stamps",
        "safety",
        "theme",
        "i",
        "d",
        "p",
        "U",
        "sealed",
        "stage",
        "key",
        "salt",
        "iterations",
    ]);
    let fields = prop::collection::vec((name, value), 0..6).prop_map(|fields| {
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        format!("{{\"v\":1,{}}}", fields.join(","))
    });
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        any::<String>(),
        fields,
        Just(format!("{}{}", "[".repeat(5_000), "]".repeat(5_000))),
        Just("{\"v\":1000000,\"sealed\":\"AAAA\"}".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_texts_under_any_keys_are_opened_asked_and_saved_over(
        texts in prop::collection::btree_map(key(), text(), 0..8),
    ) {
        let backend = MemoryBackend::holding(texts.clone());
        let toy = Toy::default();
        let _ = lock_state(&backend);
        let _ = export_raw(&backend);
        let unlocked = now(unlock(Arc::new(backend.clone()), "any", &toy));
        prop_assert!(unlocked.is_err(), "nobody has set this lock");
        let mut store = Store::open(backend.clone()).store;
        store.stamp_with(|| i64::MAX);
        let _ = (store.settings(), store.arrangements(), store.tracking());
        let _ = (store.all_entries(), store.earlier_responses(), store.set_aside(), store.health());
        for key in texts.keys() {
            store.hear(key, texts.get(key).map(String::as_str));
        }
        let _ = store.save_response(&answered("anew"));
        let _ = store.save_entry(&entry("anew", day(2026, 11, 3), ""));
        let backup = store.backup();
        let _ = store.preview(&backup);
        let _ = store.restore(&backup);
        prop_assert!(store.delete_everything().is_ok());
    }

    #[test]
    fn any_file_is_a_backup_or_refused(file in text()) {
        let _ = SealedFile::parse(&file).map(|sealed| sealed.map(|sealed| now(sealed.open("any", &Toy::default()))));
        if let Ok(backup) = Backup::parse(&file) {
            let text = backup.text();
            prop_assert_eq!(Backup::parse(&text).map(|again| again.text()), Ok(text));
        }
    }
}
