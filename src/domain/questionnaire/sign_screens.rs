//! Owns how the questions about warning signs are laid out in screens: short lists, urgent signs first.
//! May use: the tables of warning signs. Must not: wording, pages.

use crate::domain::safety::AskedSign;
use crate::knowledge::{Class, FLAGS, Flag, SafetyQuestion, SignGroup};

/// One screen of questions about warning signs.
#[derive(Debug, Clone, PartialEq)]
pub enum SignScreen {
    /// A list to tick, with a large "none of these".
    Checklist {
        /// The group of each question: lines of small groups share a screen.
        groups: Vec<&'static SignGroup>,
        questions: Vec<&'static SafetyQuestion>,
    },
    /// Questions about self-harm and safety at home: each answered for itself, each may be left out.
    Sensitive {
        questions: Vec<&'static SafetyQuestion>,
    },
}

impl SignScreen {
    /// The questions of the screen.
    pub fn questions(&self) -> &[&'static SafetyQuestion] {
        match self {
            SignScreen::Checklist { questions, .. } | SignScreen::Sensitive { questions } => {
                questions
            }
        }
    }

    /// Everything on it can end in an emergency or a same-day visit, or is about self-harm: no way leaves it out.
    pub fn is_urgent(&self) -> bool {
        match self {
            SignScreen::Checklist { questions, .. } => {
                questions.iter().all(|known| is_urgent(known))
            }
            SignScreen::Sensitive { .. } => true,
        }
    }

    /// The lines of a list under the groups that they belong to, in order; nothing for the sensitive questions.
    pub fn lists(&self) -> Vec<(&'static SignGroup, Vec<&'static SafetyQuestion>)> {
        let SignScreen::Checklist { groups, questions } = self else {
            return Vec::new();
        };
        let mut lists: Vec<(&'static SignGroup, Vec<&'static SafetyQuestion>)> = Vec::new();
        for (group, question) in groups.iter().zip(questions) {
            match lists.last_mut() {
                Some((last, lines)) if last == group => lines.push(question),
                _ => lists.push((group, vec![question])),
            }
        }
        lists
    }
}

/// The most lines of a list that a tired person can take in.
pub const LINES_PER_SCREEN: usize = 8;

/// The screens for the questions that are asked, in the rounds in which they come (`flow`); no screen holds lines of two
/// rounds. Questions that can end in an emergency or a same-day visit come first, as `red_flags.md` asks.
pub fn sign_screens(rounds: &[Vec<AskedSign>]) -> Vec<SignScreen> {
    let rounds = each_once(rounds);
    let sensitive: Vec<_> = rounds
        .iter()
        .flatten()
        .map(|(_, question)| *question)
        .filter(|question| is_sensitive(question))
        .collect();
    let mut screens = Vec::new();
    for urgent in [true, false] {
        for round in &rounds {
            let lines: Vec<_> = round
                .iter()
                .copied()
                .filter(|(_, question)| !is_sensitive(question) && is_urgent(question) == urgent)
                .collect();
            screens.extend(checklists(&lines));
        }
        if urgent && !sensitive.is_empty() {
            screens.push(SignScreen::Sensitive {
                questions: sensitive.clone(),
            });
        }
    }
    screens
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

/// Lines in as few lists as their number allows, of about the same length: even screens are easier than a full one and
/// a single line.
fn checklists(lines: &[AskedSign]) -> Vec<SignScreen> {
    let count = lines.len().div_ceil(LINES_PER_SCREEN).max(1);
    lines
        .chunks(lines.len().div_ceil(count).max(1))
        .map(|chunk| SignScreen::Checklist {
            groups: chunk.iter().map(|(group, _)| *group).collect(),
            questions: chunk.iter().map(|(_, question)| *question).collect(),
        })
        .collect()
}

/// The warning signs that a question belongs to.
pub fn flags_of(question: &'static SafetyQuestion) -> impl Iterator<Item = &'static Flag> {
    FLAGS
        .iter()
        .filter(move |flag| flag.questions.contains(&question))
}

fn is_urgent(question: &'static SafetyQuestion) -> bool {
    flags_of(question).any(|flag| matches!(flag.class, Class::Emergency | Class::SameDay))
}

/// A list to tick is too rough for it: it is asked in full.
fn is_sensitive(question: &'static SafetyQuestion) -> bool {
    question.line.is_none()
}
