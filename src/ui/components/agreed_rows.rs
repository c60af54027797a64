//! Owns what was agreed as short rows that lead to it: at the head of the plan and on the page of an option.

use leptos::prelude::*;

use super::icon::Icon;
use crate::domain::arrangements::Agreement;
use crate::domain::ids::AgreementId;
use crate::knowledge::Therapy;
use crate::state::{page, use_app, use_messages};
use crate::ui::route::Route;

/// What was agreed at the last visit, each with where it stands; nothing while nothing was.
#[component]
pub fn AgreedLast() -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    move || {
        let kept = app.arranged.get();
        let last = kept.of_last_visit();
        let heading = (w.head)(last.first()?.1.agreed);
        Some(view! {
            <section class="card stack-s" aria-labelledby="agreed-last">
                <h2 id="agreed-last">{heading}</h2>
                {rows(&last)}
            </section>
        })
    }
}

/// What was agreed about one option, or the way to write it down.
#[component]
pub fn AgreedAbout(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    move || {
        let kept = app.arranged.get();
        let about: Vec<(&AgreementId, &Agreement)> = kept
            .latest_first()
            .into_iter()
            .filter(|(_, agreement)| {
                let id = agreement.therapy.as_ref();
                id.is_some_and(|id| id.as_str() == therapy.id)
            })
            .collect();
        match about.first() {
            Some((_, latest)) => view! {
                <section class="card stack-s">
                    <h2>{(w.head)(latest.agreed)}</h2>
                    {rows(&about)}
                </section>
            }
            .into_any(),
            None => {
                let agree = move |_| {
                    let id = app.arranged.add_agreement(Some(therapy.id.into()));
                    page::go(&Route::Agreement(id).href());
                };
                view! { <p><button type="button" class="btn" on:click=agree><Icon name="check" />{w.we_agreed}</button></p> }
                    .into_any()
            }
        }
    }
}

fn rows(agreements: &[(&AgreementId, &Agreement)]) -> impl IntoView + use<> {
    let w = use_messages().after_visit;
    agreements
        .iter()
        .map(|(id, agreement)| {
            let href = Route::Agreement((*id).clone()).href();
            view! {
                <a class="optrow" href=href>
                    <span class="t clip">{(w.name)(agreement)}</span>
                    <Icon name="next" />
                    <span class="why">{(w.state)(agreement)}</span>
                </a>
            }
        })
        .collect_view()
}
