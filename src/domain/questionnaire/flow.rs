//! Owns which items are shown, what they provide, and which comes next.
//! May use: model, response, the item tables, facts. Must not know pages.
//!
//! A condition uses only facts that earlier items provide (the build checks it), so one pass from the first item to
//! the last decides everything: what a hidden item once provided does not count.

use super::model::{Answer, SafetyAnswer};
use super::provide::provide;
use super::response::Response;
use super::sign_screens::{SignScreen, sign_screens};
use crate::domain::ids::QuestionId;
use crate::domain::plan::facts::Facts;
use crate::domain::plan::logic::truth_of_facts;
use crate::domain::safety::{self, SafetyAnswers};
use crate::knowledge::{ITEMS, Item, ItemKind, PARTS, Part, SAFETY_QUESTIONS};

/// What a response shows and says: the visible items in their order, the facts they provide, and the screens of
/// questions about warning signs that the answers ask for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    pub visible: Vec<&'static Item>,
    pub facts: Facts,
    pub signs: Vec<SignScreen>,
}

/// Where "Next" leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Next {
    Item(&'static Item),
    /// A screen of questions about warning signs.
    Signs {
        item: &'static Item,
        screen: usize,
    },
    /// All is gone through.
    Review,
}

/// Goes through the whole questionnaire once.
pub fn course(response: &Response) -> Course {
    let mut course = Course::default();
    // Conditions may read derived facts; these are worked out again only after a fact has changed.
    let mut known = course.facts.with_derived();
    let mut n_provided = 0;
    for item in &ITEMS {
        if item.when.is_some() && n_provided > 0 {
            known = course.facts.with_derived();
            n_provided = 0;
        }
        let shown = item
            .when
            .is_none_or(|when| truth_of_facts(when, &known) == Some(true));
        if shown {
            course.visible.push(item);
            n_provided += usize::from(provide(item, response, &mut course.facts));
        }
    }
    let answers = SafetyAnswers::from_response(&response.safety);
    let asked = safety::evaluate(&course.facts.with_derived(), &answers);
    // A sign that counts can always be looked at and taken back, also when its group is no longer asked.
    let mut opened = asked.opened;
    opened.extend(
        SAFETY_QUESTIONS
            .iter()
            .filter(|question| answers.get(question).is_some_and(SafetyAnswer::is_true)),
    );
    course.signs = sign_screens(&asked.groups, &opened);
    course
}

/// Where a person is in the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Place of the part, from 0, and how many there are.
    pub part: usize,
    pub parts: usize,
    pub part_name: &'static str,
    /// Place of the item among the visible ones of its part, from 0, and how many there are.
    pub question: usize,
    pub questions: usize,
    /// Estimated from the visible items without an answer, the one at hand included.
    pub minutes_left: usize,
}

impl Course {
    /// Where an item stands.
    pub fn progress(&self, item: &Item, response: &Response) -> Progress {
        let of_part: Vec<_> = self
            .visible
            .iter()
            .filter(|known| known.part == item.part)
            .collect();
        Progress {
            part: PARTS.iter().position(|part| part == item.part).unwrap_or(0),
            parts: PARTS.len(),
            part_name: item.part.name,
            question: of_part
                .iter()
                .position(|known| **known == item)
                .unwrap_or(0),
            questions: of_part.len(),
            minutes_left: self.minutes_left(response),
        }
    }

    /// Whole minutes that the visible items without an answer are estimated to take; at least 1 while one is open.
    pub fn minutes_left(&self, response: &Response) -> usize {
        let seconds: usize = self
            .open(response)
            .map(|item| usize::from(item.seconds))
            .sum();
        seconds.div_ceil(60)
    }

    /// The visible items that have neither an answer nor been left out, in order.
    pub fn open<'a>(&'a self, response: &'a Response) -> impl Iterator<Item = &'static Item> + 'a {
        self.visible
            .iter()
            .copied()
            .filter(|item| !self.is_gone_through(item, response))
    }

    /// Whether an item was answered or left out on purpose.
    pub fn is_gone_through(&self, item: &Item, response: &Response) -> bool {
        match item.kind {
            ItemKind::Safety => {
                response.safety_asked.is_some() && self.open_signs(response).is_none()
            }
            _ => response.answer(item.id).is_some(),
        }
    }

    /// Whether an item has an answer that says something.
    pub fn is_answered(&self, item: &Item, response: &Response) -> bool {
        self.is_gone_through(item, response) && response.answer(item.id) != Some(&Answer::Skipped)
    }

    /// The first screen of warning signs with a line that nobody answered. Sensitive questions may stay open.
    pub fn open_signs(&self, response: &Response) -> Option<usize> {
        self.signs.iter().position(|screen| match screen {
            SignScreen::Sensitive { .. } => false,
            SignScreen::Checklist { questions, .. } => questions
                .iter()
                .any(|question| !response.safety.contains_key(&QuestionId::from(question.id))),
        })
    }

    /// Where "Next" leads from an item. Warning signs that a later answer asks for come before all else.
    pub fn after(&self, item: &Item, response: &Response) -> Next {
        let later = self
            .visible
            .iter()
            .copied()
            .find(|known| known.place > item.place);
        let signs = self
            .visible
            .iter()
            .copied()
            .find(|known| known.kind == ItemKind::Safety);
        match (signs, self.open_signs(response)) {
            (Some(signs), Some(screen)) if signs.place < item.place => Next::Signs {
                item: signs,
                screen,
            },
            _ => later.map_or(Next::Review, Next::Item),
        }
    }

    /// Where "Next" leads from a screen of warning signs. An answer can ask for more of them, also on an earlier
    /// screen; when all are answered, the first open item follows.
    pub fn after_signs(&self, item: &'static Item, screen: usize, response: &Response) -> Next {
        match self.open_signs(response) {
            Some(open) if open <= screen => Next::Signs { item, screen: open },
            _ if screen + 1 < self.signs.len() => Next::Signs {
                item,
                screen: screen + 1,
            },
            _ => self
                .open(response)
                .find(|known| known.kind != ItemKind::Safety)
                .map_or(Next::Review, Next::Item),
        }
    }

    /// The visible item before one.
    pub fn before(&self, item: &Item) -> Option<&'static Item> {
        self.visible
            .iter()
            .copied()
            .rev()
            .find(|known| known.place < item.place)
    }

    /// The visible items of each part; a part without any is left out.
    pub fn parts(&self) -> Vec<(&'static Part, Vec<&'static Item>)> {
        PARTS
            .iter()
            .map(|part| {
                let items = self
                    .visible
                    .iter()
                    .copied()
                    .filter(|item| item.part == part)
                    .collect();
                (part, items)
            })
            .filter(|(_, items): &(_, Vec<_>)| !items.is_empty())
            .collect()
    }
}
