//! Owns what the diary says: each rating, headache, attack and medicine day as an observation with its own time, and counts.
//! May use: domain, i18n. Must not: fill gaps; a day without an answer is not there, and never a "no".

use super::absent::Reason;
use super::findings::{By, Code, Finding, Measured, Part, When};
use super::ratings::NOW;
use super::units::{DAYS, MINUTES, SCORE};
use super::{Report, plain_text};
use crate::domain::body_map::site_name;
use crate::domain::date::{Days, NaiveTime, days_between, hours_minutes};
use crate::domain::diary::attack::{Attack, AttackKind};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::headache::{HeadacheSign, LostDay, Severity};
use crate::domain::diary::medicines::told;
use crate::domain::diary::series::Day;
use crate::domain::questionnaire::model::Site;

/// Days of the diary from which single entries are sent: three months, as far as guidelines look back.
const DIARY_DAYS: i64 = 90;

/// Counts of the last four weeks, each with on how many days it was answered.
pub(super) fn counts(report: &Report) -> Vec<Finding<'static>> {
    let words = &report.t.exchange.fhir;
    let handout = &report.record.handout;
    let all = handout.days.iter();
    let logged = handout.logged.days;
    if logged == 0 {
        return Vec::new();
    }
    let medicine = |day: &Day| day.took_medicine;
    let headache = |day: &Day| day.headache;
    let migraine = |day: &Day| day.headache.map(|_| day.migraine);
    let counted = |of: &dyn Fn(&Day) -> Option<bool>| {
        let answered = all.clone().filter_map(of);
        let n_answered = answered.clone().count();
        (answered.filter(|yes| *yes).count(), n_answered)
    };
    let rows = [
        (
            "days-with-entry",
            report.t.exchange.days_logged_28,
            Some((logged, None)),
        ),
        (
            "days-with-pain-medicine",
            words.medicine_days_28,
            some(counted(&medicine)),
        ),
        (
            "days-with-headache",
            words.headache_days_28,
            some(counted(&headache)),
        ),
        (
            "days-with-migraine-features",
            words.migraine_days_28,
            some(counted(&migraine)),
        ),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(code, name, said)| Some((code, name, said?)));
    rows.map(|(code, name, (days, answered))| {
        let last = report.record.date;
        let first = last.checked_sub_days(Days::new(handout.logged.of.max(1) as u64 - 1));
        let when = When::Days(first.unwrap_or(last), last);
        let parts = answered.map(|answered: usize| Part {
            code: "days-answered",
            name: words.days_answered,
            value: Measured::Number(answered as f64, DAYS),
        });
        Finding {
            parts: parts.into_iter().collect(),
            by: By::Diary,
            // Another day counts other days.
            ..Finding::new(
                format!("count {code} {last}"),
                Code::Own(code),
                name,
                when,
                Measured::Number(days as f64, DAYS),
            )
        }
    })
    .collect()
}

/// Nothing is said about a thing that was answered on no day.
fn some((days, answered): (usize, usize)) -> Option<(usize, Option<usize>)> {
    (answered > 0).then_some((days, Some(answered)))
}

/// What each entry says, the latest entry first.
pub(super) fn entries(report: &Report) -> Vec<Finding<'static>> {
    let record = report.record;
    let recent = record.entries.iter().rev();
    recent
        .filter(|entry| is_recent(entry, report))
        .flat_map(|entry| of_entry(report, entry))
        .collect()
}

/// An attack that goes on is told, however long ago it began.
fn is_recent(entry: &Entry, report: &Report) -> bool {
    let ago = days_between(entry.date, report.record.date);
    let runs = entry.attack.as_ref().is_some_and(Attack::is_running);
    (0..DIARY_DAYS).contains(&ago) || (ago >= 0 && runs)
}

fn of_entry(report: &Report, entry: &Entry) -> Vec<Finding<'static>> {
    let words = report.t.exchange;
    let when = When::Day(entry.date, entry.time);
    let site = Site {
        regions: entry.regions.clone(),
        ..Site::default()
    };
    let level = |level: Option<u8>| level.filter(|level| *level <= 10);
    let finding = |what: &str, code: Code, name: &'static str, value: Measured| Finding {
        by: By::Diary,
        notes: late(report, entry).into_iter().collect(),
        ..Finding::new(
            format!("entry {} {what}", entry.id.as_str()),
            code,
            name,
            when.clone(),
            value,
        )
    };
    let score = |level: u8| Measured::Number(f64::from(level), SCORE);
    let mut all = Vec::new();
    all.extend(level(entry.pain).map(|pain| Finding {
        site: site_name(&site),
        ..finding("pain", NOW, words.pain_now, score(pain))
    }));
    all.extend(level(entry.worst).map(|worst| {
        finding(
            "worst",
            Code::Own("worst-pain-of-day"),
            words.fhir.worst_of_day,
            score(worst),
        )
    }));
    all.extend(told::took(entry).map(|took| Finding {
        parts: medicines(report, entry),
        ..finding(
            "medicine",
            Code::Own("pain-medicine-taken"),
            words.fhir.medicine_taken,
            Measured::Yes(took),
        )
    }));
    if !entry.headache.is_empty() {
        let value = match entry.headache.had {
            Some(had) => Measured::Yes(had),
            None if entry.headache.severity.is_some() || !entry.headache.signs.is_empty() => {
                Measured::InParts
            }
            None => Measured::Absent(Reason::NotAsked),
        };
        all.push(Finding {
            parts: headache_parts(report, entry),
            ..finding(
                "headache",
                Code::Own("headache-of-day"),
                words.fhir.headache_of_day,
                value,
            )
        });
    }
    all.extend(entry.attack.map(|attack| of_attack(report, entry, attack)));
    all
}

