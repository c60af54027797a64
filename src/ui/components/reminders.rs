//! Owns what was agreed and comes near: shown on the start page, in the diary and with the agreements.

use leptos::prelude::*;

use super::icon::Icon;
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::route::Route;

/// One line for each step or look-back that is due; nothing when none is.
#[component]
pub fn Reminders() -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    move || {
        let kept = app.arranged.get();
        let due = app.arranged.reminders();
        (!due.is_empty()).then(|| {
            let rows = due
                .into_iter()
                .map(|reminder| {
                    let step = kept.agreements.get(&reminder.agreement);
                    let step = step.map(use_messages().after_visit.name);
                    let line = (w.reminder)(&reminder);
                    view! {
                        <a class="card card-link" href=Route::Agreement(reminder.agreement).href()>
                            <Icon name="calendar" />
                            <span><b>{line}</b><span class="soft clip">{step}</span></span>
                            <Icon name="next" />
                        </a>
                    }
                })
                .collect_view();
            view! {
                <section class="stack-s">
                    <h2>{w.reminders_title}</h2>
                    {rows}
                </section>
            }
        })
    }
}
