//! Owns the sudden end of a page: as when a phone takes the memory back, without a word to the page.

use serde_json::json;

use crate::engine::Engine;
use crate::person::Person;

impl Person {
    /// The page is killed, and opened again at the same address.
    ///
    /// Chromium ends the process of the page in the middle of whatever it does. Firefox closes the tab.
    /// In WebKit, whose window is the whole browser, the page is loaded anew.
    pub async fn loses_the_page(&self) {
        let client = self.client();
        let address = client.current_url().await.expect("a page has an address");
        if self.engine() == Engine::WebKit {
            return self.reloads().await;
        }
        let lost = client.window().await.expect("a page is in a tab");
        let fresh = client.new_window(true).await.expect("a tab can be opened");
        if self.engine() == Engine::Chromium {
            // The driver answers that the tab has crashed, as it should.
            let _crashed = self.tells_chromium("Page.crash", json!({}));
        } else {
            client.close_window().await.expect("a tab can be closed");
        }
        client
            .switch_to_window(fresh.handle)
            .await
            .expect("the new tab is there");
        assert_ne!(Some(lost), client.window().await.ok());
        client
            .goto(address.as_str())
            .await
            .unwrap_or_else(|e| panic!("{address} does not open again: {e}"));
    }
}
