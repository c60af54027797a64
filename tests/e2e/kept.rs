//! Owns what lies in the browser's storage: what the app has saved there, and what others may have left.

use serde_json::{Value, json};

use crate::person::Person;

impl Person {
    /// What the app has saved in this browser, by key.
    pub async fn saved_data(&self) -> Value {
        self.asks(
            "return Object.fromEntries(Object.entries(localStorage))",
            json!([]),
        )
        .await
    }

    /// The second copy in the browser's database, by its keys.
    pub async fn second_copy(&self) -> Value {
        let read = "return new Promise((done, failed) => {
            const opening = indexedDB.open('tailored');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
                const database = opening.result;
                const texts = database.transaction('texts').objectStore('texts');
                const keys = texts.getAllKeys();
                const values = texts.getAll();
                values.onsuccess = () => {
                    database.close();
                    done(Object.fromEntries(keys.result.map((key, n) => [key, values.result[n]])));
                };
            };
        })";
        self.asks(read, json!([])).await
    }

    /// Puts something into the browser's storage, as an older version or a broken one might have left it there.
    pub async fn has_saved(&self, key: &str, text: &str) {
        self.asks(
            "localStorage.setItem(arguments[0], arguments[1])",
            json!([key, text]),
        )
        .await;
    }

    /// The entries of today, with their notes.
    pub async fn goes_to_today_in_the_diary(&self) {
        let today = "const day = new Date(); const two = (n) => String(n).padStart(2, '0'); \
                     return `#/diary/day/${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
        let place = self.text_of(today).await;
        self.goes_to(&place).await;
    }
}
