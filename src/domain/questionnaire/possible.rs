//! Owns whether an answer that comes from a file can be what a person answered: of the kind of its item, and in its range.
//! May use: the item tables, the reading of typed numbers. Must not: refuse what a person types themselves.

use super::check::{read_body, read_duration, read_for};
use super::model::Answer;
use super::provide::step;
use crate::domain::ids::ItemId;
use crate::knowledge::{self, Item, ItemKind};

/// The most on a scale of pain or relief.
const MOST: u8 = 10;

/// Whether an answer fits its item. "Skipped" fits each; an item of another version may have any answer.
pub fn is_possible(item: &ItemId, answer: &Answer) -> bool {
    knowledge::item(item.as_str()).is_none_or(|item| fits(item, answer))
}

fn fits(item: &Item, answer: &Answer) -> bool {
    let level = |level: Option<u8>| level.is_none_or(|level| level <= MOST);
    match (item.kind, answer) {
        (_, Answer::Skipped) => true,
        (ItemKind::Scale | ItemKind::Rating, Answer::Level(level)) => step(item, *level).is_some(),
        (ItemKind::Number, Answer::Number(typed)) => read_for(item, typed).is_ok(),
        (ItemKind::Numbers, Answer::Numbers(typed)) => {
            typed.values().all(|typed| read_for(item, typed).is_ok())
        }
        (ItemKind::Duration, Answer::Duration { years, months }) => {
            read_duration(years, months, item.max.unwrap_or(f64::MAX)).is_ok()
        }
        (
            ItemKind::Body,
            Answer::Body {
                height_cm,
                weight_kg,
            },
        ) => read_body(height_cm, weight_kg).is_ok(),
        (ItemKind::Map, Answer::Sites(sites)) => sites.iter().all(|site| {
            let levels = [site.now, site.usual, site.worst, site.least];
            levels.into_iter().all(level)
        }),
        (ItemKind::Medicines, Answer::Medicines(list)) => {
            list.iter().all(|medicine| level(medicine.helps))
        }
        (ItemKind::Tried, Answer::Tried(list)) => list.iter().all(|tried| level(tried.help)),
        (ItemKind::YesNo | ItemKind::Choice, Answer::Choice(_))
        | (
            ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks | ItemKind::Count,
            Answer::Choices(_),
        )
        | (ItemKind::Text, Answer::Text(_))
        | (ItemKind::Texts, Answer::Texts(_))
        | (ItemKind::Diagnoses, Answer::Diagnoses(_))
        | (ItemKind::Tests, Answer::Tests(_))
        | (ItemKind::Goals, Answer::Goals(_)) => true,
        _ => false,
    }
}
