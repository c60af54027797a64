//! Owns what goes on page one and page two of the hand-out and what gives way when space is short.
//! May use: questionnaire, plan, diary. Must not: layout, wording of its own, a clock.
//!
//! Two pages of 180 × 250 mm must be enough (DESIGN.md, section 9). What gives way, in this order: the person's long
//! texts are shortened at a word, then rows after the last that fits are counted ("3 more"). The safety strip never does.
//! Long because what goes on the pages and what gives way when space is short is one decision, read from top to bottom.

mod choices;

pub use choices::{Block as PaperBlock, Hidden, PaperChoices, PaperText, Showing};

use super::body_map::site_name;
use super::date::NaiveDate;
use super::diary::series::Day;
use super::diary::stats::{Block, Logged, blocks, logged};
use super::plan::facts::{Facts, fact};
use super::plan::model::{Line, Plan, Section, Status};
use super::plan::reading::words_behind;
use super::questionnaire::flow::Course;
use super::questionnaire::model::{Answer, Medicine, MonthYear, Site, Tried};
use super::questionnaire::response::{Response, View};
use super::safety::{SafetyAnswers, Warning};
use crate::knowledge::{Item, ItemOption, SafetyQuestion, item};

/// Most rows of each table, so that both pages fit with ordinary texts in each row.
pub const MAX_SITES: usize = 4;
pub const MAX_MEDICINES: usize = 6;
pub const MAX_TRIED: usize = 6;
pub const MAX_OPTIONS: usize = 6;
pub const MAX_QUESTIONS: usize = 5;
/// Rows that options and questions may take together on page two; at least three lines are kept for questions.
pub const MAX_PAGE_TWO_ROWS: usize = 9;
const LEAST_QUESTION_LINES: usize = 3;
/// Most characters of each text in the person's own words.
pub const MAX_WISH: usize = 140;
pub const MAX_STORY: usize = 260;
pub const MAX_TESTS: usize = 240;
pub const MAX_GOAL: usize = 160;
pub const MAX_CELL: usize = 60;
pub const MAX_QUESTION: usize = 150;
pub const MAX_NAME: usize = 60;

/// The hand-out as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    pub date: NaiveDate,
    pub name: Option<String>,
    pub visit: Option<String>,
    pub safety: SafetyStrip,
    pub wish: Option<String>,
    /// The reasons for the visit with whether each is ticked; empty when the item was not answered.
    pub reasons: Vec<(&'static ItemOption, bool)>,
    pub story: Option<String>,
    pub sites: Rows<NumberedSite>,
    pub facts: Facts,
    pub days: Vec<Day>,
    pub blocks: Vec<Block>,
    pub logged: Logged,
    pub medicines: Rows<Medicine>,
    /// The medicine list was answered, also with "none".
    pub medicines_known: bool,
    pub tried: Rows<Tried>,
    pub tried_known: bool,
    pub tests: Option<String>,
    pub contributors: Contributors,
    pub goal: Option<String>,
    /// Ticked preferences.
    pub preferences: Vec<&'static ItemOption>,
    pub options: Rows<OptionRow>,
    pub questions: Rows<String>,
    /// The summary in the person's words, when they worded it anew.
    pub summary: Option<String>,
    /// What the person decided not to have on paper, and which of that they will tell.
    pub hidden: Hidden,
    pub in_person: Vec<PaperBlock>,
}

/// The rows that fit, and how many do not.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<T> {
    pub shown: Vec<T>,
    pub more: usize,
    /// Those that do not fit, for the appendix.
    pub rest: Vec<T>,
}

impl<T> Rows<T> {
    fn first(mut rows: Vec<T>, most: usize) -> Self {
        let rest = rows.split_off(most.min(rows.len()));
        Self {
            shown: rows,
            more: rest.len(),
            rest,
        }
    }

    fn clear(&mut self) {
        self.shown.clear();
        self.rest.clear();
        self.more = 0;
    }
}

/// What a clinician must see first.
#[derive(Debug, Clone, PartialEq)]
pub struct SafetyStrip {
    /// When the questions about warning signs were gone through; nothing while they were not.
    pub asked: Option<NaiveDate>,
    /// Signs that fired, most urgent first, without those about self-harm and safety at home:
    /// these appear only if the person tells them in person (DESIGN.md, section 9).
    pub warnings: Vec<Warning>,
    /// What clashes when the sign about medicines in use fired: the medicines and illnesses behind it, by their labels.
    pub clashing: Vec<&'static str>,
    /// Signs that a clinician has already looked at.
    pub checked: Vec<&'static SafetyQuestion>,
    pub allergies: Ticked,
    pub conditions: Ticked,
    /// Medicines that change what is safe, of those in use.
    pub medicines: Ticked,
    pub pregnancy: Option<&'static ItemOption>,
}

