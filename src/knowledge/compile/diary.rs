//! Owns the tables of the diary: its fields and summaries (`diary.toml`), and pain medicines (`medicines.toml`).
//! May use: raw entries, the compiler. Must not: count or add up.

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text, texts};

const DIARY: &str = "diary.toml";
const MEDICINES: &str = "medicines.toml";

const LEVELS: Choice = Choice {
    rust_type: "DiaryLevel",
    words: &[
        ("core", "Core"),
        ("optional", "Optional"),
        ("headache", "Headache"),
    ],
};

/// The rows of `medicines.toml`, and the substances that they name.
pub struct Medicines<'a> {
    pub kinds: &'a [raw::MedicineKind],
    pub substances: &'a [raw::Substance],
    pub medicines: &'a [raw::Medicine],
}

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

    pub fn write_medicines(&mut self, all: &Medicines<'_>) {
        let at = |kind: &'static str| move |id: &str| At::new(MEDICINES, format!("{kind} {id}"));
        self.unique(at("kind"), all.kinds.iter().map(|row| row.id.as_str()));
        let names = all.medicines.iter().flat_map(|row| &row.names);
        self.unique(at("medicine"), names.map(String::as_str));
        let mut rows = Vec::new();
        for row in all.kinds {
            let at = at("kind")(&row.id);
            if row.notice >= row.limit {
                self.problems
                    .add(&at, "`notice` does not come before `limit`");
            }
            rows.push(format!(
                "MedicineKind {{ id: {}, name: {}, hint: {}, notice: {}, limit: {}, sources: {} }}",
                text(&row.id),
                text(&row.name),
                text(row.hint.as_deref().unwrap_or_default()),
                row.notice,
                row.limit,
                self.sources(&at, &row.src),
            ));
        }
        self.table(
            "Counters of medicine days, in file order.",
            "MEDICINE_KINDS",
            "MedicineKind",
            &rows,
        );
        let mut rows = Vec::new();
        for row in all.medicines {
            rows.push(self.medicine(&at("medicine")(&row.names.join(", ")), row, all));
        }
        self.table(
            "Medicines by the names that people write, in file order.",
            "KNOWN_MEDICINES",
            "KnownMedicine",
            &rows,
        );
    }

    fn medicine(&mut self, at: &At, row: &raw::Medicine, all: &Medicines<'_>) -> String {
        if row.names.is_empty() || row.names.iter().any(|name| *name != name.to_lowercase()) {
            self.problems
                .add(at, "`names` is empty or not in lower case");
        }
        if row.kind.is_some() == row.on_skin {
            self.problems.add(at, "has either a `kind` or `on_skin`");
        }
        let kind = row.kind.as_ref().map(|kind| {
            let place = all.kinds.iter().position(|known| known.id == *kind);
            if place.is_none() {
                self.problems
                    .add(at, format!("`kind` names an unknown kind `{kind}`"));
            }
            format!("&MEDICINE_KINDS[{}]", place.unwrap_or_default())
        });
        let mut contains = Vec::new();
        for (name, mg) in &row.contains {
            match all.substances.iter().position(|known| known.id == *name) {
                Some(place) => contains.push(format!("(&SUBSTANCES[{place}], {mg:?})")),
                None => self.problems.add(
                    at,
                    format!("`contains` names an unknown substance `{name}`"),
                ),
            }
        }
        if row.contains.len() > 1 && row.contains.values().any(|mg| *mg == 0.0) {
            self.problems
                .add(at, "a mix says how much of each is in it");
        }
        format!(
            "KnownMedicine {{ names: {}, kind: {}, contains: {}, on_skin: {} }}",
            texts(&row.names),
            optional(kind),
            list(contains),
            row.on_skin,
        )
    }
}
