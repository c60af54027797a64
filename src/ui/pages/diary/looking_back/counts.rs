//! Owns headache, migraine and medicine days by months of 28 days.

use leptos::prelude::*;

use super::{AsTable, LoggedTag, LookPage};
use crate::domain::diary::months::{CountedMonth, months};
use crate::domain::diary::series::Day;
use crate::domain::diary::stats::logged;
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::chart::{Bar, BarChart};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// Months that the picture has room for; the table has all.
const DRAWN: usize = 13;
/// Names below the bars that a phone has room for.
const NAMED: usize = 4;

#[component]
pub fn CountsPage() -> impl IntoView {
    let words = use_look_words();
    let draws = |days| view! { <Counts days /> }.into_any();
    view! { <LookPage title=words.counts draws /> }
}

#[component]
fn Counts(days: Vec<Day>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_look_words();
    let months = months(&days);
    let last = months.last().copied();
    let asks_headache = app.diary.tracking().headaches;
    let has_headache = asks_headache || months.iter().any(|month| month.answered > 0);
    let shown = months[months.len().saturating_sub(DRAWN)..].to_vec();
    let only_last = (shown.len() < months.len()).then(|| (words.months_last)(DRAWN));
    let range = (words.months_said)(&shown);
    let row = |month: &CountedMonth| {
        vec![
            (t.short_date)(month.first),
            month.logged.to_string(),
            (t.diary.n_of)(month.headache_days, month.answered),
            month.migraine_days.to_string(),
            (t.diary.n_of)(month.medicine_days, month.medicine_answered),
        ]
    };
    let rows = months.iter().rev().map(row).collect();
    let headache = last.filter(|_| has_headache).map(|last| {
        let bars = bars(
            &shown,
            |month| (month.answered > 0).then_some(month.headache_days),
            |month| Some(month.migraine_days),
        );
        view! {
            <section class="card">
                <h2>{words.headache_days}</h2>
                <p>{(words.headache_said)(&last)}</p>
                <BarChart
                    id="headache"
                    title=format!("{}, {range}", words.headache_days)
                    text=(words.headache_said)(&last)
                    steps=STEPS.to_vec()
                    bars
                />
                <p class="small">{words.headache_key}</p>
                <p class="small soft">{words.headache_rule}</p>
            </section>
        }
    });
    let medicine = last.map(|last| {
        let bars = bars(
            &shown,
            |month| (month.medicine_answered > 0).then_some(month.medicine_days),
            |_| None,
        );
        view! {
            <section class="card">
                <h2>{words.medicine_days}</h2>
                <p>{(words.medicine_said)(&last)}</p>
                <BarChart
                    id="medicine"
                    title=format!("{}, {range}", words.medicine_days)
                    text=(words.medicine_said)(&last)
                    steps=STEPS.to_vec()
                    bars
                />
                <div class="row">
                    <a class="btn" href=Route::Medicines.href()><Icon name="medicine" />{words.medicine_limits}</a>
                </div>
            </section>
        }
    });
    view! {
        <LoggedTag logged=logged(&days) />
        {only_last.map(|text| view! { <p>{text}</p> })}
        {headache}
        {medicine}
        <section class="card">
            <AsTable
                label=words.counts
                columns=vec![
                    words.column_28_days,
                    words.column_answered,
                    words.column_headache,
                    words.column_migraine,
                    words.column_medicine,
                ]
                rows
            />
        </section>
    }
}

/// The scale of a month of 28 days.
const STEPS: [f64; 5] = [0.0, 7.0, 14.0, 21.0, 28.0];

fn bars(
    months: &[CountedMonth],
    value: impl Fn(&CountedMonth) -> Option<usize>,
    part: impl Fn(&CountedMonth) -> Option<usize>,
) -> Vec<Bar> {
    let t = use_messages();
    let every = months.len().div_ceil(NAMED).max(1);
    (months.iter().enumerate())
        .map(|(place, month)| {
            let named = (months.len() - 1 - place).is_multiple_of(every);
            let count = value(month);
            Bar {
                name: match named {
                    true => (t.short_date)(month.first),
                    false => String::new(),
                },
                value: count.map(|days| days as f64),
                part: part(month).map(|days| days as f64),
                said: count.map(|days| days.to_string()).unwrap_or_default(),
            }
        })
        .collect()
}
