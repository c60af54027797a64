//! Owns how the hand-out is said in words, in any language: from data to the texts of the sheets.
//! May use: the hand-out, the catalogue, the texts of the knowledge. Must not: shorten; a text of its own.

use super::patient_summary::safety_lines;
use super::sheets_told::{notes, told};
use super::words::{effect_words, joined, month_words, tried_name};
use super::{Messages, PlanWords};
use crate::domain::arrangements::Reasons;
use crate::domain::handout::patient_summary::{SummaryLine, SummaryPart};
use crate::domain::handout::sheets::{
    Cells, ChartSize, MapSize, Named, OptionCells, Print, Rows, Sheets, StripRow,
};
use crate::domain::handout::{Asked, Handout, OptionRow, PaperBlock, PaperText};
use crate::domain::plan::combinations::{Found, judge_of};
use crate::domain::plan::model::Section;
use crate::domain::questionnaire::model::{Goal, Medicine, Site, TestDone, Tried};
use crate::domain::treatments::trials::doubts;
use crate::knowledge::{CombinationKind, Domain, Level, VERSION, item, therapy};

/// Logged days from which on a picture of the diary says something.
const DAYS_OF_A_PICTURE: usize = 4;

/// The pages in words, whole.
pub fn sheets(t: &'static Messages, w: &'static PlanWords, handout: &Handout) -> Sheets {
    let reworded = |text: PaperText| handout.reworded.get(&text).cloned();
    let shown = |block: PaperBlock| handout.shows(block);
    let wish = reworded(PaperText::Wish).or_else(|| handout.wish.clone());
    let wish = wish.map(|wish| wish.trim().to_owned());
    let story = reworded(PaperText::Story).or_else(|| handout.story.clone());
    let tests = reworded(PaperText::Tests).map_or_else(|| tests(t, handout), filled);
    let goals = reworded(PaperText::Goal).map_or_else(|| goals(t, handout), filled);
    let parts = &handout.contributors;
    let unless_out = |block: PaperBlock, asked: Asked| match shown(block) {
        true => asked,
        false => Asked::No,
    };
    let contributors = [
        (&parts.body, parts.body_asked),
        (
            &parts.mind,
            unless_out(PaperBlock::Mood, parts.around_asked),
        ),
        (
            &parts.life,
            unless_out(PaperBlock::Life, parts.around_asked),
        ),
    ];
    let lines = safety_lines(t, &handout.safety);
    let named = |part: SummaryPart, say: fn(&SummaryLine) -> &String| -> Vec<Named> {
        let of_part = lines.iter().filter(|line| line.part == part);
        of_part.map(|line| strip_text(line, say)).collect()
    };
    let mut signs_asked = named(SummaryPart::SignsAsked, |line| &line.text);
    let signs = named(SummaryPart::Sign, |line| &line.text);
    let short_signs = named(SummaryPart::Sign, SummaryLine::fewest_words);
    let strip = strip(&lines);
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
        filled_in: (t.patient_summary.filled_in)(&handout.filled_in)
            .map(|who| Named {
                name: format!("{}:", t.patient_summary.filled_in_label),
                text: who,
            })
            .unwrap_or_default(),
        signs_asked: signs_asked.pop().unwrap_or_default(),
        signs: Rows::all(signs),
        short_signs,
        strip,
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
        told: told(t, handout),
        notes: notes(t, handout),
        map: match handout.sites.is_empty() {
            true => MapSize::Empty,
            false => MapSize::Full,
        },
        sites: Rows::all(
            handout
                .sites
                .iter()
                .map(|numbered| Named {
                    name: numbered.name.clone(),
                    text: (t.site_line)(&numbered.site),
                })
                .collect(),
        )
        .or(none_or_unknown(t, "", handout.sites_asked)),
        tests: Rows::all(tests),
        impact: (t.impact)(handout),
        chart: match (shown(PaperBlock::Diary), handout.logged.days) {
            (false, _) => ChartSize::LeftOut,
            (true, 0) => ChartSize::Empty,
            (true, ..DAYS_OF_A_PICTURE) => ChartSize::Few,
            (true, _) => ChartSize::Full,
        },
        medicines: shown(PaperBlock::Medicines).then(|| {
            Rows::all(
                handout
                    .medicines
                    .iter()
                    .map(|medicine| medicine_cells(t, medicine))
                    .collect(),
            )
            .or(none_or_unknown(t, t.medicine_none, handout.medicines_asked))
        }),
        tried: shown(PaperBlock::Tried).then(|| {
            Rows::all(
                handout
                    .tried
                    .iter()
                    .map(|tried| tried_cells(t, tried))
                    .collect(),
            )
            .or(none_or_unknown(t, t.tried_none, handout.tried_asked))
        }),
        contributors: contributors.map(|(list, asked)| {
            let rows = list.iter().map(|label| (*label).to_owned());
            Rows::all(rows.collect()).or(none_of_those(t, asked))
        }),
        sways: sways(t, handout),
        goals: shown(PaperBlock::Goals)
            .then(|| Rows::all(goals).or(none_of_those(t, handout.goals_asked))),
        limits: Rows::all(
            handout
                .preferences
                .iter()
                .chain(&handout.limits)
                .map(|option| option.label.to_owned())
                .collect(),
        )
        .or(none_of_those(t, handout.limits_asked)),
        options: shown(PaperBlock::Options).then(|| {
            Rows::all(
                handout
                    .options_on_paper()
                    .into_iter()
                    .map(|row| option_cells(t, w, row))
                    .collect(),
            )
            .or(t.plan_empty)
        }),
        clashes: Rows::all(clashes(handout)),
        together: Rows::all(together(handout)),
        questions: Rows::all(handout.questions.clone()),
        elsewhere: [Print::Normal, Print::Large]
            .map(|print| (t.paper.see_page)(print.n_pages() + 1)),
        feet: [
            (t.foot_one)(&handout.filled_in, VERSION),
            (t.foot_two)(VERSION),
        ],
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

/// In place of a list that is a block of its own.
fn none_or_unknown(t: &'static Messages, none: &'static str, asked: Asked) -> &'static str {
    match asked {
        Asked::No => t.patient_summary.not_asked,
        Asked::NotAnswered => t.not_answered,
        Asked::Yes => none,
    }
}

