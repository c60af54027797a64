//! Owns the list of all options by group, with a search.

use leptos::prelude::*;

use crate::domain::ids::TherapyId;
use crate::domain::plan::model::Status;
use crate::knowledge::{THERAPIES, Therapy, TherapyGroup};
use crate::state::{use_app, use_messages, use_plan_words};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::pages::plan::group_icon;
use crate::ui::route::Route;

/// The groups in the order in which they are shown.
const GROUPS: [TherapyGroup; 8] = [
    TherapyGroup::Selfcare,
    TherapyGroup::Physical,
    TherapyGroup::Psych,
    TherapyGroup::Medicine,
    TherapyGroup::Procedure,
    TherapyGroup::Programme,
    TherapyGroup::Test,
    TherapyGroup::Social,
];

#[component]
pub fn OptionsPage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let plan = app.assessment.plan();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let words = typed.with(|typed| typed.to_lowercase());
        let words: Vec<&str> = words.split_whitespace().collect();
        let places = THERAPIES.iter().enumerate();
        places
            .filter(|(_, therapy)| words.iter().all(|word| fits(therapy, word)))
            .map(|(place, _)| place)
            .collect::<Vec<usize>>()
    });
    let is_searching = move || typed.with(|typed| !typed.trim().is_empty());
    let groups = move || {
        let found = found.get();
        GROUPS
            .into_iter()
            .filter_map(|group| {
                let of_group: Vec<&'static Therapy> = found
                    .iter()
                    .filter_map(|place| THERAPIES.get(*place))
                    .filter(|therapy| therapy.group == group)
                    .collect();
                if of_group.is_empty() {
                    return None;
                }
                let count = of_group.len();
                let rows = of_group
                    .into_iter()
                    .map(|therapy| {
                        let status = plan.line(therapy).map(|line| line.status);
                        view! { <OptionRow therapy status /> }
                    })
                    .collect_view();
                Some(view! {
                    <details class="card group" open=is_searching()>
                        <summary>
                            <Icon name=group_icon(group) />
                            <b>{(t.therapy_group)(group)}</b>
                            <span class="soft">{count}</span>
                        </summary>
                        <ul class="list">{rows}</ul>
                    </details>
                })
            })
            .collect_view()
    };
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.options_title text=w.options_text />
            <div class="field">
                <label for="search">{w.options_search}</label>
                <input
                    class="input"
                    id="search"
                    type="search"
                    autocomplete="off"
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <p role="status" class="small soft">
                {move || match found.with(Vec::len) {
                    0 => w.options_none.to_owned(),
                    count => (w.options_found)(count),
                }}
            </p>
            <div class="stack">{groups}</div>
        </PlacePage>
    }
}

#[component]
fn OptionRow(therapy: &'static Therapy, status: Option<Status>) -> impl IntoView {
    let w = use_plan_words();
    view! {
        <li>
            <a class="option-row" href=Route::Option(TherapyId::from(therapy.id)).href()>
                <span class="stack-s">
                    <span>{therapy.name}</span>
                    {status.map(|status| view! { <span class="tag">{(w.status_word)(status)}</span> })}
                </span>
                <Icon name="next" />
            </a>
        </li>
    }
}

/// Whether a word, in small letters, stands in the name or in what the option is used for.
fn fits(therapy: &Therapy, word: &str) -> bool {
    let uses = therapy.text().uses;
    therapy.name.to_lowercase().contains(word)
        || uses.iter().any(|each| each.to_lowercase().contains(word))
}
