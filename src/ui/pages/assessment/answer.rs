//! Owns the control of each kind of item. Every change is saved at once.

use leptos::prelude::*;

use super::from_diary::FromDiary;
use super::map::MapControl;
use super::medicines::MedicinesControl;
use super::odd::{Oddities, odd_sentence};
use super::records::{DiagnosesControl, GoalsControl, TestsControl};
use super::suggested::TypedElsewhere;
use super::tried::TriedControl;
use crate::domain::questionnaire::model::Answer;
use crate::knowledge::{Item, ItemKind, ItemOption};
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::{LineField, WordsField};
use crate::ui::components::ladder::Ladder;

/// The question, its hint, and the control that fits its kind.
#[component]
pub fn AnswerControl(
    item: &'static Item,
    /// In the review the question already stands above.
    #[prop(default = false)]
    in_review: bool,
    /// Another question stands above it on the page.
    #[prop(default = false)]
    second: bool,
) -> impl IntoView {
    let control = match item.kind {
        ItemKind::Scale => view! { <ScaleControl item /> }.into_any(),
        ItemKind::Rating => view! { <RatingControl item /> }.into_any(),
        ItemKind::Number => view! { <NumberControl item /> }.into_any(),
        ItemKind::Numbers => view! { <NumbersControl item /> }.into_any(),
        ItemKind::Duration => view! { <DurationControl item /> }.into_any(),
        ItemKind::Body => view! { <BodyControl item /> }.into_any(),
        ItemKind::YesNo => view! { <YesNoControl item /> }.into_any(),
        ItemKind::Choice => view! { <ChoiceControl item /> }.into_any(),
        ItemKind::Areas | ItemKind::Choices | ItemKind::Ticks | ItemKind::Count => {
            view! { <ChoicesControl item /> }.into_any()
        }
        ItemKind::Text => view! { <TextControl item /> }.into_any(),
        ItemKind::Texts => view! { <TextsControl item /> }.into_any(),
        ItemKind::Diagnoses => view! { <DiagnosesControl item /> }.into_any(),
        ItemKind::Tests => view! { <TestsControl item /> }.into_any(),
        ItemKind::Goals => view! { <GoalsControl item /> }.into_any(),
        ItemKind::Map => view! { <MapControl item /> }.into_any(),
        ItemKind::Medicines => view! { <MedicinesControl item /> }.into_any(),
        ItemKind::Tried => view! { <TriedControl item /> }.into_any(),
        ItemKind::Safety => ().into_any(),
    };
    view! {
        <fieldset class="stack">
            {if in_review {
                view! { <legend class="sr">{item.ask}</legend> }.into_any()
            } else if second {
                view! { <legend><h2>{item.ask}</h2></legend> }.into_any()
            } else {
                view! { <legend><h1>{item.ask}</h1></legend> }.into_any()
            }}
            {item.hint.map(|hint| view! { <p class="soft">{hint}</p> })}
            {control}
            <FromDiary item />
        </fieldset>
    }
}

#[component]
fn ScaleControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let chosen = Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Level(level)) => Some(level),
        _ => None,
    });
    // Only pain has "no pain" at its lower end; the others say what 0 means under the ladder.
    let zero = if item.ends.is_some_and(|ends| ends[0].starts_with('0')) {
        t.zero
    } else {
        t.no_pain
    };
    view! {
        <Ladder
            name=item.id.to_owned()
            zero
            chosen
            on_choose=Callback::new(move |level| app.assessment.give(item, Answer::Level(level)))
            ends=item.ends.map(|ends| (ends[0], ends[1]))
            spoken=t.of_ten
        />
        <Oddities item record=None />
    }
}

#[component]
fn RatingControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let chosen = Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Level(level)) => Some(level.to_string()),
        _ => None,
    });
    let last = item.max.unwrap_or(0.0) as u8;
    let rows: Vec<ChoiceRow> = (0..=last)
        .map(|step| ChoiceRow {
            id: step.to_string(),
            label: item
                .step_names
                .get(usize::from(step))
                .map_or_else(|| step.to_string(), |&name| name.to_owned()),
            hint: String::new(),
        })
        .collect();
    view! {
        <RadioRows
            name=item.id.to_owned()
            rows
            chosen
            on_choose=Callback::new(move |step: String| {
                if let Ok(level) = step.parse() {
                    app.assessment.give(item, Answer::Level(level));
                }
            })
        />
        {item.ends.map(|[low, high]| view! { <p class="ladder-ends"><span>{low}</span><span>{high}</span></p> })}
    }
}

