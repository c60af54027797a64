//! Owns the tables by which a line fits a person, and the settings of the plan: `[meta]` and `[[fit]]` of `plan_rules.toml`.
//! May use: raw entries, the compiler. Must not: evaluate.

use std::collections::BTreeMap;

use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text};

const FILE: &str = "plan_rules.toml";

/// In the order of `meta.domains`, which is that of the enum.
const DOMAINS: Choice = Choice {
    rust_type: "Domain",
    words: &[
        ("self", "OwnCare"),
        ("move", "Movement"),
        ("mind", "Mind"),
        ("medicine", "Medicine"),
        ("hands", "HandsOn"),
        ("procedure", "Procedure"),
        ("refer", "Referral"),
        ("life", "Life"),
    ],
};

/// Sentence 9.5, in the order of the enum.
const MINUS: [&str; 3] = ["step", "caution", "extra"];

/// Sentence 7.3: therapies that no rule may name in new pain.
const NEVER_EARLY: [&str; 11] = [
    "opioid_weak",
    "opioid_strong",
    "scs",
    "drg_stim",
    "pns",
    "intrathecal_pump",
    "bvn_ablation",
    "mbb_rfa",
    "genicular_rfa",
    "si_joint",
    "tn_surgery",
];

impl Compiler {
    pub fn write_plan_meta(&mut self, meta: &raw::PlanMeta) {
        let at = At::new(FILE, "[meta]");
        let regions: Vec<String> = meta
            .regions_that_change_rules
            .iter()
            .map(|region| self.word_of(&at, "region", region))
            .collect();
        self.table(
            "The regions that change rules.",
            "REGIONS_THAT_CHANGE_RULES",
            "Word",
            &regions,
        );
        self.constant(
            "The version of the rules.",
            "VERSION",
            "&str",
            &text(&meta.version),
        );
        for (doc, name, value) in [
            (
                "Lines in the box \"Say this first\" (sentence 9.8).",
                "MAX_FIRST",
                meta.max_first,
            ),
            (
                "Lines among the best fits (sentence 9.10).",
                "MAX_BEST",
                meta.max_best,
            ),
            (
                "Lines of one domain among the best fits (sentence 9.10).",
                "MAX_BEST_DOMAIN",
                meta.max_best_domain,
            ),
            (
                "Lines of one domain shown at first (sentence 9.12).",
                "MAX_DOMAIN",
                meta.max_domain,
            ),
            (
                "Lines usually not advised that are shown at first (sentence 9.13).",
                "MAX_USUALLY_NOT",
                meta.max_usually_not,
            ),
        ] {
            self.constant(doc, name, "usize", &value.to_string());
        }
        for (doc, name, value) in [
            (
                "The FIT that a procedure needs among the best fits (sentence 9.10).",
                "BEST_PROCEDURE",
                meta.best_procedure,
            ),
            (
                "The FIT from which a line with a specialist caution is shown at first (sentence 9.12).",
                "SHOWN_CAUTION",
                meta.shown_caution,
            ),
            (
                "The most that the words of its rules give a line (sentence 9.6).",
                "MAX_PERSON",
                meta.max_person,
            ),
            (
                "Points for one goal (sentence 9.6).",
                "GOAL_POINTS",
                meta.goal_points,
            ),
            (
                "Points for several goals (sentence 9.6).",
                "GOALS_POINTS",
                meta.goals_points,
            ),
            (
                "Points for wishes (sentence 9.6).",
                "WISH_POINTS",
                meta.wish_points,
            ),
            (
                "Points for what helped before (sentence 9.6).",
                "HELPED_POINTS",
                meta.helped_points,
            ),
            (
                "Points off for a specialist caution (sentence 9.6).",
                "CAUTION_POINTS",
                meta.caution_points,
            ),
            (
                "Points off for an extra (sentence 9.6).",
                "EXTRA_POINTS",
                meta.extra_points,
            ),
        ] {
            self.constant(doc, name, "i8", &value.to_string());
        }
    }

    /// The words of fit, and what domains, goals, wishes and minus words are called.
    pub fn write_fits(&mut self, fits: &[raw::Fit], meta: &raw::PlanMeta) {
        let at = |id: &str| At::new(FILE, format!("fit {id}"));
        self.unique(at, fits.iter().map(|fit| fit.id.as_str()));
        let mut rows = Vec::new();
        for (place, fit) in fits.iter().enumerate() {
            if fit.points == 0 || fit.points > meta.max_person {
                self.problems
                    .add(&at(&fit.id), "`points` is not from 1 to `max_person`");
            }
            rows.push(format!(
                "Fit {{ id: {}, place: {place}, points: {}, say: {} }}",
                text(&fit.id),
                fit.points,
                text(&fit.say),
            ));
        }
        self.table("Words of fit, in file order.", "FITS", "Fit", &rows);
        self.write_domains(meta);
        let goals = self.names_of_all("goal_names", "goals", &meta.goal_names, |_| true);
        self.table(
            "What each goal is called in a reason, in the order of the words of `goals`.",
            "GOAL_NAMES",
            "(Word, &str)",
            &goals,
        );
        // Words with no_ take lines off or move them; the others are wishes.
        let wishes = self.names_of_all("wish_names", "prefs", &meta.wish_names, |word| {
            !word.starts_with("no_")
        });
        self.table(
            "What each wish is called in a reason, in the order of the words of `prefs`.",
            "WISH_NAMES",
            "(Word, &str)",
            &wishes,
        );
        let minus = self.names_for("minus_names", MINUS.iter().copied(), &meta.minus_names);
        self.table(
            "Why a line stands lower, in the order of `Minus`.",
            "MINUS_NAMES",
            "&str",
            &minus,
        );
    }

