//! English: words with which a person decides what stands on the pages.

use super::PaperWords;
use crate::domain::handout::{PaperBlock, PaperText, Showing};

pub const EN: PaperWords = PaperWords {
    title: "What goes on paper",
    note: "This changes the paper, not your answers. Warning signs always stay on it.",
    block,
    showing,
    large_print: "Large print",
    large_print_hint: "Needs one or two more sheets.",
    appendix: "Add a sheet with the days of the diary",
    appendix_hint: "Also with what did not fit on the two pages.",
    blank_diary: "Add an empty diary sheet",
    reword: "Change the words",
    reword_note: "For this print only. What you told stays as it is.",
    text,
    as_told: "Back to my own words",
    in_person,
    fair_trial: "Fair trial?",
    fair_short,
    code_label: "QR code with the summary as plain text",
    code_note: "Summary as text",
    appendix_title: "Appendix",
    appendix_days: "Diary day by day",
    appendix_rest: "What did not fit on the two pages",
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

fn block(block: PaperBlock) -> &'static str {
    match block {
        PaperBlock::Name => "My name",
        PaperBlock::Story => "My story in my words",
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

fn in_person(blocks: &str) -> String {
    format!("I would like to tell you in person: {blocks}.")
}

/// Whether a trial of a treatment can count, by the number of doubts.
fn fair_short(doubts: usize) -> &'static str {
    match doubts {
        0 => "",
        _ => "may be too little",
    }
}
