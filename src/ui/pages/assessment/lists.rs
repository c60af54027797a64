//! Owns the two lists of the assessment: medicines in use, and treatments tried.

use leptos::prelude::*;

use crate::domain::ids::TherapyId;
use crate::domain::questionnaire::model::{Answer, Effect, Medicine, Tried};
use crate::knowledge::{Item, THERAPIES, Therapy, TherapyGroup};
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::LineField;
use crate::ui::components::icon::Icon;

/// Medicines in the person's own words, one card each.
#[component]
pub fn MedicinesControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let list = move || match app.assessment.answer(item) {
        Some(Answer::Medicines(list)) => list,
        _ => Vec::new(),
    };
    let count = Memo::new(move |_| list().len());
    let give = move |list: Vec<Medicine>| app.assessment.give(item, Answer::Medicines(list));
    let change = move |place: usize, change: &dyn Fn(&mut Medicine)| {
        let mut medicines = list();
        if let Some(medicine) = medicines.get_mut(place) {
            change(medicine);
            give(medicines);
        }
    };
    let card = move |place: usize| {
        let field = move |read: fn(&Medicine) -> &String| {
            Signal::derive(move || {
                list()
                    .get(place)
                    .map(|medicine| read(medicine).clone())
                    .unwrap_or_default()
            })
        };
        view! {
            <li class="card">
                <LineField
                    id=format!("medicine-{place}-name")
                    label=t.medicine_name
                    value=field(|medicine| &medicine.name)
                    on_input=Callback::new(move |typed: String| change(place, &|m| m.name.clone_from(&typed)))
                />
                <LineField
                    id=format!("medicine-{place}-dose")
                    label=t.medicine_dose
                    hint=t.medicine_dose_hint
                    value=field(|medicine| &medicine.dose)
                    on_input=Callback::new(move |typed: String| change(place, &|m| m.dose.clone_from(&typed)))
                />
                <LineField
                    id=format!("medicine-{place}-problems")
                    label=t.medicine_problems
                    value=field(|medicine| &medicine.problems)
                    on_input=Callback::new(move |typed: String| change(place, &|m| m.problems.clone_from(&typed)))
                />
                <button
                    type="button"
                    class="btn btn-quiet"
                    on:click=move |_| {
                        let mut medicines = list();
                        if place < medicines.len() {
                            medicines.remove(place);
                            give(medicines);
                        }
                    }
                >
                    <Icon name="delete" />
                    {move || (t.medicine_remove)(&field(|medicine| &medicine.name).get())}
                </button>
            </li>
        }
    };
    let none = Signal::derive(
        move || matches!(app.assessment.answer(item), Some(Answer::Medicines(list)) if list.is_empty()),
    );
    view! {
        <ol class="stack">{move || (0..count.get()).map(card).collect_view()}</ol>
        <button
            type="button"
            class="btn btn-wide"
            on:click=move |_| {
                let mut medicines = list();
                medicines.push(Medicine::default());
                give(medicines);
            }
        >
            <Icon name="plus" />
            {t.medicine_add}
        </button>
        {move || (count.get() == 0).then(|| view! {
            <div class="choices">
                <CheckRow
                    label=t.medicine_none.to_owned()
                    checked=none
                    on_change=Callback::new(move |ticked| {
                        if ticked { give(Vec::new()) } else { app.assessment.take_back(item) }
                    })
                />
            </div>
        })}
    }
}

/// Groups of treatments in the order in which people think of them.
const GROUPS: [TherapyGroup; 6] = [
    TherapyGroup::Medicine,
    TherapyGroup::Physical,
    TherapyGroup::Psych,
    TherapyGroup::Procedure,
    TherapyGroup::Selfcare,
    TherapyGroup::Programme,
];

