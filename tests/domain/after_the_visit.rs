//! What came of something that was agreed at a visit becomes a treatment tried, with the person's word, and moves the plan.

use tailored::domain::arrangements::{
    Agreement, Arrangements, DiaryNumber, Outcome, ReminderKind, StoryChange,
};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::entry::Entry;
use tailored::domain::handout::since::Since;
use tailored::domain::ids::{AgreementId, EntryId, TherapyId};
use tailored::domain::plan::engine;
use tailored::domain::plan::model::Status;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Effect, Tried, Unit};
use tailored::domain::questionnaire::response::Response;
use tailored::domain::safety::SafetyAnswers;
use tailored::domain::treatments::search::trial_of;
use tailored::domain::treatments::trials::doubts;
use tailored::exchange::{Record, plain};
use tailored::i18n::{Lang, messages};
use tailored::knowledge::ITEMS;

use super::personas::{PERSONAS, response};

pub fn visit() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()
}

pub fn after(days: u64) -> NaiveDate {
    visit() + Days::new(days)
}

/// A note for each of the `count` days up to `last`.
pub fn notes(last: NaiveDate, count: u64, fill: impl Fn(NaiveDate, &mut Entry)) -> Vec<Entry> {
    (0..count)
        .map(|back| {
            let date = last - Days::new(back);
            let mut entry = Entry::on(EntryId(date.to_string()), date);
            fill(date, &mut entry);
            entry
        })
        .collect()
}

fn about(therapy: &str, outcome: Option<Outcome>) -> Agreement {
    let mut agreement = Agreement {
        therapy: Some(TherapyId::from(therapy)),
        ..Agreement::on(visit())
    };
    agreement.set_outcome(outcome, after(42));
    agreement
}

#[test]
fn each_outcome_becomes_what_the_story_says_of_a_treatment() {
    let effect = |outcome: Outcome| match about("snri", Some(outcome)).story_change(&[], true) {
        Some(StoryChange::Add(tried)) => Some((tried.effect.unwrap(), tried.still_using)),
        None => None,
        other => panic!("{other:?}"),
    };
    assert_eq!(effect(Outcome::HelpedClearly), Some((Effect::Helped, true)));
    assert_eq!(effect(Outcome::HelpedALittle), Some((Effect::Helped, true)));
    assert_eq!(effect(Outcome::NoDifference), Some((Effect::NoHelp, true)));
    assert_eq!(effect(Outcome::Worse), Some((Effect::BadFor, true)));
    // Side effects have ended it, whatever is said beside.
    assert_eq!(effect(Outcome::SideEffects), Some((Effect::BadFor, false)));
    // What was never done was not tried.
    assert_eq!(effect(Outcome::NotDone), None);
}

#[test]
fn the_story_gets_how_long_and_the_persons_words_and_no_invented_number() {
    let mut agreement = about("snri", Some(Outcome::SideEffects));
    agreement.result_words = " Dry mouth, dizzy ".to_owned();
    let Some(StoryChange::Add(tried)) = agreement.story_change(&[], false) else {
        panic!("it is a new one");
    };
    assert_eq!(tried.problems, "Dry mouth, dizzy");
    assert_eq!(
        (tried.lasted.as_str(), tried.lasted_unit),
        ("6", Unit::Weeks)
    );
    assert_eq!((tried.help, tried.dose_mg.as_str()), (None, ""));

    // From the day on which it began, when that was said before the look back.
    agreement.done = Some(after(38));
    let Some(StoryChange::Add(tried)) = agreement.story_change(&[], false) else {
        panic!("it is a new one");
    };
    assert_eq!(
        (tried.lasted.as_str(), tried.lasted_unit),
        ("4", Unit::Days)
    );
    agreement.done = Some(after(42));
    let Some(StoryChange::Add(tried)) = agreement.story_change(&[], false) else {
        panic!("it is a new one");
    };
    assert_eq!(tried.lasted, "6", "it was ticked only at the look back");
}

#[test]
fn a_result_that_came_too_early_is_no_failed_trial() {
    let mut agreement = about("snri", None);
    agreement.set_outcome(Some(Outcome::NoDifference), after(9));
    let Some(StoryChange::Add(tried)) = agreement.story_change(&[], false) else {
        panic!("it is a new one");
    };
    assert!(!doubts(&tried).is_empty());
    let late = about("snri", Some(Outcome::NoDifference)).story_change(&[], false);
    let Some(StoryChange::Add(tried)) = late else {
        panic!("it is a new one");
    };
    assert!(doubts(&tried).is_empty());
}

