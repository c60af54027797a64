//! Owns the plan as JSON: the outputs of section 8, the texts of each line, the combinations.
//! May use: domain, knowledge, serde_json. Must not: decide anything.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use tailored::domain::plan::facts::Value;
use tailored::domain::plan::model::{Line, Plan};
use tailored::knowledge;

/// The lists of section 8 with the texts of each line.
pub struct Printed<'a>(pub &'a Plan);

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plan = self.0;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("ruleset", knowledge::VERSION)?;
        let warnings = plan.safety.warnings.iter();
        object.serialize_entry(
            "warnings",
            &object_of(warnings.map(|warning| (warning.flag.id, warning.class.letter()))),
        )?;
        object.serialize_entry("withhold", &plan.safety.withhold)?;
        object.serialize_entry("groups", &ids(&plan.safety.groups, |group| group.id))?;
        object.serialize_entry("opened", &ids(&plan.safety.opened, |question| question.id))?;
        object.serialize_entry("scope", &ids(&plan.scope, |scope| scope.id))?;
        object.serialize_entry("rules", &ids(&plan.rules, |rule| rule.id))?;
        object.serialize_entry("held", &ids(&plan.held, |rule| rule.id))?;
        object.serialize_entry("avoid", &ids(&plan.avoid, |avoid| avoid.id))?;
        object.serialize_entry("cautions", &ids(&plan.cautions, |caution| caution.id))?;
        object.serialize_entry("ask", &ids(&plan.ask, |caution| caution.id))?;
        object.serialize_entry(
            "derived",
            &object_of(
                plan.derived()
                    .map(|(id, value)| (id.fact().id, value.map(json))),
            ),
        )?;
        let lines: Vec<PlanLine<'_>> = plan.lines.iter().map(PlanLine).collect();
        object.serialize_entry("plan", &lines)?;
        object.serialize_entry("questions", &ids(&plan.questions, |question| question.id))?;
        object.serialize_entry("texts", &object_of(plan.lines.iter().map(texts)))?;
        object.serialize_entry("combinations", &[(); 0])?;
        object.end()
    }
}

/// The fields of sentence 9.11.
struct PlanLine<'a>(&'a Line);

impl Serialize for PlanLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = self.0;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("therapy", line.therapy.id)?;
        object.serialize_entry("section", line.section.word())?;
        object.serialize_entry("status", line.status.word())?;
        object.serialize_entry("shown", &line.shown)?;
        object.serialize_entry("conflict", &line.conflict)?;
        object.serialize_entry("using", &line.using)?;
        object.serialize_entry("rules", &ids(&line.rules, |rule| rule.id))?;
        object.serialize_entry("avoid", &ids(&line.avoid, |avoid| avoid.id))?;
        object.end()
    }
}

fn texts(line: &Line) -> (&'static str, Vec<&str>) {
    let texts = line.reasons.iter().map(|reason| &*reason.text).collect();
    (line.therapy.id, texts)
}

fn ids<T: Copy>(rows: &[T], id: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    rows.iter().map(|row| id(*row)).collect()
}

/// A number without decimals is printed as a whole number.
fn json(value: &Value) -> Json {
    match value {
        Value::Number(number) if number.fract() == 0.0 => Json::from(*number as i64),
        Value::Number(number) => Json::from(*number),
        Value::YesNo(answer) => Json::from(*answer),
        Value::Word(word) => Json::from(word.text()),
        Value::Words(words) => words.iter().map(|word| word.text()).collect(),
    }
}

/// An object whose entries keep their order.
fn object_of<V: Serialize>(entries: impl Iterator<Item = (&'static str, V)>) -> impl Serialize {
    Ordered(entries.collect())
}

struct Ordered<V>(Vec<(&'static str, V)>);

impl<V: Serialize> Serialize for Ordered<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
