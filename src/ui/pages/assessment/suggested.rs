//! Owns the questions what a typed name counts as: one tap each. Nothing is preselected.

use leptos::prelude::*;

use crate::domain::questionnaire::model::Answer;
use crate::knowledge::{FactId, ITEMS, Item, ItemKind, Word, fact};
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{ChoiceRow, RadioRows};

/// The questions about one record, under the field in which its name was typed. The answer stays to be changed.
#[component]
pub fn Suggestions(item: &'static Item, record: usize) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    // What is asked, without the answers: a tap must not draw anew what is under the finger.
    let asked = Memo::new(move |_| {
        let all = app.assessment.suggested(item, record).into_iter();
        all.map(|each| (each.fact, each.word)).collect::<Vec<_>>()
    });
    let question = move |(id, word): (FactId, Word)| {
        let said = Signal::derive(move || {
            let all = app.assessment.suggested(item, record);
            let said = all.iter().find(|each| each.word == word)?.said?;
            Some(if said { "yes" } else { "no" }.to_owned())
        });
        let rows = [("yes", t.yes), ("no", t.no)].map(|(id, label)| ChoiceRow {
            id: id.to_owned(),
            label: label.to_owned(),
            hint: String::new(),
        });
        view! {
            <fieldset class="stack-s yes-no">
                <legend>{move || (t.assessment.count_as)(&app.assessment.typed_name(item, record), id.label(word))}</legend>
                <RadioRows
                    name=format!("counts-{}-{record}-{}", item.id, word.text())
                    rows=rows.to_vec()
                    chosen=said
                    on_choose=Callback::new(move |chosen: String| {
                        app.assessment.say_counts(item, record, word, chosen == "yes");
                    })
                />
            </fieldset>
        }
    };
    move || asked.get().into_iter().map(question).collect_view()
}

/// Over the list of illnesses or of kinds of medicine: what was typed elsewhere and may count as one of them.
#[component]
pub fn TypedElsewhere(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let kind = match item.fact {
        Some(fact::CONDITIONS) => ItemKind::Diagnoses,
        Some(fact::CURRENT_MEDS) => ItemKind::Medicines,
        _ => return ().into_any(),
    };
    let Some(typed) = ITEMS.iter().find(|item| item.kind == kind) else {
        return ().into_any();
    };
    let count = Memo::new(move |_| match app.assessment.answer(typed) {
        Some(Answer::Diagnoses(list)) => list.len(),
        Some(Answer::Medicines(list)) => list.len(),
        _ => 0,
    });
    let each = move |record| view! { <Suggestions item=typed record /> };
    view! { {move || (0..count.get()).map(each).collect_view()} }.into_any()
}
