//! What the diary says about questions of the assessment: only with enough days, beside the answer and never over it.

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::{Entry, Taken};
use tailored::domain::diary::noted::noted;
use tailored::domain::ids::{EntryId, ItemId};
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::facts::{FactId, Noted, fact};
use tailored::domain::plan::told::{Told, told};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::{Lang, plan_page_words};
use tailored::knowledge::item;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

/// One entry for each of the last days, the latest first.
fn entries(count: u64, make: impl Fn(u64, &mut Entry)) -> Vec<Entry> {
    let day = |ago: u64| {
        let date = today().checked_sub_days(Days::new(ago)).unwrap();
        let mut entry = Entry::on(EntryId(format!("e{ago}")), date);
        make(ago, &mut entry);
        entry
    };
    (0..count).map(day).collect()
}

fn of(all: &[Noted], id: FactId) -> Option<(f64, usize, usize)> {
    let noted = all.iter().find(|noted| noted.fact == id)?;
    Some((noted.number, noted.days, noted.of))
}

fn headaches(ago: u64, entry: &mut Entry) {
    entry.headache.had = Some(ago.is_multiple_of(2));
    let sumatriptan = Taken {
        name: "Sumatriptan 50 mg".to_owned(),
        ..Taken::default()
    };
    entry.took_medicine = Some(ago.is_multiple_of(4));
    if ago.is_multiple_of(4) {
        entry.medicines = vec![sumatriptan];
    }
}

#[test]
fn the_last_week_gives_usual_and_worst_pain_from_five_days_on() {
    let week = |count| {
        noted(
            &entries(count, |ago, entry| {
                entry.pain = Some(4 + (ago % 3) as u8);
                entry.worst = Some(7);
            }),
            today(),
        )
    };
    assert_eq!(of(&week(4), fact::NRS_AVG7), None);
    assert_eq!(of(&week(5), fact::NRS_AVG7), Some((5.0, 5, 7)));
    assert_eq!(of(&week(60), fact::NRS_AVG7), Some((5.0, 7, 7)));
    assert_eq!(of(&week(60), fact::NRS_WORST7), Some((7.0, 7, 7)));
}

#[test]
fn a_month_gives_headache_and_medicine_days_from_three_weeks_on() {
    let month = |count| noted(&entries(count, headaches), today());
    assert_eq!(of(&month(20), fact::HEADACHE_DAYS), None);
    assert_eq!(of(&month(21), fact::HEADACHE_DAYS), Some((11.0, 21, 30)));
    let all = month(40);
    assert_eq!(of(&all, fact::HEADACHE_DAYS), Some((15.0, 30, 30)));
    // A headache that was treated with a triptan is a migraine day.
    assert_eq!(of(&all, fact::MIGRAINE_DAYS), Some((8.0, 30, 30)));
    assert_eq!(of(&all, fact::TRIPTAN_DAYS), Some((8.0, 30, 30)));
    assert_eq!(of(&all, fact::SIMPLE_DAYS), Some((0.0, 30, 30)));
    assert_eq!(of(&all, fact::MIXED_DAYS), Some((8.0, 30, 30)));
    // Days of which nobody said whether there was a headache are not days without one.
    let silent = entries(30, |ago, entry| {
        entry.pain = Some(5);
        entry.headache.had = (ago < 10).then_some(true);
    });
    assert_eq!(of(&noted(&silent, today()), fact::HEADACHE_DAYS), None);
    // Without headaches medicine days are about another pain.
    let back = entries(30, |_, entry| {
        entry.headache.had = Some(false);
        entry.took_medicine = Some(false);
    });
    assert_eq!(of(&noted(&back, today()), fact::SIMPLE_DAYS), None);
}

#[test]
fn poor_nights_are_those_of_a_week_on_average() {
    let nights = |count| {
        noted(
            &entries(count, |ago, entry| {
                entry.scales.sleep = Some(if ago.is_multiple_of(2) { 4 } else { 5 });
            }),
            today(),
        )
    };
    assert_eq!(of(&nights(13), fact::SLEEP_BAD_NIGHTS), None);
    assert_eq!(of(&nights(14), fact::SLEEP_BAD_NIGHTS), Some((4.0, 14, 28)));
    assert_eq!(of(&nights(90), fact::SLEEP_BAD_NIGHTS), Some((4.0, 28, 28)));
    assert!(noted(&[], today()).is_empty());
}

