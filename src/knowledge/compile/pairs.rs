//! Owns the tables of medicines that can harm together: `pairs.toml`.
//! May use: raw entries, the compiler. Must not: evaluate.

use super::encode::MayRead;
use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, optional, text, texts};

const FILE: &str = "pairs.toml";

const URGENCIES: Choice = Choice {
    rust_type: "Urgency",
    words: &[("today", "Today"), ("days", "Days"), ("week", "Week")],
};

impl Compiler {
    pub fn write_pairs(
        &mut self,
        classes: &[raw::MedicineClass],
        pairs: &[raw::Pair],
        substances: &[raw::Substance],
    ) {
        let at = |word: &str| At::new(FILE, format!("class {word}"));
        self.unique(at, classes.iter().map(|class| class.word.as_str()));
        let rows: Vec<String> = classes
            .iter()
            .map(|class| {
                format!(
                    "MedicineClass {{ word: {}, name: {}, also: {} }}",
                    text(&class.word),
                    text(&class.name),
                    texts(&class.also)
                )
            })
            .collect();
        self.table(
            "What words of `current_meds` are called in a sentence, in file order.",
            "MEDICINE_CLASSES",
            "MedicineClass",
            &rows,
        );
        let at = |id: &str| At::new(FILE, format!("pair {id}"));
        self.unique(at, pairs.iter().map(|pair| pair.id.as_str()));
        let mut rows = Vec::new();
        for pair in pairs {
            let at = at(&pair.id);
            self.sides(&at, pair, classes, substances);
            let when = pair.when.as_ref().map(|when| {
                self.condition(&at, "when", when, MayRead::Everything)
                    .map_or_else(String::new, |condition| condition.rust)
            });
            rows.push(format!(
                "Pair {{ id: {}, one: {}, other: {}, third: {}, when: {}, say: {}, urgency: {}, sources: {} }}",
                text(&pair.id),
                texts(&pair.one),
                texts(&pair.other),
                texts(&pair.third),
                optional(when),
                text(&pair.say),
                self.variant(&at, "urgency", &pair.urgency, &URGENCIES),
                self.sources(&at, &pair.src),
            ));
        }
        self.table(
            "Medicines that can harm together, in this order.",
            "PAIRS",
            "Pair",
            &rows,
        );
    }

    /// Each side is known, and named in the sentence.
    fn sides(
        &mut self,
        at: &At,
        pair: &raw::Pair,
        classes: &[raw::MedicineClass],
        substances: &[raw::Substance],
    ) {
        let sides = [
            ("{one}", &pair.one),
            ("{other}", &pair.other),
            ("{third}", &pair.third),
        ];
        for (placeholder, side) in sides {
            if side.is_empty() == pair.say.contains(placeholder) {
                let message = format!("`say` and the side {placeholder} do not fit");
                self.problems.add(at, message);
            }
            for word in side {
                let is_known = substances.iter().any(|substance| substance.id == *word)
                    || classes.iter().any(|class| class.word == *word);
                if !is_known {
                    let message = format!("`{word}` is neither a class nor a substance");
                    self.problems.add(at, message);
                }
            }
        }
        if pair.one.is_empty() || (pair.other.is_empty() && pair.when.is_none()) {
            self.problems.add(at, "needs `one`, and `other` or `when`");
        }
    }
}
