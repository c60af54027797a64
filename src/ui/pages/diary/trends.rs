//! Owns Trends: the last 30 days as a sentence, a picture and a table.

use leptos::prelude::*;

use crate::state::{use_app, use_messages};
use crate::ui::components::chart::PainChart;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::pages::diary::{DiaryHead, DiaryTab};
use crate::ui::route::Route;

/// How many days the picture shows.
const DAYS: u64 = 30;

#[component]
pub fn TrendsPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let days = app.diary.last_days(DAYS);
    let summary = app.diary.summary(&days);
    view! {
        <PlacePage place=Place::Diary>
            <DiaryHead tab=DiaryTab::Trends />
            <section class="stack">
                <h2>{(t.change_heading)(summary.change)}</h2>
                <p>{(t.change_text)(summary.change)}</p>
                <p class="tag"><Icon name="calendar" />{(t.logged_of)(summary.logged.days, summary.logged.of)}</p>
            </section>
            <section class="card">
                <h2>{t.chart_title}</h2>
                <PainChart days=days.clone() blocks=summary.blocks />
                <ul class="legend">
                    <li>{t.legend_dot}</li>
                    <li>{t.legend_flare}</li>
                    <li>{t.legend_free}</li>
                    <li>{t.legend_gap}</li>
                    <li>{t.legend_median}</li>
                </ul>
                <details>
                    <summary><Icon name="table" />{t.as_table}</summary>
                    <div class="scroll-x" tabindex="0" role="region" aria-label=t.chart_title>
                        <table class="data">
                            <thead>
                                <tr><th scope="col">{t.table_day}</th><th scope="col">{t.table_usual}</th><th scope="col">{t.table_worst}</th><th scope="col">{t.table_note}</th></tr>
                            </thead>
                            <tbody>
                                {days
                                    .iter()
                                    .rev()
                                    .map(|day| {
                                        let note = match (day.logged, day.pain_free, day.flare) {
                                            (false, _, _) => t.not_logged,
                                            (true, true, _) => t.pain_free,
                                            (true, false, true) => t.flare,
                                            (true, false, false) => "",
                                        };
                                        view! {
                                            <tr>
                                                <th scope="row">{(t.short_date)(day.date)}</th>
                                                <td>{day.usual.map(|usual| usual.round() as u8)}</td>
                                                <td>{day.worst}</td>
                                                <td>{note}</td>
                                            </tr>
                                        }
                                    })
                                    .collect_view()}
                            </tbody>
                        </table>
                    </div>
                </details>
            </section>
            <a class="card card-link" href=Route::Findings.href()>
                <Icon name="chart" />
                <span><b>{t.diary.findings}</b><span class="soft">{t.diary.findings_link}</span></span>
                <Icon name="next" />
            </a>
        </PlacePage>
    }
}
