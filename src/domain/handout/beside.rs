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
            (&mut self.sways, &second.sways),
        ];
        for (text, second) in texts {
            add(text, second);
        }
        add_named(&mut self.filled_in, &second.filled_in);
        add_named(&mut self.signs_asked, &second.signs_asked);
        each(&mut self.signs, &second.signs, add_named);
        for (sign, second) in self.short_signs.iter_mut().zip(&second.short_signs) {
            add_named(sign, second);
        }
        for (row, second) in self.strip.iter_mut().zip(&second.strip) {
            match (row, second) {
                (StripRow::Wide(one), StripRow::Wide(second))
                | (StripRow::Own(one), StripRow::Own(second)) => add_named(one, second),
                (StripRow::Pair(one, other), StripRow::Pair(second, third)) => {
                    add_named(one, second);
                    add_named(other, third);
                }
                // Sheets of one hand-out have the same rows.
                (StripRow::Wide(_) | StripRow::Own(_) | StripRow::Pair(..), _) => {}
            }
        }
        for ((label, _), (second, _)) in self.reasons.iter_mut().zip(&second.reasons) {
            add(label, second);
        }
        for (list, second) in [
            (&mut self.told, &second.told),
            (&mut self.notes, &second.notes),
        ] {
            for (note, second) in list.iter_mut().zip(second) {
                add_named(note, second);
            }
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
            add(&mut row.name, &second.name);
            add(&mut row.why, &second.why);
            add(&mut row.care, &second.care);
            add(&mut row.guidelines, &second.guidelines);
            add(&mut row.judge, &second.judge);
            add(&mut row.because, &second.because);
        });
        each(&mut self.clashes, &second.clashes, add);
        each(&mut self.together, &second.together, add);
        each(&mut self.questions, &second.questions, add);
        let marks = self.elsewhere.iter_mut().zip(&second.elsewhere);
        let feet = self.feet.iter_mut().zip(&second.feet);
        for (text, second) in marks.chain(feet) {
            add(text, second);
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
    for (cell, second) in cells.cells.iter_mut().zip(&second.cells) {
        add(cell, second);
    }
}

fn each<T>(rows: &mut Rows<T>, second: &Rows<T>, add: impl Fn(&mut T, &T)) {
    for (row, second) in rows.shown.iter_mut().zip(&second.shown) {
        add(row, second);
    }
    self::add(&mut rows.instead, &second.instead);
}

fn each_of<T>(rows: &mut Option<Rows<T>>, second: &Option<Rows<T>>, add: impl Fn(&mut T, &T)) {
    if let (Some(rows), Some(second)) = (rows, second) {
        each(rows, second, add);
    }
}
