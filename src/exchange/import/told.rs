//! Owns how a remark about a file is put into words.
//! May use: i18n. Must not: hold a text.

use super::Remark;
use crate::i18n::ImportWords;

impl Remark {
    /// The remark in words. What is said of pain depends on whether the file is a table whose columns can be chosen.
    pub fn text(&self, words: &ImportWords, has_columns: bool) -> String {
        match self {
            Remark::NoPain if has_columns => words.no_pain_column.to_owned(),
            Remark::NoPain => words.no_pain.to_owned(),
            Remark::NotOnScale {
                line,
                value,
                most,
                count,
            } => (words.not_on_scale)(*line, value, *most, *count),
            Remark::PainInWords { line, value, count } => {
                (words.pain_in_words)(*line, value, *count)
            }
            Remark::Converted { column, most } => (words.converted)(column, *most),
            Remark::OpenQuote { line } => (words.open_quote)(*line),
            Remark::MixedDates { day_first } => (words.mixed_dates)(*day_first),
            Remark::TooManyColumns { count, read } => (words.too_many_columns)(*count, *read),
            Remark::OwnTable => words.own_table.to_owned(),
            Remark::MedicineColumns { names } => (words.medicine_columns)(&names.join(", ")),
            Remark::ColumnsInNote { columns } => (words.columns_in_note)(columns),
            Remark::AmountInNote { line, value, count } => {
                (words.amount_in_note)(*line, value, *count)
            }
            Remark::TimeInNote { line, value, count } => (words.time_in_note)(*line, value, *count),
            Remark::MedicineInNote { line, value, count } => {
                (words.medicine_in_note)(*line, value, *count)
            }
        }
    }
}
