//! The pages fit whatever was told, and nothing is lost on the way: what gives way stands in the appendix.

use proptest::prelude::*;
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series;
use tailored::domain::handout::fit::{Fitted, Part, fit, fits};
use tailored::domain::handout::layout::{PAGE_HEIGHT, heights};
use tailored::domain::handout::measure::Face;
use tailored::domain::handout::sheets::{
    Cells, ChartSize, MapSize, Named, OptionCells, Print, Rows, Sheets, StripRow,
};
use tailored::domain::handout::{Handout, PaperBlock, PaperChoices, PaperText, Showing};
use tailored::domain::questionnaire::response::{Response, View};
use tailored::i18n::{Lang, messages, plan_words, sheets};

use super::flow::day;
use super::handout::{made, wordy};
use super::personas::{PERSONAS, response};

const PRINTS: [Print; 2] = [Print::Normal, Print::Large];

fn said(handout: &Handout) -> Sheets {
    sheets(messages(Lang::English), plan_words(Lang::English), handout)
}

/// With a diary of four weeks, so that the picture is there.
fn with_days(mut handout: Handout) -> Handout {
    let entry = Entry {
        pain: Some(5),
        ..Entry::on("fit".into(), day())
    };
    handout.days = series::days(&[entry], day(), 28);
    handout.logged.days = 1;
    handout
}

/// Random answers, and new words that are longer than any page.
fn fullest() -> impl Strategy<Value = Sheets> {
    (
        wordy(),
        prop::collection::vec(any::<bool>(), 5),
        0usize..400,
    )
        .prop_map(|(response, reworded, n_words)| {
            let mut choices = PaperChoices::default();
            choices.show(PaperBlock::Substances, Showing::OnPaper);
            for (text, reworded) in PaperText::ALL.into_iter().zip(reworded) {
                if reworded {
                    choices.reword(text, Some("upstairs and ".repeat(n_words)));
                }
            }
            said(&choices.apply(with_days(made(&response))))
        })
}

