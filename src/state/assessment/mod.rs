//! Owns the current response: answers are saved as they are given, everything else is derived.
//! May use: domain, storage through the shared store. Must not: wording, rules.

use std::sync::Arc;

mod again;
mod agreed;
mod patient;
mod plan;
mod plan_page;
mod results;
mod review;
mod signs;
mod way;

pub use plan::Behind;
pub use review::PartReview;

use leptos::prelude::*;

use super::SharedStore;
use super::diary::Diary;
use super::medicines::listed;
use super::notices::Notices;
use super::today::Today;
use crate::domain::date::NaiveDate;
use crate::domain::day_rule::born_at_the_earliest;
use crate::domain::ids::ItemId;
use crate::domain::medicines::pairs::{Clash, Known, clashes, named};
use crate::domain::plan::engine;
use crate::domain::plan::model::Plan;
use crate::domain::questionnaire::findings::{self, Finding};
use crate::domain::questionnaire::flow::{self, Course};
use crate::domain::questionnaire::model::Answer;
use crate::domain::questionnaire::response::Response;
use crate::domain::safety::SafetyAnswers;
use crate::knowledge::{Item, ItemOption, fact};
use crate::storage::SaveError;

/// The response and what follows from it.
#[derive(Clone, Copy)]
pub struct Assessment {
    response: RwSignal<Response>,
    derived: StoredValue<Derived>,
    /// What was touched since the course was last brought up to date.
    touched: StoredValue<Touched>,
    /// Signs that are ticked while the person has not yet said since when.
    undated: RwSignal<Vec<&'static str>>,
    /// A later answer led back to the warning signs; what was gone through there is not gone through again.
    signs_were_added: StoredValue<bool>,
    store: SharedStore,
    notices: Notices,
    today: Today,
    diary: Diary,
}

/// What follows from the response. Each is made when a page first asks for it, so that the start page needs neither the
/// questionnaire nor the rules (they arrive later, in the files of the pages that use them).
struct Derived {
    /// They live as long as the app, not as the page that asked first.
    owner: Owner,
    course: Option<Memo<Course>>,
    plan: Option<Memo<Arc<Plan>>>,
    clashes: Option<Memo<Arc<Vec<Clash>>>>,
}

impl Derived {
    fn new() -> Self {
        Self {
            owner: Owner::current().unwrap_or_default(),
            course: None,
            plan: None,
            clashes: None,
        }
    }
}

/// Which answers were changed.
#[derive(Default)]
enum Touched {
    #[default]
    Nothing,
    Items(Vec<&'static Item>),
    /// The response came from elsewhere.
    Everything,
}

impl Touched {
    fn add(&mut self, item: &'static Item) {
        match self {
            Touched::Nothing => *self = Touched::Items(vec![item]),
            Touched::Items(items) if !items.contains(&item) => items.push(item),
            Touched::Items(_) | Touched::Everything => {}
        }
    }
}

impl Assessment {
    pub(super) fn new(
        response: Response,
        store: SharedStore,
        notices: Notices,
        today: Today,
        diary: Diary,
    ) -> Self {
        Self {
            response: RwSignal::new(response),
            derived: StoredValue::new(Derived::new()),
            touched: StoredValue::new(Touched::default()),
            undated: RwSignal::new(Vec::new()),
            signs_were_added: StoredValue::new(false),
            store,
            notices,
            today,
            diary,
        }
    }

    // ---- what follows from the response

    fn course(&self) -> Memo<Course> {
        let response = self.response;
        let touched = self.touched;
        let diary = self.diary;
        self.derived
            .try_update_value(|derived| {
                let Derived { owner, course, .. } = derived;
                *course.get_or_insert_with(|| {
                    owner.with(|| {
                        // Read again when an entry or the day changes, not with each letter typed.
                        let noted = Memo::new(move |_| diary.noted());
                        Memo::new(move |before: Option<&Course>| {
                            let touched = touched
                                .try_update_value(std::mem::take)
                                .unwrap_or(Touched::Everything);
                            response.with(|response| {
                                let mut course = brought_up_to_date(before, touched, response);
                                noted.with(|noted| course.hear_diary(noted, response));
                                course
                            })
                        })
                    })
                })
            })
            .expect("the state of the app lives as long as the page")
    }

