//! Owns what may be told about one place besides how strong it is: since when, at which times, where to, better, worse.

use leptos::prelude::*;

use super::month::MonthField;
use crate::domain::body_map::region_groups;
use crate::domain::ids::RegionId;
use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::RegionIndex;
use crate::state::use_messages;
use crate::ui::components::choice_group::Chip;
use crate::ui::components::icon::Icon;
use crate::ui::components::ladder::Ladder;

/// The details of a place, behind one heading that opens.
#[component]
pub fn SiteDetails(#[prop(into)] site: Signal<Site>, on_change: Callback<Site>) -> impl IntoView {
    let t = use_messages();
    let words = &t.assessment;
    let change = move |change: &dyn Fn(&mut Site)| {
        let mut changed = site.get_untracked();
        change(&mut changed);
        on_change.run(changed);
    };
    type Words = fn(&mut Site) -> &mut Vec<String>;
    let chips = move |options: &'static [(&'static str, &'static str)], list: Words| {
        options
            .iter()
            .map(|&(id, label)| {
                let on =
                    Signal::derive(move || list(&mut site.get()).iter().any(|word| word == id));
                view! {
                    <Chip
                        label=label
                        checked=on
                        on_change=Callback::new(move |now: bool| {
                            change(&|site| {
                                let words = list(site);
                                words.retain(|word| word != id);
                                if now {
                                    words.push(id.to_owned());
                                }
                            });
                        })
                    />
                }
            })
            .collect_view()
    };
    let level = move |name: &'static str,
                      label: &'static str,
                      read: fn(&Site) -> Option<u8>,
                      write: fn(&mut Site, u8)| {
        view! {
            <fieldset class="stack-s">
                <legend class="label">{label}</legend>
                <Ladder
                    name=name.to_owned()
                    zero=t.no_pain
                    chosen=Signal::derive(move || read(&site.get()))
                    on_choose=Callback::new(move |level| change(&|site| write(site, level)))
                    ends=None
                    spoken=t.of_ten
                />
            </fieldset>
        }
    };
    view! {
        <details class="group">
            <summary><b>{words.site_more}</b></summary>
            <div class="stack">
                <MonthField
                    id="site-since".to_owned()
                    label=words.since_when
                    value=Signal::derive(move || site.get().since)
                    on_input=Callback::new(move |since| change(&|site| site.since.clone_from(&since)))
                />
                {level("site-now", words.site_now, |site| site.now, |site, level| site.now = Some(level))}
                {level("site-least", words.site_least, |site| site.least, |site, level| site.least = Some(level))}
                <fieldset class="stack-s">
                    <legend class="label">{words.site_times}</legend>
                    <div class="chips">{chips(words.site_time_names, |site| &mut site.times)}</div>
                </fieldset>
                <fieldset class="stack-s">
                    <legend class="label">{words.site_better}</legend>
                    <div class="chips">{chips(words.site_better_names, |site| &mut site.better)}</div>
                </fieldset>
                <fieldset class="stack-s">
                    <legend class="label">{words.site_worse}</legend>
                    <div class="chips">{chips(words.site_worse_names, |site| &mut site.worse)}</div>
                </fieldset>
                <SpreadsTo
                    regions=Signal::derive(move || site.get().spreads_to)
                    on_change=Callback::new(move |regions: Vec<RegionId>| change(&|site| site.spreads_to.clone_from(&regions)))
                />
            </div>
        </details>
    }
}

/// Regions into which the pain spreads: a list to pick from, and what was picked, each with a way to take it away.
#[component]
fn SpreadsTo(
    #[prop(into)] regions: Signal<Vec<RegionId>>,
    on_change: Callback<Vec<RegionId>>,
) -> impl IntoView {
    let t = use_messages();
    let groups = region_groups()
        .into_iter()
        .map(|group| {
            let options = group
                .regions
                .iter()
                .map(|region| view! { <option value=region.region().id>{region.region().name}</option> })
                .collect_view();
            view! { <optgroup label=group.heading>{options}</optgroup> }
        })
        .collect_view();
    let picked = move || {
        regions
            .get()
            .into_iter()
            .map(|id| {
                let name = RegionIndex::from_id(id.as_str()).map_or_else(
                    || id.as_str().to_owned(),
                    |region| region.region().name.to_owned(),
                );
                view! {
                    <li>
                        <button
                            type="button"
                            class="btn"
                            on:click=move |_| {
                                let mut list = regions.get_untracked();
                                list.retain(|known| *known != id);
                                on_change.run(list);
                            }
                        >
                            <Icon name="delete" />
                            {(t.assessment.remove)(&name)}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="field">
            <label for="site-spreads">{t.assessment.site_spreads}</label>
            <select
                class="input"
                id="site-spreads"
                on:change=move |event| {
                    let id = RegionId(event_target_value(&event));
                    let mut list = regions.get_untracked();
                    if !id.as_str().is_empty() && !list.contains(&id) {
                        list.push(id);
                        on_change.run(list);
                    }
                }
            >
                <option value="" prop:selected=move || {
                    // After each pick the list stands at its beginning again.
                    regions.track();
                    true
                }>{t.assessment.site_pick}</option>
                {groups}
            </select>
            <ul class="stack-s">{picked}</ul>
        </div>
    }
}
