//! Impossible and contradictory answers: pointed out, kept, and never a wrong value for a rule.

use tailored::domain::date::NaiveDate;
use tailored::domain::ids::RegionId;
use tailored::domain::plan::facts::{FactId, fact};
use tailored::domain::questionnaire::check::{MonthProblem, NumberProblem};
use tailored::domain::questionnaire::findings::{Odd, findings};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{
    Answer, Goal, Medicine, MonthYear, SafetyAnswer, Site, TestDone, Tried,
};
use tailored::domain::questionnaire::response::Response;

use super::flow::{choice, choices, day, number, place, told};

/// Each finding as item, record and what is odd.
fn found(response: &Response) -> Vec<(&'static str, Option<usize>, Odd)> {
    findings(&course(response), response, day())
        .into_iter()
        .map(|finding| (finding.item.id, finding.record, finding.odd))
        .collect()
}

fn is_known(response: &Response, id: FactId) -> bool {
    course(response).facts.is_known(id)
}

fn duration(years: &str, months: &str) -> Answer {
    Answer::Duration {
        years: years.to_owned(),
        months: months.to_owned(),
    }
}

fn month(month: &str, year: &str) -> MonthYear {
    MonthYear {
        month: month.to_owned(),
        year: year.to_owned(),
    }
}

#[test]
fn nothing_is_odd_about_plain_answers() {
    let response = told([
        ("about.age", number("41")),
        ("map.areas", choices(&["low_back", "head"])),
        ("pain.duration", duration("40", "11")),
        ("pain.avg7", Answer::Level(5)),
        ("pain.worst7", Answer::Level(5)),
        ("pain.days3m", choice("most")),
        ("back.onsetage", number("41")),
        ("head.days", number("12")),
        ("head.migdays", number("12")),
        ("pain.limits3m", choice("most")),
    ]);
    assert_eq!(found(&response), []);
    for id in [
        fact::PAIN_DURATION_MONTHS,
        fact::NRS_WORST7,
        fact::BACK_ONSET_AGE,
        fact::MIGRAINE_DAYS,
        fact::LIMITS_LIFE3M,
    ] {
        assert!(is_known(&response, id), "{}", id.fact().id);
    }
}

#[test]
fn numbers_that_nobody_can_have_are_pointed_out_and_do_not_count() {
    let out_of = |min, max| Odd::Number(NumberProblem::OutOfRange { min, max });
    let cases = [
        ("about.age", number("3"), out_of(10.0, 110.0), fact::AGE),
        (
            "head.days",
            number("45"),
            out_of(0.0, 30.0),
            fact::HEADACHE_DAYS,
        ),
        (
            "pain.duration",
            duration("75", "11"),
            out_of(0.0, 900.0),
            fact::PAIN_DURATION_MONTHS,
        ),
        (
            "about.body",
            Answer::Body {
                height_cm: "250".to_owned(),
                weight_kg: "25".to_owned(),
            },
            Odd::Number(NumberProblem::NotTogether),
            fact::BMI,
        ),
    ];
    for (id, answer, odd, fact) in cases {
        let response = told([
            ("map.areas", choices(&["head", "knee"])),
            (id, answer.clone()),
        ]);
        assert_eq!(found(&response), [(id, None, odd)]);
        assert!(!is_known(&response, fact), "{id}");
        assert_eq!(response.answer(id), Some(&answer), "kept as typed");
    }
}

#[test]
fn of_two_pain_ratings_that_contradict_each_other_neither_counts() {
    let response = told([
        ("pain.avg7", Answer::Level(8)),
        ("pain.worst7", Answer::Level(3)),
    ]);
    assert_eq!(found(&response), [("pain.worst7", None, Odd::BelowEarlier)]);
    assert!(!is_known(&response, fact::NRS_AVG7));
    assert!(!is_known(&response, fact::NRS_WORST7));
}

#[test]
fn more_days_stopped_than_days_with_pain_leave_the_grade_open() {
    let response = told([
        ("pain.days3m", choice("some")),
        ("pain.limits3m", choice("every")),
    ]);
    assert_eq!(
        found(&response),
        [("pain.limits3m", None, Odd::AboveEarlier)]
    );
    let facts = course(&response).facts.with_derived();
    assert!(!facts.is_known(fact::IMPACT_GRADE));
}

