//! Owns how what an importer found becomes entries: ids from the content, the original values in the note, each once.
//! May use: domain. Must not: know a format.

use std::collections::BTreeMap;

use super::moments::{self, Decision, Order};
use super::{
    ColumnMap, ImportOptions, Imported, Question, SkipReason, Skipped, Source, TableColumns,
};
use crate::domain::date::{Days, NaiveDate, NaiveTime};
use crate::domain::diary::attack::{Attack, AttackKind, Moment};
use crate::domain::diary::entry::{Entry, Taken};
use crate::domain::ids::EntryId;
use crate::exchange::digest::fingerprint;

/// What is found in one place of a file.
pub(super) struct Draft {
    pub line: usize,
    /// Where it is set apart from others that begin at the same time.
    pub name: String,
    pub entry: Entry,
    /// Values as they stood in the file, with their scale when it is known: "Headache 3 (0–4)".
    originals: Vec<String>,
}

impl Draft {
    pub fn new(line: usize, date: NaiveDate, minute: Option<u16>) -> Self {
        let mut entry = Entry::on(EntryId(String::new()), date);
        entry.time = minute.and_then(|minute| {
            NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
        });
        Self {
            line,
            name: String::new(),
            entry,
            originals: Vec::new(),
        }
    }

    /// Keeps a value as it stood in the file. Nothing is kept of an empty one.
    pub fn original(&mut self, name: &str, value: &str, scale: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let scale = if scale.is_empty() {
            String::new()
        } else {
            format!(" ({scale})")
        };
        self.originals
            .push(format!("{name} {value}{scale}").trim().to_owned());
    }

    /// Adds to the person's own words.
    pub fn note(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        if !self.entry.note.is_empty() {
            self.entry.note.push('\n');
        }
        self.entry.note.push_str(words);
    }

    /// Pain of 0 to 10, as it stood in the file; anything else is kept as an original only.
    pub fn pain_of_10(&mut self, value: &str) {
        match value.trim().replace(',', ".").parse::<f64>() {
            Ok(number) if (0.0..=10.0).contains(&number) => {
                self.entry.pain = Some((number + 0.5).floor() as u8);
                if number.fract() != 0.0 {
                    self.original("", value, "0–10");
                }
            }
            _ => self.original("", value, ""),
        }
    }

    /// Names of medicines that were taken, from a list in one cell.
    pub fn took(&mut self, list: &str, separators: &[char]) {
        for name in list
            .split(separators)
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            self.entry.took_medicine = Some(true);
            self.entry.medicines.push(Taken {
                name: name.to_owned(),
                ..Taken::default()
            });
        }
    }

    /// An attack from this moment on, with or without an end.
    pub fn attack(&mut self, kind: AttackKind, start: Moment, end: Option<Moment>) {
        self.entry.attack = Some(Attack {
            kind,
            start,
            still_going: None,
            end,
        });
    }

    fn says_nothing(&self) -> bool {
        let empty = Entry::on(self.entry.id.clone(), self.entry.date);
        self.originals.is_empty()
            && Entry {
                time: None,
                ..self.entry.clone()
            } == empty
    }
}

/// The moment so many minutes after another.
pub(super) fn later(moment: Moment, minutes: i64) -> Option<Moment> {
    let all = i64::from(moment.minute).checked_add(minutes)?;
    let days = u64::try_from(all.div_euclid(24 * 60)).ok()?;
    Some(Moment {
        date: moment.date.checked_add_days(Days::new(days))?,
        minute: u16::try_from(all.rem_euclid(24 * 60)).ok()?,
        ahead_min: moment.ahead_min,
    })
}

/// A number of another scale on that of 0 to 10, to the nearest whole one.
pub(super) fn to_10(value: f64, least: f64, most: f64) -> Option<u8> {
    let share = (value - least) / (most - least);
    (0.0..=1.0)
        .contains(&share)
        .then(|| (share * 10.0 + 0.5).floor() as u8)
}

