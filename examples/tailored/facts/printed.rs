//! Owns the facts of a response as JSON: values with the items behind them, results of our own checks, what is odd or open.
//! May use: domain, knowledge, serde_json. Must not: decide anything.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};
use tailored::domain::date::NaiveDate;
use tailored::domain::plan::facts::{FactId, Facts, Value, fact};
use tailored::domain::plan::reading::{Input, inputs_behind};
use tailored::domain::questionnaire::findings::findings;
use tailored::domain::questionnaire::flow::{Course, course};
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::provenance::items_behind;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;
use tailored::domain::scoring::{Outcome, results};
use tailored::domain::treatments::amounts::totals;
use tailored::domain::treatments::trials::doubts;
use tailored::knowledge::{FactOrigin, ITEMS, Item, SAFETY_QUESTIONS, item};

/// What a response says.
pub struct Printed<'a> {
    response: &'a Response,
    course: Course,
    safety: SafetyAnswers,
    today: NaiveDate,
}

impl<'a> Printed<'a> {
    pub fn new(response: &'a Response) -> Result<Self, String> {
        let today = response
            .changed
            .ok_or("the response does not say when it was last changed")?;
        Ok(Self {
            response,
            course: course(response),
            safety: SafetyAnswers::from_response(&response.safety),
            today,
        })
    }

    /// The case that the command `plan` reads.
    pub fn case(&self) -> Json {
        let facts: Map<String, Json> = FactId::all()
            .filter_map(|id| {
                Some((
                    id.fact().id.to_owned(),
                    value(self.course.facts.get(id)?, exact),
                ))
            })
            .collect();
        json!({ "date": self.today.to_string(), "facts": facts, "safety": self.answers() })
    }

    /// Everything, each value with the ids of the items behind it.
    pub fn facts(&self) -> Json {
        let derived = self.course.facts.with_derived();
        let mut given = Map::new();
        let mut worked_out = Map::new();
        for id in FactId::all() {
            let Some(known) = derived.get(id) else {
                continue;
            };
            let entry =
                json!({ "value": value(known, number), "items": ids(&self.behind(id, &derived)) });
            match id.fact().origin {
                FactOrigin::Given => given.insert(id.fact().id.to_owned(), entry),
                _ => worked_out.insert(id.fact().id.to_owned(), entry),
            };
        }
        let unknown: Vec<&str> = FactId::all()
            .filter(|id| id.fact().origin == FactOrigin::Given && !derived.is_known(*id))
            .map(|id| id.fact().id)
            .collect();
        let hidden: Vec<&Item> = ITEMS
            .iter()
            .filter(|item| self.response.answer(item.id).is_some())
            .filter(|item| !self.course.visible.contains(item))
            .collect();
        json!({
            "date": self.today.to_string(),
            "facts": given,
            "derived": worked_out,
            "safety": self.answers(),
            "unknown": unknown,
            "checks": self.checks(),
            "odd": self.odd(),
            "open": ids(&self.course.open(self.response).collect::<Vec<_>>()),
            "kept_but_hidden": ids(&hidden),
            "daily_totals": self.daily_totals(),
            "trials_that_may_not_count": self.trials(),
        })
    }

    fn answers(&self) -> Json {
        let answers: Map<String, Json> = SAFETY_QUESTIONS
            .iter()
            .filter_map(|question| {
                let answer = self.safety.get(question)?;
                Some((question.id.to_owned(), answer.word().into()))
            })
            .collect();
        answers.into()
    }

