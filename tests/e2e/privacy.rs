//! Owns the check that nothing leaves the device: no request to any place but the app's own.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;

impl Person {
    /// Since the page was loaded (in Chromium: since the browser was opened) only the app's own place was asked.
    pub async fn asked_no_other_place(&self) {
        let mut asked = self.resources_of_the_page().await;
        if self.engine() == Engine::Chromium {
            asked.extend(self.requests_of_the_browser());
        }
        assert!(
            !asked.is_empty(),
            "the list of requests is empty, so it proves nothing"
        );
        let own = self.server.address();
        let foreign: Vec<String> = asked
            .into_iter()
            // The browser asks for an icon at the root by itself; blob: and data: stay inside the page, chrome: inside the browser.
            .filter(|address| {
                !address.starts_with(&own)
                    && !["blob:", "data:", "about:", "chrome:"]
                        .iter()
                        .any(|kind| address.starts_with(kind))
            })
            .collect();
        assert!(foreign.is_empty(), "asked elsewhere: {foreign:?}");
    }

    async fn resources_of_the_page(&self) -> Vec<String> {
        let names = self
            .asks(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)",
                json!([]),
            )
            .await;
        texts(&names)
    }

    /// What Chromium's own record of the network says, workers included.
    fn requests_of_the_browser(&self) -> Vec<String> {
        let log = self
            .browser()
            .own_command("se/log", &json!({ "type": "performance" }));
        let entries = log.as_array().expect("the record is a list");
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|event| {
                Some(
                    event["message"]["params"]["request"]["url"]
                        .as_str()?
                        .to_owned(),
                )
            })
            .collect()
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(|text| Some(text.as_str()?.to_owned()))
        .collect()
}
