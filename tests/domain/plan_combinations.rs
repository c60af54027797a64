//! What goes together, what clashes, what comes first and when to judge: the sentences K1 to K7 of `combinations.toml`.

use std::collections::BTreeSet;

use tailored::domain::plan::combinations::{Combinations, Stage, combinations, judge_of};
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::Facts;
use tailored::domain::plan::model::{Plan, Status};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{COMBINATIONS, CombinationKind, Measure, THERAPIES, therapy};

use super::plan_case as case;
use super::plan_cases::facts;

const CASES: &str = include_str!("../fixtures/plan-cases.jsonl");
/// Cases for rows that none of the 150 fires.
const RARE: [&str; 17] = [
    "current_meds=opioid opioid_most_days=true primary_site=knee conditions=osteoarthritis nrs_avg7=7 pain_days3m=every limits_life3m=most tried_no_help=exercise_strength",
    "conditions=cluster,migraine current_meds= headache_days=6 migraine_days=6 tried_helped=beta_blocker,cluster_prevent",
    "conditions=diabetic_neuropathy current_meds=tca,gabapentinoid nerve7=5 primary_site=foot",
    "conditions=ibs current_meds=",
    "conditions=pad current_meds= primary_site=leg period_linked_pain=true",
    "conditions= current_meds= snore_pauses=true daytime_sleepy=true sleep_bad_nights=5 sleep_bother=3 sleep_months=6",
    "conditions=ckd current_meds=paracetamol migraine3=3 migraine_days=6 headache_days=8",
    "conditions= current_meds=nsaid,ace_arb,diuretic",
    "conditions= current_meds=beta_blocker,verapamil_diltiazem",
    "conditions= current_meds= primary_site=shoulder_arm prefs=online_ok mood2=4",
    "conditions=osteoarthritis current_meds= primary_site=hip tried_helped=manual_therapy",
    "conditions= current_meds=cyp3a_strong,statin",
    "conditions=ckd current_meds=baclofen",
    "conditions= current_meds= primary_site=hand hand_numb_night=true tried_no_help=hand_splint",
    "conditions=vulvodynia current_meds= primary_site=pelvis vulva_touch=true",
    "conditions= current_meds= primary_site=hip hip_side=true",
    "conditions= current_meds=ace_arb,beta_blocker migraine3=3 cluster_like=true headache_days=10 migraine_days=6",
];

fn adult(text: &str) -> Facts {
    facts(&format!("age=45 pain_duration_months=12 {text}"))
}

fn of(facts: &Facts, answers: &SafetyAnswers) -> (Plan, Combinations) {
    let plan = engine::plan(facts, answers);
    let found = combinations(&plan, answers);
    (plan, found)
}

fn for_adult(text: &str) -> Combinations {
    of(&adult(text), &SafetyAnswers::default()).1
}

fn rows(found: &Combinations) -> Vec<&'static str> {
    found.found.iter().map(|found| found.row.id).collect()
}

fn all_cases() -> impl Iterator<Item = (Plan, Combinations)> {
    let oracle = CASES.lines().map(|line| case::read(line).unwrap());
    let rare = RARE.map(|text| (adult(text), SafetyAnswers::default()));
    oracle
        .chain(rare)
        .map(|(facts, answers)| of(&facts, &answers))
}

#[test]
fn every_row_fires_for_some_person_and_not_for_another() {
    let fired: Vec<BTreeSet<&str>> = all_cases()
        .map(|(_, found)| rows(&found).into_iter().collect())
        .collect();
    for row in &COMBINATIONS {
        let times = fired.iter().filter(|each| each.contains(row.id)).count();
        assert!((1..fired.len()).contains(&times), "{}: {times}", row.id);
    }
}

#[test]
fn k1_only_lines_that_are_shown_and_new_in_use_or_helpful_take_part() {
    for (plan, found) in all_cases() {
        let takes_part = |therapy| {
            let line = plan.line(therapy).unwrap();
            line.shown && matches!(line.status, Status::New | Status::Using | Status::Helped)
        };
        let on_both_sides = found
            .found
            .iter()
            .filter(|found| found.row.cautions.is_empty())
            .flat_map(|found| found.one.iter().chain(&found.other));
        let judged = found.judged.iter().map(|judged| &judged.therapy);
        let steps = found.steps.iter().flat_map(|step| &step.therapies);
        for therapy in on_both_sides.chain(judged).chain(steps) {
            assert!(takes_part(therapy), "{}", therapy.id);
        }
    }
}

#[test]
fn k2_a_row_needs_an_option_on_each_side_and_names_those_of_the_plan_alone() {
    let both =
        for_adult("conditions= current_meds= sleep_bad_nights=5 sleep_bother=3 sleep_months=6");
    let row = both
        .of(CombinationKind::Together)
        .find(|found| found.row.id == "sleep_steps")
        .unwrap();
    assert_eq!(row.one, [therapy("cbti").unwrap()]);
    assert_eq!(row.other, [therapy("sleep_habits").unwrap()]);
    let one = for_adult("conditions= current_meds= sleep_bad_nights=2");
    assert!(!rows(&one).contains(&"sleep_steps"));
}

