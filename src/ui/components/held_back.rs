//! Owns what stands in the place of something that would be told, printed or given away without a part that cannot be read.

use leptos::prelude::*;

use super::banner::list;
use super::frame::{Place, PlacePage};
use super::note::{Note, NoteKind};
use crate::state::{use_app, use_messages};
use crate::ui::route::Route;

/// What happened, what is safe, what to do.
#[component]
pub fn HeldBack() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let names = move || {
        let unread = app.notices.unread();
        // The second copy is still being looked at.
        (!unread.is_empty()).then(|| {
            let (heading, names) = (t.kept.unread_here)(&unread);
            view! { <p><b>{heading}</b></p>{list(names)} }
        })
    };
    view! {
        <div class="held-back"><Note kind=NoteKind::Warn heading=t.kept.held_back>
            {names}
            <p>{t.kept.held_back_text}</p>
            <div class="row">
                <a class="btn" href=Route::Share.href()>{t.kept.missing_open}</a>
                <button type="button" class="btn" on:click=move |_| app.go_on_without_unread()>{t.kept.unread_here_go_on}</button>
            </div>
        </Note></div>
    }
}

/// The same as a page.
#[component]
pub fn HeldBackPage(place: Place, title: &'static str) -> impl IntoView {
    view! {
        <PlacePage place>
            <header class="top"><div class="title grow"><h1>{title}</h1></div></header>
            <HeldBack />
        </PlacePage>
    }
}
