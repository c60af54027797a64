//! Owns the document: its sections, each with words that can be read and the resources that say the same.
//! May use: i18n, the other files of this folder. Must not: say something that no other channel says.

use serde_json::{Value, json};

use super::answers::{is_complete, response, state_words};
use super::findings::Finding;
use super::health::{self, Empty, Named};
use super::narrative::Narrative;
use super::{Entry, LOINC, Report, diary, medicines, proposals, ratings, signs};
use crate::domain::handout::patient_summary::SummaryLine;
use crate::i18n::patient_summary;
use crate::i18n::words::month_words;
use crate::knowledge::VERSION;

/// A part of the document.
pub(super) struct Section {
    title: &'static str,
    text: Option<Value>,
    pub entries: Vec<Entry>,
    /// Why there is nothing in it.
    empty: Option<Value>,
}

/// Every section, the most important first.
pub(super) fn sections(report: &Report) -> Vec<Section> {
    let t = report.t;
    let words = &t.exchange.fhir;
    let mut sections = vec![
        in_short(report),
        warning_signs(report),
        of_lists(
            report,
            t.allergies_label,
            "allergy",
            &[(words.list_of_reactions, health::ALLERGIES)],
            health::allergies(report),
        ),
        of_lists(
            report,
            t.conditions_label,
            "condition",
            &[(words.list_of_illnesses, health::CONDITIONS)],
            health::conditions(report),
        ),
        of_lists(
            report,
            words.medicines,
            "medicine",
            &[
                (words.list_for_pain, medicines::LIST),
                (words.list_of_kinds, medicines::KINDS),
            ],
            medicines::medicines(report),
        ),
        of_findings(report, words.ratings, ratings::ratings(report)),
        of_findings(report, words.counts, diary::counts(report)),
        of_findings(report, t.exchange.archive_diary, diary::entries(report)),
        goals(report),
        plan(report),
        answers(report),
    ];
    sections.retain(|section| section.text.is_some());
    sections
}

/// The report as a whole.
pub(super) fn composition(report: &Report, sections: &[Section]) -> Value {
    let sections: Vec<Value> = sections.iter().map(Section::value).collect();
    json!({
        "resourceType": "Composition",
        "status": if is_complete(report) { "final" } else { "preliminary" },
        "type": { "coding": [{ "system": LOINC, "code": "51855-5", "display": "Patient Note" }] },
        "subject": report.reference("patient"),
        "date": report.record.date.to_string(),
        "author": report.authors(),
        "title": report.t.exchange.report_title,
        "section": sections,
    })
}

impl Section {
    fn value(&self) -> Value {
        let mut section = json!({ "title": self.title.trim_end_matches(':') });
        if let Some(text) = &self.text {
            section["text"] = text.clone();
        }
        if !self.entries.is_empty() {
            let references: Vec<Value> = self.entries.iter().map(Entry::reference).collect();
            section["entry"] = references.into();
        } else if let Some(empty) = &self.empty {
            section["emptyReason"] = empty.clone();
        }
        section
    }

    fn of(title: &'static str, text: Narrative, entries: Vec<Entry>) -> Self {
        Self {
            title,
            text: text.value(),
            entries,
            empty: None,
        }
    }
}

/// The summary that stands in every channel: warning signs first.
fn in_short(report: &Report) -> Section {
    let t = report.t;
    let summary = patient_summary(t, &report.record.handout);
    let mut text = Narrative::of(summary.lines.iter().map(SummaryLine::whole));
    text.paragraph(&(t.rules_version)(VERSION));
    text.paragraph(t.exchange.loinc_notice);
    Section::of(t.in_short, text, Vec::new())
}

/// Whether warning signs were asked for, and to which the person did not say no.
fn warning_signs(report: &Report) -> Section {
    let words = &report.t.exchange.fhir;
    let response = report.record.response;
    let asked = match (response.safety_asked, response.urgent_asked) {
        (Some(day), _) => (words.signs_asked)(day),
        (None, Some(day)) => (words.urgent_asked)(day),
        (None, None) => words.signs_not_asked.to_owned(),
    };
    let rows = signs::rows(report);
    let mut text = Narrative::of([asked]);
    if response.safety_asked.or(response.urgent_asked).is_some() {
        if rows.is_empty() {
            text.paragraph(words.no_sign);
        }
        let (n_no, n_open) = signs::counts(report);
        text.paragraph(&(words.sign_counts)(n_no, n_open));
    }
    text.table(words.heads, &rows);
    Section::of(words.signs, text, Vec::new())
}

