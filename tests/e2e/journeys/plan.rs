//! Owns what a person does with the plan: look an option up, say what they think of it, keep what was agreed, write for a flare.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const RESPONSE: &str = "tailored/response";
const ARRANGEMENTS: &str = "tailored/arrangements";

/// The answers of a man of 47 with back and leg pain, as the app keeps them.
const BACK_AND_LEG: &str = include_str!("../../fixtures/personas/low-back-leg-pain.json");

/// Twelve people who have told all of it, with pain of twelve kinds.
pub const EVERYBODY: [(&str, &str); 12] = [
    ("low-back-leg-pain", BACK_AND_LEG),
    (
        "chronic-migraine-overuse",
        include_str!("../../fixtures/personas/chronic-migraine-overuse.json"),
    ),
    ("knee-arthritis-kidney-blood-thinner", KNEE),
    (
        "fibromyalgia-low-mood",
        include_str!("../../fixtures/personas/fibromyalgia-low-mood.json"),
    ),
    (
        "diabetic-nerve-pain",
        include_str!("../../fixtures/personas/diabetic-nerve-pain.json"),
    ),
    (
        "pelvic-pain-trying-for-a-child",
        include_str!("../../fixtures/personas/pelvic-pain-trying-for-a-child.json"),
    ),
    (
        "sciatica-at-ten-weeks",
        include_str!("../../fixtures/personas/sciatica-at-ten-weeks.json"),
    ),
    (
        "trigeminal-at-two-months",
        include_str!("../../fixtures/personas/trigeminal-at-two-months.json"),
    ),
    (
        "vulval-pain",
        include_str!("../../fixtures/personas/vulval-pain.json"),
    ),
    (
        "runners-knee",
        include_str!("../../fixtures/personas/runners-knee.json"),
    ),
    (
        "pregnancy-pelvic-girdle",
        include_str!("../../fixtures/personas/pregnancy-pelvic-girdle.json"),
    ),
    (
        "after-stroke",
        include_str!("../../fixtures/personas/after-stroke.json"),
    ),
];

/// The answers of a woman of 78 with a sore knee, who takes ibuprofen and a blood thinner.
const KNEE: &str = include_str!("../../fixtures/personas/knee-arthritis-kidney-blood-thinner.json");

/// A phone, in CSS pixels.
const PHONE: (u32, u32) = (390, 844);
/// The plan may be so many of its screens long before anything is opened.
const MOST_SCREENS: f64 = 5.0;

/// The same for the one of the twelve who has most to say first: an opioid, two dangerous pairs, three reviews.
/// Nothing about safety is cut for room.
const MOST_SCREENS_OF_ALL: f64 = 5.3;

/// Somebody who has told all of it opens the plan.
async fn opens_the_plan(engine: Engine, answers: &str) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.has_saved(RESPONSE, answers).await;
    person.reloads().await;
    person.has_the_app().await;
    person.goes_to("#/plan").await;
    person
}

/// The answers with one of them changed.
fn with(part: &str, name: &str, answer: Value) -> String {
    let mut response: Value = serde_json::from_str(BACK_AND_LEG).expect("the fixture is JSON");
    response[part][name] = answer;
    response.to_string()
}

async fn saved(person: &Person, key: &str) -> Value {
    let data = person.saved_data().await;
    let text = data[key].as_str().unwrap_or("null");
    serde_json::from_str(text).expect("the app saves JSON")
}

pub async fn an_option_is_looked_up_and_answered_with_a_view_and_its_reason(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.sees("Best fits for you").await;
    person.finds_no_barrier().await;

    // What is usually not advised waits behind its heading, with the reason.
    person.sees_no_more("Gabapentin or pregabalin").await;
    person.presses("Usually not, or not for you").await;
    person.sees("Gabapentin or pregabalin").await;
    person.finds_no_barrier().await;

    // Everything else is folded by kind; what was tried before says so.
    person.presses("Medicines").await;
    person.sees("tried, ").await;
    person.finds_no_barrier().await;
    person.leaves_by("Low-dose tricyclic").await;
    for heading in [
        "Why it may fit you",
        "How much does it help?",
        "What you do",
        "Who gives it",
        "First step, and when to judge",
        "Questions to take along",
        "What could go wrong",
        "What goes with it, what does not",
        "What studies say",
    ] {
        person.sees(heading).await;
    }
    person.finds_no_barrier().await;
    person.chooses("Not now").await;
    person.chooses("side effects").await;
    person
        .fills("In your own words", "I must drive early")
        .await;
    person.chooses("How slowly should I raise the dose?").await;
    let kept = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
    person
        .until(
            "the words are kept",
            kept,
            json!([ARRANGEMENTS, "I must drive early"]),
        )
        .await;

    person.reloads().await;
    person
        .is_at("Low-dose tricyclic (amitriptyline, nortriptyline)")
        .await;
    assert!(person.has_chosen("Not now").await);
    assert!(person.has_chosen("side effects").await);
    assert!(!person.has_chosen("needles").await);

    person.goes_to("#/questions").await;
    person.sees("How slowly should I raise the dose?").await;
    person.goes_back().await;

    // Taking the view back leaves no reason without one on the page.
    person.presses("Take back").await;
    person.sees_no_more("In your own words").await;
    assert!(!person.has_chosen("Not now").await);
}

