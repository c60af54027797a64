//! Owns the pages in words: each text as it will stand on paper, and how many rows of each table.
//! May use: the person's views. Must not: a text of its own; `i18n` fills the sheets, `fit` shortens them.

use crate::domain::questionnaire::response::View;

/// How large the pages are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Print {
    /// 10 points on two pages.
    #[default]
    Normal,
    /// 12.5 points on four pages.
    Large,
}

impl Print {
    /// How many pages there are. Never more, whatever the content.
    pub fn n_pages(self) -> usize {
        match self {
            Print::Normal => 2,
            Print::Large => 4,
        }
    }
}

/// Rows of which the last may not fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<T> {
    pub shown: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

impl<T> Rows<T> {
    /// All rows.
    pub fn all(rows: Vec<T>) -> Self {
        Self {
            shown: rows,
            more: 0,
        }
    }

    /// Keeps the first rows and counts the others.
    pub fn keep(&mut self, most: usize) {
        let left = self.shown.len().saturating_sub(most);
        self.shown.truncate(most);
        self.more += left;
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.more == 0
    }
}

/// A text with a name before it; which of the two is bold depends on the place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub name: String,
    pub text: String,
}

/// A row of the strip that a clinician must see first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StripRow {
    Wide(Named),
    Pair(Named, Named),
}

impl StripRow {
    fn parts(&self) -> [Option<&Named>; 2] {
        match self {
            StripRow::Wide(named) => [Some(named), None],
            StripRow::Pair(one, other) => [Some(one), Some(other)],
        }
    }

    /// All its texts with their names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts().into_iter().flatten();
        parts.flat_map(|named| [named.name.as_str(), named.text.as_str()])
    }

    /// The texts without their names.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let parts = match self {
            StripRow::Wide(named) => [Some(named), None],
            StripRow::Pair(one, other) => [Some(one), Some(other)],
        };
        parts.into_iter().flatten().map(|named| &mut named.text)
    }
}

/// A row of the medicines or of the treatments tried: five cells.
pub type Cells = [String; 5];

/// An option to discuss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionCells {
    pub name: String,
    /// Name · why · how firm · when to judge · main risk.
    pub cells: Cells,
    pub view: Option<View>,
    /// Why the person thinks so.
    pub because: String,
}

/// What the picture of the diary shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartSize {
    /// The person left the diary out.
    LeftOut,
    /// Nothing was logged.
    Empty,
    Full,
    /// Half as high.
    Low,
    /// No room for it.
    Away,
}

/// Everything on the pages in words. What is `None` was left out by the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    pub name: String,
    pub visit: String,
    pub strip: Vec<StripRow>,
    pub wish: String,
    pub reasons: Vec<(String, bool)>,
    pub summary: String,
    pub story: String,
    /// What was told, what changed since the last visit, what is told in person: one line each.
    pub notes: Vec<Named>,
    pub has_map: bool,
    /// The figures of the map are drawn smaller.
    pub small_map: bool,
    pub sites: Rows<Named>,
    pub tests: Rows<String>,
    pub impact: String,
    pub chart: ChartSize,
    pub medicines: Option<Rows<Cells>>,
    /// Stands in place of the rows when there are none.
    pub no_medicines: String,
    pub tried: Option<Rows<Cells>>,
    pub no_tried: String,
    pub contributors: [Rows<String>; 3],
    /// What makes it better and worse.
    pub sways: String,
    pub goals: Option<Rows<String>>,
    pub limits: Rows<String>,
    pub options: Option<Rows<OptionCells>>,
    pub no_options: String,
    /// What goes together and what clashes.
    pub together: Rows<String>,
    pub questions: Rows<String>,
    /// What stands at the end of the first and of the second kind of page.
    pub feet: [String; 2],
}
