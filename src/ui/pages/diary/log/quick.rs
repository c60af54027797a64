//! Owns the quick log: can it be borne, what can I do, a number. The first tap already saves.

use leptos::prelude::*;

use super::control::{Answers, Scale};
use super::draft::Draft;
use crate::domain::diary::entry::CanDo;
use crate::state::use_messages;

/// The three taps.
#[component]
pub fn ThreeTaps(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let can_do = vec![
        (CanDo::Most, t.can_most),
        (CanDo::Some, t.can_some),
        (CanDo::Little, t.can_little),
        (CanDo::LyingDown, t.can_lying),
    ];
    view! {
        <Answers
            name="bearable"
            legend=words.ask_bearable
            answers=vec![(true, words.bearable), (false, words.unbearable)]
            chosen=draft.get(|entry| entry.bearable)
            on_choose=Callback::new(move |answer| draft.change(|entry| entry.bearable = answer))
        />
        <Answers
            name="can-do"
            legend=t.log_can_do
            answers=can_do
            chosen=draft.get(|entry| entry.can_do)
            on_choose=Callback::new(move |answer| draft.change(|entry| entry.can_do = answer))
        />
        <Scale
            name="pain"
            legend=t.log_pain
            chosen=draft.get(|entry| entry.pain)
            on_choose=Callback::new(move |level| draft.change(|entry| entry.pain = Some(level)))
            ends=Some((t.pain_low, t.pain_high))
            zero=t.no_pain
            plain=false
        />
    }
}