pub async fn every_option_can_be_looked_up_with_the_rules_behind_it(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("All options").await;
    person.sees("152 options").await;
    person
        .fills("Search by name or by what it is for", "acupunc")
        .await;
    person.sees_no_more("152 options").await;
    person.finds_no_barrier().await;
    person.leaves_by("Acupuncture").await;
    person.sees("What you do").await;
    person.goes_back().await;

    person.goes_to("#/how").await;
    person.is_at("How this plan is made").await;
    person.presses("Reasons for an option").await;
    person.sees("counts for you").await;
    person.finds_no_barrier().await;

    person.goes_to("#/together").await;
    person.is_at("What goes together, what clashes").await;
    person.sees("One step at a time").await;
    person.sees("When to judge each").await;
    person.finds_no_barrier().await;
}

pub async fn what_was_agreed_comes_back_when_its_day_is_near(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("What we agreed").await;
    person.sees("Nothing written down yet.").await;
    person.leaves_by("Write down what was agreed").await;
    person.fills("Next step", "Ring the physiotherapist").await;
    person.fills("Who does it?", "me").await;
    let today = person
        .asks("const d = new Date(); d.setDate(d.getDate() + 1); const two = (n) => String(n).padStart(2, '0'); return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`", json!([]))
        .await;
    let tomorrow = today.as_str().expect("a day").to_owned();
    person.fills("By when?", &tomorrow).await;
    person.finds_no_barrier().await;
    person.leaves_by("Done").await;
    person.sees("Ring the physiotherapist").await;
    let agreements = saved(&person, ARRANGEMENTS).await["agreements"].clone();
    let agreement = agreements
        .as_object()
        .expect("agreements by id")
        .values()
        .next();
    assert_eq!(agreement.expect("one")["by"], json!(tomorrow));

    // It is brought to mind where the person looks first, also after the app was closed.
    person.reloads().await;
    person.goes_to("#/").await;
    person.sees("Ring the physiotherapist").await;
    person.leaves_by("To do: tomorrow").await;
    person.chooses("The step is done").await;
    person.sees("done on").await;
    person.goes_to("#/").await;
    person.sees("Hello, Daniel").await;
    person.sees_no_more("Ring the physiotherapist").await;
}

pub async fn the_flare_plan_fills_one_card(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.presses("More for the visit").await;
    person.leaves_by("My flare plan").await;
    person.sees("Not filled in yet").await;
    person.fills("Early signs", "Stiff in the morning").await;
    person.fills("What helps me", "Heat, short walks").await;
    person
        .fills(
            "Medicines, each with its limit",
            "Ibuprofen, at most 3 days",
        )
        .await;
    person
        .fills("When to call, and whom", "After 3 days, my practice")
        .await;
    person.sees_no_more("Not filled in yet").await;
    person.sees("999").await;
    person.finds_no_barrier().await;
    person.reloads().await;
    person.sees("In a flare").await;
    person.sees("Stiff in the morning").await;
}

pub async fn who_is_under_18_reads_why_the_plan_is_not_for_them_and_keeps_the_diary(
    engine: Engine,
) {
    let answers = with("answers", "about.age", json!({ "number": "16" }));
    let person = opens_the_plan(engine, &answers).await;
    person
        .sees("This tool is for adults. Please use a children's service.")
        .await;
    // Of the plan only what stays right at that age: the diary, low mood, a look at the medicines.
    person.sees_no_more("Medicines").await;
    person.sees_no_more("Procedures").await;
    person.finds_no_barrier().await;
    person.goes_to("#/diary").await;
    person.is_at("Diary").await;
}

