//! Days, times and attacks in the tables that people really bring. Each kind has siblings of its own.

use chrono_tz::Tz;
use tailored::domain::diary::attack::AttackKind;
use tailored::exchange::import::{ImportOptions, Question, Remark, SkipReason, import};

use super::import_files::{
    bytes_in, clock_of, entries, file, file_in, has, medicines, notes, pains, reasons, text, times,
    today,
};

#[test]
fn p_m_with_points_04() {
    assert_eq!(
        times(&file("04-pm-dotted.csv")),
        ["2026-01-05 15:30", "2026-01-06 00:10", "2026-01-07 12:10"]
    );
}

#[test]
fn p_m_with_spaces_04b() {
    assert_eq!(
        times(&file("04b-pm-spanish.csv")),
        ["2026-01-05 15:30", "2026-01-06 00:10"]
    );
}

#[test]
fn p_m_behind_a_narrow_space_04d() {
    assert_eq!(
        times(&file("04d-pm-narrow-space.csv")),
        ["2026-01-05 15:30"]
    );
}

#[test]
fn times_without_a_colon_04f() {
    assert_eq!(
        times(&file("04f-time-without-colon.csv")),
        [
            "2026-01-05 15:30",
            "2026-01-06 15:30",
            "2026-01-07 15:00",
            "2026-01-08 15:30"
        ]
    );
}

#[test]
fn the_halves_of_the_day_in_other_scripts_and_spellings() {
    for (time, expected) in [
        ("下午3:30", "15:30"),
        ("上午 12:10", "00:10"),
        ("午後3:30", "15:30"),
        ("오후 3:30", "15:30"),
        ("오전 3:30", "03:30"),
        ("3:30 م", "15:30"),
        ("3:30 ص", "03:30"),
        ("3:30 μ.μ.", "15:30"),
        ("3:30 π.μ.", "03:30"),
        ("3:30 e.m.", "15:30"),
        ("3:30:00 P.M.", "15:30"),
        ("3:30p", "15:30"),
        ("12 a.m.", "00:00"),
        ("15 Uhr", "15:00"),
        ("15h", "15:00"),
        ("9.05", "09:05"),
    ] {
        let imported = text(&format!("date;time;pain\n2026-01-05;{time};6\n"));
        assert_eq!(
            times(&imported),
            [format!("2026-01-05 {expected}")],
            "{time}"
        );
    }
    // A bare number is no time.
    assert_eq!(
        times(&text("date;time;pain\n2026-01-05;8;6\n")),
        ["2026-01-05 -"]
    );
}

#[test]
fn an_attack_over_midnight_ends_on_the_next_day_10() {
    let imported = file("10-attack-over-midnight.csv");
    let attacks: Vec<_> = entries(&imported)
        .iter()
        .map(|entry| entry.attack.unwrap())
        .collect();
    assert_eq!(attacks[0].duration_min(), Some(160));
    assert_eq!(attacks[0].end.unwrap().date.to_string(), "2026-01-06");
    assert_eq!(attacks[0].end.unwrap().minute, 70);
    assert_eq!(attacks[1].duration_min(), Some(75));
}

#[test]
fn a_start_and_an_end_in_columns_of_their_own_35() {
    let imported = file("35-start-end-columns.csv");
    let attack = entries(&imported)[0].attack.unwrap();
    assert_eq!(
        (attack.duration_min(), attack.kind),
        (Some(160), AttackKind::OtherPain)
    );
    assert_eq!(
        medicines(&imported),
        [("Sumatriptan", ""), ("Naproxen", "")]
    );
    assert!(notes(&imported)[0].contains("Intensity Severe"));
    assert!(has(&imported, |remark| matches!(
        remark,
        Remark::PainInWords { line: 2, .. }
    )));
}

#[test]
fn an_end_by_its_time_alone_46b() {
    let attack = entries(&file("46b-generic-over-midnight-recent.csv"))[0]
        .attack
        .unwrap();
    assert_eq!(attack.duration_min(), Some(160));
    assert_eq!(attack.end.unwrap().date.to_string(), "2026-11-26");
}

