//! Packages: two or three options in turn, never two new medicines, each with the weeks in which to judge it.

use tailored::domain::plan::combinations::judge_of;
use tailored::domain::plan::model::Plan;
use tailored::domain::plan::packages::{Package, packages};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::TherapyGroup;

use super::personas::{MORE, PERSONAS, plan_of, response};
use super::plan_cases::plan;

fn of(plan: &Plan) -> Vec<Package> {
    packages(plan, &SafetyAnswers::default())
}

/// What holds for the packages of any plan.
fn assert_sound(name: &str, plan: &Plan) {
    let packages = of(plan);
    assert!(packages.len() <= 3, "{name}");
    for package in &packages {
        let parts = &package.parts;
        assert!((2..=3).contains(&parts.len()), "{name}");
        let medicines = parts
            .iter()
            .filter(|part| part.therapy.group == TherapyGroup::Medicine);
        assert!(medicines.count() <= 1, "{name}: two new medicines");
        assert_eq!(parts[0].start, 0, "{name}");
        for pair in parts.windows(2) {
            // The next is added when the one before can be judged, and not earlier.
            assert_eq!(pair[1].start, pair[0].judge_from, "{name}");
            assert!(pair[0].judge_from > pair[0].start, "{name}");
        }
        for part in parts {
            let line = plan
                .line(part.therapy)
                .expect("a part is a line of the plan");
            assert!(line.section.is_suggested(), "{name}");
            if let Some((first, last)) = judge_of(part.therapy).and_then(|judge| judge.weeks) {
                assert_eq!(part.judge_from - part.start, u16::from(first), "{name}");
                assert_eq!(part.judge_until - part.start, u16::from(last), "{name}");
            }
        }
    }
}

#[test]
fn the_packages_of_everybody_are_sound_and_most_people_have_one() {
    let everybody = PERSONAS.into_iter().map(|(name, text, _)| (name, text));
    let mut with_one = 0;
    for (name, text) in everybody.chain(MORE) {
        let plan = plan_of(&response(text));
        assert_sound(name, &plan);
        with_one += usize::from(!of(&plan).is_empty());
    }
    assert!(with_one >= 9, "{with_one} of 12");
}

#[test]
fn moving_comes_before_a_medicine_and_the_gel_before_tablets() {
    let knee = plan(
        "age=60 primary_site=knee joint_use_pain=true morning_stiff_min=10 pain_duration_months=24 conditions=osteoarthritis current_meds= allergies= sleep_bad_nights=5 sleep_months=12 sleep_bother=4",
    );
    assert_sound("knee", &knee);
    let first = &of(&knee)[0];
    let place = |group| {
        first
            .parts
            .iter()
            .position(|part| part.therapy.group == group)
    };
    assert!(
        place(TherapyGroup::Physical) < place(TherapyGroup::Medicine),
        "{first:?}"
    );
}

#[test]
fn nothing_told_makes_no_package_of_medicines() {
    let nothing = plan("");
    assert_sound("nothing", &nothing);
    let parts = of(&nothing).into_iter().flat_map(|package| package.parts);
    assert!(
        parts
            .into_iter()
            .all(|part| part.therapy.group != TherapyGroup::Medicine)
    );
}