#[test]
fn what_is_longer_than_a_life_does_not_count() {
    let response = told([
        ("about.age", number("30")),
        ("map.areas", choices(&["low_back"])),
        ("pain.duration", duration("31", "1")),
        ("back.leg", choice("yes")),
        ("back.legweeks", number("1900")),
        ("back.onsetage", number("31")),
    ]);
    let odd = |id| (id, None, Odd::AboveEarlier);
    assert_eq!(
        found(&response),
        [
            odd("pain.duration"),
            odd("back.legweeks"),
            odd("back.onsetage")
        ]
    );
    for id in [
        fact::PAIN_DURATION_MONTHS,
        fact::LEG_PAIN_WEEKS,
        fact::BACK_ONSET_AGE,
    ] {
        assert!(!is_known(&response, id), "{}", id.fact().id);
    }
    assert!(is_known(&response, fact::AGE));
}

#[test]
fn migraine_days_above_headache_days_and_a_total_below_its_parts_do_not_count() {
    let numbers = [("simple", "12"), ("triptan", "6"), ("any", "8")];
    let response = told([
        ("map.areas", choices(&["head"])),
        ("head.days", number("10")),
        ("head.migdays", number("11")),
        (
            "head.meddays",
            Answer::Numbers(
                numbers
                    .map(|(id, typed)| (id.to_owned(), typed.to_owned()))
                    .into(),
            ),
        ),
    ]);
    let any = 5;
    assert_eq!(
        found(&response),
        [
            ("head.migdays", None, Odd::AboveEarlier),
            ("head.meddays", Some(any), Odd::SmallerThanAPart)
        ]
    );
    assert!(!is_known(&response, fact::MIGRAINE_DAYS));
    assert!(!is_known(&response, fact::MIXED_DAYS));
    assert!(is_known(&response, fact::SIMPLE_DAYS));
}

