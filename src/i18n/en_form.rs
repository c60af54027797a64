//! English: words about a clinic's own form.

use super::FormWords;
use crate::domain::clinic_form::{Problem, ProblemKind as P};

pub const EN: FormWords = FormWords {
    problem,
    not_computed,
};

fn problem(problem: &Problem) -> String {
    let about = problem.about.as_str();
    let quoted = match about {
        "" => String::new(),
        about => format!(" (“{about}”)"),
    };
    match problem.kind {
        P::UnknownType => format!("This kind of question is not known here{quoted}."),
        P::File => "It asks for a picture or a file.".to_owned(),
        P::Reference => "It asks for an entry in the clinic’s own records.".to_owned(),
        P::Signature => "It asks for a signature.".to_owned(),
        P::ModifierExtension => {
            format!("Something we do not know changes what it means{quoted}.")
        }
        P::ListElsewhere => format!("Its answers are in a list that is not in this file{quoted}."),
        P::ListMissing => format!("The list of its answers is missing from this file{quoted}."),
        P::ListDescribed => {
            format!("Its list of answers is not written out in full in this file{quoted}.")
        }
        P::NoOptions => "It has no answers to choose from.".to_owned(),
        P::NoLinkId => "It has no id, so an answer could not be told apart.".to_owned(),
        P::SameLinkId => "It has the same id as a question before it.".to_owned(),
        P::Misplaced => "It is inside a text, where a question cannot be.".to_owned(),
        P::Circle => {
            "Whether it is asked depends on its own answer, in a circle. So it is always asked."
                .to_owned()
        }
        P::ConditionNowhere => format!(
            "Whether it is asked depends on a question that is not in this form{quoted}. So it is always asked."
        ),
        P::ConditionUnread => {
            format!("We cannot read the condition for asking it{quoted}. So it is always asked.")
        }
        P::ConditionFormula => {
            format!("We cannot work out the formula for asking it{quoted}. So it is always asked.")
        }
        P::NotComputed => not_computed(about),
        P::FilledFromRecord => format!(
            "The clinic’s own system would fill this in for you{quoted}. Here it starts empty."
        ),
        P::Initial => format!("The form suggests an answer that cannot be one{quoted}."),
        P::NotChecked => format!("One of its rules for answers is not checked here{quoted}."),
        P::AskedOnce => {
            "The form wants this once for each answer above. Here it is asked once for all."
                .to_owned()
        }
        P::NotShown => {
            format!("A picture, link or special lettering beside it is not shown{quoted}.")
        }
        P::Extension => format!("An extra of this form is not used here{quoted}."),
    }
}

fn not_computed(about: &str) -> String {
    match about {
        "" => "Not worked out here.".to_owned(),
        about => format!("Not worked out here: we cannot do this part of its formula (“{about}”)."),
    }
}
