//! Numbers with their units: one door for every text, so the whole table is tried here.

use tailored::domain::ids::TherapyId;
use tailored::domain::plan::engine::plan;
use tailored::domain::plan::facts::{Facts, Value, fact};
use tailored::domain::questionnaire::model::{Answer, Tried, Unit};
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::words::{answer_words, tried_detail};
use tailored::i18n::{Lang, messages, plan_words};
use tailored::knowledge::units::{
    counted, one_of, typed_with_unit, unit_at_start, with_unit, years_and_months,
};
use tailored::knowledge::{ITEMS, ItemKind};

#[test]
fn one_is_never_many() {
    assert_eq!(counted(1_usize, "day", "days"), "1 day");
    assert_eq!(counted(0_u8, "day", "days"), "0 days");
    assert_eq!(counted(-1_i64, "day", "days"), "-1 days");
    assert_eq!(typed_with_unit("1", "years"), "1 year");
    assert_eq!(typed_with_unit(" 01 ", "weeks"), "1 week");
    assert_eq!(typed_with_unit("1,5", "years"), "1,5 years");
    assert_eq!(typed_with_unit("a few", ""), "a few");
}

#[test]
fn long_times_are_said_in_years() {
    for (months, said) in [
        (0, "0 months"),
        (1, "1 month"),
        (23, "23 months"),
        (24, "2 years"),
        (25, "2 years and 1 month"),
        (96, "8 years"),
    ] {
        assert_eq!(with_unit(months, "months"), said);
    }
    for (years, months, said) in [
        ("", "96", "8 years"),
        ("8", "", "8 years"),
        ("1", "", "1 year"),
        ("1", "1", "1 year and 1 month"),
        ("1", "18", "2 years and 6 months"),
        ("", "1", "1 month"),
        ("0", "", "0 months"),
        ("", "", ""),
        ("about 3", "", "about 3 years"),
    ] {
        assert_eq!(
            years_and_months(years, months),
            said,
            "{years:?} {months:?}"
        );
    }
}

#[test]
fn every_unit_of_a_question_has_a_word_for_one() {
    let units = ITEMS.iter().filter_map(|item| item.unit);
    assert!(units.clone().count() > 5);
    for unit in units {
        assert!(one_of(unit).is_some(), "{unit}");
    }
    assert_eq!(unit_at_start("weeks ago."), Some(("week", "weeks")));
    assert_eq!(unit_at_start("weekly"), None);
}

#[test]
fn each_number_that_was_answered_with_one_is_said_as_one() {
    let t = messages(Lang::English);
    for item in ITEMS.iter().filter(|item| item.unit.is_some()) {
        let said = match item.kind {
            ItemKind::Number => answer_words(t, item, Some(&Answer::Number("1".to_owned()))),
            _ => continue,
        };
        assert_eq!(said, format!("1 {}", one_of(item.unit.unwrap()).unwrap()));
    }
    let tried = |lasted: &str, lasted_unit| Tried {
        lasted: lasted.to_owned(),
        lasted_unit,
        ..Tried::new(TherapyId::from("physiotherapy"))
    };
    for (lasted, unit, said) in [
        ("1", Unit::Weeks, "1 week"),
        ("96", Unit::Months, "8 years"),
        ("1", Unit::Years, "1 year"),
    ] {
        assert!(tried_detail(t, &tried(lasted, unit)).contains(said));
    }
    assert_eq!((t.minutes_left)(1), "about 1 minute left");
    assert_eq!((t.paper.judge)(Some((1, 1))), "1 week");
    assert_eq!((t.logged_of)(1, 1), "Logged 1 of 1 day");
}

#[test]
fn the_reasons_of_a_plan_say_years() {
    let mut facts = Facts::default();
    for (id, number) in [(fact::PAIN_DURATION_MONTHS, 96.0), (fact::AGE, 50.0)] {
        facts.set(id, Value::Number(number)).unwrap();
    }
    let plan = plan(&facts, &SafetyAnswers::default());
    let texts: Vec<String> = plan
        .lines
        .iter()
        .flat_map(|line| &line.reasons)
        .map(|reason| reason.text.to_string())
        .collect();
    assert!(
        texts.iter().any(|text| text.contains("for 8 years.")),
        "{texts:?}"
    );
    assert!(!texts.iter().any(|text| text.contains("96")));
    let w = plan_words(Lang::English);
    assert_eq!(
        (w.fact_value)(fact::PAIN_DURATION_MONTHS, &Value::Number(96.0)),
        "Months with this pain: 96 (8 years)"
    );
}
