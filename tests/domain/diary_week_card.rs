//! What a few days of a diary say by themselves: the right counts, never a claim, and sensible words for odd diaries.

use std::time::Instant;

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::{About, CanDo, Entry, Taken};
use tailored::domain::diary::insight::counts::{LEAST_COUNTED, counts};
use tailored::domain::diary::insight::table::{Outcome, Table};
use tailored::domain::diary::medicines::days::medicine_days;
use tailored::domain::diary::series;
use tailored::domain::diary::week_card::{
    MONTH, NotYet, Says, Sentence, WEEK, WeekCard, YesNo, card, card_of, chart, day_on_day,
};
use tailored::domain::ids::{EntryId, FactorId};
use tailored::i18n::{Lang, week_words};

fn today() -> NaiveDate {
    // A Monday.
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today().checked_sub_days(Days::new(days)).unwrap()
}

fn entry(days_ago: u64, make: impl FnOnce(&mut Entry)) -> Entry {
    let mut entry = Entry::on(EntryId(format!("e{days_ago}")), ago(days_ago));
    make(&mut entry);
    entry
}

fn pain(days_ago: u64, pain: u8) -> Entry {
    entry(days_ago, |entry| entry.pain = Some(pain))
}

/// The card of the week, of a diary that began with its first entry.
fn week(entries: &[Entry]) -> WeekCard {
    let began = entries.iter().map(|entry| entry.date).min();
    card(entries, began, today(), WEEK).expect("a card")
}

pub fn words(sentence: &Sentence) -> String {
    (week_words(Lang::English).sentence)(sentence, WEEK as usize)
}

fn texts(card: &WeekCard) -> Vec<String> {
    card.sentences.iter().map(words).collect()
}

fn text_of(card: &WeekCard, kind: &str) -> Option<String> {
    let sentence = card.sentences.iter().find(|said| said.kind() == kind);
    sentence.map(words)
}

/// Sunday to Saturday are one to seven days ago, so that today is still empty: 7, 8, 4, –, 6, –, 5 from Monday on.
fn the_week_of_the_mock_up() -> Vec<Entry> {
    let sleeps = |entry: &mut Entry, pain, sleep| {
        entry.pain = Some(pain);
        entry.scales.sleep = Some(sleep);
    };
    vec![
        pain(40, 5),
        entry(7, |entry| sleeps(entry, 7, 3)),
        entry(6, |entry| sleeps(entry, 8, 2)),
        entry(5, |entry| {
            sleeps(entry, 4, 7);
            entry.note = "baked with Mia. Paid a little for it, worth it.".to_owned();
            entry.did_matter = Some(true);
        }),
        entry(3, |entry| sleeps(entry, 6, 4)),
        entry(1, |entry| sleeps(entry, 5, 8)),
    ]
}

#[test]
fn a_week_is_told_in_counts_with_their_days() {
    let card = week(&the_week_of_the_mock_up());
    assert_eq!(card.days[0].date, ago(7));
    assert_eq!(card.days[6].date, ago(1));
    assert_eq!(
        texts(&card),
        [
            "You noted 5 of 7 days.",
            "Usual pain: 6, the middle of 5 days. Your lowest day was 4, your highest 8.",
            "The worst was 8, on Tuesday.",
            "The easiest day was Wednesday, with a usual pain of 4.",
            "Sleep: 4 of 10, the middle of 5 nights. 3 nights were poor, with 4 or less.",
            "Something that matters to you on 1 day. 4 noted days do not say.",
            "Wednesday: “baked with Mia. Paid a little for it, worth it.”",
        ]
    );
    let usual = &card.sentences[1];
    assert_eq!(usual.days, [ago(7), ago(6), ago(5), ago(3), ago(1)]);
    assert_eq!(
        usual.numbers(),
        [
            ("middle", 6.0),
            ("lowest", 4.0),
            ("highest", 8.0),
            ("days", 5.0)
        ]
    );
    assert_eq!(card.sentences[2].days, [ago(6)]);
}

#[test]
fn a_card_comes_with_the_seventh_day_and_ends_with_yesterday_while_today_is_empty() {
    let began = Some(ago(6));
    let first_only = [pain(6, 5)];
    // Six days are over and today has no note: the seventh is not there yet.
    assert_eq!(
        card(&first_only, began, today(), WEEK),
        Err(NotYet::Until(today()))
    );
    let with_today = [pain(6, 5), pain(0, 4)];
    let found = card(&with_today, began, today(), WEEK).expect("a card");
    assert_eq!(found.days[6].date, today());
    assert_eq!(
        text_of(&found, "noted").as_deref(),
        Some("You noted 2 of 7 days.")
    );
    assert_eq!(card(&[], None, today(), WEEK), Err(NotYet::Empty));
    // A clock that was wrong: the only note is after today.
    let later = today().checked_add_days(Days::new(3));
    assert_eq!(card(&[], later, today(), WEEK), Err(NotYet::Empty));
    assert_eq!(
        card(&with_today, began, today(), MONTH),
        Err(NotYet::Until(
            ago(6).checked_add_days(Days::new(27)).unwrap()
        ))
    );
}

