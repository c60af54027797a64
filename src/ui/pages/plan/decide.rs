//! Owns the one question on which most hangs, answered inside the plan.

use leptos::prelude::*;

use crate::domain::plan::deciding::Deciding;
use crate::domain::questionnaire::model::Answer;
use crate::knowledge::{Item, ItemKind};
use crate::state::{use_app, use_messages, use_plan_page_words};
use crate::ui::components::choice_group::{ChoiceRow, RadioRows};
use crate::ui::components::icon::Icon;
use crate::ui::pages::assessment::answer::AnswerControl;

/// A list of so many answers or fewer is answered by one tap.
const ONE_TAP: usize = 6;

/// Whether an item is answered by one tap. A longer answer ends with "Done".
pub fn is_one_tap(item: &Item) -> bool {
    item.kind == ItemKind::YesNo || item.kind == ItemKind::Choice && item.options.len() <= ONE_TAP
}

#[component]
pub fn Decide(
    deciding: Deciding,
    /// Runs with the item once it has its answer.
    on_answered: Callback<&'static Item>,
    on_left_out: Callback<&'static Item>,
) -> impl IntoView {
    let w = use_plan_page_words();
    let item = deciding.item;
    let heading = match deciding.n_safety {
        0 => (w.decides)(deciding.options.len()),
        n_safety => (w.decides_safety)(n_safety),
    };
    let control = match item.kind {
        ItemKind::YesNo => view! { <YesNoButtons item on_answered /> }.into_any(),
        ItemKind::Choice if is_one_tap(item) => view! { <OneOf item on_answered /> }.into_any(),
        _ => view! { <InPlace item on_answered /> }.into_any(),
    };
    view! {
        <article class="decide" aria-labelledby="decide-h">
            <p class="k">{heading}</p>
            <h3 id="decide-h">{item.ask}</h3>
            {item.hint.map(|hint| view! { <p class="small soft">{hint}</p> })}
            {control}
            <div class="row">
                <button type="button" class="btn btn-quiet" on:click=move |_| on_left_out.run(item)>{w.leave_out}</button>
            </div>
        </article>
    }
}

#[component]
fn YesNoButtons(item: &'static Item, on_answered: Callback<&'static Item>) -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_page_words());
    let buttons = [("yes", t.yes), ("no", t.no), ("not_sure", w.not_sure)]
        .into_iter()
        .map(|(word, label)| {
            let give = move |_| {
                app.assessment.give(item, Answer::Choice(word.to_owned()));
                on_answered.run(item);
            };
            view! { <button type="button" class="btn" on:click=give>{label}</button> }
        })
        .collect_view();
    view! { <div class="yns">{buttons}</div> }
}

#[component]
fn OneOf(item: &'static Item, on_answered: Callback<&'static Item>) -> impl IntoView {
    let app = use_app();
    let rows = item.options.iter().map(|option| ChoiceRow {
        id: option.id.to_owned(),
        label: option.label.to_owned(),
        hint: option.hint.unwrap_or_default().to_owned(),
    });
    let give = move |id: String| {
        app.assessment.give(item, Answer::Choice(id));
        on_answered.run(item);
    };
    view! {
        <RadioRows
            name=format!("decide-{}", item.id)
            rows=rows.collect()
            chosen=Signal::stored(None::<String>)
            on_choose=Callback::new(give)
        />
    }
}

/// A longer list, or a number: it opens in its place and closes with "Done", so that nothing jumps at the first tap.
#[component]
fn InPlace(item: &'static Item, on_answered: Callback<&'static Item>) -> impl IntoView {
    let w = use_plan_page_words();
    let is_list = matches!(
        item.kind,
        ItemKind::Choices | ItemKind::Ticks | ItemKind::Areas | ItemKind::Choice
    );
    let opened = RwSignal::new(!is_list);
    view! {
        {move || if opened.get() {
            view! {
                <AnswerControl item in_review=true />
                <button type="button" class="btn btn-primary" on:click=move |_| on_answered.run(item)>
                    <Icon name="check" />
                    {w.done}
                </button>
            }.into_any()
        } else {
            view! {
                <button type="button" class="btn" aria-expanded="false" on:click=move |_| opened.set(true)>
                    <Icon name="plus" />
                    {w.open_list}
                </button>
            }.into_any()
        }}
    }
}
