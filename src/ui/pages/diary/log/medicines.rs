//! Owns the medicines of an entry: taken or not, one tap for those on the person's list, and whether they helped.

use leptos::prelude::*;

use super::control::{Answers, Part, YesNo};
use super::draft::Draft;
use crate::domain::date::{NaiveTime, Timelike};
use crate::domain::diary::medicines::told;
use crate::domain::diary::taken::{Relief, Taken};
use crate::domain::diary::tracking::MyMedicine;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::fields::LineField;
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::TimeField;
use crate::ui::pages::diary::medicines::DayMedicines;

/// Pain medicine since the last time.
#[component]
pub fn MedicinesPart(draft: Draft) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let took = draft.get(|entry| entry.took_medicine);
    let said = draft.get(
        move |entry| match (entry.took_medicine, entry.medicines.as_slice()) {
            (None, []) => String::new(),
            (Some(false), []) => t.no.to_owned(),
            (_, []) => t.yes.to_owned(),
            (_, taken) => {
                let names = taken.iter().map(|taken| match told::is_not_taken(taken) {
                    true => (words.medicine_not_taken)(taken.name.trim()),
                    false => taken.name.trim().to_owned(),
                });
                names.collect::<Vec<_>>().join(", ")
            }
        },
    );
    let n_taken = draft.get(|entry| entry.medicines.len());
    let add = move |taken: Taken| {
        draft.change(|entry| {
            entry.took_medicine = Some(true);
            entry.medicines.push(taken);
        });
    };
    let mine = untrack(|| app.diary.tracking()).medicines;
    let usual: Vec<MyMedicine> = mine.values().filter(|it| it.regular).cloned().collect();
    let usual = (usual.len() > 1).then(|| {
        // Those that are noted already are not noted twice.
        let take = move |_| {
            let noted = draft.entry_untracked().medicines;
            let is_noted = |it: &&MyMedicine| noted.iter().any(|taken| taken.name == it.name);
            for medicine in usual.iter().filter(|it| !is_noted(it)) {
                add(taken_now(medicine, draft));
            }
        };
        view! {
            <button type="button" class="btn" on:click=take>
                <Icon name="check" />
                {words.took_usual}
            </button>
        }
    });
    let one_tap = mine
        .into_values()
        .map(|medicine| {
            let label = joined(&medicine);
            view! {
                <button type="button" class="btn" on:click=move |_| add(taken_now(&medicine, draft))>
                    <Icon name="plus" />
                    {label}
                </button>
            }
        })
        .collect_view();
    // Added up anew when a medicine or the day changes, not at each key of a note.
    let counted = draft.get(|entry| (entry.date, entry.medicines.clone()));
    let totals = move || {
        let (date, _) = counted.get();
        view! { <DayMedicines date /> }
    };
    view! {
        <Part name=words.medicine said>
            <YesNo
                name="took"
                legend=words.ask_medicine
                chosen=took
                on_choose=Callback::new(move |answer| draft.change(|entry| entry.took_medicine = answer))
            />
            <div class="stack" hidden=move || took.get() == Some(false)>
                <div class="row">
                    {usual}
                    {one_tap}
                    <button type="button" class="btn" on:click=move |_| add(taken_now(&MyMedicine::default(), draft))>
                        <Icon name="plus" />
                        {words.medicine_add}
                    </button>
                </div>
                {move || (0..n_taken.get()).map(|place| view! { <TakenRow draft place /> }).collect_view()}
                {totals}
            </div>
        </Part>
    }
}

/// One medicine that was taken.
#[component]
fn TakenRow(draft: Draft, place: usize) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let taken = draft.medicine(place);
    let change = move |change: &dyn Fn(&mut Taken)| {
        draft.change(|entry| {
            if let Some(taken) = entry.medicines.get_mut(place) {
                change(taken);
            }
        });
    };
    let relief_name: &'static str = RELIEF_NAMES.get(place).copied().unwrap_or("relief");
    view! {
        <fieldset class="card card-plain stack-s">
            <legend class="sr">{move || taken.get().name}</legend>
            <LineField
                id=format!("medicine-name-{place}")
                label=words.medicine_name
                hint=words.medicine_name_hint
                value=Signal::derive(move || taken.get().name)
                on_input=Callback::new(move |typed: String| change(&|taken| taken.name.clone_from(&typed)))
            />
            <LineField
                id=format!("medicine-amount-{place}")
                label=words.medicine_amount
                hint=words.medicine_amount_hint
                value=Signal::derive(move || taken.get().amount)
                on_input=Callback::new(move |typed: String| change(&|taken| taken.amount.clone_from(&typed)))
            />
            <TimeField
                id=format!("medicine-time-{place}")
                label=words.medicine_time
                value=Signal::derive(move || taken.get().minute)
                on_minute=Callback::new(move |minute| change(&|taken| taken.minute = minute))
            />
            <div class="choices">
                <CheckRow
                    label=words.medicine_regular.to_owned()
                    checked=Signal::derive(move || taken.get().regular)
                    on_change=Callback::new(move |now| change(&|taken| taken.regular = now))
                />
            </div>
            <Answers
                name=relief_name
                legend=words.ask_relief
                answers=vec![(Relief::Gone, words.relief_gone), (Relief::Better, words.relief_better), (Relief::Same, words.relief_same)]
                chosen=Signal::derive(move || taken.get().relief)
                on_choose=Callback::new(move |answer| change(&|taken| taken.relief = answer))
            />
            <button
                type="button"
                class="btn"
                on:click=move |_| draft.change(|entry| {
                    if place < entry.medicines.len() {
                        entry.medicines.remove(place);
                    }
                })
            >
                <Icon name="delete" />
                {words.take_away}
            </button>
        </fieldset>
    }
}

/// Names of groups of radios; nobody takes more than these in one entry, and if so the last ones share theirs.
const RELIEF_NAMES: [&str; 12] = [
    "relief-0",
    "relief-1",
    "relief-2",
    "relief-3",
    "relief-4",
    "relief-5",
    "relief-6",
    "relief-7",
    "relief-8",
    "relief-9",
    "relief-10",
    "relief-11",
];

/// A medicine of the person's list, taken now; on another day the time is not known.
fn taken_now(medicine: &MyMedicine, draft: Draft) -> Taken {
    let time: Option<NaiveTime> = draft.entry_untracked().time;
    Taken {
        name: medicine.name.clone(),
        amount: medicine.amount.clone(),
        minute: time.map(|time| (time.hour() * 60 + time.minute()) as u16),
        regular: medicine.regular,
        relief: None,
    }
}

fn joined(medicine: &MyMedicine) -> String {
    match medicine.amount.trim() {
        "" => medicine.name.clone(),
        amount => format!("{} × {}", amount, medicine.name),
    }
}
