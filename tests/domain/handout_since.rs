//! What changed since the last visit, and two languages on one paper.

use tailored::domain::arrangements::{Agreement, Arrangements, Reasons};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series::{self, Day};
use tailored::domain::handout::Handout;
use tailored::domain::handout::fit::{fit, fits};
use tailored::domain::handout::sheets::{Print, Sheets, StripRow};
use tailored::domain::handout::since::{Number, Since};
use tailored::domain::ids::{EntryId, TherapyId};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Medicine};
use tailored::domain::questionnaire::response::Response;
use tailored::i18n::{Lang, Messages, messages, plan_words, sheets};

use super::flow::told;
use super::handout::made;
use super::personas::{PERSONAS, response};

fn then() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 20).unwrap()
}

fn medicines(names: &[&str]) -> Answer {
    let medicine = |name: &&str| Medicine {
        name: (*name).to_owned(),
        ..Medicine::default()
    };
    Answer::Medicines(names.iter().map(medicine).collect())
}

fn with_pain(pain: u8, list: &[&str]) -> Response {
    told([
        ("pain.avg7", Answer::Level(pain)),
        ("health.medlist", medicines(list)),
    ])
}

fn since(before: &Response, now: &Response) -> Since {
    let made = course(now);
    Since::of(
        Some((then(), before)),
        (&made, now),
        &Arrangements::default(),
    )
}

pub fn said(handout: &Handout) -> Sheets {
    sheets(messages(Lang::English), plan_words(Lang::English), handout)
}

#[test]
fn numbers_of_both_visits_stand_beside_one_another_and_a_small_change_is_none() {
    let (before, now) = (with_pain(7, &["A"]), with_pain(6, &["A"]));
    let since = since(&before, &now);
    assert_eq!(since.numbers, [(Number::Usual, 7.0, 6.0)]);
    let handout = made(&now).with_the_past(&Arrangements::default(), since);
    let note = &said(&handout).told[0];
    assert_eq!(note.name, "Since 20 August 2026:");
    assert_eq!(note.text, "usual pain 7 → 6 (−14 %, no clear change)");
}

#[test]
fn a_change_of_three_in_ten_is_told_without_a_verdict() {
    let (before, now) = (with_pain(10, &[]), with_pain(7, &[]));
    let handout = made(&now).with_the_past(&Arrangements::default(), since(&before, &now));
    assert_eq!(said(&handout).told[0].text, "usual pain 10 → 7 (−30 %)");
}

#[test]
fn new_and_stopped_medicines_are_named_by_their_names_alone() {
    let before = with_pain(6, &["Ibuprofen", "Sertraline "]);
    let now = with_pain(6, &["sertraline", "Duloxetine"]);
    let since = since(&before, &now);
    let names = |list: &[Medicine]| list.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&since.new_medicines), ["Duloxetine"]);
    assert_eq!(names(&since.stopped_medicines), ["Ibuprofen"]);
}

#[test]
fn a_list_that_was_not_answered_both_times_says_nothing_about_what_is_new() {
    let (before, now) = (
        told([("pain.avg7", Answer::Level(6))]),
        with_pain(6, &["A"]),
    );
    let since = since(&before, &now);
    assert!(since.new_medicines.is_empty() && since.stopped_medicines.is_empty());
}

#[test]
fn what_was_agreed_last_stands_with_whether_it_is_done() {
    let agreement = |day: u32, step: &str, done: Option<NaiveDate>| Agreement {
        step: step.to_owned(),
        done,
        ..Agreement::on(NaiveDate::from_ymd_opt(2026, 8, day).unwrap())
    };
    let mut arrangements = Arrangements::default();
    for (id, agreement) in [
        ("a", agreement(1, "an older one", None)),
        ("b", agreement(20, "walk each day", Some(then()))),
        ("c", agreement(20, "ask about sleep", None)),
    ] {
        arrangements.agreements.insert(id.into(), agreement);
    }
    let now = with_pain(6, &[]);
    let since = Since::of(None, (&course(&now), &now), &arrangements);
    let handout = made(&now).with_the_past(&arrangements, since);
    let note = &said(&handout).told[0];
    assert_eq!(note.name, "Agreed on 20 August 2026:");
    assert_eq!(
        note.text,
        "walk each day (done); ask about sleep (not done yet)"
    );
}

#[test]
fn the_persons_reason_stands_under_the_option() {
    let handout = made(&response(PERSONAS[3].1));
    let id = TherapyId::from(handout.options[0].line.therapy.id);
    let mut arrangements = Arrangements::default();
    let reasons = Reasons {
        words: "I cannot get there".to_owned(),
        ..Reasons::default()
    };
    arrangements.reasons.insert(id, reasons);
    let handout = handout.with_the_past(&arrangements, Since::default());
    let options = said(&handout).options.unwrap().shown;
    assert_eq!(options[0].because, "My reason: I cannot get there");
    assert!(options[1..].iter().all(|row| row.because.is_empty()));
}

/// A second language of which only a few words are there.
fn second() -> &'static Messages {
    Box::leak(Box::new(Messages {
        allergies_label: "Unverträglich",
        of_ten: |level| format!("{level} von 10"),
        ..*messages(Lang::English)
    }))
}

#[test]
fn coded_answers_stand_in_both_languages_and_own_words_once() {
    let handout = made(&response(PERSONAS[3].1));
    let words = plan_words(Lang::English);
    let both = said(&handout).beside(&sheets(second(), words, &handout));
    let allergies = both.strip.iter().find_map(|row| match row {
        StripRow::Pair(allergies, _) => Some(allergies.name.as_str()),
        StripRow::Wide(_) | StripRow::Own(_) => None,
    });
    assert_eq!(allergies, Some("Bad reactions: / Unverträglich:"));
    assert_eq!(both.wish, said(&handout).wish, "own words stand once");
    let helps = &both.medicines.as_ref().unwrap().shown[0].cells[3];
    assert_eq!(helps, "2 of 10 / 2 von 10");
    // The pages fit with it as well.
    for print in [Print::Normal, Print::Large] {
        assert!(fits(&fit(&both, print, 0.0).sheets, print));
    }
}

#[test]
fn the_diary_stands_beside_the_answers_with_what_it_rests_on() {
    let diary = |last: u64, pain: u8, each: u64| {
        let first = then() - Days::new(27) + Days::new(last);
        let kept: Vec<_> = (0..28)
            .filter(|day| day % each == 0)
            .map(|day| Entry {
                pain: Some(pain),
                ..Entry::on(EntryId(format!("e{day}")), first + Days::new(day))
            })
            .collect();
        series::days(&kept, then() + Days::new(last), 28)
    };
    let (before, now) = (with_pain(7, &[]), with_pain(7, &[]));
    let said_with = |then: &[Day], days: &[Day]| {
        let since = since(&before, &now).with_diary(then, days);
        let handout = made(&now).with_the_past(&Arrangements::default(), since);
        said(&handout).told[0].text.clone()
    };
    assert_eq!(
        said_with(&diary(0, 6, 1), &diary(60, 4, 1)),
        "usual pain 7 → 7; diary, mean pain 6.0 (28 of 28 days logged) → 4.0 (28 of 28)"
    );
    // Too few days in one stretch, or the same days in both, say nothing.
    assert_eq!(
        said_with(&diary(0, 6, 3), &diary(60, 4, 1)),
        "usual pain 7 → 7"
    );
    assert_eq!(
        said_with(&diary(0, 6, 1), &diary(27, 4, 1)),
        "usual pain 7 → 7"
    );
}
