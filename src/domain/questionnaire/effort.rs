//! Owns the estimate of what a set of answers costs: screens, taps, typed letters, time.
//! May use: flow, walk, model, the item tables. Must not: be shown as a promise; it is an estimate, not a measurement.
//!
//! Each screen costs reading, a moment to decide on each of its questions, and its taps; typing costs its letters. The paces are our own
//! assumptions, of the size of published figures for adults on a phone (240 words a minute read, about 36 typed);
//! nobody's time was measured. A tired person needs about a third more.

use super::flow::{Course, course};
use super::model::{Answer, Diagnosis, Medicine, MonthYear, Site, TestDone, Tried};
use super::response::Response;
use super::sign_screens::{SignScreen, sensitive_questions};
use super::walk::{Stop, walk};
use crate::domain::ids::QuestionId;
use crate::knowledge::{Item, Word};

/// Words of a question that are read in a second.
const WORDS_READ: f64 = 4.0;
/// Words of a list that are looked over in a second, to find what fits.
const WORDS_LOOKED_OVER: f64 = 6.0;
/// Seconds to decide on an answer.
const DECIDING: f64 = 1.2;
/// Seconds for a tap.
const TAP: f64 = 0.8;
/// Seconds for a typed letter.
const LETTER: f64 = 0.33;

/// A tired person takes so many times as long.
pub const WHEN_TIRED: f64 = 4.0 / 3.0;

/// What answering costs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Effort {
    pub screens: usize,
    /// "Next" included.
    pub taps: usize,
    pub letters: usize,
    pub seconds: f64,
}

impl Effort {
    fn add(&mut self, other: Effort) {
        self.screens += other.screens;
        self.taps += other.taps;
        self.letters += other.letters;
        self.seconds += other.seconds;
    }

    fn of_screen(
        questions: usize,
        words_read: usize,
        words_looked_over: usize,
        taps: usize,
        letters: usize,
    ) -> Self {
        Self {
            screens: 1,
            taps,
            letters,
            seconds: words_read as f64 / WORDS_READ
                + words_looked_over as f64 / WORDS_LOOKED_OVER
                + questions as f64 * DECIDING
                + taps as f64 * TAP
                + letters as f64 * LETTER,
        }
    }
}

/// How much of what was answered counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything.
    Thorough,
    /// A typical person: own words are left out but for the wish, and lists hold the name of each thing and what it did.
    Typical,
}

/// The effort of all screens that a person with these answers comes to, on the way that they chose.
pub fn effort(told: &Response, depth: Depth) -> Effort {
    let mut total = Effort::default();
    for (_, of_screen) in screens(told, depth) {
        total.add(of_screen);
    }
    total
}

/// The effort of each screen on that way, in the order in which they come, with the item that it begins with.
pub fn screens(told: &Response, depth: Depth) -> Vec<(&'static Item, Effort)> {
    let course = course(told);
    walk(told)
        .iter()
        .filter_map(|stop| match stop {
            Stop::Page(items) => Some((*items.first()?, of_page(items, &course, told, depth))),
            Stop::Signs(item, screen) => Some((*item, of_signs(screen, told))),
        })
        .collect()
}

/// Own words that a typical person gives.
const WISH: &str = "goals.want";

