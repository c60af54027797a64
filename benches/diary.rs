//! Measures the diary at 10, 365, 3,650 and 14,600 entries: opening, saving, a month, a year, the findings.
//! Opening is to be compared with `JSON parse`, which reads the same texts into values and does nothing with them.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::insight::analyse;
use tailored::domain::diary::insight::simulate::Made;
use tailored::domain::diary::insight::table::{Outcome, Table};
use tailored::domain::diary::series;
use tailored::domain::diary::weeks::weeks;
use tailored::domain::ids::EntryId;
use tailored::storage::{MemoryBackend, Month, Store};

/// Entries, and days over which they are spread.
const SIZES: [(usize, usize, usize); 4] = [
    (10, 10, 1),
    (365, 365, 1),
    (3_650, 3_650, 1),
    (14_600, 3_650, 4),
];
const LAST: (i32, u32, u32) = (2026, 11, 23);

struct Diary {
    made: Made,
    last: NaiveDate,
    entries: Vec<Entry>,
    backend: MemoryBackend,
}

fn diary(n_days: usize, n_entries_a_day: usize) -> Diary {
    let (year, month, day) = LAST;
    let last = NaiveDate::from_ymd_opt(year, month, day).expect("the date exists");
    let first = last.checked_sub_days(Days::new(n_days as u64 - 1));
    let made = Made {
        first: first.expect("the calendar reaches back ten years"),
        n_days,
        missing: 0.0,
        n_entries_a_day,
        ..Made::default()
    };
    let entries = made.entries();
    let backend = MemoryBackend::default();
    let mut store = Store::open(backend.clone()).store;
    for entry in &entries {
        store.save_entry(entry).expect("memory has room");
    }
    Diary {
        made,
        last,
        entries,
        backend,
    }
}

fn measure(criterion: &mut Criterion) {
    for (n_entries, n_days, a_day) in SIZES {
        let diary = diary(n_days, a_day);
        let mut group = criterion.benchmark_group(format!("{n_entries} entries"));
        group.sample_size(20);
        let texts = diary.backend.texts();
        group.bench_function("JSON parse", |bencher| {
            bencher.iter(|| {
                for text in texts.values() {
                    let value: serde_json::Value =
                        serde_json::from_str(text).expect("the store writes JSON");
                    black_box(value);
                }
            });
        });
        group.bench_function("open and read every entry", |bencher| {
            bencher.iter(|| Store::open(diary.backend.clone()).store.all_entries());
        });
        group.bench_function("open, as the start does", |bencher| {
            bencher.iter(|| Store::open(diary.backend.clone()));
        });
        group.bench_function("save one entry", |bencher| {
            let mut number = 0_u32;
            bencher.iter_batched(
                || {
                    // In an empty month, so that only the number of other entries differs between the sizes.
                    number += 1;
                    let backend = MemoryBackend::holding(texts.clone());
                    let id = EntryId(format!("new{number}"));
                    let date = diary.last + Days::new(30);
                    (Store::open(backend).store, Entry::on(id, date))
                },
                |(mut store, entry)| {
                    store.save_entry(&entry).expect("memory has room");
                    store
                },
                BatchSize::LargeInput,
            );
        });
        let store = Store::open(diary.backend.clone()).store;
        group.bench_function("month view", |bencher| {
            bencher.iter(|| {
                let entries = store.month(Month::of(diary.last)).value;
                series::days(&entries, diary.last, 31)
            });
        });
        group.bench_function("year chart", |bencher| {
            bencher.iter(|| weeks(&series::days(&diary.entries, diary.last, 365)));
        });
        group.bench_function("findings", |bencher| {
            let factors = diary.made.factors();
            bencher.iter(|| {
                let table = Table::of(&diary.entries, &factors, Outcome::Pain, diary.last);
                analyse(&table, 1)
            });
        });
        group.finish();
    }
}

criterion_group!(benches, measure);
criterion_main!(benches);
