//! Owns the whole map of a question: four views to switch between, with the sides named as the patient's own.

use leptos::prelude::*;

use crate::domain::body_map::{Marks, Rating, badges, marks, regions_of, zoom_box};
use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::{MapView, RegionIndex};

use super::{BodyMap, BodyMapWords, BodyRegionList};

/// The views of the picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyMapTab {
    Front,
    Back,
    Head,
    List,
}

/// The body map of a question, with its views and the list.
#[component]
pub fn BodyMapPicker(
    /// The view that is shown. It is the page's, so that it is kept while a sheet is open.
    tab: RwSignal<BodyMapTab>,
    #[prop(into)] sites: Signal<Vec<Site>>,
    /// Position of the place whose sheet is open: the drawing zooms to it.
    #[prop(into, optional)]
    open: Signal<Option<usize>>,
    words: BodyMapWords,
    on_press: Callback<RegionIndex>,
) -> impl IntoView {
    let tabs = [
        (BodyMapTab::Front, words.front),
        (BodyMapTab::Back, words.back),
        (BodyMapTab::Head, words.head),
        (BodyMapTab::List, words.list),
    ];
    let buttons = tabs.map(|(target, label)| {
        let is_current = move || (tab.get() == target).then_some("true");
        view! {
            <button type="button" aria-current=is_current on:click=move |_| tab.set(target)>
                {label}
            </button>
        }
    });
    let shown_marks = Memo::new(move |_| sites.with(|sites| marks(sites, Rating::Usual)));
    let map = move |view: MapView| view! { <PickerMap view marks=shown_marks sites open words on_press /> };
    let content = move || match tab.get() {
        BodyMapTab::Front => view! {
            {sides(words.your_right, words.your_left)}
            {map(MapView::Front)}
        }
        .into_any(),
        BodyMapTab::Back => view! {
            {sides(words.your_left, words.your_right)}
            {map(MapView::Back)}
        }
        .into_any(),
        BodyMapTab::Head => {
            let figures = MapView::HEAD.map(|view| {
                view! {
                    <figure>
                        {map(view)}
                        <figcaption aria-hidden="true">{words.caption(view)}</figcaption>
                    </figure>
                }
            });
            view! { <div class="heads">{figures.into_iter().collect_view()}</div> }.into_any()
        }
        BodyMapTab::List => {
            view! { <BodyRegionList marks=shown_marks words on_press /> }.into_any()
        }
    };
    view! {
        <div class="stack-s">
            <div class="tabs" role="group" aria-label=words.views>
                {buttons.into_iter().collect_view()}
            </div>
            <div class="map">{content}</div>
        </div>
    }
}

/// One drawing with what the places put on it.
#[component]
fn PickerMap(
    view: MapView,
    marks: Memo<Marks>,
    sites: Signal<Vec<Site>>,
    open: Signal<Option<usize>>,
    words: BodyMapWords,
    on_press: Callback<RegionIndex>,
) -> impl IntoView {
    let open_site = move || sites.with(|sites| sites.get(open.get()?).cloned());
    let zoom = Memo::new(move |_| open_site().map(|site| zoom_box(&site, view)));
    let open_regions = Memo::new(move |_| {
        open_site()
            .map(|site| regions_of(&site))
            .unwrap_or_default()
    });
    let badges = Memo::new(move |_| sites.with(|sites| badges(sites, view, false)));
    view! { <BodyMap view marks badges open=open_regions zoom words on_press /> }
}

/// The patient's own sides above the drawing, as they are seen.
fn sides(on_the_left: &'static str, on_the_right: &'static str) -> impl IntoView {
    view! {
        <div class="map-sides" aria-hidden="true">
            <span>{on_the_left}</span>
            <span>{on_the_right}</span>
        </div>
    }
}
