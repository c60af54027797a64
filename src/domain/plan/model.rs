//! Owns the plan as plain data: what the engine found, line by line, in printing order.
//! May use: facts, safety, knowledge. Must not: decide anything, wording of its own.

use std::borrow::Cow;

use super::facts::{FactId, Facts, Value};
use crate::domain::safety::Safety;
use crate::knowledge::{
    Avoid, Caution, CautionQuestion, Cited, Domain, FactOrigin, Fit, Level, Minus, Rule, Scope,
    Strength, Therapy, Word,
};

/// Everything that section 8 puts out. Lists are in file order unless stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Warnings, withhold, groups and opened questions.
    /// When `safety.withhold` is true the plan is not shown until the person says the problem has been dealt with.
    pub safety: Safety,
    pub scope: Vec<&'static Scope>,
    pub rules: Vec<&'static Rule>,
    /// Fired rules that wait for illnesses and medicines (sentence 7.4).
    pub held: Vec<&'static Rule>,
    pub avoid: Vec<&'static Avoid>,
    /// Cautions that are true.
    pub cautions: Vec<&'static Caution>,
    /// Cautions that are unknown.
    pub ask: Vec<&'static Caution>,
    /// Plain questions for unknown cautions that matter for a line (sentence 8.3), each once.
    pub questions: Vec<&'static CautionQuestion>,
    /// The lines in printing order.
    pub lines: Vec<Line>,
    /// The facts after the preparation, with every derived fact.
    pub facts: Facts,
}

/// One therapy on the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub therapy: &'static Therapy,
    pub section: Section,
    pub status: Status,
    /// False: behind "more".
    pub shown: bool,
    /// It has reasons for and against (sentence 9.2).
    pub conflict: bool,
    /// It, or one of its kind, is in use now (sentence 9.4).
    pub using: bool,
    /// How well it fits this person (sentence 9.6); none without a rule.
    pub fit: Option<i8>,
    /// Why it fits (sentence 9.5).
    pub matches: Vec<Match>,
    /// Why it stands lower all the same (sentence 9.5).
    pub minus: Vec<Minus>,
    pub rules: Vec<&'static Rule>,
    pub avoid: Vec<&'static Avoid>,
    /// The cautions that are true for this person and name the therapy.
    pub cautions: Vec<&'static Caution>,
    /// The texts of all rules, then of all avoid entries (sentence 10.1).
    pub reasons: Vec<Reason>,
}

/// One reason why a line fits this person (sentence 9.5), in the order in which they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// What one of its rules is about.
    Fit(&'static Fit),
    /// A goal of the person that it may serve, as a word of `goals`.
    Goal(Word),
    /// A wish of the person for the way it comes, as a word of `prefs`.
    Wish(Word),
    /// It helped before.
    Helped,
}

/// One text of a line with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Placeholders are filled in (sentences 10.2 and 10.3).
    pub text: Cow<'static, str>,
    pub strength: Strength,
    pub sources: &'static [Cited],
    /// The text of an avoid entry.
    pub against: bool,
}

/// Where a line stands, in printing order (sentence 9.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    First,
    Best,
    Ideas,
    Using,
    TriedBefore,
    Held,
    WouldRatherNot,
    NotForYou,
    UsuallyNot,
    Footer,
}

/// What a therapy is to this person; the first that fits (sentence 9.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    UsuallyNot,
    NotForYou,
    Held,
    WouldRatherNot,
    Using,
    Helped,
    TriedBefore,
    New,
}

impl Section {
    /// Whether its lines are suggested: those to say first, the best fits and the ideas.
    pub fn is_suggested(self) -> bool {
        matches!(self, Section::First | Section::Best | Section::Ideas)
    }

    /// Every section, in printing order.
    pub const ALL: [Section; 10] = [
        Section::First,
        Section::Best,
        Section::Ideas,
        Section::Using,
        Section::TriedBefore,
        Section::Held,
        Section::WouldRatherNot,
        Section::NotForYou,
        Section::UsuallyNot,
        Section::Footer,
    ];