#[test]
fn the_levels_and_the_month_of_a_place_are_compared() {
    let site = |change: &dyn Fn(&mut Site)| {
        let mut site = place("knee");
        change(&mut site);
        let answers = [
            ("about.age", number("50")),
            ("map.all", Answer::Sites(vec![site])),
        ];
        found(&told(answers))
    };
    let odd = |odd| vec![("map.all", Some(0), odd)];
    let levels = |now, least, usual, worst| {
        site(&|site| {
            site.now = now;
            site.least = least;
            site.usual = usual;
            site.worst = worst;
        })
    };
    assert_eq!(levels(Some(4), Some(2), Some(5), Some(8)), []);
    assert_eq!(
        levels(None, None, Some(5), Some(3)),
        odd(Odd::WorstBelowUsual)
    );
    assert_eq!(
        levels(None, Some(6), Some(5), None),
        odd(Odd::LeastAboveUsual)
    );
    assert_eq!(
        levels(Some(9), None, None, Some(8)),
        odd(Odd::NowAboveWorst)
    );
    assert_eq!(
        levels(Some(1), Some(2), None, None),
        odd(Odd::NowBelowLeast)
    );

    let since = |typed: MonthYear| site(&|site| site.since = typed.clone());
    let wrong = |problem| odd(Odd::Month(problem));
    assert_eq!(day(), NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    assert_eq!(since(month("11", "2026")), []);
    assert_eq!(since(month("", "2026")), []);
    assert_eq!(since(month("12", "2026")), wrong(MonthProblem::AfterToday));
    assert_eq!(since(month("", "2027")), wrong(MonthProblem::AfterToday));
    assert_eq!(since(month("", "1974")), wrong(MonthProblem::BeforeBirth));
    assert_eq!(since(month("3", "")), wrong(MonthProblem::YearMissing));
    assert_eq!(since(month("", "last year")), wrong(MonthProblem::NotAYear));
}

#[test]
fn a_worst_pain_of_0_below_the_usual_one_does_not_take_the_place_off_the_map() {
    let mut site = place("knee");
    site.usual = Some(6);
    site.worst = Some(0);
    let response = told([("map.all", Answer::Sites(vec![site]))]);
    assert_eq!(course(&response).facts.number(fact::WPI), Some(1.0));
}

#[test]
fn tests_lie_behind_and_goals_ahead() {
    let test = TestDone {
        when: month("1", "2027"),
        ..TestDone::default()
    };
    let goal = Goal {
        words: "walk".to_owned(),
        by: month("10", "2026"),
    };
    let response = told([
        ("tests.list", Answer::Tests(vec![test])),
        ("goals.list", Answer::Goals(vec![goal])),
    ]);
    assert_eq!(
        found(&response),
        [
            ("tests.list", Some(0), Odd::Month(MonthProblem::AfterToday)),
            ("goals.list", Some(0), Odd::Month(MonthProblem::Past))
        ]
    );
}

#[test]
fn more_than_anybody_takes_is_pointed_out() {
    let medicine = Medicine {
        name: "Ibuprofen".to_owned(),
        a_day: "400".to_owned(),
        ..Medicine::default()
    };
    let mut tried = Tried::new("tens".into());
    tried.sessions = "5000".to_owned();
    let response = told([
        ("health.medlist", Answer::Medicines(vec![medicine])),
        ("tried.list", Answer::Tried(vec![tried])),
    ]);
    assert_eq!(
        found(&response),
        [
            ("health.medlist", Some(0), Odd::MoreThanPossible),
            ("tried.list", Some(0), Odd::MoreThanPossible)
        ]
    );
}

// ---- what another version or another program may have written

#[test]
fn a_map_of_which_no_place_is_known_says_nothing() {
    let site = Site {
        regions: vec![RegionId::from("from-another-version")],
        main: true,
        ..Site::default()
    };
    let response = told([("map.all", Answer::Sites(vec![site]))]);
    for id in [fact::WPI, fact::REGIONS5, fact::PAIN_SITES] {
        assert!(!is_known(&response, id), "{}", id.fact().id);
    }
    assert_eq!(found(&response), [("map.all", Some(0), Odd::Unknown)]);
}

#[test]
fn a_list_of_which_no_option_is_known_is_not_none_of_these() {
    let response = told([
        ("map.areas", choices(&["tail"])),
        ("health.conditions", choices(&["tail"])),
        ("nerve.checklist", choices(&["tail"])),
        ("life.around", choices(&["tail"])),
    ]);
    for id in [
        fact::PAIN_SITES,
        fact::CONDITIONS,
        fact::NERVE7,
        fact::LONELY,
    ] {
        assert!(!is_known(&response, id), "{}", id.fact().id);
    }
}

#[test]
fn a_level_beyond_the_steps_of_its_item_never_adds_up() {
    let response = told([
        ("mood.sad", Answer::Level(5)),
        ("mood.joy", Answer::Level(1)),
        ("mood.tense", Answer::Level(3)),
        ("mood.worry", Answer::Level(3)),
        ("life.alcohol_often", Answer::Level(9)),
        ("life.alcohol_drinks", Answer::Level(0)),
        ("life.alcohol_six", Answer::Level(0)),
    ]);
    assert!(!is_known(&response, fact::MOOD2));
    assert_eq!(course(&response).facts.number(fact::ANXIETY2), Some(6.0));
    assert!(!is_known(&response, fact::ALCOHOL_RISKY));
}

#[test]
fn an_answer_that_a_question_about_signs_does_not_have_counts_as_not_sure() {
    let said = |thoughts: SafetyAnswer| {
        let mut response = Response::default();
        // A question with the answers yes and no.
        let safety = &mut response.safety;
        safety.insert("q_sui_thoughts".into(), thoughts);
        safety.insert("q_sui_plan".into(), SafetyAnswer::No);
        course(&response).facts
    };
    // It was said, so it is not as if nobody had been asked.
    let odd = said(SafetyAnswer::OldUnchecked);
    assert!(odd.is_known(fact::SUICIDAL));
    assert_eq!(odd, said(SafetyAnswer::NotSure));
}
