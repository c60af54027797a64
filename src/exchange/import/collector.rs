//! Owns how what an importer found becomes entries: ids from the content, each once, and what has to be told or asked.
//! May use: draft, domain. Must not: know a format.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::TEN;
use super::draft::{Draft, words_of};
use super::moments::{self, Decision, Order};
use super::numbers::{self, Pain};
use super::{
    ColumnMap, ImportOptions, Imported, Question, Remark, SkipReason, Skipped, Source, TableColumns,
};
use crate::domain::collections::{Gather, InOrder};
use crate::domain::diary::entry::Entry;
use crate::domain::ids::EntryId;
use crate::exchange::digest::fingerprint;

/// Which number of an entry a cell is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Usual,
    Worst,
}

/// Takes what an importer finds.
pub(super) struct Collector<'a> {
    pub options: &'a ImportOptions<'a>,
    imported: Imported,
    drafts: Vec<Draft>,
    /// The diary of the device by its ids.
    diary: BTreeMap<&'a str, &'a Entry>,
}

impl<'a> Collector<'a> {
    pub fn new(source: Source, options: &'a ImportOptions<'a>) -> Self {
        Self {
            options,
            imported: Imported::of(source),
            drafts: Vec::new(),
            diary: options
                .diary
                .iter()
                .map(|entry| (entry.id.as_str(), entry))
                .gather(),
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

    /// Asks one thing at a time: what must be decided first, and then what came first.
    pub fn ask(&mut self, question: Question) {
        let asked = &mut self.imported.question;
        let is_urgent = |question: &Question| question.must_be_answered();
        if asked
            .as_ref()
            .is_none_or(|known| is_urgent(&question) && !is_urgent(known))
        {
            *asked = Some(question);
        }
    }

    /// Tells something; of one kind the first, and how many there are.
    pub fn remark(&mut self, remark: Remark) {
        let same =
            |known: &&mut Remark| std::mem::discriminant(*known) == std::mem::discriminant(&remark);
        match (self.imported.remarks.iter_mut().find(same), &remark) {
            (
                Some(
                    Remark::NotOnScale { count, .. }
                    | Remark::PainInWords { count, .. }
                    | Remark::MedicineInNote { count, .. }
                    | Remark::AmountInNote { count, .. }
                    | Remark::TimeInNote { count, .. },
                ),
                _,
            ) => *count += 1,
            (Some(known), _) if *known == remark => {}
            _ => self.imported.remarks.push(remark),
        }
    }

    /// The order of day and month for all these dates; none when it has to be asked.
    pub fn order<'t>(&mut self, dates: impl Iterator<Item = &'t str>) -> Option<Order> {
        match (moments::decide(dates), self.options.day_first) {
            (Decision::Decided { order, is_mixed }, _) => {
                if is_mixed {
                    self.remark(Remark::MixedDates {
                        day_first: order == Order::DayFirst,
                    });
                }
                Some(order)
            }
            (Decision::Open { .. }, Some(true)) => Some(Order::DayFirst),
            (Decision::Open { .. }, Some(false)) => Some(Order::MonthFirst),
            (Decision::Open { example }, None) => {
                self.ask(Question::DayOrMonth { example });
                None
            }
        }
    }

    /// A number for the pain out of a cell, on a scale up to `most`. What is no number of it stays as it is in the note.
    pub fn pain(&mut self, draft: &mut Draft, level: Level, name: &str, cell: &str, most: u16) {
        let (line, value) = (draft.line, cell.trim().to_owned());
        match numbers::pain(cell) {
            None => {}
            Some(Pain::Words) => {
                draft.original(name, cell, "");
                self.remark(Remark::PainInWords {
                    line,
                    value,
                    count: 1,
                });
            }
            Some(Pain::Number {
                value: number,
                of,
                is_about,
            }) => {
                let most = of.unwrap_or(f64::from(most));
                let Some(pain) = numbers::of_10(number, most) else {
                    draft.original(name, cell, "");
                    return self.remark(Remark::NotOnScale {
                        line,
                        value,
                        most: most as u32,
                        count: 1,
                    });
                };
                let place = match level {
                    Level::Usual => &mut draft.entry.pain,
                    Level::Worst => &mut draft.entry.worst,
                };
                *place = Some(pain);
                let is_ten = most == f64::from(TEN);
                if is_about || !is_ten || number.fract() != 0.0 {
                    let name = if is_ten { "" } else { name };
                    draft.original(name, cell, &format!("0–{most}"));
                }
            }
        }
    }

    /// An entry that has an id of its own.
    pub fn own(&mut self, line: usize, entry: Entry) {
        match entry.date > self.options.today {
            true => self.skip(line, SkipReason::Future),
            false => self.imported.entries.push((line, entry)),
        }
    }

    /// A row of which the entry is in the diary.
    pub fn is_here(&mut self) {
        self.imported.n_here += 1;
    }

    /// The diary's entry of an id.
    pub fn of_diary(&self, id: &str) -> Option<&'a Entry> {
        self.diary.get(id).copied()
    }

