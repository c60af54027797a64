//! Owns what the person's diary says about a question, under its answer.

use leptos::prelude::*;

use crate::knowledge::Item;
use crate::state::{use_app, use_messages};

#[component]
pub fn FromDiary(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    move || {
        let lines = app.assessment.noted(item).into_iter();
        let line = |(noted, said)| view! { <p class="small soft">{(t.assessment.from_diary)(&noted, said)}</p> };
        lines.map(line).collect_view()
    }
}
