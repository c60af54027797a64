//! A sentence that tells the person something about themselves ("You take …", "Your scan …") follows from the condition
//! of its entry: in every case in which the entry is listed, what the sentence claims is TRUE.

use std::collections::{BTreeMap, BTreeSet};

use tailored::domain::plan::engine;
use tailored::domain::plan::facts::Facts;
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{AVOIDS, CAUTIONS, Expression as Condition, RULES};

use super::plan_case as case;
use super::plan_every_entry::{CASES, as_case, listed_in, some_cases_near};
use super::plan_oracle::specification;
use super::reference::expression::{Expression, Value};
use super::reference::rules::Facts as WorkedOut;
use super::reference::signs::is_true;
use super::reference::{Person, Specification};

/// Cases tried for one entry.
const TRIES: usize = 1_500;

/// What the sentence of each entry claims, as a condition.
const CLAIMS: &[(&str, &str)] = &[
    ("education", "pain_duration_months >= 3"),
    ("cerv_physio", "neck_starts_headache"),
    ("mood", "mood2 >= 5 or anxiety2 >= 5 or suicidal != 'none'"),
    ("mood_some", "depression_like or anxiety_like"),
    ("ex_oa", "oa_like"),
    ("ex_low_activity", "activity_min_week < 60"),
    (
        "physio_crps",
        "crps_symptom_groups >= 3 or 'crps' in conditions",
    ),
    (
        "crps_ref",
        "crps_symptom_groups >= 3 or 'crps' in conditions",
    ),
    ("cbti", "sleep_bad_nights >= 3"),
    ("digital", "'online_ok' in prefs"),
    (
        "pain_clinic",
        "nrs_avg7 >= 7 or impact_grade == 3 or pain_trend == 'worse'",
    ),
    (
        "joint_surgery",
        "impact_grade == 3 and ('exercise_strength' in tried_no_help or 'physiotherapy' in tried_no_help)",
    ),
    ("np_lido", "nerve_area_small"),
    ("np_tests", "nerve_like"),
    (
        "sciatica_epi",
        "sciatica_like and nrs_avg7 >= 7 and leg_pain_weeks <= 12",
    ),
    (
        "scs",
        "pain_duration_months >= 6 and (nerve_like or 'crps' in conditions) and count('tca' in tried_no_help, 'tca' in tried_bad, 'snri' in tried_no_help, 'snri' in tried_bad, 'gabapentinoid' in tried_no_help, 'gabapentinoid' in tried_bad, 'physiotherapy' in tried_no_help) >= 2",
    ),
    ("mig_triptan", "migraine_like"),
    ("mig_botox", "headache_days >= 15"),
    ("mig_menst", "menstrual_link"),
    ("moh_plan", "headache_days >= 15 and moh_risk"),
    ("moh_warn", "moh_near"),
    ("cluster_o2", "cluster_known_or_like"),
    (
        "head_spec",
        "chronic_migraine_like or aura_motor or preventers_failed >= 2 or moh_risk",
    ),
    (
        "head_spec_now",
        "headache_days >= 15 and preventers_failed >= 2",
    ),
    ("bvn", "modic_known"),
    ("rheum_back", "ibp_count >= 3"),
    ("opioid_rev", "'opioid' in current_meds"),
    ("naloxone", "'opioid' in current_meds"),
    (
        "med_rev",
        "med_count >= 5 or count('opioid' in current_meds, 'benzodiazepine_z' in current_meds, 'gabapentinoid' in current_meds, 'tca' in current_meds, 'muscle_relaxant' in current_meds, 'baclofen' in current_meds, 'mirtazapine_trazodone' in current_meds, 'antipsychotic' in current_meds) >= 2",
    ),
    (
        "nsaid_now_risk",
        "'nsaid' in current_meds and ('ckd_severe' in conditions or 'heart_failure' in conditions or 'anticoagulant' in current_meds)",
    ),
    ("nsaid_ibp", "ibp_count >= 4 or 'axial_spa' in conditions"),
    (
        "vascular_ref",
        "'pad' in conditions and (primary_site == 'leg' or primary_site == 'foot')",
    ),
    (
        "physio_new",
        "pain_duration_months >= 1 and pain_duration_months < 3 and nrs_avg7 >= 5",
    ),
    ("sci_scan", "scan_nerve"),
    ("tendon_load", "tendon_like or cuff_like or hip_lateral"),
    (
        "opioid_after_op",
        "pain_onset == 'surgery' and pain_duration_months >= 3 and 'opioid' in current_meds",
    ),
    ("drug_aches", "q_newdrug_aches"),
    (
        "stomach_cover",
        "'nsaid' in current_meds and not ('ppi' in current_meds)",
    ),
    ("para_over", "para_daily != 'now_and_then'"),
    (
        "walkback",
        "primary_site == 'low_back' and pain_days3m == 'some'",
    ),
    ("c_nsaid_ulcer", "'ulcer_bleed' in conditions"),
    ("c_nsaid_kidney_severe", "'ckd_severe' in conditions"),
    ("c_nsaid_gel_severe", "'ckd_severe' in conditions"),
    (
        "c_nsaid_asthma",
        "'nsaid_asthma' in conditions or 'nsaid' in allergies or 'aspirin' in allergies",
    ),
    (
        "c_sero",
        "'ssri' in current_meds or 'snri' in current_meds or 'tca' in current_meds",
    ),
    (
        "c_sero_double",
        "'ssri' in current_meds or 'snri' in current_meds or 'tca' in current_meds or 'tramadol' in current_meds",
    ),
    ("c_cyp", "'cyp3a_strong' in current_meds"),
    ("c_device_pacemaker", "'pacemaker_icd' in conditions"),
    (
        "c_headache_days",
        "triptan_days >= 8 or combo_days >= 8 or opioid_head_days >= 8 or ergot_days >= 8 or mixed_days >= 8 or simple_days >= 12",
    ),
    ("c_moh_drug", "moh_risk"),
    ("w_no_tablets", "'no_tablets' in prefs"),
    ("w_no_needles", "'no_needles' in prefs"),
    ("w_no_talking", "'no_talking_therapy' in prefs"),
    ("w_no_surgery", "'no_surgery' in prefs"),
    ("w_no_touch", "'no_touch' in prefs"),
    ("c_para_allergy", "'paracetamol' in allergies"),
    ("c_para_allergy_mig", "'paracetamol' in allergies"),
    ("c_lido_allergy", "'local_anaesthetic' in allergies"),
    ("c_manip_flag", "q_neck_clumsy"),
    ("c_para_double", "'paracetamol' in current_meds"),
    ("c_nsaid_double", "'nsaid' in current_meds"),
    ("c_nsaid_double_tab", "'nsaid' in current_meds"),
    (
        "c_sleepy_more",
        "'baclofen' in current_meds or 'mirtazapine_trazodone' in current_meds or 'antipsychotic' in current_meds",
    ),
    ("c_gepant_fits", "'carbamazepine' in current_meds"),
    ("c_bb_asthma2", "'nsaid_asthma' in conditions"),
    (
        "c_preg_unknown",
        "default(pregnancy_status, 'not_said') == 'not_said'",
    ),
    ("c_nsaid_double", "'nsaid' in current_meds"),
];

