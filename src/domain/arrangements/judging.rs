//! Owns how something that was agreed is judged: by which number of the diary, on which day, and what that number was before
//! the visit and since.
//! May use: diary, `combinations.toml`, goals. Must not: wording; say that one thing came from another.

use super::{Agreement, Outcome};
use crate::domain::collections::InOrder;
use crate::domain::date::{Days, NaiveDate, days_between, days_up_to};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::{Day, days, median};
use crate::domain::diary::stats::{BLOCK_DAYS, MIN_DAYS_OF_BLOCK};
use crate::domain::plan::combinations::judge_of;
use crate::domain::treatments::search::trial_of;
use crate::knowledge::{Domain, Measure, Therapy, Word};

/// Days over which days are counted, and how many of them have to be known: as large a share as for a month in `noted`. Ours.
const COUNTED_DAYS: usize = 28;
const LEAST_COUNTED: usize = 20;
/// Weeks after which an option without a time of its own is looked back on (sentence K5).
const LOOK_BACK_WEEKS: u64 = 4;

/// A number of the diary by which something can be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiaryNumber {
    /// The middle of the days, 0 to 10.
    UsualPain,
    WorstPain,
    /// How much pain got in the way, 0 to 10.
    Interference,
    /// 0 very badly, 10 very well.
    Sleep,
    /// 0 very low, 10 very good.
    Mood,
    /// Minutes of moving on a day.
    Activity,
    /// Days with a headache.
    HeadacheDays,
    /// Days with medicine for the pain.
    MedicineDays,
    /// Days on which something was done that matters to the person.
    DaysThatMattered,
}

/// What the diary says of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The middle of the days; of [`DiaryNumber::is_count`] how many of the known days.
    pub number: f64,
    /// Days on which it is known, of how many.
    pub days: usize,
    pub of: usize,
}

/// The diary has too few days to say a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFew {
    pub have: usize,
    pub least: usize,
}

impl DiaryNumber {
    /// Every number, in the order in which they are offered.
    pub const ALL: [DiaryNumber; 9] = [
        DiaryNumber::UsualPain,
        DiaryNumber::WorstPain,
        DiaryNumber::Interference,
        DiaryNumber::Sleep,
        DiaryNumber::Mood,
        DiaryNumber::Activity,
        DiaryNumber::HeadacheDays,
        DiaryNumber::MedicineDays,
        DiaryNumber::DaysThatMattered,
    ];

    /// Whether days are counted, instead of a middle of the days.
    pub fn is_count(self) -> bool {
        matches!(
            self,
            Self::HeadacheDays | Self::MedicineDays | Self::DaysThatMattered
        )
    }

    fn of_field(field: Measure) -> Option<Self> {
        Some(match field {
            Measure::PainAvg => Self::UsualPain,
            Measure::PainWorst => Self::WorstPain,
            Measure::Interference => Self::Interference,
            Measure::SleepQuality => Self::Sleep,
            Measure::Mood => Self::Mood,
            Measure::Activity => Self::Activity,
            Measure::Medicines => Self::MedicineDays,
            Measure::HeadDay | Measure::HeadReliefTwoHours => Self::HeadacheDays,
            Measure::DidMatter => Self::DaysThatMattered,
            _ => return None,
        })
    }

    fn of_goal(goal: &str) -> Option<Self> {
        Some(match goal {
            "sleep_better" => Self::Sleep,
            "walk_further" | "sport" => Self::Activity,
            "mood_stress" => Self::Mood,
            "fewer_tablets" => Self::MedicineDays,
            "fewer_bad_days" => Self::WorstPain,
            "work" | "lift_garden_house" | "sit_drive" => Self::Interference,
            "family_social" | "intimacy" => Self::DaysThatMattered,
            _ => return None,
        })
    }

    /// What the days up to `last` say, at most as far back as the number needs and never before `first`.
    pub fn read(
        self,
        entries: &[Entry],
        first: Option<NaiveDate>,
        last: NaiveDate,
    ) -> Result<Reading, TooFew> {
        let (most, least) = match self.is_count() {
            true => (COUNTED_DAYS, LEAST_COUNTED),
            false => (BLOCK_DAYS, MIN_DAYS_OF_BLOCK),
        };
        // Cut before it becomes a usize, which has 32 bits in the browser.
        let most = most as i64;
        let since = first.map_or(most, |first| days_between(first, last) + 1);
        let of = since.clamp(0, most) as usize;
        let mut known = self.by_day(entries, last, of);
        let have = known.len();
        if have < least {
            return Err(TooFew { have, least });
        }
        let number = match self.is_count() {
            true => known.iter().sum(),
            false => median(&mut known).unwrap_or_default(),
        };
        Ok(Reading {
            number,
            days: have,
            of,
        })
    }

