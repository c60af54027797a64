//! Which line of the one summary stands in which channel, for one person: looked up in what the channels really hold.
//! May use: storage, exchange, i18n. Must not: formats of its own.

use tailored::domain::handout::PaperChoices;
use tailored::domain::handout::fit::{fit, fit_without_appendix};
use tailored::domain::handout::patient_summary::{SummaryLine, SummaryPart};
use tailored::domain::handout::sheets::{ChartSize, Print, Sheets, StripRow};
use tailored::exchange::{Record, archive, fhir, plain, qr};
use tailored::i18n::{Lang, Messages, messages, patient_summary, plan_words, sheets};
use tailored::storage::Backup;

/// A channel, with everything that can be read in it.
pub struct Channel {
    pub name: &'static str,
    pub text: String,
}

/// Where a line stands in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Whole,
    /// The same in fewer words.
    Short,
    No,
}

/// The channels of a person, filled as the app fills them when nothing was chosen.
pub fn channels(record: &Record, backup: &str) -> Vec<Channel> {
    let t = messages(Lang::English);
    let channel = |name, text: String| Channel {
        name,
        text: one_line(&text),
    };
    let narrative = fhir::bundle(record, fhir::FhirOptions::default(), t);
    let narrative = narrative["entry"][0]["resource"]["section"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|section| section["text"]["div"].as_str())
        .map(without_markup);
    vec![
        channel("Paper", paper(record, t)),
        channel("Text", plain::text(&record.handout, t)),
        channel("Code", qr::texts(&record.handout, t).join(" ")),
        channel(
            "Page to keep",
            readable(&archive::file(record, backup, t).text),
        ),
        channel("Health record", narrative.collect::<Vec<_>>().join(" ")),
    ]
}

/// Everything on the pages, and everything in the appendix where one is printed.
fn paper(record: &Record, t: &'static Messages) -> String {
    let handout = PaperChoices::default().apply(record.handout.clone());
    let whole = sheets(t, plan_words(Lang::English), &handout);
    let mut fitted = fit(&whole, Print::Normal, 0.0);
    if !fitted.insists() {
        fitted = fit_without_appendix(&whole, Print::Normal, 0.0);
        fitted.cut.clear();
    }
    // The heading of the diary stands there whatever room its picture has.
    let diary = match fitted.sheets.chart {
        ChartSize::LeftOut => String::new(),
        _ => (t.logged_of)(handout.logged.days, handout.logged.of),
    };
    let appendix = fitted.cut.iter().map(|gone| gone.text.clone());
    let pages = [words_of(&fitted.sheets), diary].into_iter();
    pages.chain(appendix).collect::<Vec<_>>().join(" ")
}

fn words_of(sheets: &Sheets) -> String {
    let named = [&sheets.signs_asked].into_iter().chain(&sheets.signs.shown);
    let strip = sheets.strip.iter().flat_map(StripRow::parts);
    let notes = sheets.told.iter().chain(&sheets.notes);
    let named = named.chain(strip).chain(notes).map(|named| named.whole());
    let rows = [&sheets.medicines, &sheets.tried].into_iter().flatten();
    let cells = rows
        .flat_map(|rows| &rows.shown)
        .map(|row| row.cells.join(" "));
    let list = |rows: &[String]| rows.join(" ");
    let others = [
        sheets.filled_in.whole(),
        sheets.wish.clone(),
        sheets.summary.clone(),
        sheets.story.clone(),
        sheets.impact.clone(),
        list(&sheets.tests.shown),
        list(&sheets.questions.shown),
        sheets.feet.join(" "),
    ];
    let all: Vec<String> = named.chain(cells).chain(others).collect();
    all.join(" ")
}

/// What a reader of the page sees, without the backup in it.
fn readable(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let body = body.split_once("<pre").map_or(body, |(body, _)| body);
    without_markup(body)
}

fn without_markup(text: &str) -> String {
    let mut plain = String::new();
    for piece in text.split('<') {
        let (_, words) = piece.split_once('>').unwrap_or(("", piece));
        plain.push_str(words);
        plain.push(' ');
    }
    plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Looks for each part of a line: a channel may set them in a table.
pub fn stands(channel: &Channel, line: &SummaryLine) -> Stands {
    let holds = |text: &str| {
        let mut parts = text.split("; ").flat_map(|part| part.split(". "));
        parts.all(|part| channel.text.contains(part.trim_end_matches('.')))
    };
    // A table has the dose and how often in two columns, and numbers its rows by itself.
    let holds_cells = |text: &str| {
        let mut parts = text.split([';', ',', ':', '(', ')', '?']).map(str::trim);
        parts.all(|part| holds(part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')))
    };
    let is_list = matches!(
        line.part,
        SummaryPart::Medicines | SummaryPart::Tried | SummaryPart::Questions
    );
    match (
        holds(&line.text) || (is_list && holds_cells(&line.text)),
        &line.short,
    ) {
        (true, _) => Stands::Whole,
        (false, Some(short)) if holds(short) => Stands::Short,
        (false, _) => Stands::No,
    }
}

/// The document.
pub fn document(backup: &Backup) -> String {
    let opened = backup.opened();
    let entries = opened.store.all_entries().value;
    let days = entries.iter().map(|entry| entry.date);
    let date = days
        .chain(opened.response.changed)
        .max()
        .unwrap_or_default();
    let record = Record::new(&opened.response, &entries, date);
    let channels = channels(&record, &backup.text());
    let mut text = HEAD.to_owned();
    text.push_str("| line of the summary | never cut |");
    for channel in &channels {
        text.push_str(&format!(" {} |", channel.name));
    }
    text.push_str(&format!("\n|---|---|{}\n", "---|".repeat(channels.len())));
    for line in patient_summary(messages(Lang::English), &record.handout).lines {
        let is_safety = SummaryPart::SAFETY.contains(&line.part);
        let kept = if is_safety { "yes" } else { "" };
        text.push_str(&format!(
            "| {} | {kept} |",
            line.whole().replace('|', "\\|")
        ));
        for channel in &channels {
            let word = match stands(channel, &line) {
                Stands::Whole => "whole",
                Stands::Short => "in short",
                Stands::No => "–",
            };
            text.push_str(&format!(" {word} |"));
        }
        text.push('\n');
    }
    text.push_str(FOOT);
    text
}

const HEAD: &str = "# What stands where

One summary stands in every channel: on paper, in the text for a message or a letter, in the code for a phone camera,
on the page to keep, and in the narrative of the health record.
This is what each of them really holds of one made-up person with fired warning signs, two bad reactions, six medicines
and somebody who helped (`tests/fixtures/exchange/everything.json`).
The tests compare this table with the channels and refuse a line about safety that is missing in one of them.
Make it anew: `cargo run -q --no-default-features --example tailored -- channels tests/fixtures/exchange/everything.json > docs/channels.md`

";

const FOOT: &str = "
This person also answered that they think of ending their life, that they do not feel safe at home, and that they use
drugs. None of that stands in any channel: it does so only when the person decides it.
The backup inside the page to keep is a copy of everything, as its name says; nobody reads it by accident.
";
