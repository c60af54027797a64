//! Owns the fair-trial detector: whether a treatment was tried for long enough, often enough and at a dose that was studied.
//! May use: records, `trials.toml`. Must not: advice, wording; a trial that was too short is a point for the talk.
//!
//! Only what the person stated is compared: without a number there is no mark. A treatment that helped needs none, and one
//! that was stopped for its side effects was not too short: the reason to stop was another.

use crate::domain::questionnaire::check::read_number;
use crate::domain::questionnaire::model::{Effect, Tried, Unit};
use crate::knowledge::{Cited, therapy};

use super::search::trial_of;

/// Why a trial may not count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doubt {
    /// Shorter than this many weeks.
    TooShort { least_weeks: u16 },
    /// Fewer than this many sessions, courses or injections.
    TooFew { least_sessions: u16 },
    /// Below the low end of the range that was studied, in milligrams a day.
    TooLow {
        substance: &'static str,
        least_mg: f64,
    },
}

/// A doubt with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    pub doubt: Doubt,
    pub sources: &'static [Cited],
}

/// Longest time and highest numbers that can be meant.
const MAX_LASTED: f64 = 600.0;
const MAX_SESSIONS: f64 = 1000.0;
const MAX_DOSE_MG: f64 = 20_000.0;

/// The reasons why "it did not help" may not count for this treatment; none when there is none.
pub fn doubts(tried: &Tried) -> Vec<Mark> {
    let judged = !matches!(tried.effect, Some(Effect::Helped | Effect::BadFor));
    let Some(trial) = therapy(tried.therapy.as_str())
        .filter(|_| judged && !tried.still_using)
        .and_then(trial_of)
    else {
        return Vec::new();
    };
    let too_short = trial
        .weeks
        .zip(weeks(tried))
        .filter(|(least, weeks)| *weeks < f64::from(*least))
        .map(|(least_weeks, _)| Doubt::TooShort { least_weeks });
    let too_few = trial
        .sessions
        .zip(number(&tried.sessions, MAX_SESSIONS))
        .filter(|(least, sessions)| *sessions < f64::from(*least))
        .map(|(least_sessions, _)| Doubt::TooFew { least_sessions });
    let named = format!("{} {}", tried.name, tried.detail).to_lowercase();
    let dose = match trial.doses {
        [only] => Some(only),
        // Of several substances the person must have named theirs.
        several => several.iter().find(|dose| named.contains(dose.name)),
    };
    let too_low = dose
        .zip(number(&tried.dose_mg, MAX_DOSE_MG))
        .filter(|(dose, mg)| *mg < dose.mg)
        .map(|(dose, _)| Doubt::TooLow {
            substance: dose.name,
            least_mg: dose.mg,
        });
    [too_short, too_few, too_low]
        .into_iter()
        .flatten()
        .map(|doubt| Mark {
            doubt,
            sources: trial.sources,
        })
        .collect()
}

/// How long it was tried, in weeks; unknown without a readable number.
pub fn weeks(tried: &Tried) -> Option<f64> {
    let days = match tried.lasted_unit {
        Unit::Days => 1.0,
        Unit::Weeks => 7.0,
        Unit::Months => 30.4,
        Unit::Years => 365.25,
    };
    number(&tried.lasted, MAX_LASTED).map(|lasted| lasted * days / 7.0)
}

/// Whether a typed number of the ledger cannot be meant.
pub fn is_odd(typed: &str, kind: LedgerNumber) -> bool {
    let most = match kind {
        LedgerNumber::Lasted => MAX_LASTED,
        LedgerNumber::Sessions => MAX_SESSIONS,
        LedgerNumber::DoseMg => MAX_DOSE_MG,
    };
    read_number(typed, 0.0, most).is_err()
}

/// The numbers of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerNumber {
    Lasted,
    Sessions,
    DoseMg,
}

fn number(typed: &str, most: f64) -> Option<f64> {
    read_number(typed, 0.0, most).ok().flatten()
}
