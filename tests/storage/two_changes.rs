//! Two tabs change the same thing: what each of them changed is there in the end, field by field, whoever saves last; and what
//! one takes back does not take back what the other said.

use proptest::prelude::*;
use tailored::domain::arrangements::{Agreement, Arrangements};
use tailored::domain::diary::attack::{Attack, AttackKind, Moment};
use tailored::domain::diary::entry::{Entry, Taken};
use tailored::domain::ids::{AgreementId, EntryId, FactorId, ItemId, RegionId};
use tailored::domain::questionnaire::model::{Answer, Medicine};
use tailored::domain::questionnaire::response::Response;
use tailored::storage::{Backend, MemoryBackend, Month, Part, Store, put_together};

use crate::{arbitrary_entry, day, entry, month};

fn november() -> Month {
    month(2026, 11)
}

/// Two tabs of one browser, each of which sees at once what the other wrote.
fn two_tabs() -> (MemoryBackend, Store, Store) {
    let backend = MemoryBackend::default();
    let tab = || {
        let mut store = Store::open(backend.clone()).store;
        store.stamp_with(|| 1_795_430_000);
        store
    };
    let tabs = (tab(), tab());
    (backend, tabs.0, tabs.1)
}

fn shown(store: &Store) -> Entry {
    store.month(november()).value.remove(0)
}

/// One entry that both tabs have open: each changes it from what it shows, and the second has not heard of the first.
fn both_change(first: impl FnOnce(&mut Entry), second: impl FnOnce(&mut Entry)) -> Entry {
    let (_, mut one, mut other) = two_tabs();
    let saved = Entry {
        regions: vec![RegionId::from("back")],
        medicines: vec![taken("ibuprofen", "400")],
        ..entry("both", day(2026, 11, 3), "")
    };
    one.save_entry(&saved).unwrap();
    let (on_one, on_other) = (shown(&one), shown(&other));
    let mut changed = on_one.clone();
    first(&mut changed);
    one.change_entry(&on_one, &changed).1.unwrap();
    let mut changed = on_other.clone();
    second(&mut changed);
    let (now, outcome) = other.change_entry(&on_other, &changed);
    outcome.unwrap();
    assert_eq!(now, shown(&one), "the tab shows what is saved");
    now
}

fn taken(name: &str, amount: &str) -> Taken {
    Taken {
        name: name.to_owned(),
        amount: amount.to_owned(),
        minute: None,
        regular: false,
        relief: None,
    }
}

#[test]
fn a_note_of_one_tab_is_still_there_after_a_tap_in_the_other() {
    let both = both_change(
        |entry| entry.note = "slept badly, then the stairs".to_owned(),
        |entry| entry.pain = Some(7),
    );
    assert_eq!(both.note, "slept badly, then the stairs");
    assert_eq!(both.pain, Some(7));
}

#[test]
fn of_the_same_field_the_one_who_saves_now_has_the_last_word() {
    let both = both_change(|entry| entry.pain = Some(3), |entry| entry.pain = Some(8));
    assert_eq!(both.pain, Some(8));
}

#[test]
fn lists_keep_what_each_tab_added_and_lose_what_either_took_away() {
    let both = both_change(
        |entry| {
            entry.regions.push(RegionId::from("neck"));
            entry.medicines.push(taken("paracetamol", "1000"));
            entry.scales.sleep = Some(2);
        },
        |entry| {
            entry.regions = vec![RegionId::from("knee")];
            entry.medicines[0].amount = "800".to_owned();
            entry.scales.mood = Some(5);
        },
    );
    let mut regions: Vec<String> = both.regions.into_iter().map(|region| region.0).collect();
    regions.sort();
    assert_eq!(regions, ["knee", "neck"]);
    let expected = [taken("ibuprofen", "800"), taken("paracetamol", "1000")];
    assert_eq!(both.medicines, expected, "no dose is counted twice");
    assert_eq!((both.scales.sleep, both.scales.mood), (Some(2), Some(5)));
}

