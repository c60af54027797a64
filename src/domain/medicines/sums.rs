//! Owns what the medicines of one day add up to, substance by substance, and where that stands against the limit.
//! May use: the reading of medicines, the table of substances. Must not: call a sum whole of which a part was not understood.

use super::amounts::Span;
use super::typed::{Gap, Typed};
use crate::knowledge::{SUBSTANCES, Substance, SubstanceKind};

/// One substance on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    pub substance: &'static Substance,
    /// Milligrams by the lowest and the highest sensible reading.
    pub mg: Span,
    /// What is not in the lowest reading, as it was typed, and why.
    pub gaps: Vec<(String, Gap)>,
    /// How many medicines hold it.
    pub count: usize,
    pub standing: DayStanding,
}

/// Where a day's sum stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayStanding {
    Within,
    /// More than a pack from the shop allows; a doctor may have said otherwise.
    OverPack,
    /// At the most for a day: nothing more on this day.
    AtMost,
    /// By the highest reading it is over the most for a day, by the lowest not.
    MayBeOver,
    /// Over the most for a day.
    OverMost,
}

impl Sum {
    /// Every part was understood, and can be read in one way only.
    pub fn is_exact(&self) -> bool {
        self.gaps.is_empty() && self.mg.least == self.mg.most
    }

    /// Nobody can say how much it was at most: "a packet".
    pub fn has_no_end(&self) -> bool {
        self.gaps
            .iter()
            .any(|(_, gap)| matches!(gap, Gap::NoEnd(_)))
    }

    /// It was more than some number, and nobody said how much more.
    pub fn is_at_least(&self) -> bool {
        self.gaps
            .iter()
            .any(|(_, gap)| matches!(gap, Gap::AtLeast(_)))
    }

    /// More than a label allows in a day, surely or perhaps.
    pub fn is_above_label(&self) -> bool {
        self.standing >= DayStanding::MayBeOver
    }
}

/// The sums of paracetamol and of each anti-inflammatory medicine, in the order of `substances.toml`.
pub fn sums<'a>(typed: impl IntoIterator<Item = &'a Typed>) -> Vec<Sum> {
    let typed: Vec<&Typed> = typed.into_iter().collect();
    let adds_up = |substance: &&Substance| {
        matches!(
            substance.kind,
            SubstanceKind::Paracetamol | SubstanceKind::Nsaid
        )
    };
    SUBSTANCES
        .iter()
        .filter(adds_up)
        .filter_map(|substance| sum(substance, &typed))
        .collect()
}

fn sum(substance: &'static Substance, typed: &[&Typed]) -> Option<Sum> {
    let mut sum = Sum {
        substance,
        mg: Span::one(0.0),
        gaps: Vec::new(),
        count: 0,
        standing: DayStanding::Within,
    };
    for typed in typed.iter().filter(|typed| !typed.is_nothing) {
        for content in typed
            .contents
            .iter()
            .filter(|content| content.substance == substance)
        {
            sum.count += 1;
            sum.mg = sum.mg.plus(content.mg);
            if let Some(gap) = &content.gap {
                sum.gaps.push((typed.text.clone(), gap.clone()));
            }
        }
    }
    sum.standing = standing(substance, &sum);
    (sum.count > 0).then_some(sum)
}

fn standing(substance: &Substance, sum: &Sum) -> DayStanding {
    let mg = sum.mg;
    // Thirds of tablets do not add up to the last digit.
    let above = |mg: f64, most: Option<f64>| most.is_some_and(|most| mg > most + 0.01);
    let at = |most: Option<f64>| most.is_some_and(|most| mg.least >= most - 0.01);
    if above(mg.least, substance.day_max_mg) {
        DayStanding::OverMost
    } else if above(mg.most, substance.day_max_mg)
        || sum.has_no_end() && substance.day_max_mg.is_some()
    {
        DayStanding::MayBeOver
    } else if at(substance.day_max_mg) {
        DayStanding::AtMost
    } else if above(mg.least, substance.pack_max_mg) {
        DayStanding::OverPack
    } else {
        DayStanding::Within
    }
}
