//! English: words with which a person decides what stands on the pages.

use super::PaperWords;
use super::en_phrases::long_date_year;
use crate::domain::diary::weeks::Stretch;
use crate::domain::handout::fit::Part;
use crate::domain::handout::since::Number;
use crate::domain::handout::{PaperBlock, PaperText, Showing};
use crate::domain::questionnaire::model::Told;
use crate::domain::treatments::trials::Doubt;
use crate::knowledge::units::counted;

pub const EN: PaperWords = PaperWords {
    own_lines_title: "Your name, your visit, your wish",
    own_lines: ["your name", "when the visit is", "what you most want"],
    own_lines_missing,
    title: "What goes on paper",
    note: "This changes the paper, not your answers. Warning signs always stay on it.",
    block,
    showing,
    large_print: "Large print",
    large_print_hint: "Needs one or two more sheets.",
    appendix: "Add an appendix",
    appendix_hint: "What had no room on the pages, and the diary day by day.",
    blank_diary: "Add an empty diary sheet",
    reword: "Change the words",
    reword_note: "For this print only. What you told stays as it is.",
    text,
    as_told: "Back to my own words",
    medicine_columns: [
        "What and how much",
        "Really taken",
        "Since",
        "Helps",
        "Problems",
    ],
    tried_columns: [
        "Treatment",
        "How much, how long",
        "Effect",
        "Stopped because",
        "Fair trial?",
    ],
    option_columns: [
        "Option, and why it may fit me",
        "Ask first, or know",
        "Guidelines",
        "Judge after",
        "My view",
    ],
    doubt,
    judge,
    since: |date| format!("Since {}:", long_date_year(date)),
    number,
    diary_then_now,
    new_medicines: |names| format!("new medicine: {names}"),
    stopped_medicines: |names| format!("no longer taken: {names}"),
    new_treatments: |names| format!("newly tried: {names}"),
    same_as_then: "no change in what was asked again",
    told_label: "Told so far:",
    told,
    belief_label: "What I think it is:",
    in_person_label: "I would like to tell you in person:",
    copy_with_me: "copy with me",
    painkiller_days: |days, logged| {
        format!("diary: pain medicine on {days} of {logged} logged days")
    },
    sways_worse: "Worse with:",
    sways_better: "Better with:",
    because: "My reason:",
    see_page: |page| format!("(see page {page})"),
    page: |page| format!("page {page}"),
    and_appendix: ", and an appendix",
    more_on_page: |count, page| format!("{count} more: see page {page}"),
    more_signs_on_page: |count, page| {
        let signs = counted(count, "more warning sign", "more warning signs");
        format!("{signs}: see page {page}")
    },
    more_left_out: |count| format!("{count} more, no room here"),
    gave_way: |names| {
        let names = names.join(", ");
        format!("No room on the two pages for all of this: {names}. An appendix prints it as well.")
    },
    few_days: "Too few days for a picture yet.",
    codes: "Add a sheet with a code for a phone camera",
    codes_hint: "So that your specialist can copy your summary without typing.",
    code_title: "Summary for a phone camera",
    code_note: "Point the camera of a phone at the code. It holds plain text: warning signs, bad reactions, illnesses, medicines, and the story in short. No link, no internet needed.",
    appendix_title: "Appendix",
    appendix_days: "Diary day by day",
    appendix_rest: "What had no room on the pages",
    part,
    appendix_columns: ["Day", "Usual", "Worst", "Flare", "Medicine"],
    blank_title: "My pain diary",
    blank_note: "0 is no pain, 10 the worst you can think of. A gap is fine.",
    blank_columns: [
        "Day",
        "Usual 0–10",
        "Worst 0–10",
        "What I could do",
        "Medicines, how many",
        "Sleep 0–10",
        "Note",
    ],
    yes: "yes",
    no_entry: "not logged",
};

fn own_lines_missing(names: &[&str]) -> String {
    match names {
        [] => "All of it is on the pages. You can change it here.".to_owned(),
        names => format!("Not on the pages yet: {}.", names.join(", ")),
    }
}

