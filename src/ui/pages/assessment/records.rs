//! Owns the lists of diagnoses, tests and goals: one card for each record.

use leptos::prelude::*;

use super::answer::groups_of;
use super::month::MonthField;
use super::odd::Oddities;
use super::suggested::Suggestions;
use crate::domain::questionnaire::model::{Answer, Diagnosis, Goal, TestDone, Told};
use crate::knowledge::{Item, ItemOption};
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{CheckRow, ChoiceRow, RadioRows};
use crate::ui::components::fields::{LineField, focus_when_drawn};
use crate::ui::components::icon::Icon;

/// The records of an answer, and how they are changed.
struct Records<T: 'static> {
    item: &'static Item,
    read: fn(Answer) -> Option<Vec<T>>,
    write: fn(Vec<T>) -> Answer,
}

impl<T> Clone for Records<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Records<T> {}

impl<T: Clone> Records<T> {
    fn list(self) -> Vec<T> {
        use_app()
            .assessment
            .answer(self.item)
            .and_then(self.read)
            .unwrap_or_default()
    }

    fn list_now(self) -> Vec<T> {
        untrack(move || self.list())
    }

    fn give(self, list: Vec<T>) {
        use_app().assessment.give(self.item, (self.write)(list));
    }

    /// Without a record the item is open again: only "none" means none.
    fn give_or_take_back(self, list: Vec<T>) {
        if list.is_empty() {
            use_app().assessment.take_back(self.item);
        } else {
            self.give(list);
        }
    }

    fn add(self, record: T) {
        let mut list = self.list_now();
        list.push(record);
        self.give(list);
    }

    /// Adds a record and goes to its first line, which stands before the button that was pressed.
    fn add_and_go_there(self, record: T, line: &str) {
        let place = self.list_now().len();
        self.add(record);
        focus_when_drawn(format!("record-{place}-{line}"));
    }

    fn remove(self, place: usize) {
        let mut list = self.list_now();
        if place < list.len() {
            list.remove(place);
            self.give_or_take_back(list);
        }
    }

    fn change(self, place: usize, change: impl FnOnce(&mut T)) {
        let mut list = self.list_now();
        if let Some(record) = list.get_mut(place) {
            change(record);
            self.give(list);
        }
    }

    fn count(self) -> Memo<usize>
    where
        T: Send + Sync,
    {
        Memo::new(move |_| self.list().len())
    }

    fn field<F: Clone + Default + PartialEq + Send + Sync + 'static>(
        self,
        place: usize,
        read: fn(&T) -> F,
    ) -> Signal<F> {
        Memo::new(move |_| self.list().get(place).map(read).unwrap_or_default()).into()
    }

    fn line(
        self,
        place: usize,
        id: &str,
        label: &'static str,
        hint: &'static str,
        read: fn(&T) -> String,
        write: fn(&mut T, String),
    ) -> impl IntoView + use<T> {
        view! {
            <LineField
                id=format!("record-{place}-{id}")
                label
                hint
                value=self.field(place, read)
                on_input=Callback::new(move |typed: String| self.change(place, |record| write(record, typed)))
            />
        }
    }
}

/// The button that takes a record away.
#[component]
fn Remove(#[prop(into)] name: Signal<String>, on_remove: Callback<()>) -> impl IntoView {
    let t = use_messages();
    view! {
        <button type="button" class="btn btn-quiet" on:click=move |_| on_remove.run(())>
            <Icon name="delete" />
            {move || (t.assessment.remove)(&name.get())}
        </button>
    }
}

/// The button that adds a record.
#[component]
fn Add(#[prop(into)] label: String, on_add: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="btn btn-wide" on:click=move |_| on_add.run(())>
            <Icon name="plus" />
            {label}
        </button>
    }
}

/// "None of these", offered while there is no record.
#[component]
fn NoneRow(
    item: &'static Item,
    #[prop(into)] is_empty: Signal<bool>,
    empty: fn() -> Answer,
) -> impl IntoView {
    let app = use_app();
    let checked = Signal::derive(move || app.assessment.answer(item) == Some(empty()));
    move || {
        let label = item.none.filter(|_| is_empty.get())?;
        Some(view! {
            <div class="choices">
                <CheckRow
                    label=label.to_owned()
                    checked
                    on_change=Callback::new(move |ticked| {
                        if ticked {
                            app.assessment.give(item, empty());
                        } else {
                            app.assessment.take_back(item);
                        }
                    })
                />
            </div>
        })
    }
}