/// What was ticked in a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Ticked {
    /// The list was not answered: unknown, not "none".
    Unknown,
    None,
    Some(Vec<&'static ItemOption>),
}

/// A place with its number on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberedSite {
    pub number: usize,
    pub name: String,
    pub site: Site,
}

/// What the person thinks plays a part, by kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contributors {
    pub body: Vec<&'static str>,
    pub mind: Vec<&'static str>,
    pub life: Vec<&'static str>,
}

/// One option to discuss.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionRow {
    pub line: Line,
    pub view: Option<View>,
}

/// Medicines that a clinician looks for before anything is prescribed.
const MEDICINES_THAT_MATTER: [&str; 10] = [
    "anticoagulant",
    "antiplatelet",
    "opioid",
    "tramadol",
    "benzodiazepine_z",
    "gabapentinoid",
    "nsaid",
    "maoi",
    "lithium",
    "methotrexate",
];

/// Warning signs that never go on paper by themselves.
pub const PRIVATE_FLAGS: [&str; 3] = ["any_suicide_now", "any_suicide_thoughts", "any_safe_home"];

/// Puts the hand-out together.
pub fn handout(
    response: &Response,
    course: &Course,
    plan: &Plan,
    days: Vec<Day>,
    date: NaiveDate,
) -> Handout {
    let text = |id: &str, most: usize| match visible_answer(response, course, id) {
        Some(Answer::Text(words)) if !words.trim().is_empty() => Some(shortened(words, most)),
        _ => None,
    };
    let sites = match visible_answer(response, course, "map.all") {
        Some(Answer::Sites(sites)) => sites.clone(),
        _ => Vec::new(),
    };
    let medicines = match visible_answer(response, course, "health.medlist") {
        Some(Answer::Medicines(list)) => Some(list.clone()),
        _ => None,
    };
    let tried = match visible_answer(response, course, "tried.list") {
        Some(Answer::Tried(list)) => Some(list.clone()),
        _ => None,
    };
    Handout {
        date,
        name: text("about.name", MAX_NAME),
        visit: text("about.visit", MAX_CELL),
        safety: safety_strip(response, course, plan),
        wish: text("goals.want", MAX_WISH),
        reasons: reasons(response, course),
        story: text("story.words", MAX_STORY),
        sites: Rows::first(numbered(sites), MAX_SITES),
        facts: plan.facts.clone(),
        blocks: blocks(&days),
        logged: logged(&days),
        days,
        medicines_known: medicines.is_some(),
        medicines: Rows::first(
            short_medicines(medicines.unwrap_or_default()),
            MAX_MEDICINES,
        ),
        tried_known: tried.is_some(),
        tried: Rows::first(short_tried(tried.unwrap_or_default()), MAX_TRIED),
        tests: tests(response, course),
        contributors: contributors(response, course),
        goal: goal(response, course),
        preferences: match ticked(response, course, "you.prefs") {
            Ticked::Some(options) => options,
            Ticked::Unknown | Ticked::None => Vec::new(),
        },
        options: options(response, plan),
        questions: Rows::first(
            response
                .questions
                .iter()
                .map(|words| shortened(words, MAX_QUESTION))
                .collect(),
            MAX_QUESTIONS,
        ),
        summary: None,
        hidden: Hidden::new(),
        in_person: Vec::new(),
    }
}

/// An answer to an item that is shown; what a hidden item holds does not count.
fn visible_answer<'a>(response: &'a Response, course: &Course, id: &str) -> Option<&'a Answer> {
    course
        .visible
        .iter()
        .any(|item| item.id == id)
        .then(|| response.answer(id))
        .flatten()
}

/// The ticked options of a list.
fn ticked(response: &Response, course: &Course, id: &str) -> Ticked {
    let (Some(item), Some(Answer::Choices(ticked))) =
        (item(id), visible_answer(response, course, id))
    else {
        return Ticked::Unknown;
    };
    let options = options_of(item, ticked);
    if options.is_empty() {
        Ticked::None
    } else {
        Ticked::Some(options)
    }
}

