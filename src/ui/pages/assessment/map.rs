//! Owns the body map of the assessment: places, and the sheet in which one place is described.

use leptos::prelude::*;

use super::odd::Oddities;
use super::site_details::SiteDetails;
use crate::domain::body_map::{adjoins, site_name};
use crate::domain::ids::RegionId;
use crate::domain::questionnaire::model::{Answer, Site};
use crate::knowledge::Item;
use crate::knowledge::body_map::RegionIndex;
use crate::state::{page, use_app, use_messages};
use crate::ui::components::body_map::{BodyMapPicker, BodyMapTab};
use crate::ui::components::choice_group::{CheckRow, Chip};
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::{Ladder, PainNumber};

/// The picture or the list, the places under it, and the sheet of the open place.
#[component]
pub fn MapControl(item: &'static Item) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let sites = Signal::derive(move || match app.assessment.answer(item) {
        Some(Answer::Sites(sites)) => sites,
        _ => Vec::new(),
    });
    let open = RwSignal::new(None::<usize>);
    let tab = RwSignal::new(first_tab(&app.assessment.pain_areas()));
    let give = move |sites: Vec<Site>| {
        if sites.is_empty() {
            app.assessment.take_back(item);
        } else {
            app.assessment.give(item, Answer::Sites(sites));
        }
    };
    let press = move |region: RegionIndex| {
        let mut list = sites.get_untracked();
        let id = RegionId::from(region.region().id);
        let known = list.iter().position(|site| site.regions.contains(&id));
        let place = known.unwrap_or_else(|| {
            let main = list.is_empty();
            list.push(Site {
                regions: vec![id],
                main,
                ..Site::default()
            });
            give(list);
            sites.with_untracked(Vec::len).saturating_sub(1)
        });
        open.set(Some(place));
        page::open_dialog(SHEET);
    };
    let remove = move |place: usize| {
        let mut list = sites.get_untracked();
        if place < list.len() {
            let was_main = list.remove(place).main;
            if let (true, Some(first)) = (was_main, list.first_mut()) {
                first.main = true;
            }
            give(list);
        }
    };
    let places = move || {
        let list = sites.get();
        if list.is_empty() {
            return view! { <p class="soft">{t.map_empty}</p> }.into_any();
        }
        let rows = list
            .into_iter()
            .enumerate()
            .map(|(place, site)| {
                view! {
                    <li>
                        <button
                            type="button"
                            class="btn btn-wide btn-start"
                            on:click=move |_| {
                                open.set(Some(place));
                                page::open_dialog(SHEET);
                            }
                        >
                            <PainNumber level=site.usual />
                            <span class="grow">{format!("{}. {}", place + 1, site_name(&site))}</span>
                            <Icon name="edit" />
                        </button>
                    </li>
                }
            })
            .collect_view();
        view! {
            <h2>{t.map_places}</h2>
            <ol class="stack-s">{rows}</ol>
        }
        .into_any()
    };
    view! {
        <BodyMapPicker tab sites open words=t.map_words on_press=Callback::new(press) />
        <div class="stack-s" aria-live="polite">{places}</div>
        <dialog class="sheet" id=SHEET aria-labelledby="sheet-title" on:close=move |_| open.set(None)>
            {move || open.get().map(|place| view! { <SiteSheet item place sites give=Callback::new(give) remove=Callback::new(remove) /> })}
        </dialog>
    }
}

/// Id of the sheet on the page.
const SHEET: &str = "site-sheet";

/// The view in which a person finds the place that they chose by name.
fn first_tab(areas: &[&str]) -> BodyMapTab {
    match areas.first().copied() {
        Some("head" | "face_jaw") => BodyMapTab::Head,
        Some("low_back" | "upper_back" | "neck") => BodyMapTab::Back,
        _ => BodyMapTab::Front,
    }
}

