//! Medicines that can harm together: each pair of the fact base has a sentence, with the names that the person knows.

use std::collections::BTreeSet;

use tailored::domain::medicines::pairs::{Clash, Known, clashes, named};
use tailored::domain::medicines::typed::{Typed, read};
use tailored::domain::plan::engine;
use tailored::domain::plan::facts::{FactId, Facts, Value, fact};
use tailored::domain::plan::reading::{Part, part};
use tailored::domain::safety::SafetyAnswers;
use tailored::knowledge::{
    COMBINATIONS, Expression, FLAGS, MEDICINE_CLASSES, PAIRS, RULES, SUBSTANCES, Urgency, Word,
    item, word,
};

/// Tells a fact; one that answers cannot give stays as it is.
fn put(facts: &mut Facts, id: FactId, value: Value) {
    let _ = facts.set(id, value);
}

/// Facts with these kinds of medicine ticked and these illnesses.
fn facts(kinds: &[&str], illnesses: &[&str]) -> Facts {
    let words = |list: &[&str]| Value::Words(list.iter().filter_map(|text| word(text)).collect());
    let mut facts = Facts::default();
    put(&mut facts, fact::CURRENT_MEDS, words(kinds));
    put(&mut facts, fact::CONDITIONS, words(illnesses));
    engine::plan(&facts, &SafetyAnswers::default()).facts
}

fn typed(list: &[&str]) -> Vec<Typed> {
    list.iter().flat_map(|name| read(name, "1")).collect()
}

fn found(story: &[&str], diary: &[&str], facts: &Facts) -> Vec<Clash> {
    clashes(Known {
        story: &typed(story),
        diary: &typed(diary),
        facts,
    })
}

fn sentences(story: &[&str], diary: &[&str], facts: &Facts) -> Vec<String> {
    found(story, diary, facts)
        .iter()
        .map(Clash::sentence)
        .collect()
}

#[test]
fn a_pair_is_named_with_both_names() {
    let none = facts(&[], &[]);
    let bleeding = "together can cause serious bleeding. Take no anti-inflammatory medicine from the shop until you have asked.";
    assert_eq!(
        sentences(&["Ibuprofen 400 mg", "Apixaban 5 mg"], &[], &none),
        [format!("Ibuprofen and apixaban {bleeding}")]
    );
    assert_eq!(
        sentences(&["Nurofen", "Eliquis"], &[], &none),
        [format!(
            "Nurofen (ibuprofen) and Eliquis (apixaban) {bleeding}"
        )]
    );
    // Slips of the pen, another language.
    assert_eq!(
        sentences(&["ibuprophen", "warferin"], &[], &none),
        [format!("Ibuprofen and warfarin {bleeding}")]
    );
    assert_eq!(
        sentences(&["Naproxène", "Xarelto 20"], &[], &none),
        [format!("Naproxene and Xarelto (rivaroxaban) {bleeding}")]
    );
    // Only the kind was ticked.
    assert_eq!(
        sentences(&["Naproxen 500"], &[], &facts(&["anticoagulant"], &[])),
        [format!("Naproxen and your blood thinner {bleeding}")]
    );
    assert_eq!(
        sentences(&[], &[], &facts(&["nsaid", "anticoagulant"], &[])),
        [format!(
            "Your anti-inflammatory tablets and your blood thinner {bleeding}"
        )]
    );
    // What is named is not said again by its kind.
    assert_eq!(
        sentences(
            &["Ibuprofen", "Apixaban"],
            &[],
            &facts(&["nsaid", "anticoagulant"], &[])
        ),
        [format!("Ibuprofen and apixaban {bleeding}")]
    );
}

