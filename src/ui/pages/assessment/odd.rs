//! Owns the kind note beside an answer that cannot be right as it stands.

use leptos::prelude::*;

use crate::domain::questionnaire::findings::Finding;
use crate::knowledge::Item;
use crate::state::{use_app, use_messages};
use crate::ui::components::icon::Icon;

/// What is odd about an answer, or about one of its records, in a sentence; nothing when all is well.
pub fn odd_sentence(item: &'static Item, record: Option<usize>) -> Option<String> {
    sentences(item, Some(record)).into_iter().next()
}

/// Every note about an answer, or about one of its records, under its control.
#[component]
pub fn Oddities(
    item: &'static Item,
    /// A record of a list, or none for the answer as a whole; left out: everything.
    #[prop(optional)]
    record: Option<Option<usize>>,
) -> impl IntoView {
    move || {
        sentences(item, record)
            .into_iter()
            .map(|sentence| {
                view! {
                    <p class="error" role="status">
                        <Icon name="warning" />
                        <span>{sentence}</span>
                    </p>
                }
            })
            .collect_view()
    }
}

fn sentences(item: &'static Item, record: Option<Option<usize>>) -> Vec<String> {
    let app = use_app();
    let t = use_messages();
    let here = |finding: &Finding| record.is_none_or(|record| finding.record == record);
    app.assessment
        .findings(item)
        .iter()
        .filter(|finding| here(finding))
        .map(|finding| (t.assessment.odd)(&finding.odd, item))
        .collect()
}
