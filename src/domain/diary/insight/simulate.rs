//! Owns made-up diaries of which the truth is known: for tests, for the table of what a diary can find, for measuring.
//! May use: entries, seeded randomness. Must not: be shown to a person as theirs.

use crate::domain::collections::Gather;
use crate::domain::date::{Days, NaiveDate, NaiveTime};
use crate::domain::diary::entry::{About, CanDo, Entry, Scales, Taken};
use crate::domain::ids::{EntryId, FactorId, RegionId};
use crate::domain::random::Random;

/// How a made-up diary comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    pub seed: u64,
    pub first: NaiveDate,
    pub n_days: usize,
    /// Mean of the pain, standard deviation of a day, and how much of a day's distance from the mean
    /// is still there on the next day (the coefficient of an AR(1) series).
    pub level: f64,
    pub sd: f64,
    pub carry_over: f64,
    /// Points by which the level has risen at the end.
    pub drift: f64,
    /// Share of the days without any entry.
    pub missing: f64,
    pub n_factors: usize,
    /// Share of the days on which a factor is there, and how much it clings to what it was the day before (0 to 1).
    pub share: f64,
    pub clinging: f64,
    /// The truth: nothing, or one factor that adds points.
    pub effect: Option<Effect>,
    /// One entry a day, or several with places, medicines and notes as people write them.
    pub n_entries_a_day: usize,
}

/// What one factor truly does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Its place among the factors.
    pub factor: usize,
    /// Points that it adds to the pain.
    pub points: f64,
    /// On the day after, or on the same day.
    pub next_day: bool,
}

impl Default for Made {
    /// The diary of the simulations: half a year, one day in five missing, six factors, no effect.
    fn default() -> Self {
        Self {
            seed: 1,
            first: NaiveDate::default(),
            n_days: 180,
            level: 5.0,
            sd: 1.5,
            carry_over: 0.5,
            drift: 0.0,
            missing: 0.2,
            n_factors: 6,
            share: 0.3,
            clinging: 0.0,
            effect: None,
            n_entries_a_day: 1,
        }
    }
}

const REGIONS: [&str; 6] = [
    "back-lower-back-left",
    "back-lower-back-right",
    "back-buttock-left",
    "back-thigh-left",
    "front-head-left",
    "back-neck-right",
];
const MEDICINES: [(&str, &str); 4] = [
    ("Ibuprofen 400 mg", "1"),
    ("Paracetamol 500 mg", "2"),
    ("Amitriptyline 10 mg", "1"),
    ("Diclofenac gel", "some"),
];
const NOTES: [&str; 6] = [
    "Long drive, stiff when I got out of the car.",
    "Slept badly, woke at four and could not get back to sleep.",
    "Better after the short walk.",
    "Physio today: new exercise, a bit sore afterwards, wait and see how tomorrow goes.",
    "Migraine coming, went to lie down in the dark.",
    "Cooked dinner for everyone! Paid for it in the evening, worth it though.",
];

impl Made {
    /// The entries, oldest first.
    pub fn entries(&self) -> Vec<Entry> {
        let mut random = Random::seeded(self.seed);
        let mut entries = Vec::new();
        let mut distance = self.sd * random.normal();
        let mut factors: Vec<bool> = (0..self.n_factors)
            .map(|_| random.chance(self.share))
            .collect();
        for day in 0..self.n_days {
            let before = factors.clone();
            for factor in &mut factors {
                if !random.chance(self.clinging) {
                    *factor = random.chance(self.share);
                }
            }
            let fresh = (1.0 - self.carry_over * self.carry_over).sqrt();
            distance = self.carry_over * distance + fresh * self.sd * random.normal();
            let date = self.first.checked_add_days(Days::new(day as u64));
            let (Some(date), false) = (date, random.chance(self.missing)) else {
                continue;
            };
            let drifted = self.drift * day as f64 / self.n_days as f64;
            let pain = self.level + drifted + distance + self.added(&before, &factors);
            let mut of_day = self.whole_day(date, pain, &factors, &mut random);
            for time_of_day in 1..self.n_entries_a_day {
                entries.push(moment(date, time_of_day, pain, &mut random));
            }
            if self.n_entries_a_day > 1 {
                write_more(&mut of_day, &mut random);
            }
            entries.push(of_day);
        }
        entries
    }

    /// The names of its factors.
    pub fn factors(&self) -> Vec<FactorId> {
        (1..=self.n_factors)
            .map(|number| FactorId(format!("f{number}")))
            .collect()
    }

    fn added(&self, before: &[bool], today: &[bool]) -> f64 {
        let Some(effect) = self.effect else {
            return 0.0;
        };
        let acting = if effect.next_day { before } else { today };
        match acting.get(effect.factor) {
            Some(true) => effect.points,
            _ => 0.0,
        }
    }

    /// The check-in of the evening.
    fn whole_day(
        &self,
        date: NaiveDate,
        pain: f64,
        factors: &[bool],
        random: &mut Random,
    ) -> Entry {
        let pain = level(pain);
        Entry {
            time: NaiveTime::from_hms_opt(20, random.below(60) as u32, 0),
            about: Some(About::Day),
            pain: Some(pain),
            worst: Some((pain + random.below(3) as u8).min(10)),
            factors: self
                .factors()
                .into_iter()
                .zip(factors.iter().copied())
                .gather(),
            ..Entry::on(id(random), date)
        }
    }
}

/// A quick entry during the day.
fn moment(date: NaiveDate, time_of_day: usize, pain: f64, random: &mut Random) -> Entry {
    let pain = level(pain + random.normal());
    let mut entry = Entry {
        time: NaiveTime::from_hms_opt(4 + 4 * time_of_day as u32 % 16, random.below(60) as u32, 0),
        bearable: Some(pain < 7),
        pain: Some(pain),
        can_do: random.chance(0.7).then_some(
            [CanDo::Most, CanDo::Some, CanDo::Little, CanDo::LyingDown][random.below(4)],
        ),
        ..Entry::on(id(random), date)
    };
    write_more(&mut entry, random);
    entry
}

/// Places, medicines and a note, as often as people write them.
fn write_more(entry: &mut Entry, random: &mut Random) {
    let took_medicine = random.chance(0.4);
    entry.regions = (0..random.below(4))
        .map(|_| RegionId::from(REGIONS[random.below(REGIONS.len())]))
        .collect();
    entry.flare = random.chance(0.07);
    entry.took_medicine = random.chance(0.8).then_some(took_medicine);
    if took_medicine {
        let n_medicines = 1 + random.below(2);
        entry.medicines = (0..n_medicines)
            .map(|_| {
                let (name, amount) = MEDICINES[random.below(MEDICINES.len())];
                Taken {
                    name: name.to_owned(),
                    amount: amount.to_owned(),
                    minute: Some(random.below(1440) as u16),
                    ..Taken::default()
                }
            })
            .collect();
    }
    if entry.about == Some(About::Day) {
        let mut scale = || Some(random.below(11) as u8);
        entry.scales = Scales {
            interference: scale(),
            sleep: scale(),
            mood: scale(),
            fatigue: scale(),
            stress: scale(),
        };
    }
    if random.chance(0.35) {
        entry.note = NOTES[random.below(NOTES.len())].to_owned();
    }
}

fn level(pain: f64) -> u8 {
    // Rounded to the scale that people use.
    pain.round().clamp(0.0, 10.0) as u8
}

fn id(random: &mut Random) -> EntryId {
    let letters = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let letters = (0..12).map(|_| letters[random.below(letters.len())] as char);
    EntryId(letters.collect())
}
