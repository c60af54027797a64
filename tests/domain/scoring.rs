//! The results of our own checks: scores, missing answers, thresholds and their sources.

use tailored::domain::plan::facts::fact;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::scoring::{Meaning, Outcome, Reading, What, results};
use tailored::knowledge;

use super::flow::{choice, choices, number, place, told};

fn outcome(response: &Response, check: &str) -> Option<Outcome> {
    results(&course(response), response)
        .into_iter()
        .find(|result| result.check.id == check)
        .map(|result| result.outcome)
}

fn reading(response: &Response, check: &str) -> Reading {
    match outcome(response, check) {
        Some(Outcome::Known(reading)) => reading,
        other => panic!("{check}: {other:?}"),
    }
}

fn figures(reading: &Reading) -> Vec<(What, f64)> {
    let figures = reading.figures.iter();
    figures.map(|figure| (figure.what, figure.value)).collect()
}

const LEVEL: fn(u8) -> Answer = Answer::Level;

#[test]
fn a_check_that_nobody_answered_has_no_result() {
    let response = told([("pain.avg7", Answer::Skipped)]);
    assert!(results(&course(&response), &response).is_empty());
}

#[test]
fn the_impact_check_is_the_mean_of_three_answers_and_nothing_less() {
    let mut response = told([("pain.avg7", LEVEL(6)), ("pain.enjoy7", LEVEL(5))]);
    assert_eq!(outcome(&response, "own_impact"), Some(Outcome::Incomplete));
    response.answers.insert("pain.activity7".into(), LEVEL(8));
    let impact = reading(&response, "own_impact");
    let mean = 19.0 / 3.0;
    assert_eq!(figures(&impact), [(What::Impact, mean)]);
    assert_eq!(impact.meanings, [Meaning::WatchTheChange]);
}

#[test]
fn the_grade_follows_the_published_steps() {
    for (days, limits, enjoy, meaning) in [
        ("some", "never", 9, Meaning::LittlePain),
        ("most", "some", 0, Meaning::LittleImpact),
        ("every", "some", 5, Meaning::Bothersome),
        ("every", "most", 0, Meaning::HighImpact),
    ] {
        let response = told([
            ("pain.days3m", choice(days)),
            ("pain.limits3m", choice(limits)),
            ("pain.avg7", LEVEL(4)),
            ("pain.enjoy7", LEVEL(enjoy)),
            ("pain.activity7", LEVEL(3)),
        ]);
        assert_eq!(reading(&response, "own_grade").meanings, [meaning]);
    }
}

#[test]
fn three_nerve_signs_need_numbness_or_weakness_and_four_do_not() {
    let of = |signs: &[&str], second: Option<&[&str]>| {
        let mut response = told([
            ("map.areas", choices(&["knee"])),
            ("nerve.checklist", choices(signs)),
        ]);
        if let Some(second) = second {
            response
                .answers
                .insert("nerve.signs".into(), choices(second));
        }
        outcome(&response, "own_nerve")
    };
    let meaning = |outcome| match outcome {
        Some(Outcome::Known(reading)) => reading.meanings[0],
        other => panic!("{other:?}"),
    };
    let three = ["burn", "zap", "itch"];
    let four = ["burn", "zap", "itch", "cold"];
    assert_eq!(of(&three, None), Some(Outcome::Incomplete));
    assert_eq!(
        meaning(of(&three, Some(&["numbweak"]))),
        Meaning::SeveralNerveSigns
    );
    assert_eq!(
        meaning(of(&three, Some(&["touch"]))),
        Meaning::FewNerveSigns
    );
    assert_eq!(meaning(of(&four, None)), Meaning::SeveralNerveSigns);
    assert_eq!(meaning(of(&[], None)), Meaning::FewNerveSigns);
}

#[test]
fn mood_and_worry_are_two_sums_and_quiet_only_when_both_are_known() {
    let mut response = told([("mood.sad", LEVEL(2)), ("mood.joy", LEVEL(0))]);
    assert_eq!(outcome(&response, "own_mood"), Some(Outcome::Incomplete));
    response.answers.insert("mood.tense".into(), LEVEL(0));
    response.answers.insert("mood.worry".into(), LEVEL(0));
    let quiet = reading(&response, "own_mood");
    assert_eq!(figures(&quiet), [(What::Mood, 2.0), (What::Worry, 0.0)]);
    assert_eq!(quiet.meanings, [Meaning::MoodDoesNotStandOut]);
    response.answers.insert("mood.joy".into(), LEVEL(1));
    assert_eq!(
        reading(&response, "own_mood").meanings,
        [Meaning::TalkAboutMood]
    );
}

#[test]
fn poor_sleep_needs_nights_bother_and_months_and_breathing_stands_for_itself() {
    let mut response = told([
        ("sleep.nights", number("4")),
        ("sleep.bother", LEVEL(3)),
        ("sleep.signs", choices(&["snore"])),
    ]);
    assert_eq!(
        reading(&response, "own_sleep").meanings,
        [Meaning::AskAboutBreathing]
    );
    response.answers.insert(
        "sleep.months".into(),
        Answer::Duration {
            years: "1".to_owned(),
            months: String::new(),
        },
    );
    assert_eq!(
        reading(&response, "own_sleep").meanings,
        [Meaning::SleepCanBeTreated, Meaning::AskAboutBreathing]
    );
}

