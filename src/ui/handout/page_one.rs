//! Page one: for the specialist, readable in 60 seconds. In large print its tables stand on a page of their own.

use leptos::prelude::*;

use super::{MoreLine, Paper, Sheet, TickBox};
use crate::domain::body_map::{Rating, badges, marks};
use crate::domain::handout::columns::{is_short, stands};
use crate::domain::handout::sheets::{Cells, ChartSize, MapSize, Named, Print, Rows, StripRow};
use crate::knowledge::body_map::MapView;
use crate::state::use_messages;
use crate::ui::components::body_map::BodyFigure;
use crate::ui::components::chart::{ChartLook, PainChart};

#[component]
pub fn PageOne(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let date = (t.long_date_year)(paper.handout.date);
    let foot = paper.sheets.feet[0].clone();
    let opening = view! { <Opening paper=paper.clone() /> };
    let tables = view! { <Tables paper=paper.clone() /> };
    match paper.print {
        Print::Normal => view! {
            <Sheet title=t.page_one_title label=t.page_one_label beside=date foot paper page=1>{opening}{tables}</Sheet>
        }
        .into_any(),
        Print::Large => view! {
            <Sheet title=t.page_one_title label=t.page_one_label beside=date.clone() foot=foot.clone() paper=paper.clone() page=1>{opening}</Sheet>
            <Sheet title=t.page_one_title label=t.page_one_label beside=date foot paper page=2>{tables}</Sheet>
        }
        .into_any(),
    }
}

/// From the name to the map.
#[component]
fn Opening(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let sheets = paper.sheets.clone();
    let reasons = sheets
        .reasons
        .iter()
        .map(|(label, ticked)| view! { <span><TickBox ticked=*ticked />{label.clone()}</span> })
        .collect_view();
    let notes = sheets
        .told
        .iter()
        .chain(&sheets.notes)
        .map(|note| view! { <p><b>{note.name.clone()}</b>" "{note.text.clone()}</p> })
        .collect_view();
    let page = paper.print.n_pages() + 1;
    let more_signs = Some(sheets.signs.more).filter(|more| *more > 0);
    let more_signs = more_signs.map(|more| (t.paper.more_signs_on_page)(more, page));
    // Where both stand on a later page, that is said once.
    let in_short = match sheets.summary == sheets.story {
        true => sheets.summary,
        false => format!("{} {}", sheets.summary, sheets.story),
    };
    view! {
        <div class="ho-who">
            <span><b>{sheets.name}</b></span>
            <span>{sheets.visit}</span>
            <span>{sheets.filled_in.name}" "{sheets.filled_in.text}</span>
        </div>
        <div class="ho-safety">
            <span class="ho-wide">{sheets.signs_asked.name}" "<b>{sheets.signs_asked.text}</b></span>
            {sheets.signs.shown.into_iter().map(|sign| view! { <span class="ho-wide"><b>{sign.name}" "{sign.text}</b></span> }).collect_view()}
            {more_signs.map(|text| view! { <p class="ho-more ho-wide">{text}</p> })}
            {sheets.strip.into_iter().map(|row| view! { <SafetyRow row /> }).collect_view()}
        </div>
        <div class="ho-ask">
            <span>{t.wish_label}</span>
            <p class="q">{sheets.wish}</p>
            {(!sheets.reasons.is_empty()).then(|| view! { <div class="ho-ticks">{reasons}</div> })}
        </div>
        <section>
            <h2>{t.in_short}</h2>
            <p>{in_short}</p>
            {notes}
        </section>
        <Map paper />
    }
}

/// A row of the strip that is never left out.
#[component]
fn SafetyRow(row: StripRow) -> impl IntoView {
    let pair = |named: Named| view! { <span>{named.name}" "<b>{named.text}</b></span> };
    match row {
        StripRow::Wide(named) | StripRow::Own(named) => {
            view! { <span class="ho-wide">{named.name}" "<b>{named.text}</b></span> }.into_any()
        }
        StripRow::Pair(one, other) => view! { {pair(one)}{pair(other)} }.into_any(),
    }
}

