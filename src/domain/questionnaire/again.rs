//! Owns what happens when time goes by: warning signs that are asked anew, a later assessment that starts from an
//! earlier one, and what changed between the two.
//! May use: flow, model, response, the item tables. Must not: wording, a clock.

use super::flow::Course;
use super::model::{Answer, SafetyAnswer};
use super::response::Response;
use super::sign_screens::is_sensitive;
use crate::domain::date::{NaiveDate, days_between};
use crate::domain::ids::{ItemId, QuestionId};
use crate::domain::plan::facts::FactId;
use crate::knowledge::{ITEMS, Item, ItemKind, NEW_WINDOW_DAYS, item, safety_question};

/// Whether the questions about warning signs were gone through so long ago that they are asked anew: what was "new"
/// then is not new any more (`red_flags.md`, rule 4). False while they were never gone through.
pub fn signs_are_old(response: &Response, today: NaiveDate) -> bool {
    response
        .safety_asked
        .max(response.urgent_asked)
        .is_some_and(|asked| days_between(asked, today) > i64::from(NEW_WINDOW_DAYS))
}

/// Opens the questions about warning signs again. A sign that counts stays until the person says otherwise; what was
/// "no" is asked anew, and what was dealt with is not dealt with for ever. The questions about self-harm and safety at
/// home stand elsewhere and keep their answers.
pub fn ask_signs_again(response: &mut Response) {
    response
        .safety
        .retain(|id, answer| *answer != SafetyAnswer::No || is_sensitive_id(id));
    response.safety_asked = None;
    response.urgent_asked = None;
    response.dealt_with.clear();
    response.at = None;
}

fn is_sensitive_id(id: &QuestionId) -> bool {
    safety_question(id.as_str()).is_some_and(is_sensitive)
}

/// A later assessment: it starts from what was said, asks the warning signs anew, and everything that is about the
/// last days or weeks. The person's views and questions go on.
pub fn begin_again(earlier: &Response, today: NaiveDate) -> Response {
    let mut response = earlier.clone();
    ask_signs_again(&mut response);
    response.started = Some(today);
    response.changed = Some(today);
    response.at = None;
    response
        .safety
        .retain(|id, answer| *answer != SafetyAnswer::No || !is_sensitive_id(id));
    response
        .answers
        .retain(|id, _| item(id.as_str()).is_none_or(|item| !item.again));
    response
}

/// An answer that differs between two assessments.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub item: &'static Item,
    /// None: not answered then, or left out.
    pub before: Option<Answer>,
    pub after: Option<Answer>,
    /// For numbers: by how much the fact went up.
    pub difference: Option<f64>,
}

impl Change {
    /// What was there before and is no more, and what is new. Of two lists only the entries that differ are left; a list
    /// that only grew has nothing before, and one that only shrank nothing after.
    pub fn differing(&self) -> (Option<Answer>, Option<Answer>) {
        let (Some(before), Some(after)) = (&self.before, &self.after) else {
            return (self.before.clone(), self.after.clone());
        };
        let (gone, new) = match (before, after) {
            (Answer::Choices(before), Answer::Choices(after)) => {
                lists(before, after, Answer::Choices)
            }
            (Answer::Sites(before), Answer::Sites(after)) => lists(before, after, Answer::Sites),
            (Answer::Medicines(before), Answer::Medicines(after)) => {
                lists(before, after, Answer::Medicines)
            }
            (Answer::Tried(before), Answer::Tried(after)) => lists(before, after, Answer::Tried),
            (Answer::Diagnoses(before), Answer::Diagnoses(after)) => {
                lists(before, after, Answer::Diagnoses)
            }
            (Answer::Tests(before), Answer::Tests(after)) => lists(before, after, Answer::Tests),
            (Answer::Goals(before), Answer::Goals(after)) => lists(before, after, Answer::Goals),
            _ => (None, None),
        };
        match (&gone, &new) {
            // No list, or the same entries in another order.
            (None, None) => (Some(before.clone()), Some(after.clone())),
            _ => (gone, new),
        }
    }
}

/// The entries that only the earlier list has, and those that only the later one has. A list that was empty said "none",
/// and says it still.
fn lists<T: Clone + PartialEq>(
    before: &[T],
    after: &[T],
    answer: fn(Vec<T>) -> Answer,
) -> (Option<Answer>, Option<Answer>) {
    let only = |own: &[T], other: &[T]| {
        let only: Vec<T> = own
            .iter()
            .filter(|entry| !other.contains(entry))
            .cloned()
            .collect();
        (!only.is_empty() || own.is_empty()).then(|| answer(only))
    };
    (only(before, after), only(after, before))
}

/// The answers that differ, in the order of the questionnaire. What the later assessment has not asked yet is no change,
/// nor is a question that does not come up any more: the answer that hides it is listed, or not given anew yet.
pub fn changes(earlier: (&Course, &Response), later: (&Course, &Response)) -> Vec<Change> {
    let told = |(course, response): (&Course, &Response), item: &'static Item| -> Option<Answer> {
        let visible = course.visible.contains(&item);
        let answer = response.answer(item.id).filter(|_| visible)?;
        (*answer != Answer::Skipped).then(|| answer.clone())
    };
    ITEMS
        .iter()
        .filter(|item| item.kind != ItemKind::Safety)
        .filter_map(|item| {
            let before = told(earlier, item);
            let after = told(later, item);
            let is_open = !later.1.answers.contains_key(&ItemId::from(item.id));
            let comes_up = later.0.visible.contains(&item);
            let differs = comes_up && before != after && !(is_open && item.again);
            differs.then(|| Change {
                difference: difference(item, earlier.0, later.0),
                item,
                before,
                after,
            })
        })
        .collect()
}

fn difference(item: &Item, earlier: &Course, later: &Course) -> Option<f64> {
    let number = |course: &Course, id: FactId| course.facts.number(id);
    let id = item.fact?;
    Some(number(later, id)? - number(earlier, id)?)
}
