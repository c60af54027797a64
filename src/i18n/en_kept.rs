//! English: words about what is kept. What happened, what is safe, what to do.

use super::KeptWords;
use super::en_phrases::{long_date_year, month_year};
use crate::domain::trouble::{FileTrouble, SavedPart, UnreadPart};
use crate::knowledge::{item, safety_question};

pub const EN: KeptWords = KeptWords {
    missing,
    missing_text: "It was saved here, and this browser has lost it. Everything else is still here. If you have saved a copy, open it: what is missing comes back.",
    missing_open: "Open a copy",
    missing_known: "I know it is gone",
    unread_here,
    unread_here_text: "What is saved there is damaged, and this device has no second copy of it. We keep it as it is and write nothing over it. Everything else is safe. If you have saved a copy, open it: what is in it comes back.",
    unread_here_go_on: "Go on without it",
    held_back: "This is not ready to print or share",
    held_back_text: "Something that belongs here cannot be read. It would look as if you had said nothing, and a doctor could rely on that. Nothing else is lost. If you have saved a copy, open it. Or go on without it: the damaged text stays under “Is my data safe?”.",
    mended,
    mended_text: "Something saved on this device was damaged. We put the second copy in its place, so nothing that you can see is lost. Please check that your last changes are there. The damaged text is kept under “Is my data safe?”.",
    mended_known: "I have looked",
    back: "What you saved is back",
    back_text: "This browser had lost it. We put it back from the second copy on this device. To be safe, save a copy of your own now.",
    list_spoilt: "We cannot tell whether something is missing",
    list_spoilt_text: "The list of what you saved is damaged. What you see in the app is safe, but we cannot tell whether a month or an answer has gone. Please look through your diary. If something is missing and you have saved a copy, open it.",
    list_spoilt_look: "Look at my diary",
    list_spoilt_known: "I have looked",
    day_not_readable: "Not everything from this month can be read, so we cannot say what is written about this day. It is kept as it is.",

    try_again: "Try again",
    saved_late: "Saved now",
    saved_late_text: "It did not work a moment ago. Now everything on the screen is saved.",

    unread,
    unread_how_much,
    unread_which,
    unread_before: "It replaces nothing here. Of a list, the lines that can be read are added. When you put the file in, it is kept as it is, under “Is my data safe?”.",
    unread_after: "It replaced nothing here. It is kept as it is, under “Is my data safe?”. If you have another copy, open that too.",
    unread_all: "Nothing in this file can be used, so nothing was changed.",
    unread_older_copy: "The file is as it was. If you have another copy, try that one.",
    unread_rest_is_here: "Everything in this file that can be used is already here.",
    unread_stays_in_file: "It replaces nothing here. The file is as it was. If you have another copy, try that one too.",
    file_says_nothing: "There is nothing in this file.",
    changes_details: "Only small things would change, such as where you left off.",

    file_choose: "Save to the same file each time",
    file_again,
    file_other: "Choose another file",
    file_text: "You choose a file once. After that one tap puts your newest copy into it, in place of the older one.",
    file_saved,
    file_trouble,
};

fn missing(parts: &[SavedPart]) -> (String, Vec<String>) {
    match parts {
        [part] => {
            let verb = match part {
                SavedPart::Month(_) | SavedPart::Followed | SavedPart::Answers => "is",
                SavedPart::EarlierAnswers(_) | SavedPart::Settings | SavedPart::Arrangements => {
                    "are"
                }
            };
            (format!("{} {verb} missing", name(part)), Vec::new())
        }
        parts => (
            "Some of what you saved is missing".to_owned(),
            parts.iter().map(name).collect(),
        ),
    }
}

fn name(part: &SavedPart) -> String {
    match part {
        SavedPart::Answers => "Your story".to_owned(),
        SavedPart::EarlierAnswers(began) => {
            format!("Your answers of {}", long_date_year(*began))
        }
        SavedPart::Settings => "Your settings".to_owned(),
        SavedPart::Arrangements => "Your reasons and agreements".to_owned(),
        SavedPart::Followed => "What you follow in the diary".to_owned(),
        SavedPart::Month(first) => format!("Your diary of {}", month_year(*first)),
    }
}

fn unread_here(parts: &[UnreadPart]) -> (String, Vec<String>) {
    match parts {
        [part] => (format!("{} cannot be read", unread_name(part)), Vec::new()),
        parts => (
            "Some of what you saved cannot be read".to_owned(),
            parts.iter().map(unread_name).collect(),
        ),
    }
}

fn unread_name(unread: &UnreadPart) -> String {
    let name = name(&unread.part);
    match unread.partly {
        true => format!("Part of {}", in_a_sentence(name)),
        false => name,
    }
}

/// Each name begins with a letter of one byte.
fn in_a_sentence(name: String) -> String {
    match name.split_at_checked(1) {
        Some((first, rest)) => format!("{}{rest}", first.to_lowercase()),
        None => name,
    }
}

fn mended(parts: &[SavedPart]) -> (String, Vec<String>) {
    match parts {
        [part] => (
            format!("We mended {}", in_a_sentence(name(part))),
            Vec::new(),
        ),
        parts => (
            "We mended some of what you saved".to_owned(),
            parts.iter().map(name).collect(),
        ),
    }
}

fn unread(count: usize) -> String {
    match count {
        1 => "1 part of this file cannot be used".to_owned(),
        count => format!("{count} parts of this file cannot be used"),
    }
}

fn unread_how_much(n_pieces: Option<usize>) -> String {
    match n_pieces {
        None => "all of it".to_owned(),
        Some(1) => "1 entry or answer".to_owned(),
        Some(count) => format!("{count} entries or answers"),
    }
}

fn unread_which(pieces: &[String]) -> Vec<&'static str> {
    let asked = pieces.iter().filter_map(|name| {
        let sign = |id| safety_question(id).map(|sign| sign.line.unwrap_or(sign.ask));
        match name.strip_prefix("/answers/") {
            Some(id) => item(id).map(|item| item.ask),
            None => sign(name.strip_prefix("/safety/")?),
        }
    });
    asked.collect()
}

fn file_again(name: &str) -> String {
    format!("Save again to {name}")
}

fn file_saved(name: &str) -> String {
    format!("Saved. Your newest copy is in {name}.")
}

fn file_trouble(trouble: FileTrouble) -> &'static str {
    match trouble {
        FileTrouble::NotChosen => "No file was chosen, so no copy was saved.",
        FileTrouble::NotAllowed => {
            "The browser was not allowed to write into the file. It is as it was before. Tap again and allow it, or use “Save”."
        }
        FileTrouble::Gone => {
            "The file is no longer where it was. No copy was saved. Choose a file again, or use “Save”."
        }
        FileTrouble::NotWritten => {
            "The copy could not be written. What was in the file before is still in it. Make room, choose another file, or use “Save”."
        }
    }
}
