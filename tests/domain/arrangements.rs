//! What was agreed comes back to mind at the right time, and no longer than needed.

use tailored::domain::arrangements::{Agreement, Arrangements, FlarePlan, Reasons, ReminderKind};
use tailored::domain::date::NaiveDate;
use tailored::domain::ids::{AgreementId, TopicId};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn with(id: &str, change: impl FnOnce(&mut Agreement)) -> Arrangements {
    let mut agreement = Agreement::on(day(1));
    change(&mut agreement);
    let mut arrangements = Arrangements::default();
    arrangements
        .agreements
        .insert(AgreementId::from(id), agreement);
    arrangements
}

#[test]
fn a_step_comes_to_mind_two_days_ahead_and_until_it_is_done() {
    let mut kept = with("a", |agreement| agreement.by = Some(day(10)));
    let days_left = |kept: &Arrangements, today| {
        let reminders = kept.reminders(day(today));
        reminders.first().map(|reminder| reminder.days_left)
    };
    assert_eq!(days_left(&kept, 7), None);
    assert_eq!(days_left(&kept, 8), Some(2));
    assert_eq!(days_left(&kept, 10), Some(0));
    assert_eq!(days_left(&kept, 20), Some(-10));
    kept.agreements
        .get_mut(&AgreementId::from("a"))
        .unwrap()
        .done = Some(day(9));
    assert_eq!(days_left(&kept, 20), None);
}

#[test]
fn a_look_back_comes_to_mind_even_when_the_step_is_done() {
    let mut kept = with("a", |agreement| {
        agreement.done = Some(day(5));
        agreement.review = Some(day(20));
    });
    let kinds: Vec<_> = kept
        .reminders(day(20))
        .iter()
        .map(|each| each.kind)
        .collect();
    assert_eq!(kinds, [ReminderKind::LookBack]);
    kept.agreements
        .get_mut(&AgreementId::from("a"))
        .unwrap()
        .reviewed = Some(day(20));
    assert!(kept.reminders(day(25)).is_empty());
}

#[test]
fn an_agreement_without_dates_never_comes_to_mind() {
    assert!(with("a", |_| ()).reminders(day(28)).is_empty());
}

#[test]
fn the_earliest_reminder_comes_first() {
    let mut kept = with("a", |agreement| {
        agreement.by = Some(day(12));
        agreement.review = Some(day(11));
    });
    let mut other = Agreement::on(day(1));
    other.by = Some(day(3));
    kept.agreements.insert(AgreementId::from("b"), other);
    let dates: Vec<_> = kept
        .reminders(day(12))
        .iter()
        .map(|each| each.date)
        .collect();
    assert_eq!(dates, [day(3), day(11), day(12)]);
}

#[test]
fn the_latest_agreement_stands_first() {
    let mut kept = with("a", |agreement| agreement.agreed = day(1));
    kept.agreements
        .insert(AgreementId::from("b"), Agreement::on(day(9)));
    let ids: Vec<_> = kept
        .latest_first()
        .iter()
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(ids, ["b", "a"]);
}

#[test]
fn blanks_are_nothing() {
    let blank = FlarePlan {
        signs: " \n".to_owned(),
        ..FlarePlan::default()
    };
    assert!(blank.is_empty());
    let reasons = Reasons {
        words: " ".to_owned(),
        ..Reasons::default()
    };
    assert!(reasons.is_empty());
}

#[test]
fn a_later_assessment_begins_with_what_was_agreed_until_it_was_looked_back_on() {
    let mut kept = Arrangements::default();
    assert!(!kept.waits_for_a_look_back(day(20)));
    let id = AgreementId("a".to_owned());
    kept.agreements.insert(id.clone(), Agreement::on(day(20)));
    assert!(!kept.waits_for_a_look_back(day(20)), "it is of today");
    assert!(kept.waits_for_a_look_back(day(21)));
    if let Some(agreement) = kept.agreements.get_mut(&id) {
        agreement.reviewed = Some(day(22));
    }
    assert!(!kept.waits_for_a_look_back(day(23)));
}

#[test]
fn one_more_pair_of_medicines_is_to_be_asked_about_anew() {
    let pair = |one: &str, other: &str| vec![one.to_owned(), other.to_owned()];
    let topic = |pairs: &[Vec<String>]| TopicId::of_pairs(pairs.iter().map(Vec::as_slice));
    let bleeding = pair("ibuprofen", "apixaban");
    let kidneys = pair("ibuprofen", "furosemide");
    let both = topic(&[bleeding.clone(), kidneys.clone()]);
    assert_eq!(both, topic(&[kidneys, bleeding.clone()]));
    assert_ne!(both, topic(std::slice::from_ref(&bleeding)));
    assert_ne!(topic(&[bleeding]), topic(&[pair("naproxen", "apixaban")]));
}
