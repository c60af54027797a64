//! Owns what is said about the parts of a file that cannot be read: before it is put in, and after.

use leptos::prelude::*;

use crate::state::exchange::{Preview, Unread};
use crate::state::use_messages;

/// Which parts these are, by name and number; nothing while all can be read.
#[component]
pub fn UnreadParts(unread: Vec<Unread>, text: &'static str) -> impl IntoView {
    let t = use_messages();
    let words = t.kept;
    let n_all: usize = unread.iter().map(|part| part.n_pieces.unwrap_or(1)).sum();
    (n_all > 0).then(|| {
        let lines = unread.into_iter().map(|part| {
            let name = (t.safety.aside_part)(&part.name);
            let which = (words.unread_which)(&part.pieces).into_iter();
            let which: Vec<_> = which.map(|asked| view! { <li>{asked}</li> }).collect();
            let which = (!which.is_empty()).then(|| view! { <ul>{which}</ul> });
            view! { <li>{name}": "{(words.unread_how_much)(part.n_pieces)}{which}</li> }
        });
        view! {
            <div class="stack-s">
                <p><b>{(words.unread)(n_all)}</b></p>
                <ul class="dashes">{lines.collect_view()}</ul>
                <p>{text}</p>
            </div>
        }
    })
}

/// What a file adds when it adds nothing.
pub fn adds_nothing(preview: &Preview) -> &'static str {
    let t = use_messages();
    match preview {
        preview if preview.is_unreadable() => t.kept.unread_all,
        preview if !preview.unread.is_empty() => t.kept.unread_rest_is_here,
        preview if preview.is_empty => t.kept.file_says_nothing,
        _ => t.share.adds_nothing,
    }
}
