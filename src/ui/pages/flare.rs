//! Owns the flare plan: four fields to fill in on a good day, and one card to print.

use leptos::prelude::*;

use crate::domain::arrangements::FlarePlan;
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::fields::WordsField;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::pages::print_button::PrintButton;
use crate::ui::route::Route;

#[component]
pub fn FlarePage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let change = move |change: &dyn Fn(&mut FlarePlan)| app.arranged.change_flare_plan(change);
    let text = move |read: fn(FlarePlan) -> String| {
        Signal::derive(move || read(app.arranged.flare_plan()))
    };
    view! {
        <PlacePage place=Place::Plan>
            <header class="top no-print">
                <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                <div class="title grow"><h1>{w.flare_title}</h1><p class="soft small">{w.flare_text}</p></div>
            </header>
            <div class="stack no-print">
                <WordsField id="flare-signs".to_owned() label=w.flare_signs hint=w.flare_signs_hint value=text(|plan| plan.signs)
                    on_input=Callback::new(move |words: String| change(&|plan| plan.signs = words.clone())) />
                <WordsField id="flare-helps".to_owned() label=w.flare_helps hint=w.flare_helps_hint value=text(|plan| plan.helps)
                    on_input=Callback::new(move |words: String| change(&|plan| plan.helps = words.clone())) />
                <WordsField id="flare-medicines".to_owned() label=w.flare_medicines hint=w.flare_medicines_hint value=text(|plan| plan.medicines)
                    on_input=Callback::new(move |words: String| change(&|plan| plan.medicines = words.clone())) />
                <WordsField id="flare-call".to_owned() label=w.flare_call hint=w.flare_call_hint value=text(|plan| plan.call)
                    on_input=Callback::new(move |words: String| change(&|plan| plan.call = words.clone())) />
            </div>
            <FlareCard />
            <div class="row no-print">
                <PrintButton label=w.flare_print parts=&[".flare-card"] />
            </div>
        </PlacePage>
    }
}

/// The card, as it is printed.
#[component]
fn FlareCard() -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let rows = move || {
        let plan = app.arranged.flare_plan();
        [
            (w.flare_signs, plan.signs),
            (w.flare_helps, plan.helps),
            (w.flare_medicines, plan.medicines),
            (w.flare_call, plan.call),
        ]
        .into_iter()
        .map(|(name, words)| {
            let words = match words.trim() {
                "" => view! { <span class="soft">{w.flare_empty}</span> }.into_any(),
                words => words.to_owned().into_any(),
            };
            view! { <div><dt>{name}</dt><dd class="clip own-words">{words}</dd></div> }
        })
        .collect_view()
    };
    let emergency = move || {
        app.assessment
            .phone_numbers()
            .map(|numbers| numbers.emergency)
    };
    view! {
        <section class="card flare-card">
            <h2>{w.flare_card}</h2>
            <dl class="facts facts-review">{rows}</dl>
            <p><Icon name="warning" />" "{w.flare_new_pain}</p>
            {move || emergency().map(|number| view! { <p><b>{w.flare_numbers}</b>": "{number}</p> })}
        </section>
    }
}
