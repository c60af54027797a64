//! Owns the tables of medicines: `substances.toml`, `medicines.toml`, and all their names in one sorted list.
//! May use: raw entries, the compiler. Must not: count or add up.

use std::collections::BTreeMap;

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text, texts};

const SUBSTANCES: &str = "substances.toml";
const MEDICINES: &str = "medicines.toml";

const KINDS: Choice = Choice {
    rust_type: "SubstanceKind",
    words: &[
        ("paracetamol", "Paracetamol"),
        ("nsaid", "Nsaid"),
        ("opioid", "Opioid"),
        ("other", "Other"),
    ],
};

/// The rows of both files.
pub struct Medicines<'a> {
    pub kinds: &'a [raw::MedicineKind],
    pub substances: &'a [raw::Substance],
    pub mixes: &'a [raw::Mix],
    pub on_skin: &'a [raw::OnlyNames],
    pub other: &'a [raw::OnlyNames],
}

impl Compiler {
    pub fn write_medicines(&mut self, all: &Medicines<'_>) {
        self.write_kinds(all.kinds);
        self.write_substances(all);
        self.write_mixes(all);
        self.write_medicine_names(all);
    }

    fn write_kinds(&mut self, kinds: &[raw::MedicineKind]) {
        let at = |id: &str| At::new(MEDICINES, format!("kind {id}"));
        self.unique(at, kinds.iter().map(|row| row.id.as_str()));
        let mut rows = Vec::new();
        for row in kinds {
            let at = at(&row.id);
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
    }

    fn write_substances(&mut self, all: &Medicines<'_>) {
        let at = |id: &str| At::new(SUBSTANCES, format!("substance {id}"));
        self.unique(at, all.substances.iter().map(|row| row.id.as_str()));
        let mut rows = Vec::new();
        for row in all.substances {
            let at = at(&row.id);
            self.limits(&at, row);
            let number = |number: Option<f64>| optional(number.map(|number| format!("{number:?}")));
            let low = row.low_mg.zip(row.low_word.as_ref());
            rows.push(format!(
                "Substance {{ id: {}, kind: {}, words: {}, days: {}, names: {}, endings: {}, one_mg: {}, day_max_mg: {}, pack_max_mg: {}, mme: {}, mme_patch: {}, low: {}, through_skin: {}, sources: {} }}",
                text(&row.id),
                self.variant(&at, "kind", row.kind.as_deref().unwrap_or("other"), &KINDS),
                texts(&row.words),
                self.days(&at, row.days.as_ref(), all.kinds),
                texts(&row.names),
                texts(&row.endings),
                optional(row.one_mg.map(|[least, most]| format!("({least:?}, {most:?})"))),
                number(row.day_max_mg),
                number(row.pack_max_mg),
                number(row.mme),
                number(row.mme_patch),
                optional(low.map(|(mg, word)| format!("({mg:?}, {})", text(word)))),
                row.through_skin,
                self.sources(&at, &row.src),
            ));
        }
        self.table(
            "What people take, in file order.",
            "SUBSTANCES",
            "Substance",
            &rows,
        );
    }

    fn limits(&mut self, at: &At, row: &raw::Substance) {
        let is_opioid = row.kind.as_deref() == Some("opioid");
        if !is_opioid && (row.mme.is_some() || row.mme_patch.is_some()) {
            self.problems.add(at, "only an opioid has `mme`");
        }
        if is_opioid && row.day_max_mg.is_some() {
            self.problems.add(at, "an opioid has no `day_max_mg`");
        }
        if row.pack_max_mg.is_some() && row.pack_max_mg >= row.day_max_mg {
            self.problems
                .add(at, "`pack_max_mg` is not below `day_max_mg`");
        }
        if row.day_max_mg.is_some() && row.one_mg.is_none() {
            self.problems.add(at, "`day_max_mg` needs `one_mg`");
        }
        if row
            .one_mg
            .is_some_and(|[least, most]| least <= 0.0 || least > most)
        {
            self.problems.add(at, "`one_mg` runs backwards");
        }
        if row.low_mg.is_some() != row.low_word.is_some() {
            self.problems.add(at, "`low_mg` and `low_word` go together");
        }
    }

    fn write_mixes(&mut self, all: &Medicines<'_>) {
        let mut rows = Vec::new();
        for mix in all.mixes {
            let at = At::new(MEDICINES, format!("mix {}", mix.names.join(", ")));
            let parts: Vec<String> = mix
                .parts
                .iter()
                .filter_map(|part| self.part(&at, part, all.substances))
                .collect();
            rows.push(format!(
                "Mix {{ names: {}, parts: {}, days: {}, sources: {} }}",
                texts(&mix.names),
                list(parts),
                self.days(&at, mix.days.as_ref(), all.kinds),
                self.sources(&at, &mix.src),
            ));
        }
        self.table(
            "Packs that hold several substances or always the same strength, in file order.",
            "MIXES",
            "Mix",
            &rows,
        );
    }

    /// "paracetamol 500", "codeine 8-30", or a substance alone.
    fn part(&mut self, at: &At, part: &str, substances: &[raw::Substance]) -> Option<String> {
        let (id, mg) = part.split_once(' ').unwrap_or((part, ""));
        let (least, most) = mg.split_once('-').unwrap_or((mg, mg));
        let read = |mg: &str| match mg {
            "" => Some(None),
            mg => mg.parse::<f64>().ok().map(Some),
        };
        let place = substances.iter().position(|known| known.id == id);
        let (Some(place), Some(least), Some(most)) = (place, read(least), read(most)) else {
            self.problems.add(
                at,
                format!("`parts` cannot be read or names an unknown substance: `{part}`"),
            );
            return None;
        };
        let mg = least
            .zip(most)
            .map(|(least, most)| format!("({least:?}, {most:?})"));
        Some(format!(
            "MixPart {{ substance: &SUBSTANCES[{place}], mg: {} }}",
            optional(mg)
        ))
    }

    fn days(&mut self, at: &At, id: Option<&String>, kinds: &[raw::MedicineKind]) -> String {
        optional(id.map(|id| {
            let place = kinds.iter().position(|known| known.id == *id);
            if place.is_none() {
                self.problems
                    .add(at, format!("`days` names an unknown counter `{id}`"));
            }
            format!("&MEDICINE_KINDS[{}]", place.unwrap_or_default())
        }))
    }

    /// Every name with what it means, sorted, so that it is found without looking at all of them.
    fn write_medicine_names(&mut self, all: &Medicines<'_>) {
        let mut names: BTreeMap<&str, String> = BTreeMap::new();
        let mut all_names: Vec<(At, &str, String)> = Vec::new();
        for (place, row) in all.substances.iter().enumerate() {
            let at = || At::new(SUBSTANCES, format!("substance {}", row.id));
            for name in &row.names {
                all_names.push((
                    at(),
                    name,
                    format!("Named::Substance(&SUBSTANCES[{place}])"),
                ));
            }
            for name in &row.brands {
                all_names.push((at(), name, format!("Named::Brand(&SUBSTANCES[{place}])")));
            }
        }
        for (place, row) in all.mixes.iter().enumerate() {
            let at = || At::new(MEDICINES, format!("mix {}", row.names.join(", ")));
            for name in &row.names {
                all_names.push((at(), name, format!("Named::Mix(&MIXES[{place}])")));
            }
        }
        for (rows, means) in [(all.on_skin, "Named::OnSkin"), (all.other, "Named::Other")] {
            for name in rows.iter().flat_map(|row| &row.names) {
                all_names.push((
                    At::new(MEDICINES, format!("name {name}")),
                    name,
                    means.to_owned(),
                ));
            }
        }
        for (at, name, means) in all_names {
            let is_plain = name
                .chars()
                .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || " +".contains(c));
            if !is_plain || name.trim() != name || name.is_empty() {
                let message = format!("`{name}` is not in small plain letters");
                self.problems.add(&at, message);
            }
            if names.insert(name, means).is_some() {
                self.problems
                    .add(&at, format!("the name `{name}` is used twice"));
            }
        }
        let rows: Vec<String> = names
            .iter()
            .map(|(name, means)| format!("MedicineName {{ name: {}, means: {means} }}", text(name)))
            .collect();
        self.table(
            "Every name of a medicine, sorted.",
            "MEDICINE_NAMES",
            "MedicineName",
            &rows,
        );
    }
}
