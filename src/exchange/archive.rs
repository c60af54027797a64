//! Owns the archive: one page of HTML that any browser opens for ever, with the backup inside, that the app can open again.
//! May use: domain, i18n, the item tables. Must not: scripts or anything from elsewhere in the page.
//!
//! Every text goes through [`inert`]; the page forbids itself scripts and requests besides.

use super::{ExportFile, Record};
use crate::domain::diary::medicines::told;
use crate::domain::handout::sensitive::{is_private_item, is_private_option};
use crate::domain::questionnaire::model::Answer;
use crate::i18n::words::answer_words;
use crate::i18n::{Messages, patient_summary};
use crate::knowledge::Item;

/// Around the backup. The text between them is escaped, so neither can stand inside it.
const BEGIN: &str = "<pre id=\"tailored-backup\" hidden>";
const END: &str = "</pre>";

/// The archive of a record, with the text of its backup.
pub fn file(record: &Record, backup: &str, t: &'static Messages) -> ExportFile {
    ExportFile {
        name: "my-pain-record.html".to_owned(),
        mime: "text/html;charset=utf-8",
        text: page(record, backup, t),
    }
}

/// The backup inside an archive, exactly as it was put in.
pub fn backup_in(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(BEGIN)?;
    let (escaped, _) = rest.split_once(END)?;
    // The last replacement must not make a new escape out of a literal one.
    Some(
        escaped
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"),
    )
}

fn page(record: &Record, backup: &str, t: &'static Messages) -> String {
    let words = t.exchange;
    let mut body = String::new();
    element(&mut body, "h1", words.archive_title);
    element(&mut body, "p", words.archive_about);
    element(&mut body, "h2", t.in_short);
    for line in patient_summary(t, &record.handout).lines {
        element(&mut body, "p", &line.whole());
    }
    element(&mut body, "h2", words.archive_answers);
    body.push_str("<dl>\n");
    for item in &record.course.visible {
        if let Some(answer) = public_answer(record, item) {
            element(&mut body, "dt", item.ask);
            element(&mut body, "dd", &answer_words(t, item, Some(&answer)));
        }
    }
    body.push_str("</dl>\n");
    element(&mut body, "h2", words.archive_diary);
    match record.entries.is_empty() {
        true => element(&mut body, "p", words.archive_no_diary),
        false => diary(&mut body, record, t),
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n{body}{BEGIN}{}{END}\n</body>\n</html>\n",
        inert(words.archive_title),
        inert(backup),
    )
}

/// The answer to an item as everybody may read it. The backup in the page has all of it.
fn public_answer(record: &Record, item: &Item) -> Option<Answer> {
    let answer = record.response.answer(item.id)?;
    if is_private_item(item.id) {
        return None;
    }
    let Answer::Choices(ticked) = answer else {
        return Some(answer.clone());
    };
    let public = ticked.iter();
    let public: Vec<String> = public
        .filter(|option| !is_private_option(item.id, option))
        .cloned()
        .collect();
    // Nothing left is not "none of these".
    (ticked.is_empty() || !public.is_empty()).then_some(Answer::Choices(public))
}

/// The looks of the page: its own, since it must not need anything else.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}\
dt{font-weight:600;margin-top:.5rem}table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #777;padding:.25rem .5rem;text-align:start;vertical-align:top;white-space:pre-line}";

fn diary(body: &mut String, record: &Record, t: &'static Messages) {
    let row = |body: &mut String, tag: &str, cells: [&str; 5]| {
        body.push_str("<tr>");
        for cell in cells {
            body.push_str(&format!("<{tag}>{}</{tag}>", inert(cell)));
        }
        body.push_str("</tr>\n");
    };
    body.push_str("<table>\n");
    row(body, "th", t.exchange.diary_columns);
    for entry in record.entries.iter().rev() {
        let number =
            |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
        let medicines: Vec<String> = told::taken(entry)
            .map(|taken| format!("{} {}", taken.name, taken.amount).trim().to_owned())
            .collect();
        row(
            body,
            "td",
            [
                &entry.date.to_string(),
                &number(entry.pain),
                &number(entry.worst),
                &medicines.join("; "),
                &entry.note,
            ],
        );
    }
    body.push_str("</table>\n");
}

fn element(body: &mut String, tag: &str, text: &str) {
    body.push_str(&format!("<{tag}>{}</{tag}>\n", inert(text)));
}

/// A text that a browser shows as it is, inside an element.
fn inert(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