/// What the person named of a list, or of several; and of each in which nothing stands, why.
fn of_lists(
    report: &Report,
    title: &'static str,
    kind: &str,
    lists: &[(&str, &str)],
    named: Vec<Named>,
) -> Section {
    let words = &report.t.exchange.fhir;
    let say = |empty: Empty| match empty {
        Empty::None => words.none_named,
        Empty::NotAsked => words.not_asked,
        Empty::Declined => words.left_out,
    };
    let states = lists
        .iter()
        .map(|(label, item)| (*label, health::emptiness(report, item)));
    let empty: Vec<(&str, Empty)> = states
        .filter_map(|(label, empty)| Some((label, empty?)))
        .collect();
    let mut text = Narrative::default();
    for (label, empty) in &empty {
        text.paragraph(&format!("{label}: {}", say(*empty)));
    }
    let lines: Vec<String> = named
        .iter()
        .map(|(_, resource)| line(report, resource))
        .collect();
    text.list(&lines);
    // None of several lists is none only when each of them was answered so.
    let reason = [Empty::NotAsked, Empty::Declined, Empty::None]
        .into_iter()
        .find(|reason| empty.iter().any(|(_, empty)| empty == reason))
        .filter(|_| named.is_empty());
    Section {
        empty: reason.map(|reason| health::empty_reason(reason, say(reason))),
        ..Section::of(title, text, report.named_entries(kind, named))
    }
}

/// A thing that the person named, with all that they said of it.
fn line(report: &Report, resource: &Value) -> String {
    let name = resource["code"]["text"].as_str();
    let name = name
        .or(resource["medicationCodeableConcept"]["text"].as_str())
        .unwrap_or_default();
    let mut said: Vec<String> = Vec::new();
    if resource["verificationStatus"]["coding"][0]["code"] == "refuted" {
        said.push(report.t.exchange.fhir.not_there.to_owned());
    }
    if matches!(resource["status"].as_str(), Some("stopped" | "unknown")) {
        said.push(report.t.exchange.fhir.not_in_use.to_owned());
    }
    if let Some(since) = resource["effectivePeriod"]["start"].as_str() {
        said.push((report.t.exchange.fhir.since)(since));
    }
    let texts = ["dosage", "statusReason", "note"].map(|field| resource[field].as_array());
    let texts = texts.into_iter().flatten().flatten();
    said.extend(texts.filter_map(|text| text["text"].as_str().map(str::to_owned)));
    let day = resource["recordedDate"]
        .as_str()
        .or(resource["dateAsserted"].as_str());
    said.extend(day.map(|day| (report.t.exchange.fhir.told_on)(day)));
    match said.is_empty() {
        true => name.to_owned(),
        false => format!("{name}: {}", said.join("; ")),
    }
}

fn of_findings(report: &Report, title: &'static str, findings: Vec<Finding>) -> Section {
    let rows: Vec<[String; 3]> = findings.iter().map(|finding| finding.row(report)).collect();
    let mut text = Narrative::default();
    text.table(report.t.exchange.fhir.heads, &rows);
    let mut entries: Vec<Entry> = Vec::new();
    let mut findings = findings;
    for place in 0..findings.len() {
        // Two places with the same regions are two findings all the same.
        let twins = findings[..place]
            .iter()
            .filter(|other| other.key == findings[place].key);
        let n_twins = twins.count();
        if n_twins > 0 {
            findings[place].key = format!("{} {n_twins}", findings[place].key);
        }
        entries.push(findings[place].entry(report));
    }
    Section::of(title, text, entries)
}

fn goals(report: &Report) -> Section {
    let named = proposals::goals(report);
    let lines: Vec<String> = report
        .record
        .handout
        .goals
        .iter()
        .map(|goal| match month_words(report.t, &goal.by) {
            by if by.is_empty() => goal.words.clone(),
            by => format!("{}, {by}", goal.words),
        })
        .collect();
    let mut text = Narrative::default();
    text.list(&lines);
    Section::of(report.t.my_goal, text, report.named_entries("goal", named))
}

fn plan(report: &Report) -> Section {
    let plan = proposals::care_plan(report);
    let mut text = Narrative::default();
    let activities = plan
        .iter()
        .flat_map(|plan| plan["activity"].as_array())
        .flatten();
    let lines: Vec<String> = activities
        .filter_map(|activity| activity["detail"]["description"].as_str())
        .map(|words| words.replace('\n', ": "))
        .collect();
    text.list(&lines);
    let entries = plan.map(|plan| report.entry("plan", "", plan));
    Section::of(
        report.t.exchange.points_to_discuss,
        text,
        entries.into_iter().collect(),
    )
}

/// Every question with its answer, or with the state that it is in.
fn answers(report: &Report) -> Section {
    let items = report.record.course.visible.iter();
    let rows: Vec<[String; 2]> = items
        .filter_map(|item| {
            let said = state_words(report, item)?;
            Some([item.ask.to_owned(), said])
        })
        .collect();
    let mut text = Narrative::default();
    text.table(report.t.exchange.fhir.answer_heads, &rows);
    let entry = report.entry("answers", "", response(report));
    Section::of(report.t.exchange.archive_answers, text, vec![entry])
}
