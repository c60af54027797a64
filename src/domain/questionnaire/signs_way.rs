//! Owns the way through the screens of warning signs, and how far the person has come on it.
//! May use: flow, response, the layout of the screens. Must not: wording, a clock.

use super::again::signs_are_old;
use super::flow::{Course, Next};
use super::response::{Path, Response};
use super::sign_screens::SignScreen;
use crate::domain::date::NaiveDate;
use crate::domain::ids::QuestionId;
use crate::knowledge::{Item, ItemKind};

/// How far the questions about warning signs were asked, on whichever way. Everything that speaks of them asks here, so
/// that no page sends a person to another one that finds nothing to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignsStanding {
    /// Never gone through, or a later answer asks for an urgent sign that nobody answered. The screen to begin at.
    NotAsked { screen: usize },
    /// The urgent ones were gone through. The slower ones have this many lines without an answer, from this screen on.
    UrgentAsked {
        on: NaiveDate,
        screen: usize,
        lines: usize,
    },
    /// Gone through so long ago that what was "new" then is not new any more (`red_flags.md`, rule 4).
    Old { on: NaiveDate },
    /// Every line has its answer.
    Asked { on: NaiveDate },
}

impl Course {
    /// How far the questions about warning signs were asked.
    pub fn signs_standing(&self, response: &Response, today: NaiveDate) -> SignsStanding {
        let first_open = self.open_among(self.signs.len(), response);
        let Some(on) = response.urgent_asked.max(response.safety_asked) else {
            return SignsStanding::NotAsked {
                screen: first_open.unwrap_or(0),
            };
        };
        if signs_are_old(response, today) {
            return SignsStanding::Old { on };
        }
        match first_open {
            None => SignsStanding::Asked { on },
            Some(screen) if self.signs[screen].is_urgent() => SignsStanding::NotAsked { screen },
            Some(screen) => SignsStanding::UrgentAsked {
                on,
                screen,
                lines: self.signs[screen..]
                    .iter()
                    .flat_map(SignScreen::questions)
                    .filter(|question| {
                        !response.safety.contains_key(&QuestionId::from(question.id))
                    })
                    .count(),
            },
        }
    }

    /// The first screen of warning signs with a line that nobody answered.
    pub fn open_signs(&self, response: &Response) -> Option<usize> {
        self.open_among(self.sign_screens_asked(response), response)
    }

    fn open_among(&self, first: usize, response: &Response) -> Option<usize> {
        self.signs[..first]
            .iter()
            .position(|screen| is_open(screen, response))
    }

    /// How many of the first screens of warning signs are asked: on the quick way the urgent ones, which come first.
    pub fn sign_screens_asked(&self, response: &Response) -> usize {
        match response.path {
            Path::Usual | Path::Full => self.signs.len(),
            Path::Quick => self
                .signs
                .iter()
                .take_while(|screen| screen.is_urgent())
                .count(),
        }
    }

    /// How many of the first screens belong to the walk that is at one of them. Whoever goes on to the slower signs on
    /// the quick way is led through all of those too.
    pub fn sign_screens_of_walk(&self, screen: usize, response: &Response) -> usize {
        let asked = self.sign_screens_asked(response);
        if screen < asked {
            asked
        } else {
            self.signs.len()
        }
    }

    /// Where "Next" leads from a screen of warning signs. An answer can ask for more of them, also on an earlier
    /// screen; when all are answered, the first open item follows.
    pub fn after_signs(&self, item: &'static Item, screen: usize, response: &Response) -> Next {
        let walk = self.sign_screens_of_walk(screen, response);
        match self.open_among(walk, response) {
            Some(open) if open <= screen => Next::Signs { item, screen: open },
            _ if screen + 1 < walk => Next::Signs {
                item,
                screen: screen + 1,
            },
            _ => self
                .open(response)
                .find(|known| known.kind != ItemKind::Safety)
                .map_or(Next::Review, Next::Item),
        }
    }

    /// Where "Next" leads from a screen of warning signs when a later answer has asked for more of them: only to screens
    /// with something that nobody answered, then on to the first open item.
    pub fn after_added_signs(
        &self,
        item: &'static Item,
        screen: usize,
        response: &Response,
    ) -> Next {
        let walk = self.sign_screens_of_walk(screen, response);
        let unanswered = self.signs[..walk]
            .iter()
            .enumerate()
            .skip(screen + 1)
            .find(|(_, screen)| is_open(screen, response));
        let earlier = self
            .open_among(walk, response)
            .filter(|open| *open <= screen);
        match earlier.or(unanswered.map(|(place, _)| place)) {
            Some(screen) => Next::Signs { item, screen },
            None => self
                .open(response)
                .find(|known| known.kind != ItemKind::Safety)
                .map_or(Next::Review, Next::Item),
        }
    }
}

/// Whether a page has a line that nobody answered.
pub(super) fn is_open(screen: &SignScreen, response: &Response) -> bool {
    screen
        .questions()
        .iter()
        .any(|question| !response.safety.contains_key(&QuestionId::from(question.id)))
}
