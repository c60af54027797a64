//! Owns the difference that goes with a factor when what else is known about the days has been taken out.
//! May use: the standard library. Must not: know diaries, dates or verdicts.

/// Two neighbouring days of a diary, as the analysis sees them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Place of the later day in the diary.
    pub day: usize,
    /// Outcome on the earlier and on the later day.
    pub before: f64,
    pub outcome: f64,
    /// The factor at the lag that is looked at, and at the other one.
    pub factor: bool,
    pub factor_other_lag: bool,
    /// The factor on the day before the earlier one, when it is known.
    pub factor_earlier: Option<bool>,
    /// The later day is a Saturday or a Sunday.
    pub weekend: bool,
}

/// A difference with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub effect: f64,
    pub low: f64,
    pub high: f64,
}

/// Factor and outcome after the outcome of the day before, the weekend, a slow drift, and the factor at the other lag
/// were taken out of both. What is left of the outcome is nearly free of its own past,
/// which makes a comparison of neighbouring days fair.
#[derive(Debug, Clone, PartialEq)]
pub struct Partial {
    days: Vec<usize>,
    pub factor: Vec<f64>,
    pub outcome: Vec<f64>,
    /// How many values were estimated to take these out.
    n_taken_out: usize,
}

/// A column that has less than this share of its length left is explained by the others.
const LEAST_LEFT: f64 = 1e-6;

/// Days over which errors may still be linked when the interval is drawn.
const LINKED_DAYS: usize = 7;

impl Partial {
    /// None when the factor cannot be told apart from what is taken out, or too few pairs are left.
    pub fn of(pairs: &[Pair]) -> Option<Self> {
        let column = |value: fn(&Pair) -> f64| pairs.iter().map(value).collect::<Vec<f64>>();
        let known = pairs.iter().filter_map(|pair| pair.factor_earlier);
        let (n_known, n_there) =
            known.fold((0, 0), |(n, there), now| (n + 1, there + u32::from(now)));
        // Where it is unknown its mean says nothing either way.
        let mean = f64::from(n_there) / f64::from(n_known.max(1));
        let earlier = |pair: &Pair| {
            pair.factor_earlier
                .map_or(mean, |now| f64::from(u8::from(now)))
        };
        let mut taken_out: Vec<Vec<f64>> = Vec::new();
        for column in [
            column(|_| 1.0),
            column(|pair| pair.before),
            column(|pair| f64::from(u8::from(pair.weekend))),
            column(|pair| pair.day as f64),
            column(|pair| f64::from(u8::from(pair.factor_other_lag))),
            pairs.iter().map(earlier).collect(),
        ] {
            if let Some(direction) = left_over(&taken_out, column) {
                let length = dot(&direction, &direction).sqrt();
                taken_out.push(direction.iter().map(|value| value / length).collect());
            }
        }
        let n_taken_out = taken_out.len();
        if pairs.len() < n_taken_out + 3 {
            return None;
        }
        let factor = column(|pair| f64::from(u8::from(pair.factor)));
        let factor = left_over(&taken_out, factor)?;
        let outcome = left_over(&taken_out, column(|pair| pair.outcome))?;
        Some(Self {
            days: pairs.iter().map(|pair| pair.day).collect(),
            factor,
            outcome,
            n_taken_out,
        })
    }

    /// The difference and its interval, wide enough for days that are linked with each other (Newey and West 1987).
    pub fn estimate(&self) -> Estimate {
        let own = dot(&self.factor, &self.factor);
        let effect = dot(&self.factor, &self.outcome) / own;
        let scores: Vec<f64> = (self.factor.iter().zip(&self.outcome))
            .map(|(factor, outcome)| factor * (outcome - effect * factor))
            .collect();
        let mut linked = dot(&scores, &scores);
        let unlinked = linked;
        for (later, score) in scores.iter().enumerate() {
            for earlier in (0..later).rev() {
                let apart = self.days[later] - self.days[earlier];
                if apart > LINKED_DAYS {
                    break;
                }
                let weight = 1.0 - apart as f64 / (LINKED_DAYS + 1) as f64;
                linked += 2.0 * weight * score * scores[earlier];
            }
        }
        let freedom = self.freedom();
        let n = self.outcome.len() as f64;
        // Links that happen to be negative would make the interval narrower than the days allow.
        let error = (linked.max(unlinked) * n / freedom).sqrt() / own;
        let half = t_quantile(freedom) * error;
        Estimate {
            effect,
            low: effect - half,
            high: effect + half,
        }
    }

    /// How far the factor and the outcome go together, when the outcomes stand in this order.
    pub fn together(&self, order: &[usize]) -> f64 {
        let pairs = self.factor.iter().zip(order);
        pairs
            .map(|(factor, place)| factor * self.outcome[*place])
            .sum()
    }

    /// Taking things out has shrunk what is left of the outcome by this factor, from 0 to 1 (Freedman and Lane 1983).
    /// A sum over outcomes in another order is divided by it to be comparable.
    pub fn shrunk_by(&self) -> f64 {
        let n = self.outcome.len();
        ((n - self.n_taken_out) as f64 / n as f64).sqrt()
    }

    fn freedom(&self) -> f64 {
        (self.outcome.len() - self.n_taken_out - 1) as f64
    }
}

/// What is left of a column when the directions are taken out; none when that is nothing.
fn left_over(directions: &[Vec<f64>], mut column: Vec<f64>) -> Option<Vec<f64>> {
    let whole = dot(&column, &column);
    // Twice: rounding of the first time is taken out by the second.
    for direction in directions.iter().chain(directions) {
        let share = dot(direction, &column);
        for (value, unit) in column.iter_mut().zip(direction) {
            *value -= share * unit;
        }
    }
    (dot(&column, &column) > whole * LEAST_LEFT).then_some(column)
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// The 97.5 % quantile of Student's t, by two terms of its expansion around the normal one (Cornish and Fisher 1938):
/// within 0.01 from 8 degrees of freedom on.
pub fn t_quantile(freedom: f64) -> f64 {
    const NORMAL: f64 = 1.959_963_984_540_054;
    let cube = NORMAL.powi(3);
    let first = (cube + NORMAL) / 4.0;
    let second = (5.0 * NORMAL.powi(5) + 16.0 * cube + 3.0 * NORMAL) / 96.0;
    NORMAL + first / freedom + second / (freedom * freedom)
}
