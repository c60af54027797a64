//! Keyboard, names and states of the body map in a real browser.

use leptos::prelude::*;
use leptos::task::tick;
use tailored::domain::body_map::{Badge, Mark, Marks};
use tailored::domain::ids::RegionId;
use tailored::domain::questionnaire::model::Site;
use tailored::i18n::{Lang, messages};
use tailored::knowledge::body_map::{MapView, RegionIndex};
use tailored::ui::components::body_map::{BodyFigure, BodyMap, BodyMapPicker, BodyMapTab};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use super::stage::{Stage, press, tap};

fn region(id: &str) -> RegionIndex {
    RegionIndex::from_id(id).unwrap()
}

/// A back view whose presses mark a region as chosen.
fn back_view(marks: RwSignal<Marks>) -> Stage {
    let on_press = Callback::new(move |pressed: RegionIndex| {
        marks.update(|marks| marks.raise(pressed, Mark::Chosen))
    });
    Stage::new(move || {
        view! {
            <BodyMap view=MapView::Back marks words=messages(Lang::English).map_words on_press />
        }
    })
}

fn focused() -> Option<String> {
    document()
        .active_element()
        .and_then(|element| element.get_attribute("data-region"))
}

#[wasm_bindgen_test]
async fn a_drawing_is_one_tab_stop_at_a_chosen_region() {
    let mut marks = Marks::default();
    marks.raise(region("back-calf-left"), Mark::Level(5));
    let stage = back_view(RwSignal::new(marks));
    tick().await;
    let stops: Vec<String> = stage
        .all("[tabindex='0']")
        .iter()
        .filter_map(|stop| stop.get_attribute("data-region"))
        .collect();
    assert_eq!(stops, ["back-calf-left"]);
}

#[wasm_bindgen_test]
async fn arrow_keys_move_the_focus_and_the_tab_stop() {
    let stage = back_view(RwSignal::new(Marks::default()));
    let event = press(&stage.region("back-thigh-left"), "ArrowDown");
    tick().await;
    assert_eq!(focused().as_deref(), Some("back-knee-left"));
    assert_eq!(
        stage
            .region("back-knee-left")
            .get_attribute("tabindex")
            .as_deref(),
        Some("0")
    );
    assert_eq!(stage.all("[tabindex='0']").len(), 1);
    assert!(event.default_prevented(), "the page must not scroll");
}

#[wasm_bindgen_test]
async fn space_enter_and_a_tap_press_a_region_and_other_keys_do_not() {
    let marks = RwSignal::new(Marks::default());
    let stage = back_view(marks);
    press(&stage.region("back-knee-left"), " ");
    press(&stage.region("back-knee-right"), "Enter");
    tap(&stage.region("back-sacrum"));
    assert!(!press(&stage.region("back-hip-left"), "Tab").default_prevented());
    tick().await;
    let chosen: Vec<String> = stage
        .all("[aria-checked=true]")
        .iter()
        .filter_map(|chosen| chosen.get_attribute("data-region"))
        .collect();
    assert_eq!(chosen, ["back-knee-right", "back-knee-left", "back-sacrum"]);
}

#[wasm_bindgen_test]
async fn a_region_says_its_name_state_and_strength() {
    let marks = RwSignal::new(Marks::default());
    let stage = back_view(marks);
    let calf = stage.region("back-calf-left");
    assert_eq!(calf.get_attribute("role").as_deref(), Some("checkbox"));
    assert_eq!(
        calf.get_attribute("aria-label").as_deref(),
        Some("left calf")
    );
    assert_eq!(calf.get_attribute("aria-checked").as_deref(), Some("false"));
    marks.update(|marks| marks.raise(region("back-calf-left"), Mark::Level(7)));
    tick().await;
    assert_eq!(
        calf.get_attribute("aria-label").as_deref(),
        Some("left calf, pain 7 of 10")
    );
    assert_eq!(calf.get_attribute("aria-checked").as_deref(), Some("true"));
    assert_eq!(calf.get_attribute("data-level").as_deref(), Some("7"));
}

/// A picker in which a press makes a place, unless the region has one.
fn picker(tab: BodyMapTab) -> (Stage, RwSignal<BodyMapTab>, RwSignal<Vec<RegionIndex>>) {
    let tab = RwSignal::new(tab);
    let sites = RwSignal::new(Vec::<Site>::new());
    let presses = RwSignal::new(Vec::new());
    let on_press = Callback::new(move |pressed: RegionIndex| {
        presses.update(|presses| presses.push(pressed));
        let id = RegionId::from(pressed.region().id);
        if sites.with(|sites| sites.iter().all(|site| !site.regions.contains(&id))) {
            sites.update(|sites| {
                sites.push(Site {
                    regions: vec![id],
                    ..Site::default()
                })
            });
        }
    });
    let stage = Stage::new(
        move || view! { <BodyMapPicker tab sites words=messages(Lang::English).map_words on_press /> },
    );
    (stage, tab, presses)
}

#[wasm_bindgen_test]
async fn the_list_offers_every_region_and_follows_the_answer() {
    let (stage, _, presses) = picker(BodyMapTab::List);
    assert_eq!(stage.all("input[type=checkbox]").len(), 113);
    let knee: HtmlInputElement = stage.region("front-knee-left").unchecked_into();
    knee.click();
    tick().await;
    assert!(knee.checked());
    knee.click();
    tick().await;
    assert!(knee.checked(), "only the page takes a place away");
    assert_eq!(
        presses.get_untracked(),
        [region("front-knee-left"), region("front-knee-left")]
    );
}

#[wasm_bindgen_test]
async fn what_is_chosen_in_the_list_is_chosen_in_the_drawing() {
    let (stage, tab, _) = picker(BodyMapTab::List);
    stage
        .region("head-nose")
        .unchecked_into::<HtmlElement>()
        .click();
    tab.set(BodyMapTab::Head);
    tick().await;
    let copies = stage.all("[data-region=head-nose]");
    assert_eq!(copies.len(), 3, "front and both sides");
    assert!(
        copies
            .iter()
            .all(|copy| copy.get_attribute("aria-checked").as_deref() == Some("true"))
    );
}

#[wasm_bindgen_test]
async fn the_sides_are_named_as_the_patients_own() {
    let (stage, tab, _) = picker(BodyMapTab::Front);
    tick().await;
    assert_eq!(
        stage.all(".map-sides")[0].text_content().as_deref(),
        Some("your rightyour left")
    );
    tab.set(BodyMapTab::Back);
    tick().await;
    assert_eq!(
        stage.all(".map-sides")[0].text_content().as_deref(),
        Some("your leftyour right")
    );
}

#[wasm_bindgen_test]
async fn the_figure_on_paper_has_nothing_to_press() {
    let mut marks = Marks::default();
    marks.raise(region("front-knee-left"), Mark::Level(9));
    let stage = Stage::new(move || {
        view! { <BodyFigure view=MapView::Front marks badges=vec![Badge { number: 1, x: 240, y: 512 }] label="Front" /> }
    });
    assert_eq!(stage.all("[role=img]").len(), 1);
    assert!(stage.all("[tabindex], [role=checkbox]").is_empty());
    assert_eq!(
        stage
            .region("front-knee-left")
            .get_attribute("data-level")
            .as_deref(),
        Some("9")
    );
    assert_eq!(
        stage.all(".bm-badge text")[0].text_content().as_deref(),
        Some("1")
    );
}
