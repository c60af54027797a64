//! Owns the button that reads a part of a page aloud.

use leptos::prelude::*;

use super::icon::Icon;
use crate::state::{page, use_messages};

/// Reads the element with this id, and stops when it is pressed again or the page is left. Not there where the device has no
/// voice of its own.
#[component]
pub fn ReadAloud(
    /// The id of what is read.
    of: &'static str,
    /// Only its drawing is seen, where there is little room.
    #[prop(default = false)]
    small: bool,
) -> impl IntoView {
    let t = use_messages();
    let can = RwSignal::new(false);
    let speaks = RwSignal::new(false);
    can.set(page::can_speak(t.language, move || _ = can.try_set(true)));
    on_cleanup(page::be_quiet);
    let press = move |_| {
        if speaks.get_untracked() {
            page::be_quiet();
        } else {
            page::speak(of, t.language, move || _ = speaks.try_set(false));
        }
        speaks.update(|speaks| *speaks = !*speaks);
    };
    move || {
        can.get().then(|| {
            let (icon, name) = match speaks.get() {
                true => ("close", t.stop_reading),
                false => ("sound", t.read_aloud),
            };
            view! {
                <button type="button" class=if small { "btn btn-icon no-print" } else { "btn btn-quiet no-print" } on:click=press>
                    <Icon name=icon />
                    <span class:sr=small>{name}</span>
                </button>
            }
        })
    }
}
