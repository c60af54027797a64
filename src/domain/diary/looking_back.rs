//! Owns how far one looks back, and how days, stretches and gaps become the points and lines of a chart.
//! May use: series, weeks. Must not: fill gaps, join over them, or measure a screen.

use super::series::Day;
use super::stats::Logged;
use super::weeks::{Bin, LEAST_DAYS_OF_WEEK, Stretch, means_of_7_days, stretches};
use crate::domain::date::{NaiveDate, days_between};

/// How far one looks back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Period {
    FourWeeks,
    #[default]
    ThreeMonths,
    Year,
    All,
}

/// The shortest and the longest look, in days: four weeks, and ten years.
const LEAST_DAYS: u64 = 28;
const MOST_DAYS: u64 = 3_654;
/// Up to so many days a chart shows each week; above, months of 28 days, or the points would run together on a phone.
const MOST_DAYS_BY_WEEK: usize = 371;

impl Period {
    pub const EACH: [Period; 4] = [
        Period::FourWeeks,
        Period::ThreeMonths,
        Period::Year,
        Period::All,
    ];

    /// Days to read, in whole weeks, when the diary began so many days ago. A young diary has no empty years before it.
    pub fn count(self, days_since_first: u64) -> u64 {
        let most = match self {
            Period::FourWeeks => LEAST_DAYS,
            Period::ThreeMonths => 13 * 7,
            Period::Year => 52 * 7,
            Period::All => MOST_DAYS,
        };
        let reached = days_since_first.div_ceil(7).saturating_mul(7);
        reached.clamp(LEAST_DAYS, most)
    }
}

/// The same days without the whole weeks before the first entry; four weeks stay.
pub fn from_first_entry(mut days: Vec<Day>) -> Vec<Day> {
    let empty = days.iter().take_while(|day| !day.logged).count();
    let spare = days.len().saturating_sub(LEAST_DAYS as usize);
    days.drain(..empty.min(spare) / 7 * 7);
    days
}

/// One point of the chart of pain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Where it stands, in days from the first one; the middle of a stretch.
    pub at: f64,
    pub mark: PointMark,
}

/// How a point is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PointMark {
    /// Usual pain, and the worst where it is higher.
    Pain {
        usual: f64,
        worst: Option<f64>,
        flare: bool,
    },
    /// A day that was said to be free of pain.
    Free,
    /// Nothing was logged, or too little for a middle value.
    Gap,
}

/// What the chart of pain shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PainPicture {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub logged: Logged,
    /// Days of one point: 1, 7 or 28.
    pub point_days: usize,
    pub points: Vec<Point>,
    /// The mean of 7 days, as lines that end at each gap: where, in days from the first one, and how high.
    /// Empty over more than a year, where it could not be told apart.
    pub lines: Vec<Vec<(f64, f64)>>,
    /// Week by week, or by 28 days: the same in numbers.
    pub stretches: Vec<Stretch>,
}

impl PainPicture {
    /// The picture of some days; nothing without a day. Each day is a point in four weeks, else each week, else 28 days.
    pub fn of(days: &[Day]) -> Option<Self> {
        let (first, last) = (days.first()?.date, days.last()?.date);
        let by_day = days.len() <= LEAST_DAYS as usize;
        let by_week = days.len() <= MOST_DAYS_BY_WEEK;
        let stretches = stretches(days, if by_week { 7 } else { 28 });
        let points = match by_day {
            true => (days.iter().enumerate())
                .filter_map(|(place, day)| point_of_day(place as f64, day))
                .collect(),
            false => (stretches.iter())
                .map(|stretch| point_of(stretch, first))
                .collect(),
        };
        Some(Self {
            first,
            last,
            logged: super::stats::logged(days),
            point_days: match (by_day, by_week) {
                (true, _) => 1,
                (false, true) => 7,
                (false, false) => 28,
            },
            points,
            lines: match by_week {
                true => lines(&means_of_7_days(days)),
                false => Vec::new(),
            },
            stretches,
        })
    }

