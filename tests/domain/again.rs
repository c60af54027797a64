//! A later assessment: what is asked anew, what stays, and what changed.

use tailored::domain::date::Days;
use tailored::domain::questionnaire::again::{
    Change, ask_signs_again, begin_again, changes, signs_are_old,
};
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::Answer;
use tailored::domain::questionnaire::response::{DealtWith, HowDealtWith, Response};
use tailored::domain::safety::SafetyAnswers;

use super::flow::{choices, day, item, number, told};
use super::personas::{PERSONAS, response};

#[test]
fn signs_are_old_after_more_than_fourteen_days() {
    let asked = |days: u64| Response {
        safety_asked: day().checked_sub_days(Days::new(days)),
        ..Response::default()
    };
    assert!(!signs_are_old(&asked(14), day()));
    assert!(signs_are_old(&asked(15), day()));
    assert!(!signs_are_old(&Response::default(), day()), "never asked");
    // The later of the two dates counts.
    let urgent_today = Response {
        urgent_asked: Some(day()),
        ..asked(40)
    };
    assert!(!signs_are_old(&urgent_today, day()));
}

#[test]
fn asked_again_every_no_is_open_and_a_sign_that_counts_stays() {
    let mut response = response(PERSONAS[1].1);
    let before = SafetyAnswers::from_response(&response.safety);
    response.dealt_with.insert(
        "head_medication".into(),
        DealtWith {
            on: day(),
            how: HowDealtWith::HelpArranged,
        },
    );
    ask_signs_again(&mut response);
    let now = course(&response);
    assert_eq!(now.open_signs(&response), Some(0));
    assert!(now.open(&response).any(|open| open == item("safety.signs")));
    assert!(response.dealt_with.is_empty());
    let kept: Vec<_> = response.safety.keys().map(|id| id.as_str()).collect();
    // What stands beside mood is not asked again here, and keeps its answers.
    let beside_mood = ["q_sui_plan", "q_sui_thoughts", "q_unsafe"];
    let (beside, kept): (Vec<&str>, Vec<&str>) =
        kept.into_iter().partition(|id| beside_mood.contains(id));
    assert_eq!(beside, beside_mood);
    assert_eq!(kept, ["q_head_change", "q_head_newdrug"]);
    let after = SafetyAnswers::from_response(&response.safety);
    for id in kept {
        let question = tailored::knowledge::safety_question(id).unwrap();
        assert_eq!(after.get(question), before.get(question));
    }
}

#[test]
fn a_later_assessment_starts_from_the_earlier_one_and_asks_the_last_days_anew() {
    for (name, text, _) in PERSONAS {
        let earlier = response(text);
        let later = begin_again(&earlier, day());
        assert_eq!(later.started, Some(day()));
        for (id, answer) in &earlier.answers {
            let again = item(id.as_str()).again;
            let kept = later.answers.get(id);
            assert_eq!(kept, (!again).then_some(answer), "{name}: {}", id.as_str());
        }
        assert_eq!(later.questions, earlier.questions);
        let open = course(&later).open(&later).count();
        assert!((10..40).contains(&open), "{name}: {open}");
    }
}

#[test]
fn what_changed_is_listed_with_its_difference_and_what_is_open_is_not() {
    let earlier = told([
        ("pain.avg7", Answer::Level(7)),
        ("pain.enjoy7", Answer::Level(5)),
        ("about.age", number("50")),
        ("health.allergies", choices(&["latex"])),
        ("goals.list", Answer::Skipped),
    ]);
    let mut later = begin_again(&earlier, day());
    let of = |later: &Response| {
        changes((&course(&earlier), &earlier), (&course(later), later))
            .into_iter()
            .map(|change| (change.item.id, change.difference))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&later), [], "nothing was said anew yet");
    later.answers.insert("pain.avg7".into(), Answer::Level(4));
    later.answers.insert("pain.enjoy7".into(), Answer::Level(5));
    later
        .answers
        .insert("health.allergies".into(), choices(&[]));
    assert_eq!(
        of(&later),
        [("pain.avg7", Some(-3.0)), ("health.allergies", None)]
    );
    // Left out now, and told before.
    later.answers.insert("about.age".into(), Answer::Skipped);
    assert_eq!(of(&later)[0], ("about.age", None));
}

#[test]
fn what_hangs_on_a_question_that_is_not_asked_anew_yet_is_no_change() {
    for (name, text, _) in PERSONAS {
        let earlier = response(text);
        let later = begin_again(&earlier, day());
        let listed: Vec<_> = changes((&course(&earlier), &earlier), (&course(&later), &later))
            .into_iter()
            .map(|change| change.item.id)
            .collect();
        assert!(listed.is_empty(), "{name}: {listed:?}");
    }
}

#[test]
fn of_two_lists_only_the_entries_that_differ_are_shown() {
    let between = |before: Answer, after: Answer| {
        Change {
            item: item("health.allergies"),
            before: Some(before),
            after: Some(after),
            difference: None,
        }
        .differing()
    };
    let told = |ids: &[&str]| Some(choices(ids));
    // Changed, grown, become shorter, and from none and to none.
    for (before, after, gone, new) in [
        (
            ["latex", "metal"].as_slice(),
            ["metal", "opioid"].as_slice(),
            told(&["latex"]),
            told(&["opioid"]),
        ),
        (&["latex"], &["latex", "metal"], None, told(&["metal"])),
        (&["latex", "metal"], &["latex"], told(&["metal"]), None),
        (&[], &["latex"], told(&[]), told(&["latex"])),
        (&["latex"], &[], told(&["latex"]), told(&[])),
    ] {
        assert_eq!(between(choices(before), choices(after)), (gone, new));
    }
    // In another order nothing is gone and nothing new; both stand as they are.
    let (ab, ba) = (choices(&["latex", "metal"]), choices(&["metal", "latex"]));
    assert_eq!(between(ab.clone(), ba.clone()), (Some(ab), Some(ba)));
    // What is no list stands as it is.
    assert_eq!(
        between(Answer::Level(7), Answer::Level(4)),
        (Some(Answer::Level(7)), Some(Answer::Level(4)))
    );
}
