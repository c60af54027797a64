//! Owns the evaluation of warning signs: header of `red_flags.toml`, sentences 6.1 to 6.9.
//! May use: facts, logic, knowledge. Must not: scoring, plan lines, wording.

use std::collections::BTreeMap;

use super::ids::QuestionId;
use super::plan::facts::{Facts, fact};
use super::plan::logic::Case;
use super::questionnaire::model::SafetyAnswer;
use crate::domain::collections::InOrder;
use crate::knowledge::{
    self, Class, FLAGS, Flag, OPENS, SIGN_GROUPS, SafetyKind, SafetyQuestion, SignGroup,
};

/// The answers to questions about warning signs. A question without an answer is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SafetyAnswers {
    /// By the place of the question.
    answers: BTreeMap<u8, SafetyAnswer>,
}

/// The answer is not one that the question has (sentence 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnAnswer;

impl SafetyAnswers {
    /// The answers of a response; questions that are not known any more count as not answered.
    pub fn from_response(answers: &BTreeMap<QuestionId, SafetyAnswer>) -> Self {
        let mut known = Self::default();
        for (id, answer) in answers {
            if let Some(question) = knowledge::safety_question(id.as_str()) {
                // "Yes" to a question that now asks since when, or the other way round: it was said, so it counts, as not sure.
                if known.set(question, *answer).is_err() {
                    let _ = known.set(question, SafetyAnswer::NotSure);
                }
            }
        }
        known
    }

    /// Sets the answer to a question.
    ///
    /// # Errors
    /// The question has no such answer; the earlier one stays.
    pub fn set(
        &mut self,
        question: &'static SafetyQuestion,
        answer: SafetyAnswer,
    ) -> Result<(), NotAnAnswer> {
        if !answers_of(question.kind).contains(&answer) {
            return Err(NotAnAnswer);
        }
        self.answers.insert(question.index, answer);
        Ok(())
    }

    /// The answer to a question; none when it was not answered.
    pub fn get(&self, question: &SafetyQuestion) -> Option<SafetyAnswer> {
        self.answers.get(&question.index).copied()
    }

    /// Sentence 6.3, by the place of the question; none when it was not answered.
    pub fn truth(&self, place: u8) -> Option<bool> {
        self.answers.get(&place).map(|answer| answer.is_true())
    }
}

/// Sentence 6.2: the answers that a question has, in the order in which they are offered.
pub fn answers_of(kind: SafetyKind) -> &'static [SafetyAnswer] {
    match kind {
        SafetyKind::FourWay => &[
            SafetyAnswer::No,
            SafetyAnswer::New,
            SafetyAnswer::OldUnchecked,
            SafetyAnswer::OldChecked,
            SafetyAnswer::NotSure,
        ],
        SafetyKind::YesNo => &[SafetyAnswer::No, SafetyAnswer::Yes, SafetyAnswer::NotSure],
    }
}

/// A warning sign that fired, with its urgency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub flag: &'static Flag,
    pub class: Class,
}

/// What the warning signs say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Safety {
    /// The most urgent first, inside a class in file order.
    pub warnings: Vec<Warning>,
    /// An emergency or a same-day sign is there: nothing else is shown until it is dealt with.
    pub withhold: bool,
    /// Groups of questions to ask, in order.
    pub groups: Vec<&'static SignGroup>,
    /// Questions that the answers to others opened, sorted by id.
    pub opened: Vec<&'static SafetyQuestion>,
    /// Questions answered "a clinician has looked at it", in file order (sentence 6.5).
    pub checked: Vec<&'static SafetyQuestion>,
}

/// Evaluates all warning signs. `facts` are prepared and hold the derived facts ([`Facts::with_derived`]).
pub fn evaluate(facts: &Facts, answers: &SafetyAnswers) -> Safety {
    let warnings = warnings(facts, answers);
    Safety {
        withhold: warnings
            .iter()
            .any(|warning| warning.class <= Class::SameDay),
        warnings,
        groups: groups(facts),
        opened: opened(answers),
        checked: knowledge::SAFETY_QUESTIONS
            .iter()
            .filter(|question| answers.get(question) == Some(SafetyAnswer::OldChecked))
            .collect(),
    }
}

/// The warning signs that a plan tells at its head, by what is to be done about them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AtTheHead {
    /// Emergencies and same-day signs: a plan is shown only after the person has acted on each.
    pub acted_on: Vec<&'static Flag>,
    pub within_days: Vec<&'static Flag>,
    pub at_the_visit: Vec<&'static Flag>,
}

impl Safety {
    /// Every sign that fired, in one of the three. `named` is a sign whose cause is named beside them, and that would only say
    /// once more that there is one.
    pub fn at_the_head(&self, named: Option<&str>) -> AtTheHead {
        let mut told = AtTheHead::default();
        for warning in &self.warnings {
            if named == Some(warning.flag.id) {
                continue;
            }
            match warning.class {
                Class::Emergency | Class::SameDay => &mut told.acted_on,
                Class::WithinDays => &mut told.within_days,
                Class::NextVisit => &mut told.at_the_visit,
            }
            .push(warning.flag);
        }
        told
    }

