//! Owns how an answer is said in words: on the review, on paper and in exported files.
//! May use: the catalogue, the item tables, domain types. Must not: calculations, a text of its own.

use super::Messages;
use crate::domain::body_map::site_name;
use crate::domain::questionnaire::model::{Answer, Effect, Medicine, MonthYear, Site, Tried};
use crate::knowledge::{Item, ItemKind, SafetyQuestion, therapy};

/// An answer in words. What was left out says so; it is never shown as a "no".
pub fn answer_words(t: &'static Messages, item: &Item, answer: Option<&Answer>) -> String {
    let label = |id: &str| {
        item.options
            .iter()
            .find(|option| option.id == id)
            .map_or_else(|| id.to_owned(), |option| option.label.to_owned())
    };
    match answer {
        None => t.not_answered_yet.to_owned(),
        Some(Answer::Skipped) => t.not_answered.to_owned(),
        Some(Answer::Choice(chosen)) if item.kind == ItemKind::YesNo => match chosen.as_str() {
            "yes" => t.yes.to_owned(),
            "no" => t.no.to_owned(),
            _ => t.not_sure.to_owned(),
        },
        Some(Answer::Choice(chosen)) => label(chosen),
        Some(Answer::Choices(ticked)) if ticked.is_empty() => {
            item.none.unwrap_or(t.none).to_owned()
        }
        Some(Answer::Choices(ticked)) => ticked
            .iter()
            .map(|id| label(id))
            .collect::<Vec<_>>()
            .join(", "),
        Some(Answer::Level(level)) => match item.kind {
            ItemKind::Scale => (t.of_ten)(*level),
            _ => item
                .step_names
                .get(usize::from(*level))
                .map_or_else(|| level.to_string(), |&name| name.to_owned()),
        },
        Some(Answer::Number(typed)) => (t.number_with_unit)(typed, item.unit),
        Some(Answer::Numbers(typed)) => typed
            .iter()
            .map(|(id, number)| format!("{}: {number}", label(id)))
            .collect::<Vec<_>>()
            .join(", "),
        Some(Answer::Duration { years, months }) => (t.duration)(years, months),
        Some(Answer::Body {
            height_cm,
            weight_kg,
        }) => (t.body)(height_cm, weight_kg),
        Some(Answer::Text(words)) => words.clone(),
        Some(Answer::Sites(sites)) => sites
            .iter()
            .map(|site| site_words(t, site))
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Medicines(list)) if list.is_empty() => t.medicine_none.to_owned(),
        Some(Answer::Medicines(list)) => list
            .iter()
            .map(|medicine| {
                format!("{} {}", medicine.name, dose_words(t, medicine))
                    .trim()
                    .to_owned()
            })
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Tried(list)) if list.is_empty() => t.tried_none.to_owned(),
        Some(Answer::Tried(list)) => list
            .iter()
            .map(|tried| format!("{}: {}", tried_name(tried), effect_words(t, tried.effect)))
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Texts(texts)) => texts
            .iter()
            .map(|(id, text)| format!("{}: {text}", label(id)))
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Diagnoses(list)) if list.is_empty() => item.none.unwrap_or(t.none).to_owned(),
        Some(Answer::Diagnoses(list)) => list
            .iter()
            .map(|diagnosis| {
                let told = diagnosis.told.map_or("", t.assessment.told);
                joined(&[&diagnosis.name, &diagnosis.by, told], ", ")
            })
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Tests(list)) if list.is_empty() => item.none.unwrap_or(t.none).to_owned(),
        Some(Answer::Tests(list)) => list
            .iter()
            .map(|test| {
                let head = joined(&[&label(&test.kind), &test.part], " ");
                let when = month_words(t, &test.when);
                joined(&[&head, &when, &test.place, &test.result], ", ")
            })
            .collect::<Vec<_>>()
            .join("; "),
        Some(Answer::Goals(list)) => list
            .iter()
            .map(|goal| joined(&[&goal.words, &month_words(t, &goal.by)], ", "))
            .collect::<Vec<_>>()
            .join("; "),
    }
}

/// Those texts that are not empty, with a mark between them.
pub(super) fn joined(texts: &[&str], mark: &str) -> String {
    let texts = texts.iter().map(|text| text.trim());
    texts
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(mark)
}

/// A month as it was typed: "May 2021", or the year alone.
pub fn month_words(t: &'static Messages, typed: &MonthYear) -> String {
    let name = typed
        .month
        .trim()
        .parse::<usize>()
        .ok()
        .and_then(|month| t.assessment.month_names.get(month.checked_sub(1)?))
        .map_or("", |name| name);
    joined(&[name, &typed.year], " ")
}

/// How much of a medicine is taken, in figures.
pub fn medicine_dose(t: &'static Messages, medicine: &Medicine) -> String {
    (t.assessment.dose)(medicine.strength.trim(), medicine.a_day.trim())
}

/// How much of a medicine is taken, and how often.
pub fn dose_words(t: &'static Messages, medicine: &Medicine) -> String {
    let dose = medicine_dose(t, medicine);
    let often = medicine.often.map_or("", t.assessment.often);
    joined(&[&dose, often, &medicine.dose], ", ")
}

/// A warning sign by its short line, or by its question where it has none.
pub fn sign_name(question: &SafetyQuestion) -> &'static str {
    question.line.unwrap_or(question.ask)
}

fn site_words(t: &'static Messages, site: &Site) -> String {
    match (site.usual, site.worst) {
        (None, None) => site_name(site),
        (usual, worst) => format!("{} ({})", site_name(site), (t.usual_worst)(usual, worst)),
    }
}

/// The name of a treatment: what the person calls it, or the catalogue does; the id of one that this version does not know.
pub fn tried_name(tried: &Tried) -> String {
    if !tried.name.trim().is_empty() {
        return tried.name.trim().to_owned();
    }
    therapy(tried.therapy.as_str()).map_or_else(
        || tried.therapy.as_str().to_owned(),
        |therapy| therapy.name.to_owned(),
    )
}

/// What a treatment did.
pub fn effect_words(t: &'static Messages, effect: Option<Effect>) -> &'static str {
    match effect {
        Some(Effect::Helped) => t.tried_helped,
        Some(Effect::NoHelp) => t.tried_no_help,
        Some(Effect::BadFor) => t.tried_bad_for,
        None => t.not_answered,
    }
}

/// How much of a treatment was tried, and for how long.
pub fn tried_detail(t: &'static Messages, tried: &Tried) -> String {
    let dose = (t.assessment.dose)(tried.dose_mg.trim(), "");
    let sessions = match tried.sessions.trim() {
        "" => String::new(),
        number => format!("{number} ×"),
    };
    let lasted = match tried.lasted.trim() {
        "" => String::new(),
        number => (t.number_with_unit)(number, Some((t.assessment.unit)(tried.lasted_unit))),
    };
    joined(&[&dose, &sessions, &lasted, &tried.detail], ", ")
}
