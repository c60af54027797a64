//! Owns what stands in the appendix: the texts and rows that are not on the pages, and which of them must be printed.
//! May use: sheets, fit. Must not: decide what gives way.

use super::fit::Fitted;
use super::sheets::{Cells, ChartSize, Named, OptionCells, Print, Rows, Sheets, StripRow};

/// A text or a row that is not on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    pub part: Part,
    pub text: String,
    /// The appendix must be printed for it.
    pub insists: bool,
}

/// Where something stood that is in the appendix only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Name,
    Strip,
    Wish,
    Summary,
    Story,
    Told,
    Notes,
    Sites,
    Tests,
    Impact,
    Medicines,
    Tried,
    Contributors,
    Goals,
    Limits,
    Options,
    Clashes,
    Together,
    Questions,
}

impl Part {
    /// Whether each text and row of it insists. Of the others single rows may.
    fn insists(self) -> bool {
        matches!(
            self,
            Part::Name
                | Part::Strip
                | Part::Wish
                | Part::Summary
                | Part::Told
                | Part::Medicines
                | Part::Clashes
                | Part::Questions
        )
    }
}

impl Fitted {
    /// Whether something gave way that must be printed all the same.
    pub fn insists(&self) -> bool {
        self.cut.iter().any(|gone| gone.insists)
    }
}

impl Sheets {
    /// Takes away what points to an appendix. Of a table only the cell goes; its row stays.
    pub(super) fn forget_the_appendix(&mut self, print: Print) {
        let mark = self.elsewhere(print).clone();
        let clear = |text: &mut String| {
            if *text == mark {
                text.clear();
            }
        };
        [&mut self.story, &mut self.impact, &mut self.sways]
            .into_iter()
            .for_each(clear);
        self.notes.retain(|note| note.text != mark);
        for site in &mut self.sites.shown {
            clear(&mut site.text);
        }
        for list in self.contributors.iter_mut() {
            list.retain(|row| *row != mark);
        }
        self.tests.retain(|row| *row != mark);
        self.limits.retain(|row| *row != mark);
        self.together.retain(|row| *row != mark);
        if let Some(rows) = &mut self.goals {
            rows.retain(|row| *row != mark);
        }
        let tried = self.tried.iter_mut().flat_map(|rows| &mut rows.shown);
        tried.flat_map(|row| &mut row.cells).for_each(clear);
        let options = self.options.iter_mut().flat_map(|rows| &mut rows.shown);
        options.for_each(|row| clear(&mut row.because));
        if self.chart == ChartSize::Away {
            self.chart = ChartSize::LeftOut;
        }
    }
}