pub async fn an_urgent_sign_stands_where_the_plan_would_be(engine: Engine) {
    let answers = with("safety", "q_ces_bladder", json!("new"));
    let person = opens_the_plan(engine, &answers).await;
    person.is_at("Get emergency help now").await;
    person.sees("nerves at the bottom of the spine").await;
    person.sees_no_more("Best fits for you").await;
}

/// Before anything is opened, the plan of eleven of twelve people is at most five phone screens long, and its answer (what to
/// say first, the goals, the best fits) stands on the first.
pub async fn the_plan_is_at_most_five_phone_screens_with_its_answer_on_the_first(engine: Engine) {
    let person = opens_the_plan(engine, BACK_AND_LEG).await;
    person.has_a_screen_of(PHONE.0, PHONE.1);
    let mut lengths = Vec::new();
    for (name, answers) in EVERYBODY {
        person.has_saved(RESPONSE, answers).await;
        person.reloads().await;
        person.sees("Best fits for you").await;
        // The last to come is the question that decides, or that nothing is open.
        person.sees("Still open: ").await;
        let measured = person
            .asks(
                "const head = document.querySelector('.woven').getBoundingClientRect(); \
                 return [document.documentElement.scrollHeight, head.bottom + scrollY]",
                json!([]),
            )
            .await;
        let screens =
            |place: usize| measured[place].as_f64().unwrap_or(f64::MAX) / f64::from(PHONE.1);
        lengths.push((name, screens(0), screens(1)));
    }
    person.has_its_own_screen();
    println!("screens of the plan, and where its head ends: {lengths:.2?}");
    for (name, all, head) in &lengths {
        assert!(*head <= 1.0, "{name}: its answer ends at {head:.2}");
        assert!(*all <= MOST_SCREENS_OF_ALL, "{name}: {all:.2}");
    }
    let long = lengths.iter().filter(|(_, all, _)| *all > MOST_SCREENS);
    assert!(long.count() <= 1, "{lengths:.2?}");
}

pub async fn what_was_asked_folds_and_stays_until_there_is_more_to_ask(engine: Engine) {
    let person = opens_the_plan(engine, KNEE).await;
    person.sees("These do not go well together").await;
    person.sees("read these names out").await;
    person.finds_no_barrier().await;
    person.chooses("I have asked").await;
    person.sees_no_more("read these names out").await;
    person.sees("These do not go well together").await;
    person.reloads().await;
    person.sees("Asked on ").await;
    person.sees("ibuprofen and apixaban").await;
    person.sees_no_more("read these names out").await;
    let asked = saved(&person, ARRANGEMENTS).await["asked"].clone();
    let asked = asked.as_object().expect("topics with their days");
    assert!(
        asked
            .keys()
            .next()
            .is_some_and(|topic| topic.starts_with("pairs:")),
        "{asked:?}"
    );

    // The tick of an option is one and the same on the plan and on its page.
    person.goes_to("#/plan/medication_review").await;
    person.chooses("I have asked").await;
    person.goes_to("#/plan").await;
    person.sees("Full medicine review").await;
    person.sees_no_more("A full review can drop").await;

    // A second tap takes it back.
    person.chooses("Asked on ").await;
    person.sees("read these names out").await;
}

pub async fn honest_numbers_stand_on_the_page_of_an_option_and_two_can_be_compared(engine: Engine) {
    let person = opens_the_plan(engine, KNEE).await;
    person.goes_to("#/plan/nsaid_oral").await;
    for words in [
        "Of 100 people",
        "39 also with a dummy treatment",
        "18 more with it",
        "43 not clearly better",
        "Who was studied: arthritis of the knee or hip, 28,699 people. Counted: 4 to 104 weeks",
        "This study did not count unwanted effects.",
    ] {
        person.sees(words).await;
    }
    person.finds_no_barrier().await;
    // Nobody counted it: the page says so, and shows no picture.
    person.goes_to("#/plan/assistive_devices").await;
    person
        .sees("There is no good count of how many people this helps.")
        .await;
    let pictures = person
        .asks(
            "return document.querySelectorAll('.hundred').length",
            json!([]),
        )
        .await;
    assert_eq!(pictures, json!(0));

    person
        .goes_to("#/compare/nsaid_topical/intraarticular_steroid")
        .await;
    person.is_at("Compare two").await;
    person.sees("10 more with it").await;
    person.sees("Can you do both?").await;
    person.finds_no_barrier().await;
    person.fills("The other", "Strength training").await;
    person.sees("exercise is the core treatment").await;
}
