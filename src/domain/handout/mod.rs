//! Owns what goes on page one and page two of the hand-out, whole and as data.
//! May use: questionnaire, plan, diary, arrangements. Must not: wording of its own, a clock.
//!
//! The way to paper: `handout` → `choices` (what the person decides) → `sheets` (in words) → `fit` (what gives way).
//! Long because what goes on the pages is one decision, read from top to bottom.

mod beside;
mod choices;
pub mod fit;
pub mod layout;
pub mod measure;
pub mod sensitive;
pub mod sheets;
pub mod since;

use since::Since;

pub use choices::{Block as PaperBlock, Hidden, PaperChoices, PaperText, Showing};

use std::collections::BTreeMap;

use super::arrangements::{Arrangements, Reasons};
use super::body_map::site_name;
use super::date::NaiveDate;
use super::diary::series::Day;
use super::diary::stats::{Block, Logged, blocks, logged};
use super::ids::TherapyId;
use super::medicines::pairs::{Clash, Known, clashes, names_of_kind};
use super::medicines::typed::Typed;
use super::plan::combinations::{Found, combinations};
use super::plan::facts::{Facts, fact};
use super::plan::model::{Line, Plan, Status};
use super::plan::reading::words_behind;
use super::questionnaire::flow::Course;
use super::questionnaire::model::{Answer, Diagnosis, Goal, Medicine, Site, TestDone, Tried};
use super::questionnaire::response::{Response, View};
use super::safety::{SafetyAnswers, Warning};
use super::treatments::amounts;
use crate::knowledge::{Item, ItemOption, SafetyQuestion, item};

/// Questions that have room on page two in any case; more are counted there.
pub const MAX_QUESTIONS: usize = 5;

/// What the person most wants from the visit.
pub const WISH: &str = "goals.want";

/// Items whose answers head the pages and that a short way may leave out: the name, the visit, the wish.
pub const OWN_LINES: [&str; 3] = ["about.name", "about.visit", WISH];

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
    pub sites: Vec<NumberedSite>,
    pub facts: Facts,
    pub days: Vec<Day>,
    pub blocks: Vec<Block>,
    pub logged: Logged,
    pub medicines: Vec<Medicine>,
    /// The medicine list was answered, also with "none".
    pub medicines_known: bool,
    pub tried: Vec<Tried>,
    pub tried_known: bool,
    /// What the person was told that they have, or have not.
    pub diagnoses: Vec<Diagnosis>,
    /// Tests that were done; none when the item was not answered.
    pub tests: Vec<TestDone>,
    /// What the person thinks that it is, and fears.
    pub belief: Option<String>,
    pub contributors: Contributors,
    pub goals: Vec<Goal>,
    /// Ticked preferences, and what makes visits hard.
    pub preferences: Vec<&'static ItemOption>,
    pub limits: Vec<&'static ItemOption>,
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

/// What a clinician must see first.
#[derive(Debug, Clone, PartialEq)]
pub struct SafetyStrip {
    /// When the questions about warning signs were gone through; nothing while they were not.
    pub asked: Option<NaiveDate>,
    /// Signs that fired, most urgent first, without those about self-harm and safety at home:
    /// these appear only if the person tells them in person (DESIGN.md, section 9).
    pub warnings: Vec<Warning>,
    /// What clashes when the sign about medicines in use fired: the medicines and illnesses behind it, by their labels.
    /// A medicine that has a name in the list stands by it.
    pub clashing: Vec<String>,
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
    /// Why the person thinks so.
    pub reasons: Option<Reasons>,
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
        visit: text("about.visit"),
        safety: safety_strip(response, course, plan),
        wish: text(WISH),
        reasons: reasons(response, course),
        story: text("story.words"),
        sites: numbered(sites),
        facts: plan.facts.clone(),
        blocks: blocks(&days),
        logged: logged(&days),
        days,
        medicines_known: medicines.is_some(),
        medicines: named_medicines(medicines.unwrap_or_default()),
        tried_known: tried.is_some(),
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
        preferences: ticked_options(response, course, "you.prefs"),
        limits: ticked_options(response, course, "you.limits"),
        options: options(response, plan),
        clashes: clashes_of(response, plan),
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

/// The ticked options; none also when the list was not answered.
fn ticked_options(response: &Response, course: &Course, id: &str) -> Vec<&'static ItemOption> {
    match ticked(response, course, id) {
        Ticked::Some(options) => options,
        Ticked::Unknown | Ticked::None => Vec::new(),
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
        clashing: clashing(response, plan),
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
fn clashing(response: &Response, plan: &Plan) -> Vec<String> {
    let signs = plan.safety.warnings.iter().map(|warning| warning.flag);
    let Some(sign) = signs.into_iter().find(|flag| flag.id == MEDICINE_CLASH) else {
        return Vec::new();
    };
    let listed = listed(response);
    // The sign reads no answer to a question, only facts.
    words_behind(sign.when, &plan.facts, &SafetyAnswers::default())
        .into_iter()
        .flat_map(|(id, word)| {
            let names = match id == fact::CURRENT_MEDS {
                true => names_of_kind(word.text(), &listed),
                false => Vec::new(),
            };
            let label = id.label(word);
            let label = label.split(" (").next().unwrap_or(label);
            match names.is_empty() {
                true => vec![label.to_owned()],
                false => names,
            }
        })
        .collect()
}

/// What is understood of the list of medicines.
fn listed(response: &Response) -> Vec<Typed> {
    match response.answer("health.medlist") {
        Some(Answer::Medicines(list)) => list.iter().flat_map(amounts::read).collect(),
        _ => Vec::new(),
    }
}

fn clashes_of(response: &Response, plan: &Plan) -> Vec<String> {
    let known = Known {
        story: &listed(response),
        diary: &[],
        facts: &plan.facts,
    };
    clashes(known).iter().map(Clash::sentence).collect()
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