#[test]
fn today_is_told_beside_yesterday_and_an_empty_day_is_not_one_without_pain() {
    let said = |entries: &[Entry]| {
        let began = entries.iter().map(|entry| entry.date).min();
        day_on_day(&series::days(entries, today(), 2), began).map(|said| words(&said))
    };
    let text = |entries: &[Entry]| said(entries).expect("a sentence");
    assert_eq!(
        text(&[pain(1, 6), pain(0, 4)]),
        "Pain 4 today, 6 yesterday: 2 points less."
    );
    assert_eq!(
        text(&[pain(1, 3), pain(0, 4)]),
        "Pain 4 today, 3 yesterday: 1 point more."
    );
    assert_eq!(
        text(&[pain(1, 4), pain(0, 4)]),
        "Pain 4 today, 4 yesterday: about the same."
    );
    assert_eq!(
        text(&[pain(1, 0), pain(0, 0)]),
        "No pain today, and none yesterday."
    );
    assert_eq!(
        text(&[pain(1, 0), pain(0, 3)]),
        "Pain 3 today. Yesterday you had no pain."
    );
    assert_eq!(
        text(&[pain(1, 3), pain(0, 0)]),
        "No pain today. Yesterday it was 3."
    );
    assert_eq!(
        text(&[pain(9, 3), pain(0, 5)]),
        "Pain 5 today. Nothing is noted for yesterday."
    );
    assert_eq!(
        text(&[pain(1, 5)]),
        "Yesterday it was 5. Nothing is noted for today yet."
    );
    assert_eq!(
        text(&[pain(0, 5)]),
        "Pain 5 today. This is your first day. Tomorrow you see the two side by side."
    );
    assert_eq!(
        text(&[pain(1, 5), entry(0, |entry| entry.note = "rain".to_owned())]),
        "Today is noted, without a number for the pain. Yesterday it was 5."
    );
    // No usual pain and a bad hour is no day without pain.
    let bad_hour = entry(0, |entry| {
        entry.pain = Some(0);
        entry.worst = Some(7);
    });
    assert_eq!(
        text(&[pain(1, 0), bad_hour]),
        "Pain 0 today. Yesterday you had no pain."
    );
    assert_eq!(said(&[pain(9, 5)]), None);
}

#[test]
fn the_small_chart_comes_on_the_third_day() {
    let two = [pain(1, 5), pain(0, 4)];
    assert!(chart(&two, Some(ago(1)), today()).is_empty());
    assert_eq!(chart(&two, Some(ago(2)), today()).len(), 7);
    assert!(chart(&[pain(300, 5)], Some(ago(300)), today()).is_empty());
}

#[test]
fn yes_no_and_not_said_stay_apart() {
    let took = |days_ago, took| entry(days_ago, |entry| entry.took_medicine = took);
    let card = week(&[
        pain(9, 1),
        took(4, Some(true)),
        took(3, Some(false)),
        took(2, None),
        took(1, Some(false)),
    ]);
    let said = card
        .sentences
        .iter()
        .find(|said| said.kind() == "painkiller");
    let said = said.expect("a sentence");
    assert_eq!(
        said.says,
        Says::Took(YesNo {
            yes: 1,
            no: 2,
            unsaid: 1
        })
    );
    assert_eq!(said.days, [ago(4), ago(3), ago(1)]);
    assert_eq!(
        words(said),
        "A painkiller on 1 day, none on 2. 1 noted day does not say."
    );
    // Nobody was asked: no sentence, and no zero.
    let card = week(&[pain(9, 1), took(2, None)]);
    assert_eq!(text_of(&card, "painkiller"), None);
    assert_eq!(text_of(&card, "sleep"), None);
    assert_eq!(text_of(&card, "headache"), None);
    assert_eq!(
        text_of(&card, "no_number").as_deref(),
        Some("1 day has a note and no number for the pain.")
    );
}

fn takes(days_ago: u64, name: &str) -> Entry {
    entry(days_ago, |entry| {
        entry.pain = Some(5);
        entry.took_medicine = Some(true);
        entry.medicines = vec![Taken {
            name: name.to_owned(),
            ..Taken::default()
        }];
    })
}