/// One place: how strong, what it is like, when, and whether it belongs to another.
#[component]
fn SiteSheet(
    item: &'static Item,
    place: usize,
    sites: Signal<Vec<Site>>,
    give: Callback<Vec<Site>>,
    remove: Callback<usize>,
) -> impl IntoView {
    let t = use_messages();
    let site = move || sites.with(|sites| sites.get(place).cloned().unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Site)| {
        let mut list = sites.get_untracked();
        if let Some(site) = list.get_mut(place) {
            change(site);
            give.run(list);
        }
    };
    let usual = Signal::derive(move || site().usual);
    let worst = Signal::derive(move || site().worst);
    let is_main = Signal::derive(move || site().main);
    let qualities = t
        .map_qualities
        .iter()
        .map(|&(id, label)| {
            let on = Signal::derive(move || site().words.iter().any(|word| word == id));
            view! {
                <Chip
                    label=label
                    checked=on
                    on_change=Callback::new(move |now: bool| {
                        change(&|site| {
                            site.words.retain(|word| word != id);
                            if now {
                                site.words.push(id.to_owned());
                            }
                        });
                    })
                />
            }
        })
        .collect_view();
    let times = [(true, t.map_always), (false, t.map_comes)]
        .into_iter()
        .map(|(constant, label)| {
            view! {
                <label class="chip">
                    <input
                        type="radio"
                        name="constant"
                        prop:checked=move || site().constant == Some(constant)
                        on:change=move |_| change(&|site| site.constant = Some(constant))
                    />
                    <svg class="tick" aria-hidden="true"><use href="#i-check"></use></svg>
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    let joins = move || {
        let list = sites.get();
        let here = list.get(place).cloned().unwrap_or_default();
        let mine: Vec<RegionIndex> = here
            .regions
            .iter()
            .filter_map(|id| RegionIndex::from_id(id.as_str()))
            .collect();
        list.iter()
            .enumerate()
            .filter(|(other, site)| {
                *other != place && mine.iter().any(|region| adjoins(site, *region))
            })
            .map(|(other, site)| {
                let name = site_name(site);
                view! {
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| {
                            let mut list = sites.get_untracked();
                            let joined = list.remove(place);
                            let other = if other > place { other - 1 } else { other };
                            if let Some(site) = list.get_mut(other) {
                                site.regions.extend(joined.regions);
                                site.main |= joined.main;
                                site.usual = site.usual.max(joined.usual);
                                site.worst = site.worst.max(joined.worst);
                            }
                            give.run(list);
                            page::close_dialog(SHEET);
                        }
                    >
                        {(t.map_join)(&name)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <header class="row between">
            <h2 id="sheet-title" tabindex="-1">{move || format!("{}. {}", place + 1, site_name(&site()))}</h2>
            <button type="button" class="btn btn-icon" on:click=move |_| page::close_dialog(SHEET)>
                <Icon name="close" />
                <span class="sr">{t.close}</span>
            </button>
        </header>
        <div class="row">{joins}</div>
        <fieldset class="stack-s">
            <legend class="label">{t.map_usual}</legend>
            <Ladder
                name="site-usual".to_owned()
                zero=t.no_pain
                chosen=usual
                on_choose=Callback::new(move |level| change(&|site| site.usual = Some(level)))
                ends=None
                spoken=t.of_ten
            />
        </fieldset>
        <fieldset class="stack-s">
            <legend class="label">{t.map_worst}</legend>
            <Ladder
                name="site-worst".to_owned()
                zero=t.no_pain
                chosen=worst
                on_choose=Callback::new(move |level| change(&|site| site.worst = Some(level)))
                ends=None
                spoken=t.of_ten
            />
        </fieldset>
        <fieldset class="stack-s"><legend class="label">{t.map_like}</legend><div class="chips">{qualities}</div></fieldset>
        <fieldset class="stack-s"><legend class="label">{t.map_when}</legend><div class="chips">{times}</div></fieldset>
        <Oddities item record=Some(place) />
        <SiteDetails
            site=Signal::derive(site)
            on_change=Callback::new(move |changed: Site| change(&|site| site.clone_from(&changed)))
        />
        <div class="choices">
            <CheckRow
                label=t.map_main.to_owned()
                checked=is_main
                on_change=Callback::new(move |now| {
                    if now {
                        let mut list = sites.get_untracked();
                        for (other, site) in list.iter_mut().enumerate() {
                            site.main = other == place;
                        }
                        give.run(list);
                    }
                })
            />
        </div>
        <div class="row between">
            <button
                type="button"
                class="btn"
                on:click=move |_| {
                    page::close_dialog(SHEET);
                    remove.run(place);
                }
            >
                <Icon name="delete" />
                {t.map_remove}
            </button>
            <button type="button" class="btn btn-primary" on:click=move |_| page::close_dialog(SHEET)>{t.map_done}</button>
        </div>
    }
}
