//! Owns cutting a typed text into figures, words and signs, in whatever script the figures are.
//! May use: spelling. Must not: know medicines or units.

use crate::domain::decimal::decimal;
use crate::domain::spelling::{fold, is_combining};

/// A piece of a text, with its place in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Number(Number),
    /// In small letters, without accents.
    Word(String),
    Sign(char),
}

/// What figures can mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// A mark before the last figures is read as a decimal one.
    pub value: f64,
    /// The other reading, when three figures stand behind the mark: "1.000" is one, or a thousand.
    pub grouped: Option<f64>,
    /// Three figures that one plain space sets apart from the figures before: "2 500" may be one number.
    pub continues: bool,
    /// A fraction such as "½" or "1/2".
    pub is_fraction: bool,
}

impl Number {
    pub(super) fn whole(value: f64) -> Self {
        Self {
            value,
            grouped: None,
            continues: false,
            is_fraction: false,
        }
    }
}

/// Cuts a text. Spaces and everything that says nothing are left out.
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut tokens = Vec::new();
    let mut place = 0;
    while let Some((start, letter)) = letters.get(place).copied() {
        let length = if figure(letter).is_some() || starts_decimal(&letters, place) {
            numbers(&letters, place, &mut tokens)
        } else if let Some(part) = vulgar(letter) {
            let mut number = Number::whole(part);
            number.is_fraction = true;
            push(&mut tokens, &letters, place, 1, Kind::Number(number));
            1
        } else if letter.is_alphabetic() {
            word(&letters, place, &mut tokens)
        } else if letter.is_numeric() {
            // "②" or "2²": a number that nobody here reads.
            push(&mut tokens, &letters, place, 1, Kind::Word(letter.into()));
            1
        } else if let Some(length) = dots(&letters, place) {
            push(&mut tokens, &letters, place, length, Kind::Sign('-'));
            length
        } else {
            if let Some(sign) = sign(letter) {
                push(&mut tokens, &letters, place, 1, Kind::Sign(sign));
            }
            1
        };
        debug_assert!(length > 0, "nothing read at {start}");
        place += length.max(1);
    }
    join_fractions(tokens)
}

fn push(
    tokens: &mut Vec<Token>,
    letters: &[(usize, char)],
    place: usize,
    length: usize,
    kind: Kind,
) {
    let (start, _) = letters[place];
    let last = letters[place + length - 1];
    tokens.push(Token {
        kind,
        start,
        end: last.0 + last.1.len_utf8(),
    });
}

/// The value of a figure of any script that people write decimals in.
fn figure(letter: char) -> Option<u32> {
    /// The zeros: Latin, Arabic, Persian, Devanagari, Bengali, Thai, full width.
    const ZEROS: [u32; 7] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
    let code = u32::from(letter);
    ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))
}

fn starts_decimal(letters: &[(usize, char)], place: usize) -> bool {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let is_mark = matches!(at(place), Some('.' | ',' | '٫'));
    let before = place.checked_sub(1).and_then(at);
    is_mark
        && before.is_none_or(char::is_whitespace)
        && at(place + 1).is_some_and(|next| figure(next).is_some())
}

/// The length of "..", "..." or "…" between two figures: a range.
fn dots(letters: &[(usize, char)], place: usize) -> Option<usize> {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let is_figure = |letter: Option<char>| letter.is_some_and(|letter| figure(letter).is_some());
    let length = letters[place..]
        .iter()
        .take_while(|(_, letter)| *letter == '.')
        .count();
    let length = match at(place) {
        Some('…') => 1,
        _ if length > 1 => length,
        _ => return None,
    };
    let between = is_figure(place.checked_sub(1).and_then(at)) && is_figure(at(place + length));
    between.then_some(length)
}

