//! Owns which questions of a form apply, given what was answered.
//! May use: the model, answers. Must not: formulas; what they say is handed in.
//!
//! An answer to a question that does not apply counts as none. A question in one that does not apply does not apply either.

use std::collections::BTreeMap;

use super::{Answers, Form, Place, Value};

/// For each place whether it applies. `by_formula` has the places whose formula said no.
pub fn enabled(
    form: &Form,
    places: &[Place],
    answers: &Answers,
    by_formula: &BTreeMap<usize, bool>,
) -> Vec<bool> {
    let mut of_item = vec![Vec::new(); form.items.len()];
    for (at, place) in places.iter().enumerate() {
        of_item[place.item].push(at);
    }
    let mut enabled = vec![false; places.len()];
    for item in &form.order {
        for at in &of_item[*item] {
            let place = &places[*at];
            let parent = place.parent.is_none_or(|parent| enabled[parent]);
            enabled[*at] = parent && by_formula.get(at).copied().unwrap_or(true) && {
                let item = &form.items[*item];
                let holds = |condition: &super::Condition| {
                    let source = nearest(places, &of_item[condition.question], place);
                    let values = source.map_or(Vec::new(), |source| {
                        values(form, &places[source], enabled[source], answers)
                    });
                    condition.test.passes(&values)
                };
                let mut conditions = item.conditions.iter();
                match (conditions.len(), item.any) {
                    (0, _) => true,
                    (_, true) => conditions.any(holds),
                    (_, false) => conditions.all(holds),
                }
            };
        }
    }
    enabled
}

fn values(form: &Form, place: &Place, applies: bool, answers: &Answers) -> Vec<Value> {
    let item = &form.items[place.item];
    match applies && !item.is_stopped() {
        true => item.values(answers.get(&place.key)),
        false => Vec::new(),
    }
}

/// Of several places of one question the one that shares most of the groups around it.
fn nearest(places: &[Place], candidates: &[usize], to: &Place) -> Option<usize> {
    let shared = |at: &usize| {
        let turns = places[*at].turns.iter().zip(&to.turns);
        turns.take_while(|(one, other)| one == other).count()
    };
    // The first of those that share equally: `max_by_key` alone gives the last.
    candidates.iter().copied().rev().max_by_key(shared)
}
