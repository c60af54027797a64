//! Owns notes: an icon, a heading, a sentence, and at most two buttons.

use leptos::prelude::*;

use super::icon::Icon;

/// What a note is about; the icon and the colour say the same as the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    Info,
    Ok,
    Warn,
    Danger,
}

impl NoteKind {
    fn class(self) -> &'static str {
        match self {
            NoteKind::Info => "note",
            NoteKind::Ok => "note note-ok",
            NoteKind::Warn => "note note-warn",
            NoteKind::Danger => "note note-danger",
        }
    }

    fn icon(self) -> &'static str {
        match self {
            NoteKind::Info => "info",
            NoteKind::Ok => "check",
            NoteKind::Warn | NoteKind::Danger => "warning",
        }
    }
}

/// A note with a heading and whatever stands under it.
#[component]
pub fn Note(
    kind: NoteKind,
    #[prop(into)] heading: String,
    #[prop(optional)] icon: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class=kind.class()>
            <Icon name=icon.unwrap_or(kind.icon()) />
            <h2>{heading}</h2>
            {children()}
        </section>
    }
}
