//! Owns a clinic's own form (a FHIR Questionnaire that somebody opened) once it has been read: its questions, what of it
//! we cannot do, which questions apply (`enabled`), and what a typed answer means (`answers`).
//! May use: the standard library. Must not: JSON (`exchange::clinic_form` reads and writes it), wording, our own questions.
//!
//! Nothing of a form is skipped silently: each thing that is not done as the form says is a [`Problem`] of its item.

pub mod answers;
pub mod enabled;
mod order;
mod value;

use std::cmp::Ordering;

pub use answers::{Answers, Place};
pub use order::settle;
pub use value::Value;

/// A form as it was read. Items stand in the order of the form, each before those inside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Form {
    pub title: String,
    /// Its canonical address, with the version where it has one; empty when it has none.
    pub url: String,
    /// What the form says on who may use it.
    pub copyright: String,
    pub items: Vec<Item>,
    /// What concerns the form as a whole.
    pub problems: Vec<Problem>,
    /// The items in an order in which each comes after those that decide whether it applies.
    pub order: Vec<usize>,
}

/// One item: a question, a heading with questions below it, or words to read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    pub link_id: String,
    /// Plain words, never markup; with its number in front when it has one.
    pub text: String,
    pub kind: Kind,
    /// The type as the form spells it.
    pub spelled: String,
    pub parent: Option<usize>,
    pub required: bool,
    pub repeats: bool,
    /// Filled in by the form's own calculation or by the clinic, not by the person.
    pub read_only: bool,
    pub hidden: bool,
    pub options: Vec<Choice>,
    /// Own words are allowed beside the options.
    pub open: bool,
    pub conditions: Vec<Condition>,
    /// One condition is enough; otherwise all must hold.
    pub any: bool,
    /// What the form fills in beforehand, as it would be typed.
    pub initial: Vec<String>,
    pub min: Option<Value>,
    pub max: Option<Value>,
    pub max_length: Option<usize>,
    /// The fewest answers that are wanted of a required question.
    pub least: Option<usize>,
    /// The most answers, or the most times a group is filled in.
    pub most: Option<usize>,
    /// The units to choose from; with one, it is the unit.
    pub units: Vec<Unit>,
    /// The formula that fills the item in.
    pub formula: Option<String>,
    /// The formula that says whether the item applies.
    pub shown_when: Option<String>,
    pub problems: Vec<Problem>,
}

/// What an item asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    Group,
    Display,
    Boolean,
    Integer,
    Decimal,
    Date,
    DateTime,
    Time,
    /// Words on one line.
    Line,
    /// Words on several lines.
    Text,
    Url,
    Choice,
    Quantity,
    /// Something that cannot be asked here.
    #[default]
    Other,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub label: String,
    pub value: Value,
    /// The answer as the form spells it (JSON), for the response.
    pub spelled: String,
    pub initially: bool,
}

/// A unit of a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    pub label: String,
    pub system: String,
    pub code: String,
}

/// What must be answered elsewhere for an item to apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub question: usize,
    pub test: Test,
}

/// What is asked of the answers to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// There is an answer, or there is none.
    Exists(bool),
    Equal(Value),
    /// No answer is this one.
    NotEqual(Value),
    Above(Value),
    Below(Value),
    AtLeast(Value),
    AtMost(Value),
}

impl Test {
    /// Whether the answers to a question pass.
    pub fn passes(&self, answers: &[Value]) -> bool {
        let any = |wanted: &Value, fits: fn(Ordering) -> bool| {
            let mut answers = answers.iter();
            answers.any(|answer| answer.compared(wanted).is_some_and(fits))
        };
        match self {
            Test::Exists(exists) => answers.is_empty() != *exists,
            Test::Equal(wanted) => answers.iter().any(|answer| answer.is(wanted)),
            Test::NotEqual(wanted) => !answers.iter().any(|answer| answer.is(wanted)),
            Test::Above(wanted) => any(wanted, Ordering::is_gt),
            Test::Below(wanted) => any(wanted, Ordering::is_lt),
            Test::AtLeast(wanted) => any(wanted, Ordering::is_ge),
            Test::AtMost(wanted) => any(wanted, Ordering::is_le),
        }
    }
}

/// Something that is not done as the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// The type, address, formula or question that it is about; empty when there is nothing to name.
    pub about: String,
}

/// Why something is not done as the form says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It has no type, or one that FHIR R4 does not know.
    UnknownType,
    /// A picture, a file or the like is asked for.
    File,
    /// An entry in a record elsewhere is asked for.
    Reference,
    Signature,
    /// An extension that changes what the form means, and that we do not know.
    ModifierExtension,
    /// The options stand in a list elsewhere.
    ListElsewhere,
    /// The options stand in a list that the form should hold and does not.
    ListMissing,
    /// The list in the form is described, not written out.
    ListDescribed,
    NoOptions,
    NoLinkId,
    /// Another item before has the same id.
    SameLinkId,
    /// It stands inside an item that can have nothing inside.
    Misplaced,
    /// The conditions lead back to the item itself.
    Circle,
    /// A condition names a question that is not in the form.
    ConditionNowhere,
    /// A condition that cannot be read.
    ConditionUnread,
    /// A formula that says whether the item applies cannot be worked out.
    ConditionFormula,
    /// A formula whose result would be filled in cannot be worked out.
    NotComputed,
    /// The form wants something filled in from a record elsewhere.
    FilledFromRecord,
    /// An initial answer that cannot be one.
    Initial,
    /// A rule for the answer that nobody checks here.
    NotChecked,
    /// What belongs to each of several answers is asked once.
    AskedOnce,
    /// A picture, a link or a formatted text beside the question.
    NotShown,
    /// An extension that is not used.
    Extension,
}

impl ProblemKind {
    /// Nothing can be answered here.
    pub fn stops(self) -> bool {
        use ProblemKind as P;
        matches!(
            self,
            P::UnknownType
                | P::File
                | P::Reference
                | P::Signature
                | P::ModifierExtension
                | P::ListElsewhere
                | P::ListMissing
                | P::ListDescribed
                | P::NoOptions
                | P::NoLinkId
                | P::SameLinkId
                | P::Misplaced
        )
    }
}

impl Form {
    /// The whole form must not be filled in here.
    pub fn is_stopped(&self) -> bool {
        let changes_meaning = |problem: &Problem| problem.kind == ProblemKind::ModifierExtension;
        self.problems.iter().any(changes_meaning)
    }

    /// The items that are directly inside another one, or at the top.
    pub fn inside(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let items = self.items.iter().enumerate();
        items
            .filter(move |(_, item)| item.parent == parent)
            .map(|(place, _)| place)
    }
}

impl Item {
    /// Whether the person can answer it here.
    pub fn is_asked(&self) -> bool {
        let is_question = !matches!(self.kind, Kind::Group | Kind::Display);
        is_question && self.formula.is_none() && !self.read_only && !self.is_stopped()
    }

    /// It cannot be done here at all. A list that is elsewhere leaves own words, where they are allowed.
    pub fn is_stopped(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.kind.stops() && !(self.open && problem.kind.is_about_list()))
    }

    pub(crate) fn problem(&mut self, kind: ProblemKind, about: &str) {
        let problem = Problem {
            kind,
            about: about.to_owned(),
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

impl ProblemKind {
    fn is_about_list(self) -> bool {
        use ProblemKind as P;
        matches!(
            self,
            P::ListElsewhere | P::ListMissing | P::ListDescribed | P::NoOptions
        )
    }
}