#[component]
fn NumberControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let value = Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Number(typed)) => typed,
        _ => String::new(),
    });
    let problem = Signal::derive(move || odd_sentence(item, None));
    view! {
        <LineField
            id=format!("answer-{}", item.id)
            label=(t.number_label)(item.unit)
            input_mode="numeric"
            value
            problem
            on_input=Callback::new(move |typed: String| {
                if typed.trim().is_empty() {
                    app.assessment.take_back(item);
                } else {
                    app.assessment.give(item, Answer::Number(typed));
                }
            })
        />
    }
}

#[component]
fn NumbersControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let typed_of = move |option: &'static ItemOption| match app.assessment.answer(item) {
        Some(Answer::Numbers(typed)) => typed.get(option.id).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let fields = item
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let value = Signal::derive(move || typed_of(option));
            let problem = Signal::derive(move || odd_sentence(item, Some(place)));
            view! {
                <LineField
                    id=format!("answer-{}", option.id)
                    label=option.label
                    input_mode="numeric"
                    value
                    problem
                    on_input=Callback::new(move |typed: String| app.assessment.give_number_of(item, option, typed))
                />
            }
        })
        .collect_view();
    view! { <div class="stack">{fields}</div> }
}

#[component]
fn DurationControl(item: &'static Item) -> impl IntoView {
    let t = use_messages();
    view! {
        <PairControl
            item
            ids=["years", "months"]
            labels=[t.years, t.months]
            parts=|answer| match answer {
                Some(Answer::Duration { years, months }) => [years, months],
                _ => Default::default(),
            }
            answer=|[years, months]| Answer::Duration { years, months }
        />
    }
}

#[component]
fn BodyControl(item: &'static Item) -> impl IntoView {
    let t = use_messages();
    view! {
        <PairControl
            item
            ids=["height", "weight"]
            labels=[t.height_cm, t.weight_kg]
            parts=|answer| match answer {
                Some(Answer::Body { height_cm, weight_kg }) => [height_cm, weight_kg],
                _ => Default::default(),
            }
            answer=|[height_cm, weight_kg]| Answer::Body { height_cm, weight_kg }
        />
    }
}

/// Two numbers that are one answer; with both fields empty the answer is taken back.
#[component]
fn PairControl(
    item: &'static Item,
    ids: [&'static str; 2],
    labels: [&'static str; 2],
    /// The two texts of an answer as typed.
    parts: fn(Option<Answer>) -> [String; 2],
    answer: fn([String; 2]) -> Answer,
) -> impl IntoView {
    let app = use_app();
    let typed = move || parts(app.assessment.answer(item));
    let give = move |place: usize, text: String| {
        let mut texts = untrack(typed);
        texts[place] = text;
        if texts.iter().all(|text| text.trim().is_empty()) {
            app.assessment.take_back(item);
        } else {
            app.assessment.give(item, answer(texts));
        }
    };
    let problem = Signal::derive(move || odd_sentence(item, None));
    let value = move |place: usize| Signal::derive(move || typed()[place].clone());
    view! {
        <div class="two">
            <LineField
                id=format!("{}-{}", ids[0], item.id)
                label=labels[0]
                input_mode="numeric"
                value=value(0)
                on_input=Callback::new(move |text| give(0, text))
            />
            <LineField
                id=format!("{}-{}", ids[1], item.id)
                label=labels[1]
                input_mode="numeric"
                value=value(1)
                problem
                on_input=Callback::new(move |text| give(1, text))
            />
        </div>
    }
}

fn chosen_option(item: &'static Item) -> Signal<Option<String>> {
    let app = use_app();
    Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Choice(option)) => Some(option),
        _ => None,
    })
}

#[component]
fn YesNoControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let rows = [("yes", t.yes), ("no", t.no), ("unsure", t.not_sure)]
        .into_iter()
        .map(|(id, label)| ChoiceRow {
            id: id.to_owned(),
            label: label.to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    view! {
        <RadioRows
            name=item.id.to_owned()
            rows
            chosen=chosen_option(item)
            on_choose=Callback::new(move |option| app.assessment.give(item, Answer::Choice(option)))
        />
    }
}

#[component]
fn ChoiceControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let rows = app
        .assessment
        .options(item)
        .into_iter()
        .map(|option| ChoiceRow {
            id: option.id.to_owned(),
            label: option.label.to_owned(),
            hint: option.hint.unwrap_or_default().to_owned(),
        })
        .collect::<Vec<_>>();
    view! {
        <RadioRows
            name=item.id.to_owned()
            rows
            chosen=chosen_option(item)
            on_choose=Callback::new(move |option| app.assessment.give(item, Answer::Choice(option)))
        />
        <Oddities item record=None />
    }
}

