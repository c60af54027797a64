//! Owns how the hand-out is said in words, in any language: from data to the texts of the sheets.
//! May use: the hand-out, the catalogue, the texts of the knowledge. Must not: shorten; a text of its own.

use super::words::{effect_words, joined, month_words, tried_name};
use super::{Messages, PlanWords};
use crate::domain::arrangements::Reasons;
use crate::domain::handout::sheets::{
    Cells, ChartSize, Named, OptionCells, Rows, Sheets, StripRow,
};
use crate::domain::handout::since::Since;
use crate::domain::handout::{Handout, OptionRow, PaperBlock, PaperText, SafetyStrip, Ticked};
use crate::domain::plan::combinations::judge_of;
use crate::domain::questionnaire::model::{Diagnosis, Goal, Medicine, Site, TestDone, Tried};
use crate::domain::treatments::trials::doubts;
use crate::knowledge::{Level, VERSION, item};

/// The pages in words, whole.
pub fn sheets(t: &'static Messages, w: &'static PlanWords, handout: &Handout) -> Sheets {
    let reworded = |text: PaperText| handout.reworded.get(&text).cloned();
    let shown = |block: PaperBlock| handout.shows(block);
    let wish = reworded(PaperText::Wish).or_else(|| handout.wish.clone());
    let wish = wish.map(|wish| wish.trim().to_owned());
    let story = reworded(PaperText::Story).or_else(|| handout.story.clone());
    let tests = reworded(PaperText::Tests).map_or_else(|| tests(t, handout), filled);
    let goals = reworded(PaperText::Goal).map_or_else(|| goals(t, handout), filled);
    let contributors = [
        &handout.contributors.body,
        &handout.contributors.mind,
        &handout.contributors.life,
    ];
    Sheets {
        name: handout
            .name
            .clone()
            .unwrap_or_else(|| match shown(PaperBlock::Name) {
                true => t.name_line.to_owned(),
                false => String::new(),
            }),
        visit: handout
            .visit
            .as_deref()
            .map(t.visit_line)
            .unwrap_or_default(),
        strip: strip(t, w, &handout.safety),
        wish: wish
            .filter(|wish| !wish.is_empty())
            .map_or_else(|| t.not_answered.to_owned(), |wish| format!("“{wish}”")),
        reasons: handout
            .reasons
            .iter()
            .map(|(option, ticked)| (option.label.to_owned(), *ticked))
            .collect(),
        summary: (t.summary)(handout),
        story: story
            .filter(|story| !story.trim().is_empty())
            .map_or_else(String::new, |story| format!("“{}”", story.trim())),
        notes: notes(t, handout),
        has_map: !handout.sites.is_empty(),
        small_map: false,
        sites: Rows::all(
            handout
                .sites
                .iter()
                .map(|numbered| Named {
                    name: numbered.name.clone(),
                    text: (t.site_line)(&numbered.site),
                })
                .collect(),
        ),
        tests: Rows::all(tests),
        impact: (t.impact)(handout),
        chart: match (shown(PaperBlock::Diary), handout.logged.days > 0) {
            (false, _) => ChartSize::LeftOut,
            (true, false) => ChartSize::Empty,
            (true, true) => ChartSize::Full,
        },
        medicines: shown(PaperBlock::Medicines).then(|| {
            Rows::all(
                handout
                    .medicines
                    .iter()
                    .map(|medicine| medicine_cells(t, medicine))
                    .collect(),
            )
        }),
        no_medicines: none_or_unknown(t, t.medicine_none, handout.medicines_known),
        tried: shown(PaperBlock::Tried).then(|| {
            Rows::all(
                handout
                    .tried
                    .iter()
                    .map(|tried| tried_cells(t, tried))
                    .collect(),
            )
        }),
        no_tried: none_or_unknown(t, t.tried_none, handout.tried_known),
        contributors: contributors
            .map(|list| Rows::all(list.iter().map(|label| (*label).to_owned()).collect())),
        sways: sways(t, handout),
        goals: shown(PaperBlock::Goals).then(|| Rows::all(goals)),
        limits: Rows::all(
            handout
                .preferences
                .iter()
                .chain(&handout.limits)
                .map(|option| option.label.to_owned())
                .collect(),
        ),
        options: shown(PaperBlock::Options).then(|| {
            Rows::all(
                handout
                    .options
                    .iter()
                    .map(|row| option_cells(t, w, row))
                    .collect(),
            )
        }),
        no_options: t.plan_empty.to_owned(),
        together: Rows::all(together(handout)),
        questions: Rows::all(handout.questions.clone()),
        feet: [(t.foot_one)(VERSION), (t.foot_two)(VERSION)],
    }
}

