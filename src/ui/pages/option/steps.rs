//! Owns what a person does with an option: what it is and takes, the first step, when to judge it, how to stop, and the
//! questions to take along.

use leptos::prelude::*;

use crate::domain::ids::TopicId;
use crate::domain::plan::combinations::judge_of;
use crate::domain::treatments::search::trial_of;
use crate::knowledge::Therapy;
use crate::state::{use_app, use_option_words, use_plan_words};
use crate::ui::components::asked::Asked;
use crate::ui::components::choice_group::CheckRow;

/// What it is, who gives it, how long a fair try is, what it costs.
#[component]
pub fn WhatYouDo(therapy: &'static Therapy) -> impl IntoView {
    let (w, p) = (use_option_words(), use_plan_words());
    let explained = therapy.explained();
    let trial = trial_of(therapy).and_then(|trial| (w.fair_trial)(trial.weeks, trial.sessions));
    view! {
        <section class="card">
            <h2>{w.what_you_do}</h2>
            <p>{therapy.text().plain}</p>
            {explained.done.map(|done| view! { <p>{done}</p> })}
            <dl class="facts facts-review">
                <div><dt>{p.who_gives_it}</dt><dd>{explained.who}</dd></div>
                <div><dt>{w.what_it_takes}</dt><dd>{trial}" "{w.cost}</dd></div>
            </dl>
        </section>
    }
}

/// One knot for each step: whom to ask and what, the days before, when to judge, how to stop.
#[component]
pub fn FirstStep(therapy: &'static Therapy) -> impl IntoView {
    let (w, p) = (use_option_words(), use_plan_words());
    let judge = judge_of(therapy);
    let is_judged_by_diary = judge.is_some_and(|judge| judge.weeks.is_some());
    let say = therapy
        .text()
        .ask
        .first()
        .map(|question| (w.step_say)(question));
    let judge = judge.map_or(p.judge_unknown, |judge| judge.text);
    view! {
        <section class="card">
            <h2>{w.first_step}</h2>
            <ol class="knots">
                <li>
                    <b>{w.step_first}</b>
                    <p>{(w.step_who)(therapy)}" "{say}</p>
                    <Asked topic=TopicId::of_option(therapy.id) />
                </li>
                {is_judged_by_diary.then(|| view! { <li><b>{w.step_before}</b><p>{p.judge_text}</p></li> })}
                <li><b>{w.step_judge}</b><p>{judge}</p></li>
                {(w.stop)(therapy.group).map(|stop| view! { <li><b>{w.step_stop}</b><p>{stop}</p></li> })}
            </ol>
        </section>
    }
}

/// Questions to the specialist; a tick puts one on the person's own list.
#[component]
pub fn TakeAlong(therapy: &'static Therapy) -> impl IntoView {
    let app = use_app();
    let w = use_option_words();
    let is_kept = move |question: &str| {
        let questions = app.assessment.questions();
        questions.iter().any(|known| known == question)
    };
    let keep = move |question: &'static str, kept: bool| {
        let mut questions = app.assessment.questions();
        questions.retain(|known| known != question);
        if kept {
            questions.push(question.to_owned());
        }
        app.assessment.set_questions(questions);
    };
    let questions = therapy.text().ask;
    (!questions.is_empty()).then(|| {
        let rows = questions
            .iter()
            .map(|&question| {
                view! {
                    <CheckRow
                        label=question.to_owned()
                        checked=Signal::derive(move || is_kept(question))
                        on_change=Callback::new(move |kept| keep(question, kept))
                    />
                }
            })
            .collect_view();
        view! {
            <section class="card">
                <h2>{w.take_along}</h2>
                <div class="choices">{rows}</div>
                <p class="small soft">{w.take_along_text}</p>
            </section>
        }
    })
}
