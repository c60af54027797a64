//! The printed pages; the same component for the preview and for the paper.

mod appendix;
mod blank_diary;
mod code_sheet;
mod page_one;
mod page_two;

use leptos::prelude::*;

use crate::domain::handout::fit::{Gone, fit, fit_without_appendix};
use crate::domain::handout::layout::foot_name;
use crate::domain::handout::sheets::{ChartSize, Print, Sheets};
use crate::domain::handout::{Handout, PaperChoices};
use crate::i18n::{Messages, sheets};
use crate::state::{use_messages, use_plan_words};
use appendix::Appendix;
use blank_diary::BlankDiary;
use code_sheet::CodeSheet;
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
    has_appendix: bool,
}

impl Paper {
    /// The page after the last of the pages, where there is one.
    fn appendix(&self) -> Option<usize> {
        self.has_appendix.then_some(self.print.n_pages() + 1)
    }
}

/// Said to the person beside the pages, who can then leave something out or print one sheet more.
fn gave_way(t: &'static Messages, cut: &[Gone]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for gone in cut {
        let name = (t.paper.part)(gone.part);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (t.paper.gave_way)(&names)
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
    let whole = sheets(t, w, &handout);
    let fitted = fit(&whole, print, 0.0);
    let has_appendix = choices.appendix || fitted.insists();
    let fitted = match has_appendix {
        true => fitted,
        false => fit_without_appendix(&whole, print, 0.0),
    };
    let gave_way = (!has_appendix && !fitted.cut.is_empty()).then(|| gave_way(t, &fitted.cut));
    let with_days = choices.appendix || fitted.sheets.chart == ChartSize::Away;
    let paper = Paper {
        handout,
        sheets: fitted.sheets,
        print,
        has_appendix,
    };
    let appendix =
        has_appendix.then(|| view! { <Appendix paper=paper.clone() cut=fitted.cut with_days /> });
    let codes = choices
        .codes
        .then(|| view! { <CodeSheet paper=paper.clone() /> });
    let blank = choices.blank_diary.then(|| view! { <BlankDiary /> });
    view! {
        <div class=if choices.large_print { "handout-large" } else { "" }>
            {gave_way.map(|text| view! { <p class="no-print ho-gave-way">{text}</p> })}
            <PageOne paper=paper.clone() />
            <PageTwo paper />
            {appendix}
            {codes}
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
    let name = paper.handout.name.map(|_| foot_name(&paper.sheets.name));
    let name = name
        .filter(|name| !name.is_empty())
        .map(|name| format!("{name} · "));
    view! {
        <section class="handout-page handout-sheet" aria-label=label>
            <div class="ho-head"><h1>{title}</h1><span>{beside}</span></div>
            {children()}
            <div class="ho-foot">
                <span>{foot}</span>
                <span>{name}{(t.page_of)(page, pages)}{paper.has_appendix.then_some(t.paper.and_appendix)}</span>
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

/// "3 more: see page 3": what did not fit is counted, never silently dropped.
#[component]
fn MoreLine(
    more: usize,
    /// The page on which it stands.
    appendix: Option<usize>,
) -> impl IntoView {
    let t = use_messages();
    let text = match appendix {
        Some(page) => (t.paper.more_on_page)(more, page),
        None => (t.paper.more_left_out)(more),
    };
    (more > 0).then(|| view! { <p class="ho-more">{text}</p> })
}
