//! Owns the questions, as a Questionnaire: their forms, their options, what numbers mean, and when they are asked.
//! May use: knowledge, i18n. Must not: a person's answers. Link ids are the ids of the items.

use serde_json::{Map, Value, json};

use super::enable_when::{enable_when, is_conditional};
use super::expressions::{enable_expression, variables};
use super::units::{self, Unit};
use super::{OWN, QUESTIONNAIRE};
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::safety::answers_of;
use crate::i18n::Messages;
use crate::knowledge::{
    ITEMS, Item, ItemKind, PARTS, SAFETY_QUESTIONS, SafetyQuestion, VERSION, item,
};

const EXTENSION: &str = "http://hl7.org/fhir/StructureDefinition";
const SDC_ENABLE_WHEN: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";
const ITEM_CONTROL: &str = "http://hl7.org/fhir/questionnaire-item-control";

/// What follows from the map and the list of places together: all parts that hurt, the part of the main place, and how many
/// of the five regions of the body hurt. Other questions depend on it, and no program could work it out from names of places.
pub(super) const SITES: &str = "derived.sites";
pub(super) const MAIN_SITE: &str = "derived.main_site";
pub(super) const REGIONS: &str = "derived.regions";
/// The list of places, whose options these are.
pub(super) const AREAS: &str = "map.areas";
/// The item after which they stand.
pub(super) const MAP: &str = "map.all";

/// How a question is answered in FHIR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A step of a scale of which only the ends have words.
    Whole,
    /// A step that has words of its own.
    Step,
    Number,
    Option,
    Options,
    Text,
    Texts,
    /// Several questions together.
    Group,
}

/// The form of an item.
pub(super) fn form(item: &Item) -> Form {
    match item.kind {
        ItemKind::Scale => Form::Whole,
        ItemKind::Rating if item.step_names.is_empty() => Form::Whole,
        ItemKind::Rating => Form::Step,
        ItemKind::Number => Form::Number,
        ItemKind::YesNo | ItemKind::Choice => Form::Option,
        ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks | ItemKind::Count => Form::Options,
        ItemKind::Numbers
        | ItemKind::Duration
        | ItemKind::Body
        | ItemKind::Texts
        | ItemKind::Safety => Form::Group,
        ItemKind::Map
        | ItemKind::Medicines
        | ItemKind::Tried
        | ItemKind::Diagnoses
        | ItemKind::Tests
        | ItemKind::Goals => Form::Texts,
        ItemKind::Text => Form::Text,
    }
}

/// All questions, in their order, part by part.
pub(super) fn questionnaire(t: &'static Messages) -> Value {
    let parts = PARTS.iter().map(|part| {
        let items = ITEMS.iter().filter(|item| item.part == part);
        let questions = items.flat_map(|item| {
            let derived = if item.id == MAP {
                derived(t)
            } else {
                Vec::new()
            };
            std::iter::once(question(t, item)).chain(derived)
        });
        json!({
            "linkId": part.id,
            "type": "group",
            "text": part.name,
            "item": questions.collect::<Vec<_>>(),
        })
    });
    let words = &t.exchange.fhir;
    json!({
        "resourceType": "Questionnaire",
        "extension": variables(),
        "url": QUESTIONNAIRE,
        "version": VERSION,
        "name": "TailoredQuestionnaire",
        "title": words.questionnaire_title,
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": words.questionnaire_copyright,
        "item": parts.collect::<Vec<_>>(),
    })
}

fn question(t: &'static Messages, item: &Item) -> Value {
    let mut question = Map::new();
    let mut set = |name: &str, value: Value| question.insert(name.to_owned(), value);
    set("linkId", item.id.into());
    set("text", item.ask.into());
    let form = form(item);
    let kind = match form {
        Form::Whole => "integer",
        Form::Number => "quantity",
        Form::Step | Form::Option | Form::Options => "choice",
        Form::Text | Form::Texts => "text",
        Form::Group => "group",
    };
    set("type", kind.into());
    if matches!(form, Form::Options | Form::Texts) {
        set("repeats", true.into());
    }
    let inner = inner_questions(t, item);
    if !inner.is_empty() {
        set("item", inner.into());
    }
    let options = answer_options(t, item);
    if kind == "choice" && !options.is_empty() {
        let options: Vec<Value> = options
            .iter()
            .map(|coding| json!({ "valueCoding": coding }))
            .collect();
        set("answerOption", options.into());
    }
    let mut extensions = Vec::new();
    if form == Form::Whole {
        let (least, most) = (item.min.unwrap_or(0.0), item.max.unwrap_or(10.0));
        extensions
            .push(json!({ "url": format!("{EXTENSION}/minValue"), "valueInteger": least as i64 }));
        extensions
            .push(json!({ "url": format!("{EXTENSION}/maxValue"), "valueInteger": most as i64 }));
    }
    if form == Form::Number {
        extensions.push(unit_option(units::of_item(item)));
    }
    match (enable_when(item), is_conditional(item)) {
        (Some((conditions, behaviour)), _) => {
            if conditions.len() > 1 {
                set("enableBehavior", behaviour.into());
            }
            set("enableWhen", conditions.into());
        }
        (None, true) => extensions.extend(enable_expression(item).map(|expression| {
            let expression = json!({ "language": "text/fhirpath", "expression": expression });
            json!({ "url": SDC_ENABLE_WHEN, "valueExpression": expression })
        })),
        (None, false) => {}
    }
    if !extensions.is_empty() {
        set("extension", extensions.into());
    }
    Value::Object(question)
}