#[test]
fn a_factor_is_never_both_there_and_not_there() {
    let coffee = || FactorId::from("coffee");
    let both = both_change(
        |entry| {
            entry.factors.insert(coffee(), true);
        },
        |entry| {
            entry.factors.insert(coffee(), false);
        },
    );
    assert_eq!(both.factors.get(&coffee()), Some(&false));
}

#[test]
fn two_attacks_are_not_mixed_and_one_is_ended_where_it_was_begun() {
    let at = |minute| Moment {
        date: day(2026, 11, 3),
        minute,
        ahead_min: 60,
    };
    let begun = |minute| Attack::beginning(AttackKind::Headache, at(minute));
    let both = both_change(
        |entry| {
            entry.attack = Some(Attack {
                end: Some(at(500)),
                ..begun(400)
            });
        },
        |entry| entry.attack = Some(begun(600)),
    );
    assert_eq!(both.attack, Some(begun(600)), "no end of another attack");
}

#[test]
fn an_entry_that_the_other_tab_deleted_comes_back_with_what_is_said_in_it() {
    let (_, mut one, mut other) = two_tabs();
    let saved = entry("both", day(2026, 11, 3), "");
    one.save_entry(&saved).unwrap();
    let on_other = shown(&other);
    one.delete_entry(&saved).unwrap();
    let changed = Entry {
        note: "still here".to_owned(),
        ..on_other.clone()
    };
    other.change_entry(&on_other, &changed).1.unwrap();
    assert_eq!(one.month(november()).value, [changed]);
}

#[test]
fn taking_back_a_deletion_does_not_overwrite_what_was_written_since() {
    let (_, mut one, mut other) = two_tabs();
    let saved = Entry {
        note: "old note".to_owned(),
        ..entry("both", day(2026, 11, 3), "")
    };
    one.save_entry(&saved).unwrap();
    let on_other = shown(&other);
    one.delete_entry(&saved).unwrap();
    let changed = Entry {
        pain: Some(9),
        note: String::new(),
        ..on_other.clone()
    };
    other.change_entry(&on_other, &changed).1.unwrap();
    one.bring_back(&saved).unwrap();
    let now = shown(&other);
    assert_eq!(now.pain, Some(9), "the newer value stays");
    assert_eq!(now.note, "old note", "and what only the older one says");
}

#[test]
fn putting_back_leaves_what_another_tab_changed() {
    let before = entry("both", day(2026, 11, 3), "before");
    let mine = Entry {
        pain: Some(9),
        note: "mine".to_owned(),
        ..before.clone()
    };
    let theirs = Entry {
        note: "theirs, later".to_owned(),
        bearable: Some(false),
        ..mine.clone()
    };
    // What the page goes back to: as it was before, with what the other tab changed since.
    let back = put_together(Some(&mine), &theirs, &before);
    let expected = Entry {
        note: "theirs, later".to_owned(),
        bearable: Some(false),
        ..before
    };
    assert_eq!(back, expected);
}

#[test]
fn changes_that_could_not_be_saved_are_put_together_too() {
    let (backend, mut one, mut other) = two_tabs();
    let saved = entry("both", day(2026, 11, 3), "");
    one.save_entry(&saved).unwrap();
    let on_other = shown(&other);
    backend.limit_units(Some(0));
    let first = Entry {
        pain: Some(8),
        ..on_other.clone()
    };
    assert!(other.change_entry(&on_other, &first).1.is_err());
    let second = Entry {
        flare: true,
        ..first.clone()
    };
    assert!(other.change_entry(&first, &second).1.is_err());
    assert!(other.is_unsaved(&second) && other.has_unsaved());
    assert_eq!(shown(&other), second, "it is on the screen");
    backend.limit_units(None);
    let noted = Entry {
        note: "from the other tab".to_owned(),
        ..saved.clone()
    };
    one.change_entry(&saved, &noted).1.unwrap();
    other.save_unsaved().unwrap();
    let expected = Entry {
        note: "from the other tab".to_owned(),
        ..second
    };
    assert_eq!(shown(&one), expected);
    assert!(!other.has_unsaved());
}

