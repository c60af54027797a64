//! What stands where: nothing about safety is missing in any channel, and nothing private is in one.

use tailored::domain::handout::patient_summary::SummaryPart;
use tailored::exchange::Record;
use tailored::i18n::{Lang, messages, patient_summary};
use tailored::storage::Backup;

use super::channels_table::{Stands, channels, document, stands};

const KEPT: &str = include_str!("../../docs/channels.md");

/// Made up: with something to say in each line, and answers that no channel may hold.
const EVERYTHING: &str = include_str!("../fixtures/exchange/everything.json");
const KNEE: &str = include_str!("../fixtures/exchange/handout-knee.json");
const SIGN_FIRED: &str = include_str!("../fixtures/exchange/warning-sign-fired.json");

fn backup(text: &str) -> Backup {
    Backup::parse(text).expect("a backup of this app")
}

/// Each person's record on the day of the latest entry or answer.
fn with_record(text: &str, look: impl Fn(&Record, &str)) {
    let backup = backup(text);
    let opened = backup.opened();
    let entries = opened.store.all_entries().value;
    let days = entries.iter().map(|entry| entry.date);
    let date = days.chain(opened.response.changed).max();
    let record = Record::new(&opened.response, &entries, date.unwrap_or_default());
    look(&record, &backup.text());
}

#[test]
fn the_kept_table_is_up_to_date() {
    let made = document(&backup(EVERYTHING));
    for (number, (kept, made)) in (1..).zip(KEPT.lines().zip(made.lines())) {
        assert_eq!(
            kept, made,
            "line {number}; the table says how it is made anew"
        );
    }
    assert_eq!(KEPT.len(), made.len());
}

#[test]
fn no_line_about_safety_is_missing_in_any_channel() {
    for text in [EVERYTHING, KNEE, SIGN_FIRED] {
        with_record(text, |record, backup| {
            let summary = patient_summary(messages(Lang::English), &record.handout);
            let channels = channels(record, backup);
            assert_eq!(channels.len(), 5);
            for line in summary
                .safety()
                .filter(|line| line.part != SummaryPart::Head)
            {
                for channel in &channels {
                    assert_ne!(
                        stands(channel, line),
                        Stands::No,
                        "{} is missing: {}\n{}",
                        line.whole(),
                        channel.name,
                        channel.text
                    );
                }
            }
        });
    }
}

#[test]
fn each_part_about_safety_is_in_the_table() {
    // So that a new field cannot be forgotten here: this person has something to say about all of them.
    with_record(EVERYTHING, |record, _| {
        let summary = patient_summary(messages(Lang::English), &record.handout);
        for part in SummaryPart::SAFETY {
            assert!(summary.of(part).next().is_some(), "{part:?}");
        }
    });
}

#[test]
fn a_missing_line_is_seen() {
    with_record(EVERYTHING, |record, backup| {
        let summary = patient_summary(messages(Lang::English), &record.handout);
        for mut channel in channels(record, backup) {
            channel.text = channel.text.replace("Bisoprolol", "").replace("Latex", "");
            for part in [SummaryPart::Medicines, SummaryPart::Allergies] {
                let line = summary.of(part).next().expect("a line");
                assert_eq!(stands(&channel, line), Stands::No, "{}", channel.name);
            }
        }
    });
}

#[test]
fn what_was_told_about_self_harm_home_and_drugs_stands_in_no_channel() {
    with_record(EVERYTHING, |record, backup| {
        for channel in channels(record, backup) {
            let text = channel.text.to_lowercase();
            for word in [
                "suicid",
                "ending your life",
                "end your life",
                "feel unsafe",
                "hurt by someone",
                "drug use",
                "being helped since 21 november 2026. being helped",
            ] {
                assert!(!text.contains(word), "{word} in {}: {text}", channel.name);
            }
        }
    });
}

#[test]
fn the_table_has_a_row_for_each_line() {
    let table = document(&backup(EVERYTHING));
    with_record(EVERYTHING, |record, _| {
        for line in patient_summary(messages(Lang::English), &record.handout).lines {
            assert!(
                table.contains(&format!("\n| {} |", line.whole())),
                "{line:?}"
            );
        }
    });
}
