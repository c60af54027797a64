//! Owns the note about medicines that do not go together, by their names.

use leptos::prelude::*;

use super::note::{Note, NoteKind};
use crate::domain::medicines::pairs::{Clash, most_urgent};
use crate::knowledge::Urgency;
use crate::state::use_medicine_words;

/// What does not go together and how soon to ask; nothing while everything does.
#[component]
pub fn ClashNote(clashes: Vec<Clash>) -> impl IntoView {
    let words = use_medicine_words();
    let urgency = most_urgent(&clashes)?;
    let of_diary = clashes.iter().any(|clash| clash.of_the_diary);
    let kind = match urgency {
        Urgency::Today | Urgency::Days => NoteKind::Danger,
        Urgency::Week => NoteKind::Warn,
    };
    let sentences = clashes
        .iter()
        .map(|clash| view! { <li>{clash.sentence()}</li> })
        .collect_view();
    Some(view! {
        <Note kind heading=words.clash_title>
            <ul class="stack-s">{sentences}</ul>
            {of_diary.then(|| view! { <p>{words.clash_from_diary}</p> })}
            <p><b>{(words.clash_ask)(urgency)}</b></p>
        </Note>
    })
}