/// Treatments of the catalogue, to tick; each ticked one opens "how did it go".
#[component]
pub fn TriedControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let search = RwSignal::new(String::new());
    let list = move || match app.assessment.answer(item) {
        Some(Answer::Tried(list)) => list,
        _ => Vec::new(),
    };
    let is_tried = move |therapy: &'static Therapy| {
        Signal::derive(move || {
            list()
                .iter()
                .any(|tried| tried.therapy.as_str() == therapy.id)
        })
    };
    let tick = move |therapy: &'static Therapy, now: bool| {
        let mut tried = list();
        tried.retain(|known| known.therapy.as_str() != therapy.id);
        if now {
            tried.push(Tried {
                therapy: TherapyId::from(therapy.id),
                effect: None,
                detail: String::new(),
                still_using: false,
            });
        }
        app.assessment.give(item, Answer::Tried(tried));
    };
    let groups = GROUPS
        .into_iter()
        .map(|group| {
            let therapies: Vec<&'static Therapy> =
                THERAPIES.iter().filter(|therapy| therapy.group == group).collect();
            let count = {
                let therapies = therapies.clone();
                move || therapies.iter().filter(|therapy| is_tried(therapy).get()).count()
            };
            let open = {
                let count = count.clone();
                move || count() > 0 || search.read().trim().chars().count() >= 2
            };
            let hidden = {
                let therapies = therapies.clone();
                move || !therapies.iter().any(|therapy| fits(therapy, &search.read()))
            };
            let rows = therapies
                .into_iter()
                .map(|therapy| {
                    view! {
                        <div class="sign" hidden=move || !fits(therapy, &search.read())>
                            <CheckRow
                                label=therapy.name.to_owned()
                                checked=is_tried(therapy)
                                on_change=Callback::new(move |now| tick(therapy, now))
                            />
                            {move || is_tried(therapy).get().then(|| view! { <HowItWent item therapy /> })}
                        </div>
                    }
                })
                .collect_view();
            view! {
                <details class="card group" open=open hidden=hidden>
                    <summary>
                        <b>{(t.therapy_group)(group)}</b>
                        <span class="soft">{move || (t.n_chosen)(count())}</span>
                    </summary>
                    <div class="choices">{rows}</div>
                </details>
            }
        })
        .collect_view();
    let none = Signal::derive(
        move || matches!(app.assessment.answer(item), Some(Answer::Tried(list)) if list.is_empty()),
    );
    view! {
        <LineField
            id="search".to_owned()
            label=t.tried_search
            hint=t.tried_search_hint
            value=search
            on_input=Callback::new(move |typed| search.set(typed))
        />
        <div class="stack-s">{groups}</div>
        {move || list().is_empty().then(|| view! {
            <div class="choices">
                <CheckRow
                    label=t.tried_none.to_owned()
                    checked=none
                    on_change=Callback::new(move |ticked| {
                        if ticked {
                            app.assessment.give(item, Answer::Tried(Vec::new()));
                        } else {
                            app.assessment.take_back(item);
                        }
                    })
                />
            </div>
        })}
    }
}

/// Whether a treatment is found by what was typed.
fn fits(therapy: &Therapy, typed: &str) -> bool {
    therapy
        .name
        .to_lowercase()
        .contains(&typed.trim().to_lowercase())
}

#[component]
fn HowItWent(item: &'static Item, therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let tried = move || match app.assessment.answer(item) {
        Some(Answer::Tried(list)) => list
            .into_iter()
            .find(|tried| tried.therapy.as_str() == therapy.id),
        _ => None,
    };
    let change = move |change: &dyn Fn(&mut Tried)| {
        let Some(Answer::Tried(mut list)) = app.assessment.answer_untracked(item) else {
            return;
        };
        if let Some(tried) = list
            .iter_mut()
            .find(|tried| tried.therapy.as_str() == therapy.id)
        {
            change(tried);
            app.assessment.give(item, Answer::Tried(list));
        }
    };
    let effects = [
        ("helped", Effect::Helped, t.tried_helped),
        ("no_help", Effect::NoHelp, t.tried_no_help),
        ("bad_for", Effect::BadFor, t.tried_bad_for),
    ];
    let chosen = Signal::derive(move || {
        let effect = tried()?.effect?;
        effects
            .iter()
            .find(|(_, known, _)| *known == effect)
            .map(|(id, _, _)| (*id).to_owned())
    });
    let rows = effects
        .iter()
        .map(|(id, _, label)| ChoiceRow {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    let still_using = Signal::derive(move || tried().is_some_and(|tried| tried.still_using));
    let detail = Signal::derive(move || tried().map(|tried| tried.detail).unwrap_or_default());
    view! {
        <fieldset class="sign-when stack-s">
            <legend class="label">{(t.tried_how)(therapy.name)}</legend>
            <RadioRows
                name=format!("tried-{}", therapy.id)
                rows
                chosen
                on_choose=Callback::new(move |id: String| {
                    let effect = effects.iter().find(|(known, _, _)| *known == id).map(|(_, effect, _)| *effect);
                    change(&|tried| tried.effect = effect);
                })
            />
            <LineField
                id=format!("tried-{}-detail", therapy.id)
                label=t.tried_detail
                hint=t.tried_detail_hint
                value=detail
                on_input=Callback::new(move |typed: String| change(&|tried| tried.detail.clone_from(&typed)))
            />
            <CheckRow
                label=t.tried_still.to_owned()
                checked=still_using
                on_change=Callback::new(move |now| change(&|tried| tried.still_using = now))
            />
        </fieldset>
    }
}
