//! Owns how one agreement is judged: the number of the diary, what came of it, and the word that puts it into the story.

use leptos::prelude::*;

use crate::domain::arrangements::{Agreement, DiaryNumber, Outcome};
use crate::domain::date::Days;
use crate::domain::ids::AgreementId;
use crate::state::{use_app, use_messages};
use crate::ui::components::choice_group::{ChoiceRow, RadioRows};
use crate::ui::components::fields::LineField;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// Days that are read for what a number is today.
const DAYS_READ: u64 = 28;

/// By which number it is judged: those that suit the option and the goals, then the others behind a fold.
#[component]
pub fn NumberField(id: AgreementId, agreement: Memo<Option<Agreement>>) -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    let id = StoredValue::new(id);
    let chosen = Signal::derive(move || agreement.with(|kept| kept.as_ref()?.number).map(spelt));
    let choose = Callback::new(move |spelling: String| {
        let number = DiaryNumber::ALL
            .into_iter()
            .find(|number| spelt(*number) == spelling);
        id.with_value(|id| {
            app.arranged
                .change_agreement(id, |kept| kept.number = number)
        });
    });
    let about = what_it_is_about(agreement);
    let rows = move || {
        let today = app.today();
        let entries = app.diary.between(today - Days::new(DAYS_READ), today);
        let suggested = about.with(|kept| {
            let option = kept.as_ref().and_then(|kept| kept.therapy.as_ref());
            app.assessment.suggested_numbers(option)
        });
        let row = |number: DiaryNumber, said: &str| ChoiceRow {
            id: spelt(number),
            label: (w.number)(number).to_owned(),
            hint: format!(
                "{said}{}",
                (w.reading)(number, number.read(&entries, None, today))
            ),
        };
        let first = suggested.first().copied();
        let of = |is_suggested: bool| {
            let others = DiaryNumber::ALL.into_iter();
            let others = others.filter(|number| !suggested.contains(number));
            let numbers: Vec<DiaryNumber> = match is_suggested {
                true => suggested.clone(),
                false => others.collect(),
            };
            let rows = numbers
                .into_iter()
                .map(|number| match Some(number) == first {
                    true => row(number, &format!("{} · ", w.suggested)),
                    false => row(number, ""),
                });
            rows.collect::<Vec<ChoiceRow>>()
        };
        let is_other = untrack(|| chosen.get())
            .is_some_and(|chosen| suggested.iter().all(|number| spelt(*number) != chosen));
        view! {
            <RadioRows name="agreed-number".to_owned() rows=of(true) chosen on_choose=choose />
            <details class="group" open=is_other>
                <summary><b>{w.number_other}</b></summary>
                <RadioRows name="agreed-number".to_owned() rows=of(false) chosen on_choose=choose />
            </details>
        }
    };
    view! {
        <fieldset class="stack-s">
            <legend class="label">{w.number_title}</legend>
            <p class="soft small">{w.number_hint}</p>
            {rows}
        </fieldset>
    }
}

/// The agreement without what is typed into it, so that no key draws anew what rests on the rest.
pub fn what_it_is_about(agreement: Memo<Option<Agreement>>) -> Memo<Option<Agreement>> {
    Memo::new(move |_| {
        agreement.with(|kept| {
            let kept = kept.as_ref()?;
            Some(Agreement {
                therapy: kept.therapy.clone(),
                review: kept.review,
                ..Agreement::on(kept.agreed)
            })
        })
    })
}

fn spelt(number: DiaryNumber) -> String {
    (number as usize).to_string()
}

/// The number before the visit and since, in words.
#[component]
pub fn BeforeAndNow(agreement: Agreement) -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    let today = app.today();
    let (first, last) = agreement.days_to_read(today);
    let (before, now) = agreement.before_and_now(&app.diary.between(first, last), today);
    let number = agreement.judged_by();
    view! {
        <p class="label">{(w.number)(number)}</p>
        <dl class="facts">
            <div><dt>{w.before}</dt><dd>{(w.reading)(number, before)}</dd></div>
            <div><dt>{w.since}</dt><dd>{(w.reading)(number, now)}</dd></div>
        </dl>
    }
}

