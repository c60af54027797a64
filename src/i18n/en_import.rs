//! English: words about opening files of other apps.

use super::ImportWords;

pub const EN: ImportWords = ImportWords {
    spreadsheet: "This is a spreadsheet file. Open it in the program that made it, choose “Save as” or “Download”, and there “CSV”. Then open the new file here.",
    document: "This is a document or a picture. Only a table or a file of a diary app can be read here. Many apps call it “Export” and then “CSV”.",
    web_page: "This is a web page and not a table, even if its name ends in “.xls”. Open it in a spreadsheet program, choose “Save as” or “Download”, and there “CSV”. Then open the new file here.",
    broken: "This file is damaged or not complete. Save it again in the app that made it, and open the new file here.",
    read_is_here: "What could be read in this file is already here.",
    nothing_read: "Nothing in this file could be read as a diary entry.",
    not_taken: "Not taken",
    no_date: |count| {
        rows(
            count,
            "had no day that can be read",
            "had no day that can be read",
        )
    },
    future: |count| rows(count, "is about a day to come", "are about a day to come"),
    duplicate: |count| rows(count, "is in the file twice", "are in the file twice"),
    not_readable: |count| rows(count, "could not be read", "could not be read"),
    nothing: |count| {
        rows(
            count,
            "says nothing for the diary",
            "say nothing for the diary",
        )
    },
    entry_missing,
    entry_missing_line: "its diary entry is not here",
    no_pain_column: "No column was read as pain.",
    no_pain: "No number for pain was found in this file.",
    not_on_scale,
    pain_in_words,
    converted,
    open_quote,
    mixed_dates,
    too_many_columns,
    own_table: "What is already in your diary stays as it is here. Changes that were made in a spreadsheet are not taken.",
    medicine_columns: |names| {
        format!("Read as medicines, because the columns have their names: {names}.")
    },
    columns_in_note,
    medicine_in_note,
    amount_in_note,
    time_in_note,
    scale_above: |column, highest| {
        format!("The numbers in “{column}” go up to {highest}. Which scale is it?")
    },
    scale_low: |column, highest| {
        format!(
            "No number in “{column}” is above {highest}. Which scale is it? Without an answer it is read as 0 to 10."
        )
    },
    scale: |most| format!("Up to {most}"),
    scale_slips: "Up to 10; higher ones are mistakes",
    keep_in_note: "Keep them in the note",
    moods: "What do these words for your mood mean?",
    moods_text: "Without an answer they stay words in the note.",
    mood_levels: ["Very good", "Good", "So-so", "Bad", "Very bad"],
    mood_word: "Keep it as a word",
    moods_use: "Use these moods",
    column,
};

fn rows(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 row {one}."),
        count => format!("{count} rows {many}."),
    }
}

fn entry_missing(count: usize) -> String {
    let what = match count {
        1 => "1 medicine belongs to a diary entry that is not here.".to_owned(),
        count => format!("{count} medicines belong to diary entries that are not here."),
    };
    format!("{what} Open the file “diary” instead: it has the medicines too.")
}

fn not_on_scale(line: usize, value: &str, most: u32, count: usize) -> String {
    match count {
        1 => format!(
            "Line {line}: “{value}” is not on a scale of 0 to {most}. It is kept in the note."
        ),
        count => format!(
            "{count} numbers are not on a scale of 0 to {most}, the first in line {line}: “{value}”. They are kept in the notes."
        ),
    }
}

fn pain_in_words(line: usize, value: &str, count: usize) -> String {
    match count {
        1 => format!("Line {line}: “{value}” is not one number for pain. It is kept in the note."),
        count => format!(
            "In {count} rows the pain is not one number, the first in line {line}: “{value}”. It is kept in the notes."
        ),
    }
}

/// More columns than this are counted and not named.
const MOST_NAMED: usize = 12;

fn columns_in_note(columns: &[(String, usize)]) -> String {
    let named = columns.iter().take(MOST_NAMED);
    let named = named.map(|(name, rows)| match rows {
        1 => format!("“{name}” (1 row)"),
        rows => format!("“{name}” ({rows} rows)"),
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let more = match columns.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        1 => " and 1 more column".to_owned(),
        more => format!(" and {more} more columns"),
    };
    format!("Kept in the notes as they are, and not counted: {named}{more}.")
}

fn amount_in_note(line: usize, value: &str, count: usize) -> String {
    match count {
        1 => format!(
            "Line {line}: it is not clear which medicine “{value}” belongs to. The medicine counts as taken, and this is kept in the note."
        ),
        count => format!(
            "{count} times it is not clear which medicine an amount belongs to, first in line {line}: “{value}”. The medicines count as taken, and the amounts are kept in the notes."
        ),
    }
}

fn time_in_note(line: usize, value: &str, count: usize) -> String {
    match count {
        1 => format!(
            "Line {line}: the time in “{value}” cannot be right. It is kept in the note and not used."
        ),
        count => format!(
            "{count} times cannot be right, the first in line {line}: “{value}”. They are kept in the notes and not used."
        ),
    }
}

fn medicine_in_note(line: usize, value: &str, count: usize) -> String {
    match count {
        1 => format!(
            "Line {line}: “{value}” is kept in the note and not counted as a medicine that was taken."
        ),
        count => format!(
            "{count} times a medicine is kept in the note and not counted as taken, first in line {line}: “{value}”."
        ),
    }
}

fn converted(column: &str, most: u16) -> String {
    format!(
        "“{column}” goes up to {most}. It was turned into 0 to 10; what stood in the file is in the notes."
    )
}

fn open_quote(line: usize) -> String {
    format!("Line {line}: a quotation mark is never closed. Please check what was read there.")
}

fn mixed_dates(day_first: bool) -> String {
    let first = if day_first { "day" } else { "month" };
    format!(
        "Some dates in this file have the day first and some the month. Where both are possible, the {first} was read first."
    )
}

fn too_many_columns(count: usize, read: usize) -> String {
    format!(
        "This table has {} columns. Only the first {read} were read.",
        grouped(count)
    )
}

fn grouped(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{thousands},{:03}", number % 1_000),
    }
}

fn column(word: &str) -> String {
    let known = match word {
        "date" => "The day",
        "time" => "The time",
        "end" => "The end of an attack",
        "duration" => "How long an attack lasted",
        "pain" => "Pain, 0 to 10",
        "worst" => "Worst pain, 0 to 10",
        "medicines" => "Medicines taken",
        "medicine" => "How much of this medicine",
        "note" => "A note",
        "leave_out" => "Leave out",
        _ => "",
    };
    let scaled = |prefix, name| {
        word.strip_prefix(prefix)
            .map(|most| format!("{name}, up to {most}"))
    };
    match known {
        "" => scaled("pain_of_", "Pain")
            .or_else(|| scaled("worst_of_", "Worst pain"))
            .unwrap_or_else(|| "Something else".to_owned()),
        known => known.to_owned(),
    }
}
