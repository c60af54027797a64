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
    view! { <div class="banner" role="status">{move || first().map(|notice| show(app, notice))}</div> }
}

fn urgency(notice: &Notice) -> u8 {
    match notice {
        Notice::NotSaved(_) => 0,
        Notice::Storage(_)
        | Notice::Missing(_)
        | Notice::Unread(_)
        | Notice::Mended(_)
        | Notice::ListSpoilt => 1,
        Notice::SavedLate | Notice::Back(_) => 2,
        Notice::UpdateReady => 3,
        Notice::RoomShort(_) => 4,
        Notice::InstallFirst => 5,
        Notice::Deleted => 6,
    }
}

fn show(app: AppState, notice: Notice) -> AnyView {
    let t = use_messages();
    let (kind, (heading, text)) = match &notice {
        Notice::NotSaved(error) => (NoteKind::Danger, (t.trouble)(Trouble::NotSaved(*error))),
        Notice::Storage(issue) => (NoteKind::Warn, (t.trouble)(*issue)),
        Notice::UpdateReady => (NoteKind::Info, (t.update_ready, t.update_ready_text)),
        Notice::SavedLate => (NoteKind::Ok, (t.kept.saved_late, t.kept.saved_late_text)),
        Notice::Deleted => (NoteKind::Ok, (t.all_deleted, t.safety.deleted_proof)),
        Notice::InstallFirst => (NoteKind::Info, (t.safety.safari, t.safety.safari_text)),
        Notice::Missing(parts) => return show_missing(app, (t.kept.missing)(parts)),
        Notice::ListSpoilt => return show_list_spoilt(app),
        Notice::Mended(parts) => return show_mended(app, (t.kept.mended)(parts)),
        Notice::Back(_) => (NoteKind::Ok, (t.kept.back, t.kept.back_text)),
        Notice::Unread(parts) => return show_unread(app, &notice, (t.kept.unread_here)(parts)),
        Notice::RoomShort(percent) => {
            let text = (t.safety.remind_room_text)(*percent);
            return show_room(app, notice, text);
        }
    };
    let offers_copy = matches!(
        notice,
        Notice::NotSaved(_) | Notice::Storage(_) | Notice::Back(_)
    );
    // A newer version's data cannot be saved here however often it is tried.
    let can_try_again = matches!(&notice, Notice::NotSaved(why) if *why != NotSaved::NewerVersion);
    let is_update = notice == Notice::UpdateReady;
    let is_install = notice == Notice::InstallFirst;
    let close = move |_| {
        if is_install {
            app.dismiss_install_hint();
        }
        app.notices.dismiss(&notice);
    };
    view! {
        <Note kind heading>
            <p>{text}</p>
            <div class="row">
                {can_try_again.then(|| view! {
                    <button type="button" class="btn" on:click=move |_| app.save_again()>{t.kept.try_again}</button>
                })}
                {offers_copy.then(|| view! {
                    <button type="button" class="btn" on:click=move |_| save_copy(app)>{t.more_save_copy}</button>
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
                {is_install.then(|| view! { <a class="btn" href=Route::Keep.href()>{t.safety.show_how}</a> })}
                <button type="button" class="btn btn-quiet" on:click=close>
                    {if is_update { t.later } else { t.close }}
                </button>
            </div>
        </Note>
    }
    .into_any()
}

fn show_room(app: AppState, notice: Notice, text: String) -> AnyView {
    let t = use_messages();
    view! {
        <Note kind=NoteKind::Warn heading=t.safety.remind_room>
            <p>{text}</p>
            <div class="row">
                <a class="btn" href=Route::Keep.href()>{t.safety.link}</a>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.notices.dismiss(&notice)>{t.close}</button>
            </div>
        </Note>
    }
    .into_any()
}

fn show_list_spoilt(app: AppState) -> AnyView {
    let t = use_messages();
    view! {
        <Note kind=NoteKind::Warn heading=t.kept.list_spoilt>
            <p>{t.kept.list_spoilt_text}</p>
            <div class="row">
                <a class="btn" href=Route::Diary.href()>{t.kept.list_spoilt_look}</a>
                <a class="btn" href=Route::Share.href()>{t.kept.missing_open}</a>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.accept_spoilt_manifest()>{t.kept.list_spoilt_known}</button>
            </div>
        </Note>
    }
    .into_any()
}

fn save_copy(app: AppState) {
    leptos::task::spawn_local(async move {
        app.save_copy().await;
    });
}

fn show_missing(app: AppState, (heading, names): (String, Vec<String>)) -> AnyView {
    let t = use_messages();
    view! {
        <Note kind=NoteKind::Warn heading>
            {list(names)}
            <p>{t.kept.missing_text}</p>
            <div class="row">
                <a class="btn" href=Route::Share.href()>{t.kept.missing_open}</a>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.accept_missing()>{t.kept.missing_known}</button>
            </div>
        </Note>
    }
    .into_any()
}

fn show_unread(app: AppState, notice: &Notice, (heading, names): (String, Vec<String>)) -> AnyView {
    let t = use_messages();
    let notice = notice.clone();
    view! {
        <Note kind=NoteKind::Warn heading>
            {list(names)}
            <p>{t.kept.unread_here_text}</p>
            <div class="row">
                <a class="btn" href=Route::Share.href()>{t.kept.missing_open}</a>
                <button type="button" class="btn" on:click=move |_| save_copy(app)>{t.more_save_copy}</button>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.go_on_without_unread()>{t.kept.unread_here_go_on}</button>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.notices.dismiss(&notice)>{t.close}</button>
            </div>
        </Note>
    }
    .into_any()
}

fn show_mended(app: AppState, (heading, names): (String, Vec<String>)) -> AnyView {
    let t = use_messages();
    view! {
        <Note kind=NoteKind::Warn heading>
            {list(names)}
            <p>{t.kept.mended_text}</p>
            <div class="row">
                <a class="btn" href=Route::Keep.href()>{t.safety.link}</a>
                <button type="button" class="btn btn-quiet" on:click=move |_| app.accept_mended()>{t.kept.mended_known}</button>
            </div>
        </Note>
    }
    .into_any()
}

/// The names that stand below a heading that does not name them.
pub fn list(names: Vec<String>) -> Option<impl IntoView> {
    (!names.is_empty()).then(|| {
        let names = names.into_iter().map(|name| view! { <li>{name}</li> });
        view! { <ul class="dashes">{names.collect_view()}</ul> }
    })
}