fn block(block: PaperBlock) -> &'static str {
    match block {
        PaperBlock::Name => "My name",
        PaperBlock::Story => "My story in my words",
        PaperBlock::Since => "What changed since the last visit",
        PaperBlock::Mood => "Mood, worry and fear",
        PaperBlock::Substances => "Drugs, alcohol, smoking",
        PaperBlock::Life => "Money, home, work, company",
        PaperBlock::Diary => "Diary of the last 4 weeks",
        PaperBlock::Medicines => "Medicines",
        PaperBlock::Tried => "Treatments tried",
        PaperBlock::Tests => "Tests done",
        PaperBlock::Goals => "My goals",
        PaperBlock::Options => "Options to discuss",
        PaperBlock::Questions => "My questions",
    }
}

fn showing(showing: Showing) -> &'static str {
    match showing {
        Showing::OnPaper => "On paper",
        Showing::LeftOut => "Leave out",
        Showing::InPerson => "I will tell it",
    }
}

fn text(text: PaperText) -> &'static str {
    match text {
        PaperText::Summary => "In short",
        PaperText::Wish => "What I most want",
        PaperText::Story => "My story",
        PaperText::Tests => "Tests done",
        PaperText::Goal => "My goal",
    }
}

/// "usual pain 7 → 6 (−14 %)". A change of less than 30 % is said to be none: below it people do not call it better or worse
/// (Dworkin 2008, IMMPACT: 30 % is moderately important).
/// Nothing is said of a stretch without a mean, and none comes here.
fn diary_then_now(then: &Stretch, now: &Stretch) -> String {
    let mean = |stretch: &Stretch| {
        stretch
            .mean
            .map_or(String::new(), |mean| format!("{mean:.1}"))
    };
    format!(
        "diary, mean pain {} ({} of {} days logged) → {} ({} of {})",
        mean(then),
        then.logged,
        then.days,
        mean(now),
        now.logged,
        now.days
    )
}

fn number(number: Number, before: f64, now: f64) -> String {
    let name = match number {
        Number::Usual => "usual pain",
        Number::Worst => "worst pain",
        Number::Impact => "mean impact",
        Number::BadNights => "bad nights a week",
        Number::HeadacheDays => "headache days a month",
    };
    let plain = |value: f64| format!("{value:.1}").trim_end_matches(".0").to_owned();
    let change = if before > 0.0 {
        (now - before) / before * 100.0
    } else {
        0.0
    };
    // A verdict belongs to pain and impact; of the others the two numbers say enough.
    let is_judged = matches!(number, Number::Usual | Number::Impact);
    let verdict = match () {
        () if before <= 0.0 || before == now || !is_judged => String::new(),
        () if change.abs() < 30.0 => format!(" ({change:+.0} %, no clear change)"),
        () => format!(" ({change:+.0} %)"),
    };
    format!(
        "{name} {} → {}{}",
        plain(before),
        plain(now),
        verdict.replace('-', "−")
    )
}

fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::TooShort { .. } => "maybe too short",
        Doubt::TooFew { .. } => "maybe too few",
        Doubt::TooLow { .. } => "maybe dose low",
    }
}

fn judge(weeks: Option<(u8, u8)>) -> String {
    match weeks {
        Some((first, last)) if first == last => counted(first, "week", "weeks"),
        Some((first, last)) => format!("{first}–{}", counted(last, "week", "weeks")),
        None => "each time".to_owned(),
    }
}

fn told(told: Told) -> &'static str {
    match told {
        Told::Certain => "certain",
        Told::Perhaps => "perhaps",
        Told::RuledOut => "ruled out",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Name => "Name and visit",
        Part::Strip => "Warning signs and risks",
        Part::Wish => "What I most want",
        Part::Summary => "In short",
        Part::Story => "My story",
        Part::Told => "Told and agreed so far",
        Part::Notes => "Also",
        Part::Sites => "Where it hurts",
        Part::Tests => "Tests done",
        Part::Impact => "How it limits life",
        Part::Medicines => "Medicines",
        Part::Tried => "Treatments tried",
        Part::Contributors => "What plays a part",
        Part::Goals => "My goals",
        Part::Limits => "What matters to me",
        Part::Options => "Options",
        Part::Clashes => "What clashes",
        Part::Together => "What goes together",
        Part::Questions => "My questions",
    }
}