#[test]
fn an_end_follows_from_how_long_it_lasted_and_the_clock_of_the_wall_is_known() {
    for (table, minutes) in [
        (
            "Date,Start Time,Duration (minutes),Pain\n2026-01-05,22:30,160,8\n",
            160,
        ),
        (
            "Datum;Uhrzeit;Dauer (Std);Schmerz\n05.01.2026;22:30;2,5;8\n",
            150,
        ),
        ("Date,Time,Duration,Pain\n2026-01-05,22:30,2h 15m,8\n", 135),
        ("Date,Time,Duration,Pain\n2026-01-05,22:30,02:15,8\n", 135),
        (
            "start_time,end_time,intensity\n2026-01-05 22:30:00,2026-01-06 01:10:00,8\n",
            160,
        ),
        (
            "Fecha;Hora;Hora de fin;Dolor\n2026-01-05;22:30;1:10 a. m.;8\n",
            160,
        ),
        // The night in which the clock goes back: an hour more.
        ("Date,Time,End,Pain\n2026-10-31,23:30,04:00,8\n", 330),
    ] {
        let imported = text(table);
        let attack = entries(&imported)[0].attack.unwrap();
        assert_eq!(attack.duration_min(), Some(minutes), "{table}");
        let before_the_change = attack.start.ahead_min;
        let expected = if table.contains("2026-10-31") {
            -420
        } else {
            -480
        };
        assert_eq!(before_the_change, expected);
    }
    // No end and no length: a moment, and no attack.
    assert_eq!(
        entries(&text("Date,Time,End,Pain\n2026-01-05,22:30,,8\n"))[0].attack,
        None
    );
}

/// In Berlin the hour from two to three came twice on 26 October 2025.
#[test]
fn an_attack_in_the_hour_that_comes_twice_ends_in_it() {
    for (table, minutes) in [
        (
            "Date,Start Time,End Time,Pain\n2025-10-26,02:30,02:10,8\n",
            40,
        ),
        (
            "Date,Start Time,End Time,Pain\n2025-10-26,02:10,02:30,8\n",
            20,
        ),
        (
            "Date,Start Time,End Time,Pain\n2025-10-26,01:50,02:10,8\n",
            20,
        ),
        (
            "Date,Start Time,End Time,Pain\n2025-10-26,02:50,03:10,8\n",
            80,
        ),
        (
            "Date,Start Time,End Time,Pain\n2025-10-26,23:30,02:10,8\n",
            160,
        ),
        (
            "start_time,end_time,intensity\n2025-10-26 02:30:00,2025-10-26 02:10:00,8\n",
            40,
        ),
        ("Date,Start,End,Pain\n2025-10-26,02:30,02:10,8\n", 40),
        ("Pain;Beginn;Ende;Datum\n8;02:30;02:10;26.10.2025\n", 40),
        ("Start,End,Pain\n2025-10-26 02:30,2025-10-26 02:10,8\n", 40),
        ("Start,End,Pain\n2025-10-26 02:30,02:10,8\n", 40),
        // The next day has no hour twice, and the day on which one is left out neither.
        (
            "Date,Start Time,End Time,Pain\n2025-10-27,02:30,02:10,8\n",
            23 * 60 + 40,
        ),
        (
            "Date,Start Time,End Time,Pain\n2025-03-30,01:30,03:30,8\n",
            60,
        ),
    ] {
        let imported = bytes_in(Tz::Europe__Berlin, table.as_bytes());
        let attack = entries(&imported)[0].attack.expect(table);
        assert_eq!(attack.duration_min(), Some(minutes), "{table}");
    }
}

#[test]
fn an_end_that_cannot_be_read_stays_in_the_note() {
    let imported = text("Date,Start,End,Pain\n2026-01-05,22:30,late,8\n");
    assert_eq!(entries(&imported)[0].attack, None);
    assert!(notes(&imported)[0].contains("End late"));
    assert_eq!(times(&imported), ["2026-01-05 22:30"]);
}

