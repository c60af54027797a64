//! `week BACKUP.json [--today 2026-11-23]`: what the last seven days of a diary say by themselves, as JSON.
//! May use: domain, i18n, storage, serde_json. Must not: count itself; it reads, asks for the card and prints.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use tailored::domain::date::NaiveDate;
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series::{self, Day};
use tailored::domain::diary::week_card::{self, NotYet, Sentence, WEEK, card, day_on_day};
use tailored::i18n::{Lang, WeekWords, week_words};

/// How the command is called.
pub const USAGE: &str = "week BACKUP.json [--today DATE]";

/// Runs the command; the error is one line that names what is wrong.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let (mut file, mut today) = (None, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--today" => {
                let text = arguments
                    .next()
                    .ok_or_else(|| format!("{argument}: value missing"))?;
                let date = text.parse().map_err(|_| format!("not a date: {text}"))?;
                today = Some(date);
            }
            name if file.is_none() => file = Some(name),
            _ => return Err(format!("usage: tailored {USAGE}")),
        }
    }
    let file = file.ok_or_else(|| format!("usage: tailored {USAGE}"))?;
    let loaded = super::merge::backup_of(file)?.opened().store.all_entries();
    for issue in &loaded.issues {
        // The rest is worth having all the same.
        let _ = writeln!(io::stderr(), "{file}: {issue:?}");
    }
    let week = week(&loaded.value, today);
    writeln!(io::stdout(), "{week:#}").map_err(|error| error.to_string())
}

fn week(entries: &[Entry], today: Option<NaiveDate>) -> Value {
    let words = week_words(Lang::English);
    let dates = entries.iter().map(|entry| entry.date);
    let today = today.or(dates.clone().max());
    let Some(today) = today else {
        let why = (words.not_yet)(NotYet::Empty, WEEK as usize);
        return json!({ "today": null, "week": null, "why_not_yet": why, "days": [], "sentences": [] });
    };
    let began = dates.filter(|date| *date <= today).min();
    let two_days = series::days(entries, today, 2);
    let first = day_on_day(&two_days, began);
    let mut sentences: Vec<Value> = (first.iter())
        .map(|sentence| printed(words, sentence))
        .collect();
    let (week, why, days) = match card(entries, began, today, WEEK) {
        Ok(card) => {
            sentences.extend(card.sentences.iter().map(|said| printed(words, said)));
            let ends = card.days.first().zip(card.days.last());
            let week = ends.map(|(first, last)| {
                json!({ "first_day": first.date.to_string(), "last_day": last.date.to_string() })
            });
            (week, None, card.days)
        }
        Err(why) => {
            let text = (words.not_yet)(why, WEEK as usize);
            (None, Some(text), week_card::chart(entries, began, today))
        }
    };
    json!({
        "today": today.to_string(),
        "first_note": began.map(|date| date.to_string()),
        "week": week,
        "why_not_yet": why,
        "days": days.iter().map(day).collect::<Vec<_>>(),
        "sentences": sentences,
    })
}

fn day(day: &Day) -> Value {
    json!({
        "day": day.date.to_string(),
        "noted": day.logged,
        "usual": day.usual,
        "worst": day.worst,
        "pain_free": day.pain_free,
        "bad_spell": day.flare,
        "painkiller": day.took_medicine,
        "headache": day.headache,
    })
}

fn printed(words: &WeekWords, sentence: &Sentence) -> Value {
    let mut numbers = Map::new();
    for (name, number) in sentence.numbers() {
        // Several of one name are a list, in the order of the days.
        match numbers.get_mut(name) {
            None => {
                numbers.insert(name.to_owned(), json!(number));
            }
            Some(Value::Array(list)) => list.push(json!(number)),
            Some(one) => *one = json!([one.clone(), number]),
        }
    }
    json!({
        "kind": sentence.kind(),
        "text": (words.sentence)(sentence, WEEK as usize),
        "numbers": numbers,
        "days": sentence.days.iter().map(NaiveDate::to_string).collect::<Vec<_>>(),
    })
}
