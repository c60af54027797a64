//! Owns the last row of the plan: what to do with it, and where to look things up.

use leptos::prelude::*;

use crate::knowledge::CombinationKind;
use crate::state::{use_app, use_messages, use_plan_page_words, use_plan_words};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// What to do with the plan.
#[component]
pub fn Further() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let p = use_plan_page_words();
    let together = move || {
        let combinations = app.assessment.combinations();
        let count = |kind| combinations.of(kind).count();
        (w.together_count)(
            count(CombinationKind::Clash),
            count(CombinationKind::Together),
        )
    };
    let links = [
        (
            Route::Together,
            "plan",
            w.together_title,
            Signal::derive(together),
        ),
        (
            Route::Questions,
            "question",
            t.my_questions,
            Signal::derive(move || (t.n_written)(app.assessment.questions().len())),
        ),
        (
            Route::Agreed,
            "check",
            w.agreed_title,
            Signal::stored(w.agreed_text.to_owned()),
        ),
        (
            Route::Flare,
            "calendar",
            w.flare_title,
            Signal::stored(w.flare_text.to_owned()),
        ),
        (
            Route::Options,
            "table",
            w.options_title,
            Signal::stored(w.also_all_options.to_owned()),
        ),
    ]
    .map(|(route, icon, name, text)| {
        view! {
            <a class="optrow" href=route.href()>
                <span class="t"><Icon name=icon />" "{name}</span>
                <Icon name="next" />
                <span class="why">{text}</span>
            </a>
        }
    });
    view! {
        <details class="kind kind-calm">
            <summary>
                <Icon name="more" />
                <span class="t">{p.more_with_plan}</span>
                <Icon name="next" />
            </summary>
            {links.into_iter().collect_view()}
        </details>
    }
}
