//! Owns size accounting in UTF-16 units and the warning levels.
//! May use: the standard library. Must not: a back end, wording.

/// What browsers let one origin keep in local storage: 5 Mi UTF-16 units, keys included.
/// It cannot be asked for, and browsers count differently (two bytes a unit, or one byte for plain text):
/// a save that is refused is believed over this figure.
pub const ASSUMED_QUOTA_UNITS: usize = 5 * 1024 * 1024;

/// The size of a text as browsers count it.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// How full the storage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below 70 %.
    Ample,
    /// From 70 %: time to say so.
    Filling,
    /// From 90 %: time to save a copy and make room.
    NearlyFull,
    /// Nothing more fits, by measure or because a save was refused for it.
    Full,
}

/// The state of the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Everything that this origin keeps, keys and texts.
    pub used_units: usize,
    pub quota_units: usize,
    pub level: Level,
    /// Changes that are only in memory because saving them failed.
    pub n_unsaved: usize,
}

/// The level for an amount out of a quota.
pub fn level(used_units: usize, quota_units: usize) -> Level {
    // Multiplied rather than divided, so that the borders are exact.
    let percent_of = |percent: usize| quota_units.saturating_mul(percent);
    match used_units.saturating_mul(100) {
        used if used >= percent_of(100) => Level::Full,
        used if used >= percent_of(90) => Level::NearlyFull,
        used if used >= percent_of(70) => Level::Filling,
        _ => Level::Ample,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_levels_begin_at_70_and_90_and_100_percent() {
        let expected = [
            (0, Level::Ample),
            (699, Level::Ample),
            (700, Level::Filling),
            (899, Level::Filling),
            (900, Level::NearlyFull),
            (999, Level::NearlyFull),
            (1000, Level::Full),
            (2000, Level::Full),
        ];
        for (used, wanted) in expected {
            assert_eq!(level(used, 1000), wanted, "{used} of 1000");
        }
    }

    #[test]
    fn a_face_outside_the_basic_plane_counts_two_units() {
        assert_eq!(units("aé😀"), 4);
    }
}
