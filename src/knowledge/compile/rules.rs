//! Owns the tables of facts, scope entries, rules, avoid entries and cautions: `plan_rules.toml`.
//! May use: raw entries, the compiler. Must not: evaluate.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::{AFTER_SIGNS, MayRead, Type};
use super::problem::At;
use super::raw;
use super::vocabulary::{Kind, Name};
use super::write::{Choice, Compiler, Condition, list, optional, text};

const FILE: &str = "plan_rules.toml";

/// Derived facts that code works out (sentences 5.2 and 5.3), with the facts that they read.
const SPECIAL: [(&str, &[&str]); 3] = [
    (
        "impact_grade",
        &[
            "pain_days3m",
            "limits_life3m",
            "nrs_avg7",
            "impact_enjoy",
            "impact_activity",
        ],
    ),
    (AFTER_SIGNS[0], &[]),
    (AFTER_SIGNS[1], &[]),
];

const STRENGTHS: Choice = Choice {
    rust_type: "Strength",
    words: &[
        ("strong", "Strong"),
        ("conditional", "Conditional"),
        ("insufficient", "Insufficient"),
        ("against", "Against"),
    ],
};

const LEVELS: Choice = Choice {
    rust_type: "Level",
    words: &[
        ("avoid", "Avoid"),
        ("specialist", "Specialist"),
        ("tell", "Tell"),
        ("wish", "Wish"),
    ],
};

/// For each derived fact, by its place: the facts and derived facts that it reads directly.
pub type Reads = BTreeMap<usize, Vec<usize>>;

impl Compiler {
    /// Writes facts and derived facts; returns what each derived fact reads.
    pub fn write_facts(&mut self, derived: &[raw::Derived]) -> Reads {
        let given = self.vocabulary.facts.len() - derived.len();
        let mut reads = Reads::new();
        let mut origins = vec!["FactOrigin::Given".to_owned(); given];
        let mut cited = Vec::new();
        for (place, entry) in (given..).zip(derived) {
            let at = At::new(FILE, format!("derived {}", entry.name));
            cited.push(self.sources(&at, &entry.src));
            let special = SPECIAL.iter().find(|(name, _)| *name == entry.name);
            if entry.special {
                let Some((_, facts)) = special else {
                    self.problems
                        .add(&at, "is special, but no code works it out");
                    continue;
                };
                if !entry.is.is_empty() {
                    self.problems
                        .add(&at, "is special, so `is` has to be empty");
                }
                for name in *facts {
                    if self.vocabulary.fact(name).is_none() {
                        self.problems
                            .add(&at, format!("reads `{name}`, which is missing"));
                    }
                }
                origins.push("FactOrigin::Special".to_owned());
                reads.insert(place, self.places(facts.iter().copied()));
                continue;
            }
            if special.is_some() {
                self.problems
                    .add(&at, "is worked out by code, so it has to be special");
            }
            let wanted = match self.vocabulary.facts[place].kind {
                Kind::YesNo => Type::YesNo,
                _ => Type::Number,
            };
            let Some(Condition { node, rust }) =
                self.expression(&at, "is", &entry.is, MayRead::Facts, &wanted)
            else {
                continue;
            };
            origins.push(format!("FactOrigin::Derived({rust})"));
            let read = self.places(node.names().into_iter().map(|(_, name)| name));
            reads.insert(place, read);
        }
        self.table(
            "What each derived fact rests on, in file order.",
            "DERIVED_SOURCES",
            "&[Cited]",
            &cited,
        );
        let order = self.order_of_derived(&reads);
        if self.problems.0.is_empty() {
            self.write_fact_rows(&origins);
        }
        let rows: Vec<String> = order
            .iter()
            .map(|place| format!("FactId({place})"))
            .collect();
        self.table(
            "Derived facts in an order in which each one reads only earlier ones.",
            "DERIVED_ORDER",
            "FactId",
            &rows,
        );
        reads
    }

    fn write_fact_rows(&mut self, origins: &[String]) {
        let rows: Vec<String> = self
            .vocabulary
            .facts
            .iter()
            .zip(origins)
            .map(|(fact, origin)| {
                let kind = match fact.kind {
                    Kind::Whole => "Whole",
                    Kind::Number => "Number",
                    Kind::YesNo => "YesNo",
                    Kind::Word => "Word",
                    Kind::Words => "Words",
                };
                let max = fact.max.map_or("f64::INFINITY".to_owned(), |max| format!("{max:?}"));
                format!(
                    "Fact {{ id: {}, kind: FactKind::{kind}, words: {}, min: {:?}, max: {max}, origin: {origin} }}",
                    text(&fact.name),
                    list(fact.words.iter().map(|place| format!("Word({place})"))),
                    fact.min,
                )
            })
            .collect();
        self.table(
            "Facts, then derived facts, in file order.",
            "FACTS",
            "Fact",
            &rows,
        );
    }

