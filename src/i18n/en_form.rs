//! English: words about a clinic's own form.

use super::FormWords;
use super::en_phrases::long_date_year;
use crate::domain::clinic_form::{Problem, ProblemKind as P, Unopened};

pub const EN: FormWords = FormWords {
    problem,
    not_computed,
    unopened,
    title: "A form from your clinic",
    text: "Open a questionnaire that your clinic sent you as a file (FHIR, .json). You fill it in here. Nothing is sent: you print it or save a file for the clinic.",
    choose: "Choose the file",
    choose_text: "Only what is in the file is used. It stays on this device.",
    kept: "Your forms",
    opened: |day| format!("Opened on {}", long_date_year(day)),
    nobody_reads: "Nobody reads these answers until you give them to the clinic. If you may be in danger or may hurt yourself, get help now: call your emergency number.",
    untitled: "Form without a title",
    gone: "This form is not on this device, or it cannot be read.",
    stopped: "We cannot be sure what this form means. Fill it in on the clinic’s paper.",
    on_paper: "Answer this one on the clinic’s paper.",
    required: "The clinic wants an answer",
    computed: "Computed as the form says",
    not_yet: "Not yet: it needs more answers",
    filled_by_clinic: "The clinic fills this in.",
    own_words: "Something else, in your words",
    each_on_a_line: "Each answer on a line of its own",
    yes_no: ["Yes", "No"],
    clear: "Take my answer back",
    limits: |least, most| match (least, most) {
        (least, "") => format!("{least} or more"),
        ("", most) => format!("Up to {most}"),
        (least, most) => format!("{least} to {most}"),
    },
    unit: "Unit",
    time: "Time",
    not_taken: "The form does not take this answer. It is kept here, but not sent along.",
    turn: |turn| format!("Number {turn}"),
    add: "Add another",
    take_off: "Take the last one off",
    left: |count| match count {
        0 => "Every question the clinic wants answered here has an answer.".to_owned(),
        1 => "1 question that the clinic wants answered has no answer yet.".to_owned(),
        count => format!("{count} questions that the clinic wants answered have no answer yet."),
    },
    export: "Save a file for the clinic",
    export_text: "The answers as a FHIR QuestionnaireResponse. Questions for the clinic’s paper are not in it.",
    print: "Print",
    remove: "Delete this form and its answers",
    remove_ask: "Delete this form and all its answers from this device?",
    remove_yes: "Delete",
    remove_no: "Keep it",
};

fn unopened(why: &Unopened) -> String {
    match why {
        Unopened::TooLarge => "This file is too large for a form.".to_owned(),
        Unopened::NotJson => "This file is no form that can be read here, or it is not whole. Ask the clinic for a FHIR R4 questionnaire (.json).".to_owned(),
        Unopened::TooDeep => "This file has groups inside groups without end.".to_owned(),
        Unopened::NotAForm(_) => "This file is something else than a questionnaire. Ask the clinic for a FHIR R4 questionnaire (.json).".to_owned(),
        Unopened::OtherVersion(version) => format!("This form was written for FHIR {version}. Ask the clinic for it as FHIR R4."),
        Unopened::NoItems => "There is no question in this form.".to_owned(),
    }
}

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
