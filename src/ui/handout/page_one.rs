//! Page one: for the specialist, readable in 60 seconds.

use leptos::prelude::*;

use super::{Foot, TickBox, more_line};
use crate::domain::body_map::{Rating, badges, marks};
use crate::domain::handout::{Handout, NumberedSite, PaperBlock, Ticked};
use crate::domain::treatments::trials::doubts;
use crate::knowledge::VERSION;
use crate::knowledge::body_map::MapView;
use crate::state::{use_messages, use_plan_words};
use crate::ui::components::body_map::BodyFigure;
use crate::ui::components::chart::{ChartLook, PainChart};
use crate::ui::words::{dose_words, effect_words, tried_detail, tried_name};

#[component]
pub fn PageOne(handout: Handout) -> impl IntoView {
    let t = use_messages();
    let summary = (t.summary)(&handout);
    let sites: Vec<_> = handout
        .sites
        .shown
        .iter()
        .map(|numbered| numbered.site.clone())
        .collect();
    let told = handout
        .in_person
        .iter()
        .map(|block| (t.paper.block)(*block).to_lowercase());
    let told: Vec<String> = told.collect();
    let in_person =
        (!told.is_empty()).then(|| view! { <p><b>{(t.paper.in_person)(&told.join("; "))}</b></p> });
    let has_sites = !sites.is_empty();
    let figure = move |view: MapView, label: &'static str| {
        let shown = marks(&sites, Rating::Worst).with_close_up_on_body();
        view! { <BodyFigure view marks=shown badges=badges(&sites, view, true) label /> }
    };
    let chart = (handout.logged.days > 0).then(|| (handout.days.clone(), handout.blocks.clone()));
    view! {
        <section class="handout-page" aria-label=t.page_one_label>
            <div class="ho-head"><h1>{t.page_one_title}</h1><span>{(t.long_date_year)(handout.date)}</span></div>
            <div class="ho-who">
                <span><b>{handout.name.clone().unwrap_or_else(|| t.name_line.to_owned())}</b></span>
                {handout.visit.clone().map(|visit| view! { <span>{(t.visit_line)(&visit)}</span> })}
            </div>
            <SafetyBox handout=handout.clone() />
            <div class="ho-ask">
                <span>{t.wish_label}</span>
                <p class="q">{handout.wish.clone().map_or_else(|| t.not_answered.to_owned(), |wish| format!("“{wish}”"))}</p>
                {(!handout.reasons.is_empty()).then(|| view! {
                    <div class="ho-ticks">
                        {handout
                            .reasons
                            .iter()
                            .map(|(option, ticked)| view! { <span><TickBox ticked=*ticked />{option.label}</span> })
                            .collect_view()}
                    </div>
                })}
            </div>
            <section>
                <h2>{t.in_short}</h2>
                <p>{summary}{handout.story.clone().map(|story| format!(" “{story}”"))}</p>
                {in_person}
            </section>
            <div class="ho-map">
                <div class="ho-figs">
                    {has_sites.then(|| view! {
                        <figure>
                            <figcaption><span>{t.side_right}</span><span>{t.map_words.front}</span><span>{t.side_left}</span></figcaption>
                            {figure(MapView::Front, t.map_words.map_front)}
                        </figure>
                        <figure>
                            <figcaption><span>{t.side_left}</span><span>{t.map_words.back}</span><span>{t.side_right}</span></figcaption>
                            {figure(MapView::Back, t.map_words.map_back)}
                        </figure>
                        <MapKey />
                    })}
                    {handout.tests.clone().map(|tests| view! { <section class="ho-tests"><h2>{t.tests_done}</h2><p>{tests}</p></section> })}
                </div>
                <div class="ho-right">
                    <section>
                        <h2>{t.where_it_hurts}<span>{t.usual_worst_head}</span></h2>
                        {if has_sites {
                            view! {
                                <ol class="ho-sites">
                                    {handout.sites.shown.iter().map(|site| view! { <SiteLine site=site.clone() /> }).collect_view()}
                                </ol>
                            }.into_any()
                        } else {
                            view! { <p>{t.not_answered}</p> }.into_any()
                        }}
                        {more_line(&handout.sites)}
                    </section>
                    <section><h2>{t.how_it_limits}<span>{t.last_week_scale}</span></h2><p>{(t.impact)(&handout)}</p></section>
                    {handout.shows(PaperBlock::Diary).then(|| view! { <section>
                        <h2>{t.last_weeks}<span><b>{(t.logged_of)(handout.logged.days, handout.logged.of)}</b></span></h2>
                        {match chart {
                            Some((days, blocks)) => view! {
                                <PainChart days blocks look=ChartLook::Paper />
                                <p class="ho-small">{t.chart_key}</p>
                            }.into_any(),
                            None => view! { <p>{t.no_diary}</p> }.into_any(),
                        }}
                    </section> })}
                </div>
            </div>
            {handout.shows(PaperBlock::Medicines).then(|| view! {
            <section>
                <h2>{t.medicines_now}</h2>
                {if handout.medicines.shown.is_empty() {
                    view! { <p>{if handout.medicines_known { t.medicine_none } else { t.not_answered }}</p> }.into_any()
                } else {
                    view! {
                        <table class="ho-table ho-medicines">
                            <thead><tr><th scope="col">{t.medicine_name}</th><th scope="col">{t.medicine_dose}</th><th scope="col">{t.medicine_problems}</th></tr></thead>
                            <tbody>
                                {handout
                                    .medicines
                                    .shown
                                    .iter()
                                    .map(|medicine| view! {
                                        <tr><td><b>{medicine.name.clone()}</b></td><td>{dose_words(t, medicine)}</td><td>{medicine.problems.clone()}</td></tr>
                                    })
                                    .collect_view()}
                            </tbody>
                        </table>
                    }.into_any()
                }}
                {more_line(&handout.medicines)}
            </section>
            })}
            {handout.shows(PaperBlock::Tried).then(|| view! {
            <section>
                <h2>{t.treatments_tried}</h2>
                {if handout.tried.shown.is_empty() {
                    view! { <p>{if handout.tried_known { t.tried_none } else { t.not_answered }}</p> }.into_any()
                } else {
                    view! {
                        <table class="ho-table ho-tried-short">
                            <thead><tr><th scope="col">{t.table_treatment}</th><th scope="col">{t.table_detail}</th><th scope="col">{t.table_effect}</th><th scope="col">{t.paper.fair_trial}</th></tr></thead>
                            <tbody>
                                {handout
                                    .tried
                                    .shown
                                    .iter()
                                    .map(|tried| view! {
                                        <tr>
                                            <td>{tried_name(tried)}</td>
                                            <td>{tried_detail(t, tried)}</td>
                                            <td>{effect_words(t, tried.effect)}{tried.still_using.then_some(t.still_using_short)}</td>
                                            <td>{(t.paper.fair_short)(doubts(tried).len())}</td>
                                        </tr>
                                    })
                                    .collect_view()}
                            </tbody>
                        </table>
                    }.into_any()
                }}
                {more_line(&handout.tried)}
            </section>
            })}
            <Foot text=(t.foot_one)(VERSION) name=handout.name.clone() page=1 />
        </section>
    }
}

