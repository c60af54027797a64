//! Owns the answers, as a QuestionnaireResponse.
//! May use: domain, knowledge, i18n. Must not: put in what was not said; what is not there says why, and is never 0 or "no".
//!
//! What stays out for privacy is not there at all, asked or not, so that its absence tells nothing. A list of which only such
//! lines were ticked looks like one that was left out: for the receiver that is what it is.

use serde_json::{Value, json};

use super::absent::{Reason, as_typed};
use super::questionnaire::{Form, MAIN_SITE, MAP, REGIONS, SITES, answer_options, form, inner_id};
use super::units::{self, Unit};
use super::{QUESTIONNAIRE, Report, plain_text, signs};
use crate::domain::body_map::primary_site;
use crate::domain::handout::sensitive::private_block;
use crate::domain::handout::{PaperBlock, sensitive};
use crate::domain::plan::facts::fact;
use crate::domain::questionnaire::answered::GivenBetween;
use crate::domain::questionnaire::check::{read_for, read_number};
use crate::domain::questionnaire::model::Answer;
use crate::i18n::words::answer_words;
use crate::knowledge::{Item, ItemKind, PARTS, VERSION, item};

/// On which day, or between which days, an answer was given that can be older than the others.
const ANSWERED_ON: &str = "urn:tailored:answered-on";

/// The answers to the questions that the person is asked.
pub(super) fn response(report: &Report) -> Value {
    let record = report.record;
    let parts = PARTS.iter().filter_map(|part| {
        let items = record.course.visible.iter();
        let items = items.filter(|item| item.part == part);
        let items: Vec<Value> = items.flat_map(|item| answered(report, item)).collect();
        (!items.is_empty()).then(|| json!({ "linkId": part.id, "text": part.name, "item": items }))
    });
    let parts: Vec<Value> = parts.collect();
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{QUESTIONNAIRE}|{VERSION}"),
        "status": if is_complete(report) { "completed" } else { "in-progress" },
        "authored": authored(report).to_string(),
        "subject": report.reference("patient"),
        "author": report.writer(),
        "source": report.source(),
    });
    if !parts.is_empty() {
        response["item"] = parts.into();
    }
    response
}

/// Every question of the way that the person chose was gone through.
pub(super) fn is_complete(report: &Report) -> bool {
    let record = report.record;
    record.course.open(record.response).next().is_none()
}

fn authored(report: &Report) -> crate::domain::date::NaiveDate {
    report.record.response.changed.unwrap_or(report.record.date)
}

/// What became of a question.
pub(super) enum Said {
    Answers(Vec<Value>),
    Inner(Vec<Value>),
    Absent(Reason, Option<String>),
    /// It stays out.
    Private,
}

/// An item with what follows from it.
fn answered(report: &Report, item: &'static Item) -> Vec<Value> {
    let mut all = Vec::new();
    let said = said(report, item);
    let mut extensions = Vec::new();
    let is_there = matches!(said, Said::Answers(_) | Said::Inner(_));
    if is_there && item.kind != ItemKind::Safety {
        extensions.extend(older(report, report.record.given(item.id)));
    }
    let mut one = json!({ "linkId": item.id, "text": item.ask });
    match said {
        Said::Private => return all,
        Said::Answers(answers) => one["answer"] = answers.into(),
        Said::Inner(inner) => one["item"] = inner.into(),
        Said::Absent(reason, typed) => extensions.extend(absence(reason, typed)),
    }
    if !extensions.is_empty() {
        one["extension"] = extensions.into();
    }
    all.push(one);
    if item.id == MAP {
        all.extend(derived(report));
    }
    all
}

fn absence(reason: Reason, typed: Option<String>) -> Vec<Value> {
    let typed = typed.and_then(|typed| plain_text(&typed));
    let mut extensions = vec![reason.extension()];
    extensions.extend(typed.map(|typed| as_typed(&typed)));
    extensions
}

