//! Owns the tables of the questionnaire: `questionnaire.toml`.
//! May use: raw entries, the compiler. Must not: decide what is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::MayRead;
use super::problem::At;
use super::raw;
use super::rules::Reads;
use super::write::{Choice, Compiler, list, optional, text, texts};

const FILE: &str = "questionnaire.toml";

const KINDS: Choice = Choice {
    rust_type: "ItemKind",
    words: &[
        ("areas", "Areas"),
        ("map", "Map"),
        ("safety", "Safety"),
        ("scale", "Scale"),
        ("rating", "Rating"),
        ("number", "Number"),
        ("numbers", "Numbers"),
        ("duration", "Duration"),
        ("body", "Body"),
        ("yesno", "YesNo"),
        ("choice", "Choice"),
        ("choices", "Choices"),
        ("ticks", "Ticks"),
        ("count", "Count"),
        ("text", "Text"),
        ("texts", "Texts"),
        ("medicines", "Medicines"),
        ("tried", "Tried"),
        ("diagnoses", "Diagnoses"),
        ("tests", "Tests"),
        ("goals", "Goals"),
    ],
};

/// Facts that an item gives by its kind alone.
const GIVEN_BY_KIND: [(&str, &[&str]); 6] = [
    ("areas", &["pain_sites"]),
    ("map", &["primary_site", "pain_sites", "wpi", "regions5"]),
    ("body", &["bmi"]),
    ("medicines", &["med_count", "current_meds"]),
    ("diagnoses", &["conditions"]),
    ("tried", &["tried_helped", "tried_no_help", "tried_bad"]),
];

/// Facts that the preparation changes (steps P3 and P4), with those that it reads for that.
const PREPARED: [(&str, &[&str]); 2] = [
    ("pain_sites", &["primary_site"]),
    ("pregnancy_status", &["sex_at_birth", "age"]),
];

/// Facts that a score gives, with those that it takes into account (domain/scoring).
const READ_BY_SCORES: [(&str, &str); 2] = [
    ("alcohol_risky", "sex_at_birth"),
    ("opioid_mme_band", "current_meds"),
];

/// What items refer to.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    pub parts: &'a [raw::Part],
    pub own_checks: &'a [raw::OwnCheck],
}

/// What decides whether an item is shown, as Rust text, and the given facts that its condition reads in the end.
struct Shown {
    when: Option<String>,
    unless: Option<String>,
    uses: BTreeSet<usize>,
}

fn at(id: &str) -> At {
    At::new(FILE, format!("item {id}"))
}

impl Compiler {
    pub fn write_questionnaire(&mut self, lists: Lists<'_>, items: &[raw::Item], reads: &Reads) {
        let parts = lists.parts;
        let part_at = |id: &str| At::new(FILE, format!("part {id}"));
        self.unique(part_at, parts.iter().map(|part| part.id.as_str()));
        self.unique(at, items.iter().map(|item| item.id.as_str()));
        self.parts_stand_together(parts, items);

        let mut given_before: BTreeSet<usize> = BTreeSet::new();
        let mut using: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut rows = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let at = at(&item.id);
            let (when, uses) = self.visibility(&at, item, reads, &given_before);
            let gives = self.gives(item);
            let compared = self.compared(&at, item, &given_before);
            // What an earlier item gave, and this one gives too or looks at, decides how this one counts.
            let counting = gives
                .iter()
                .chain(&compared)
                .filter(|fact| given_before.contains(fact));
            for fact in uses.iter().chain(counting).collect::<BTreeSet<_>>() {
                using.entry(*fact).or_default().push(place);
            }
            self.fields_fit_the_kind(&at, item);
            self.answer_fits_the_fact(&at, item);
            given_before.extend(gives);
            let unless = self.unless(&at, item, &items[..place]);
            let shown = Shown { when, unless, uses };
            rows.push(self.item(&at, item, place, lists, shown));
        }

