//! Owns the controls that several parts of an entry share: one of a few answers, yes or no, a scale, a part that opens.

use leptos::prelude::*;

use crate::state::use_messages;
use crate::ui::components::ladder::Ladder;

/// One of a few large answers side by side. Pressing the chosen one again takes it back.
#[component]
pub fn Answers<T: Copy + PartialEq + Send + Sync + 'static>(
    /// Unique on the page.
    name: &'static str,
    #[prop(into)] legend: String,
    answers: Vec<(T, &'static str)>,
    #[prop(into)] chosen: Signal<Option<T>>,
    on_choose: Callback<Option<T>>,
) -> impl IntoView {
    let rows = answers
        .into_iter()
        .map(|(answer, label)| {
            let is_chosen = move || chosen.get() == Some(answer);
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name
                        prop:checked=is_chosen
                        on:click=move |_| {
                            if chosen.get_untracked() == Some(answer) {
                                on_choose.run(None);
                            }
                        }
                        on:change=move |_| on_choose.run(Some(answer))
                    />
                    <span class="name">{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="stack-s">
            <legend class="label">{legend}</legend>
            <div class="answers">{rows}</div>
        </fieldset>
    }
}

/// Yes or no.
#[component]
pub fn YesNo(
    name: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] chosen: Signal<Option<bool>>,
    on_choose: Callback<Option<bool>>,
) -> impl IntoView {
    let t = use_messages();
    view! { <Answers name legend answers=vec![(false, t.no), (true, t.yes)] chosen on_choose /> }
}

/// A question answered with a number from 0 to 10.
#[component]
pub fn Scale(
    name: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] chosen: Signal<Option<u8>>,
    on_choose: Callback<u8>,
    #[prop(default = None)] ends: Option<(&'static str, &'static str)>,
    /// What stands beside 0: with pain "No pain".
    #[prop(default = "")]
    zero: &'static str,
    /// Not pain: without its colours.
    #[prop(default = true)]
    plain: bool,
) -> impl IntoView {
    let t = use_messages();
    view! {
        <fieldset class=if plain { "stack-s ladder-plain" } else { "stack-s" }>
            <legend class="label">{legend}</legend>
            <Ladder name=name.to_owned() zero chosen on_choose ends spoken=t.of_ten />
        </fieldset>
    }
}

/// A part of an entry that opens; beside its name stands what was said in it.
#[component]
pub fn Part(
    #[prop(into)] name: String,
    #[prop(into)] said: Signal<String>,
    #[prop(default = false)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="group card card-plain" open=open>
            <summary>
                <b>{name}</b>
                <span class="soft clip">{said}</span>
            </summary>
            <div class="stack">{children()}</div>
        </details>
    }
}
