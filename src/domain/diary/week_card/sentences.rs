//! Owns which sentences some days give, and in which order. May use: entries, series, medicine days.
//! Must not: a middle of too few numbers, or a count of what was not asked.

use super::{Nights, Says, Sentence, YesNo, medicines};
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::{CanDo, Entry};
use crate::domain::diary::insight::table::POOR_SLEEP_MAX;
use crate::domain::diary::series::{Day, median};
use crate::domain::diary::weeks::LEAST_DAYS_OF_WEEK;
use crate::domain::ids::TherapyId;

/// Days that each side of a comparison needs. Ours, by simulation: with two, 14 of 100 people without any effect see
/// "always on the one side, never on the other" on one of five looks in half a year.
const LEAST_EACH: usize = 3;
/// Notes in the person's words on a card, and the letters of the longest: a card is read in a minute. Ours.
const MOST_NOTES: usize = 3;
const MOST_LETTERS: usize = 300;
/// Different things done that a card names. Ours.
const MOST_DONE: usize = 6;

/// The sentences of some days that end with `last`.
pub fn of(days: &[Day], entries: &[Entry], last: NaiveDate) -> Vec<Sentence> {
    let first = days.first().map_or(last, |day| day.date);
    // In the order of the days, whatever the order of the entries is.
    let mut of_card: Vec<&Entry> = Vec::new();
    for day in days {
        of_card.extend(entries.iter().filter(|entry| entry.date == day.date));
    }
    let mut all = Vec::new();
    about_notes(days, &mut all);
    about_pain(days, &mut all);
    about_nights(days, &of_card, &mut all);
    about_medicines(days, &mut all);
    all.extend(medicines::limits(entries, first, last));
    about_doing(days, &of_card, &mut all);
    in_words(&of_card, &mut all);
    all
}

/// The days of which something holds.
fn dates(days: &[Day], is: impl Fn(&Day) -> bool) -> Vec<NaiveDate> {
    let days = days.iter().filter(|day| is(day));
    days.map(|day| day.date).collect()
}

/// A sentence, unless no day is behind it.
fn add(all: &mut Vec<Sentence>, days: Vec<NaiveDate>, says: Says) {
    if !days.is_empty() {
        all.push(Sentence { says, days });
    }
}

fn about_notes(days: &[Day], all: &mut Vec<Sentence>) {
    all.push(Sentence {
        says: Says::Noted { of: days.len() },
        days: dates(days, |day| day.logged),
    });
    add(all, dates(days, |day| day.late), Says::Late);
}

fn about_pain(days: &[Day], all: &mut Vec<Sentence>) {
    let noted = dates(days, |day| day.logged);
    let free = dates(days, |day| day.pain_free);
    let with_number = dates(days, |day| day.usual.is_some());
    let mut levels: Vec<f64> = days.iter().filter_map(|day| day.usual).collect();
    // Four of seven days, and as large a share of a month.
    let least = (days.len() * LEAST_DAYS_OF_WEEK).div_ceil(7);
    if levels.is_empty() {
        add(all, noted, Says::NoNumber);
        return;
    }
    if free.len() == noted.len() {
        add(all, free, Says::AllFree);
        return;
    }
    let n_noted = noted.len();
    if levels.len() < least {
        add(all, with_number, Says::Few { levels, least });
    } else if let Some(middle) = median(&mut levels) {
        // Sorted by now.
        let (low, high) = (levels[0], levels[levels.len() - 1]);
        let of = levels.len();
        add(all, with_number, Says::Usual { middle, low, high });
        let worsts = days.iter().filter_map(|day| day.worst);
        let (worst, n_worsts) = (worsts.clone().max(), worsts.count());
        if let Some(level) = worst {
            let had_it = dates(days, |day| day.worst == Some(level));
            add(
                all,
                had_it,
                Says::Worst {
                    level,
                    of: n_worsts,
                },
            );
        }
        if low < high && low > 0.0 {
            let had_it = dates(days, |day| day.usual == Some(low));
            add(all, had_it, Says::Best { level: low, of });
        }
    }
    add(all, free, Says::Free { of: n_noted });
    let spells = dates(days, |day| day.flare);
    add(all, spells, Says::Spells { of: n_noted });
    let said = yes_no(days, |day| day.headache);
    if said.yes > 0 {
        add(
            all,
            dates(days, |day| day.headache == Some(true)),
            Says::Headache(said),
        );
    }
}

fn yes_no(days: &[Day], said: impl Fn(&Day) -> Option<bool>) -> YesNo {
    let noted = days.iter().filter(|day| day.logged);
    let count = |is: Option<bool>| noted.clone().filter(|day| said(day) == is).count();
    YesNo {
        yes: count(Some(true)),
        no: count(Some(false)),
        unsaid: count(None),
    }
}

