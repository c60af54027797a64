//! Owns every field for a day or a time: what is typed counts when the field is left, not digit by digit.
//!
//! Browsers report a day at each key that completes one: on the way to 2026 that is the year 2, 20 and 202. So what is typed
//! waits until Enter, or until the field or the page is left. What is picked from a calendar or a wheel counts at once.

use leptos::ev::{Event, KeyboardEvent, pagehide};
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use super::icon::Icon;
use crate::domain::date::{NaiveDate, NaiveTime, Timelike, time_from};
use crate::domain::day_rule::{DayRule, OddDay};
use crate::state::use_messages;

/// What stands in a field of day or time.
#[derive(Clone, PartialEq, Eq)]
enum Typed {
    Nothing,
    /// Some of its parts are still empty, or it is no such day.
    Unfinished,
    Whole(String),
}

/// A field for a day.
#[component]
pub fn DayField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(into, default = String::new())] hint: String,
    #[prop(into)] value: Signal<Option<NaiveDate>>,
    /// Which days are taken.
    #[prop(into)]
    rule: Signal<DayRule>,
    /// Whether the field may be emptied; then nothing is reported as no day.
    #[prop(default = false)]
    optional: bool,
    /// A day that is taken.
    on_day: Callback<Option<NaiveDate>>,
    /// Whether what stands in the field is not taken, for a page that has a button of its own.
    #[prop(default = RwSignal::new(false))]
    is_odd: RwSignal<bool>,
    /// What else is wrong with a day, besides the rule.
    #[prop(into, default = Signal::stored(None))]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let t = use_messages();
    let odd = RwSignal::new(None::<OddDay>);
    let on_typed = Callback::new(move |typed: Typed| {
        let read = match typed {
            Typed::Nothing if optional => Ok(None),
            Typed::Nothing | Typed::Unfinished => Err(OddDay::NotADay),
            Typed::Whole(text) => rule.read_untracked().read(&text).map(Some),
        };
        is_odd.set(read.is_err());
        odd.set(read.err());
        if let Ok(day) = read {
            on_day.run(day);
        }
    });
    let sentence = Signal::derive(move || {
        odd.get()
            .map(|odd| (t.days.odd_day)(odd).to_owned())
            .or_else(|| problem.get())
    });
    view! {
        <Field
            id
            label
            hint
            kind="date"
            value=Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default())
            least=Signal::derive(move || Some(rule.get().first().to_string()))
            most=Signal::derive(move || Some(rule.get().last().to_string()))
            on_typed
            sentence
        />
    }
}

/// A field for a time of the day. Emptied, it reports no time.
#[component]
pub fn TimeField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// Minutes since midnight.
    #[prop(into)]
    value: Signal<Option<u16>>,
    on_minute: Callback<Option<u16>>,
    #[prop(default = RwSignal::new(false))] is_odd: RwSignal<bool>,
) -> impl IntoView {
    let t = use_messages();
    let on_typed = Callback::new(move |typed: Typed| {
        let read = match typed {
            Typed::Nothing => Some(None),
            Typed::Unfinished => None,
            Typed::Whole(text) => time_from(&text).map(|time| Some(minute_of(time))),
        };
        is_odd.set(read.is_none());
        if let Some(minute) = read {
            on_minute.run(minute);
        }
    });
    let sentence = Signal::derive(move || is_odd.get().then(|| t.days.odd_time.to_owned()));
    view! {
        <Field
            id
            label
            hint=String::new()
            kind="time"
            value=Signal::derive(move || value.get().map(time_text).unwrap_or_default())
            least=Signal::stored(None)
            most=Signal::stored(None)
            on_typed
            sentence
        />
    }
}

#[component]
fn Field(
    id: String,
    label: String,
    hint: String,
    kind: &'static str,
    value: Signal<String>,
    least: Signal<Option<String>>,
    most: Signal<Option<String>>,
    on_typed: Callback<Typed>,
    sentence: Signal<Option<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    let described_by = match hint.is_empty() {
        true => problem_id.clone(),
        false => format!("{hint_id} {problem_id}"),
    };
    // Not told yet, because somebody may still be typing.
    let waits = StoredValue::new(None::<Typed>);
    let by_keys = StoredValue::new(false);
    let tell = move || {
        by_keys.set_value(false);
        if let Some(typed) = waits.try_update_value(Option::take).flatten() {
            on_typed.run(typed);
        }
    };
    let on_change = move |event: Event| {
        waits.set_value(Some(typed_in(&event)));
        if !by_keys.get_value() {
            tell();
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => tell(),
        "Tab" | "Shift" | "Escape" => {}
        _ => by_keys.set_value(true),
    };
    // Whoever leaves the page at once loses nothing: only a day or time that is taken is kept then.
    let before_leaving = window_event_listener(pagehide, move |_| tell());
    on_cleanup(move || {
        before_leaving.remove();
        tell();
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                class="input"
                id=id
                type=kind
                min=move || least.get()
                max=move || most.get()
                prop:value=value
                aria-describedby=described_by
                aria-invalid=move || sentence.read().is_some().then_some("true")
                on:keydown=on_key
                on:input=on_change
                on:change=on_change
                on:blur=move |_| tell()
            />
            <p class="error" id=problem_id role="alert" hidden=move || sentence.read().is_none()>
                <Icon name="warning" />
                <span>{sentence}</span>
            </p>
        </div>
    }
}

/// What stands in the field that an event comes from. A field whose parts are filled in half says so in another way than one
/// that is empty.
fn typed_in(event: &Event) -> Typed {
    let text = event_target_value(event);
    let is_unfinished = event_target::<HtmlInputElement>(event)
        .validity()
        .bad_input();
    match text.is_empty() {
        true if is_unfinished => Typed::Unfinished,
        true => Typed::Nothing,
        false => Typed::Whole(text),
    }
}

fn minute_of(time: NaiveTime) -> u16 {
    (time.hour() * 60 + time.minute()) as u16
}

/// A time of the day as a field of time wants it.
fn time_text(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
