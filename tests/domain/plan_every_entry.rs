//! Every entry of the rule files, one by one: there is a case in which it fires and one in which it is silent.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value as Json;
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{FactId, Facts, Value};
use tailored::domain::plan::logic::Case;
use tailored::domain::plan::model::Plan;
use tailored::domain::safety::{SafetyAnswers, answers_of, evaluate};
use tailored::knowledge::{
    AVOIDS, CAUTIONS, Expression, FLAGS, FactKind, RULES, SAFETY_QUESTIONS, SCOPES,
};

use super::golden;
use super::plan_case as case;
use super::plan_cases::{facts, given_facts};
use super::plan_reads::{Reads, reads};

/// The kept cases; read when the tests run, so that a case that was just added counts.
pub static CASES: LazyLock<String> =
    LazyLock::new(|| golden::kept("tests/fixtures/plan-cases.jsonl"));
/// An adult with long-lasting pain who went through the screens of illnesses and medicines:
/// no scope entry and no missing answer stands in the way of a rule.
const BASE: &str = "age=45 pain_duration_months=12 conditions= current_meds=";
/// Random cases tried for one entry before the test gives up.
const TRIES: usize = 30_000;

/// A small generator, so that each run looks at the same cases (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A random value near the borders that the condition looks at; one in `yes` of what is yes or no is yes.
fn value(id: FactId, reads: &Reads, yes: usize, dice: &mut Dice) -> Value {
    let row = id.fact();
    match row.kind {
        FactKind::Whole | FactKind::Number => {
            let borders: Vec<i64> = reads
                .numbers
                .iter()
                .flat_map(|n| [n - 1, *n, n + 1])
                .collect();
            let number = borders
                .get(dice.below(borders.len().max(1)))
                .copied()
                .unwrap_or(1);
            Value::Number((number as f64).clamp(row.min, row.max))
        }
        FactKind::YesNo => Value::YesNo(dice.one_in(yes)),
        FactKind::Word => {
            let looked_for: Vec<_> = row
                .words
                .iter()
                .filter(|word| reads.words.contains(word))
                .collect();
            if looked_for.is_empty() || dice.one_in(4) {
                Value::Word(row.words[dice.below(row.words.len())])
            } else {
                Value::Word(*looked_for[dice.below(looked_for.len())])
            }
        }
        FactKind::Words => {
            let share = yes / 2 + dice.below(2 * yes);
            let looked_for = reads.members.get(&id).into_iter().flatten();
            Value::Words(looked_for.copied().filter(|_| dice.one_in(share)).collect())
        }
    }
}

fn random_case(base: &Facts, reads: &Reads, dice: &mut Dice) -> (Facts, SafetyAnswers) {
    let mut facts = base.clone();
    // Some people told nearly everything, and some have little of anything: a condition may want many a "no".
    let skipped = [12, 60][dice.below(2)];
    let yes = 2 + 4 * dice.below(3);
    for id in &reads.facts {
        if !dice.one_in(skipped) {
            facts.set(*id, value(*id, reads, yes, dice)).unwrap();
        }
    }
    let mut answers = SafetyAnswers::default();
    for place in &reads.questions {
        let question = &SAFETY_QUESTIONS[*place];
        let offered = answers_of(question.kind);
        // Mostly "no": few conditions want many signs at once.
        let answer = if dice.one_in(3) {
            offered[dice.below(offered.len())]
        } else {
            offered[0]
        };
        answers.set(question, answer).unwrap();
    }
    (facts, answers)
}

/// Looks for a case in which the condition has the wanted truth and the plan agrees.
fn find(
    when: Expression,
    wanted: bool,
    in_flags: bool,
    agrees: impl Fn(&Plan) -> bool,
) -> Option<(Facts, SafetyAnswers)> {
    let reads = reads(when);
    let base = facts(BASE);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..TRIES).find_map(|_| {
        let (given, answers) = random_case(&base, &reads, &mut dice);
        let facts = given.with_derived();
        let safety = evaluate(&facts, &answers);
        let facts = facts.with_red_flags(safety.red_flag_head(), safety.red_flag_spine());
        let case = Case {
            facts: &facts,
            question: &|place| answers.truth(place).or(in_flags.then_some(false)),
        };
        let found = case.truth(when) == Some(wanted) && agrees(&engine::plan(&given, &answers));
        found.then_some((given, answers))
    })
}

/// Some random cases near the borders of a condition; in many of them it is true, in many it is not.
pub fn some_cases_near(
    when: Expression,
    tries: usize,
) -> impl Iterator<Item = (Facts, SafetyAnswers)> {
    let reads = reads(when);
    let base = facts(BASE);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..tries).map(move |_| random_case(&base, &reads, &mut dice))
}