/// Says on which day, when it was not the day on which the answers were last changed; or between which days, when nobody
/// noted it.
pub(super) fn older(report: &Report, given: GivenBetween) -> Option<Value> {
    match given.day() {
        Some(day) if day == authored(report) => None,
        Some(day) => Some(json!({ "url": ANSWERED_ON, "valueDate": day.to_string() })),
        None => {
            let period = json!({ "start": given.first.to_string(), "end": given.last.to_string() });
            Some(json!({ "url": ANSWERED_ON, "valuePeriod": period }))
        }
    }
}

fn said(report: &Report, item: &'static Item) -> Said {
    if is_out(report, private_block(item.id, None)) {
        return Said::Private;
    }
    if item.kind == ItemKind::Safety {
        return signs::asked(report);
    }
    match report.record.response.answer(item.id) {
        None => Said::Absent(Reason::NotAsked, None),
        Some(Answer::Skipped) => Said::Absent(Reason::Declined, None),
        Some(answer) => told(report, item, answer),
    }
}

/// Whether a part of the pages stays out of this report.
pub(super) fn is_out(report: &Report, block: Option<PaperBlock>) -> bool {
    block.is_some_and(|block| match block {
        PaperBlock::Name => !report.options.identity.name,
        PaperBlock::Substances => !report.options.substances,
        _ => false,
    })
}

fn told(report: &Report, item: &'static Item, answer: &Answer) -> Said {
    let t = report.t;
    let words = || answer_words(t, item, Some(answer));
    let one = |value: Value| Said::Answers(vec![value]);
    let text = |text: &str| match plain_text(text) {
        Some(text) => Said::Answers(vec![json!({ "valueString": text })]),
        None => Said::Absent(Reason::NotAsked, None),
    };
    match (form(item), answer) {
        (Form::Whole, Answer::Level(level)) => match is_step(item, *level) {
            true => one(json!({ "valueInteger": level })),
            false => Said::Absent(Reason::Unsupported, Some(level.to_string())),
        },
        (Form::Step, Answer::Level(level)) => coded(report, item, &[level.to_string()]),
        (Form::Number, Answer::Number(typed)) => {
            match number(read_for(item, typed).ok().flatten(), typed) {
                Number::Read(value) => {
                    one(json!({ "valueQuantity": units::of_item(item).quantity(value) }))
                }
                Number::Typed(typed) => Said::Absent(Reason::AsText, Some(typed)),
                Number::Nothing => Said::Absent(Reason::NotAsked, None),
            }
        }
        (Form::Option, Answer::Choice(chosen)) => coded(report, item, std::slice::from_ref(chosen)),
        (Form::Options, Answer::Choices(ticked)) if ticked.is_empty() => {
            coded(report, item, &["none".to_owned()])
        }
        (Form::Options, Answer::Choices(ticked)) => coded(report, item, ticked),
        (Form::Text, Answer::Text(words)) => text(words),
        (Form::Group, _) => inner(report, item, answer),
        (Form::Texts, _) => match lines(report, item, answer) {
            // "None so far" and the like.
            lines if lines.is_empty() && is_list(answer) => text(&words()),
            lines if lines.is_empty() => Said::Absent(Reason::NotAsked, None),
            lines => Said::Answers(
                lines
                    .iter()
                    .map(|line| json!({ "valueString": line }))
                    .collect(),
            ),
        },
        // An answer of another kind, from another version.
        _ => Said::Absent(Reason::Unsupported, Some(words())),
    }
}

fn is_step(item: &Item, level: u8) -> bool {
    let level = f64::from(level);
    (item.min.unwrap_or(0.0)..=item.max.unwrap_or(10.0)).contains(&level)
}

