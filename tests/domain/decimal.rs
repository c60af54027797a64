//! Numbers out of figures, beside the parser of the standard library.

use tailored::domain::decimal::decimal;

#[test]
fn what_people_and_programs_write_is_the_number_that_the_standard_library_reads() {
    let written = [
        "0",
        "-0",
        "7",
        "12",
        "0.5",
        ".5",
        "5.",
        "-3",
        "+4",
        "2.25",
        "0.1",
        "0.3",
        "7.5",
        "1e3",
        "1E3",
        "1.2e11",
        "1.23E+11",
        "2.5e-3",
        "0000012",
        "0.0000001",
        "123456789012345",
        "999999999.999999",
        "1e22",
        "1e309",
        "0e400",
        "0.000000000000000000000000000000000001",
    ];
    for text in written {
        assert_eq!(decimal(text), text.parse::<f64>().ok(), "{text}");
    }
    // Each amount with up to three decimals.
    for thousandths in 0..200_000_u32 {
        let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
        assert_eq!(decimal(&text), text.parse::<f64>().ok(), "{text}");
    }
}

#[test]
fn long_numbers_are_near_and_never_nothing_at_all() {
    let third = format!("0.{}", "3".repeat(400));
    let long = format!("{}.{}", "9".repeat(40), "9".repeat(400));
    for text in [
        "0.30000000000000004",
        "3.141592653589793",
        "1e308",
        "4.9e-300",
        &third,
        &long,
    ] {
        let (read, exact) = (decimal(text).unwrap(), text.parse::<f64>().unwrap());
        assert!((read - exact).abs() <= exact * 1e-14, "{text}: {read}");
    }
    let endless = "9".repeat(400);
    assert_eq!(decimal(&endless), Some(f64::INFINITY));
    assert_eq!(
        decimal("1e2147483648"),
        None,
        "no power that can be counted"
    );
}

#[test]
fn everything_else_is_no_number() {
    for text in [
        "", " 1", "1 ", "-", "+", ".", "e3", "1e", "1e2.5", "1.2.3", "1,5", "--1", "+-1", "nan",
        "NaN", "inf", "infinity", "0x10", "1_000", "١", "½", "1f64", "-.", "1e+-3",
    ] {
        assert_eq!(decimal(text), None, "{text}");
    }
}
