//! Owns the builder of the one summary that stands in every channel: from the hand-out to its lines in words.
//! May use: the hand-out, the catalogue, the texts of the knowledge. Must not: a text of its own; layout, escaping, a format.
//!
//! Paper takes its safety strip from here, text and codes take [`PatientSummary::within`], the readable archive and the
//! narrative of the health record take all lines. The hand-out is the one that the person lets out ([`PaperChoices`]).
//!
//! [`PaperChoices`]: crate::domain::handout::PaperChoices

use super::Messages;
use super::sheets_told::{agreed_line, diagnosis_line};
use super::words::{effect_words, joined, medicine_dose, sign_name, tried_detail, tried_name};
use crate::domain::handout::patient_summary::{PatientSummary, SummaryLine, SummaryPart};
use crate::domain::handout::{Asked, FiredSign, Handout, PaperBlock, SafetyStrip, Ticked};
use crate::domain::questionnaire::model::{Medicine, SafetyAnswer};

/// The summary of a hand-out, whole.
pub fn patient_summary(t: &'static Messages, handout: &Handout) -> PatientSummary {
    let words = t.patient_summary;
    let as_of = (t.exchange.as_of)(handout.date);
    let head = SummaryLine {
        short: Some((words.head)(handout.date)),
        ..line(
            SummaryPart::Head,
            "",
            format!(
                "{}. {as_of}. {}",
                t.exchange.report_title, t.exchange.self_reported
            ),
        )
    };
    let mut lines = vec![head];
    let who = (words.filled_in)(&handout.filled_in);
    lines.extend(who.map(|who| line(SummaryPart::FilledIn, words.filled_in_label, who)));
    lines.extend(safety_lines(t, &handout.safety));
    lines.push(medicines(t, handout));
    lines.push(line(SummaryPart::InShort, t.in_short, (t.summary)(handout)));
    let wish = handout.wish.clone().unwrap_or_default();
    let told: Vec<String> = handout
        .diagnoses
        .iter()
        .map(|diagnosis| diagnosis_line(t, diagnosis))
        .collect();
    let tried = handout.tried.iter().map(|tried| {
        let effect = effect_words(t, tried.effect);
        let detail = tried_detail(t, tried);
        match detail.is_empty() {
            true => format!("{}: {effect}", tried_name(tried)),
            false => format!("{}: {effect} ({detail})", tried_name(tried)),
        }
    });
    let agreed = handout.since.agreed.first();
    let agreed = agreed.map(|agreed| (t.after_visit.agreed)(agreed.agreement.agreed));
    let questions = handout.questions.iter().enumerate();
    let questions = questions.map(|(place, question)| format!("{}. {question}", place + 1));
    let diary = match handout.logged.days {
        0 => String::new(),
        days => (t.logged_of)(days, handout.logged.of),
    };
    let rest = [
        (SummaryPart::Wish, t.wish_label, wish),
        (
            SummaryPart::Told,
            t.paper.told_label,
            joined_lines(told, "; "),
        ),
        (
            SummaryPart::Agreed,
            &agreed.unwrap_or_default(),
            agreed_line(t, &handout.since),
        ),
        (
            SummaryPart::Tried,
            t.exchange.tried,
            joined_lines(tried, "; "),
        ),
        (
            SummaryPart::Questions,
            t.exchange.questions,
            joined_lines(questions, " "),
        ),
        (SummaryPart::Diary, words.diary_label, diary),
    ];
    let said = rest.into_iter().filter(|(_, _, text)| !text.is_empty());
    lines.extend(said.map(|(part, label, text)| line(part, label, text)));
    PatientSummary {
        lines,
        left_out: words.left_out,
    }
}

/// Everything of the strip, in the order in which it is read. A field of it that is not said here does not compile.
pub(super) fn safety_lines(t: &'static Messages, strip: &SafetyStrip) -> Vec<SummaryLine> {
    let words = t.patient_summary;
    let SafetyStrip {
        asked,
        signs,
        clashing,
        clashes,
        twice,
        above,
        checked,
        allergies,
        reaction,
        conditions,
        medicines,
        pregnancy,
    } = strip;
    let mut lines = vec![line(
        SummaryPart::SignsAsked,
        words.signs_label,
        (words.signs_asked)(*asked, !signs.is_empty()),
    )];
    lines.extend(signs.iter().map(|sign| sign_line(t, sign)));
    // The sentences name the medicines; without one the kinds and illnesses behind the sign are named.
    let clash = match clashes.is_empty() {
        true => clashing.join(" + "),
        false => each_once(clashes),
    };
    // A line each, so that none is too long for one code.
    let medicine_words = super::medicine_words(super::Lang::English);
    let twice = twice.iter().map(medicine_words.twice);
    let above = above.iter().map(medicine_words.list_line);
    let said = [clash].into_iter().chain(twice).chain(above);
    let said = said.filter(|text| !text.is_empty());
    lines.extend(said.map(|text| line(SummaryPart::Clash, words.clash_label, text)));
    if !checked.is_empty() {
        let names = checked.iter().map(|question| sign_name(question));
        let text = joined_lines(names.map(str::to_owned), "; ");
        lines.push(line(SummaryPart::Checked, words.checked_label, text));
    }
    lines.push(line(
        SummaryPart::Allergies,
        t.allergies_label,
        ticked(t, allergies),
    ));
    lines.extend(
        reaction
            .as_ref()
            .map(|told| line(SummaryPart::Reaction, words.reaction_label, told.clone())),
    );
    lines.push(line(
        SummaryPart::Conditions,
        t.conditions_label,
        ticked(t, conditions),
    ));
    lines.extend(pregnancy.map(|option| {
        line(
            SummaryPart::Pregnancy,
            t.pregnancy_label,
            option.label.to_owned(),
        )
    }));
    let key = match medicines {
        Ticked::None => words.no_medicine.to_owned(),
        Ticked::Others => words.no_key_medicine.to_owned(),
        other => ticked(t, other),
    };
    lines.push(line(
        SummaryPart::KeyMedicines,
        t.risky_medicines_label,
        key,
    ));
    lines
}

