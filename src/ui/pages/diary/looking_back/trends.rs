//! Owns Trends: what became of the pain, as a sentence, a picture and a table, and the ways to the other looks back.

use leptos::prelude::*;

use super::baseline::BaselineChoice;
use super::{AsTable, LoggedTag, PeriodChoice, or_dash};
use crate::domain::diary::insight::change::{against_block, baseline_level};
use crate::domain::diary::looking_back::PainPicture;
use crate::domain::diary::series::Day;
use crate::domain::diary::weeks::Stretch;
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::chart::PainOverTime;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::pages::diary::{DiaryHead, DiaryTab};
use crate::ui::route::{LookBack, Route};

#[component]
pub fn TrendsPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_look_words();
    let period = app.diary.period();
    let days = Memo::new(move |_| app.diary.looked_at(period.get()));
    let look = |look| Route::LookBack(look);
    let links = [
        (
            look(LookBack::Changes),
            "history",
            words.changes,
            words.changes_link,
        ),
        (
            look(LookBack::Times),
            "calendar",
            words.times,
            words.times_link,
        ),
        (
            look(LookBack::Places),
            "mypain",
            words.places,
            words.places_link,
        ),
        (
            look(LookBack::Counts),
            "head",
            words.counts,
            words.counts_link,
        ),
        (
            Route::Findings,
            "chart",
            t.diary.findings,
            t.diary.findings_link,
        ),
    ]
    .map(|(route, icon, name, text)| {
        view! {
            <a class="card card-link" href=route.href()>
                <Icon name=icon />
                <span><b>{name}</b><span class="soft">{text}</span></span>
                <Icon name="next" />
            </a>
        }
    });
    view! {
        <PlacePage place=Place::Diary>
            <DiaryHead tab=DiaryTab::Trends />
            <PeriodChoice />
            {move || view! { <Pain days=days.get() /> }}
            {move || app.diary.is_stable().then(|| view! {
                <Note kind=NoteKind::Info heading=words.alike>
                    <p>{words.alike_text}</p>
                    <div class="row"><a class="btn" href=Route::Follow.href()>{words.alike_link}</a></div>
                </Note>
            })}
            <section class="stack no-print">{links.into_iter().collect_view()}</section>
        </PlacePage>
    }
}

/// The change in a sentence, the picture, its table, and what it is compared with.
#[component]
fn Pain(days: Vec<Day>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_look_words();
    let picture = PainPicture::of(&days)?;
    let baseline = app.diary.baseline_days(&days);
    let start = baseline_level(&baseline).ok();
    let change = (!baseline.is_empty()).then(|| against_block(&days, &baseline));
    let range = (change.as_ref())
        .and_then(|change| change.as_ref().ok())
        .and_then(words.change_range);
    let tracking = app.diary.tracking();
    let marks = tracking.marks_in(picture.first, picture.last);
    let marks: Vec<_> = marks.into_iter().cloned().collect();
    let has_band = start.is_some_and(|start| start.clear_and_large().is_some());
    let by_day = picture.point_days == 1;
    let legend = [
        Some(("●", (words.legend_point)(picture.point_days))),
        by_day.then_some(("▲", words.legend_flare)),
        by_day.then_some(("○", words.legend_free)),
        Some(("–", (words.legend_gap)(picture.point_days))),
        (!picture.lines.is_empty()).then_some(("━", words.legend_mean)),
        has_band.then_some(("▒", words.legend_band)),
    ];
    let legend = legend
        .into_iter()
        .flatten()
        .map(|(sign, name)| view! { <li><span aria-hidden="true">{sign}</span>{name}</li> })
        .collect_view();
    let said_marks = (marks.iter())
        .map(|mark| view! { <li>{(t.diary.mark_said)(mark)}</li> })
        .collect_view();
    let rows = (picture.stretches.iter().rev()).map(row).collect();
    Some(view! {
        <section class="stack">
            <h2>{(words.change_heading)(change.as_ref())}</h2>
            <p>{(words.change_text)(change.as_ref())}</p>
            {range.map(|range| view! { <p>{range}</p> })}
            <LoggedTag logged=picture.logged />
        </section>
        <section class="card">
            <h2>{(words.pain_title)(&picture)}</h2>
            <p>{(words.pain_said)(&picture)}</p>
            <PainOverTime picture=picture.clone() start marks=marks.clone() />
            <ul class="legend">{legend}</ul>
            {(!marks.is_empty()).then(|| view! {
                <h3>{words.marks_in_chart}</h3>
                <ol class="marks-said">{said_marks}</ol>
            })}
            <p class="small soft">{words.left_empty}</p>
            <AsTable
                label=(words.pain_title)(&picture)
                columns=vec![words.column_from, words.column_logged, words.column_usual, words.column_worst]
                rows
            />
        </section>
        <BaselineChoice start has_chosen=tracking.baseline.is_some() />
    })
}

fn row(stretch: &Stretch) -> Vec<String> {
    let (t, words) = (use_messages(), use_look_words());
    vec![
        (t.short_date)(stretch.first),
        (t.diary.n_of)(stretch.logged, stretch.days),
        or_dash(stretch.median.map(words.level)),
        or_dash(stretch.worst.map(|worst| worst.to_string())),
    ]
}
