//! Owns the walk through the questions as a person makes it whose answers are known already: each screen in its order,
//! also those that a later answer leads back to.
//! May use: flow, response. Must not: pages. For the estimate of minutes; the app itself asks `flow` from screen to screen.

use super::flow::{Course, Next, course};
use super::model::{Answer, SafetyAnswer};
use super::response::Response;
use super::sign_screens::{SignScreen, sensitive_questions};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{ItemId, QuestionId};
use crate::knowledge::{ITEMS, Item, ItemKind};

/// A screen on the walk.
#[derive(Debug, Clone, PartialEq)]
pub enum Stop {
    /// A page of items, in the order in which they are answered.
    Page(Vec<&'static Item>),
    /// A screen of warning signs, as it is laid out at that moment, with the item that they stand under.
    Signs(&'static Item, SignScreen),
}

/// The screens from the first item to the review on the way of `told`, when each is answered as `told` says. What it
/// does not answer is left out; a line of signs is then a "no". The page about something urgent is not counted.
pub fn walk(told: &Response) -> Vec<Stop> {
    let mut response = Response {
        path: told.path,
        ..Response::default()
    };
    let mut stops = Vec::new();
    let mut now = course(&response);
    let mut signs_were_added = false;
    let mut next = now.asked(&response).next().map_or(Next::Review, Next::Item);
    loop {
        next = match next {
            Next::Review => return stops,
            Next::Item(item) if item.kind == ItemKind::Safety => Next::Signs { item, screen: 0 },
            Next::Item(item) => {
                stops.push(Stop::Page(answer_page(&mut now, item, told, &mut response)));
                let next = now.after(item, &response);
                signs_were_added = matches!(next, Next::Signs { .. });
                next
            }
            Next::Signs { item, screen } => {
                stops.push(Stop::Signs(item, now.signs[screen].clone()));
                answer_signs(&now, screen, told, &mut response);
                now.update(item, &response);
                match signs_were_added {
                    true => now.after_added_signs(item, screen, &response),
                    false => now.after_signs(item, screen, &response),
                }
            }
        };
    }
}

/// Answers the items of a page, also those that an answer on it brings up.
fn answer_page(
    now: &mut Course,
    item: &'static Item,
    told: &Response,
    response: &mut Response,
) -> Vec<&'static Item> {
    let mut answered: Vec<&'static Item> = Vec::new();
    while let Some(item) =
        (now.page_of(item, response).into_iter()).find(|item| !answered.contains(item))
    {
        let answer = told.answer(item.id).cloned().unwrap_or(Answer::Skipped);
        response.answers.insert(ItemId::from(item.id), answer);
        if item.sensitive {
            for question in sensitive_questions() {
                let id = QuestionId::from(question.id);
                if let Some(answer) = told.safety.get(&id) {
                    response.safety.insert(id, *answer);
                }
            }
            ITEMS
                .iter()
                .filter(|item| item.kind == ItemKind::Safety)
                .for_each(|signs| {
                    now.update(signs, response);
                });
        }
        now.update(item, response);
        answered.push(item);
    }
    answered
}

fn answer_signs(now: &Course, screen: usize, told: &Response, response: &mut Response) {
    for question in now.signs[screen].questions() {
        let id = QuestionId::from(question.id);
        let answer = told.safety.get(&id).copied().unwrap_or(SafetyAnswer::No);
        response.safety.insert(id, answer);
    }
    // Which day it is decides nothing here, only that they were gone through.
    let gone_through = Some(NaiveDate::default());
    if screen + 1 >= now.sign_screens_asked(response) {
        response.urgent_asked = gone_through;
    }
    if screen + 1 >= now.signs.len() {
        response.safety_asked = gone_through;
    }
}
