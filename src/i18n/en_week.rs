//! English: the words about the last days of the diary.

use super::en_diary_phrases::days;
use super::en_look_phrases::{from_to, level, points};
use super::en_phrases::{long_date, short_date};
use super::week_words::WeekWords;
use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::counts::{Counted, LEAST_COUNTED, Side};
use crate::domain::diary::insight::table::POOR_SLEEP_MAX;
use crate::domain::diary::insight::{Finding, Lack};
use crate::domain::diary::week_card::{
    DayOnDay, Limit, Nights, NotYet, OneDay, Says, Sentence, WEEK, YesNo,
};
use crate::knowledge::therapy;
use crate::knowledge::units::counted;

pub(super) const WEEK_WORDS_EN: WeekWords = WeekWords {
    sentence,
    title: |of| {
        if is_week(of) {
            "Your week"
        } else {
            "Your four weeks"
        }
    },
    from_to,
    not_yet,
    short: "In short",
    day_by_day: "Day by day",
    wrote_down: "What you wrote down",
    your_words: "In your words",
    counts_only: "These are counts, not proof. Days go up and down by themselves.",
    open_week: "Open my week",
    open_month: "Open my four weeks",
    before: |of| {
        if is_week(of) {
            "The week before"
        } else {
            "The four weeks before"
        }
    },
    after: |of| {
        if is_week(of) {
            "The week after"
        } else {
            "The four weeks after"
        }
    },
    print: "Print it",

    so_far: "What you wrote down so far",
    so_far_text: "These are counts, not proof.",
    counted: counted_of,
    days_to_go,
    why_not_yet: "Why not yet?",
    why_text: "A link that is shown too early is often chance. This is what an honest answer still needs:",
    missing,
};

fn is_week(of: usize) -> bool {
    of as u64 == WEEK
}

/// "Tuesday" in a week, where each day comes once; else "24 Nov".
fn day(date: NaiveDate, of: usize) -> String {
    match is_week(of) {
        true => weekday(date),
        false => short_date(date),
    }
}

fn weekday(date: NaiveDate) -> String {
    let name = long_date(date);
    name.split(' ').next().unwrap_or_default().to_owned()
}

/// More days than this are counted, not named.
const MOST_NAMED: usize = 4;

/// "Tuesday and Friday", or "6 days" where naming them would be a list.
fn named(dates: &[NaiveDate], of: usize) -> String {
    if dates.len() > MOST_NAMED {
        return days(dates.len());
    }
    let names: Vec<String> = dates.iter().map(|date| day(*date, of)).collect();
    joined(&names)
}