    fn write_domains(&mut self, meta: &raw::PlanMeta) {
        let words = DOMAINS.words.iter().map(|(word, _)| *word);
        if !words.clone().eq(meta.domains.iter().map(String::as_str)) {
            let message = format!("`domains` is not {DOMAINS}, which code draws in this order");
            self.problems.add(&At::new(FILE, "[meta]"), message);
        }
        let names = self.names_for("domain_names", words, &meta.domain_names);
        self.table(
            "The heading of each domain, in the order of `Domain`.",
            "DOMAIN_NAMES",
            "&str",
            &names,
        );
    }

    /// A name for each of these words, and for no other.
    fn names_for<'a>(
        &mut self,
        field: &str,
        words: impl Iterator<Item = &'a str> + Clone,
        names: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let at = At::new(FILE, format!("[meta.{field}]"));
        for word in names.keys() {
            if !words.clone().any(|known| known == word) {
                self.problems
                    .add(&at, format!("names an unknown word `{word}`"));
            }
        }
        words
            .map(|word| {
                if !names.contains_key(word) {
                    self.problems.add(&at, format!("`{word}` has no name"));
                }
                text(names.get(word).map_or("", String::as_str))
            })
            .collect()
    }

    /// The same for the words of a set fact.
    fn names_of_all(
        &mut self,
        field: &str,
        fact: &str,
        names: &BTreeMap<String, String>,
        named: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let places = self
            .vocabulary
            .fact(fact)
            .map(|(_, row)| row.words.clone())
            .unwrap_or_default();
        let words: Vec<(usize, String)> = places
            .into_iter()
            .map(|place| (place, self.vocabulary.words[place].clone()))
            .filter(|(_, word)| named(word))
            .collect();
        let texts = self.names_for(field, words.iter().map(|(_, word)| word.as_str()), names);
        words
            .iter()
            .zip(texts)
            .map(|((place, _), name)| format!("(Word({place}), {name})"))
            .collect()
    }

    pub fn domain(&mut self, at: &At, word: &str) -> String {
        self.variant(at, "domain", word, &DOMAINS)
    }

    /// Words of a set fact, in the order in which the vocabulary lists them.
    pub fn words_in_order(&mut self, at: &At, fact: &str, words: &[String]) -> String {
        let mut places: Vec<(usize, String)> = Vec::new();
        for word in words {
            let row = self.word_of(at, fact, word);
            if word.starts_with("no_") {
                self.problems.add(at, format!("`{word}` is no wish"));
            }
            if places.iter().any(|(_, known)| *known == row) {
                self.problems
                    .add(at, format!("`{word}` stands there twice"));
            }
            let place = self.vocabulary.word(word).and_then(|place| {
                let (_, fact) = self.vocabulary.fact(fact)?;
                fact.words.iter().position(|known| *known == place)
            });
            places.push((place.unwrap_or_default(), row));
        }
        places.sort();
        list(places.into_iter().map(|(_, row)| row))
    }

    /// References to words of fit, in the order of their table.
    pub fn fits_of(&mut self, at: &At, words: &[String], fits: &[raw::Fit]) -> String {
        let mut places: Vec<usize> = Vec::new();
        for word in words {
            match fits.iter().position(|fit| fit.id == *word) {
                Some(place) if places.contains(&place) => {
                    self.problems
                        .add(at, format!("`fits` names `{word}` twice"));
                }
                Some(place) => places.push(place),
                None => self
                    .problems
                    .add(at, format!("`fits` names an unknown word `{word}`")),
            }
        }
        places.sort_unstable();
        list(places.into_iter().map(|place| format!("&FITS[{place}]")))
    }

    pub fn every_fit_is_used(&mut self, rules: &[raw::Rule], fits: &[raw::Fit]) {
        for fit in fits {
            if !rules.iter().any(|rule| rule.fits.contains(&fit.id)) {
                self.problems
                    .add(&At::new(FILE, format!("fit {}", fit.id)), "no rule uses it");
            }
        }
    }

    /// A stage of new pain, in weeks (sentence 7.3).
    pub fn week(&mut self, at: &At, field: &str, week: Option<u8>) -> String {
        if !matches!(week, None | Some(0 | 4)) {
            self.problems.add(at, format!("`{field}` is not 0 or 4"));
        }
        optional(week.map(|week| week.to_string()))
    }

    /// Sentence 7.3: nothing with an opioid, an implant or nerve destruction in new pain.
    pub fn not_too_early(&mut self, at: &At, rule: &raw::Rule) {
        if rule.from_week.is_some() && NEVER_EARLY.contains(&rule.therapy.as_str()) {
            let message = format!(
                "`{}` is nothing for new pain, so no `from_week`",
                rule.therapy
            );
            self.problems.add(at, message);
        }
    }
}