/// The strip that is never left out.
#[component]
fn SafetyBox(handout: Handout) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let strip = handout.safety;
    let list = move |ticked: &Ticked| match ticked {
        Ticked::Unknown => t.not_answered.to_owned(),
        Ticked::None => t.none_named.to_owned(),
        Ticked::Some(options) => options
            .iter()
            .map(|option| option.label)
            .collect::<Vec<_>>()
            .join("; "),
    };
    let signs = match (strip.asked, strip.warnings.is_empty()) {
        (None, true) => t.signs_not_asked.to_owned(),
        (Some(asked), true) => (t.signs_none_on)(asked),
        (asked, false) => (t.signs_some_on)(asked),
    };
    view! {
        <div class="ho-safety">
            <span class="ho-wide">
                <b>{signs}</b>
                {strip
                    .warnings
                    .iter()
                    .map(|warning| format!(" {} ({}).", short_suspicion(warning.flag.suspect), (t.class)(warning.class)))
                    .collect::<Vec<_>>()
                    .join("")}
                {(!strip.clashing.is_empty()).then(|| format!(" {}: {}.", w.clashes_now, strip.clashing.join(" + ")))}
                {(!strip.checked.is_empty()).then(|| (t.signs_checked)(strip.checked.len()))}
            </span>
            <span>{t.allergies_label}": "<b>{list(&strip.allergies)}</b></span>
            <span>{t.risky_medicines_label}": "<b>{list(&strip.medicines)}</b></span>
            <span class="ho-wide">{t.conditions_label}": "<b>{list(&strip.conditions)}</b></span>
            {strip.pregnancy.map(|option| view! { <span class="ho-wide">{t.pregnancy_label}": "<b>{option.label}</b></span> })}
        </div>
    }
}

#[component]
fn SiteLine(site: NumberedSite) -> impl IntoView {
    let t = use_messages();
    let words = (t.site_line)(&site.site);
    view! {
        <li>
            <span class="no">{site.number}</span>
            <span><b>{site.name}</b>{words}</span>
        </li>
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

/// What a sign may point to, without the list of all its forms.
fn short_suspicion(suspect: &str) -> &str {
    suspect.split([':', ';']).next().unwrap_or(suspect)
}
