//! Owns the structure of the words about a file of another app: what was read, what was not, what has to be asked.
//! May use: nothing. Must not: hold a text.

/// Words about opening files of other apps.
pub struct ImportWords {
    pub spreadsheet: &'static str,
    pub document: &'static str,
    pub web_page: &'static str,
    pub broken: &'static str,
    /// What was read is here, and not everything was; nothing was read.
    pub read_is_here: &'static str,
    pub nothing_read: &'static str,
    pub not_taken: &'static str,
    /// So many rows, by reason.
    pub no_date: fn(usize) -> String,
    pub future: fn(usize) -> String,
    pub duplicate: fn(usize) -> String,
    pub not_readable: fn(usize) -> String,
    pub nothing: fn(usize) -> String,
    pub entry_missing: fn(usize) -> String,
    /// The same for one line.
    pub entry_missing_line: &'static str,
    pub no_pain_column: &'static str,
    pub no_pain: &'static str,
    /// The first line, what stands there, the highest number of the scale, how many.
    pub not_on_scale: fn(usize, &str, u32, usize) -> String,
    /// The first line, what stands there, how many.
    pub pain_in_words: fn(usize, &str, usize) -> String,
    /// The column, the highest number of its scale.
    pub converted: fn(&str, u16) -> String,
    pub open_quote: fn(usize) -> String,
    /// Whether the day was read first.
    pub mixed_dates: fn(bool) -> String,
    /// How many there are, how many were read.
    pub too_many_columns: fn(usize, usize) -> String,
    pub own_table: &'static str,
    /// The names of the columns.
    pub medicine_columns: fn(&str) -> String,
    /// Names of columns, with the number of their rows.
    pub columns_in_note: fn(&[(String, usize)]) -> String,
    /// The first line, what stands there, how many.
    pub medicine_in_note: fn(usize, &str, usize) -> String,
    pub amount_in_note: fn(usize, &str, usize) -> String,
    pub time_in_note: fn(usize, &str, usize) -> String,
    /// The column, its highest number; first where there are numbers above 10.
    pub scale_above: fn(&str, &str) -> String,
    pub scale_low: fn(&str, &str) -> String,
    /// The highest number of a scale.
    pub scale: fn(u16) -> String,
    pub scale_slips: &'static str,
    pub keep_in_note: &'static str,
    pub moods: &'static str,
    pub moods_text: &'static str,
    /// From best to worst.
    pub mood_levels: [&'static str; 5],
    pub mood_word: &'static str,
    pub moods_use: &'static str,
    /// A meaning of a column, by its word.
    pub column: fn(&str) -> String,
}
