//! English: sentences about looking back that are put together from parts.

use super::en_diary_phrases::days;
use super::en_phrases::short_date;
use crate::domain::body_map::site_name;
use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::diary::insight::change::{
    BLOCK_DAYS, BeforeAfter, Change, Gain, LEAST_DAYS_OF_BLOCK, Level, TooEarly, last_day_after,
};
use crate::domain::diary::looking_back::{Apart, LEAST_NUMBERS, PainPicture, Period};
use crate::domain::diary::months::{CountedMonth, LEAST_DAYS_OF_MONTH};
use crate::domain::diary::places::{LEAST_TOLD, Places, site_of};
use crate::domain::diary::tracking::MarkKind;
use crate::domain::diary::weeks::Bin;
use crate::knowledge::units::counted;

pub fn period(period: Period) -> &'static str {
    match period {
        Period::FourWeeks => "4 weeks",
        Period::ThreeMonths => "3 months",
        Period::Year => "A year",
        Period::All => "All",
    }
}

/// To the half point, as `5½`: the scale has whole points, so more would only look exact.
pub fn level(value: f64) -> String {
    let halves = (value.abs() * 2.0).round() as u32;
    match (halves / 2, halves % 2) {
        (whole, 0) => whole.to_string(),
        (0, _) => "½".to_owned(),
        (whole, _) => format!("{whole}½"),
    }
}

/// As `Nov 2026`.
pub fn month(date: NaiveDate) -> String {
    let name = short_date(date);
    let name = name.rsplit(' ').next().unwrap_or_default();
    format!("{name} {}", date.year())
}

/// The same with its unit, without its sign.
pub fn points(value: f64) -> String {
    let halves = (value.abs() * 2.0).round() as u32;
    let unit = if halves <= 2 { "point" } else { "points" };
    format!("{} {unit}", level(value))
}

/// As `3 to 16 Nov`, with the year where it is another than the last day's.
pub fn from_to(first: NaiveDate, last: NaiveDate) -> String {
    if first.year() != last.year() {
        return format!(
            "{} {} to {} {}",
            short_date(first),
            first.year(),
            short_date(last),
            last.year()
        );
    }
    format!("{} to {}", short_date(first), short_date(last))
}

pub fn change_heading(change: Option<&Result<Change, TooEarly>>) -> &'static str {
    match change {
        Some(Ok(change)) => gain_heading(change.gain),
        _ => "Too early to compare",
    }
}

fn gain_heading(gain: Gain) -> &'static str {
    match gain {
        Gain::Large => "Much less pain than at the start",
        Gain::Clear => "Clearly less pain than at the start",
        Gain::Small => "A little less pain than at the start",
        Gain::NoneClear => "No clear change",
        Gain::ClearlyWorse => "Clearly more pain than at the start",
    }
}

pub fn change_text(change: Option<&Result<Change, TooEarly>>) -> String {
    let change = match change {
        Some(Ok(change)) => change,
        Some(Err(TooEarly::Baseline { have })) => {
            return format!(
                "The two weeks at the start have a number on {}. {LEAST_DAYS_OF_BLOCK} are needed.",
                days(*have)
            );
        }
        Some(Err(TooEarly::Recent { have })) => {
            return format!(
                "The last two weeks have a number on {}. {LEAST_DAYS_OF_BLOCK} are needed.",
                days(*have)
            );
        }
        Some(Err(TooEarly::Overlap)) | None => {
            return format!(
                "To compare, it takes two weeks at the start and two weeks later. Each needs {LEAST_DAYS_OF_BLOCK} days with a number."
            );
        }
    };
    let (from, to) = (&change.from, &change.to);
    format!(
        "Usual pain was about {} from {} ({}), and about {} from {} ({}).{}",
        level(from.mean),
        from_to(from.first, from.last),
        n_of_14(from.n),
        level(to.mean),
        from_to(to.first, to.last),
        n_of_14(to.n),
        percent_said(change)
    )
}

fn percent_said(change: &Change) -> String {
    let Some(percent) = change.percent else {
        return " Below 3, a percentage would mislead.".to_owned();
    };
    // No percentage beside two numbers that look the same.
    if level(change.from.mean) == level(change.to.mean) {
        return " That is about the same.".to_owned();
    }
    let way = if percent < 0.0 { "less" } else { "more" };
    format!(
        " That is {:.0} % {way}. From 30 % on, most people call it a real difference.",
        percent.abs()
    )
}