/// Memory beyond a few days is poor, and a reader must know.
fn late(report: &Report, entry: &Entry) -> Option<String> {
    let written = entry.written.filter(|_| entry.is_late())?;
    Some((report.t.exchange.fhir.written_on)(written))
}

fn medicines(report: &Report, entry: &Entry) -> Vec<Part<'static>> {
    let named = told::taken(entry).filter_map(|taken| {
        let time = taken.minute.and_then(clock_time);
        let time = time.map_or_else(String::new, hours_minutes);
        let said = [taken.name.trim(), taken.amount.trim(), &time];
        let said = said.into_iter().filter(|text| !text.is_empty());
        let words = plain_text(&said.collect::<Vec<_>>().join(", "))?;
        Some(Part {
            code: "medicine-taken",
            name: report.t.exchange.fhir.medicine,
            value: Measured::Words(words),
        })
    });
    named.collect()
}

fn clock_time(minute: u16) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(u32::from(minute / 60), u32::from(minute % 60), 0)
}

fn headache_parts(report: &Report, entry: &Entry) -> Vec<Part<'static>> {
    let words = &report.t.exchange.fhir;
    let diary = &report.t.diary;
    let headache = &entry.headache;
    let chosen = |code: &'static str, name: &'static str, value: &'static str, text: &str| Part {
        code,
        name,
        value: Measured::Chosen(value, text.to_owned()),
    };
    let mut parts = Vec::new();
    parts.extend(headache.severity.map(|severity| {
        let (value, text) = match severity {
            Severity::Mild => ("mild", diary.mild),
            Severity::Medium => ("medium", diary.medium),
            Severity::Strong => ("strong", diary.strong),
        };
        chosen("headache-severity", words.headache_severity, value, text)
    }));
    parts.extend(headache.signs.iter().map(|sign| {
        let (value, text) = match sign {
            HeadacheSign::OneSide => ("one-side", diary.sign_one_side),
            HeadacheSign::Throbbing => ("throbbing", diary.sign_throbbing),
            HeadacheSign::WorseWhenWalking => ("worse-when-walking", diary.sign_walking),
            HeadacheSign::Sick => ("sick", diary.sign_sick),
            HeadacheSign::LightAndSound => ("light-and-sound", diary.sign_light),
            HeadacheSign::Aura => ("aura", diary.sign_aura),
            HeadacheSign::TearsOrNose => ("tears-or-nose", diary.sign_tears),
        };
        chosen("headache-sign", words.headache_sign, value, text)
    }));
    parts.extend(headache.lost.map(|lost| {
        let (value, text) = match lost {
            LostDay::None => ("none", diary.lost_none),
            LostDay::Part => ("part", diary.lost_part),
            LostDay::All => ("all", diary.lost_all),
        };
        chosen("headache-day-lost", words.headache_lost, value, text)
    }));
    parts
}

/// From its beginning to its end, on clocks whose distance from world time is known.
fn of_attack(report: &Report, entry: &Entry, attack: Attack) -> Finding<'static> {
    let words = report.t.exchange;
    let (code, name) = match attack.kind {
        AttackKind::Headache => ("headache-attack", words.headache_attack),
        AttackKind::OtherPain => ("pain-attack", words.pain_attack),
    };
    let minutes = attack.duration_min();
    let value = match minutes {
        Some(minutes) => Measured::Number(minutes as f64, MINUTES),
        // It goes on, or its end cannot be right.
        None if attack.is_running() => Measured::Absent(Reason::NotYet),
        None => Measured::Absent(Reason::NotSure),
    };
    let end = attack.end.filter(|_| minutes.is_some());
    Finding {
        by: By::Diary,
        is_preliminary: attack.is_running(),
        ..Finding::new(
            format!("entry {} attack", entry.id.as_str()),
            Code::Own(code),
            name,
            When::Moments(attack.start, end),
            value,
        )
    }
}
