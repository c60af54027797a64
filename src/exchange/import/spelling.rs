//! Owns how one text can be spelt: figures of other scripts, spaces of every kind, accents.
//! May use: the standard library. Must not: know what a text means.

/// The digit 0 of the scripts that phones write numbers in: Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];

/// Figures as ASCII, each kind of space as the plain one, no marks of direction, one kind of dash, no space around it all.
pub(super) fn plain(text: &str) -> String {
    let letters = text.chars().filter_map(plain_letter);
    letters.collect::<String>().trim().to_owned()
}

fn plain_letter(letter: char) -> Option<char> {
    let of_script = ZEROS.iter().find_map(|zero| {
        let digit = (letter as u32).checked_sub(*zero as u32)?;
        char::from_digit(digit, 10).filter(|_| digit < 10)
    });
    match letter {
        _ if of_script.is_some() => of_script,
        // Marks of direction and joining, soft hyphen, mark of the byte order: nobody sees them.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
        '\u{ad}' | '\u{feff}' | '\u{0}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{ff0f}' => Some('/'),
        '\u{66b}' | '\u{ff0e}' => Some('.'),
        '\u{ff1a}' => Some(':'),
        letter if letter.is_whitespace() => Some(' '),
        letter => Some(letter),
    }
}

/// For comparing words: plain, in lower case, without accents.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in plain(text).chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' | 'ą' | 'ă' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì'..='ï' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ț' | 'ť' => folded.push('t'),
            'ù'..='ü' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            // An accent that stands alone behind its letter, as some systems write them.
            '\u{300}'..='\u{36f}' => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// The words of a text, folded; everything that is no letter and no figure stands between them.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
