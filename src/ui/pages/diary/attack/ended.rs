//! Owns the end of an attack: how bad it was, what helped, and whether it was unlike the others. All of it can be changed later.

use leptos::prelude::*;

use super::super::log::{AlarmPart, Draft, MedicinesPart, NotePart};
use super::WorstSoFar;
use crate::domain::ids::EntryId;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// The attack that began with this entry, when it is over.
#[component]
pub fn AttackEndPage(id: EntryId) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let Some(entry) = app.diary.entry(&id) else {
        return view! {
            <PlacePage place=Place::Diary>
                <BackHead to=Route::Diary back=t.to_diary title=t.entry_gone />
            </PlacePage>
        }
        .into_any();
    };
    let draft = Draft::beside(app, entry);
    let said = draft.get(|entry| entry.attack);
    let said = move || said.get().map(|attack| (words.attack_said)(&attack));
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=words.attack_over />
            <p class="soft">{said}</p>
            <section class="stack">
                <WorstSoFar draft legend=words.attack_worst />
                <WhatHelped draft />
                <MedicinesPart draft />
                <NotePart draft />
                <AlarmPart draft />
            </section>
            <div class="row">
                <a class="btn btn-primary btn-big" href=move || Route::Day(draft.date()).href()>
                    <Icon name="check" />
                    {words.attack_done}
                </a>
                <a class="btn" href=Route::Entry(id).href()>{words.attack_more}</a>
            </div>
        </PlacePage>
    }
    .into_any()
}

/// What helped, in words that many use; others are written where the entry says more.
#[component]
fn WhatHelped(draft: Draft) -> impl IntoView {
    let words = &use_messages().diary;
    let rows = words.attack_helpers.iter().map(|helper| {
        let is_it = move |word: &String| word.trim() == *helper;
        let change = move |helped: bool| {
            draft.change(|entry| {
                entry.better.retain(|word| !is_it(word));
                if helped {
                    entry.better.push((*helper).to_owned());
                }
            });
        };
        view! {
            <CheckRow
                label=(*helper).to_owned()
                checked=draft.get(move |entry| entry.better.iter().any(is_it))
                on_change=Callback::new(change)
            />
        }
    });
    view! {
        <fieldset class="stack-s">
            <legend class="label">{words.attack_helped}</legend>
            <div class="choices">{rows.collect_view()}</div>
        </fieldset>
    }
}
