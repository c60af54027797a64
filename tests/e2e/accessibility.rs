//! Owns the check of a screen against the accessibility rules of axe-core, in light and in dark, in Chromium: the rules read
//! the same page in every engine, and take minutes for a drawing of the body in others.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::person::Person;

const RUN: &str = "const done = arguments[arguments.length - 1];
    document.documentElement.dataset.theme = arguments[0];
    // Colours on their way are not those that a person reads. They are put at their end instead of waited for: Chromium
    // can leave a transition that was cut short without ever saying that it ended.
    for (const animation of document.getAnimations()) {
        try { animation.finish(); } catch { animation.cancel(); }
    }
    axe.run(document, { resultTypes: ['violations'] }).then(
        (result) => done(result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target + ' ' + (n.any[0]?.message ?? '')).join('; ')})`)),
        (problem) => done([String(problem)]),
    );";

impl Person {
    /// No rule of axe-core finds anything wrong with what is on the screen, in either theme.
    pub async fn finds_no_barrier(&self) {
        let barriers = self.barriers().await;
        assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    }

    /// What the rules of axe-core find wrong with what is on the screen, in either theme.
    pub async fn barriers(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            return Vec::new();
        }
        if self.asks("return typeof window.axe", json!([])).await == "undefined" {
            self.client()
                .execute(&axe(), vec![])
                .await
                .expect("axe-core can be loaded into the page");
        }
        let before = self
            .asks(
                "return document.documentElement.dataset.theme ?? null",
                json!([]),
            )
            .await;
        let mut barriers = Vec::new();
        for theme in ["light", "dark"] {
            let found = self.asks_and_waits(RUN, json!([theme])).await;
            let found = found.as_array().expect("a list of findings");
            if !found.is_empty() {
                let heading = self.heading().await;
                let found: Vec<&str> = found.iter().filter_map(Value::as_str).collect();
                barriers.push(format!(
                    "barriers on '{heading}' in {theme}:\n  {}",
                    found.join("\n  ")
                ));
            }
        }
        let restore = "if (arguments[0] === null) delete document.documentElement.dataset.theme; \
                       else document.documentElement.dataset.theme = arguments[0];";
        self.asks(restore, json!([before])).await;
        barriers
    }
}

/// The rules; `./dev` installs them and names the folder.
fn axe() -> String {
    let tools = std::env::var_os("TAILORED_TOOLS").expect("./dev sets TAILORED_TOOLS");
    let path = PathBuf::from(tools).join("npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{}: {e}; './dev test' installs it", path.display()))
}
