//! Owns My questions: own words, own order.

use leptos::prelude::*;

use crate::domain::handout::MAX_QUESTIONS;
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::fields::WordsField;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::unfinished::unfinished;
use crate::ui::route::Route;

#[component]
pub fn QuestionsPage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let typed = unfinished("question");
    let suggestions = move || {
        let own = app.assessment.questions();
        app.assessment
            .plan_questions()
            .into_iter()
            .filter(|question| own.iter().all(|known| known != question))
            .collect::<Vec<_>>()
    };
    let add = move |question: String| {
        let question = question.trim().to_owned();
        if question.is_empty() {
            return;
        }
        let mut questions = app.assessment.questions();
        if !questions.contains(&question) {
            questions.push(question);
            app.assessment.set_questions(questions);
        }
    };
    let swap = move |a: usize, b: usize| {
        let mut questions = app.assessment.questions();
        if a < questions.len() && b < questions.len() {
            questions.swap(a, b);
            app.assessment.set_questions(questions);
        }
    };
    let remove = move |place: usize| {
        let mut questions = app.assessment.questions();
        if place < questions.len() {
            questions.remove(place);
            app.assessment.set_questions(questions);
        }
    };
    let list = move || {
        let questions = app.assessment.questions();
        let last = questions.len().saturating_sub(1);
        questions
            .into_iter()
            .enumerate()
            .map(|(place, question)| {
                view! {
                    <li>
                        <span class="stack-s">
                            <span class="clip">{question}</span>
                            {(place >= MAX_QUESTIONS).then(|| view! { <span class="tag">{w.not_on_paper}</span> })}
                        </span>
                        <span class="moves">
                            {(place > 0).then(|| view! {
                                <button type="button" class="btn btn-icon up" on:click=move |_| swap(place, place - 1)>
                                    <Icon name="next" />
                                    <span class="sr">{(t.question_up)(place + 1)}</span>
                                </button>
                            })}
                            {(place < last).then(|| view! {
                                <button type="button" class="btn btn-icon down" on:click=move |_| swap(place, place + 1)>
                                    <Icon name="next" />
                                    <span class="sr">{(t.question_down)(place + 1)}</span>
                                </button>
                            })}
                            <button type="button" class="btn btn-icon" on:click=move |_| remove(place)>
                                <Icon name="delete" />
                                <span class="sr">{(t.question_remove)(place + 1)}</span>
                            </button>
                        </span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <PlacePage place=Place::Plan>
            <header class="top">
                <a class="btn btn-icon" href=Route::Plan.href()><Icon name="back" /><span class="sr">{t.back_to_plan}</span></a>
                <div class="title grow">
                    <h1>{t.my_questions}</h1>
                    <p class="soft small">{t.my_questions_text}</p>
                </div>
            </header>
            <ol class="qlist">{list}</ol>
            <div class="stack-s">
                <WordsField
                    id="own-question".to_owned()
                    label=t.own_question
                    value=typed
                    on_input=Callback::new(move |words| typed.set(words))
                />
                <button
                    type="button"
                    class="btn btn-primary"
                    on:click=move |_| {
                        add(typed.get_untracked());
                        typed.set(String::new());
                    }
                >
                    {t.add}
                </button>
            </div>
            <Goals />
            {move || {
                let offered = suggestions();
                (!offered.is_empty()).then(|| view! {
                    <section class="stack-s">
                        <h2>{t.good_to_ask}</h2>
                        <p class="soft">{t.good_to_ask_text}</p>
                        {offered
                            .into_iter()
                            .map(|question| {
                                let words = question.clone();
                                view! {
                                    <button type="button" class="btn btn-wide btn-start" on:click=move |_| add(words.clone())>
                                        <Icon name="plus" />
                                        {question}
                                    </button>
                                }
                            })
                            .collect_view()}
                    </section>
                })
            }}
        </PlacePage>
    }
}

/// What the person wants to be able to do; asked in the assessment, changed there.
#[component]
fn Goals() -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let goals = move || {
        ["goals.do", "goals.want"]
            .into_iter()
            .filter_map(|item| app.assessment.text(item))
            .collect::<Vec<String>>()
    };
    view! {
        <section class="card">
            <h2>{w.my_goals}</h2>
            <p class="soft small">{w.my_goals_text}</p>
            {move || {
                let goals = goals();
                if goals.is_empty() {
                    view! { <p>{w.goals_none}</p> }.into_any()
                } else {
                    goals.into_iter().map(|goal| view! { <p class="clip">{goal}</p> }).collect_view().into_any()
                }
            }}
            <div class="row"><a class="btn" href=Route::ask("goals.do").href()><Icon name="edit" />{w.goals_edit}</a></div>
        </section>
    }
}
