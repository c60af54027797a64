//! Owns a running attack: begin, "still going", end, and mending its times.

use leptos::prelude::*;

use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment};
use crate::domain::diary::entry::Entry;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::clashes::ClashNote;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::{DayField, TimeField};
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// The attacks that have no end yet, wherever a person looks first; nothing while there is none.
#[component]
pub fn RunningAttack() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let running = Memo::new(move |_| {
        let entries = app.diary.running_attacks().into_iter();
        entries.filter_map(|entry| entry.attack).collect::<Vec<_>>()
    });
    move || {
        let card = |attack: Attack| {
            view! {
                <section class="card card-lead">
                    <h2>{(words.attack_since)(attack.kind, attack.start, app.today())}</h2>
                    <div class="row">
                        <a class="btn btn-primary" href=Route::Attack.href()><Icon name="timer" />{words.attack_open}</a>
                    </div>
                </section>
            }
        };
        running.get().into_iter().map(card).collect_view()
    }
}

/// Starting an attack, or what is known of each that is running.
#[component]
pub fn AttackPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let running = Memo::new(move |_| app.diary.running_attacks());
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=words.attack />
            {move || match running.get() {
                none if none.is_empty() => view! { <Begin /> }.into_any(),
                entries => entries
                    .into_iter()
                    .enumerate()
                    .map(|(number, entry)| view! { <Running number entry /> })
                    .collect_view()
                    .into_any(),
            }}
            {move || view! { <ClashNote clashes=app.clashes_on(app.today()) /> }}
        </PlacePage>
    }
}

#[component]
fn Begin() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let begin = move |kind| move |_| app.diary.begin_attack(kind);
    view! {
        <p>{words.attack_text}</p>
        <div class="two">
            <button type="button" class="btn btn-big btn-wide" on:click=begin(AttackKind::Headache)>
                <Icon name="head" />
                {words.attack_headache}
            </button>
            <button type="button" class="btn btn-big btn-wide" on:click=begin(AttackKind::OtherPain)>
                <Icon name="timer" />
                {words.attack_other}
            </button>
        </div>
    }
}

#[component]
fn Running(number: usize, entry: Entry) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let problem = RwSignal::new(None::<AttackProblem>);
    let entry_id = entry.id.clone();
    let Some(attack) = entry.attack else {
        return ().into_any();
    };
    let entry = StoredValue::new(entry);
    let change = move |change: &dyn Fn(&mut Attack)| {
        let changed = entry.with_value(|entry| app.diary.change_attack(entry, change));
        match changed {
            Ok(changed) => {
                problem.set(None);
                entry.set_value(changed);
                true
            }
            Err(found) => {
                problem.set(Some(found));
                false
            }
        }
    };
    let end_at = move |end: Moment| {
        if change(&|attack| attack.end = Some(end)) {
            // The day on which it began: there its entry is, also when it ended on another one.
            page::go(&Route::Day(entry.with_value(|entry| entry.date)).href());
        }
    };
    let now = app.diary.now();
    let last_seen = attack.still_going.map(words.moment);
    view! {
        <section class="card card-lead">
            <h2>{(words.attack_since)(attack.kind, attack.start, app.today())}</h2>
            {last_seen.map(|last_seen| view! { <p>{(words.attack_last_seen)(&last_seen)}</p> })}
            <div class="row">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        let now = app.diary.now();
                        change(&|attack| attack.still_going = Some(now));
                    }
                >
                    <Icon name="timer" />
                    {words.attack_still}
                </button>
                <button type="button" class="btn btn-primary" on:click=move |_| end_at(app.diary.now())>
                    <Icon name="check" />
                    {words.attack_end}
                </button>
            </div>
        </section>
        <div role="status">
            {move || problem.get().map(|problem| view! {
                <Note kind=NoteKind::Warn heading=words.attack_odd><p>{(words.attack_problem)(problem)}</p></Note>
            })}
        </div>
        <details class="group card card-plain">
            <summary><b>{words.attack_ended_before}</b></summary>
            <MomentFields
                name=format!("end-{number}")
                moment=now
                button=words.attack_save_end
                on_save=Callback::new(end_at)
            />
        </details>
        <details class="group card card-plain">
            <summary><b>{words.attack_began_before}</b></summary>
            <MomentFields
                name=format!("start-{number}")
                moment=attack.start
                button=words.attack_save_start
                on_save=Callback::new(move |start| {
                    change(&|attack| attack.start = start);
                })
            />
        </details>
        <p><a class="btn" href=Route::Entry(entry_id).href()><Icon name="edit" />{words.attack_more}</a></p>
    }
    .into_any()
}

/// A day and a time, saved with a button.
#[component]
pub fn MomentFields(
    /// Unique on the page.
    name: String,
    /// What stands in the fields at first.
    moment: Moment,
    button: &'static str,
    on_save: Callback<Moment>,
) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let date = RwSignal::new(Some(moment.date));
    let minute = RwSignal::new(Some(moment.minute));
    let (is_odd_date, is_odd_time) = (RwSignal::new(false), RwSignal::new(false));
    let save = move |_| {
        let is_odd = is_odd_date.get_untracked() || is_odd_time.get_untracked();
        let read = date.get_untracked().zip(minute.get_untracked());
        match read.filter(|_| !is_odd) {
            Some((date, minute)) => on_save.run(app.diary.moment_at(date, minute, moment)),
            // Beside the day it is said already.
            None => is_odd_time.update(|is_odd| *is_odd |= minute.get_untracked().is_none()),
        }
    };
    // Where it began it may be a later day already than where the person is now.
    let rule = Signal::derive(move || app.past_days().up_to(moment.date));
    view! {
        <DayField
            id=format!("{name}-date")
            label=words.day
            value=date
            rule
            is_odd=is_odd_date
            on_day=Callback::new(move |day| date.set(day))
        />
        <TimeField
            id=format!("{name}-time")
            label=words.time
            value=minute
            is_odd=is_odd_time
            on_minute=Callback::new(move |typed| minute.set(typed))
        />
        <div class="row"><button type="button" class="btn" on:click=save>{button}</button></div>
    }
}
