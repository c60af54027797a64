//! English: sentences of the diary that are put together from parts.

use super::en_look_phrases::points;
use super::en_phrases::{long_date, short_date};
use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment, Over};
use crate::domain::diary::entry::{Alarm, Scales};
use crate::domain::diary::insight::regress::Estimate;
use crate::domain::diary::insight::table::{MUCH_STRESS, Outcome, PERIOD, POOR_SLEEP};
use crate::domain::diary::insight::trial::{Arm, Report, Stage, Trial};
use crate::domain::diary::insight::{FALSE_SHARE, Finding, Lag, Verdict};
use crate::domain::diary::medicines::days::{KindDays, Standing};
use crate::domain::diary::tracking::{Due, DueWhat, Mark, MarkKind, MyMedicine};
use crate::domain::ids::FactorId;
use crate::knowledge::units::counted;

pub fn days(count: usize) -> String {
    counted(count, "day", "days")
}

pub fn n_of(count: usize, of: usize) -> String {
    format!("{count} of {of}")
}

pub fn scales_said(scales: &Scales) -> String {
    let said = [
        ("sleep", scales.sleep),
        ("mood", scales.mood),
        ("tired", scales.fatigue),
        ("stress", scales.stress),
    ];
    let said = said
        .into_iter()
        .filter_map(|(name, level)| level.map(|level| format!("{name} {level}")));
    said.collect::<Vec<_>>().join(", ")
}

pub fn pain_in(place: &str) -> String {
    format!("Pain: {place}")
}

pub fn remove(name: &str) -> String {
    format!("Take away: {name}")
}

pub fn alarm_said(alarm: Alarm) -> &'static str {
    match alarm {
        Alarm::NewKind => "new kind of pain",
        Alarm::WorstEver => "worst ever",
    }
}

fn attack_name(kind: AttackKind) -> &'static str {
    match kind {
        AttackKind::Headache => "Headache",
        AttackKind::OtherPain => "Pain attack",
    }
}

/// "45 min", "2 h 20 min", "3 days 4 h".
pub fn lasting(minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match hours {
        0 => format!("{rest} min"),
        1..48 => format!("{hours} h {rest} min"),
        _ => format!("{} days {} h", hours / 24, hours % 24),
    }
}

pub fn attack_eased(attack: &Over) -> String {
    let all = attack.eased_by.iter().chain(&attack.better);
    let all: Vec<&str> = all.map(|word| word.trim()).collect();
    all.join(", ")
}

pub fn attack_said(attack: &Attack) -> String {
    let name = attack_name(attack.kind).to_lowercase();
    match attack.duration_min() {
        None => format!("{name}, still going"),
        Some(minutes) if minutes < 60 => {
            format!("{name}, {}", counted(minutes, "minute", "minutes"))
        }
        Some(minutes) => format!("{name}, {}", counted((minutes + 30) / 60, "hour", "hours")),
    }
}

pub fn moment(moment: Moment) -> String {
    let (hour, minute) = (moment.minute / 60, moment.minute % 60);
    format!("{}, {hour}:{minute:02}", short_date(moment.date))
}

/// "Headache since 25 Nov, 10:00"; with the year when it is another one than today's.
pub fn attack_since(kind: AttackKind, start: Moment, today: NaiveDate) -> String {
    let since = match start.date.year() == today.year() {
        true => moment(start),
        false => moment(start).replacen(',', &format!(" {},", start.date.year()), 1),
    };
    format!("{} since {since}", attack_name(kind))
}

pub fn attack_last_seen(moment: &str) -> String {
    format!("Last said to be going on: {moment}")
}

pub fn attack_problem(problem: AttackProblem) -> &'static str {
    match problem {
        AttackProblem::EndsBeforeItStarts => {
            "It would end before it began. The times from before are kept."
        }
        AttackProblem::StartsInTheFuture => {
            "It would begin later than now. Please check when it began. The times from before are kept."
        }
        AttackProblem::EndsInTheFuture => {
            "It would end later than now. The time from before is kept."
        }
    }
}

pub fn medicine_days(count: usize) -> String {
    format!(
        "{} with a painkiller when needed, out of the last 30",
        days(count)
    )
}

pub fn medicine_unknown(count: usize) -> String {
    format!(
        "On {} we do not know the medicine. These are not in the bars below.",
        days(count)
    )
}

pub fn meter_spoken(count: usize, limit: usize) -> String {
    format!("{} of the last 30. The line is at {limit}.", days(count))
}

