//! Owns which letters the bytes of a file stand for.
//! May use: the standard library. Must not: know a format.
//!
//! The two tables are here because a file is read the same natively and in the browser: the browser's own decoder is not
//! there in a test or on the command line, and a crate for all encodings is more than these 160 letters.

/// What Windows-1252 has in place of the 32 control codes from 0x80 on. Five are free, and are read as they are in the standard.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
/// Mac Roman from 0x80 on.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The text of a file: UTF-16 or UTF-8, with or without its mark; else Windows-1252 or Mac Roman, whichever makes words.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if zeros(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if zeros(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => mostly_utf8(bytes).unwrap_or_else(|| of_one_byte(bytes)),
        },
    }
}

/// Whether the letters can be a text that somebody wrote: other bytes make control codes of one letter in ten.
pub(super) fn is_text(text: &str) -> bool {
    const LOOKED_AT: usize = 4096;
    /// One of so many letters at most.
    const MOST: usize = 50;
    let is_spoilt = |letter: &char| {
        letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
    };
    let letters = text.chars().take(LOOKED_AT);
    let count = letters.clone().count();
    letters.filter(is_spoilt).count() * MOST <= count.max(MOST)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let units: Vec<u16> = pairs.map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// UTF-16 without its mark: nearly every second byte of a table is zero.
fn zeros(bytes: &[u8], first: usize) -> bool {
    let start = &bytes[..bytes.len().min(400)];
    let n_zeros = start
        .iter()
        .skip(first)
        .step_by(2)
        .filter(|byte| **byte == 0)
        .count();
    start.len() >= 8 && n_zeros * 2 > start.len() / 2
}

/// A file of UTF-8 with a spoilt place: more of its letters are whole than are not.
fn mostly_utf8(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let n_spoilt = text.chars().filter(|letter| *letter == '\u{fffd}').count();
    let n_whole = text.chars().filter(|letter| !letter.is_ascii()).count() - n_spoilt;
    (n_whole > n_spoilt).then(|| text.into_owned())
}

fn of_one_byte(bytes: &[u8]) -> String {
    let mac: Vec<char> = MAC_ROMAN.chars().collect();
    let windows = |byte: u8| match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        byte => char::from(byte),
    };
    let of_mac = |byte: u8| match byte {
        0x80.. => mac
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or('\u{fffd}'),
        byte => char::from(byte),
    };
    // Inside a word stand small letters, apostrophes and dashes, and no signs or capitals.
    let fits =
        |letter: char| letter.is_lowercase() || matches!(letter, '’' | '–' | '—' | '…' | '”');
    let n_fitting = |read: &dyn Fn(u8) -> char| {
        let pairs = bytes.windows(2);
        let after_a_letter =
            pairs.filter(|pair| pair[0].is_ascii_lowercase() || pair[0].is_ascii_uppercase());
        after_a_letter
            .filter(|pair| pair[1] >= 0x80 && fits(read(pair[1])))
            .count()
    };
    // Where both fit alike: lines that end as on an old Mac.
    let ends_as_on_a_mac = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    let is_mac = match n_fitting(&of_mac).cmp(&n_fitting(&windows)) {
        std::cmp::Ordering::Equal => ends_as_on_a_mac,
        order => order.is_gt(),
    };
    match is_mac {
        true => bytes.iter().map(|byte| of_mac(*byte)).collect(),
        false => bytes.iter().map(|byte| windows(*byte)).collect(),
    }
}