#[test]
fn what_was_noted_only_in_the_diary_counts_as_well() {
    let clash = found(
        &["Apixaban"],
        &["Ibuprofen 400 mg"],
        &facts(&["anticoagulant"], &[]),
    )
    .remove(0);
    assert_eq!(
        (clash.pair.id, clash.of_the_diary),
        ("nsaid_anticoagulant", true)
    );
    let clash = found(
        &["Apixaban", "Ibuprofen"],
        &["Ibuprofen 400 mg"],
        &facts(&[], &[]),
    )
    .remove(0);
    assert!(!clash.of_the_diary);
    // An illness beside it.
    assert_eq!(
        sentences(&[], &["Ibuprofen"], &facts(&[], &["ulcer_bleed"])),
        [
            "Ibuprofen can make your stomach bleed: you had a stomach ulcer or bleeding. Take no anti-inflammatory medicine from the shop until you have asked."
        ]
    );
    // What was not taken does not.
    let none = clashes(Known {
        story: &typed(&["Apixaban"]),
        diary: &read("Ibuprofen", "0"),
        facts: &facts(&[], &[]),
    });
    assert_eq!(none, []);
}

#[test]
fn two_of_one_kind_are_told_and_two_names_of_one_are_not() {
    let none = facts(&[], &[]);
    let ids = |story: &[&str], facts: &Facts| {
        found(story, &[], facts)
            .iter()
            .map(|clash| clash.pair.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&["Ibuprofen", "Diclofenac"], &none), ["two_nsaids"]);
    assert_eq!(ids(&["Ibuprofen", "Nurofen"], &none), [""; 0]);
    assert_eq!(ids(&["Ibuprofen"], &facts(&["nsaid"], &[])), [""; 0]);
    assert_eq!(ids(&["Sumatriptan", "Maxalt"], &none), ["two_triptans"]);
    // Put on the skin, and in one pack on purpose.
    assert_eq!(ids(&["Ibuprofen", "Diclofenac gel"], &none), [""; 0]);
    assert_eq!(ids(&["Excedrin"], &none), [""; 0]);
    // Low-dose aspirin is another medicine than aspirin.
    assert_eq!(
        ids(&["Ibuprofen", "Aspirin 75 mg"], &none),
        ["nsaid_antiplatelet"]
    );
    assert_eq!(ids(&["Aspirin"], &facts(&["aspirin_low"], &[])), [""; 0]);
    assert_eq!(ids(&["Ibuprofen", "Aspirin 500 mg"], &none), ["two_nsaids"]);
    // Three at once, and the more urgent first.
    assert_eq!(
        ids(
            &["Ibuprofen", "Ramipril", "Furosemide", "Sertraline"],
            &none
        ),
        ["nsaid_triple", "nsaid_ssri"]
    );
    // The same substance in two packs is told with the sums.
    let packs = typed(&["Panadol 500 mg", "Lemsip"]);
    let twice = tailored::domain::medicines::pairs::twice(&packs);
    assert_eq!(twice[0].names, ["Panadol", "Lemsip"]);
}

#[test]
fn the_plan_says_what_clashes_instead_of_that_something_does() {
    let facts = facts(&["nsaid", "anticoagulant"], &[]);
    let plan = engine::plan(&facts, &SafetyAnswers::default());
    let known = found(&["Ibuprofen", "Eliquis"], &[], &facts);
    let plan = named(&plan, &known).unwrap();
    let texts: Vec<&str> = plan
        .lines
        .iter()
        .flat_map(|line| &line.reasons)
        .map(|reason| reason.text.as_ref())
        .collect();
    assert!(
        !texts
            .iter()
            .any(|text| text.contains("another of your answers"))
    );
    let told = "Ibuprofen and Eliquis (apixaban) together can cause serious bleeding. Ask a pharmacist or prescriber this week. Do not stop anything on your own.";
    assert!(texts.contains(&told), "{texts:#?}");
}

/// What a condition of the fact base needs for one way to be true: kinds of medicine, and everything else.
#[derive(Debug, Clone, Default)]
struct Way {
    medicines: BTreeSet<Word>,
    other: Vec<Expression>,
}