fn person(answers: &[(&str, Answer)]) -> Response {
    let answers = answers
        .iter()
        .map(|(id, answer)| (ItemId::from(*id), answer.clone()));
    Response {
        answers: answers.collect(),
        ..Response::default()
    }
}

fn number(typed: &str) -> Answer {
    Answer::Number(typed.to_owned())
}

fn head() -> (&'static str, Answer) {
    ("map.areas", Answer::Choices(vec!["head".to_owned()]))
}

#[test]
fn the_answer_of_the_person_is_never_overwritten() {
    let diary = noted(&entries(40, headaches), today());
    let heard = |response: &Response| {
        let mut course = course(response);
        course.hear_diary(&diary, response);
        course.facts
    };
    let nothing_said = heard(&person(&[head()]));
    assert_eq!(nothing_said.number(fact::HEADACHE_DAYS), Some(15.0));
    assert!(nothing_said.noted(fact::HEADACHE_DAYS).unwrap().used);
    let skipped = heard(&person(&[head(), ("head.days", Answer::Skipped)]));
    assert_eq!(skipped.number(fact::HEADACHE_DAYS), Some(15.0));
    let said = heard(&person(&[head(), ("head.days", number("4"))]));
    assert_eq!(said.number(fact::HEADACHE_DAYS), Some(4.0));
    assert!(!said.noted(fact::HEADACHE_DAYS).unwrap().used);
    // The diary has more migraine days than the person has headache days: it keeps silent.
    assert_eq!(said.number(fact::MIGRAINE_DAYS), None);
}

#[test]
fn the_diary_stays_heard_while_answers_change_and_shows_no_question() {
    let diary = noted(&entries(40, headaches), today());
    let mut response = person(&[head()]);
    let plain = course(&response);
    let mut kept = course(&response);
    kept.hear_diary(&diary, &response);
    assert_eq!(kept.visible, plain.visible);
    assert_eq!(kept.signs, plain.signs);
    response
        .answers
        .insert(ItemId::from("head.days"), number("20"));
    kept.update(item("head.days").unwrap(), &response);
    let mut fresh = course(&response);
    fresh.hear_diary(&diary, &response);
    assert_eq!(kept, fresh);
    assert_eq!(kept.facts.number(fact::HEADACHE_DAYS), Some(20.0));
    response.answers.remove(&ItemId::from("head.days"));
    kept.update(item("head.days").unwrap(), &response);
    assert_eq!(kept.facts.number(fact::HEADACHE_DAYS), Some(15.0));
    kept.hear_diary(&[], &response);
    assert_eq!(kept, course(&response));
}

#[test]
fn a_reason_says_that_it_is_from_the_diary_and_where_the_two_differ() {
    let diary = noted(&entries(40, headaches), today());
    let w = plan_page_words(Lang::English);
    let reasons = |answers: &[(&str, Answer)]| -> Vec<String> {
        let response = person(answers);
        let mut course = course(&response);
        course.hear_diary(&diary, &response);
        let plan = plan(&course.facts, &SafetyAnswers::default());
        let all = plan
            .lines
            .iter()
            .flat_map(|line| told(line, &plan.facts, &SafetyAnswers::default()));
        all.filter(|told| matches!(told, Told::Number(..) | Told::Noted(_) | Told::Differs(..)))
            .map(|told| (w.told)(&told))
            .collect()
    };
    let ticked = |ids: &[&str]| Answer::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
    let told = [
        head(),
        ("about.age", number("40")),
        ("map.main", Answer::Choice("head".to_owned())),
        ("head.mig3", ticked(&["sick", "light"])),
        ("health.medicines", ticked(&[])),
        ("health.conditions", ticked(&["migraine"])),
    ];
    let noted = reasons(&told);
    assert!(
        noted.contains(&"15 headache days a month (from your diary, 30 of 30 days)".to_owned()),
        "{noted:?}"
    );
    let mut own = told.to_vec();
    own.push(("head.days", number("20")));
    let both = reasons(&own);
    assert!(
        both.contains(&"20 headache days a month (your diary says 15)".to_owned()),
        "{both:?}"
    );
}
