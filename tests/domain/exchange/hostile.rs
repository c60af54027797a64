//! Sixty strings that would like to be code, in every kind of answer and in a file of another app: they come in and go out
//! as the words that they are, and change nothing of the page around them.

use tailored::domain::diary::entry::{Entry, Taken};
use tailored::domain::ids::{EntryId, ItemId, TherapyId};
use tailored::domain::questionnaire::model::{Answer, Medicine, Tried};
use tailored::exchange::import::{ImportOptions, import};
use tailored::exchange::{Record, archive};
use tailored::i18n::{Lang, messages};
use tailored::knowledge::ITEMS;

use super::persona;

/// One in a line. Each would run a script or ask elsewhere, in one of the ways that are known.
const STRINGS: &str = include_str!("../../fixtures/hostile.txt");

/// The archive of a person who says the same words wherever words can be said.
fn archive_of_one_who_says(words: &[&str]) -> String {
    let all = words.join(" ");
    let mut response = persona::response();
    for item in &ITEMS {
        let id = ItemId::from(item.id);
        let answer = match response.answers.get(&id) {
            Some(Answer::Text(_)) | None => Answer::Text(all.clone()),
            Some(_) => continue,
        };
        response.answers.insert(id, answer);
    }
    let medicine = Medicine {
        name: all.clone(),
        dose: all.clone(),
        ..Medicine::default()
    };
    let medicines = Answer::Medicines(vec![medicine]);
    response
        .answers
        .insert(ItemId::from("health.medlist"), medicines);
    let mut tried = Tried::new(TherapyId::from("none that we know"));
    for place in [
        &mut tried.name,
        &mut tried.problems,
        &mut tried.stopped,
        &mut tried.detail,
    ] {
        place.clone_from(&all);
    }
    response
        .answers
        .insert(ItemId::from("tried.list"), Answer::Tried(vec![tried]));
    response.questions = vec![all.clone()];
    let entries: Vec<Entry> = words
        .iter()
        .enumerate()
        .map(|(n, text)| Entry {
            note: (*text).to_owned(),
            medicines: vec![Taken {
                name: (*text).to_owned(),
                ..Taken::default()
            }],
            ..Entry::on(EntryId::from(format!("{n:03}").as_str()), persona::day())
        })
        .collect();
    let record = Record::new(&response, &entries, persona::day());
    archive::file(&record, &all, messages(Lang::English)).text
}

/// Everything of a page that is markup, in order.
fn markup(page: &str) -> Vec<&str> {
    let tags = page.split('<').skip(1);
    tags.map(|tag| tag.split_once('>').map_or(tag, |(tag, _)| tag))
        .collect()
}

#[test]
fn sixty_hostile_strings_change_nothing_of_the_archive_around_them() {
    let strings: Vec<&str> = STRINGS.lines().collect();
    assert_eq!(strings.len(), 60);
    let page = archive_of_one_who_says(&strings);
    let harmless = archive_of_one_who_says(&["words"; 60]);
    assert_eq!(markup(&page), markup(&harmless));
    let shown = page.matches("hacked").count();
    assert!(shown > 60 * 4, "they can be read: {shown}");
    assert_eq!(archive::backup_in(&page), Some(strings.join(" ")));
}

#[test]
fn sixty_hostile_strings_in_a_table_come_in_as_notes_to_the_letter() {
    let rows = STRINGS.lines().enumerate().map(|(n, text)| {
        let text = text.replace('"', "\"\"");
        format!("2026-{:02}-{:02},5,\"{text}\"\n", 8 + n / 28, 1 + n % 28)
    });
    let table = format!("date,pain,notes\n{}", rows.collect::<String>());
    let options = ImportOptions::on(persona::day());
    let imported = import(table.as_bytes(), &options).map_err(|_| ()).unwrap();
    let notes: Vec<&str> = imported
        .entries
        .iter()
        .map(|(_, entry)| entry.note.as_str())
        .collect();
    assert_eq!(notes, STRINGS.lines().collect::<Vec<_>>());
}
