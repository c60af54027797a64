//! Owns the pages of a clinic's own forms: the list with the field for a file, and one form to fill in.
//! May use: state, components. Must not: know FHIR; what a form means is decided in the domain and in exchange.
//!
//! One scrolling page for a form, in its own order. What does not apply is hidden and stays in place, so that the focus and
//! what is being typed are never lost; only a group that is added or taken off lays the page out anew.

mod fields;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::clinic_form::answers::{MOST_TIMES, OWN_WORDS, places, times};
use crate::domain::clinic_form::{Item, Kind, Place as FormPlace, ProblemKind};
use crate::state::clinic_forms::{ClinicForm, Evaluated, Outcome};
use crate::state::exchange::PickedFile;
use crate::state::{AppState, page, use_app, use_form_words, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::pages::print_button::PrintButton;
use crate::ui::pages::share::Outcome as FileOutcome;
use crate::ui::route::Route;

#[component]
pub fn FormsPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_form_words();
    let refused = RwSignal::new(String::new());
    let field = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        let Some(input) = field.get_untracked() else {
            return;
        };
        let Some(file) = PickedFile::of(&input) else {
            return;
        };
        // So that the same file can be chosen once more.
        input.set_value("");
        leptos::task::spawn_local(async move {
            match app.forms.open(file).await {
                Ok(id) => page::go(&Route::Forms(Some(id)).href()),
                Err(why) => {
                    let _ = refused.try_set((words.unopened)(&why));
                }
            }
        });
    };
    let kept = move || {
        let kept = app.forms.get().forms.into_iter();
        let links = kept.map(|(id, form)| {
            view! {
                <a class="card card-link" href=Route::Forms(Some(id)).href()>
                    <span><b>{named(form.title)}</b><span class="soft">{(words.opened)(form.opened)}</span></span>
                    <Icon name="next" />
                </a>
            }
        });
        links.collect_view()
    };
    view! {
        <PlacePage place=Place::More>
            <BackHead to=Route::More back=t.nav_more title=words.title text=words.text />
            <section class="card">
                <label class="label" for="form-file">{words.choose}</label>
                <p class="small soft" id="form-file-text">{words.choose_text}</p>
                <input class="input" id="form-file" type="file" accept=".json" aria-describedby="form-file-text" node_ref=field on:change=chosen />
                <div role="status">{move || (!refused.read().is_empty()).then(|| view! { <p class="error">{refused.get()}</p> })}</div>
            </section>
            {kept}
        </PlacePage>
    }
}

fn named(title: String) -> String {
    match title.is_empty() {
        true => use_form_words().untitled.to_owned(),
        false => title,
    }
}

/// What each part of the page needs.
#[derive(Clone)]
struct Shown {
    app: AppState,
    id: Arc<str>,
    form: Arc<ClinicForm>,
    found: Memo<Evaluated>,
}

#[component]
pub fn FormPage(id: String) -> impl IntoView {
    let app = use_app();
    let words = use_form_words();
    let Some(form) = app.forms.form(&id) else {
        return view! {
            <PlacePage place=Place::More>
                <BackHead to=Route::Forms(None) back=words.title title=words.untitled text=words.gone />
                <RemoveButton id />
            </PlacePage>
        }
        .into_any();
    };
    let title = named(form.form.title.clone());
    let copyright = form.form.copyright.clone();
    let problems = form.form.problems.iter();
    let problems =
        problems.map(|problem| view! { <p class="small">{(words.problem)(problem)}</p> });
    let problems = problems.collect_view();
    if form.form.is_stopped() {
        return view! {
            <PlacePage place=Place::More>
                <BackHead to=Route::Forms(None) back=words.title title />
                <section class="card"><p>{words.stopped}</p>{problems}</section>
                <RemoveButton id />
            </PlacePage>
        }
        .into_any();
    }
    let id: Arc<str> = id.into();
    let form = Arc::new(form);
    let answers = {
        let id = id.clone();
        Memo::new(move |_| app.forms.get().answers(&id))
    };
    let found = {
        let form = form.clone();
        Memo::new(move |_| form.evaluate(&answers.read()))
    };
    let laid_out = {
        let form = form.clone();
        Memo::new(move |_| places(&form.form, &answers.read()))
    };
    let shown = Shown {
        app,
        id: id.clone(),
        form: form.clone(),
        found,
    };
    let questions = move || {
        let places = laid_out.get();
        let views = places
            .iter()
            .enumerate()
            .map(|(at, place)| place_view(&shown, at, place));
        views.collect_view()
    };
    let left = {
        let form = form.clone();
        move || {
            let found = found.get();
            let left = found.unanswered(&form.form);
            (words.left)(left)
        }
    };
    let outcome = RwSignal::new(None);
    let export = {
        let id = id.clone();
        move |_| outcome.set(Some(app.save_file(&app.forms.file(&id, &form))))
    };
    view! {
        <PlacePage place=Place::More>
            <BackHead to=Route::Forms(None) back=words.title title />
            <p class="no-print">{words.nobody_reads}</p>
            {problems}
            <div class="stack clinic-form">{questions}</div>
            <p role="status">{left}</p>
            <section class="card no-print">
                <p class="small soft">{words.export_text}</p>
                <div class="row">
                    <button type="button" class="btn btn-primary" on:click=export><Icon name="save" />{words.export}</button>
                    <PrintButton label=words.print parts=&["main"] />
                </div>
                <FileOutcome outcome />
            </section>
            {(!copyright.is_empty()).then(|| view! { <p class="small soft">{copyright}</p> })}
            <RemoveButton id=id.to_string() />
        </PlacePage>
    }
    .into_any()
}

