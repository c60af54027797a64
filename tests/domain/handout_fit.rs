//! The pages fit whatever was told, and nothing is lost on the way: what gives way stands in the appendix.

use proptest::prelude::*;
use tailored::domain::diary::entry::Entry;
use tailored::domain::diary::series;
use tailored::domain::handout::fit::{Fitted, Gone, Part, fit, fit_without_appendix, fits};
use tailored::domain::handout::layout::{PAGE_HEIGHT, heights};
use tailored::domain::handout::measure::Face;
use tailored::domain::handout::sheets::{
    Cells, ChartSize, MapSize, Named, OptionCells, Print, Rows, Sheets, StripRow,
};
use tailored::domain::handout::{Handout, PaperBlock, PaperChoices, PaperText, Showing};
use tailored::domain::questionnaire::response::{Response, View};
use tailored::exchange::Record;
use tailored::i18n::{Lang, messages, plan_words, sheets};
use tailored::storage::Backup;

use super::flow::day;
use super::handout::{made, wordy};
use super::personas::{PERSONAS, everybody, response};

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
    handout.logged.days = 28;
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
    add(Part::Told, own(&sheets.told));
    add(Part::Notes, own(&sheets.notes));
    add(Part::Sites, own(&sheets.sites.shown));
    add(Part::Tests, sheets.tests.shown.clone());
    let cells = |rows: &Option<Rows<Cells>>| {
        let rows = rows.iter().flat_map(|rows| &rows.shown);
        let cells = rows.flat_map(|row| &row.cells);
        cells.cloned().collect::<Vec<_>>()
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
    add(Part::Clashes, sheets.clashes.shown.clone());
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
                let in_appendix = cut.iter().any(|gone| gone.part == part && gone.text.contains(&line));
                prop_assert!(on_page || in_appendix, "{:?} {} in {:?}", part, line, cut);
            }
            // And nothing stands there that was not told, but for the words that point to the appendix.
            for (part, text) in texts(&sheets) {
                let known = text == *whole.elsewhere(print) || texts(&whole).contains(&(part, text.clone()))
                    || whole.short_signs.iter().any(|sign| sign.text == text);
                prop_assert!(known, "{:?} {}", part, text);
            }
        }
    }

    #[test]
    fn rows_that_are_not_on_their_page_are_counted_there(whole in fullest()) {
        for print in PRINTS {
            let Fitted { sheets, cut } = fit(&whole, print, 0.0);
            let in_appendix = |part: Part| cut.iter().filter(|gone| gone.part == part).count();
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
            let n_rows = |rows: &Option<Rows<Cells>>| rows.as_ref().map_or(0, |rows| rows.shown.len());
            let gone_medicines = n_rows(&fitted.medicines) < n_rows(&whole.medicines);
            let gone_signs = fitted.signs.more > 0;
            // What is on the strip beside the signs is never taken off. Own words longer than four lines, and at the very
            // last a wide row, are named there with the page on which they stand whole.
            prop_assert_eq!(fitted.strip.len(), whole.strip.len());
            for (told, fitted) in whole.strip.iter().zip(&fitted.strip) {
                if told == fitted {
                    continue;
                }
                let is_pointer = told.parts().zip(fitted.parts()).all(|(told, fitted)| {
                    fitted.name == told.name && fitted.text == *whole.elsewhere(print)
                });
                prop_assert!(is_pointer, "{:?}", fitted);
                match told {
                    StripRow::Own(_) => {}
                    StripRow::Wide(_) => {
                        prop_assert!(whole.signs.shown.len() <= 1 || gone_signs);
                        prop_assert!(gone_medicines || print == Print::Large || n_rows(&whole.medicines) == 0);
                    }
                    StripRow::Pair(..) => prop_assert!(false, "{:?}", told),
                }
            }
            // In large print the medicines have a page with the treatments and the tests.
            if gone_medicines {
                prop_assert_eq!(n_rows(&fitted.tried), 0);
            }
            if gone_medicines || (gone_signs && print == Print::Normal) {
                prop_assert!(fitted.tests.shown.is_empty());
            }
            if gone_signs || (gone_medicines && print == Print::Normal) {
                prop_assert!(fitted.story.is_empty() || fitted.story == *fitted.elsewhere(print));
                prop_assert!(fitted.sites.shown.is_empty());
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
            // Nor does it take the place of what is to be said first.
            type Wanted = fn(&OptionCells) -> bool;
            let first: Wanted = |row| row.is_first;
            let chosen: Wanted = |row| row.is_first || row.view == Some(View::Willing);
            for wanted in [first, chosen] {
                let count = |rows: &Rows<OptionCells>| rows.shown.iter().filter(|row| wanted(row)).count();
                let gone = count(whole) - count(fitted);
                prop_assert!(gone == 0 || fitted.shown.iter().all(wanted));
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
            Cells {
                cells,
                insists: row == "a medicine",
            }
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
        let n_tried = sheets.tried.as_ref().unwrap().shown.len();
        let n_medicines = sheets.medicines.as_ref().unwrap().shown.len();
        assert!(n_tried == 0 || n_medicines == 8, "{n_signs} signs");
        assert!(
            sheets.story == *sheets.elsewhere(Print::Normal) || n_tried == 8,
            "{n_signs}"
        );
        assert!(
            sheets.signs.more == 0 || n_medicines == 0,
            "{n_signs} signs"
        );
        let medicines = cut.iter().filter(|gone| gone.part == Part::Medicines);
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

/// A page of its own for what has no room is the exception: a visit has two pages.
#[test]
fn each_persona_has_two_pages_and_no_appendix() {
    for (name, text) in everybody() {
        let whole = said(&with_days(made(&response(text))));
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0);
            assert!(!fitted.insists(), "{name} {print:?}: {:?}", fitted.cut);
        }
    }
}

/// A person with six medicines, of which two pairs clash, and five treatments tried.
const KNEE: &str = include_str!("../fixtures/exchange/handout-knee.json");

/// The pages of a backup, on the day of its latest entry or answer.
fn kept(text: &str) -> Sheets {
    let opened = Backup::parse(text).expect("a backup of this app").opened();
    let entries = opened.store.all_entries().value;
    let days = entries.iter().map(|entry| entry.date);
    let date = days.chain(opened.response.changed).max();
    said(&Record::new(&opened.response, &entries, date.unwrap_or_default()).handout)
}

/// Room that is there is used: nothing is "no room here" above a free third of a page.
#[test]
fn what_gave_way_comes_back_where_there_is_room_after_all() {
    let whole = kept(KNEE);
    let fitted = fit_without_appendix(&whole, Print::Normal, 0.0).sheets;
    assert_eq!(fitted.medicines, whole.medicines);
    assert_eq!(fitted.tests, whole.tests);
    // Of the treatments those are missing for which there is no room.
    let tried = fitted.tried.as_ref().expect("treatments were tried");
    assert!(!tried.shown.is_empty());
    let free = PAGE_HEIGHT - heights(&fitted, Print::Normal)[0];
    assert!(free < 12.0, "{free} mm are free above {} more", tried.more);
}

fn option(name: &str) -> OptionCells {
    OptionCells {
        name: name.to_owned(),
        why: "It may fit.".to_owned(),
        care: "Ask first whether it goes with your heart.".to_owned(),
        guidelines: "for".to_owned(),
        judge: "6 weeks".to_owned(),
        view: None,
        because: String::new(),
        is_first: false,
    }
}

fn cut_parts(cut: &[Gone]) -> Vec<Part> {
    cut.iter().map(|gone| gone.part).collect()
}

#[test]
fn what_is_to_be_said_first_stays_before_what_interests_and_both_stay() {
    let mut whole = said(&with_days(made(&response(PERSONAS[3].1))));
    let rows = (0..12).map(|place| OptionCells {
        view: (place < 7).then_some(View::Willing),
        is_first: place >= 10,
        ..option(&format!("option {place}"))
    });
    whole.options = Some(Rows::all(rows.collect()));
    let fitted = fit(&whole, Print::Normal, 0.0);
    let shown = &fitted.sheets.options.as_ref().unwrap().shown;
    let names: Vec<&str> = shown.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names[..3], ["option 10", "option 11", "option 0"]);
    for row in whole.options.iter().flat_map(|rows| &rows.shown) {
        let is_printed = names.contains(&row.name.as_str()) || fitted.insists();
        assert!(is_printed || !row.insists(), "{}", row.name);
    }
}

#[test]
fn what_nobody_must_see_gives_way_without_an_appendix() {
    let mut whole = said(&with_days(made(&response(PERSONAS[3].1))));
    let line = "It began slowly and then it spread. ";
    whole.story = line.repeat(60);
    // In large print they have half a page.
    whole.tests.shown = (0..48).map(|place| format!("{place}: {line}")).collect();
    whole.limits.shown = (0..40).map(|place| format!("{place}: {line}")).collect();
    for print in PRINTS {
        let fitted = fit(&whole, print, 0.0);
        let parts = cut_parts(&fitted.cut);
        for part in [Part::Story, Part::Tests, Part::Limits] {
            assert!(parts.contains(&part), "{part:?} {print:?}");
        }
        assert!(!fitted.insists(), "{:?}", fitted.cut);
        let without = fit_without_appendix(&whole, print, 0.0);
        assert!(fits(&without.sheets, print));
        let mark = whole.elsewhere(print);
        assert!(texts(&without.sheets).iter().all(|(_, text)| text != mark));
        // Nothing on the pages is shortened: each text is there as it was told.
        let told = texts(&whole);
        assert!(
            texts(&without.sheets)
                .iter()
                .all(|text| text.1.is_empty() || told.contains(text))
        );
    }
}

#[test]
fn what_must_be_seen_and_has_no_room_is_printed_on_one_more_page() {
    let whole = said(&with_days(made(&response(PERSONAS[3].1))));
    let named = |text: String| Named {
        name: "Name:".to_owned(),
        text,
    };
    let long = |word: &str, n_words: usize| format!("{word} ").repeat(n_words);
    let medicine = |place: usize| Cells {
        cells: [(); 5].map(|()| format!("Medicine {place}")),
        insists: true,
    };
    type Change<'a> = &'a dyn Fn(&mut Sheets);
    let changes: [(Part, Change); 6] = [
        (Part::Strip, &|sheets| {
            sheets.strip = vec![StripRow::Own(named(long("rash", 3000)))];
        }),
        (Part::Strip, &|sheets| {
            sheets.strip = vec![StripRow::Wide(named(long("illness", 3000)))];
        }),
        (Part::Told, &|sheets| {
            sheets.told = vec![named(long("arthritis", 3000))]
        }),
        (Part::Medicines, &|sheets| {
            sheets.medicines = Some(Rows::all((0..60).map(medicine).collect()));
        }),
        (Part::Tried, &|sheets| {
            sheets.tried = Some(Rows::all((0..60).map(medicine).collect()));
        }),
        (Part::Questions, &|sheets| {
            sheets.questions.shown = (0..40).map(|place| format!("Why {place}?")).collect();
        }),
    ];
    for (part, change) in changes {
        let mut whole = whole.clone();
        change(&mut whole);
        for print in PRINTS {
            let fitted = fit(&whole, print, 0.0);
            assert!(fits(&fitted.sheets, print), "{part:?}");
            let insists = fitted.cut.iter().filter(|gone| gone.insists);
            let parts: Vec<Part> = insists.map(|gone| gone.part).collect();
            assert!(parts.contains(&part), "{part:?} {print:?}: {parts:?}");
        }
    }
}
