//! Owns writing a diary entry: three taps and it is saved; all else is extra.

mod attack;
mod control;
mod day;
mod draft;
mod headache;
mod medicines;
mod parts;
mod places;
mod quick;

use leptos::prelude::*;

use self::attack::AttackPart;
pub(super) use self::control::Scale;
use self::day::{DayScales, Doing, Factors, Period};
pub(super) use self::draft::Draft;
use self::headache::HeadachePart;
pub(super) use self::medicines::MedicinesPart;
use self::parts::DatePart;
pub(super) use self::parts::{AlarmPart, NotePart};
use self::places::PlacesPart;
use self::quick::ThreeTaps;
use crate::domain::date::NaiveDate;
use crate::domain::diary::entry::About;
use crate::domain::ids::EntryId;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// What the page is opened for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogStart {
    /// A new entry about today, or about an earlier day.
    New(Option<NaiveDate>),
    /// A new entry that looks back on today.
    Evening,
    Saved(EntryId),
}

/// A new entry, or one that is there already.
#[component]
pub fn LogPage(start: LogStart) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let today = app.today_now();
    let rule = untrack(|| app.past_days());
    let chosen = match &start {
        // An address of a day that cannot be is about today.
        LogStart::New(date) => date.filter(|date| rule.why_odd(*date).is_none()),
        LogStart::Evening | LogStart::Saved(_) => None,
    };
    let opened = match &start {
        LogStart::New(_) => Some(app.diary.new_entry(chosen.unwrap_or(today))),
        LogStart::Evening => {
            let mut entry = app.diary.new_entry(app.evening());
            entry.about = Some(About::Day);
            Some(entry)
        }
        LogStart::Saved(id) => app.diary.entry(id),
    };
    let is_new = !matches!(start, LogStart::Saved(_));
    match opened {
        Some(opened) => {
            let begun_today = is_new && chosen.is_none();
            let draft = Draft::new(app, opened, !is_new, begun_today);
            view! { <EntryForm draft is_new /> }.into_any()
        }
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
fn EntryForm(draft: Draft, is_new: bool) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let is_day = draft.entry_untracked().about == Some(About::Day);
    let day = move || (t.days.title)(draft.date(), app.today());
    let away = move || (t.days.away)(draft.date(), app.today());
    // The day is the title, so that nobody writes about another one than they think.
    let (heading, line): (AnyView, AnyView) = match (is_new, is_day) {
        (true, false) => (day.into_any(), away.into_any()),
        (_, _) => {
            let heading = if is_new {
                words.evening
            } else {
                t.entry_change
            };
            let line = move || format!("{}, {}", day(), away());
            (heading.into_any(), line.into_any())
        }
    };
    let day_before = is_new && app.diary.like_day_before(draft.date_untracked()).is_some();
    let can_take_over = move || !draft.is_saved();
    let tracking = untrack(|| app.diary.tracking());
    let asks_headache = tracking.headaches || !draft.entry_untracked().headache.is_empty();
    let asks_period = tracking.asks("bleeding") || draft.entry_untracked().bleeding.is_some();
    let saved = move || {
        view! { <Note kind=NoteKind::Ok heading=t.saved><p>{t.log_saved}</p></Note> }
    };
    view! {
        <PlacePage place=Place::Diary>
            <header class="top">
                <a class="btn btn-icon" href=Route::Diary.href()><Icon name="back" /><span class="sr">{t.to_diary}</span></a>
                <div class="title grow">
                    <h1>{heading}</h1>
                    <p class="soft small">{line}</p>
                </div>
            </header>
            <Gone draft />
            <form class="stack-l" hidden=move || draft.is_gone() on:submit=move |event| event.prevent_default()>
                <WhichDay draft />
                {day_before.then(|| view! {
                    <div hidden=move || !can_take_over()>
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                if let Some(like) = app.diary.like_day_before(draft.date_untracked()) {
                                    draft.replace(like);
                                }
                            }
                        >
                            <Icon name="history" />
                            {move || match draft.date() == app.today() {
                                true => words.like_yesterday,
                                false => words.like_day_before,
                            }}
                        </button>
                    </div>
                })}
                {if is_day {
                    view! { <DayScales draft core=true /> <Factors draft /> }.into_any()
                } else {
                    view! { <ThreeTaps draft /> }.into_any()
                }}
                <div role="status" class:is-writing=move || draft.is_writing()>
                    {move || match (draft.is_acknowledged(), draft.is_saved()) {
                        (true, _) => saved().into_any(),
                        // Its room is there with the tap already: nothing may jump under a finger a moment later.
                        (false, true) => view! { <section class="keeps-room" aria-hidden="true">{saved()}</section> }.into_any(),
                        (false, false) => ().into_any(),
                    }}
                </div>
                <AlarmPart draft />
                <AttackPart draft />
                <section class="stack-s">
                    <h2>{t.log_more}</h2>
                    <MedicinesPart draft />
                    <PlacesPart draft />
                    {asks_headache.then(|| view! { <HeadachePart draft /> })}
                    {(!is_day).then(|| view! { <Factors draft /> })}
                    <DayScales draft core=false />
                    <Doing draft />
                    {asks_period.then(|| view! { <Period draft /> })}
                    <NotePart draft />
                    <DatePart draft />
                </section>
                <section class="row" hidden=move || !draft.is_saved()>
                    {(!is_new).then(|| view! {
                        <button
                            type="button"
                            class="btn"
                            hidden=move || !draft.is_changed()
                            on:click=move |_| draft.put_back()
                        >
                            <Icon name="history" />
                            {words.put_back}
                        </button>
                    })}
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| {
                            app.diary.delete(&draft.entry_untracked().id);
                            page::go(&Route::Diary.href());
                        }
                    >
                        <Icon name="delete" />
                        {t.entry_delete}
                    </button>
                </section>
            </form>
        </PlacePage>
    }
}

/// Another tab deleted the entry.
#[component]
fn Gone(draft: Draft) -> impl IntoView {
    let t = use_messages();
    view! {
        <div role="status">
            {move || draft.is_gone().then(|| view! {
                <Note kind=NoteKind::Warn heading=t.entry_gone>
                    <p>{t.diary.gone_text}</p>
                    <div class="row">
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                draft.bring_back();
                                page::focus("main");
                            }
                        >
                            {t.diary.bring_back}
                        </button>
                        <a class="btn" href=Route::Diary.href()>{t.to_diary}</a>
                    </div>
                </Note>
            })}
        </div>
    }
}

/// Asks which day is meant, when the day has changed since the entry was begun.
#[component]
fn WhichDay(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let answer = move |date| {
        move |_| {
            draft.is_about(date);
            page::focus("main");
        }
    };
    view! {
        <div role="status">
            {move || draft.asks_which_day().map(|today| {
                let begun = draft.date();
                view! {
                    <Note kind=NoteKind::Info heading=t.days.which>
                        <p>{(t.days.it_is)(today)}</p>
                        <div class="row">
                            <button type="button" class="btn" on:click=answer(begun)>{(t.long_date)(begun)}</button>
                            <button type="button" class="btn" on:click=answer(today)>{(t.long_date)(today)}</button>
                        </div>
                    </Note>
                }
            })}
        </div>
    }
}
