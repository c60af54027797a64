//! Owns what a diary says about the factors a person chose to watch, and how sure that is.
//! May use: the diary's entries, dates, seeded randomness. Must not: wording, advice, the word "cause".
//!
//! The method, and why it differs from the first design, is in ARCHITECTURE.md ("Findings in the diary").

pub mod change;
pub mod counts;
pub mod discovery;
pub mod power;
pub mod regress;
pub mod shuffle;
pub mod simulate;
pub mod table;
pub mod trial;

use self::counts::{Counted, counts};
use self::regress::{Estimate, Pair, Partial};
use self::table::{Outcome, Table};
use crate::domain::ids::FactorId;
use crate::domain::random::Random;

/// The most factors that one person watches (`diary_and_outcomes.md`, 4.1).
/// With more, chance alone would be found too often, or nothing at all.
pub const MOST_FACTORS: usize = 6;
/// Days with an entry before anything is computed (4.3).
pub const LEAST_DAYS: usize = 60;
/// Headaches that begin after a day without one before anything is computed (4.3, `holsteen_thesis`).
pub const LEAST_ONSETS: usize = 24;
/// Usable days with the factor, and without it, before anything is computed (4.3).
pub const LEAST_EACH: usize = 10;
/// Times that a factor must have come anew. Ours: one long stretch is one event, however many days it has.
pub const LEAST_SPELLS: usize = 5;
/// At most this share of what "stands out" may be chance (Benjamini and Hochberg 1995, `bh1995:K`).
/// The first design says 0.10; 0.05 keeps a diary without any link below one in ten also with its other rules.
pub const FALSE_SHARE: f64 = 0.05;
/// New days in which a finding has to hold before it counts as held up (4.8).
pub const NEW_DAYS: usize = 30;
/// One-sided chance level for the new days alone. Ours: thirty days are few.
pub const NEW_DAYS_LEVEL: f64 = 0.10;
/// Usable new days with and without the factor that this needs. Ours.
const LEAST_NEW_EACH: usize = 4;
/// Days that are looked at, up to the last entry. Ours: bodies and lives change, and a phone has to do it while one waits.
pub const MOST_DAYS: usize = 365;

/// When the factor was there, seen from the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lag {
    /// On the same day: which came first is unknown, so that it is never called a trigger (4.4).
    SameDay,
    /// The day before.
    NextDay,
}

/// What may be said about a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It stood out, and then held in 30 new days.
    HeldUp,
    /// More than chance explains, so far.
    StandsOut,
    /// Enough days, no link found. `faded` when it stood out a month ago.
    None { faded: bool },
    /// Too early to say.
    NotEnough,
}

/// Something of which there is not enough yet: how much there is, and how much is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    DaysLogged {
        have: usize,
        need: usize,
    },
    DaysWith {
        have: usize,
        need: usize,
    },
    DaysWithout {
        have: usize,
        need: usize,
    },
    Spells {
        have: usize,
        need: usize,
    },
    Onsets {
        have: usize,
        need: usize,
    },
    /// The outcome or the factor follows from what is taken out, for instance because the pain was always the same.
    NothingVaries,
}

/// The days behind a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Compared {
    /// Pairs of neighbouring days in which everything needed was logged.
    pub n: usize,
    pub n_with: usize,
    pub n_without: usize,
    /// Plain means of the outcome: points of pain, or share of days on which a headache began.
    pub mean_with: f64,
    pub mean_without: f64,
}

/// One factor at one lag.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub factor: FactorId,
    pub lag: Lag,
    pub compared: Compared,
    /// Difference that goes with the factor, with its 95 % interval; none while there is not enough.
    /// Points of pain from −10 to 10, or difference in the share of days on which a headache began.
    pub estimate: Option<Estimate>,
    /// How often chance alone does as much in this diary.
    pub p: Option<f64>,
    /// The same, after all comparisons of this diary were counted in.
    pub q: Option<f64>,
    pub verdict: Verdict,
    /// Why there is not enough; empty otherwise.
    pub lacks: Vec<Lack>,
}

/// All findings of a diary, each factor at each lag, in the order of the factors.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    pub outcome: Outcome,
    /// Days with an entry, of the days that were looked at.
    pub days_logged: usize,
    pub days: usize,
    pub findings: Vec<Finding>,
    /// Plain counts of each factor, in the same order.
    pub counts: Vec<Counted>,
}

/// What is known about one factor at one lag over some days.
struct Tested {
    pairs: Vec<Pair>,
    compared: Compared,
    lacks: Vec<Lack>,
    partial: Option<Partial>,
    p: Option<f64>,
    q: Option<f64>,
}

