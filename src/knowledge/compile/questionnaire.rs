//! Owns the tables of the questionnaire: `questionnaire.toml`.
//! May use: raw entries, the compiler. Must not: decide what is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::encode::MayRead;
use super::problem::At;
use super::raw;
use super::rules::Reads;
use super::vocabulary::{Fact, Kind};
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
        ("medicines", "Medicines"),
        ("tried", "Tried"),
    ],
};

/// Facts that an item gives by its kind alone.
const GIVEN_BY_KIND: [(&str, &[&str]); 5] = [
    ("areas", &["pain_sites"]),
    ("map", &["primary_site", "pain_sites", "wpi", "regions5"]),
    ("body", &["bmi"]),
    ("medicines", &["med_count"]),
    ("tried", &["tried_helped", "tried_no_help", "tried_bad"]),
];

/// Facts that the preparation changes (steps P3 and P4), with those that it reads for that.
const PREPARED: [(&str, &[&str]); 2] = [
    ("pain_sites", &["primary_site"]),
    ("pregnancy_status", &["sex_at_birth", "age"]),
];

/// What items refer to.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    pub parts: &'a [raw::Part],
    pub own_checks: &'a [raw::OwnCheck],
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
            for fact in &uses {
                using.entry(*fact).or_default().push(place);
            }
            self.fields_fit_the_kind(&at, item);
            self.answer_fits_the_fact(&at, item);
            given_before.extend(self.gives(item));
            rows.push(self.item(&at, item, place, lists, when, &uses));
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
            "For each fact, the items whose being shown depends on it.",
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
        when: Option<String>,
        uses: &BTreeSet<usize>,
    ) -> String {
        let Lists { parts, own_checks } = lists;
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
        format!(
            "Item {{ id: {}, place: {place}, part: &PARTS[{}], kind: {}, ask: {}, hint: {}, when: {}, fact: {}, sum: {}, min: {}, max: {}, unit: {}, ends: {}, step_names: {}, none: {}, options: {}, own: {}, quick: {}, seconds: {}, uses: {} }}",
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
            item.quick,
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
            "ItemOption {{ id: {}, word: {}, label: {}, hint: {}, fact: {}, group: {} }}",
            text(&option.id),
            optional(word),
            text(&option.label),
            optional(option.hint.as_deref().map(text)),
            self.fact_id(at, "fact", option.fact.as_deref()),
            optional(option.group.as_deref().map(text)),
        )
    }

    /// Each of several numbers is a fact; a tick may be one; no other option is.
    fn option_fact_fits(&mut self, at: &At, item: &raw::Item, option: &raw::ItemOption) {
        let kind = item.kind.as_str();
        let Some(name) = &option.fact else {
            if kind == "numbers" {
                let message = format!("option `{}`: `fact` is missing", option.id);
                self.problems.add(at, message);
            }
            return;
        };
        // An unknown name is reported where the row is written.
        let Some((_, fact)) = self.vocabulary.fact(name) else {
            return;
        };
        let fits = match kind {
            "ticks" => fact.kind == Kind::YesNo,
            "numbers" => fact.kind.is_number(),
            _ => false,
        };
        let message = if !fits {
            format!(
                "option `{}`: `{name}` does not fit the kind {kind}",
                option.id
            )
        } else if kind == "numbers" && beyond(fact, item.min, item.max) {
            format!(
                "option `{}`: the answers go beyond the range of `{name}`",
                option.id
            )
        } else {
            return;
        };
        self.problems.add(at, message);
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

    fn fields_fit_the_kind(&mut self, at: &At, item: &raw::Item) {
        let kind = item.kind.as_str();
        let has_options = matches!(
            kind,
            "areas" | "choice" | "choices" | "ticks" | "count" | "numbers"
        );
        let mut wrong = |is_wrong: bool, message: &str| {
            if is_wrong {
                self.problems.add(at, format!("{kind}: {message}"));
            }
        };
        wrong(
            has_options && item.options.is_empty(),
            "`options` are missing",
        );
        wrong(!has_options && !item.options.is_empty(), "has no `options`");
        wrong(
            item.none.is_some() && (!has_options || matches!(kind, "choice" | "numbers")),
            "has no `none`",
        );
        wrong(
            item.fact.is_some() && item.sum.is_some(),
            "has `fact` or `sum`, not both",
        );
        wrong(kind == "rating" && item.max.is_none(), "`max` is missing");
        wrong(
            matches!(kind, "number" | "numbers") && (item.min.is_none() || item.max.is_none()),
            "`min` and `max` are missing",
        );
        wrong(
            item.min.zip(item.max).is_some_and(|(min, max)| min >= max),
            "`min` is not below `max`",
        );
        wrong(
            !item.step_names.is_empty() && kind != "rating",
            "has no `step_names`",
        );
        let steps = item.max.unwrap_or_default() - item.min.unwrap_or_default() + 1.0;
        wrong(
            kind == "rating"
                && !item.step_names.is_empty()
                && item.step_names.len() as f64 != steps,
            "needs one of `step_names` for each step",
        );
        wrong(
            item.ends.is_some() && !matches!(kind, "scale" | "rating"),
            "has no `ends`",
        );
        wrong(
            item.unit.is_some() && !matches!(kind, "number" | "numbers"),
            "has no `unit`",
        );
        let mut seen = BTreeSet::new();
        for option in &item.options {
            wrong(
                !seen.insert(&option.id),
                &format!("the option `{}` occurs twice", option.id),
            );
        }
    }

    /// The type of the fact fits the kind, the options are its words, the numbers are in its range.
    fn answer_fits_the_fact(&mut self, at: &At, item: &raw::Item) {
        let kind = item.kind.as_str();
        if let Some((_, fact)) = item
            .sum
            .as_deref()
            .and_then(|name| self.vocabulary.fact(name))
        {
            let adds = matches!(kind, "scale" | "rating" | "number" | "yesno" | "count");
            if !adds || fact.kind != Kind::Whole {
                let message = format!(
                    "an answer of kind {kind} cannot be added up to `{}`",
                    fact.name
                );
                self.problems.add(at, message);
            }
        }
        let Some((_, fact)) = item
            .fact
            .as_deref()
            .and_then(|name| self.vocabulary.fact(name))
        else {
            return;
        };
        let fits = match kind {
            "areas" | "choices" => fact.kind == Kind::Words,
            "scale" | "rating" | "number" => fact.kind.is_number(),
            "duration" | "count" => fact.kind == Kind::Whole,
            "body" => fact.name == "bmi",
            "medicines" => fact.name == "med_count",
            "yesno" => fact.kind == Kind::YesNo,
            "choice" => fact.kind == Kind::Word,
            _ => false,
        };
        let mut messages = Vec::new();
        if !fits {
            messages.push(format!("`{}` does not fit the kind {kind}", fact.name));
        }
        if fits && matches!(fact.kind, Kind::Word | Kind::Words) {
            messages.extend(
                item.options
                    .iter()
                    .filter(|option| !self.has_word(fact, &option.id))
                    .map(|option| {
                        format!("option `{}` is not a value of `{}`", option.id, fact.name)
                    }),
            );
        }
        let (low, high) = match kind {
            "scale" => (Some(0.0), Some(10.0)),
            "rating" => (Some(item.min.unwrap_or_default()), item.max),
            "number" => (item.min, item.max),
            "count" => (Some(0.0), Some(item.options.len() as f64)),
            _ => (None, None),
        };
        if beyond(fact, low, high) {
            messages.push(format!(
                "the answers go beyond the range of `{}`",
                fact.name
            ));
        }
        for message in messages {
            self.problems.add(at, message);
        }
    }

    fn has_word(&self, fact: &Fact, word: &str) -> bool {
        self.vocabulary
            .word(word)
            .is_some_and(|place| fact.words.contains(&place))
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
            .chain(by_options)
            .filter_map(|name| self.vocabulary.fact(name).map(|(place, _)| place))
            .collect()
    }
}

/// Whether numbers from `low` to `high` leave the range of a fact.
fn beyond(fact: &Fact, low: Option<f64>, high: Option<f64>) -> bool {
    low.is_some_and(|low| low < fact.min)
        || high.zip(fact.max).is_some_and(|(high, max)| high > max)
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