#[component]
fn Map(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let appendix = paper.appendix();
    let (handout, sheets) = (paper.handout, paper.sheets);
    // The numbers on the map are those of the list: what does not fit there has no number here.
    let sites: Vec<_> = handout
        .sites
        .iter()
        .take(sheets.sites.shown.len())
        .map(|numbered| numbered.site.clone())
        .collect();
    let all: Vec<_> = handout
        .sites
        .iter()
        .map(|numbered| numbered.site.clone())
        .collect();
    let figure = move |view: MapView, label: &'static str| {
        let shown = marks(&all, Rating::Worst).with_close_up_on_body();
        view! { <BodyFigure view marks=shown badges=badges(&sites, view, true) label /> }
    };
    let look = match sheets.chart {
        ChartSize::Low => ChartLook::LowPaper,
        _ => ChartLook::Paper,
    };
    let chart = match sheets.chart {
        ChartSize::LeftOut => None,
        ChartSize::Empty => Some(view! { <p>{t.no_diary}</p> }.into_any()),
        ChartSize::Few => Some(view! { <p>{t.paper.few_days}</p> }.into_any()),
        ChartSize::Away => {
            let elsewhere = appendix.map(t.paper.see_page);
            elsewhere.map(|text| view! { <p>{text}</p> }.into_any())
        }
        ChartSize::Full | ChartSize::Low => Some(
            view! {
                <PainChart days=handout.days.clone() blocks=handout.blocks.clone() look />
                <p class="ho-small">{t.chart_key}</p>
            }
            .into_any(),
        ),
    };
    let logged = (t.logged_of)(handout.logged.days, handout.logged.of);
    let places = sheets
        .sites
        .shown
        .iter()
        .enumerate()
        .map(|(place, site)| {
            view! { <li><span class="no">{place + 1}</span><span><b>{site.name.clone()}</b>" "{site.text.clone()}</span></li> }
        })
        .collect_view();
    let class = match sheets.map {
        MapSize::Full => "ho-map",
        MapSize::Small => "ho-map ho-map-small",
        MapSize::Empty | MapSize::Away => "ho-map ho-map-none",
    };
    let has_figures = matches!(sheets.map, MapSize::Full | MapSize::Small);
    view! {
        <div class=class>
            {has_figures.then(|| view! {
                <div class="ho-figs">
                    <figure>
                        <figcaption><span>{t.side_right}</span><span>{t.map_words.front}</span><span>{t.side_left}</span></figcaption>
                        {figure(MapView::Front, t.map_words.map_front)}
                    </figure>
                    <figure>
                        <figcaption><span>{t.side_left}</span><span>{t.map_words.back}</span><span>{t.side_right}</span></figcaption>
                        {figure(MapView::Back, t.map_words.map_back)}
                    </figure>
                    <MapKey />
                </div>
            })}
            <div class="ho-right">
                <section>
                    <h2>{t.where_it_hurts}<span>{t.usual_worst_head}</span></h2>
                    {match sheets.sites.is_empty() {
                        false => view! { <ol class="ho-sites">{places}</ol> }.into_any(),
                        true => view! { <p>{sheets.sites.instead}</p> }.into_any(),
                    }}
                    <MoreLine more=sheets.sites.more appendix />
                </section>
                {(!sheets.impact.is_empty()).then(|| view! {
                    <section><h2>{t.how_it_limits}<span>{t.last_week_scale}</span></h2><p>{sheets.impact}</p></section>
                })}
                {chart.map(|chart| view! { <section><h2>{t.last_weeks}<span><b>{logged}</b></span></h2>{chart}</section> })}
            </div>
        </div>
    }
}

/// What the patterns mean.
#[component]
fn MapKey() -> impl IntoView {
    let t = use_messages();
    let keys = [("1–3", "#bm-pat-1"), ("4–6", "#bm-pat-2"), ("7–8", "#bm-pat-3"), ("9–10", "#bm-pat-4")]
        .into_iter()
        .map(|(range, pattern)| view! {
            <span>
                <svg viewBox="0 0 24 16" aria-hidden="true">
                    <rect x="1" y="1" width="22" height="14" fill=format!("url({pattern})") stroke="#000" stroke-width="1"></rect>
                </svg>
                {range}
            </span>
        })
        .collect_view();
    view! { <div class="ho-key"><span>{t.map_key}</span>{keys}</div> }
}

/// Medicines, treatments tried and tests.
#[component]
fn Tables(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let sheets = paper.sheets.clone();
    let appendix = paper.appendix();
    let painkillers = paper.handout.painkiller_days();
    let note = painkillers.map(|(days, logged)| (t.paper.painkiller_days)(days, logged));
    let tests = sheets.tests;
    let tests = (!tests.is_empty()).then(|| {
        let rows = tests.shown.into_iter();
        let rows = rows.map(|test| view! { <p>{test}</p> }).collect_view();
        view! { <section><h2>{t.tests_done}</h2>{rows}<MoreLine more=tests.more appendix /></section> }
    });
    view! {
        {sheets.medicines.map(|rows| view! {
            <Table title=t.medicines_now note=note.unwrap_or_default() class="ho-medicines" columns=t.paper.medicine_columns rows appendix />
        })}
        {sheets.tried.map(|rows| {
            let class = if is_short(&rows) { "ho-tried-short" } else { "ho-tried" };
            view! {
                <Table title=t.treatments_tried note=String::new() class columns=t.paper.tried_columns rows appendix />
            }
        })}
        {tests}
    }
}

#[component]
fn Table(
    title: &'static str,
    note: String,
    class: &'static str,
    columns: [&'static str; 5],
    rows: Rows<Cells>,
    appendix: Option<usize>,
) -> impl IntoView {
    // A column in which nothing was said does not stand. The others keep their widths or are wider.
    let stands = [0, 1, 2, 3, 4].map(|place| stands(&rows, place));
    let heads = (0..).zip(columns).filter(|(place, _)| stands[*place]);
    let heads = heads.map(|(place, column)| {
        let class = format!("ho-column-{}", place + 1);
        view! { <th scope="col" class=class>{column}</th> }
    });
    let heads = heads.collect_view();
    let lines = rows
        .shown
        .iter()
        .map(|row| {
            let [first, ..] = &row.cells;
            let others = row
                .cells
                .iter()
                .zip(stands)
                .skip(1)
                .filter(|(_, stands)| *stands);
            let others = others.map(|(cell, _)| view! { <td>{cell.clone()}</td> });
            view! { <tr><td><b>{first.clone()}</b></td>{others.collect_view()}</tr> }
        })
        .collect_view();
    view! {
        <section>
            <h2>{title}<span>{note}</span></h2>
            {match rows.shown.is_empty() {
                true if rows.more > 0 => ().into_any(),
                true => view! { <p>{rows.instead}</p> }.into_any(),
                false => view! {
                    <table class=format!("ho-table {class}")>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                }.into_any(),
            }}
            <MoreLine more=rows.more appendix />
        </section>
    }
}