/// In place of a list beside others, which is left out when nobody asked for it.
fn none_of_those(t: &'static Messages, asked: Asked) -> &'static str {
    match asked {
        Asked::No => "",
        Asked::NotAnswered => t.not_answered,
        Asked::Yes => t.patient_summary.none_of_those,
    }
}

fn strip_text(line: &SummaryLine, say: fn(&SummaryLine) -> &String) -> Named {
    Named {
        name: format!("{}:", line.label),
        text: say(line).clone(),
    }
}

/// The lines of the summary about safety that follow the signs, as rows of the strip.
fn strip(lines: &[SummaryLine]) -> Vec<StripRow> {
    let named = |line: &SummaryLine| strip_text(line, |line| &line.text);
    let of = |part: SummaryPart| lines.iter().find(|line| line.part == part).map(named);
    let row = |line: &SummaryLine| match line.part {
        SummaryPart::SignsAsked | SummaryPart::Sign | SummaryPart::KeyMedicines => None,
        SummaryPart::Reaction => Some(StripRow::Own(named(line))),
        // Two short ones stand beside one another.
        SummaryPart::Allergies => Some(match of(SummaryPart::KeyMedicines) {
            Some(medicines) => StripRow::Pair(named(line), medicines),
            None => StripRow::Wide(named(line)),
        }),
        _ => Some(StripRow::Wide(named(line))),
    };
    lines.iter().filter_map(row).collect()
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
    Cells {
        cells: [
            joined(&[&medicine.name, &dose], " "),
            joined(&[often, &medicine.dose], ", "),
            month_figures(&medicine.since.month, &medicine.since.year),
            medicine.helps.map(t.of_ten).unwrap_or_default(),
            medicine.problems.trim().to_owned(),
        ],
        insists: true,
    }
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
        number => (t.number_with_unit)(number, Some((t.assessment.unit)(tried.lasted_unit))),
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
    // Own words that name no treatment of ours may be a medicine when there is a dose.
    let is_medicine = match therapy(tried.therapy.as_str()) {
        Some(therapy) => therapy.domain == Domain::Medicine,
        None => !dose.is_empty(),
    };
    Cells {
        cells: [
            tried_name(tried),
            joined(&[&dose, &sessions, &lasted, &tried.detail], ", "),
            joined(&[&effect, still], "; "),
            joined(&[&tried.stopped, &tried.problems], "; "),
            marks.join(", "),
        ],
        // What a medicine did to somebody matters for the next one.
        insists: is_medicine && !tried.problems.trim().is_empty(),
    }
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
    // All of them, the gravest first: one that is left out is one that nobody asks about.
    let levels = [Level::Avoid, Level::Specialist, Level::Tell].into_iter();
    let cautions = levels.flat_map(|level| {
        let of_level = row.line.cautions.iter();
        of_level.filter(move |caution| caution.level == level)
    });
    let mut care: Vec<&str> = Vec::new();
    for caution in cautions {
        if !care.contains(&caution.say) {
            care.push(caution.say);
        }
    }
    if care.is_empty() {
        care.push(therapy.explained().risks);
    }
    let strength = row.line.strength().map(|strength| (t.strength)(strength).1);
    let judge = judge_of(therapy).map(|judge| (t.paper.judge)(judge.weeks));
    OptionCells {
        name: name.to_owned(),
        why: because.unwrap_or_default(),
        care: care.join(" "),
        guidelines: strength.unwrap_or_default().to_owned(),
        judge: judge.unwrap_or_default(),
        view: row.view,
        because: row
            .reasons
            .as_ref()
            .map_or_else(String::new, |reasons| own_reasons(t, w, reasons)),
        is_first: row.line.section == Section::First,
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

/// What clashes, without what rests on a caution: that stands at its option. What clashes among the medicines in use stands
/// first, by their names, instead of the row about their kinds.
fn clashes(handout: &Handout) -> Vec<String> {
    let named = !handout.clashes.is_empty();
    let rows = handout.together.iter();
    let rows = rows
        .filter(|found| found.row.kind == CombinationKind::Clash)
        .filter(|found| !(named && found.one.is_empty()));
    handout.clashes.iter().cloned().chain(found(rows)).collect()
}

/// What of the plan goes together or comes first.
fn together(handout: &Handout) -> Vec<String> {
    let rows = handout.together.iter();
    found(rows.filter(|found| found.row.kind != CombinationKind::Clash)).collect()
}

fn found<'a>(rows: impl Iterator<Item = &'a Found>) -> impl Iterator<Item = String> {
    rows.filter(|found| found.row.cautions.is_empty())
        .map(|found| found.row.text.to_owned())
}