/// What came of it: the numbers, one tap, and what the story makes of it.
#[component]
pub fn Result(id: AgreementId, agreement: Memo<Option<Agreement>>) -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    let id = StoredValue::new(id);
    let change = move |change: &dyn Fn(&mut Agreement)| {
        id.with_value(|id| app.arranged.change_agreement(id, change));
    };
    let chosen = Signal::derive(move || {
        let outcome = agreement.with(|kept| kept.as_ref()?.outcome)?;
        Some((outcome as usize).to_string())
    });
    let rows = Outcome::ALL.map(|outcome| ChoiceRow {
        id: (outcome as usize).to_string(),
        label: (w.outcome)(outcome).to_owned(),
        hint: String::new(),
    });
    let choose = Callback::new(move |spelling: String| {
        let outcome = Outcome::ALL
            .into_iter()
            .find(|outcome| (*outcome as usize).to_string() == spelling);
        change(&|kept| kept.set_outcome(outcome, app.today_now()));
    });
    let words = Signal::derive(move || {
        agreement.with(|kept| {
            kept.as_ref()
                .map_or(String::new(), |kept| kept.result_words.clone())
        })
    });
    // The words that are being typed change no number.
    let judged = Memo::new(move |_| {
        agreement.get().map(|kept| Agreement {
            result_words: String::new(),
            told: None,
            ..kept
        })
    });
    view! {
        <section class="card stack">
            <h2>{w.result}</h2>
            {move || judged.get().map(|agreement| view! { <BeforeAndNow agreement /> })}
            <p class="soft small">{w.no_cause}</p>
            <RadioRows name="agreed-outcome".to_owned() rows=rows.to_vec() chosen on_choose=choose />
            <LineField id="agreed-words".to_owned() label=w.words value=words
                on_input=Callback::new(move |words: String| change(&|kept| kept.result_words = words.clone())) />
            <ToStory id agreement />
        </section>
    }
}

/// What the result changes in the story, with the word that lets it.
#[component]
fn ToStory(id: StoredValue<AgreementId>, agreement: Memo<Option<Agreement>>) -> impl IntoView {
    let app = use_app();
    let w = use_messages().after_visit;
    let tell = move |goes_on: bool| {
        let Some(kept) = agreement.get_untracked() else {
            return;
        };
        if let Some(change) = untrack(|| app.assessment.story_change(&kept, goes_on)) {
            app.assessment.change_story(change);
            id.with_value(|id| {
                app.arranged
                    .change_agreement(id, |kept| kept.told = kept.outcome)
            });
        }
    };
    let button = move |label: &'static str, goes_on: bool| {
        view! { <button type="button" class="btn btn-wide" on:click=move |_| tell(goes_on)>{label}</button> }
    };
    let story = app.assessment.tried_item().map(|item| {
        let item = Some(item.id.into());
        Route::Ask { item, step: 0 }.href()
    });
    let asked = move || {
        let kept = agreement.get()?;
        let change = app.assessment.story_change(&kept, true);
        Some(match change {
            Some(change) => {
                let may_go_on = kept.outcome.is_some_and(Outcome::may_go_on);
                let buttons = match may_go_on {
                    true => vec![button(w.goes_on, true), button(w.stopped, false)],
                    false => vec![button(w.take, false)],
                };
                view! {
                    <Note kind=NoteKind::Info heading=w.to_story>
                        <p>{(w.change)(&change)}</p>
                        <div class="stack-s">{buttons}</div>
                    </Note>
                }
                .into_any()
            }
            None if kept.told.is_some() && kept.told == kept.outcome => view! {
                <p><b>{w.told}</b>" "<a href=story.clone()>{w.see_story}</a></p>
                <p><a class="btn" href=Route::Plan.href()>{use_messages().back_to_plan}</a></p>
            }
            .into_any(),
            None => ().into_any(),
        })
    };
    view! { <div aria-live="polite">{asked}</div> }
}
