//! Daily totals, the opioid dose band, fair trials, and the search by everyday names.

use tailored::domain::plan::facts::fact;
use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, Effect, Medicine, Often, Tried, Unit};
use tailored::domain::treatments::amounts::{OpioidBand, opioid_band, read, totals};
use tailored::domain::treatments::search::search;
use tailored::domain::treatments::trials::{Doubt, doubts};
use tailored::knowledge::{THERAPIES, TRIALS};

use super::flow::{choices, told};

fn medicine(name: &str, strength: &str, a_day: &str) -> Medicine {
    Medicine {
        name: name.to_owned(),
        strength: strength.to_owned(),
        a_day: a_day.to_owned(),
        ..Medicine::default()
    }
}

// ---- totals

#[test]
fn paracetamol_is_added_up_over_every_pack_that_holds_it() {
    let list = [
        medicine("Paracetamol", "500 mg", "6"),
        medicine("Co-codamol", "8/500", "4"),
        medicine("Vitamin D", "1000", "1"),
    ];
    let found = totals(&list);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].substance.id, "paracetamol");
    assert_eq!(found[0].mg.least, 5000.0);
    assert!(found[0].is_exact() && found[0].is_above_label());
}

#[test]
fn a_total_says_when_an_entry_could_not_be_counted() {
    let list = [
        medicine("ibuprofen 400", "400", "3"),
        medicine("Ibuprofen", "", "2"),
        medicine("Naproxen", "250", "a few"),
        medicine("Paracetamol", "500", "1-2 every 6 hours"),
    ];
    let found = totals(&list);
    let ids: Vec<&str> = found.iter().map(|sum| sum.substance.id).collect();
    assert_eq!(ids, ["paracetamol", "ibuprofen", "naproxen"]);
    assert_eq!((found[0].mg.least, found[0].mg.most), (500.0, 4000.0));
    // 1,200 mg are sure; two tablets more of the strongest on the market would be over the label.
    assert_eq!((found[1].mg.least, found[1].mg.most), (1200.0, 2800.0));
    assert!(!found[1].is_exact() && found[1].is_above_label());
    assert!(!found[2].is_exact() && !found[2].is_above_label());
}

