//! Owns pain by day of the week and by time of day.

use leptos::prelude::*;

use super::{AsTable, LoggedTag, LookPage, or_dash};
use crate::domain::diary::looking_back::apart;
use crate::domain::diary::series::Day;
use crate::domain::diary::stats::logged;
use crate::domain::diary::weeks::{Bin, by_time_of_day, by_weekday};
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::chart::{Bar, BarChart};

#[component]
pub fn TimesPage() -> impl IntoView {
    let words = use_look_words();
    let draws = |days| view! { <Times days /> }.into_any();
    view! { <LookPage title=words.times draws note=words.no_test /> }
}

#[component]
fn Times(days: Vec<Day>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_look_words();
    let weekdays = by_weekday(&days);
    let quarters = match (days.first(), days.last()) {
        (Some(first), Some(last)) => by_time_of_day(&app.diary.between(first.date, last.date)),
        _ => Vec::new(),
    };
    let weekday = |place: usize| t.weekdays.get(place).copied().unwrap_or_default();
    let quarter = |place: usize| words.quarters.get(place).copied().unwrap_or_default();
    let weekday_names: Vec<_> = (weekdays.iter())
        .map(|bin| (weekday(bin.place), weekday(bin.place)))
        .collect();
    let quarter_names: Vec<_> = quarters.iter().map(|bin| quarter(bin.place)).collect();
    view! {
        <LoggedTag logged=logged(&days) />
        <Parts
            id="weekdays"
            title=words.weekdays
            said=(words.apart_weekdays)(apart(&weekdays))
            column=words.column_weekday
            names=weekday_names
            bins=weekdays
        />
        <Parts
            id="quarters"
            title=words.day_times
            said=(words.apart_day_times)(apart(&quarters))
            column=words.column_time
            names=quarter_names
            bins=quarters
        />
    }
}

/// The parts of a week or of a day: a sentence, a picture, a table.
#[component]
fn Parts(
    id: &'static str,
    title: &'static str,
    said: String,
    column: &'static str,
    /// For each part the name in the picture and the one in the table.
    names: Vec<(&'static str, &'static str)>,
    bins: Vec<Bin>,
) -> impl IntoView {
    let words = use_look_words();
    let basis = (words.bins_said)(&bins);
    let bars = (bins.iter().zip(&names))
        .map(|(bin, (name, _))| Bar {
            name: (*name).to_owned(),
            value: bin.mean,
            part: None,
            said: bin.mean.map(words.level).unwrap_or_default(),
        })
        .collect();
    let rows = (bins.iter().zip(&names))
        .map(|(bin, (_, name))| {
            vec![
                (*name).to_owned(),
                or_dash(bin.mean.map(words.level)),
                bin.n.to_string(),
            ]
        })
        .collect();
    view! {
        <section class="card">
            <h2>{title}</h2>
            <p>{said.clone()}</p>
            <p class="soft small">{basis}</p>
            <BarChart id title=title.to_owned() text=said steps=vec![0.0, 2.0, 4.0, 6.0, 8.0, 10.0] bars />
            <AsTable label=title columns=vec![column, words.column_mean, words.column_numbers] rows />
        </section>
    }
}
