//! The button that prints, and what is offered where a browser has it and does nothing: the same as a file.

use leptos::prelude::*;

use crate::state::exchange::{ExportFile, ReadyToShare};
use crate::state::{page, use_app, use_messages};
use crate::ui::components::icon::Icon;

/// What became of the last try.
#[derive(Clone)]
enum Outcome {
    NotTried,
    Began,
    /// With the page as a file, where the browser gives it.
    Nothing(Option<ExportFile>),
}

#[component]
pub fn PrintButton(
    label: &'static str,
    /// What the file holds, by selectors: the parts that are printed.
    parts: &'static [&'static str],
    #[prop(optional)] is_big: bool,
) -> impl IntoView {
    let t = use_messages();
    let outcome = RwSignal::new(Outcome::NotTried);
    let print = move |_| {
        leptos::task::spawn_local(async move {
            let began = page::print().await;
            let now = match began {
                true => Outcome::Began,
                false => Outcome::Nothing(page_as_file(parts, t.pages_title)),
            };
            // The page may be gone by then.
            let _ = outcome.try_set(now);
        });
    };
    view! {
        <button type="button" class="btn btn-primary" class:btn-big=is_big on:click=print>
            <Icon name="print" />
            {label}
        </button>
        <div role="status" class="stack-s">
            {move || match outcome.get() {
                Outcome::NotTried | Outcome::Began => ().into_any(),
                Outcome::Nothing(None) => view! { <p class="error">{t.cannot_print}</p> }.into_any(),
                Outcome::Nothing(Some(file)) => view! { <Instead file /> }.into_any(),
            }}
        </div>
    }
}

fn page_as_file(parts: &[&str], title: &str) -> Option<ExportFile> {
    Some(ExportFile {
        name: "my-pages.html".to_owned(),
        mime: "text/html;charset=utf-8",
        text: page::page_of(parts, title)?,
    })
}

/// The file, to be saved or given to another app: browsers inside other apps may refuse the one and take the other.
#[component]
fn Instead(file: ExportFile) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let saved = RwSignal::new(None);
    let ready = ReadyToShare::new(&file.name, file.mime, &file.text);
    let share = ready.map(|ready| {
        let ready = StoredValue::new_local(ready);
        view! {
            <button type="button" class="btn" on:click=move |_| ready.with_value(ReadyToShare::share)>{t.share.share}</button>
        }
    });
    view! {
        <p class="error">{t.cannot_print}</p>
        <p>{t.print_as_file}</p>
        <div class="row">
            <button type="button" class="btn" on:click=move |_| saved.set(Some(app.save_file(&file)))>
                <Icon name="save" />
                {t.print_save}
            </button>
            {share}
        </div>
        <p>{move || saved.get().map(|taken| if taken { t.share.saved } else { t.share.not_saved })}</p>
    }
}
