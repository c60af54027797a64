//! Owns the choice of the two weeks with which later ones are compared.

use leptos::prelude::*;

use crate::domain::date::{Days, NaiveDate};
use crate::domain::diary::insight::change::{BLOCK_DAYS, Level, baseline_level};
use crate::state::{use_app, use_look_words};
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::DayField;

/// What is compared with now, another first day, and the way back to the first good weeks.
#[component]
pub fn BaselineChoice(start: Option<Level>, has_chosen: bool) -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    let problem = RwSignal::new(None::<String>);
    let choose = move |day: Option<NaiveDate>| {
        problem.set(None);
        let Some(day) = day else { return };
        let latest = app.today().checked_sub_days(Days::new(BLOCK_DAYS as u64));
        if latest.is_none_or(|latest| day > latest) {
            problem.set(Some(words.baseline_odd.to_owned()));
            return;
        }
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
                <DayField
                    id="baseline"
                    label=words.baseline_first
                    value=Signal::stored(start.map(|start| start.first))
                    rule=Signal::derive(move || app.past_days())
                    problem
                    on_day=Callback::new(move |day| untrack(|| choose(day)))
                />
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
