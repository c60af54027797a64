//! Owns which items a fact rests on: for everybody who must be able to trace a value back to an answer.
//! May use: flow, the item tables. Must not: decide values.

use super::flow::Course;
use super::response::Response;
use crate::domain::collections::InOrder;
use crate::domain::plan::facts::FactId;
use crate::knowledge::{ITEMS, Item};

/// The visible items whose answers decide the value of a known given fact, in the order of the questionnaire.
/// Nothing when the fact is unknown.
pub fn items_behind(id: FactId, course: &Course, response: &Response) -> Vec<&'static Item> {
    if course.facts.get(id).is_none() {
        return Vec::new();
    }
    let mut items: Vec<&'static Item> = course
        .visible
        .iter()
        .copied()
        // An answer that says what an earlier one said already stands behind the fact as well.
        .filter(|item| {
            course.gave(item, id) || item.fact == Some(id) && course.is_answered(item, response)
        })
        .collect();
    // A sum or a score rests on every item that adds to it.
    let adds = |item: &Item| item.sum == Some(id) || item.scored.contains(&id);
    if items.iter().any(|item| adds(item)) {
        items.extend(
            ITEMS
                .iter()
                .filter(|item| adds(item) && course.visible.contains(item)),
        );
        items.put_in_order_by_key(|item| item.place);
        items.dedup();
    }
    items
}
