//! Owns the pages that look back on the diary. Each computes its own look once, when it is opened or the period changes.

mod baseline;
pub mod changes;
pub mod counts;
pub mod places;
pub mod times;
pub mod trends;

use leptos::prelude::*;

use crate::domain::diary::looking_back::Period;
use crate::domain::diary::series::Day;
use crate::domain::diary::stats::Logged;
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// How far the page looks back. The choice holds for every page that looks back.
#[component]
pub fn PeriodChoice() -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    let period = app.diary.period();
    let buttons = Period::EACH.map(|each| {
        let is_current = move || (period.get() == each).then_some("true");
        view! {
            <button type="button" aria-current=is_current on:click=move |_| period.set(each)>
                {(words.period)(each)}
            </button>
        }
    });
    view! {
        <div class="tabs tabs-period" role="group" aria-label=words.how_far>{buttons.into_iter().collect_view()}</div>
    }
}

/// A page that looks back: its title, the choice of the period, and what the days of that period show.
#[component]
pub fn LookPage(
    title: &'static str,
    /// Draws the days of the chosen period, anew when another is chosen.
    draws: fn(Vec<Day>) -> AnyView,
    /// Below the pictures.
    #[prop(optional)]
    note: &'static str,
) -> impl IntoView {
    let app = use_app();
    let period = app.diary.period();
    let days = Memo::new(move |_| app.diary.looked_at(period.get()));
    view! {
        <PlacePage place=Place::Diary>
            <LookHead title />
            <PeriodChoice />
            {move || draws(days.get())}
            {(!note.is_empty()).then(|| view! { <p class="soft">{note}</p> })}
        </PlacePage>
    }
}

/// Title of a look back, and the way back to the trends.
#[component]
pub fn LookHead(title: &'static str) -> impl IntoView {
    let t = use_messages();
    view! {
        <BackHead to=Route::Trends back=t.tab_trends title />
    }
}

/// How many days the page rests on.
#[component]
pub fn LoggedTag(logged: Logged) -> impl IntoView {
    let t = use_messages();
    view! { <p class="tag"><Icon name="calendar" />{(t.logged_of)(logged.days, logged.of)}</p> }
}

/// The same as a picture, in a table that is opened.
#[component]
pub fn AsTable(
    /// What the table holds, for those who jump to it.
    #[prop(into)]
    label: String,
    columns: Vec<&'static str>,
    /// The first cell of a row is its head.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let t = use_messages();
    let heads = columns
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|cells| {
            let mut cells = cells.into_iter();
            let head = cells.next();
            view! {
                <tr>
                    <th scope="row">{head}</th>
                    {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <details class="as-table">
            <summary><Icon name="table" />{t.as_table}</summary>
            <div class="scroll-x" tabindex="0" role="region" aria-label=label>
                <table class="data">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// A text, or a dash where there is nothing to say.
fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".to_owned())
}
