//! Owns putting two changes of one thing together: what it was before, what was made of it here, what is stored now.
//! May use: serde_json. Must not: know what a field means, keys, a back end.
//!
//! A tab that saves a thing as it has it on the screen would undo what another tab changed in the same thing meanwhile. So a
//! save names both ends of its own change, and only what differs between them is changed in what is stored.
//! Where both changed the same field, the one who saves now has the last word.

use serde_json::{Map, Value};

use crate::domain::collections::InOrder;

/// How two changes of one list of words are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// Each word stands for itself, as places on the map do: both changes count.
    Each,
    /// The words are one answer, which may say "none of these": one of the changes counts.
    AsOne,
}

/// What is stored now (`there`), with what was changed between `from` and `to`.
pub(super) fn three_way(from: &Value, to: &Value, there: &Value, words: Words) -> Value {
    if from == to || to == there {
        return there.clone();
    }
    if from == there {
        return to.clone();
    }
    match (from, to, there) {
        (Value::Object(from), Value::Object(to), Value::Object(there)) => {
            Value::Object(objects(from, to, there, words))
        }
        (Value::Array(from), Value::Array(to), Value::Array(there)) => {
            match (kind_of([from, to, there]), words) {
                (Lists::Records, _) => Value::Array(records(from, to, there, words)),
                (Lists::Words, Words::Each) => Value::Array(joined(from, to, there)),
                (Lists::Words, Words::AsOne) | (Lists::Other, _) => Value::Array(to.clone()),
            }
        }
        _ => to.clone(),
    }
}

fn objects(
    from: &Map<String, Value>,
    to: &Map<String, Value>,
    there: &Map<String, Value>,
    words: Words,
) -> Map<String, Value> {
    let mut names: Vec<&String> = there.keys().chain(to.keys()).collect();
    names.put_in_order();
    names.dedup();
    let fields = names.into_iter().filter_map(|name| {
        let value = field(from.get(name), to.get(name), there.get(name), words)?;
        Some((name.clone(), value))
    });
    fields.collect()
}

/// A field that may be missing. What nothing was said in is not written, so a missing list is an empty one.
fn field(
    from: Option<&Value>,
    to: Option<&Value>,
    there: Option<&Value>,
    words: Words,
) -> Option<Value> {
    if from == to || to == there {
        return there.cloned();
    }
    if from == there {
        return to.cloned();
    }
    let empty = match [from, to, there].into_iter().flatten().next()? {
        Value::Array(_) => Value::Array(Vec::new()),
        Value::Object(_) => Value::Object(Map::new()),
        _ => return to.cloned(),
    };
    let whole = |value: Option<&Value>| value.cloned().unwrap_or_else(|| empty.clone());
    let value = three_way(&whole(from), &whole(to), &whole(there), words);
    (value != empty).then_some(value)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// Objects, or lists of their own: a medicine with its amount.
    Records,
    Words,
    /// One value of several parts, such as a moment.
    Other,
}

fn kind_of(lists: [&Vec<Value>; 3]) -> Lists {
    let all = |is: fn(&Value) -> bool| lists.into_iter().flatten().all(is);
    if all(|item| item.is_object() || item.is_array()) {
        Lists::Records
    } else if all(Value::is_string) {
        Lists::Words
    } else {
        Lists::Other
    }
}

/// Records have no names: while nobody took one away, each is known by its place, and new ones stand behind.
fn records(from: &[Value], to: &[Value], there: &[Value], words: Words) -> Vec<Value> {
    let n_known = from.len();
    if to.len() < n_known || there.len() < n_known {
        return joined(from, to, there);
    }
    let known = from.iter().zip(to).zip(there);
    let mut all: Vec<Value> = known
        .map(|((from, to), there)| match (from, to, there) {
            // A record that is a list has a part in each place.
            (Value::Array(from), Value::Array(to), Value::Array(there))
                if from.len() == to.len() && from.len() == there.len() =>
            {
                let parts = from.iter().zip(to).zip(there);
                let parts = parts.map(|((from, to), there)| three_way(from, to, there, words));
                Value::Array(parts.collect())
            }
            _ => three_way(from, to, there, words),
        })
        .collect();
    all.extend(to.iter().skip(n_known).cloned());
    for item in there.iter().skip(n_known) {
        if !to.iter().skip(n_known).any(|mine| mine == item) {
            all.push(item.clone());
        }
    }
    all
}

