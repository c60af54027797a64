//! The compiler of `diary.toml` and `medicines.toml`: each kind of mistake is named with its row.

use super::knowledge::{after, assert_names};

fn medicines(from: &str, to: &str) -> Vec<String> {
    after(|files| &mut files.medicines, from, to)
}

#[test]
fn a_field_a_level_and_a_source_of_the_diary_are_checked() {
    let diary = |from, to| after(|files| &mut files.diary, from, to);
    assert_names(
        &diary("level=\"headache\"", "level=\"head\""),
        &["diary.toml: field head_day", "`level` is `head`"],
    );
    assert_names(
        &diary("id=\"pain_worst\"", "id=\"pain_avg\""),
        &["diary.toml: field pain_avg: the id is used twice"],
    );
    assert_names(
        &diary("src=[\"broderick2009\"]", "src=[]"),
        &["diary.toml: summary week_mean: `src` is empty"],
    );
}

#[test]
fn kinds_substances_and_limits_of_medicines_are_checked() {
    for (from, to, names) in [
        ("notice = 12", "notice = 15", "kind simple: `notice`"),
        (
            "days = \"combination\"",
            "days = \"combinations\"",
            "unknown counter `combinations`",
        ),
        (
            "\"paracetamol 250\"",
            "\"paracetamoll 250\"",
            "unknown substance: `paracetamoll 250`",
        ),
        (
            "\"paracetamol 250\"",
            "\"paracetamol some\"",
            "cannot be read",
        ),
        ("\"cocodamol\"", "\"co codamol\"", "is used twice"),
        (
            "\"cocodamol\"",
            "\"Cocodamol\"",
            "not in small plain letters",
        ),
        ("\"cocodamol\"", "\"ibuprofen\"", "is used twice"),
    ] {
        assert_names(&medicines(from, to), &["medicines.toml", names]);
    }
}

#[test]
fn sides_and_sentences_of_pairs_are_checked() {
    let pairs = |from, to| after(|files| &mut files.pairs, from, to);
    for (from, to, names) in [
        (
            "one = [\"nsaid\"]",
            "one = [\"nsaids\"]",
            "`nsaids` is neither",
        ),
        (
            "{one} and {other} together",
            "{one} and it together",
            "`say` and the side {other}",
        ),
        (
            "urgency = \"days\"",
            "urgency = \"soon\"",
            "`urgency` is `soon`",
        ),
        (
            "when = \"'ulcer_bleed' in",
            "when = \"'ulcer' in",
            "nsaid_ulcer: `when`",
        ),
    ] {
        assert_names(&pairs(from, to), &["pairs.toml", names]);
    }
}

#[test]
fn a_pack_from_the_shop_allows_less_than_a_doctor() {
    let substances = |from, to| after(|files| &mut files.substances, from, to);
    assert_names(
        &substances("pack_max_mg = 1200", "pack_max_mg = 2400"),
        &["substances.toml: substance ibuprofen: `pack_max_mg`"],
    );
}