/// The text as it stands without new words, for the field in which it can be worded anew.
pub fn own_words(t: &'static Messages, handout: &Handout, text: PaperText) -> String {
    match text {
        PaperText::Summary => (t.summary)(handout),
        PaperText::Wish => handout.wish.clone().unwrap_or_default(),
        PaperText::Story => handout.story.clone().unwrap_or_default(),
        PaperText::Tests => tests(t, handout).join("; "),
        PaperText::Goal => goals(t, handout).join("; "),
    }
}

fn tests(t: &'static Messages, handout: &Handout) -> Vec<String> {
    let lines = handout.tests.iter().map(|test| test_line(t, test));
    lines.collect()
}

fn goals(t: &'static Messages, handout: &Handout) -> Vec<String> {
    let lines = handout.goals.iter().map(|goal| goal_line(t, goal));
    lines.collect()
}

fn filled(words: String) -> Vec<String> {
    Some(words.trim().to_owned())
        .filter(|words| !words.is_empty())
        .into_iter()
        .collect()
}

fn none_or_unknown(t: &'static Messages, none: &str, is_known: bool) -> String {
    if is_known { none } else { t.not_answered }.to_owned()
}

fn strip(t: &'static Messages, w: &'static PlanWords, strip: &SafetyStrip) -> Vec<StripRow> {
    let list = |label: &str, ticked: &Ticked| Named {
        name: format!("{label}:"),
        text: match ticked {
            Ticked::Unknown => t.not_answered.to_owned(),
            Ticked::None => t.none_named.to_owned(),
            Ticked::Some(options) => {
                let labels: Vec<&str> = options.iter().map(|option| option.label).collect();
                labels.join("; ")
            }
        },
    };
    let signs = match (strip.asked, strip.warnings.is_empty()) {
        (None, true) => t.signs_not_asked.to_owned(),
        (Some(asked), true) => (t.signs_none_on)(asked),
        (asked, false) => (t.signs_some_on)(asked),
    };
    let mut found: Vec<String> = strip
        .warnings
        .iter()
        .map(|warning| {
            let suspect = warning.flag.suspect;
            // What a sign may point to, without the list of all its forms.
            let short = suspect.split([':', ';']).next().unwrap_or(suspect);
            format!("{short} ({}).", (t.class)(warning.class))
        })
        .collect();
    if !strip.clashing.is_empty() {
        found.push(format!(
            "{}: {}.",
            w.clashes_now,
            strip.clashing.join(" + ")
        ));
    }
    if !strip.checked.is_empty() {
        found.push((t.signs_checked)(strip.checked.len()).trim().to_owned());
    }
    let mut rows = vec![
        StripRow::Wide(Named {
            name: signs,
            text: found.join(" "),
        }),
        StripRow::Pair(
            list(t.allergies_label, &strip.allergies),
            list(t.risky_medicines_label, &strip.medicines),
        ),
        StripRow::Wide(list(t.conditions_label, &strip.conditions)),
    ];
    if let Some(option) = strip.pregnancy {
        rows.push(StripRow::Wide(Named {
            name: format!("{}:", t.pregnancy_label),
            text: option.label.to_owned(),
        }));
    }
    rows
}

