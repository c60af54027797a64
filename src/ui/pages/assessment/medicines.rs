//! Owns the list of medicines in use: one card each, with the totals of a day under them.

use leptos::prelude::*;

use super::month::MonthField;
use super::odd::Oddities;
use super::suggested::Suggestions;
use crate::domain::medicines::sums::{DayStanding, Sum};
use crate::domain::questionnaire::model::{Answer, Medicine, Often};
use crate::domain::treatments::amounts::OpioidBand;
use crate::knowledge::Item;
use crate::state::{use_app, use_medicine_words, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::fields::{LineField, focus_when_drawn};
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::Ladder;
use crate::ui::components::note::{Note, NoteKind};

const OFTEN: [(&str, Often); 4] = [
    ("daily", Often::Daily),
    ("most_days", Often::MostDays),
    ("some_days", Often::SomeDays),
    ("rarely", Often::Rarely),
];

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
    let none = Signal::derive(
        move || matches!(app.assessment.answer(item), Some(Answer::Medicines(list)) if list.is_empty()),
    );
    view! {
        <ol class="stack">{move || (0..count.get()).map(|place| view! { <MedicineCard item place /> }).collect_view()}</ol>
        <button
            type="button"
            class="btn btn-wide"
            on:click=move |_| {
                let mut medicines = list();
                let place = medicines.len();
                medicines.push(Medicine::default());
                give(medicines);
                // Its first line stands before the button that was pressed.
                focus_when_drawn(format!("medicine-{place}-name"));
            }
        >
            <Icon name="plus" />
            {t.medicine_add}
        </button>
        <Totals item />
        {move || view! { <ClashNote clashes=app.assessment.clashes().to_vec() /> }}
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

/// What the list adds up to in a day: for the person to see, and for the specialist; never advice.
#[component]
fn Totals(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_medicine_words();
    move || {
        let (day, band) = app.assessment.daily_totals(item);
        let totals = &day.totals;
        let above = totals.iter().any(Sum::is_above_label);
        let surely = totals
            .iter()
            .any(|sum| sum.standing == DayStanding::OverMost);
        let advice = match surely {
            true => t.assessment.above_label,
            false => words.may_be_over,
        };
        let lines = totals
            .iter()
            .map(|sum| view! { <li>{(words.list_line)(sum)}</li> })
            .collect_view();
        let twice = day
            .twice
            .iter()
            .map(|twice| view! { <li>{(words.twice)(twice)}</li> })
            .collect_view();
        let unknown = (!day.unknown.is_empty()).then(|| {
            view! { <Note kind=NoteKind::Info heading=words.unknown_title><p>{(words.unknown)(&day.unknown)}</p></Note> }
        });
        let opioid = band
            .filter(|band| *band != OpioidBand::None)
            .map(|band| view! { <li>{(t.assessment.opioid_band)(band)}</li> });
        let warns = above || !day.twice.is_empty();
        let note = (!totals.is_empty() || !day.twice.is_empty() || opioid.is_some()).then(|| {
            view! {
                <Note
                    kind=if warns { NoteKind::Warn } else { NoteKind::Info }
                    heading=t.assessment.totals_title
                >
                    <ul>{lines}{twice}{opioid}</ul>
                    {above.then_some(view! { <p><b>{advice}</b></p> })}
                    <p class="small soft">{t.assessment.totals_source}</p>
                </Note>
            }
        });
        view! { {note}{unknown} }
    }
}

#[component]
fn MedicineCard(item: &'static Item, place: usize) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.assessment;
    let medicine = Memo::new(move |_| match app.assessment.answer(item) {
        Some(Answer::Medicines(list)) => list.get(place).cloned().unwrap_or_default(),
        _ => Medicine::default(),
    });
    let change = move |change: &dyn Fn(&mut Medicine)| {
        let Some(Answer::Medicines(mut list)) = app.assessment.answer_untracked(item) else {
            return;
        };
        if let Some(medicine) = list.get_mut(place) {
            change(medicine);
            app.assessment.give(item, Answer::Medicines(list));
        }
    };
    let name = Signal::derive(move || medicine.get().name);
    let chosen = Signal::derive(move || {
        let often = medicine.get().often?;
        let word = OFTEN.iter().find(|(_, known)| *known == often)?;
        Some(word.0.to_owned())
    });
    let rows = OFTEN
        .iter()
        .map(|(id, often)| ChoiceRow {
            id: (*id).to_owned(),
            label: (words.often)(*often).to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    view! {
        <li class="card stack">
            <LineField
                id=format!("medicine-{place}-name")
                label=t.medicine_name
                value=name
                on_input=Callback::new(move |typed: String| change(&|m| m.name.clone_from(&typed)))
            />
            <LineField
                id=format!("medicine-{place}-strength")
                label=words.medicine_strength
                hint=words.medicine_strength_hint
                value=Signal::derive(move || medicine.get().strength)
                on_input=Callback::new(move |typed: String| change(&|m| m.strength.clone_from(&typed)))
            />
            <LineField
                id=format!("medicine-{place}-a-day")
                label=words.medicine_a_day
                hint=words.medicine_a_day_hint
                input_mode="numeric"
                value=Signal::derive(move || medicine.get().a_day)
                on_input=Callback::new(move |typed: String| change(&|m| m.a_day.clone_from(&typed)))
            />
            <Oddities item record=Some(place) />
            <Suggestions item record=place />
            <fieldset class="stack-s">
                <legend class="label">{words.medicine_often}</legend>
                <RadioRows
                    name=format!("medicine-{place}-often")
                    rows
                    chosen
                    on_choose=Callback::new(move |id: String| {
                        let often = OFTEN.iter().find(|(known, _)| *known == id).map(|(_, often)| *often);
                        change(&|medicine| medicine.often = often);
                    })
                />
            </fieldset>
            <details class="group">
                <summary><b>{words.more}</b></summary>
                <div class="stack">
                    <fieldset class="stack-s">
                        <legend class="label">{words.medicine_helps}</legend>
                        <Ladder
                            name=format!("medicine-{place}-helps")
                            zero=words.no_help
                            chosen=Signal::derive(move || medicine.get().helps)
                            on_choose=Callback::new(move |level| change(&|m| m.helps = Some(level)))
                            ends=None
                            spoken=t.of_ten
                        />
                    </fieldset>
                    <LineField
                        id=format!("medicine-{place}-problems")
                        label=t.medicine_problems
                        value=Signal::derive(move || medicine.get().problems)
                        on_input=Callback::new(move |typed: String| change(&|m| m.problems.clone_from(&typed)))
                    />
                    <MonthField
                        id=format!("medicine-{place}-since")
                        label=words.medicine_since
                        value=Signal::derive(move || medicine.get().since)
                        on_input=Callback::new(move |since| change(&|m| m.since.clone_from(&since)))
                    />
                    <LineField
                        id=format!("medicine-{place}-dose")
                        label=words.medicine_note
                        value=Signal::derive(move || medicine.get().dose)
                        on_input=Callback::new(move |typed: String| change(&|m| m.dose.clone_from(&typed)))
                    />
                    <CheckRow
                        label=words.medicine_bought.to_owned()
                        checked=Signal::derive(move || medicine.get().bought)
                        on_change=Callback::new(move |now| change(&|m| m.bought = now))
                    />
                </div>
            </details>
            <button
                type="button"
                class="btn btn-quiet"
                on:click=move |_| {
                    if let Some(Answer::Medicines(mut list)) = app.assessment.answer_untracked(item)
                        && place < list.len()
                    {
                        list.remove(place);
                        app.assessment.give(item, Answer::Medicines(list));
                    }
                }
            >
                <Icon name="delete" />
                {move || (t.medicine_remove)(&name.get())}
            </button>
        </li>
    }
}
