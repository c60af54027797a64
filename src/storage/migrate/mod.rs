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
const FIRST: u32 = 1;

/// One step: it turns a text of version `from` into one of version `to`.
struct Step {
    from: u32,
    to: u32,
    /// Gets and returns the whole document; the version number is set by the caller. None when it cannot be right.
    apply: fn(Part, Value) -> Option<Value>,
}

const STEPS: &[Step] = &[];

const _: () = assert!(
    is_chain(STEPS, FIRST, CURRENT),
    "each step must start where the last one ended, from the first version to the current one"
);

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
        assert_eq!(to_current(Part::Response, 0, json!({})), None);
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