    /// Where a day stands, in days from the first one; nothing outside.
    pub fn at(&self, date: NaiveDate) -> Option<f64> {
        (self.first..=self.last)
            .contains(&date)
            .then(|| days_between(self.first, date) as f64)
    }

    /// Days from the first to the last one.
    pub fn width(&self) -> f64 {
        days_between(self.first, self.last) as f64
    }

    /// The lowest and the highest middle value; nothing when no stretch has one.
    pub fn extent(&self) -> Option<(f64, f64)> {
        let medians = self.stretches.iter().filter_map(|stretch| stretch.median);
        medians.fold(None, |extent, value| {
            let (low, high) = extent.unwrap_or((value, value));
            Some((value.min(low), value.max(high)))
        })
    }

    /// Stretches with too few days for a middle value.
    pub fn n_gaps(&self) -> usize {
        (self.stretches.iter())
            .filter(|stretch| stretch.median.is_none())
            .count()
    }
}

fn point_of_day(at: f64, day: &Day) -> Option<Point> {
    let mark = match day.usual {
        _ if day.pain_free => PointMark::Free,
        Some(usual) => PointMark::Pain {
            usual,
            worst: higher(day.worst, usual),
            flare: day.flare,
        },
        None if !day.logged => PointMark::Gap,
        // Logged without a number: no point, and no gap either.
        None => return None,
    };
    Some(Point { at, mark })
}

fn point_of(stretch: &Stretch, first: NaiveDate) -> Point {
    let start = days_between(first, stretch.first) as f64;
    let mark = stretch
        .median
        .map_or(PointMark::Gap, |usual| PointMark::Pain {
            usual,
            worst: higher(stretch.worst, usual),
            flare: false,
        });
    Point {
        at: start + (stretch.days.saturating_sub(1)) as f64 / 2.0,
        mark,
    }
}

fn higher(worst: Option<u8>, usual: f64) -> Option<f64> {
    worst.map(f64::from).filter(|worst| *worst > usual)
}

/// The parts of a line between its gaps.
pub fn lines(values: &[Option<f64>]) -> Vec<Vec<(f64, f64)>> {
    let placed: Vec<Option<(f64, f64)>> = (values.iter().enumerate())
        .map(|(place, value)| value.map(|value| (place as f64, value)))
        .collect();
    let parts = placed.split(Option::is_none);
    parts
        .map(|part| part.iter().copied().flatten().collect::<Vec<_>>())
        .filter(|part| !part.is_empty())
        .collect()
}

/// How far the parts of a week or a day lie apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Apart {
    /// Fewer than two of them have enough numbers.
    TooFew,
    /// By less than most people notice.
    Alike,
    /// Their places, highest and lowest. Not a test: chance makes such differences too.
    Different { highest: Bin, lowest: Bin },
}

/// Points by which two parts have to differ before it is told: the smallest change that people notice (`salaffi2004`).
const LEAST_APART: f64 = 1.0;

/// Compares the highest with the lowest part.
pub fn apart(bins: &[Bin]) -> Apart {
    let known: Vec<(f64, Bin)> = (bins.iter())
        .filter_map(|bin| Some((bin.mean?, *bin)))
        .collect();
    let highest = known.iter().max_by(|one, other| one.0.total_cmp(&other.0));
    let lowest = known.iter().min_by(|one, other| one.0.total_cmp(&other.0));
    match (highest, lowest) {
        (Some((high, highest)), Some((low, lowest))) if known.len() > 1 => {
            if high - low < LEAST_APART {
                return Apart::Alike;
            }
            Apart::Different {
                highest: *highest,
                lowest: *lowest,
            }
        }
        _ => Apart::TooFew,
    }
}

/// Numbers that a part needs, for the words about it.
pub const LEAST_NUMBERS: usize = LEAST_DAYS_OF_WEEK;
