//! Owns the look at every page, filled by a person who has used the app for months: no barrier in light or dark,
//! and nothing wider than the smallest phone.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::insight::simulate::{Effect, Made};
use tailored::storage::Backup;

use crate::engine::Engine;
use crate::person::Person;
use crate::server::Server;

const STORY: &str = include_str!("../../fixtures/personas/low-back-leg-pain.json");
const ARRANGEMENTS: &str = include_str!("../../fixtures/arrangements-v1.json");
const TRACKING: &str = include_str!("../../fixtures/tracking-v1.json");

/// Each place, and words that stand on it alone.
pub const PLACES: &[(&str, &str)] = &[
    ("#/", "Your pages are ready"),
    ("#/pain", "You went through all"),
    ("#/plan", "Best fits for you"),
    ("#/plan/exercise_general", "Why it may fit you"),
    ("#/plan/tens", "TENS"),
    ("#/plan/no-such-option", "We do not know this option"),
    ("#/compare", "Can you do both?"),
    ("#/questions", "Most important first."),
    ("#/together", "What goes together, what clashes"),
    ("#/options", "All options"),
    ("#/how", "How this plan is made"),
    ("#/agreed", "Start walking"),
    ("#/agreed/k3f9x2m7q1ca", "Delete this agreement"),
    ("#/flare", "My flare plan"),
    ("#/pages", "Pain summary for the specialist"),
    ("#/diary", "Latest entries"),
    ("#/diary/trends", "When pain is higher or lower"),
    ("#/diary/trends/times", "By day of the week"),
    ("#/diary/trends/places", "Where it hurt"),
    ("#/diary/trends/counts", "Whole bar: headache days."),
    ("#/diary/trends/changes", "Why pain also eases by itself"),
    (
        "#/diary/medicines",
        "with a painkiller when needed, out of the last 30",
    ),
    ("#/diary/week", "Day by day"),
    ("#/diary/weeks", "Day by day"),
    ("#/diary/findings", "What goes with the pain"),
    ("#/diary/follow", "What the diary asks"),
    ("#/diary/log", "How strong is the pain?"),
    ("#/diary/evening", "Evening check-in"),
    ("#/diary/attack", "Headache starts now"),
    ("#/diary/no-such-entry", "This entry is not here any more"),
    ("#/more/share", "Save, share, open"),
    ("#/more/data", "When the browser cleans up"),
    (
        "#/more/lock",
        "Without a lock, anybody who can open this browser",
    ),
    ("#/more/about", "About Tailored"),
    ("#/more", "Delete everything"),
    ("#/blank", "Notes"),
    // One question of each kind.
    ("#/ask/about.region", "Where do you live?"),
    ("#/ask/about.age", "How old are you?"),
    ("#/ask/map.areas", "Which parts of your body hurt?"),
    ("#/ask/safety.signs", "Is any of this happening now?"),
    ("#/ask/map.all", "Show where it hurts"),
    ("#/ask/pain.duration", "How long have you had this pain?"),
    ("#/ask/pain.avg7", "how strong was your pain"),
    ("#/ask/pain.anchors", "What do your numbers mean?"),
    (
        "#/ask/story.diagnoses",
        "What have you been told that you have?",
    ),
    ("#/ask/nerve.checklist", "In the sore place"),
    ("#/ask/mood.sad", "how often were you sad"),
    ("#/ask/health.medlist", "Write down what you take for pain"),
    ("#/ask/tried.list", "What have you tried so far?"),
    (
        "#/ask/tests.list",
        "Which tests and examinations have you had?",
    ),
    ("#/ask/goals.want", "What do you most want from this visit?"),
    (
        "#/ask/goals.list",
        "What would you like to be able to do again?",
    ),
];

pub async fn every_page_passes_axe_and_fits_the_smallest_phone(engine: Engine) {
    let person = opens_the_app_after_months(engine).await;
    let mut problems = Vec::new();
    for (place, words) in PLACES {
        person.goes_to(place).await;
        person.sees(words).await;
        problems.extend(person.barriers().await);
        person.has_a_screen_of(320, 640);
        problems.extend(
            too_wide(&person)
                .await
                .map(|what| format!("{place}: {what}")),
        );
        person.has_its_own_screen();
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Somebody with a story, agreements and three months of diary opens the app.
pub async fn opens_the_app_after_months(engine: Engine) -> Person {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    for (key, text) in months_of_use(today(&person).await) {
        person.has_saved(&key, &text).await;
    }
    person.reloads().await;
    person
}

/// What sticks out to the side, when the page can be pushed there: as it is, and with everything open in the largest text.
async fn too_wide(person: &Person) -> Option<String> {
    let script = "const root = document.documentElement;
        const sticksOut = (how) => {
            const over = root.scrollWidth - root.clientWidth;
            if (over <= 0) return null;
            const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
            return `${over} px too wide ${how}: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ')}`;
        };
        const asItIs = sticksOut('as it is');
        const [text, closed] = [root.dataset.text, [...document.querySelectorAll('details:not([open])')]];
        root.dataset.text = 'largest';
        for (const each of closed) each.open = true;
        const largest = sticksOut('in the largest text');
        for (const each of closed) each.open = false;
        if (text === undefined) delete root.dataset.text; else root.dataset.text = text;
        return asItIs ?? largest;";
    person
        .asks(script, json!([]))
        .await
        .as_str()
        .map(str::to_owned)
}

/// What a person has on the device after three months, by key.
fn months_of_use(today: NaiveDate) -> BTreeMap<String, String> {
    let diary = Made {
        first: today - Days::new(89),
        n_days: 90,
        n_entries_a_day: 2,
        effect: Some(Effect {
            factor: 0,
            points: 3.0,
            next_day: true,
        }),
        ..Made::default()
    };
    let diary: Value = serde_json::from_str(&Backup::of_entries(&diary.entries()).text())
        .expect("a backup is JSON");
    let months = diary["documents"].as_object().expect("documents by name");
    let mut saved: BTreeMap<String, String> = months
        .iter()
        .map(|(name, month)| (format!("tailored/{name}"), month.to_string()))
        .collect();
    saved.insert("tailored/response".to_owned(), STORY.to_owned());
    for copy in [ARRANGEMENTS, TRACKING] {
        let copy: Value = serde_json::from_str(copy).expect("a fixture is JSON");
        for (key, text) in copy["keys"].as_object().expect("keys with texts") {
            let text = text.as_str().expect("a text");
            saved.insert(key.clone(), text.to_owned());
        }
    }
    saved
}

/// The day by the clock of the browser.
async fn today(person: &Person) -> NaiveDate {
    let script = "return new Intl.DateTimeFormat('sv-SE').format(new Date())";
    let day = person.asks(script, json!([])).await;
    day.as_str()
        .and_then(|day| day.parse().ok())
        .expect("the browser knows the day")
}
