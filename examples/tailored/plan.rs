//! `plan CASE.json`, `-` for standard input, `plan --jsonl [FILE]` for one case a line: the plan of the rule engine as JSON.
//! A case is `{"date": "2026-11-23", "facts": {name: value, …}, "safety": {question: answer, …}}`; absent or null is unknown.
//! May use: domain, knowledge, serde_json. Must not: rules of its own; it reads, asks the engine and prints.

use std::fs;
use std::io::{self, BufRead, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};
use tailored::domain::date::NaiveDate;
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{Facts, Value};
use tailored::domain::plan::model::{Line, Plan};
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{self, FactKind};

/// How the command is called.
pub const USAGE: &str = "plan CASE.json | plan - | plan --jsonl [CASES.jsonl]";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["--jsonl"] => every_line("-"),
        ["--jsonl", file] => every_line(file),
        [file] => single(file),
        _ => Err(format!("usage: tailored {USAGE}")),
    }
}

fn single(file: &str) -> Result<(), String> {
    print_plan(&super::text_of(file)?, &mut io::stdout().lock())
}

fn every_line(file: &str) -> Result<(), String> {
    let input: Box<dyn BufRead> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        let file = fs::File::open(file).map_err(|error| format!("{file}: {error}"))?;
        Box::new(io::BufReader::new(file))
    };
    let mut output = io::BufWriter::new(io::stdout().lock());
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(|error| format!("line {number}: {error}"))?;
        if !line.trim().is_empty() {
            print_plan(&line, &mut output)
                .map_err(|message| format!("line {number}: {message}"))?;
        }
    }
    output.flush().map_err(|error| error.to_string())
}

fn print_plan(case: &str, output: &mut impl Write) -> Result<(), String> {
    let (facts, answers) = read_case(case)?;
    let plan = engine::plan(&facts, &answers);
    serde_json::to_writer(&mut *output, &Output(&plan)).map_err(|error| error.to_string())?;
    writeln!(output).map_err(|error| error.to_string())
}

fn read_case(text: &str) -> Result<(Facts, SafetyAnswers), String> {
    let case: Map<String, Json> =
        serde_json::from_str(text).map_err(|error| format!("not a case: {error}"))?;
    let mut facts = Facts::default();
    let mut answers = SafetyAnswers::default();
    for (key, value) in &case {
        match (key.as_str(), value) {
            ("facts", Json::Object(given)) => read_facts(given, &mut facts)?,
            ("safety", Json::Object(given)) => read_answers(given, &mut answers)?,
            ("date", Json::String(date)) if date.parse::<NaiveDate>().is_ok() => {}
            ("date" | "facts" | "safety", Json::Null) => {}
            ("date" | "facts" | "safety", _) => {
                return Err(format!("{key}: impossible value {value}"));
            }
            _ => return Err(format!("{key}: unknown name")),
        }
    }
    Ok((facts, answers))
}

fn read_facts(given: &Map<String, Json>, facts: &mut Facts) -> Result<(), String> {
    for (name, value) in given {
        let id = knowledge::fact_id(name)
            .filter(|id| id.fact().origin == knowledge::FactOrigin::Given)
            .ok_or_else(|| format!("facts.{name}: unknown name"))?;
        if value.is_null() {
            continue;
        }
        read_value(id.fact().kind, value)
            .and_then(|value| facts.set(id, value).ok())
            .ok_or_else(|| format!("facts.{name}: impossible value {value}"))?;
    }
    Ok(())
}

fn read_value(kind: FactKind, value: &Json) -> Option<Value> {
    Some(match kind {
        FactKind::Whole | FactKind::Number => Value::Number(value.as_f64()?),
        FactKind::YesNo => Value::YesNo(value.as_bool()?),
        FactKind::Word => Value::Word(knowledge::word(value.as_str()?)?),
        FactKind::Words => Value::Words(
            value
                .as_array()?
                .iter()
                .map(|member| knowledge::word(member.as_str()?))
                .collect::<Option<_>>()?,
        ),
    })
}

fn read_answers(given: &Map<String, Json>, answers: &mut SafetyAnswers) -> Result<(), String> {
    for (name, value) in given {
        let question = knowledge::safety_question(name)
            .ok_or_else(|| format!("safety.{name}: unknown name"))?;
        if value.is_null() {
            continue;
        }
        value
            .as_str()
            .and_then(SafetyAnswer::from_word)
            .and_then(|answer| answers.set(question, answer).ok())
            .ok_or_else(|| format!("safety.{name}: impossible value {value}"))?;
    }
    Ok(())
}

/// The lists of section 8 with the texts of each line.
struct Output<'a>(&'a Plan);

impl Serialize for Output<'_> {
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
