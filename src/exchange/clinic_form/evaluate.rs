//! Owns what follows from the answers to a form: which questions apply, and what the form's formulas give.
//! May use: domain, `formula`, `response`. Must not: fill in anything that could not be worked out.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_json::Value;

use super::formula::{Scope, Weights, weights};
use super::syntax::{self, Expr};
use super::{ClinicForm, list, options, response, text};
use crate::domain::clinic_form::answers::{Answers, Place, places};
use crate::domain::clinic_form::enabled::enabled;
use crate::domain::clinic_form::{Form, Item, Kind, ProblemKind};
use crate::domain::collections::Gather;

/// How often formulas are worked out again because of each other. Totals of totals need a few.
const MOST_ROUNDS: usize = 12;
/// How many steps all formulas of a form may take together.
const MOST_STEPS: u32 = 200_000;

type Read = Result<Expr, String>;

/// The formulas of a form as they were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Formulas {
    /// Names that are set in the form and in its items (None: in the form), each before those that may use it.
    named: Vec<(Option<usize>, String, Read)>,
    value: BTreeMap<usize, Read>,
    shown: BTreeMap<usize, Read>,
    weights: Weights,
}

/// What follows from the answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evaluated {
    pub places: Vec<Place>,
    /// For each place whether it applies.
    pub enabled: Vec<bool>,
    /// The answers with what the formulas gave.
    pub answers: Answers,
    /// What each formula gave, by its place.
    pub outcomes: BTreeMap<usize, Outcome>,
}

/// What a formula gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it would be typed; empty while the form gives nothing yet.
    Given(Vec<String>),
    /// It could not be worked out; what stands in the way.
    NotComputed(String),
}

impl Formulas {
    /// Reads the formulas of a form, and names those that cannot be worked out.
    pub(super) fn of(form: &mut Form, json: &Value) -> Self {
        let mut formulas = Self::default();
        formulas.names(None, json);
        let mut place = 0;
        formulas.items(json, &mut place);
        weights(json, &mut formulas.weights);
        for (place, item) in form.items.iter_mut().enumerate() {
            if let Some(formula) = &item.formula {
                formulas.value.insert(place, syntax::read(formula));
            }
            if let Some(formula) = &item.shown_when {
                formulas.shown.insert(place, syntax::read(formula));
            }
        }
        formulas.name_problems(form, json);
        formulas
    }

    fn names(&mut self, item: Option<usize>, json: &Value) {
        for extension in list(json, "extension") {
            if text(extension, "url").ends_with("/variable") {
                let held = &extension["valueExpression"];
                let read = syntax::read(text(held, "expression"));
                self.named.push((item, text(held, "name").to_owned(), read));
            }
        }
    }

    /// In the order in which the items of the form stand.
    fn items(&mut self, json: &Value, place: &mut usize) {
        for item in list(json, "item") {
            self.names(Some(*place), item);
            *place += 1;
            self.items(item, place);
        }
    }

    /// What fails with nothing answered fails always; what fails later is told with the outcome.
    fn name_problems(&self, form: &mut Form, json: &Value) {
        if self.value.is_empty() && self.shown.is_empty() {
            return;
        }
        let answers = Answers::new();
        let places = places(form, &answers);
        let applies = vec![true; places.len()];
        let (values, shown) = self.worked_out(form, json, &places, &applies, &answers);
        let mut found = Vec::new();
        for (at, place) in places.iter().enumerate() {
            if let Some(Err(why)) = values.get(&at) {
                found.push((place.item, ProblemKind::NotComputed, why.clone()));
            }
            if let Some(Err(why)) = shown.get(&at) {
                found.push((place.item, ProblemKind::ConditionFormula, why.clone()));
            }
        }
        for (item, kind, why) in found {
            form.items[item].problem(kind, &why);
        }
    }

    /// What the formulas give for these answers, by place.
    #[allow(clippy::type_complexity)]
    fn worked_out(
        &self,
        form: &Form,
        json: &Value,
        places: &[Place],
        enabled: &[bool],
        answers: &Answers,
    ) -> (
        BTreeMap<usize, Result<Vec<String>, String>>,
        BTreeMap<usize, Result<bool, String>>,
    ) {
        let items = response::items(form, places, enabled, answers, "");
        let response =
            serde_json::json!({ "resourceType": "QuestionnaireResponse", "item": items });
        let steps = Cell::new(MOST_STEPS);
        let mut scope = Scope {
            questionnaire: json,
            response: &response,
            named: Vec::new(),
            weights: &self.weights,
            steps: &steps,
        };
        let nothing = Value::Null;
        let mut values = BTreeMap::new();
        let mut shown = BTreeMap::new();
        for (at, place) in places.iter().enumerate() {
            let value = self.value.get(&place.item);
            let condition = self.shown.get(&place.item);
            if value.is_none() && condition.is_none() {
                continue;
            }
            // Which of several times it is about cannot be said to a formula.
            let in_repeated = !place.turns.is_empty();
            let mut around = Vec::new();
            let mut next = Some(at);
            while let Some(at) = next {
                around.push(places[at].item);
                next = places[at].parent;
            }
            scope.named.clear();
            for (of, name, read) in &self.named {
                if of.is_none_or(|of| around.contains(&of)) {
                    let about = of.map_or(&response, |of| {
                        within(&response, &form.items[of].link_id).unwrap_or(&nothing)
                    });
                    let given = result(&scope, read, about);
                    scope.named.push((name, given));
                }
            }
            let about = within(&response, &form.items[place.item].link_id).unwrap_or(&nothing);
            let item = &form.items[place.item];
            let given = |read: &Read, formula: &Option<String>| match in_repeated {
                true => Err(formula.clone().unwrap_or_default()),
                false => result(&scope, read, about),
            };
            if let Some(read) = value.filter(|_| enabled[at]) {
                let value = given(read, &item.formula).and_then(|given| typed(item, &given));
                values.insert(at, value);
            }
            if let Some(read) = condition {
                let is_true = |given: super::formula::Values| match given.as_slice() {
                    [] => Ok(false),
                    [one] => Ok(one.as_bool().unwrap_or(true)),
                    _ => Err(format!("{} ≠ 1", given.len())),
                };
                shown.insert(at, given(read, &item.shown_when).and_then(is_true));
            }
        }
        (values, shown)
    }
}

