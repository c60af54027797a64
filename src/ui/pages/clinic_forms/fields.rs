//! Owns the field of each question of a clinic's own form, with the limits that the form sets.
//! May use: components, domain. Must not: read what a form means.

use leptos::prelude::*;

use super::Shown;
use crate::domain::clinic_form::answers::{OWN_WORDS, moment};
use crate::domain::clinic_form::{Item, Kind, Place as FormPlace, Value};
use crate::domain::date::NaiveDate;
use crate::domain::day_rule::DayRule;
use crate::state::{AppState, use_form_words};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::{LineField, WordsField};
use crate::ui::components::moment_fields::{DayField, TimeField};

/// A question with its field.
pub(super) fn question_view(shown: &Shown, at: usize, item: &Item, place: &FormPlace) -> AnyView {
    let words = use_form_words();
    let (app, id, key) = (shown.app, shown.id.clone(), place.key.clone());
    let typed = {
        let (found, key) = (shown.found, key.clone());
        Memo::new(move |_| found.read().answers.get(&key).cloned().unwrap_or_default())
    };
    let set = Callback::new(move |typed: Vec<String>| app.forms.answer(&id, &key, typed));
    let first = Signal::derive(move || typed.read().first().cloned().unwrap_or_default());
    let set_first = Callback::new(move |text: String| {
        set.run(if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        });
    });
    let name = format!("q{at}");
    let limit = |limit: &Option<Value>| match limit {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let mut hints = Vec::new();
    let (least, most) = (limit(&item.min), limit(&item.max));
    if !(least.is_empty() && most.is_empty()) {
        hints.push((words.limits)(&least, &most));
    }
    if item.required {
        hints.push(words.required.to_owned());
    }
    let hint = hints.join(". ");
    let problem = {
        let item = item.clone();
        Signal::derive(move || {
            let typed = first.get();
            let is_fine = typed.is_empty() || item.value(&typed).is_some();
            (!is_fine).then(|| words.not_taken.to_owned())
        })
    };
    let label = item.text.clone();
    if item.kind == Kind::Choice || item.kind == Kind::Boolean || !item.options.is_empty() {
        return choices_view(item, name, hint, typed, set);
    }
    let line = |input_mode: &'static str, label: String| {
        view! { <LineField id=name.clone() label hint=hint.clone() input_mode value=first on_input=set_first problem /> }
    };
    match item.kind {
        Kind::Integer => line("numeric", label).into_any(),
        Kind::Decimal => {
            let unit = item
                .units
                .first()
                .map_or(String::new(), |unit| format!(" ({})", unit.label));
            line("decimal", label + &unit).into_any()
        }
        Kind::Date | Kind::DateTime | Kind::Time => {
            moment_view(app, item, name, hint, first, set_first)
        }
        Kind::Quantity => quantity_view(item, name, hint, first, set_first, problem),
        Kind::Line | Kind::Url if !item.repeats => line("text", label).into_any(),
        _ => {
            let hint = match item.repeats {
                true => format!("{} {hint}", words.each_on_a_line),
                false => hint,
            };
            let repeats = item.repeats;
            let value = Signal::derive(move || typed.read().join("\n"));
            let on_input = Callback::new(move |text: String| {
                let lines = text.split('\n').map(str::to_owned);
                set.run(match (text.is_empty(), repeats) {
                    (true, _) => Vec::new(),
                    (false, true) => lines.collect(),
                    (false, false) => vec![text],
                });
            });
            view! { <WordsField id=name label hint value on_input /> }.into_any()
        }
    }
}