/// What was told so far, what the person thinks, and what they will tell.
fn notes(t: &'static Messages, handout: &Handout) -> Vec<Named> {
    let words = t.paper;
    let note = |name: &str, text: String| {
        (!text.trim().is_empty()).then(|| Named {
            name: name.to_owned(),
            text,
        })
    };
    let told: Vec<String> = handout
        .diagnoses
        .iter()
        .map(|diagnosis| diagnosis_line(t, diagnosis))
        .filter(|line| !line.is_empty())
        .collect();
    let in_person: Vec<String> = handout
        .in_person
        .iter()
        .map(|block| (words.block)(*block).to_lowercase())
        .collect();
    let since = &handout.since;
    let earlier = since.earlier.map(|date| (words.since)(date));
    let agreed = since
        .agreed
        .first()
        .map(|agreement| (words.agreed)(agreement.agreed));
    let belief = handout.belief.clone().unwrap_or_default();
    [
        note(&earlier.unwrap_or_default(), since_line(t, since)),
        note(&agreed.unwrap_or_default(), agreed_line(t, since)),
        note(words.told_label, told.join("; ")),
        note(words.belief_label, belief),
        note(words.in_person_label, in_person.join("; ")),
    ]
    .into_iter()
    .flatten()
    .collect()
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

fn agreed_line(t: &'static Messages, since: &Since) -> String {
    let lines = since.agreed.iter().filter_map(|agreement| {
        let step = agreement.step.trim();
        let done = match agreement.done {
            Some(_) => t.paper.agreed_done,
            None => t.paper.agreed_open,
        };
        (!step.is_empty()).then(|| format!("{step} ({done})"))
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn diagnosis_line(t: &'static Messages, diagnosis: &Diagnosis) -> String {
    let told = diagnosis.told.map_or("", t.paper.told);
    let how = joined(&[told, &diagnosis.by], ", ");
    match (diagnosis.name.trim(), how.as_str()) {
        (name, "") => name.to_owned(),
        (name, how) => format!("{name} ({how})"),
    }
}

fn test_line(t: &'static Messages, test: &TestDone) -> String {
    let options = item("tests.list").map_or(&[][..], |item| item.options);
    let kind = options.iter().find(|option| option.id == test.kind);
    let kind = kind.map_or(test.kind.as_str(), |option| option.label);
    let when = month_figures(&test.when.month, &test.when.year);
    let head = joined(&[kind, &test.part, &when], " ");
    let copy = match test.copy {
        Some(true) => t.paper.copy_with_me,
        _ => "",
    };
    // The result first: what is cut for want of room is the end.
    let head = joined(&[&head, &test.result], ": ");
    joined(&[&head, &test.place, copy], " · ")
}

fn goal_line(t: &'static Messages, goal: &Goal) -> String {
    joined(&[&goal.words, &month_words(t, &goal.by)], " – ")
}

/// What and how much · how often really · since · how much it helps · problems.
fn medicine_cells(t: &'static Messages, medicine: &Medicine) -> Cells {
    let dose = (t.assessment.dose)(medicine.strength.trim(), medicine.a_day.trim());
    let often = medicine.often.map_or("", t.assessment.often);
    [
        joined(&[&medicine.name, &dose], " "),
        joined(&[often, &medicine.dose], ", "),
        month_figures(&medicine.since.month, &medicine.since.year),
        medicine.helps.map(t.of_ten).unwrap_or_default(),
        medicine.problems.trim().to_owned(),
    ]
}

/// A month in figures: "5/2021", or the year alone.
fn month_figures(month: &str, year: &str) -> String {
    joined(&[month, year], "/")
}

/// Treatment · how much and how long · effect · why it was stopped · whether the trial was fair.
fn tried_cells(t: &'static Messages, tried: &Tried) -> Cells {
    let dose = (t.assessment.dose)(tried.dose_mg.trim(), "");
    let sessions = match tried.sessions.trim() {
        "" => String::new(),
        number => format!("{number} ×"),
    };
    let lasted = match tried.lasted.trim() {
        "" => String::new(),
        number => format!("{number} {}", (t.assessment.unit)(tried.lasted_unit)),
    };
    let still = if tried.still_using {
        t.still_using_short
    } else {
        ""
    };
    // In use and not yet said whether it helps: that is no missing answer.
    let effect = match (tried.effect, tried.still_using) {
        (None, true) => "",
        (effect, _) => effect_words(t, effect),
    };
    let effect = joined(
        &[effect, &tried.help.map(t.of_ten).unwrap_or_default()],
        ", ",
    );
    let marks: Vec<&str> = doubts(tried)
        .into_iter()
        .map(|mark| (t.paper.doubt)(mark.doubt))
        .collect();
    [
        tried_name(tried),
        joined(&[&dose, &sessions, &lasted, &tried.detail], ", "),
        joined(&[&effect, still], "; "),
        joined(&[&tried.stopped, &tried.problems], "; "),
        marks.join(", "),
    ]
}

/// What makes the places better and worse, each thing once.
fn sways(t: &'static Messages, handout: &Handout) -> String {
    let list = |of: fn(&Site) -> &Vec<String>, names: &[(&str, &str)]| {
        let mut words: Vec<&str> = Vec::new();
        for id in handout.sites.iter().flat_map(|place| of(&place.site)) {
            // A word that this version does not offer stands as it was saved.
            let named = names.iter().find(|(known, _)| known == id);
            let word = named.map_or(id.as_str(), |(_, name)| name);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.join(", ").to_lowercase()
    };
    let line = |name: &str, words: String| match words.is_empty() {
        true => String::new(),
        false => format!("{name} {words}."),
    };
    let worse = line(
        t.paper.sways_worse,
        list(|site| &site.worse, t.assessment.site_worse_names),
    );
    let better = line(
        t.paper.sways_better,
        list(|site| &site.better, t.assessment.site_better_names),
    );
    joined(&[&worse, &better], " ")
}

fn option_cells(t: &'static Messages, w: &'static PlanWords, row: &OptionRow) -> OptionCells {
    let therapy = row.line.therapy;
    // The name without its examples in brackets, which the person can look up in the app.
    let name = therapy.name.split([':', '(']).next();
    let name = name.unwrap_or(therapy.name).trim_end();
    let because = row
        .line
        .reasons
        .first()
        .map(|reason| reason.text.to_string());
    let caution = [Level::Avoid, Level::Specialist, Level::Tell]
        .into_iter()
        .find_map(|level| {
            row.line
                .cautions
                .iter()
                .find(|caution| caution.level == level)
        });
    let strength = row.line.strength().map(|strength| (t.strength)(strength).1);
    let judge = judge_of(therapy).map(|judge| (t.paper.judge)(judge.weeks));
    OptionCells {
        name: name.to_owned(),
        cells: [
            name.to_owned(),
            because.unwrap_or_default(),
            strength.unwrap_or_default().to_owned(),
            judge.unwrap_or_default(),
            caution
                .map_or(therapy.explained().risks, |caution| caution.say)
                .to_owned(),
        ],
        view: row.view,
        because: row
            .reasons
            .as_ref()
            .map_or_else(String::new, |reasons| own_reasons(t, w, reasons)),
    }
}

fn own_reasons(t: &'static Messages, w: &'static PlanWords, reasons: &Reasons) -> String {
    let ticked = reasons.ticked.iter().map(|reason| (w.reason)(*reason));
    let ticked: Vec<&str> = ticked.collect();
    let words = joined(&[&ticked.join(", "), &reasons.words], "; ");
    match words.is_empty() {
        true => words,
        false => format!("{} {words}", t.paper.because),
    }
}

/// What of the plan goes together, clashes or comes first, without what rests on a caution: that stands at its option.
/// What clashes among the medicines in use stands first, by their names, instead of the row about their kinds.
fn together(handout: &Handout) -> Vec<String> {
    let named = !handout.clashes.is_empty();
    let rows = handout
        .together
        .iter()
        .filter(|found| found.row.cautions.is_empty())
        .filter(|found| !(named && found.one.is_empty()))
        .map(|found| found.row.text.to_owned());
    handout.clashes.iter().cloned().chain(rows).collect()
}