/// Looks for links between the factors and the outcome. The same table and seed give the same findings.
pub fn analyse(table: &Table, seed: u64) -> Findings {
    let n_before = table.days.len().saturating_sub(NEW_DAYS);
    let earlier = tested(&table.first_days(n_before), seed);
    let now = tested(table, seed);
    let findings = now
        .into_iter()
        .zip(earlier)
        .map(|((factor, lag, now), (_, _, earlier))| {
            let holds = holds_in_new_days(&now, &earlier, n_before, seed);
            let verdict = match (stands_out(&now), stands_out(&earlier), holds) {
                _ if now.p.is_none() => Verdict::NotEnough,
                (true, true, Some(true)) => Verdict::HeldUp,
                (true, _, _) => Verdict::StandsOut,
                (false, faded, _) => Verdict::None { faded },
            };
            Finding {
                factor,
                lag,
                compared: now.compared,
                estimate: now.partial.as_ref().map(Partial::estimate),
                p: now.p,
                q: now.q,
                verdict,
                lacks: now.lacks,
            }
        })
        .collect();
    Findings {
        outcome: table.outcome,
        days_logged: table.n_logged(),
        days: table.days.len(),
        findings,
        counts: counts(table),
    }
}

/// Every factor at both lags.
fn tested(table: &Table, seed: u64) -> Vec<(FactorId, Lag, Tested)> {
    let n_logged = table.n_logged();
    let n_onsets = table.n_onsets();
    let mut all = Vec::new();
    for (place, factor) in table.factors.iter().take(MOST_FACTORS).enumerate() {
        for lag in [Lag::NextDay, Lag::SameDay] {
            let pairs = table.pairs(place, lag);
            let compared = compared(&pairs);
            let mut lacks = lacks(&pairs, compared);
            if n_logged < LEAST_DAYS {
                let (have, need) = (n_logged, LEAST_DAYS);
                lacks.insert(0, Lack::DaysLogged { have, need });
            }
            if table.outcome == Outcome::HeadacheOnset && n_onsets < LEAST_ONSETS {
                let (have, need) = (n_onsets, LEAST_ONSETS);
                lacks.push(Lack::Onsets { have, need });
            }
            let partial = lacks.is_empty().then(|| Partial::of(&pairs)).flatten();
            if lacks.is_empty() && partial.is_none() {
                lacks.push(Lack::NothingVaries);
            }
            let p = partial.as_ref().map(|partial| {
                let task = place as u64 * 2 + u64::from(lag == Lag::SameDay);
                shuffle::p_two_sided(partial, &mut Random::of_task(seed, task))
            });
            let tested = Tested {
                pairs,
                compared,
                lacks,
                partial,
                p,
                q: None,
            };
            all.push((factor.clone(), lag, tested));
        }
    }
    let ps: Vec<Option<f64>> = all.iter().map(|(_, _, tested)| tested.p).collect();
    for ((_, _, tested), q) in all.iter_mut().zip(discovery::adjusted(&ps)) {
        tested.q = q;
    }
    all
}

fn stands_out(tested: &Tested) -> bool {
    tested.q.is_some_and(|q| q <= FALSE_SHARE)
}

/// Whether what stood out before the new days goes the same way in the new days alone. None when these are too few.
fn holds_in_new_days(now: &Tested, earlier: &Tested, n_before: usize, seed: u64) -> Option<bool> {
    if !stands_out(earlier) {
        return None;
    }
    let before = earlier.partial.as_ref()?.estimate().effect;
    let new = now.pairs.iter().filter(|pair| pair.day >= n_before);
    let new: Vec<Pair> = new.copied().collect();
    let counted = compared(&new);
    if counted.n_with.min(counted.n_without) < LEAST_NEW_EACH {
        return None;
    }
    let partial = Partial::of(&new)?;
    let mut random = Random::of_task(seed, u64::MAX);
    let p = shuffle::p_one_sided(&partial, before, &mut random);
    Some(p <= NEW_DAYS_LEVEL)
}

fn compared(pairs: &[Pair]) -> Compared {
    let mean_of = |with: bool| {
        let (mut n, mut sum) = (0_usize, 0.0);
        for pair in pairs.iter().filter(|pair| pair.factor == with) {
            n += 1;
            sum += pair.outcome;
        }
        (n, if n == 0 { 0.0 } else { sum / n as f64 })
    };
    let (n_with, mean_with) = mean_of(true);
    let (n_without, mean_without) = mean_of(false);
    Compared {
        n: pairs.len(),
        n_with,
        n_without,
        mean_with,
        mean_without,
    }
}

fn lacks(pairs: &[Pair], compared: Compared) -> Vec<Lack> {
    let need = LEAST_EACH;
    let mut lacks = Vec::new();
    if compared.n_with < need {
        let have = compared.n_with;
        lacks.push(Lack::DaysWith { have, need });
    }
    if compared.n_without < need {
        let have = compared.n_without;
        lacks.push(Lack::DaysWithout { have, need });
    }
    let comes_anew = |pairs: &[Pair]| pairs[1].factor && !pairs[0].factor;
    let begins_with = pairs.first().is_some_and(|pair| pair.factor);
    let n_spells = pairs.windows(2).filter(|pairs| comes_anew(pairs)).count();
    let have = n_spells + usize::from(begins_with);
    if have < LEAST_SPELLS {
        let need = LEAST_SPELLS;
        lacks.push(Lack::Spells { have, need });
    }
    lacks
}
