//! The pages fit whatever was told, and nothing is lost on the way: what gives way stands in the appendix.

use proptest::prelude::*;
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series;
use tailored::domain::handout::fit::{Fitted, Part, fit, fits};
use tailored::domain::handout::layout::{PAGE_HEIGHT, heights};
use tailored::domain::handout::measure::Face;
use tailored::domain::handout::sheets::{Print, Sheets, StripRow};
use tailored::domain::handout::{Handout, PaperBlock, PaperChoices, PaperText, Showing};
use tailored::domain::questionnaire::response::Response;
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
    fn what_does_not_fit_stands_whole_in_the_appendix_and_is_counted(whole in fullest()) {
        for print in PRINTS {
            let Fitted { sheets, cut } = fit(&whole, print, 0.0);
            let in_appendix = |part: Part| cut.iter().filter(|(of, _)| *of == part).count();
            let counted = |part: Part, whole: usize, shown: usize, more: usize| {
                prop_assert_eq!(shown + more, whole);
                prop_assert!(in_appendix(part) >= more, "{:?}", part);
                Ok(())
            };
            counted(Part::Sites, whole.sites.shown.len(), sheets.sites.shown.len(), sheets.sites.more)?;
            counted(Part::Questions, whole.questions.shown.len(), sheets.questions.shown.len(), sheets.questions.more)?;
            counted(Part::Tests, whole.tests.shown.len(), sheets.tests.shown.len(), sheets.tests.more)?;
            for (part, whole, fitted) in [
                (Part::Medicines, &whole.medicines, &sheets.medicines),
                (Part::Tried, &whole.tried, &sheets.tried),
            ] {
                if let (Some(whole), Some(fitted)) = (whole, fitted) {
                    counted(part, whole.shown.len(), fitted.shown.len(), fitted.more)?;
                    for (whole, fitted) in whole.shown.iter().zip(&fitted.shown) {
                        for (whole, fitted) in whole.iter().zip(fitted) {
                            let same = whole.split_whitespace().eq(fitted.split_whitespace());
                            prop_assert!(same || fitted.ends_with('…'), "{} {}", whole, fitted);
                        }
                    }
                }
            }
            for question in &sheets.questions.shown {
                let whole = whole.questions.shown.iter().any(|asked| asked.split_whitespace().eq(question.split_whitespace()));
                prop_assert!(whole || question.ends_with('…'), "{}", question);
            }
            if !whole.story.split_whitespace().eq(sheets.story.split_whitespace()) {
                prop_assert!(sheets.story.is_empty() || sheets.story.ends_with('…'));
                prop_assert_eq!(in_appendix(Part::Story), 1);
            }
        }
    }

    #[test]
    fn the_safety_strip_gives_way_only_to_itself(whole in fullest()) {
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0).sheets;
            prop_assert_eq!(fitted.strip.len(), whole.strip.len());
            let most = if print == Print::Normal { 500 } else { 250 };
            let long = whole.strip.iter().flat_map(StripRow::texts).any(|text| text.chars().count() > most);
            prop_assert!(long || fitted.strip == whole.strip);
            // What is cut is the end: the most urgent signs stand first.
            for (whole, fitted) in whole.strip.iter().zip(&fitted.strip) {
                for (whole, fitted) in whole.texts().zip(fitted.texts()) {
                    prop_assert!(whole.starts_with(fitted.trim_end_matches([' ', '…'])));
                }
            }
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
fn each_persona_fits_and_keeps_the_wish_and_the_first_rows_of_each_table() {
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
            let rows = fitted.medicines.unwrap().shown.len();
            assert!(
                rows >= 2 || rows == whole.medicines.as_ref().unwrap().shown.len(),
                "{name}"
            );
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
        let cell = || row.to_owned();
        Some(tailored::domain::handout::sheets::Rows::all(vec![
            [
                cell(),
                cell(),
                cell(),
                cell(),
                cell()
            ];
            8
        ]))
    };
    whole.medicines = rows("a medicine");
    whole.tried = rows("a treatment");
    let mut signs = String::new();
    let mut last = (usize::MAX, usize::MAX, usize::MAX);
    for _ in 0..24 {
        let fitted = fit(&whole_with(&whole, &signs), Print::Normal, 0.0).sheets;
        let now = (
            fitted.story.chars().count(),
            fitted.tried.unwrap().shown.len(),
            fitted.medicines.unwrap().shown.len(),
        );
        assert!(
            now.0 <= last.0 && now.1 <= last.1 && now.2 <= last.2,
            "{last:?} {now:?}"
        );
        assert!(now.1 <= now.2, "treatments give way first: {now:?}");
        last = now;
        signs.push_str(&" A sign of something serious (emergency).".repeat(6));
    }
    assert!(last.0 == 0 && last.1 < 4, "{last:?}");
}

fn whole_with(whole: &Sheets, signs: &str) -> Sheets {
    let mut sheets = whole.clone();
    if let StripRow::Wide(named) = &mut sheets.strip[0] {
        named.text = signs.to_owned();
    }
    sheets
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

#[test]
fn room_that_a_step_leaves_is_given_back_to_the_first_rows() {
    // The options of this story stand in three lines or in two; two for all of them leave a seventh of the page empty.
    let whole = said(&with_days(made(&response(PERSONAS[0].1))));
    let sheets = fit(&whole, Print::Normal, 0.0).sheets;
    let reasons: Vec<usize> = sheets
        .options
        .iter()
        .flat_map(|rows| &rows.shown)
        .map(|row| row.cells[1].chars().count())
        .collect();
    assert_eq!(reasons.len(), 6);
    assert!(reasons[0] > reasons[5], "{reasons:?}");
    let used = heights(&sheets, Print::Normal)[1];
    assert!(used > 240.0, "{used} of 250 mm");
}
