//! Owns the ledger of treatments tried: search by everyday names, and how each went.

use leptos::prelude::*;

use crate::domain::ids::TherapyId;
use crate::domain::questionnaire::model::{Answer, Effect, Tried, Unit};
use crate::domain::treatments::search::search as find;
use crate::domain::treatments::trials::doubts;
use crate::knowledge::{Item, THERAPIES, Therapy, TherapyGroup, therapy};
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::LineField;
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::Ladder;
use crate::ui::components::sources::Sources;

/// Groups of treatments in the order in which people think of them.
const GROUPS: [TherapyGroup; 6] = [
    TherapyGroup::Medicine,
    TherapyGroup::Physical,
    TherapyGroup::Psych,
    TherapyGroup::Procedure,
    TherapyGroup::Selfcare,
    TherapyGroup::Programme,
];

/// Treatments of the catalogue, to tick; each ticked one opens "how did it go". What is not in it is added in own words.
#[component]
pub fn TriedControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let search = RwSignal::new(String::new());
    let list = move || match app.assessment.answer(item) {
        Some(Answer::Tried(list)) => list,
        _ => Vec::new(),
    };
    let is_searching = move || search.read().trim().chars().count() >= 2;
    let tick = move |therapy: &'static Therapy, name: Option<&str>, now: bool| {
        let mut tried = list();
        tried.retain(|known| known.therapy.as_str() != therapy.id);
        if now {
            tried.push(Tried {
                name: name.unwrap_or_default().to_owned(),
                ..Tried::new(TherapyId::from(therapy.id))
            });
        }
        if tried.is_empty() {
            app.assessment.take_back(item);
        } else {
            app.assessment.give(item, Answer::Tried(tried));
        }
    };
    let row = move |therapy: &'static Therapy, name: Option<&'static str>| {
        let ticked = Signal::derive(move || {
            list()
                .iter()
                .any(|tried| tried.therapy.as_str() == therapy.id)
        });
        view! {
            <CheckRow
                label=therapy.name.to_owned()
                hint=name.unwrap_or_default()
                checked=ticked
                on_change=Callback::new(move |now| tick(therapy, name, now))
            />
        }
    };
    let found = move || {
        let typed = search.get();
        let rows = find(&typed)
            .into_iter()
            .map(|found| row(found.therapy, found.by))
            .collect_view();
        let other = typed.trim().to_owned();
        let label = (t.assessment.tried_other)(&other);
        view! {
            <div class="choices">{rows}</div>
            <button
                type="button"
                class="btn btn-wide"
                on:click=move |_| {
                    let mut tried = list();
                    tried.push(Tried { name: other.clone(), ..Tried::new(TherapyId::from("")) });
                    app.assessment.give(item, Answer::Tried(tried));
                    search.set(String::new());
                }
            >
                <Icon name="plus" />
                {label}
            </button>
        }
    };
    let groups = move || {
        GROUPS
            .into_iter()
            .map(|group| {
                let therapies = THERAPIES.iter().filter(|therapy| therapy.group == group);
                let rows = therapies.map(|therapy| row(therapy, None)).collect_view();
                view! {
                    <details class="card group">
                        <summary><b>{(t.therapy_group)(group)}</b></summary>
                        <div class="choices">{rows}</div>
                    </details>
                }
            })
            .collect_view()
    };
    let count = Memo::new(move |_| list().len());
    let none = Signal::derive(
        move || matches!(app.assessment.answer(item), Some(Answer::Tried(list)) if list.is_empty()),
    );
    view! {
        <ol class="stack">{move || (0..count.get()).map(|place| view! { <TriedCard item place /> }).collect_view()}</ol>
        <LineField
            id="search".to_owned()
            label=t.tried_search
            hint=t.tried_search_hint
            value=search
            on_input=Callback::new(move |typed| search.set(typed))
        />
        <div class="stack-s">
            {move || if is_searching() { found().into_any() } else { groups().into_any() }}
        </div>
        {move || (count.get() == 0).then(|| view! {
            <div class="choices">
                <CheckRow
                    label=t.tried_none.to_owned()
                    checked=none
                    on_change=Callback::new(move |ticked| {
                        if ticked {
                            app.assessment.give(item, Answer::Tried(Vec::new()));
                        } else {
                            app.assessment.take_back(item);
                        }
                    })
                />
            </div>
        })}
    }
}

const UNITS: [(&str, Unit); 4] = [
    ("days", Unit::Days),
    ("weeks", Unit::Weeks),
    ("months", Unit::Months),
    ("years", Unit::Years),
];