#[test]
fn nothing_is_offered_without_an_option_of_the_catalogue_or_twice() {
    let agreement = |therapy: Option<&str>| Agreement {
        therapy: therapy.map(TherapyId::from),
        outcome: Some(Outcome::HelpedClearly),
        ..Agreement::on(visit())
    };
    assert_eq!(agreement(None).story_change(&[], true), None);
    assert_eq!(agreement(Some("moon")).story_change(&[], true), None);
    assert_eq!(about("snri", None).story_change(&[], true), None);
    let mut told = agreement(Some("snri"));
    told.told = told.outcome;
    assert_eq!(told.story_change(&[], true), None);
}

#[test]
fn a_result_that_changes_later_changes_its_own_record_and_no_other() {
    let old = Tried {
        effect: Some(Effect::BadFor),
        lasted: "3".to_owned(),
        ..Tried::new(TherapyId::from("snri"))
    };
    let other = Tried {
        effect: Some(Effect::Helped),
        ..Tried::new(TherapyId::from("tens"))
    };
    let mut agreement = about("snri", Some(Outcome::HelpedClearly));
    let list = [old.clone(), other.clone()];
    let list = agreement.story_change(&list, true).unwrap().applied(&list);
    assert_eq!(list.len(), 3, "an older trial stays what it was");
    agreement.told = agreement.outcome;

    agreement.set_outcome(Some(Outcome::NoDifference), after(80));
    assert_eq!(
        agreement.reviewed,
        Some(after(42)),
        "the first look back counts"
    );
    let change = agreement.story_change(&list, false).unwrap();
    let list = change.applied(&list);
    assert_eq!(list[..2], [old.clone(), other.clone()]);
    assert_eq!((list.len(), list[2].effect), (3, Some(Effect::NoHelp)));
    agreement.told = agreement.outcome;

    // It turns out that it was never done, or the result is taken back.
    for outcome in [Some(Outcome::NotDone), None] {
        agreement.set_outcome(outcome, after(90));
        let change = agreement.story_change(&list, false).unwrap();
        assert_eq!(change, StoryChange::Remove(2));
        assert_eq!(change.applied(&list), [old.clone(), other.clone()]);
    }
    // The person took the record out by hand: there is nothing to take out, and a new result is added.
    assert_eq!(
        agreement.story_change(std::slice::from_ref(&other), false),
        None
    );
    agreement.set_outcome(Some(Outcome::Worse), after(90));
    let change = agreement.story_change(std::slice::from_ref(&other), false);
    assert!(matches!(change, Some(StoryChange::Add(_))));
}

#[test]
fn a_treatment_that_was_named_without_a_result_gets_it_and_keeps_its_words() {
    let named = Tried {
        dose_mg: "60".to_owned(),
        lasted: "3".to_owned(),
        lasted_unit: Unit::Months,
        detail: "in the morning".to_owned(),
        ..Tried::new(TherapyId::from("snri"))
    };
    let mut agreement = about("snri", Some(Outcome::HelpedALittle));
    agreement.result_words = "less burning".to_owned();
    let Some(StoryChange::Replace(0, tried)) = agreement.story_change(&[named], true) else {
        panic!("it is the same treatment");
    };
    assert_eq!(tried.detail, "in the morning; less burning");
    assert_eq!((tried.dose_mg.as_str(), tried.lasted.as_str()), ("60", "3"));
}

#[test]
fn two_agreements_on_one_therapy_each_have_their_own_record() {
    let mut one = about("snri", Some(Outcome::NoDifference));
    let mut other = Agreement {
        agreed: after(60),
        ..about("snri", None)
    };
    other.set_outcome(Some(Outcome::HelpedClearly), after(120));
    let mut list = Vec::new();
    for agreement in [&mut one, &mut other] {
        list = agreement.story_change(&list, false).unwrap().applied(&list);
        agreement.told = agreement.outcome;
    }
    assert_eq!(list.len(), 2);
    one.set_outcome(Some(Outcome::Worse), after(130));
    list = one.story_change(&list, false).unwrap().applied(&list);
    let effects: Vec<Option<Effect>> = list.iter().map(|tried| tried.effect).collect();
    assert_eq!(effects, [Some(Effect::BadFor), Some(Effect::Helped)]);
}

#[test]
fn a_confirmed_result_moves_the_plan() {
    let mut told = response(PERSONAS[0].1);
    let item = ITEMS.iter().find(|item| item.id == "tried.list").unwrap();
    let plan = |told: &Response| {
        let answers = SafetyAnswers::from_response(&told.safety);
        engine::plan(&course(told).facts, &answers)
    };
    let before = plan(&told);
    let line = before
        .lines
        .iter()
        .find(|line| line.status == Status::New && trial_of(line.therapy).is_some())
        .expect("something that was not tried");
    let id = line.therapy.id;
    let list = match told.answer(item.id) {
        Some(Answer::Tried(list)) => list.clone(),
        _ => Vec::new(),
    };
    let mut status = |outcome: Outcome| {
        let mut agreement = about(id, None);
        agreement.set_outcome(Some(outcome), after(400));
        let list = agreement
            .story_change(&list, false)
            .map_or_else(|| list.clone(), |change| change.applied(&list));
        told.answers.insert(item.id.into(), Answer::Tried(list));
        let plan = plan(&told);
        plan.lines
            .iter()
            .find(|line| line.therapy.id == id)
            .map(|line| line.status)
    };
    assert_eq!(status(Outcome::HelpedClearly), Some(Status::Helped));
    assert_eq!(status(Outcome::NoDifference), Some(Status::TriedBefore));
    assert_eq!(status(Outcome::SideEffects), Some(Status::TriedBefore));
    assert_eq!(status(Outcome::NotDone), Some(Status::New));
}

