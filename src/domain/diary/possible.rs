//! Owns whether an entry that comes from a file can be what a person noted: every number in its range.
//! May use: entries. Must not: judge, or ask a clock.

use super::attack::Moment;
use super::entry::Entry;

/// The most on a scale.
const MOST: u8 = 10;
const MINUTES_OF_DAY: u16 = 24 * 60;
/// Clocks are at most 14 hours ahead of world time, and 12 behind.
const MOST_AHEAD_MIN: i16 = 14 * 60;
const MOST_BEHIND_MIN: i16 = -12 * 60;

/// Whether every number of an entry is in its range.
pub fn is_possible(entry: &Entry) -> bool {
    let scales = &entry.scales;
    let levels = [
        entry.pain,
        entry.worst,
        scales.interference,
        scales.sleep,
        scales.mood,
        scales.fatigue,
        scales.stress,
        entry
            .side_effect
            .as_ref()
            .and_then(|effect| effect.strength),
    ];
    let mut levels = (levels.into_iter().flatten()).chain(entry.region_pain.values().copied());
    let moments = entry.attack.iter().flat_map(|attack| {
        let later = attack.still_going.into_iter().chain(attack.end);
        std::iter::once(attack.start).chain(later)
    });
    let mut medicines = entry.medicines.iter().filter_map(|taken| taken.minute);
    levels.all(|level| level <= MOST)
        && entry
            .activity_min
            .is_none_or(|minutes| minutes <= MINUTES_OF_DAY)
        && medicines.all(|minute| minute < MINUTES_OF_DAY)
        && moments.into_iter().all(can_be)
}

fn can_be(moment: Moment) -> bool {
    moment.minute < MINUTES_OF_DAY && (MOST_BEHIND_MIN..=MOST_AHEAD_MIN).contains(&moment.ahead_min)
}