#[test]
fn medicine_days_name_the_substance_and_the_limit_and_agree_with_the_medicine_page() {
    let mut entries: Vec<Entry> = (1..=9).map(|ago| takes(ago * 3, "Maxalt 10 mg")).collect();
    entries.push(takes(2, "Ibuprofen 400 mg"));
    entries.push(takes(1, "Voltaren gel"));
    let card = week(&entries);
    let limits: Vec<&Sentence> = (card.sentences.iter())
        .filter(|said| said.kind() == "limit")
        .collect();
    let said: Vec<String> = limits.iter().copied().map(words).collect();
    assert_eq!(
        said,
        [
            "Simple painkillers (ibuprofen): noted on 1 day of these 7, and on 1 of the last 30. In people who get headaches, 15 days a month or more can bring more of them.",
            "Triptans (rizatriptan): noted on 2 days of these 7, and on 9 of the last 30. In people who get headaches, 10 days a month or more can bring more of them. You are close to that.",
            "Two or more of these kinds together: noted on 3 days of these 7, and on 10 of the last 30. In people who get headaches, 10 days a month or more can bring more of them. Ask your doctor or pharmacist how to stop or cut down. Never stop an opioid, such as codeine, suddenly.",
        ]
    );
    let last = card.days[6].date;
    let counted = medicine_days(&entries, last);
    assert_eq!(limits.len(), counted.kinds.len());
    for (sentence, kind) in limits.iter().zip(&counted.kinds) {
        let Says::Limit(limit) = &sentence.says else {
            panic!("{sentence:?}");
        };
        assert_eq!(limit.kind.id, kind.kind.id);
        assert_eq!(limit.last_30, kind.last_30);
        assert_eq!(sentence.days.len(), kind.last_30);
    }
}

#[test]
fn odd_diaries_get_sensible_words() {
    // One entry a month.
    let monthly: Vec<Entry> = (0..12).map(|month| pain(2 + 30 * month, 5)).collect();
    assert_eq!(
        texts(&week(&monthly)),
        [
            "You noted 1 of 7 days.",
            "1 day has a number for the pain: 5 on Saturday. From 4 days on you see the middle.",
        ]
    );
    // Only days without pain.
    let free: Vec<Entry> = (0..10).map(|ago| pain(ago, 0)).collect();
    assert_eq!(
        texts(&week(&free)),
        [
            "You noted all 7 days.",
            "No pain on any of the 7 days you noted."
        ]
    );
    // Only notes.
    let notes: Vec<Entry> = (0..10)
        .map(|ago| entry(ago, |entry| entry.note = format!("Note {ago}")))
        .collect();
    assert_eq!(
        texts(&week(&notes)),
        [
            "You noted all 7 days.",
            "7 days have a note and no number for the pain.",
            "Saturday: “Note 2”",
            "Sunday: “Note 1”",
            "Monday: “Note 0”",
        ]
    );
    // A gap of a year.
    assert_eq!(
        texts(&week(&[pain(400, 5)])),
        ["Nothing is noted for these 7 days. That is fine. It says nothing about the pain."]
    );
    // Forty a day, all alike.
    let forty: Vec<Entry> = (0..400).map(|n| pain(n / 40, 5)).collect();
    assert_eq!(
        texts(&week(&forty)),
        [
            "You noted all 7 days.",
            "Your usual pain was 5 on each of 7 days.",
            "The worst was 5 on each of 7 days.",
        ]
    );
    // A long note is left to the diary.
    let long = entry(1, |entry| entry.note = "word ".repeat(500));
    assert_eq!(text_of(&week(&[pain(9, 1), long]), "note"), None);
}

#[test]
fn nights_are_compared_only_when_both_kinds_of_night_and_of_day_are_there() {
    let night = |days_ago, pain, sleep| {
        entry(days_ago, |entry| {
            entry.pain = Some(pain);
            entry.scales.sleep = Some(sleep);
        })
    };
    let nights = |days: &[(u8, u8)]| {
        let mut entries: Vec<Entry> = (days.iter().zip(1..))
            .map(|((pain, sleep), ago)| night(ago, *pain, *sleep))
            .collect();
        entries.push(pain(30, 4));
        text_of(&week(&entries), "nights_before_harder_days")
    };
    let level = [(5, 2), (5, 8), (5, 2), (5, 8), (5, 2), (5, 8)];
    assert_eq!(nights(&level), None, "no harder day");
    let two = [(8, 2), (7, 8), (5, 2), (5, 8), (4, 2), (3, 8)];
    assert_eq!(nights(&two), None, "two harder days");
    let poor = [(8, 2), (7, 2), (6, 2), (3, 2), (4, 2), (5, 2)];
    assert_eq!(nights(&poor), None, "poor nights alone");
    let good = [(8, 9), (7, 9), (6, 9), (3, 9), (4, 9), (5, 9)];
    assert_eq!(nights(&good), None, "good nights alone");
    let both = [(8, 2), (7, 2), (6, 9), (3, 2), (4, 9), (5, 9)];
    assert_eq!(
        nights(&both).as_deref(),
        Some(
            "6 days cannot show whether sleep and pain go together; it may be chance. A poor night came before 2 of the 3 harder days with a pain of 6 or more, and before 1 of the 3 other days."
        )
    );
}

