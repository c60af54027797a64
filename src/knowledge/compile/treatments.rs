//! Owns the table about trials of treatments: `trials.toml`.
//! May use: raw entries, the compiler. Must not: look at rules.

use super::problem::At;
use super::raw;
use super::write::{Compiler, list, optional, text, texts};

impl Compiler {
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
