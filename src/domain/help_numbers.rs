//! Owns the telephone numbers that stand in a line of text, so that each can become a button.
//! May use: the standard library. Must not: know which number is whose.

/// A number as it is read, and as it is dialled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    pub shown: String,
    pub dialled: String,
}

/// The telephone numbers of a line such as "0800 111 0 111 or 0800 111 0 222 (Telefonseelsorge)", in order, each once.
/// A number begins with a digit, goes on with digits, single spaces and hyphens, and has at least three digits
/// ("option 2" and "24" are none). A single hyphen or space between digits belongs to it.
pub fn phone_numbers(line: &str) -> Vec<PhoneNumber> {
    let mut numbers: Vec<PhoneNumber> = Vec::new();
    let mut current = String::new();
    let keep = |current: &mut String, numbers: &mut Vec<PhoneNumber>| {
        let shown = current.trim_end_matches([' ', '-']).to_owned();
        let dialled: String = shown.chars().filter(char::is_ascii_digit).collect();
        if dialled.len() >= 3 && numbers.iter().all(|known| known.dialled != dialled) {
            numbers.push(PhoneNumber { shown, dialled });
        }
        current.clear();
    };
    for character in line.chars() {
        let separates = matches!(character, ' ' | '-');
        let doubled = separates && current.ends_with([' ', '-']);
        if character.is_ascii_digit() || (separates && !current.is_empty() && !doubled) {
            current.push(character);
        } else {
            keep(&mut current, &mut numbers);
        }
    }
    keep(&mut current, &mut numbers);
    numbers
}
