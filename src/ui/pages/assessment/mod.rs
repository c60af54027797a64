//! Owns the guided questions: one a page, back and forward, resumable at any moment.

pub mod answer;
mod beside_mood;
mod from_diary;
mod map;
mod medicines;
mod month;
pub mod odd;
mod records;
mod signs;
mod site_details;
mod suggested;
mod tried;
mod way;

use leptos::prelude::*;

use crate::domain::ids::ItemId;
use crate::domain::questionnaire::flow::Progress;
use crate::i18n::Messages;
use crate::knowledge::{Item, ItemKind};
use crate::state::{AppState, page, use_app, use_messages};
use crate::ui::components::aloud::ReadAloud;
use crate::ui::components::frame::GuidedPage;
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;
use answer::AnswerControl;
use beside_mood::SensitiveQuestions;
use signs::{END, SignsControl, asks_id, line_id};
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
    // What the bar says when "Next" is pressed too early; nothing when all is well.
    let missing = RwSignal::new(None::<String>);
    let end_seen = RwSignal::new(false);
    let steps = if is_signs {
        app.assessment.sign_screens_of_walk(step)
    } else {
        1
    };
    let progress = Memo::new(move |_| app.assessment.progress(item, step));
    let is_first = app.assessment.before(item).is_none();
    let on_none = Callback::new(move |()| leave(app, item, step));
    view! {
        <GuidedPage actions=ViewFn::from(move || {
            view! { <Actions item step missing end_seen /> }
        })>
            <PartHeader progress step steps />
            <form class="stack-l" id=QUESTION on:submit=move |event| event.prevent_default()>
                {is_first.then(|| view! { <WayChooser /> })}
                {if is_signs {
                    view! { <SignsControl step missing end_seen on_none /> }.into_any()
                } else {
                    view! { <Items item /> }.into_any()
                }}
            </form>
        </GuidedPage>
    }
}

/// The questions that stand on one page; what an answer brings up appears below it.
#[component]
fn Items(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let items = Memo::new(move |_| app.assessment.page_of(item));
    let first = items.get_untracked().first().copied();
    let is_sensitive = items.with_untracked(|items| items.iter().any(|item| item.sensitive));
    let honest = move || {
        let mut sentences: Vec<&'static str> = Vec::new();
        for own in items.get().iter().filter_map(|item| item.own) {
            if !sentences.contains(&own.honest) {
                sentences.push(own.honest);
            }
        }
        sentences
            .into_iter()
            .map(|sentence| view! { <p class="small soft">{sentence}</p> })
            .collect_view()
    };
    view! {
        <For each=move || items.get() key=|item| item.id let:shown>
            <AnswerControl item=shown second={first != Some(shown)} />
        </For>
        {is_sensitive.then(|| view! { <SensitiveQuestions /> })}
        {honest}
    }
}

/// The id of what is asked, to be read aloud.
const QUESTION: &str = "question";

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
                <ReadAloud of=QUESTION />
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
fn Actions(
    item: &'static Item,
    step: usize,
    missing: RwSignal<Option<String>>,
    end_seen: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let is_signs = item.kind == ItemKind::Safety;
    let answered = move || {
        let page = app.assessment.page_of(item);
        page.iter().any(|item| app.assessment.is_answered(item))
    };
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
        // An emergency does not wait for the lines below it. They are asked afterwards.
        if is_signs && untrack(|| app.assessment.must_stop()) {
            page::go(&Route::Urgent.href());
            return;
        }
        let too_early = if is_signs {
            too_early(app, t, step, end_seen)
        } else {
            None
        };
        match too_early {
            None => leave(app, item, step),
            sentence => missing.set(sentence),
        }
    };
    view! {
        {move || missing.get().map(|sentence| view! {
            <p class="error actions-say" role="alert">
                <Icon name="warning" />
                <span>{sentence}</span>
            </p>
        })}
        <button type="button" class="btn" on:click=go_back><Icon name="back" />{t.back}</button>
        <button
            type="button"
            class=move || if is_signs || answered() { "btn btn-primary" } else { "btn" }
            on:click=go_on
        >
            {move || if is_signs || answered() { t.next } else { t.skip }}
        </button>
    }
}

/// What stands between a person and the next page of warning signs: a tick without its answer, lines that were not on the
/// screen yet, or neither a tick nor "none of these". The focus goes there.
fn too_early(
    app: AppState,
    t: &'static Messages,
    step: usize,
    end_seen: RwSignal<bool>,
) -> Option<String> {
    if let Some(id) = app.assessment.undated_sign(step) {
        page::focus(&asks_id(id));
        return Some(t.signs_missing.to_owned());
    }
    let lines = app.assessment.lines_of_signs(step);
    if !end_seen.get_untracked() && !page::is_in_sight(END) {
        let below: Vec<_> = (lines.into_iter())
            .map(line_id)
            .filter(|id| !page::is_in_sight(id))
            .collect();
        page::focus(below.first().map_or(END, |id| id.as_str()));
        return Some((t.assessment.signs_below)(below.len()));
    }
    if untrack(|| app.assessment.no_sign_ticked(step)) {
        page::focus(END);
        return Some(t.assessment.signs_choose.to_owned());
    }
    None
}

/// Goes on from a page: what was not answered on it is left out, and a line of signs that was not ticked is a "no".
fn leave(app: AppState, item: &'static Item, step: usize) {
    let is_signs = item.kind == ItemKind::Safety;
    if is_signs {
        app.assessment.signs_gone_through(step);
    } else {
        for item in untrack(|| app.assessment.page_of(item)) {
            if !untrack(|| app.assessment.is_answered(item)) {
                app.assessment.skip(item);
            }
        }
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
}
