//! The printed pages; the same component for the preview and for the paper.

mod appendix;
mod blank_diary;
mod page_one;
mod page_two;

use leptos::prelude::*;

use crate::domain::handout::{Handout, PaperChoices, Rows};
use crate::state::use_messages;
use appendix::Appendix;
use blank_diary::BlankDiary;
use page_one::PageOne;
use page_two::PageTwo;

/// Both pages as the person decided, and the sheets that they added.
#[component]
pub fn HandoutPages(handout: Handout, choices: PaperChoices) -> impl IntoView {
    let handout = choices.apply(handout);
    let second = handout.clone();
    let appendix = choices
        .appendix
        .then(|| view! { <Appendix handout=handout.clone() /> });
    let blank = choices.blank_diary.then(|| view! { <BlankDiary /> });
    view! {
        <div class=if choices.large_print { "handout-large" } else { "" }>
            <PageOne handout />
            <PageTwo handout=second />
            {appendix}
            {blank}
        </div>
    }
}

/// A tick box that prints without a background colour.
#[component]
fn TickBox(ticked: bool) -> impl IntoView {
    let t = use_messages();
    view! {
        <svg class="box" viewBox="0 0 16 16" role="img" aria-label=if ticked { t.ticked } else { t.not_ticked }>
            <path d="M1 1h14v14H1z"></path>
            {ticked.then(|| view! { <path d="M3 3l10 10M13 3 3 13"></path> })}
        </svg>
    }
}

/// Who, and which page.
#[component]
fn Foot(text: String, name: Option<String>, page: usize) -> impl IntoView {
    let t = use_messages();
    view! {
        <div class="ho-foot">
            <span>{text}</span>
            <span>{name.map(|name| format!("{name} · "))}{(t.page_of)(page, 2)}</span>
        </div>
    }
}

/// "3 more": what did not fit is counted, never silently dropped.
fn more_line<T>(rows: &Rows<T>) -> Option<impl IntoView + use<T>> {
    let t = use_messages();
    let more = rows.more;
    (more > 0).then(|| view! { <p class="ho-more">{(t.n_more)(more)}</p> })
}
