//! The course through the questionnaire: what is shown, what counts, where "Next" leads.
//! Long because random responses, which other tests use too, are made here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tailored::domain::date::NaiveDate;
use tailored::domain::ids::{ItemId, QuestionId, RegionId};
use tailored::domain::plan::facts::{FactId, Facts, Value, fact};
use tailored::domain::questionnaire::flow::{Course, Next, course};
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer, Site};
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::sign_screens::{SignScreen, sensitive_questions};
use tailored::domain::safety::answers_of;
use tailored::knowledge::body_map::RegionIndex;
use tailored::knowledge::{self, FLAGS, ITEMS, Item, ItemKind, PARTS, SAFETY_QUESTIONS};

use super::plan_cases::given_facts;
use super::plan_reads::reads;
use super::random_records::{diagnosis, goal, medicine, site, test_done, tried};

// ---- responses

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day of the calendar")
}

pub fn item(id: &str) -> &'static Item {
    knowledge::item(id).unwrap_or_else(|| panic!("no item {id}"))
}

/// A response with these answers and no others.
pub fn told<const N: usize>(answers: [(&str, Answer); N]) -> Response {
    let answers = answers
        .into_iter()
        .map(|(id, answer)| (ItemId::from(item(id).id), answer))
        .collect();
    Response {
        answers,
        ..Response::default()
    }
}

pub fn choices(ids: &[&str]) -> Answer {
    Answer::Choices(ids.iter().map(|id| (*id).to_owned()).collect())
}

pub fn choice(id: &str) -> Answer {
    Answer::Choice(id.to_owned())
}

pub fn number(typed: &str) -> Answer {
    Answer::Number(typed.to_owned())
}

/// A place on the map with one region of a part that has this word.
pub fn place(word: &str) -> Site {
    let regions: Vec<RegionId> = RegionIndex::all()
        .filter(|region| region.part().site == word)
        .map(|region| RegionId::from(region.region().id))
        .take(1)
        .collect();
    assert_eq!(regions.len(), 1, "no region of {word}");
    Site {
        regions,
        ..Site::default()
    }
}

/// An answer that the screen of the item can give; sometimes a number that is not possible.
pub fn answer_to(item: &'static Item) -> BoxedStrategy<Answer> {
    let ids: Vec<String> = item.options.iter().map(|o| o.id.to_owned()).collect();
    let most = ids.len().min(6);
    let (low, high) = (
        item.min.unwrap_or(0.0) as i64,
        item.max.unwrap_or(10.0) as i64,
    );
    match item.kind {
        ItemKind::Areas => subsequence(ids, 1..=most).prop_map(Answer::Choices).boxed(),
        ItemKind::Choices | ItemKind::Ticks | ItemKind::Count => {
            subsequence(ids, 0..=most).prop_map(Answer::Choices).boxed()
        }
        ItemKind::Choice => select(ids).prop_map(Answer::Choice).boxed(),
        ItemKind::YesNo => select(&["yes", "no", "unsure"][..])
            .prop_map(choice)
            .boxed(),
        ItemKind::Scale => (0u8..=10).prop_map(Answer::Level).boxed(),
        ItemKind::Rating => (low as u8..=high as u8).prop_map(Answer::Level).boxed(),
        ItemKind::Number => typed(low, high).prop_map(Answer::Number).boxed(),
        ItemKind::Numbers => ids
            .into_iter()
            .map(|id| typed(low, high).prop_map(move |typed| (id.clone(), typed)))
            .collect::<Vec<_>>()
            .prop_map(|numbers| Answer::Numbers(BTreeMap::from_iter(numbers)))
            .boxed(),
        ItemKind::Duration => (typed(0, 75), typed(0, 11))
            .prop_map(|(years, months)| Answer::Duration { years, months })
            .boxed(),
        ItemKind::Body => (typed(100, 250), typed(25, 350))
            .prop_map(|(height_cm, weight_kg)| Answer::Body {
                height_cm,
                weight_kg,
            })
            .boxed(),
        ItemKind::Texts => btree_map(select(ids), words(20), 1..4)
            .prop_map(Answer::Texts)
            .boxed(),
        ItemKind::Diagnoses => vec(diagnosis(), 0..5).prop_map(Answer::Diagnoses).boxed(),
        ItemKind::Tests => vec(test_done(ids), 0..5).prop_map(Answer::Tests).boxed(),
        ItemKind::Goals => vec(goal(), 1..5).prop_map(Answer::Goals).boxed(),
        ItemKind::Text | ItemKind::Safety => words(60).prop_map(Answer::Text).boxed(),
        ItemKind::Map => vec(site(), 1..7)
            .prop_map(|mut sites| {
                sites[0].main = true;
                Answer::Sites(sites)
            })
            .boxed(),
        ItemKind::Medicines => vec(medicine(), 0..10).prop_map(Answer::Medicines).boxed(),
        ItemKind::Tried => vec(tried(), 0..10).prop_map(Answer::Tried).boxed(),
    }
}

