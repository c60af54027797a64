//! An empty diary sheet, for weeks without a screen.

use leptos::prelude::*;

use crate::state::use_messages;

/// Rows of a sheet: two weeks.
const DAYS: usize = 14;

#[component]
pub fn BlankDiary() -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let rows = (0..DAYS).map(
        |_| view! { <tr>{words.blank_columns.map(|_| view! { <td></td> }).collect_view()}</tr> },
    );
    view! {
        <section class="handout-page" aria-label=words.blank_title>
            <div class="ho-head"><h1>{words.blank_title}</h1><span>{t.name_line}</span></div>
            <p>{words.blank_note}</p>
            <table class="ho-table ho-blank">
                <thead><tr>{words.blank_columns.map(|column| view! { <th scope="col">{column}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
}