pub fn change_range(change: &Change) -> Option<String> {
    let (low, high) = change.range?;
    // Below a quarter of a point nothing is left to say.
    let is_none = |value: f64| value.abs() < 0.25;
    Some(match (low, high) {
        (low, high) if is_none(low) && is_none(high) => {
            "The true difference is most likely less than half a point.".to_owned()
        }
        (low, high) if high <= 0.0 => format!(
            "The true difference is most likely {} to {} less.",
            level(high),
            points(low)
        ),
        (low, high) if low >= 0.0 => format!(
            "The true difference is most likely {} to {} more.",
            level(low),
            points(high)
        ),
        (low, high) if is_none(high) => format!(
            "The true difference lies between {} less and no change, so it could be chance.",
            points(low)
        ),
        (low, high) if is_none(low) => format!(
            "The true difference lies between no change and {} more, so it could be chance.",
            points(high)
        ),
        (low, high) => format!(
            "The true difference lies between {} less and {} more, so it could be chance.",
            points(low),
            points(high)
        ),
    })
}

pub fn pain_title(picture: &PainPicture) -> String {
    let step = match picture.point_days {
        1 => "Pain day by day",
        7 => "Pain week by week",
        _ => "Pain by months of 28 days",
    };
    format!("{step}, {}", from_to(picture.first, picture.last))
}

pub fn pain_said(picture: &PainPicture) -> String {
    let step = if picture.point_days == 28 {
        ("month", "months")
    } else {
        ("week", "weeks")
    };
    let extent = match picture.extent() {
        None => format!("No {} has enough days for a middle value yet.", step.0),
        Some((low, high)) if level(low) == level(high) => {
            format!(
                "The middle of each {} was about {} of 10.",
                step.0,
                level(low)
            )
        }
        Some((low, high)) => format!(
            "The middle of the {} was between {} and {} of 10.",
            step.1,
            level(low),
            level(high)
        ),
    };
    let gaps = match (picture.extent(), picture.n_gaps()) {
        (None, _) | (_, 0) => String::new(),
        (_, 1) => format!(" One {} has too few days for a middle value.", step.0),
        (_, count) => format!(" {count} {} have too few days for a middle value.", step.1),
    };
    format!("{extent}{gaps}")
}

pub fn legend_point(point_days: usize) -> &'static str {
    match point_days {
        1 => "usual, bar up to worst",
        7 => "middle of the week, bar up to worst",
        _ => "middle of 28 days, bar up to worst",
    }
}

pub fn legend_gap(point_days: usize) -> &'static str {
    match point_days {
        1 => "not logged",
        _ => "too few days",
    }
}

pub fn baseline_now(level: &Level) -> String {
    format!(
        "The start is now {} ({}).",
        from_to(level.first, level.last),
        n_of_14(level.n)
    )
}

pub fn baseline_sparse(have: usize) -> String {
    format!(
        "These two weeks have a number on {}. {LEAST_DAYS_OF_BLOCK} are needed. The start that was there is kept.",
        days(have)
    )
}

const WEEKDAYS: [&str; 7] = [
    "Mondays",
    "Tuesdays",
    "Wednesdays",
    "Thursdays",
    "Fridays",
    "Saturdays",
    "Sundays",
];

pub fn apart_weekdays(found: Apart) -> String {
    apart(found, "weekdays", |bin| {
        format!(
            "on {}",
            WEEKDAYS.get(bin.place).copied().unwrap_or_default()
        )
    })
}

const QUARTERS: [&str; 4] = [
    "at night",
    "in the morning",
    "in the afternoon",
    "in the evening",
];

pub fn apart_day_times(found: Apart) -> String {
    apart(found, "times of day", |bin| {
        QUARTERS
            .get(bin.place)
            .copied()
            .unwrap_or_default()
            .to_owned()
    })
}

fn apart(found: Apart, parts: &str, name: impl Fn(Bin) -> String) -> String {
    let mean = |bin: Bin| level(bin.mean.unwrap_or_default());
    match found {
        Apart::TooFew => {
            format!("Too early to say: at least two {parts} need {LEAST_NUMBERS} numbers each.")
        }
        Apart::Alike => format!("The {parts} are alike: they differ by less than one point."),
        Apart::Different { highest, lowest } => format!(
            "Pain was highest {} (about {}) and lowest {} (about {}).",
            name(highest),
            mean(highest),
            name(lowest),
            mean(lowest)
        ),
    }
}

pub fn bins_said(bins: &[Bin]) -> String {
    let numbers: usize = bins.iter().map(|bin| bin.n).sum();
    format!("From {}", counted(numbers, "number", "numbers"))
}

pub fn places_few(told: usize) -> String {
    format!(
        "Too early to draw: you said where it hurt on {}. {LEAST_TOLD} are needed.",
        days(told)
    )
}

