//! Owns writing a diary entry: three taps and it is saved; all else is extra.

use leptos::prelude::*;

use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::{CanDo, Entry, Taken};
use crate::domain::ids::EntryId;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::fields::{LineField, WordsField};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::Ladder;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// A new entry about today, or one that is there already.
#[component]
pub fn LogPage(entry: Option<EntryId>) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let opened = match &entry {
        None => Some(app.diary.new_entry()),
        Some(id) => app.diary.entry(id),
    };
    match opened {
        Some(opened) => view! { <EntryForm opened is_new=entry.is_none() /> }.into_any(),
        None => view! {
            <PlacePage place=Place::Diary>
                <h1>{t.entry_gone}</h1>
                <p><a class="btn" href=Route::Diary.href()>{t.to_diary}</a></p>
            </PlacePage>
        }
        .into_any(),
    }
}

#[component]
fn EntryForm(opened: Entry, is_new: bool) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let today = app.today();
    let entry = RwSignal::new(opened);
    // A new entry is written when the first thing is said, and then again at each change.
    let change = move |change: &dyn Fn(&mut Entry)| {
        entry.update(change);
        app.diary.save(&entry.get_untracked());
    };
    let saved = move || app.diary.is_saved(&entry.read());
    let pain = Signal::derive(move || entry.read().pain);
    let worst = Signal::derive(move || entry.read().worst);
    let date_text = Signal::derive(move || entry.read().date.to_string());
    let date_problem = RwSignal::new(None::<String>);
    let can_do = [
        (CanDo::Most, t.can_most),
        (CanDo::Some, t.can_some),
        (CanDo::Little, t.can_little),
        (CanDo::LyingDown, t.can_lying),
    ]
    .into_iter()
    .map(|(level, label)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="can-do"
                    prop:checked=move || entry.read().can_do == Some(level)
                    on:change=move |_| change(&|entry| entry.can_do = Some(level))
                />
                <span class="name">{label}</span>
            </label>
        }
    })
    .collect_view();
    let took = [(false, t.no), (true, t.yes)]
        .into_iter()
        .map(|(answer, label)| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="took"
                        prop:checked=move || entry.read().took_medicine == Some(answer)
                        on:change=move |_| change(&|entry| entry.took_medicine = Some(answer))
                    />
                    <span class="name">{label}</span>
                </label>
            }
        })
        .collect_view();
    let flare = Signal::derive(move || entry.read().flare);
    let note = Signal::derive(move || entry.read().note.clone());
    let medicines = Signal::derive(move || {
        entry
            .read()
            .medicines
            .iter()
            .map(|taken| {
                if taken.amount.is_empty() {
                    taken.name.clone()
                } else {
                    format!("{} {}", taken.name, taken.amount)
                }
            })
            .collect::<Vec<_>>()
            .join(", ")
    });
    let places = app
        .assessment
        .site_names()
        .into_iter()
        .map(|(regions, name)| {
            let on = {
                let regions = regions.clone();
                Signal::derive(move || {
                    regions
                        .iter()
                        .any(|region| entry.read().regions.contains(region))
                })
            };
            view! {
                <CheckRow
                    label=name
                    checked=on
                    on_change=Callback::new(move |now| {
                        change(&|entry| {
                            entry.regions.retain(|region| !regions.contains(region));
                            if now {
                                entry.regions.extend(regions.iter().cloned());
                            }
                        });
                    })
                />
            }
        })
        .collect::<Vec<_>>();
    let has_places = !places.is_empty();
    view! {
        <PlacePage place=Place::Diary>
            <header class="top">
                <a class="btn btn-icon" href=Route::Diary.href()><Icon name="back" /><span class="sr">{t.to_diary}</span></a>
                <div class="title grow">
                    <h1>{if is_new { t.log_today } else { t.entry_change }}</h1>
                    <p class="soft small">{move || (t.long_date)(entry.read().date)}</p>
                </div>
            </header>
            <form class="stack-l" on:submit=move |event| event.prevent_default()>
                <fieldset class="stack-s">
                    <legend class="label">{t.log_pain}</legend>
                    <Ladder
                        name="pain".to_owned()
                        zero=t.no_pain
                        chosen=pain
                        on_choose=Callback::new(move |level| change(&|entry| entry.pain = Some(level)))
                        ends=Some((t.pain_low, t.pain_high))
                        spoken=t.of_ten
                    />
                </fieldset>
                <fieldset class="stack-s">
                    <legend class="label">{t.log_can_do}</legend>
                    <div class="answers">{can_do}</div>
                </fieldset>
                <fieldset class="stack-s">
                    <legend class="label">{t.log_medicine}</legend>
                    <div class="answers">{took}</div>
                </fieldset>
                <div role="status">
                    {move || saved().then(|| view! {
                        <Note kind=NoteKind::Ok heading=t.saved><p>{t.log_saved}</p></Note>
                    })}
                </div>
                <section class="stack optional">
                    <h2>{t.log_more}</h2>
                    {move || (entry.read().took_medicine == Some(true)).then(|| view! {
                        <LineField
                            id="medicines".to_owned()
                            label=t.log_which
                            hint=t.log_which_hint
                            value=medicines
                            on_input=Callback::new(move |typed: String| {
                                change(&|entry| entry.medicines = taken_from(&typed));
                            })
                        />
                    })}
                    <fieldset class="stack-s">
                        <legend class="label">{t.log_worst}</legend>
                        <Ladder
                            name="worst".to_owned()
                            zero=t.no_pain
                            chosen=worst
                            on_choose=Callback::new(move |level| change(&|entry| entry.worst = Some(level)))
                            ends=None
                            spoken=t.of_ten
                        />
                    </fieldset>
                    {has_places.then(|| view! {
                        <fieldset class="stack-s">
                            <legend class="label">{t.log_where}</legend>
                            <div class="choices">{places}</div>
                        </fieldset>
                    })}
                    <div class="choices">
                        <CheckRow
                            label=t.log_flare.to_owned()
                            hint=t.log_flare_hint
                            checked=flare
                            on_change=Callback::new(move |now| change(&|entry| entry.flare = now))
                        />
                    </div>
                    <WordsField
                        id="note".to_owned()
                        label=t.log_note
                        value=note
                        on_input=Callback::new(move |words: String| change(&|entry| entry.note.clone_from(&words)))
                    />
                    <div class="field">
                        <label for="date">{t.log_date}</label>
                        <input
                            class="input"
                            id="date"
                            type="date"
                            max=today.to_string()
                            prop:value=date_text
                            aria-describedby="date-problem"
                            on:change=move |event| {
                                match event_target_value(&event).parse::<NaiveDate>() {
                                    Ok(date) if date <= today => {
                                        date_problem.set(None);
                                        if let Some(moved) = app.diary.move_to(&entry.get_untracked(), date) {
                                            entry.set(moved);
                                        }
                                    }
                                    Ok(_) => date_problem.set(Some(t.date_in_future.to_owned())),
                                    Err(_) => date_problem.set(Some(t.date_unreadable.to_owned())),
                                }
                            }
                        />
                        <p class="error" id="date-problem" hidden=move || date_problem.read().is_none()>
                            <Icon name="warning" />
                            <span>{date_problem}</span>
                        </p>
                    </div>
                    {move || saved().then(|| view! {
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                app.diary.delete(&entry.read_untracked().id);
                                page::go(&Route::Diary.href());
                            }
                        >
                            <Icon name="delete" />
                            {t.entry_delete}
                        </button>
                    })}
                </section>
            </form>
        </PlacePage>
    }
}

/// Medicines as they are typed in one line, separated by commas.
fn taken_from(typed: &str) -> Vec<Taken> {
    typed
        .split(',')
        .map(str::trim_start)
        .filter(|name| !name.is_empty())
        .map(|name| Taken {
            name: name.to_owned(),
            ..Taken::default()
        })
        .collect()
}
