//! Owns what was agreed at visits: the list, and one agreement with its step, days and stop rule.

use leptos::prelude::*;

use super::agreed_result::{BeforeAndNow, NumberField, Result, what_it_is_about};
use crate::domain::arrangements::Agreement;
use crate::domain::arrangements::judging::day_to_judge;
use crate::domain::date::NaiveDate;
use crate::domain::ids::{AgreementId, TherapyId};
use crate::domain::plan::combinations::judge_of;
use crate::domain::plan::model::Section;
use crate::knowledge::therapy;
use crate::state::{page, use_app, use_messages, use_plan_words};
use crate::ui::components::fields::LineField;
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::moment_fields::DayField;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::components::reminders::Reminders;
use crate::ui::route::Route;

#[component]
pub fn AgreedPage() -> impl IntoView {
    let app = use_app();
    let (t, w) = (use_messages(), use_plan_words());
    let add = move |_| {
        let id = app.arranged.add_agreement(None);
        page::go(&Route::Agreement(id).href());
    };
    let cards = move || {
        let kept = app.arranged.get();
        let cards = kept
            .latest_first()
            .into_iter()
            .map(|(id, agreement)| view! { <AgreementCard id=id.clone() agreement=agreement.clone() /> })
            .collect_view();
        if kept.agreements.is_empty() {
            view! { <p>{w.agreed_none}</p> }.into_any()
        } else {
            cards.into_any()
        }
    };
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.agreed_title text=w.agreed_text />
            <BeforeTheQuestions />
            <Reminders />
            <Calendar />
            <button type="button" class="btn btn-primary btn-wide" on:click=add><Icon name="plus" />{w.agreed_add}</button>
            {cards}
        </PlacePage>
    }
}

/// A later assessment begins here: what was agreed last time, then the questions.
#[component]
fn BeforeTheQuestions() -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    move || {
        let has_just_begun =
            app.assessment.began() == Some(app.today()) && app.assessment.open_questions() > 0;
        (has_just_begun && app.arranged.waits_for_a_look_back()).then(|| {
            view! {
                <Note kind=NoteKind::Info heading=w.agreed_first>
                    <p>{w.agreed_first_text}</p>
                    <div class="row"><a class="btn" href=Route::Ask { item: None, step: 0 }.href()>{w.agreed_on_to_questions}</a></div>
                </Note>
            }
        })
    }
}

/// The open days as entries of a calendar, when there are any.
#[component]
fn Calendar() -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    let not_taken = RwSignal::new(false);
    let save = move |_| not_taken.set(!app.arranged.save_calendar(w));
    move || {
        let has_days = !app.arranged.get().days_to_come(app.today()).is_empty();
        has_days.then(|| {
            view! {
                <div class="row"><button type="button" class="btn" on:click=save><Icon name="calendar" />{w.calendar}</button></div>
                <p role="status" class="small">{move || not_taken.get().then_some(w.calendar_not_taken)}</p>
            }
        })
    }
}

