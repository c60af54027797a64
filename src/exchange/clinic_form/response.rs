//! Owns the answers to a clinic's own form as a QuestionnaireResponse, both ways.
//! May use: domain, serde_json. Must not: put in what does not apply, or what was not answered.

use serde_json::{Value as Json, json};

use super::{list, of_any_type, options, text};
use crate::domain::clinic_form::answers::{Answers, OWN_WORDS, Place, places};
use crate::domain::clinic_form::{Form, Item, Kind, Value};

/// The items of a response: what applies and was answered.
pub(super) fn items(
    form: &Form,
    places: &[Place],
    enabled: &[bool],
    answers: &Answers,
    zone: &str,
) -> Json {
    let mut inside = vec![Vec::new(); places.len() + 1];
    // From the last: what is inside a place stands behind it, so it is ready when the place is.
    for (at, place) in places.iter().enumerate().rev() {
        let mut below: Vec<Json> = std::mem::take(&mut inside[at]);
        below.reverse();
        let item = &form.items[place.item];
        if !enabled[at] || item.is_stopped() {
            continue;
        }
        let mut one = json!({ "linkId": item.link_id });
        if !item.text.is_empty() {
            one["text"] = item.text.as_str().into();
        }
        if item.kind == Kind::Group {
            if below.is_empty() {
                continue;
            }
            one["item"] = below.into();
        } else {
            let typed = answers.get(&place.key).into_iter().flatten();
            let mut said: Vec<Json> = typed
                .filter_map(|typed| answer(item, typed, zone))
                .collect();
            let Some(first) = said.first_mut() else {
                continue;
            };
            if !below.is_empty() {
                first["item"] = below.into();
            }
            one["answer"] = said.into();
        }
        inside[place.parent.unwrap_or(places.len())].push(one);
    }
    let mut top = inside.pop().unwrap_or_default();
    top.reverse();
    top.into()
}

/// One answer as FHIR writes it.
fn answer(item: &Item, typed: &str, zone: &str) -> Option<Json> {
    let value = item.value(typed)?;
    if let Some(option) = item.option(typed).filter(|_| !item.options.is_empty()) {
        return serde_json::from_str(&option.spelled).ok();
    }
    Some(match value {
        Value::Boolean(yes) => json!({ "valueBoolean": yes }),
        Value::Number(number) if item.kind == Kind::Integer => {
            json!({ "valueInteger": number as i64 })
        }
        Value::Number(number) => json!({ "valueDecimal": written(number) }),
        Value::Quantity { number, unit } => {
            let mut quantity = json!({ "value": written(number) });
            let known = item
                .units
                .iter()
                .find(|known| known.code == unit || known.label == unit);
            match known {
                Some(known) => {
                    quantity["unit"] = known.label.as_str().into();
                    for (name, words) in [("system", &known.system), ("code", &known.code)] {
                        if !words.is_empty() {
                            quantity[name] = words.as_str().into();
                        }
                    }
                }
                None if unit.is_empty() => {}
                None => quantity["unit"] = unit.into(),
            }
            json!({ "valueQuantity": quantity })
        }
        Value::Text(words) => match item.kind {
            Kind::Date => json!({ "valueDate": words }),
            Kind::Time => json!({ "valueTime": words }),
            // A moment needs its seconds and its time zone.
            Kind::DateTime => {
                let moment = match words.len() {
                    16 => format!("{words}:00{zone}"),
                    _ => words,
                };
                json!({ "valueDateTime": moment })
            }
            Kind::Url => json!({ "valueUri": words }),
            _ => json!({ "valueString": words.trim_start_matches(OWN_WORDS) }),
        },
        Value::Coding { .. } => return None,
    })
}

/// Whole numbers are written without a fraction.
fn written(number: f64) -> Json {
    match number.fract() == 0.0 && number.abs() < 1e15 {
        true => (number as i64).into(),
        false => number.into(),
    }
}

/// Reads the answers of a response; also says what of it was not taken: ids that the form does not have, and answers that
/// the question cannot have.
pub fn read(form: &Form, text_of_file: &str) -> Result<(Answers, Vec<String>), String> {
    let json: Json = serde_json::from_str(text_of_file).map_err(|error| error.to_string())?;
    if text(&json, "resourceType") != "QuestionnaireResponse" {
        return Err("not a QuestionnaireResponse".to_owned());
    }
    let mut answers = Answers::new();
    let mut left = Vec::new();
    count_groups(form, &json, &mut Vec::new(), &mut answers);
    let places = places(form, &answers);
    take(form, &places, &json, &[], (&mut answers, &mut left));
    Ok((answers, left))
}

fn item_of<'f>(form: &'f Form, json: &Json) -> Option<&'f Item> {
    let mut items = form.items.iter();
    items.find(|item| item.link_id == text(json, "linkId"))
}

/// A group that is there several times has so many times.
fn count_groups(form: &Form, json: &Json, turns: &mut Vec<usize>, answers: &mut Answers) {
    each(form, json, turns, &mut |item, one, key, turns| {
        if item.is_repeated_group() {
            let times = turns.last().map_or(1, |turn| turn + 1);
            answers.insert(key, vec![times.to_string()]);
        }
        count_groups(form, one, turns, answers);
    });
}

/// Gets an item of the form, that of the response, its key, and which times of the groups around it.
type Then<'t> = &'t mut dyn FnMut(&Item, &Json, String, &mut Vec<usize>);

/// Each item of a response with its item of the form, its key, and which times of the groups around it.
fn each(form: &Form, json: &Json, turns: &mut Vec<usize>, then: Then) {
    let mut seen: Vec<&str> = Vec::new();
    for one in list(json, "item") {
        let Some(item) = item_of(form, one) else {
            continue;
        };
        let key = crate::domain::clinic_form::answers::key(&item.link_id, turns);
        let repeats = item.is_repeated_group();
        if repeats {
            turns.push(seen.iter().filter(|id| **id == item.link_id).count());
        }
        seen.push(&item.link_id);
        then(item, one, key, turns);
        for answer in list(one, "answer") {
            each(form, answer, turns, then);
        }
        if repeats {
            turns.pop();
        }
    }
}

fn take(
    form: &Form,
    places: &[Place],
    json: &Json,
    turns: &[usize],
    (answers, left): (&mut Answers, &mut Vec<String>),
) {
    for one in list(json, "item") {
        if item_of(form, one).is_none() {
            left.push(text(one, "linkId").to_owned());
        }
    }
    let mut inner: Vec<(Json, Vec<usize>)> = Vec::new();
    each(
        form,
        json,
        &mut turns.to_vec(),
        &mut |item, one, key, turns| {
            if !places.iter().any(|place| place.key == key) {
                left.push(item.link_id.clone());
            }
            for answer in list(one, "answer") {
                let typed = of_any_type(answer, "value")
                    .and_then(|(spelled, value)| options::typed(item, spelled, value));
                match typed {
                    Some(typed) => answers.entry(key.clone()).or_default().push(typed),
                    None => left.push(item.link_id.clone()),
                }
            }
            inner.push((json!({ "item": one["item"] }), turns.clone()));
        },
    );
    for (json, turns) in inner {
        take(form, places, &json, &turns, (answers, left));
    }
}