/// Names that the pain was given: what, by whom, how sure.
#[component]
pub fn DiagnosesControl(item: &'static Item) -> impl IntoView {
    let t = use_messages();
    let records = Records {
        item,
        read: |answer| match answer {
            Answer::Diagnoses(list) => Some(list),
            _ => None,
        },
        write: Answer::Diagnoses,
    };
    let count = records.count();
    let told = [
        ("certain", Told::Certain),
        ("perhaps", Told::Perhaps),
        ("ruled_out", Told::RuledOut),
    ];
    let card = move |place: usize| {
        let name = records.field(place, |record: &Diagnosis| record.name.clone());
        let chosen_told = Signal::derive(move || records.list().get(place)?.told);
        let chosen = Signal::derive(move || {
            let chosen = chosen_told.get()?;
            let word = told.iter().find(|(_, known)| *known == chosen)?;
            Some(word.0.to_owned())
        });
        let rows = told
            .iter()
            .map(|(id, told)| ChoiceRow {
                id: (*id).to_owned(),
                label: (t.assessment.told)(*told).to_owned(),
                hint: String::new(),
            })
            .collect::<Vec<_>>();
        view! {
            <li class="card stack">
                {records.line(place, "name", t.assessment.diagnosis_name, "", |r| r.name.clone(), |r, typed| r.name = typed)}
                <Suggestions item record=place />
                {records.line(
                    place,
                    "by",
                    t.assessment.diagnosis_by,
                    t.assessment.diagnosis_by_hint,
                    |r| r.by.clone(),
                    |r, typed| r.by = typed,
                )}
                <fieldset class="stack-s">
                    <legend class="label">{t.assessment.diagnosis_told}</legend>
                    <RadioRows
                        name=format!("told-{place}")
                        rows
                        chosen
                        on_choose=Callback::new(move |id: String| {
                            let word = told.iter().find(|(known, _)| *known == id).map(|(_, told)| *told);
                            records.change(place, |record| record.told = word);
                        })
                    />
                </fieldset>
                <Remove name on_remove=Callback::new(move |()| records.remove(place)) />
            </li>
        }
    };
    view! {
        <ol class="stack">{move || (0..count.get()).map(card).collect_view()}</ol>
        <Add label=t.assessment.diagnosis_add on_add=Callback::new(move |()| records.add_and_go_there(Diagnosis::default(), "name")) />
        <NoneRow item is_empty=Signal::derive(move || count.get() == 0) empty=|| Answer::Diagnoses(Vec::new()) />
    }
}

/// Tests by kind: a tick opens when, where and what it showed.
#[component]
pub fn TestsControl(item: &'static Item) -> impl IntoView {
    let t = use_messages();
    let records = Records {
        item,
        read: |answer| match answer {
            Answer::Tests(list) => Some(list),
            _ => None,
        },
        write: Answer::Tests,
    };
    let count = records.count();
    let row = move |option: &'static ItemOption| {
        let places = Memo::new(move |_| {
            let list = records.list();
            let of_kind =
                |(place, test): (usize, &TestDone)| (test.kind == option.id).then_some(place);
            list.iter()
                .enumerate()
                .filter_map(of_kind)
                .collect::<Vec<_>>()
        });
        let ticked = Signal::derive(move || !places.read().is_empty());
        let new = || TestDone {
            kind: option.id.to_owned(),
            ..TestDone::default()
        };
        view! {
            <div class="sign">
                <CheckRow
                    label=option.label.to_owned()
                    hint=option.hint.unwrap_or_default()
                    checked=ticked
                    on_change=Callback::new(move |now| {
                        if now {
                            records.add(new());
                        } else {
                            let mut list = records.list_now();
                            list.retain(|test| test.kind != option.id);
                            records.give_or_take_back(list);
                        }
                    })
                />
                {move || places.get().into_iter().map(|place| view! { <TestCard records place option /> }).collect_view()}
                {move || ticked.get().then(|| view! {
                    <Add label=(t.assessment.test_again)(option.label) on_add=Callback::new(move |()| records.add(new())) />
                })}
            </div>
        }
    };
    let lists = groups_of(item.options)
        .into_iter()
        .map(|(heading, options)| {
            let count = {
                let options = options.clone();
                move || {
                    let list = records.list();
                    let is_chosen =
                        |option: &&ItemOption| list.iter().any(|test| test.kind == option.id);
                    options.iter().copied().filter(is_chosen).count()
                }
            };
            let opened_at_first = untrack(&count) > 0;
            let rows = options.into_iter().map(row).collect_view();
            match heading {
                None => view! { <div class="choices">{rows}</div> }.into_any(),
                Some(heading) => view! {
                    <details class="card group" open=opened_at_first>
                        <summary>
                            <b>{heading}</b>
                            <span class="soft">{move || (t.n_chosen)(count())}</span>
                        </summary>
                        <div class="choices">{rows}</div>
                    </details>
                }
                .into_any(),
            }
        })
        .collect_view();
    view! {
        <div class="stack-s">{lists}</div>
        <p class="soft">{t.assessment.test_normal}</p>
        <NoneRow item is_empty=Signal::derive(move || count.get() == 0) empty=|| Answer::Tests(Vec::new()) />
    }
}