fn options_of(item: &'static Item, ticked: &[String]) -> Vec<&'static ItemOption> {
    item.options
        .iter()
        .filter(|option| ticked.iter().any(|id| id == option.id))
        .collect()
}

fn safety_strip(response: &Response, course: &Course, plan: &Plan) -> SafetyStrip {
    let medicines = match ticked(response, course, "health.medicines") {
        Ticked::Some(options) => {
            let matter: Vec<_> = options
                .into_iter()
                .filter(|option| MEDICINES_THAT_MATTER.contains(&option.id))
                .collect();
            if matter.is_empty() {
                Ticked::None
            } else {
                Ticked::Some(matter)
            }
        }
        other => other,
    };
    SafetyStrip {
        asked: response.safety_asked,
        warnings: plan
            .safety
            .warnings
            .iter()
            .filter(|warning| !PRIVATE_FLAGS.contains(&warning.flag.id))
            .cloned()
            .collect(),
        clashing: clashing(plan),
        checked: plan.safety.checked.clone(),
        allergies: ticked(response, course, "health.allergies"),
        conditions: ticked(response, course, "health.conditions"),
        medicines,
        pregnancy: pregnancy(response, course),
    }
}

/// The sign about medicines in use that do not fit with another answer.
const MEDICINE_CLASH: &str = "any_medicine_clash";

/// The medicines and illnesses because of which that sign fired.
fn clashing(plan: &Plan) -> Vec<&'static str> {
    let signs = plan.safety.warnings.iter().map(|warning| warning.flag);
    let Some(sign) = signs.into_iter().find(|flag| flag.id == MEDICINE_CLASH) else {
        return Vec::new();
    };
    // The sign reads no answer to a question, only facts.
    words_behind(sign.when, &plan.facts, &SafetyAnswers::default())
        .into_iter()
        .map(|(fact, word)| {
            let label = fact.label(word);
            label.split(" (").next().unwrap_or(label)
        })
        .collect()
}

/// A pregnancy answer that a clinician must see; nothing when it is not possible or was not said.
fn pregnancy(response: &Response, course: &Course) -> Option<&'static ItemOption> {
    let Some(Answer::Choice(chosen)) = visible_answer(response, course, "about.pregnancy") else {
        return None;
    };
    item("about.pregnancy")?
        .options
        .iter()
        .find(|option| option.id == chosen)
        .filter(|option| !matches!(option.id, "not_possible" | "not_said"))
}

fn reasons(response: &Response, course: &Course) -> Vec<(&'static ItemOption, bool)> {
    let Some(item) = item("goals.reason") else {
        return Vec::new();
    };
    match visible_answer(response, course, "goals.reason") {
        Some(Answer::Choices(ticked)) => item
            .options
            .iter()
            .map(|option| (option, ticked.iter().any(|id| id == option.id)))
            .collect(),
        _ => Vec::new(),
    }
}

/// The main site first, then in the order in which they were chosen.
fn numbered(sites: Vec<Site>) -> Vec<NumberedSite> {
    let (main, others): (Vec<Site>, Vec<Site>) = sites.into_iter().partition(|site| site.main);
    main.into_iter()
        .chain(others)
        .enumerate()
        .map(|(place, site)| NumberedSite {
            number: place + 1,
            name: site_name(&site),
            site,
        })
        .collect()
}

fn short_medicines(list: Vec<Medicine>) -> Vec<Medicine> {
    list.into_iter()
        .filter(|medicine| !medicine.name.trim().is_empty())
        .map(|medicine| Medicine {
            name: shortened(&medicine.name, MAX_CELL),
            dose: shortened(&medicine.dose, MAX_CELL),
            problems: shortened(&medicine.problems, MAX_CELL),
            ..medicine
        })
        .collect()
}

fn short_tried(list: Vec<Tried>) -> Vec<Tried> {
    list.into_iter()
        .map(|tried| Tried {
            detail: shortened(&tried.detail, MAX_CELL),
            ..tried
        })
        .collect()
}

