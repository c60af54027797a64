//! English: words of the page where data leave and enter the app.

use super::ShareWords;
use crate::knowledge::units::counted;

pub const EN: ShareWords = ShareWords {
    title: "Save, share, open",
    more_link: "Share, open a copy, or bring data from another app",
    text: "Nothing leaves this device unless you save or share it yourself.",
    backup: "A copy of everything",
    backup_text: "One file with all answers and all diary entries. Open it on a new phone, or to get back what was lost.",
    save: "Save",
    share: "Share",
    saved: "Saved to your downloads.",
    not_saved: "The browser did not take the file. Nothing is lost.",
    open: "Open a file",
    open_text: "A copy from here, or the diary of another app: Migraine Buddy, Bearable, Apple Health, Daylio, Flaredown, Visible, or a table. You see first what would be added.",
    choose: "Choose a file",
    reading,
    cancel: "Stop reading",
    from,
    own_backup: "A copy from this app",
    any_table: "A table",
    adds_entries,
    changes_entries,
    deletes_entries,
    adds_answers,
    changes_answers,
    deletes_answers,
    keeps,
    takes_settings: "Text size and looks are taken over.",
    adds_nothing: "Everything in this file is already here.",
    skipped,
    skipped_line,
    no_date: "no day that can be read",
    future: "a day in the future",
    duplicate,
    not_readable: "cannot be read",
    nothing: "says nothing for the diary",
    left_out,
    day_or_month,
    day_first: "The day",
    month_first: "The month",
    which_column: "Which column holds the day? Please say what each column means.",
    columns: "What the columns mean",
    columns_text: "It is remembered for the next file with the same columns. A column of other things is kept in the note.",
    columns_use: "Use these columns",
    put_in: "Put it in",
    leave: "Leave it",
    done: "It is in.",
    undo: "Take it out again",
    undone: "All is as it was before.",
    undo_too_late: "Something was saved since. Taking the file out now would lose that, so nothing was changed.",
    cut_short: "This copy ends too early. It was perhaps not fully downloaded. Nothing was changed.",
    newer,
    packed: "This is a packed file. Unpack it first: on most phones, tap it in the Files app. Then choose the file inside.",
    empty: "This file is empty.",
    unknown: "This is not a file that can be opened here. Nothing was changed.",
    too_large: "This file is too large to be read in one go. Only Apple Health files may be this large.",
    cannot_read: "The browser could not read the file. Nothing was changed.",
    others: "For a doctor or another program",
    others_text: "Each is made here, on your device. Look at it before you give it away.",
    summary: "My summary as text",
    summary_text: "To paste into a message or a form.",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser did not allow it. Select the text and copy it by hand.",
    code: "Code for a phone camera",
    code_text: "A camera reads your warning signs, reactions, illnesses and medicines from it. It works without internet.",
    code_label: |place, of| match of {
        1 => "QR code with the summary as plain text".to_owned(),
        _ => format!("QR code {place} of {of} with the summary as plain text"),
    },
    letter: "Text",
    spreadsheet: "Spreadsheet",
    calendar: "Calendar",
    archive: "Page to keep",
    record: "Health record",
    letter_text: "The summary above, as a file",
    spreadsheet_text: "Two tables: diary and medicines",
    calendar_text: "Each day of the diary as an entry",
    calendar_empty: "Your diary has no notes yet, so there is no file to save.",
    archive_text: "Opens in any browser for years, with a copy of everything in it",
    record_text: "FHIR R4, for the clinic's system. Answers about self-harm and safety at home never go in; your name, alcohol, smoking and drugs only if you say so",
    record_more: "What goes in",
    record_name,
    record_substances: "Put in what I said about alcohol, smoking and drugs",
    record_born: "Day of birth",
    record_born_hint: "Only if the clinic asks for it. It goes into this one file and is not kept here.",
};

fn record_name(name: &str) -> String {
    format!("Put in my name: {name}")
}

fn reading(done: u64, all: u64) -> String {
    const MEGABYTE: u64 = 1_000_000;
    format!(
        "Reading: {} of {} MB",
        done / MEGABYTE,
        all.div_ceil(MEGABYTE)
    )
}

fn from(name: &str) -> String {
    format!("From {name}")
}

fn adds_entries(count: usize) -> String {
    format!(
        "{} would be added.",
        counted(count, "diary entry", "diary entries")
    )
}

fn changes_entries(count: usize) -> String {
    format!(
        "{} would be replaced by a later version.",
        counted(count, "diary entry", "diary entries")
    )
}

fn deletes_entries(count: usize) -> String {
    format!(
        "{} deleted there would be deleted here.",
        counted(count, "diary entry", "diary entries")
    )
}

fn adds_answers(count: usize) -> String {
    format!("{} would be added.", counted(count, "answer", "answers"))
}

fn changes_answers(count: usize) -> String {
    format!(
        "{} would be replaced by a later one.",
        counted(count, "answer", "answers")
    )
}

fn deletes_answers(count: usize) -> String {
    format!(
        "{} taken back there would be taken back here.",
        counted(count, "answer", "answers")
    )
}

fn keeps(count: usize) -> String {
    format!(
        "{} changed later here would stay as here.",
        counted(count, "thing", "things")
    )
}

fn skipped(count: usize) -> String {
    format!(
        "{} left out, and why",
        counted(count, "line is", "lines are")
    )
}

fn skipped_line(line: usize, reason: &str) -> String {
    format!("Line {line}: {reason}")
}

fn duplicate(line: usize) -> String {
    format!("the same as line {line}")
}

fn left_out(columns: &str) -> String {
    format!("Places on the map are never taken: {columns}.")
}

fn day_or_month(example: &str) -> String {
    format!("In “{example}”: what comes first?")
}

fn newer(version: u64) -> String {
    format!(
        "A newer version of this app wrote this file (version {version}). Update the app, then open it again. Nothing was changed."
    )
}
