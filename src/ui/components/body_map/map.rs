//! Owns one drawing that can be tapped: a group of check boxes with one tab stop and arrow keys.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::svg;

use crate::domain::body_map::{Arrow, Badge, Marks, ZoomBox, next_region};
use crate::knowledge::body_map::{DrawnRegion, Figure, MapView, RegionIndex};

use super::figure::{LineIds, definitions, layers, lines, number, outlines};
use super::{BodyMapWords, level};

/// One drawing whose regions can be chosen.
///
/// A press is reported and changes nothing here: what it means is decided by the page, and comes back in `marks`.
#[component]
pub fn BodyMap(
    view: MapView,
    #[prop(into)] marks: Signal<Marks>,
    #[prop(into, optional)] badges: Signal<Vec<Badge>>,
    /// The regions of the open place; they get a strong line.
    #[prop(into, optional)]
    open: Signal<Vec<RegionIndex>>,
    /// The part of the drawing to show; without it the whole drawing.
    #[prop(into, optional)]
    zoom: Signal<Option<ZoomBox>>,
    words: BodyMapWords,
    on_press: Callback<RegionIndex>,
) -> impl IntoView {
    let drawing = view.drawing();
    let whole = ZoomBox::whole(view);
    let ids = LineIds::new("bm", drawing);
    // The one region that Tab leads to: the last one used, at first a chosen one.
    let first = drawing
        .regions
        .iter()
        .find(|drawn| marks.with_untracked(|marks| marks.is_chosen(drawn.region)));
    let current = RwSignal::new(first.or(drawing.regions.first()).map(|drawn| drawn.region));
    let paths: StoredValue<Vec<(RegionIndex, NodeRef<svg::Path>)>> = StoredValue::new(
        drawing
            .regions
            .iter()
            .map(|drawn| (drawn.region, NodeRef::new()))
            .collect(),
    );

    let move_to = move |region: RegionIndex| {
        current.set(Some(region));
        let path = paths.with_value(|paths| {
            paths
                .iter()
                .find(|(known, _)| *known == region)
                .and_then(|(_, path)| path.get_untracked())
        });
        if let Some(path) = path {
            // A path that has just been taken away cannot be focused; then there is nothing to do.
            let _ = path.focus();
        }
    };
    let on_key = move |event: KeyboardEvent, region: RegionIndex| {
        let arrow = match event.key().as_str() {
            "ArrowUp" => Some(Arrow::Up),
            "ArrowDown" => Some(Arrow::Down),
            "ArrowLeft" => Some(Arrow::Left),
            "ArrowRight" => Some(Arrow::Right),
            " " | "Enter" => None,
            _ => return,
        };
        // Neither scrolls the page while the map has the focus.
        event.prevent_default();
        match arrow {
            None => on_press.run(region),
            Some(arrow) => next_region(view, region, arrow)
                .into_iter()
                .for_each(move_to),
        }
    };
    let region_path = move |(drawn, path): (&'static DrawnRegion, NodeRef<svg::Path>)| {
        let region = drawn.region;
        let mark = move || marks.with(|marks| marks.get(region));
        let checked = move || {
            if marks.with(|marks| marks.is_chosen(region)) {
                "true"
            } else {
                "false"
            }
        };
        view! {
            <path
                node_ref=path
                class="bm-region"
                data-region=region.region().id
                data-level=move || level(mark())
                role="checkbox"
                aria-checked=checked
                aria-label=move || words.region_name(region, mark())
                tabindex=move || if current.get() == Some(region) { "0" } else { "-1" }
                d=drawn.d
                on:click=move |_| {
                    current.set(Some(region));
                    on_press.run(region);
                }
                on:keydown=move |event| on_key(event, region)
            ></path>
        }
    };
    let regions = paths.with_value(|paths| {
        drawing
            .regions
            .iter()
            .zip(paths)
            .map(|(drawn, (_, path))| region_path((drawn, *path)))
            .collect_view()
    });

    let chosen_edges = move || {
        marks.with(|marks| {
            outlines(
                drawing,
                RegionIndex::all().filter(|region| marks.is_chosen(*region)),
            )
        })
    };
    let is_zoomed = move || zoom.get().is_some_and(|zoom| zoom != whole);
    let view_box = move || {
        let ZoomBox {
            x,
            y,
            width,
            height,
        } = zoom.get().unwrap_or(whole);
        format!("{x} {y} {width} {height}")
    };
    let radius = if view.figure() == Figure::Head {
        "9"
    } else {
        "11"
    };
    view! {
        <svg
            class=drawing.class
            class:bm-wide=is_zoomed
            viewBox=view_box
            role="group"
            aria-label=words.map_name(view)
        >
            {definitions(drawing, &ids)}
            {layers(drawing.rest)}
            <g class="bm-regions">{regions}</g>
            {lines(drawing, &ids)}
            <path class="bm-edge" aria-hidden="true" d=chosen_edges></path>
            <path class="bm-halo" aria-hidden="true" d=move || outlines(drawing, open.get().into_iter())></path>
            <path class="bm-focus" aria-hidden="true" d=move || outlines(drawing, current.get().into_iter())></path>
            {move || badges.get().into_iter().map(|badge| number(badge, radius)).collect_view()}
        </svg>
    }
}
