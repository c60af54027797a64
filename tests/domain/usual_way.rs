//! The usual way leaves out nothing that keeps a person safe.

use std::collections::BTreeSet;

use tailored::domain::plan::facts::{FactId, fact};
use tailored::knowledge::{AVOIDS, CAUTIONS, FLAGS, ITEMS, Item, SCOPES};

use super::plan_reads::reads;

/// Read where safety is decided, and asked only of those who want to tell everything; each with the reason.
const LEFT_FOR_LATER: [(FactId, &str); 2] = [
    (
        fact::BMI,
        "one of four risks of which two matter; asked of those with sore knees and hips",
    ),
    (
        fact::HEADACHE_MONTHS,
        "stands in for the months of frequent medicine, which are asked",
    ),
];

fn provides(item: &Item, id: FactId) -> bool {
    item.fact == Some(id)
        || item.sum == Some(id)
        || item.scored.contains(&id)
        || item.options.iter().any(|option| option.fact == Some(id))
}

#[test]
fn every_fact_that_decides_about_safety_is_asked_on_the_usual_way() {
    let conditions = (AVOIDS.iter().map(|avoid| avoid.when))
        .chain(CAUTIONS.iter().map(|caution| caution.when))
        .chain(SCOPES.iter().map(|scope| scope.when))
        .chain(FLAGS.iter().map(|flag| flag.when));
    let read: BTreeSet<FactId> = conditions.flat_map(|when| reads(when).facts).collect();
    assert!(read.len() > 30);
    for id in read {
        let is_asked = ITEMS
            .iter()
            .filter(|item| provides(item, id))
            .all(|item| !item.extra);
        let may_wait = LEFT_FOR_LATER.iter().any(|(fact, _)| *fact == id);
        assert_eq!(is_asked, !may_wait, "{}", id.name());
    }
}
