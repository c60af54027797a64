//! Owns the page of the lock: setting it with a clear warning, and, once it is set, closing, changing and taking it off.

use leptos::prelude::*;

use crate::domain::settings::LockAfter;
use crate::state::lock::LockTrouble;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::passphrase::PassphraseField;
use crate::ui::route::Route;

/// Fewest characters of a new passphrase. Ours: four words come to more, and 600,000 rounds make up for a part of the rest.
const LEAST_CHARACTERS: usize = 12;

#[component]
pub fn LockPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    view! {
        <PlacePage place=Place::More>
            <BackHead to=Route::More back=t.nav_more title=words.lock />
            {if app.lock.is_set() {
                view! { <IsSet /> }.into_any()
            } else if app.lock.is_possible() {
                view! { <SetIt /> }.into_any()
            } else {
                view! { <p>{words.lock_not_possible}</p> }.into_any()
            }}
        </PlacePage>
    }
}

/// What became of what was asked for.
#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Nothing,
    Working,
    Done,
    Refused(LockTrouble),
    /// Something is missing in what was typed.
    TooShort,
    Differs,
    NotUnderstood,
}

#[component]
fn OutcomeLine(outcome: RwSignal<Outcome>, done: &'static str) -> impl IntoView {
    let t = use_messages();
    let words = t.safety;
    let problem = move || match outcome.get() {
        Outcome::Refused(why) => Some((words.trouble)(why)),
        Outcome::TooShort => Some((words.passphrase_short)(LEAST_CHARACTERS)),
        Outcome::Differs => Some(words.passphrase_differs.to_owned()),
        Outcome::NotUnderstood => Some(words.lock_not_understood.to_owned()),
        _ => None,
    };
    let news = move || match outcome.get() {
        Outcome::Working => Some(words.lock_working),
        Outcome::Done => Some(done),
        _ => None,
    };
    view! {
        <p role="alert" class="error">{move || problem().map(|problem| view! { <Icon name="warning" /><span>{problem}</span> })}</p>
        <p role="status">{news}</p>
    }
}

#[component]
fn SetIt() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_understood = RwSignal::new(false);
    let outcome = RwSignal::new(Outcome::Nothing);
    let set = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if outcome.get_untracked() == Outcome::Working {
            return;
        }
        if let Some(problem) = problem_of(first, second) {
            return outcome.set(problem);
        }
        if !is_understood.get_untracked() {
            return outcome.set(Outcome::NotUnderstood);
        }
        outcome.set(Outcome::Working);
        leptos::task::spawn_local(async move {
            match app.lock.set(first.get_untracked()).await {
                // It opens with the passphrase that was just set: the best moment to find out that it is not the right one.
                Ok(()) => {
                    page::replace(&Route::Today.href());
                    page::reload();
                }
                Err(why) => outcome.set(Outcome::Refused(why)),
            }
        });
    };
    view! {
        <p>{words.lock_text}</p>
        <Note kind=NoteKind::Warn heading=words.lock_no_way_back>
            <p>{words.lock_no_way_back_text}</p>
        </Note>
        <p class="small soft">{words.lock_limits}</p>
        <section class="card">
            <p>{(t.last_copy)(app.preferences.get().last_backup)}</p>
            <p><a href=Route::Share.href()>{words.delete_save_first}</a></p>
        </section>
        <form class="stack" on:submit=set>
            <PassphraseField id="first" label=words.passphrase hint=words.passphrase_hint typed=first />
            <PassphraseField id="second" label=words.passphrase_again typed=second />
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=is_understood
                    on:change=move |event| is_understood.set(event_target_checked(&event))
                />
                <span class="name">{words.lock_understood}</span>
            </label>
            <OutcomeLine outcome done="" />
            <button type="submit" class="btn btn-primary btn-big btn-wide"><Icon name="lock" />{words.lock_set}</button>
        </form>
    }
}

