//! Telephone numbers in the lines of `red_flags.toml`.

use tailored::domain::help_numbers::phone_numbers;

fn dialled(line: &str) -> Vec<String> {
    phone_numbers(line)
        .into_iter()
        .map(|number| number.dialled)
        .collect()
}

#[test]
fn each_number_of_a_line_becomes_one_button() {
    assert_eq!(dialled("999 or 112"), ["999", "112"]);
    assert_eq!(
        dialled("0800 111 0 111 or 0800 111 0 222 (Telefonseelsorge)"),
        ["08001110111", "08001110222"]
    );
    assert_eq!(dialled("1-800-222-1222 (Poison Help)"), ["18002221222"]);
}

#[test]
fn a_number_named_twice_is_one_button() {
    assert_eq!(
        dialled("111 (NHS 111; option 2 for urgent mental health in England)"),
        ["111"]
    );
}

#[test]
fn words_and_short_figures_are_no_numbers() {
    assert!(dialled("a local clinic or doctor, open 24 hours").is_empty());
    assert!(dialled("").is_empty());
}

#[test]
fn a_number_is_shown_as_it_is_written() {
    let numbers = phone_numbers("116 123 (Samaritans)");
    assert_eq!(numbers[0].shown, "116 123");
}