    /// Takes one draft, unless it is of the future or says nothing.
    pub fn add(&mut self, mut draft: Draft) {
        if draft.entry.date > self.options.today {
            return self.skip(draft.line, SkipReason::Future);
        }
        // An end after today is a slip as well: nobody knows it yet.
        if let Some(attack) = &mut draft.entry.attack
            && let Some(end) = attack.end.filter(|end| end.date > self.options.today)
        {
            attack.end = None;
            draft.time_in_note("end", &words_of(end));
        }
        let (line, count) = (draft.line, 1);
        for value in std::mem::take(&mut draft.medicines_in_note) {
            self.remark(Remark::MedicineInNote { line, value, count });
        }
        for value in std::mem::take(&mut draft.amounts_in_note) {
            self.remark(Remark::AmountInNote { line, value, count });
        }
        for value in std::mem::take(&mut draft.times_in_note) {
            self.remark(Remark::TimeInNote { line, value, count });
        }
        if draft.says_nothing() {
            return self.skip(draft.line, SkipReason::Nothing);
        }
        if !draft.originals.is_empty() {
            let originals = draft.originals.join("; ");
            let name = self.imported.source.name();
            let words = if name.is_empty() {
                originals
            } else {
                format!("{name}: {originals}")
            };
            draft.note(&words);
        }
        self.drafts.push(draft);
    }

    /// Everything that was found; nothing while something has to be decided.
    pub fn finish(mut self) -> Imported {
        let drafts = std::mem::take(&mut self.drafts);
        let ids = self.ids(&drafts);
        let mut lines: BTreeMap<EntryId, usize> = BTreeMap::new();
        for (mut draft, id) in drafts.into_iter().zip(ids) {
            if let Some(of) = lines.get(&id) {
                let of = *of;
                self.skip(draft.line, SkipReason::Duplicate { of });
                continue;
            }
            lines.insert(id.clone(), draft.line);
            draft.entry.id = id;
            // The same file opened in another zone finds its entries where they were put.
            if let Some(known) = self
                .of_diary(draft.entry.id.as_str())
                .filter(|_| draft.is_of_world_time)
            {
                draft.entry = known.clone();
            }
            self.imported.entries.push((draft.line, draft.entry));
        }
        self.tell_of_no_pain();
        self.imported
            .skipped
            .put_in_order_by_key(|skipped| skipped.line);
        if self
            .imported
            .question
            .as_ref()
            .is_some_and(Question::must_be_answered)
        {
            self.imported.entries.clear();
        }
        self.imported
    }

    /// Files of apps that rate pain can be without: the names of their symptoms are the person's own.
    fn tell_of_no_pain(&mut self) {
        let imported = &self.imported;
        let mut entries = imported.entries.iter();
        let says_pain = entries.any(|(_, entry)| entry.pain.or(entry.worst).is_some());
        let rates_pain = !matches!(
            imported.source,
            Source::Table | Source::Tailored | Source::Daylio | Source::AppleHealth
        );
        if rates_pain && !says_pain && !imported.entries.is_empty() {
            self.remark(Remark::NoPain);
        }
    }

    /// An id for each draft. It follows from source and moment, so that a corrected row replaces the one from before. Of
    /// several with one moment that differ, one has this id: the one that the diary already holds under it, or else the
    /// first; the id of each other follows from all of its content too. Those that are equal in everything share an id.
    fn ids(&self, drafts: &[Draft]) -> Vec<EntryId> {
        let source = format!("{:?}", self.imported.source);
        let id = |sum: u64| format!("in{sum:016x}");
        let by_moment = |draft: &Draft| id(fingerprint(&[&source, &draft.start, &draft.name]));
        let by_content = |draft: &Draft| {
            id(fingerprint(&[
                &source,
                &draft.start,
                &draft.name,
                &draft.content,
            ]))
        };
        let mut groups: BTreeMap<String, Vec<&Draft>> = BTreeMap::new();
        for draft in drafts {
            groups.entry(by_moment(draft)).or_default().push(draft);
        }
        // The content that has the short id of its moment.
        let firsts: BTreeMap<&str, &str> = groups
            .iter()
            .map(|(id, group)| {
                let is_known = |draft: &&&Draft| {
                    self.of_diary(id)
                        .is_some_and(|known| is_same(known, &draft.entry))
                };
                let is_named = |draft: &&&Draft| self.of_diary(&by_content(draft)).is_none();
                let first = group
                    .iter()
                    .find(is_known)
                    .or_else(|| group.iter().find(is_named))
                    .unwrap_or(&group[0]);
                (id.as_str(), first.content.as_str())
            })
            .gather();
        let mut found = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let short = by_moment(draft);
            let is_first = firsts.get(short.as_str()) == Some(&draft.content.as_str());
            let long = by_content(draft);
            let has_long = self.of_diary(&long).is_some();
            found.push(EntryId(if is_first && !has_long { short } else { long }));
        }
        found
    }

    /// Words of moods that nobody has explained yet.
    pub fn ask_moods(&mut self, words: BTreeSet<String>) {
        if !words.is_empty() {
            self.ask(Question::Moods {
                words: words.into_iter().collect(),
            });
        }
    }
}

/// Whether an entry of the diary is this one, as it came from a file.
fn is_same(known: &Entry, draft: &Entry) -> bool {
    Entry {
        id: known.id.clone(),
        ..draft.clone()
    } == *known
}
