//! Owns the one note on top of every page: the most urgent thing that the person should be told.

use leptos::prelude::*;

use super::note::{Note, NoteKind};
use crate::domain::collections::InOrder;
use crate::domain::trouble::{NotSaved, Trouble};
use crate::state::notices::Notice;
use crate::state::{AppState, use_app, use_messages};
use crate::ui::route::Route;

/// The most urgent notice, or nothing.
#[component]
pub fn Banner() -> impl IntoView {
    let app = use_app();
    let first = move || {
        let mut list = app.notices.list();
        list.put_in_order_by_key(urgency);
        list.into_iter().next()
    };
    let is_unread = move || first() == Some(Notice::Unread);
    view! {
        <div class="banner" class:banner-unread=is_unread role="status">
            {move || first().map(|notice| show(app, notice))}
        </div>
    }
}

fn urgency(notice: &Notice) -> u8 {
    match notice {
        Notice::NotSaved(_) => 0,
        Notice::Storage(_)
        | Notice::Missing(_)
        | Notice::Unread
        | Notice::Mended
        | Notice::ListSpoilt => 1,
        Notice::SavedLate | Notice::Back => 2,
        Notice::UpdateReady => 3,
        Notice::RoomShort(_) => 4,
        Notice::InstallFirst => 5,
        Notice::Deleted => 6,
    }
}

fn show(app: AppState, notice: Notice) -> AnyView {
    let t = use_messages();
    let mut names = Vec::new();
    let mut named = |(heading, all): (String, Vec<String>)| {
        names = all;
        heading
    };
    let (kind, heading, text) = match &notice {
        Notice::Missing(parts) => (
            NoteKind::Warn,
            named((t.kept.missing)(parts)),
            t.kept.missing_text.to_owned(),
        ),
        Notice::Unread => (
            NoteKind::Warn,
            named((t.kept.unread_here)(&app.notices.unread())),
            t.kept.unread_here_text.to_owned(),
        ),
        Notice::Mended => (
            NoteKind::Warn,
            named((t.kept.mended)(&app.notices.mended())),
            t.kept.mended_text.to_owned(),
        ),
        Notice::RoomShort(percent) => (
            NoteKind::Warn,
            t.safety.remind_room.to_owned(),
            (t.safety.remind_room_text)(*percent),
        ),
        plain => {
            let (kind, (heading, text)) = match plain {
                Notice::NotSaved(error) => {
                    (NoteKind::Danger, (t.trouble)(Trouble::NotSaved(*error)))
                }
                Notice::Storage(issue) => (NoteKind::Warn, (t.trouble)(*issue)),
                Notice::ListSpoilt => (
                    NoteKind::Warn,
                    (t.kept.list_spoilt, t.kept.list_spoilt_text),
                ),
                Notice::UpdateReady => (NoteKind::Info, (t.update_ready, t.update_ready_text)),
                Notice::SavedLate => (NoteKind::Ok, (t.kept.saved_late, t.kept.saved_late_text)),
                Notice::Back => (NoteKind::Ok, (t.kept.back, t.kept.back_text)),
                Notice::InstallFirst => (NoteKind::Info, (t.safety.safari, t.safety.safari_text)),
                _ => (NoteKind::Ok, (t.all_deleted, t.safety.deleted_proof)),
            };
            (kind, heading.to_owned(), text.to_owned())
        }
    };
    let actions = actions(app, notice);
    view! {
        <Note kind heading>
            {list(names)}
            <p>{text}</p>
            <div class="row">{actions}</div>
        </Note>
    }
    .into_any()
}

/// What the person can do about it, the last one of them without weight: to leave it.
fn actions(app: AppState, notice: Notice) -> Vec<AnyView> {
    let t = use_messages();
    let open_a_copy = || link(Route::Share, t.kept.missing_open);
    let save_a_copy = || {
        button(t.more_save_copy, false, move || {
            leptos::task::spawn_local(async move {
                app.save_copy().await;
            });
        })
    };
    let mut all = match &notice {
        Notice::Missing(_) => {
            return vec![
                open_a_copy(),
                button(t.kept.missing_known, true, move || app.accept_missing()),
            ];
        }
        Notice::Mended => {
            return vec![
                link(Route::Keep, t.safety.link),
                button(t.kept.mended_known, true, move || app.accept_mended()),
            ];
        }
        Notice::ListSpoilt => {
            return vec![
                link(Route::Diary, t.kept.list_spoilt_look),
                open_a_copy(),
                button(t.kept.list_spoilt_known, true, move || {
                    app.accept_spoilt_manifest();
                }),
            ];
        }
        Notice::Unread => vec![
            open_a_copy(),
            save_a_copy(),
            button(t.kept.unread_here_go_on, true, move || {
                app.go_on_without_unread();
            }),
        ],
        // A newer version's data cannot be saved here however often it is tried.
        Notice::NotSaved(NotSaved::NewerVersion) | Notice::Storage(_) | Notice::Back => {
            vec![save_a_copy()]
        }
        Notice::NotSaved(_) => vec![
            button(t.kept.try_again, false, move || app.save_again()),
            save_a_copy(),
        ],
        Notice::UpdateReady => vec![button(t.update_now, false, move || app.accept_update())],
        Notice::InstallFirst => vec![link(Route::Keep, t.safety.show_how)],
        Notice::RoomShort(_) => vec![link(Route::Keep, t.safety.link)],
        Notice::SavedLate | Notice::Deleted => Vec::new(),
    };
    let close = match notice {
        Notice::UpdateReady => t.later,
        _ => t.close,
    };
    all.push(button(close, true, move || {
        if notice == Notice::InstallFirst {
            app.dismiss_install_hint();
        }
        app.notices.dismiss(&notice);
    }));
    all
}

fn link(to: Route, label: &'static str) -> AnyView {
    view! { <a class="btn" href=to.href()>{label}</a> }.into_any()
}

fn button(label: &'static str, is_quiet: bool, act: impl Fn() + Send + Sync + 'static) -> AnyView {
    let act = Callback::new(move |()| act());
    let class = if is_quiet { "btn btn-quiet" } else { "btn" };
    view! { <button type="button" class=class on:click=move |_| act.run(())>{label}</button> }
        .into_any()
}

/// The names that stand below a heading that does not name them.
pub fn list(names: Vec<String>) -> Option<impl IntoView> {
    (!names.is_empty()).then(|| {
        let names = names.into_iter().map(|name| view! { <li>{name}</li> });
        view! { <ul class="dashes">{names.collect_view()}</ul> }
    })
}
