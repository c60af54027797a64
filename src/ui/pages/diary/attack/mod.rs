//! Owns a running attack: begin, what is taken and noted while it runs, "still going", end, and mending its times.

mod ended;
mod last;

use std::time::Duration;

use leptos::prelude::*;

pub use self::ended::AttackEndPage;
use self::last::LastAttacks;
use super::log::{AlarmPart, Draft, MedicinesPart, NotePart, Scale};
use crate::domain::diary::attack::{Attack, AttackKind, AttackProblem, Moment};
use crate::domain::diary::entry::Entry;
use crate::domain::ids::EntryId;
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
    let running = Memo::new(move |_| app.diary.running_attacks());
    move || {
        let cards = running.get().into_iter();
        cards
            .map(|entry| view! { <RunningCard entry /> })
            .collect_view()
    }
}

/// One of them on Today: how long it has lasted, and its end in one tap.
#[component]
fn RunningCard(entry: Entry) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let attack = entry.attack?;
    let end = move |_| {
        let now = app.diary.now();
        let ended = app
            .diary
            .change_attack(&entry, |attack| attack.end = Some(now));
        // With times that cannot be right it is mended on its page, which says what is wrong.
        let next = match ended {
            Ok(ended) => Route::AttackEnd(ended.id),
            Err(_) => Route::Attack,
        };
        page::go(&next.href());
    };
    Some(view! {
        <section class="card card-lead">
            <h2>{(words.attack_since)(attack.kind, attack.start, app.today())}</h2>
            <Lasting start=attack.start />
            <div class="row">
                <button type="button" class="btn btn-primary" on:click=end><Icon name="check" />{words.attack_end}</button>
                <a class="btn" href=Route::Attack.href()><Icon name="medicine" />{words.attack_open}</a>
            </div>
        </section>
    })
}

/// How long an attack has lasted, from minute to minute. Nothing for a beginning that is still to come.
#[component]
fn Lasting(start: Moment) -> impl IntoView {
    let app = use_app();
    let words = &use_messages().diary;
    let now = RwSignal::new(app.diary.now());
    let next_minute = move || _ = now.try_set(app.diary.now());
    if let Ok(timer) = set_interval_with_handle(next_minute, MINUTE) {
        on_cleanup(move || timer.clear());
    }
    move || {
        let minutes = start.minutes_until(now.get());
        (minutes >= 0).then(|| view! { <p class="lasting">{(words.lasting)(minutes)}</p> })
    }
}

const MINUTE: Duration = Duration::from_secs(60);

/// Starting an attack, or what is known of each that is running; and the last ones.
#[component]
pub fn AttackPage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    // Only which they are: a page that was drawn anew with each change would take the field away in which somebody types.
    let running = Memo::new(move |_| {
        let entries = app.diary.running_attacks().into_iter();
        entries.map(|entry| entry.id).collect::<Vec<_>>()
    });
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=words.attack />
            {move || match running.get() {
                none if none.is_empty() => view! { <Begin /> }.into_any(),
                ids => ids.into_iter().map(|id| view! { <Running id /> }).collect_view().into_any(),
            }}
            {move || view! { <ClashNote clashes=app.clashes_on(app.today()) /> }}
            <LastAttacks />
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
fn Running(id: EntryId) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let problem = RwSignal::new(None::<AttackProblem>);
    let entry = app.diary.entry(&id)?;
    let draft = Draft::beside(app, entry);
    let attack = draft.get(|entry| entry.attack);
    let change = move |change: &dyn Fn(&mut Attack)| {
        let changed = draft.change_attack(change);
        problem.set(changed.err());
        changed.is_ok()
    };
    let end_at = move |end: Moment| {
        if change(&|attack| attack.end = Some(end)) {
            page::go(&Route::AttackEnd(draft.entry_untracked().id).href());
        }
    };
    // An entry that says nothing else goes with it, and can be brought back as every deleted one.
    let none = move || {
        draft.change(|entry| entry.attack = None);
        let entry = draft.entry_untracked();
        let empty = Entry {
            time: entry.time,
            written: entry.written,
            ..Entry::on(entry.id.clone(), entry.date)
        };
        match entry == empty {
            true => app.diary.delete(&entry.id),
            // What else was said is shown where it stands now.
            false => page::go(&Route::Entry(entry.id).href()),
        }
    };
    let now = app.diary.now();
    let helps = move || {
        let helps = app.arranged.flare_plan().helps;
        (!helps.trim().is_empty()).then(|| {
            view! {
                <section class="card card-plain stack-s">
                    <h3>{words.attack_what_helps}</h3>
                    <p class="own-words clip">{helps}</p>
                    <p class="small"><a href=Route::Flare.href()>{words.attack_from_plan}</a></p>
                </section>
            }
        })
    };
    let times = move |attack: Attack| {
        let last_seen = attack.still_going.map(words.moment);
        view! {
            <h2>{(words.attack_since)(attack.kind, attack.start, app.today())}</h2>
            <Lasting start=attack.start />
            {last_seen.map(|last_seen| view! { <p>{(words.attack_last_seen)(&last_seen)}</p> })}
        }
    };
    Some(view! {
        <section class="card card-lead">
            {move || attack.get().map(times)}
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
        {helps}
        <section class="stack-s">
            <WorstSoFar draft legend=words.attack_worst_so_far />
            <MedicinesPart draft />
            <NotePart draft />
            <AlarmPart draft />
        </section>
        <details class="group card card-plain">
            <summary><b>{words.attack_ended_before}</b></summary>
            <MomentFields
                name=format!("end-{}", id.as_str())
                moment=now
                button=words.attack_save_end
                on_save=Callback::new(end_at)
            />
        </details>
        <details class="group card card-plain">
            <summary><b>{words.attack_began_before}</b></summary>
            <MomentFields
                name=format!("start-{}", id.as_str())
                moment=attack.get_untracked().map_or(now, |attack| attack.start)
                button=words.attack_save_start
                on_save=Callback::new(move |start| {
                    change(&|attack| attack.start = start);
                })
            />
        </details>
        <div class="row">
            <a class="btn" href=Route::Entry(id).href()><Icon name="edit" />{words.attack_more}</a>
            <button type="button" class="btn btn-quiet" on:click=move |_| none()>
                <Icon name="delete" />
                {words.attack_none}
            </button>
        </div>
    })
}

/// The worst pain of an attack, 0 to 10.
#[component]
fn WorstSoFar(draft: Draft, legend: &'static str) -> impl IntoView {
    let t = use_messages();
    view! {
        <Scale
            name="attack-worst"
            legend
            chosen=draft.get(|entry| entry.worst)
            on_choose=Callback::new(move |level| draft.change(|entry| entry.worst = Some(level)))
            ends=Some((t.pain_low, t.pain_high))
            zero=t.no_pain
            plain=false
        />
    }
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