    /// The word of sentence 9.11.
    pub fn word(self) -> &'static str {
        match self {
            Section::First => "first",
            Section::Best => "best",
            Section::Ideas => "ideas",
            Section::Using => "using",
            Section::TriedBefore => "tried_before",
            Section::Held => "held",
            Section::WouldRatherNot => "would_rather_not",
            Section::NotForYou => "not_for_you",
            Section::UsuallyNot => "usually_not",
            Section::Footer => "footer",
        }
    }
}

impl Status {
    /// The word of sentence 9.3.
    pub fn word(self) -> &'static str {
        match self {
            Status::UsuallyNot => "usually_not",
            Status::NotForYou => "not_for_you",
            Status::Held => "held",
            Status::WouldRatherNot => "would_rather_not",
            Status::Using => "using",
            Status::Helped => "helped",
            Status::TriedBefore => "tried_before",
            Status::New => "new",
        }
    }

    /// The four that can be talked about now: new, using, helped, tried before.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Status::New | Status::Using | Status::Helped | Status::TriedBefore
        )
    }
}

impl Match {
    /// As the command line prints it.
    pub fn word(self) -> String {
        match self {
            Match::Fit(fit) => fit.id.to_owned(),
            Match::Goal(goal) => format!("goal:{}", goal.text()),
            Match::Wish(wish) => format!("wish:{}", wish.text()),
            Match::Helped => "helped".to_owned(),
        }
    }
}

impl Line {
    /// Of the texts of its rules the one that is closest to this person: of a rule about their own condition, else of the
    /// last, because general rules stand first in the file. None without a rule.
    pub fn closest_reason(&self) -> Option<&Reason> {
        let reasons = self.rules.iter().zip(&self.reasons);
        let closest = reasons.max_by_key(|(rule, _)| rule.own);
        closest.map(|(_, reason)| reason)
    }

    pub fn domain(&self) -> Domain {
        self.therapy.domain
    }

    /// The goals of the person that it may serve.
    pub fn goals(&self) -> impl Iterator<Item = Word> + '_ {
        self.matches.iter().filter_map(|each| match each {
            Match::Goal(goal) => Some(*goal),
            Match::Fit(_) | Match::Wish(_) | Match::Helped => None,
        })
    }

    /// The firmest advice among its rules, or among its avoid entries when it has no rule.
    pub fn strength(&self) -> Option<Strength> {
        let rules = self.rules.iter().map(|rule| rule.strength);
        let avoid = self.avoid.iter().map(|avoid| avoid.strength);
        rules.min().or_else(|| avoid.min())
    }

    /// The lowest step among its rules; none without a rule.
    pub fn step(&self) -> Option<u8> {
        self.rules.iter().map(|rule| rule.step).min()
    }

    /// The sources of all its texts, each once.
    pub fn sources(&self) -> Vec<Cited> {
        let mut sources: Vec<Cited> = Vec::new();
        for cited in self.reasons.iter().flat_map(|reason| reason.sources) {
            if !sources.contains(cited) {
                sources.push(*cited);
            }
        }
        sources
    }

    pub fn has_caution(&self, level: Level) -> bool {
        self.cautions.iter().any(|caution| caution.level == level)
    }
}

impl Plan {
    /// The lines of a section, in printing order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(move |line| line.section == section)
    }

    /// The line of a therapy, if it has one.
    pub fn line(&self, therapy: &Therapy) -> Option<&Line> {
        self.lines
            .iter()
            .find(|line| line.therapy.word == therapy.word)
    }

    /// The true cautions of a therapy, also without a line (sentence 7.5).
    pub fn cautions_of(&self, therapy: &Therapy) -> impl Iterator<Item = &'static Caution> {
        let word = therapy.word;
        self.cautions
            .iter()
            .copied()
            .filter(move |caution| caution.applies.iter().any(|each| each.word == word))
    }

    /// Every derived fact with its value; none when it is unknown.
    pub fn derived(&self) -> impl Iterator<Item = (FactId, Option<&Value>)> {
        FactId::all()
            .filter(|id| id.fact().origin != FactOrigin::Given)
            .map(|id| (id, self.facts.get(id)))
    }
}