#[test]
fn a_calendar_gets_the_days_to_come_that_are_still_open() {
    let mut kept = Arrangements::default();
    let mut add = |id: &str, change: &dyn Fn(&mut Agreement)| {
        let mut agreement = Agreement::on(visit());
        change(&mut agreement);
        kept.agreements.insert(AgreementId::from(id), agreement);
    };
    add("open", &|agreement| {
        agreement.by = Some(after(10));
        agreement.review = Some(after(30));
    });
    add("done", &|agreement| {
        agreement.by = Some(after(10));
        agreement.done = Some(after(3));
        agreement.review = Some(after(20));
    });
    add("past", &|agreement| agreement.review = Some(after(1)));
    add("judged", &|agreement| {
        agreement.by = Some(after(12));
        agreement.review = Some(after(30));
        agreement.set_outcome(Some(Outcome::NotDone), after(4));
    });
    let days = kept.days_to_come(after(5));
    let days: Vec<(&str, ReminderKind, NaiveDate)> = days
        .iter()
        .map(|day| (day.agreement.as_str(), day.kind, day.date))
        .collect();
    assert_eq!(
        days,
        [
            ("open", ReminderKind::Step, after(10)),
            ("done", ReminderKind::LookBack, after(20)),
            ("open", ReminderKind::LookBack, after(30)),
        ]
    );
}

#[test]
fn the_result_is_asked_from_two_days_before_on_and_a_day_in_the_past_is_asked_at_once() {
    let mut agreement = Agreement {
        review: Some(after(30)),
        ..Agreement::on(visit())
    };
    assert!(!agreement.is_judged_now(after(27)));
    assert!(agreement.is_judged_now(after(28)));
    agreement.review = Some(after(2));
    assert!(agreement.is_judged_now(after(27)));
    agreement.review = None;
    assert!(!agreement.is_judged_now(after(27)));
    // What was never done is open again with another day; any other result stays.
    agreement.set_outcome(Some(Outcome::NotDone), after(30));
    agreement.judge_on(Some(after(60)));
    assert_eq!((agreement.outcome, agreement.reviewed), (None, None));
    agreement.set_outcome(Some(Outcome::Worse), after(60));
    agreement.judge_on(Some(after(90)));
    assert_eq!(agreement.outcome, Some(Outcome::Worse));
}

#[test]
fn paper_says_the_number_and_the_result_of_what_was_agreed() {
    let mut agreement = about("snri", Some(Outcome::HelpedALittle));
    agreement.number = Some(DiaryNumber::UsualPain);
    agreement.result_words = "less burning".to_owned();
    let mut arrangements = Arrangements::default();
    let id = AgreementId::from("a");
    arrangements.agreements.insert(id.clone(), agreement);
    let entries = notes(after(42), 80, |date, entry| {
        entry.pain = Some(if date < visit() { 7 } else { 5 });
    });
    let of = |first: NaiveDate, last: NaiveDate| {
        let within = entries
            .iter()
            .filter(|entry| (first..=last).contains(&entry.date));
        within.cloned().collect::<Vec<Entry>>()
    };
    let now = response(PERSONAS[0].1);
    let said = |arrangements: &Arrangements| {
        let since = Since::of(None, (&course(&now), &now), arrangements);
        let since = since.with_readings(&of, after(42));
        let handout = super::handout::made(&now).with_the_past(arrangements, since);
        super::handout_since::said(&handout).told[0].text.clone()
    };
    assert!(
        said(&arrangements).ends_with(
            "(it helped a little; usual pain: before 7 of 10 (14 days), since 5 of 10 (14 days); less burning)"
        ),
        "{}",
        said(&arrangements)
    );
    // The text for the doctor, and what is made of it, say the same.
    let record = Record::new(&now, &entries, after(42)).agreed(&arrangements);
    let text = plain::text(&record.handout, messages(Lang::English));
    assert!(text.contains("Agreed on 1 October 2026: "), "{text}");
    assert!(
        text.contains("since 5 of 10 (14 days); less burning"),
        "{text}"
    );
    // Without days no number is said, only the result.
    let agreement = arrangements.agreements.get_mut(&id).unwrap();
    agreement.number = Some(DiaryNumber::Sleep);
    assert!(said(&arrangements).ends_with("(it helped a little; less burning)"));
}
