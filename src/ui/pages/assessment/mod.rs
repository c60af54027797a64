//! Owns the guided questions: one a page, back and forward, resumable at any moment.

pub mod answer;
mod map;
mod medicines;
mod month;
pub mod odd;
mod records;
mod signs;
mod site_details;
mod tried;
mod way;

use leptos::prelude::*;

use crate::domain::ids::ItemId;
use crate::domain::questionnaire::flow::Progress;
use crate::knowledge::{Item, ItemKind};
use crate::state::{page, use_app, use_messages};
use crate::ui::components::fields::focus_when_drawn;
use crate::ui::components::frame::GuidedPage;
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;
use answer::AnswerControl;
use signs::SignsControl;
use way::WayChooser;

/// The question at `item`, or the one at which the person stopped.
#[component]
pub fn AskPage(item: Option<ItemId>, step: usize) -> impl IntoView {
    let app = use_app();
    let found = app.assessment.find(item.as_ref());
    match found {
        // Without a named place the warning signs go on at the first screen that is open.
        Some(signs) if item.is_none() && signs.kind == ItemKind::Safety => {
            let step = app.assessment.open_sign_screen();
            view! { <Question item=signs step /> }.into_any()
        }
        Some(item) => view! { <Question item step /> }.into_any(),
        None => {
            page::replace(&Route::MyPain.href());
            ().into_any()
        }
    }
}

#[component]
fn Question(item: &'static Item, step: usize) -> impl IntoView {
    let app = use_app();
    app.assessment.visit(item);
    let is_signs = item.kind == ItemKind::Safety;
    // What the control of the page says when "Next" is pressed too early; nothing when all is well.
    let missing = RwSignal::new(None::<String>);
    let steps = if is_signs {
        app.assessment.sign_screens_of_walk(step)
    } else {
        1
    };
    let progress = Memo::new(move |_| app.assessment.progress(item));
    let is_first = app.assessment.before(item).is_none();
    view! {
        <GuidedPage actions=ViewFn::from(move || {
            view! { <Actions item step missing /> }
        })>
            <PartHeader progress step steps />
            <form class="stack" on:submit=move |event| event.prevent_default()>
                {is_first.then(|| view! { <WayChooser /> })}
                {if is_signs {
                    view! { <SignsControl step missing /> }.into_any()
                } else {
                    view! { <AnswerControl item /> }.into_any()
                }}
                {move || missing.get().map(|sentence| view! {
                    <p class="error" role="alert" id="missing" tabindex="-1">
                        <Icon name="warning" />
                        <span>{sentence}</span>
                    </p>
                })}
                {item.own.map(|own| view! { <p class="small soft">{own.honest}</p> })}
            </form>
        </GuidedPage>
    }
}

/// "Part 4 of 9", the minutes left, "Save and leave", and the stitches.
#[component]
fn PartHeader(
    #[prop(into)] progress: Signal<Progress>,
    step: usize,
    steps: usize,
) -> impl IntoView {
    let t = use_messages();
    let stitches = move || {
        let progress = progress.get();
        (0..progress.parts)
            .map(|part| {
                let class = match part.cmp(&progress.part) {
                    std::cmp::Ordering::Less => "done",
                    std::cmp::Ordering::Equal => "now",
                    std::cmp::Ordering::Greater => "",
                };
                view! { <li class=class></li> }
            })
            .collect_view()
    };
    view! {
        <div class="stack-s">
            <div class="top top-wrap">
                <p class="small">
                    <b>{move || (t.part_of)(progress.get().part + 1, progress.get().parts, progress.get().part_name)}</b>
                </p>
                <a class="btn btn-quiet" href=Route::Today.href()>{t.save_and_leave}</a>
            </div>
            <p class="small soft">
                {move || {
                    let progress = progress.get();
                    let (question, questions) = if steps > 1 {
                        (progress.question + step, progress.questions + steps - 1)
                    } else {
                        (progress.question, progress.questions)
                    };
                    (t.question_of)(question + 1, questions)
                }}
                " · "
                {move || (t.minutes_left)(progress.get().minutes_left)}
            </p>
            <ol class="stitches" aria-hidden="true">{stitches}</ol>
        </div>
    }
}

#[component]
fn Actions(item: &'static Item, step: usize, missing: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let is_signs = item.kind == ItemKind::Safety;
    let answered = move || app.assessment.is_answered(item);
    let go_back = move |_| {
        if step > 0 {
            page::go(
                &Route::Ask {
                    item: Some(ItemId::from(item.id)),
                    step: step - 1,
                }
                .href(),
            );
            return;
        }
        match app.assessment.before(item) {
            Some(earlier) => {
                let last = if earlier.kind == ItemKind::Safety {
                    app.assessment.sign_screens_asked().saturating_sub(1)
                } else {
                    0
                };
                page::go(
                    &Route::Ask {
                        item: Some(ItemId::from(earlier.id)),
                        step: last,
                    }
                    .href(),
                );
            }
            None => page::go(&Route::Today.href()),
        }
    };
    let go_on = move |_| {
        if is_signs {
            if !app.assessment.signs_are_answered(step) {
                missing.set(Some(t.signs_missing.to_owned()));
                focus_when_drawn("missing".to_owned());
                return;
            }
            app.assessment.signs_gone_through(step);
        } else if !app.assessment.is_answered(item) {
            app.assessment.skip(item);
        }
        if app.assessment.must_stop() {
            page::go(&Route::Urgent.href());
            return;
        }
        let next = if is_signs {
            app.assessment.after_signs(item, step)
        } else {
            app.assessment.after(item)
        };
        page::go(&Route::from(next).href());
    };
    view! {
        <button type="button" class="btn" on:click=go_back><Icon name="back" />{t.back}</button>
        <button
            type="button"
            class=move || if is_signs || answered() { "btn btn-primary" } else { "btn" }
            on:click=go_on
        >
            {move || if is_signs && app.assessment.no_sign_ticked(step) {
                t.signs_none
            } else if is_signs || answered() {
                t.next
            } else {
                t.skip
            }}
        </button>
    }
}
