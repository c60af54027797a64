//! Owns the days of the diary: a calendar of the month with a number, a colour and a pattern for each day.

use leptos::prelude::*;

use super::attack::RunningAttack;
use super::day::EntryCard;
use super::week::WayToWeek;
use super::{DiaryHead, DiaryTab};
use crate::domain::date::{Datelike, NaiveDate};
use crate::domain::diary::entry::Entry;
use crate::domain::diary::series::Day;
use crate::state::diary::Month;
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::reminders::Reminders;
use crate::ui::route::Route;

/// Entries under the calendar; the others are found by their day.
const LATEST: usize = 7;

/// The month that is looked at.
#[component]
pub fn DiaryPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let month = RwSignal::new(Month::of(app.today_now()));
    let entries = Memo::new(move |_| app.diary.of_month(month.get()));
    let is_latest = move || month.get() >= app.diary.last_month();
    // Whoever looks at this month sees the next one when it begins.
    Effect::new(move |before: Option<Month>| {
        let now = Month::of(app.today());
        if before.is_some_and(|before| before != now && before == month.get_untracked()) {
            month.set(now);
        }
        now
    });
    view! {
        <PlacePage place=Place::Diary>
            <DiaryHead tab=DiaryTab::Days />
            <Reminders />
            <RunningAttack />
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
                {move || view! { <Calendar month=month.get() entries=entries.get() today=app.today() /> }}
            </section>
            <OnOddDays />
            <section class="stack">
                <WayToWeek />
                <a class="card card-link" href=Route::Evening.href()>
                    <Icon name="sleep" />
                    <span><b>{t.diary.evening}</b><span class="soft">{t.diary.evening_text}</span></span>
                    <Icon name="next" />
                </a>
                <a class="card card-link" href=Route::Follow.href()>
                    <Icon name="settings" />
                    <span><b>{t.diary.follow}</b><span class="soft">{t.diary.follow_text}</span></span>
                    <Icon name="next" />
                </a>
            </section>
            <section class="stack">
                {move || {
                    let list = entries.get();
                    if list.is_empty() {
                        view! {
                            <div class="card card-plain">
                                <h2>{t.diary_empty}</h2>
                                <p>{t.diary_empty_text}</p>
                                <div class="row"><a class="btn" href=Route::Log(None).href()>{t.log_today}</a></div>
                            </div>
                        }
                        .into_any()
                    } else {
                        view! {
                            <h2>{t.diary.entries_latest}</h2>
                            <ul class="stack-s">
                                {list.into_iter().take(LATEST).map(|entry| view! { <EntryCard entry /> }).collect_view()}
                            </ul>
                        }
                        .into_any()
                    }
                }}
            </section>
        </PlacePage>
    }
}

/// The entries on days that cannot be right, or not yet: each leads to where its day is mended. Nothing while there is none.
#[component]
fn OnOddDays() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let odd = Memo::new(move |_| app.diary.on_odd_days(app.past_days()));
    let list = |entries: Vec<Entry>, heading: &'static str, text: &'static str| {
        (!entries.is_empty()).then(|| {
            view! {
                <section class="card stack-s">
                    <h2>{heading}</h2>
                    <p>{text}</p>
                    <ul class="stack-s">{entries.into_iter().map(|entry| view! { <EntryCard entry /> }).collect_view()}</ul>
                </section>
            }
        })
    };
    move || {
        let odd = odd.get();
        view! {
            {list(odd.after_today, t.days.after_today, t.days.after_today_text)}
            {list(odd.long_ago, t.days.long_ago, t.days.long_ago_text)}
        }
    }
}

/// The month as a table: the number of each day, and nothing where nothing was said.
#[component]
fn Calendar(month: Month, entries: Vec<Entry>, today: NaiveDate) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let days = app.diary.days_of(month, &entries);
    // Of the days that have come.
    let logged = days
        .iter()
        .filter(|day| day.logged && day.date <= today)
        .count();
    let past = days.iter().filter(|day| day.date <= today).count();
    let lead = month.first_day().weekday().num_days_from_monday() as usize;
    let mut cells: Vec<AnyView> = (0..lead).map(|_| view! { <td></td> }.into_any()).collect();
    cells.extend(
        days.into_iter()
            .map(|day| view! { <Cell day today /> }.into_any()),
    );
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
        <p class="tag"><Icon name="calendar" />{(t.logged_of)(logged, past)}</p>
        <table class="cal">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        <ul class="legend" aria-hidden="true">
            <li><span class="pain l6">"6"</span>{t.legend_usual}</li>
            <li>"▲ "{t.flare}</li>
            <li>"◆ "{t.diary.headache}</li>
            <li>{t.legend_dashed}</li>
        </ul>
    }
}

/// One day. Every day up to today leads to its entries, and to writing one about it; a later one where it has entries.
#[component]
fn Cell(day: Day, today: NaiveDate) -> impl IntoView {
    let t = use_messages();
    let usual = day.usual.map(|usual| usual.round() as u8);
    let spoken = (t.day_spoken)(day.date, usual, day.logged, day.flare);
    let headache = (day.headache == Some(true)).then_some(t.diary.headache);
    let is_today = (day.date == today).then_some("date");
    let class = match (day.logged, day.pain_free, usual) {
        (true, true, _) => "free".to_owned(),
        (true, false, Some(usual)) => format!("has l{}", usual.min(10)),
        (true, false, None) => "day".to_owned(),
        (false, _, _) => "none day".to_owned(),
    };
    let inside = view! {
        <span class="d" aria-hidden="true">{day.date.day()}</span>
        <span class="v" aria-hidden="true">{usual}</span>
        {day.flare.then(|| view! { <span class="mark" aria-hidden="true">"▲"</span> })}
        {headache.map(|_| view! { <span class="mark mark-head" aria-hidden="true">"◆"</span> })}
        <span class="sr">{spoken}{headache.map(|headache| format!(", {headache}"))}</span>
    };
    if day.date > today && !day.logged {
        return view! { <td><span class="day">{inside}</span></td> }.into_any();
    }
    view! { <td><a class=class aria-current=is_today href=Route::Day(day.date).href()>{inside}</a></td> }.into_any()
}
