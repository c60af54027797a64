//! Owns where it hurt and what it was like: the places of the story with one tap, every other on the body map.

use leptos::prelude::*;

use super::control::Part;
use super::draft::Draft;
use crate::domain::body_map::site_name;
use crate::domain::diary::entry::Entry;
use crate::domain::ids::RegionId;
use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::RegionIndex;
use crate::state::{use_app, use_messages};
use crate::ui::components::body_map::{BodyMapPicker, BodyMapTab};
use crate::ui::components::choice_group::{CheckRow, Chip};
use crate::ui::components::icon::Icon;

/// Places, each with its own number, and words for the quality.
#[component]
pub fn PlacesPart(draft: Draft) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let told = untrack(|| app.assessment.site_names());
    let known = told
        .into_iter()
        .map(|(regions, name)| {
            let of_site = regions.clone();
            let on =
                draft.get(move |entry| entry.regions.iter().any(|region| of_site.contains(region)));
            view! {
                <CheckRow
                    label=name
                    checked=on
                    on_change=Callback::new(move |now| draft.change(|entry| {
                        take_away(entry, &regions);
                        if now {
                            entry.regions.extend(regions.iter().cloned());
                        }
                    }))
                />
            }
        })
        .collect::<Vec<_>>();
    let has_known = !known.is_empty();
    let tab = RwSignal::new(BodyMapTab::Front);
    let sites = draft.get(sites_of);
    let press = move |region: RegionIndex| {
        let id = RegionId::from(region.region().id);
        draft.change(|entry| match entry.regions.contains(&id) {
            true => take_away(entry, std::slice::from_ref(&id)),
            false => entry.regions.push(id),
        });
    };
    let said = draft.get(|entry| {
        let names = sites_of(entry).into_iter().map(|site| site_name(&site));
        names.collect::<Vec<_>>().join(", ")
    });
    let chosen = draft.get(|entry| entry.regions.clone());
    let qualities = t.map_qualities.iter().map(move |(id, label)| {
        let id = *id;
        view! {
            <Chip
                label=label
                checked=draft.get(move |entry| entry.qualities.iter().any(|quality| quality == id))
                on_change=Callback::new(move |now| draft.change(|entry| {
                    entry.qualities.retain(|quality| quality != id);
                    if now {
                        entry.qualities.push(id.to_owned());
                    }
                }))
            />
        }
    });
    view! {
        <Part name=words.where_and_how said>
            {has_known.then(|| view! {
                <fieldset class="stack-s">
                    <legend class="label">{t.log_where}</legend>
                    <div class="choices">{known}</div>
                </fieldset>
            })}
            <details class="group">
                <summary><b>{words.other_place}</b></summary>
                <BodyMapPicker tab sites words=t.map_words on_press=Callback::new(press) />
            </details>
            {move || chosen.get().into_iter().map(|region| view! { <RegionPain draft region /> }).collect_view()}
            <fieldset class="stack-s">
                <legend class="label">{t.map_like}</legend>
                <div class="chips">{qualities.collect_view()}</div>
            </fieldset>
        </Part>
    }
}

/// How strong it was in one place: a list from 0 to 10, which needs little room.
#[component]
fn RegionPain(draft: Draft, region: RegionId) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let name = site_name(&Site {
        regions: vec![region.clone()],
        ..Site::default()
    });
    let id = format!("pain-{}", region.as_str());
    let of_region = region.clone();
    let level = draft.get(move |entry| entry.region_pain.get(&of_region).copied());
    let gone = region.clone();
    view! {
        <div class="row between">
            <label for=id.clone()>{(words.pain_in)(&name)}</label>
            <span class="row">
                <select
                    class="input input-short"
                    id=id
                    on:change=move |event| {
                        let level = event_target_value(&event).parse::<u8>().ok();
                        draft.change(|entry| {
                            match level {
                                Some(level) => entry.region_pain.insert(region.clone(), level),
                                None => entry.region_pain.remove(&region),
                            };
                        });
                    }
                >
                    <option value="" prop:selected=move || level.get().is_none()>"–"</option>
                    {(0..=10u8).map(|number| view! {
                        <option value=number.to_string() prop:selected=move || level.get() == Some(number)>{number}</option>
                    }).collect_view()}
                </select>
                <button
                    type="button"
                    class="btn btn-icon"
                    on:click=move |_| draft.change(|entry| take_away(entry, std::slice::from_ref(&gone)))
                >
                    <Icon name="close" />
                    <span class="sr">{words.take_away}" "{name.clone()}</span>
                </button>
            </span>
        </div>
    }
}

fn take_away(entry: &mut Entry, regions: &[RegionId]) {
    entry.regions.retain(|region| !regions.contains(region));
    entry
        .region_pain
        .retain(|region, _| !regions.contains(region));
}

/// Each region as a place of its own, for the map and the names.
fn sites_of(entry: &Entry) -> Vec<Site> {
    let site = |region: &RegionId| Site {
        regions: vec![region.clone()],
        usual: entry.region_pain.get(region).copied(),
        ..Site::default()
    };
    entry.regions.iter().map(site).collect()
}