/// "5, 6 and 4"
fn joined(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn sentence(sentence: &Sentence, of: usize) -> String {
    let dates = &sentence.days;
    let n = dates.len();
    match &sentence.says {
        Says::DayOnDay(both) => day_on_day(*both),
        Says::Noted { of } => noted(n, *of),
        Says::Late => format!(
            "{} noted later, from memory.",
            counted(n, "day was", "days were")
        ),
        Says::NoNumber => format!(
            "{} no number for the pain.",
            counted(n, "day has a note and", "days have a note and")
        ),
        Says::Few { levels, least } => few(levels, dates, *least, of),
        Says::AllFree => match n {
            1 => format!("No pain on the 1 day you noted: {}.", named(dates, of)),
            _ => format!("No pain on any of the {} you noted.", days(n)),
        },
        Says::Usual { middle, low, high } => match low == high {
            true => format!(
                "Your usual pain was {} on each of {}.",
                level(*low),
                days(n)
            ),
            false => format!(
                "Usual pain: {}, the middle of {}. Your lowest day was {}, your highest {}.",
                level(*middle),
                days(n),
                level(*low),
                level(*high)
            ),
        },
        Says::Worst { level, of: all } => match n == *all {
            true => format!("The worst was {level} on each of {}.", days(n)),
            false => format!("The worst was {level}, on {}.", named(dates, of)),
        },
        Says::Best { level: low, .. } => match n {
            1 => format!(
                "The easiest day was {}, with a usual pain of {}.",
                named(dates, of),
                level(*low)
            ),
            _ => format!(
                "The easiest were {}, with a usual pain of {}.",
                named(dates, of),
                level(*low)
            ),
        },
        Says::Free { of: all } => on_some("No pain", dates, *all, of),
        Says::Spells { of: all } => on_some("A bad spell", dates, *all, of),
        Says::Headache(said) => yes_no("A headache", "none", *said),
        Says::Sleep { middle, poor } => {
            let poor = match *poor {
                0 => "No night was".to_owned(),
                poor => counted(poor, "night was", "nights were"),
            };
            format!(
                "Sleep: {} of 10, the middle of {}. {poor} poor, with {POOR_SLEEP_MAX} or less.",
                level(*middle),
                counted(n, "night", "nights")
            )
        }
        Says::Nights(nights) => harder_days(nights),
        Says::Took(said) => yes_no("A painkiller", "none", *said),
        Says::Limit(limit) => against_limit(limit, of),
        Says::CanDo {
            most,
            some,
            little,
            lying,
        } => could_do(n, [*most, *some, *little, *lying]),
        Says::Mattered(said) => yes_no("Something that matters to you", "not", *said),
        Says::Moved { minutes } => format!(
            "Moving: {} on {}.",
            counted(*minutes, "minute", "minutes"),
            days(n)
        ),
        Says::Planned(id) => {
            let name = therapy(id.as_str()).map_or(id.as_str(), |therapy| therapy.name);
            format!("From your plan: {name}, on {}.", days(n))
        }
        Says::Did(words) => format!("{words}: on {}.", named_with_count(dates, of)),
        Says::Note(words) => format!("{}: “{words}”", named(dates, of)),
    }
}

/// "A bad spell on 2 of 6 days: Tuesday and Sunday." Many days are not named, and their number stands there already.
fn on_some(what: &str, dates: &[NaiveDate], all: usize, of: usize) -> String {
    let names = match dates.len() {
        n if n <= MOST_NAMED => format!(": {}", named(dates, of)),
        _ => String::new(),
    };
    format!("{what} on {} of {}{names}.", dates.len(), days(all))
}

/// "Monday", "Monday and Friday", "6 days"
fn named_with_count(dates: &[NaiveDate], of: usize) -> String {
    match dates.len() {
        1 => named(dates, of),
        n if n <= MOST_NAMED => format!("{} ({})", days(n), named(dates, of)),
        n => days(n),
    }
}

fn day_on_day(both: DayOnDay) -> String {
    let DayOnDay {
        today,
        yesterday,
        is_first,
    } = both;
    match (today, yesterday) {
        (OneDay::Pain(now), OneDay::Pain(then)) => {
            let step = now - then;
            let said = match step {
                _ if step.abs() < 1.0 => "about the same".to_owned(),
                _ if step < 0.0 => format!("{} less", points(step)),
                _ => format!("{} more", points(step)),
            };
            format!(
                "Pain {} today, {} yesterday: {said}.",
                level(now),
                level(then)
            )
        }
        (OneDay::Free, OneDay::Free) => "No pain today, and none yesterday.".to_owned(),
        (today, OneDay::Empty) if is_first => format!(
            "{} This is your first day. Tomorrow you see the two side by side.",
            now(today)
        ),
        (OneDay::Empty, yesterday) => {
            format!("{} Nothing is noted for today yet.", then(yesterday))
        }
        (today, OneDay::Empty) => format!("{} Nothing is noted for yesterday.", now(today)),
        (today, yesterday) => format!("{} {}", now(today), then(yesterday)),
    }
}

fn now(day: OneDay) -> String {
    match day {
        OneDay::Pain(pain) => format!("Pain {} today.", level(pain)),
        OneDay::Free => "No pain today.".to_owned(),
        OneDay::NoNumber => "Today is noted, without a number for the pain.".to_owned(),
        OneDay::Empty => String::new(),
    }
}

fn then(day: OneDay) -> String {
    match day {
        OneDay::Pain(pain) => format!("Yesterday it was {}.", level(pain)),
        OneDay::Free => "Yesterday you had no pain.".to_owned(),
        OneDay::NoNumber => "Yesterday has a note without a number.".to_owned(),
        OneDay::Empty => String::new(),
    }
}

fn noted(n: usize, of: usize) -> String {
    match n {
        0 => format!(
            "Nothing is noted for these {of} days. That is fine. It says nothing about the pain."
        ),
        _ if n == of => format!("You noted all {of} days."),
        _ => format!("You noted {n} of {of} days."),
    }
}

fn few(levels: &[f64], dates: &[NaiveDate], least: usize, of: usize) -> String {
    let have = counted(levels.len(), "day has a number", "days have a number");
    let middle = format!("From {least} days on you see the middle.");
    if levels.len() > MOST_NAMED {
        let low = levels.iter().copied().fold(f64::MAX, f64::min);
        let high = levels.iter().copied().fold(f64::MIN, f64::max);
        return format!(
            "{have} for the pain, from {} to {}. {middle}",
            level(low),
            level(high)
        );
    }
    let each = levels.iter().zip(dates);
    let each: Vec<String> = each
        .map(|(pain, date)| {
            let on = if is_week(of) { "on " } else { "on the " };
            format!("{} {on}{}", level(*pain), day(*date, of))
        })
        .collect();
    format!("{have} for the pain: {}. {middle}", joined(&each))
}

/// "A headache on 2 days, none on 3. 1 noted day does not say."
fn yes_no(what: &str, none: &str, said: YesNo) -> String {
    let mut text = format!("{what} on {}", days(said.yes));
    if said.no > 0 {
        text += &format!(", {none} on {}", said.no);
    }
    text += ".";
    if said.unsaid > 0 {
        text += &format!(
            " {} not say.",
            counted(said.unsaid, "noted day does", "noted days do")
        );
    }
    text
}

fn harder_days(nights: &Nights) -> String {
    let Nights {
        from,
        harder,
        harder_poor,
        others,
        others_poor,
    } = *nights;
    // What it cannot show comes first: a reader who has the counts already believes them.
    format!(
        "{} cannot show whether sleep and pain go together; it may be chance. A poor night came before {harder_poor} of the {} with a pain of {} or more, and before {others_poor} of the {}.",
        days(harder + others),
        counted(harder, "harder day", "harder days"),
        level(from),
        counted(others, "other day", "other days"),
    )
}

fn against_limit(limit: &Limit, of: usize) -> String {
    let kind = limit.kind;
    let names = match limit.names.is_empty() {
        true => String::new(),
        false => format!(" ({})", limit.names.join(", ")),
    };
    let near = match limit.last_30 {
        n if n >= usize::from(kind.limit) => {
            " Ask your doctor or pharmacist how to stop or cut down."
        }
        n if n >= usize::from(kind.notice) => " You are close to that.",
        _ => "",
    };
    // Others may be stopped at once; what has an opioid in it may not.
    let slowly = match near.starts_with(" Ask") && may_be_an_opioid(kind.id) {
        true => " Never stop an opioid, such as codeine, suddenly.",
        false => "",
    };
    format!(
        "{}{names}: noted on {} of these {of}, and on {} of the last 30. In people who get headaches, {} days a month or more can bring more of them.{near}{slowly}",
        kind.name,
        days(limit.in_card),
        limit.last_30,
        kind.limit
    )
}

/// Whether a kind of painkiller is opioids, or has them in a mix.
fn may_be_an_opioid(kind: &str) -> bool {
    !matches!(kind, "simple" | "triptan" | "ergot")
}

fn could_do(n: usize, [most, some, little, lying]: [usize; 4]) -> String {
    let parts = [
        (most, "most things"),
        (some, "some things"),
        (little, "very little"),
        (lying, "mostly lying down"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, what)| format!("{what} on {count}"))
        .collect();
    format!("What you could do, from {}: {}.", days(n), joined(&parts))
}

fn not_yet(why: NotYet, of: usize) -> String {
    let what = if is_week(of) { "week" } else { "four weeks" };
    match why {
        NotYet::Empty => format!("Note your first day. After {of} days you see your {what} here."),
        NotYet::Until(date) => format!("You see your {what} here from {} on.", long_date(date)),
    }
}

fn counted_of(counted: &Counted) -> String {
    let Counted { with, without, .. } = *counted;
    if with.days.min(without.days) < LEAST_COUNTED {
        return format!(
            "{} with it, {} without. From {LEAST_COUNTED} days on each side you see the pain on both.",
            days(with.days),
            without.days
        );
    }
    let pain = |side: Side| match (side.middle, side.headaches) {
        (Some(middle), _) => format!("usual pain {}", level(middle)),
        (None, headaches) => format!("a headache on {headaches}"),
    };
    format!(
        "{} with it: {}. {} without it: {}. That may be chance.",
        days(with.days),
        pain(with),
        days(without.days),
        pain(without)
    )
}

/// How many days are missing until there is a comparison at all.
fn days_to_go(lack: Lack) -> Option<String> {
    let Lack::DaysLogged { have, need } = lack else {
        return None;
    };
    Some(format!(
        "{} so far. We compare from {need} on, so {} to go.",
        counted(have, "day with a note", "days with a note"),
        counted(need.saturating_sub(have), "day is", "days are")
    ))
}

/// What a comparison still lacks, beside the days.
pub fn missing(finding: &Finding) -> String {
    let lacks = finding.lacks.iter().map(|lack| match *lack {
        Lack::DaysLogged { have, need } => format!("{} more with a note", days(need - have)),
        Lack::DaysWith { have, need } => format!("{} more with it", days(need - have)),
        Lack::DaysWithout { have, need } => format!("{} more without it", days(need - have)),
        Lack::Spells { have, need } => format!(
            "{} more that it comes, because one long stretch is one event",
            counted(need - have, "time", "times")
        ),
        Lack::Onsets { have, need } => format!(
            "{} more",
            counted(need - have, "headache that begins", "headaches that begin")
        ),
        Lack::NothingVaries => "days that differ from each other".to_owned(),
    });
    lacks.collect::<Vec<_>>().join(", ")
}
