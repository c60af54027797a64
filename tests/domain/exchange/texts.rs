//! Plain text and archive: short, readable, inert, and the backup comes out as it went in.

use proptest::prelude::*;
use tailored::exchange::{Record, archive, plain};
use tailored::i18n::{Lang, Messages, messages};

use super::persona::{self, HOSTILE};

fn english() -> &'static Messages {
    messages(Lang::English)
}

#[test]
fn the_report_holds_what_was_told_and_says_what_it_is() {
    let (response, entries) = (persona::response(), persona::entries());
    let record = Record::new(&response, &entries, persona::day());
    let report = plain::file(&record, english()).text;
    for part in [
        "52 years old, with low back pain for 3 years",
        "Usual 6, worst 9 of 10.",
        "To know what it is",
        "Ibuprofen 400 mg, up to 3 a day",
        "Could it be a nerve?",
        "20 of 28 days",
        "Not checked by a clinician",
    ] {
        assert!(report.contains(part), "{part} in\n{report}");
    }
}

#[test]
fn markup_in_any_text_stays_text_in_the_archive() {
    let (response, entries) = (persona::response(), persona::entries());
    let record = Record::new(&response, &entries, persona::day());
    let page = archive::file(&record, HOSTILE, english()).text;
    assert!(!page.contains("<script"), "{page}");
    assert_eq!(page.matches("</pre>").count(), 1);
    assert!(page.contains("default-src 'none'"));
    assert!(
        !page.contains("http:") && !page.contains("https:"),
        "nothing from elsewhere"
    );
    assert!(page.contains("&lt;script&gt;"), "and it can be read");
}

#[test]
fn what_is_no_archive_holds_no_backup() {
    for text in [
        "",
        "<html></html>",
        "<pre id=\"tailored-backup\" hidden>cut",
    ] {
        assert_eq!(archive::backup_in(text), None);
    }
}

proptest! {
    #[test]
    fn any_backup_comes_out_of_an_archive_as_it_went_in(backup in any::<String>()) {
        let response = Default::default();
        let record = Record::new(&response, &[], persona::day());
        let page = archive::file(&record, &backup, english()).text;
        prop_assert_eq!(archive::backup_in(&page), Some(backup));
    }

}
