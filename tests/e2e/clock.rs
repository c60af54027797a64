//! Owns the clock on the wall of a journey: what time it is and in which zone, set by the developer tools of Chromium.
//! The page has the time of its Date from here; its timers run as ever.

use serde_json::json;

use crate::person::Person;

/// Puts another now into a page. The last one that is run counts.
const CLOCK: &str = "
    window.RealDate ??= Date;
    window.Date = class extends RealDate {
        constructor(...parts) {
            if (parts.length === 0) super(RealDate.now() + AHEAD);
            else super(...parts);
        }
        static now() { return RealDate.now() + AHEAD; }
    };
";

impl Person {
    /// From now on, also after the page is loaded again, the clock runs in this zone, from this local time on, such as
    /// 2026-11-29T23:58:00. A time with a Z is one of world time, for an hour that comes twice.
    pub async fn has_a_clock(&self, zone: &str, time: &str) {
        self.tells_chromium("Emulation.setTimezoneOverride", json!({ "timezoneId": "" }));
        self.tells_chromium(
            "Emulation.setTimezoneOverride",
            json!({ "timezoneId": zone }),
        );
        let ahead =
            "const Real = window.RealDate ?? Date; return Real.parse(arguments[0]) - Real.now()";
        let ahead = self.asks(ahead, json!([time])).await;
        let ahead = ahead.as_f64().expect("a time that can be read");
        let clock = CLOCK.replace("AHEAD", &format!("({ahead})"));
        self.tells_chromium(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": clock }),
        );
        self.asks(&clock, json!([])).await;
    }

    /// Waits for the page on which something is noted about today.
    pub async fn is_at_todays_note(&self) {
        self.until(
            "the title is today",
            "return document.querySelector('main h1 + p')?.textContent === 'today'",
            json!([]),
        )
        .await;
    }

    /// Comes back to the window from another one, as after a journey or a night.
    pub async fn looks_at_the_page_again(&self) {
        self.asks("dispatchEvent(new Event('focus'))", json!([]))
            .await;
    }
}