/// The options by their codes, with their meaning.
fn coded(report: &Report, item: &'static Item, codes: &[String]) -> Said {
    let options = answer_options(report.t, item);
    let mut values = Vec::new();
    let (mut private, mut unknown) = (false, Vec::new());
    for code in codes {
        if is_out(report, private_block(item.id, Some(code))) {
            private = true;
            continue;
        }
        match options.iter().find(|coding| coding["code"] == *code) {
            Some(coding) => {
                let mut coding = coding.clone();
                if code == "unsure" {
                    coding["extension"] = json!([Reason::NotSure.extension()]);
                }
                values.push(json!({ "valueCoding": coding }));
            }
            None => unknown.push(code.as_str()),
        }
    }
    match (values.is_empty(), private) {
        (false, _) => Said::Answers(values),
        (true, true) => Said::Absent(Reason::Declined, None),
        (true, false) => Said::Absent(Reason::Unsupported, Some(unknown.join("; "))),
    }
}

enum Number {
    Read(Value),
    /// It is no number, or none that can be.
    Typed(String),
    Nothing,
}

fn number(read: Option<f64>, typed: &str) -> Number {
    match read {
        // Whole numbers are written without a fraction.
        Some(whole) if whole.fract() == 0.0 && whole.abs() < 1e9 => {
            Number::Read(json!(whole as i64))
        }
        Some(number) => Number::Read(json!(number)),
        None if typed.trim().is_empty() => Number::Nothing,
        None => Number::Typed(typed.to_owned()),
    }
}

/// The answers inside an item that asks for several things.
fn inner(report: &Report, item: &'static Item, answer: &Answer) -> Said {
    let quantity = |name: &str, text: &str, typed: &str, read: Option<f64>, unit: Unit| {
        let link_id = inner_id(item, name);
        let mut one = json!({ "linkId": link_id, "text": text });
        match number(read, typed) {
            Number::Read(value) => {
                one["answer"] = json!([{ "valueQuantity": unit.quantity(value) }])
            }
            Number::Typed(typed) => one["extension"] = absence(Reason::AsText, Some(typed)).into(),
            Number::Nothing => return None,
        }
        Some(one)
    };
    let between =
        |typed: &str, least: f64, most: f64| read_number(typed, least, most).ok().flatten();
    let words = &report.t.exchange.fhir;
    let most = item.max.unwrap_or(f64::MAX);
    let inner: Vec<Option<Value>> = match answer {
        Answer::Numbers(typed) => {
            let known = item
                .options
                .iter()
                .filter_map(|option| Some((option, typed.get(option.id)?)));
            known
                .map(|(option, typed)| {
                    let read = read_for(item, typed).ok().flatten();
                    quantity(option.id, option.label, typed, read, units::of_item(item))
                })
                .collect()
        }
        Answer::Duration { years, months } => vec![
            quantity(
                "years",
                words.years,
                years,
                between(years, 0.0, most / 12.0),
                units::YEARS,
            ),
            quantity(
                "months",
                words.months,
                months,
                between(months, 0.0, most),
                units::MONTHS,
            ),
        ],
        Answer::Body {
            height_cm,
            weight_kg,
        } => vec![
            quantity(
                "height",
                words.height,
                height_cm,
                between(height_cm, 100.0, 250.0),
                units::CENTIMETRES,
            ),
            quantity(
                "weight",
                words.weight,
                weight_kg,
                between(weight_kg, 25.0, 350.0),
                units::KILOGRAMS,
            ),
        ],
        Answer::Texts(texts) => {
            let known = item
                .options
                .iter()
                .filter_map(|option| Some((option, plain_text(texts.get(option.id)?)?)));
            known
                .map(|(option, text)| {
                    let answer = json!([{ "valueString": text }]);
                    Some(json!({ "linkId": inner_id(item, option.id), "text": option.label, "answer": answer }))
                })
                .collect()
        }
        other => {
            let words = answer_words(report.t, item, Some(other));
            return Said::Absent(Reason::Unsupported, Some(words));
        }
    };
    let inner: Vec<Value> = inner.into_iter().flatten().collect();
    match inner.is_empty() {
        true => Said::Absent(Reason::NotAsked, None),
        false => Said::Inner(inner),
    }
}

fn is_list(answer: &Answer) -> bool {
    match answer {
        Answer::Medicines(list) => list.is_empty(),
        Answer::Tried(list) => list.is_empty(),
        Answer::Diagnoses(list) => list.is_empty(),
        Answer::Tests(list) => list.is_empty(),
        _ => false,
    }
}

