//! The appendix: what did not fit on the two pages, and the diary day by day.

use leptos::prelude::*;

use super::Foot;
use crate::domain::diary::series::Day;
use crate::domain::handout::Handout;
use crate::knowledge::VERSION;
use crate::state::use_messages;
use crate::ui::words::{dose_words, effect_words, tried_name};

#[component]
pub fn Appendix(handout: Handout) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let places = handout
        .sites
        .rest
        .iter()
        .map(|site| (t.where_it_hurts, site.name.clone()));
    let medicines = handout.medicines.rest.iter().map(|medicine| {
        let line = format!("{} {}", medicine.name, dose_words(t, medicine));
        (t.medicines_now, line)
    });
    let tried = handout.tried.rest.iter().map(|tried| {
        let line = format!("{}: {}", tried_name(tried), effect_words(t, tried.effect));
        (t.treatments_tried, line)
    });
    let options = handout
        .options
        .rest
        .iter()
        .map(|row| (t.options_title, row.line.therapy.name.to_owned()));
    let questions = handout
        .questions
        .rest
        .iter()
        .map(|question| (t.questions_title, question.clone()));
    let rest = places
        .chain(medicines)
        .chain(tried)
        .chain(options)
        .chain(questions)
        .map(|(kind, line)| view! { <tr><td>{kind}</td><td>{line}</td></tr> })
        .collect_view();
    let days: Vec<Day> = handout.days.iter().rev().cloned().collect();
    view! {
        <section class="handout-page" aria-label=words.appendix_title>
            <div class="ho-head"><h1>{words.appendix_title}</h1><span>{(t.long_date_year)(handout.date)}</span></div>
            {handout.has_rest().then(|| view! {
                <section>
                    <h2>{words.appendix_rest}</h2>
                    <table class="ho-table ho-rest"><tbody>{rest}</tbody></table>
                </section>
            })}
            {(handout.logged.days > 0 && !days.is_empty()).then(|| view! {
                <section>
                    <h2>{words.appendix_days}<span>{(t.logged_of)(handout.logged.days, handout.logged.of)}</span></h2>
                    <table class="ho-table ho-days">
                        <thead><tr>{words.appendix_columns.map(|column| view! { <th scope="col">{column}</th> }).collect_view()}</tr></thead>
                        <tbody>{days.into_iter().map(|day| view! { <DayRow day /> }).collect_view()}</tbody>
                    </table>
                </section>
            })}
            <Foot text=(t.foot_one)(VERSION) name=handout.name.clone() page=3 />
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
