//! Owns the pictures for the developer: every screen, phone and desk, light and dark, and the hand-out as PDF.
//! Not a test: TAILORED_SHOTS=FOLDER before the test command takes them, in Chromium.

use std::fs;
use std::path::PathBuf;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::engine::Engine;
use crate::journeys::every_page::{PLACES, opens_the_app_after_months};
use crate::paper::Paper;
use crate::person::Person;
use crate::server::Server;

const SIZES: [(u32, u32); 2] = [(390, 844), (1280, 800)];

/// Walks through the app and takes a picture at each stop.
pub async fn take_all(folder: PathBuf) {
    let camera = Camera::new(folder);

    let server = Server::of_the_release();
    server.lose("boot-");
    let person = Person::opens_the_app(Engine::Chromium, server).await;
    camera.takes("static-shell", &person).await;

    let server = Server::of_the_release();
    server.lose("-main.wasm");
    let person = Person::opens_the_app(Engine::Chromium, server).await;
    person.is_at("Tailored has stopped").await;
    camera.takes("failure", &person).await;

    let person = Person::opens_the_app(Engine::Chromium, Server::of_the_release()).await;
    person.sees_no_more("Opening Tailored").await;
    camera.takes("start", &person).await;

    let person = opens_the_app_after_months(Engine::Chromium).await;
    for (place, words) in PLACES {
        person.goes_to(place).await;
        person.sees(words).await;
        let name = place.trim_matches(['#', '/']).replace('/', "-");
        let name = if name.is_empty() { "today" } else { &name };
        camera.takes(name, &person).await;
    }
}

/// Takes pictures into one folder.
pub struct Camera {
    folder: PathBuf,
}

impl Camera {
    pub fn new(folder: PathBuf) -> Self {
        fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
        Self { folder }
    }

    /// The present screen in both sizes and both themes: what the window shows, and the whole page when it is longer.
    pub async fn takes(&self, name: &str, person: &Person) {
        for (width, height) in SIZES {
            for theme in ["light", "dark"] {
                let stem = format!("{name}-{width}x{height}-{theme}");
                person.tells_chromium(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] }),
                );
                self.picture(person, &stem, width, height);
                let page_height = person
                    .asks("return document.documentElement.scrollHeight", json!([]))
                    .await
                    .as_u64()
                    .unwrap_or(0);
                if let Ok(page_height) = u32::try_from(page_height)
                    && page_height > height
                {
                    self.picture(person, &format!("{stem}-whole"), width, page_height);
                }
            }
        }
        person.has_its_own_screen();
        person.tells_chromium("Emulation.setEmulatedMedia", json!({ "features": [] }));
    }

    /// The present screen on both papers.
    pub async fn prints(&self, name: &str, person: &Person) {
        for paper in Paper::BOTH {
            let pdf = person.prints(paper).await;
            self.keeps(&format!("{name}-{}.pdf", paper.name()), &pdf);
        }
    }

    fn picture(&self, person: &Person, stem: &str, width: u32, height: u32) {
        person.has_a_screen_of(width, height);
        let taken = person.tells_chromium("Page.captureScreenshot", json!({ "format": "png" }));
        let picture = BASE64_STANDARD
            .decode(taken["data"].as_str().unwrap_or_default())
            .expect("a picture comes as base64");
        self.keeps(&format!("{stem}.png"), &picture);
    }

    fn keeps(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.join(name), bytes).expect("the folder takes the pictures");
        println!("{name}");
    }
}
