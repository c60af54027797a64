//! Owns writing a diary entry: three taps and it is saved; all else is extra.

mod control;
mod day;
mod draft;
mod headache;
mod medicines;
mod parts;
mod places;
mod quick;

use leptos::prelude::*;

use self::day::{DayScales, Doing, Factors, Period};
use self::draft::Draft;
use self::headache::HeadachePart;
use self::medicines::MedicinesPart;
use self::parts::{AlarmPart, DatePart, NotePart};
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
    let today = untrack(|| app.today());
    let opened = match &start {
        LogStart::New(date) => {
            let date = date.filter(|date| *date <= today).unwrap_or(today);
            Some(app.diary.new_entry(date))
        }
        LogStart::Evening => {
            let mut entry = app.diary.new_entry(today);
            entry.about = Some(About::Day);
            Some(entry)
        }
        LogStart::Saved(id) => app.diary.entry(id),
    };
    let is_new = !matches!(start, LogStart::Saved(_));
    match opened {
        Some(opened) => {
            let draft = Draft::new(app, opened, !is_new);
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
    let heading = match (is_new, is_day) {
        (false, _) => t.entry_change,
        (true, true) => words.evening,
        (true, false) => t.log_today,
    };
    let yesterday = is_new.then(|| app.diary.like_yesterday()).flatten();
    let can_take_over = move || !draft.is_saved();
    let tracking = untrack(|| app.diary.tracking());
    let asks_headache = tracking.headaches || !draft.entry_untracked().headache.is_empty();
    let asks_period = tracking.asks("bleeding") || draft.entry_untracked().bleeding.is_some();
    let about_past = move || draft.date() != app.today();
    let saved = move || {
        view! { <Note kind=NoteKind::Ok heading=t.saved><p>{t.log_saved}</p></Note> }
    };
    view! {
        <PlacePage place=Place::Diary>
            <header class="top">
                <a class="btn btn-icon" href=Route::Diary.href()><Icon name="back" /><span class="sr">{t.to_diary}</span></a>
                <div class="title grow">
                    <h1>{heading}</h1>
                    <p class="soft small">{move || (t.long_date)(draft.date())}</p>
                </div>
            </header>
            <form class="stack-l" on:submit=move |event| event.prevent_default()>
                {move || about_past().then(|| view! { <p class="tag"><Icon name="history" />{words.about_past}</p> })}
                {yesterday.map(|yesterday| view! {
                    <div hidden=move || !can_take_over()>
                        <button type="button" class="btn" on:click=move |_| draft.replace(yesterday.clone())>
                            <Icon name="history" />
                            {words.like_yesterday}
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