    /// The items that decided a fact, in the order of the questionnaire.
    fn behind(&self, id: FactId, derived: &Facts) -> Vec<&'static Item> {
        let given: Vec<FactId> = match id.fact().origin {
            FactOrigin::Derived(is) => inputs_behind(is, derived, &self.safety)
                .into_iter()
                .filter_map(|input| match input {
                    Input::Fact(id) => Some(id),
                    Input::Question(_) => None,
                })
                .collect(),
            FactOrigin::Special if id == fact::IMPACT_GRADE => vec![
                fact::PAIN_DAYS3M,
                fact::LIMITS_LIFE3M,
                fact::NRS_AVG7,
                fact::IMPACT_ENJOY,
                fact::IMPACT_ACTIVITY,
            ],
            FactOrigin::Special => Vec::new(),
            FactOrigin::Given => vec![id],
        };
        let mut items: Vec<&'static Item> =
            given.iter().flat_map(|id| self.behind_given(*id)).collect();
        items.sort_by_key(|item| item.place);
        items.dedup();
        items
    }

    /// Where the preparation (steps P3 and P4) set a fact, the items behind what it read.
    fn behind_given(&self, id: FactId) -> Vec<&'static Item> {
        let items = items_behind(id, &self.course, self.response);
        if !items.is_empty() {
            return items;
        }
        let read: &[FactId] = match id {
            fact::PAIN_SITES => &[fact::PRIMARY_SITE],
            fact::PREGNANCY_STATUS => &[fact::SEX_AT_BIRTH, fact::AGE],
            _ => &[],
        };
        read.iter()
            .flat_map(|id| items_behind(*id, &self.course, self.response))
            .collect()
    }

    fn checks(&self) -> Json {
        let checks: Map<String, Json> = results(&self.course, self.response)
            .into_iter()
            .map(|result| {
                let outcome = match &result.outcome {
                    Outcome::Incomplete => json!("incomplete"),
                    Outcome::Known(reading) => {
                        let figures: Map<String, Json> = reading
                            .figures
                            .iter()
                            .map(|figure| {
                                let of = json!({ "value": number(figure.value), "of": number(figure.most) });
                                (format!("{:?}", figure.what), of)
                            })
                            .collect();
                        let says: Vec<String> = reading
                            .meanings
                            .iter()
                            .map(|meaning| format!("{meaning:?}"))
                            .collect();
                        json!({ "figures": figures, "says": says, "modelled_on": result.check.based_on })
                    }
                };
                (result.check.id.to_owned(), outcome)
            })
            .collect();
        checks.into()
    }

    fn odd(&self) -> Json {
        findings(&self.course, self.response, self.today)
            .iter()
            .map(|finding| {
                json!({
                    "item": finding.item.id,
                    "record": finding.record,
                    "odd": format!("{:?}", finding.odd),
                })
            })
            .collect()
    }

    fn daily_totals(&self) -> Json {
        let Some(Answer::Medicines(list)) = self.visible("health.medlist") else {
            return Json::Null;
        };
        totals(list)
            .iter()
            .map(|total| {
                json!({
                    "substance": total.substance.id,
                    "mg": number(total.mg.least),
                    "mg_at_most": number(total.mg.most),
                    "complete": total.is_exact(),
                    "above_label": total.is_above_label(),
                })
            })
            .collect()
    }

    fn trials(&self) -> Json {
        let Some(Answer::Tried(list)) = self.visible("tried.list") else {
            return Json::Null;
        };
        list.iter()
            .flat_map(|tried| {
                doubts(tried).into_iter().map(|mark| {
                    let sources: Vec<&str> =
                        mark.sources.iter().map(|cited| cited.source.id).collect();
                    json!({
                        "therapy": tried.therapy.as_str(),
                        "doubt": format!("{:?}", mark.doubt),
                        "sources": sources,
                    })
                })
            })
            .collect()
    }

    fn visible(&self, id: &str) -> Option<&Answer> {
        item(id)
            .filter(|item| self.course.visible.contains(item))
            .and_then(|item| self.response.answer(item.id))
    }
}

fn ids(items: &[&Item]) -> Vec<&'static str> {
    items.iter().map(|item| item.id).collect()
}

/// A value; `number` says how numbers are printed.
fn value(value: &Value, number: fn(f64) -> Json) -> Json {
    match value {
        Value::Number(known) => number(*known),
        Value::YesNo(answer) => Json::from(*answer),
        Value::Word(word) => Json::from(word.text()),
        Value::Words(words) => {
            let words: BTreeSet<&str> = words.iter().map(|word| word.text()).collect();
            words.into_iter().collect()
        }
        Value::AtLeast(words) => {
            let words: BTreeSet<&str> = words.iter().map(|word| word.text()).collect();
            serde_json::json!({ "at_least": words })
        }
    }
}

/// A number with all its decimals.
fn exact(number: f64) -> Json {
    match number.fract() == 0.0 {
        true => Json::from(number as i64),
        false => Json::from(number),
    }
}

/// A number without decimals is printed as a whole number, any other with two.
fn number(number: f64) -> Json {
    match number.fract() == 0.0 {
        true => Json::from(number as i64),
        false => Json::from((number * 100.0).round() / 100.0),
    }
}