pub fn places_said(places: &Places) -> String {
    let names: Vec<String> = (places.regions.iter().take(2))
        .map(|place| {
            let name = site_name(&site_of(place.region));
            format!("{name} (on {} of {})", place.days, days(places.told))
        })
        .collect();
    match names.len() {
        0 => "No place was named on these days.".to_owned(),
        _ => format!("Most often: {}.", names.join(", then ")),
    }
}

pub fn places_basis(places: &Places) -> String {
    format!(
        "You said where on {} of {}",
        places.told,
        counted(places.logged, "logged day", "logged days")
    )
}

pub fn places_map(view: &str) -> String {
    format!("{view}: on how many days it hurt where. The list below says the same.")
}

pub fn headache_said(month: &CountedMonth) -> String {
    let rate = match (month.headache_of_28, month.migraine_of_28) {
        (Some(headache), Some(migraine)) if month.answered < 28 => format!(
            " For 28 days that would be about {headache:.0}, with migraine about {migraine:.0}."
        ),
        (None, _) => {
            format!(" For a monthly figure {LEAST_DAYS_OF_MONTH} answered days are needed.")
        }
        _ => String::new(),
    };
    format!(
        "In the last 28 days: {} with a headache, {} of them with migraine, out of {} answered.{rate}",
        days(month.headache_days),
        month.migraine_days,
        days(month.answered)
    )
}

pub fn medicine_said(month: &CountedMonth) -> String {
    format!(
        "In the last 28 days: {} with a pain medicine, out of {} answered.",
        days(month.medicine_days),
        days(month.medicine_answered)
    )
}

pub fn months_said(months: &[CountedMonth]) -> String {
    match (months.first(), months.last()) {
        (Some(first), Some(last)) => from_to(first.first, last.last),
        _ => String::new(),
    }
}

pub fn months_last(count: usize) -> String {
    format!("The picture shows the last {count} months of 28 days; the table shows all.")
}

pub fn around_heading(found: &BeforeAfter) -> &'static str {
    match found.change.gain {
        Gain::Large => "Much less pain after it",
        Gain::Clear => "Clearly less pain after it",
        Gain::Small => "A little less pain after it",
        Gain::NoneClear => "No clear change after it",
        Gain::ClearlyWorse => "Clearly more pain after it",
    }
}

pub fn around_text(found: &BeforeAfter) -> String {
    let change = &found.change;
    let range = change_range(change).map_or_else(String::new, |range| format!(" {range}"));
    format!(
        "Usual pain was about {} before and about {} after.{}{range}",
        level(change.from.mean),
        level(change.to.mean),
        percent_said(change)
    )
}

pub fn around_by_itself(found: &BeforeAfter) -> String {
    let Some(by_itself) = found.by_itself else {
        return "The weeks before are not known well enough. So nobody can tell how much would have come by itself.".to_owned();
    };
    let usual = format!(
        "In the twelve weeks before that, the level was about {} ({}). Without any change, about {} was to be expected.",
        level(by_itself.usual),
        days(by_itself.n),
        level(by_itself.expected)
    );
    let beyond = found.change.to.mean - by_itself.expected;
    let more = match found.change.points {
        _ if level(beyond) == "0" => " What came is what was to be expected.".to_owned(),
        _ if beyond < 0.0 => format!(" What came is {} lower than that.", points(beyond)),
        _ => format!(" What came is {} higher than that.", points(beyond)),
    };
    format!("{usual}{more}")
}

pub fn around_title(date: NaiveDate) -> String {
    format!("Pain day by day around {}", short_date(date))
}

/// Why a change cannot be compared today.
pub fn too_early_text(why: TooEarly, date: NaiveDate, today: NaiveDate) -> String {
    let last = last_day_after(date).unwrap_or(date);
    match why {
        _ if today < last => format!(
            "The two weeks to compare with end on {}. Look again then.",
            short_date(last)
        ),
        TooEarly::Baseline { have } => format!(
            "The two weeks before it have a number on {}. {LEAST_DAYS_OF_BLOCK} are needed.",
            days(have)
        ),
        TooEarly::Recent { have } => format!(
            "The two weeks after it have a number on {}. {LEAST_DAYS_OF_BLOCK} are needed.",
            days(have)
        ),
        TooEarly::Overlap => "The weeks before and after it overlap.".to_owned(),
    }
}

pub fn n_of_14(count: usize) -> String {
    format!("{count} of {BLOCK_DAYS} days")
}

pub fn mark_kind(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::TreatmentChange => "A treatment changed",
        MarkKind::Visit => "A visit",
    }
}
