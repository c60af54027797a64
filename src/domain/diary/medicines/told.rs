//! Owns what an entry says about medicine: whether any was taken, which of the typed ones were, and what a cell of another
//! app's table says. Everything that counts or names medicines of an entry asks here.
//! May use: entries, the reading of medicines. Must not: count.

use crate::domain::diary::entry::Entry;
use crate::domain::diary::taken::Taken;
use crate::domain::medicines::not_taken::{self, Told};
use crate::domain::medicines::typed::{self, Typed};

/// Whether pain medicine was taken: nothing when nobody said. "None" or "0" typed as a medicine says that it was not.
pub fn took(entry: &Entry) -> Option<bool> {
    if entry.took_medicine == Some(false) {
        return Some(false);
    }
    let mut says_no = false;
    for taken in &entry.medicines {
        match not_taken::told(&taken.name, &taken.amount) {
            Told::Taken | Told::Unnamed => return Some(true),
            Told::NotTaken => says_no = true,
            Told::Nothing => {}
        }
    }
    match says_no {
        true => Some(false),
        false => entry.took_medicine,
    }
}

/// Whether medicine for pain was taken. What is known to be none, such as a vitamin, says nothing about that.
pub fn took_for_pain(entry: &Entry) -> Option<bool> {
    let took = took(entry)?;
    let mut typed = taken(entry).flat_map(read).peekable();
    let only_others = typed.peek().is_some() && typed.all(|typed| typed.is_other());
    (!only_others).then_some(took)
}

/// The medicines of an entry that were taken. A line that says "none" is not among them, and none is once the person
/// said that nothing was taken.
pub fn taken(entry: &Entry) -> impl Iterator<Item = &Taken> {
    let said_no = entry.took_medicine == Some(false);
    let all = entry.medicines.iter().filter(move |_| !said_no);
    all.filter(|taken| is_taken(taken))
}

/// Whether a medicine that this line names was not taken: its amount is 0 or says no. "None" names no medicine.
pub fn is_not_taken(taken: &Taken) -> bool {
    let told = |name, amount| not_taken::told(name, amount);
    told(&taken.name, &taken.amount) == Told::NotTaken && told(&taken.name, "") == Told::Taken
}

/// Whether this line names something that was taken.
pub fn is_taken(taken: &Taken) -> bool {
    let told = not_taken::told(&taken.name, &taken.amount);
    matches!(told, Told::Taken | Told::Unnamed)
}

/// What is understood of a line: one line may hold several medicines.
pub fn read(taken: &Taken) -> Vec<Typed> {
    typed::read(&taken.name, &taken.amount)
}

/// What a cell of another app's table says about medicine.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Nothing for an empty cell.
    pub took: Option<bool>,
    /// Each medicine that was taken, its amount still in its name. Empty for "none", and for a bare "yes": then something
    /// was taken, and its name is not known.
    pub medicines: Vec<Taken>,
}

/// Reads a cell that lists medicines, for the importers: the one place that knows what is not taken ("none", "0 mg",
/// "keine", "n/a"), what is taken without a name ("yes", "x"), and where a list is cut ("Tilidin 2,5 ml" is one medicine,
/// "Amitriptyline 10 mg, at night" too, "ibuprofen 400; rizatriptan 10 mg" are two).
///
/// A piece that says "not taken" is left out of the list. Keep the cell as it stood where that must not be lost.
pub fn cell(text: &str) -> Cell {
    match not_taken::told(text, "") {
        Told::Nothing => return Cell::default(),
        Told::NotTaken => {
            return Cell {
                took: Some(false),
                ..Cell::default()
            };
        }
        Told::Unnamed => {
            return Cell {
                took: Some(true),
                ..Cell::default()
            };
        }
        Told::Taken => {}
    }
    let pieces = not_taken::list(text).into_iter().map(|piece| Taken {
        name: piece.to_owned(),
        ..Taken::default()
    });
    let medicines: Vec<Taken> = pieces.filter(is_taken).collect();
    Cell {
        took: Some(!medicines.is_empty()),
        medicines,
    }
}