    fn plan_memo(&self) -> Memo<Arc<Plan>> {
        let response = self.response;
        let course = self.course();
        self.derived
            .try_update_value(|derived| {
                let Derived {
                    owner,
                    plan,
                    clashes: clashes_made,
                    ..
                } = derived;
                *plan.get_or_insert_with(|| {
                    owner.with(|| {
                        // The rules run again only when a fact or a sign has changed, not with each letter typed.
                        let facts = Memo::new(move |_| course.with(|course| course.facts.clone()));
                        let answers = Memo::new(move |_| {
                            response.with(|response| SafetyAnswers::from_response(&response.safety))
                        });
                        let plain =
                            Memo::new(move |_| {
                                Arc::new(facts.with(|facts| {
                                    answers.with(|answers| engine::plan(facts, answers))
                                }))
                            });
                        let clash = Memo::new(move |_| {
                            let listed = response.with(listed);
                            let known = plain.with(|plan| {
                                clashes(Known {
                                    story: &listed,
                                    diary: &[],
                                    facts: &plan.facts,
                                })
                            });
                            Arc::new(known)
                        });
                        *clashes_made = Some(clash);
                        Memo::new(move |_| {
                            let plan = plain.get();
                            clash
                                .with(|clashes| named(&plan, clashes))
                                .map_or(plan, Arc::new)
                        })
                    })
                })
            })
            .expect("the state of the app lives as long as the page")
    }

    // ---- answers

    /// The answer to an item, reactive.
    pub fn answer(&self, item: &Item) -> Option<Answer> {
        self.response
            .with(|response| response.answer(item.id).cloned())
    }

    /// The answer to an item, once.
    pub fn answer_untracked(&self, item: &Item) -> Option<Answer> {
        self.response
            .with_untracked(|response| response.answer(item.id).cloned())
    }

    /// Whether the item has an answer that says something, reactive.
    pub fn is_answered(&self, item: &Item) -> bool {
        self.response.with(|response| {
            self.course()
                .with(|course| course.is_answered(item, response))
        })
    }

    /// What is odd about the answer to an item, reactive.
    pub fn findings(&self, item: &'static Item) -> Vec<Finding> {
        let today = self.today.get();
        self.response.with(|response| {
            self.course()
                .with(|course| findings::findings_of(item, course, response, today))
        })
    }

    /// Gives an answer and saves it.
    pub fn give(&self, item: &'static Item, answer: Answer) {
        self.touch(item);
        self.change(|response| {
            response.answers.insert(ItemId::from(item.id), answer);
        });
    }

    /// Takes an answer back: the item is open again.
    pub fn take_back(&self, item: &'static Item) {
        self.touch(item);
        self.change(|response| {
            response.answers.remove(&ItemId::from(item.id));
        });
    }

    /// Leaves an item out on purpose.
    pub fn skip(&self, item: &'static Item) {
        self.give(item, Answer::Skipped);
    }

    /// Ticks or unticks one option. Without any tick left the item is open again: only "none of these" means none.
    pub fn tick(&self, item: &'static Item, option: &ItemOption, ticked: bool) {
        let before = match self.answer_untracked(item) {
            Some(Answer::Choices(before)) => before,
            _ => Vec::new(),
        };
        if ticked
            && item
                .most
                .is_some_and(|most| before.len() >= usize::from(most))
        {
            return;
        }
        let after: Vec<String> = item
            .options
            .iter()
            .map(|known| known.id)
            .filter(|id| {
                if *id == option.id {
                    ticked
                } else {
                    before.iter().any(|known| known == id)
                }
            })
            .map(str::to_owned)
            .collect();
        if after.is_empty() {
            self.take_back(item);
        } else {
            self.give(item, Answer::Choices(after));
        }
    }

    /// Gives the number of one option of an item with several numbers.
    pub fn give_number_of(&self, item: &'static Item, option: &ItemOption, typed: String) {
        let mut numbers = match self.answer_untracked(item) {
            Some(Answer::Numbers(numbers)) => numbers,
            _ => Default::default(),
        };
        if typed.trim().is_empty() {
            numbers.remove(option.id);
        } else {
            numbers.insert(option.id.to_owned(), typed);
        }
        if numbers.is_empty() {
            self.take_back(item);
        } else {
            self.give(item, Answer::Numbers(numbers));
        }
    }

