//! Owns what the person thinks of an option, and why.

use leptos::prelude::*;

use crate::domain::arrangements::Reason;
use crate::knowledge::Therapy;
use crate::state::{use_app, use_plan_words};
use crate::ui::components::choice_group::Chip;
use crate::ui::components::fields::LineField;
use crate::ui::components::icon::Icon;
use crate::ui::pages::plan::view_seam::ViewSeam;

/// Interested, not now or no; the reasons follow once one of them is chosen.
#[component]
pub fn MyView(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let has_view = Memo::new(move |_| app.assessment.view_of(therapy.id).is_some());
    view! {
        <div class="seam-box"><ViewSeam therapy place="option" /></div>
        {move || has_view.get().then(|| view! { <div class="card"><Reasons therapy /></div> })}
    }
}

#[component]
fn Reasons(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let kept = Memo::new(move |_| app.arranged.reasons_of(therapy.id));
    let chips = Reason::ALL
        .into_iter()
        .map(|reason| {
            view! {
                <Chip
                    label=(w.reason)(reason)
                    checked=Signal::derive(move || kept.read().ticked.contains(&reason))
                    on_change=Callback::new(move |ticked| app.arranged.tick_reason(therapy.id, reason, ticked))
                />
            }
        })
        .collect_view();
    view! {
        <p class="label" id="why-view">{w.why_view}</p>
        <div class="chips" role="group" aria-labelledby="why-view">{chips}</div>
        <LineField
            id="why-view-words".to_owned()
            label=w.why_view_words
            value=Signal::derive(move || kept.read().words.clone())
            on_input=Callback::new(move |words| app.arranged.set_reason_words(therapy.id, words))
        />
        <div class="row">
            <button type="button" class="btn btn-quiet" on:click=move |_| app.assessment.set_view(therapy.id, None)>
                <Icon name="close" />
                {w.take_view_back}
            </button>
        </div>
    }
}
