//! Owns the plain texts: the sentence for the clipboard and the QR code, and the report for a mail or a letter.
//! May use: domain, i18n. Must not: layout.

use super::{ExportFile, Record};
use crate::domain::handout::{Handout, Ticked, shortened};
use crate::i18n::Messages;
use crate::i18n::words::{dose_words, effect_words, tried_detail, tried_name};

/// Most words of the summary: what a doctor pastes into a letter and reads at a glance.
pub const MOST_WORDS: usize = 90;

/// The whole story in one paragraph of at most [`MOST_WORDS`] words.
pub fn summary(handout: &Handout, t: &'static Messages) -> String {
    let text = (t.summary)(handout);
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() > MOST_WORDS {
        true => format!("{} …", words[..MOST_WORDS - 1].join(" ")),
        false => words.join(" "),
    }
}

/// What fits into a QR code that every phone reads: the summary, the risks, and where the numbers come from.
pub fn compact(handout: &Handout, t: &'static Messages) -> String {
    let strip = &handout.safety;
    let list = |ticked: &Ticked| match ticked {
        Ticked::Unknown => t.not_answered.to_owned(),
        Ticked::None => t.none_named.to_owned(),
        Ticked::Some(options) => {
            let labels: Vec<&str> = options.iter().map(|option| option.label).collect();
            labels.join("; ")
        }
    };
    let medicines = handout.medicines.iter();
    let medicines: Vec<String> = medicines
        .map(|medicine| {
            format!("{} {}", medicine.name, dose_words(t, medicine))
                .trim()
                .to_owned()
        })
        .collect();
    let mut lines = vec![
        summary(handout, t),
        format!(
            "{}: {}",
            t.allergies_label,
            shortened(&list(&strip.allergies), 120)
        ),
        format!(
            "{}: {}",
            t.conditions_label,
            shortened(&list(&strip.conditions), 160)
        ),
    ];
    if !medicines.is_empty() {
        lines.push(format!(
            "{}: {}",
            t.medicines_now,
            shortened(&medicines.join("; "), 200)
        ));
    }
    lines.push(format!(
        "{}. {}",
        (t.exchange.as_of)(handout.date),
        t.exchange.self_reported
    ));
    lines.join("\n")
}

/// The report as plain text.
pub fn file(record: &Record, t: &'static Messages) -> ExportFile {
    ExportFile {
        name: "summary.txt".to_owned(),
        mime: "text/plain;charset=utf-8",
        text: report(record, t),
    }
}

/// The report as plain text, lines ended as every system reads them.
pub fn report(record: &Record, t: &'static Messages) -> String {
    let words = t.exchange;
    let handout = &record.handout;
    let mut blocks = vec![
        format!(
            "{}\n{}\n{}",
            words.report_title,
            (words.as_of)(record.date),
            words.self_reported
        ),
        summary(handout, t),
    ];
    if let Some(wish) = &handout.wish {
        blocks.push(format!("{}:\n{wish}", words.wish));
    }
    let medicines = rows(&handout.medicines, |medicine| {
        let dose = dose_words(t, medicine);
        let parts = [&medicine.name, &dose, &medicine.problems];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        parts.join(", ")
    });
    blocks.extend(medicines.map(|lines| format!("{}:\n{lines}", words.medicines)));
    let tried = rows(&handout.tried, |tried| {
        let mut line = format!("{}: {}", tried_name(tried), effect_words(t, tried.effect));
        let detail = tried_detail(t, tried);
        if !detail.is_empty() {
            line.push_str(&format!(" ({detail})"));
        }
        line
    });
    blocks.extend(tried.map(|lines| format!("{}:\n{lines}", words.tried)));
    let questions = rows(&handout.questions, Clone::clone);
    blocks.extend(questions.map(|lines| format!("{}:\n{lines}", words.questions)));
    if handout.logged.days > 0 {
        blocks.push((t.logged_of)(handout.logged.days, handout.logged.of));
    }
    format!("{}\n", blocks.join("\n\n"))
}

fn rows<T>(rows: &[T], line: impl Fn(&T) -> String) -> Option<String> {
    let lines: Vec<String> = rows.iter().map(|row| format!("- {}", line(row))).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
