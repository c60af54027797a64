//! Owns ratings and counted days: one Observation each, self-reported.
//! May use: domain, i18n. Must not: fill gaps, or state a score of a named instrument.

use serde_json::{Value, json};

use super::{LOINC, OWN, Report, text_concept};
use crate::domain::body_map::site_name;
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::plan::facts::fact;
use crate::domain::questionnaire::model::{Answer, Site};

/// Days of the diary from which single ratings are sent: three months, as far as guidelines look back.
const DIARY_DAYS: i64 = 90;

/// All observations, the latest first where there are several.
pub(super) fn ratings(report: &Report) -> Vec<Value> {
    let words = report.t.exchange;
    let record = report.record;
    let facts = &record.course.facts;
    let asked = record.response.changed.unwrap_or(record.date);
    let mut all = Vec::new();
    if let Some(usual) = facts.number(fact::NRS_AVG7) {
        let code = loinc(
            "75893-8",
            "Pain severity in the past week - 0-10 numeric rating [Reported]",
            words.usual_pain_7,
        );
        all.push(report.observation(code, past(asked, 7), whole(usual), None));
    }
    if let Some(worst) = facts.number(fact::NRS_WORST7) {
        let code = own("worst-pain-7-days", words.worst_pain_7);
        all.push(report.observation(code, past(asked, 7), whole(worst), None));
    }
    if let Some(Answer::Sites(sites)) = record.response.answer("map.all") {
        for site in sites {
            let Some(usual) = site.usual else { continue };
            let code = loinc(
                "75893-8",
                "Pain severity in the past week - 0-10 numeric rating [Reported]",
                words.usual_pain_7,
            );
            let observation = report.observation(code, past(asked, 7), json!(usual), Some(site));
            all.push(observation);
        }
    }
    if let Some(days) = facts.number(fact::HEADACHE_DAYS) {
        let code = own("headache-days", words.headache_days_28);
        all.push(report.counted(code, past(asked, 28), whole(days)));
    }
    if record.handout.logged.days > 0 {
        let code = own("days-with-entry", words.days_logged_28);
        let days = json!(record.handout.logged.days);
        all.push(report.counted(code, past(record.date, 28), days));
    }
    let recent = record
        .entries
        .iter()
        .rev()
        .filter(|entry| (0..DIARY_DAYS).contains(&days_between(entry.date, record.date)));
    for entry in recent {
        let Some(pain) = entry.pain.filter(|pain| *pain <= 10) else {
            continue;
        };
        let code = loinc(
            "72514-3",
            "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
            words.pain_now,
        );
        let site = Site {
            regions: entry.regions.clone(),
            ..Site::default()
        };
        let when = json!({ "effectiveDateTime": entry.date.to_string() });
        all.push(report.observation(code, when, json!(pain), Some(&site)));
    }
    all
}

impl Report<'_> {
    fn observation(&self, code: Value, when: Value, rating: Value, site: Option<&Site>) -> Value {
        let mut observation = self.frame(code, when);
        observation["valueInteger"] = rating;
        observation["method"] = json!({ "text": self.t.exchange.tapped });
        if let Some(place) = site.and_then(|site| text_concept(&site_name(site))) {
            observation["bodySite"] = place;
        }
        observation
    }

    fn counted(&self, code: Value, when: Value, days: Value) -> Value {
        let mut observation = self.frame(code, when);
        observation["valueQuantity"] = json!({
            "value": days, "unit": "days", "system": "http://unitsofmeasure.org", "code": "d",
        });
        observation
    }

    fn frame(&self, code: Value, when: Value) -> Value {
        let mut observation = json!({
            "resourceType": "Observation",
            "status": "final",
            "category": [{ "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey",
            }] }],
            "code": code,
            "subject": self.reference("patient"),
            "performer": [self.reference("patient")],
        });
        for (name, value) in when.as_object().into_iter().flatten() {
            observation[name.as_str()] = value.clone();
        }
        observation
    }
}

fn loinc(code: &str, display: &str, text: &str) -> Value {
    json!({ "coding": [{ "system": LOINC, "code": code, "display": display }], "text": text })
}

fn own(code: &str, text: &str) -> Value {
    json!({ "coding": [{ "system": OWN, "code": code, "display": text }], "text": text })
}

/// The days up to and including a day.
fn past(last: NaiveDate, days: u64) -> Value {
    let first = last.checked_sub_days(Days::new(days - 1)).unwrap_or(last);
    json!({ "effectivePeriod": { "start": first.to_string(), "end": last.to_string() } })
}

fn whole(number: f64) -> Value {
    json!((number + 0.5).floor() as i64)
}
