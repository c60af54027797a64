//! Owns what goes with the pain: each factor in a sentence, with how sure that is, and a test with oneself.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::power::TABLE;
use crate::domain::diary::insight::trial::{LEAST_PAIRS, Stage, Trial};
use crate::domain::diary::insight::{Finding, Findings, Lack, Lag, Verdict};
use crate::domain::ids::TrialId;
use crate::state::{use_app, use_messages, use_week_words};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::fields::LineField;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::unfinished::unfinished;
use crate::ui::pages::diary::week::stitches;
use crate::ui::route::Route;

/// The findings of the last year.
#[component]
pub fn FindingsPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let findings = Memo::new(move |_| app.diary.findings());
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Trends back=t.tab_trends title=words.findings />
            {move || view! { <Found findings=findings.get() /> }}
            <Trials />
            <Expect />
        </PlacePage>
    }
}

#[component]
fn Found(findings: Findings) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    if findings.findings.is_empty() {
        return view! {
            <section class="card stack-s">
                <h2>{words.no_factors}</h2>
                <p>{words.no_factors_text}</p>
                <div class="row"><a class="btn btn-primary" href=Route::Follow.href()>{words.choose_factors}</a></div>
            </section>
        }
        .into_any();
    }
    let is_next_day = |finding: &&Finding| finding.lag == Lag::NextDay;
    let so_far = view! { <SoFar findings=findings.clone() /> };
    let enough = |finding: &&Finding| finding.verdict != Verdict::NotEnough;
    if !findings.findings.iter().any(|finding| enough(&finding)) {
        return so_far.into_any();
    }
    let shows =
        |finding: &&Finding| matches!(finding.verdict, Verdict::StandsOut | Verdict::HeldUp);
    let n_shown = findings.findings.iter().filter(shows).count();
    let outcome = findings.outcome;
    let (first, second): (Vec<&Finding>, Vec<&Finding>) =
        (findings.findings.iter().filter(enough)).partition(is_next_day);
    let cards = |list: Vec<&Finding>| {
        list.into_iter()
            .map(|finding| view! { <FindingCard finding=finding.clone() outcome /> })
            .collect_view()
    };
    let (heading, text) = match n_shown {
        0 => (words.nothing_found, words.nothing_found_text),
        _ => (words.something_found, words.something_found_text),
    };
    view! {
        <section class="stack">
            <h2>{heading}</h2>
            <p>{text}</p>
            <p class="tag"><Icon name="calendar" />{(t.logged_of)(findings.days_logged, findings.days)}</p>
        </section>
        <section class="stack">
            <h2>{words.day_after}</h2>
            {cards(first)}
        </section>
        <details class="group card card-plain">
            <summary><b>{words.same_day}</b></summary>
            <div class="stack">
                <p>{words.same_day_text}</p>
                {cards(second)}
            </div>
        </details>
        <p class="soft">{words.never_avoid}</p>
        {so_far}
    }
    .into_any()
}

/// What can only be counted yet, and behind a fold what an answer still lacks. Nothing when all of it can be compared.
#[component]
fn SoFar(findings: Findings) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_week_words();
    let tracking = untrack(|| app.diary.tracking());
    let lacking = findings
        .findings
        .iter()
        .filter(|finding| finding.lag == Lag::NextDay && finding.verdict == Verdict::NotEnough);
    let lacking: Vec<&Finding> = lacking.collect();
    let of_days = lacking.first()?.lacks.first().copied();
    let to_go = of_days.and_then(|lack| match lack {
        Lack::DaysLogged { have, need } => Some((have, need, (words.days_to_go)(lack)?)),
        _ => None,
    });
    let to_go =
        to_go.map(|(have, need, text)| view! { <p class="tally">{text}{stitches(have, need)}</p> });
    let name = |finding: &Finding| {
        let typed = tracking.factors.get(&finding.factor);
        let typed = typed.map_or("", |factor| factor.name.as_str());
        (t.diary.factor_name)(&finding.factor, typed)
    };
    let counts = lacking.iter().map(|finding| {
        let counted = findings.counts.iter();
        let counted = counted.filter(|counted| counted.factor == finding.factor);
        let text = counted.map(words.counted).collect::<String>();
        view! { <li><b>{name(finding)}</b><br />{text}</li> }
    });
    let counts = counts.collect_view();
    let missing = lacking.iter().map(|finding| {
        let text = format!("{}: {}", name(finding), (words.missing)(finding));
        view! { <li>{text}</li> }
    });
    let missing = missing.collect_view();
    Some(view! {
        <section class="card">
            <h2>{words.so_far}</h2>
            <p>{words.so_far_text}</p>
            <ul class="tally">{counts}</ul>
            {to_go}
            <details class="group">
                <summary><b>{words.why_not_yet}</b></summary>
                <div class="stack-s">
                    <p>{words.why_text}</p>
                    <ul>{missing}</ul>
                </div>
            </details>
        </section>
    })
}

