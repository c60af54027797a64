//! The questionnaire as the compiler checks it, and the look-ups in the finished tables.

use tailored::knowledge::{
    self, DERIVED_ORDER, FactOrigin, ITEMS, RULES, THERAPIES, fact, items_using,
};

use super::knowledge::{after, assert_names};

fn items(from: &str, to: &str) -> Vec<String> {
    after(|files| &mut files.questionnaire, from, to)
}

#[test]
fn an_item_answers_a_fact_of_a_fitting_type_with_its_values() {
    assert_names(
        &items("fact = \"age\"", "fact = \"agee\""),
        &["questionnaire.toml: item about.age: `fact` names an unknown fact `agee`"],
    );
    assert_names(
        &items("fact = \"age\"", "fact = \"smokes\""),
        &["item about.age: `smokes` does not fit the kind number"],
    );
    assert_names(
        &items("{ id = \"AU\"", "{ id = \"XX\""),
        &["item about.region: option `XX` is not a value of `region`"],
    );
    assert_names(
        &items("max = 110", "max = 140"),
        &["item about.age: the answers go beyond the range of `age`"],
    );
    assert_names(
        &items("own = \"own_pain_now\"", "own = \"own_pain\""),
        &[
            "questionnaire.toml: item ",
            "`own` names an unknown check `own_pain`",
        ],
    );
    assert_names(
        &items("part = \"safety\"", "part = \"safty\""),
        &["item about.region: `part` names an unknown part `safty`"],
    );
    assert_names(
        &items("kind = \"choice\"", "kind = \"chioce\""),
        &["item about.region: `kind` is `chioce`"],
    );
    assert_names(
        &items("sum = \"mood2\"", "sum = \"smokes\""),
        &[
            "questionnaire.toml: item ",
            "cannot be added up to `smokes`",
        ],
    );
}

#[test]
fn a_condition_of_an_item_uses_only_facts_that_earlier_items_ask() {
    assert_names(
        &items(
            "id = \"about.age\"",
            "id = \"about.age\"\nwhen = \"smokes\"",
        ),
        &[
            "item about.age: `when`, character 1: `smokes` needs `smokes`, which no earlier item asks",
        ],
    );
    assert_names(
        &items(
            "id = \"about.age\"",
            "id = \"about.age\"\nwhen = \"depression_like\"",
        ),
        &["item about.age", "`depression_like` needs `mood2`"],
    );
    assert_names(
        &items("id = \"about.age\"", "id = \"about.age\"\nwhen = \"q_pmr\""),
        &[
            "item about.age",
            "the safety question `q_pmr` may not be used here",
        ],
    );
}

#[test]
fn each_item_is_listed_under_every_fact_that_decides_whether_it_is_shown() {
    for item in &ITEMS {
        for id in item.uses {
            assert_eq!(id.fact().origin, FactOrigin::Given, "{}", item.id);
            assert!(items_using(*id).contains(&item));
        }
        assert_eq!(item.when.is_some(), !item.uses.is_empty(), "{}", item.id);
    }
    assert!(items_using(fact::PAIN_SITES).len() > 3);
    // Step P3 adds the main site to the sites.
    for item in items_using(fact::PAIN_SITES) {
        let shown_by_it = item.uses.contains(&fact::PAIN_SITES);
        assert_eq!(
            shown_by_it,
            item.uses.contains(&fact::PRIMARY_SITE),
            "{}",
            item.id
        );
    }
}

#[test]
fn each_item_is_listed_under_every_earlier_fact_that_decides_how_it_counts() {
    let counting = [
        ("pain.worst7", fact::NRS_AVG7),
        ("back.onsetage", fact::AGE),
        ("life.alcohol_six", fact::SEX_AT_BIRTH),
        ("health.medlist", fact::CURRENT_MEDS),
        // It adds to what the list of areas gave, and the main place may replace that of the map.
        ("map.all", fact::PAIN_SITES),
        ("map.main", fact::PRIMARY_SITE),
    ];
    for (id, fact) in counting {
        let item = knowledge::item(id).unwrap();
        assert!(items_using(fact).contains(&item), "{id}");
    }
}

#[test]
fn derived_facts_are_worked_out_after_those_that_they_read() {
    let place = |id| DERIVED_ORDER.iter().position(|each| *each == id).unwrap();
    assert!(place(fact::FM_LIKE) < place(fact::WIDESPREAD_LIKE));
    assert!(place(fact::WIDESPREAD_LIKE) < place(fact::PRIMARY_PAIN_LIKE));
    assert!(place(fact::PRIMARY_PAIN_LIKE) < place(fact::NG193_LIKE));
}

#[test]
fn names_lead_to_their_rows() {
    assert_eq!(knowledge::fact_id("age"), Some(fact::AGE));
    assert_eq!(knowledge::fact_id("aged"), None);
    let diary = knowledge::therapy("diary").unwrap();
    assert!(diary.text().plain.len() > 10 && !diary.notes().monitor.is_empty());
    assert!(RULES.iter().any(|rule| rule.therapy == diary));
    let uk = knowledge::phone_numbers(knowledge::word("UK"));
    assert_eq!(uk.emergency, "999 or 112");
    assert_eq!(knowledge::phone_numbers(None).region.text(), "OTHER");
    let source = knowledge::source("ng193").unwrap();
    assert!(source.cite.starts_with("NICE") && source.address().starts_with("https://"));
    assert_eq!(knowledge::source("ng206").unwrap().address(), "");
}

#[test]
fn what_is_good_to_ask_about_an_option_is_a_question() {
    let mut n_without = 0;
    for therapy in &THERAPIES {
        n_without += usize::from(therapy.text().ask.is_empty());
        for question in therapy.text().ask {
            assert!(question.ends_with('?'), "{}: {question}", therapy.id);
        }
    }
    assert_eq!(n_without, 1, "the file has a dash once");
}
