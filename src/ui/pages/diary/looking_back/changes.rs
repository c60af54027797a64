//! Owns before and after a change of treatment: each marked change with what came by itself, and how sure that is.

use leptos::prelude::*;

use super::LookHead;
use crate::domain::collections::InOrder;
use crate::domain::date::NaiveDate;
use crate::domain::diary::insight::change::{
    BLOCK_DAYS, BeforeAfter, Level, SETTLING_DAYS, TooEarly,
};
use crate::domain::diary::series::Day;
use crate::domain::diary::tracking::{Mark, MarkKind};
use crate::state::{use_app, use_look_words, use_messages};
use crate::ui::components::chart::AroundChart;
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// Days before the change in the picture: the two weeks that are compared, and as long before them.
const DRAWN_BEFORE: usize = 2 * BLOCK_DAYS;

#[component]
pub fn ChangesPage() -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    let changes = Memo::new(move |_| {
        let tracking = app.diary.tracking();
        let all = tracking.marks.into_values();
        let mut changes: Vec<Mark> = all
            .filter(|mark| mark.kind == MarkKind::TreatmentChange)
            .collect();
        changes.put_in_order_by_key(|mark| std::cmp::Reverse(mark.date));
        changes
    });
    let none = move || changes.read().is_empty();
    view! {
        <PlacePage place=Place::Diary>
            <LookHead title=words.changes />
            {move || if none() {
                view! {
                    <section class="card card-plain">
                        <h2>{words.changes_none}</h2>
                        <p>{words.changes_none_text}</p>
                    </section>
                }
                .into_any()
            } else {
                view! { <p>{words.changes_text}</p> }.into_any()
            }}
            {move || (changes.get().into_iter().enumerate())
                .map(|(number, mark)| view! { <ChangeCard number mark /> })
                .collect_view()}
            <Note kind=NoteKind::Info heading=words.by_itself>
                <p>{words.by_itself_text}</p>
                <p>{words.one_at_a_time}</p>
            </Note>
            <div class="row">
                <a class="btn" href=Route::Follow.href()><Icon name="plus" />{words.changes_add}</a>
            </div>
        </PlacePage>
    }
}

/// One change.
#[component]
fn ChangeCard(number: usize, mark: Mark) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = use_look_words();
    let date = mark.date;
    let (days, found) = app.diary.around(date);
    let name = match mark.words.trim() {
        "" => (words.mark_kind)(mark.kind).to_owned(),
        name => name.to_owned(),
    };
    let content = match found {
        Ok(found) => view! { <Compared number days date found /> }.into_any(),
        Err(why) => view! { <Early why date /> }.into_any(),
    };
    view! {
        <section class="card change-card">
            <h2>{name}</h2>
            <p class="soft">{(t.long_date_year)(date)}</p>
            {content}
        </section>
    }
}

/// Too few days on a side, or too early.
#[component]
fn Early(why: TooEarly, date: NaiveDate) -> impl IntoView {
    let app = use_app();
    let words = use_look_words();
    view! {
        <h3>{words.too_early}</h3>
        <p>{(words.too_early_text)(why, date, app.today())}</p>
    }
}

/// Both sides, with what was to be expected.
#[component]
fn Compared(number: usize, days: Vec<Day>, date: NaiveDate, found: BeforeAfter) -> impl IntoView {
    let t = use_messages();
    let words = use_look_words();
    let drawn = DRAWN_BEFORE + SETTLING_DAYS as usize + BLOCK_DAYS;
    let days = days[days.len().saturating_sub(drawn)..].to_vec();
    let side = |name: &'static str, level: Level| {
        let range = format!(
            "{} – {}",
            (t.short_date)(level.first),
            (t.short_date)(level.last)
        );
        view! {
            <tr>
                <th scope="row">{name}<br /><span class="soft">{range}</span></th>
                <td>{(words.level)(level.mean)}</td>
                <td>{(words.n_of_14)(level.n)}</td>
            </tr>
        }
    };
    let expected = found.by_itself.map(|by_itself| {
        view! {
            <tr>
                <th scope="row">{words.expected}</th>
                <td>{(words.level)(by_itself.expected)}</td>
                <td>{(t.diary.days)(by_itself.n)}</td>
            </tr>
        }
    });
    view! {
        <h3>{(words.around_heading)(&found)}</h3>
        <p>{(words.around_text)(&found)}</p>
        <p>{(words.around_by_itself)(&found)}</p>
        <AroundChart id=format!("around-{number}") days date found />
        <p class="small soft">{words.around_key}</p>
        <table class="data">
            <thead>
                <tr>
                    <th scope="col"><span class="sr">{words.column_from}</span></th>
                    <th scope="col">{words.column_mean}</th>
                    <th scope="col">{words.column_logged}</th>
                </tr>
            </thead>
            <tbody>
                {side(words.before, found.change.from)}
                {side(words.after, found.change.to)}
                {expected}
            </tbody>
        </table>
    }
}
