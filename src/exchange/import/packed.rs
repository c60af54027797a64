//! Owns files of which no table can be read, told by their first bytes.
//! May use: the standard library. Must not: unpack.

use super::ImportError;

/// So much of a packed file is looked at for the names in it.
const START: usize = 64 * 1024;

/// Why a file that begins so is refused; none when it may be text.
/// What a text in angle brackets is that no app is known to write: a page with a table in it, which spreadsheet programs
/// open, or another form of theirs.
pub(super) fn markup(text: &str) -> ImportError {
    let start: String = text
        .chars()
        .take(START)
        .flat_map(char::to_lowercase)
        .collect();
    let has = |names: &[&str]| names.iter().any(|name| start.contains(name));
    if has(&["<workbook", "office:spreadsheet", "<office:document"]) {
        ImportError::Spreadsheet
    } else if has(&["<html", "<!doctype html", "<table", "<body", "<div"]) {
        ImportError::WebPage
    } else {
        ImportError::Unknown
    }
}

pub(super) fn refused(start: &[u8]) -> Option<ImportError> {
    let has = |name: &[u8]| {
        start[..start.len().min(START)]
            .windows(name.len())
            .any(|part| part == name)
    };
    match start {
        // A packed file, which spreadsheet programs use for their own too. The names of its parts stand in the clear.
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => {
            let names: [&[u8]; 5] = [
                b"xl/",
                b"[Content_Types].xml",
                b"opendocument.spreadsheet",
                b"Index/Document.iwa",
                b"Index.zip",
            ];
            let is_spreadsheet = names.into_iter().any(has) && !has(b"word/");
            Some(if is_spreadsheet {
                ImportError::Spreadsheet
            } else {
                ImportError::Packed
            })
        }
        // Excel's form up to 2003.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(ImportError::Spreadsheet),
        [0x1f, 0x8b, ..] | [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xbc, 0xaf, ..] => {
            Some(ImportError::Packed)
        }
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => {
            Some(ImportError::Document)
        }
        _ => None,
    }
}