fn unit_option(unit: Unit) -> Value {
    json!({ "url": format!("{EXTENSION}/questionnaire-unitOption"), "valueCoding": unit.coding() })
}

/// The options of a choice, as they are answered.
pub(super) fn answer_options(t: &'static Messages, item: &Item) -> Vec<Value> {
    let mut options: Vec<Value> = item
        .options
        .iter()
        .map(|option| coding(option.id, option.label))
        .collect();
    if item.kind == ItemKind::YesNo {
        options.extend(
            [("yes", t.yes), ("no", t.no), ("unsure", t.not_sure)]
                .map(|(code, display)| coding(code, display)),
        );
    }
    if form(item) == Form::Step {
        // What a step means comes first; its number stays beside it, for whoever counts.
        options.extend(item.step_names.iter().enumerate().map(|(place, name)| {
            let step = item.min.unwrap_or(0.0) as usize + place;
            let mut coding = coding(&step.to_string(), name);
            coding["extension"] =
                json!([{ "url": format!("{EXTENSION}/ordinalValue"), "valueDecimal": step }]);
            coding
        }));
    }
    // "None of these" is an answer too.
    options.extend(item.none.map(|label| coding("none", label)));
    options
}

fn coding(code: &str, display: &str) -> Value {
    json!({ "system": OWN, "code": code, "display": display })
}

/// The answers to a question about warning signs.
pub(super) fn sign_coding(t: &'static Messages, answer: SafetyAnswer) -> Value {
    coding(answer.word(), (t.exchange.fhir.sign_answer)(answer))
}

fn inner_questions(t: &'static Messages, item: &Item) -> Vec<Value> {
    let words = &t.exchange.fhir;
    let number = |name: &str, text: &str, unit: Unit| {
        json!({
            "linkId": inner_id(item, name), "type": "quantity", "text": text,
            "extension": [unit_option(unit)],
        })
    };
    match item.kind {
        ItemKind::Numbers => item
            .options
            .iter()
            .map(|option| number(option.id, option.label, units::of_item(item)))
            .collect(),
        ItemKind::Duration => vec![
            number("years", words.years, units::YEARS),
            number("months", words.months, units::MONTHS),
        ],
        ItemKind::Body => vec![
            number("height", words.height, units::CENTIMETRES),
            number("weight", words.weight, units::KILOGRAMS),
        ],
        ItemKind::Texts => item
            .options
            .iter()
            .map(|option| json!({ "linkId": inner_id(item, option.id), "type": "text", "text": option.label }))
            .collect(),
        ItemKind::Safety => SAFETY_QUESTIONS.iter().map(|known| safety_question(t, known)).collect(),
        _ => item.ends.map_or_else(Vec::new, |ends| {
            let ends = ends.into_iter().zip(["lower", "upper"]);
            ends.map(|(text, end)| end_of_scale(item, text, end)).collect()
        }),
    }
}

/// What the lowest and the highest step of a scale mean.
fn end_of_scale(item: &Item, text: &str, end: &str) -> Value {
    let control = json!({ "coding": [{ "system": ITEM_CONTROL, "code": end }] });
    json!({
        "linkId": inner_id(item, end), "type": "display", "text": text,
        "extension": [{
            "url": format!("{EXTENSION}/questionnaire-itemControl"),
            "valueCodeableConcept": control,
        }],
    })
}

/// The link id of a question inside an item.
pub(super) fn inner_id(item: &Item, name: &str) -> String {
    format!("{}.{name}", item.id)
}

fn safety_question(t: &'static Messages, question: &SafetyQuestion) -> Value {
    let answers = answers_of(question.kind).iter();
    let options: Vec<Value> = answers
        .map(|answer| json!({ "valueCoding": sign_coding(t, *answer) }))
        .collect();
    json!({ "linkId": question.id, "type": "choice", "text": question.ask, "answerOption": options })
}

/// The questions that nobody is asked: what follows from the places.
fn derived(t: &'static Messages) -> Vec<Value> {
    let words = &t.exchange.fhir;
    let options: Vec<Value> = item(AREAS)
        .map_or(&[][..], |item| item.options)
        .iter()
        .map(|option| json!({ "valueCoding": coding(option.id, option.label) }))
        .collect();
    vec![
        json!({
            "linkId": SITES, "type": "choice", "text": words.all_sites, "repeats": true,
            "readOnly": true, "answerOption": options,
        }),
        json!({
            "linkId": MAIN_SITE, "type": "choice", "text": words.main_site, "readOnly": true,
            "answerOption": options,
        }),
        json!({ "linkId": REGIONS, "type": "integer", "text": words.regions, "readOnly": true }),
    ]
}
