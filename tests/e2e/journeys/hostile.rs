//! Owns words that would like to be code: 60 strings in every field for words and in a file, on every page, on paper and in
//! the archive. They stay words: nothing of them becomes markup, and the content policy is never even asked.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::paper::Paper;
use crate::person::Person;
use crate::server::Server;

/// One in a line. Each would set `hacked` or ask elsewhere, in one of the ways that are known.
const STRINGS: &str = include_str!("hostile.txt");
const N_STRINGS: usize = 60;

/// Questions that are answered in own words, and other pages on which something can be written.
const WRITTEN_ON: &[&str] = &[
    "#/ask/about.name",
    "#/ask/about.visit",
    "#/ask/about.helper",
    "#/ask/story.event",
    "#/ask/story.words",
    "#/ask/pain.anchors",
    "#/ask/story.diagnoses",
    "#/ask/health.medlist",
    "#/ask/health.medicines",
    "#/ask/health.conditions",
    "#/ask/health.allergies",
    "#/ask/health.reaction",
    "#/ask/tried.list",
    "#/ask/tests.list",
    "#/ask/goals.list",
    "#/ask/goals.want",
    "#/ask/goals.belief",
    "#/questions",
    "#/flare",
    "#/diary/follow",
    "#/plan/",
    "#/diary/log",
    "#/pages",
];

const READ_ON: &[&str] = &[
    "#/",
    "#/pain",
    "#/plan",
    "#/questions",
    "#/together",
    "#/options",
    "#/agreed",
    "#/flare",
    "#/diary",
    "#/diary/trends",
    "#/diary/medicines",
    "#/diary/findings",
    "#/diary/follow",
    "#/more/share",
    "#/more/data",
    "#/pages",
];

/// Listens for what the policy refuses, from now on.
const LISTENS: &str = "window.refused = []; \
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective + ' ' + event.sample))";

/// Opens what can be opened, adds a row where one can be added, and fills every field for words. Says how many.
const FILLS: &str = "
    const done = arguments[arguments.length - 1], text = arguments[0];
    const drawn = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    (async () => {
        await drawn();
        for (const details of document.querySelectorAll('main details')) details.open = true;
        for (const button of document.querySelectorAll('main button'))
            if (/^(Add|Another|Write|Something else|Put in)/.test(button.innerText.trim())) { button.click(); await drawn(); }
        let filled = 0;
        for (const field of document.querySelectorAll('main input[type=text], main input[type=search], main input:not([type]), main textarea'))
            if (field.isConnected) { setValue(field, text); filled += 1; await drawn(); }
        done(filled);
    })();";

/// What of the strings has become more than words.
const FOUND: &str = "
    const active = [...document.querySelectorAll('*')].filter((element) =>
        element.matches('script:not([src]), iframe, object, embed, base, marquee, video, audio, img, math, form[action], [srcdoc]') ||
        [...element.attributes].some(({ name, value }) => name.startsWith('on') ||
            (/href|src|action|data|background/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value))));
    return { hacked: window.hacked ?? null, refused: window.refused, active: active.map((element) => element.outerHTML.slice(0, 200)) }";

async fn stay_words(person: &Person, place: &str) {
    let found = person.asks(FOUND, json!([])).await;
    assert_eq!(
        found,
        json!({ "hacked": null, "refused": [], "active": [] }),
        "{place}"
    );
}

pub async fn hostile_words_stay_words_everywhere(engine: Engine) {
    let strings: Vec<&str> = STRINGS.lines().collect();
    assert_eq!(strings.len(), N_STRINGS);
    let all = strings.join(" ");
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person.has_the_app().await;
    person.asks(LISTENS, json!([])).await;

    let mut n_filled = 0;
    for place in WRITTEN_ON {
        person.goes_to(place).await;
        let filled = person.asks_and_waits(FILLS, json!([all])).await;
        n_filled += filled.as_u64().unwrap_or_default();
        stay_words(&person, place).await;
    }
    println!("{n_filled} fields for words were filled");
    assert!(
        n_filled >= 20,
        "only {n_filled} fields for words were found"
    );

    // Each alone as the note of an entry, out of another app's table.
    let rows = strings.iter().enumerate().map(|(n, text)| {
        format!(
            "2026-{:02}-{:02},5,\"{}\"\n",
            8 + n / 28,
            1 + n % 28,
            text.replace('"', "\"\"")
        )
    });
    let table = format!("date,pain,notes\n{}", rows.collect::<String>());
    puts_in(&person, "diary.csv", &table).await;

    for place in READ_ON {
        person.goes_to(place).await;
        person.asks_and_waits("const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(done))", json!([])).await;
        for details in ["main details"] {
            person
                .asks(
                    "for (const d of document.querySelectorAll(arguments[0])) d.open = true",
                    json!([details]),
                )
                .await;
        }
        stay_words(&person, place).await;
    }
    for n in [1, 15, 28] {
        let place = format!("#/diary/day/2026-09-{n:02}");
        person.goes_to(&place).await;
        person.sees("hacked").await;
        stay_words(&person, &place).await;
    }

    // On paper it is the same page.
    person.goes_to("#/pages").await;
    for paper in Paper::BOTH {
        person.prints(paper).await;
    }
    stay_words(&person, "on paper").await;
    person.asked_no_other_place().await;

    // The archive is a page of its own, opened like any file.
    person.goes_to("#/more/share").await;
    person.presses("Save: Page to keep").await;
    let archive = person.receives_file("my-pain-record.html").await;
    let text = String::from_utf8(archive.clone()).expect("the archive is UTF-8");
    assert!(text.contains("hacked"));
    let opened = tempfile::tempdir().expect("a temporary folder");
    let path = opened.path().join("archive.html");
    std::fs::write(&path, archive).expect("our own folder");
    let address = format!("file://{}", path.display());
    person.client().goto(&address).await.expect("a page");
    // Its own style stands in it; everything else is words.
    let found = person
        .asks(&FOUND.replace("img, ", "img, link, "), json!([]))
        .await;
    assert_eq!(found["hacked"], Value::Null);
    assert_eq!(found["active"], json!([]));
}

async fn puts_in(person: &Person, name: &str, text: &str) {
    person.goes_to("#/more/share").await;
    person.is_at("Save, share, open").await;
    let script = "const data = new DataTransfer();
        data.items.add(new File([arguments[1]], arguments[0], { type: 'text/csv' }));
        const field = find('fill', 'Choose a file');
        field.files = data.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    person.asks(script, json!([name, text])).await;
    person.sees("60 diary entries would be added.").await;
    person.presses("Put it in").await;
    person.sees("It is in.").await;
}
