//! Owns the page about the app: what it is and is not, and how its plan is made.

use leptos::prelude::*;

use crate::knowledge::VERSION;
use crate::state::use_messages;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

#[component]
pub fn AboutPage() -> impl IntoView {
    let t = use_messages();
    let sections = t
        .about
        .iter()
        .map(|(heading, paragraphs)| {
            view! {
                <section class="stack-s">
                    <h2>{*heading}</h2>
                    {paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
                </section>
            }
        })
        .collect_view();
    view! {
        <PlacePage place=Place::More>
            <header class="top">
                <a class="btn btn-icon" href=Route::More.href()><Icon name="back" /><span class="sr">{t.back}</span></a>
                <div class="title grow"><h1>{t.welcome_about}</h1></div>
            </header>
            {sections}
            <p class="small soft">{(t.rules_version)(VERSION)}</p>
        </PlacePage>
    }
}
