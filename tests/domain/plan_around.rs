//! What an option means beside the others of a plan: what goes with it, what clashes, what is tried before it.

use tailored::domain::plan::around::{Beside, Relation, around, between};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::therapy;

use super::plan_cases::plan;

const KNEE: &str = "age=60 primary_site=knee joint_use_pain=true morning_stiff_min=10 pain_duration_months=24 conditions=osteoarthritis current_meds= nrs_avg7=6";

fn of(id: &str, facts: &str) -> Vec<Beside> {
    let nothing_asked = SafetyAnswers::default();
    around(therapy(id).unwrap(), &plan(facts), &nothing_asked)
}

fn has(found: &[Beside], relation: Relation, other: &str) -> bool {
    found
        .iter()
        .filter(|beside| beside.relation == relation)
        .any(|beside| beside.others.iter().any(|each| each.id == other))
}

#[test]
fn an_injection_goes_with_exercise_on_both_pages() {
    let injection = of("intraarticular_steroid", KNEE);
    assert!(has(&injection, Relation::Together, "exercise_strength"));
    let exercise = of("exercise_strength", KNEE);
    assert!(has(&exercise, Relation::Together, "intraarticular_steroid"));
}

#[test]
fn what_was_tried_is_not_named_as_something_to_try_before() {
    let tablets = of("nsaid_oral", KNEE);
    assert!(has(&tablets, Relation::After, "nsaid_topical"));
    let gel = of("nsaid_topical", KNEE);
    assert!(has(&gel, Relation::Before, "nsaid_oral"));
    for tried in ["tried_no_help=nsaid_topical", "tried_helped=nsaid_topical"] {
        let tablets = of("nsaid_oral", &format!("{KNEE} {tried}"));
        assert!(!has(&tablets, Relation::After, "nsaid_topical"), "{tried}");
    }
}

#[test]
fn only_options_of_the_plan_are_named_and_none_twice() {
    for therapy in &tailored::knowledge::THERAPIES {
        let plan = plan(KNEE);
        for beside in around(therapy, &plan, &SafetyAnswers::default()) {
            for other in &beside.others {
                assert!(plan.line(other).is_some(), "{} {}", therapy.id, other.id);
                assert_ne!(other.id, therapy.id);
            }
            assert!(beside.row.cautions.is_empty());
        }
    }
}

#[test]
fn of_two_options_only_what_names_both_is_told() {
    let (gel, tablets) = (
        therapy("nsaid_topical").unwrap(),
        therapy("nsaid_oral").unwrap(),
    );
    let found = between(gel, tablets, &plan(KNEE), &SafetyAnswers::default());
    assert!(has(&found, Relation::Before, "nsaid_oral"));
    let strangers = between(
        gel,
        therapy("smoking").unwrap(),
        &plan(KNEE),
        &SafetyAnswers::default(),
    );
    assert_eq!(strangers, []);
}