/// Sentences about several medicines, and what they tell to do alike only behind the last.
fn each_once(texts: &[String]) -> String {
    let sentences = texts.iter().flat_map(|text| text.split_inclusive(". "));
    let sentences: Vec<&str> = sentences
        .map(|text| text.trim().trim_end_matches('.'))
        .collect();
    let is_last = |place: &usize| !sentences[place + 1..].contains(&sentences[*place]);
    let kept = (0..sentences.len()).filter(is_last);
    let kept: Vec<&str> = kept.map(|place| sentences[place]).collect();
    format!("{}.", kept.join(". "))
}

fn line(part: SummaryPart, label: &str, text: String) -> SummaryLine {
    SummaryLine {
        part,
        label: label.trim_end_matches(':').to_owned(),
        text: one_line(&text),
        short: None,
    }
}

/// The urgency, what it may point to, and what the person answered when.
fn sign_line(t: &'static Messages, sign: &FiredSign) -> SummaryLine {
    let words = t.patient_summary;
    let suspect = sign.warning.flag.suspect;
    // Without the list of all its forms and where they stand.
    let ends = [": ", "; ", ". ", " ("].map(|mark| suspect.find(mark).unwrap_or(suspect.len()));
    let end = ends.into_iter().min().unwrap_or(suspect.len());
    let head = format!("{}?", &suspect[..end]);
    let dealt_with = sign.dealt_with.map_or_else(String::new, |dealt| {
        format!("{}.", (words.dealt_with)(dealt))
    });
    let of_state = |(_, state): (SafetyAnswer, &str)| {
        let state = SafetyAnswer::from_word(state)?;
        let said = sign.said.iter().filter(|(_, answer)| *answer == state);
        let names = said.map(|(question, _)| sign_name(question).to_owned());
        let names = joined_lines(names, "; ");
        (!names.is_empty()).then(|| ((words.state)(state), names))
    };
    let states: Vec<(&str, String)> = SafetyAnswer::WORDS
        .into_iter()
        .filter_map(of_state)
        .collect();
    let said = states
        .iter()
        .map(|(state, names)| format!("{state}: {names}."));
    let said = joined_lines(said, " ");
    let only_states = joined_lines(states.iter().map(|(state, _)| format!("{state}.")), " ");
    SummaryLine {
        part: SummaryPart::Sign,
        label: (t.class)(sign.warning.class).to_owned(),
        text: joined(&[&head, &said, &dealt_with], " "),
        short: Some(joined(&[&head, &only_states, &dealt_with], " ")),
    }
}

fn ticked(t: &'static Messages, ticked: &Ticked) -> String {
    let words = t.patient_summary;
    match ticked {
        Ticked::NotAsked => words.not_asked.to_owned(),
        Ticked::NotAnswered => t.not_answered.to_owned(),
        Ticked::Withheld => words.withheld.to_owned(),
        Ticked::Others => words.unknown.to_owned(),
        Ticked::None => words.none_of_those.to_owned(),
        Ticked::Some(options) => {
            let labels: Vec<&str> = options.iter().map(|option| option.label).collect();
            labels.join("; ")
        }
    }
}

/// Every medicine with its dose; how often and the like give way before a name does.
fn medicines(t: &'static Messages, handout: &Handout) -> SummaryLine {
    let words = t.patient_summary;
    let with_dose = |medicine: &Medicine| {
        let dose = medicine_dose(t, medicine);
        one_line(&joined(&[&medicine.name, &dose], " "))
    };
    let with_all = |medicine: &Medicine| {
        let often = medicine.often.map_or("", t.assessment.often);
        joined(
            &[&with_dose(medicine), often, &one_line(&medicine.dose)],
            ", ",
        )
    };
    let (text, short) = match handout.medicines_asked {
        _ if !handout.shows(PaperBlock::Medicines) => (words.withheld.to_owned(), None),
        Asked::No => (words.not_asked.to_owned(), None),
        Asked::NotAnswered => (t.not_answered.to_owned(), None),
        Asked::Yes if handout.medicines.is_empty() => (t.medicine_none.to_owned(), None),
        Asked::Yes => (
            joined_lines(handout.medicines.iter().map(with_all), "; "),
            Some(joined_lines(handout.medicines.iter().map(with_dose), "; ")),
        ),
    };
    SummaryLine {
        short,
        ..line(SummaryPart::Medicines, words.medicines_label, text)
    }
}

/// What the person wrote may have breaks of lines in it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined_lines(lines: impl IntoIterator<Item = String>, mark: &str) -> String {
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join(mark)
}