fn ways(expression: Expression) -> Vec<Way> {
    let one = |way: Way| vec![way];
    match part(expression) {
        Some(Part::Any(members)) => members.into_iter().flat_map(ways).collect(),
        Some(Part::All(members)) => {
            members
                .into_iter()
                .map(ways)
                .fold(one(Way::default()), |before, member| {
                    let joined = before.iter().flat_map(|one| {
                        member.iter().map(|other| Way {
                            medicines: one.medicines.union(&other.medicines).copied().collect(),
                            other: [one.other.clone(), other.other.clone()].concat(),
                        })
                    });
                    joined.collect()
                })
        }
        Some(Part::AtLeast(2, members)) => {
            let mut pairs = Vec::new();
            for (place, one) in members.iter().enumerate() {
                for other in &members[place + 1..] {
                    let both = [ways(*one), ways(*other)].concat();
                    pairs.push(Way {
                        medicines: both
                            .iter()
                            .flat_map(|way| way.medicines.iter().copied())
                            .collect(),
                        other: Vec::new(),
                    });
                }
            }
            pairs
        }
        Some(Part::In(id, word)) if id == fact::CURRENT_MEDS => one(Way {
            medicines: BTreeSet::from([word]),
            other: Vec::new(),
        }),
        _ => one(Way {
            medicines: BTreeSet::new(),
            other: vec![expression],
        }),
    }
}

/// Facts that make the rest of a way true, found by trying; none when it takes more than one answer.
fn answers_for(way: &Way) -> Option<Facts> {
    let with = |change: &dyn Fn(&mut Facts)| {
        let words = way.medicines.iter().copied().collect();
        let mut facts = Facts::default();
        put(&mut facts, fact::CURRENT_MEDS, Value::Words(words));
        put(&mut facts, fact::CONDITIONS, Value::Words(BTreeSet::new()));
        change(&mut facts);
        engine::plan(&facts, &SafetyAnswers::default()).facts
    };
    let is_true = |facts: &Facts| {
        way.other
            .iter()
            .all(|other| tailored::domain::plan::logic::truth_of_facts(*other, facts) == Some(true))
    };
    let illnesses = item("health.conditions")
        .unwrap()
        .options
        .iter()
        .filter_map(|option| option.word);
    let mut tries: Vec<Facts> = vec![with(&|_| {})];
    tries.extend(illnesses.map(|illness| {
        with(&|facts| {
            put(
                facts,
                fact::CONDITIONS,
                Value::Words(BTreeSet::from([illness])),
            )
        })
    }));
    for status in [
        "pregnant",
        "trying",
        "possible",
        "possible_contraception",
        "not_said",
    ] {
        tries.push(with(&|facts| {
            put(
                facts,
                fact::PREGNANCY_STATUS,
                Value::Word(word(status).unwrap()),
            );
            if status == "pregnant" {
                put(facts, fact::PREGNANCY_WEEKS, Value::Number(24.0));
            }
        }));
    }
    let yes: Vec<FactId> = FactId::all().collect();
    tries.extend(yes.into_iter().map(|id| {
        with(&|facts| {
            put(facts, id, Value::YesNo(true));
            put(facts, fact::AGE, Value::Number(40.0));
        })
    }));
    tries.into_iter().find(is_true)
}

/// Ways of the fact base that are no pair: what is said about them stands elsewhere.
fn is_no_pair(way: &Way) -> bool {
    // A calming pill for three months is a question of time.
    let only = |text: &str| way.medicines.iter().map(|word| word.text()).eq([text]);
    only("benzodiazepine_z")
}