    /// The names of facts and words as constants, so that code that names one does not compile when it is gone.
    pub fn write_names(&mut self) {
        self.output.push_str(
            "/// Each fact and derived fact by name.\npub mod fact {\n    use super::FactId;\n",
        );
        for (place, fact) in self.vocabulary.facts.iter().enumerate() {
            let name = fact.name.to_uppercase();
            self.output.push_str(&format!(
                "    pub const {name}: FactId = FactId({place});\n"
            ));
        }
        self.output.push_str(
            "}\n/// Each word in small letters by name.\npub mod words {\n    use super::Word;\n",
        );
        for (place, word) in self.vocabulary.words.iter().enumerate() {
            if !word.contains(|letter: char| letter.is_ascii_uppercase()) {
                let name = word.to_uppercase();
                self.output
                    .push_str(&format!("    pub const {name}: Word = Word({place});\n"));
            }
        }
        self.output.push_str("}\n");
        let words: Vec<String> = self
            .vocabulary
            .words
            .iter()
            .map(|word| text(word))
            .collect();
        self.table("Every word of the vocabulary.", "WORDS", "&str", &words);
        let numbers: Vec<String> = self
            .numbers
            .iter()
            .map(|number| format!("{number:?}"))
            .collect();
        self.table("The numbers in conditions.", "NUMBERS", "f64", &numbers);
    }

    pub fn write_scopes(&mut self, scopes: &[raw::Scope]) {
        let at = |id: &str| At::new(FILE, format!("scope {id}"));
        self.unique(at, scopes.iter().map(|scope| scope.id.as_str()));
        let mut rows = Vec::new();
        for scope in scopes {
            let at = at(&scope.id);
            rows.push(format!(
                "Scope {{ id: {}, when: {}, say: {}, keep: {}, stage: {} }}",
                text(&scope.id),
                self.when(&at, &scope.when),
                text(&scope.say),
                self.therapies(&at, "keep", &scope.keep),
                self.week(&at, "stage", scope.stage),
            ));
        }
        self.table("Scope entries, in file order.", "SCOPES", "Scope", &rows);
    }

    pub fn write_rules(
        &mut self,
        rules: &[raw::Rule],
        ask_only: &BTreeSet<&str>,
        fits: &[raw::Fit],
    ) {
        let at = |id: &str| At::new(FILE, format!("rule {id}"));
        self.unique(at, rules.iter().map(|rule| rule.id.as_str()));
        let mut rows = Vec::new();
        for (place, rule) in rules.iter().enumerate() {
            let at = at(&rule.id);
            let therapy = self.therapy(&at, "therapy", &rule.therapy);
            self.not_ask_only(&at, std::slice::from_ref(&rule.therapy), ask_only);
            self.placeholders(&at, rule);
            self.not_too_early(&at, rule);
            if !matches!(rule.step, 0..=4 | 9) {
                self.problems.add(&at, "`step` is not 0 to 4 or 9");
            }
            rows.push(format!(
                "Rule {{ id: {}, place: {place}, when: {}, therapy: &THERAPIES[{}], strength: {}, step: {}, own: {}, first: {}, footer: {}, last: {}, fits: {}, from_week: {}, why: {}, why_short: {}, sources: {} }}",
                text(&rule.id),
                self.when(&at, &rule.when),
                therapy.unwrap_or_default(),
                self.variant(&at, "strength", &rule.strength, &STRENGTHS),
                rule.step,
                rule.own,
                rule.first,
                rule.footer,
                rule.last,
                self.fits_of(&at, &rule.fits, fits),
                self.week(&at, "from_week", rule.from_week),
                text(&rule.why),
                optional(rule.why_short.as_deref().map(text)),
                self.sources(&at, &rule.src),
            ));
        }
        self.table("Rules, in file order.", "RULES", "Rule", &rows);
        self.every_fit_is_used(rules, fits);
    }

    pub fn write_avoids(&mut self, avoids: &[raw::Avoid], ask_only: &BTreeSet<&str>) {
        let at = |id: &str| At::new(FILE, format!("avoid {id}"));
        self.unique(at, avoids.iter().map(|avoid| avoid.id.as_str()));
        let mut rows = Vec::new();
        for (place, avoid) in avoids.iter().enumerate() {
            let at = at(&avoid.id);
            self.not_ask_only(&at, &avoid.therapies, ask_only);
            if placeholders_of(&avoid.why).next().is_some() {
                self.problems
                    .add(&at, "`why` of an avoid entry has no placeholders");
            }
            rows.push(format!(
                "Avoid {{ id: {}, place: {place}, when: {}, therapies: {}, strength: {}, why: {}, common: {}, from_week: {}, sources: {} }}",
                text(&avoid.id),
                self.when(&at, &avoid.when),
                self.therapies(&at, "therapies", &avoid.therapies),
                self.variant(&at, "strength", &avoid.strength, &STRENGTHS),
                text(&avoid.why),
                avoid.common,
                self.week(&at, "from_week", avoid.from_week),
                self.sources(&at, &avoid.src),
            ));
        }
        self.table("Avoid entries, in file order.", "AVOIDS", "Avoid", &rows);
    }

