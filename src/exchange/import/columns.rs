//! Owns what the columns of an unknown table may mean, guessed from their names or told by the person.
//! May use: column_names, table. Must not: take anything over.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::column_names::{AboutMedicine, NAMES, about_medicine, is_dose_name, is_pain_name};
use super::moments::is_date;
use super::numbers::name_and_scale;
use super::spelling::folded;
use super::table::Table;
use super::words::{Dose, dose, is_known_medicine, names_a_part_of_the_body};
use crate::domain::collections::Gather;
use crate::domain::medicines::typed;

/// The highest number of the diary's own scale of pain.
pub const TEN: u16 = 10;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The day, also with a time in the same cell.
    Date,
    Time,
    /// The end of an attack.
    End,
    /// How long an attack lasted.
    Duration,
    /// Pain, with the highest number of its scale.
    Pain(u16),
    /// Worst pain, with the highest number of its scale.
    Worst(u16),
    Medicines,
    /// How much was taken of the medicine that the column is named after.
    Medicine,
    Note,
    /// Not taken.
    LeaveOut,
    /// Kept in the note with its name.
    Keep,
}

impl Column {
    /// Every meaning, in the order in which they are offered, with the usual scales.
    pub const ALL: [Column; 16] = [
        Column::Keep,
        Column::Date,
        Column::Time,
        Column::Pain(TEN),
        Column::Pain(100),
        Column::Pain(5),
        Column::Pain(4),
        Column::Pain(3),
        Column::Worst(TEN),
        Column::Worst(100),
        Column::Medicines,
        Column::Medicine,
        Column::Note,
        Column::End,
        Column::Duration,
        Column::LeaveOut,
    ];

    /// The word by which it is remembered.
    pub fn word(self) -> String {
        let word = match self {
            Column::Date => "date",
            Column::Time => "time",
            Column::End => "end",
            Column::Duration => "duration",
            Column::Pain(TEN) => "pain",
            Column::Worst(TEN) => "worst",
            Column::Pain(most) => return format!("pain_of_{most}"),
            Column::Worst(most) => return format!("worst_of_{most}"),
            Column::Medicines => "medicines",
            Column::Medicine => "medicine",
            Column::Note => "note",
            Column::LeaveOut => "leave_out",
            Column::Keep => "keep",
        };
        word.to_owned()
    }

    /// The meaning of a word that was remembered.
    pub fn of_word(word: &str) -> Option<Self> {
        if let Some(known) = Self::ALL.into_iter().find(|column| column.word() == word) {
            return Some(known);
        }
        let most = |prefix| {
            word.strip_prefix(prefix)?
                .parse()
                .ok()
                .filter(|most| (2..=100).contains(most))
        };
        most("pain_of_")
            .map(Column::Pain)
            .or_else(|| most("worst_of_").map(Column::Worst))
    }

    /// Whether only one column can mean both.
    fn excludes(self, other: Self) -> bool {
        match self {
            Column::LeaveOut | Column::Keep | Column::Medicine | Column::Medicines => false,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}

/// The columns of a table, with what they were taken for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableColumns {
    pub names: Vec<String>,
    pub map: ColumnMap,
}

/// The meaning of each column, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnMap(pub Vec<Column>);

impl ColumnMap {
    /// Gives a column a meaning. Another that had it is kept in the note.
    pub fn set(&mut self, place: usize, column: Column) {
        for other in self.0.iter_mut().filter(|other| column.excludes(**other)) {
            *other = Column::Keep;
        }
        if let Some(known) = self.0.get_mut(place) {
            *known = column;
        }
    }

    /// From the words that were remembered; none when one is not known here, or there are too few.
    pub fn of_words(words: &[String], names: &[String]) -> Option<Self> {
        let columns: Option<Vec<Column>> = words.iter().map(|word| Column::of_word(word)).collect();
        columns
            .filter(|columns| columns.len() == names.len())
            .map(Self)
    }

