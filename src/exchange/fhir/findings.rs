//! Owns one observation, both as a resource and as a line that can be read: whoever makes one says it once.
//! May use: i18n. Must not: fill gaps, judge.

use serde_json::{Value, json};

use super::absent::Reason;
use super::units::{self, Unit};
use super::{Entry, LOINC, Report, notes, own_concept, text_concept};
use crate::domain::date::{Days, NaiveDate, NaiveTime, Timelike, hours_minutes};
use crate::domain::diary::attack::Moment;
use crate::domain::questionnaire::answered::GivenBetween;

/// Where the time of the day is known and the clock's distance from world time is not.
const LOCAL_TIME: &str = "urn:tailored:local-time";

/// Something that was observed: what, when, with which value.
pub(super) struct Finding<'a> {
    /// Tells it apart from the others of this person; the same in every report.
    pub key: String,
    pub code: Code,
    pub name: &'a str,
    pub when: When,
    pub value: Measured,
    pub site: String,
    pub parts: Vec<Part<'a>>,
    pub notes: Vec<String>,
    pub is_preliminary: bool,
    pub by: By,
}

/// More about the same observation.
pub(super) struct Part<'a> {
    pub code: &'static str,
    pub name: &'a str,
    pub value: Measured,
}

/// By whose word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Whoever gave the answers.
    Answers,
    /// Whoever kept the diary.
    Diary,
}

/// What is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// A code of LOINC that fits our own question, with its display.
    Loinc(&'static str, &'static str),
    Own(&'static str),
}

/// A value.
pub(super) enum Measured {
    Number(f64, Unit),
    Yes(bool),
    /// A choice of ours, with its words.
    Chosen(&'static str, String),
    Words(String),
    Absent(Reason),
    /// The parts say it.
    InParts,
}

/// When it was so.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// On a day, and at what time by the clock on the wall when that is known.
    Day(NaiveDate, Option<NaiveTime>),
    /// From a day to another, both included.
    Days(NaiveDate, NaiveDate),
    /// From a moment to another, or until now.
    Moments(Moment, Option<Moment>),
}

impl When {
    /// The days up to and including the one on which it was told; more of them when that day is not known.
    pub fn days_before(given: GivenBetween, days: u64) -> Self {
        let first = given.first.checked_sub_days(Days::new(days - 1));
        Self::Days(first.unwrap_or(given.first), given.last)
    }

    fn put(&self, resource: &mut Value) {
        match self {
            When::Day(day, time) => {
                resource["effectiveDateTime"] = day.to_string().into();
                if let Some(time) = time {
                    let time = format!("{}:{:02}", hours_minutes(*time), time.second());
                    resource["_effectiveDateTime"] =
                        json!({ "extension": [{ "url": LOCAL_TIME, "valueTime": time }] });
                }
            }
            When::Days(first, last) => {
                resource["effectivePeriod"] =
                    json!({ "start": first.to_string(), "end": last.to_string() });
            }
            When::Moments(start, end) => {
                let mut period = json!({ "start": instant(*start) });
                if let Some(end) = end {
                    period["end"] = instant(*end).into();
                }
                resource["effectivePeriod"] = period;
            }
        }
    }

    /// As a reader wants it.
    pub fn words(&self) -> String {
        let clock = |moment: &Moment| {
            format!(
                "{} {:02}:{:02}",
                moment.date,
                moment.minute / 60,
                moment.minute % 60
            )
        };
        match self {
            When::Day(day, None) => day.to_string(),
            When::Day(day, Some(time)) => format!("{day} {}", hours_minutes(*time)),
            When::Days(first, last) => format!("{first} – {last}"),
            When::Moments(start, None) => format!("{} –", clock(start)),
            When::Moments(start, Some(end)) => format!("{} – {}", clock(start), clock(end)),
        }
    }
}

/// A moment with the distance of its clock from world time.
fn instant(moment: Moment) -> String {
    let ahead = i32::from(moment.ahead_min);
    let sign = if ahead < 0 { '-' } else { '+' };
    format!(
        "{}T{:02}:{:02}:00{sign}{:02}:{:02}",
        moment.date,
        moment.minute / 60,
        moment.minute % 60,
        ahead.abs() / 60,
        ahead.abs() % 60
    )
}

