//! Whole plans of the twelve people in `tests/fixtures/personas` and of six who are like some of them, as a specialist would read them: each change of a text, a rule or the order shows here.
//!
//! `./dev goldens` writes them anew; read what changed, and say in the commit why.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use tailored::domain::plan::combinations::{Combinations, combinations};
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{Facts, fact};
use tailored::domain::plan::model::{Line, Plan, Section};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::{Lang, messages, plan_words};
use tailored::knowledge::Cited;

use super::golden;
use super::personas::{MORE, PERSONAS, response};
use super::plan_case as case;

/// The first cases of the fixture, in its order: people who are like some of the twelve, and are not they.
const LOOK_ALIKES: [&str; 6] = [
    "low-back-with-leg-pain",
    "chronic-migraine-with-overuse",
    "knee-with-kidney-disease-and-blood-thinner-at-78",
    "fibromyalgia-with-low-mood",
    "nerve-pain-in-diabetes",
    "pelvic-pain-while-trying-for-a-child",
];
const CASES: &str = include_str!("../fixtures/plan-cases.jsonl");

/// The plan of a persona stands under the name of the persona's own file.
const OF_PERSONA: &str = "plan-";
const OF_CASE: &str = "plan-of-case-";

#[test]
fn the_plans_of_the_twelve_people_are_those_that_were_read_and_kept() {
    let first = PERSONAS.iter().map(|(name, saved, _)| (*name, *saved));
    for (name, saved) in first.chain(MORE) {
        golden::assert_kept(
            &format!("tests/golden/{OF_PERSONA}{name}.txt"),
            &of_persona(saved),
        );
    }
}

#[test]
fn the_plans_of_six_look_alikes_are_those_that_were_read_and_kept() {
    for (name, line) in LOOK_ALIKES.into_iter().zip(CASES.lines()) {
        let (facts, answers) = case::read(line).unwrap();
        golden::assert_kept(
            &format!("tests/golden/{OF_CASE}{name}.txt"),
            &of_facts(&facts, &answers),
        );
    }
}

/// Whoever reads a plan beside the answers must have the same person before them.
#[test]
fn each_plan_belongs_to_the_persona_of_its_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = |folder: &str, prefix: &str, suffix: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(root.join(folder)).unwrap();
        let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        files
            .filter(|file| !file.starts_with(OF_CASE))
            .filter_map(|file| {
                let name = file.strip_prefix(prefix)?.strip_suffix(suffix)?;
                Some(name.to_owned())
            })
            .collect()
    };
    let kept = names("golden", OF_PERSONA, ".txt");
    let personas = names("fixtures/personas", "", ".json");
    assert_eq!(kept, personas);
    assert_eq!(kept.len(), 12);
    for name in kept {
        let saved = root.join("fixtures/personas").join(format!("{name}.json"));
        let saved = std::fs::read_to_string(saved).unwrap();
        assert_eq!(
            golden::kept(&format!("tests/golden/{OF_PERSONA}{name}.txt")),
            of_persona(&saved),
            "{name}"
        );
    }
}

fn of_persona(saved: &str) -> String {
    let response = response(saved);
    let facts = course(&response).facts;
    of_facts(&facts, &SafetyAnswers::from_response(&response.safety))
}

