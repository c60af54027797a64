//! By which number of the diary something that was agreed is judged, and on which day; from how many days a number is said.

use tailored::domain::arrangements::judging::{day_to_judge, suggested};
use tailored::domain::arrangements::{Agreement, DiaryNumber, Reading, TooFew};
use tailored::domain::date::{NaiveDate, days_between};
use tailored::domain::diary::entry::Entry;
use tailored::domain::plan::facts::fact;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::Response;
use tailored::domain::treatments::search::trial_of;
use tailored::i18n::{Lang, messages};
use tailored::knowledge::{ITEMS, JUDGES, THERAPIES, Word, therapy};

use super::after_the_visit::{after, notes, visit};

fn goals(ids: &[&str]) -> Vec<Word> {
    let item = ITEMS.iter().find(|item| item.id == "goals.pick").unwrap();
    let mut words = Vec::new();
    let mut told = Response::default();
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    told.answers.insert(item.id.into(), Answer::Choices(ids));
    let facts = course(&told).facts;
    words.extend(facts.known_words(fact::GOALS));
    words
}

#[test]
fn each_number_of_the_diary_is_read_with_the_days_that_it_rests_on() {
    let last = after(30);
    let entries = notes(last, 28, |date, entry| {
        let even = days_between(visit(), date) % 2 == 0;
        entry.pain = Some(if even { 4 } else { 6 });
        entry.worst = Some(8);
        entry.scales.interference = Some(5);
        entry.scales.sleep = Some(3);
        entry.scales.mood = Some(7);
        entry.activity_min = Some(20);
        entry.headache.had = Some(even);
        entry.took_medicine = Some(!even);
        entry.did_matter = Some(true);
    });
    let read = |number: DiaryNumber| number.read(&entries, None, last).unwrap();
    let middle = |number: f64| Reading {
        number,
        days: 14,
        of: 14,
    };
    let count = |number: f64| Reading {
        number,
        days: 28,
        of: 28,
    };
    for (number, wanted) in [
        (DiaryNumber::UsualPain, middle(5.0)),
        (DiaryNumber::WorstPain, middle(8.0)),
        (DiaryNumber::Interference, middle(5.0)),
        (DiaryNumber::Sleep, middle(3.0)),
        (DiaryNumber::Mood, middle(7.0)),
        (DiaryNumber::Activity, middle(20.0)),
        (DiaryNumber::HeadacheDays, count(14.0)),
        (DiaryNumber::MedicineDays, count(14.0)),
        (DiaryNumber::DaysThatMattered, count(28.0)),
    ] {
        assert_eq!(read(number), wanted, "{number:?}");
    }
}

#[test]
fn without_enough_days_there_is_no_number() {
    let last = after(30);
    for number in DiaryNumber::ALL {
        let least = if number.is_count() { 20 } else { 8 };
        let none = TooFew { have: 0, least };
        assert_eq!(number.read(&[], None, last), Err(none), "{number:?}");
        // Days without this number do not count, however many there are.
        let silent = notes(last, 28, |_, _| ());
        assert_eq!(number.read(&silent, None, last), Err(none), "{number:?}");
    }
    let seven = notes(last, 7, |_, entry| entry.pain = Some(5));
    let few = TooFew { have: 7, least: 8 };
    assert_eq!(DiaryNumber::UsualPain.read(&seven, None, last), Err(few));
    let nineteen = notes(last, 19, |_, entry| entry.headache.had = Some(true));
    let few = TooFew {
        have: 19,
        least: 20,
    };
    let read = DiaryNumber::HeadacheDays.read(&nineteen, None, last);
    assert_eq!(read, Err(few));
}

#[test]
fn a_day_that_is_not_known_is_no_day_without() {
    let last = after(30);
    let entries = notes(last, 28, |date, entry| {
        if days_between(date, last) < 21 {
            entry.took_medicine = Some(true);
        }
    });
    let read = DiaryNumber::MedicineDays
        .read(&entries, None, last)
        .unwrap();
    assert_eq!((read.number, read.days, read.of), (21.0, 21, 28));
    assert_eq!(
        (messages(Lang::English).after_visit.reading)(DiaryNumber::MedicineDays, Ok(read)),
        "21 of 21 days written down"
    );
}

