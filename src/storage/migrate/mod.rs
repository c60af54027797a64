//! Owns the way from every older saved shape to today's: numbered steps on raw JSON, one file each, in a checked chain.
//! May use: serde_json. Must not: shape, domain types (they change, the steps do not).
//!
//! Each saved text carries its own version, so a migration that is cut short leaves no text whose version is wrong.
//! A text is migrated when it is read and written in its new shape at its next save; opening writes nothing.

use serde_json::Value;

use super::keys::Part;

/// The version that this program writes.
pub(super) const CURRENT: u32 = 1;
/// The oldest version that was ever released.
#[cfg(not(test))]
const FIRST: u32 = 1;
/// The tests have a version before it, so that they walk the way that the first real step will walk.
#[cfg(test)]
const FIRST: u32 = 0;

/// One step: it turns a text of version `from` into one of version `to`.
struct Step {
    from: u32,
    to: u32,
    /// Gets and returns the whole document; the version number is set by the caller. None when it cannot be right.
    apply: fn(Part, Value) -> Option<Value>,
}

#[cfg(not(test))]
const STEPS: &[Step] = &[];
#[cfg(test)]
const STEPS: &[Step] = &[tests::GROWING_STEP];

const _: () = assert!(
    is_chain(STEPS, FIRST, CURRENT),
    "each step must start where the last one ended, from the first version to the current one"
);

#[expect(
    clippy::indexing_slicing,
    reason = "runs when compiling: a wrong index fails the build"
)]
const fn is_chain(steps: &[Step], first: u32, current: u32) -> bool {
    let mut reached = first;
    let mut idx = 0;
    while idx < steps.len() {
        if steps[idx].from != reached || steps[idx].to <= reached {
            return false;
        }
        reached = steps[idx].to;
        idx += 1;
    }
    reached == current
}

/// The document in today's shape. None when there is no way from its version, or a step could not make sense of it.
pub(super) fn to_current(part: Part, version: u32, document: Value) -> Option<Value> {
    run(STEPS, CURRENT, part, version, document)
}