/// How the night before each day was; of two notes about one the first.
fn about_nights(days: &[Day], entries: &[&Entry], all: &mut Vec<Sentence>) {
    let mut nights: Vec<(NaiveDate, u8)> = Vec::new();
    for entry in entries {
        let is_known = nights.last().is_some_and(|(date, _)| *date == entry.date);
        if let (Some(sleep), false) = (entry.scales.sleep, is_known) {
            nights.push((entry.date, sleep));
        }
    }
    let mut levels: Vec<f64> = nights.iter().map(|(_, sleep)| f64::from(*sleep)).collect();
    let Some(middle) = median(&mut levels) else {
        return;
    };
    let poor = nights.iter().filter(|(_, sleep)| is_poor(*sleep)).count();
    add(
        all,
        nights.iter().map(|(date, _)| *date).collect(),
        Says::Sleep { middle, poor },
    );
    // Pain and the night before it, of the days that have both.
    let both = days.iter().filter_map(|day| {
        let (_, sleep) = nights.iter().find(|(date, _)| *date == day.date)?;
        Some((day.date, day.usual?, is_poor(*sleep)))
    });
    let both: Vec<(NaiveDate, f64, bool)> = both.collect();
    let mut usual: Vec<f64> = both.iter().map(|(_, usual, _)| *usual).collect();
    let Some(middle) = median(&mut usual) else {
        return;
    };
    let count = |harder: bool, poor: bool| {
        let side = both
            .iter()
            .filter(|(_, usual, _)| (*usual > middle) == harder);
        side.filter(|(_, _, was_poor)| *was_poor || !poor).count()
    };
    let nights = Nights {
        from: usual
            .iter()
            .copied()
            .find(|usual| *usual > middle)
            .unwrap_or(middle),
        harder: count(true, false),
        harder_poor: count(true, true),
        others: count(false, false),
        others_poor: count(false, true),
    };
    // Without a poor night, or with poor ones alone, there is nothing to compare.
    let n_poor = nights.harder_poor + nights.others_poor;
    if nights.harder >= LEAST_EACH
        && nights.others >= LEAST_EACH
        && (1..both.len()).contains(&n_poor)
    {
        add(
            all,
            both.iter().map(|(date, _, _)| *date).collect(),
            Says::Nights(nights),
        );
    }
}

fn is_poor(sleep: u8) -> bool {
    sleep <= POOR_SLEEP_MAX
}

fn about_medicines(days: &[Day], all: &mut Vec<Sentence>) {
    let said = yes_no(days, |day| day.took_medicine);
    let answered = dates(days, |day| day.took_medicine.is_some());
    add(all, answered, Says::Took(said));
}

fn about_doing(days: &[Day], entries: &[&Entry], all: &mut Vec<Sentence>) {
    let of_day = |day: &Day| {
        let date = day.date;
        entries.iter().filter(move |entry| entry.date == date)
    };
    // Of several notes about one day the last counts.
    let could: Vec<(NaiveDate, CanDo)> = days
        .iter()
        .filter_map(|day| {
            Some((
                day.date,
                of_day(day).filter_map(|entry| entry.can_do).next_back()?,
            ))
        })
        .collect();
    let count = |what: CanDo| could.iter().filter(|(_, could)| *could == what).count();
    let says = Says::CanDo {
        most: count(CanDo::Most),
        some: count(CanDo::Some),
        little: count(CanDo::Little),
        lying: count(CanDo::LyingDown),
    };
    add(all, could.iter().map(|(date, _)| *date).collect(), says);

    let mattered = |day: &Day| {
        let said = of_day(day).filter_map(|entry| entry.did_matter);
        said.reduce(|one, other| one || other)
    };
    let said = yes_no(days, mattered);
    add(
        all,
        dates(days, |day| mattered(day).is_some()),
        Says::Mattered(said),
    );

    let minutes = |day: &Day| {
        let minutes = of_day(day).filter_map(|entry| entry.activity_min);
        minutes.map(u32::from).sum::<u32>()
    };
    let moved = Says::Moved {
        minutes: days.iter().map(minutes).sum(),
    };
    add(all, dates(days, |day| minutes(day) > 0), moved);

    let planned = entries.iter().flat_map(|entry| {
        let done = entry.treatment_done.iter();
        done.map(|therapy| (therapy.as_str(), entry.date))
    });
    for (id, days) in most_often(planned) {
        add(all, days, Says::Planned(TherapyId::from(id)));
    }
    let did = entries.iter().flat_map(|entry| {
        let words = entry.activities.iter();
        words.map(|words| (words.trim(), entry.date))
    });
    for (words, days) in most_often(did.filter(|(words, _)| !words.is_empty())) {
        add(all, days, Says::Did(words.to_owned()));
    }
}

/// What was named on most days, with its days.
fn most_often<'a>(
    named: impl Iterator<Item = (&'a str, NaiveDate)>,
) -> Vec<(&'a str, Vec<NaiveDate>)> {
    let mut all: Vec<(&str, Vec<NaiveDate>)> = Vec::new();
    for (name, date) in named {
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, days)) if days.last() == Some(&date) => {}
            Some((_, days)) => days.push(date),
            None => all.push((name, vec![date])),
        }
    }
    let mut most = Vec::new();
    while most.len() < MOST_DONE {
        // Of several the one that came first.
        let best = (0..all.len()).rev().max_by_key(|place| all[*place].1.len());
        let Some(best) = best else { break };
        most.push(all.remove(best));
    }
    most
}

/// The last notes that are short enough, oldest first.
fn in_words(entries: &[&Entry], all: &mut Vec<Sentence>) {
    let mut notes: Vec<(NaiveDate, &str)> = entries
        .iter()
        .map(|entry| (entry.date, entry.note.trim()))
        .filter(|(_, note)| !note.is_empty() && note.chars().count() <= MOST_LETTERS)
        .collect();
    notes.drain(..notes.len().saturating_sub(MOST_NOTES));
    for (date, note) in notes {
        add(all, vec![date], Says::Note(note.to_owned()));
    }
}
