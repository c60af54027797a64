//! Owns the evaluation of scope, rules, avoid entries and cautions (sections 7 and 8), and the lines with their status.
//! May use: facts, logic, safety, fit, order, knowledge. Must not: clock, chance, wording of its own.

use std::collections::BTreeMap;

use super::facts::{Facts, fact};
use super::fit;
use super::logic::Case;
use super::model::{Line, Plan, Section, Status};
use super::order;
use super::texts::reasons;
use crate::domain::safety::{self, SafetyAnswers};
use crate::knowledge::{
    AVOIDS, Avoid, CAUTIONS, Caution, CautionQuestion, Level, RULES, Rule, SCOPES, Scope, Therapy,
    TherapyGroup, Word,
};

/// The plan for a set of facts and safety answers, as the screens give them.
pub fn plan(given: &Facts, answers: &SafetyAnswers) -> Plan {
    let facts = given.with_derived();
    let safety = safety::evaluate(&facts, answers);
    let facts = facts.with_red_flags(safety.red_flag_head(), safety.red_flag_spine());
    // Sentence 7.1: outside the warning signs a question without an answer is unknown.
    let case = Case {
        facts: &facts,
        question: &|place| answers.truth(place),
    };
    let scope: Vec<&'static Scope> = SCOPES
        .iter()
        .filter(|entry| case.fires(entry.when))
        .collect();
    let (held, rules): (Vec<&'static Rule>, Vec<&'static Rule>) = fired_rules(&case, &scope)
        .into_iter()
        .partition(|rule| waits(rule, &facts));
    let avoid: Vec<&'static Avoid> = AVOIDS
        .iter()
        .filter(|entry| case.fires(entry.when))
        .filter(|entry| scope.iter().all(|scope| in_stage(scope, entry.from_week)))
        .collect();
    let (mut cautions, mut ask) = (Vec::new(), Vec::new());
    for caution in &CAUTIONS {
        match case.truth(caution.when) {
            Some(true) => cautions.push(caution),
            Some(false) => {}
            None => ask.push(caution),
        }
    }
    let lines = lines(&rules, &held, &avoid, &cautions, &facts);
    Plan {
        questions: questions(&ask, &lines),
        safety,
        scope,
        rules,
        held,
        avoid,
        cautions,
        ask,
        lines,
        facts,
    }
}

/// Sentences 4.7 and 7.3.
fn fired_rules(case: &Case<'_>, scope: &[&'static Scope]) -> Vec<&'static Rule> {
    RULES
        .iter()
        .filter(|rule| case.fires(rule.when))
        .filter(|rule| {
            scope
                .iter()
                .all(|entry| names(entry.keep, rule.therapy) || in_stage(entry, rule.from_week))
        })
        .collect()
}

/// Sentence 7.3: whether what may be shown from this week on is early enough for a stage of new pain.
fn in_stage(scope: &Scope, from_week: Option<u8>) -> bool {
    scope
        .stage
        .zip(from_week)
        .is_some_and(|(stage, week)| week <= stage)
}

/// Sentence 7.4.
fn waits(rule: &Rule, facts: &Facts) -> bool {
    let health_unknown = !facts.is_known(fact::CONDITIONS) || !facts.is_known(fact::CURRENT_MEDS);
    let needs_health = matches!(
        rule.therapy.group,
        TherapyGroup::Medicine | TherapyGroup::Procedure
    );
    health_unknown && needs_health && rule.step >= 1
}

/// Sentence 8.3.
fn questions(ask: &[&'static Caution], lines: &[Line]) -> Vec<&'static CautionQuestion> {
    let mut questions: Vec<&'static CautionQuestion> = Vec::new();
    for caution in ask {
        let matters = lines
            .iter()
            .any(|line| line.status.is_open() && names(caution.applies, line.therapy));
        if matters && !questions.contains(&caution.question) {
            questions.push(caution.question);
        }
    }
    questions
}

fn names(therapies: &[&'static Therapy], therapy: &Therapy) -> bool {
    therapies.iter().any(|each| each.word == therapy.word)
}

/// What belongs to one therapy, before it has a place (sentence 9.1).
struct Draft {
    therapy: &'static Therapy,
    rules: Vec<&'static Rule>,
    held: Vec<&'static Rule>,
    avoid: Vec<&'static Avoid>,
}

/// The drafts by the word of the therapy, so that their order is always the same.
#[derive(Default)]
struct Drafts(BTreeMap<Word, Draft>);

impl Drafts {
    fn of(&mut self, therapy: &'static Therapy) -> &mut Draft {
        self.0.entry(therapy.word).or_insert_with(|| Draft {
            therapy,
            rules: Vec::new(),
            held: Vec::new(),
            avoid: Vec::new(),
        })
    }
}

fn lines(
    rules: &[&'static Rule],
    held: &[&'static Rule],
    avoid: &[&'static Avoid],
    cautions: &[&'static Caution],
    facts: &Facts,
) -> Vec<Line> {
    let mut drafts = Drafts::default();
    for rule in rules {
        drafts.of(rule.therapy).rules.push(rule);
    }
    for rule in held {
        drafts.of(rule.therapy).held.push(rule);
    }
    for entry in avoid {
        for therapy in entry.therapies {
            drafts.of(therapy).avoid.push(entry);
        }
    }
    let lines = drafts
        .0
        .into_values()
        .map(|draft| line(draft, cautions, facts))
        .collect();
    order::in_printing_order(lines, facts)
}

/// A line with its status and its fit; its section comes with the order.
fn line(draft: Draft, cautions: &[&'static Caution], facts: &Facts) -> Line {
    let therapy = draft.therapy;
    let is_held = draft.rules.is_empty();
    let rules = if is_held { draft.held } else { draft.rules };
    let mut line = Line {
        therapy,
        section: Section::Ideas,
        status: Status::New,
        shown: true,
        conflict: !rules.is_empty() && !draft.avoid.is_empty(),
        using: therapy
            .using
            .iter()
            .any(|word| facts.holds(fact::CURRENT_MEDS, *word)),
        fit: None,
        matches: Vec::new(),
        minus: Vec::new(),
        reasons: reasons(&rules, &draft.avoid, facts),
        cautions: cautions
            .iter()
            .copied()
            .filter(|caution| names(caution.applies, therapy))
            .collect(),
        rules,
        avoid: draft.avoid,
    };
    line.status = status(&line, is_held, facts);
    fit::judge(&mut line, facts);
    line
}

/// Sentence 9.3.
fn status(line: &Line, is_held: bool, facts: &Facts) -> Status {
    let in_set = |set| facts.holds(set, line.therapy.word);
    if line.rules.is_empty() {
        Status::UsuallyNot
    } else if line.has_caution(Level::Avoid) {
        Status::NotForYou
    } else if is_held {
        Status::Held
    } else if line.has_caution(Level::Wish) {
        Status::WouldRatherNot
    } else if line.using {
        Status::Using
    } else if in_set(fact::TRIED_HELPED) {
        Status::Helped
    } else if in_set(fact::TRIED_NO_HELP) || in_set(fact::TRIED_BAD) {
        Status::TriedBefore
    } else {
        Status::New
    }
}
