//! Owns the days of the diary: a calendar of the month and the list of entries.

use leptos::prelude::*;

use crate::domain::date::Datelike;
use crate::domain::diary::entry::Entry;
use crate::state::diary::Month;
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::PainNumber;
use crate::ui::components::reminders::Reminders;
use crate::ui::route::Route;

/// Days and Trends, the two looks at the diary.
#[component]
pub fn DiaryTabs(trends: bool) -> impl IntoView {
    let t = use_messages();
    view! {
        <nav class="tabs" aria-label=t.nav_diary>
            <a href=Route::Diary.href() aria-current=(!trends).then_some("page")>{t.tab_days}</a>
            <a href=Route::Trends.href() aria-current=trends.then_some("page")>{t.tab_trends}</a>
        </nav>
    }
}

/// Title, "add", and what was deleted last.
#[component]
pub fn DiaryHead() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    view! {
        <header class="top">
            <div class="title grow"><h1>{t.nav_diary}</h1></div>
            <a class="btn" href=Route::Log.href()><Icon name="plus" />{t.log_add}</a>
        </header>
        <div role="status">
            {move || app.diary.deleted().map(|_| view! {
                <p class="undo row">
                    <span>{t.entry_deleted}</span>
                    <button type="button" class="btn" on:click=move |_| app.diary.undo_delete()>{t.undo}</button>
                </p>
            })}
        </div>
    }
}

/// The month that is looked at.
#[component]
pub fn DiaryPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let month = RwSignal::new(Month::of(app.today()));
    let entries = Memo::new(move |_| app.diary.of_month(month.get()));
    let is_latest = move || month.get() >= Month::of(app.today());
    view! {
        <PlacePage place=Place::Diary>
            <DiaryHead />
            <DiaryTabs trends=false />
            <Reminders />
            <section class="stack">
                <div class="row between">
                    <button type="button" class="btn btn-icon" on:click=move |_| month.update(|month| *month = month.before())>
                        <Icon name="back" />
                        <span class="sr">{t.month_before}</span>
                    </button>
                    <h2 aria-live="polite">{move || (t.month_year)(month.get().first_day())}</h2>
                    <button
                        type="button"
                        class="btn btn-icon"
                        disabled=is_latest
                        on:click=move |_| month.update(|month| *month = month.after())
                    >
                        <Icon name="next" />
                        <span class="sr">{t.month_after}</span>
                    </button>
                </div>
                {move || view! { <Calendar month=month.get() entries=entries.get() /> }}
            </section>
            <section class="stack">
                {move || {
                    let list = entries.get();
                    if list.is_empty() {
                        view! {
                            <div class="card card-plain">
                                <h2>{t.diary_empty}</h2>
                                <p>{t.diary_empty_text}</p>
                                <div class="row"><a class="btn" href=Route::Log.href()>{t.log_today}</a></div>
                            </div>
                        }
                        .into_any()
                    } else {
                        view! {
                            <h2>{t.entries}</h2>
                            <ul class="stack-s">
                                {list.into_iter().map(|entry| view! { <EntryCard entry /> }).collect_view()}
                            </ul>
                        }
                        .into_any()
                    }
                }}
            </section>
        </PlacePage>
    }
}

#[component]
fn EntryCard(entry: Entry) -> impl IntoView {
    let t = use_messages();
    let can_do = entry.can_do.map(|can_do| (t.can_do)(can_do));
    let medicines = entry
        .medicines
        .iter()
        .map(|taken| taken.name.clone())
        .collect::<Vec<_>>()
        .join(", ");
    let second = [
        can_do.map(str::to_owned),
        entry.flare.then(|| t.flare.to_owned()),
        Some(medicines),
        Some(entry.note),
    ]
    .into_iter()
    .flatten()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join(" · ");
    view! {
        <li>
            <a class="card card-link" href=Route::Entry(entry.id).href()>
                <PainNumber level=entry.pain />
                <span>
                    <b>{(t.long_date)(entry.date)}</b>
                    <span class="soft clip">{second}</span>
                </span>
                <Icon name="next" />
            </a>
        </li>
    }
}

/// The month as a table: the number of each day, and nothing where nothing was said.
#[component]
fn Calendar(month: Month, entries: Vec<Entry>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let today = app.today();
    let days = app.diary.days_of(month, &entries);
    let lead = month.first_day().weekday().num_days_from_monday() as usize;
    let mut cells: Vec<AnyView> = (0..lead).map(|_| view! { <td></td> }.into_any()).collect();
    for day in days {
        let number = day.date.day();
        let usual = day.usual.map(|usual| usual.round() as u8);
        let spoken = (t.day_spoken)(day.date, usual, day.logged, day.flare);
        let first_entry = entries
            .iter()
            .find(|entry| entry.date == day.date)
            .map(|entry| entry.id.clone());
        let is_today = (day.date == today).then_some("date");
        let class = match (day.logged, day.pain_free, usual) {
            (true, true, _) => "free".to_owned(),
            (true, false, Some(usual)) => format!("has l{}", usual.min(10)),
            (true, false, None) => "day".to_owned(),
            (false, _, _) => "none day".to_owned(),
        };
        let inside = view! {
            <span class="d" aria-hidden="true">{number}</span>
            <span class="v" aria-hidden="true">{usual}</span>
            {day.flare.then(|| view! { <span class="mark" aria-hidden="true">"▲"</span> })}
            <span class="sr">{spoken}</span>
        };
        let cell = match first_entry {
            Some(id) => view! { <td><a class=class aria-current=is_today href=Route::Entry(id).href()>{inside}</a></td> }.into_any(),
            None => view! { <td><span class=class>{inside}</span></td> }.into_any(),
        };
        cells.push(cell);
    }
    let mut rows = Vec::new();
    let mut cells = cells.into_iter().peekable();
    while cells.peek().is_some() {
        let week: Vec<AnyView> = cells.by_ref().take(7).collect();
        rows.push(view! { <tr>{week}</tr> });
    }
    let heads = t
        .weekdays
        .iter()
        .map(|name| view! { <th scope="col">{*name}</th> })
        .collect_view();
    view! {
        <table class="cal">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        <ul class="legend" aria-hidden="true">
            <li><span class="pain l6">"6"</span>{t.legend_usual}</li>
            <li>"▲ "{t.flare}</li>
            <li>{t.legend_dashed}</li>
        </ul>
    }
}