pub fn typed(low: i64, high: i64) -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (low..=high.min(low + 30)).prop_map(|number| number.to_string()),
        8 => (low..=high).prop_map(|number| number.to_string()),
        1 => (high + 1..high + 1000).prop_map(|number| number.to_string()),
        1 => select(&["", "abc", "-1", "1.5", "2,5", "1e3", "NaN", "inf"][..]).prop_map(str::to_owned),
    ]
}

/// Text of a person: several scripts, lines, long runs of spaces, words without an end.
pub fn words(most: usize) -> impl Strategy<Value = String> {
    let endless = "Schmerz".repeat(30);
    let parts = [
        "pain",
        "ä",
        "疼痛",
        "🙂",
        "\n",
        "   ",
        "\u{a0}",
        "it began in spring",
    ];
    let mut parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    parts.push(endless);
    prop::collection::vec((select(parts), any::<bool>()), 0..most).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(part, space)| if space { part + " " } else { part })
            .collect()
    })
}

/// A random response: `given` of the items and of the questions about warning signs have an answer, also where they
/// are hidden. One answer in nine is "skipped".
pub fn responses(given: f64) -> impl Strategy<Value = Response> {
    let answers: Vec<_> = ITEMS
        .iter()
        .filter(|item| item.kind != ItemKind::Safety)
        .map(|item| {
            let answer = prop_oneof![8 => answer_to(item), 1 => Just(Answer::Skipped)];
            prop::option::weighted(given, answer)
                .prop_map(move |answer| answer.map(|answer| (ItemId::from(item.id), answer)))
        })
        .collect();
    let safety: Vec<_> = SAFETY_QUESTIONS
        .iter()
        .map(|question| {
            prop::option::weighted(given, select(answers_of(question.kind))).prop_map(
                move |answer| answer.map(|answer| (QuestionId::from(question.id), answer)),
            )
        })
        .collect();
    let path = select(&[Path::Usual, Path::Full, Path::Quick][..]);
    (answers, safety, any::<bool>(), path).prop_map(|(answers, safety, asked, path)| Response {
        path,
        urgent_asked: asked.then(day),
        answers: answers.into_iter().flatten().collect(),
        safety: safety.into_iter().flatten().collect(),
        safety_asked: asked.then(day),
        ..Response::default()
    })
}

/// The same responses in every run: nearly everything has an answer.
static RESPONSES: LazyLock<Vec<Response>> = LazyLock::new(|| {
    let mut runner = TestRunner::deterministic();
    let strategy = responses(0.98);
    (0..500)
        .map(|_| {
            strategy
                .new_tree(&mut runner)
                .expect("nothing is filtered out")
                .current()
        })
        .collect()
});

/// What they show and say.
static COURSES: LazyLock<Vec<Course>> = LazyLock::new(|| RESPONSES.iter().map(course).collect());

fn is_visible(course: &Course, id: &str) -> bool {
    course.visible.contains(&item(id))
}

// ---- unknown and hidden

