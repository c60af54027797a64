//! Owns the screen in front of the browser, by the developer tools of Chromium: windows cannot be made as small as a phone.

use serde_json::{Value, json};

use crate::person::Person;

impl Person {
    /// From now on the page is shown on a screen of this size, in CSS pixels.
    pub fn has_a_screen_of(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.tells_chromium("Emulation.setDeviceMetricsOverride", size);
    }

    /// Back to the screen from before.
    pub fn has_its_own_screen(&self) {
        self.tells_chromium("Emulation.clearDeviceMetricsOverride", json!({}));
    }

    /// A command of Chromium's developer tools.
    pub fn tells_chromium(&self, name: &str, parameters: Value) -> Value {
        self.browser().own_command(
            "goog/cdp/execute",
            &json!({ "cmd": name, "params": parameters }),
        )
    }
}
