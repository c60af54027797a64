//! Owns how typed words are compared, whatever they name: letters without accents, and slips of the pen.
//! May use: the standard library. Must not: know medicines or illnesses.

pub(super) fn is_combining(letter: char) -> bool {
    matches!(u32::from(letter), 0x300..=0x36f | 0x64b..=0x65f)
}

/// A letter in small, without its accent.
pub(super) fn fold(letter: char, into: &mut String) {
    if is_combining(letter) {
        return;
    }
    for letter in letter.to_lowercase() {
        let plain = match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => "a",
            'ç' | 'ć' | 'č' => "c",
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
            'ñ' | 'ń' | 'ň' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => "o",
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' => "u",
            'ý' | 'ÿ' => "y",
            'ś' | 'š' | 'ş' => "s",
            'ź' | 'ż' | 'ž' => "z",
            'ł' => "l",
            'ğ' => "g",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ﬁ' => "fi",
            'µ' | 'μ' => "µ",
            other => {
                into.push(other);
                continue;
            }
        };
        into.push_str(plain);
    }
}

/// A text as it is compared: small letters without accents.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    text.chars().for_each(|letter| fold(letter, &mut folded));
    folded
}

/// Letters to change, to add, to leave out, or neighbours to swap, so that one word becomes the other.
pub(super) fn slips(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let change = last[j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = change.min(last[j] + 1).min(row[j - 1] + 1);
            let swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if swapped {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}
