//! Owns what is odd about a response: impossible and contradictory answers, each with its place.
//! May use: model, check, the item tables, the amounts of medicines. Must not: wording, refuse to keep anything.
//!
//! What is found here is shown beside the answer and in the review. `provide` keeps the same values away from the rules.

use super::check::{
    MonthProblem, NumberProblem, Span, contradicts, read_body, read_duration, read_for, read_month,
    read_number,
};
use super::flow::Course;
use super::model::{Answer, Medicine, MonthYear, Site, Tried};
use super::provide::{is_outdone, step};
use super::response::Response;
use crate::domain::body_map::regions_of;
use crate::domain::date::NaiveDate;
use crate::domain::plan::facts::{Facts, fact};
use crate::domain::treatments::amounts::{MAX_A_DAY, MAX_STRENGTH};
use crate::domain::treatments::trials::{LedgerNumber, is_odd};
use crate::knowledge::{Item, ItemKind};

/// Something odd in the answer to an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub item: &'static Item,
    /// The place of the record in a list, or of the option.
    pub record: Option<usize>,
    pub odd: Odd,
}

/// What is odd. None of these is the person's fault, and nothing is changed because of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Odd {
    Number(NumberProblem),
    /// Below an earlier answer that it cannot be below.
    BelowEarlier,
    /// Above an earlier answer that it cannot be above.
    AboveEarlier,
    /// A number that covers others is smaller than one of them.
    SmallerThanAPart,
    Month(MonthProblem),
    /// Worst below usual, or least above it.
    WorstBelowUsual,
    LeastAboveUsual,
    NowAboveWorst,
    NowBelowLeast,
    /// More in one day, or in one tablet, than anybody takes.
    MoreThanPossible,
    /// A place on the map, an option or an answer that this version does not know.
    Unknown,
}

/// Everything odd in the visible answers, in the order of the questionnaire.
pub fn findings(course: &Course, response: &Response, today: NaiveDate) -> Vec<Finding> {
    let all = course.visible.iter();
    all.flat_map(|item| findings_of(item, course, response, today))
        .collect()
}

/// What is odd about the answer to one item.
pub fn findings_of(
    item: &'static Item,
    course: &Course,
    response: &Response,
    today: NaiveDate,
) -> Vec<Finding> {
    let Some(answer) = response.answer(item.id) else {
        return Vec::new();
    };
    let mut found = Found {
        item,
        today,
        age: course.facts.number(fact::AGE),
        findings: Vec::new(),
    };
    // Compared with what was said before, not with what is left after a contradiction.
    let facts = || course.facts_before(item);
    match (item.kind, answer) {
        (_, Answer::Skipped) => {}
        (ItemKind::Number, Answer::Number(typed)) => found.number(read_for(item, typed), &facts),
        (ItemKind::Duration, Answer::Duration { years, months }) => {
            let most = item.max.unwrap_or(f64::MAX);
            found.number(read_duration(years, months, most), &facts);
        }
        (
            ItemKind::Body,
            Answer::Body {
                height_cm,
                weight_kg,
            },
        ) => found.number(read_body(height_cm, weight_kg), &facts),
        (ItemKind::Scale | ItemKind::Rating, Answer::Level(level)) => match step(item, *level) {
            Some(level) => found.compare(level, &facts()),
            None => found.add(None, Odd::Unknown),
        },
        (ItemKind::Choice, Answer::Choice(chosen)) => {
            match item.options.iter().position(|option| option.id == chosen) {
                Some(place) => found.compare(place as f64, &facts()),
                None => found.add(None, Odd::Unknown),
            }
        }
        (ItemKind::Numbers, Answer::Numbers(_)) => found.numbers(answer),
        (ItemKind::Map, Answer::Sites(sites)) => {
            for (place, site) in sites.iter().enumerate() {
                found.site(place, site);
            }
        }
        (ItemKind::Medicines, Answer::Medicines(list)) => {
            for (place, medicine) in list.iter().enumerate() {
                found.medicine(place, medicine);
            }
        }
        (ItemKind::Tried, Answer::Tried(list)) => {
            for (place, tried) in list.iter().enumerate() {
                found.tried(place, tried);
            }
        }
        (ItemKind::Tests, Answer::Tests(list)) => {
            for (place, test) in list.iter().enumerate() {
                found.month(Some(place), &test.when, found.so_far());
            }
        }
        (ItemKind::Goals, Answer::Goals(list)) => {
            for (place, goal) in list.iter().enumerate() {
                found.month(Some(place), &goal.by, Span::Coming);
            }
        }
        _ => {}
    }
    found.findings
}

