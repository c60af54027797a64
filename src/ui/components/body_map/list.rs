//! Owns the list view: every region as a native check box, under its heading.

use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;

use crate::domain::body_map::{Marks, RegionGroup, region_groups};
use crate::knowledge::body_map::RegionIndex;

use super::BodyMapWords;

/// Every region as a check box. The same in function as the drawings: a press is reported, the answer comes back in `marks`.
#[component]
pub fn BodyRegionList(
    #[prop(into)] marks: Signal<Marks>,
    words: BodyMapWords,
    on_press: Callback<RegionIndex>,
) -> impl IntoView {
    let groups = region_groups()
        .into_iter()
        .map(|group| view! { <RegionGroupRows group marks words on_press /> })
        .collect_view();
    view! { <div class="bm-list">{groups}</div> }
}

/// One heading that opens its check boxes. It starts open when one of them is ticked.
#[component]
fn RegionGroupRows(
    group: RegionGroup,
    marks: Signal<Marks>,
    words: BodyMapWords,
    on_press: Callback<RegionIndex>,
) -> impl IntoView {
    let regions = StoredValue::new(group.regions.clone());
    let n_chosen = Memo::new(move |_| {
        marks.with(|marks| {
            regions.with_value(|regions| {
                regions
                    .iter()
                    .filter(|region| marks.is_chosen(**region))
                    .count()
            })
        })
    });
    let rows = group.regions.into_iter().map(|region| {
        let is_chosen = move || marks.with(|marks| marks.is_chosen(region));
        let name = move || marks.with(|marks| words.region_name(region, marks.get(region)));
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    data-region=region.region().id
                    prop:checked=is_chosen
                    on:change=move |event| {
                        // The browser has already turned the box over; it follows the answer, so it is turned back until the answer is there.
                        event_target::<HtmlInputElement>(&event).set_checked(marks.with_untracked(|marks| marks.is_chosen(region)));
                        on_press.run(region);
                    }
                />
                <span class="name">{name}</span>
            </label>
        }
    });
    let starts_open = n_chosen.get_untracked() > 0;
    view! {
        <details class="bm-group" open=starts_open>
            <summary>
                <b>{group.heading}</b>
                <span class="soft small">
                    {move || match n_chosen.get() {
                        0 => String::new(),
                        n => words.chosen.replace("{n}", &n.to_string()),
                    }}
                </span>
            </summary>
            <div class="choices" role="group" aria-label=group.heading>
                {rows.collect_view()}
            </div>
        </details>
    }
}
