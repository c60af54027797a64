//! Owns what the answers say in numbers about the pain: one observation each, about the days before it was told.
//! May use: domain, i18n. Must not: state a score of a named instrument.

use super::Report;
use super::absent::Reason;
use super::findings::{Code, Finding, Measured, When};
use super::units::{DAYS, SCORE};
use crate::domain::body_map::site_name;
use crate::domain::plan::facts::{FactId, fact};
use crate::domain::questionnaire::model::Answer;

/// The rating of the past week, for which LOINC has a code that claims no instrument.
const PAST_WEEK: Code = Code::Loinc(
    "75893-8",
    "Pain severity in the past week - 0-10 numeric rating [Reported]",
);
/// A single rating.
pub(super) const NOW: Code = Code::Loinc(
    "72514-3",
    "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
);
const WORST: Code = Code::Own("worst-pain-7-days");

/// All of them, the most important first.
pub(super) fn ratings(report: &Report) -> Vec<Finding<'static>> {
    let words = report.t.exchange;
    let usual = single(report, "pain.avg7", fact::NRS_AVG7, 7);
    let worst = single(report, "pain.worst7", fact::NRS_WORST7, 7);
    let headaches = single(report, "head.days", fact::HEADACHE_DAYS, 28);
    let score = |code: Code, name: &'static str, (key, when, value): Said| {
        let value = value.map_or_else(Measured::Absent, |number| Measured::Number(number, SCORE));
        Finding::new(key, code, name, when, value)
    };
    let mut all = Vec::new();
    all.extend(usual.map(|said| score(PAST_WEEK, words.usual_pain_7, said)));
    all.extend(worst.map(|said| score(WORST, words.worst_pain_7, said)));
    all.extend(of_places(report));
    all.extend(headaches.map(|(key, when, value)| {
        let value = value.map_or_else(Measured::Absent, |number| Measured::Number(number, DAYS));
        Finding::new(
            key,
            Code::Own("headache-days"),
            words.headache_days_28,
            when,
            value,
        )
    }));
    all
}

/// A number with its name and days, or why it is not there.
type Said = (String, When, Result<f64, Reason>);

/// The number of an item that was gone through; none for one that the person has not come to.
fn single(report: &Report, id: &str, fact: FactId, days: u64) -> Option<Said> {
    let record = report.record;
    let answer = record.told(id)?;
    let value = match (answer, record.course.facts.number(fact)) {
        (Answer::Skipped, _) => Err(Reason::Declined),
        (_, Some(number)) => Ok(number),
        // What cannot be, or contradicts another answer.
        (_, None) => Err(Reason::NotSure),
    };
    let when = When::days_before(record.given(id), days);
    Some((format!("answer {id}"), when, value))
}

/// Usual and worst pain of each place on the map.
fn of_places(report: &Report) -> Vec<Finding<'static>> {
    let record = report.record;
    let words = report.t.exchange;
    let Some(Answer::Sites(sites)) = record.told("map.all") else {
        return Vec::new();
    };
    let when = When::days_before(record.given("map.all"), 7);
    let mut all = Vec::new();
    for site in sites {
        let regions: Vec<&str> = site.regions.iter().map(|region| region.as_str()).collect();
        let of_place = [
            ("usual", PAST_WEEK, words.usual_pain_7, site.usual),
            ("worst", WORST, words.worst_pain_7, site.worst),
        ];
        for (what, code, name, level) in of_place {
            let Some(level) = level.filter(|level| *level <= 10) else {
                continue;
            };
            let key = format!("place {what} {}", regions.join(" "));
            let value = Measured::Number(f64::from(level), SCORE);
            all.push(Finding {
                site: site_name(site),
                ..Finding::new(key, code, name, when.clone(), value)
            });
        }
    }
    all
}
