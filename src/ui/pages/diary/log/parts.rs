//! Owns the small parts of an entry: a pain unlike the others, the note, the day.

use leptos::prelude::*;

use super::control::{Answers, Part};
use super::draft::Draft;
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::Alarm;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::fields::WordsField;
use crate::ui::components::moment_fields::DayField;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// The questionnaire's item with the questions about warning signs.
const SIGNS: &str = "safety.signs";

/// A new kind of pain, or the worst ever: the questions about warning signs come back.
#[component]
pub fn AlarmPart(draft: Draft) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let alarm = draft.get(|entry| entry.alarm);
    let flare = draft.get(|entry| entry.flare);
    view! {
        <Answers
            name="alarm"
            legend=words.ask_alarm
            answers=vec![(Alarm::NewKind, words.alarm_new), (Alarm::WorstEver, words.alarm_worst)]
            chosen=alarm
            on_choose=Callback::new(move |answer| draft.change(|entry| entry.alarm = answer))
        />
        <div role="status">
            {move || alarm.get().map(|_| view! {
                <Note kind=NoteKind::Warn heading=words.alarm_heading>
                    <p>{words.alarm_text}</p>
                    <div class="row">
                        <button
                            type="button"
                            class="btn btn-primary"
                            on:click=move |_| {
                                app.assessment.ask_signs_again();
                                page::go(&Route::ask(SIGNS).href());
                            }
                        >
                            {words.alarm_check}
                        </button>
                    </div>
                </Note>
            })}
        </div>
        <div class="choices">
            <CheckRow
                label=t.log_flare.to_owned()
                hint=t.log_flare_hint
                checked=flare
                on_change=Callback::new(move |now| draft.change(|entry| entry.flare = now))
            />
        </div>
    }
}

/// A note of any length.
#[component]
pub fn NotePart(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let note = draft.get(|entry| entry.note.clone());
    // Whoever comes back finds their words in the field.
    let open = !note.read_untracked().is_empty();
    view! {
        <Part name=t.diary.note said=note open>
            <WordsField
                id="note".to_owned()
                label=t.log_note
                value=note
                on_input=Callback::new(move |words: String| draft.change(|entry| entry.note = words))
            />
            <p role="status">{move || draft.is_joined().then_some(t.diary.note_joined)}</p>
        </Part>
    }
}

/// The day that the entry is about: today or an earlier one.
#[component]
pub fn DatePart(draft: Draft) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let date = draft.get(|entry| Some(entry.date));
    let said = Signal::derive(move || (t.short_date)(draft.date()));
    view! {
        <Part name=t.diary.another_day said>
            <DayField
                id="date"
                label=t.log_date
                value=date
                rule=Signal::derive(move || app.past_days())
                on_day=Callback::new(move |date: Option<NaiveDate>| {
                    if let Some(date) = date {
                        draft.is_about(date);
                    }
                })
            />
        </Part>
    }
}