/// Sentences that begin with "You" or "Your" and state nothing that the person could find untrue, or state more than the
/// condition makes sure of. The second kind is for a clinician to reword or to confirm.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "oral_nsaid_oa",
        "what a treatment needs, nothing about the person",
    ),
    (
        "tn_carb",
        "what a treatment needs, nothing about the person",
    ),
    ("ai_review", "says what a cancer team can do"),
    ("c_snri_tamoxifen", "says what a cancer team must do"),
    (
        "c_moh_stop",
        "what a treatment needs, nothing about the person",
    ),
    (
        "c_menst_nsaid",
        "names no answer: one of several health facts",
    ),
    (
        "cft",
        "\"movement feels risky\" also when only worry about the pain is high",
    ),
    (
        "scar_self",
        "\"your scar\" also when only an operation and a sore touch were told",
    ),
    (
        "statin_aches",
        "\"your muscles ache\" also when only pain nearly everywhere was told",
    ),
    (
        "c_immune_needle",
        "\"your medicine\" also when only a weak defence was told",
    ),
];

fn is_in_second_person(sentence: &str) -> bool {
    let first = sentence.split_whitespace().next();
    matches!(first, Some("You" | "Your"))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").map(str::trim)
}

fn texts() -> impl Iterator<Item = (&'static str, Condition, &'static str)> {
    let rules = RULES.iter().map(|rule| (rule.id, rule.when, rule.why));
    let avoids = AVOIDS.iter().map(|entry| (entry.id, entry.when, entry.why));
    let cautions = CAUTIONS.iter().map(|row| (row.id, row.when, row.say));
    rules.chain(avoids).chain(cautions)
}

