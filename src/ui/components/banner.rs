//! Owns the one note on top of every page: the most urgent thing that the person should be told.

use leptos::prelude::*;

use super::note::{Note, NoteKind};
use crate::domain::trouble::Trouble;
use crate::state::notices::Notice;
use crate::state::{AppState, use_app, use_messages};

/// The most urgent notice, or nothing.
#[component]
pub fn Banner() -> impl IntoView {
    let app = use_app();
    let first = move || {
        let mut list = app.notices.list();
        list.sort_by_key(urgency);
        list.into_iter().next()
    };
    view! { <div class="banner" role="status">{move || first().map(|notice| show(app, notice))}</div> }
}

fn urgency(notice: &Notice) -> u8 {
    match notice {
        Notice::NotSaved(_) => 0,
        Notice::Storage(_) => 1,
        Notice::UpdateReady => 2,
        Notice::Deleted => 3,
    }
}

fn show(app: AppState, notice: Notice) -> AnyView {
    let t = use_messages();
    let (kind, (heading, text)) = match &notice {
        Notice::NotSaved(error) => (NoteKind::Danger, (t.trouble)(Trouble::NotSaved(*error))),
        Notice::Storage(issue) => (NoteKind::Warn, (t.trouble)(*issue)),
        Notice::UpdateReady => (NoteKind::Info, (t.update_ready, t.update_ready_text)),
        Notice::Deleted => (NoteKind::Ok, (t.all_deleted, t.all_deleted_text)),
    };
    let offers_copy = matches!(notice, Notice::NotSaved(_) | Notice::Storage(_));
    let is_update = notice == Notice::UpdateReady;
    view! {
        <Note kind heading>
            <p>{text}</p>
            <div class="row">
                {offers_copy.then(|| view! {
                    <button type="button" class="btn" on:click=move |_| { app.save_copy(); }>{t.more_save_copy}</button>
                })}
                {is_update.then(|| view! {
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| app.accept_update()
                    >
                        {t.update_now}
                    </button>
                })}
                <button type="button" class="btn btn-quiet" on:click=move |_| app.notices.dismiss(&notice)>
                    {if is_update { t.later } else { t.close }}
                </button>
            </div>
        </Note>
    }
    .into_any()
}
