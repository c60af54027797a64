//! Owns a running attack: begin, "still going", end, and mending its times.

use leptos::prelude::*;

use crate::domain::date::{NaiveDate, NaiveTime, day_from, time_from};
use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment};
use crate::domain::diary::entry::Entry;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// The attack that has no end yet, wherever a person looks first; nothing while there is none.
#[component]
pub fn RunningAttack() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let running = Memo::new(move |_| app.diary.running_attack());
    move || {
        let attack = running.get()?.attack?;
        Some(view! {
            <section class="card card-lead">
                <h2>{(words.attack_since)(attack.kind, attack.start)}</h2>
                <div class="row">
                    <a class="btn btn-primary" href=Route::Attack.href()><Icon name="timer" />{words.attack_open}</a>
                </div>
            </section>
        })
    }
}

/// Starting an attack, or what is known of the running one.
#[component]
pub fn AttackPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let running = Memo::new(move |_| app.diary.running_attack());
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=words.attack />
            {move || match running.get() {
                None => view! { <Begin /> }.into_any(),
                Some(entry) => view! { <Running entry /> }.into_any(),
            }}
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
fn Running(entry: Entry) -> impl IntoView {
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
            page::go(&Route::Day(end.date).href());
        }
    };
    let now = app.diary.now();
    let last_seen = attack.still_going.map(words.moment);
    view! {
        <section class="card card-lead">
            <h2>{(words.attack_since)(attack.kind, attack.start)}</h2>
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
                name="end"
                moment=now
                button=words.attack_save_end
                on_save=Callback::new(move |(date, time)| end_at(app.diary.moment_at(date, time)))
            />
        </details>
        <details class="group card card-plain">
            <summary><b>{words.attack_began_before}</b></summary>
            <MomentFields
                name="start"
                moment=attack.start
                button=words.attack_save_start
                on_save=Callback::new(move |(date, time)| {
                    let start = app.diary.moment_at(date, time);
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
fn MomentFields(
    name: &'static str,
    moment: Moment,
    button: &'static str,
    on_save: Callback<(NaiveDate, NaiveTime)>,
) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let date = RwSignal::new(moment.date.to_string());
    let time = RwSignal::new(format!(
        "{:02}:{:02}",
        moment.minute / 60,
        moment.minute % 60
    ));
    let odd = RwSignal::new(false);
    let date_id = format!("{name}-date");
    let time_id = format!("{name}-time");
    let save = move |_| {
        let read = day_from(&date.read_untracked()).zip(time_from(&time.read_untracked()));
        odd.set(read.is_none());
        if let Some(read) = read {
            on_save.run(read);
        }
    };
    view! {
        <div class="field">
            <label for=date_id.clone()>{words.day}</label>
            <input class="input" type="date" id=date_id prop:value=date on:change=move |event| date.set(event_target_value(&event)) />
        </div>
        <div class="field">
            <label for=time_id.clone()>{words.time}</label>
            <input class="input" type="time" id=time_id prop:value=time on:change=move |event| time.set(event_target_value(&event)) />
        </div>
        <p class="error" hidden=move || !odd.get()><Icon name="warning" /><span>{t.date_unreadable}</span></p>
        <div class="row"><button type="button" class="btn" on:click=save>{button}</button></div>
    }
}