#[test]
fn every_pair_of_the_fact_base_has_a_sentence() {
    let rules = RULES
        .iter()
        .filter(|rule| ["med_clash", "nsaid_now_risk"].contains(&rule.id))
        .map(|rule| (rule.id, rule.when));
    let signs = FLAGS
        .iter()
        .filter(|flag| flag.id == "any_medicine_clash")
        .map(|flag| (flag.id, flag.when));
    let now = COMBINATIONS
        .iter()
        .filter(|row| row.one.is_empty() && row.cautions.is_empty())
        .filter_map(|row| Some((row.id, row.when?)));
    let mut n_ways = 0;
    let mut missing = Vec::new();
    for (id, when) in rules.chain(signs).chain(now) {
        for way in ways(when).into_iter().filter(|way| !is_no_pair(way)) {
            n_ways += 1;
            let medicines: Vec<&str> = way.medicines.iter().map(|word| word.text()).collect();
            let Some(facts) = answers_for(&way) else {
                missing.push(format!(
                    "{id}: {medicines:?} with {:?}: no answer found",
                    way.other
                ));
                continue;
            };
            if found(&[], &[], &facts).is_empty() {
                missing.push(format!("{id}: {medicines:?} with {} more", way.other.len()));
            }
        }
    }
    assert!(n_ways > 60, "{n_ways}");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn each_kind_in_a_pair_is_a_kind_that_can_be_ticked_and_each_sentence_names_its_sides() {
    let ticks: BTreeSet<&str> = item("health.medicines")
        .unwrap()
        .options
        .iter()
        .map(|option| option.id)
        .collect();
    for pair in &PAIRS {
        for side in [pair.one, pair.other, pair.third] {
            for name in side {
                let is_class = MEDICINE_CLASSES.iter().any(|class| class.word == *name);
                assert!(
                    is_class || SUBSTANCES.iter().any(|substance| substance.id == *name),
                    "{name}"
                );
            }
        }
        assert!(
            pair.say.ends_with('.') && !pair.say.contains("another of"),
            "{}",
            pair.id
        );
        assert!(pair.urgency <= Urgency::Week && !pair.sources.is_empty());
    }
    let unknown: Vec<&str> = SUBSTANCES
        .iter()
        .flat_map(|substance| substance.words)
        .chain(MEDICINE_CLASSES.iter().map(|class| &class.word))
        .copied()
        .filter(|word| !ticks.contains(word))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn what_the_person_reacts_to_is_named_with_the_medicine_that_holds_it() {
    let allergic = |word_: &str| {
        let mut facts = facts(&[], &[]);
        let words = Value::Words([word(word_).unwrap()].into());
        put(&mut facts, fact::ALLERGIES, words);
        facts
    };
    for (story, allergy, id) in [
        ("Nurofen 200 mg", "nsaid", "nsaid_allergy"),
        ("Diclofenac", "aspirin", "nsaid_allergy"),
        ("Panadol", "paracetamol", "paracetamol_allergy"),
        ("Co-codamol 30/500", "paracetamol", "paracetamol_allergy"),
        ("Tramadol", "opioid", "opioid_allergy"),
    ] {
        let found = found(&[story], &[], &allergic(allergy));
        let ids: Vec<&str> = found.iter().map(|clash| clash.pair.id).collect();
        assert!(ids.contains(&id), "{story}, {allergy}: {ids:?}");
    }
    assert_eq!(found(&["Metformin"], &[], &allergic("nsaid")), []);
    // A medicine that is denied is in use by nobody.
    assert_eq!(
        sentences(
            &["I never take ibuprofen", "Apixaban"],
            &[],
            &allergic("nsaid")
        ),
        [""; 0]
    );
}

#[test]
fn weak_kidneys_are_named_with_an_anti_inflammatory_medicine() {
    let ids = |story: &[&str], illness: &str| -> Vec<&str> {
        let found = found(story, &[], &facts(&[], &[illness]));
        found.iter().map(|clash| clash.pair.id).collect()
    };
    assert_eq!(ids(&["Ibuprofen"], "ckd"), ["nsaid_kidney_mild"]);
    assert_eq!(ids(&["Naproxen"], "ckd_severe"), ["nsaid_kidney"]);
    assert_eq!(ids(&["Paracetamol"], "ckd"), [""; 0]);
}

#[test]
fn two_rows_that_hold_the_same_substance_are_named() {
    let twice = |names: &[&str]| -> Vec<String> {
        let found = tailored::domain::medicines::pairs::twice(&typed(names));
        found
            .iter()
            .map(|twice| format!("{}: {}", twice.substance.id, twice.names.join(", ")))
            .collect()
    };
    assert_eq!(
        twice(&["co-codamol", "paracetamol"]),
        ["paracetamol: Co-codamol, paracetamol"]
    );
    assert_eq!(twice(&["Nurofen", "Advil"]), ["ibuprofen: Nurofen, Advil"]);
    assert_eq!(
        twice(&["Panadol", "Tylenol"]),
        ["paracetamol: Panadol, Tylenol"]
    );
    assert_eq!(
        twice(&["Tramacet", "Tramadol"]),
        ["tramadol: Tramacet, tramadol"]
    );
    assert_eq!(twice(&["Nurofen", "Panadol"]), [""; 0]);
    assert_eq!(twice(&["Nurofen", "No Advil"]), [""; 0]);
}