fn run(
    steps: &[Step],
    current: u32,
    part: Part,
    version: u32,
    mut document: Value,
) -> Option<Value> {
    let mut reached = version;
    for step in steps.iter().filter(|step| step.from >= version) {
        if step.from != reached {
            return None;
        }
        document = (step.apply)(part, document)?;
        reached = step.to;
    }
    (reached == current).then_some(document)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::date::NaiveDate;
    use crate::domain::diary::entry::Entry;
    use crate::domain::ids::EntryId;
    use crate::storage::{BackendError, MemoryBackend, SaveError, Store, units};

    /// A step that makes each document longer, as most do.
    pub(super) const GROWING_STEP: Step = Step {
        from: 0,
        to: 1,
        apply: |_, mut document| {
            let fields = document.as_object_mut()?;
            fields.insert("v".to_owned(), json!(1));
            fields.insert("grown".to_owned(), json!("x".repeat(200)));
            Some(document)
        },
    };

    /// Three months as a version before the first would have saved them.
    fn old_store() -> MemoryBackend {
        let months = (9..12).map(|month| {
            let text = format!("{{\"v\":0,\"entries\":[{{\"i\":\"old\",\"d\":{month},\"p\":4}}]}}");
            (
                format!("{}diary/2026-{month:02}", crate::storage::keys::PREFIX),
                text,
            )
        });
        MemoryBackend::holding(months.collect())
    }

    fn new_entry(month: u32) -> Entry {
        let date = NaiveDate::from_ymd_opt(2026, month, 20).unwrap();
        Entry::on(EntryId::from("new"), date)
    }

    #[test]
    fn storage_that_is_full_in_the_middle_of_a_migration_keeps_every_text_old_or_new() {
        let used: usize = old_store()
            .texts()
            .iter()
            .map(|(key, text)| units(key) + units(text))
            .sum();
        // Room for none, one and two of the three to grow; then for all.
        for (n_fitting, room) in [(0, 100), (1, 300), (2, 550), (3, 1_000)] {
            let backend = old_store();
            backend.limit_units(Some(used + room));
            let before = backend.texts();
            let mut store = Store::open(backend.clone()).store;
            let saved: Vec<_> = (9..12)
                .map(|month| store.save_entry(&new_entry(month)))
                .collect();
            let n_saved = saved.iter().filter(|saved| saved.is_ok()).count();
            assert_eq!(n_saved, n_fitting, "{room}");
            assert!(
                saved
                    .iter()
                    .all(|saved| matches!(saved, Ok(()) | Err(SaveError::Full)))
            );
            let n_untouched = backend
                .texts()
                .iter()
                .filter(|(key, text)| before.get(*key) == Some(text))
                .count();
            assert_eq!(n_untouched, 3 - n_fitting, "{room}");
            let again = Store::open(backend.clone()).store.all_entries();
            assert_eq!(
                (again.value.len(), again.issues.len()),
                (3 + n_fitting, 0),
                "{room}"
            );
            assert_eq!(
                store.all_entries().value.len(),
                6,
                "the rest is still on the screen"
            );

            backend.limit_units(None);
            store.save_unsaved().unwrap();
            assert!(
                backend
                    .texts()
                    .values()
                    .all(|text| text.contains("\"v\":1"))
            );
            assert_eq!(Store::open(backend).store.all_entries().value.len(), 6);
        }
    }

    #[test]
    fn a_migration_that_is_cut_short_at_any_write_goes_on_at_the_next_save() {
        for nth in 1..=4 {
            let backend = old_store();
            let mut store = Store::open(backend.clone()).store;
            backend.fail_at_write(nth, BackendError::Broken);
            for month in 9..12 {
                // The next ones are tried all the same, as a person would.
                let _ = store.save_entry(&new_entry(month));
            }
            let all = Store::open(backend.clone()).store.all_entries();
            assert_eq!(
                (all.value.len(), all.issues.len()),
                (if nth < 4 { 5 } else { 6 }, 0)
            );
            store.save_unsaved().unwrap();
            assert_eq!(Store::open(backend).store.all_entries().value.len(), 6);
        }
    }

    fn step(from: u32, to: u32) -> Step {
        Step {
            from,
            to,
            apply: |_, mut document| {
                document.as_array_mut()?.push(json!("step"));
                Some(document)
            },
        }
    }

    #[test]
    fn an_empty_chain_leaves_a_current_document_as_it_is() {
        assert_eq!(
            to_current(Part::Response, CURRENT, json!({"a": 1})),
            Some(json!({"a": 1}))
        );
    }

    #[test]
    fn a_version_without_a_way_is_refused() {
        assert_eq!(run(&[], 1, Part::Response, 0, json!({})), None);
        assert_eq!(run(&[step(2, 3)], 3, Part::Response, 1, json!([])), None);
    }

    #[test]
    fn only_the_steps_from_its_version_on_are_taken() {
        let steps = [step(1, 2), step(2, 3)];
        for (version, n_steps) in [(1, 2), (2, 1), (3, 0)] {
            let migrated = run(&steps, 3, Part::Settings, version, json!([]));
            assert_eq!(
                migrated.and_then(|done| Some(done.as_array()?.len())),
                Some(n_steps)
            );
        }
    }

    #[test]
    fn a_step_that_cannot_make_sense_of_the_document_refuses_it() {
        assert_eq!(run(&[step(1, 2)], 2, Part::Response, 1, json!({})), None);
    }

    #[test]
    fn a_chain_with_a_hole_a_wrong_start_or_a_missing_end_is_not_one() {
        assert!(is_chain(&[step(1, 2), step(2, 3)], 1, 3));
        assert!(!is_chain(&[step(1, 2), step(3, 4)], 1, 4));
        assert!(!is_chain(&[step(2, 3)], 1, 3));
        assert!(!is_chain(&[step(1, 2)], 1, 3));
        assert!(!is_chain(&[step(1, 1)], 1, 1));
    }
}
