//! Owns the list of sources under a text, behind one line that opens.

use leptos::prelude::*;

use crate::knowledge::Cited;
use crate::state::use_messages;

/// Each source that somebody has seen, with its document. What was cited from knowledge alone is in the clinician's
/// review document: a patient cannot look it up, and we have not.
#[component]
pub fn Sources(sources: Vec<Cited>) -> impl IntoView {
    let t = use_messages();
    let sources: Vec<Cited> = sources.into_iter().filter(Cited::was_seen).collect();
    (!sources.is_empty()).then(|| {
        view! {
            <details class="small">
                <summary>{t.sources_title}</summary>
                <ul class="stack-s">
                    {sources
                        .into_iter()
                        .map(|cited| view! {
                            <li>{cited.source.cite}</li>
                        })
                        .collect_view()}
                </ul>
            </details>
        }
    })
}
