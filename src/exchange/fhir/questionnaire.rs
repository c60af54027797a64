//! Owns the questions and the answers: Questionnaire and QuestionnaireResponse. Link ids are the ids of the items.
//! May use: domain, knowledge, i18n. Must not: put an answer in that was not given; unanswered is left out, never 0.

use serde_json::{Map, Value, json};

use super::conditions::enable_when;
use super::{OWN, QUESTIONNAIRE, Report, plain_text};
use crate::domain::body_map::site_name;
use crate::domain::handout::PRIVATE_FLAGS;
use crate::domain::questionnaire::model::{Answer, SafetyAnswer};
use crate::i18n::words::{answer_words, dose_words, effect_words, tried_detail, tried_name};
use crate::knowledge::{
    FLAGS, ITEMS, Item, ItemKind, PARTS, SAFETY_QUESTIONS, SafetyKind, SafetyQuestion, VERSION,
};

/// Options that stay out like the questions of [`PRIVATE_FLAGS`].
const PRIVATE_OPTIONS: [&str; 1] = ["substance_use"];

/// How a question is answered in FHIR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Whole,
    Number,
    Option,
    Options,
    Text,
    Texts,
    /// Several numbers, each with a question of its own.
    Group,
}

/// The form of an item.
pub(super) fn form(item: &Item) -> Form {
    match item.kind {
        ItemKind::Scale | ItemKind::Rating => Form::Whole,
        ItemKind::Number => Form::Number,
        ItemKind::YesNo | ItemKind::Choice => Form::Option,
        ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks | ItemKind::Count => Form::Options,
        ItemKind::Numbers | ItemKind::Duration | ItemKind::Body | ItemKind::Safety => Form::Group,
        ItemKind::Map
        | ItemKind::Texts
        | ItemKind::Medicines
        | ItemKind::Tried
        | ItemKind::Diagnoses
        | ItemKind::Tests
        | ItemKind::Goals => Form::Texts,
        ItemKind::Text => Form::Text,
    }
}

/// All questions, in their order, part by part.
pub(super) fn questionnaire() -> Value {
    let parts = PARTS.iter().map(|part| {
        let items = ITEMS.iter().filter(|item| item.part == part);
        json!({
            "linkId": part.id,
            "type": "group",
            "text": part.name,
            "item": items.map(question).collect::<Vec<_>>(),
        })
    });
    json!({
        "resourceType": "Questionnaire",
        "url": QUESTIONNAIRE,
        "version": VERSION,
        "name": "TailoredQuestionnaire",
        "title": "Tailored: questions about long-lasting pain",
        "status": "active",
        "copyright": "Own wording. Not a validated instrument.",
        "item": parts.collect::<Vec<_>>(),
    })
}

fn question(item: &Item) -> Value {
    let mut question = Map::new();
    let mut set = |name: &str, value: Value| question.insert(name.to_owned(), value);
    set("linkId", item.id.into());
    set("text", item.ask.into());
    let form = form(item);
    let kind = match form {
        Form::Whole => "integer",
        Form::Number => "decimal",
        Form::Option | Form::Options => "choice",
        Form::Text | Form::Texts => "text",
        Form::Group => "group",
    };
    set("type", kind.into());
    if matches!(form, Form::Options | Form::Texts) {
        set("repeats", true.into());
    }
    let inner = inner_questions(item);
    if !inner.is_empty() {
        set("item", inner.into());
    }
    let options = answer_options(item);
    if kind == "choice" && !options.is_empty() {
        set("answerOption", options.into());
    }
    if let Some((conditions, behaviour)) = item.when.and_then(enable_when) {
        if conditions.len() > 1 {
            set("enableBehavior", behaviour.into());
        }
        set("enableWhen", conditions.into());
    }
    Value::Object(question)
}