#[test]
fn every_sentence_in_the_second_person_has_a_claim_or_is_an_exception() {
    let named: BTreeSet<&str> = CLAIMS.iter().chain(EXCEPTIONS).map(|(id, _)| *id).collect();
    let found: BTreeSet<&str> = texts()
        .filter(|(_, _, text)| sentences(text).any(is_in_second_person))
        .map(|(id, _, _)| id)
        .collect();
    let missing: Vec<&&str> = found.difference(&named).collect();
    assert!(missing.is_empty(), "say what these claim: {missing:?}");
    let gone: Vec<&&str> = named.difference(&found).collect();
    assert!(
        gone.is_empty(),
        "these say nothing of the kind any more: {gone:?}"
    );
}

/// Whether a claim is TRUE for a person, by the second engine.
fn holds(specification: &Specification, claim: &Expression, person: &Person) -> bool {
    let facts = WorkedOut::prepare(specification, person);
    claim.truth(&|name| {
        if specification.questions.contains_key(name) {
            return person
                .safety
                .get(name)
                .map(|answer| Value::YesNo(is_true(answer)));
        }
        facts.get(name)
    }) == Some(true)
}

fn person(facts: &Facts, answers: &SafetyAnswers) -> Person {
    Person::from_json(&as_case(facts, answers))
}

/// The first case in which the entry is listed and its claim does not hold, and in how many it is listed.
fn check(
    specification: &Specification,
    id: &str,
    when: Condition,
    claim: &str,
) -> (usize, Option<String>) {
    let claim = Expression::parse(claim);
    let kept = CASES.lines().map(|line| case::read(line).unwrap());
    let mut listed = 0;
    for (facts, answers) in kept.chain(some_cases_near(when, TRIES)) {
        if !listed_in(&engine::plan(&facts, &answers)).contains(id) {
            continue;
        }
        listed += 1;
        if !holds(specification, &claim, &person(&facts, &answers)) {
            return (listed, Some(as_case(&facts, &answers)));
        }
    }
    (listed, None)
}

#[test]
fn what_a_sentence_claims_is_true_whenever_its_entry_is_listed() {
    let specification = specification();
    let conditions: BTreeMap<&str, Condition> = texts().map(|(id, when, _)| (id, when)).collect();
    let mut wrong = Vec::new();
    for (id, claim) in CLAIMS {
        let (listed, untrue) = check(&specification, id, conditions[id], claim);
        assert!(listed > 0, "{id} is listed in no case");
        if let Some(case) = untrue {
            wrong.push(format!("{id} claims {claim}, but not for {case}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_claim_that_the_condition_does_not_make_sure_of_is_found() {
    let specification = specification();
    let when = RULES.iter().find(|rule| rule.id == "cft").unwrap().when;
    let (_, untrue) = check(&specification, "cft", when, "fear_move >= 6");
    assert!(untrue.is_some());
}
