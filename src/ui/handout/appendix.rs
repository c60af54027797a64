//! The appendix: what did not fit on the two pages, and the diary day by day.

use leptos::prelude::*;

use super::Paper;
use crate::domain::diary::series::Day;
use crate::domain::handout::fit::Gone;
use crate::domain::handout::layout::foot_name;
use crate::knowledge::VERSION;
use crate::state::use_messages;

#[component]
pub fn Appendix(
    paper: Paper,
    /// What does not stand on the pages as a whole.
    cut: Vec<Gone>,
    /// The diary day by day.
    with_days: bool,
) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let handout = paper.handout;
    let page = paper.print.n_pages() + 1;
    let name = foot_name(&paper.sheets.name);
    let name = handout.name.as_ref().filter(|_| !name.is_empty());
    let name = name.map(|_| format!("{} · ", foot_name(&paper.sheets.name)));
    let has_rest = !cut.is_empty();
    let rest = cut
        .into_iter()
        .map(|gone| view! { <tr><td>{(words.part)(gone.part)}</td><td>{gone.text}</td></tr> })
        .collect_view();
    let days: Vec<Day> = handout.days.iter().rev().cloned().collect();
    view! {
        <section class="handout-page" aria-label=words.appendix_title>
            <div class="ho-head"><h1>{words.appendix_title}</h1><span>{(t.long_date_year)(handout.date)}</span></div>
            {has_rest.then(|| view! {
                <section>
                    <h2>{words.appendix_rest}</h2>
                    <table class="ho-table ho-rest"><tbody>{rest}</tbody></table>
                </section>
            })}
            {(with_days && handout.logged.days > 0 && !days.is_empty()).then(|| view! {
                <section>
                    <h2>{words.appendix_days}<span>{(t.logged_of)(handout.logged.days, handout.logged.of)}</span></h2>
                    <table class="ho-table ho-days">
                        <thead><tr>{words.appendix_columns.map(|column| view! { <th scope="col">{column}</th> }).collect_view()}</tr></thead>
                        <tbody>{days.into_iter().map(|day| view! { <DayRow day /> }).collect_view()}</tbody>
                    </table>
                </section>
            })}
            <div class="ho-foot"><span>{(t.foot_one)(&handout.filled_in, VERSION)}</span><span>{name}{(words.page)(page)}</span></div>
        </section>
    }
}

/// A day without an entry says so; its cells are not zeros.
#[component]
fn DayRow(day: Day) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    if !day.logged {
        return view! { <tr><td>{(t.short_date)(day.date)}</td><td colspan="4">{words.no_entry}</td></tr> }.into_any();
    }
    let medicine = match day.took_medicine {
        Some(true) => words.yes,
        Some(false) => t.no,
        None => "",
    };
    view! {
        <tr>
            <td>{(t.short_date)(day.date)}</td>
            <td>{day.usual.map(|usual| format!("{usual:.1}").trim_end_matches(".0").to_owned())}</td>
            <td>{day.worst}</td>
            <td>{day.flare.then_some(words.yes)}</td>
            <td>{medicine}</td>
        </tr>
    }
    .into_any()
}
