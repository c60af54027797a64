//! Page two: for the conversation. In large print questions and agreements stand on a page of their own.

use leptos::prelude::*;

use super::{MoreLine, Paper, Sheet, TickBox};
use crate::domain::handout::layout::LEAST_QUESTIONS;
use crate::domain::handout::sheets::{OptionCells, Print, Rows};
use crate::state::use_messages;
use crate::ui::pages::plan::VIEWS;

/// Empty rows for what is agreed, of four cells each.
const AGREED_CELLS: usize = 12;

#[component]
pub fn PageTwo(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let head = paper.sheets.visit.clone();
    let foot = paper.sheets.feet[1].clone();
    let choices = view! { <Choices paper=paper.clone() /> };
    let talk = view! { <Talk paper=paper.clone() /> };
    match paper.print {
        Print::Normal => view! {
            <Sheet title=t.page_two_title label=t.page_two_label beside=head foot paper page=2>{choices}{talk}</Sheet>
        }
        .into_any(),
        Print::Large => view! {
            <Sheet title=t.page_two_title label=t.page_two_label beside=head.clone() foot=foot.clone() paper=paper.clone() page=3>{choices}</Sheet>
            <Sheet title=t.page_two_title label=t.page_two_label beside=head foot paper page=4>{talk}</Sheet>
        }
        .into_any(),
    }
}

/// What plays a part, goals and limits, options.
#[component]
fn Choices(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let sheets = paper.sheets.clone();
    let appendix = paper.appendix();
    let has_contributors = !sheets.contributors.iter().all(Rows::says_nothing);
    let headings = [t.part_body, t.part_mind, t.part_life];
    let contributors = headings
        .into_iter()
        .zip(sheets.contributors)
        .filter(|(_, rows)| !rows.says_nothing())
        .map(|(heading, rows)| view! { <div><b>{heading}</b><List rows appendix /></div> })
        .collect_view();
    view! {
        {has_contributors.then(|| view! {
            <section><h2>{t.plays_a_part}</h2><div class="ho-cols-3">{contributors}</div></section>
        })}
        {(!sheets.sways.is_empty()).then(|| view! { <p>{sheets.sways}</p> })}
        <div class="ho-cols">
            {sheets.goals.filter(|rows| !rows.says_nothing()).map(|rows| view! { <section><h2>{t.my_goal}</h2><List rows appendix /></section> })}
            {(!sheets.limits.says_nothing()).then(|| view! { <section><h2>{t.my_limits}</h2><List rows=sheets.limits appendix /></section> })}
        </div>
        {sheets.options.map(|rows| view! { <Options rows appendix /> })}
        {(!sheets.clashes.is_empty()).then(|| view! { <section><List rows=sheets.clashes appendix /></section> })}
        {(!sheets.together.is_empty()).then(|| view! { <section><List rows=sheets.together appendix /></section> })}
    }
}

/// A list with a dash before each entry; what was not named says so.
#[component]
fn List(rows: Rows<String>, appendix: Option<usize>) -> impl IntoView {
    let more = rows.more;
    let none = rows
        .is_empty()
        .then(|| view! { <li>{rows.instead.clone()}</li> });
    let entries = rows
        .shown
        .into_iter()
        .map(|row| view! { <li>{row}</li> })
        .collect_view();
    view! { <ul class="ho-list">{none}{entries}</ul><MoreLine more appendix /> }
}

#[component]
fn Options(rows: Rows<OptionCells>, appendix: Option<usize>) -> impl IntoView {
    let t = use_messages();
    let heads = t
        .paper
        .option_columns
        .map(|column| view! { <th scope="col">{column}</th> });
    let lines = rows
        .shown
        .iter()
        .map(|row| view! { <OptionLine row=row.clone() /> })
        .collect_view();
    view! {
        <section>
            <h2>{t.options_title}<span>{t.options_note}</span></h2>
            {match rows.is_empty() {
                true => view! { <p>{rows.instead}</p> }.into_any(),
                false => view! {
                    <table class="ho-table ho-options">
                        <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                }.into_any(),
            }}
            <MoreLine more=rows.more appendix />
        </section>
    }
}

#[component]
fn OptionLine(row: OptionCells) -> impl IntoView {
    let t = use_messages();
    // Without a view yet, three boxes to be ticked together.
    let view = match row.view {
        Some(view) => view! { <TickBox ticked=true /><b>{(t.view)(view)}</b> }.into_any(),
        None => VIEWS
            .map(|view| view! { <div><TickBox ticked=false />{(t.view)(view)}</div> })
            .into_iter()
            .collect_view()
            .into_any(),
    };
    view! {
        <tr>
            <td><div><b>{row.name}</b></div>{row.why}</td>
            <td>{row.care}</td>
            <td>{row.guidelines}</td>
            <td>{row.judge}</td>
            <td>{view}</td>
        </tr>
        {(!row.because.is_empty()).then(|| view! { <tr class="ho-because"><td colspan="5">{row.because.clone()}</td></tr> })}
    }
}

/// Questions with lines to write on, and what is agreed.
#[component]
fn Talk(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let appendix = paper.appendix();
    let questions = paper.sheets.questions.clone();
    let n_empty = LEAST_QUESTIONS.saturating_sub(questions.shown.len());
    let asked = questions
        .shown
        .into_iter()
        .map(|question| view! { <li>{question}</li> })
        .collect_view();
    view! {
        <section>
            <h2>{t.questions_title}<span>{t.most_important_first}</span></h2>
            <ol class="ho-qs">
                {asked}
                {(0..n_empty).map(|_| view! { <li></li> }).collect_view()}
            </ol>
            <MoreLine more=questions.more appendix />
        </section>
        <section>
            <h2>{t.agreed}<span>{t.agreed_note}</span></h2>
            <div class="ho-agree">
                <span class="h">{t.agreed_step}</span>
                <span class="h">{t.agreed_who}</span>
                <span class="h">{t.agreed_when}</span>
                <span class="h">{t.agreed_stop}</span>
                {(0..AGREED_CELLS).map(|_| view! { <span></span> }).collect_view()}
            </div>
            <div class="ho-cols ho-last"><span>{t.in_a_flare}</span><span>{t.come_back}</span></div>
        </section>
    }
}
