//! Owns when to ask whether a medicine helped: two hours after it, and not after a day.
//! May use: entries, moments. Must not: a clock.

use super::told;
use crate::domain::date::days_between;
use crate::domain::diary::attack::Moment;
use crate::domain::diary::entry::{Entry, Taken};

/// Minutes after which a medicine for an attack is judged (`ihs_em2020:K`).
pub const ASK_AFTER_MIN: i64 = 120;
/// Minutes after which nobody remembers well enough. Ours.
const ASK_UNTIL_MIN: i64 = 24 * 60;

/// The latest medicine that can be asked about now: its entry, and its place in it.
/// Only what was taken as needed, at a known time, and not yet answered.
pub fn to_ask(entries: &[Entry], now: Moment) -> Option<(&Entry, usize)> {
    let open = entries.iter().flat_map(|entry| {
        let taken = entry.medicines.iter().enumerate();
        taken.filter_map(move |(place, taken)| {
            let minute = taken
                .minute
                .filter(|_| !taken.regular && taken.relief.is_none() && is_taken(entry, taken))?;
            let days = days_between(entry.date, now.date);
            let ago = days * 24 * 60 + i64::from(now.minute) - i64::from(minute);
            (ASK_AFTER_MIN..=ASK_UNTIL_MIN)
                .contains(&ago)
                .then_some((ago, entry, place))
        })
    });
    let latest = open.min_by_key(|(ago, _, _)| *ago);
    latest.map(|(_, entry, place)| (entry, place))
}

/// Nobody is asked whether "none" helped.
fn is_taken(entry: &Entry, taken: &Taken) -> bool {
    entry.took_medicine != Some(false) && told::is_taken(taken)
}