    /// The number of each day on which it is known; 1 and 0 for yes and no.
    fn by_day(self, entries: &[Entry], last: NaiveDate, count: usize) -> Vec<f64> {
        let yes_no = |said: bool| f64::from(u8::from(said));
        let of_days = |read: &dyn Fn(&Day) -> Option<f64>| {
            let days = days(entries, last, count as u64);
            days.iter().filter_map(read).collect::<Vec<f64>>()
        };
        let of_entries = |read: &dyn Fn(&Entry) -> Option<f64>, add: fn(f64, f64) -> f64| {
            let of_day = |date: NaiveDate| {
                let of_day = entries.iter().filter(|entry| entry.date == date);
                of_day.filter_map(read).reduce(add)
            };
            days_up_to(last, count as u64)
                .filter_map(of_day)
                .collect::<Vec<f64>>()
        };
        // Of two notes about one night or day the first counts, as in `noted`.
        let first: fn(f64, f64) -> f64 = |first, _| first;
        match self {
            Self::UsualPain => of_days(&|day| day.usual),
            Self::WorstPain => of_days(&|day| day.worst.map(f64::from)),
            Self::HeadacheDays => of_days(&|day| day.headache.map(yes_no)),
            Self::MedicineDays => of_days(&|day| day.took_medicine.map(yes_no)),
            Self::Interference => {
                of_entries(&|entry| entry.scales.interference.map(f64::from), first)
            }
            Self::Sleep => of_entries(&|entry| entry.scales.sleep.map(f64::from), first),
            Self::Mood => of_entries(&|entry| entry.scales.mood.map(f64::from), first),
            Self::Activity => of_entries(&|entry| entry.activity_min.map(f64::from), |a, b| a + b),
            Self::DaysThatMattered => of_entries(&|entry| entry.did_matter.map(yes_no), f64::max),
        }
    }
}

/// The numbers that suit an option and the goals of the person, the best first; never empty, each once.
/// What the fact base judges the option by comes first, and of that what a goal is about.
pub fn suggested(therapy: Option<&Therapy>, goals: &[Word]) -> Vec<DiaryNumber> {
    let of_goals: Vec<DiaryNumber> = goals
        .iter()
        .filter_map(|goal| DiaryNumber::of_goal(goal.text()))
        .collect();
    let judge = therapy.and_then(judge_of);
    let fields = judge.map_or(&[][..], |judge| judge.measures);
    let mut offered: Vec<DiaryNumber> = fields
        .iter()
        .filter_map(|field| DiaryNumber::of_field(*field))
        .collect();
    if offered.is_empty() {
        offered = of_goals.clone();
        offered.extend(match therapy.map(|therapy| therapy.domain) {
            Some(Domain::Movement) => Some(DiaryNumber::Activity),
            Some(Domain::Mind) => Some(DiaryNumber::Mood),
            _ => None,
        });
        offered.push(DiaryNumber::UsualPain);
    }
    let mut numbers: Vec<DiaryNumber> = Vec::new();
    for number in offered {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers.put_in_order_by_key(|number| !of_goals.contains(number));
    numbers
}

/// The first day on which an option can fairly be judged when it begins on a day: the first week of the fact base, and not
/// before a fair trial is over. None when the calendar ends.
pub fn day_to_judge(therapy: Option<&Therapy>, begins: NaiveDate) -> Option<NaiveDate> {
    let judged = therapy.and_then(judge_of).and_then(|judge| judge.weeks);
    let fair = therapy.and_then(trial_of).and_then(|trial| trial.weeks);
    let weeks = match (judged.map(|(first, _)| u64::from(first)), fair) {
        (Some(first), Some(fair)) => first.max(u64::from(fair)),
        (Some(first), None) => first,
        (None, Some(fair)) => u64::from(fair),
        (None, None) => LOOK_BACK_WEEKS,
    };
    begins.checked_add_days(Days::new(weeks * 7))
}

impl Agreement {
    /// The number by which it is judged; the usual pain while the person has not chosen.
    pub fn judged_by(&self) -> DiaryNumber {
        self.number.unwrap_or(DiaryNumber::UsualPain)
    }

    /// The first and the last day that [`Agreement::before_and_now`] looks at.
    pub fn days_to_read(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first = self.agreed.checked_sub_days(Days::new(COUNTED_DAYS as u64));
        (first.unwrap_or(self.agreed), self.judged_on(today))
    }

    /// The number in the last days before the visit, and in the latest days from it on, up to the day of the look back.
    pub fn before_and_now(
        &self,
        entries: &[Entry],
        today: NaiveDate,
    ) -> (Result<Reading, TooFew>, Result<Reading, TooFew>) {
        let number = self.judged_by();
        let before = self.agreed.pred_opt().unwrap_or(self.agreed);
        (
            number.read(entries, None, before),
            number.read(entries, Some(self.agreed), self.judged_on(today)),
        )
    }

    fn judged_on(&self, today: NaiveDate) -> NaiveDate {
        self.reviewed.unwrap_or(today).min(today)
    }

    /// Another day to judge. What was never done is open again until then.
    pub fn judge_on(&mut self, day: Option<NaiveDate>) {
        self.review = day;
        if self.outcome == Some(Outcome::NotDone) {
            (self.outcome, self.reviewed) = (None, None);
        }
    }
}
