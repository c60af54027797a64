//! Owns the plan as JSON: the outputs of section 8, the texts of each line, the combinations.
//! May use: domain, knowledge, serde_json. Must not: decide anything.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use tailored::domain::plan::combinations::{self, Combinations};
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{Facts, Value};
use tailored::domain::plan::model::{Line, Plan};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{self, Cited};

/// The lists of section 8 with the texts of each line.
pub struct Printed {
    plan: Plan,
    combinations: Combinations,
}

impl Printed {
    pub fn new(facts: &Facts, answers: &SafetyAnswers) -> Self {
        let plan = engine::plan(facts, answers);
        let combinations = combinations::combinations(&plan, answers);
        Self { plan, combinations }
    }
}

impl Serialize for Printed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plan = &self.plan;
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
        object.serialize_entry("combinations", &all_combinations(&self.combinations))?;
        object.end()
    }
}

/// The fields of sentence 9.15.
struct PlanLine<'a>(&'a Line);

impl Serialize for PlanLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = self.0;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("therapy", line.therapy.id)?;
        object.serialize_entry("section", line.section.word())?;
        object.serialize_entry("domain", line.domain().word())?;
        object.serialize_entry("status", line.status.word())?;
        object.serialize_entry("shown", &line.shown)?;
        object.serialize_entry("conflict", &line.conflict)?;
        object.serialize_entry("using", &line.using)?;
        object.serialize_entry("fit", &line.fit)?;
        let matches: Vec<String> = line.matches.iter().map(|each| each.word()).collect();
        object.serialize_entry("matches", &matches)?;
        object.serialize_entry("minus", &ids(&line.minus, |minus| minus.word()))?;
        object.serialize_entry("rules", &ids(&line.rules, |rule| rule.id))?;
        object.serialize_entry("avoid", &ids(&line.avoid, |avoid| avoid.id))?;
        object.end()
    }
}

fn texts(line: &Line) -> (&'static str, Vec<&str>) {
    let texts = line.reasons.iter().map(|reason| &*reason.text).collect();
    (line.therapy.id, texts)
}

/// One combination; a field that its kind does not have is left out.
#[derive(Default, Serialize)]
struct CombinationRow {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    therapies: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    with: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cautions: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<(u8, u8)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    src: Vec<String>,
}

fn all_combinations(combinations: &Combinations) -> Vec<CombinationRow> {
    let found = combinations.found.iter().map(|found| CombinationRow {
        kind: found.row.kind.word(),
        id: Some(found.row.id),
        therapies: ids(&found.one, |therapy| therapy.id),
        with: ids(&found.other, |therapy| therapy.id),
        cautions: ids(&found.cautions, |caution| caution.id),
        texts: found.texts().collect(),
        src: cited(&found.sources()),
        ..CombinationRow::default()
    });
    let steps = combinations.steps.iter().map(|step| CombinationRow {
        kind: "step",
        step: Some(step.stage.word()),
        therapies: ids(&step.therapies, |therapy| therapy.id),
        ..CombinationRow::default()
    });
    let judged = combinations.judged.iter().map(|judged| CombinationRow {
        kind: "judge",
        therapies: vec![judged.therapy.id],
        weeks: judged.judge.weeks,
        measures: judged
            .judge
            .measures
            .iter()
            .map(|measure| measure.word())
            .collect(),
        texts: vec![judged.judge.text],
        src: cited(judged.judge.sources),
        ..CombinationRow::default()
    });
    found.chain(steps).chain(judged).collect()
}

/// Sources as they are written in the files.
fn cited(sources: &[Cited]) -> Vec<String> {
    let mark = |cited: &Cited| if cited.from_knowledge { ":K" } else { "" };
    sources
        .iter()
        .map(|cited| format!("{}{}", cited.source.id, mark(cited)))
        .collect()
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
        Value::AtLeast(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.text()).collect();
            serde_json::json!({ "at_least": words })
        }
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
