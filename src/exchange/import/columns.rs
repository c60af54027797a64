//! Owns what the columns of an unknown table may mean, guessed from their names or told by the person.
//! May use: the standard library. Must not: read cells.

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The day, also with a time in the same cell.
    Date,
    Time,
    /// The end of an attack.
    End,
    /// Pain of 0 to 10.
    Pain,
    Worst,
    Medicines,
    Note,
    /// Not taken.
    LeaveOut,
    /// Kept in the note with its name.
    Keep,
}

impl Column {
    /// Every meaning, in the order in which they are offered.
    pub const ALL: [Column; 9] = [
        Column::Keep,
        Column::Date,
        Column::Time,
        Column::Pain,
        Column::Worst,
        Column::Medicines,
        Column::Note,
        Column::End,
        Column::LeaveOut,
    ];

    /// The word by which it is remembered.
    pub fn word(self) -> &'static str {
        match self {
            Column::Date => "date",
            Column::Time => "time",
            Column::End => "end",
            Column::Pain => "pain",
            Column::Worst => "worst",
            Column::Medicines => "medicines",
            Column::Note => "note",
            Column::LeaveOut => "leave_out",
            Column::Keep => "keep",
        }
    }

    /// Whether several columns can mean it.
    fn can_repeat(self) -> bool {
        matches!(self, Column::LeaveOut | Column::Keep)
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
        if !column.can_repeat() {
            for other in self.0.iter_mut().filter(|other| **other == column) {
                *other = Column::Keep;
            }
        }
        if let Some(known) = self.0.get_mut(place) {
            *known = column;
        }
    }

    /// From the words that were remembered; none when one is not known here, or there are too few.
    pub fn of_words(words: &[String], names: &[String]) -> Option<Self> {
        let columns: Option<Vec<Column>> = words
            .iter()
            .map(|word| Column::ALL.into_iter().find(|column| column.word() == word))
            .collect();
        columns
            .filter(|columns| columns.len() == names.len())
            .map(Self)
    }
}

/// Names by which a column is known, in lower case. The first that is found takes the meaning.
const NAMES: [(Column, &[&str]); 7] = [
    (
        Column::Date,
        &[
            "date",
            "day",
            "datum",
            "start_time",
            "start date",
            "start_date",
            "started",
            "start",
            "timestamp",
            "datetime",
            "date/time",
            "fecha",
            "tag",
        ],
    ),
    (
        Column::Time,
        &["time", "start time", "zeit", "uhrzeit", "hora"],
    ),
    (
        Column::End,
        &["end_time", "end date", "end_date", "ended", "end"],
    ),
    (
        Column::Pain,
        &[
            "pain",
            "pain level",
            "pain_level",
            "pain_0_10",
            "intensity",
            "strength",
            "severity",
            "pain score",
            "score",
            "nrs",
            "schmerz",
            "stärke",
        ],
    ),
    (
        Column::Worst,
        &["worst", "worst pain", "worst_0_10", "max pain"],
    ),
    (
        Column::Medicines,
        &[
            "medication",
            "medications",
            "medicine",
            "medicines",
            "medikamente",
            "medication log",
        ],
    ),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "description",
            "notiz",
            "notizen",
        ],
    ),
];

/// Columns about places on earth.
const PLACES: [&str; 10] = [
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
];

/// Whether a column is about a place on earth.
pub(super) fn is_place(name: &str) -> bool {
    let name = name.to_lowercase();
    PLACES.iter().any(|place| name == *place) || name.contains("geohash") || name.contains("gps")
}

/// The meaning of each column by its name.
pub(super) fn guess(names: &[String]) -> ColumnMap {
    let mut columns = vec![Column::Keep; names.len()];
    for (place, name) in names.iter().enumerate() {
        if is_place(name) {
            columns[place] = Column::LeaveOut;
        }
    }
    for (column, known) in NAMES {
        let found = known.iter().find_map(|known| {
            let is_it = |name: &String| name.to_lowercase() == *known;
            names
                .iter()
                .position(is_it)
                .filter(|place| columns[*place] == Column::Keep)
        });
        if let Some(place) = found {
            columns[place] = column;
        }
    }
    ColumnMap(columns)
}