/// The tests that were done: kind, part, month and result, as far as they were told.
fn tests(response: &Response, course: &Course) -> Option<String> {
    let (Some(item), Some(Answer::Tests(tests))) = (
        item("tests.list"),
        visible_answer(response, course, "tests.list"),
    ) else {
        return None;
    };
    let lines: Vec<String> = tests
        .iter()
        .map(|test| {
            let kind = item
                .options
                .iter()
                .find(|option| option.id == test.kind)
                .map_or(test.kind.as_str(), |option| option.label);
            let head = joined(&[kind, &test.part, &month(&test.when)], " ");
            joined(&[&head, &test.result], ": ")
        })
        .collect();
    (!lines.is_empty()).then(|| shortened(&lines.join("; "), MAX_TESTS))
}

/// What the person wants to be able to do, with the month by which.
fn goal(response: &Response, course: &Course) -> Option<String> {
    let Some(Answer::Goals(goals)) = visible_answer(response, course, "goals.list") else {
        return None;
    };
    let lines: Vec<String> = goals
        .iter()
        .filter(|goal| !goal.words.trim().is_empty())
        .map(|goal| joined(&[goal.words.trim(), &month(&goal.by)], " – "))
        .collect();
    (!lines.is_empty()).then(|| shortened(&lines.join("; "), MAX_GOAL))
}

/// A month in figures: "5/2021", or the year alone.
fn month(typed: &MonthYear) -> String {
    joined(&[typed.month.trim(), typed.year.trim()], "/")
}

/// Those texts that are not empty, with a mark between them.
fn joined(texts: &[&str], mark: &str) -> String {
    let filled: Vec<&str> = texts
        .iter()
        .copied()
        .filter(|text| !text.is_empty())
        .collect();
    filled.join(mark)
}

/// What was ticked about the body, about thoughts and about life.
fn contributors(response: &Response, course: &Course) -> Contributors {
    let labels = |id: &str| match ticked(response, course, id) {
        Ticked::Some(options) => options,
        Ticked::Unknown | Ticked::None => Vec::new(),
    };
    let mut contributors = Contributors {
        body: labels("life.limits")
            .iter()
            .map(|option| option.label)
            .collect(),
        ..Contributors::default()
    };
    for option in labels("life.around") {
        match option.id {
            "stress" | "lonely" => contributors.mind.push(option.label),
            _ => contributors.life.push(option.label),
        }
    }
    contributors
        .body
        .extend(labels("sleep.signs").iter().map(|option| option.label));
    contributors
}

/// At most six options, fewer when there are many questions: those to say first, then the ideas shown at first; what the person said no to comes last.
fn options(response: &Response, plan: &Plan) -> Rows<OptionRow> {
    let rows = plan
        .lines
        .iter()
        .filter(|line| line.shown && matches!(line.section, Section::First | Section::Ideas))
        .filter(|line| line.status != Status::Held)
        .map(|line| OptionRow {
            line: line.clone(),
            view: response
                .views
                .iter()
                .find_map(|(id, view)| (id.as_str() == line.therapy.id).then_some(*view)),
        });
    let (no, others): (Vec<_>, Vec<_>) = rows.partition(|row| row.view == Some(View::No));
    let question_lines = response
        .questions
        .len()
        .clamp(LEAST_QUESTION_LINES, MAX_QUESTIONS);
    let most = MAX_OPTIONS.min(MAX_PAGE_TWO_ROWS - question_lines);
    Rows::first(others.into_iter().chain(no).collect(), most)
}

impl Handout {
    /// Whether a block is on paper.
    pub fn shows(&self, block: PaperBlock) -> bool {
        !self.hidden.contains(&block)
    }

    /// Rows that did not fit, in any table.
    pub fn has_rest(&self) -> bool {
        let rest = self.sites.more + self.medicines.more + self.tried.more;
        rest + self.options.more + self.questions.more > 0
    }

    /// The impact check: usual pain, joy, activity, and their mean when all three are known.
    pub fn impact(&self) -> [Option<f64>; 4] {
        [
            self.facts.number(fact::NRS_AVG7),
            self.facts.number(fact::IMPACT_ENJOY),
            self.facts.number(fact::IMPACT_ACTIVITY),
            self.facts.number(fact::PEG_LIKE),
        ]
    }
}

/// The text in one line, at most `most` characters, cut at a word and marked with an ellipsis.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(2)).collect();
    let at_word = match cut.rfind(' ') {
        // A single endless word is cut where it must be.
        Some(space) if space > cut.len() / 2 => &cut[..space],
        _ => cut.as_str(),
    };
    format!("{} …", at_word.trim_end())
}
