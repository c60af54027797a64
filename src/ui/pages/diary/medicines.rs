//! Owns days with pain medicine against their limits, what a day adds up to, and asking later whether it helped.

use leptos::prelude::*;

use super::{DiaryHead, DiaryTab};
use crate::domain::date::NaiveDate;
use crate::domain::diary::medicines::days::{KindDays, Standing, WINDOW_DAYS};
use crate::domain::diary::medicines::totals::DayTotals;
use crate::domain::diary::taken::Relief;
use crate::domain::medicines::sums::{DayStanding, Sum};
use crate::knowledge::SubstanceKind;
use crate::state::{use_app, use_medicine_words, use_messages};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// How many days with which kind, and what is due.
#[component]
pub fn MedicinesPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let days = app.diary.medicine_days();
    let today = app.today();
    let worst = days.kinds.iter().map(|row| row.standing).max();
    let due = app.diary.tracking().due_soon(today);
    let kinds = days
        .kinds
        .iter()
        .map(|row| view! { <KindCard row=*row /> })
        .collect_view();
    view! {
        <PlacePage place=Place::Diary>
            <DiaryHead tab=DiaryTab::Medicines />
            <AskRelief />
            <section class="card card-lead">
                <h2>{(words.medicine_days)(days.any_as_needed)}</h2>
                <p class="tag"><Icon name="calendar" />{(t.logged_of)(days.days_logged, WINDOW_DAYS as usize)}</p>
                {(days.unknown > 0).then(|| view! { <p>{(words.medicine_unknown)(days.unknown)}</p> })}
            </section>
            {(worst == Some(Standing::AtLimit)).then(|| view! {
                <Note kind=NoteKind::Warn heading=words.limit_reached><p>{words.limit_reached_text}</p></Note>
            })}
            {(worst == Some(Standing::Near)).then(|| view! {
                <Note kind=NoteKind::Info heading=words.limit_near><p>{words.limit_near_text}</p></Note>
            })}
            <section class="stack">
                {kinds}
                <p class="soft small">{words.limits_from}</p>
            </section>
            <DayMedicines date=Signal::derive(move || app.today()) />
            {(!due.is_empty()).then(|| view! {
                <section class="card">
                    <h2>{words.due}</h2>
                    <ul>{due.into_iter().map(|due| view! { <li>{(words.due_line)(&due)}</li> }).collect_view()}</ul>
                </section>
            })}
            <a class="card card-link" href=Route::Follow.href()>
                <Icon name="medicine" />
                <span><b>{words.my_medicines}</b><span class="soft">{words.my_medicines_text}</span></span>
                <Icon name="next" />
            </a>
        </PlacePage>
    }
}

/// Where the drawing of a meter begins and ends, in its own units.
const METER_WIDTH: f64 = 300.0;

/// One kind: a bar on a scale of 30 days with the line of its limit, and the same in words.
#[component]
fn KindCard(row: KindDays) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let place = |days: usize| METER_WIDTH * days.min(30) as f64 / WINDOW_DAYS as f64;
    let limit = usize::from(row.kind.limit);
    view! {
        <section class="card stack-s">
            <div class="row between">
                <h3>{row.kind.name}</h3>
                <b>{(words.days)(row.last_30)}</b>
            </div>
            {(!row.kind.hint.is_empty()).then(|| view! { <p class="soft">{row.kind.hint}</p> })}
            <svg class="chart" viewBox="0 0 300 44" role="img" aria-label=(words.meter_spoken)(row.last_30, limit)>
                <rect class="meter-back" x="0" y="6" width="300" height="16" rx="4"></rect>
                <rect class="meter-fill" x="0" y="6" width=place(row.last_30) height="16" rx="4"></rect>
                <line class="meter-limit" x1=place(limit) x2=place(limit) y1="1" y2="27"></line>
                <text x=place(limit) y="41" text-anchor="middle">{(words.days)(limit)}</text>
            </svg>
            <p>{(words.kind_standing)(&row)}</p>
            <p class="soft small">{(words.this_month)(&row)}</p>
        </section>
    }
}