        let part_rows: Vec<String> = parts
            .iter()
            .map(|part| {
                format!(
                    "Part {{ id: {}, name: {} }}",
                    text(&part.id),
                    text(&part.name)
                )
            })
            .collect();
        self.table(
            "Parts of the questionnaire, in order.",
            "PARTS",
            "Part",
            &part_rows,
        );
        self.table(
            "Items of the questionnaire, in order.",
            "ITEMS",
            "Item",
            &rows,
        );
        let using: Vec<String> = (0..self.vocabulary.facts.len())
            .map(|fact| {
                list(
                    using
                        .get(&fact)
                        .into_iter()
                        .flatten()
                        .map(|place| format!("&ITEMS[{place}]")),
                )
            })
            .collect();
        self.table(
            "For each fact, the items whose being shown or counting depends on it.",
            "ITEMS_USING",
            "&[&Item]",
            &using,
        );
    }

    /// The condition of an item as Rust text, and the given facts that it reads in the end.
    fn visibility(
        &mut self,
        at: &At,
        item: &raw::Item,
        reads: &Reads,
        given_before: &BTreeSet<usize>,
    ) -> (Option<String>, BTreeSet<usize>) {
        let Some(when) = &item.when else {
            return (None, BTreeSet::new());
        };
        let Some(condition) = self.condition(at, "when", when, MayRead::Facts) else {
            return (None, BTreeSet::new());
        };
        let mut uses = BTreeSet::new();
        for (character, name) in condition.node.names() {
            let Some((place, _)) = self.vocabulary.fact(name) else {
                continue;
            };
            let read = given_facts_behind(place, reads);
            for missing in read.difference(given_before) {
                let missing = &self.vocabulary.facts[*missing].name;
                let message = format!(
                    "`when`, character {character}: `{name}` needs `{missing}`, which no earlier item asks"
                );
                self.problems.add(at, message);
            }
            uses.extend(read);
        }
        for (prepared, from) in PREPARED {
            if self
                .vocabulary
                .fact(prepared)
                .is_some_and(|(place, _)| uses.contains(&place))
            {
                let from = from.iter().filter_map(|name| self.vocabulary.fact(name));
                uses.extend(from.map(|(place, _)| place));
            }
        }
        (Some(condition.rust), uses)
    }

    fn item(
        &mut self,
        at: &At,
        item: &raw::Item,
        place: usize,
        lists: Lists<'_>,
        shown: Shown,
    ) -> String {
        let Lists { parts, own_checks } = lists;
        let Shown { when, unless, uses } = shown;
        let part = parts.iter().position(|part| part.id == item.part);
        if part.is_none() {
            self.problems
                .add(at, format!("`part` names an unknown part `{}`", item.part));
        }
        let own = item.own.as_ref().map(|own| {
            let place = own_checks.iter().position(|check| check.id == *own);
            if place.is_none() {
                self.problems
                    .add(at, format!("`own` names an unknown check `{own}`"));
            }
            format!("&OWN_CHECKS[{}]", place.unwrap_or_default())
        });
        let options: Vec<String> = item
            .options
            .iter()
            .map(|option| self.option(at, item, option))
            .collect();
        let fact = item.fact.as_deref().or(match item.kind.as_str() {
            "areas" => Some("pain_sites"),
            "body" => Some("bmi"),
            "medicines" => Some("med_count"),
            _ => None,
        });
        let number = |number: Option<f64>| optional(number.map(|number| format!("{number:?}")));
        if !item.scored.is_empty()
            && item.own.is_none()
            && item.kind != "medicines"
            && item.fact.as_deref() != Some("current_meds")
        {
            self.problems.add(at, "`scored` needs an `own` check");
        }
        let scored: Vec<String> = item
            .scored
            .iter()
            .map(|name| {
                let found = self.vocabulary.fact(name).filter(|(_, fact)| !fact.derived);
                if found.is_none() {
                    self.problems
                        .add(at, format!("`scored` names an unknown fact `{name}`"));
                }
                format!("FactId({})", found.map_or(0, |(place, _)| place))
            })
            .collect();
        format!(
            "Item {{ id: {}, place: {place}, part: &PARTS[{}], kind: {}, ask: {}, hint: {}, when: {}, fact: {}, sum: {}, min: {}, max: {}, unit: {}, ends: {}, step_names: {}, none: {}, options: {}, own: {}, scored: {}, unless: {}, if_several: {}, at_least: {}, at_most: {}, neither: {}, most: {}, again: {}, extra: {}, quick: {}, page: {}, sensitive: {}, seconds: {}, uses: {} }}",
            text(&item.id),
            part.unwrap_or_default(),
            self.variant(at, "kind", &item.kind, &KINDS),
            text(&item.ask),
            optional(item.hint.as_deref().map(text)),
            optional(when),
            self.fact_id(at, "fact", fact),
            self.fact_id(at, "sum", item.sum.as_deref()),
            number(item.min),
            number(item.max),
            optional(item.unit.as_deref().map(text)),
            optional(item.ends.as_ref().map(|ends| format!("{ends:?}"))),
            texts(&item.step_names),
            optional(item.none.as_deref().map(text)),
            list(options),
            optional(own),
            list(scored),
            optional(unless),
            self.fact_id(at, "if_several", item.if_several.as_deref()),
            self.fact_id(at, "at_least", item.at_least.as_deref()),
            self.fact_id(at, "at_most", item.at_most.as_deref()),
            item.neither,
            optional(item.most.map(|most| most.to_string())),
            item.again,
            item.extra,
            item.quick,
            optional(item.page.as_deref().map(text)),
            item.sensitive,
            item.seconds.unwrap_or(SECONDS_FOR_AN_ITEM),
            list(uses.iter().map(|place| format!("FactId({place})"))),
        )
    }

    fn option(&mut self, at: &At, item: &raw::Item, option: &raw::ItemOption) -> String {
        let word = self
            .vocabulary
            .word(&option.id)
            .filter(|_| item.fact.is_some() || item.kind == "areas")
            .map(|place| format!("Word({place})"));
        self.option_fact_fits(at, item, option);
        format!(
            "ItemOption {{ id: {}, word: {}, label: {}, hint: {}, fact: {}, group: {}, covers: {} }}",
            text(&option.id),
            optional(word),
            text(&option.label),
            optional(option.hint.as_deref().map(text)),
            self.fact_id(at, "fact", option.fact.as_deref()),
            optional(option.group.as_deref().map(text)),
            option.covers,
        )
    }

    fn fact_id(&mut self, at: &At, field: &str, name: Option<&str>) -> String {
        let place = name.map(|name| {
            let found = self.vocabulary.fact(name).filter(|(_, fact)| !fact.derived);
            if found.is_none() {
                self.problems
                    .add(at, format!("`{field}` names an unknown fact `{name}`"));
            }
            format!("FactId({})", found.map_or(0, |(place, _)| place))
        });
        optional(place)
    }

    /// Items of a part stand together, and the parts follow each other as they are listed.
    fn parts_stand_together(&mut self, parts: &[raw::Part], items: &[raw::Item]) {
        let places = items.iter().map(|item| {
            let part = parts.iter().position(|part| part.id == item.part);
            (part.unwrap_or_default(), item)
        });
        let mut latest = 0;
        for (part, item) in places {
            if part < latest {
                let message = format!("stands apart from the other items of part `{}`", item.part);
                self.problems.add(&at(&item.id), message);
            }
            latest = latest.max(part);
        }
    }

    /// The earlier facts that an answer is compared with, or that its score takes into account.
    fn compared(
        &mut self,
        at: &At,
        item: &raw::Item,
        given_before: &BTreeSet<usize>,
    ) -> Vec<usize> {
        let mut compared = Vec::new();
        for (field, name) in [
            ("if_several", &item.if_several),
            ("at_least", &item.at_least),
            ("at_most", &item.at_most),
        ] {
            let Some(name) = name else { continue };
            // An unknown name is reported where the row is written.
            let Some((place, _)) = self.vocabulary.fact(name) else {
                continue;
            };
            if !given_before.contains(&place) {
                let message = format!("`{field}`: no earlier item asks `{name}`");
                self.problems.add(at, message);
            }
            compared.push(place);
        }
        for (scored, read) in READ_BY_SCORES {
            if item.scored.iter().any(|name| name == scored) {
                compared.extend(self.vocabulary.fact(read).map(|(place, _)| place));
            }
        }
        compared
    }

    /// The answer to an earlier item that hides this one.
    fn unless(&mut self, at: &At, item: &raw::Item, earlier: &[raw::Item]) -> Option<String> {
        let unless = item.unless.as_ref()?;
        let Some(place) = earlier.iter().position(|known| known.id == unless.item) else {
            let message = format!("`unless` names `{}`, which is no earlier item", unless.item);
            self.problems.add(at, message);
            return None;
        };
        let other = &earlier[place];
        for answer in &unless.answers {
            let is_answer = match other.kind.as_str() {
                "choice" => other.options.iter().any(|option| option.id == *answer),
                "rating" => answer.parse().is_ok_and(|step: f64| {
                    step >= other.min.unwrap_or_default() && step <= other.max.unwrap_or_default()
                }),
                _ => false,
            };
            if !is_answer {
                let message = format!("`unless`: `{}` has no answer `{answer}`", other.id);
                self.problems.add(at, message);
            }
        }
        Some(format!(
            "Unless {{ item: {place}, answers: {} }}",
            texts(&unless.answers)
        ))
    }

    /// The facts that the answer to an item gives, or helps to give.
    fn gives(&self, item: &raw::Item) -> Vec<usize> {
        let by_kind = GIVEN_BY_KIND
            .iter()
            .filter(|(kind, _)| *kind == item.kind)
            .flat_map(|(_, names)| names.iter().copied());
        let by_options = item
            .options
            .iter()
            .filter_map(|option| option.fact.as_deref());
        by_kind
            .chain(item.fact.as_deref())
            .chain(item.sum.as_deref())
            .chain(item.scored.iter().map(String::as_str))
            .chain(by_options)
            .filter_map(|name| self.vocabulary.fact(name).map(|(place, _)| place))
            .collect()
    }
}

/// An estimate for items that state no time of their own.
const SECONDS_FOR_AN_ITEM: u16 = 8;

/// The given facts that a fact is worked out from; a given fact is its own.
fn given_facts_behind(place: usize, reads: &Reads) -> BTreeSet<usize> {
    let mut given = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![place];
    while let Some(place) = waiting.pop() {
        if !seen.insert(place) {
            continue;
        }
        match reads.get(&place) {
            Some(read) => waiting.extend(read),
            None => {
                given.insert(place);
            }
        }
    }
    given
}
