//! Owns the tick "I have asked": kept with its day, and taken back by a second tap.

use leptos::prelude::*;

use crate::domain::ids::TopicId;
use crate::state::{use_app, use_plan_page_words};

#[component]
pub fn Asked(topic: TopicId) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let topic = StoredValue::new(topic);
    let day = Memo::new(move |_| topic.with_value(|topic| app.arranged.asked_on(topic)));
    let tick = move |event| {
        let asked = event_target_checked(&event);
        topic.with_value(|topic| app.arranged.set_asked(topic, asked));
    };
    view! {
        <label class="asked">
            <input type="checkbox" prop:checked=move || day.get().is_some() on:change=tick />
            <span>{move || day.get().map_or(w.asked.to_owned(), w.asked_on)}</span>
        </label>
    }
}