impl Measured {
    fn put(&self, resource: &mut Value, absent: &str) {
        match self {
            Measured::Number(number, unit) => {
                let value = match number.fract() == 0.0 {
                    true => json!(*number as i64),
                    false => json!(number),
                };
                resource["valueQuantity"] = unit.quantity(value);
            }
            Measured::Yes(yes) => resource["valueBoolean"] = json!(yes),
            Measured::Chosen(code, words) => {
                resource["valueCodeableConcept"] = own_concept(code, words)
            }
            Measured::Words(words) => resource["valueString"] = words.as_str().into(),
            Measured::Absent(reason) => resource["dataAbsentReason"] = reason.concept(absent),
            Measured::InParts => {}
        }
    }

    fn words(&self, report: &Report) -> String {
        match self {
            Measured::Number(number, unit) if *unit == units::SCORE => {
                (report.t.of_ten)((*number + 0.5).floor() as u8)
            }
            Measured::Number(number, unit) => format!("{number} {}", unit.word),
            Measured::Yes(true) => report.t.yes.to_owned(),
            Measured::Yes(false) => report.t.no.to_owned(),
            Measured::Chosen(_, words) | Measured::Words(words) => words.clone(),
            Measured::Absent(reason) => report.absent_words(*reason).to_owned(),
            Measured::InParts => String::new(),
        }
    }
}

impl Report<'_> {
    /// Our words for a reason why something is not there.
    pub(super) fn absent_words(&self, reason: Reason) -> &'static str {
        let words = &self.t.exchange.fhir;
        match reason {
            Reason::NotAsked => words.not_asked,
            Reason::Declined => words.left_out,
            Reason::NotSure => self.t.not_sure,
            Reason::NotYet => words.not_yet,
            Reason::AsText | Reason::Unsupported => words.in_other_words,
        }
    }
}

impl Finding<'_> {
    /// One with a value and nothing else.
    pub fn new(key: String, code: Code, name: &str, when: When, value: Measured) -> Finding<'_> {
        Finding {
            key,
            code,
            name,
            when,
            value,
            site: String::new(),
            parts: Vec::new(),
            notes: Vec::new(),
            is_preliminary: false,
            by: By::Answers,
        }
    }

    /// The resource.
    pub fn entry(&self, report: &Report) -> Entry {
        let mut observation = json!({
            "resourceType": "Observation",
            "status": if self.is_preliminary { "preliminary" } else { "final" },
            "category": [{ "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey",
                "display": "Survey",
            }] }],
            "code": match self.code {
                Code::Loinc(code, display) => json!({
                    "coding": [{ "system": LOINC, "code": code, "display": display }], "text": self.name,
                }),
                Code::Own(code) => own_concept(code, self.name),
            },
            "subject": report.reference("patient"),
        });
        let performer = match self.by {
            By::Answers => Some(report.source()),
            By::Diary => report.diarist(),
        };
        if let Some(performer) = performer {
            observation["performer"] = json!([performer]);
        }
        self.when.put(&mut observation);
        let absent = match self.value {
            Measured::Absent(reason) => report.absent_words(reason),
            _ => "",
        };
        self.value.put(&mut observation, absent);
        if let Some(site) = text_concept(&self.site) {
            observation["bodySite"] = site;
        }
        if matches!(self.value, Measured::Number(_, units::SCORE)) {
            observation["method"] = json!({ "text": report.t.exchange.tapped });
        }
        let parts: Vec<Value> = self
            .parts
            .iter()
            .map(|part| {
                let mut one = json!({ "code": own_concept(part.code, part.name) });
                part.value.put(&mut one, "");
                one
            })
            .collect();
        if !parts.is_empty() {
            observation["component"] = parts.into();
        }
        if let Some(notes) = notes(self.notes.iter().cloned()) {
            observation["note"] = notes;
        }
        report.entry("observation", &self.key, observation)
    }

    /// When, what, and how it was.
    pub fn row(&self, report: &Report) -> [String; 3] {
        let name = match self.site.as_str() {
            "" => self.name.to_owned(),
            site => format!("{}: {site}", self.name),
        };
        let parts = self
            .parts
            .iter()
            .map(|part| format!("{}: {}", part.name, part.value.words(report)));
        let said = std::iter::once(self.value.words(report))
            .chain(parts)
            .chain(self.notes.iter().cloned());
        let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
        [self.when.words(), name, said.join("; ")]
    }
}
