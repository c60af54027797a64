//! Owns the picture of a few bars with their numbers; a striped part shows what of a bar is of a special kind.
//! May use: plot. Must not: figures of its own.

use leptos::prelude::*;

use super::plot::{GAP_BELOW, Plot, scale};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Below it; empty where there is no room for a name.
    pub name: String,
    /// Its height; without one there is a dash on the base line.
    pub value: Option<f64>,
    /// The striped part of it.
    pub part: Option<f64>,
    /// Above it.
    pub said: String,
}

/// Letters that have room under the narrowest bar: those of a weekday.
const SHORT_NAME: usize = 3;

/// Bars side by side on a scale that begins at 0.
#[component]
pub fn BarChart(
    /// Unique on the page.
    id: &'static str,
    title: String,
    /// What the picture shows, in a sentence.
    text: String,
    /// The steps of the scale; the last one is its end.
    steps: Vec<f64>,
    bars: Vec<Bar>,
) -> impl IntoView {
    let plot = Plot::new(
        bars.len() as f64 - 1.0,
        steps.last().copied().unwrap_or(1.0),
    );
    let width = ((plot.right() - plot.left()) / bars.len().max(1) as f64 * 0.62).min(34.0);
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    // Longer names under narrow bars are wider than these and keep to the field.
    let (n_bars, is_narrow) = (bars.len(), width < 30.0);
    let drawn = (bars.into_iter().enumerate())
        .map(|(place, bar)| {
            let x = plot.x(place as f64);
            let rect = move |value: f64, class: &'static str| {
                let y = plot.y(value);
                view! { <rect class=class x=x - width / 2.0 y=y width=width height=plot.base() - y></rect> }
            };
            let shape = match bar.value {
                Some(value) => view! {
                    {rect(value, "bar")}
                    {bar.part.map(|part| rect(part, "bar-part"))}
                    <text class="strong" x=x y=plot.y(value) - 6.0 text-anchor="middle">{bar.said}</text>
                }
                .into_any(),
                None => {
                    let y = plot.base() + GAP_BELOW - 3.0;
                    view! { <line class="gap" x1=x - 4.0 x2=x + 4.0 y1=y y2=y></line> }.into_any()
                }
            };
            let is_wider = is_narrow && bar.name.chars().count() > SHORT_NAME;
            let (name_x, anchor) = match place {
                0 if is_wider => (plot.left(), "start"),
                place if is_wider && place + 1 == n_bars => (plot.right(), "end"),
                _ => (x, "middle"),
            };
            view! {
                {shape}
                <text x=name_x y=plot.base() + 30.0 text-anchor=anchor>{bar.name}</text>
            }
        })
        .collect_view();
    let labelled = format!("{title_id} {text_id}");
    view! {
        <svg class="chart" viewBox=plot.view_box() role="img" aria-labelledby=labelled>
            <title id=title_id>{title}</title>
            <desc id=text_id>{text}</desc>
            {scale(plot, &steps)}
            {drawn}
        </svg>
    }
}
