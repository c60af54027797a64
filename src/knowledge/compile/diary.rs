//! Owns the tables of the diary: its fields and summaries (`diary.toml`).
//! May use: raw entries, the compiler. Must not: count or add up.

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, text};

const DIARY: &str = "diary.toml";

const LEVELS: Choice = Choice {
    rust_type: "DiaryLevel",
    words: &[
        ("core", "Core"),
        ("optional", "Optional"),
        ("headache", "Headache"),
    ],
};

impl Compiler {
    pub fn write_diary(&mut self, fields: &[raw::DiaryField], summaries: &[raw::DiarySummary]) {
        let at = |kind: &'static str| move |id: &str| At::new(DIARY, format!("{kind} {id}"));
        self.unique(at("field"), fields.iter().map(|field| field.id.as_str()));
        self.unique(at("summary"), summaries.iter().map(|row| row.id.as_str()));
        let mut rows = Vec::new();
        for field in fields {
            rows.push(format!(
                "DiaryField {{ id: {}, level: {}, ask: {}, kind: {} }}",
                text(&field.id),
                self.variant(&at("field")(&field.id), "level", &field.level, &LEVELS),
                text(&field.ask),
                text(&field.kind),
            ));
        }
        self.table(
            "Every field of the diary, in file order.",
            "DIARY_FIELDS",
            "DiaryField",
            &rows,
        );
        let mut rows = Vec::new();
        for row in summaries {
            rows.push(format!(
                "DiarySummary {{ id: {}, is: {}, need: {}, sources: {} }}",
                text(&row.id),
                text(&row.is),
                text(&row.need),
                self.sources(&at("summary")(&row.id), &row.src),
            ));
        }
        self.table(
            "How each summary of the diary is computed, in file order.",
            "DIARY_SUMMARIES",
            "DiarySummary",
            &rows,
        );
    }
}
