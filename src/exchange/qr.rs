//! Owns codes that a phone camera reads from paper: plain text, no link, nothing that needs the internet.
//! May use: the qrcode crate, the one summary. Must not: colours, layout.
//!
//! Paper is scanned at 150 dots an inch at worst. There the weaker of the two readers that we tried (rqrr; zbar is the other)
//! needs 7.5 dots for a module, whatever the correction. On [`MILLIMETRES`] of paper the largest code that we make has 7.6.
//! A text that needs more goes into several codes.

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

use crate::domain::handout::Handout;
use crate::i18n::{Messages, patient_summary};

/// Light modules around a code, without which cameras do not find it (ISO/IEC 18004: 4).
const QUIET: usize = 4;

/// How wide a code must stand on paper, quiet zone and all; `handout.css` has the same figure.
pub const MILLIMETRES: f64 = 110.0;

/// The largest version that is made: 77 modules a side.
const MOST_VERSION: i16 = 15;

/// Bytes of text in that version at the medium correction, without the mark for UTF-8.
const MOST_BYTES: usize = 410;

/// UTF-8, in the register of character sets of the standard (AIM ECI 26). Without the mark readers guess.
const UTF_8: u32 = 26;

/// Characters of the summary in the codes, so that two of them are enough unless safety needs more: they fit one sheet.
const MOST_CHARACTERS: usize = 780;

/// A code as a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// In modules, with the quiet zone.
    pub width: usize,
    /// The dark modules, as a path for SVG.
    pub path: String,
}

/// The codes of the summary, to be read one after the other. Mostly one.
pub fn codes(handout: &Handout, t: &'static Messages) -> Vec<Code> {
    let drawings = texts(handout, t).into_iter();
    drawings.filter_map(|text| drawing(&text)).collect()
}

/// What stands in each code: the summary, whole lines as long as one code has room for a line. Of several codes each says
/// which of how many it is.
pub fn texts(handout: &Handout, t: &'static Messages) -> Vec<String> {
    let lines = patient_summary(t, handout).within(MOST_CHARACTERS);
    let parts = parts(&lines, MOST_BYTES - "99/99\n".len());
    let n_parts = parts.len();
    match n_parts {
        1 => parts,
        _ => parts
            .into_iter()
            .enumerate()
            .map(|(place, part)| format!("{}/{n_parts}\n{part}", place + 1))
            .collect(),
    }
}

/// The lines in parts of at most so many bytes, parted between lines where that is possible, else between words.
fn parts(lines: &[String], most: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut put = |piece: &str, mark: &str| {
        let last = parts
            .last_mut()
            .filter(|last| !last.is_empty() && last.len() + mark.len() + piece.len() <= most);
        match last {
            Some(last) => {
                last.push_str(mark);
                last.push_str(piece);
            }
            None => parts.push(piece.to_owned()),
        }
    };
    for line in lines {
        if line.len() <= most {
            put(line, "\n");
            continue;
        }
        for (place, word) in line.split(' ').enumerate() {
            let mark = if place == 0 { "\n" } else { " " };
            // One endless word is parted where it must be.
            let mut rest = word;
            while rest.len() > most {
                let cut = (0..=most).rev().find(|at| rest.is_char_boundary(*at));
                let (head, tail) = rest.split_at(cut.unwrap_or(0));
                put(head, mark);
                rest = tail;
            }
            put(rest, mark);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The code of a text, at the medium correction where there is room for that; none when the text is too long for a code
/// that can be read from paper.
pub fn drawing(text: &str) -> Option<Code> {
    let code = [EcLevel::M, EcLevel::L]
        .into_iter()
        .find_map(|level| (1..=MOST_VERSION).find_map(|version| encoded(text, version, level)))?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(Code {
        width: width + 2 * QUIET,
        path,
    })
}

fn encoded(text: &str, version: i16, level: EcLevel) -> Option<QrCode> {
    let mut bits = Bits::new(Version::Normal(version));
    bits.push_eci_designator(UTF_8).ok()?;
    bits.push_byte_data(text.as_bytes()).ok()?;
    // Refuses a text for which this version is too small.
    bits.push_terminator(level).ok()?;
    QrCode::with_bits(bits, level).ok()
}
