//! The printed pages; the same component for the preview and for the paper.

mod appendix;
mod blank_diary;
mod page_one;
mod page_two;

use leptos::prelude::*;

use crate::domain::handout::fit::fit;
use crate::domain::handout::layout::FOOT_NAME;
use crate::domain::handout::sheets::{Print, Sheets};
use crate::domain::handout::{Handout, PaperChoices, shortened};
use crate::i18n::sheets;
use crate::state::{use_messages, use_plan_words};
use appendix::Appendix;
use blank_diary::BlankDiary;
use page_one::PageOne;
use page_two::PageTwo;

/// What the pages are drawn from.
#[derive(Clone)]
struct Paper {
    handout: Handout,
    /// Made to fit.
    sheets: Sheets,
    print: Print,
    /// What does not fit is printed as well.
    in_appendix: bool,
}

/// All pages as the person decided, and the sheets that they added.
#[component]
pub fn HandoutPages(handout: Handout, choices: PaperChoices) -> impl IntoView {
    let (t, w) = (use_messages(), use_plan_words());
    let handout = choices.apply(handout);
    let print = match choices.large_print {
        true => Print::Large,
        false => Print::Normal,
    };
    let fitted = fit(&sheets(t, w, &handout), print, 0.0);
    let paper = Paper {
        handout,
        sheets: fitted.sheets,
        print,
        in_appendix: choices.appendix,
    };
    let appendix = choices
        .appendix
        .then(|| view! { <Appendix paper=paper.clone() cut=fitted.cut /> });
    let blank = choices.blank_diary.then(|| view! { <BlankDiary /> });
    view! {
        <div class=if choices.large_print { "handout-large" } else { "" }>
            <PageOne paper=paper.clone() />
            <PageTwo paper />
            {appendix}
            {blank}
        </div>
    }
}

/// A page: title, content, foot.
#[component]
fn Sheet(
    title: &'static str,
    label: &'static str,
    /// Beside the title.
    beside: String,
    foot: String,
    paper: Paper,
    page: usize,
    children: Children,
) -> impl IntoView {
    let t = use_messages();
    let pages = paper.print.n_pages();
    view! {
        <section class="handout-page handout-sheet" aria-label=label>
            <div class="ho-head"><h1>{title}</h1><span>{beside}</span></div>
            {children()}
            <div class="ho-foot">
                <span>{foot}</span>
                <span>{paper.handout.name.map(|_| format!("{} · ", shortened(&paper.sheets.name, FOOT_NAME)))}{(t.page_of)(page, pages)}</span>
            </div>
        </section>
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

/// "3 more": what did not fit is counted, never silently dropped.
#[component]
fn MoreLine(more: usize, in_appendix: bool) -> impl IntoView {
    let t = use_messages();
    let line = match in_appendix {
        true => t.paper.more_in_appendix,
        false => t.n_more,
    };
    (more > 0).then(|| view! { <p class="ho-more">{line(more)}</p> })
}
