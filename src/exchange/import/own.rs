//! Owns the tables that this app writes itself: as they are, or saved again by a spreadsheet program in another language.
//! May use: table, collector, the words of the own tables. Must not: change an entry that is in the diary, which knows more
//! of it than a table.

use std::collections::BTreeMap;

use super::collector::Collector;
use super::moments::{self, Found, Order, Zone};
use super::numbers::number;
use super::table::{Row, Table};
use super::{Remark, SkipReason};
use crate::domain::collections::Gather;
use crate::domain::date::{NaiveDate, NaiveTime};
use crate::domain::decimal::decimal;
use crate::domain::diary::attack::{Attack, Moment};
use crate::domain::diary::entry::{Entry, SideEffect, Taken};
use crate::domain::ids::{EntryId, FactorId, RegionId, TherapyId};
use crate::exchange::table_words::{
    self as words, ABOUT, ALARM, ATTACK, BLEEDING, CAN_DO, LOST, SEVERITY, SIGN, medicine_of_line,
    moment_of,
};

/// Columns by which the table of the diary is known; people take away others.
pub(super) const DIARY: [&str; 2] = ["date", "pain_0_10"];
pub(super) const DIARY_BY_MEDICINES: [&str; 3] = ["date", "took_medicine", "medicines"];
pub(super) const DIARY_BY_WORST: [&str; 3] = ["date", "worst_0_10", "mood_0_10"];
/// Columns by which the table of the medicines is known.
pub(super) const MEDICINES: [&str; 3] = ["entry_id", "name", "amount"];
pub(super) const MEDICINES_WITHOUT_ID: [&str; 4] = ["name", "amount", "regular", "relief"];

pub(super) fn read(table: &Table, collector: &mut Collector) {
    let is_of_medicines = table.has_all(&MEDICINES) || table.has_all(&MEDICINES_WITHOUT_ID);
    let id_column = if is_of_medicines { "entry_id" } else { "id" };
    let is_here = |row: &Row, collector: &Collector| {
        let id = table.cell(row, id_column);
        let is_twin = match is_of_medicines {
            true => has_medicine,
            false => has_twin,
        };
        collector.of_diary(id).is_some() || (is_spoilt(id) && is_twin(table, row, collector))
    };
    let (here, missing): (Vec<&Row>, Vec<&Row>) =
        table.rows().iter().partition(|row| is_here(row, collector));
    here.iter().for_each(|_| collector.is_here());
    if !here.is_empty() {
        collector.remark(Remark::OwnTable);
    }
    if is_of_medicines {
        // The entries that these belong to come with the table of the diary, which has their medicines too.
        return missing
            .iter()
            .for_each(|row| collector.skip(row.line, SkipReason::EntryMissing));
    }
    let Some(order) = collector.order(missing.iter().map(|row| table.cell(row, "date"))) else {
        return;
    };
    let mut lines: BTreeMap<EntryId, usize> = BTreeMap::new();
    for row in missing {
        let Some(found) = moments::read(table.cell(row, "date"), order) else {
            collector.skip(row.line, SkipReason::NoDate);
            continue;
        };
        let entry = Cells { table, row }.entry(found, order);
        match lines.get(&entry.id) {
            Some(of) => collector.skip(row.line, SkipReason::Duplicate { of: *of }),
            None => {
                lines.insert(entry.id.clone(), row.line);
                collector.own(row.line, entry);
            }
        }
    }
}

/// Whether a spreadsheet program has made another number of an id: "1.23E+11".
fn is_spoilt(id: &str) -> bool {
    id.is_empty() || number(id).is_some() || decimal(&id.replace(',', ".")).is_some()
}

/// A day without a time.
fn on(date: NaiveDate) -> Found {
    Found {
        date,
        minute: None,
        zone: Zone::Local,
    }
}

/// The entries of the diary on the day of a row, in whichever order the row writes it.
fn of_day<'c>(table: &Table, row: &Row, collector: &'c Collector) -> Vec<&'c Entry> {
    let read = |order| moments::read(table.cell(row, "date"), order);
    let days =
        [Order::DayFirst, Order::MonthFirst].map(|order| read(order).map(|found| found.date));
    let entries = collector.options.diary.iter();
    entries
        .filter(|entry| days.contains(&Some(entry.date)))
        .collect()
}

/// Whether the diary has an entry of the same day with the same time and numbers, in the columns that the table still has;
/// where it has none of them, with the same words.
fn has_twin(table: &Table, row: &Row, collector: &Collector) -> bool {
    let has = |column: &str| table.column(column).is_some();
    of_day(table, row, collector).into_iter().any(|known| {
        let entry = Cells { table, row }.entry(on(known.date), Order::DayFirst);
        let minute = |entry: &Entry| entry.time.map(words::entry_time);
        let began = |entry: &Entry| entry.attack.map(|attack| attack.start);
        let scales = [
            ("sleep_0_10", known.scales.sleep == entry.scales.sleep),
            ("mood_0_10", known.scales.mood == entry.scales.mood),
        ];
        let columns = [
            ("time", minute(known) == minute(&entry)),
            ("pain_0_10", known.pain == entry.pain),
            ("worst_0_10", known.worst == entry.worst),
            ("attack_start", began(known) == began(&entry)),
        ];
        let says_numbers = entry.time.is_some() || entry.pain.or(entry.worst).is_some();
        let note = || !has("note") || same_words(&known.note, &entry.note);
        let mut all = columns.into_iter().chain(scales);
        all.all(|(column, is_same)| is_same || !has(column)) && (says_numbers || note())
    })
}

