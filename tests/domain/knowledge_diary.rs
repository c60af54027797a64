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
            "kind = \"triptan\"",
            "kind = \"triptane\"",
            "unknown kind `triptane`",
        ),
        (
            "contains = { paracetamol = 0 }",
            "contains = { paracetamoll = 0 }",
            "unknown substance `paracetamoll`",
        ),
        (
            "contains = { paracetamol = 250, aspirin = 250 }",
            "contains = { paracetamol = 0, aspirin = 250 }",
            "a mix says how much of each is in it",
        ),
        (
            "\"nurofen\", \"advil\"",
            "\"nurofen\", \"nurofen\"",
            "the id is used twice",
        ),
        ("\"tramadol\"", "\"Tramadol\"", "not in lower case"),
        (
            "on_skin = true",
            "kind = \"simple\"\non_skin = true",
            "has either a `kind` or `on_skin`",
        ),
    ] {
        assert_names(&medicines(from, to), &["medicines.toml", names]);
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
