//! Owns how well a line fits this person: matches, minus and the number FIT (sentences 9.5 and 9.6).
//! May use: facts, model, knowledge. Must not: order lines, wording of its own.

use super::facts::{FactId, Facts, fact};
use super::model::{Line, Match};
use crate::knowledge::{
    CAUTION_POINTS, Domain, EXTRA_POINTS, FITS, Fit, GOAL_POINTS, GOALS_POINTS, HELPED_POINTS,
    Level, MAX_PERSON, Minus, Strength, WISH_POINTS, Word,
};

/// The lowest step from which simpler steps come first.
const LATER_STEP: u8 = 2;

/// Fills in what fits and what does not. A line without rules has neither, and no number.
pub(super) fn judge(line: &mut Line, facts: &Facts) {
    if line.rules.is_empty() {
        return;
    }
    line.minus = minus(line);
    line.matches = matches(line, facts);
    line.fit = Some(fit(line));
}

fn minus(line: &Line) -> Vec<Minus> {
    let reasons = [
        (
            Minus::Step,
            line.step().is_some_and(|step| step >= LATER_STEP),
        ),
        (Minus::Caution, line.has_caution(Level::Specialist)),
        (Minus::Extra, line.rules.iter().all(|rule| rule.last)),
    ];
    reasons
        .into_iter()
        .filter_map(|(minus, holds)| holds.then_some(minus))
        .collect()
}

fn matches(line: &Line, facts: &Facts) -> Vec<Match> {
    let mut matches: Vec<Match> = FITS
        .iter()
        .filter(|fit| is_about(line, fit))
        .map(Match::Fit)
        .collect();
    if may_be_lifted(line) {
        let held = |set: FactId, words: &'static [Word]| {
            words
                .iter()
                .copied()
                .filter(move |word| facts.holds(set, *word))
        };
        matches.extend(held(fact::GOALS, line.therapy.helps).map(Match::Goal));
        matches.extend(held(fact::PREFS, line.therapy.way).map(Match::Wish));
    }
    if facts.holds(fact::TRIED_HELPED, line.therapy.word) {
        matches.push(Match::Helped);
    }
    matches
}

fn is_about(line: &Line, fit: &Fit) -> bool {
    line.rules
        .iter()
        .any(|rule| rule.fits.iter().any(|own| own.place == fit.place))
}

/// A goal or a wish never lifts a risk.
fn may_be_lifted(line: &Line) -> bool {
    !line.has_caution(Level::Specialist)
        && line.domain() != Domain::Procedure
        && line.strength() != Some(Strength::Against)
}

fn fit(line: &Line) -> i8 {
    let person: i8 = line
        .matches
        .iter()
        .map(|each| match each {
            Match::Fit(fit) => fit.points,
            Match::Goal(_) | Match::Wish(_) | Match::Helped => 0,
        })
        .sum();
    let goals = match line.goals().count() {
        0 => 0,
        1 => GOAL_POINTS,
        _ => GOALS_POINTS,
    };
    let any = |wanted: fn(&Match) -> bool| line.matches.iter().any(wanted);
    let wish = any(|each| matches!(each, Match::Wish(_)));
    let has = |minus| line.minus.contains(&minus);
    let helped = any(|each| *each == Match::Helped) && !has(Minus::Caution);
    let strength = match line.strength() {
        Some(Strength::Strong) => 2,
        Some(Strength::Conditional) => 1,
        Some(Strength::Insufficient) | None => 0,
        Some(Strength::Against) => -2,
    };
    // A step is at most 9.
    let later = line.step().map_or(0, |step| step as i8 - 1);
    let points = |holds: bool, points: i8| if holds { points } else { 0 };
    person.min(MAX_PERSON)
        + goals
        + points(wish, WISH_POINTS)
        + points(helped, HELPED_POINTS)
        + strength
        - points(has(Minus::Step), later)
        - points(has(Minus::Caution), CAUTION_POINTS)
        - points(has(Minus::Extra), EXTRA_POINTS)
}