fn answer_options(item: &Item) -> Vec<Value> {
    let coding = |code: &str, display: &str| json!({ "valueCoding": { "system": OWN, "code": code, "display": display } });
    let mut options: Vec<Value> = item
        .options
        .iter()
        .map(|option| coding(option.id, option.label))
        .collect();
    if item.kind == ItemKind::YesNo {
        options.extend(YES_NO.map(|(code, display)| coding(code, display)));
    }
    // "None of these" is an answer too.
    options.extend(item.none.map(|label| coding("none", label)));
    options
}

const YES_NO: [(&str, &str); 3] = [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")];

fn inner_questions(item: &Item) -> Vec<Value> {
    let decimal = |name: &str, text: &str| json!({ "linkId": inner_id(item, name), "type": "decimal", "text": text });
    match item.kind {
        ItemKind::Numbers => item
            .options
            .iter()
            .map(|option| decimal(option.id, option.label))
            .collect(),
        ItemKind::Duration => vec![decimal("years", "Years"), decimal("months", "Months")],
        ItemKind::Body => vec![
            decimal("height", "Height in cm"),
            decimal("weight", "Weight in kg"),
        ],
        ItemKind::Safety => SAFETY_QUESTIONS.iter().map(safety_question).collect(),
        _ => Vec::new(),
    }
}

fn inner_id(item: &Item, name: &str) -> String {
    format!("{}.{name}", item.id)
}

fn safety_question(question: &SafetyQuestion) -> Value {
    let fits = |answer: SafetyAnswer| match question.kind {
        SafetyKind::FourWay => answer != SafetyAnswer::Yes,
        SafetyKind::YesNo => matches!(
            answer,
            SafetyAnswer::Yes | SafetyAnswer::No | SafetyAnswer::NotSure
        ),
    };
    let answers = SafetyAnswer::WORDS
        .iter()
        .filter(|(answer, _)| fits(*answer));
    let options: Vec<Value> = answers
        .map(|(_, word)| json!({ "valueCoding": { "system": OWN, "code": word } }))
        .collect();
    json!({ "linkId": question.id, "type": "choice", "text": question.ask, "answerOption": options })
}

/// The answers that were given to questions that are shown.
pub(super) fn response(report: &Report) -> Value {
    let record = report.record;
    let parts = PARTS.iter().filter_map(|part| {
        let items = record
            .course
            .visible
            .iter()
            .filter(|item| item.part == part);
        let items: Vec<Value> = items.filter_map(|item| answered(report, item)).collect();
        (!items.is_empty()).then(|| json!({ "linkId": part.id, "text": part.name, "item": items }))
    });
    let authored = record.response.changed.unwrap_or(record.date);
    let parts: Vec<Value> = parts.collect();
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{QUESTIONNAIRE}|{VERSION}"),
        "status": "completed",
        "authored": authored.to_string(),
        "subject": report.reference("patient"),
        "author": report.reference("patient"),
        "source": report.reference("patient"),
    });
    if !parts.is_empty() {
        response["item"] = parts.into();
    }
    response
}

fn answered(report: &Report, item: &Item) -> Option<Value> {
    let inner = inner_answers(report, item);
    if !inner.is_empty() {
        return Some(json!({ "linkId": item.id, "text": item.ask, "item": inner }));
    }
    let values = values(report, item, report.record.response.answer(item.id)?);
    (!values.is_empty()).then(|| json!({ "linkId": item.id, "text": item.ask, "answer": values }))
}

fn inner_answers(report: &Report, item: &Item) -> Vec<Value> {
    let number = |name: &str, typed: &str| {
        let value = decimal(typed)?;
        Some(json!({ "linkId": inner_id(item, name), "answer": [{ "valueDecimal": value }] }))
    };
    if item.kind == ItemKind::Safety {
        return safety_answers(report);
    }
    match report.record.response.answer(item.id) {
        Some(Answer::Numbers(typed)) if item.kind == ItemKind::Numbers => {
            let known = item
                .options
                .iter()
                .filter_map(|option| Some((option.id, typed.get(option.id)?)));
            known.filter_map(|(id, typed)| number(id, typed)).collect()
        }
        Some(Answer::Duration { years, months }) => {
            [number("years", years), number("months", months)]
                .into_iter()
                .flatten()
                .collect()
        }
        Some(Answer::Body {
            height_cm,
            weight_kg,
        }) => [number("height", height_cm), number("weight", weight_kg)]
            .into_iter()
            .flatten()
            .collect(),
        _ => Vec::new(),
    }
}

