//! Owns quotes that are opened in a table and never closed: they are taken as letters, so that no row disappears in a cell.
//! May use: the standard library. Must not: split rows into cells.

/// Most quotes that are mended; a file with more is none that a program wrote.
const MOST: usize = 1_000;

/// The text with each stray quote taken out, and the lines on which they stood, from 1.
///
/// A quote opens a cell only at its beginning, and closes it only before a separator or the end of a line. One that finds no
/// such end, or another quote in the middle of a later line, was never closed.
pub(super) fn mended(text: &str, separator: u8) -> (String, Vec<usize>) {
    let bytes = text.as_bytes();
    let mut stray = Vec::new();
    let mut at = 0;
    let mut begins_cell = true;
    while at < bytes.len() && stray.len() < MOST {
        let byte = bytes[at];
        if byte == b'"' && begins_cell {
            match end_of_quoted(bytes, at, separator) {
                Some(end) => {
                    at = end;
                    begins_cell = false;
                    continue;
                }
                None => stray.push(at),
            }
        }
        begins_cell = byte == separator || byte == b'\n' || byte == b'\r';
        at += 1;
    }
    let lines = stray
        .iter()
        .map(|at| 1 + text[..*at].matches('\n').count())
        .collect();
    let mut mended = String::with_capacity(text.len());
    let mut from = 0;
    for at in stray {
        mended.push_str(&text[from..at]);
        from = at + 1;
    }
    mended.push_str(&text[from..]);
    (mended, lines)
}

/// The place behind the quote that closes the one at `open`; none when it is never closed.
fn end_of_quoted(bytes: &[u8], open: usize, separator: u8) -> Option<usize> {
    let mut at = open + 1;
    let mut spans_lines = false;
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 1,
            (b'"', None | Some(b'\n' | b'\r' | b' ')) => return Some(at + 1),
            (b'"', Some(next)) if *next == separator => return Some(at + 1),
            // Programs that forget to double a quote do so within one line.
            (b'"', Some(_)) if spans_lines => return None,
            (b'\n', _) => spans_lines = true,
            _ => {}
        }
        at += 1;
    }
    None
}