    pub fn write_cautions(&mut self, cautions: &[raw::Caution]) {
        let at = |id: &str| At::new(FILE, format!("caution {id}"));
        self.unique(at, cautions.iter().map(|caution| caution.id.as_str()));
        let mut questions: Vec<(&str, &str)> = Vec::new();
        let mut rows = Vec::new();
        for caution in cautions {
            let at = at(&caution.id);
            // Sentence 8.3: cautions that ask the same thing share id and text.
            let question = questions.iter().position(|(id, _)| *id == caution.ask_id);
            let question = question.unwrap_or_else(|| {
                questions.push((&caution.ask_id, &caution.ask));
                questions.len() - 1
            });
            if questions[question].1 != caution.ask {
                let message = format!("`ask_id` `{}` has another text above", caution.ask_id);
                self.problems.add(&at, message);
            }
            rows.push(format!(
                "Caution {{ id: {}, when: {}, applies: {}, level: {}, say: {}, question: &CAUTION_QUESTIONS[{question}], sources: {} }}",
                text(&caution.id),
                self.when(&at, &caution.when),
                self.therapies(&at, "applies", &caution.applies),
                self.variant(&at, "level", &caution.level, &LEVELS),
                text(&caution.say),
                self.sources(&at, &caution.src),
            ));
        }
        self.table("Cautions, in file order.", "CAUTIONS", "Caution", &rows);
        let questions: Vec<String> = questions
            .into_iter()
            .map(|(id, ask)| format!("CautionQuestion {{ id: {}, ask: {} }}", text(id), text(ask)))
            .collect();
        self.table(
            "Plain questions of cautions.",
            "CAUTION_QUESTIONS",
            "CautionQuestion",
            &questions,
        );
    }

    fn when(&mut self, at: &At, when: &str) -> String {
        self.condition(at, "when", when, MayRead::Everything)
            .map_or_else(String::new, |condition| condition.rust)
    }

    /// Sentence 9.10.
    fn not_ask_only(&mut self, at: &At, therapies: &[String], ask_only: &BTreeSet<&str>) {
        for id in therapies {
            if ask_only.contains(id.as_str()) {
                let message = format!("`{id}` is ask_only, so no rule or avoid entry may name it");
                self.problems.add(at, message);
            }
        }
    }

    /// Sentence 10.3.
    fn placeholders(&mut self, at: &At, rule: &raw::Rule) {
        let mut any = false;
        for name in placeholders_of(&rule.why) {
            any = true;
            match self.vocabulary.fact(name) {
                None => self.problems.add(
                    at,
                    format!("`why` has the placeholder `{{{name}}}`, but there is no such fact"),
                ),
                Some((_, fact)) if matches!(fact.kind, Kind::Words | Kind::YesNo) => {
                    let message = format!(
                        "`why` has the placeholder `{{{name}}}`, which is neither a number nor a word"
                    );
                    self.problems.add(at, message);
                }
                Some(_) => {}
            }
        }
        if any && rule.why_short.is_none() {
            self.problems
                .add(at, "`why` has a placeholder, so `why_short` is needed");
        }
        if rule
            .why_short
            .as_deref()
            .is_some_and(|short| placeholders_of(short).next().is_some())
        {
            self.problems.add(at, "`why_short` has a placeholder");
        }
    }

    fn places<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<usize> {
        names
            .filter_map(|name| match self.vocabulary.name(name)? {
                Name::Fact(place) => Some(place),
                Name::Question(_) => None,
            })
            .collect()
    }

    /// Sentence 5.1: no circles. What is left when nothing more can be placed reads itself in the end.
    fn order_of_derived(&mut self, reads: &Reads) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        let mut waiting: Vec<usize> = reads.keys().copied().collect();
        loop {
            let ready = waiting.iter().position(|place| {
                reads[place]
                    .iter()
                    .all(|read| !reads.contains_key(read) || order.contains(read))
            });
            match ready {
                Some(position) => order.push(waiting.remove(position)),
                None => break,
            }
        }
        for place in waiting {
            let name = self.vocabulary.facts[place].name.clone();
            let at = At::new(FILE, format!("derived {name}"));
            self.problems
                .add(&at, "stands in a circle of derived facts, or reads one");
        }
        order
    }
}

/// The names in `{…}`.
fn placeholders_of(why: &str) -> impl Iterator<Item = &str> {
    why.split('{')
        .skip(1)
        .map(|after| after.split('}').next().unwrap_or_default())
}