fn assert_both<'a>(
    entries: impl Iterator<Item = (&'a str, Expression)>,
    in_flags: bool,
    listed: impl Fn(&Plan, &str) -> bool,
) {
    let mut failed = Vec::new();
    for (id, when) in entries {
        if find(when, true, in_flags, |plan| listed(plan, id)).is_none() {
            failed.push(format!("{id} never fires"));
        }
        if find(when, false, in_flags, |plan| !listed(plan, id)).is_none() {
            failed.push(format!("{id} is never silent"));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_scope_entry_fires_for_some_person_and_not_for_another() {
    assert_both(
        SCOPES.iter().map(|scope| (scope.id, scope.when)),
        false,
        |plan, id| plan.scope.iter().any(|scope| scope.id == id),
    );
}

#[test]
fn every_rule_fires_for_some_person_and_not_for_another() {
    assert_both(
        RULES.iter().map(|rule| (rule.id, rule.when)),
        false,
        |plan, id| plan.rules.iter().any(|rule| rule.id == id),
    );
}

#[test]
fn every_avoid_entry_fires_for_some_person_and_not_for_another() {
    assert_both(
        AVOIDS.iter().map(|avoid| (avoid.id, avoid.when)),
        false,
        |plan, id| plan.avoid.iter().any(|avoid| avoid.id == id),
    );
}

#[test]
fn every_caution_fires_for_some_person_and_not_for_another() {
    assert_both(
        CAUTIONS.iter().map(|caution| (caution.id, caution.when)),
        false,
        |plan, id| plan.cautions.iter().any(|caution| caution.id == id),
    );
}

#[test]
fn every_warning_sign_fires_for_some_person_and_not_for_another() {
    assert_both(
        FLAGS.iter().map(|flag| (flag.id, flag.when)),
        true,
        |plan, id| {
            plan.safety
                .warnings
                .iter()
                .any(|warning| warning.flag.id == id)
        },
    );
}

/// A scope entry, rule, avoid entry, caution or warning sign.
struct Entry {
    id: &'static str,
    when: Expression,
    is_flag: bool,
}

fn all_entries() -> impl Iterator<Item = Entry> {
    let entry = |id, when| Entry {
        id,
        when,
        is_flag: false,
    };
    let flags = FLAGS.iter().map(|flag| Entry {
        id: flag.id,
        when: flag.when,
        is_flag: true,
    });
    SCOPES
        .iter()
        .map(move |row| entry(row.id, row.when))
        .chain(RULES.iter().map(move |row| entry(row.id, row.when)))
        .chain(AVOIDS.iter().map(move |row| entry(row.id, row.when)))
        .chain(CAUTIONS.iter().map(move |row| entry(row.id, row.when)))
        .chain(flags)
}

/// The ids of everything that stands in a plan.
pub fn listed_in(plan: &Plan) -> BTreeSet<&'static str> {
    let scopes = plan.scope.iter().map(|row| row.id);
    scopes
        .chain(plan.rules.iter().map(|row| row.id))
        .chain(plan.avoid.iter().map(|row| row.id))
        .chain(plan.cautions.iter().map(|row| row.id))
        .chain(plan.safety.warnings.iter().map(|row| row.flag.id))
        .collect()
}

/// The kept cases show each entry at work. `./dev goldens` adds a case for an entry that none of them fires.
#[test]
fn every_entry_fires_in_a_kept_case() {
    let mut cases = CASES.clone();
    let mut fired: BTreeSet<&str> = BTreeSet::new();
    for case in CASES.lines() {
        let (facts, answers) = case::read(case).unwrap();
        fired.extend(listed_in(&engine::plan(&facts, &answers)));
    }
    for entry in all_entries()
        .filter(|entry| !fired.contains(entry.id))
        .collect::<Vec<_>>()
    {
        if fired.contains(entry.id) {
            continue;
        }
        assert!(
            golden::updates(),
            "{} fires in no kept case: ./dev goldens adds one",
            entry.id
        );
        let wanted = |plan: &Plan| listed_in(plan).contains(entry.id);
        let (facts, answers) = find(entry.when, true, entry.is_flag, wanted).unwrap();
        fired.extend(listed_in(&engine::plan(&facts, &answers)));
        cases += &(as_case(&facts, &answers) + "\n");
    }
    golden::assert_kept("tests/fixtures/plan-cases.jsonl", &cases);
}

/// A case of `tailored plan`.
pub fn as_case(facts: &Facts, answers: &SafetyAnswers) -> String {
    let facts: serde_json::Map<String, Json> = given_facts()
        .filter_map(|id| Some((id.fact().id.to_owned(), json(facts.get(id)?))))
        .collect();
    let safety: serde_json::Map<String, Json> = SAFETY_QUESTIONS
        .iter()
        .filter_map(|question| Some((question.id.to_owned(), answers.get(question)?.word().into())))
        .collect();
    serde_json::json!({ "facts": facts, "safety": safety }).to_string()
}

fn json(value: &Value) -> Json {
    match value {
        Value::Number(number) if number.fract() == 0.0 => Json::from(*number as i64),
        Value::Number(number) => Json::from(*number),
        Value::YesNo(yes) => Json::from(*yes),
        Value::Word(word) => Json::from(word.text()),
        Value::Words(words) => words.iter().map(|word| word.text()).collect(),
        Value::AtLeast(_) => panic!("no case has a set that is known in part"),
    }
}

/// Sentences 4.2 to 4.7: an entry that reads only unknown facts is unknown, unless it states a default.
#[test]
fn what_is_unknown_never_fires_an_entry_without_a_default() {
    let nothing = Facts::default().with_derived().with_red_flags(false, false);
    let case = Case {
        facts: &nothing,
        question: &|_| None,
    };
    let entries = RULES
        .iter()
        .map(|rule| (rule.id, rule.when))
        .chain(AVOIDS.iter().map(|avoid| (avoid.id, avoid.when)))
        .chain(CAUTIONS.iter().map(|caution| (caution.id, caution.when)))
        .chain(SCOPES.iter().map(|scope| (scope.id, scope.when)))
        .chain(FLAGS.iter().map(|flag| (flag.id, flag.when)));
    let mut looked_at = 0;
    for (id, when) in entries {
        let reads = reads(when);
        if !reads.has_default && !reads.warning_signs {
            assert_eq!(case.truth(when), None, "{id}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 200, "only {looked_at} entries have no default");
}
