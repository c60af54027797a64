//! Owns the questions about warning signs as the views see them, and what is urgent.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::ids::{FlagId, QuestionId};
use crate::domain::plan::model::Plan;
use crate::domain::questionnaire::model::SafetyAnswer;
use crate::domain::questionnaire::response::{DealtWith, HowDealtWith, Response};
use crate::domain::questionnaire::self_harm::SelfHarm;
use crate::domain::questionnaire::sign_screens::{SignScreen, flags_of, is_sensitive};
use crate::domain::questionnaire::signs_way::SignsStanding;
use crate::domain::safety::Warning;
use crate::knowledge::{
    Class, Flag, ITEMS, Item, ItemKind, PhoneNumbers, SafetyQuestion, fact, phone_numbers,
    safety_question,
};

impl Assessment {
    /// The screens of questions about warning signs, as the answers so far ask for them.
    pub fn sign_screens_untracked(&self) -> Vec<SignScreen> {
        self.course().with_untracked(|course| course.signs.clone())
    }

    /// The answer about a sign, reactive.
    pub fn sign(&self, question: &SafetyQuestion) -> Option<SafetyAnswer> {
        self.response
            .with(|response| response.safety.get(&QuestionId::from(question.id)).copied())
    }

    /// The first screen of signs that is open; the first one when none is. Once.
    pub fn open_sign_screen(&self) -> usize {
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| course.open_signs(response).unwrap_or(0))
        })
    }

    /// Whether a later answer led back to the signs, once.
    pub fn signs_were_added(&self) -> bool {
        self.signs_were_added.get_value()
    }

    /// How far the warning signs were asked, reactive.
    pub fn signs_standing(&self) -> SignsStanding {
        let today = self.today.get();
        self.response.with(|response| {
            self.course()
                .with(|course| course.signs_standing(response, today))
        })
    }

    /// The item under which the questions about warning signs stand.
    pub fn signs_item(&self) -> Option<&'static Item> {
        signs_item()
    }

    /// How many screens of signs the walk has that is at this screen, once.
    pub fn sign_screens_of_walk(&self, screen: usize) -> usize {
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| course.sign_screens_of_walk(screen, response))
        })
    }

    /// How many screens of signs are asked, once.
    pub fn sign_screens_asked(&self) -> usize {
        self.response.with_untracked(|response| {
            self.course()
                .with_untracked(|course| course.sign_screens_asked(response))
        })
    }

    fn touch_signs(&self) {
        if let Some(item) = signs_item() {
            self.touch(item);
        }
    }

    /// Whether the line of a sign is ticked.
    pub fn is_sign_ticked(&self, question: &SafetyQuestion) -> bool {
        self.sign(question)
            .is_some_and(|answer| answer != SafetyAnswer::No)
    }

    /// What the person chose about a ticked line; nothing while the line only says "ticked".
    pub fn chosen_of_sign(&self, question: &SafetyQuestion) -> Option<SafetyAnswer> {
        let undated = self.undated.with(|list| list.contains(&question.id));
        self.sign(question).filter(|_| !undated)
    }

    /// Ticks a line. Until the person answers the whole question, it counts as "not sure", so that a closed page loses nothing.
    pub fn tick_sign(&self, question: &'static SafetyQuestion, ticked: bool) {
        if !ticked {
            return self.give_sign(question, None);
        }
        self.give_sign(question, Some(SafetyAnswer::NotSure));
        self.undated.update(|list| list.push(question.id));
    }

    /// Whether no line of a screen is ticked, reactive.
    pub fn no_sign_ticked(&self, screen: usize) -> bool {
        (self.sign_screens_untracked().get(screen)).is_some_and(|screen| {
            (screen.questions().iter()).all(|question| !self.is_sign_ticked(question))
        })
    }

    /// Gives or takes back the answer about a sign. A changed answer asks for attention again.
    pub fn give_sign(&self, question: &'static SafetyQuestion, answer: Option<SafetyAnswer>) {
        self.undated
            .update(|list| list.retain(|known| *known != question.id));
        let id = QuestionId::from(question.id);
        if self
            .response
            .with_untracked(|response| response.safety.get(&id).copied())
            == answer
        {
            return;
        }
        self.touch_signs();
        self.change(|response| {
            for flag in flags_of(question) {
                response.dealt_with.remove(&FlagId::from(flag.id));
            }
            match answer {
                Some(answer) => response.safety.insert(id, answer),
                None => response.safety.remove(&id),
            };
        });
    }

    /// The first ticked line of a screen whose question has no answer yet, once.
    pub fn undated_sign(&self, screen: usize) -> Option<&'static str> {
        let undated = self.undated.get_untracked();
        (self.lines_of_signs(screen).into_iter())
            .map(|question| question.id)
            .find(|id| undated.contains(id))
    }

    /// The lines of a screen, once.
    pub fn lines_of_signs(&self, screen: usize) -> Vec<&'static SafetyQuestion> {
        (self.sign_screens_untracked().get(screen))
            .map_or_else(Vec::new, |screen| screen.questions().to_vec())
    }

    /// What the person said about self-harm, reactive.
    pub fn self_harm(&self) -> Option<SelfHarm> {
        self.response
            .with(|response| SelfHarm::of(&response.safety))
    }

    /// Gives or takes back what the person says about self-harm.
    pub fn give_self_harm(&self, given: Option<SelfHarm>) {
        for (id, answer) in SelfHarm::answers(given) {
            if let Some(question) = safety_question(id) {
                self.give_sign(question, answer);
            }
        }
    }

    /// The person goes on from a screen: the lines that were not ticked are a "no".
    pub fn signs_gone_through(&self, screen: usize) {
        let screens = self.sign_screens_untracked();
        let today = self.today.now();
        let urgent_done = screens.get(screen + 1).is_none_or(|next| !next.is_urgent());
        let is_last = screen + 1 >= screens.len();
        self.touch_signs();
        self.change(|response| {
            for question in screens
                .get(screen)
                .into_iter()
                .flat_map(SignScreen::questions)
            {
                response
                    .safety
                    .entry(QuestionId::from(question.id))
                    .or_insert(SafetyAnswer::No);
            }
            if urgent_done {
                response.urgent_asked = Some(today);
            }
            if is_last {
                response.safety_asked = Some(today);
            }
        });
    }

    /// Urgent signs that have not been dealt with, most urgent first.
    pub fn urgent_signs(&self) -> Vec<Warning> {
        let plan = self.plan_memo().get();
        self.response.with(|response| urgent_signs(&plan, response))
    }

    /// All signs that fired, most urgent first, reactive.
    pub fn warnings(&self) -> Vec<Warning> {
        self.plan_memo().get().safety.warnings.clone()
    }

    /// Whether the person must be told something urgent before anything else.
    pub fn must_stop(&self) -> bool {
        let plan = self.plan_memo().get();
        self.response
            .with(|response| !urgent_signs(&plan, response).is_empty())
    }

    /// The person says that a sign is being taken care of.
    pub fn deal_with(&self, flag: &Flag, how: HowDealtWith) {
        let on = self.today.now();
        self.change(|response| {
            response
                .dealt_with
                .insert(FlagId::from(flag.id), DealtWith { on, how });
        });
    }

    /// The questions of a sign that the person answered with more than "no".
    pub fn ticked_questions_of(&self, flag: &Flag) -> Vec<&'static SafetyQuestion> {
        flag.questions
            .iter()
            .copied()
            .filter(|question| self.is_sign_ticked(question))
            .collect()
    }

    /// The numbers of the person's country; nothing while the country is unknown.
    pub fn phone_numbers(&self) -> Option<&'static PhoneNumbers> {
        self.course().with(|course| {
            course
                .facts
                .word(fact::REGION)
                .map(|region| phone_numbers(Some(region)))
        })
    }

    /// The screen on which a question about a sign stands; the sensitive ones stand on the page of an item.
    pub fn screen_of_sign(
        &self,
        question: &'static SafetyQuestion,
    ) -> Option<(&'static Item, usize)> {
        if is_sensitive(question) {
            return ITEMS
                .iter()
                .find(|item| item.sensitive)
                .map(|item| (item, 0));
        }
        let item = signs_item()?;
        let screen = self
            .sign_screens_untracked()
            .iter()
            .position(|screen| screen.questions().contains(&question))?;
        Some((item, screen))
    }
}

fn urgent_signs(plan: &Plan, response: &Response) -> Vec<Warning> {
    plan.safety
        .warnings
        .iter()
        .filter(|warning| matches!(warning.class, Class::Emergency | Class::SameDay))
        .filter(|warning| {
            !response
                .dealt_with
                .contains_key(&FlagId::from(warning.flag.id))
        })
        .cloned()
        .collect()
}

/// The item under which the questions about warning signs stand.
fn signs_item() -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.kind == ItemKind::Safety)
}