/// One factor: its verdict in a sentence, and the figures behind it.
#[component]
fn FindingCard(
    finding: Finding,
    outcome: crate::domain::diary::insight::table::Outcome,
) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let tracking = untrack(|| app.diary.tracking());
    let typed = tracking
        .factors
        .get(&finding.factor)
        .map_or("", |factor| factor.name.as_str());
    let name = (words.factor_name)(&finding.factor, typed);
    let figures = (words.finding_figures)(&finding, outcome);
    view! {
        <section class="card stack-s">
            <h3>{name.clone()}</h3>
            <p><b>{(words.verdict)(finding.verdict)}</b></p>
            <p>{(words.finding)(&finding, outcome, &name)}</p>
            {figures.map(|figures| view! { <p class="soft small">{figures}</p> })}
        </section>
    }
}

/// What a diary can be expected to find, measured on made-up diaries.
#[component]
fn Expect() -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    view! {
        <details class="group card card-plain">
            <summary><b>{words.expect}</b></summary>
            <div class="stack">
                <p>{words.expect_text}</p>
                <div class="scroll-x" tabindex="0" role="region" aria-label=words.expect>
                    <table class="data">
                        <thead>
                            <tr>
                                <th scope="col">{words.expect_days}</th>
                                <th scope="col">{words.expect_two}</th>
                                <th scope="col">{words.expect_one}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {TABLE
                                .iter()
                                .map(|row| view! {
                                    <tr>
                                        <th scope="row">{(words.days)(row.days)}</th>
                                        <td>{(words.found_of_100)(row.two_points)}</td>
                                        <td>{(words.found_of_100)(row.one_point)}</td>
                                    </tr>
                                })
                                .collect_view()}
                        </tbody>
                    </table>
                </div>
                <p>{words.expect_chance}</p>
            </div>
        </details>
    }
}

/// A test of one harmless thing: planned here, its result hidden until the end.
#[component]
fn Trials() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let trials = Memo::new(move |_| app.diary.tracking().trials);
    let is_planned = move || {
        trials
            .read()
            .values()
            .any(|trial| trial.stage(app.today()) != Stage::Over)
    };
    view! {
        <section class="stack">
            <h2>{words.trial}</h2>
            {move || {
                let today = app.today();
                trials.get().into_iter().map(|(id, trial)| view! { <TrialCard id trial today /> }).collect_view()
            }}
            <div hidden=is_planned><PlanTrial /></div>
        </section>
    }
}

#[component]
fn TrialCard(id: TrialId, trial: Trial, today: NaiveDate) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let stage = trial.stage(today);
    let report = trial.report(&untrack(|| app.diary.all_days()), today);
    let is_over = stage == Stage::Over;
    let button = match is_over {
        true => words.trial_remove,
        false => words.trial_stop,
    };
    view! {
        <section class="card stack-s">
            <h3>{trial.name.clone()}</h3>
            <p>{(words.trial_stage)(&trial, stage)}</p>
            {report.map(|report| view! { <p>{(words.trial_report)(&report)}</p> })}
            <div class="row">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        app.diary.follow(|tracking| {
                            if is_over {
                                tracking.trials.remove(&id);
                            } else if let Some(trial) = tracking.trials.get_mut(&id) {
                                trial.stopped = Some(app.today_now());
                            }
                        });
                    }
                >
                    {button}
                </button>
            </div>
        </section>
    }
}

#[component]
fn PlanTrial() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let name = unfinished("trial");
    let harmless = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    view! {
        <details class="group card card-plain">
            <summary><b>{words.trial_plan}</b></summary>
            <div class="stack">
                <p>{words.trial_text}</p>
                <Note kind=NoteKind::Warn heading=words.trial_never><p>{words.trial_never_text}</p></Note>
                <LineField
                    id="trial-name".to_owned()
                    label=words.trial_name
                    hint=words.trial_name_hint
                    value=name
                    on_input=Callback::new(move |text| name.set(text))
                    problem
                />
                <div class="choices">
                    <CheckRow
                        label=words.trial_harmless.to_owned()
                        checked=harmless
                        on_change=Callback::new(move |now| harmless.set(now))
                    />
                </div>
                <div class="row">
                    <button
                        type="button"
                        class="btn btn-primary"
                        on:click=move |_| {
                            let typed = name.get_untracked().trim().to_owned();
                            if typed.is_empty() || !harmless.get_untracked() {
                                problem.set(Some(words.trial_missing.to_owned()));
                                return;
                            }
                            problem.set(None);
                            app.diary.plan_trial(&typed, LEAST_PAIRS, TRIAL_WEEKS);
                            name.set(String::new());
                            harmless.set(false);
                        }
                    >
                        {words.trial_start}
                    </button>
                </div>
            </div>
        </details>
    }
}

/// Weeks of each block: two, so that a carry-over of days does not matter much (`diary_and_outcomes.md`, 4.9).
const TRIAL_WEEKS: u16 = 2;
