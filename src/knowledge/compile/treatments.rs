//! Owns the tables about treatments that a person used: `substances.toml` and `trials.toml`.
//! May use: raw entries, the compiler. Must not: look at rules.

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text, texts};

const KINDS: Choice = Choice {
    rust_type: "SubstanceKind",
    words: &[
        ("paracetamol", "Paracetamol"),
        ("nsaid", "Nsaid"),
        ("opioid", "Opioid"),
    ],
};

impl Compiler {
    pub fn write_substances(&mut self, substances: &[raw::Substance], mixes: &[raw::Mix]) {
        let at = |id: &str| At::new("substances.toml", format!("substance {id}"));
        self.unique(at, substances.iter().map(|substance| substance.id.as_str()));
        let mut rows = Vec::new();
        for substance in substances {
            let at = at(&substance.id);
            self.plain_names(&at, &substance.names);
            let is_opioid = substance.kind == "opioid";
            if is_opioid != substance.day_max_mg.is_none() {
                let message = "an opioid has no `day_max_mg`, and every other substance has one";
                self.problems.add(&at, message);
            }
            if !is_opioid && (substance.mme.is_some() || substance.mme_patch.is_some()) {
                self.problems.add(&at, "only an opioid has `mme`");
            }
            if substance.pack_max_mg.is_some() && substance.pack_max_mg >= substance.day_max_mg {
                self.problems
                    .add(&at, "`pack_max_mg` is not below `day_max_mg`");
            }
            let number = |number: Option<f64>| optional(number.map(|number| format!("{number:?}")));
            rows.push(format!(
                "Substance {{ id: {}, kind: {}, names: {}, day_max_mg: {}, pack_max_mg: {}, mme: {}, mme_patch: {}, sources: {} }}",
                text(&substance.id),
                self.variant(&at, "kind", &substance.kind, &KINDS),
                texts(&substance.names),
                number(substance.day_max_mg),
                number(substance.pack_max_mg),
                number(substance.mme),
                number(substance.mme_patch),
                self.sources(&at, &substance.src),
            ));
        }
        self.table(
            "What is in pain medicines, in file order.",
            "SUBSTANCES",
            "Substance",
            &rows,
        );
        let mut rows = Vec::new();
        for mix in mixes {
            let at = At::new("substances.toml", format!("mix {}", mix.names.join(", ")));
            self.plain_names(&at, &mix.names);
            let mut parts = Vec::new();
            for part in &mix.parts {
                match substances.iter().position(|known| known.id == *part) {
                    Some(place) => parts.push(format!("&SUBSTANCES[{place}]")),
                    None => self
                        .problems
                        .add(&at, format!("`parts` names an unknown substance `{part}`")),
                }
            }
            rows.push(format!(
                "Mix {{ names: {}, parts: {}, sources: {} }}",
                texts(&mix.names),
                list(parts),
                self.sources(&at, &mix.src),
            ));
        }
        self.table(
            "Packs that hold several substances, in file order.",
            "MIXES",
            "Mix",
            &rows,
        );
    }

    pub fn write_trials(&mut self, trials: &[raw::Trial]) {
        let at = |id: &str| At::new("trials.toml", format!("t {id}"));
        self.unique(at, trials.iter().map(|trial| trial.id.as_str()));
        let mut rows = Vec::new();
        for trial in trials {
            let at = at(&trial.id);
            self.plain_names(&at, &trial.names);
            let therapy = self.therapy(&at, "id", &trial.id);
            let states_limits =
                trial.weeks.is_some() || trial.sessions.is_some() || !trial.doses.is_empty();
            let sources = match (states_limits, trial.src.is_empty()) {
                (true, _) => self.sources(&at, &trial.src),
                (false, true) => list([""; 0]),
                (false, false) => {
                    self.problems.add(&at, "`src` without any limit");
                    list([""; 0])
                }
            };
            let mut doses = Vec::new();
            for dose in &trial.doses {
                if !trial.names.contains(&dose.name) {
                    let message = format!("`doses` names `{}`, which is not in `names`", dose.name);
                    self.problems.add(&at, message);
                }
                doses.push(format!(
                    "TrialDose {{ name: {}, mg: {:?} }}",
                    text(&dose.name),
                    dose.mg
                ));
            }
            let number = |number: Option<u16>| optional(number.map(|number| number.to_string()));
            rows.push(format!(
                "Trial {{ therapy: &THERAPIES[{}], names: {}, weeks: {}, sessions: {}, doses: {}, sources: {} }}",
                therapy.unwrap_or_default(),
                texts(&trial.names),
                number(trial.weeks),
                number(trial.sessions),
                list(doses),
                sources,
            ));
        }
        self.table(
            "Everyday names and least trials of treatments, in file order.",
            "TRIALS",
            "Trial",
            &rows,
        );
    }

    /// Names are searched in small letters.
    fn plain_names(&mut self, at: &At, names: &[String]) {
        if names.is_empty() {
            self.problems.add(at, "`names` is empty");
        }
        for name in names {
            if *name != name.trim().to_lowercase() {
                let message = format!("`{name}` is not written in small letters");
                self.problems.add(at, message);
            }
        }
    }
}