#[test]
fn a_substance_is_found_only_as_a_word_of_its_own() {
    let ids = |name: &str| {
        read(&medicine(name, "", ""))
            .iter()
            .flat_map(|typed| &typed.contents)
            .map(|content| content.substance.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("DIHYDROCODEINE"), ["dihydrocodeine"]);
    assert_eq!(ids("Codeine-phosphate"), ["codeine"]);
    assert_eq!(ids("co-codamol 30/500"), ["codeine", "paracetamol"]);
    assert_eq!(ids("Apomorphine"), [""; 0]);
    assert_eq!(ids("morphinelike"), [""; 0]);
}

// ---- opioids

#[test]
fn the_band_is_worked_out_by_the_published_factors() {
    let band = |list: &[Medicine]| opioid_band(list, Some(true)).unwrap();
    assert_eq!(
        band(&[medicine("tramadol", "50", "4")]),
        OpioidBand::Under50
    );
    assert_eq!(
        band(&[medicine("oxycodone", "10", "4")]),
        OpioidBand::Over50
    );
    assert_eq!(
        band(&[medicine("Fentanyl patch", "25 µg/h", "1")]),
        OpioidBand::Over50
    );
    assert_eq!(
        band(&[
            medicine("morphine", "30", "2"),
            medicine("codeine", "50", "4")
        ]),
        OpioidBand::Over90
    );
}

#[test]
fn a_dose_that_cannot_be_worked_out_is_unknown_and_never_low() {
    let patch = medicine("Buprenorphine patch", "20 µg/h", "1");
    let unknown = Some(OpioidBand::Unknown);
    assert_eq!(
        opioid_band(std::slice::from_ref(&patch), Some(true)),
        unknown
    );
    assert_eq!(opioid_band(&[medicine("codeine", "", "")], None), unknown);
    assert_eq!(opioid_band(&[], Some(true)), unknown);
    // What is known is enough for the band.
    let both = [patch, medicine("morphine", "60", "1")];
    assert_eq!(opioid_band(&both, Some(true)), Some(OpioidBand::Over50));
}

#[test]
fn without_an_opioid_the_band_is_none_and_without_an_answer_unknown() {
    assert_eq!(opioid_band(&[], Some(false)), Some(OpioidBand::None));
    assert_eq!(opioid_band(&[], None), None);
    let response = told([
        ("health.medicines", choices(&["opioid"])),
        (
            "health.medlist",
            Answer::Medicines(vec![medicine("Morphine", "30", "4")]),
        ),
    ]);
    let band = course(&response).facts.word(fact::OPIOID_MME_BAND);
    assert_eq!(band.map(|word| word.text()), Some("over_90"));
}

#[test]
fn what_is_taken_now_and_then_is_no_regular_medicine() {
    let mut rarely = medicine("Sumatriptan", "50", "1");
    rarely.often = Some(Often::Rarely);
    let list = vec![
        medicine("Candesartan", "8", "1"),
        rarely,
        Medicine::default(),
    ];
    let response = told([("health.medlist", Answer::Medicines(list))]);
    assert_eq!(course(&response).facts.number(fact::MED_COUNT), Some(1.0));
    let empty = told([(
        "health.medlist",
        Answer::Medicines(vec![Medicine::default()]),
    )]);
    assert!(!course(&empty).facts.is_known(fact::MED_COUNT));
}

// ---- fair trials

fn tried(therapy: &str, lasted: &str, unit: Unit) -> Tried {
    Tried {
        effect: Some(Effect::NoHelp),
        lasted: lasted.to_owned(),
        lasted_unit: unit,
        ..Tried::new(therapy.into())
    }
}

#[test]
fn a_short_trial_is_marked_with_its_reason_and_source() {
    let marks = doubts(&tried("topiramate", "3", Unit::Weeks));
    assert_eq!(marks.len(), 1);
    assert_eq!(marks[0].doubt, Doubt::TooShort { least_weeks: 8 });
    assert_eq!(marks[0].sources[0].source.id, "ahs2021");
    assert_eq!(doubts(&tried("topiramate", "2", Unit::Months)), []);
}

#[test]
fn a_low_dose_is_marked_when_the_substance_is_known() {
    let mut low = tried("gabapentinoid", "1", Unit::Years);
    low.dose_mg = "300".to_owned();
    assert_eq!(doubts(&low), [], "which of the two is not known");
    low.name = "Gabapentin".to_owned();
    assert_eq!(
        doubts(&low)[0].doubt,
        Doubt::TooLow {
            substance: "gabapentin",
            least_mg: 1200.0
        }
    );
    low.dose_mg = "1,800".to_owned();
    assert_eq!(doubts(&low), []);
}

#[test]
fn few_sessions_are_marked() {
    let mut few = tried("physiotherapy", "", Unit::Weeks);
    few.sessions = "2".to_owned();
    assert_eq!(doubts(&few)[0].doubt, Doubt::TooFew { least_sessions: 4 });
}

#[test]
fn what_helped_or_did_harm_or_goes_on_or_was_not_stated_is_not_marked() {
    let short = tried("snri", "3", Unit::Days);
    assert!(!doubts(&short).is_empty());
    for effect in [Effect::Helped, Effect::BadFor] {
        let effect = Some(effect);
        assert_eq!(
            doubts(&Tried {
                effect,
                ..short.clone()
            }),
            []
        );
    }
    let still_using = true;
    assert_eq!(
        doubts(&Tried {
            still_using,
            ..short
        }),
        []
    );
    assert_eq!(doubts(&tried("snri", "", Unit::Weeks)), []);
    assert_eq!(doubts(&tried("snri", "a while", Unit::Weeks)), []);
    assert_eq!(doubts(&tried("from_another_version", "1", Unit::Days)), []);
}

#[test]
fn every_limit_has_a_source() {
    for trial in &TRIALS {
        let limits = trial.weeks.is_some() || trial.sessions.is_some() || !trial.doses.is_empty();
        assert_eq!(limits, !trial.sources.is_empty(), "{}", trial.therapy.id);
    }
}

// ---- search

#[test]
fn treatments_are_found_by_the_names_that_people_use() {
    let first = |typed: &str| search(typed).first().map(|found| found.therapy.id);
    for (typed, id) in [
        ("physio", "physiotherapy"),
        ("Pregabalin", "gabapentinoid"),
        ("amitrip", "tca"),
        ("chiropractor", "manual_therapy"),
        ("yoga", "exercise_mindbody"),
        ("emdr", "trauma_care"),
        ("Botox", "botulinum_migraine"),
        ("cortisone injection", "intraarticular_steroid"),
        ("knee replacement", "joint_replacement"),
    ] {
        assert_eq!(first(typed), Some(id), "{typed}");
    }
    assert_eq!(search("pregab")[0].by, Some("pregabalin"));
}

#[test]
fn each_treatment_is_found_by_its_own_name_and_nothing_by_nothing() {
    for therapy in &THERAPIES {
        let found = search(therapy.name);
        assert!(found.iter().any(|found| found.therapy == therapy));
    }
    assert_eq!(search("   "), []);
    assert_eq!(search("zzz"), []);
}

/// The note about dose and rhythm counts where all of it is understood, and a denied medicine not at all.
#[test]
fn the_list_is_added_up_from_what_was_really_said() {
    let mut noted = medicine("Paracetamol", "500", "");
    noted.dose = "2 tablets five times a day".to_owned();
    let found = totals(&[noted.clone()]);
    assert_eq!(found[0].mg.least, 5000.0);
    noted.dose = "since 2019, mostly for the knee".to_owned();
    let found = totals(&[noted]);
    assert_eq!((found[0].mg.least, found[0].is_exact()), (500.0, false));
    let list = [
        medicine("I never take ibuprofen", "", ""),
        medicine("Naproxen", "500", "none"),
        medicine("paracetamol 500", "", "10"),
    ];
    let ids: Vec<&str> = totals(&list).iter().map(|sum| sum.substance.id).collect();
    assert_eq!(ids, ["paracetamol"]);
    assert!(totals(&list)[0].is_above_label());
}