    /// Gives the words of one option of an item with several texts.
    pub fn give_text_of(&self, item: &'static Item, option: &ItemOption, typed: String) {
        let mut texts = match self.answer_untracked(item) {
            Some(Answer::Texts(texts)) => texts,
            _ => Default::default(),
        };
        if typed.trim().is_empty() {
            texts.remove(option.id);
        } else {
            texts.insert(option.id.to_owned(), typed);
        }
        if texts.is_empty() {
            self.take_back(item);
        } else {
            self.give(item, Answer::Texts(texts));
        }
    }

    /// Remembers, before a change, whose answer it is.
    fn touch(&self, item: &'static Item) {
        self.touched.update_value(|touched| touched.add(item));
    }

    fn touch_everything(&self) {
        self.touched.set_value(Touched::Everything);
    }

    fn change(&self, change: impl FnOnce(&mut Response)) -> bool {
        let today = self.today.now();
        self.response.update(|response| {
            change(response);
            response.started.get_or_insert(today);
            response.changed = Some(today);
        });
        self.save()
    }

    fn save(&self) -> bool {
        let outcome = self.response.with_untracked(|response| {
            self.store
                .try_update_value(|store| store.save_response(response))
                .unwrap_or(Err(SaveError::Broken))
        });
        self.notices.after_save(self.store, outcome)
    }

    /// Goes on from answers that were put in from a file, or saved in another tab.
    pub(super) fn take_over(&self, response: Response) {
        if self.response.with_untracked(|now| *now == response) {
            // Nothing may jump under a finger for what is on the screen already.
            return;
        }
        self.touch_everything();
        self.response.set(response);
    }

    /// Starts anew in memory, after everything was deleted.
    pub(super) fn forget(&self) {
        self.touch_everything();
        self.response.set(Response::default());
    }

    // ---- what is shown

    /// The options of a choice. "Which pain troubles you most" offers only places that hurt.
    pub fn options(&self, item: &'static Item) -> Vec<&'static ItemOption> {
        let all = || item.options.iter().collect();
        if item.fact != Some(fact::PRIMARY_SITE) {
            return all();
        }
        self.course()
            .with_untracked(|course| match course.facts.words(fact::PAIN_SITES) {
                Some(areas) if !areas.is_empty() => item
                    .options
                    .iter()
                    .filter(|option| option.word.is_some_and(|word| areas.contains(&word)))
                    .collect(),
                _ => all(),
            })
    }

    /// Nothing was told yet.
    pub fn is_empty(&self) -> bool {
        self.response
            .with(|response| response.answers.is_empty() && response.safety.is_empty())
    }

    /// The whole response, reactive.
    pub fn response(&self) -> Response {
        self.response.get()
    }

    /// The words of a text item; nothing when it was left out or is empty.
    pub fn text(&self, item: &str) -> Option<String> {
        self.response.with(|response| match response.answer(item) {
            Some(Answer::Text(words)) if !words.trim().is_empty() => Some(words.trim().to_owned()),
            _ => None,
        })
    }

    /// The places that hurt, by their words in `pain_sites`, once.
    pub fn pain_areas(&self) -> Vec<&'static str> {
        self.course().with_untracked(|course| {
            course
                .facts
                .words(fact::PAIN_SITES)
                .into_iter()
                .flatten()
                .map(|word| word.text())
                .collect()
        })
    }

    /// The name for the pages, when the person gave one.
    pub fn name(&self) -> Option<String> {
        self.text("about.name")
    }

    /// The earliest day on which the person can have been born, by the age that they told; none while they told none that
    /// can be right. Reactive.
    pub fn born_at_the_earliest(&self) -> Option<NaiveDate> {
        self.response.with(|response| {
            let Some(Answer::Number(typed)) = response.answer("about.age") else {
                return None;
            };
            let age = typed
                .trim()
                .parse()
                .ok()
                .filter(|age| (10..=110).contains(age))?;
            // They may have told it any day since; the first one leaves the most room.
            born_at_the_earliest(age, response.started?)
        })
    }
}

/// The course after a change: only what hangs on the touched answers is decided anew.
fn brought_up_to_date(before: Option<&Course>, touched: Touched, response: &Response) -> Course {
    match (before, touched) {
        (Some(before), Touched::Nothing) => before.clone(),
        (Some(before), Touched::Items(items)) => {
            let mut course = before.clone();
            for item in items {
                course.update(item, response);
            }
            course
        }
        (None, _) | (Some(_), Touched::Everything) => flow::course(response),
    }
}
