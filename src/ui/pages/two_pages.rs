//! Owns the page with the hand-out: decide what is on it, look at it, then print it.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::domain::handout::{Handout, PaperBlock, PaperChoices, PaperText, Showing};
use crate::i18n::own_words;
use crate::state::{use_app, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::handout::HandoutPages;
use crate::ui::pages::own_lines::OwnLines;
use crate::ui::pages::print_button::PrintButton;
use crate::ui::route::Route;

#[component]
pub fn TwoPagesPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let handout = RwSignal::new(untrack(|| app.handout()));
    // A page that is open over midnight prints the new day.
    Effect::new(move |before: Option<NaiveDate>| {
        let today = app.today();
        if before.is_some_and(|before| before != today) {
            handout.set(untrack(|| app.handout()));
        }
        today
    });
    // For this print alone: the data stay as they are.
    let choices = RwSignal::new(PaperChoices::default());
    view! {
        <div class="app">
            <main class="page page-pages" id="main" tabindex="-1">
                <header class="top no-print">
                    <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                    <div class="title grow"><h1>{t.pages_title}</h1><p class="soft small">{t.pages_text}</p></div>
                </header>
                <OwnLines on_changed=Callback::new(move |()| handout.set(untrack(|| app.handout()))) />
                <Choices choices />
                <Words choices handout />
                <div class="handout-screen" role="region" aria-label=t.pages_title tabindex="0">
                    {move || view! { <HandoutPages handout=handout.get() choices=choices.get() /> }}
                </div>
            </main>
            <footer class="actions">
                <div>
                    <PrintButton label=t.pages_print parts=&[".bm-patterns", ".handout-screen"] is_big=true />
                </div>
            </footer>
        </div>
    }
}

/// What stands on the pages.
#[component]
fn Choices(choices: RwSignal<PaperChoices>) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let rows = PaperBlock::ALL.map(|block| view! { <BlockRow choices block /> });
    view! {
        <details class="card group no-print">
            <summary><b>{words.title}</b></summary>
            <div class="stack-s">
                <p class="small soft">{words.note}</p>
                {rows.into_iter().collect_view()}
                <Switch label=words.large_print hint=Some(words.large_print_hint) on=move |on| choices.update(|choices| choices.large_print = on) />
                <Switch label=words.appendix hint=Some(words.appendix_hint) on=move |on| choices.update(|choices| choices.appendix = on) />
                <Switch label=words.codes hint=Some(words.codes_hint) on=move |on| choices.update(|choices| choices.codes = on) />
                <Switch label=words.blank_diary hint=None on=move |on| choices.update(|choices| choices.blank_diary = on) />
            </div>
        </details>
    }
}

#[component]
fn BlockRow(choices: RwSignal<PaperChoices>, block: PaperBlock) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let id = format!("paper-{block:?}").to_lowercase();
    let now = choices.with_untracked(|choices| choices.showing(block));
    let all = [Showing::OnPaper, Showing::LeftOut, Showing::InPerson];
    let options = all.map(|showing| {
        view! { <option value=format!("{showing:?}") selected=showing == now>{(words.showing)(showing)}</option> }
    });
    let decide = move |event| {
        let value = event_target_value(&event);
        if let Some(showing) = all
            .into_iter()
            .find(|showing| format!("{showing:?}") == value)
        {
            choices.update(|choices| choices.show(block, showing));
        }
    };
    view! {
        <div class="setting">
            <label for=id.clone()>{(words.block)(block)}</label>
            <select class="select" id=id on:change=decide>{options.into_iter().collect_view()}</select>
        </div>
    }
}

#[component]
fn Switch(
    label: &'static str,
    hint: Option<&'static str>,
    on: impl Fn(bool) + 'static,
) -> impl IntoView {
    view! {
        <label class="setting">
            <span>{label}</span>
            <input class="switch" type="checkbox" on:change=move |event| on(event_target_checked(&event)) />
            {hint.map(|hint| view! { <span class="hint">{hint}</span> })}
        </label>
    }
}

/// The texts of the pages, to be worded anew.
#[component]
fn Words(choices: RwSignal<PaperChoices>, handout: RwSignal<Handout>) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let fields = PaperText::ALL.map(|text| view! { <TextField choices handout text /> });
    view! {
        <details class="card group no-print">
            <summary><b>{words.reword}</b></summary>
            <div class="stack">
                <p class="small soft">{words.reword_note}</p>
                {fields.into_iter().collect_view()}
            </div>
        </details>
    }
}

#[component]
fn TextField(
    choices: RwSignal<PaperChoices>,
    handout: RwSignal<Handout>,
    text: PaperText,
) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let id = format!("words-{text:?}").to_lowercase();
    let own = move || handout.with(|handout| own_words(t, handout, text));
    let shown = move || choices.with(|choices| choices.words(text).map_or_else(own, str::to_owned));
    let reworded = move || choices.with(|choices| choices.words(text).is_some());
    view! {
        <div class="stack-s">
            <label class="label" for=id.clone()>{(words.text)(text)}</label>
            <textarea
                class="input"
                id=id
                rows="3"
                prop:value=shown
                // When the field is left, so that the pages are not made anew with each letter.
                on:change=move |event| choices.update(|choices| choices.reword(text, Some(event_target_value(&event))))
            ></textarea>
            {move || reworded().then(|| view! {
                <button type="button" class="btn btn-quiet" on:click=move |_| choices.update(|choices| choices.reword(text, None))>{words.as_told}</button>
            })}
        </div>
    }
}
