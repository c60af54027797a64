//! Owns what to say first: warning signs for the next days, medicines that do not go together, and the lines of the box
//! "Say this first".

use std::sync::Arc;

use leptos::prelude::*;

use super::Opened;
use super::fit_card::OptionLink;
use crate::domain::medicines::pairs::CLASH_SIGN;
use crate::domain::plan::model::{Plan, Section};
use crate::knowledge::Class;
use crate::state::{use_app, use_plan_page_words};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::icon::Icon;

#[component]
pub fn SayFirst(plan: Arc<Plan>, opened: Opened) -> impl IntoView {
    let app = use_app();
    let w = use_plan_page_words();
    let has_clashes = !untrack(|| app.assessment.clashes()).is_empty();
    let soon: Vec<&'static str> = plan
        .safety
        .warnings
        .iter()
        .filter(|warning| warning.class == Class::WithinDays)
        // What clashes is named below; the sign alone would only say that something does.
        .filter(|warning| warning.flag.id != CLASH_SIGN || !has_clashes)
        .map(|warning| warning.flag.say)
        .collect();
    let danger = (!soon.is_empty()).then(|| {
        let texts = soon
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect_view();
        view! {
            <article class="first">
                <Icon name="warning" />
                <h2><span class="k">{w.first_key}</span>{w.within_days}</h2>
                <ul class="stack-s">{texts}</ul>
            </article>
        }
    });
    let talks = plan
        .section(Section::First)
        .map(|line| {
            let therapy = line.therapy;
            let reason = line.reasons.first().map(|reason| reason.text.to_string());
            view! {
                <article class="first first-talk">
                    <Icon name="info" />
                    <h2 class="fit-top"><span><span class="k">{w.first_talk_key}</span><OptionLink therapy opened /></span></h2>
                    <p>{reason}</p>
                </article>
            }
        })
        .collect_view();
    view! {
        {danger}
        {move || view! { <ClashNote clashes=app.clashes_on(app.today()) /> }}
        {talks}
    }
}
