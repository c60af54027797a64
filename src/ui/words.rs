//! Owns how an answer is said in words, on the review and on paper.
//! May use: i18n, the item tables, domain types. Must not: calculations.

use crate::domain::body_map::site_name;
use crate::domain::questionnaire::model::{Answer, Effect, Site, Tried};
use crate::i18n::Messages;
use crate::knowledge::{Item, ItemKind, therapy};

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
                format!("{} {}", medicine.name, medicine.dose)
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
    }
}

fn site_words(t: &'static Messages, site: &Site) -> String {
    match (site.usual, site.worst) {
        (None, None) => site_name(site),
        (usual, worst) => format!("{} ({})", site_name(site), (t.usual_worst)(usual, worst)),
    }
}

/// The name of a treatment; the id of one that this version does not know.
pub fn tried_name(tried: &Tried) -> String {
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
