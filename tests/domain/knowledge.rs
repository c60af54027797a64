//! The compiler of the clinical knowledge: each kind of mistake is named with its file and entry.

#[path = "../../src/knowledge/compile/mod.rs"]
pub mod compile;

use std::path::Path;
use std::sync::LazyLock;

use compile::{Files, compile};
use tailored::knowledge::THERAPIES;

pub static FILES: LazyLock<Files> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge");
    Files::gather(|name| std::fs::read_to_string(folder.join(name))).unwrap()
});

/// The messages after one text of one file was replaced.
pub fn after(change: impl Fn(&mut Files) -> &mut String, from: &str, to: &str) -> Vec<String> {
    let mut files = FILES.clone();
    let text = change(&mut files);
    assert!(text.contains(from), "the file has no `{from}`");
    *text = text.replacen(from, to, 1);
    match compile(&files) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

pub fn rules(from: &str, to: &str) -> Vec<String> {
    after(|files| &mut files.plan_rules, from, to)
}

#[track_caller]
pub fn assert_names(messages: &[String], parts: &[&str]) {
    assert!(
        messages
            .iter()
            .any(|message| parts.iter().all(|part| message.contains(part))),
        "no message names {parts:?}: {messages:#?}"
    );
}

#[test]
fn the_files_as_they_are_have_no_mistake() {
    assert!(compile(&FILES).is_ok());
}

#[test]
fn the_same_files_give_the_same_tables() {
    assert_eq!(compile(&FILES).ok(), compile(&FILES).ok());
}

#[test]
fn an_unknown_therapy_is_a_mistake_wherever_it_is_named() {
    assert_names(
        &rules("therapy=\"goal_setting\"", "therapy=\"goal_seting\""),
        &["plan_rules.toml: rule goals: `therapy` names an unknown therapy `goal_seting`"],
    );
    assert_names(
        &rules("keep=[\"diary\"", "keep=[\"diry\""),
        &["plan_rules.toml: scope scope_under18: `keep`", "`diry`"],
    );
    assert_names(
        &rules("therapies=[\"opioid_weak\"", "therapies=[\"opioid_week\""),
        &["plan_rules.toml: avoid ", "`opioid_week`"],
    );
    assert_names(
        &rules("applies=[\"nsaid_oral\"", "applies=[\"nsaid_orl\""),
        &["plan_rules.toml: caution ", "`nsaid_orl`"],
    );
    assert_names(
        &rules(
            "paracetamol = [\"paracetamol\"]",
            "paracetamoll = [\"paracetamol\"]",
        ),
        &["plan_rules.toml: [meta.using]", "`paracetamoll`"],
    );
}

#[test]
fn an_unknown_source_is_a_mistake_also_with_the_mark_for_knowledge() {
    assert_names(
        &rules(
            "src=[\"broderick2009\",\"cg150:K\"]",
            "src=[\"broderick2009\",\"cg15:K\"]",
        ),
        &["plan_rules.toml: rule diary_all: `src` names an unknown source `cg15`"],
    );
    assert_names(
        &rules("src=[\"broderick2009\",\"cg150:K\"]", "src=[]"),
        &["rule diary_all: `src` is empty"],
    );
}

#[test]
fn an_id_that_is_used_twice_is_a_mistake() {
    assert_names(
        &rules("id=\"diary_all\"", "id=\"goals\""),
        &["rule goals: the id is used twice"],
    );
    assert_names(
        &after(
            |files| &mut files.red_flags,
            "id = \"any_suicide_thoughts\"",
            "id = \"any_suicide_now\"",
        ),
        &["red_flags.toml: flag any_suicide_now: the id is used twice"],
    );
    assert_names(
        &rules("name=\"sex_at_birth\"", "name=\"age\""),
        &["plan_rules.toml: fact age: the name `age` is used twice"],
    );
}

#[test]
fn a_placeholder_needs_a_fact_and_a_why_short() {
    assert_names(
        &rules("{pain_duration_months} months", "{pain_months} months"),
        &[
            "rule education",
            "`{pain_months}`, but there is no such fact",
        ],
    );
    assert_names(
        &rules("why=\"Clear goals help", "why=\"At {age} clear goals help"),
        &["rule goals: `why` has a placeholder, so `why_short` is needed"],
    );
    assert_names(
        &rules(
            "why_short=\"Long-lasting",
            "why_short=\"At {age} long-lasting",
        ),
        &["rule education: `why_short` has a placeholder"],
    );
}

#[test]
fn a_wrong_class_letter_group_or_question_is_a_mistake() {
    let flags = |from, to| after(|files| &mut files.red_flags, from, to);
    assert_names(
        &flags("cls = \"E\"", "cls = \"X\""),
        &["red_flags.toml: flag any_suicide_now: `cls` is `X`, not one of E, S, D, M"],
    );
    assert_names(
        &flags("g = \"anyone\"", "g = \"everyone\""),
        &["flag any_suicide_now: `g` names an unknown group `everyone`"],
    );
    assert_names(
        &flags(
            "head = \"'head' in pain_sites",
            "haed = \"'head' in pain_sites",
        ),
        &["[meta.ask_when]: names an unknown group `haed`"],
    );
    assert_names(
        &flags("q_pmr = [", "q_prm = ["),
        &["[meta.opens]: `opens` names an unknown question `q_prm`"],
    );
    assert_names(
        &flags(
            "[[\"q_fever_pain\",\"(as above)\"]",
            "[[\"q_fever_pin\",\"(as above)\"]",
        ),
        &["flag any_immune_infection: no earlier flag defines the question `q_fever_pin`"],
    );
    assert_names(
        &flags("cls_q = [\"q_fever_pain\"]", "cls_q = [\"q_pmr\"]"),
        &["flag any_immune_infection: `cls_q` names `q_pmr`, which is not in `q`"],
    );
}

#[test]
fn warning_signs_and_derived_facts_do_not_read_what_is_known_only_later() {
    assert_names(
        &after(
            |files| &mut files.red_flags,
            "when = \"q_weight_loss\"",
            "when = \"q_weight_loss and red_flag_head\"",
        ),
        &[
            "flag any_weight_loss",
            "`red_flag_head` is known only after the warning signs",
        ],
    );
    assert_names(
        &rules("is=\"mood2 >= 3\"", "is=\"mood2 >= 3 and q_pmr\""),
        &[
            "derived depression_like",
            "the safety question `q_pmr` may not be used here",
        ],
    );
}

#[test]
fn a_circle_of_derived_facts_is_a_mistake() {
    let messages = rules("is=\"mood2 >= 3\"", "is=\"mood2 >= 3 or fear_high\"");
    assert!(messages.is_empty());
    let circle = rules(
        "is=\"fear_move >= 6 or pain_worry >= 7\"",
        "is=\"fear_move >= 6 or not default(fear_high, false)\"",
    );
    assert_names(
        &circle,
        &["plan_rules.toml: derived fear_high: stands in a circle"],
    );
}

#[test]
fn an_unknown_key_is_a_mistake() {
    assert_names(
        &rules("id=\"goals\"", "id=\"goals\"\nstepp=3"),
        &["plan_rules.toml: rule goals: unknown field `stepp`"],
    );
    assert_names(
        &rules("\n[[rule]]", "\n[[rul]]"),
        &["plan_rules.toml: unknown key `rul`"],
    );
    assert_names(
        &after(
            |files| &mut files.therapies,
            "id=\"paracetamol\"",
            "id=\"paracetamol\"\nslt=\"attack\"",
        ),
        &["therapies.toml: t paracetamol: unknown field `slt`"],
    );
}

#[test]
fn a_missing_key_or_broken_toml_is_a_mistake() {
    assert_names(
        &rules("strength=\"strong\"\nstep=0", "step=0"),
        &["plan_rules.toml: rule goals: missing field `strength`"],
    );
    assert_names(
        &rules("\n[[fact]]", "\n[[fact]"),
        &["plan_rules.toml: TOML parse error"],
    );
}

#[test]
fn a_word_outside_a_fixed_list_is_a_mistake() {
    assert_names(
        &rules("strength=\"strong\"", "strength=\"sure\""),
        &[
            "rule goals: `strength` is `sure`, not one of strong, conditional, insufficient, against",
        ],
    );
    assert_names(
        &after(
            |files| &mut files.therapies,
            "group=\"medicine\"",
            "group=\"pill\"",
        ),
        &["therapies.toml: t paracetamol: `group` is `pill`"],
    );
}

#[test]
fn cautions_that_share_an_ask_id_share_its_text() {
    let shared = shared_ask_id();
    let messages = rules(
        &format!("ask_id=\"{shared}\"\nask=\""),
        &format!("ask_id=\"{shared}\"\nask=\"Now: "),
    );
    assert_names(
        &messages,
        &["plan_rules.toml: caution ", "has another text above"],
    );
}

fn shared_ask_id() -> String {
    let ids: Vec<&str> = FILES
        .plan_rules
        .lines()
        .filter_map(|line| line.strip_prefix("ask_id=\"")?.strip_suffix('"'))
        .collect();
    let shared = ids
        .iter()
        .find(|id| ids.iter().filter(|other| other == id).count() > 1);
    (*shared.unwrap()).to_owned()
}

#[test]
fn a_catalogue_only_therapy_has_no_rule() {
    let ask_only = THERAPIES.iter().find(|therapy| therapy.ask_only).unwrap();
    assert_names(
        &rules(
            "therapy=\"goal_setting\"",
            &format!("therapy=\"{}\"", ask_only.id),
        ),
        &[
            "rule goals",
            "is ask_only, so no rule or avoid entry may name it",
        ],
    );
}
