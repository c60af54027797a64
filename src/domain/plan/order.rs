//! Owns in which section a line stands, in which order, and what is shown at first (sentences 9.7 to 9.13).
//! May use: facts, model, knowledge. Must not: change what a line is.

use std::cmp::Reverse;

use super::facts::{Facts, fact};
use super::model::{Line, Section, Status};
use crate::domain::collections::InOrder;
use crate::knowledge::{
    BEST_PROCEDURE, Domain, Level, MAX_BEST, MAX_BEST_DOMAIN, MAX_DOMAIN, MAX_FIRST,
    MAX_USUALLY_NOT, Minus, SHOWN_CAUTION, Slot, Strength,
};

/// The last rank of sentence 9.13; lines of this rank are never shown at first.
const NOT_COMMON: u8 = 3;
/// The FIT that every line among the best fits needs (sentence 9.10).
const BEST_FIT: i8 = 1;

/// Gives each line its section, and sorts them.
pub(super) fn in_printing_order(lines: Vec<Line>, facts: &Facts) -> Vec<Line> {
    let (mut usually_not, mut others): (Vec<Line>, Vec<Line>) = lines
        .into_iter()
        .partition(|line| line.status == Status::UsuallyNot);
    others.put_in_order_by_key(order_key);
    for line in &mut others {
        line.section = section(line);
    }
    choose_first(&mut others);
    choose_best(&mut others);
    // Sorts are stable, so the order of 9.7 stays inside a section and a domain.
    others.put_in_order_by_key(|line| match line.section {
        Section::First => (line.section, u8::from(!is_safety(line))),
        Section::Ideas => (line.section, line.domain() as u8),
        other => (other, 0),
    });
    show_ideas(&mut others);

    usually_not.put_in_order_by_key(|line| usually_not_key(line, facts));
    for (place, line) in usually_not.iter_mut().enumerate() {
        let (rank, ..) = usually_not_key(line, facts);
        line.section = Section::UsuallyNot;
        line.shown = rank < NOT_COMMON && place < MAX_USUALLY_NOT;
    }
    others.extend(usually_not);
    others.put_in_order_by_key(|line| line.section);
    others
}

/// Sentence 9.7: what the place of a line with rules depends on, in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct OrderKey {
    fit: Reverse<Option<i8>>,
    step: Option<u8>,
    needs_specialist: bool,
    only_general: bool,
    strength: Option<Strength>,
    fewer_rules: Reverse<usize>,
    first_rule: Option<u16>,
}

fn order_key(line: &Line) -> OrderKey {
    OrderKey {
        fit: Reverse(line.fit),
        step: line.step(),
        needs_specialist: line.has_caution(Level::Specialist),
        only_general: !line.rules.iter().any(|rule| rule.own),
        strength: line.rules.iter().map(|rule| rule.strength).min(),
        fewer_rules: Reverse(line.rules.len()),
        first_rule: line.rules.first().map(|rule| rule.place),
    }
}

/// Sentences 9.9 and 9.11, for lines that are in neither of the first two sections.
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

fn is_safety(line: &Line) -> bool {
    line.therapy.slot == Some(Slot::Safety)
}

/// Sentence 9.8. The lines come in the order of 9.7.
fn choose_first(lines: &mut [Line]) {
    let belongs = |line: &Line| line.status.is_open() && line.rules.iter().any(|rule| rule.first);
    let mut left = MAX_FIRST;
    for safety in [true, false] {
        let wanted = lines
            .iter_mut()
            .filter(|line| belongs(line) && is_safety(line) == safety)
            .take(left);
        for line in wanted {
            line.section = Section::First;
            left -= 1;
        }
    }
}

/// Sentence 9.10. The lines come in the order of 9.7.
fn choose_best(lines: &mut [Line]) {
    let mut taken: Vec<(Domain, Option<Slot>)> = Vec::new();
    for line in lines {
        let (domain, slot) = (line.domain(), line.therapy.slot);
        let of_domain = taken.iter().filter(|(known, _)| *known == domain).count();
        let slot_is_free = slot.is_none() || taken.iter().all(|(_, known)| *known != slot);
        let room = taken.len() < MAX_BEST && of_domain < MAX_BEST_DOMAIN && slot_is_free;
        if line.section == Section::Ideas && room && is_good_enough(line) {
            line.section = Section::Best;
            taken.push((domain, slot));
        }
    }
}

fn is_good_enough(line: &Line) -> bool {
    let needed = match line.domain() {
        Domain::Procedure => BEST_PROCEDURE,
        _ => BEST_FIT,
    };
    let cautions = line.cautions.iter();
    let n_specialist = cautions
        .filter(|caution| caution.level == Level::Specialist)
        .count();
    !line.matches.is_empty() && line.fit.is_some_and(|fit| fit >= needed) && n_specialist <= 1
}

/// Sentence 9.12. The lines come in printing order.
fn show_ideas(lines: &mut [Line]) {
    let of = |domain: Domain, wanted: &dyn Fn(&Line) -> bool| {
        let listed = lines
            .iter()
            .filter(|line| matches!(line.section, Section::Best | Section::Ideas));
        listed
            .filter(|line| line.domain() == domain && wanted(line))
            .count()
    };
    let needs_care = |line: &Line| line.minus.contains(&Minus::Caution);
    let counts = Domain::ALL.map(|domain| {
        (
            of(domain, &|line| line.section == Section::Best),
            of(domain, &|line| !needs_care(line)) > 0,
        )
    });
    let mut n_before = counts.map(|(n_best, _)| n_best);
    for line in lines
        .iter_mut()
        .filter(|line| line.section == Section::Ideas)
    {
        let domain = line.domain() as usize;
        let (_, has_simpler) = counts[domain];
        let low = line.fit.is_some_and(|fit| fit < SHOWN_CAUTION);
        let waits = needs_care(line) && low && has_simpler;
        line.shown = (is_safety(line) || n_before[domain] < MAX_DOMAIN) && !waits;
        n_before[domain] += usize::from(line.shown);
    }
}

/// Sentence 9.13: rank, place of the first avoid entry, place of the therapy in its list.
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