#[component]
fn AgreementCard(id: AgreementId, agreement: Agreement) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let option = agreement
        .therapy
        .as_ref()
        .and_then(|id| therapy(id.as_str()))
        .map(|therapy| therapy.name);
    let heading = (t.after_visit.name)(&agreement);
    let facts = [
        (w.agreed_option, option.map(str::to_owned)),
        (w.agreed_who, filled(&agreement.who)),
        (w.agreed_by, agreement.by.map(t.long_date_year)),
        (w.agreed_stop, filled(&agreement.stop)),
        (w.agreed_review, agreement.review.map(t.long_date_year)),
        (w.agreed_done, agreement.done.map(t.long_date_year)),
        (
            t.after_visit.result,
            agreement.outcome.map(|_| (t.after_visit.state)(&agreement)),
        ),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        value.map(|value| view! { <div><dt>{name}</dt><dd class="clip">{value}</dd></div> })
    })
    .collect_view();
    view! {
        <section class="card">
            <h2 class="clip">{heading}</h2>
            <p class="soft small">{(w.agreed_on_line)(agreement.agreed)}</p>
            <dl class="facts">{facts}</dl>
            <BeforeAndNow agreement />
            <div class="row"><a class="btn" href=Route::Agreement(id).href()><Icon name="edit" />{w.agreed_edit}</a></div>
        </section>
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[component]
pub fn AgreementPage(agreement: AgreementId) -> impl IntoView {
    let w = use_plan_words();
    let app = use_app();
    let known = untrack(|| app.arranged.agreement(&agreement)).is_some();
    if !known {
        return view! {
            <PlacePage place=Place::Plan>
                <h1>{w.agreed_gone}</h1>
                <p><a class="btn" href=Route::Agreed.href()>{w.agreed_title}</a></p>
            </PlacePage>
        }
        .into_any();
    }
    view! { <AgreementForm id=agreement /> }.into_any()
}

#[component]
fn AgreementForm(id: AgreementId) -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let to_plan = Signal::derive(move || app.days_to_plan());
    let id = StoredValue::new(id);
    let agreement = Memo::new(move |_| id.with_value(|id| app.arranged.agreement(id)));
    let change = move |change: &dyn Fn(&mut Agreement)| {
        id.with_value(|id| app.arranged.change_agreement(id, change));
    };
    let text = move |read: fn(&Agreement) -> &String| {
        Signal::derive(move || {
            agreement.with(|kept| kept.as_ref().map(read).cloned().unwrap_or_default())
        })
    };
    let day = move |read: fn(&Agreement) -> Option<NaiveDate>| {
        Signal::derive(move || agreement.with(|kept| kept.as_ref().and_then(read)))
    };
    let delete = move |_| {
        id.with_value(|id| app.arranged.delete_agreement(id));
        page::replace(&Route::Agreed.href());
    };
    let done = day(|kept| kept.done);
    let is_judged_now = Memo::new(move |_| {
        agreement.with(|kept| {
            kept.as_ref()
                .is_some_and(|kept| kept.is_judged_now(app.today()))
        })
    });
    let asks = RwSignal::new(false);
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Agreed back=w.agreed_title title=w.agreed_title />
            {move || is_judged_now.get().then(|| view! { <Result id=id.get_value() agreement /> })}
            <DayField id="agreed-on" label=w.agreed_on value=day(|kept| Some(kept.agreed)) rule=Signal::derive(move || app.past_days())
                on_day=Callback::new(move |date: Option<NaiveDate>| if let Some(date) = date { change(&|kept| kept.agreed = date) }) />
            <LineField id="agreed-step".to_owned() label=w.agreed_step hint=w.agreed_step_hint value=text(|kept| &kept.step)
                on_input=Callback::new(move |words: String| change(&|kept| kept.step = words.clone())) />
            <OptionField chosen=Signal::derive(move || agreement.with(|kept| kept.as_ref().and_then(|kept| kept.therapy.clone())))
                on_choose=Callback::new(move |therapy: Option<TherapyId>| change(&|kept| kept.therapy = therapy.clone())) />
            <LineField id="agreed-who".to_owned() label=w.agreed_who hint=w.agreed_who_hint value=text(|kept| &kept.who)
                on_input=Callback::new(move |words: String| change(&|kept| kept.who = words.clone())) />
            <DayField id="agreed-by" label=w.agreed_by value=day(|kept| kept.by) rule=to_plan optional=true
                on_day=Callback::new(move |date| change(&|kept| kept.by = date)) />
            <LineField id="agreed-stop".to_owned() label=w.agreed_stop hint=w.agreed_stop_hint value=text(|kept| &kept.stop)
                on_input=Callback::new(move |words: String| change(&|kept| kept.stop = words.clone())) />
            <DayField id="agreed-review" label=w.agreed_review hint=w.agreed_review_hint value=day(|kept| kept.review) rule=to_plan optional=true
                on_day=Callback::new(move |date| change(&|kept| kept.judge_on(date))) />
            <DayToJudge agreement on_take=Callback::new(move |date| change(&|kept| kept.judge_on(Some(date)))) />
            <NumberField id=id.get_value() agreement />
            <div class="stack-s">
                <DoneButton label=w.agreed_done day=done on_day=Callback::new(move |is_done: bool| change(&|kept| kept.done = is_done.then(|| app.today_now()))) />
            </div>
            <div class="row">
                <a class="btn btn-primary" href=Route::Agreed.href()>{w.agreed_ready}</a>
                {move || if asks.get() {
                    view! {
                        <button type="button" class="btn btn-danger" on:click=delete>{w.agreed_delete_sure}</button>
                        <button type="button" class="btn" on:click=move |_| asks.set(false)>{w.agreed_keep}</button>
                    }.into_any()
                } else {
                    view! { <button type="button" class="btn btn-quiet" on:click=move |_| asks.set(true)><Icon name="delete" />{w.agreed_delete}</button> }.into_any()
                }}
            </div>
        </PlacePage>
    }
}