#[test]
fn years_that_cannot_be_are_refused_and_counted() {
    let imported = text("Date,Pain\n0202-11-03,7\n2031-01-01,6\n2026-01-05,5\n0026-11-02,4\n");
    assert_eq!(pains(&imported), ["2026-01-05 5"]);
    assert_eq!(
        reasons(&imported),
        [
            (2, SkipReason::NoDate),
            (3, SkipReason::Future),
            (5, SkipReason::NoDate)
        ]
    );
}

#[test]
fn days_that_are_not_in_the_calendar_18() {
    let imported = file("18-leap-day.csv");
    assert_eq!(pains(&imported), ["2024-02-29 6", "2024-02-29 5"]);
    assert_eq!(reasons(&imported), [(3, SkipReason::NoDate)]);
}

#[test]
fn a_moment_of_world_time_is_of_the_day_that_the_person_lived_20() {
    let imported = file("20-utc-timestamp-evening.csv");
    assert_eq!(times(&imported), ["2026-01-14 18:30", "2026-01-14 18:30"]);
    assert_eq!(pains(&imported), ["2026-01-14 8", "2026-01-14 4"]);
}

#[test]
fn seconds_since_1970_are_world_time_too_20c() {
    assert_eq!(
        times(&file("20c-epoch.csv")),
        ["2026-01-14 18:30", "2026-01-14 18:30"]
    );
}

#[test]
fn world_time_follows_the_clock_of_the_season_and_of_the_zone() {
    let berlin = |moment: &str| {
        let table = format!("timestamp,pain\n{moment},8\n");
        let clock = clock_of(Tz::Europe__Berlin);
        let options = ImportOptions {
            clock: &clock,
            ..ImportOptions::on(today())
        };
        times(&import(table.as_bytes(), &options).unwrap()).remove(0)
    };
    assert_eq!(berlin("2026-07-14T22:30:00Z"), "2026-07-15 00:30");
    assert_eq!(berlin("2026-01-14T22:30:00Z"), "2026-01-14 23:30");
    assert_eq!(berlin("2026-01-14T23:30:00+00:00"), "2026-01-15 00:30");
    assert_eq!(berlin("2026-01-14 23:30 UTC"), "2026-01-15 00:30");
    // The clock on the wall where it was noted, whatever the device shows now.
    assert_eq!(berlin("2026-01-14T23:30:00-08:00"), "2026-01-14 23:30");
    assert_eq!(berlin("2026-01-14T23:30:00"), "2026-01-14 23:30");
    // Midnight in every row is how programs write a day.
    assert_eq!(
        times(&text(
            "timestamp,pain\n2026-01-14T00:00:00Z,8\n2026-01-15T00:00:00Z,8\n"
        )),
        ["2026-01-14 -", "2026-01-15 -"]
    );
}