/// The findings of one item so far, and what they are compared with.
struct Found {
    item: &'static Item,
    today: NaiveDate,
    age: Option<f64>,
    findings: Vec<Finding>,
}

impl Found {
    fn add(&mut self, record: Option<usize>, odd: Odd) {
        self.findings.push(Finding {
            item: self.item,
            record,
            odd,
        });
    }

    fn so_far(&self) -> Span {
        Span::Past { age: self.age }
    }

    fn number(&mut self, read: Result<Option<f64>, NumberProblem>, facts: &impl Fn() -> Facts) {
        match read {
            Ok(Some(number)) => self.compare(number, &facts()),
            Ok(None) => {}
            Err(problem) => self.add(None, Odd::Number(problem)),
        }
    }

    fn compare(&mut self, number: f64, facts: &Facts) {
        if contradicts(self.item, number, facts) {
            let odd = match self.item.at_least {
                Some(_) => Odd::BelowEarlier,
                None => Odd::AboveEarlier,
            };
            self.add(None, odd);
        }
    }

    fn numbers(&mut self, answer: &Answer) {
        let Answer::Numbers(typed) = answer else {
            return;
        };
        let item = self.item;
        let number_of = |option: &crate::knowledge::ItemOption| {
            read_for(item, typed.get(option.id)?).ok().flatten()
        };
        for (place, option) in item.options.iter().enumerate() {
            let Some(text) = typed.get(option.id) else {
                continue;
            };
            match read_for(item, text) {
                Err(problem) => self.add(Some(place), Odd::Number(problem)),
                Ok(Some(_)) if is_outdone(item, option, &number_of) => {
                    self.add(Some(place), Odd::SmallerThanAPart);
                }
                Ok(_) => {}
            }
        }
    }

    fn month(&mut self, record: Option<usize>, typed: &MonthYear, span: Span) {
        if let Err(problem) = read_month(typed, span, self.today) {
            self.add(record, Odd::Month(problem));
        }
    }

    fn site(&mut self, place: usize, site: &Site) {
        let record = Some(place);
        let above = |one: Option<u8>, other: Option<u8>| {
            one.zip(other).is_some_and(|(one, other)| one > other)
        };
        if regions_of(site).is_empty() {
            self.add(record, Odd::Unknown);
        }
        self.month(record, &site.since, self.so_far());
        if above(site.usual, site.worst) {
            self.add(record, Odd::WorstBelowUsual);
        }
        if above(site.least, site.usual) || above(site.least, site.worst) {
            self.add(record, Odd::LeastAboveUsual);
        }
        if above(site.now, site.worst) {
            self.add(record, Odd::NowAboveWorst);
        }
        if above(site.least, site.now) {
            self.add(record, Odd::NowBelowLeast);
        }
    }

    fn medicine(&mut self, place: usize, medicine: &Medicine) {
        let record = Some(place);
        let too_much = |typed: &str, most: f64| {
            matches!(
                read_number(typed, 0.0, most),
                Err(NumberProblem::OutOfRange { .. })
            )
        };
        if too_much(&medicine.a_day, MAX_A_DAY) || too_much(&medicine.strength, MAX_STRENGTH) {
            self.add(record, Odd::MoreThanPossible);
        }
        self.month(record, &medicine.since, self.so_far());
    }

    fn tried(&mut self, place: usize, tried: &Tried) {
        let odd = is_odd(&tried.lasted, LedgerNumber::Lasted)
            || is_odd(&tried.sessions, LedgerNumber::Sessions)
            || is_odd(&tried.dose_mg, LedgerNumber::DoseMg);
        if odd {
            self.add(Some(place), Odd::MoreThanPossible);
        }
    }
}
