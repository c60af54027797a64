//! Owns what goes on page one and page two of the hand-out, whole and as data.
//! May use: questionnaire, plan, diary, arrangements. Must not: wording of its own, a clock.
//!
//! The way to paper: `handout` → `choices` (what the person decides) → `sheets` (in words) → `fit` (what gives way, down the `ladder`) → `appendix`.
//! Long because what goes on the pages is one decision, read from top to bottom.

mod appendix;
mod beside;
mod choices;
pub mod columns;
mod filled_in;
pub mod fit;
mod ladder;
pub mod layout;
pub mod measure;
pub mod patient_summary;
mod safety_strip;
pub mod sensitive;
pub mod sheets;
pub mod since;

use safety_strip::asked;
use since::Since;

pub use filled_in::FilledIn;
pub use safety_strip::{Asked, FiredSign, PRIVATE_FLAGS, SafetyStrip, SignsAsked, Ticked};

pub use choices::{Block as PaperBlock, Hidden, PaperChoices, PaperText, Showing};

use std::collections::BTreeMap;

use super::arrangements::{Arrangements, Reasons};
use super::body_map::site_name;
use super::date::NaiveDate;
use super::diary::series::Day;
use super::diary::stats::{Block, Logged, blocks, logged};
use super::ids::TherapyId;
use super::plan::combinations::{Found, combinations};
use super::plan::facts::{Facts, fact};
use super::plan::model::{Line, Plan, Section, Status};
use super::questionnaire::flow::Course;
use super::questionnaire::model::{Answer, Diagnosis, Goal, Medicine, Site, TestDone, Tried};
use super::questionnaire::response::{Response, View};
use super::safety::SafetyAnswers;
use crate::knowledge::{ItemOption, item};

/// Questions that have room on page two in any case; more are counted there.
pub const MAX_QUESTIONS: usize = 5;

/// Options that are talked about in one visit.
const MAX_OPTIONS: usize = 5;

/// What the person most wants from the visit.
pub const WISH: &str = "goals.want";

/// Items whose answers head the pages and that a short way may leave out: the name, the visit, the wish.
pub const OWN_LINES: [&str; 3] = ["about.name", "about.visit", WISH];

/// The hand-out as data.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    pub date: NaiveDate,
    pub name: Option<String>,
    pub filled_in: FilledIn,
    pub visit: Option<String>,
    pub safety: SafetyStrip,
    pub wish: Option<String>,
    /// The reasons for the visit with whether each is ticked; empty when the item was not answered.
    pub reasons: Vec<(&'static ItemOption, bool)>,
    pub story: Option<String>,
    pub sites: Vec<NumberedSite>,
    pub sites_asked: Asked,
    pub facts: Facts,
    pub days: Vec<Day>,
    pub blocks: Vec<Block>,
    pub logged: Logged,
    pub medicines: Vec<Medicine>,
    pub medicines_asked: Asked,
    pub tried: Vec<Tried>,
    pub tried_asked: Asked,
    /// What the person was told that they have, or have not.
    pub diagnoses: Vec<Diagnosis>,
    /// Tests that were done; none when the item was not answered.
    pub tests: Vec<TestDone>,
    /// What the person thinks that it is, and fears.
    pub belief: Option<String>,
    pub contributors: Contributors,
    pub goals: Vec<Goal>,
    pub goals_asked: Asked,
    /// Ticked preferences, and what makes visits hard.
    pub preferences: Vec<&'static ItemOption>,
    pub limits: Vec<&'static ItemOption>,
    /// Preferences or limits.
    pub limits_asked: Asked,
    pub options: Vec<OptionRow>,
    /// Medicines of the list and kinds that were ticked which can harm together: a sentence each, by their names.
    pub clashes: Vec<String>,
    /// What goes together and what clashes, of the plan.
    pub together: Vec<Found>,
    /// What changed since the last visit.
    pub since: Since,
    /// Most important first.
    pub questions: Vec<String>,
    /// Texts that the person worded anew.
    pub reworded: BTreeMap<PaperText, String>,
    /// What the person decided not to have on paper, and which of that they will tell.
    pub hidden: Hidden,
    pub in_person: Vec<PaperBlock>,
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
    /// The questions about the body, and those about thoughts and life.
    pub body_asked: Asked,
    pub around_asked: Asked,
}

/// One option to discuss.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionRow {
    pub line: Line,
    pub view: Option<View>,
    /// Why the person thinks so.
    pub reasons: Option<Reasons>,
}

