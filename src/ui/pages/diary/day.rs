//! Owns one day of the diary: its entries, its medicines added up, and writing one more about it.

use leptos::prelude::*;

use super::medicines::DayTotalsNote;
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::{About, Entry};
use crate::state::{use_app, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
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
    let before = date.pred_opt();
    let after = date
        .succ_opt()
        .filter(|after| *after <= untrack(|| app.today()));
    let is_past = date < untrack(|| app.today());
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=(t.long_date_year)(date) />
            <nav class="row between" aria-label=words.days_beside>
                {before.map(|before| view! {
                    <a class="btn" href=Route::Day(before).href()><Icon name="back" />{(t.short_date)(before)}</a>
                })}
                {after.map(|after| view! {
                    <a class="btn" href=Route::Day(after).href()>{(t.short_date)(after)}<Icon name="next" /></a>
                })}
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
            {move || view! { <DayTotalsNote day=app.diary.day_totals(date) /> }}
            <section class="row">
                <a class="btn btn-primary" href=Route::Log(is_past.then_some(date)).href()>
                    <Icon name="plus" />
                    {if is_past { words.add_to_day } else { t.log_today }}
                </a>
            </section>
        </PlacePage>
    }
}

/// One entry as a link to it.
#[component]
pub fn EntryCard(entry: Entry) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let said = |said: bool, word: &'static str| said.then(|| word.to_owned());
    let names = |list: &[String]| {
        let list = list.iter().map(|word| word.trim());
        list.filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let medicines: Vec<String> = entry
        .medicines
        .iter()
        .map(|taken| taken.name.clone())
        .collect();
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
    let time = entry.time.map(|time| format!(", {}", time.format("%H:%M")));
    view! {
        <li>
            <a class="card card-link" href=Route::Entry(entry.id).href()>
                <PainNumber level=entry.pain />
                <span>
                    <b>{(t.long_date)(entry.date)}{time}</b>
                    <span class="soft clip">{second}</span>
                </span>
                <Icon name="next" />
            </a>
        </li>
    }
}