fn result<'a>(scope: &Scope<'a>, read: &Read, about: &'a Value) -> super::formula::Result<'a> {
    scope.of(
        read.as_ref().map_err(Clone::clone)?,
        &[std::borrow::Cow::Borrowed(about)],
        &[],
    )
}

/// The item of a response with this id.
fn within<'a>(json: &'a Value, link_id: &str) -> Option<&'a Value> {
    let answers = list(json, "answer").iter();
    let inside = list(json, "item").iter();
    inside
        .map(|item| (item, item["linkId"] == link_id))
        .chain(answers.map(|answer| (answer, false)))
        .find_map(|(one, is_it)| {
            if is_it {
                Some(one)
            } else {
                within(one, link_id)
            }
        })
}

/// What a formula gave as it would be typed; an error when the item cannot have it.
fn typed(item: &Item, given: &[std::borrow::Cow<Value>]) -> Result<Vec<String>, String> {
    if given.len() > 1 && !item.repeats {
        return Err(format!("{} ≠ 1", given.len()));
    }
    let one = |value: &std::borrow::Cow<Value>| {
        let spelled = match value.as_ref() {
            Value::Bool(_) => "Boolean",
            Value::Number(_) => "Decimal",
            Value::String(_) => "String",
            _ if item.kind == Kind::Quantity => "Quantity",
            _ => "Coding",
        };
        options::typed(item, spelled, value).ok_or_else(|| value.to_string())
    };
    given.iter().map(one).collect()
}

impl ClinicForm {
    /// What follows from the answers.
    pub fn evaluate(&self, answers: &Answers) -> Evaluated {
        let form = &self.form;
        let places = places(form, answers);
        let mut given = answers.clone();
        for place in &places {
            // What a formula fills in is never taken from elsewhere.
            if form.items[place.item].formula.is_some() {
                given.remove(&place.key);
            }
        }
        let asked = given.clone();
        let (mut values, mut shown) = (BTreeMap::new(), BTreeMap::new());
        let mut applies = enabled(form, &places, &given, &BTreeMap::new());
        if !self.formulas.value.is_empty() || !self.formulas.shown.is_empty() {
            for round in 0..MOST_ROUNDS {
                let (new_values, new_shown) = self
                    .formulas
                    .worked_out(form, &self.json, &places, &applies, &given);
                let is_settled = new_values == values && new_shown == shown && round > 0;
                if !is_settled && round + 1 == MOST_ROUNDS {
                    // They go round in circles: what still changes is not known.
                    for (at, value) in new_values {
                        if values.get(&at) != Some(&value) {
                            values.insert(at, Err("⟳".to_owned()));
                        }
                    }
                } else {
                    (values, shown) = (new_values, new_shown);
                }
                given = asked.clone();
                for (at, value) in &values {
                    if let Ok(value) = value
                        && !value.is_empty()
                    {
                        given.insert(places[*at].key.clone(), value.clone());
                    }
                }
                let by_formula = shown
                    .iter()
                    .map(|(at, shown)| (*at, *shown.as_ref().unwrap_or(&true)));
                applies = enabled(form, &places, &given, &by_formula.gather());
                if is_settled {
                    break;
                }
            }
        }
        let outcomes = values.into_iter().map(|(at, value)| match value {
            Ok(value) => (at, Outcome::Given(value)),
            Err(why) => (at, Outcome::NotComputed(why)),
        });
        Evaluated {
            outcomes: outcomes.gather(),
            places,
            enabled: applies,
            answers: given,
        }
    }

    /// The answers as a QuestionnaireResponse, given at this moment, such as `2026-11-30T10:20:00+01:00`.
    pub fn response(&self, answers: &Answers, moment: &str) -> String {
        let found = self.evaluate(answers);
        let zone = moment.get(19..).unwrap_or_default();
        let items = response::items(
            &self.form,
            &found.places,
            &found.enabled,
            &found.answers,
            zone,
        );
        let mut response = serde_json::json!({
            "resourceType": "QuestionnaireResponse",
            "status": match found.is_complete(&self.form) { true => "completed", false => "in-progress" },
            "authored": moment,
        });
        if !self.form.url.is_empty() {
            response["questionnaire"] = self.form.url.as_str().into();
        }
        if !list(&serde_json::json!({ "item": items }), "item").is_empty() {
            response["item"] = items;
        }
        response.to_string()
    }
}

impl Evaluated {
    /// Every required question that applies and can be answered here has an answer.
    pub fn is_complete(&self, form: &Form) -> bool {
        let mut places = self.places.iter().zip(&self.enabled);
        places.all(|(place, applies)| {
            let item = &form.items[place.item];
            let is_wanted = *applies && item.required && !item.hidden && item.is_asked();
            let n = item.values(self.answers.get(&place.key)).len();
            !is_wanted || n >= item.least.unwrap_or(1).max(1)
        })
    }
}