/// A symptom or tag that is about pain, by its name in the languages of the known apps' users.
pub(super) fn is_pain(name: &str) -> bool {
    let name = name.to_lowercase();
    [
        "pain", "ache", "migraine", "cramp", "sore", "schmerz", "migräne", "dolor", "douleur",
        "pijn",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// The same for headaches.
pub(super) fn is_headache(name: &str) -> bool {
    let name = name.to_lowercase();
    ["headache", "migraine", "kopfschmerz", "migräne"]
        .iter()
        .any(|word| name.contains(word))
}

/// Takes what an importer finds.
pub(super) struct Collector<'a> {
    pub options: &'a ImportOptions,
    imported: Imported,
    /// The line on which each id was first seen.
    lines: BTreeMap<EntryId, usize>,
}

impl<'a> Collector<'a> {
    pub fn new(source: Source, options: &'a ImportOptions) -> Self {
        Self {
            options,
            imported: Imported {
                source,
                entries: Vec::new(),
                skipped: Vec::new(),
                left_out: Vec::new(),
                question: None,
                columns: None,
            },
            lines: BTreeMap::new(),
        }
    }

    pub fn columns(&self) -> Option<&ColumnMap> {
        self.options.columns.as_ref()
    }

    /// What the columns of a table were taken for, so that the person can say otherwise.
    pub fn found_columns(&mut self, names: &[String], map: &ColumnMap) {
        self.imported.columns = Some(TableColumns {
            names: names.to_vec(),
            map: map.clone(),
        });
    }

    pub fn skip(&mut self, line: usize, reason: SkipReason) {
        self.imported.skipped.push(Skipped { line, reason });
    }

    /// A column that is not taken.
    pub fn leave_out(&mut self, name: &str) {
        self.imported.left_out.push(name.to_owned());
    }

    pub fn ask(&mut self, question: Question) {
        self.imported.question = Some(question);
    }

    /// The order of day and month for all these dates; none when it has to be asked.
    pub fn order<'t>(&mut self, dates: impl Iterator<Item = &'t str>) -> Option<Order> {
        match (moments::decide(dates), self.options.day_first) {
            (Decision::Decided(order), _) => Some(order),
            (Decision::Open { .. }, Some(true)) => Some(Order::DayFirst),
            (Decision::Open { .. }, Some(false)) => Some(Order::MonthFirst),
            (Decision::Open { example }, None) => {
                self.ask(Question::DayOrMonth { example });
                None
            }
        }
    }

    /// Takes one draft, unless it is of the future, says nothing, or was there before.
    pub fn add(&mut self, mut draft: Draft) {
        if draft.entry.date > self.options.today {
            return self.skip(draft.line, SkipReason::Future);
        }
        if draft.says_nothing() {
            return self.skip(draft.line, SkipReason::Nothing);
        }
        let source = self.imported.source;
        let start = format!("{} {:?}", draft.entry.date, draft.entry.time);
        let sum = fingerprint(&[&format!("{source:?}"), &start, &draft.name]);
        let id = EntryId(format!("in{sum:016x}"));
        if let Some(of) = self.lines.get(&id) {
            let of = *of;
            return self.skip(draft.line, SkipReason::Duplicate { of });
        }
        self.lines.insert(id.clone(), draft.line);
        if !draft.originals.is_empty() {
            let originals = draft.originals.join("; ");
            let name = source.name();
            let words = if name.is_empty() {
                originals
            } else {
                format!("{name}: {originals}")
            };
            draft.note(&words);
        }
        draft.entry.id = id;
        self.imported.entries.push((draft.line, draft.entry));
    }

    /// Everything that was found; nothing while something has to be decided.
    pub fn finish(mut self) -> Imported {
        if self.imported.question.is_some() {
            self.imported.entries.clear();
        }
        self.imported
    }
}