#[test]
fn an_entry_that_a_newer_version_wrote_is_set_aside_before_it_is_replaced() {
    let backend = MemoryBackend::default();
    let key = Part::Month(november()).key();
    let newer = r#"{"v":1,"entries":[{"i":"both","d":3,"c":"a word of tomorrow","n":"theirs"}]}"#;
    backend.set(&key, newer).unwrap();
    let mut store = Store::open(backend.clone()).store;
    let mine = entry("both", day(2026, 11, 3), "mine");
    store.change_entry(&mine, &mine).1.unwrap();
    let kept = backend.texts().into_iter();
    let kept = kept.filter(|(key, _)| key.starts_with("tailored/set-aside/"));
    assert_eq!(kept.map(|(_, text)| text).collect::<Vec<_>>(), [newer]);
}

#[test]
fn answers_are_put_together_record_by_record_and_one_choice_stays_one() {
    let (_, mut one, mut other) = two_tabs();
    let medicine = |name: &str| Medicine {
        name: name.to_owned(),
        ..Medicine::default()
    };
    let (list, areas) = (ItemId::from("meds.list"), ItemId::from("map.areas"));
    let mut response = Response::default();
    let first = Answer::Medicines(vec![medicine("ibuprofen")]);
    response.answers.insert(list.clone(), first);
    let back = Answer::Choices(vec!["low_back".to_owned()]);
    response.answers.insert(areas.clone(), back);
    one.save_response(&response).unwrap();
    other.response();

    let mut on_one = response.clone();
    let two = Answer::Medicines(vec![medicine("ibuprofen"), medicine("apixaban")]);
    on_one.answers.insert(list.clone(), two);
    let neck = Answer::Choices(vec!["low_back".to_owned(), "neck".to_owned()]);
    on_one.answers.insert(areas.clone(), neck);
    one.save_response(&on_one).unwrap();

    let mut on_other = response;
    let strong = Medicine {
        strength: "400".to_owned(),
        ..medicine("ibuprofen")
    };
    let stronger = Answer::Medicines(vec![strong.clone()]);
    on_other.answers.insert(list.clone(), stronger);
    let none = Answer::Choices(Vec::new());
    on_other.answers.insert(areas.clone(), none.clone());
    other.save_response(&on_other).unwrap();

    let now = one.response().value.answers;
    let both = Answer::Medicines(vec![strong, medicine("apixaban")]);
    assert_eq!(now[&list], both);
    assert_eq!(
        now[&areas], none,
        "\"none of these\" and \"neck\" exclude each other"
    );
}

#[test]
fn one_agreement_is_put_together_field_by_field() {
    let (_, mut one, mut other) = two_tabs();
    let id = AgreementId("walk".to_owned());
    let mut kept = Arrangements::default();
    kept.agreements
        .insert(id.clone(), Agreement::on(day(2026, 11, 3)));
    one.save_arrangements(&kept).unwrap();
    let on_other = other.arrangements().value;

    let mut on_one = kept.clone();
    on_one.agreements.get_mut(&id).unwrap().who = "my daughter".to_owned();
    on_one.flare_plan.helps = "heat".to_owned();
    one.save_arrangements(&on_one).unwrap();

    let mut changed = on_other;
    changed.agreements.get_mut(&id).unwrap().step = "ten minutes a day".to_owned();
    other.save_arrangements(&changed).unwrap();

    let now = one.arrangements().value;
    let agreement = &now.agreements[&id];
    assert_eq!(agreement.who, "my daughter");
    assert_eq!(agreement.step, "ten minutes a day");
    assert_eq!(now.flare_plan.helps, "heat");
}

#[test]
fn two_tabs_add_a_question_each() {
    let (_, mut one, mut other) = two_tabs();
    let asked = |question: &str| Response {
        questions: vec![question.to_owned()],
        ..Response::default()
    };
    one.save_response(&asked("Is it safe to swim?")).unwrap();
    let known = other.response().value;
    let mut on_one = one.response().value;
    on_one
        .questions
        .push("What about my blood pressure?".to_owned());
    one.save_response(&on_one).unwrap();
    let mut on_other = known;
    on_other.questions.push("Can I drive?".to_owned());
    other.save_response(&on_other).unwrap();
    assert_eq!(one.response().value.questions.len(), 3);
}