/// Who it is, in the facts that tell people of one illness apart, then the plan.
fn of_facts(facts: &Facts, answers: &SafetyAnswers) -> String {
    let said = [
        facts.number(fact::AGE).map(|age| format!("{age:.0} years")),
        facts
            .word(fact::SEX_AT_BIRTH)
            .map(|sex| sex.text().to_owned()),
        facts
            .word(fact::REGION)
            .map(|region| region.text().to_owned()),
        facts
            .number(fact::NRS_AVG7)
            .map(|pain| format!("usual pain {pain}")),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let plan = engine::plan(facts, answers);
    let plan_text = written(&plan, &combinations(&plan, answers));
    format!("Person: {}\n{plan_text}", said.join(", "))
}

fn written(plan: &Plan, combinations: &Combinations) -> String {
    let mut page = String::new();
    for warning in &plan.safety.warnings {
        line(
            &mut page,
            &format!(
                "! {} {}: {}",
                warning.class.letter(),
                warning.flag.id,
                warning.flag.say
            ),
        );
    }
    if plan.safety.withhold {
        line(
            &mut page,
            "! the plan is not shown until this is dealt with",
        );
    }
    for scope in &plan.scope {
        line(&mut page, &format!("! {}: {}", scope.id, scope.say));
    }
    for section in Section::ALL {
        let lines: Vec<&Line> = plan.section(section).collect();
        if lines.is_empty() {
            continue;
        }
        let (heading, _) = (messages(Lang::English).section)(section);
        line(&mut page, &format!("\n== {heading}"));
        let mut domain = None;
        for each in lines {
            if section == Section::Ideas && domain != Some(each.domain()) {
                domain = Some(each.domain());
                line(&mut page, &format!("\n-- {}", each.domain().name()));
            }
            write_line(&mut page, each);
        }
    }
    line(&mut page, "\n== To find out");
    for question in &plan.questions {
        line(&mut page, &format!("? {}", question.ask));
    }
    write_combinations(&mut page, combinations);
    page
}

fn write_line(page: &mut String, each: &Line) {
    let marks = [
        (each.conflict, "guidelines differ"),
        (each.using, "in use"),
        (!each.shown, "behind more"),
    ];
    let marks: Vec<&str> = marks
        .into_iter()
        .filter_map(|(is_so, mark)| is_so.then_some(mark))
        .collect();
    let step = each
        .step()
        .map_or(String::new(), |step| format!(", step {step}"));
    let fit = each.fit.map_or(String::new(), |fit| format!(", fit {fit}"));
    let head = format!(
        "\n* {} ({}{step}{fit})",
        each.therapy.name,
        each.status.word()
    );
    line(page, format!("{head} {}", marks.join(", ")).trim_end());
    if let Some(why_here) = (plan_words(Lang::English).why_here)(each) {
        line(page, &format!("  {why_here}"));
    }
    for reason in &each.reasons {
        let sign = if reason.against { '-' } else { '+' };
        line(
            page,
            &format!("  {sign} {} {}", reason.text, cited(reason.sources)),
        );
    }
    for caution in &each.cautions {
        let level = format!("{:?}", caution.level).to_lowercase();
        line(page, &format!("  ! {level}: {}", caution.say));
    }
}

fn write_combinations(page: &mut String, combinations: &Combinations) {
    line(page, "\n== Combinations");
    for found in &combinations.found {
        let names = |therapies: &[&tailored::knowledge::Therapy]| {
            let ids: Vec<&str> = therapies.iter().map(|therapy| therapy.id).collect();
            ids.join(", ")
        };
        let between = [names(&found.one), names(&found.other)]
            .into_iter()
            .filter(|names| !names.is_empty())
            .collect::<Vec<_>>()
            .join(" + ");
        line(
            page,
            &format!("* {} {}: {between}", found.row.kind.word(), found.row.id),
        );
        for text in found.texts() {
            line(page, &format!("  {text}"));
        }
    }
    for step in &combinations.steps {
        let ids: Vec<&str> = step.therapies.iter().map(|therapy| therapy.id).collect();
        line(
            page,
            &format!("* step {}: {}", step.stage.word(), ids.join(", ")),
        );
    }
    for judged in &combinations.judged {
        line(
            page,
            &format!("* judge {}: {}", judged.therapy.id, judged.judge.text),
        );
    }
}

fn cited(sources: &[Cited]) -> String {
    let ids: Vec<&str> = sources.iter().map(|cited| cited.source.id).collect();
    format!("[{}]", ids.join(", "))
}

fn line(page: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(page, "{text}");
}
