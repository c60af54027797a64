//! A decoder reads from our codes exactly what was put in, also from a print at 150 dots an inch.

use proptest::prelude::*;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::qr::{self, Code, MILLIMETRES};
use tailored::exchange::{Record, qr::texts};
use tailored::i18n::{Lang, messages};

use super::persona;
use crate::flow::responses;
use crate::patient_summary::person_with_everything;

/// Paints the drawing as a scanner sees it on paper at so many dots an inch, and reads it. A dot that lies on an edge
/// between two modules is grey.
fn read(code: &Code, dots_an_inch: f64, off: f64) -> Option<String> {
    let side = (MILLIMETRES / 25.4 * dots_an_inch) as usize;
    let mut dark = vec![false; code.width * code.width];
    for module in code.path.split('M').skip(1) {
        let (x, rest) = module.split_once(' ').unwrap();
        let (y, _) = rest.split_once('h').unwrap();
        dark[y.parse::<usize>().unwrap() * code.width + x.parse::<usize>().unwrap()] = true;
    }
    let scale = code.width as f64 / side as f64;
    let shade = |x: usize, y: usize| {
        // Four looks at each dot, moved by a part of a dot, as paper never lies straight on the grid.
        let looks = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
        let seen = looks.iter().filter(|(dx, dy)| {
            let at = |place: usize, part: f64| {
                (((place as f64 + part + off) * scale) as usize).min(code.width - 1)
            };
            dark[at(y, *dy) * code.width + at(x, *dx)]
        });
        255 - (seen.count() * 255 / 4) as u8
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    grids.first()?.decode().ok().map(|(_, text)| text)
}

fn english() -> &'static tailored::i18n::Messages {
    messages(Lang::English)
}

#[test]
fn a_camera_reads_the_summary_of_a_person_from_paper() {
    let (response, entries) = (persona::response(), persona::entries());
    let everything = person_with_everything();
    let nobody = Response::default();
    for (response, entries) in [
        (&response, &entries[..]),
        (&everything, &[][..]),
        (&nobody, &[][..]),
    ] {
        let handout = Record::new(response, entries, persona::day()).handout;
        let texts = texts(&handout, english());
        let codes = qr::codes(&handout, english());
        assert_eq!(codes.len(), texts.len());
        for (code, text) in codes.iter().zip(&texts) {
            assert!(!text.contains("http"), "text, not a link");
            for dots in [150.0, 300.0] {
                for off in [0.0, 0.4] {
                    let seen = read(code, dots, off);
                    assert_eq!(seen.as_ref(), Some(text), "{dots} dots an inch");
                }
            }
        }
    }
}

#[test]
fn letters_of_any_script_come_out_as_they_went_in() {
    for text in ["Größe µg ½ “naïve”", "Ελληνικά, русский", "頭痛 😖", "x"]
    {
        let code = qr::drawing(text).unwrap();
        assert_eq!(read(&code, 150.0, 0.0).as_deref(), Some(text));
    }
}

#[test]
fn a_text_that_no_code_on_paper_can_hold_gives_none() {
    assert_eq!(qr::drawing(&"x".repeat(560)), None);
    assert!(qr::drawing(&"x".repeat(410)).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn nothing_of_any_summary_is_lost_between_the_codes(response in responses(0.9)) {
        let handout = Record::new(&response, &[], persona::day()).handout;
        let texts = texts(&handout, english());
        prop_assert_eq!(qr::codes(&handout, english()).len(), texts.len());
        let n_texts = texts.len();
        let mut read = String::new();
        for (place, text) in texts.iter().enumerate() {
            let head = format!("{}/{n_texts}\n", place + 1);
            let part = if n_texts == 1 { text.as_str() } else { text.strip_prefix(&head).unwrap() };
            read.push_str(part);
            read.push('\n');
        }
        let whole = tailored::i18n::patient_summary(english(), &handout);
        // Without spaces: a word that is longer than a code goes on in the next one.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let read = letters(&read);
        for line in whole.safety() {
            let stands = [line.whole(), line.shortest()]
                .iter()
                .any(|line| read.contains(&letters(line)));
            prop_assert!(stands, "{:?} in {:?}", line, texts);
        }
    }
}