/// What was made of a list here, without what was taken away there, and with what was added there.
fn joined(from: &[Value], to: &[Value], there: &[Value]) -> Vec<Value> {
    let was_taken_away = |item: &&Value| from.contains(item) && !there.contains(item);
    let mut all: Vec<Value> = to
        .iter()
        .filter(|item| !was_taken_away(item))
        .cloned()
        .collect();
    for item in there {
        if !from.contains(item) && !to.contains(item) {
            all.push(item.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn each(from: Value, to: Value, there: Value) -> Value {
        three_way(&from, &to, &there, Words::Each)
    }

    #[test]
    fn only_what_was_changed_is_changed() {
        let both = each(
            json!({"p": 3}),
            json!({"p": 4}),
            json!({"p": 3, "n": "a note"}),
        );
        assert_eq!(both, json!({"p": 4, "n": "a note"}));
        let taken_back = each(json!({"p": 3}), json!({}), json!({"p": 3, "n": "a note"}));
        assert_eq!(taken_back, json!({"n": "a note"}));
        let same_field = each(json!({"p": 3}), json!({"p": 4}), json!({"p": 7}));
        assert_eq!(same_field, json!({"p": 4}), "the one who saves now");
    }

    #[test]
    fn words_of_both_are_there_and_those_that_one_took_away_are_not() {
        let both = each(
            json!({"R": ["a", "b"]}),
            json!({"R": ["a", "b", "c"]}),
            json!({"R": ["b", "d"]}),
        );
        assert_eq!(both, json!({"R": ["b", "c", "d"]}));
        let both_began = each(json!({}), json!({"R": ["a"]}), json!({"R": ["b"]}));
        assert_eq!(both_began, json!({"R": ["a", "b"]}));
        let none_is_left = each(json!({"R": ["a"]}), json!({}), json!({"R": []}));
        assert_eq!(none_is_left, json!({}));
    }

    #[test]
    fn the_words_of_one_answer_are_never_mixed() {
        let from = json!({"choices": ["back"]});
        let to = json!({"choices": ["none"]});
        let there = json!({"choices": ["back", "neck"]});
        assert_eq!(three_way(&from, &to, &there, Words::AsOne), to);
    }

    #[test]
    fn a_record_is_changed_in_its_place_and_new_ones_stand_behind() {
        let from = json!([["ibuprofen", "400", {}]]);
        let to = json!([["ibuprofen", "800", {}], ["tea", "", {}]]);
        let there = json!([["ibuprofen", "400", {"h": "better"}], ["rest", "", {}]]);
        let both =
            json!([["ibuprofen", "800", {"h": "better"}], ["tea", "", {}], ["rest", "", {}]]);
        assert_eq!(each(from, to, there), both, "no dose is counted twice");
    }

    #[test]
    fn a_record_that_one_took_away_stays_away() {
        let both = each(
            json!([{"a": 1}, {"b": 1}]),
            json!([{"b": 1}]),
            json!([{"a": 1}, {"b": 1}, {"c": 1}]),
        );
        assert_eq!(both, json!([{"b": 1}, {"c": 1}]));
    }

    #[test]
    fn a_moment_is_taken_whole() {
        let both = each(
            json!([0, 600, 60]),
            json!([0, 630, 60]),
            json!([1, 600, 60]),
        );
        assert_eq!(both, json!([0, 630, 60]));
    }
}
