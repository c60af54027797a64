//! Owns one day of the diary: its entries, its medicines added up, and writing one more about it.

use std::cmp::Ordering;

use leptos::prelude::*;

use super::medicines::DayMedicines;
use crate::domain::date::{NaiveDate, hours_minutes};
use crate::domain::diary::entry::{About, Entry};
use crate::domain::diary::medicines::told;
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::PainNumber;
use crate::ui::route::Route;

/// The entries of a day.
#[component]
pub fn DayPage(date: NaiveDate) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let entries = Memo::new(move |_| app.diary.of_day(date));
    let today = Memo::new(move |_| app.today());
    let title = move || (t.days.title)(date, today.get());
    let away = move || (t.days.away)(date, today.get());
    let before = date.pred_opt();
    // A day to come is shown only where something is written about it.
    let is_shown = move |day: &NaiveDate| *day <= today.get() || !app.diary.of_day(*day).is_empty();
    let after = move || {
        let after = date.succ_opt().filter(is_shown)?;
        Some(view! {
            <a class="btn" href=Route::Day(after).href()>{(t.short_date)(after)}<Icon name="next" /></a>
        })
    };
    let add = move || {
        let (day, name) = match date.cmp(&today.get()) {
            Ordering::Less if app.past_days().why_odd(date).is_none() => {
                (Some(date), words.add_to_day)
            }
            Ordering::Equal => (None, t.log_today),
            Ordering::Less | Ordering::Greater => return None,
        };
        Some(view! {
            <a class="btn btn-primary" href=Route::Log(day).href()><Icon name="plus" />{name}</a>
        })
    };
    view! {
        <PlacePage place=Place::Diary>
            <header class="top">
                <a class="btn btn-icon" href=Route::Diary.href()><Icon name="back" /><span class="sr">{t.to_diary}</span></a>
                <div class="title grow">
                    <h1>{title}</h1>
                    <p class="soft small">{away}</p>
                </div>
            </header>
            <nav class="row between" aria-label=words.days_beside>
                {before.map(|before| view! {
                    <a class="btn" href=Route::Day(before).href()><Icon name="back" />{(t.short_date)(before)}</a>
                })}
                {after}
            </nav>
            {move || {
                let list = entries.get();
                if list.is_empty() {
                    // Where something cannot be read, nobody knows that nothing was written.
                    let text = match app.diary.can_be_read(date) {
                        true => words.day_empty,
                        false => t.kept.day_not_readable,
                    };
                    view! { <p>{text}</p> }.into_any()
                } else {
                    view! {
                        <ul class="stack-s">{list.into_iter().map(|entry| view! { <EntryCard entry /> }).collect_view()}</ul>
                    }
                    .into_any()
                }
            }}
            <DayMedicines date />
            <section class="row">{add}</section>
        </PlacePage>
    }
}

/// One entry as a link to it.
#[component]
pub fn EntryCard(entry: Entry) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let said = |said: bool, word: &'static str| said.then(|| word.to_owned());
    let names = |list: &[String]| {
        let list = list.iter().map(|word| word.trim());
        list.filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let taken = told::taken(&entry).map(|taken| taken.name.clone());
    let not_taken = entry.medicines.iter().filter(|it| told::is_not_taken(it));
    let not_taken = not_taken.map(|it| (words.medicine_not_taken)(it.name.trim()));
    let medicines: Vec<String> = taken.chain(not_taken).collect();
    let attack = entry.attack.map(|attack| (words.attack_said)(&attack));
    let second = [
        said(entry.about == Some(About::Day), words.whole_day),
        said(entry.is_late(), words.late),
        entry.can_do.map(|can_do| (t.can_do)(can_do).to_owned()),
        said(entry.flare, t.flare),
        entry
            .alarm
            .map(|alarm| (words.alarm_said)(alarm).to_owned()),
        attack,
        Some(names(&medicines)),
        Some(names(&entry.activities)),
        Some(entry.note.clone()),
    ]
    .into_iter()
    .flatten()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join(" · ");
    let time = entry.time.map(|time| format!(", {}", hours_minutes(time)));
    view! {
        <li>
            <a class="card card-link" href=Route::Entry(entry.id).href()>
                <PainNumber level=entry.pain />
                <span>
                    <b>{(t.days.title)(entry.date, untrack(|| app.today()))}{time}</b>
                    <span class="soft clip">{second}</span>
                </span>
                <Icon name="next" />
            </a>
        </li>
    }
}
