//! A decoder reads from our codes exactly what was put in.

use proptest::prelude::*;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::{Record, plain, qr};
use tailored::i18n::{Lang, messages};

use super::persona;
use crate::flow::responses;

/// Paints the drawing as a camera would see it, and reads it.
fn read(text: &str) -> String {
    const SCALE: usize = 4;
    let (width, path) = qr::drawing(text).unwrap();
    let mut dark = vec![false; width * width];
    for module in path.split('M').skip(1) {
        let (x, rest) = module.split_once(' ').unwrap();
        let (y, _) = rest.split_once('h').unwrap();
        dark[y.parse::<usize>().unwrap() * width + x.parse::<usize>().unwrap()] = true;
    }
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width * SCALE, width * SCALE, |x, y| {
            if dark[y / SCALE * width + x / SCALE] {
                0
            } else {
                255
            }
        });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_camera_reads_the_summary_of_a_person() {
    let (response, entries) = (persona::response(), persona::entries());
    let record = Record::new(&response, &entries, persona::day());
    let text = plain::compact(&record.handout, messages(Lang::English));
    assert!(
        text.contains("52-year-old") && text.contains("Ibuprofen"),
        "{text}"
    );
    assert!(!text.contains("http"), "text, not a link");
    assert_eq!(read(&text), text);
    let nobody = Response::default();
    let text = plain::compact(
        &Record::new(&nobody, &[], persona::day()).handout,
        messages(Lang::English),
    );
    assert_eq!(read(&text), text);
}

#[test]
fn a_text_that_no_code_can_hold_gives_none() {
    assert_eq!(qr::drawing(&"x".repeat(3_000)), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_summary_fits_a_code(response in responses(0.9)) {
        let record = Record::new(&response, &[], persona::day());
        prop_assert!(qr::drawing(&plain::compact(&record.handout, messages(Lang::English))).is_some());
    }
}
