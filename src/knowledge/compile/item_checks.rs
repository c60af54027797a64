//! Owns what must hold for each item alone: its fields fit its kind, and its answers fit its fact.
//! May use: raw entries, the vocabulary. Must not: look at other items.

use std::collections::BTreeSet;

use super::problem::At;
use super::raw;
use super::vocabulary::{Fact, Kind};
use super::write::Compiler;

impl Compiler {
    pub fn fields_fit_the_kind(&mut self, at: &At, item: &raw::Item) {
        let kind = item.kind.as_str();
        let has_options = matches!(
            kind,
            "areas" | "choice" | "choices" | "ticks" | "count" | "numbers" | "texts" | "tests"
        );
        let has_none = matches!(
            kind,
            "areas" | "choices" | "ticks" | "count" | "diagnoses" | "tests"
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
        wrong(item.none.is_some() && !has_none, "has no `none`");
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
        wrong(
            item.most.is_some_and(|most| {
                kind != "choices" || usize::from(most) >= item.options.len() || most == 0
            }),
            "`most` is for choices, and below the number of options",
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
    pub fn answer_fits_the_fact(&mut self, at: &At, item: &raw::Item) {
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

    /// Each of several numbers and each tick may be a fact; no other option is.
    pub fn option_fact_fits(&mut self, at: &At, item: &raw::Item, option: &raw::ItemOption) {
        let kind = item.kind.as_str();
        let Some(name) = &option.fact else {
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

    fn has_word(&self, fact: &Fact, word: &str) -> bool {
        self.vocabulary
            .word(word)
            .is_some_and(|place| fact.words.contains(&place))
    }
}

/// Whether numbers from `low` to `high` leave the range of a fact.
fn beyond(fact: &Fact, low: Option<f64>, high: Option<f64>) -> bool {
    low.is_some_and(|low| low < fact.min)
        || high.zip(fact.max).is_some_and(|(high, max)| high > max)
}
