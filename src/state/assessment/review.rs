//! Owns My pain part by part: what was answered, what is open and what was left out.
//! May use: the course. Must not: change answers.

use leptos::prelude::*;

use super::Assessment;
use crate::knowledge::{Item, Part};

/// The items of one part, for the review.
pub struct PartReview {
    pub part: &'static Part,
    /// Also those that only a longer way asks.
    pub items: Vec<&'static Item>,
    answered: usize,
    counted: usize,
    open: usize,
}

impl PartReview {
    /// How many of its items say something.
    pub fn answered(&self) -> usize {
        self.answered
    }

    /// How many items there are on the way that the person chose, and what they answered besides.
    pub fn counted(&self) -> usize {
        self.counted
    }

    /// How many were left out on purpose.
    pub fn left_out(&self) -> usize {
        self.counted.saturating_sub(self.answered + self.open)
    }

    /// Every item on the way that the person chose was answered or left out on purpose.
    pub fn is_complete(&self) -> bool {
        self.open == 0
    }
}

impl Assessment {
    /// The parts with their visible items.
    pub fn review(&self) -> Vec<PartReview> {
        self.response.with(|response| {
            self.course().with(|course| {
                course
                    .parts()
                    .into_iter()
                    .map(|(part, items)| {
                        let is_answered = |item| course.is_answered(item, response);
                        let is_asked = |item| course.asked(response).any(|asked| asked == item);
                        let counts = |item| is_asked(item) || is_answered(item);
                        let of_part = |item: &&Item| item.part == part;
                        PartReview {
                            part,
                            answered: items.iter().filter(|item| is_answered(item)).count(),
                            counted: items.iter().filter(|item| counts(item)).count(),
                            open: course.open(response).filter(of_part).count(),
                            items,
                        }
                    })
                    .collect()
            })
        })
    }
}