/// Deleting asks once, in place.
#[component]
fn RemoveButton(id: String) -> impl IntoView {
    let app = use_app();
    let words = use_form_words();
    let asks = RwSignal::new(false);
    move || {
        let id = id.clone();
        match asks.get() {
            false => view! {
                <button type="button" class="btn no-print" on:click=move |_| asks.set(true)>{words.remove}</button>
            }
            .into_any(),
            true => view! {
                <section class="card no-print" role="status">
                    <p>{words.remove_ask}</p>
                    <div class="row">
                        <button type="button" class="btn btn-danger" on:click=move |_| {
                            app.forms.remove(&id);
                            page::go(&Route::Forms(None).href());
                        }>{words.remove_yes}</button>
                        <button type="button" class="btn" on:click=move |_| asks.set(false)>{words.remove_no}</button>
                    </div>
                </section>
            }
            .into_any(),
        }
    }
}

/// One item of the form in its place.
fn place_view(shown: &Shown, at: usize, place: &FormPlace) -> AnyView {
    let words = use_form_words();
    let item = shown.form.form.items[place.item].clone();
    let found = shown.found;
    if item.hidden {
        return ().into_any();
    }
    let is_hidden = {
        let parent = question_around(shown, place);
        move || {
            let found = found.read();
            // What belongs to an answer waits for it.
            let waits = |key: &String| found.answers.get(key).is_none_or(Vec::is_empty);
            !found.enabled.get(at).copied().unwrap_or_default()
                || parent.as_ref().is_some_and(waits)
        }
    };
    // What is not worked out says so in the place of the number.
    let reasons = item.problems.iter();
    let reasons = reasons.filter(|problem| problem.kind != ProblemKind::NotComputed);
    let reasons =
        reasons.map(|problem| view! { <p class="small soft">{(words.problem)(problem)}</p> });
    let reasons = reasons.collect_view();
    let inner = match item.kind {
        Kind::Group => group_view(shown, &item, place),
        Kind::Display => view! { <p>{item.text.clone()}</p> }.into_any(),
        _ if item.formula.is_some() => score_view(shown, at, &item),
        _ if item.is_asked() => fields::question_view(shown, at, &item, place),
        _ => {
            let why = match item.is_stopped() {
                true => words.on_paper,
                false => words.filled_by_clinic,
            };
            view! { <div class="field"><p class="label">{item.text.clone()}</p><p>{why}</p></div> }
                .into_any()
        }
    };
    view! { <div class="stack-s" hidden=is_hidden>{inner}{reasons}</div> }.into_any()
}

/// The key of the question that an item stands inside, when it does.
fn question_around(shown: &Shown, place: &FormPlace) -> Option<String> {
    let items = &shown.form.form.items;
    let item = &items[place.item];
    let parent = item
        .parent
        .filter(|parent| items[*parent].kind != Kind::Group)?;
    // Words to read stand with the question from the start.
    if item.kind == Kind::Display || items[parent].kind == Kind::Display {
        return None;
    }
    let found = shown.found.get_untracked();
    Some(found.places.get(place.parent?)?.key.clone())
}

fn group_view(shown: &Shown, item: &Item, place: &FormPlace) -> AnyView {
    let words = use_form_words();
    let Some(turn) = place.turns.last().filter(|_| item.repeats).copied() else {
        return view! { <h2>{item.text.clone()}</h2> }.into_any();
    };
    let times = times(&shown.found.get_untracked().answers, &place.key);
    let change = |by: usize, label: &'static str, shown: &Shown| {
        let (app, id, key) = (shown.app, shown.id.clone(), place.key.clone());
        view! {
            <button type="button" class="btn no-print" on:click=move |_| app.forms.answer(&id, &key, vec![by.to_string()])>{label}</button>
        }
    };
    let most = item.most.unwrap_or(MOST_TIMES).min(MOST_TIMES);
    let buttons = (turn + 1 == times).then(|| {
        let add = (times < most).then(|| change(times + 1, words.add, shown));
        let off = (times > 1).then(|| change(times - 1, words.take_off, shown));
        view! { <div class="row">{add}{off}</div> }
    });
    view! { <h2>{item.text.clone()}" – "{(words.turn)(turn + 1)}</h2>{buttons} }.into_any()
}

/// What the form computes.
fn score_view(shown: &Shown, at: usize, item: &Item) -> AnyView {
    let words = use_form_words();
    let found = shown.found;
    let text = item.text.clone();
    let item = item.clone();
    let value = move || match found.read().outcomes.get(&at) {
        Some(Outcome::Given(given)) if !given.is_empty() => {
            let shown: Vec<String> = given.iter().map(|typed| in_words(&item, typed)).collect();
            format!("{}. {}", shown.join(", "), words.computed)
        }
        Some(Outcome::NotComputed(why)) => {
            format!("{} {}", (words.not_computed)(why), words.on_paper)
        }
        _ => words.not_yet.to_owned(),
    };
    view! { <div class="card"><p class="label">{text}</p><p role="status">{value}</p></div> }
        .into_any()
}

fn in_words(item: &Item, typed: &str) -> String {
    match item.option(typed) {
        Some(option) => option.label.clone(),
        None => typed.trim_start_matches(OWN_WORDS).to_owned(),
    }
}
