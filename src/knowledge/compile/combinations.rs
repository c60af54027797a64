//! Owns the tables of what goes together, what clashes, what comes first and when to judge: `combinations.toml`.
//! May use: raw entries, the compiler. Must not: evaluate.

use super::encode::MayRead;
use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text};

const FILE: &str = "combinations.toml";

const MEASURES: Choice = Choice {
    rust_type: "Measure",
    words: &[
        ("pain_avg", "PainAvg"),
        ("pain_worst", "PainWorst"),
        ("interference", "Interference"),
        ("sleep_quality", "SleepQuality"),
        ("mood", "Mood"),
        ("flare", "Flare"),
        ("medicines", "Medicines"),
        ("activity", "Activity"),
        ("stress", "Stress"),
        ("did_matter", "DidMatter"),
        ("treatment_done", "TreatmentDone"),
        ("side_effect", "SideEffect"),
        ("bleeding", "Bleeding"),
        ("head_day", "HeadDay"),
        ("head_features", "HeadFeatures"),
        ("head_relief2h", "HeadReliefTwoHours"),
    ],
};

/// The rows of the three kinds.
pub struct Combinations<'a> {
    pub clashes: &'a [raw::Combination],
    pub together: &'a [raw::Combination],
    pub orders: &'a [raw::Combination],
}

impl Compiler {
    pub fn write_combinations(&mut self, all: &Combinations<'_>, cautions: &[raw::Caution]) {
        let kinds = [
            ("Clash", "clash", all.clashes),
            ("Together", "together", all.together),
            ("Order", "order", all.orders),
        ];
        let at = |id: &str| At::new(FILE, format!("row {id}"));
        let ids = kinds.iter().flat_map(|(_, _, rows)| rows.iter());
        self.unique(at, ids.map(|row| row.id.as_str()));
        let mut written = Vec::new();
        for (variant, kind, rows) in kinds {
            for row in rows {
                let at = At::new(FILE, format!("{kind} {}", row.id));
                self.one_reason(&at, kind, row);
                let when = row.now.as_ref().or(row.when.as_ref());
                let when = when.map(|when| {
                    self.condition(&at, "when", when, MayRead::Everything)
                        .map_or_else(String::new, |condition| condition.rust)
                });
                written.push(format!(
                    "Combination {{ id: {}, kind: CombinationKind::{variant}, one: {}, other: {}, cautions: {}, when: {}, text: {}, sources: {} }}",
                    text(&row.id),
                    self.therapies(&at, "one", &row.one),
                    self.therapies(&at, "other", &row.other),
                    self.cautions(&at, &row.cautions, cautions),
                    optional(when),
                    text(&row.text),
                    self.sources(&at, &row.src),
                ));
            }
        }
        self.table(
            "What clashes, goes together and comes first, in this order.",
            "COMBINATIONS",
            "Combination",
            &written,
        );
    }

    pub fn write_judges(&mut self, judges: &[raw::Judge]) {
        let at = |row: &raw::Judge| At::new(FILE, format!("judge {}", row.therapies.join(", ")));
        let named = judges.iter().flat_map(|row| row.therapies.iter());
        self.unique(
            |id| At::new(FILE, format!("judge {id}")),
            named.map(String::as_str),
        );
        let mut rows = Vec::new();
        for row in judges {
            let at = at(row);
            if row.weeks.is_some_and(|[first, last]| first > last) {
                self.problems.add(&at, "`weeks` run backwards");
            }
            if row.measures.is_empty() {
                self.problems.add(&at, "`measures` is empty");
            }
            let measures: Vec<String> = row
                .measures
                .iter()
                .map(|measure| self.variant(&at, "measures", measure, &MEASURES))
                .collect();
            rows.push(format!(
                "Judge {{ therapies: {}, weeks: {}, measures: {}, text: {}, sources: {} }}",
                self.therapies(&at, "therapies", &row.therapies),
                optional(row.weeks.map(|[first, last]| format!("({first}, {last})"))),
                list(measures),
                text(&row.text),
                self.sources(&at, &row.src),
            ));
        }
        self.table("When to judge each option.", "JUDGES", "Judge", &rows);
    }

    /// Sentences K2 to K4 of the header.
    fn one_reason(&mut self, at: &At, kind: &str, row: &raw::Combination) {
        let is_clash = kind == "clash";
        let reasons = [
            !row.one.is_empty(),
            !row.cautions.is_empty(),
            row.now.is_some(),
        ];
        if reasons.into_iter().filter(|reason| *reason).count() != 1 {
            self.problems
                .add(at, "has to have exactly one of `one`, `cautions` and `now`");
        }
        if !is_clash && row.one.is_empty() {
            self.problems
                .add(at, "only a clash is without therapies in `one`");
        }
        if row.other.is_empty() && (kind == "together" || (is_clash && !row.one.is_empty())) {
            self.problems
                .add(at, "needs therapies in `other`; only an order goes without");
        }
        if row.now.is_some() && row.when.is_some() {
            self.problems
                .add(at, "`now` is a condition already, so `when` is too much");
        }
    }

    fn cautions(&mut self, at: &At, ids: &[String], cautions: &[raw::Caution]) -> String {
        let mut places = Vec::new();
        for id in ids {
            match cautions.iter().position(|caution| caution.id == *id) {
                Some(place) => places.push(format!("&CAUTIONS[{place}]")),
                None => self
                    .problems
                    .add(at, format!("`cautions` names an unknown caution `{id}`")),
            }
        }
        list(places)
    }
}
