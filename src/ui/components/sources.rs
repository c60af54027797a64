//! Owns the list of sources under a text, behind one line that opens.

use leptos::prelude::*;

use crate::knowledge::Cited;
use crate::state::use_messages;

/// Each source with its document; marked when it was cited from knowledge.
#[component]
pub fn Sources(sources: Vec<Cited>) -> impl IntoView {
    let t = use_messages();
    (!sources.is_empty()).then(|| {
        view! {
            <details class="small">
                <summary>{t.sources_title}</summary>
                <ul class="stack-s">
                    {sources
                        .into_iter()
                        .map(|cited| view! {
                            <li>
                                {cited.source.cite}
                                {cited.from_knowledge.then(|| view! { <span class="soft">" "{t.from_knowledge}</span> })}
                            </li>
                        })
                        .collect_view()}
                </ul>
            </details>
        }
    })
}