/// Whether an entry of that day in the diary has this medicine.
fn has_medicine(table: &Table, row: &Row, collector: &Collector) -> bool {
    let is_same = |taken: &Taken| {
        same_words(&taken.name, table.cell(row, "name"))
            && same_words(&taken.amount, table.cell(row, "amount"))
    };
    let entries = of_day(table, row, collector);
    entries
        .into_iter()
        .any(|entry| entry.medicines.iter().any(is_same))
}

/// Spreadsheet programs change the ends of lines and the spaces.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

struct Cells<'t> {
    table: &'t Table,
    row: &'t Row,
}

impl Cells<'_> {
    fn text(&self, name: &str) -> &str {
        self.table.cell(self.row, name)
    }

    fn word<T: Copy>(&self, name: &str, words: &[(T, &'static str)]) -> Option<T> {
        words::value(words, self.text(name))
    }

    fn number(&self, name: &str) -> Option<u8> {
        let number = number(self.text(name)).filter(|number| (0.0..=10.0).contains(number))?;
        Some((number + 0.5).floor() as u8)
    }

    /// Yes or no, in the language of the program that saved the table.
    fn truth(&self, name: &str) -> Option<bool> {
        match self.text(name).to_lowercase().as_str() {
            "true" | "wahr" | "vrai" | "verdadero" | "verdadeiro" | "vero" | "waar" | "1" => {
                Some(true)
            }
            "false" | "falsch" | "faux" | "falso" | "onwaar" | "0" => Some(false),
            _ => None,
        }
    }

    fn list(&self, name: &str) -> Vec<String> {
        words::items_of(self.text(name))
    }

    fn entry(&self, found: Found, order: Order) -> Entry {
        let id = self.text("id");
        let id = match id {
            "" => format!(
                "row-{:016x}",
                crate::exchange::digest::fingerprint(&[&self.row.all_but(None)])
            ),
            id => id.to_owned(),
        };
        let minute = moments::time_of_day(self.text("time"));
        let mut entry = Entry::on(EntryId(id), found.date);
        entry.time = minute.and_then(|minute| {
            NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
        });
        entry.about = self.word("about", &ABOUT);
        entry.bearable = self.truth("bearable");
        entry.pain = self.number("pain_0_10");
        entry.worst = self.number("worst_0_10");
        entry.can_do = self.word("can_do", &CAN_DO);
        entry.flare = self.truth("flare") == Some(true);
        entry.alarm = self.word("alarm", &ALARM);
        entry.regions = self.list("regions").into_iter().map(RegionId).collect();
        entry.region_pain = self
            .list("region_pain")
            .iter()
            .filter_map(|item| {
                let (region, pain) = item.split_once('=')?;
                Some((RegionId::from(region), pain.trim().parse().ok()?))
            })
            .gather();
        entry.qualities = self.list("qualities");
        entry.scales.interference = self.number("interference_0_10");
        entry.scales.sleep = self.number("sleep_0_10");
        entry.scales.mood = self.number("mood_0_10");
        entry.scales.fatigue = self.number("fatigue_0_10");
        entry.scales.stress = self.number("stress_0_10");
        entry.activity_min = self.text("active_minutes").parse().ok();
        entry.activities = self.list("activities");
        entry.headache.had = self.truth("headache");
        entry.headache.severity = self.word("headache_severity", &SEVERITY);
        entry.headache.signs = self
            .list("headache_signs")
            .iter()
            .filter_map(|sign| words::value(&SIGN, sign))
            .collect();
        entry.headache.lost = self.word("headache_day_lost", &LOST);
        entry.attack = self.attack();
        entry.bleeding = self.word("period", &BLEEDING);
        for (column, is_there) in [("factors_present", true), ("factors_absent", false)] {
            entry.factors.extend(
                self.list(column)
                    .into_iter()
                    .map(|id| (FactorId(id), is_there)),
            );
        }
        entry.took_medicine = self.truth("took_medicine");
        let lines = self
            .text("medicines")
            .lines()
            .filter(|line| !line.trim().is_empty());
        entry.medicines = lines.map(medicine_of_line).collect();
        let effect = SideEffect {
            words: self.text("side_effect").to_owned(),
            strength: self.number("side_effect_0_10"),
        };
        entry.side_effect = (effect != SideEffect::default()).then_some(effect);
        entry.treatment_done = self.list("plan_done").into_iter().map(TherapyId).collect();
        entry.did_matter = self.truth("did_what_matters");
        // Tables of before cut "better: cold; wind": what has no such word belongs to the words before it.
        let mut is_better = true;
        for item in self.list("better_worse") {
            let (begins, words) = match item.split_once(": ") {
                Some(("better", words)) => (Some(true), words),
                Some(("worse", words)) => (Some(false), words),
                _ => (None, item.as_str()),
            };
            is_better = begins.unwrap_or(is_better);
            let list = match is_better {
                true => &mut entry.better,
                false => &mut entry.worse,
            };
            match (begins, list.last_mut()) {
                (None, Some(last)) => *last = format!("{last}; {words}"),
                _ => list.push(words.to_owned()),
            }
        }
        entry.written = moments::read(self.text("written_on"), order).map(|found| found.date);
        entry.note = self.text("note").to_owned();
        entry
    }

    fn attack(&self) -> Option<Attack> {
        // A spreadsheet program leaves these as they are: with "T" in them they are no moments that it knows.
        let moment = |name: &str| -> Option<Moment> { moment_of(self.text(name)) };
        Some(Attack {
            kind: self.word("attack_kind", &ATTACK)?,
            start: moment("attack_start")?,
            still_going: moment("attack_still_going"),
            end: moment("attack_end"),
        })
    }
}
