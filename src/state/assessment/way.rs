//! Owns the way through the questions as the views see it: where the person is, what comes before and after, how much is left.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::ids::ItemId;
use crate::domain::questionnaire::flow::{Next, Progress};
use crate::domain::questionnaire::response::{Path, Response};
use crate::knowledge::Item;

impl Assessment {
    /// The item with an id when it is visible; without an id, where the person stopped.
    pub fn find(&self, id: Option<&ItemId>) -> Option<&'static Item> {
        self.course().with_untracked(|course| match id {
            Some(id) => {
                let mut visible = course.visible.iter().copied();
                visible.find(|item| item.id == id.as_str())
            }
            None => self
                .response
                .with_untracked(|response| course.stopped_at(response)),
        })
    }

    /// Which questions the person wants to go through, reactive.
    pub fn path(&self) -> Path {
        self.response.with(|response| response.path)
    }

    /// Goes on with fewer or more questions, at the first that is open; every answer stays.
    pub fn choose_path(&self, path: Path) {
        self.change(|response| {
            response.path = path;
            response.at = None;
        });
    }

    /// The same on another way: how many questions are open, and for how many minutes.
    pub fn open_on(&self, path: Path) -> (usize, usize) {
        self.response.with(|response| {
            let response = Response {
                path,
                ..response.clone()
            };
            self.course().with(|course| {
                (
                    course.open(&response).count(),
                    course.minutes_left(&response),
                )
            })
        })
    }

    /// Remembers where the person is.
    pub fn visit(&self, item: &Item) {
        let here = ItemId::from(item.id);
        if self
            .response
            .with_untracked(|response| response.at.as_ref() != Some(&here))
        {
            self.response
                .update_untracked(|response| response.at = Some(here));
            self.save();
        }
    }

    /// Where an item stands, of the warning signs at one of their screens; reactive.
    pub fn progress(&self, item: &Item, screen: usize) -> Progress {
        self.response.with(|response| {
            self.course()
                .with(|course| course.progress(item, screen, response))
        })
    }

    /// Where "Next" leads from an item, once.
    pub fn after(&self, item: &'static Item) -> Next {
        let next = self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| course.after(item, response))
        });
        self.signs_were_added
            .set_value(matches!(next, Next::Signs { .. }));
        next
    }

    /// Where "Next" leads from a screen of warning signs, once.
    pub fn after_signs(&self, item: &'static Item, screen: usize) -> Next {
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| match self.signs_were_added.get_value() {
                    true => course.after_added_signs(item, screen, response),
                    false => course.after_signs(item, screen, response),
                })
        })
    }

    /// The items on the page of one, reactive.
    pub fn page_of(&self, item: &'static Item) -> Vec<&'static Item> {
        self.response
            .with(|response| self.course().with(|course| course.page_of(item, response)))
    }

    /// The first item of the page before the one on which an item stands, once.
    pub fn before(&self, item: &'static Item) -> Option<&'static Item> {
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| course.before(item, response))
        })
    }
}
