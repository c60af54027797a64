//! Owns the page of a closed lock: the passphrase, and what is left to do without it.

use std::time::Duration;

use leptos::prelude::*;

use crate::state::gate::Gate;
use crate::state::lock::LockTrouble;
use crate::state::{page, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::passphrase::PassphraseField;

#[component]
pub fn UnlockPage(gate: Gate) -> impl IntoView {
    let t = use_messages();
    let words = t.safety;
    let passphrase = RwSignal::new(String::new());
    let trouble = RwSignal::new(gate.trouble());
    let is_busy = RwSignal::new(false);
    let by_itself = gate.was_closed_by_itself();
    let wait = Wait::new(gate);
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() || wait.is_on_untracked() {
            return;
        }
        is_busy.set(true);
        trouble.set(None);
        leptos::task::spawn_local(async move {
            let opened = gate.open_with(passphrase.get_untracked()).await;
            // On success the page is gone, and with it what was typed.
            if let Err(why) = opened {
                is_busy.set(false);
                passphrase.set(String::new());
                trouble.set(Some(why));
                wait.begin();
                page::focus(FIELD);
            }
        });
    };
    if gate.trouble().is_none() {
        // The page took the place of another one, or was just opened: whoever listens hears what it wants.
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            page::focus(FIELD);
        });
    }
    let label = move || match (is_busy.get(), wait.left.get()) {
        (true, _) => words.opening.to_owned(),
        (false, 0) => words.open.to_owned(),
        (false, seconds) => (words.open_in)(seconds),
    };
    let said = move || {
        trouble.get().map(|why| {
            // The seconds stand on the button: in two places they would differ.
            let text = match (why, wait.is_over.get()) {
                (LockTrouble::WaitSeconds(_), false) => words.open_wait.to_owned(),
                (LockTrouble::WaitSeconds(_), true) => {
                    (words.trouble)(LockTrouble::WrongPassphrase)
                }
                (why, _) => (words.trouble)(why),
            };
            view! { <Icon name="warning" /><span>{text}</span> }
        })
    };
    view! {
        <div class="app">
            <main class="page page-narrow" id="main" tabindex="-1">
                <header class="stack">
                    <h1>{words.locked}</h1>
                    <p role="status">{by_itself.then_some(words.locked_by_itself)}</p>
                    <p>{words.locked_text}</p>
                </header>
                <form class="stack" on:submit=open hidden=gate.trouble().is_some()>
                    <PassphraseField id=FIELD label=words.passphrase typed=passphrase is_present=true />
                    <button
                        type="submit"
                        class="btn btn-primary btn-big btn-wide"
                        // It stays where the focus is while the seconds run.
                        aria-disabled=move || (is_busy.get() || wait.is_on()).to_string()
                    >
                        {label}
                    </button>
                </form>
                <p role="alert" class="error">{said}</p>
                <p role="status">{move || wait.is_over.get().then_some(words.open_again)}</p>
                <Forgotten gate />
            </main>
        </div>
    }
}

const FIELD: &str = "passphrase";

/// The seconds until the next passphrase may be tried, counted down on the page.
#[derive(Clone, Copy)]
struct Wait {
    gate: Gate,
    left: RwSignal<u32>,
    is_over: RwSignal<bool>,
}

impl Wait {
    /// One that was begun before the page was loaded again goes on.
    fn new(gate: Gate) -> Self {
        let wait = Self {
            gate,
            left: RwSignal::new(0),
            is_over: RwSignal::new(false),
        };
        wait.begin();
        wait
    }

    fn begin(self) {
        let left = self.gate.seconds_to_wait();
        self.is_over.set(false);
        self.left.set(left);
        if left > 0 {
            self.tick();
        }
    }

    fn tick(self) {
        set_timeout(
            move || {
                let left = self.gate.seconds_to_wait();
                // The page may be gone by then.
                if self.left.try_set(left).is_some() {
                    return;
                }
                match left {
                    0 => self.is_over.set(true),
                    _ => self.tick(),
                }
            },
            Duration::from_millis(500),
        );
    }

    fn is_on(self) -> bool {
        self.left.get() > 0
    }

    fn is_on_untracked(self) -> bool {
        self.left.get_untracked() > 0
    }
}

#[component]
fn Forgotten(gate: Gate) -> impl IntoView {
    let t = use_messages();
    let words = t.safety;
    let is_asked = RwSignal::new(false);
    let outcome = RwSignal::new(None);
    let delete = move |_| {
        leptos::task::spawn_local(async move {
            match gate.delete_everything().await {
                true => gate.load_again(),
                false => outcome.set(Some(words.not_deleted)),
            }
        });
    };
    let save = move |_| {
        let taken = gate.save_sealed_copy();
        outcome.set(Some(if taken {
            t.share.saved
        } else {
            t.share.not_saved
        }));
    };
    view! {
        <details class="more">
            <summary>{words.forgotten}</summary>
            <div class="stack">
                <p>{words.forgotten_text}</p>
                <button type="button" class="btn" on:click=save><Icon name="save" />{words.forgotten_copy}</button>
                {move || if is_asked.get() {
                    view! {
                        <Note kind=NoteKind::Danger heading=words.forgotten_delete_sure>
                            <div class="row">
                                <button type="button" class="btn btn-danger" on:click=delete>{t.more_delete_yes}</button>
                                <button type="button" class="btn" on:click=move |_| is_asked.set(false)>{t.more_delete_no}</button>
                            </div>
                        </Note>
                    }.into_any()
                } else {
                    view! {
                        <button type="button" class="btn" on:click=move |_| is_asked.set(true)>{words.forgotten_delete}</button>
                    }.into_any()
                }}
                <p role="status">{move || outcome.get()}</p>
            </div>
        </details>
    }
}
