//! Owns what the diary asks and follows: factors, own medicines, marks, headaches, further fields, the reminder.

use leptos::prelude::*;

use crate::domain::collections::InOrder;
use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::MOST_FACTORS;
use crate::domain::diary::insight::table::{MUCH_STRESS, PERIOD, POOR_SLEEP};
use crate::domain::diary::tracking::{Mark, MarkKind, MyMedicine};
use crate::state::diary::RemindersFile;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::CheckRow;
use crate::ui::components::fields::LineField;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::{DayField, TimeField};
use crate::ui::components::unfinished::unfinished;
use crate::ui::route::Route;

/// Everything that can be chosen for the diary.
#[component]
pub fn FollowPage() -> impl IntoView {
    let t = use_messages();
    view! {
        <PlacePage place=Place::Diary>
            <BackHead to=Route::Diary back=t.to_diary title=t.diary.follow />
            <Factors />
            <MyMedicines />
            <Marks />
            <Asked />
            <Reminder />
        </PlacePage>
    }
}

/// At most six factors, chosen before they are looked at.
#[component]
fn Factors() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let typed = unfinished("factor");
    let full = RwSignal::new(None::<String>);
    let watch = move |id: Option<&str>, name: &str| {
        let room = app.diary.watch(id, name);
        full.set((!room).then(|| (words.factors_full)(MOST_FACTORS)));
        room
    };
    let watched = Memo::new(move |_| {
        let today = app.today();
        let tracking = app.diary.tracking();
        let factors = tracking.factors_on(today);
        factors
            .into_iter()
            .map(|(id, factor)| (id.clone(), factor.clone()))
            .collect::<Vec<_>>()
    });
    let built_in = [
        (POOR_SLEEP, words.factor_sleep),
        (MUCH_STRESS, words.factor_stress),
        (PERIOD, words.factor_period),
    ];
    let offers = move || {
        let chosen = watched.get();
        built_in
            .into_iter()
            .filter(|(id, _)| !chosen.iter().any(|(known, _)| known.as_str() == *id))
            .map(|(id, name)| view! {
                <button type="button" class="btn" on:click=move |_| { watch(Some(id), ""); }><Icon name="plus" />{name}</button>
            })
            .collect_view()
    };
    let rows = move || {
        watched
            .get()
            .into_iter()
            .map(|(id, factor)| {
                let name = (words.factor_name)(&id, &factor.name);
                let remove = (words.remove)(&name);
                view! {
                    <li class="row between">
                        <span>{name}</span>
                        <button type="button" class="btn btn-icon" on:click=move |_| app.diary.stop_watching(&id)>
                            <Icon name="close" />
                            <span class="sr">{remove}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="card stack">
            <h2>{words.factors}</h2>
            <p>{words.factors_text}</p>
            <ul class="stack-s">{rows}</ul>
            <div class="row">{offers}</div>
            <LineField
                id="factor".to_owned()
                label=words.factor_own
                hint=words.factor_own_hint
                value=typed
                on_input=Callback::new(move |text| typed.set(text))
                problem=full
            />
            <div class="row">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        let name = typed.get_untracked().trim().to_owned();
                        if !name.is_empty() && watch(None, &name) {
                            typed.set(String::new());
                        }
                    }
                >
                    <Icon name="plus" />
                    {words.factor_add}
                </button>
            </div>
            <a class="card card-link" href=Route::Findings.href()>
                <Icon name="chart" />
                <span><b>{words.findings}</b><span class="soft">{words.findings_link}</span></span>
                <Icon name="next" />
            </a>
        </section>
    }
}

/// The person's own medicines, for one tap in the log, with the days on which they are due.
#[component]
fn MyMedicines() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let new = RwSignal::new(MyMedicine::default());
    let problem = RwSignal::new(None::<String>);
    let list = Memo::new(move |_| app.diary.tracking().medicines);
    let rows = move || {
        list.get()
            .into_iter()
            .map(|(id, medicine)| {
                let remove = (words.remove)(&medicine.name);
                view! {
                    <li class="row between">
                        <span>{(words.my_medicine)(&medicine)}</span>
                        <button
                            type="button"
                            class="btn btn-icon"
                            on:click=move |_| {
                                app.diary.follow(|tracking| {
                                    tracking.medicines.remove(&id);
                                });
                            }
                        >
                            <Icon name="close" />
                            <span class="sr">{remove}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let day_field = move |id: &'static str,
                          label: &'static str,
                          read: fn(&MyMedicine) -> Option<NaiveDate>,
                          set: fn(&mut MyMedicine, Option<NaiveDate>)| {
        view! {
            <DayField
                id
                label
                value=Signal::derive(move || read(&new.read()))
                rule=Signal::derive(move || app.days_to_plan())
                optional=true
                on_day=Callback::new(move |day| new.update(|medicine| set(medicine, day)))
            />
        }
    };
    view! {
        <section class="card stack">
            <h2>{words.my_medicines}</h2>
            <p>{words.my_medicines_text}</p>
            <ul class="stack-s">{rows}</ul>
            <details class="group">
                <summary><b>{words.medicine_add}</b></summary>
                <div class="stack-s">
                    <LineField
                        id="my-name".to_owned()
                        label=words.medicine_name
                        hint=words.medicine_name_hint
                        value=Signal::derive(move || new.read().name.clone())
                        on_input=Callback::new(move |text| {
                            problem.set(None);
                            new.update(|medicine| medicine.name = text);
                        })
                        problem
                    />
                    <LineField
                        id="my-amount".to_owned()
                        label=words.medicine_amount
                        hint=words.medicine_amount_hint
                        value=Signal::derive(move || new.read().amount.clone())
                        on_input=Callback::new(move |text| new.update(|medicine| medicine.amount = text))
                    />
                    <div class="choices">
                        <CheckRow
                            label=words.medicine_regular.to_owned()
                            checked=Signal::derive(move || new.read().regular)
                            on_change=Callback::new(move |now| new.update(|medicine| medicine.regular = now))
                        />
                    </div>
                    {day_field("my-refill", words.refill, |medicine| medicine.refill, |medicine, day| medicine.refill = day)}
                    {day_field("my-review", words.review, |medicine| medicine.review, |medicine, day| medicine.review = day)}
                    <div class="row">
                        <button
                            type="button"
                            class="btn btn-primary"
                            on:click=move |_| {
                                let medicine = new.get_untracked();
                                if medicine.name.trim().is_empty() {
                                    problem.set(Some(words.medicine_no_name.to_owned()));
                                } else {
                                    app.diary.add_medicine(medicine);
                                    new.set(MyMedicine::default());
                                }
                            }
                        >
                            {words.medicine_save}
                        </button>
                    </div>
                </div>
            </details>
        </section>
    }
}

/// Changes of treatment and visits, for the charts.
#[component]
fn Marks() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    // Today, until another day is chosen.
    let chosen = RwSignal::new(None::<NaiveDate>);
    let date = Signal::derive(move || Some(chosen.get().unwrap_or_else(|| app.today())));
    let is_odd = RwSignal::new(false);
    let what = unfinished("mark");
    let list = Memo::new(move |_| {
        let mut marks: Vec<_> = app.diary.tracking().marks.into_iter().collect();
        marks.put_in_order_by_key(|(_, mark)| std::cmp::Reverse(mark.date));
        marks
    });
    let rows = move || {
        list.get()
            .into_iter()
            .map(|(id, mark)| {
                let said = (words.mark_said)(&mark);
                let remove = (words.remove)(&said);
                view! {
                    <li class="row between">
                        <span>{said}</span>
                        <button
                            type="button"
                            class="btn btn-icon"
                            on:click=move |_| {
                                app.diary.follow(|tracking| {
                                    tracking.marks.remove(&id);
                                });
                            }
                        >
                            <Icon name="close" />
                            <span class="sr">{remove}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    let add = move |kind| {
        move |_| {
            // What is wrong with the day stands beside it.
            if let Some(date) = date.get_untracked().filter(|_| !is_odd.get_untracked()) {
                let words = what.get_untracked().trim().to_owned();
                app.diary.add_mark(Mark { date, kind, words });
                what.set(String::new());
            }
        }
    };
    view! {
        <section class="card stack">
            <h2>{words.marks}</h2>
            <p>{words.marks_text}</p>
            <ul class="stack-s">{rows}</ul>
            <details class="group">
                <summary><b>{words.mark_add}</b></summary>
                <div class="stack-s">
                    <DayField
                        id="mark-date"
                        label=words.day
                        value=date
                        rule=Signal::derive(move || app.days_to_plan())
                        is_odd
                        on_day=Callback::new(move |day| chosen.set(day))
                    />
                    <LineField
                        id="mark-words".to_owned()
                        label=words.mark_words
                        hint=words.mark_words_hint
                        value=what
                        on_input=Callback::new(move |text| what.set(text))
                    />
                    <div class="row">
                        <button type="button" class="btn" on:click=add(MarkKind::TreatmentChange)><Icon name="plan" />{words.mark_treatment}</button>
                        <button type="button" class="btn" on:click=add(MarkKind::Visit)><Icon name="stethoscope" />{words.mark_visit}</button>
                    </div>
                </div>
            </details>
        </section>
    }
}

/// What the diary asks beyond pain.
#[component]
fn Asked() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let field = move |id: &'static str, label: &'static str| {
        let on = Memo::new(move |_| app.diary.tracking().asks(id));
        view! {
            <CheckRow
                label=label.to_owned()
                checked=on
                on_change=Callback::new(move |now| {
                    app.diary.follow(|tracking| {
                        tracking.asked.retain(|known| known != id);
                        if now {
                            tracking.asked.push(id.to_owned());
                        }
                    });
                })
            />
        }
    };
    let headaches = Memo::new(move |_| app.diary.tracking().headaches);
    view! {
        <section class="card stack">
            <h2>{words.asked}</h2>
            <div class="choices">
                <CheckRow
                    label=words.ask_headaches.to_owned()
                    hint=words.ask_headaches_hint
                    checked=headaches
                    on_change=Callback::new(move |now| {
                        app.diary.follow(|tracking| tracking.headaches = now);
                    })
                />
                {field("bleeding", words.factor_period)}
                {field("fatigue", words.fatigue)}
                {field("stress", words.stress)}
            </div>
        </section>
    }
}

/// One reminder a day, as a calendar file that the person's own calendar keeps.
#[component]
fn Reminder() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let time = Memo::new(move |_| app.diary.tracking().reminder);
    let said = RwSignal::new("");
    let step_down = app.diary.is_stable();
    view! {
        <section class="card stack">
            <h2>{words.reminder}</h2>
            <p>{words.reminder_text}</p>
            {step_down.then(|| view! { <p>{words.step_down}</p> })}
            <TimeField
                id="reminder-time"
                label=words.time
                value=time
                on_minute=Callback::new(move |minute| {
                    app.diary.follow(|tracking| tracking.reminder = minute);
                })
            />
            <div class="row">
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| {
                        said.set(match app.diary.save_reminders() {
                            RemindersFile::Saved => words.reminder_saved,
                            RemindersFile::NotTaken => words.reminder_not_saved,
                            RemindersFile::NothingDue => words.reminder_nothing,
                        });
                    }
                >
                    <Icon name="save" />
                    {words.reminder_file}
                </button>
            </div>
            <p role="status">{said}</p>
        </section>
    }
}