#[test]
fn k2_two_options_of_one_list_are_needed_when_both_sides_are_the_same() {
    let two = for_adult(RARE[2]);
    let row = two
        .found
        .iter()
        .find(|found| found.row.id == "two_serotonin")
        .unwrap();
    let medicines: BTreeSet<&str> = row.one.iter().map(|therapy| therapy.id).collect();
    assert_eq!(medicines, BTreeSet::from(["snri", "tca"]));
    assert!(row.other.is_empty());
    let one = for_adult("conditions= current_meds= nerve7=5 primary_site=foot tried_bad=snri");
    assert!(!rows(&one).contains(&"two_serotonin"));
}

#[test]
fn k3_true_cautions_of_an_option_are_gathered_also_when_it_is_not_for_the_person() {
    let found = for_adult(
        "primary_site=knee conditions=osteoarthritis,ckd_severe current_meds=anticoagulant",
    );
    let bleeding = found
        .found
        .iter()
        .find(|found| found.row.id == "with_bleeding")
        .unwrap();
    assert_eq!(bleeding.one, [therapy("nsaid_oral").unwrap()]);
    let texts: Vec<&str> = bleeding.texts().collect();
    assert!(
        texts.len() == 2 && texts[1].contains("blood thinner"),
        "{texts:?}"
    );
    assert!(rows(&found).contains(&"with_kidney"));
}

#[test]
fn k3_a_caution_without_an_option_on_the_plan_is_no_clash() {
    let found = for_adult("conditions=ulcer_bleed current_meds= primary_site=head");
    assert!(!rows(&found).contains(&"with_bleeding"));
}

#[test]
fn k3_two_medicines_in_use_clash_without_any_line() {
    let found = for_adult("conditions= current_meds=opioid,benzodiazepine_z");
    let row = &found.found[0];
    assert_eq!(row.row.id, "now_breathing");
    assert!(row.one.is_empty() && row.other.is_empty());
}

#[test]
fn k3_medicines_that_were_not_told_clash_with_nothing() {
    let unknown = for_adult("primary_site=low_back conditions=ckd_severe,ulcer_bleed");
    assert!(rows(&unknown).iter().all(|id| !id.starts_with("now_")));
}

#[test]
fn k4_a_row_with_a_condition_is_silent_while_it_is_unknown() {
    let exercise = "tried_helped=pacing,exercise_general boom_bust=true current_meds=";
    let known = for_adult(&format!("{exercise} conditions=mecfs"));
    assert!(rows(&known).contains(&"limit_before_exercise"));
    let unknown = for_adult(exercise);
    assert!(!rows(&unknown).contains(&"limit_before_exercise"));
}

#[test]
fn k5_each_option_that_takes_part_is_judged_once_in_the_order_of_the_plan() {
    for (plan, found) in all_cases() {
        let place = |word| {
            let line = plan.lines.iter().position(|line| line.therapy.word == word);
            line.unwrap()
        };
        let places: Vec<usize> = found
            .judged
            .iter()
            .map(|judged| place(judged.therapy.word))
            .collect();
        assert!(places.is_sorted_by(|one, next| one < next));
    }
}

#[test]
fn k5_the_weeks_are_those_that_the_fact_base_names() {
    let weeks = |id| judge_of(therapy(id).unwrap()).unwrap().weeks;
    assert_eq!(weeks("snri"), Some((4, 8)));
    assert_eq!(weeks("tca"), Some((6, 8)));
    assert_eq!(weeks("botulinum_migraine"), Some((24, 24)));
    assert_eq!(weeks("triptan"), None);
    assert!(judge_of(therapy("money_rights").unwrap()).is_none());
}

#[test]
fn k5_every_measure_is_a_field_of_the_diary() {
    let diary: toml::Table = include_str!("../../src/knowledge/diary.toml")
        .parse()
        .unwrap();
    let fields: Vec<&str> = diary["field"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["id"].as_str().unwrap())
        .collect();
    let measures: BTreeSet<Measure> = THERAPIES
        .iter()
        .filter_map(judge_of)
        .flat_map(|judge| judge.measures.iter().copied())
        .collect();
    assert!(!measures.is_empty());
    for measure in measures {
        assert!(fields.contains(&measure.word()), "{}", measure.word());
    }
}

#[test]
fn k6_steps_follow_the_lowest_step_of_the_rules() {
    for (plan, found) in all_cases() {
        assert!(found.steps.is_sorted_by(|one, next| one.stage < next.stage));
        for step in &found.steps {
            for therapy in &step.therapies {
                let lowest = plan.line(therapy).unwrap().step().unwrap();
                let stage = match lowest {
                    0 | 1 => Stage::First,
                    2 => Stage::Next,
                    _ => Stage::Later,
                };
                assert_eq!(step.stage, stage, "{}", therapy.id);
            }
        }
    }
}

#[test]
fn k7_clashes_stand_before_what_goes_together_and_what_comes_first() {
    for (_, found) in all_cases() {
        assert!(found.found.is_sorted_by_key(|found| found.row.kind));
    }
}

#[test]
fn no_text_of_a_combination_names_a_dose() {
    let texts = COMBINATIONS.iter().map(|row| row.text);
    let judged = THERAPIES
        .iter()
        .filter_map(judge_of)
        .map(|judge| judge.text);
    for text in texts.chain(judged) {
        for unit in [" mg", " ml", " g ", "microgram"] {
            assert!(!text.contains(unit), "{text}");
        }
    }
}