#[component]
fn TestCard(
    records: Records<TestDone>,
    place: usize,
    option: &'static ItemOption,
) -> impl IntoView {
    let t = use_messages();
    let words = &t.assessment;
    let copy = records.field(place, |test| test.copy.unwrap_or_default());
    view! {
        <div class="sign-when stack-s" role="group" aria-label=option.label>
            <MonthField
                id=format!("record-{place}-when")
                label=words.test_when
                value=records.field(place, |test| test.when.clone())
                on_input=Callback::new(move |when| records.change(place, |test| test.when = when))
            />
            <Oddities item=records.item record=Some(place) />
            {records.line(place, "result", words.test_result, words.test_result_hint, |r| r.result.clone(), |r, typed| r.result = typed)}
            {records.line(place, "part", words.test_part, words.test_part_hint, |r| r.part.clone(), |r, typed| r.part = typed)}
            {records.line(place, "place", words.test_place, "", |r| r.place.clone(), |r, typed| r.place = typed)}
            <CheckRow
                label=words.test_copy.to_owned()
                checked=copy
                on_change=Callback::new(move |now| records.change(place, |test| test.copy = Some(now)))
            />
            <Remove
                name=option.label.to_owned()
                on_remove=Callback::new(move |()| records.remove(place))
            />
        </div>
    }
}

/// What the person wants to be able to do, each with a month.
#[component]
pub fn GoalsControl(item: &'static Item) -> impl IntoView {
    let t = use_messages();
    let records = Records {
        item,
        read: |answer| match answer {
            Answer::Goals(list) => Some(list),
            _ => None,
        },
        write: Answer::Goals,
    };
    let count = records.count();
    // One empty card waits, so that a first goal needs no button.
    let shown = Memo::new(move |_| count.get().max(1));
    let change = move |place: usize, change: &dyn Fn(&mut Goal)| {
        let mut list = records.list_now();
        if list.len() <= place {
            list.resize(place + 1, Goal::default());
        }
        change(&mut list[place]);
        if list.iter().all(|goal| *goal == Goal::default()) {
            list.clear();
        }
        records.give_or_take_back(list);
    };
    let card = move |place: usize| {
        view! {
            <li class="card stack">
                <LineField
                    id=format!("record-{place}-words")
                    label=t.assessment.goal_words
                    value=records.field(place, |goal: &Goal| goal.words.clone())
                    on_input=Callback::new(move |typed: String| change(place, &|goal| goal.words.clone_from(&typed)))
                />
                <MonthField
                    id=format!("record-{place}-by")
                    label=t.assessment.goal_by
                    value=records.field(place, |goal| goal.by.clone())
                    on_input=Callback::new(move |by| change(place, &|goal| goal.by.clone_from(&by)))
                />
                <Oddities item record=Some(place) />
                {move || (count.get() > 1).then(|| view! {
                    <Remove
                        name=records.field(place, |goal| goal.words.clone())
                        on_remove=Callback::new(move |()| records.remove(place))
                    />
                })}
            </li>
        }
    };
    view! {
        <ol class="stack">{move || (0..shown.get()).map(card).collect_view()}</ol>
        {move || (count.get() > 0).then(|| view! {
            <Add label=t.assessment.goal_add on_add=Callback::new(move |()| records.add_and_go_there(Goal::default(), "words")) />
        })}
    }
}
