//! Owns the page with the hand-out: look at it, then print it.

use leptos::prelude::*;

use crate::state::{page, use_app, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::handout::HandoutPages;
use crate::ui::route::Route;

#[component]
pub fn TwoPagesPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let handout = app.handout();
    let cannot_print = RwSignal::new(false);
    view! {
        <div class="app">
            <main class="page page-pages" id="main" tabindex="-1">
                <header class="top no-print">
                    <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                    <div class="title grow"><h1>{t.pages_title}</h1><p class="soft small">{t.pages_text}</p></div>
                </header>
                <div class="handout-screen" role="region" aria-label=t.pages_title tabindex="0"><HandoutPages handout /></div>
            </main>
            <footer class="actions">
                <div>
                    <button
                        type="button"
                        class="btn btn-primary btn-big"
                        on:click=move |_| cannot_print.set(!page::print())
                    >
                        <Icon name="print" />
                        {t.pages_print}
                    </button>
                    <p role="status" class="error" hidden=move || !cannot_print.get()>{t.cannot_print}</p>
                </div>
            </footer>
        </div>
    }
}