/// The effort of a page of items: each is read, decided and answered as on a page of its own, and "Next" is one tap.
fn of_page(items: &[&'static Item], course: &Course, response: &Response, depth: Depth) -> Effort {
    let mut page = Cost::default();
    for item in items {
        page.add(of_item(item, course, response, depth));
        if item.sensitive {
            page.add(of_sensitive());
        }
    }
    let next = 1;
    Effort::of_screen(
        page.questions,
        page.read,
        page.looked_over,
        page.taps + next,
        page.letters,
    )
}

/// What the parts of a page ask for.
#[derive(Default)]
struct Cost {
    questions: usize,
    read: usize,
    looked_over: usize,
    taps: usize,
    letters: usize,
}

impl Cost {
    fn add(&mut self, other: Cost) {
        self.questions += other.questions;
        self.read += other.read;
        self.looked_over += other.looked_over;
        self.taps += other.taps;
        self.letters += other.letters;
    }
}

/// Self-harm and safety at home: two questions, each answered with one tap.
fn of_sensitive() -> Cost {
    Cost {
        questions: 2,
        looked_over: sensitive_questions()
            .map(|question| words(question.ask))
            .sum(),
        taps: 2,
        ..Cost::default()
    }
}

/// What one item asks for with its answer; without one, reading alone.
fn of_item(item: &'static Item, course: &Course, response: &Response, depth: Depth) -> Cost {
    let hands = response
        .answer(item.id)
        .and_then(|answer| match depth {
            Depth::Thorough => Some(answer.clone()),
            Depth::Typical => essence(item, answer),
        })
        .map_or(Hands::default(), |answer| hands(item, &answer));
    let read = words(item.ask) + item.hint.map_or(0, words);
    // Options under headings stay closed until their heading is opened.
    let opened = |group: Option<&str>| group.is_none_or(|group| hands.groups.contains(&group));
    // "Which pain troubles you most" offers only the places that hurt.
    let offered = |word: Option<Word>| {
        let several = item.if_several.and_then(|id| course.facts.words(id));
        several.is_none_or(|several| word.is_some_and(|word| several.contains(&word)))
    };
    let options = item
        .options
        .iter()
        .filter(|option| opened(option.group) && offered(option.word));
    let listed = options.map(|option| words(option.label) + option.hint.map_or(0, words));
    Cost {
        questions: 1,
        read,
        looked_over: listed.sum(),
        taps: hands.taps,
        letters: hands.letters,
    }
}

/// What a typical person answers of it; nothing where they leave it out.
fn essence(item: &Item, answer: &Answer) -> Option<Answer> {
    Some(match answer {
        Answer::Text(_) if item.id != WISH => return None,
        Answer::Texts(_) | Answer::Goals(_) => return None,
        Answer::Sites(sites) => Answer::Sites(
            sites
                .iter()
                .map(|site| Site {
                    regions: site.regions.clone(),
                    usual: site.usual,
                    worst: site.worst,
                    ..Site::default()
                })
                .collect(),
        ),
        Answer::Medicines(list) => Answer::Medicines(
            list.iter()
                .map(|medicine| Medicine {
                    name: medicine.name.clone(),
                    strength: medicine.strength.clone(),
                    a_day: medicine.a_day.clone(),
                    often: medicine.often,
                    ..Medicine::default()
                })
                .collect(),
        ),
        Answer::Tried(list) => Answer::Tried(
            list.iter()
                .map(|tried| Tried {
                    effect: tried.effect,
                    ..Tried::new(tried.therapy.clone())
                })
                .collect(),
        ),
        Answer::Diagnoses(list) => Answer::Diagnoses(
            list.iter()
                .map(|diagnosis| Diagnosis {
                    by: String::new(),
                    ..diagnosis.clone()
                })
                .collect(),
        ),
        Answer::Tests(list) => Answer::Tests(
            list.iter()
                .map(|test| TestDone {
                    kind: test.kind.clone(),
                    when: MonthYear {
                        year: test.when.year.clone(),
                        ..MonthYear::default()
                    },
                    ..TestDone::default()
                })
                .collect(),
        ),
        other => other.clone(),
    })
}

/// One screen of warning signs: "none of these" is one tap and goes on.
fn of_signs(screen: &SignScreen, response: &Response) -> Effort {
    let lines = screen
        .questions()
        .iter()
        .map(|question| words(question.line.unwrap_or(question.ask)));
    let ticked = screen
        .questions()
        .iter()
        .filter(|question| {
            response
                .safety
                .get(&QuestionId::from(question.id))
                .is_some_and(|answer| answer.word() != "no")
        })
        .count();
    // A ticked line asks since when; without one, "none of these" goes on.
    let taps = 2 * ticked + 1;
    Effort::of_screen(1, 0, lines.sum(), taps, 0)
}

/// What the hands do.
#[derive(Default)]
struct Hands<'a> {
    taps: usize,
    letters: usize,
    groups: Vec<&'a str>,
}

impl Hands<'_> {
    fn tap(&mut self, times: usize) {
        self.taps += times;
    }

    /// A field is tapped and filled, when there is something to fill in.
    fn field(&mut self, typed: &str) {
        if !typed.is_empty() {
            self.taps += 1;
            self.letters += typed.chars().count();
        }
    }

    fn month(&mut self, month: &MonthYear) {
        // The list of months: open and choose.
        self.tap(2 * usize::from(!month.month.is_empty()));
        self.field(&month.year);
    }
}

