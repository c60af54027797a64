//! Owns the lines of page one about what was told, changed and agreed so far, in words.
//! May use: the hand-out, the catalogue. Must not: a text of its own.

use super::Messages;
use super::words::{joined, tried_name};
use crate::domain::handout::Handout;
use crate::domain::handout::sheets::Named;
use crate::domain::handout::since::Since;
use crate::domain::questionnaire::model::{Diagnosis, Medicine};

/// What was told so far, what changed since the last visit, what was agreed.
pub(super) fn told(t: &'static Messages, handout: &Handout) -> Vec<Named> {
    let words = t.paper;
    let told: Vec<String> = handout
        .diagnoses
        .iter()
        .map(|diagnosis| diagnosis_line(t, diagnosis))
        .filter(|line| !line.is_empty())
        .collect();
    let since = &handout.since;
    let earlier = since.earlier.map(|date| (words.since)(date));
    let agreed = since
        .agreed
        .first()
        .map(|agreed| (t.after_visit.agreed)(agreed.agreement.agreed) + ":");
    let notes = [
        note(&earlier.unwrap_or_default(), since_line(t, since)),
        note(&agreed.unwrap_or_default(), agreed_line(t, since)),
        note(words.told_label, told.join("; ")),
    ];
    notes.into_iter().flatten().collect()
}

/// What the person thinks, and what they will tell.
pub(super) fn notes(t: &'static Messages, handout: &Handout) -> Vec<Named> {
    let words = t.paper;
    let in_person: Vec<String> = handout
        .in_person
        .iter()
        .map(|block| (words.block)(*block).to_lowercase())
        .collect();
    let belief = handout.belief.clone().unwrap_or_default();
    let notes = [
        note(words.belief_label, belief),
        note(words.in_person_label, in_person.join("; ")),
    ];
    notes.into_iter().flatten().collect()
}

fn note(name: &str, text: String) -> Option<Named> {
    (!text.trim().is_empty()).then(|| Named {
        name: name.to_owned(),
        text,
    })
}

/// What changed against the earlier assessment.
fn since_line(t: &'static Messages, since: &Since) -> String {
    if since.earlier.is_none() {
        return String::new();
    }
    let words = t.paper;
    let names = |list: &[Medicine]| {
        let names: Vec<&str> = list.iter().map(|medicine| medicine.name.trim()).collect();
        names.join(", ")
    };
    let tried: Vec<String> = since.new_treatments.iter().map(tried_name).collect();
    let lists = [
        (words.new_medicines, names(&since.new_medicines)),
        (words.stopped_medicines, names(&since.stopped_medicines)),
        (words.new_treatments, tried.join(", ")),
    ];
    let numbers = since.numbers.iter();
    let mut parts: Vec<String> = numbers
        .map(|(number, before, now)| (words.number)(*number, *before, *now))
        .collect();
    parts.extend(
        since
            .diary
            .map(|(then, now)| (words.diary_then_now)(&then, &now)),
    );
    for (say, names) in lists {
        if !names.is_empty() {
            parts.push(say(&names));
        }
    }
    match parts.is_empty() {
        true => words.same_as_then.to_owned(),
        false => parts.join("; "),
    }
}

/// Each step or option with where it stands, and the number by which it is judged.
pub(super) fn agreed_line(t: &'static Messages, since: &Since) -> String {
    let w = t.after_visit;
    let lines = since.agreed.iter().filter_map(|agreed| {
        let agreement = &agreed.agreement;
        let is_named = !agreement.step.trim().is_empty() || agreement.therapy.is_some();
        let number = agreed
            .before_now
            .map(|(before, now)| (w.before_now)(agreement.judged_by(), &before, &now));
        let said = [
            Some((w.state)(agreement)),
            number,
            Some(agreement.result_words.trim().to_owned()),
        ];
        let said: Vec<String> = said
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
        is_named.then(|| format!("{} ({})", (w.name)(agreement), said.join("; ")))
    });
    lines.collect::<Vec<_>>().join("; ")
}

pub(super) fn diagnosis_line(t: &'static Messages, diagnosis: &Diagnosis) -> String {
    let told = diagnosis.told.map_or("", t.paper.told);
    let how = joined(&[told, &diagnosis.by], ", ");
    match (diagnosis.name.trim(), how.as_str()) {
        (name, "") => name.to_owned(),
        (name, how) => format!("{name} ({how})"),
    }
}
