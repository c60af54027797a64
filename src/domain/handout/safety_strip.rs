//! Owns what a clinician must see first, whatever the channel: warning signs, reactions, illnesses, medicines that matter.
//! May use: questionnaire, plan. Must not: wording; `i18n::patient_summary` says it, and no channel says it by itself.

use super::visible_answer;
use crate::domain::date::NaiveDate;
use crate::domain::ids::{FlagId, QuestionId};
use crate::domain::medicines::pairs::{Clash, Known, Twice, clashes, names_of_kind, twice};
use crate::domain::medicines::sums::{Sum, sums};
use crate::domain::medicines::typed::Typed;
use crate::domain::plan::facts::fact;
use crate::domain::plan::model::Plan;
use crate::domain::plan::reading::words_behind;
use crate::domain::questionnaire::flow::Course;
use crate::domain::questionnaire::model::{Answer, SafetyAnswer};
use crate::domain::questionnaire::response::{DealtWith, Response};
use crate::domain::questionnaire::sign_screens::SignScreen;
use crate::domain::safety::{SafetyAnswers, Warning};
use crate::domain::treatments::amounts;
use crate::knowledge::{Item, ItemOption, SafetyQuestion, item};

/// What a clinician must see first.
#[derive(Debug, Clone, PartialEq)]
pub struct SafetyStrip {
    pub asked: SignsAsked,
    /// Signs that fired, most urgent first, without those about self-harm and safety at home:
    /// these appear only if the person tells them in person (DESIGN.md, section 9).
    pub signs: Vec<FiredSign>,
    /// What clashes when the sign about medicines in use fired: the medicines and illnesses behind it, by their labels.
    /// A medicine that has a name in the list stands by it.
    pub clashing: Vec<String>,
    /// Medicines of the list and kinds that were ticked which can harm together: a sentence each, by their names.
    pub clashes: Vec<String>,
    /// Substances that stand under two names in the list, and those of which a day comes to more than the limit, or may.
    pub twice: Vec<Twice>,
    pub above: Vec<Sum>,
    /// Signs that a clinician has already looked at.
    pub checked: Vec<&'static SafetyQuestion>,
    pub allergies: Ticked,
    /// To what the person reacted and how, in their own words.
    pub reaction: Option<String>,
    pub conditions: Ticked,
    /// Medicines that change what is safe, of those in use.
    pub medicines: Ticked,
    pub pregnancy: Option<&'static ItemOption>,
}

/// Whether the questions about warning signs were gone through, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignsAsked {
    No,
    /// Only the urgent ones, as the quick way does.
    UrgentOn(NaiveDate),
    /// So many of those that were to be asked then have no answer: a later answer asks for more of them, or one was left out.
    PartlyOn(NaiveDate, usize),
    AllOn(NaiveDate),
}

/// A warning sign that fired, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct FiredSign {
    pub warning: Warning,
    /// The answers that count as true, in the order of the file. Empty when it fired on facts alone.
    pub said: Vec<(&'static SafetyQuestion, SafetyAnswer)>,
    /// The person said that help is under way.
    pub dealt_with: Option<DealtWith>,
}

/// What was ticked in a list. Not asked, not answered and none are three things.
#[derive(Debug, Clone, PartialEq)]
pub enum Ticked {
    /// The person did not come to the list, or it does not belong to their way.
    NotAsked,
    /// The person left the list out.
    NotAnswered,
    /// The person does not want on paper what they ticked.
    Withheld,
    None,
    /// Something was ticked, nothing of it belongs here.
    Others,
    Some(Vec<&'static ItemOption>),
}

/// Whether a list was asked for and answered; what stands in it is beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Asked {
    #[default]
    No,
    NotAnswered,
    Yes,
}

