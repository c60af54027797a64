//! Owns how a number and its unit are said in the language of the knowledge files: "1 year", "3 weeks", "8 years" for 96 months.
//! May use: nothing. Must not: decide when a number is shown.
//!
//! One door for every text, so that no sentence says "1 years". A second language brings its own beside this one.

/// Every unit that stands after a number: for one, and for any other number.
const UNITS: [(&str, &str); 11] = [
    ("year", "years"),
    ("month", "months"),
    ("week", "weeks"),
    ("day", "days"),
    ("night", "nights"),
    ("hour", "hours"),
    ("minute", "minutes"),
    ("time", "times"),
    ("session", "sessions"),
    ("medicine", "medicines"),
    ("point", "points"),
];

/// From here on months are said in years, as people do.
const MONTHS_IN_YEARS: u64 = 24;

/// "1 day", "2 days": a count with its own words.
pub fn counted(count: impl TryInto<i64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A whole number with its unit, given by its word for many ("months"). Months from two years on are said in years.
pub fn with_unit(number: u64, many: &str) -> String {
    if many == "months" && number >= MONTHS_IN_YEARS {
        let (years, months) = (number / 12, number % 12);
        let years = counted(years, "year", "years");
        return match months {
            0 => years,
            months => format!("{years} and {}", counted(months, "month", "months")),
        };
    }
    counted(number, one_of(many).unwrap_or(many), many)
}

/// What a person typed, with its unit: a whole number as above, anything else as it was written.
pub fn typed_with_unit(typed: &str, many: &str) -> String {
    let typed = typed.trim();
    match typed.parse::<u64>() {
        Ok(number) => with_unit(number, many),
        Err(_) => format!("{typed} {many}").trim().to_owned(),
    }
}

/// Years and months as they were typed, together: 96 months are 8 years.
pub fn years_and_months(years: &str, months: &str) -> String {
    let whole = |typed: &str| match typed.trim() {
        "" => Some(0),
        typed => typed.parse::<u64>().ok().filter(|number| *number < 10_000),
    };
    match (whole(years), whole(months)) {
        (Some(0), Some(0)) if years.trim().is_empty() && months.trim().is_empty() => String::new(),
        (Some(0), Some(months)) => with_unit(months, "months"),
        (Some(years), Some(months)) => match (years + months / 12, months % 12) {
            (years, 0) => with_unit(years, "years"),
            (years, months) => format!(
                "{} and {}",
                with_unit(years, "years"),
                with_unit(months, "months")
            ),
        },
        // What is no number stays as it was written.
        _ => [(years, "years"), (months, "months")]
            .into_iter()
            .filter(|(typed, _)| !typed.trim().is_empty())
            .map(|(typed, unit)| typed_with_unit(typed, unit))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// The word for one of what stands at the beginning of a text: "weeks ago" gives ("week", "weeks").
pub fn unit_at_start(text: &str) -> Option<(&'static str, &'static str)> {
    let word = text.split(|letter: char| !letter.is_alphabetic()).next()?;
    UNITS.into_iter().find(|(_, many)| *many == word)
}

/// The word for one of a unit; nothing for a unit that is not in the list.
pub fn one_of(many: &str) -> Option<&'static str> {
    UNITS
        .into_iter()
        .find(|(_, known)| *known == many)
        .map(|(one, _)| one)
}