#[test]
fn four_weeks_have_the_same_form_and_need_as_large_a_share() {
    let most: Vec<Entry> = (0..28).map(|ago| pain(ago, 3 + (ago % 5) as u8)).collect();
    let month = card(&most, Some(ago(27)), today(), MONTH).expect("a card");
    let text = |sentence: &Sentence| (week_words(Lang::English).sentence)(sentence, 28);
    let said: Vec<String> = month.sentences.iter().map(text).collect();
    assert_eq!(
        said,
        [
            "You noted all 28 days.",
            "Usual pain: 5, the middle of 28 days. Your lowest day was 3, your highest 7.",
            "The worst was 7, on 5 days.",
            "The easiest were 6 days, with a usual pain of 3.",
        ]
    );
    let few = card(&most[..15], Some(ago(40)), today(), MONTH).expect("a card");
    assert_eq!(few.sentences[1].kind(), "few_numbers");
}

#[test]
fn what_was_done_is_counted_by_its_days() {
    let card = week(&[
        pain(30, 5),
        entry(3, |entry| {
            entry.can_do = Some(CanDo::Most);
            entry.activities = vec!["Garden".to_owned(), "Garden".to_owned()];
            entry.activity_min = Some(20);
        }),
        entry(2, |entry| {
            entry.can_do = Some(CanDo::Little);
            entry.activities = vec!["Garden".to_owned()];
            entry.activity_min = Some(0);
        }),
    ]);
    let of = |kind| text_of(&card, kind).expect("a sentence");
    assert_eq!(of("did"), "Garden: on 2 days (Friday and Saturday).");
    assert_eq!(of("moved"), "Moving: 20 minutes on 1 day.");
    assert_eq!(
        of("could_do"),
        "What you could do, from 2 days: most things on 1 and very little on 1."
    );
}

#[test]
fn counts_of_what_is_watched_need_six_days_on_each_side_and_divide_by_nothing() {
    let id = || FactorId("f1".to_owned());
    let watched = |n_with: u64, n_without: u64| {
        let days = 0..n_with + n_without;
        days.map(|ago| {
            entry(ago, |entry| {
                let with = ago < n_with;
                entry.about = Some(About::Day);
                entry.pain = Some(if with { 6 } else { 4 });
                entry.factors.insert(id(), with);
            })
        })
        .collect::<Vec<Entry>>()
    };
    let text = |entries: &[Entry], outcome| {
        let table = Table::of(entries, &[id()], outcome, today());
        (week_words(Lang::English).counted)(&counts(&table)[0])
    };
    assert_eq!(LEAST_COUNTED, 6);
    assert_eq!(
        text(&watched(6, 8), Outcome::Pain),
        "6 days with it: usual pain 6. 8 days without it: usual pain 4. That may be chance."
    );
    assert_eq!(
        text(&watched(12, 0), Outcome::Pain),
        "12 days with it, 0 without. From 6 days on each side you see the pain on both."
    );
    assert_eq!(
        text(&[], Outcome::Pain),
        "0 days with it, 0 without. From 6 days on each side you see the pain on both."
    );
    let mut headaches = watched(6, 7);
    for (place, entry) in headaches.iter_mut().enumerate() {
        entry.headache.had = Some(place % 2 == 0);
    }
    assert_eq!(
        text(&headaches, Outcome::HeadacheOnset),
        "6 days with it: a headache on 3. 7 days without it: a headache on 4. That may be chance."
    );
}

#[test]
fn a_card_costs_no_more_in_a_diary_of_decades() {
    let decades: Vec<Entry> = (0..14_600).map(|ago| pain(ago, (ago % 9) as u8)).collect();
    // What the app hands in: the days that are looked at, read by their months.
    let young = &decades[..40];
    let began = Instant::now();
    for _ in 0..200 {
        assert_eq!(card_of(young, today(), WEEK).days.len(), 7);
    }
    println!("200 cards from 40 entries: {:?}", began.elapsed());
    assert_eq!(
        texts(&card_of(young, today(), WEEK)),
        texts(&card_of(&decades, today(), WEEK)),
    );
}