fn hands(item: &'static Item, answer: &Answer) -> Hands<'static> {
    let mut hands = Hands::default();
    match answer {
        Answer::Skipped => {}
        Answer::Choice(_) | Answer::Level(_) => hands.tap(1),
        Answer::Choices(ticked) => {
            hands.tap(ticked.len().max(1));
            for option in item.options {
                if let Some(group) = option.group.filter(|group| !hands.groups.contains(group))
                    && ticked.iter().any(|id| id == option.id)
                {
                    hands.groups.push(group);
                    hands.tap(1);
                }
            }
        }
        Answer::Number(typed) | Answer::Text(typed) => hands.field(typed),
        Answer::Numbers(typed) | Answer::Texts(typed) => {
            typed.values().for_each(|typed| hands.field(typed));
        }
        Answer::Duration { years, months } => {
            hands.field(years);
            hands.field(months);
        }
        Answer::Body {
            height_cm,
            weight_kg,
        } => {
            hands.field(height_cm);
            hands.field(weight_kg);
        }
        Answer::Sites(sites) => sites.iter().for_each(|site| of_site(site, &mut hands)),
        Answer::Medicines(list) => {
            hands.tap(usize::from(list.is_empty()));
            list.iter()
                .for_each(|medicine| of_medicine(medicine, &mut hands));
        }
        Answer::Tried(list) => {
            hands.tap(usize::from(list.is_empty()));
            list.iter().for_each(|tried| of_tried(tried, &mut hands));
        }
        Answer::Diagnoses(list) => {
            hands.tap(list.len().max(1));
            for diagnosis in list {
                hands.field(&diagnosis.name);
                hands.field(&diagnosis.by);
                hands.tap(usize::from(diagnosis.told.is_some()));
            }
        }
        Answer::Tests(list) => {
            hands.tap(list.len().max(1));
            for test in list {
                hands.month(&test.when);
                for typed in [&test.part, &test.place, &test.result] {
                    hands.field(typed);
                }
                hands.tap(usize::from(test.copy.is_some()));
            }
        }
        Answer::Goals(list) => {
            hands.tap(list.len().saturating_sub(1));
            for goal in list {
                hands.field(&goal.words);
                hands.month(&goal.by);
            }
        }
    }
    hands
}

fn of_site(site: &Site, hands: &mut Hands<'_>) {
    let levels = [site.now, site.usual, site.worst, site.least];
    hands.tap(site.regions.len() + site.spreads_to.len());
    hands.tap(levels.iter().flatten().count());
    hands.tap(site.words.len() + site.times.len() + site.better.len() + site.worse.len());
    hands.tap(usize::from(site.constant.is_some()));
    hands.month(&site.since);
    // "Done".
    hands.tap(1);
}

fn of_medicine(medicine: &Medicine, hands: &mut Hands<'_>) {
    // "Add a medicine".
    hands.tap(1);
    for typed in [
        &medicine.name,
        &medicine.strength,
        &medicine.a_day,
        &medicine.dose,
        &medicine.problems,
    ] {
        hands.field(typed);
    }
    hands.month(&medicine.since);
    hands.tap(usize::from(medicine.often.is_some()));
    hands.tap(usize::from(medicine.helps.is_some()));
    hands.tap(usize::from(medicine.bought));
}

/// A treatment is found by typing the beginning of its name.
const SEARCHED_LETTERS: usize = 5;

fn of_tried(tried: &Tried, hands: &mut Hands<'_>) {
    hands.tap(2);
    hands.letters += SEARCHED_LETTERS;
    for typed in [
        &tried.dose_mg,
        &tried.sessions,
        &tried.lasted,
        &tried.problems,
        &tried.stopped,
        &tried.detail,
    ] {
        hands.field(typed);
    }
    hands.tap(2 * usize::from(!tried.lasted.is_empty()));
    hands.tap(usize::from(tried.effect.is_some()));
    hands.tap(usize::from(tried.help.is_some()));
    hands.tap(usize::from(tried.still_using));
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
