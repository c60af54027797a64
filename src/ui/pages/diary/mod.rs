//! Owns the diary: days, one day, trends, medicines, what goes with the pain, and what is followed.

pub mod attack;
pub mod day;
pub mod days;
pub mod findings;
pub mod follow;
pub mod log;
pub mod looking_back;
pub mod medicines;
pub mod week;

use leptos::prelude::*;

use crate::state::{use_app, use_messages};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

/// The looks at the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiaryTab {
    Days,
    Trends,
    Medicines,
}

/// Title, "add", the tabs, and what was deleted last.
#[component]
pub fn DiaryHead(tab: DiaryTab) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let tabs = [
        (DiaryTab::Days, Route::Diary, t.tab_days),
        (DiaryTab::Trends, Route::Trends, t.tab_trends),
        (DiaryTab::Medicines, Route::Medicines, t.diary.tab_medicines),
    ]
    .map(|(target, route, name)| {
        view! { <a href=route.href() aria-current=(target == tab).then_some("page")>{name}</a> }
    });
    view! {
        <header class="top">
            <div class="title grow"><h1>{t.nav_diary}</h1></div>
            <a class="btn" href=Route::Log(None).href()><Icon name="plus" />{t.log_add}</a>
        </header>
        <div role="status">
            {move || app.diary.deleted().map(|_| view! {
                <p class="undo row">
                    <span>{t.entry_deleted}</span>
                    <button type="button" class="btn" on:click=move |_| app.diary.undo_delete()>{t.undo}</button>
                </p>
            })}
        </div>
        <nav class="tabs" aria-label=t.nav_diary>{tabs.into_iter().collect_view()}</nav>
    }
}
