//! Owns reading a number out of figures.
//! May use: nothing. Must not: judge what the number means, or which sign stands before its decimals.
//!
//! By hand, because the parser of the standard library is right to the last bit of any number, and needs a table of 10 KB for
//! it that cannot be packed. Nobody types or saves a number that would show the difference.

/// Figures behind so many say nothing that a number could hold.
const MOST_FIGURES: usize = 25;

/// A number as people and programs write it: "12", "-0.5", "+3", ".5", "1.2e11". Nothing for all else, also "nan" and "inf".
/// With 15 figures or fewer it is the nearest number there is; of longer ones the last figure may be off by one. One that is
/// too large is infinite.
pub fn decimal(text: &str) -> Option<f64> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (figures, mut power) = match rest.split_once(['e', 'E']) {
        Some((figures, power)) => (figures, power.parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let (mut value, mut n_figures) = (0.0, 0);
    for (place, figure) in whole.bytes().chain(part.bytes()).enumerate() {
        let figure = figure.is_ascii_digit().then(|| figure - b'0')?;
        let is_part = place >= whole.len();
        if n_figures < MOST_FIGURES {
            value = value * 10.0 + f64::from(figure);
            n_figures += usize::from(value > 0.0);
            power -= i32::from(is_part);
        } else {
            power += i32::from(!is_part);
        }
    }
    // A power of ten up to 22 is exact, and so is one rounding by it.
    let scaled = match power {
        0.. => value * 10_f64.powi(power),
        _ => value / 10_f64.powi(power.saturating_neg()),
    };
    Some(sign * if value == 0.0 { 0.0 } else { scaled })
}
