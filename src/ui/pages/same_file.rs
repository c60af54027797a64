//! Owns the part of the page about copies that writes into one chosen file again and again. Nothing where the browser cannot.

use leptos::prelude::*;

use crate::state::same_file::FileTrouble;
use crate::state::{use_app, use_messages};

#[component]
pub fn SameFileButtons() -> impl IntoView {
    let app = use_app();
    let words = use_messages().kept;
    let outcome = RwSignal::new(None::<Result<String, FileTrouble>>);
    let at_work = RwSignal::new(false);
    app.same_file.look();
    let save = move |anew: bool| {
        // A second tap while the first one is at work would only ask twice.
        if at_work.get_untracked() {
            return;
        }
        at_work.set(true);
        outcome.set(None);
        leptos::task::spawn_local(async move {
            let saved = match anew {
                true => app.save_to_a_file_of_choice().await,
                false => app.save_to_the_same_file().await,
            };
            let name = untrack(|| app.same_file.name()).unwrap_or_default();
            // The page may be gone by then.
            let _ = at_work.try_set(false);
            let _ = outcome.try_set(Some(saved.map(|()| name)));
        });
    };
    let buttons = move || {
        match app.same_file.name() {
        None => view! {
            <button type="button" class="btn" on:click=move |_| save(true)>{words.file_choose}</button>
        }
        .into_any(),
        Some(name) => view! {
            <button type="button" class="btn" on:click=move |_| save(false)>{(words.file_again)(&name)}</button>
            <button type="button" class="btn btn-quiet" on:click=move |_| save(true)>{words.file_other}</button>
        }
        .into_any(),
    }
    };
    let said = move || {
        outcome.get().map(|outcome| match outcome {
            Ok(name) => view! { <p>{(words.file_saved)(&name)}</p> }.into_any(),
            Err(why) => view! { <p class="error">{(words.file_trouble)(why)}</p> }.into_any(),
        })
    };
    app.same_file.is_possible().then(|| {
        view! {
            <div class="row">{buttons}</div>
            <p class="small soft">{words.file_text}</p>
            <div role="status">{said}</div>
        }
    })
}