#[test]
fn a_fresh_response_yields_no_fact_at_all() {
    let course = course(&Response::default());
    assert_eq!(course.facts, Facts::default());
}

#[test]
fn a_fresh_response_shows_a_conditional_item_only_where_its_condition_says_what_unknown_counts_as()
{
    for item in course(&Response::default()).visible {
        let conditional = item.when.is_none_or(|when| reads(when).has_default);
        assert!(conditional, "{}", item.id);
    }
}

#[test]
fn skipping_every_item_yields_no_fact_at_all() {
    let mut response = Response::default();
    for item in &ITEMS {
        response
            .answers
            .insert(ItemId::from(item.id), Answer::Skipped);
    }
    let skipped = course(&response);
    assert_eq!(skipped.facts, Facts::default());
    assert_eq!(skipped.visible, course(&Response::default()).visible);
}

#[test]
fn an_answer_that_a_later_change_hides_is_kept_and_does_not_count() {
    let mut response = told([
        ("map.areas", choices(&["low_back"])),
        ("back.leg", choice("yes")),
        ("back.legweeks", number("6")),
    ]);
    assert_eq!(
        course(&response).facts.number(fact::LEG_PAIN_WEEKS),
        Some(6.0)
    );

    let back = response
        .answers
        .insert("map.areas".into(), choices(&["head"]));
    let hidden = course(&response);
    assert!(!is_visible(&hidden, "back.leg") && !is_visible(&hidden, "back.legweeks"));
    assert!(!hidden.facts.is_known(fact::LEG_BELOW_KNEE));
    assert!(!hidden.facts.is_known(fact::LEG_PAIN_WEEKS));
    assert_eq!(response.answer("back.legweeks"), Some(&number("6")));

    response
        .answers
        .extend([("map.areas".into(), back.unwrap())]);
    assert_eq!(
        course(&response).facts.number(fact::LEG_PAIN_WEEKS),
        Some(6.0)
    );
}

#[test]
fn a_hidden_item_hides_what_hangs_on_it_although_that_has_an_answer() {
    let response = told([
        ("map.areas", choices(&["head"])),
        // Hidden: no pain there. Its answer must not open the question for weeks.
        ("back.leg", choice("yes")),
        ("sleep.nights", number("0")),
        ("sleep.months", number("5")),
    ]);
    let course = course(&response);
    for id in ["back.leg", "back.legweeks", "sleep.bother", "sleep.months"] {
        assert!(!is_visible(&course, id), "{id}");
    }
}

// ---- the tables as a whole