    /// The column of a meaning; of pain whatever its scale.
    pub fn place_of(&self, column: Column) -> Option<usize> {
        self.0
            .iter()
            .position(|known| *known == column || column.excludes(*known))
    }
}

/// Columns about places on earth, or of the body.
const PLACES: [&str; 13] = [
    "latitude",
    "longitude",
    "lat",
    "lon",
    "lng",
    "geohash",
    "gps",
    "address",
    "city",
    "location",
    "ort",
    "lieu",
    "lugar",
];

/// Whether a column is about a place on earth: by its name, unless its cells name parts of the body.
fn is_place_on_earth(table: &Table, place: usize, name: &str) -> bool {
    let named = PLACES.contains(&name) || name.contains("geohash") || name.contains("gps");
    named && !table.cells_of(place).any(names_a_part_of_the_body)
}

/// Whether a name is one of those by which a meaning is known.
pub(super) fn is_known(name: &str) -> bool {
    static KNOWN: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let names = || NAMES.iter().flat_map(|(_, names)| names.iter().copied());
    let (name, _) = name_and_scale(name);
    KNOWN
        .get_or_init(|| names().gather())
        .contains(name.as_str())
        || is_pain_name(&name)
        || about_medicine(&name) == Some(AboutMedicine::Medicine)
}

/// Whether a column says how much of the medicine beside it.
pub(super) fn is_dose(name: &str) -> bool {
    is_dose_name(&folded(name))
}

/// Whether every cell of a column names a medicine that is known, or says that none was taken; and one names one.
fn names_medicines(table: &Table, place: usize) -> bool {
    let mut names_one = false;
    let mut cells = table.cells_of(place).filter(|cell| !cell.is_empty());
    let fits = cells.all(|cell| {
        let is_known = is_known_medicine(cell);
        names_one |= is_known;
        is_known || dose("", cell) == Dose::NotTaken
    });
    fits && names_one
}

/// The meaning of each column by its name, and whether the scale of the pain was named too.
pub(super) fn guess(table: &Table) -> (ColumnMap, bool) {
    let names: Vec<(String, Option<u16>)> = table
        .names()
        .iter()
        .map(|name| name_and_scale(name))
        .collect();
    let mut columns = vec![Column::Keep; names.len()];
    for (place, (name, _)) in names.iter().enumerate() {
        if is_place_on_earth(table, place, &folded(name)) {
            columns[place] = Column::LeaveOut;
        }
    }
    let mut says_scale = false;
    let mut take = |column: Column, columns: &mut Vec<Column>, fits: &dyn Fn(&str) -> bool| {
        let place = names
            .iter()
            .zip(columns.iter())
            .position(|((name, _), column)| *column == Column::Keep && fits(name))?;
        let scale = names[place].1;
        columns[place] = match column {
            Column::Pain(_) => {
                says_scale = scale.is_some();
                Column::Pain(scale.unwrap_or(TEN))
            }
            Column::Worst(_) => Column::Worst(scale.unwrap_or(TEN)),
            column => column,
        };
        Some(place)
    };
    for (column, known) in NAMES {
        // The first that is known takes the meaning, whatever the order of the columns.
        let found = known
            .iter()
            .find_map(|known| take(column, &mut columns, &|name| name == *known));
        if found.is_none() && matches!(column, Column::Pain(_)) {
            take(column, &mut columns, &is_pain_name);
        }
    }
    for (place, name) in table.names().iter().enumerate() {
        if columns[place] == Column::Keep
            && about_medicine(name).is_some_and(|about| {
                about == AboutMedicine::Medicine || names_medicines(table, place)
            })
        {
            columns[place] = Column::Medicines;
        }
    }
    // Of two columns about one medicine the first says whether it was taken.
    let mut named = Vec::new();
    for (place, name) in table.names().iter().enumerate() {
        if columns[place] == Column::Keep
            && let Some(found) = typed::only_name(name)
            && !named.contains(&found.means)
        {
            columns[place] = Column::Medicine;
            named.push(found.means);
        }
    }
    let map = &mut ColumnMap(columns);
    // "Start time" is a time beside a day, and else the day itself.
    let time = map.place_of(Column::Time);
    if map.place_of(Column::Date).is_none()
        && let Some(time) = time.filter(|time| table.cells_of(*time).any(is_date))
    {
        map.set(time, Column::Date);
    }
    (map.clone(), says_scale)
}
