//! Owns what the drawing on screen and the one on paper have in common, and the one on paper.

use leptos::prelude::*;

use crate::domain::body_map::{Badge, Marks};
use crate::knowledge::body_map::{Drawing, Layer, MapView, RegionIndex};

use super::level;

/// The body map on paper and in the preview of it: patterns instead of colours, nothing to tap.
///
/// Stands inside `.ho-figs`; [`super::BodyMapPatterns`] must be on the page.
#[component]
pub fn BodyFigure(
    view: MapView,
    /// Strengths to show; for the whole body with the close-up of the head carried over.
    marks: Marks,
    badges: Vec<Badge>,
    /// What the picture shows, in words.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let drawing = view.drawing();
    let ids = LineIds::new("bm-paper", drawing);
    let regions = drawing
        .regions
        .iter()
        .map(|drawn| {
            let mark = marks.get(drawn.region);
            view! {
                <path class="bm-region" data-region=drawn.region.region().id data-level=level(mark) d=drawn.d></path>
            }
        })
        .collect_view();
    let chosen = RegionIndex::all().filter(|region| marks.is_chosen(*region));
    let edge = outlines(drawing, chosen);
    view! {
        <svg class=drawing.class viewBox=format!("0 0 {} {}", drawing.width, drawing.height) role="img" aria-label=label>
            {definitions(drawing, &ids)}
            {layers(drawing.rest)}
            <g class="bm-regions">{regions}</g>
            {lines(drawing, &ids)}
            <path class="bm-edge" d=edge></path>
            {badges.into_iter().map(|badge| number(badge, "25")).collect_view()}
        </svg>
    }
}

/// Ids of a drawing's outline. Each drawing has its own prefix, because several stand on one page.
pub(super) struct LineIds {
    line: String,
    clip: String,
    link: String,
    clip_link: String,
}

impl LineIds {
    pub(super) fn new(prefix: &str, drawing: &Drawing) -> Self {
        let name = format!("{prefix}-{}", drawing.view as u8);
        Self {
            line: format!("{name}-line"),
            clip: format!("{name}-clip"),
            link: format!("#{name}-line"),
            clip_link: format!("url(#{name}-clip)"),
        }
    }
}

/// The outline, once; shading, its limit and the line refer to it.
pub(super) fn definitions(drawing: &'static Drawing, ids: &LineIds) -> impl IntoView + use<> {
    view! {
        <defs>
            <path id=ids.line.clone() d=drawing.outline.d></path>
            <clipPath id=ids.clip.clone()>
                <use href=ids.link.clone()></use>
            </clipPath>
        </defs>
    }
}

/// Shading, hair, lines and outline over the regions.
pub(super) fn lines(drawing: &'static Drawing, ids: &LineIds) -> impl IntoView + use<> {
    let [wide, narrow] = drawing.shade_widths;
    let outline = &drawing.outline;
    view! {
        <g class="bm-drawing" aria-hidden="true">
            <g class="bm-shade" clip-path=ids.clip_link.clone() stroke-opacity=drawing.shade_opacity>
                <use href=ids.link.clone() stroke-width=wide></use>
                <use href=ids.link.clone() stroke-width=narrow></use>
            </g>
            {layers(drawing.lines)}
            <use
                class=outline.class
                href=ids.link.clone()
                stroke-width=outline.stroke_width
                stroke-opacity=outline.stroke_opacity
            ></use>
        </g>
    }
}

/// Paths that cannot be tapped.
pub(super) fn layers(layers: &'static [Layer]) -> impl IntoView + use<> {
    layers
        .iter()
        .map(|layer| {
            view! {
                <path
                    class=layer.class
                    d=layer.d
                    fill=layer.fill
                    fill-opacity=layer.fill_opacity
                    stroke=layer.stroke
                    stroke-width=layer.stroke_width
                    stroke-opacity=layer.stroke_opacity
                    aria-hidden="true"
                ></path>
            }
        })
        .collect_view()
}

/// The outlines of regions as one path.
pub(super) fn outlines(drawing: &Drawing, regions: impl Iterator<Item = RegionIndex>) -> String {
    regions
        .filter_map(|region| drawing.drawn(region))
        .map(|drawn| drawn.d)
        .collect()
}

/// The number of a place in its circle.
pub(super) fn number(badge: Badge, radius: &'static str) -> impl IntoView + use<> {
    view! {
        <g class="bm-badge" aria-hidden="true">
            <circle cx=badge.x.to_string() cy=badge.y.to_string() r=radius></circle>
            <text x=badge.x.to_string() y=badge.y.to_string()>
                {badge.number}
            </text>
        </g>
    }
}