#[test]
fn every_item_is_shown_for_some_answers() {
    let shown: BTreeSet<_> = COURSES
        .iter()
        .flat_map(|course| course.visible.iter().map(|item| item.id))
        .collect();
    let never: Vec<_> = ITEMS
        .iter()
        .filter(|item| !shown.contains(item.id))
        .collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn every_item_with_a_condition_is_hidden_for_some_answers_and_no_other() {
    let fresh = course(&Response::default());
    for item in &ITEMS {
        let is_hidden = COURSES
            .iter()
            .chain([&fresh])
            .any(|course| !course.visible.contains(&item));
        let conditional = item.when.is_some() || item.unless.is_some() || item.if_several.is_some();
        assert_eq!(is_hidden, conditional, "{}", item.id);
    }
}

#[test]
fn every_given_fact_comes_from_some_answers() {
    let provided: BTreeSet<FactId> = COURSES
        .iter()
        .flat_map(|course| FactId::all().filter(|id| course.facts.is_known(*id)))
        .collect();
    let missing: Vec<_> = given_facts()
        .filter(|id| !provided.contains(id))
        .map(|id| id.fact().id)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

// ---- Next

/// Answers a page of items as its screen does, also those that an answer on it brings up. Returns them in order.
pub fn answer_page(
    item: &'static Item,
    pool: &Response,
    response: &mut Response,
) -> Vec<&'static Item> {
    let mut answered: Vec<&'static Item> = Vec::new();
    loop {
        let page = course(response).page_of(item, response);
        let Some(open) = page.into_iter().find(|item| !answered.contains(item)) else {
            return answered;
        };
        let answer = pool.answer(open.id).cloned().unwrap_or(Answer::Skipped);
        response.answers.insert(ItemId::from(open.id), answer);
        if open.sensitive {
            for question in sensitive_questions() {
                let id = QuestionId::from(question.id);
                if let Some(answer) = pool.safety.get(&id) {
                    response.safety.insert(id, *answer);
                }
            }
        }
        answered.push(open);
    }
}

/// Goes from the first item to the review as the screens do, with the answers of `pool`; what has no answer there is
/// skipped. Returns the items in the order in which they came, and what was answered.
fn walk(pool: &Response) -> Result<(Vec<&'static Item>, Response), TestCaseError> {
    let mut response = Response {
        path: pool.path,
        ..Response::default()
    };
    let mut visited: Vec<&'static Item> = Vec::new();
    let mut next = Next::Item(&ITEMS[0]);
    // Each item once, and each screen of warning signs a few times.
    for _ in 0..ITEMS.len() + 200 {
        let now = course(&response);
        next = match next {
            Next::Review => return Ok((visited, response)),
            Next::Item(item) => {
                prop_assert!(now.visible.contains(&item), "{} is hidden", item.id);
                prop_assert!(!visited.contains(&item), "{} comes again", item.id);
                if item.kind == ItemKind::Safety {
                    visited.push(item);
                    Next::Signs { item, screen: 0 }
                } else {
                    visited.extend(answer_page(item, pool, &mut response));
                    course(&response).after(item, &response)
                }
            }
            Next::Signs { item, screen } => {
                prop_assert!(screen < now.signs.len());
                for question in now.signs[screen].questions() {
                    let id = QuestionId::from(question.id);
                    let answer = pool.safety.get(&id).copied();
                    response
                        .safety
                        .insert(id, answer.unwrap_or(SafetyAnswer::No));
                }
                if screen + 1 >= now.sign_screens_asked(&response) {
                    response.urgent_asked = Some(day());
                }
                if screen + 1 >= now.signs.len() {
                    response.safety_asked = Some(day());
                }
                course(&response).after_signs(item, screen, &response)
            }
        };
    }
    Err(TestCaseError::fail("Next does not end"))
}

#[test]
fn a_new_place_on_the_map_brings_its_warning_signs_before_anything_else() {
    let mut pool = told([
        ("about.age", number("30")),
        ("map.areas", choices(&["knee"])),
        ("map.all", Answer::Sites(vec![place("chest")])),
    ]);
    let (visited, mut response) = walk(&pool).unwrap();
    let chest: Vec<_> = FLAGS
        .iter()
        .filter(|flag| flag.group.id == "chest")
        .flat_map(|flag| flag.questions)
        .collect();
    for question in &chest {
        assert!(response.safety.contains_key(&QuestionId::from(question.id)));
    }
    assert_eq!(visited.len(), course(&response).asked(&response).count());

    // The same step by step: as long as the chest is open, the map leads there, and so does any later item.
    pool.answers.remove(&ItemId::from("map.all"));
    response = walk(&pool).unwrap().1;
    response
        .answers
        .insert("map.all".into(), Answer::Sites(vec![place("chest")]));
    response.answers.remove(&ItemId::from("map.main"));
    let now = course(&response);
    for id in ["map.all", "story.words", "about.name"] {
        let Next::Signs { screen, .. } = now.after(item(id), &response) else {
            panic!("{id} leads on although warning signs are open");
        };
        let asked = now.signs[screen].questions();
        assert!(asked.iter().any(|question| chest.contains(&question)));
    }
    assert!(
        now.open(&response)
            .any(|open| open.kind == ItemKind::Safety)
    );
    for question in now.signs.iter().flat_map(SignScreen::questions) {
        response
            .safety
            .entry(QuestionId::from(question.id))
            .or_insert(SafetyAnswer::No);
    }
    let now = course(&response);
    let last = now.signs.len() - 1;
    assert_eq!(
        now.after_signs(item("safety.signs"), last, &response),
        Next::Item(item("map.main"))
    );
}

#[test]
fn an_answer_that_opens_urgent_questions_leads_back_to_them() {
    let mut response = told([
        ("about.age", number("60")),
        ("map.areas", choices(&["knee"])),
    ]);
    for question in course(&response)
        .signs
        .iter()
        .flat_map(SignScreen::questions)
    {
        response
            .safety
            .insert(QuestionId::from(question.id), SafetyAnswer::No);
    }
    response.safety_asked = Some(day());
    assert_eq!(course(&response).open_signs(&response), None);

    response.safety.insert("q_pmr".into(), SafetyAnswer::New);
    let now = course(&response);
    let last = now.signs.len() - 1;
    let Next::Signs { screen, .. } = now.after_signs(item("safety.signs"), last, &response) else {
        panic!("the opened questions are passed over");
    };
    let asked = now.signs[screen].questions();
    assert!(asked.iter().any(|question| question.id == "q_gca_sight"));
}

#[test]
fn who_is_led_back_to_the_signs_sees_only_what_nobody_answered() {
    let mut pool = told([
        ("about.age", number("36")),
        ("map.areas", choices(&["head"])),
        ("nerve.checklist", choices(&[])),
    ]);
    for question in &SAFETY_QUESTIONS {
        pool.safety.insert(question.id.into(), SafetyAnswer::No);
    }
    let mut response = walk(&pool).unwrap().1;
    response
        .answers
        .insert("map.all".into(), Answer::Sites(vec![place("chest")]));
    let mut now = course(&response);
    let mut seen = Vec::new();
    let mut next = now.after(item("map.all"), &response);
    while let Next::Signs { item, screen } = next {
        let questions = now.signs[screen].questions();
        assert!(
            questions
                .iter()
                .any(|question| !response.safety.contains_key(&QuestionId::from(question.id))),
            "screen {screen} is asked twice"
        );
        for question in questions {
            let id = QuestionId::from(question.id);
            response.safety.entry(id).or_insert(SafetyAnswer::No);
        }
        seen.push(screen);
        now = course(&response);
        next = now.after_added_signs(item, screen, &response);
    }
    assert!(!seen.is_empty() && seen.len() < now.signs.len(), "{seen:?}");
    assert_eq!(now.open_signs(&response), None);
    assert!(matches!(next, Next::Item(_)));
}

#[test]
fn before_and_after_are_neighbours_when_no_sign_is_open() {
    for pool in RESPONSES.iter().take(20) {
        let (_, response) = walk(pool).unwrap();
        let course = course(&response);
        // Each page by its first item; whichever item of a page asks, the neighbours are the same.
        let mut pages: Vec<Vec<&'static Item>> = Vec::new();
        for item in course.asked(&response) {
            let page = course.page_of(item, &response);
            assert!(page.contains(&item));
            if pages.last() != Some(&page) {
                pages.push(page);
            }
        }
        for pair in pages.windows(2) {
            for item in &pair[1] {
                assert_eq!(course.before(item, &response), Some(pair[0][0]));
            }
            for item in &pair[0] {
                assert_eq!(course.after(item, &response), Next::Item(pair[1][0]));
            }
        }
        let ends = (pages[0][0], pages[pages.len() - 1][0]);
        assert_eq!(course.before(ends.0, &response), None);
        assert_eq!(course.after(ends.1, &response), Next::Review);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn next_visits_each_visible_item_once_and_ends_in_the_review(pool in responses(0.9)) {
        let (mut visited, response) = walk(&pool)?;
        let end = course(&response);
        visited.sort_by_key(|item| item.place);
        prop_assert_eq!(&visited, &end.asked(&response).collect::<Vec<_>>());
        prop_assert_eq!(end.open(&response).count(), 0);
        prop_assert_eq!(end.minutes_left(&response), 0);
        prop_assert_eq!(end.open_signs(&response), None);
    }

    #[test]
    fn what_a_hidden_item_holds_changes_nothing(response in responses(0.9)) {
        let with_hidden = course(&response);
        let mut pruned = response.clone();
        pruned.answers.retain(|id, _| with_hidden.visible.iter().any(|item| item.id == id.as_str()));
        prop_assert_eq!(course(&pruned), with_hidden);
    }

    #[test]
    fn visible_items_stand_in_the_order_of_the_questionnaire_each_once(response in responses(0.6)) {
        let course = course(&response);
        prop_assert!(course.visible.windows(2).all(|pair| pair[0].place < pair[1].place));
        let of_parts: Vec<_> = course.parts().into_iter().flat_map(|(_, items)| items).collect();
        prop_assert_eq!(of_parts, course.visible);
    }

    #[test]
    fn progress_stays_within_its_counts(response in responses(0.5)) {
        let course = course(&response);
        let open = course.open(&response).count();
        for item in &course.visible {
            let progress = course.progress(item, 0, &response);
            prop_assert!(progress.question < progress.questions);
            prop_assert!(progress.part < progress.parts);
            prop_assert_eq!(progress.parts, PARTS.len());
            prop_assert_eq!(progress.part_name, PARTS[progress.part].name);
            prop_assert_eq!(progress.minutes_left == 0, open == 0);
        }
    }

    #[test]
    fn whoever_reads_on_to_the_slower_signs_is_not_told_that_nothing_is_left(response in responses(0.5)) {
        let course = course(&response);
        let asked = course.sign_screens_asked(&response);
        for signs in course.visible.iter().filter(|item| item.kind == ItemKind::Safety) {
            for screen in asked..course.signs.len() {
                let lines = course.signs[screen..].iter().flat_map(SignScreen::questions);
                let open = lines.filter(|line| !response.safety.contains_key(&QuestionId::from(line.id))).count();
                prop_assert!(open == 0 || course.progress(signs, screen, &response).minutes_left > 0);
            }
        }
    }

    #[test]
    fn one_more_answer_never_leaves_more_time_than_it_opened(response in responses(0.5)) {
        let before = course(&response);
        for item in before.open(&response).filter(|item| item.kind != ItemKind::Safety) {
            let mut further = response.clone();
            further.answers.insert(ItemId::from(item.id), Answer::Skipped);
            let after = course(&further);
            prop_assert!(after.minutes_left(&further) <= before.minutes_left(&response), "{}", item.id);
        }
    }

    #[test]
    fn an_item_that_is_hidden_does_not_upset_progress_or_next(response in responses(0.5)) {
        let course = course(&response);
        for item in ITEMS.iter().filter(|item| !course.visible.contains(item)) {
            prop_assert!(course.progress(item, 0, &response).part < PARTS.len());
            match course.after(item, &response) {
                Next::Item(next) => prop_assert!(next.place > item.place && course.visible.contains(&next)),
                Next::Signs { screen, .. } => prop_assert!(screen < course.signs.len()),
                Next::Review => {}
            }
        }
    }
}

/// A value is never other than what the vocabulary states, whatever was typed.
pub fn is_possible(id: FactId, value: &Value) -> bool {
    Facts::default().set(id, value.clone()).is_ok()
}

#[test]
fn a_person_goes_on_at_the_answer_that_may_be_half_a_word() {
    let course_of = |response: &Response| course(response).stopped_at(response).map(|item| item.id);
    let mut response = told([("about.region", choice("UK")), ("about.age", number("6"))]);
    assert_eq!(course_of(&response), Some("about.sex"));
    response.at = Some("about.age".into());
    assert_eq!(course_of(&response), Some("about.age"));
    // It is the page that counts, by whichever of its items.
    response.at = Some("about.region".into());
    assert_eq!(course_of(&response), Some("about.region"));
    // Whoever looked back at an earlier page goes on where the questions are open.
    response.answers.extend(
        told([
            ("about.sex", choice("female")),
            ("map.areas", choices(&["knee"])),
        ])
        .answers,
    );
    assert_eq!(course_of(&response), Some("safety.signs"));
}
