//! The document that a clinician signs is made from the rules as they are.

use super::golden;
use super::review_document::document;
use tailored::knowledge::{AVOIDS, CAUTIONS, COMBINATIONS, FLAGS, RULES, SCOPES, THERAPIES};

const KEPT: &str = include_str!("../../docs/clinical-review.md");

#[test]
fn the_kept_document_is_up_to_date() {
    golden::assert_kept("docs/clinical-review.md", &document());
}

#[test]
fn every_entry_has_a_row_of_its_own() {
    let ids = FLAGS
        .iter()
        .map(|flag| flag.id)
        .chain(SCOPES.iter().map(|scope| scope.id))
        .chain(RULES.iter().map(|rule| rule.id))
        .chain(AVOIDS.iter().map(|avoid| avoid.id))
        .chain(CAUTIONS.iter().map(|caution| caution.id))
        .chain(COMBINATIONS.iter().map(|row| row.id));
    for id in ids {
        assert!(KEPT.contains(&format!("\n| {id} | ")), "{id}");
    }
    for therapy in &THERAPIES {
        assert!(
            KEPT.contains(&format!("(`{}`) ☐", therapy.id)),
            "{}",
            therapy.id
        );
    }
}

#[test]
fn no_condition_is_empty_or_written_in_the_names_of_the_files() {
    for line in KEPT.lines().filter(|line| line.starts_with("| c_")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert!(cells.len() >= 7 && !cells[3].trim().is_empty(), "{line}");
        assert!(!cells[3].contains('_'), "{line}");
    }
}

#[test]
fn no_row_has_more_cells_than_its_table() {
    let mut columns = 0;
    for line in KEPT.lines() {
        if !line.starts_with('|') {
            columns = 0;
            continue;
        }
        let bars = line.replace("\\|", "").matches('|').count();
        if columns == 0 {
            columns = bars;
        }
        assert_eq!(bars, columns, "{line}");
    }
}
