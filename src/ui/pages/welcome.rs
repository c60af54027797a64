//! Owns the start page of a person who has told nothing yet: what the app is.

use leptos::prelude::*;

use crate::state::use_first_words;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::{BrandMark, Icon};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// What the app is, and the two ways in.
#[component]
pub fn WelcomePage() -> impl IntoView {
    let t = use_first_words();
    let points = [
        ("mypain", t.welcome_story_name, t.welcome_story),
        ("diary", t.welcome_diary_name, t.welcome_diary),
        ("plan", t.welcome_plan_name, t.welcome_plan),
        ("print", t.welcome_pages_name, t.welcome_pages),
    ]
    .into_iter()
    .map(|(icon, name, text)| view! { <li class="iconrow"><Icon name=icon /><p><b>{name}</b>" "{text}</p></li> })
    .collect_view();
    view! {
        <PlacePage place=Place::Today>
            <div class="stack">
                <div class="row"><BrandMark /><b>{t.app_name}</b></div>
                <h1>{t.welcome_title}</h1>
                <hr class="stitch" />
                <p>{t.welcome_text}</p>
            </div>
            <div class="stack">
                <a class="btn btn-primary btn-big btn-wide" href=Route::Ask { item: None, step: 0 }.href()>{t.welcome_start}</a>
                <a class="btn btn-wide" href=Route::Log(None).href()>{t.welcome_just_diary}</a>
            </div>
            <Note kind=NoteKind::Ok heading=t.welcome_private_name icon="lock"><p>{t.welcome_private}</p></Note>
            <ul class="card list">{points}</ul>
            <p class="small soft">{t.not_a_device}</p>
            <p class="small"><a href=Route::About.href()>{t.welcome_about}</a></p>
        </PlacePage>
    }
}