/// Check boxes, under headings that open when the list is long, and "none of these" apart from them.
#[component]
fn ChoicesControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let is_ticked = move |option: &'static ItemOption| {
        Signal::derive(move || match app.assessment.answer(item) {
            Some(Answer::Choices(ticked)) => ticked.iter().any(|id| id == option.id),
            _ => false,
        })
    };
    let is_full = Signal::derive(move || {
        item.most
            .is_some_and(|most| match app.assessment.answer(item) {
                Some(Answer::Choices(ticked)) => ticked.len() >= usize::from(most),
                _ => false,
            })
    });
    let row = move |option: &'static ItemOption| {
        let checked = is_ticked(option);
        view! {
            <CheckRow
                label=option.label.to_owned()
                hint=option.hint.unwrap_or_default()
                checked
                disabled=Signal::derive(move || is_full.get() && !checked.get())
                on_change=Callback::new(move |ticked| app.assessment.tick(item, option, ticked))
            />
        }
    };
    let groups = groups_of(item.options);
    let lists = groups
        .into_iter()
        .map(|(heading, options)| {
            let rows = options.iter().map(|&option| row(option)).collect_view();
            match heading {
                None => view! { <div class="choices">{rows}</div> }.into_any(),
                Some(heading) => {
                    let count = move || {
                        options
                            .iter()
                            .filter(|option| is_ticked(option).get())
                            .count()
                    };
                    let opened_at_first = untrack(&count) > 0;
                    view! {
                        <details class="card group" open=opened_at_first>
                            <summary>
                                <b>{heading}</b>
                                <span class="soft">{move || (t.n_chosen)(count())}</span>
                            </summary>
                            <div class="choices">{rows}</div>
                        </details>
                    }
                    .into_any()
                }
            }
        })
        .collect_view();
    let none_ticked = Signal::derive(
        move || matches!(app.assessment.answer(item), Some(Answer::Choices(ticked)) if ticked.is_empty()),
    );
    view! {
        <TypedElsewhere item />
        <div class="stack-s">{lists}</div>
        {item.most.map(|most| view! {
            <p class="small soft" role="status">{move || is_full.get().then(|| (t.most_chosen)(most))}</p>
        })}
        {item.none.map(|none| view! {
            <div class="choices">
                <CheckRow
                    label=none.to_owned()
                    checked=none_ticked
                    on_change=Callback::new(move |ticked| {
                        if ticked {
                            app.assessment.give(item, Answer::Choices(Vec::new()));
                        } else {
                            app.assessment.take_back(item);
                        }
                    })
                />
            </div>
        })}
    }
}

pub(super) type OptionGroup = (Option<&'static str>, Vec<&'static ItemOption>);

/// Options under their headings, in the order of the file.
pub(super) fn groups_of(options: &'static [ItemOption]) -> Vec<OptionGroup> {
    let mut groups: Vec<OptionGroup> = Vec::new();
    for option in options {
        match groups.last_mut() {
            Some((heading, members)) if *heading == option.group => members.push(option),
            _ => groups.push((option.group, vec![option])),
        }
    }
    groups
}

#[component]
fn TextControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let value = Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Text(words)) => words,
        _ => String::new(),
    });
    view! {
        <WordsField
            id=format!("answer-{}", item.id)
            label=item.ask
            label_hidden=true
            value
            on_input=Callback::new(move |words: String| {
                if words.trim().is_empty() {
                    app.assessment.take_back(item);
                } else {
                    app.assessment.give(item, Answer::Text(words));
                }
            })
        />
    }
}

/// Own words for each of several lines.
#[component]
fn TextsControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let fields = item
        .options
        .iter()
        .map(|option| {
            let value = Signal::derive(move || match app.assessment.answer(item) {
                Some(Answer::Texts(texts)) => texts.get(option.id).cloned().unwrap_or_default(),
                _ => String::new(),
            });
            view! {
                <LineField
                    id=format!("answer-{}", option.id)
                    label=option.label
                    value
                    on_input=Callback::new(move |typed: String| app.assessment.give_text_of(item, option, typed))
                />
            }
        })
        .collect_view();
    view! { <div class="stack">{fields}</div> }
}