fn safety_answers(report: &Report) -> Vec<Value> {
    let is_private = |id: &str| {
        let private = FLAGS.iter().filter(|flag| PRIVATE_FLAGS.contains(&flag.id));
        private
            .flat_map(|flag| flag.questions)
            .any(|question| question.id == id)
    };
    let answers = SAFETY_QUESTIONS
        .iter()
        .filter(|question| report.options.private || !is_private(question.id));
    answers
        .filter_map(|question| {
            let answers = &report.record.response.safety;
            let (_, answer) = answers.iter().find(|(id, _)| id.as_str() == question.id)?;
            Some(json!({
                "linkId": question.id,
                "text": question.ask,
                "answer": [{ "valueCoding": { "system": OWN, "code": answer.word() } }],
            }))
        })
        .collect()
}

fn values(report: &Report, item: &Item, answer: &Answer) -> Vec<Value> {
    let coding = |code: &str| {
        let options = answer_options(item);
        let known = options
            .iter()
            .find(|option| option["valueCoding"]["code"] == code);
        known
            .cloned()
            .filter(|_| report.options.private || !PRIVATE_OPTIONS.contains(&code))
    };
    let text = |text: &str| Some(json!({ "valueString": plain_text(text)? }));
    match (form(item), answer) {
        (Form::Whole, Answer::Level(level)) => vec![json!({ "valueInteger": level })],
        (Form::Number, Answer::Number(typed)) => {
            let value = decimal(typed);
            value
                .map(|value| json!({ "valueDecimal": value }))
                .into_iter()
                .collect()
        }
        (Form::Option, Answer::Choice(chosen)) => coding(chosen).into_iter().collect(),
        (Form::Options, Answer::Choices(ticked)) if ticked.is_empty() => {
            coding("none").into_iter().collect()
        }
        (Form::Options, Answer::Choices(ticked)) => {
            ticked.iter().filter_map(|id| coding(id)).collect()
        }
        (Form::Text, Answer::Text(words)) => text(words).into_iter().collect(),
        (Form::Texts, Answer::Sites(sites)) => sites
            .iter()
            .filter_map(|site| text(&site_name(site)))
            .collect(),
        (Form::Texts, Answer::Medicines(list)) => list
            .iter()
            .filter_map(|medicine| {
                text(&format!(
                    "{} {}",
                    medicine.name,
                    dose_words(report.t, medicine)
                ))
            })
            .collect(),
        (Form::Texts, Answer::Tried(list)) => list
            .iter()
            .filter_map(|tried| {
                let effect = effect_words(report.t, tried.effect);
                let detail = tried_detail(report.t, tried);
                text(&format!("{}: {effect}. {detail}", tried_name(tried)))
            })
            .collect(),
        (
            Form::Texts,
            Answer::Texts(_) | Answer::Diagnoses(_) | Answer::Tests(_) | Answer::Goals(_),
        ) => {
            let words = answer_words(report.t, item, Some(answer));
            text(&words).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A number as typed, with a point or a comma; none when it is not a number.
fn decimal(typed: &str) -> Option<Value> {
    let number: f64 = typed.trim().replace(',', ".").parse().ok()?;
    // Whole numbers are written without a fraction.
    match number {
        whole if whole.fract() == 0.0 && whole.abs() < 1e9 => Some(json!(whole as i64)),
        number if number.is_finite() => Some(json!(number)),
        _ => None,
    }
}