#[test]
fn minutes_of_one_day_are_added_and_a_second_number_of_a_night_is_not() {
    let last = after(30);
    let mut entries = notes(last, 14, |_, entry| {
        entry.activity_min = Some(10);
        entry.scales.sleep = Some(2);
    });
    entries.extend(notes(last, 14, |_, entry| {
        entry.activity_min = Some(15);
        entry.scales.sleep = Some(9);
    }));
    let read = |number: DiaryNumber| number.read(&entries, None, last).unwrap().number;
    assert_eq!(read(DiaryNumber::Activity), 25.0);
    assert_eq!(read(DiaryNumber::Sleep), 2.0);
}

#[test]
fn before_ends_with_the_day_before_the_visit_and_now_with_the_look_back() {
    let fill = |date: NaiveDate, entry: &mut Entry| {
        entry.pain = Some(if date < visit() {
            8
        } else if date <= after(28) {
            5
        } else {
            1
        });
    };
    let entries = notes(after(60), 100, fill);
    let mut agreement = Agreement {
        reviewed: Some(after(28)),
        ..Agreement::on(visit())
    };
    let (before, now) = agreement.before_and_now(&entries, after(60));
    assert_eq!((before.unwrap().number, now.unwrap().number), (8.0, 5.0));
    // What is read from the store is enough for both.
    let (first, last) = agreement.days_to_read(after(60));
    let read: Vec<Entry> = (entries.iter())
        .filter(|entry| (first..=last).contains(&entry.date))
        .cloned()
        .collect();
    assert_eq!(agreement.before_and_now(&read, after(60)), (before, now));

    // Days from before the visit never stand in for days since.
    agreement.reviewed = Some(after(6));
    let (_, now) = agreement.before_and_now(&entries, after(60));
    assert_eq!(now, Err(TooFew { have: 7, least: 8 }));
    // A visit that was moved behind the look back leaves nothing to compare.
    agreement.agreed = after(30);
    let (_, now) = agreement.before_and_now(&entries, after(60));
    assert_eq!(now, Err(TooFew { have: 0, least: 8 }));
}

#[test]
fn a_number_is_suggested_by_what_the_option_is_judged_by_and_by_a_goal() {
    let gel = therapy("nsaid_topical").unwrap();
    let first = |goals: &[Word]| suggested(Some(gel), goals)[0];
    assert_eq!(first(&[]), DiaryNumber::UsualPain);
    // The gel is judged by pain and by how much it gets in the way; a goal chooses between the two.
    assert_eq!(
        first(&goals(&["lift_garden_house"])),
        DiaryNumber::Interference
    );
    // A goal about something else does not make a gel one for sleep.
    assert!(!suggested(Some(gel), &goals(&["sleep_better"])).contains(&DiaryNumber::Sleep));
    // Without an option the goal alone speaks, and without a goal the usual pain.
    assert_eq!(
        suggested(None, &goals(&["sleep_better"]))[0],
        DiaryNumber::Sleep
    );
    assert_eq!(suggested(None, &[]), [DiaryNumber::UsualPain]);
    for therapy in &THERAPIES {
        let numbers = suggested(Some(therapy), &[]);
        assert!(!numbers.is_empty(), "{}", therapy.id);
        let mut once = numbers.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), numbers.len(), "{}", therapy.id);
    }
}

#[test]
fn the_suggested_day_lies_in_the_weeks_of_the_fact_base_and_after_a_fair_trial() {
    for judge in &JUDGES {
        for therapy in judge.therapies {
            let day = day_to_judge(Some(therapy), visit()).unwrap();
            let weeks = days_between(visit(), day) / 7;
            if let Some((first, _)) = judge.weeks {
                assert!(weeks >= i64::from(first), "{}", therapy.id);
            }
            if let Some(least) = trial_of(therapy).and_then(|trial| trial.weeks) {
                assert!(weeks >= i64::from(least), "{}", therapy.id);
            }
        }
    }
    assert_eq!(day_to_judge(therapy("snri"), visit()), Some(after(28)));
    assert_eq!(day_to_judge(None, visit()), Some(after(28)));
    assert_eq!(day_to_judge(None, NaiveDate::MAX), None);
}