pub fn kind_standing(row: &KindDays) -> String {
    let limit = row.kind.limit;
    match row.standing {
        Standing::Below => format!(
            "From {limit} days a month on, these can cause headaches of their own. You are below that line."
        ),
        Standing::Near => format!(
            "From {limit} days a month on, these can cause headaches of their own. You are close to that line."
        ),
        Standing::AtLimit => format!(
            "From {limit} days a month on, these can cause headaches of their own. You are at that line or over it."
        ),
    }
}

/// With the day on which the limit is reached, when it goes on like this.
pub fn this_month(row: &KindDays) -> String {
    let so_far = format!("This month so far: {}.", days(row.this_month));
    match row.reached {
        Some(date) => format!(
            "{so_far} At this pace it is {} on {}.",
            row.kind.limit,
            long_date(date)
        ),
        None => so_far,
    }
}

pub fn due_line(due: &Due) -> String {
    format!("{}: {}", short_date(due.date), due_title(due))
}

pub fn due_title(due: &Due) -> String {
    match due.what {
        DueWhat::Refill => format!("new pack of {}", due.medicine),
        DueWhat::Review => format!("talk about {}", due.medicine),
    }
}

pub fn ask_relief_of(name: &str) -> String {
    format!("Did {name} help?")
}

pub fn factors_full(most: usize) -> String {
    format!(
        "You watch {most} things already. With more, chance would be found too often. Take one away first."
    )
}

pub fn factor_name(id: &FactorId, typed: &str) -> String {
    match id.as_str() {
        POOR_SLEEP => "Poor sleep".to_owned(),
        MUCH_STRESS => "Much stress".to_owned(),
        PERIOD => "Period".to_owned(),
        _ => typed.to_owned(),
    }
}

pub fn my_medicine(medicine: &MyMedicine) -> String {
    let amount = match medicine.amount.trim() {
        "" => String::new(),
        amount => format!(", {amount} at a time"),
    };
    let regular = if medicine.regular { ", every day" } else { "" };
    format!("{}{amount}{regular}", medicine.name)
}

pub fn mark_said(mark: &Mark) -> String {
    let kind = match mark.kind {
        MarkKind::TreatmentChange => "treatment changed",
        MarkKind::Visit => "visit",
    };
    match mark.words.trim() {
        "" => format!("{}: {kind}", short_date(mark.date)),
        words => format!("{}: {words} ({kind})", short_date(mark.date)),
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::HeldUp => "Held up in new days",
        Verdict::StandsOut => "Stands out",
        Verdict::None { faded: true } => "Faded",
        Verdict::None { faded: false } => "No link found",
        Verdict::NotEnough => "Not enough days yet",
    }
}

/// The finding in a sentence. A difference is rounded to half a point, because the pain is.
pub fn finding(finding: &Finding, outcome: Outcome, name: &str) -> String {
    let what = match finding.verdict {
        Verdict::NotEnough => return super::en_week::missing(finding),
        Verdict::None { faded: true } => return "The link faded. One worry less.".to_owned(),
        Verdict::None { faded: false } => {
            return "No link found, with as many days as there are. A small one could still be there.".to_owned();
        }
        Verdict::HeldUp => {
            "This held up in new days. It may be worth a gentle test. Talk about it at your visit."
        }
        Verdict::StandsOut => {
            "This could still be chance, or an early sign of the pain. Let us watch the next 30 days."
        }
    };
    let days_with = match finding.lag {
        Lag::NextDay => "After days with",
        Lag::SameDay => "On days with",
    };
    let compared = finding.compared;
    let effect = finding.estimate.map_or(0.0, |estimate| estimate.effect);
    let said = match outcome {
        Outcome::Pain => format!(
            "{days_with} “{name}” the pain was about {} {}.",
            half_points(effect.abs()),
            if effect < 0.0 { "lower" } else { "higher" }
        ),
        Outcome::HeadacheOnset => format!(
            "{days_with} “{name}” a headache came on {} of 10 days, otherwise on {} of 10.",
            of_ten_days(compared.mean_with),
            of_ten_days(compared.mean_without)
        ),
    };
    format!("{said} {what}")
}

fn of_ten_days(share: f64) -> u8 {
    (share * 10.0).round() as u8
}

fn half_points(points: f64) -> String {
    let halves = (points * 2.0).round() as u32;
    let whole = match halves / 2 {
        0 => String::new(),
        whole => whole.to_string(),
    };
    let half = if halves % 2 == 1 { "½" } else { "" };
    match halves {
        0 => "less than half a point".to_owned(),
        1 | 2 => format!("{whole}{half} point"),
        _ => format!("{whole}{half} points"),
    }
}