/// Puts the hand-out together.
pub fn handout(
    response: &Response,
    course: &Course,
    plan: &Plan,
    days: Vec<Day>,
    date: NaiveDate,
) -> Handout {
    let text = |id: &str| match visible_answer(response, course, id) {
        Some(Answer::Text(words)) if !words.trim().is_empty() => Some(words.trim().to_owned()),
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
        name: text("about.name"),
        filled_in: filled_in::filled_in(response, course),
        visit: text("about.visit"),
        safety: safety_strip::safety_strip(response, course, plan),
        wish: text(WISH),
        reasons: reasons(response, course),
        story: text("story.words"),
        sites: numbered(sites),
        sites_asked: asked(response, course, "map.all"),
        facts: plan.facts.clone(),
        blocks: blocks(&days),
        logged: logged(&days),
        days,
        medicines_asked: asked(response, course, "health.medlist"),
        medicines: named_medicines(medicines.unwrap_or_default()),
        tried_asked: asked(response, course, "tried.list"),
        tried: tried.unwrap_or_default(),
        diagnoses: match visible_answer(response, course, "story.diagnoses") {
            Some(Answer::Diagnoses(list)) => list.clone(),
            _ => Vec::new(),
        },
        tests: match visible_answer(response, course, "tests.list") {
            Some(Answer::Tests(list)) => list.clone(),
            _ => Vec::new(),
        },
        belief: text("goals.belief"),
        contributors: contributors(response, course),
        goals: goals(response, course),
        goals_asked: asked(response, course, "goals.list"),
        preferences: ticked_options(response, course, "you.prefs"),
        limits: ticked_options(response, course, "you.limits"),
        limits_asked: asked(response, course, "you.prefs").or(asked(
            response,
            course,
            "you.limits",
        )),
        options: options(response, plan),
        clashes: safety_strip::clashes_of(response, plan),
        together: combinations(plan, &SafetyAnswers::from_response(&response.safety)).found,
        since: Since::default(),
        // A question that is still blank would take the row of one that was asked.
        questions: response
            .questions
            .iter()
            .filter(|question| !question.trim().is_empty())
            .cloned()
            .collect(),
        reworded: BTreeMap::new(),
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

/// The ticked options; none also when the list was not answered.
fn ticked_options(response: &Response, course: &Course, id: &str) -> Vec<&'static ItemOption> {
    match safety_strip::ticked(response, course, id) {
        Ticked::Some(options) => options,
        _ => Vec::new(),
    }
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

/// A medicine without a name says nothing.
fn named_medicines(list: Vec<Medicine>) -> Vec<Medicine> {
    list.into_iter()
        .filter(|medicine| !medicine.name.trim().is_empty())
        .collect()
}

/// What the person wants back: the goals that were ticked, then those in own words.
fn goals(response: &Response, course: &Course) -> Vec<Goal> {
    let picked = ticked_options(response, course, "goals.pick")
        .into_iter()
        .map(|option| Goal {
            words: option.label.to_owned(),
            ..Goal::default()
        });
    let own = match visible_answer(response, course, "goals.list") {
        Some(Answer::Goals(goals)) => goals.as_slice(),
        _ => &[],
    };
    let named = own.iter().filter(|goal| !goal.words.trim().is_empty());
    picked.chain(named.cloned()).collect()
}

/// What was ticked about the body, about thoughts and about life.
fn contributors(response: &Response, course: &Course) -> Contributors {
    let labels = |id: &str| ticked_options(response, course, id);
    let mut contributors = Contributors {
        body: labels("life.limits")
            .iter()
            .map(|option| option.label)
            .collect(),
        body_asked: asked(response, course, "life.limits").or(asked(
            response,
            course,
            "sleep.signs",
        )),
        around_asked: asked(response, course, "life.around"),
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

/// The options to talk about: those to say first, the best fits, then the ideas; what the person said no to comes last.
fn options(response: &Response, plan: &Plan) -> Vec<OptionRow> {
    let rows = plan
        .lines
        .iter()
        .filter(|line| line.shown && line.section.is_suggested())
        .filter(|line| line.status != Status::Held)
        .map(|line| OptionRow {
            line: line.clone(),
            view: response
                .views
                .iter()
                .find_map(|(id, view)| (id.as_str() == line.therapy.id).then_some(*view)),
            reasons: None,
        });
    let (no, others): (Vec<_>, Vec<_>) = rows.partition(|row| row.view == Some(View::No));
    others.into_iter().chain(no).collect()
}

impl Handout {
    /// Whether a block is on paper.
    pub fn shows(&self, block: PaperBlock) -> bool {
        !self.hidden.contains(&block)
    }

    /// The options for one visit: what to say first and what the person is interested in, then the best fits while there are
    /// fewer than five. The other ideas are in the app alone.
    pub fn options_on_paper(&self) -> Vec<&OptionRow> {
        let must =
            |row: &OptionRow| row.line.section == Section::First || row.view == Some(View::Willing);
        let n_must = self.options.iter().filter(|row| must(row)).count();
        let mut free = MAX_OPTIONS.saturating_sub(n_must);
        let mut stands = |row: &OptionRow| {
            let best = row.line.section == Section::Best && free > 0;
            if best && !must(row) {
                free -= 1;
            }
            best || must(row)
        };
        self.options.iter().filter(|row| stands(row)).collect()
    }

    /// Adds why the person wants an option or not, and what changed since the last visit.
    pub fn with_the_past(mut self, arrangements: &Arrangements, since: Since) -> Self {
        self.since = since;
        for row in &mut self.options {
            let id = TherapyId::from(row.line.therapy.id);
            row.reasons = arrangements.reasons.get(&id).cloned();
        }
        self
    }

    /// On how many of the logged days pain medicine was taken; nothing without a day on which it was answered.
    pub fn painkiller_days(&self) -> Option<(usize, usize)> {
        let answered = self.days.iter().filter_map(|day| day.took_medicine);
        let taken = answered.clone().filter(|taken| *taken).count();
        Some((taken, answered.count())).filter(|(_, known)| *known > 0)
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
