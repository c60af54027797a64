//! The compiler of `combinations.toml`, `names.toml` and `explained.toml`: each kind of mistake is named with its place.

use super::knowledge::{after, assert_names};

fn combinations(from: &str, to: &str) -> Vec<String> {
    after(|files| &mut files.combinations, from, to)
}

#[test]
fn a_therapy_a_caution_a_measure_and_a_source_have_to_exist() {
    for (from, to, names) in [
        (
            "one = [\"pain_education\"]",
            "one = [\"pain_educatio\"]",
            "`pain_educatio`",
        ),
        (
            "cautions = [\"c_tca_epilepsy\"]",
            "cautions = [\"c_tca\"]",
            "unknown caution `c_tca`",
        ),
        (
            "measures = [\"mood\"]",
            "measures = [\"moood\"]",
            "`measures` is `moood`",
        ),
        (
            "src = [\"step9\"]",
            "src = [\"step99\"]",
            "unknown source `step99`",
        ),
        ("src = [\"step9\"]", "src = []", "`src` is empty"),
    ] {
        assert_names(&combinations(from, to), &["combinations.toml", names]);
    }
}

#[test]
fn a_condition_is_checked_like_those_of_the_rules() {
    let messages = combinations("when = \"oa_like\"", "when = \"oa_lik\"");
    assert_names(&messages, &["combinations.toml: together", "`oa_lik`"]);
    let messages = combinations("'lithium' in current_meds", "'lithum' in current_meds");
    assert_names(&messages, &["clash now_lithium_methotrexate", "'lithum'"]);
}

#[test]
fn a_row_has_exactly_one_reason() {
    let messages = combinations(
        "id = \"with_fits\"\n",
        "id = \"with_fits\"\none = [\"tca\"]\nother = [\"snri\"]\n",
    );
    assert_names(&messages, &["clash with_fits", "exactly one"]);
    let messages = combinations("one = [\"cbti\"]\n", "");
    assert_names(&messages, &["together sleep_steps", "exactly one"]);
}

#[test]
fn only_an_order_goes_without_the_other_side() {
    let messages = combinations("other = [\"sleep_habits\"]\n", "");
    assert_names(
        &messages,
        &["together sleep_steps", "needs therapies in `other`"],
    );
}

#[test]
fn an_id_and_a_judged_therapy_stand_once() {
    let messages = combinations("id = \"with_fits\"", "id = \"with_crash\"");
    assert_names(&messages, &["with_crash", "twice"]);
    let messages = combinations("therapies = [\"tca\"]", "therapies = [\"ssri\"]");
    assert_names(&messages, &["judge ssri", "twice"]);
}

#[test]
fn weeks_run_forwards() {
    let messages = combinations("weeks = [4, 8]", "weeks = [8, 4]");
    assert_names(&messages, &["judge snri", "backwards"]);
}

#[test]
fn every_fact_has_a_name_and_every_name_a_fact() {
    let names = |from: &str, to: &str| after(|files| &mut files.names, from, to);
    let messages = names("smokes = \"Smoking\"\n", "");
    assert_names(&messages, &["names.toml: [facts]", "`smokes` has no name"]);
    let messages = names("smokes = ", "smoke = ");
    assert_names(&messages, &["names.toml: [facts]", "unknown fact `smoke`"]);
    let messages = names("\"suicidal.plan\"", "\"suicidal.plans\"");
    assert_names(&messages, &["names.toml: [words]", "`plans`"]);
}

#[test]
fn every_option_is_explained_and_a_procedure_says_what_is_done() {
    let explained = |from: &str, to: &str| after(|files| &mut files.explained, from, to);
    let messages = explained("[heat_cold]", "[heat_and_cold]");
    assert_names(&messages, &["explained.toml: [heat_cold]", "is missing"]);
    assert_names(
        &messages,
        &["explained.toml: [heat_and_cold]", "unknown therapy"],
    );
    let messages = explained(
        "done = \"A doctor puts a needle into the joint",
        "differ = \"A doctor",
    );
    assert_names(&messages, &["[intraarticular_steroid]", "needs `done`"]);
    let messages = explained("[smoking]\n", "[smoking]\nlength = \"long\"\n");
    assert_names(&messages, &["explained.toml: smoking", "length"]);
}

#[test]
fn no_explanation_names_a_dose() {
    for therapy in &tailored::knowledge::THERAPIES {
        let explained = therapy.explained();
        let texts = [
            Some(explained.studies),
            Some(explained.risks),
            explained.done,
            explained.differ,
        ];
        for text in texts.into_iter().flatten() {
            for unit in [" mg", " ml", "microgram", "MME", "L/min"] {
                assert!(!text.contains(unit), "{}: {text}", therapy.id);
            }
        }
    }
}