/// What does not stand on the pages as a whole. Rows may stand there in another order.
pub(super) fn cut_of(whole: &Sheets, fitted: &Sheets) -> Vec<Gone> {
    let mut cut = Cut(Vec::new());
    cut.text(Part::Name, &whole.name, &fitted.name);
    cut.text(Part::Name, &whole.visit, &fitted.visit);
    let named = |named: &Named| [named.clone()];
    cut.list(
        Part::Name,
        &named(&whole.filled_in),
        &named(&fitted.filled_in),
        Named::whole,
    );
    cut.rows(Part::Strip, &whole.signs, &fitted.signs, Named::whole);
    let strip = |row: &StripRow| joined(&row.parts().map(Named::whole).collect::<Vec<_>>(), " ");
    cut.list(Part::Strip, &whole.strip, &fitted.strip, strip);
    cut.text(Part::Wish, &whole.wish, &fitted.wish);
    cut.text(Part::Summary, &whole.summary, &fitted.summary);
    cut.text(Part::Story, &whole.story, &fitted.story);
    cut.list(Part::Told, &whole.told, &fitted.told, Named::whole);
    cut.list(Part::Notes, &whole.notes, &fitted.notes, Named::whole);
    // The place that hurts most heads the list.
    let main = whole.sites.shown.first();
    cut.some(
        Part::Sites,
        (&whole.sites.shown, &fitted.sites.shown),
        Named::whole,
        |site| Some(site) == main,
    );
    let own = String::clone;
    cut.rows(Part::Tests, &whole.tests, &fitted.tests, own);
    cut.text(Part::Impact, &whole.impact, &fitted.impact);
    let cells = |row: &Cells| joined(&row.cells, " · ");
    let insists = |row: &Cells| row.insists;
    cut.table(
        Part::Medicines,
        (&whole.medicines, &fitted.medicines),
        cells,
        insists,
    );
    cut.table(Part::Tried, (&whole.tried, &fitted.tried), cells, insists);
    for (whole, fitted) in whole.contributors.iter().zip(&fitted.contributors) {
        cut.rows(Part::Contributors, whole, fitted, own);
    }
    cut.text(Part::Contributors, &whole.sways, &fitted.sways);
    cut.table(Part::Goals, (&whole.goals, &fitted.goals), own, |_| false);
    cut.rows(Part::Limits, &whole.limits, &fitted.limits, own);
    let still_there = |row: &OptionCells| {
        let shown = fitted.options.iter().flat_map(|rows| &rows.shown);
        shown.into_iter().find(|shown| shown.name == row.name)
    };
    cut.table(
        Part::Options,
        (&whole.options, &fitted.options),
        |row| {
            let OptionCells {
                name,
                why,
                care,
                guidelines,
                judge,
                view: _,
                because,
                is_first: _,
            } = row;
            joined(
                &[name, why, care, guidelines, judge, because].map(String::clone),
                " · ",
            )
        },
        // An option that stands there stands there with its cautions.
        |row| row.insists() || still_there(row).is_some_and(|shown| shown.care != row.care),
    );
    cut.rows(Part::Clashes, &whole.clashes, &fitted.clashes, own);
    cut.rows(Part::Together, &whole.together, &fitted.together, own);
    cut.rows(Part::Questions, &whole.questions, &fitted.questions, own);
    cut.0
}

struct Cut(Vec<Gone>);

impl Cut {
    fn text(&mut self, part: Part, whole: &str, fitted: &str) {
        self.list(part, &[whole], &[fitted], |text| (*text).to_owned());
    }

    fn rows<T: PartialEq>(
        &mut self,
        part: Part,
        whole: &Rows<T>,
        fitted: &Rows<T>,
        say: impl Fn(&T) -> String,
    ) {
        self.list(part, &whole.shown, &fitted.shown, say);
    }

    fn list<T: PartialEq>(
        &mut self,
        part: Part,
        whole: &[T],
        fitted: &[T],
        say: impl Fn(&T) -> String,
    ) {
        self.some(part, (whole, fitted), say, |_| false);
    }

    fn table<T: PartialEq>(
        &mut self,
        part: Part,
        tables: (&Option<Rows<T>>, &Option<Rows<T>>),
        say: impl Fn(&T) -> String,
        insists: impl Fn(&T) -> bool,
    ) {
        if let (Some(whole), Some(fitted)) = tables {
            self.some(part, (&whole.shown, &fitted.shown), say, insists);
        }
    }

    /// Rows of which some insist.
    fn some<T: PartialEq>(
        &mut self,
        part: Part,
        (whole, fitted): (&[T], &[T]),
        say: impl Fn(&T) -> String,
        insists: impl Fn(&T) -> bool,
    ) {
        let gone = whole.iter().filter(|row| !fitted.contains(row));
        self.0.extend(gone.map(|row| Gone {
            part,
            text: one_line(&say(row)),
            insists: part.insists() || insists(row),
        }));
    }
}

fn one_line(text: &str) -> String {
    joined(
        &text
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>(),
        " ",
    )
}

fn joined(texts: &[String], mark: &str) -> String {
    let filled = texts
        .iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty());
    filled.collect::<Vec<_>>().join(mark)
}