/// A line for each record of a list, as the review has it.
fn lines(report: &Report, item: &'static Item, answer: &Answer) -> Vec<String> {
    let line = |one: Answer| plain_text(&answer_words(report.t, item, Some(&one)));
    match answer {
        Answer::Sites(list) => list
            .iter()
            .filter_map(|one| line(Answer::Sites(vec![one.clone()])))
            .collect(),
        Answer::Medicines(list) => list
            .iter()
            .filter_map(|one| line(Answer::Medicines(vec![one.clone()])))
            .collect(),
        Answer::Tried(list) => {
            let told = list
                .iter()
                .filter(|one| !is_out(report, sensitive::block_of_therapy(one.therapy.as_str())));
            told.filter_map(|one| line(Answer::Tried(vec![one.clone()])))
                .collect()
        }
        Answer::Diagnoses(list) => list
            .iter()
            .filter_map(|one| line(Answer::Diagnoses(vec![one.clone()])))
            .collect(),
        Answer::Tests(list) => list
            .iter()
            .filter_map(|one| line(Answer::Tests(vec![one.clone()])))
            .collect(),
        Answer::Goals(list) => list
            .iter()
            .filter_map(|one| line(Answer::Goals(vec![one.clone()])))
            .collect(),
        _ => Vec::new(),
    }
}

/// What follows from the list of places and the map together.
fn derived(report: &Report) -> Vec<Value> {
    let record = report.record;
    let words = &report.t.exchange.fhir;
    let facts = record.course.facts.with_derived();
    let options = item(super::questionnaire::AREAS).map_or(&[][..], |item| item.options);
    let coding = |code: &str| {
        let option = options.iter().find(|option| option.id == code)?;
        Some(
            json!({ "valueCoding": { "system": super::OWN, "code": option.id, "display": option.label } }),
        )
    };
    let mut all = Vec::new();
    let sites = facts.words(fact::PAIN_SITES).into_iter().flatten();
    let sites: Vec<Value> = sites.filter_map(|word| coding(word.text())).collect();
    if !sites.is_empty() {
        all.push(json!({ "linkId": SITES, "text": words.all_sites, "answer": sites }));
    }
    let main = match record.response.answer(MAP) {
        Some(Answer::Sites(sites)) => primary_site(sites).and_then(coding),
        _ => None,
    };
    if let Some(main) = main {
        all.push(json!({ "linkId": MAIN_SITE, "text": words.main_site, "answer": [main] }));
    }
    if let Some(regions) = facts.number(fact::REGIONS5) {
        let answer = json!([{ "valueInteger": regions as i64 }]);
        all.push(json!({ "linkId": REGIONS, "text": words.regions, "answer": answer }));
    }
    all
}

/// A state in words, for a reader.
pub(super) fn state_words(report: &Report, item: &'static Item) -> Option<String> {
    let words = &report.t.exchange.fhir;
    match said(report, item) {
        Said::Private => None,
        Said::Absent(Reason::NotAsked, _) => Some(words.not_asked.to_owned()),
        Said::Absent(Reason::Declined, _) => Some(words.left_out.to_owned()),
        Said::Absent(_, typed) => Some(typed.unwrap_or_default()),
        Said::Answers(answers) => {
            let one = |answer: &Value| {
                let coding = answer["valueCoding"]["display"].as_str();
                let text = coding.or(answer["valueString"].as_str()).map(str::to_owned);
                text.or_else(|| {
                    let answer = report.record.response.answer(item.id);
                    Some(answer_words(report.t, item, answer))
                })
            };
            let answers: Vec<String> = answers.iter().filter_map(one).collect();
            Some(answers.join("; "))
        }
        Said::Inner(_) if item.kind == ItemKind::Safety => None,
        Said::Inner(_) => {
            let answer = report.record.response.answer(item.id);
            Some(answer_words(report.t, item, answer))
        }
    }
}
