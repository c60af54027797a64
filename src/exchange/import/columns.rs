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

/// The meaning of each column, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnMap(pub Vec<Column>);

impl ColumnMap {
    /// The guess for these names, but with the day in this column.
    pub fn with_day(names: &[String], place: usize) -> Self {
        let mut map = guess(names);
        if let Some(column) = map.0.get_mut(place) {
            *column = Column::Date;
        }
        map
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
