//! Owns how the questions about warning signs are laid out: a few pages, what cannot wait first, under headings that say
//! what it would feel like.
//! May use: the tables of warning signs. Must not: wording, pages of the app.

use std::ops::Range;

use crate::domain::collections::InOrder;
use crate::domain::safety::AskedSign;
use crate::knowledge::{Class, FLAGS, Feel, Flag, SAFETY_QUESTIONS, SafetyQuestion, SignGroup};

/// Which signs a page holds. No page mixes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignKind {
    /// What cannot wait and may happen to anybody.
    Anyone,
    /// What cannot wait, about the places that hurt.
    Places,
    /// Slower signs, which need a look within days or at the next visit.
    Slower,
}

/// One page of lines about warning signs, to tick; at its end stands "none of these".
#[derive(Debug, Clone, PartialEq)]
pub struct SignScreen {
    pub kind: SignKind,
    /// The group of each question.
    groups: Vec<&'static SignGroup>,
    questions: Vec<&'static SafetyQuestion>,
}

/// Lines under the heading that says what they would feel like.
pub type FeltLines = (&'static Feel, Vec<&'static SafetyQuestion>);

impl SignScreen {
    /// The questions of the page, in its order.
    pub fn questions(&self) -> &[&'static SafetyQuestion] {
        &self.questions
    }

    /// Everything on it can end in an emergency or a same-day visit: no way leaves it out.
    pub fn is_urgent(&self) -> bool {
        self.kind != SignKind::Slower
    }

    /// The groups for whose sake the lines are asked, in their order, each once.
    pub fn groups(&self) -> Vec<&'static SignGroup> {
        let mut groups: Vec<&'static SignGroup> = Vec::new();
        for group in &self.groups {
            if !groups.contains(group) {
                groups.push(group);
            }
        }
        groups
    }

    /// The lines under their headings, in order.
    pub fn lists(&self) -> Vec<FeltLines> {
        let mut lists: Vec<FeltLines> = Vec::new();
        for question in &self.questions {
            let Some(feel) = question.feel else { continue };
            match lists.last_mut() {
                Some((last, lines)) if *last == feel => lines.push(question),
                _ => lists.push((feel, vec![question])),
            }
        }
        lists
    }
}

/// The most lines of a page. Under their headings a tired person can take them in, and the pages stay few.
pub const LINES_PER_SCREEN: usize = 16;

/// A break between two pages moves by up to so many lines to keep what is under one heading together.
const LINES_MOVED: usize = 3;

/// The group of signs that may happen to anybody.
const ANYONE: &str = "anyone";

/// The pages for the questions that are asked, in the rounds in which they come (`flow`); no page holds lines of two
/// rounds. What cannot wait comes first, as `red_flags.md` asks, and of that what may happen to anybody.
pub fn sign_screens(rounds: &[Vec<AskedSign>]) -> Vec<SignScreen> {
    let rounds = each_once(rounds);
    let mut screens = Vec::new();
    for kind in [SignKind::Anyone, SignKind::Places, SignKind::Slower] {
        for round in &rounds {
            let lines: Vec<_> = round
                .iter()
                .copied()
                .filter(|sign| !is_sensitive(sign.1) && kind_of(sign) == kind)
                .collect();
            screens.extend(laid_out(kind, lines));
        }
    }
    screens
}

fn kind_of((group, question): &AskedSign) -> SignKind {
    match (is_urgent(question), group.id == ANYONE) {
        (true, true) => SignKind::Anyone,
        (true, false) => SignKind::Places,
        (false, _) => SignKind::Slower,
    }
}

/// A question stands where it is asked first.
fn each_once(rounds: &[Vec<AskedSign>]) -> Vec<Vec<AskedSign>> {
    let mut known: Vec<&'static SafetyQuestion> = Vec::new();
    let mut is_new = |(_, question): &AskedSign| {
        let is_new = !known.contains(question);
        known.push(question);
        is_new
    };
    rounds
        .iter()
        .map(|round| round.iter().copied().filter(&mut is_new).collect())
        .collect()
}

/// Lines by what they would feel like, on as few pages as their number allows, of about the same length: even pages are
/// easier than a full one and a single line.
fn laid_out(kind: SignKind, mut lines: Vec<AskedSign>) -> Vec<SignScreen> {
    lines.put_in_order_by_key(|(_, question)| question.feel.map(|feel| feel.place));
    page_ranges(&lines)
        .into_iter()
        .map(|range| SignScreen {
            kind,
            groups: lines[range.clone()].iter().map(|sign| sign.0).collect(),
            questions: lines[range].iter().map(|sign| sign.1).collect(),
        })
        .collect()
}

fn page_ranges(lines: &[AskedSign]) -> Vec<Range<usize>> {
    let pages = lines.len().div_ceil(LINES_PER_SCREEN);
    let mut ranges = Vec::new();
    let mut start = 0;
    for page in 1..=pages {
        let even = (lines.len() * page).div_ceil(pages);
        let fits = |end: &usize| {
            (start + 1..=start + LINES_PER_SCREEN).contains(end)
                && lines.len() - end <= (pages - page) * LINES_PER_SCREEN
        };
        let between_headings = |end: &usize| lines[end - 1].1.feel != lines[*end].1.feel;
        let end = (even.saturating_sub(LINES_MOVED)..=even + LINES_MOVED)
            .filter(|end| *end < lines.len() && fits(end) && between_headings(end))
            .min_by_key(|end| end.abs_diff(even))
            .filter(|_| page < pages)
            .unwrap_or_else(|| even.min(start + LINES_PER_SCREEN));
        ranges.push(start..end);
        start = end;
    }
    ranges
}

/// The warning signs that a question belongs to.
pub fn flags_of(question: &'static SafetyQuestion) -> impl Iterator<Item = &'static Flag> {
    FLAGS
        .iter()
        .filter(move |flag| flag.questions.contains(&question))
}

/// The questions about self-harm and safety at home. They stand beside mood, are asked in full, and nobody has to answer.
pub fn sensitive_questions() -> impl Iterator<Item = &'static SafetyQuestion> {
    SAFETY_QUESTIONS
        .iter()
        .filter(|question| is_sensitive(question))
}

/// Whether a question is one of those.
pub fn is_sensitive(question: &SafetyQuestion) -> bool {
    question.line.is_none()
}

fn is_urgent(question: &'static SafetyQuestion) -> bool {
    flags_of(question).any(|flag| matches!(flag.class, Class::Emergency | Class::SameDay))
}
