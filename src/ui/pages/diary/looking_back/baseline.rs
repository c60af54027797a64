//! Owns the choice of the two weeks with which later ones are compared.

use leptos::prelude::*;

use crate::domain::date::{Days, day_from};
use crate::domain::diary::insight::change::{BLOCK_DAYS, Level, baseline_level};
use crate::state::{use_app, use_look_words};
use crate::ui::components::icon::Icon;

/// What is compared with now, another first day, and the way back to the first good weeks.
#[component]
pub fn BaselineChoice(start: Option<Level>, has_chosen: bool) -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    let problem = RwSignal::new(None::<String>);
    let choose = move |typed: String| {
        let today = app.today();
        let latest = today.checked_sub_days(Days::new(BLOCK_DAYS as u64));
        let day = day_from(&typed).filter(|day| latest.is_some_and(|latest| *day <= latest));
        let Some(day) = day else {
            problem.set(Some(words.baseline_odd.to_owned()));
            return;
        };
        match baseline_level(&app.diary.block_from(day)) {
            Ok(_) => {
                app.diary.follow(|tracking| tracking.baseline = Some(day));
            }
            Err(have) => problem.set(Some((words.baseline_sparse)(have))),
        }
    };
    view! {
        <details class="group card no-print">
            <summary><b>{words.baseline}</b></summary>
            <div class="stack-s">
                <p>{words.baseline_text}</p>
                {start.map(|start| view! { <p>{(words.baseline_now)(&start)}</p> })}
                <div class="field">
                    <label for="baseline">{words.baseline_first}</label>
                    <input
                        class="input"
                        type="date"
                        id="baseline"
                        aria-describedby="baseline-problem"
                        aria-invalid=move || problem.read().is_some().then_some("true")
                        prop:value=start.map(|start| start.first.to_string()).unwrap_or_default()
                        on:change=move |event| untrack(|| choose(event_target_value(&event)))
                    />
                    <p class="error" id="baseline-problem" role="alert" hidden=move || problem.read().is_none()>
                        <Icon name="warning" />
                        <span>{problem}</span>
                    </p>
                </div>
                {has_chosen.then(|| view! {
                    <div class="row">
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                app.diary.follow(|tracking| tracking.baseline = None);
                            }
                        >
                            <Icon name="history" />
                            {words.baseline_default}
                        </button>
                    </div>
                })}
            </div>
        </details>
    }
}