/// The figures behind a finding, for those who want them.
pub fn finding_figures(finding: &Finding, outcome: Outcome) -> Option<String> {
    let Estimate { effect, low, high } = finding.estimate?;
    let compared = finding.compared;
    let figures = match outcome {
        Outcome::Pain => format!("Difference {effect:+.1} points ({low:+.1} to {high:+.1})"),
        Outcome::HeadacheOnset => format!(
            "Difference {:+.0} of 100 days ({:+.0} to {:+.0})",
            effect * 100.0,
            low * 100.0,
            high * 100.0
        ),
    };
    let chance = match finding.q? {
        q if q < 0.01 => "Of 100 findings like this, less than 1 would be chance.".to_owned(),
        q if q <= FALSE_SHARE => {
            format!(
                "Of 100 findings like this, {:.0} would be chance.",
                q * 100.0
            )
        }
        _ => "That could well be chance.".to_owned(),
    };
    Some(format!(
        "{figures}; {} with it, {} without. {chance}",
        days(compared.n_with),
        compared.n_without
    ))
}

pub fn found_of_100(percent: u8) -> String {
    match percent {
        0 => "too early".to_owned(),
        percent => format!("{percent} of 100"),
    }
}

fn arm(arm: Arm) -> &'static str {
    match arm {
        Arm::With => "with it",
        Arm::Without => "without it",
    }
}

pub fn trial_stage(trial: &Trial, stage: Stage) -> String {
    match stage {
        Stage::NotBegun => format!("It begins on {}.", short_date(trial.first)),
        Stage::Running {
            block,
            arm: now,
            last,
        } => format!(
            "Part {} of {}: {} up to {}. The result is hidden until the end.",
            block + 1,
            trial.blocks.len(),
            arm(now),
            short_date(last)
        ),
        Stage::Over => "The test is over.".to_owned(),
    }
}

pub fn trial_report(report: &Report) -> String {
    let (Some(effect), Some((low, high)), Some(chance)) =
        (report.effect, report.range, report.chance)
    else {
        return format!(
            "{} of {} pairs have enough days; three are needed. So there is no result.",
            report.differences.len(),
            report.n_pairs_planned
        );
    };
    let found = match side(effect) {
        None => "the pain was about the same".to_owned(),
        Some(side) => format!("the pain was {} {side} on average", points(effect)),
    };
    let bound = |value: f64| match side(value) {
        None => "no difference".to_owned(),
        Some(side) => format!("{} {side}", points(value)),
    };
    let leaves_out_zero = low > 0.0 || high < 0.0;
    let sure = match leaves_out_zero {
        true if chance <= RARE => "So it is probably more than chance.",
        true => "So it can still be chance; more pairs would tell.",
        false => "So it could well be chance.",
    };
    format!(
        "With it, {found} ({} pairs). The true difference lies between {} and {}. The order of the weeks alone does as much in {:.0} of 100 cases. {sure} Show this to your doctor before you change anything.",
        report.differences.len(),
        bound(low),
        bound(high),
        chance * 100.0
    )
}

/// How often the order alone may do as much before chance is named as the likely reason. Ours: with five pairs it can be
/// reached (2 of 32 orders), with the least of three it cannot (2 of 8).
const RARE: f64 = 0.1;

/// Where a difference in pain points; nothing below a quarter of a point.
fn side(value: f64) -> Option<&'static str> {
    (value.abs() >= 0.25).then_some(if value < 0.0 { "lower" } else { "higher" })
}

pub fn trial_begins(name: &str, now: Arm) -> String {
    format!("{name}: from today {}", arm(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(n_pairs: usize, effect: f64, range: (f64, f64), chance: f64) -> String {
        trial_report(&Report {
            differences: vec![effect; n_pairs],
            n_pairs_planned: n_pairs,
            effect: Some(effect),
            range: Some(range),
            chance: Some(chance),
        })
    }

    #[test]
    fn three_pairs_are_never_called_more_than_chance() {
        let said = report(3, -2.0, (-2.5, -1.5), 0.25);
        assert!(
            said.contains("the pain was 2 points lower on average (3 pairs)"),
            "{said}"
        );
        assert!(said.contains("can still be chance"), "{said}");
    }

    #[test]
    fn a_clear_difference_over_five_pairs_is_probably_more_than_chance() {
        let said = report(5, -2.0, (-2.5, -1.5), 0.0625);
        assert!(said.contains("probably more than chance"), "{said}");
    }

    #[test]
    fn a_range_around_nothing_could_well_be_chance() {
        let said = report(3, 0.2, (-0.7, 1.1), 1.0);
        assert!(said.contains("about the same"), "{said}");
        assert!(
            said.contains("between ½ point lower and 1 point higher"),
            "{said}"
        );
        assert!(said.contains("could well be chance"), "{said}");
    }
}
