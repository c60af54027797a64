//! Owns the tables of sources, therapies and own checks.
//! May use: raw entries, the compiler. Must not: look at rules.

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text, texts};

const GROUPS: Choice = Choice {
    rust_type: "TherapyGroup",
    words: &[
        ("medicine", "Medicine"),
        ("physical", "Physical"),
        ("psych", "Psych"),
        ("procedure", "Procedure"),
        ("programme", "Programme"),
        ("selfcare", "Selfcare"),
        ("social", "Social"),
        ("test", "Test"),
    ],
};

const SLOTS: Choice = Choice {
    rust_type: "Slot",
    words: &[
        ("attack", "Attack"),
        ("prevent", "Prevent"),
        ("safety", "Safety"),
        ("nerve", "Nerve"),
        ("talk", "Talk"),
        ("load", "Load"),
    ],
};

const EVIDENCE: Choice = Choice {
    rust_type: "Evidence",
    words: &[
        ("high", "High"),
        ("moderate", "Moderate"),
        ("low", "Low"),
        ("very_low", "VeryLow"),
        ("none", "None"),
        ("harm", "Harm"),
    ],
};

const PAIN_TYPES: Choice = Choice {
    rust_type: "PainType",
    words: &[
        ("nociceptive", "Nociceptive"),
        ("neuropathic", "Neuropathic"),
        ("nociplastic", "Nociplastic"),
        ("migraine", "Migraine"),
        ("tth", "Tth"),
        ("cluster", "Cluster"),
        ("moh", "Moh"),
        ("any", "Any"),
    ],
};

const STATUS: Choice = Choice {
    rust_type: "SourceStatus",
    words: &[("S", "Seen"), ("S/K", "SeenInPart"), ("K", "FromKnowledge")],
};

impl Compiler {
    pub fn write_sources(&mut self, sources: &[(String, raw::Source)]) {
        let mut rows = Vec::new();
        let mut addresses = Vec::new();
        for (id, source) in sources {
            let at = At::new("sources.toml", id.clone());
            rows.push(format!(
                "Source {{ id: {}, cite: {}, status: {} }}",
                text(id),
                text(&source.cite),
                self.variant(&at, "status", &source.status, &STATUS),
            ));
            addresses.push(text(source.address.as_deref().unwrap_or_default()));
        }
        self.table("Every source, sorted by id.", "SOURCES", "Source", &rows);
        self.table(
            "Where each source was seen, in the order of `SOURCES`.",
            "SOURCE_ADDRESSES",
            "&str",
            &addresses,
        );
    }

    pub fn write_therapies(&mut self, therapies: &[raw::Therapy], meta: &raw::PlanMeta) {
        let at = |id: &str| At::new("therapies.toml", format!("t {id}"));
        self.unique(at, therapies.iter().map(|therapy| therapy.id.as_str()));
        let meta_at = At::new("plan_rules.toml", "[meta.using]");
        for id in meta.using.keys() {
            self.therapy(&meta_at, "using", id);
        }
        let (mut rows, mut reading, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        for (place, therapy) in therapies.iter().enumerate() {
            let at = at(&therapy.id);
            let using: Vec<String> = meta
                .using
                .get(&therapy.id)
                .into_iter()
                .flatten()
                .map(|word| self.word_of(&meta_at, "current_meds", word))
                .collect();
            let slot = therapy
                .slot
                .as_deref()
                .map(|slot| self.variant(&at, "slot", slot, &SLOTS));
            rows.push(format!(
                "Therapy {{ id: {}, word: Word({place}), name: {}, group: {}, slot: {}, domain: {}, helps: {}, way: {}, ask_only: {}, using: {} }}",
                text(&therapy.id),
                text(&therapy.name),
                self.variant(&at, "group", &therapy.group, &GROUPS),
                optional(slot),
                self.domain(&at, &therapy.domain),
                self.words_in_order(&at, "goals", &therapy.helps),
                self.words_in_order(&at, "prefs", &therapy.way),
                therapy.ask_only,
                list(using),
            ));
            let types: Vec<String> = therapy
                .types
                .iter()
                .map(|kind| self.variant(&at, "types", kind, &PAIN_TYPES))
                .collect();
            if !matches!(therapy.step, 0..=4 | 9) {
                self.problems.add(&at, "`step` is not 0 to 4 or 9");
            }
            // A dash in the file says that there is nothing to ask.
            let ask: Vec<String> = therapy
                .ask
                .iter()
                .filter(|ask| *ask != "-")
                .cloned()
                .collect();
            reading.push(format!(
                "TherapyText {{ plain: {}, ask: {}, evidence: {}, step: {}, types: {}, uses: {}, sources: {} }}",
                text(&therapy.plain),
                texts(&ask),
                self.variant(&at, "evidence", &therapy.evidence, &EVIDENCE),
                therapy.step,
                list(types),
                texts(&therapy.uses),
                self.sources(&at, &therapy.src),
            ));
            notes.push(format!(
                "TherapyNotes {{ position: {}, cautions: {}, monitor: {} }}",
                text(&therapy.position),
                text(&therapy.cautions),
                text(&therapy.monitor),
            ));
        }
        self.table(
            "Every therapy, in file order.",
            "THERAPIES",
            "Therapy",
            &rows,
        );
        self.table(
            "What a person reads about each therapy.",
            "THERAPY_TEXTS",
            "TherapyText",
            &reading,
        );
        self.table(
            "What only a clinician reads about each therapy.",
            "THERAPY_NOTES",
            "TherapyNotes",
            &notes,
        );
    }

    /// Published instruments are checked, not written: the app shows its own checks alone.
    pub fn write_own_checks(&mut self, checks: &[raw::OwnCheck], instruments: &[raw::Instrument]) {
        let instrument_at = |id: &str| At::new("instruments.toml", format!("inst {id}"));
        self.unique(
            instrument_at,
            instruments.iter().map(|instrument| instrument.id.as_str()),
        );
        for instrument in instruments {
            self.sources(&instrument_at(&instrument.id), &instrument.src);
        }
        let at = |id: &str| At::new("instruments.toml", format!("own {id}"));
        self.unique(at, checks.iter().map(|check| check.id.as_str()));
        let mut rows = Vec::new();
        for check in checks {
            let at = at(&check.id);
            if !instruments.iter().any(|known| known.id == check.based_on) {
                let message = format!(
                    "`based_on` names an unknown instrument `{}`",
                    check.based_on
                );
                self.problems.add(&at, message);
            }
            let mut facts = Vec::new();
            for name in &check.facts {
                match self.vocabulary.fact(name) {
                    Some((place, _)) => facts.push(format!("FactId({place})")),
                    None => self
                        .problems
                        .add(&at, format!("`facts` names an unknown fact `{name}`")),
                }
            }
            rows.push(format!(
                "OwnCheck {{ id: {}, name: {}, honest: {}, based_on: {}, facts: {}, seconds: {}, questions: {}, answers: {}, result: {} }}",
                text(&check.id),
                text(&check.name),
                text(&check.honest),
                text(&check.based_on),
                list(facts),
                check.seconds,
                texts(&check.questions),
                text(&check.answers),
                text(&check.result),
            ));
        }
        self.table(
            "Our own checks, in file order.",
            "OWN_CHECKS",
            "OwnCheck",
            &rows,
        );
    }
}