/// Radios, or boxes where several answers are taken; own words beside them where the form allows it.
fn choices_view(
    item: &Item,
    name: String,
    hint: String,
    typed: Memo<Vec<String>>,
    set: Callback<Vec<String>>,
) -> AnyView {
    let words = use_form_words();
    let options: Vec<(String, String)> = match item.options.is_empty() && item.kind == Kind::Boolean
    {
        true => vec![
            ("true".to_owned(), words.yes_no[0].to_owned()),
            ("false".to_owned(), words.yes_no[1].to_owned()),
        ],
        false => {
            let options = item.options.iter().enumerate();
            options
                .map(|(at, option)| (at.to_string(), option.label.clone()))
                .collect()
        }
    };
    let repeats = item.repeats;
    let rows = match repeats {
        false => {
            let rows = options.into_iter().map(|(id, label)| ChoiceRow {
                id,
                label,
                hint: String::new(),
            });
            let chosen = Signal::derive(move || typed.read().first().cloned());
            let on_choose = Callback::new(move |id: String| set.run(vec![id]));
            view! { <RadioRows name=name.clone() rows=rows.collect() chosen on_choose /> }
                .into_any()
        }
        true => {
            let rows = options.into_iter().map(|(id, label)| {
                let (own, other) = (id.clone(), id);
                let checked = Signal::derive(move || typed.read().contains(&own));
                let on_change = Callback::new(move |is_on: bool| {
                    let mut all = typed.get_untracked();
                    all.retain(|one| *one != other);
                    if is_on {
                        all.push(other.clone());
                    }
                    set.run(all);
                });
                view! { <CheckRow label checked on_change /> }
            });
            view! { <div class="choices">{rows.collect_view()}</div> }.into_any()
        }
    };
    let own = item.open.then(|| {
        let is_own = |one: &String| one.starts_with(OWN_WORDS);
        let value = Signal::derive(move || {
            let typed = typed.read();
            let own = typed.iter().find(|one| is_own(one));
            own.map_or(String::new(), |own| {
                own.trim_start_matches(OWN_WORDS).to_owned()
            })
        });
        let on_input = Callback::new(move |text: String| {
            let mut all = typed.get_untracked();
            all.retain(|one| repeats && !is_own(one));
            if !text.is_empty() {
                all.push(format!("{OWN_WORDS}{text}"));
            }
            set.run(all);
        });
        view! { <LineField id=format!("{name}-own") label=words.own_words value on_input /> }
    });
    view! {
        <fieldset class="field">
            <legend class="label">{item.text.clone()}</legend>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            {rows}
            {own}
            <button type="button" class="btn btn-quiet no-print" hidden=move || typed.read().is_empty() on:click=move |_| set.run(Vec::new())>{words.clear}</button>
        </fieldset>
    }
    .into_any()
}

/// A day, a time, or both.
fn moment_view(
    app: AppState,
    item: &Item,
    name: String,
    hint: String,
    first: Signal<String>,
    set: Callback<String>,
) -> AnyView {
    let is_time = item.kind == Kind::Time;
    let day = Signal::derive(move || moment(&first.read(), is_time).0);
    let minute = Signal::derive(move || moment(&first.read(), is_time).1);
    let written = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let on_day = Callback::new(move |day: Option<NaiveDate>| {
        let time = minute
            .get_untracked()
            .map(|minute| format!("T{}", written(minute)));
        set.run(day.map_or(String::new(), |day| {
            format!("{day}{}", time.unwrap_or_default())
        }));
    });
    let on_minute = Callback::new(move |minute: Option<u16>| {
        let minute = minute.map(written).unwrap_or_default();
        match (is_time, day.get_untracked()) {
            (true, _) => set.run(minute),
            (false, Some(day)) if minute.is_empty() => set.run(day.to_string()),
            (false, Some(day)) => set.run(format!("{day}T{minute}")),
            (false, None) => {}
        }
    });
    let rule: Signal<DayRule> = Signal::derive(move || app.days_to_plan());
    let label = item.text.clone();
    let time_label = match is_time {
        true => label.clone(),
        false => format!("{label}: {}", use_form_words().time),
    };
    let day_field = (!is_time).then(|| {
        view! { <DayField id=name.clone() label hint value=day rule optional=true on_day /> }
    });
    let time_field = (item.kind != Kind::Date).then(|| {
        view! { <TimeField id=format!("{name}-time") label=time_label value=minute on_minute /> }
    });
    view! { <div class="stack-s">{day_field}{time_field}</div> }.into_any()
}

/// An amount and its unit: chosen where the form has several, typed where it has none.
fn quantity_view(
    item: &Item,
    name: String,
    hint: String,
    first: Signal<String>,
    set: Callback<String>,
    problem: Signal<Option<String>>,
) -> AnyView {
    let words = use_form_words();
    let parts = move || {
        let typed = first.get();
        let (number, unit) = typed.split_once(' ').unwrap_or((&typed, ""));
        (number.to_owned(), unit.to_owned())
    };
    let number = Signal::derive(move || parts().0);
    let unit = Signal::derive(move || parts().1);
    let join = |number: String, unit: String| format!("{number} {unit}").trim_end().to_owned();
    let on_number = Callback::new(move |number: String| {
        set.run(join(number.trim().to_owned(), unit.get_untracked()));
    });
    let on_unit = Callback::new(move |unit: String| set.run(join(number.get_untracked(), unit)));
    let units = match item.units.as_slice() {
        [] => view! { <LineField id=format!("{name}-unit") label=words.unit value=unit on_input=on_unit /> }.into_any(),
        [_] => ().into_any(),
        several => {
            let rows = several.iter().map(|unit| ChoiceRow {
                id: unit.label.clone(),
                label: unit.label.clone(),
                hint: String::new(),
            });
            let chosen = Signal::derive(move || Some(unit.get()));
            view! { <RadioRows name=format!("{name}-unit") rows=rows.collect() chosen on_choose=on_unit /> }.into_any()
        }
    };
    let label = match item.units.as_slice() {
        [only] => format!("{} ({})", item.text, only.label),
        _ => item.text.clone(),
    };
    view! {
        <LineField id=name label hint input_mode="decimal" value=number on_input=on_number problem />
        {units}
    }
    .into_any()
}
