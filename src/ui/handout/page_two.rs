//! Page two: for the conversation.

use leptos::prelude::*;

use super::{Foot, TickBox, more_line};
use crate::domain::handout::{Handout, OptionRow, PaperBlock, shortened};
use crate::domain::plan::combinations::judge_of;
use crate::knowledge::{Level, VERSION};
use crate::state::exchange::code_of;
use crate::state::use_messages;
use crate::ui::pages::plan::VIEWS;

/// Characters of a reason or a risk that fit three lines of their column.
const CELL: usize = 80;

#[component]
pub fn PageTwo(handout: Handout) -> impl IntoView {
    let t = use_messages();
    let contributors = [
        (t.part_body, handout.contributors.body.clone()),
        (t.part_mind, handout.contributors.mind.clone()),
        (t.part_life, handout.contributors.life.clone()),
    ];
    let has_contributors = contributors.iter().any(|(_, list)| !list.is_empty());
    let head = [
        handout.name.clone(),
        handout.visit.as_deref().map(t.visit_line),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let code = code_of(&handout).map(|(width, path)| view! {
        <figure class="ho-code">
            <svg viewBox=format!("0 0 {width} {width}") role="img" aria-label=t.paper.code_label><path d=path></path></svg>
            <figcaption>{t.paper.code_note}</figcaption>
        </figure>
    });
    let blank_rows = (0..12).map(|_| view! { <span></span> }).collect_view();
    let n_blank_questions = 3usize.saturating_sub(handout.questions.shown.len());
    view! {
        <section class="handout-page" aria-label=t.page_two_label>
            <div class="ho-head"><h1>{t.page_two_title}</h1><span>{head}</span></div>
            {has_contributors.then(|| view! {
                <section>
                    <h2>{t.plays_a_part}</h2>
                    <div class="ho-cols-3">
                        {contributors
                            .into_iter()
                            .map(|(heading, list)| view! {
                                <div>
                                    <b>{heading}</b>
                                    <ul class="ho-list">
                                        {if list.is_empty() {
                                            view! { <li>{t.none_named}</li> }.into_any()
                                        } else {
                                            list.into_iter().map(|label| view! { <li>{label}</li> }).collect_view().into_any()
                                        }}
                                    </ul>
                                </div>
                            })
                            .collect_view()}
                    </div>
                </section>
            })}
            <div class="ho-cols">
                {handout.shows(PaperBlock::Goals).then(|| view! {
                    <section>
                        <h2>{t.my_goal}</h2>
                        <p>{handout.goal.clone().unwrap_or_else(|| t.not_answered.to_owned())}</p>
                    </section>
                })}
                <section>
                    <h2>{t.my_limits}</h2>
                    {if handout.preferences.is_empty() {
                        view! { <p>{t.none_named}</p> }.into_any()
                    } else {
                        view! {
                            <ul class="ho-list">
                                {handout.preferences.iter().map(|option| view! { <li>{option.label}</li> }).collect_view()}
                            </ul>
                        }.into_any()
                    }}
                </section>
            </div>
            {handout.shows(PaperBlock::Options).then(|| view! {
            <section>
                <h2>{t.options_title}<span>{t.options_note}</span></h2>
                {if handout.options.shown.is_empty() {
                    view! { <p>{t.plan_empty}</p> }.into_any()
                } else {
                    view! {
                        <table class="ho-table ho-options-five">
                            <thead>
                                <tr>
                                    <th scope="col">{t.table_option}</th>
                                    <th scope="col">{t.table_why}</th>
                                    <th scope="col">{t.table_evidence}</th>
                                    <th scope="col">{t.table_watch}</th>
                                    {VIEWS.into_iter().map(|view| view! { <th scope="col">{(t.view)(view)}</th> }).collect_view()}
                                </tr>
                            </thead>
                            <tbody>
                                {handout.options.shown.iter().map(|row| view! { <OptionLine row=row.clone() /> }).collect_view()}
                            </tbody>
                        </table>
                    }.into_any()
                }}
                {more_line(&handout.options)}
            </section>
            })}
            <section>
                <h2>{t.questions_title}<span>{t.most_important_first}</span></h2>
                <ol class="ho-qs">
                    {handout.questions.shown.iter().map(|question| view! { <li>{question.clone()}</li> }).collect_view()}
                    {(0..n_blank_questions).map(|_| view! { <li></li> }).collect_view()}
                </ol>
                {more_line(&handout.questions)}
            </section>
            <section>
                <h2>{t.agreed}<span>{t.agreed_note}</span></h2>
                <div class="ho-agreed">
                <div class="ho-agree">
                    <span class="h">{t.agreed_step}</span>
                    <span class="h">{t.agreed_who}</span>
                    <span class="h">{t.agreed_when}</span>
                    <span class="h">{t.agreed_stop}</span>
                    {blank_rows}
                </div>
                {code}
                </div>
                <div class="ho-cols ho-last"><span>{t.in_a_flare}</span><span>{t.come_back}</span></div>
            </section>
            <Foot text=(t.foot_two)(VERSION) name=handout.name.clone() page=2 />
        </section>
    }
}

#[component]
fn OptionLine(row: OptionRow) -> impl IntoView {
    let t = use_messages();
    let line = row.line;
    let therapy = line.therapy;
    let why = line
        .reasons
        .first()
        .map(|reason| shortened(&reason.text, CELL))
        .unwrap_or_default();
    let caution = [Level::Avoid, Level::Specialist, Level::Tell]
        .into_iter()
        .find_map(|level| line.cautions.iter().find(|caution| caution.level == level));
    let watch = caution.map_or_else(
        || judge_of(therapy).map_or_else(String::new, |judge| shortened(judge.text, CELL)),
        |caution| shortened(caution.say, CELL),
    );
    let strength = line.strength().map(|strength| (t.strength)(strength).1);
    view! {
        <tr>
            <td><b>{short_name(therapy.name)}</b>" · "{(t.therapy_group)(therapy.group)}</td>
            <td>{why}</td>
            <td>{strength}</td>
            <td>{watch}</td>
            {VIEWS.into_iter().map(|view| view! { <td class="ho-tick"><TickBox ticked=row.view == Some(view) /></td> }).collect_view()}
        </tr>
    }
}

/// The name without its examples in brackets, which the person can look up in the app.
fn short_name(name: &str) -> String {
    let plain = name.split(" (").next().unwrap_or(name);
    shortened(plain, 60)
}