/// What the medicines of a day add up to, and which of them do not go together; nothing while there is nothing to say.
#[component]
pub fn DayMedicines(#[prop(into)] date: Signal<NaiveDate>) -> impl IntoView {
    let app = use_app();
    move || {
        let date = date.get();
        view! {
            <DayTotalsNote day=app.day_totals(date) />
            <ClashNote clashes=app.clashes_on(date) />
        }
    }
}

/// The same for Today, where only a warning is worth the room.
#[component]
pub fn MedicineWarnings() -> impl IntoView {
    let app = use_app();
    move || {
        let date = app.today();
        let mut day = app.day_totals(date);
        day.totals.retain(Sum::is_above_label);
        day.unknown.clear();
        view! {
            <DayTotalsNote day />
            <ClashNote clashes=app.clashes_on(date) />
        }
    }
}

/// What the entries of a day add up to, each standing under its own heading; nothing while there is nothing to say.
#[component]
fn DayTotalsNote(day: DayTotals) -> impl IntoView {
    let words = use_medicine_words();
    let mut twice = day.twice.clone();
    let notes = day.groups().into_iter().map(move |group| {
        // What stands under two names is said once, with the first.
        let twice = std::mem::take(&mut twice);
        let kind = match group.worst {
            DayStanding::OverMost => NoteKind::Danger,
            DayStanding::MayBeOver | DayStanding::AtMost | DayStanding::OverPack => NoteKind::Warn,
            DayStanding::Within if !twice.is_empty() => NoteKind::Warn,
            DayStanding::Within => NoteKind::Info,
        };
        let advice = match group.worst {
            DayStanding::OverMost if group.sums.iter().any(is_paracetamol) => {
                Some(words.over_paracetamol)
            }
            DayStanding::OverMost => Some(words.over),
            DayStanding::MayBeOver => Some(words.may_be_over),
            DayStanding::Within | DayStanding::OverPack | DayStanding::AtMost => None,
        };
        let lines = group
            .sums
            .iter()
            .map(|sum| view! { <li>{(words.sum_line)(sum)}</li> });
        let lines = lines.collect_view();
        let twice = twice
            .iter()
            .map(|twice| view! { <p>{(words.twice)(twice)}</p> });
        let twice = twice.collect_view();
        view! {
            <Note kind heading=(words.day_title)(&group)>
                <ul>{lines}</ul>
                {twice}
                {advice.map(|advice| view! { <p>{advice}</p> })}
            </Note>
        }
    });
    let unknown = (!day.unknown.is_empty()).then(|| {
        view! { <Note kind=NoteKind::Info heading=words.unknown_title><p>{(words.unknown)(&day.unknown)}</p></Note> }
    });
    view! {
        {notes.collect_view()}
        {unknown}
    }
}

fn is_paracetamol(sum: &Sum) -> bool {
    sum.substance.kind == SubstanceKind::Paracetamol
}

/// Asks whether what was taken in the last day helped; nothing while there is nothing to ask.
#[component]
pub fn AskRelief() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let open = Memo::new(move |_| app.diary.relief_to_ask());
    move || {
        let (entry, place) = open.get()?;
        let name = entry.medicines.get(place)?.name.clone();
        let buttons = [
            (Relief::Gone, words.relief_gone),
            (Relief::Better, words.relief_better),
            (Relief::Same, words.relief_same),
        ]
        .map(|(relief, label)| {
            let entry = entry.clone();
            view! {
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        let mut changed = entry.clone();
                        if let Some(taken) = changed.medicines.get_mut(place) {
                            taken.relief = Some(relief);
                        }
                        app.diary.change(&entry, &changed);
                    }
                >
                    {label}
                </button>
            }
        });
        Some(view! {
            <section class="card stack-s">
                <h2>{(words.ask_relief_of)(&name)}</h2>
                <div class="row">{buttons.into_iter().collect_view()}</div>
            </section>
        })
    }
}
