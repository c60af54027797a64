//! Owns how what was agreed meets the story: the numbers that suit the person's goals, and a result that becomes a treatment
//! tried. May use: arrangements, the answers. Must not: change the story without the person's word.

use leptos::prelude::*;

use super::Assessment;
use crate::domain::arrangements::{Agreement, DiaryNumber, StoryChange, judging};
use crate::domain::ids::TherapyId;
use crate::domain::plan::facts::fact;
use crate::domain::questionnaire::model::{Answer, Tried};
use crate::knowledge::{ITEMS, Item, ItemKind, Word, therapy};

impl Assessment {
    /// The question about treatments tried.
    pub fn tried_item(&self) -> Option<&'static Item> {
        ITEMS.iter().find(|item| item.kind == ItemKind::Tried)
    }

    /// The numbers of the diary that suit an option and the person's goals, the best first, reactive.
    pub fn suggested_numbers(&self, option: Option<&TherapyId>) -> Vec<DiaryNumber> {
        let plan = self.plan();
        let goals: Vec<Word> = plan.facts.known_words(fact::GOALS).collect();
        judging::suggested(option.and_then(|id| therapy(id.as_str())), &goals)
    }

    /// What a result would change in the story, reactive.
    pub fn story_change(&self, agreement: &Agreement, goes_on: bool) -> Option<StoryChange> {
        agreement.story_change(&self.tried(), goes_on)
    }

    /// Makes that change, on the person's word.
    pub fn change_story(&self, change: StoryChange) {
        let Some(item) = self.tried_item() else {
            return;
        };
        let list = change.applied(&untrack(|| self.tried()));
        match list.is_empty() {
            true => self.take_back(item),
            false => self.give(item, Answer::Tried(list)),
        }
    }

    fn tried(&self) -> Vec<Tried> {
        match self.tried_item().and_then(|item| self.answer(item)) {
            Some(Answer::Tried(list)) => list,
            _ => Vec::new(),
        }
    }
}