proptest! {
    #[test]
    fn a_change_of_one_tab_alone_is_exactly_that_change(
        from in arbitrary_entry::entry().boxed(),
        to in arbitrary_entry::entry().boxed(),
    ) {
        let alike = |entry: Entry| Entry { id: EntryId::from("a"), date: day(2026, 11, 3), ..entry };
        let (from, to) = (alike(from), alike(to));
        // What is read again differs from what any test can think of: lists without their doubles, for instance.
        let saved = |entry: &Entry| {
            let mut store = Store::open(MemoryBackend::default()).store;
            store.save_entry(entry).unwrap();
            store.month(november()).value.remove(0)
        };
        let (from, to) = (saved(&from), saved(&to));
        prop_assert_eq!(put_together(Some(&from), &to, &from), to.clone());
        prop_assert_eq!(put_together(Some(&from), &from, &to), to.clone());
        prop_assert_eq!(put_together(Some(&from), &to, &to), to);
    }
}

/// As it was, what the second of two tabs that had not heard of each other saves, what the first one saved; and both.
const NOTES: [(&str, &str, &str, &str); 8] = [
    ("", "from B", "from A", "from A\nfrom B"),
    (
        "Slept badly.",
        "Slept badly. Rain.",
        "Slept badly. Took a walk.",
        "Slept badly. Took a walk.\nRain.",
    ),
    (
        "Slept badly.",
        "Slept well.",
        "Slept badly. Rain.",
        "Slept badly. Rain.\nSlept well.",
    ),
    (
        "Slept badly.",
        "",
        "Slept badly. Rain.",
        "Slept badly. Rain.",
    ),
    (
        "Slept badly.",
        "Slept badly. Rain.",
        "",
        "Slept badly. Rain.",
    ),
    ("a", "a", "b", "b"),
    ("a", "b", "a", "b"),
    ("a", "b", "b", "b"),
];

#[test]
fn of_a_note_that_two_tabs_write_on_both_texts_stay() {
    for (before, from_b, from_a, both) in NOTES {
        let backend = MemoryBackend::default();
        let (mut a, mut b) = (crate::open(&backend).store, crate::open(&backend).store);
        let shown = entry("shared", day(2026, 11, 3), before);
        a.save_entry(&shown).unwrap();
        let with = |note: &str| Entry {
            note: note.to_owned(),
            ..shown.clone()
        };
        a.change_entry(&shown, &with(from_a)).1.unwrap();
        let (now, saved) = b.change_entry(&shown, &with(from_b));
        assert_eq!((now.note.as_str(), saved), (both, Ok(())), "{before:?}");
        // From then on it is written on, and nothing is doubled.
        let longer = Entry {
            note: format!("{both}!"),
            ..now.clone()
        };
        assert_eq!(b.change_entry(&now, &longer).0.note, format!("{both}!"));
    }
}

#[test]
fn an_entry_that_another_tab_deleted_is_known_to_be_deleted_and_can_be_brought_back() {
    let backend = MemoryBackend::default();
    let (mut a, mut b) = (crate::open(&backend).store, crate::open(&backend).store);
    for store in [&mut a, &mut b] {
        store.stamp_with(|| 1_795_430_000);
    }
    let mut shown = entry("shared", day(2026, 11, 3), "about \"shared\"");
    assert!(!b.was_deleted(&shown), "never saved");
    a.save_entry(&shown).unwrap();
    a.save_entry(&entry("other", day(2026, 11, 4), "\"/entries/shared\""))
        .unwrap();
    assert!(!b.was_deleted(&shown), "here");
    a.delete_entry(&shown).unwrap();
    assert!(b.was_deleted(&shown));
    shown.pain = Some(7);
    b.bring_back(&shown).unwrap();
    assert!(!b.was_deleted(&shown));
    assert!(a.month(Month::of(shown.date)).value.contains(&shown));
}