/// Each text of the pages that somebody told or that comes from the plan, with the part to which it belongs.
fn texts(sheets: &Sheets) -> Vec<(Part, String)> {
    let mut texts = vec![
        (Part::Name, sheets.name.clone()),
        (Part::Name, sheets.visit.clone()),
        (Part::Wish, sheets.wish.clone()),
        (Part::Summary, sheets.summary.clone()),
        (Part::Story, sheets.story.clone()),
        (Part::Impact, sheets.impact.clone()),
        (Part::Contributors, sheets.sways.clone()),
    ];
    let mut add =
        |part: Part, more: Vec<String>| texts.extend(more.into_iter().map(|text| (part, text)));
    let own = |rows: &[Named]| {
        rows.iter()
            .map(|named| named.text.clone())
            .collect::<Vec<_>>()
    };
    add(Part::Strip, own(&sheets.signs.shown));
    let strip = sheets.strip.iter().flat_map(StripRow::parts);
    add(Part::Strip, strip.map(|named| named.text.clone()).collect());
    add(Part::Notes, own(&sheets.notes));
    add(Part::Sites, own(&sheets.sites.shown));
    add(Part::Tests, sheets.tests.shown.clone());
    let cells = |rows: &Option<Rows<Cells>>| {
        let rows = rows.iter().flat_map(|rows| &rows.shown);
        rows.flatten().cloned().collect::<Vec<_>>()
    };
    add(Part::Medicines, cells(&sheets.medicines));
    add(Part::Tried, cells(&sheets.tried));
    for list in &sheets.contributors {
        add(Part::Contributors, list.shown.clone());
    }
    add(
        Part::Goals,
        sheets
            .goals
            .iter()
            .flat_map(|rows| rows.shown.clone())
            .collect(),
    );
    add(Part::Limits, sheets.limits.shown.clone());
    for row in sheets.options.iter().flat_map(|rows| &rows.shown) {
        let row = row.clone();
        add(
            Part::Options,
            vec![
                row.name,
                row.why,
                row.care,
                row.guidelines,
                row.judge,
                row.because,
            ],
        );
    }
    add(Part::Together, sheets.together.shown.clone());
    add(Part::Questions, sheets.questions.shown.clone());
    texts
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_was_told_fits_on_the_pages(whole in fullest()) {
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0);
            prop_assert!(fits(&fitted.sheets, print), "{:?} {:?}", heights(&fitted.sheets, print), fitted.sheets);
        }
    }

    #[test]
    fn a_text_or_a_row_stands_whole_on_its_page_or_whole_in_the_appendix(whole in fullest()) {
        for print in PRINTS {
            let Fitted { sheets, cut } = fit(&whole, print, 0.0);
            for (part, text) in texts(&whole) {
                let line = one_line(&text);
                if line.is_empty() {
                    continue;
                }
                let on_page = texts(&sheets).iter().any(|(of, shown)| *of == part && one_line(shown) == line);
                let in_appendix = cut.iter().any(|(of, row)| *of == part && row.contains(&line));
                prop_assert!(on_page || in_appendix, "{:?} {} in {:?}", part, line, cut);
            }
            // And nothing stands there that was not told, but for the words that point to the appendix.
            for (part, text) in texts(&sheets) {
                let known = text == whole.elsewhere || texts(&whole).contains(&(part, text.clone()))
                    || whole.short_signs.iter().any(|sign| sign.text == text);
                prop_assert!(known, "{:?} {}", part, text);
            }
        }
    }

    #[test]
    fn rows_that_are_not_on_their_page_are_counted_there(whole in fullest()) {
        for print in PRINTS {
            let Fitted { sheets, cut } = fit(&whole, print, 0.0);
            let in_appendix = |part: Part| cut.iter().filter(|(of, _)| *of == part).count();
            let counted = |part: Part, whole: usize, shown: usize, more: usize| {
                prop_assert_eq!(shown + more, whole);
                prop_assert!(in_appendix(part) > 0 || more == 0, "{:?}", part);
                Ok(())
            };
            counted(Part::Strip, whole.signs.shown.len(), sheets.signs.shown.len(), sheets.signs.more)?;
            counted(Part::Sites, whole.sites.shown.len(), sheets.sites.shown.len(), sheets.sites.more)?;
            counted(Part::Questions, whole.questions.shown.len(), sheets.questions.shown.len(), sheets.questions.more)?;
            counted(Part::Tests, whole.tests.shown.len(), sheets.tests.shown.len(), sheets.tests.more)?;
            for (part, whole, fitted) in [
                (Part::Medicines, &whole.medicines, &sheets.medicines),
                (Part::Tried, &whole.tried, &sheets.tried),
            ] {
                if let (Some(whole), Some(fitted)) = (whole, fitted) {
                    counted(part, whole.shown.len(), fitted.shown.len(), fitted.more)?;
                }
            }
            if let (Some(whole), Some(fitted)) = (&whole.options, &sheets.options) {
                counted(Part::Options, whole.shown.len(), fitted.shown.len(), fitted.more)?;
            }
        }
    }

    #[test]
    fn safety_and_medicines_give_way_only_when_all_else_is_gone(whole in fullest()) {
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0).sheets;
            // What is on the strip beside the signs is never taken off, but for own words that are longer than four lines.
            prop_assert_eq!(fitted.strip.len(), whole.strip.len());
            for (whole, fitted) in whole.strip.iter().zip(&fitted.strip) {
                prop_assert!(whole == fitted || matches!(whole, StripRow::Own(_)));
            }
            let n_rows = |rows: &Option<Rows<Cells>>| rows.as_ref().map_or(0, |rows| rows.shown.len());
            let gone_medicines = n_rows(&fitted.medicines) < n_rows(&whole.medicines);
            let gone_signs = fitted.signs.more > 0;
            // In large print the medicines have a page with the treatments.
            if gone_medicines {
                prop_assert_eq!(n_rows(&fitted.tried), 0);
            }
            if gone_signs || (gone_medicines && print == Print::Normal) {
                prop_assert!(fitted.story.is_empty() || fitted.story == fitted.elsewhere);
                prop_assert!(fitted.tests.shown.is_empty() && fitted.sites.shown.is_empty());
                prop_assert!(!matches!(fitted.chart, ChartSize::Full | ChartSize::Low));
                prop_assert!(!matches!(fitted.map, MapSize::Full | MapSize::Small));
            }
        }
    }

    #[test]
    fn an_option_that_the_person_is_interested_in_stays_before_others(whole in fullest()) {
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0).sheets;
            let (Some(whole), Some(fitted)) = (&whole.options, &fitted.options) else { continue };
            let wanted = |rows: &Rows<OptionCells>| rows.shown.iter().filter(|row| row.view == Some(View::Willing)).count();
            let gone = wanted(whole) - wanted(fitted);
            prop_assert!(gone == 0 || fitted.shown.iter().all(|row| row.view == Some(View::Willing)));
        }
    }

    #[test]
    fn a_text_needs_no_fewer_lines_in_a_narrower_column_or_in_larger_type(
        text in "[a-zA-Z ,.]{0,200}", column in 10.0..180.0f64
    ) {
        let face = Face::plain(10.0);
        let lines = face.lines(&text, column);
        prop_assert!(face.lines(&text, column * 0.8) >= lines);
        prop_assert!(Face::plain(12.5).lines(&text, column) >= lines);
        prop_assert!(face.bold().lines(&text, column) >= lines);
        // Never less than the sum of the letters asks for.
        prop_assert!(lines as f64 * column >= face.width(text.trim()) * 0.5);
    }
}

