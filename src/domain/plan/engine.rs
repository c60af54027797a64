//! Owns the evaluation of scope, rules, avoid entries and cautions (sections 7 to 9): which lines, where, in which order.
//! May use: facts, logic, safety, knowledge. Must not: clock, chance, wording of its own.

use std::collections::BTreeMap;

use super::facts::{Facts, fact};
use super::logic::Case;
use super::model::{Line, Plan, Section, Status};
use super::texts::reasons;
use crate::domain::safety::{self, SafetyAnswers};
use crate::knowledge::{
    AVOIDS, Avoid, CAUTIONS, Caution, CautionQuestion, Level, MAX_FIRST, MAX_NEW,
    MAX_NEW_PER_GROUP, MAX_USUALLY_NOT, RULES, Rule, SCOPES, Scope, Slot, Strength, Therapy,
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
    let avoid = if scope.is_empty() {
        AVOIDS
            .iter()
            .filter(|entry| case.fires(entry.when))
            .collect()
    } else {
        Vec::new()
    };
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
        .filter(|rule| scope.iter().all(|entry| entry.keep.contains(&rule.therapy)))
        .collect()
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
    in_printing_order(lines, facts)
}

/// A line with its status; its section is final but for the box "Say this first".
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
    line.section = section(&line);
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

/// Sentence 9.7, for lines outside the box.
fn section(line: &Line) -> Section {
    if line.status.is_open() && line.rules.iter().all(|rule| rule.footer) {
        return Section::Footer;
    }
    match line.status {
        Status::New | Status::Helped => Section::Ideas,
        Status::Using => Section::Using,
        Status::TriedBefore => Section::TriedBefore,
        Status::Held => Section::Held,
        Status::WouldRatherNot => Section::WouldRatherNot,
        Status::NotForYou => Section::NotForYou,
        Status::UsuallyNot => Section::UsuallyNot,
    }
}

/// Sentence 9.5: what the place of a line with rules depends on, in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OrderKey {
    all_last: bool,
    step: Option<u8>,
    needs_specialist: bool,
    only_general: bool,
    strength: Option<Strength>,
    fewer_rules: std::cmp::Reverse<usize>,
    first_rule: Option<u16>,
}

fn order_key(line: &Line) -> OrderKey {
    OrderKey {
        all_last: line.rules.iter().all(|rule| rule.last),
        step: line.step(),
        needs_specialist: line.has_caution(Level::Specialist),
        only_general: !line.rules.iter().any(|rule| rule.own),
        strength: line.rules.iter().map(|rule| rule.strength).min(),
        fewer_rules: std::cmp::Reverse(line.rules.len()),
        first_rule: line.rules.first().map(|rule| rule.place),
    }
}

/// Sentence 9.9: rank, place of the first avoid entry, place of the therapy in its list.
fn usually_not_key(line: &Line, facts: &Facts) -> (u8, Option<u16>, Option<usize>) {
    let tried = [fact::TRIED_HELPED, fact::TRIED_NO_HELP, fact::TRIED_BAD]
        .into_iter()
        .any(|set| facts.holds(set, line.therapy.word));
    let rank = if line.using {
        0
    } else if tried {
        1
    } else if line.avoid.iter().any(|entry| entry.common) {
        2
    } else {
        NOT_COMMON
    };
    let first = line.avoid.first();
    (
        rank,
        first.map(|entry| entry.place),
        first.and_then(|entry| {
            entry
                .therapies
                .iter()
                .position(|therapy| therapy.word == line.therapy.word)
        }),
    )
}

/// The last rank of sentence 9.9; lines of this rank are never shown at first.
const NOT_COMMON: u8 = 3;

fn in_printing_order(lines: Vec<Line>, facts: &Facts) -> Vec<Line> {
    let (mut usually_not, mut others): (Vec<Line>, Vec<Line>) = lines
        .into_iter()
        .partition(|line| line.status == Status::UsuallyNot);
    others.sort_by_cached_key(order_key);
    let in_box = box_of(&mut others);

    // Sorts are stable, so the order of 9.5 stays inside a section.
    others.sort_by_key(|line| {
        let after_helped = line.section == Section::Ideas && line.status != Status::Helped;
        (line.section, after_helped)
    });
    show_ideas(&mut others);

    usually_not.sort_by_cached_key(|line| usually_not_key(line, facts));
    for (place, line) in usually_not.iter_mut().enumerate() {
        let (rank, ..) = usually_not_key(line, facts);
        line.shown = rank < NOT_COMMON && place < MAX_USUALLY_NOT;
    }

    let mut ordered = in_box;
    ordered.extend(others);
    ordered.extend(usually_not);
    ordered.sort_by_key(|line| line.section);
    ordered
}

/// Sentence 9.6: takes the lines of the box "Say this first" out of the others, in its own order.
fn box_of(others: &mut Vec<Line>) -> Vec<Line> {
    let belongs = |line: &Line| line.status.is_open() && line.rules.iter().any(|rule| rule.first);
    let (mut first, rest): (Vec<Line>, Vec<Line>) =
        std::mem::take(others).into_iter().partition(belongs);
    first.sort_by_key(|line| line.therapy.slot != Some(Slot::Safety));
    let left_over = first.split_off(first.len().min(MAX_FIRST));
    for line in &mut first {
        line.section = Section::First;
    }
    *others = rest;
    others.extend(left_over);
    others.sort_by_cached_key(order_key);
    first
}

/// Sentence 9.8: which ideas are shown at first.
fn show_ideas(lines: &mut [Line]) {
    let mut shown_before: Vec<(Option<Slot>, TherapyGroup)> = Vec::new();
    for line in lines
        .iter_mut()
        .filter(|line| line.section == Section::Ideas)
    {
        // The limit group is the slot, or the group when there is none.
        let limit_group = (line.therapy.slot, line.therapy.group);
        let of_group = shown_before
            .iter()
            .filter(|each| **each == limit_group)
            .count();
        line.shown = of_group < MAX_NEW_PER_GROUP && shown_before.len() < MAX_NEW;
        if line.shown {
            shown_before.push(limit_group);
        }
    }
}
