//! Owns how many lines a text takes on paper, estimated so that a browser never needs more.
//! May use: nothing. Must not: a browser; the pages must be known to fit before they are drawn.

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// Room for fonts that run a little wider than the one whose widths stand below.
const WIDER: f64 = 1.03;

/// Advance widths of Arial, Helvetica and Liberation Sans from the space on, in thousandths of the size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The same of their bold weights.
const BOLD_WIDTHS: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// Size in points.
    pub size: f64,
    pub is_bold: bool,
    /// How much wider it runs than Arial of its weight, as a serif does.
    pub wider: f64,
    /// Height of a line as a multiple of the size.
    pub leading: f64,
}

impl Face {
    /// Plain text of a size in points, set as the pages are.
    pub const fn plain(size: f64) -> Self {
        Self {
            size,
            is_bold: false,
            wider: 1.0,
            leading: 1.17,
        }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self {
            is_bold: true,
            ..self
        }
    }

    /// Height of a line in millimetres.
    pub fn line(self) -> f64 {
        self.size * self.leading * MM
    }

    /// How wide a text without breaks is, in millimetres.
    pub fn width(self, text: &str) -> f64 {
        let thousandths: f64 = text.chars().map(|letter| self.advance(letter)).sum();
        thousandths / 1000.0 * self.size * MM * self.wider * WIDER
    }

    /// How many lines a text takes in a column of this width in millimetres; none when it is empty.
    pub fn lines(self, text: &str, column: f64) -> usize {
        lines(&[(self, text)], column)
    }

    /// Height of a text in a column, in millimetres.
    pub fn height(self, text: &str, column: f64) -> f64 {
        self.lines(text, column) as f64 * self.line()
    }

    /// The width of a character in thousandths of the size. Of those that are not in the table the widest of their kind.
    fn advance(self, letter: char) -> f64 {
        let code = letter as u32;
        let (widths, heavier) = match self.is_bold {
            true => (&BOLD_WIDTHS, 1.09),
            false => (&WIDTHS, 1.0),
        };
        let place = code.checked_sub(32).map(|place| place as usize);
        if let Some(width) = place.and_then(|place| widths.get(place)) {
            return f64::from(*width);
        }
        let width = match code {
            0..32 => 278.0,
            // The small marks that our own sentences use.
            0xb7 | 0x2018..=0x201f => 400.0,
            0x2010..=0x2013 => 600.0,
            // Latin with accents, Greek, Cyrillic and their like: the widest letters of the table.
            0xa0..=0x52f => 950.0,
            // Everything else, such as Chinese: a full square, and pictures even wider.
            0x1f000.. => 1500.0,
            _ => 1100.0,
        };
        width * heavier
    }
}

/// How many lines a text takes in a column of this width in millimetres, when its parts are set differently: a name in bold
/// and what it names in plain. None when it is empty.
///
/// A word goes to the next line as a whole. One that is wider than the column is broken where it must be.
pub fn lines(parts: &[(Face, &str)], column: f64) -> usize {
    let column = column.max(1.0);
    let (mut lines, mut used) = (0, 0.0);
    for (face, text) in parts {
        let space = face.width(" ");
        for word in text.split_whitespace() {
            let width = face.width(word);
            if lines > 0 && used + space + width <= column {
                used += space + width;
                continue;
            }
            let rows = (width / column).ceil().max(1.0);
            lines += rows as usize;
            // What a broken word leaves of its last line is not counted on: a letter may have moved there.
            used = if rows > 1.0 { column } else { width };
        }
    }
    lines
}