    /// The questions to ask: those of the groups in their order, then the opened ones; each once.
    pub fn questions(&self) -> Vec<&'static SafetyQuestion> {
        let of_groups = self.groups.iter().flat_map(|group| questions_of(group));
        let mut questions: Vec<&'static SafetyQuestion> = Vec::new();
        for question in of_groups.chain(self.opened.iter().copied()) {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        questions
    }

    /// Sentence 5.3: a sign of head, face or jaw fired that should not wait for the next visit.
    pub fn red_flag_head(&self) -> bool {
        self.urgent_flags()
            .any(|flag| matches!(flag.group.id, "head" | "face_jaw"))
    }

    /// Sentence 5.3: the same for back and neck, and for two signs of illness that may sit in the spine.
    pub fn red_flag_spine(&self) -> bool {
        self.urgent_flags().any(|flag| {
            matches!(flag.group.id, "back" | "neck")
                || matches!(flag.id, "any_cancer_history" | "any_weight_loss")
        })
    }

    fn urgent_flags(&self) -> impl Iterator<Item = &'static Flag> {
        self.warnings
            .iter()
            .filter(|warning| warning.class <= Class::WithinDays)
            .map(|warning| warning.flag)
    }
}

/// A question with the group under which it is asked.
pub type AskedSign = (&'static SignGroup, &'static SafetyQuestion);

/// The questions of the groups that these facts ask for (sentence 6.9), each once and group by group, but for those that
/// decide nothing: with these facts none of their signs can fire, whatever the person answers. Such as a line that
/// begins with "50 or over" for a person who said that they are 44. A fact that is not known leaves a question out never.
pub fn asked(facts: &Facts) -> Vec<AskedSign> {
    let groups = groups(facts);
    let case = Case {
        facts,
        question: &|_| None,
    };
    let can_fire: Vec<&'static Flag> = FLAGS
        .iter()
        .filter(|flag| case.truth(flag.when) != Some(false))
        .collect();
    let mut asked: Vec<AskedSign> = Vec::new();
    for group in groups {
        for question in questions_of(group) {
            let decides = can_fire
                .iter()
                .any(|flag| flag.questions.contains(&question));
            if decides && asked.iter().all(|(_, known)| *known != question) {
                asked.push((group, question));
            }
        }
    }
    asked
}

/// The questions of a group, in file order. One may repeat a question of another group.
pub fn questions_of(group: &SignGroup) -> impl Iterator<Item = &'static SafetyQuestion> {
    FLAGS
        .iter()
        .filter(move |flag| flag.group == group)
        .flat_map(|flag| flag.questions.iter().copied())
}

/// Sentences 6.1, 6.4, 6.5 and 6.8.
fn warnings(facts: &Facts, answers: &SafetyAnswers) -> Vec<Warning> {
    let case = Case {
        facts,
        question: &|place| Some(answers.truth(place).unwrap_or(false)),
    };
    let mut warnings: Vec<Warning> = FLAGS
        .iter()
        .filter(|flag| case.fires(flag.when))
        .map(|flag| Warning {
            flag,
            class: class_of(flag, answers),
        })
        .collect();
    // The sort is stable: inside a class the file order stays.
    warnings.put_in_order_by_key(|warning| warning.class);
    warnings
}

/// Sentence 6.6.
fn class_of(flag: &Flag, answers: &SafetyAnswers) -> Class {
    let given = || {
        flag.class_questions
            .iter()
            .filter_map(|question| answers.get(question))
    };
    if given().any(|answer| matches!(answer, SafetyAnswer::New | SafetyAnswer::Yes)) {
        return flag.class;
    }
    given()
        .filter_map(|answer| match answer {
            SafetyAnswer::OldUnchecked => Some(flag.class_old),
            SafetyAnswer::NotSure => Some(flag.class_unsure),
            _ => None,
        })
        .min()
        .unwrap_or(flag.class)
}

/// Sentence 6.9, first part.
fn groups(facts: &Facts) -> Vec<&'static SignGroup> {
    let case = Case {
        facts,
        question: &|_| None,
    };
    let place_unknown = !facts.is_known(fact::PAIN_SITES);
    SIGN_GROUPS
        .iter()
        .filter(|group| place_unknown || case.fires(group.ask_when))
        .collect()
}

/// Sentence 6.9, second part: questions that the answers to others open, sorted by id.
pub fn opened(answers: &SafetyAnswers) -> Vec<&'static SafetyQuestion> {
    let mut opened: Vec<&'static SafetyQuestion> = OPENS
        .iter()
        .filter(|row| answers.truth(row.question.index) == Some(true))
        .flat_map(|row| row.opens.iter().copied())
        .collect();
    opened.put_in_order_by_key(|question| question.id);
    opened.dedup();
    opened
}