#[test]
fn each_persona_fits_and_keeps_the_wish_the_signs_and_every_medicine() {
    for (name, text, _) in PERSONAS {
        let whole = said(&with_days(made(&response(text))));
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0).sheets;
            assert!(
                fits(&fitted, print),
                "{name}: {:?}",
                heights(&fitted, print)
            );
            assert_eq!(fitted.wish, whole.wish, "{name}");
            // Nothing about safety or medicines leaves its page.
            assert_eq!(fitted.medicines, whole.medicines, "{name} {print:?}");
            assert_eq!(fitted.signs, whole.signs, "{name} {print:?}");
            assert_eq!(fitted.strip, whole.strip, "{name} {print:?}");
            assert_eq!(fitted.summary, whole.summary, "{name} {print:?}");
            assert!(
                fitted.sites.shown.len() >= 2.min(whole.sites.shown.len()),
                "{name}"
            );
        }
    }
}

#[test]
fn the_story_gives_way_before_a_treatment_and_a_treatment_before_a_medicine() {
    let mut whole = said(&with_days(made(&response(PERSONAS[3].1))));
    whole.story = "“It began slowly and then it spread. ".repeat(30);
    let rows = |row: &str| {
        let cells = |place: usize| {
            let mut cells = [(); 5].map(|()| row.to_owned());
            cells[0] = format!("{row} {place}");
            cells
        };
        Some(Rows::all((0..8).map(cells).collect()))
    };
    whole.medicines = rows("a medicine");
    whole.tried = rows("a treatment");
    let sign = |place: usize| Named {
        name: "emergency:".to_owned(),
        text: format!("Something serious {place}? New: this and that."),
    };
    for n_signs in 0..60 {
        let mut whole = whole.clone();
        whole.signs = Rows::all((0..n_signs).map(sign).collect());
        whole.short_signs = whole.signs.shown.clone();
        let Fitted { sheets, cut } = fit(&whole, Print::Normal, 0.0);
        assert!(fits(&sheets, Print::Normal), "{n_signs}");
        let n_tried = sheets.tried.unwrap().shown.len();
        let n_medicines = sheets.medicines.unwrap().shown.len();
        assert!(n_tried == 0 || n_medicines == 8, "{n_signs} signs");
        assert!(
            sheets.story == sheets.elsewhere || n_tried == 8,
            "{n_signs}"
        );
        assert!(
            sheets.signs.more == 0 || n_medicines == 0,
            "{n_signs} signs"
        );
        let medicines = cut.iter().filter(|(part, _)| *part == Part::Medicines);
        assert_eq!(medicines.count(), 8 - n_medicines);
    }
}

#[test]
fn room_that_a_browser_asks_for_is_left_free() {
    let whole = said(&with_days(made(&response(PERSONAS[3].1))));
    for tighter in [0.0, 8.0, 20.0] {
        let fitted = fit(&whole, Print::Normal, tighter).sheets;
        for height in heights(&fitted, Print::Normal) {
            assert!(height <= PAGE_HEIGHT - tighter, "{height} {tighter}");
        }
    }
}

#[test]
fn nothing_told_leaves_nothing_for_the_appendix() {
    let whole = said(&made(&Response::default()));
    assert_eq!(fit(&whole, Print::Normal, 0.0).cut, []);
}