impl Asked {
    /// Of two lists that are shown as one: what was learnt from either.
    pub(super) fn or(self, other: Self) -> Self {
        self.max(other)
    }
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

/// Warning signs that never go on paper or into a file by themselves.
pub const PRIVATE_FLAGS: [&str; 3] = ["any_suicide_now", "any_suicide_thoughts", "any_safe_home"];

/// The sign about medicines in use that do not fit with another answer.
const MEDICINE_CLASH: &str = "any_medicine_clash";

/// Puts the strip together.
pub(super) fn safety_strip(response: &Response, course: &Course, plan: &Plan) -> SafetyStrip {
    let listed = listed(response);
    SafetyStrip {
        asked: signs_asked(response, course),
        signs: signs(response, plan),
        clashing: clashing(response, plan),
        clashes: clashes_of(response, plan),
        twice: twice(&listed),
        above: above(&listed),
        checked: plan.safety.checked.clone(),
        allergies: ticked(response, course, "health.allergies"),
        reaction: match visible_answer(response, course, "health.reaction") {
            Some(Answer::Text(words)) if !words.trim().is_empty() => Some(words.trim().to_owned()),
            _ => None,
        },
        conditions: ticked(response, course, "health.conditions"),
        medicines: match ticked(response, course, "health.medicines") {
            Ticked::Some(mut options) => {
                options.retain(|option| MEDICINES_THAT_MATTER.contains(&option.id));
                match options.is_empty() {
                    true => Ticked::Others,
                    false => Ticked::Some(options),
                }
            }
            other => other,
        },
        pregnancy: pregnancy(response, course),
    }
}

fn signs_asked(response: &Response, course: &Course) -> SignsAsked {
    let open = |only_urgent: bool| {
        let screens = course.signs.iter();
        let lines = screens.filter(|screen| !only_urgent || screen.is_urgent());
        lines
            .flat_map(SignScreen::questions)
            .filter(|line| !response.safety.contains_key(&QuestionId::from(line.id)))
            .count()
    };
    match (response.safety_asked, response.urgent_asked) {
        (None, None) => SignsAsked::No,
        (Some(on), _) => match open(false) {
            0 => SignsAsked::AllOn(on),
            n_open => SignsAsked::PartlyOn(on, n_open),
        },
        (None, Some(on)) => match open(true) {
            0 => SignsAsked::UrgentOn(on),
            n_open => SignsAsked::PartlyOn(on, n_open),
        },
    }
}

fn signs(response: &Response, plan: &Plan) -> Vec<FiredSign> {
    let public = plan.safety.warnings.iter();
    let public = public.filter(|warning| !PRIVATE_FLAGS.contains(&warning.flag.id));
    let sign = |warning: &Warning| {
        let questions = warning.flag.questions.iter().copied();
        let said = questions.filter_map(|question| {
            let answer = response.safety.get(&QuestionId::from(question.id)).copied();
            Some((question, answer.filter(|answer| answer.is_true())?))
        });
        FiredSign {
            warning: warning.clone(),
            said: said.collect(),
            dealt_with: response
                .dealt_with
                .get(&FlagId::from(warning.flag.id))
                .copied(),
        }
    };
    public.map(sign).collect()
}

/// The ticked options of a list.
pub(super) fn ticked(response: &Response, course: &Course, id: &str) -> Ticked {
    match (item(id), visible_answer(response, course, id)) {
        (Some(item), Some(Answer::Choices(ticked))) => {
            let options = options_of(item, ticked);
            match (options.is_empty(), ticked.is_empty()) {
                (false, _) => Ticked::Some(options),
                (true, true) => Ticked::None,
                // What this version does not know is not nothing.
                (true, false) => Ticked::Others,
            }
        }
        (Some(_), Some(_)) => Ticked::NotAnswered,
        _ => Ticked::NotAsked,
    }
}

fn options_of(item: &'static Item, ticked: &[String]) -> Vec<&'static ItemOption> {
    item.options
        .iter()
        .filter(|option| ticked.iter().any(|id| id == option.id))
        .collect()
}

/// Whether an item was asked for and answered.
pub(super) fn asked(response: &Response, course: &Course, id: &str) -> Asked {
    match visible_answer(response, course, id) {
        None => Asked::No,
        Some(Answer::Skipped) => Asked::NotAnswered,
        Some(_) => Asked::Yes,
    }
}

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
        Some(Answer::Medicines(list)) => amounts::in_use(list),
        _ => Vec::new(),
    }
}

fn above(listed: &[Typed]) -> Vec<Sum> {
    let mut sums = sums(listed);
    sums.retain(Sum::is_above_label);
    sums
}

/// Which medicines can harm together, a sentence each.
pub(super) fn clashes_of(response: &Response, plan: &Plan) -> Vec<String> {
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