fn problem_of(first: RwSignal<String>, second: RwSignal<String>) -> Option<Outcome> {
    let is_short = first.with_untracked(|typed| typed.chars().count() < LEAST_CHARACTERS);
    let differs = first.with_untracked(|first| second.with_untracked(|second| first != second));
    match (is_short, differs) {
        (true, _) => Some(Outcome::TooShort),
        (_, true) => Some(Outcome::Differs),
        _ => None,
    }
}

#[component]
fn IsSet() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    let options = LockAfter::ALL.into_iter().map(|after| {
        let is_chosen = app.preferences.get().lock_after == after;
        view! { <option value=after.minutes().to_string() selected=is_chosen>{(words.after)(after)}</option> }
    });
    view! {
        <Note kind=NoteKind::Ok heading=words.lock_is_set icon="lock"><p>{words.lock_is_set_text}</p></Note>
        <button type="button" class="btn btn-primary btn-big btn-wide" on:click=move |_| app.lock.close()>
            <Icon name="lock" />
            {words.lock_now}
        </button>
        <section class="card">
            <div class="setting">
                <label for="lock-after">{words.lock_after}</label>
                <select
                    class="select"
                    id="lock-after"
                    on:change=move |event| {
                        let minutes = event_target_value(&event);
                        let after = LockAfter::ALL.into_iter().find(|after| after.minutes().to_string() == minutes);
                        app.preferences.change(|settings| settings.lock_after = after.unwrap_or_default());
                    }
                >
                    {options.collect_view()}
                </select>
                <span class="hint">{words.lock_after_hint}</span>
            </div>
        </section>
        <ChangeIt />
        <TakeOff />
    }
}

#[component]
fn ChangeIt() -> impl IntoView {
    let app = use_app();
    let words = use_messages().safety;
    let present = RwSignal::new(String::new());
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let outcome = RwSignal::new(Outcome::Nothing);
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(problem) = problem_of(first, second) {
            return outcome.set(problem);
        }
        outcome.set(Outcome::Working);
        leptos::task::spawn_local(async move {
            let done = app
                .lock
                .change(present.get_untracked(), first.get_untracked())
                .await;
            for typed in [present, first, second] {
                typed.set(String::new());
            }
            outcome.set(done.map_or_else(Outcome::Refused, |()| Outcome::Done));
        });
    };
    view! {
        <details class="card">
            <summary>{words.lock_change}</summary>
            <form class="stack" on:submit=change>
                <PassphraseField id="present" label=words.passphrase_present typed=present is_present=true />
                <PassphraseField id="first" label=words.passphrase_new hint=words.passphrase_hint typed=first />
                <PassphraseField id="second" label=words.passphrase_again typed=second />
                <p class="small">{words.lock_no_way_back_text}</p>
                <OutcomeLine outcome done=words.lock_changed />
                <button type="submit" class="btn btn-wide">{words.lock_change_now}</button>
            </form>
        </details>
    }
}

#[component]
fn TakeOff() -> impl IntoView {
    let app = use_app();
    let words = use_messages().safety;
    let present = RwSignal::new(String::new());
    let outcome = RwSignal::new(Outcome::Nothing);
    let take_off = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        outcome.set(Outcome::Working);
        leptos::task::spawn_local(async move {
            match app.lock.take_off(present.get_untracked()).await {
                Ok(()) => page::reload(),
                Err(why) => {
                    present.set(String::new());
                    outcome.set(Outcome::Refused(why));
                }
            }
        });
    };
    view! {
        <details class="card">
            <summary>{words.lock_take_off}</summary>
            <form class="stack" on:submit=take_off>
                <p>{words.lock_take_off_text}</p>
                <PassphraseField id="take-off" label=words.passphrase_present typed=present is_present=true />
                <OutcomeLine outcome done="" />
                <button type="submit" class="btn btn-wide">{words.lock_take_off_now}</button>
            </form>
        </details>
    }
}
