//! Owns the page about the app: what it is and is not, and how its plan is made.

use leptos::prelude::*;

use crate::knowledge::VERSION;
use crate::state::use_messages;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
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
            <BackHead to=Route::More back=t.back title=t.welcome_about />
            {sections}
            <p class="small soft">{(t.rules_version)(VERSION)}</p>
        </PlacePage>
    }
}
