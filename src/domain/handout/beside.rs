//! Owns two languages on one paper: what is said differently stands in both, own words stand once.
//! May use: sheets. Must not: know a language; both sheets are given.

use super::sheets::{Cells, Named, Rows, Sheets, StripRow};

impl Sheets {
    /// These sheets with what a second language says beside it: "not answered / nicht beantwortet".
    /// Both must be of the same hand-out. What the person wrote is the same in both, and stands once.
    pub fn beside(mut self, second: &Sheets) -> Self {
        let texts = [
            (&mut self.name, &second.name),
            (&mut self.visit, &second.visit),
            (&mut self.wish, &second.wish),
            (&mut self.summary, &second.summary),
            (&mut self.story, &second.story),
            (&mut self.impact, &second.impact),
            (&mut self.no_medicines, &second.no_medicines),
            (&mut self.no_tried, &second.no_tried),
            (&mut self.sways, &second.sways),
            (&mut self.no_options, &second.no_options),
        ];
        for (text, second) in texts {
            add(text, second);
        }
        for (row, second) in self.strip.iter_mut().zip(&second.strip) {
            match (row, second) {
                (StripRow::Wide(one), StripRow::Wide(second)) => add_named(one, second),
                (StripRow::Pair(one, other), StripRow::Pair(second, third)) => {
                    add_named(one, second);
                    add_named(other, third);
                }
                // Sheets of one hand-out have the same rows.
                (StripRow::Wide(_) | StripRow::Pair(..), _) => {}
            }
        }
        for ((label, _), (second, _)) in self.reasons.iter_mut().zip(&second.reasons) {
            add(label, second);
        }
        for (note, second) in self.notes.iter_mut().zip(&second.notes) {
            add_named(note, second);
        }
        each(&mut self.sites, &second.sites, add_named);
        each(&mut self.tests, &second.tests, add);
        each_of(&mut self.medicines, &second.medicines, add_cells);
        each_of(&mut self.tried, &second.tried, add_cells);
        for (list, second) in self.contributors.iter_mut().zip(&second.contributors) {
            each(list, second, add);
        }
        each_of(&mut self.goals, &second.goals, add);
        each(&mut self.limits, &second.limits, add);
        each_of(&mut self.options, &second.options, |row, second| {
            add_cells(&mut row.cells, &second.cells);
            add(&mut row.name, &second.name);
            add(&mut row.because, &second.because);
        });
        each(&mut self.together, &second.together, add);
        each(&mut self.questions, &second.questions, add);
        for (foot, second) in self.feet.iter_mut().zip(&second.feet) {
            add(foot, second);
        }
        self
    }
}

fn add(text: &mut String, second: &String) {
    if text != second && !second.is_empty() {
        text.push_str(" / ");
        text.push_str(second);
    }
}

fn add_named(named: &mut Named, second: &Named) {
    add(&mut named.name, &second.name);
    add(&mut named.text, &second.text);
}

fn add_cells(cells: &mut Cells, second: &Cells) {
    for (cell, second) in cells.iter_mut().zip(second) {
        add(cell, second);
    }
}

fn each<T>(rows: &mut Rows<T>, second: &Rows<T>, add: impl Fn(&mut T, &T)) {
    for (row, second) in rows.shown.iter_mut().zip(&second.shown) {
        add(row, second);
    }
}

fn each_of<T>(rows: &mut Option<Rows<T>>, second: &Option<Rows<T>>, add: impl Fn(&mut T, &T)) {
    if let (Some(rows), Some(second)) = (rows, second) {
        each(rows, second, add);
    }
}
