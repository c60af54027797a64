//! English: the words of the pages around the plan.

use super::en_conditions::{condition, condition_list, fact_value, safety_answer};
use super::en_phrases::{long_date, long_date_year};
use super::plan_words::PlanWords;
use crate::domain::arrangements::{Reason, Reminder, ReminderKind};
use crate::domain::plan::combinations::Stage;
use crate::domain::plan::model::{Line, Match, Status};
use crate::knowledge::units::counted;
use crate::knowledge::{CombinationKind, goal_name, wish_name};

/// English.
pub static PLAN_WORDS_EN: PlanWords = PlanWords {
    why_here,

    together_title: "What goes together, what clashes",
    together_text: "Options are more than a list. Some help each other, some must not be added without a check.",
    together_count: |clashes, pairs| {
        format!(
            "{}, {pairs} that go together",
            counted(clashes, "clash", "clashes")
        )
    },
    clashes_now: "Your medicines now",
    combination: |kind| match kind {
        CombinationKind::Clash => ("What clashes", "Tell the people who treat you about these."),
        CombinationKind::Together => ("What goes together", "Ask for these as one plan."),
        CombinationKind::Order => ("What comes first", ""),
    },
    nothing_to_combine: "Nothing is known yet that clashes or goes together. A few more answers may change that.",
    and_with: "with",
    packages_title: "What you could do in turn",
    packages_text: "These belong together. Start with the first, judge it, then add the next. Never more than one new medicine at a time. Talk it over with your doctor; the days count from today.",
    package_start: |from| match from {
        None => "Start".to_owned(),
        Some(day) => format!("From about {}", long_date_year(day)),
    },
    package_judge: |first, last| match first == last {
        true => format!("Judge it about {}.", long_date_year(first)),
        false => format!(
            "Judge it between {} and {}.",
            long_date_year(first),
            long_date_year(last)
        ),
    },
    steps_title: "One step at a time",
    steps_text: "Change one thing at a time. Otherwise your diary cannot tell what helped.",
    stage: |stage| match stage {
        Stage::First => "First",
        Stage::Next => "Next",
        Stage::Later => "Later, with a specialist",
    },
    judge_title: "When to judge each",
    judge_text: "Fill in your diary for 14 days before you start something new. Then you can compare.",
    judge_one: "When you can tell if it helps",
    judge_unknown: "No fixed time is known. Ask: when do we look at this again?",

    options_title: "All options",
    options_text: "Everything we know about, also what is not on your list.",
    options_search: "Search by name or by what it is for",
    options_found: |count| counted(count, "option", "options"),
    options_none: "Nothing fits these words. Try fewer or other words.",
    status_word: |status| match status {
        Status::UsuallyNot => "usually not advised",
        Status::NotForYou => "not for you unless a specialist decides",
        Status::Held => "tell us about illnesses and medicines first",
        Status::WouldRatherNot => "you would rather not",
        Status::Using => "you use this now",
        Status::Helped => "helped you before",
        Status::TriedBefore => "tried before",
        Status::New => "on your list",
    },
    also_all_options: "Look up any treatment, with its risks",

    for_whom: "Used for",
    what_is_done: "What is done",
    what_studies_say: "What studies say",
    main_risks: "Main risks",
    who_gives_it: "Who gives it",
    guidelines_disagree: "Where guidelines disagree",
    why_on_list: "Why this is on your list",
    why_not_on_list: "Why this is not on your list",
    not_on_list_text: "No rule for this option fits your answers. These are the rules:",
    only_on_request: "No rule suggests this option or speaks against it. It is here so that you can look it up.",
    unknown_answers: "With the answers still missing this may change.",
    rule_line: |rule| format!("Rule {rule}"),
    rule_version: |version| format!("Rules of {version}"),
    answers_behind: "Your answers behind it",
    no_answer_behind: "It fits everybody this tool is made for.",
    condition_in_words: "The rule in words",
    why_view: "Why?",
    why_view_words: "In your own words",
    reason: |reason| match reason {
        Reason::Needles => "needles",
        Reason::Cost => "cost",
        Reason::Travel => "travel",
        Reason::Time => "time",
        Reason::Fear => "fear",
        Reason::SideEffects => "side effects",
        Reason::TriedBefore => "tried before",
        Reason::HelpedBefore => "helped before",
    },
    take_view_back: "Take back",

    made_title: "How this plan is made",
    made_text: &[
        "Your answers are compared with written rules. No computer guesses: the same answers always give the same plan.",
        "A rule counts only when your answers make it true. What you did not answer is unknown. It is never taken as a no.",
        "Warning signs come first. Then come reasons for and against each option, and cautions from your illnesses and medicines.",
        "The order: safety first, then what is usually tried first, then how firm guidelines are.",
        "How firm guidelines are does not say how well something will work for you.",
    ],
    made_rules: "Reasons for an option",
    made_avoid: "Reasons against",
    made_cautions: "Cautions",
    made_signs: "Warning signs",
    made_facts: "What we work out from your answers",
    made_combinations: "What goes together or clashes",
    made_sources: "Sources",
    made_count: |count| format!("{count}"),
    made_review: "A doctor and a pharmacist have not signed these rules yet.",
    all_needed: "All of these:",
    one_needed: "One of these:",
    applies_to: "For",
    counts_for_you: "counts for you",
    condition_list,
    condition,
    fact_value,
    safety_answer,

    agreed_title: "What we agreed",
    agreed_text: "Write it down right after the visit. We remind you here when a day comes near.",
    agreed_none: "Nothing written down yet.",
    agreed_first: "First, what you agreed last time",
    agreed_first_text: "Did it happen? Did it help? Note it here. The questions wait for you.",
    agreed_on_to_questions: "On to the questions",
    agreed_add: "Write down what was agreed",
    agreed_new: "A new agreement",
    agreed_on: "Day of the visit",
    agreed_step: "Next step",
    agreed_step_hint: "For instance: start physiotherapy, ask for the blood test",
    agreed_option: "Which option is it about?",
    agreed_no_option: "Something else",
    agreed_who: "Who does it?",
    agreed_who_hint: "For instance: me, my family doctor",
    agreed_by: "By when?",
    agreed_stop: "When do we stop, or call?",
    agreed_stop_hint: "For instance: if I feel sleepy in the day",
    agreed_review: "When do we look if it helps?",
    agreed_review_hint: "We remind you here two days before.",
    agreed_done: "The step is done",
    agreed_delete: "Delete this agreement",
    agreed_delete_sure: "Yes, delete it",
    agreed_keep: "Keep it",
    agreed_ready: "Done",
    agreed_edit: "Change",
    agreed_done_line: |date| format!("done on {}", long_date_year(date)),
    agreed_on_line: |date| format!("agreed on {}", long_date_year(date)),
    agreed_gone: "We do not know this agreement",
    reminders_title: "You agreed",
    reminder,

    flare_title: "My flare plan",
    flare_text: "Make it on a good day, for a bad one. Talk it through with your doctor or pharmacist.",
    flare_signs: "Early signs",
    flare_signs_hint: "What do you notice first?",
    flare_helps: "What helps me",
    flare_helps_hint: "For instance: heat, slower walks, who can help",
    flare_medicines: "Medicines, each with its limit",
    flare_medicines_hint: "Write the limit your doctor or pharmacist gave you",
    flare_call: "When to call, and whom",
    flare_call_hint: "For instance: after 3 days, my practice, with its number",
    flare_new_pain: "A new kind of pain is not a flare: check the warning signs.",
    flare_print: "Print this card",
    flare_card: "In a flare",
    flare_empty: "Not filled in yet",
    flare_numbers: "Emergency",

    not_on_paper: "not on the pages",
    my_goals: "My goals",
    my_goals_text: "They stand on the second page.",
    goals_edit: "Write or change them",
    goals_none: "No goal written down yet.",
};

fn reminder(reminder: &Reminder) -> String {
    let day = match reminder.days_left {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days if days < 0 => format!("since {}", long_date(reminder.date)),
        _ => long_date(reminder.date),
    };
    match reminder.kind {
        ReminderKind::Step => format!("To do: {day}"),
        ReminderKind::LookBack => format!("Look back if it helps: {day}"),
    }
}

/// Sentence 9.16.
fn why_here(line: &Line) -> Option<String> {
    if line.matches.is_empty() {
        return None;
    }
    let matches: Vec<&str> = line
        .matches
        .iter()
        .map(|each| match each {
            Match::Fit(fit) => fit.say,
            Match::Goal(goal) => goal_name(*goal),
            Match::Wish(wish) => wish_name(*wish),
            Match::Helped => "it helped you before",
        })
        .collect();
    let mut text = format!("Why here: {}", matches.join("; "));
    if !line.minus.is_empty() {
        let minus: Vec<&str> = line.minus.iter().map(|minus| minus.say()).collect();
        text.push_str(&format!(". Lower because: {}", minus.join("; ")));
    }
    text.push('.');
    Some(text)
}
