//! Owns where it hurt over a period: the body with the share of days, and the same as a list.

use leptos::prelude::*;

use super::{AsTable, LoggedTag, LookPage, or_dash};
use crate::domain::body_map::{badges, site_name};
use crate::domain::diary::places::{LEAST_TOLD, Places, places, site_of};
use crate::domain::diary::series::Day;
use crate::domain::diary::stats::logged;
use crate::knowledge::body_map::MapView;
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::body_map::BodyFigure;

/// Places with a number on the drawing.
const NUMBERED: usize = 6;

#[component]
pub fn PlacesPage() -> impl IntoView {
    let words = use_look_words();
    let draws = |days| view! { <Body days /> }.into_any();
    view! { <LookPage title=words.places draws /> }
}

#[component]
fn Body(days: Vec<Day>) -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    let found = match (days.first(), days.last()) {
        (Some(first), Some(last)) => places(&app.diary.between(first.date, last.date)),
        _ => places(&[]),
    };
    let enough = found.told >= LEAST_TOLD;
    let picture = enough.then(|| view! { <Figures found=found.clone() /> });
    view! {
        <section class="stack">
            <LoggedTag logged=logged(&days) />
            <p>{if enough { (words.places_said)(&found) } else { (words.places_few)(found.told) }}</p>
        </section>
        {picture}
    }
}

/// Front and back, the list of the numbers, and the table.
#[component]
fn Figures(found: Places) -> impl IntoView {
    let t = use_messages();
    let words = use_look_words();
    let sites = found.sites(NUMBERED);
    let figures = [
        (MapView::Front, t.map_words.map_front),
        (MapView::Back, t.map_words.map_back),
    ]
    .map(|(view, name)| {
        let badges = badges(&sites, view, true);
        view! {
            <figure>
                <BodyFigure view marks=found.marks() badges label=(words.places_map)(name) />
            </figure>
        }
    });
    let list = (found.regions.iter().take(NUMBERED))
        .map(|place| {
            let share = (t.diary.n_of)(place.days, found.told);
            view! { <li><span class="place-name">{site_name(&site_of(place.region))}</span>": "{share}</li> }
        })
        .collect_view();
    let rows = (found.regions.iter())
        .map(|place| {
            vec![
                site_name(&site_of(place.region)),
                (t.diary.n_of)(place.days, found.told),
                or_dash(place.median.map(words.level)),
            ]
        })
        .collect();
    view! {
        <section class="card">
            <p class="soft small">{(words.places_basis)(&found)}</p>
            <div class="body-over">{figures.into_iter().collect_view()}</div>
            <p class="small">{words.places_key}</p>
            <ol class="marks-said">{list}</ol>
            <AsTable
                label=words.places
                columns=vec![words.column_place, words.column_days, words.column_strength]
                rows
            />
        </section>
    }
}
