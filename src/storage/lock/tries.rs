//! Owns how long somebody has to wait after wrong passphrases, so that nobody can try one after the other by hand.
//! May use: a back end, keys, the form of the count in shape. Must not: a clock, a browser, wording.
//!
//! It slows down whoever sits at the page. Whoever can copy the saved data tries elsewhere: against that there is only the
//! derivation of the key. The wait grows to five minutes and no further, so nobody is ever locked out for good.

use crate::storage::backend::Backend;
use crate::storage::keys;
use crate::storage::shape::SavedTries;

/// Wrong passphrases without a wait: typing goes wrong, more so on a bad day.
const FREE: u32 = 2;
const FIRST_WAIT_SECONDS: u32 = 5;
const LONGEST_WAIT_SECONDS: u32 = 300;

/// Seconds until the next passphrase may be tried; `now` in seconds since the start of 1970. A clock that was set back does
/// not make the wait longer.
pub fn wait_seconds(place: &dyn Backend, now: i64) -> u32 {
    let Some(tries) = tries(place) else { return 0 };
    let gone = now.abs_diff(tries.last);
    let wait = wait_after(tries.n_wrong);
    u32::try_from(u64::from(wait).saturating_sub(gone)).unwrap_or(0)
}

/// One more wrong passphrase. Returns the seconds to wait. Where it cannot be kept, it counts for this time only.
pub fn note_wrong_passphrase(place: &dyn Backend, now: i64) -> u32 {
    let n_wrong = tries(place).map_or(0, |tries| tries.n_wrong);
    let tries = SavedTries {
        n_wrong: n_wrong.saturating_add(1),
        last: now,
    };
    let _ = place.set(keys::TRIES, &tries.text());
    wait_after(tries.n_wrong)
}

/// The right passphrase came.
pub fn forget_wrong_passphrases(place: &dyn Backend) {
    if matches!(place.get(keys::TRIES), Ok(Some(_))) {
        // What stays makes the next wrong passphrase wait longer, no more.
        let _ = place.remove(keys::TRIES);
    }
}

fn tries(place: &dyn Backend) -> Option<SavedTries> {
    SavedTries::parse(&place.get(keys::TRIES).ok()??)
}

/// 5 seconds after the third wrong passphrase in a row, then twice as long each time.
fn wait_after(n_wrong: u32) -> u32 {
    match n_wrong.checked_sub(FREE + 1) {
        None => 0,
        Some(n_more) => FIRST_WAIT_SECONDS
            .checked_shl(n_more)
            .filter(|_| n_more < 16)
            .map_or(LONGEST_WAIT_SECONDS, |wait| wait.min(LONGEST_WAIT_SECONDS)),
    }
}