#[test]
fn the_alcohol_limit_depends_on_sex_and_stays_open_without_it() {
    let of = |sex: &str, levels: [u8; 3]| {
        let [often, drinks, six] = levels.map(LEVEL);
        let response = told([
            ("about.sex", choice(sex)),
            ("life.alcohol_often", often),
            ("life.alcohol_drinks", drinks),
            ("life.alcohol_six", six),
        ]);
        course(&response).facts.yes_no(fact::ALCOHOL_RISKY)
    };
    assert_eq!(of("female", [2, 1, 0]), Some(true));
    assert_eq!(of("male", [2, 1, 0]), Some(false));
    assert_eq!(of("not_said", [2, 1, 0]), None);
    assert_eq!(of("not_said", [2, 1, 1]), Some(true));
    assert_eq!(of("intersex", [1, 1, 0]), Some(false));
    // What was said before the person stopped drinking does not count any more.
    assert_eq!(of("male", [0, 4, 4]), Some(false));

    let half = told([("life.alcohol_often", LEVEL(3))]);
    assert!(!course(&half).facts.is_known(fact::ALCOHOL_RISKY));
    let never = told([("life.alcohol_often", LEVEL(0))]);
    let facts = course(&never).facts;
    assert_eq!(facts.yes_no(fact::HEAVY_DAILY_ALCOHOL), Some(false));
    assert_eq!(
        reading(&never, "own_alcohol").meanings,
        [Meaning::AlcoholIsLow]
    );
}

#[test]
fn headache_signs_and_lost_days_are_counted() {
    let lost = [("work", "4"), ("home", "100"), ("people", "2")];
    let response = told([
        ("map.areas", choices(&["head"])),
        ("head.days", number("9")),
        ("head.mig3", choices(&["sick", "light"])),
        (
            "head.lost",
            Answer::Numbers(
                lost.map(|(id, typed)| (id.to_owned(), typed.to_owned()))
                    .into(),
            ),
        ),
    ]);
    let migraine = reading(&response, "own_migraine");
    assert_eq!(migraine.meanings, [Meaning::LooksLikeMigraine]);
    assert_eq!(
        figures(&migraine),
        [(What::MigraineSigns, 2.0), (What::HeadacheDays, 9.0)]
    );
    assert_eq!(
        figures(&reading(&response, "own_headdays")),
        [(What::DaysNoWork, 4.0), (What::DaysNoPeople, 2.0)]
    );
}

#[test]
fn confidence_fear_and_general_signs_are_read() {
    let response = told([
        ("map.areas", choices(&["widespread"])),
        ("map.all", Answer::Sites(vec![place("knee")])),
        ("mind.useful", LEVEL(2)),
        ("mind.ordinary", LEVEL(3)),
        ("mind.worry", LEVEL(2)),
        ("mind.fear", LEVEL(6)),
        (
            "pain.duration",
            Answer::Duration {
                years: "2".to_owned(),
                months: String::new(),
            },
        ),
        ("wide.fatigue", LEVEL(1)),
    ]);
    assert_eq!(
        reading(&response, "own_confidence").meanings,
        [Meaning::ConfidenceCanGrow]
    );
    assert_eq!(
        reading(&response, "own_fear").meanings,
        [Meaning::TalkAboutFear]
    );
    let wide = reading(&response, "own_wide");
    assert_eq!(wide.meanings, [Meaning::NotWidespread]);
    assert_eq!(figures(&wide), [(What::PainAreas, 1.0)]);
}

#[test]
fn every_threshold_names_known_sources() {
    // Answers that bring every check to a result.
    let response = told([
        ("map.areas", choices(&["head", "knee"])),
        ("map.all", Answer::Sites(vec![place("knee")])),
        (
            "pain.duration",
            Answer::Duration {
                years: "2".to_owned(),
                months: String::new(),
            },
        ),
        ("pain.avg7", LEVEL(5)),
        ("pain.enjoy7", LEVEL(5)),
        ("pain.activity7", LEVEL(5)),
        ("pain.days3m", choice("every")),
        ("pain.limits3m", choice("every")),
        ("nerve.checklist", choices(&[])),
        ("mood.sad", LEVEL(3)),
        ("mood.joy", LEVEL(3)),
        ("sleep.nights", number("0")),
        ("mind.useful", LEVEL(2)),
        ("mind.ordinary", LEVEL(3)),
        ("mind.fear", LEVEL(7)),
        ("head.days", number("2")),
        ("head.mig3", choices(&[])),
        ("life.alcohol_often", LEVEL(0)),
    ]);
    let results = results(&course(&response), &response);
    let mut n_thresholds = 0;
    for result in &results {
        let Outcome::Known(reading) = &result.outcome else {
            panic!("{}", result.check.id);
        };
        for source in reading.thresholds.iter().flat_map(|known| known.sources) {
            let id = source.trim_end_matches(":K");
            assert!(knowledge::source(id).is_some(), "{source}");
            n_thresholds += 1;
        }
    }
    assert!(n_thresholds >= 10, "{n_thresholds}");
}