/// How one treatment went.
#[component]
fn TriedCard(item: &'static Item, place: usize) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.assessment;
    let tried = Memo::new(move |_| match app.assessment.answer(item) {
        Some(Answer::Tried(list)) => list.get(place).cloned(),
        _ => None,
    });
    let change = move |change: &dyn Fn(&mut Tried)| {
        let Some(Answer::Tried(mut list)) = app.assessment.answer_untracked(item) else {
            return;
        };
        if let Some(tried) = list.get_mut(place) {
            change(tried);
            app.assessment.give(item, Answer::Tried(list));
        }
    };
    let text = move |read: fn(&Tried) -> &String| {
        Signal::derive(move || {
            tried.with(|tried| tried.as_ref().map(read).cloned().unwrap_or_default())
        })
    };
    let known = Memo::new(move |_| {
        tried.with(|tried| therapy(tried.as_ref()?.therapy.as_str()).map(|known| known.name))
    });
    let called = Signal::derive(move || {
        known
            .get()
            .map_or_else(|| text(|tried| &tried.name).get(), str::to_owned)
    });
    let is_medicine = move || {
        tried.with(|tried| {
            tried
                .as_ref()
                .and_then(|tried| therapy(tried.therapy.as_str()))
                .is_some_and(|therapy| therapy.group == TherapyGroup::Medicine)
        })
    };
    let effects = [
        ("helped", Effect::Helped, t.tried_helped),
        ("no_help", Effect::NoHelp, t.tried_no_help),
        ("bad_for", Effect::BadFor, t.tried_bad_for),
    ];
    let chosen = Signal::derive(move || {
        let effect = tried.get()?.effect?;
        effects
            .iter()
            .find(|(_, known, _)| *known == effect)
            .map(|(id, _, _)| (*id).to_owned())
    });
    let rows = effects
        .iter()
        .map(|(id, _, label)| ChoiceRow {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    let units = UNITS
        .into_iter()
        .map(|(id, unit)| {
            let selected = move || {
                tried.with(|tried| {
                    tried
                        .as_ref()
                        .is_some_and(|tried| tried.lasted_unit == unit)
                })
            };
            view! { <option value=id prop:selected=selected>{(words.unit)(unit)}</option> }
        })
        .collect_view();
    let doubt = move || {
        let marks = tried.with(|tried| tried.as_ref().map(doubts).unwrap_or_default());
        (!marks.is_empty()).then(|| {
            let lines = marks
                .iter()
                .map(|mark| {
                    view! { <p>{(words.doubt)(&mark.doubt)}</p> <Sources sources=mark.sources.to_vec() /> }
                })
                .collect_view();
            view! { <div class="stack-s" role="status">{lines}<p>{words.doubt_talk}</p></div> }
        })
    };
    view! {
        <li class="card stack">
            <h2>{move || called.get()}</h2>
            <fieldset class="stack-s">
                <legend class="label">{t.tried_how}<span class="sr">" "{move || called.get()}</span></legend>
                <RadioRows
                    name=format!("tried-{place}")
                    rows
                    chosen
                    on_choose=Callback::new(move |id: String| {
                        let effect = effects.iter().find(|(known, _, _)| *known == id).map(|(_, effect, _)| *effect);
                        change(&|tried| tried.effect = effect);
                    })
                />
            </fieldset>
            <div class="two">
                <LineField
                    id=format!("tried-{place}-lasted")
                    label=words.tried_lasted
                    input_mode="numeric"
                    value=text(|tried| &tried.lasted)
                    on_input=Callback::new(move |typed: String| change(&|tried| tried.lasted.clone_from(&typed)))
                />
                <div class="field">
                    <label class="sr" for=format!("tried-{place}-unit")>{words.tried_lasted}</label>
                    <select
                        class="input"
                        id=format!("tried-{place}-unit")
                        on:change=move |event| {
                            let id = event_target_value(&event);
                            if let Some((_, unit)) = UNITS.iter().find(|(known, _)| *known == id) {
                                change(&|tried| tried.lasted_unit = *unit);
                            }
                        }
                    >
                        {units}
                    </select>
                </div>
            </div>
            {move || if is_medicine() {
                view! {
                    <LineField
                        id=format!("tried-{place}-dose")
                        label=words.tried_dose
                        input_mode="numeric"
                        value=text(|tried| &tried.dose_mg)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.dose_mg.clone_from(&typed)))
                    />
                }
            } else {
                view! {
                    <LineField
                        id=format!("tried-{place}-sessions")
                        label=words.tried_sessions
                        input_mode="numeric"
                        value=text(|tried| &tried.sessions)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.sessions.clone_from(&typed)))
                    />
                }
            }}
            <super::odd::Oddities item record=Some(place) />
            {doubt}
            <CheckRow
                label=t.tried_still.to_owned()
                checked=Signal::derive(move || tried.with(|tried| tried.as_ref().is_some_and(|tried| tried.still_using)))
                on_change=Callback::new(move |now| change(&|tried| tried.still_using = now))
            />
            <details class="group">
                <summary><b>{words.more}</b></summary>
                <div class="stack">
                    <LineField
                        id=format!("tried-{place}-name")
                        label=words.tried_name
                        value=text(|tried| &tried.name)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.name.clone_from(&typed)))
                    />
                    <fieldset class="stack-s">
                        <legend class="label">{words.tried_help}</legend>
                        <Ladder
                            name=format!("tried-{place}-help")
                            zero=words.no_help
                            chosen=Signal::derive(move || tried.get()?.help)
                            on_choose=Callback::new(move |level| change(&|tried| tried.help = Some(level)))
                            ends=None
                            spoken=t.of_ten
                        />
                    </fieldset>
                    <LineField
                        id=format!("tried-{place}-problems")
                        label=words.tried_problems
                        value=text(|tried| &tried.problems)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.problems.clone_from(&typed)))
                    />
                    <LineField
                        id=format!("tried-{place}-stopped")
                        label=words.tried_stopped
                        value=text(|tried| &tried.stopped)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.stopped.clone_from(&typed)))
                    />
                    <LineField
                        id=format!("tried-{place}-detail")
                        label=words.tried_note
                        value=text(|tried| &tried.detail)
                        on_input=Callback::new(move |typed: String| change(&|tried| tried.detail.clone_from(&typed)))
                    />
                </div>
            </details>
            <button
                type="button"
                class="btn btn-quiet"
                on:click=move |_| {
                    if let Some(Answer::Tried(mut list)) = app.assessment.answer_untracked(item)
                        && place < list.len()
                    {
                        list.remove(place);
                        if list.is_empty() {
                            app.assessment.take_back(item);
                        } else {
                            app.assessment.give(item, Answer::Tried(list));
                        }
                    }
                }
            >
                <Icon name="delete" />
                {move || (words.remove)(&called.get())}
            </button>
        </li>
    }
}
