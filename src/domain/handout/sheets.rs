//! Owns the pages in words: each text as it will stand on paper, and how many rows of each table.
//! May use: the person's views. Must not: a text of its own; `i18n` fills the sheets, `fit` says what goes to the appendix.

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
    /// How many pages there are before the appendix.
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
    /// How many more there are, in the appendix.
    pub more: usize,
    /// Stands in place of the rows when there are none. Empty where the question was not asked and no word is needed.
    pub instead: String,
}

impl<T> Rows<T> {
    /// All rows.
    pub fn all(rows: Vec<T>) -> Self {
        Self {
            shown: rows,
            more: 0,
            instead: String::new(),
        }
    }

    /// With a text for when there are none.
    pub fn or(mut self, instead: &str) -> Self {
        instead.clone_into(&mut self.instead);
        self
    }

    /// Keeps the first rows and counts the others.
    pub fn keep(&mut self, most: usize) {
        let left = self.shown.len().saturating_sub(most);
        self.shown.truncate(most);
        self.more += left;
    }

    /// Takes rows away and counts them.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        let n_before = self.shown.len();
        self.shown.retain(stays);
        self.more += n_before - self.shown.len();
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.more == 0
    }

    /// Neither a row nor a text in its place.
    pub fn says_nothing(&self) -> bool {
        self.is_empty() && self.instead.is_empty()
    }
}

/// A text with a name before it; which of the two is bold depends on the place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    pub name: String,
    pub text: String,
}

impl Named {
    /// Both, as one text.
    pub fn whole(&self) -> String {
        [self.name.as_str(), self.text.as_str()].join(" ")
    }
}

/// A row of the strip that a clinician must see first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StripRow {
    Wide(Named),
    Pair(Named, Named),
    /// In the person's own words, which may be many.
    Own(Named),
}

impl StripRow {
    /// Its texts with their names.
    pub fn parts(&self) -> impl Iterator<Item = &Named> {
        let parts = match self {
            StripRow::Wide(named) | StripRow::Own(named) => [Some(named), None],
            StripRow::Pair(one, other) => [Some(one), Some(other)],
        };
        parts.into_iter().flatten()
    }
}

/// A row of the medicines or of the treatments tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    pub cells: [String; 5],
    /// It is about a medicine: it stands on a page or on one more page that is then printed.
    pub insists: bool,
}

/// An option to discuss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionCells {
    pub name: String,
    /// Why it may fit.
    pub why: String,
    /// Every caution that holds for the person, else the main risk.
    pub care: String,
    pub guidelines: String,
    pub judge: String,
    pub view: Option<View>,
    /// Why the person thinks so.
    pub because: String,
    /// It is what to say first.
    pub is_first: bool,
}

impl OptionCells {
    /// What to say first, then what the person is interested in, then the others.
    pub fn rank(&self) -> u8 {
        match (self.is_first, self.view) {
            (true, _) => 0,
            (false, Some(View::Willing)) => 1,
            (false, _) => 2,
        }
    }

    /// Whether it never simply gives way.
    pub fn insists(&self) -> bool {
        self.rank() < 2
    }
}

/// What the picture of the diary shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartSize {
    /// The person left the diary out.
    LeftOut,
    /// Nothing was logged.
    Empty,
    /// Too few days for a picture.
    Few,
    Full,
    /// Half as high.
    Low,
    /// No room for it.
    Away,
}

/// How large the figures with the places are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapSize {
    /// No place was told.
    Empty,
    Full,
    Small,
    /// No room for it.
    Away,
}

/// Everything on the pages in words. What is `None` was left out by the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    pub name: String,
    pub visit: String,
    /// Who gave the answers; empty when it was not said.
    pub filled_in: Named,
    /// Whether the warning signs were asked for.
    pub signs_asked: Named,
    /// Those that fired, most urgent first.
    pub signs: Rows<Named>,
    /// The same in fewer words, when there are very many.
    pub short_signs: Vec<Named>,
    pub strip: Vec<StripRow>,
    pub wish: String,
    pub reasons: Vec<(String, bool)>,
    pub summary: String,
    pub story: String,
    /// What the person was told that they have, what changed since the last visit, what was agreed: one line each.
    pub told: Vec<Named>,
    /// What the person thinks that it is, what is told in person: one line each.
    pub notes: Vec<Named>,
    pub map: MapSize,
    pub sites: Rows<Named>,
    pub tests: Rows<String>,
    pub impact: String,
    pub chart: ChartSize,
    pub medicines: Option<Rows<Cells>>,
    pub tried: Option<Rows<Cells>>,
    pub contributors: [Rows<String>; 3],
    /// What makes it better and worse.
    pub sways: String,
    pub goals: Option<Rows<String>>,
    pub limits: Rows<String>,
    pub options: Option<Rows<OptionCells>>,
    /// What clashes.
    pub clashes: Rows<String>,
    /// What goes together and what comes first.
    pub together: Rows<String>,
    pub questions: Rows<String>,
    /// Stands where a text was that is in the appendix, which is the page after the last: on two pages, on four.
    pub elsewhere: [String; 2],
    /// What stands at the end of the first and of the second kind of page.
    pub feet: [String; 2],
}

impl Sheets {
    /// What stands where a text was that is in the appendix.
    pub fn elsewhere(&self, print: Print) -> &String {
        let [normal, large] = &self.elsewhere;
        match print {
            Print::Normal => normal,
            Print::Large => large,
        }
    }
}