#[test]
fn the_same_moments_have_the_same_ids_in_every_zone() {
    let ids = |zone| {
        let imported = file_in(zone, "20-utc-timestamp-evening.csv");
        entries(&imported)
            .iter()
            .map(|entry| entry.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(Tz::Asia__Tokyo), ids(Tz::America__Los_Angeles));
}

#[test]
fn a_weekday_is_no_month_21() {
    let imported = file("21-french-weekday.csv");
    assert_eq!(
        pains(&imported),
        ["2026-01-06 8", "2026-01-05 6", "2026-01-07 5"]
    );
}

#[test]
fn months_in_german_21c() {
    assert_eq!(
        times(&file("21c-german-months.csv")),
        [
            "2025-05-05 -",
            "2025-12-05 -",
            "2025-10-05 -",
            "2025-03-05 -",
            "2025-06-05 -"
        ]
    );
}

#[test]
fn months_and_weekdays_in_the_languages_of_the_apps() {
    for (day, expected) in [
        ("mar. 10 mars 2026", "2026-03-10"),
        ("mar. 3 févr. 2026", "2026-02-03"),
        ("mer. 1er juil. 2026", "2026-07-01"),
        ("1 août 2026", "2026-08-01"),
        ("martes, 6 de enero de 2026", "2026-01-06"),
        ("mar 4 ago 2026", "2026-08-04"),
        ("mar 6 gen 2026", "2026-01-06"),
        ("5 giugno 2026", "2026-06-05"),
        ("ma 5 mei 2026", "2026-05-05"),
        ("3 mrt. 2026", "2026-03-03"),
        ("ter. 6 de jan. de 2026", "2026-01-06"),
        ("5 de outubro de 2026", "2026-10-05"),
        ("Di., 6. Jan. 2026", "2026-01-06"),
        ("5. Mai 2026", "2026-05-05"),
        ("So, 1. März 2026", "2026-03-01"),
        ("tis 5 maj 2026", "2026-05-05"),
        ("5 października 2026", "2026-10-05"),
        ("5 января 2026", "2026-01-05"),
        ("Tue 3 Mar 2026", "2026-03-03"),
        ("Mar 3, 2026", "2026-03-03"),
        ("2026年1月5日", "2026-01-05"),
        ("2026. 1. 5.", "2026-01-05"),
        ("20260105", "2026-01-05"),
        ("5-Jan-26", "2026-01-05"),
    ] {
        let imported = text(&format!("date;pain\n{day};8\n"));
        assert_eq!(times(&imported), [format!("{expected} -")], "{day}");
    }
}

#[test]
fn what_the_file_leaves_open_is_asked_22() {
    let imported = file("22-day-month-open.csv");
    assert!(matches!(
        imported.question,
        Some(Question::DayOrMonth { .. })
    ));
    assert_eq!(imported.entries, []);
}

#[test]
fn dates_that_contradict_each_other_are_told_22b() {
    let imported = file("22b-day-month-mixed.csv");
    assert_eq!(pains(&imported), ["2025-03-25 6", "2025-04-03 7"]);
    assert_eq!(reasons(&imported), [(4, SkipReason::NoDate)]);
    assert_eq!(imported.remarks, [Remark::MixedDates { day_first: true }]);
}

#[test]
fn a_weekday_before_figures_is_no_part_of_the_day() {
    for (day, date) in [
        ("Mi 04.03.26", "2026-03-04"),
        ("Wed, 25/03/2026", "2026-03-25"),
        ("mer. 25/03/2026", "2026-03-25"),
        ("Sa. 7.3.2026", "2026-03-07"),
    ] {
        let imported = text(&format!("Date;Pain\n{day};6\n"));
        assert_eq!(pains(&imported), [format!("{date} 6")], "{day}");
    }
}

#[test]
fn two_figures_of_a_year_25() {
    let imported = file("25-two-digit-year.csv");
    assert_eq!(pains(&imported), ["2025-12-31 6", "2026-01-02 7"]);
    assert_eq!(reasons(&imported), [(4, SkipReason::Future)]);
}

#[test]
fn midnight_in_every_row_is_no_time_45() {
    assert_eq!(
        times(&file("45-day-only-rows.csv")),
        ["2026-01-05 -", "2026-01-16 -"]
    );
}

#[test]
fn days_of_a_week_58() {
    assert_eq!(pains(&file("58-iso-week-date.csv")), ["2026-11-02 7"]);
}

#[test]
fn weekdays_in_front_59() {
    assert_eq!(
        pains(&file("59-date-with-weekday-first.csv")),
        ["2026-11-02 7", "2026-11-03 5", "2026-11-02 4"]
    );
}

#[test]
fn months_in_letters_between_marks_60() {
    assert_eq!(
        pains(&file("60-long-month-slash.csv")),
        ["2026-11-02 7", "2026-11-03 5", "2026-11-03 4"]
    );
}
