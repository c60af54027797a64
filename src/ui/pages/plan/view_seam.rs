//! Owns my view of an option as one seam with three answers: one tap, saved at once, a second tap takes it back.

use leptos::prelude::*;

use crate::domain::questionnaire::response::View;
use crate::knowledge::Therapy;
use crate::state::{use_app, use_plan_page_words};
use crate::ui::components::icon::Icon;

/// The three views with their look.
const SEAM: [(View, &str, &str); 3] = [
    (View::Willing, "mv mv-yes", "pin"),
    (View::Unsure, "mv mv-later", "later"),
    (View::No, "mv mv-no", "close"),
];

#[component]
pub fn ViewSeam(
    therapy: &'static Therapy,
    /// Where on the page it stands: the same option can have two.
    place: &'static str,
) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let name = format!("view-{place}-{}", therapy.id);
    let now = Memo::new(move |_| app.assessment.view_of(therapy.id));
    let answers = SEAM
        .into_iter()
        .map(|(view, class, icon)| {
            // A tap on the answer that is there already changes nothing by itself: it is heard as "take it back".
            let take_back = move |_| {
                if now.get_untracked() == Some(view) {
                    app.assessment.set_view(therapy.id, None);
                }
            };
            view! {
                <label class=class>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || now.get() == Some(view)
                        on:click=take_back
                        on:change=move |_| app.assessment.set_view(therapy.id, Some(view))
                    />
                    <Icon name=icon />
                    <span>{(w.view)(view)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="myview">
            <legend class="sr">{(w.my_view)(therapy.short_name())}</legend>
            {answers}
        </fieldset>
    }
}