fn vulgar(letter: char) -> Option<f64> {
    Some(match letter {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// Figures with the marks between them. Spaces that do not break a line group thousands; a plain one may.
fn numbers(letters: &[(usize, char)], place: usize, tokens: &mut Vec<Token>) -> usize {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let is_figure = |place: usize| at(place).is_some_and(|letter| figure(letter).is_some());
    let mut raw = String::new();
    let mut length = 0;
    loop {
        let here = place + length;
        match at(here) {
            Some(letter) if figure(letter).is_some() => {
                let value = figure(letter).unwrap_or_default();
                raw.push(char::from_digit(value, 10).unwrap_or('0'));
            }
            Some('.' | '٫' | '·') if is_figure(here + 1) => raw.push('.'),
            Some(',' | '،' | '，') if is_figure(here + 1) => raw.push(','),
            Some('\'' | '’' | '٬' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
                if figures_from(letters, here + 1) == 3 && !raw.contains('.') =>
            {
                raw.push('\'');
            }
            _ => break,
        }
        length += 1;
    }
    let written_in_tens = powers(letters, place + length);
    if written_in_tens > 0 {
        length += written_in_tens;
        let typed = letters[place..place + length].iter();
        let word = typed.map(|(_, letter)| letter).collect();
        push(tokens, letters, place, length, Kind::Word(word));
        return length;
    }
    match read(&raw) {
        Some(mut number) => {
            number.continues = continues(letters, place, length, tokens);
            push(tokens, letters, place, length, Kind::Number(number));
        }
        // "2,2,2,4" is a list. Anything else, such as a date, is kept as a word that nobody understands.
        None if raw.contains(',') && !raw.contains(['.', '\'']) => {
            let mut from = place;
            for part in raw.split(',') {
                if from > place {
                    push(tokens, letters, from - 1, 1, Kind::Sign(','));
                }
                // ",5,6" begins with a mark.
                let Some(value) = decimal(part) else {
                    from += part.len() + 1;
                    continue;
                };
                push(
                    tokens,
                    letters,
                    from,
                    part.len(),
                    Kind::Number(Number::whole(value)),
                );
                from += part.len() + 1;
            }
        }
        None => push(tokens, letters, place, length, Kind::Word(raw)),
    }
    length
}

/// The length of "e3" close behind figures: nobody writes tablets so, and "1e3" is not 1 and 3.
fn powers(letters: &[(usize, char)], place: usize) -> usize {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let sign = usize::from(matches!(at(place + 1), Some('+' | '-')));
    match (at(place), figures_from(letters, place + 1 + sign)) {
        (Some('e' | 'E' | '^'), n_figures @ 1..) => 1 + sign + n_figures,
        _ => 0,
    }
}

/// How many figures stand from here on.
fn figures_from(letters: &[(usize, char)], place: usize) -> usize {
    let rest = letters.get(place..).unwrap_or_default();
    rest.iter()
        .take_while(|(_, letter)| figure(*letter).is_some())
        .count()
}

/// Exactly three figures, one plain space after at most three others.
fn continues(letters: &[(usize, char)], place: usize, length: usize, tokens: &[Token]) -> bool {
    let one_space = place >= 2 && letters[place - 1].1 == ' ' && length == 3;
    one_space
        && figures_from(letters, place) == 3
        && tokens.last().is_some_and(|token| {
            let is_small = matches!(&token.kind, Kind::Number(number) if number.value.fract() == 0.0 && number.grouped.is_none() && number.value < 1000.0);
            is_small && token.end == letters[place - 1].0
        })
}

/// The readings of figures with "." and "," between them, and "'" for marks that only group.
fn read(raw: &str) -> Option<Number> {
    let raw = raw
        .strip_prefix([',', '.'])
        .map_or_else(|| raw.to_owned(), |rest| format!("0.{rest}"));
    let marks: Vec<char> = raw
        .chars()
        .filter(|letter| !letter.is_ascii_digit())
        .collect();
    let plain = |text: &str| decimal(text).map(Number::whole);
    let Some(last) = marks.last().copied() else {
        return plain(&raw);
    };
    let without = |raw: &str| raw.replace(['.', ',', '\''], "");
    let groups: Vec<&str> = raw.split(['.', ',', '\'']).collect();
    let rest_are_groups = |groups: &[&str]| groups.iter().skip(1).all(|group| group.len() == 3);
    let leads = groups
        .first()
        .is_some_and(|first| first.len() <= 3 && !first.starts_with('0'));
    let alike = marks.iter().all(|mark| *mark == last);
    if alike {
        let grouped = leads && rest_are_groups(&groups);
        if last == '\'' {
            return plain(&without(&raw));
        }
        if marks.len() > 1 {
            return if grouped { plain(&without(&raw)) } else { None };
        }
        let mut number = plain(&raw.replace(',', "."))?;
        number.grouped = grouped.then(|| decimal(&without(&raw))).flatten();
        return Some(number);
    }
    // Two kinds of marks: the last one is decimal when it stands once, and the others group.
    let (whole, part) = raw.rsplit_once(last)?;
    let whole_groups: Vec<&str> = whole.split(['.', ',', '\'']).collect();
    let fits = leads && rest_are_groups(&whole_groups) && last != '\'' && !whole.contains(last);
    fits.then(|| plain(&format!("{}.{part}", without(whole))))
        .flatten()
}

/// Letters, with marks and signs that belong inside a word; a hyphen cuts. "b.i.d." is one word.
fn word(letters: &[(usize, char)], place: usize, tokens: &mut Vec<Token>) -> usize {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let mut word = String::new();
    let mut length = 0;
    let mut run = 0;
    while let Some(letter) = at(place + length) {
        let inside = at(place + length + 1).is_some_and(char::is_alphabetic);
        if letter.is_alphabetic() || is_combining(letter) {
            fold(letter, &mut word);
            run += 1;
        } else if letter == '.' && run == 1 && inside {
            run = 0;
        } else if matches!(letter, '\'' | '’') && inside && run > 0 {
            // "don't" is a word; the mark says nothing. "d'ibuprofène" is the medicine; "d'une" is one.
            if matches!(word.as_str(), "d" | "l") && at(place + length + 2) != Some('n') {
                word.clear();
            }
        } else {
            break;
        }
        length += 1;
    }
    push(tokens, letters, place, length, Kind::Word(word));
    length
}

/// Signs that mean something, each kind as one.
fn sign(letter: char) -> Option<char> {
    Some(match letter {
        '+' | '＋' => '+',
        '&' => '&',
        '-' | '–' | '—' | '−' | '‐' | '‑' => '-',
        '/' | '⁄' | '／' => '/',
        ',' | '،' | '、' | '，' => ',',
        ';' | '；' | '؛' | '|' | '\n' | '•' => ';',
        '(' | '[' => '(',
        ')' | ']' => ')',
        '=' => '=',
        '×' | '*' | '✕' | '✖' => '×',
        '%' | '٪' | '‰' => '%',
        ':' | '：' => ':',
        '~' | '≈' => '~',
        '<' | '≤' => '<',
        '>' | '≥' => '>',
        '?' | '؟' | '？' => '?',
        '✓' | '✔' | '☑' | '✅' => '✓',
        _ => return None,
    })
}

/// "1/2", "1 1/2" and "1 ½" become one number; "30/500" stays two.
fn join_fractions(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let is_bar = |token: Option<&Token>| token.is_some_and(|token| token.kind == Kind::Sign('/'));
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        joined.push(token);
        // "2/2/2/4" is four numbers, and none of them a part of another.
        let in_a_chain = is_bar(tokens.peek())
            || is_bar(joined.len().checked_sub(4).and_then(|at| joined.get(at)));
        if let [
            ..,
            over,
            Token {
                kind: Kind::Sign('/'),
                start: bar,
                ..
            },
            under,
        ] = joined.as_slice()
            && let (Kind::Number(top), Kind::Number(bottom)) = (&over.kind, &under.kind)
            && over.end == *bar
            && !in_a_chain
            && [2.0, 3.0, 4.0, 8.0].contains(&bottom.value)
            && top.value >= 1.0
            && top.value < bottom.value
        {
            let mut number = Number::whole(top.value / bottom.value);
            number.is_fraction = true;
            let (start, end) = (over.start, under.end);
            joined.truncate(joined.len() - 3);
            joined.push(Token {
                kind: Kind::Number(number),
                start,
                end,
            });
        }
        if let [.., whole, part] = joined.as_slice()
            && let (Kind::Number(first), Kind::Number(second)) = (&whole.kind, &part.kind)
            && second.is_fraction
            && !first.is_fraction
            && first.value.fract() == 0.0
        {
            let number = Number::whole(first.value + second.value);
            let (start, end) = (whole.start, part.end);
            joined.truncate(joined.len() - 2);
            joined.push(Token {
                kind: Kind::Number(number),
                start,
                end,
            });
        }
    }
    joined
}
