//! Owns what an option goes with, clashes with, and what is tried before it, beside the others of the plan.

use leptos::prelude::*;

use crate::domain::plan::around::Beside;
use crate::knowledge::Therapy;
use crate::state::{use_app, use_option_words};
use crate::ui::components::sources::Sources;
use crate::ui::pages::together::Names;

#[component]
pub fn GoesWith(therapy: &'static Therapy) -> impl IntoView {
    let w = use_option_words();
    let around = use_app().assessment.around(therapy);
    let is_empty = around.is_empty();
    view! {
        <section class="card">
            <h2>{w.goes_with}</h2>
            {is_empty.then(|| view! { <p>{w.goes_with_none}</p> })}
            <BesideList around />
        </section>
    }
}

/// Each row with the options that it is about.
#[component]
pub fn BesideList(around: Vec<Beside>) -> impl IntoView {
    let w = use_option_words();
    let rows = around
        .into_iter()
        .map(|beside| {
            view! {
                <li>
                    <p class="names"><b>{(w.relation)(beside.relation)}</b><Names therapies=beside.others /></p>
                    <p>{beside.row.text}</p>
                    <Sources sources=beside.row.sources.to_vec() />
                </li>
            }
        })
        .collect_view();
    view! { <ul class="list">{rows}</ul> }
}