/// While no day is set: when the option can be judged, with the day to take.
#[component]
fn DayToJudge(agreement: Memo<Option<Agreement>>, on_take: Callback<NaiveDate>) -> impl IntoView {
    let w = use_messages().after_visit;
    let about = what_it_is_about(agreement);
    move || {
        let kept = about.get().filter(|kept| kept.review.is_none())?;
        let option = kept.therapy.and_then(|id| therapy(id.as_str()));
        let date = day_to_judge(option, kept.agreed)?;
        let text = option.and_then(judge_of).map(|judge| judge.text);
        Some(view! {
            <p class="soft small">{text}</p>
            <div class="row"><button type="button" class="btn" on:click=move |_| on_take.run(date)>{(w.take_day)(date)}</button></div>
        })
    }
}

/// Which option of the plan it is about.
#[component]
fn OptionField(
    #[prop(into)] chosen: Signal<Option<TherapyId>>,
    on_choose: Callback<Option<TherapyId>>,
) -> impl IntoView {
    let app = use_app();
    let w = use_plan_words();
    let plan = app.assessment.plan();
    let chosen_before = chosen.get_untracked();
    let mut rows: Vec<(String, &'static str)> = plan
        .lines
        .iter()
        .filter(|line| line.section != Section::UsuallyNot)
        .map(|line| (line.therapy.id.to_owned(), line.therapy.name))
        .collect();
    if let Some(id) = chosen_before
        && rows.iter().all(|(known, _)| *known != id.0)
        && let Some(therapy) = therapy(id.as_str())
    {
        rows.push((id.0, therapy.name));
    }
    let options = rows
        .into_iter()
        .map(|(id, name)| {
            let is_chosen = {
                let id = id.clone();
                move || chosen.read().as_ref().is_some_and(|chosen| chosen.0 == id)
            };
            view! { <option value=id selected=is_chosen>{name}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="agreed-option">{w.agreed_option}</label>
            <select
                class="select"
                id="agreed-option"
                on:change=move |event| {
                    let id = event_target_value(&event);
                    on_choose.run(Some(TherapyId(id)).filter(|id| !id.0.is_empty()));
                }
            >
                <option value="" selected=move || chosen.read().is_none()>{w.agreed_no_option}</option>
                {options}
            </select>
        </div>
    }
}

#[component]
fn DoneButton(
    label: &'static str,
    #[prop(into)] day: Signal<Option<NaiveDate>>,
    on_day: Callback<bool>,
) -> impl IntoView {
    let w = use_plan_words();
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || day.get().is_some()
                on:change=move |event| on_day.run(event_target_checked(&event))
            />
            <span class="name">{label}</span>
            {move || day.get().map(|date| view! { <span class="hint">{(w.agreed_done_line)(date)}</span> })}
        </label>
    }
}
