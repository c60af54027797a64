//! Owns two options side by side, in the same lines, and whether both can be done.

use leptos::prelude::*;

use crate::domain::ids::TherapyId;
use crate::domain::plan::combinations::judge_of;
use crate::domain::plan::model::Section;
use crate::domain::questionnaire::response::View;
use crate::i18n::OfHundred;
use crate::knowledge::{Therapy, TherapyGroup, therapy};
use crate::state::{use_app, use_messages, use_option_words, use_plan_page_words, use_plan_words};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::strength::Strength;
use crate::ui::components::swatch::{Swatch, drawing_of};
use crate::ui::pages::option::BesideList;
use crate::ui::pages::plan::fit_card::{Matches, first_sentence};
use crate::ui::pages::plan::view_seam::ViewSeam;
use crate::ui::route::Route;

type Pair = [&'static Therapy; 2];

#[component]
pub fn ComparePage(one: Option<TherapyId>, other: Option<TherapyId>) -> impl IntoView {
    let (t, w) = (use_messages(), use_option_words());
    let asked: Vec<&'static Therapy> = [one, other]
        .into_iter()
        .flatten()
        .filter_map(|id| therapy(id.as_str()))
        .collect();
    let offered = offered(&asked);
    let chosen = first_two(&asked, &offered).map(RwSignal::new);
    view! {
        <PlacePage place=Place::Plan>
            <BackHead to=Route::Plan back=t.back_to_plan title=w.compare />
            {match chosen {
                Some(chosen) => view! { <Both chosen offered /> }.into_any(),
                None => view! { <p>{w.compare_too_few}</p> }.into_any(),
            }}
        </PlacePage>
    }
}

/// The best fits, what the person is interested in or wants later, and what was asked for, in printing order.
fn offered(asked: &[&'static Therapy]) -> Vec<&'static Therapy> {
    let app = use_app();
    let plan = untrack(|| app.assessment.plan());
    let is_viewed = |therapy: &Therapy| {
        let view = app.assessment.view_once(therapy.id);
        matches!(view, Some(View::Willing | View::Unsure))
    };
    let lines = plan.lines.iter();
    let lines = lines.filter(|line| line.section == Section::Best || is_viewed(line.therapy));
    let mut offered: Vec<&'static Therapy> = lines.map(|line| line.therapy).collect();
    for therapy in asked {
        if !offered.contains(therapy) {
            offered.push(therapy);
        }
    }
    offered
}

fn first_two(asked: &[&'static Therapy], offered: &[&'static Therapy]) -> Option<Pair> {
    let one = asked.first().or(offered.first()).copied()?;
    let mut others = asked.iter().skip(1).chain(offered);
    let other = others.find(|each| **each != one).copied()?;
    Some([one, other])
}

#[component]
fn Both(chosen: RwSignal<Pair>, offered: Vec<&'static Therapy>) -> impl IntoView {
    let w = use_option_words();
    let fields = [
        ("compare-one", w.compare_one),
        ("compare-other", w.compare_other),
    ];
    let fields = fields
        .into_iter()
        .enumerate()
        .map(|(place, (id, label))| {
            let options = offered
                .iter()
                .map(|&therapy| {
                    view! {
                        <option value=therapy.id prop:selected=move || chosen.get()[place] == therapy>{therapy.short_name()}</option>
                    }
                })
                .collect_view();
            let choose = move |event| {
                if let Some(therapy) = therapy(&event_target_value(&event)) {
                    chosen.update(|pair| {
                        // Choosing the one that stands on the other side changes the sides.
                        if pair[1 - place] == therapy {
                            pair.swap(0, 1);
                        } else {
                            pair[place] = therapy;
                        }
                    });
                }
            };
            view! {
                <div class="field">
                    <label for=id>{label}</label>
                    <select class="select input" id=id on:change=choose>{options}</select>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="cmp-choose">{fields}</div>
        {move || view! { <Table pair=chosen.get() /> }}
    }
}

/// What stands in a row about one of the two.
type Cell = fn(&'static Therapy) -> AnyView;

#[component]
fn Table(pair: Pair) -> impl IntoView {
    let (w, p) = (use_option_words(), use_plan_words());
    let heads = pair
        .map(|therapy| {
            let option = Route::Option(TherapyId::from(therapy.id)).href();
            view! {
                <th scope="col" data-domain=therapy.domain.word()>
                    <Swatch drawing=drawing_of(therapy) small=true />
                    <a href=option>{therapy.short_name()}</a>
                </th>
            }
        })
        .collect_view();
    let rows: [(&str, Cell); 7] = [
        (w.row_fits, fits),
        (w.row_guidelines, guidelines),
        (w.row_people, people),
        (w.row_do, |therapy| {
            first_sentence(therapy.text().plain).into_any()
        }),
        (w.row_judge, judged),
        (w.row_risk, |therapy| therapy.explained().risks.into_any()),
        (w.row_first, |therapy| {
            (use_option_words().step_who)(therapy).into_any()
        }),
    ];
    let rows = rows
        .into_iter()
        .map(|(name, cell)| {
            let cells = pair.map(
                |therapy| view! { <td data-domain=therapy.domain.word()>{cell(therapy)}</td> },
            );
            view! {
                <tr class="rowname"><th scope="colgroup" colspan="2">{name}</th></tr>
                <tr>{cells.collect_view()}</tr>
            }
        })
        .collect_view();
    let [one, other] = pair;
    let caption = format!("{} {} {}", one.short_name(), p.and_with, other.short_name());
    let medicines = pair.iter().all(|each| each.group == TherapyGroup::Medicine);
    let between = use_app().assessment.between(one, other);
    view! {
        <table class="cmp">
            <caption class="sr">{caption}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>
                {rows}
                <tr class="rowname"><th scope="colgroup" colspan="2">{w.row_view}</th></tr>
                <tr>
                    <td><div class="seam-box"><ViewSeam therapy=one place="one" /></div></td>
                    <td><div class="seam-box"><ViewSeam therapy=other place="other" /></div></td>
                </tr>
            </tbody>
        </table>
        <section class="card">
            <h2>{w.both}</h2>
            <BesideList around=between />
            <p>{w.both_one_first}</p>
            {medicines.then(|| view! { <p><b>{w.both_medicines}</b></p> })}
        </section>
    }
}

fn fits(therapy: &'static Therapy) -> AnyView {
    let app = use_app();
    let plan = untrack(|| app.assessment.plan());
    let reasons = plan
        .line(therapy)
        .map(|line| (app.assessment.told(line), app.assessment.care(line)));
    match reasons {
        Some((told, care)) if !told.is_empty() || care.is_some() => {
            view! { <Matches told care /> }.into_any()
        }
        _ => use_option_words().fits_none.into_any(),
    }
}

fn guidelines(therapy: &'static Therapy) -> AnyView {
    let p = use_plan_page_words();
    let plan = untrack(|| use_app().assessment.plan());
    let line = plan.line(therapy);
    let strength = line.and_then(|line| Some((line.conflict, line.strength()?)));
    match strength {
        Some((conflict, strength)) => {
            let (threads, word) = (p.guidelines)(strength);
            let word = if conflict {
                p.guidelines_disagree
            } else {
                word
            };
            view! { <Strength threads word /> }.into_any()
        }
        None => use_messages().status_not_listed.into_any(),
    }
}

/// The number about people like this person, as short as it can be said.
fn people(therapy: &'static Therapy) -> AnyView {
    let w = use_option_words();
    let number = use_app()
        .assessment
        .numbers_of(therapy)
        .fitting
        .first()
        .copied();
    let counted = number.and_then(|number| (w.counted)(number).map(|counted| (number, counted)));
    match (counted, number.and_then(|number| (w.size)(number))) {
        (Some((number, OfHundred { anyway, more, .. })), _) => view! {
            {(w.of_hundred)(number)}": "<b class="hundred-n">{more.1}</b>" "{anyway.1}
        }
        .into_any(),
        (None, Some((size, text))) => view! { <b class="hundred-n">{size}</b>" "{text} }.into_any(),
        (None, None) => w.no_good_count.into_any(),
    }
}

fn judged(therapy: &'static Therapy) -> AnyView {
    let (p, w) = (use_plan_page_words(), use_plan_words());
    match judge_of(therapy) {
        Some(judge) => match judge.weeks {
            Some(weeks) => (p.judge_after)(weeks).into_any(),
            None => p.judge_each_time.into_any(),
        },
        None => w.judge_unknown.into_any(),
    }
}
