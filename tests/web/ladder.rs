//! Names, choice and focus of the ladder of numbers.

use leptos::prelude::*;
use leptos::task::tick;
use tailored::ui::components::ladder::Ladder;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement};

use super::stage::Stage;

/// A ladder that shows what was chosen on it.
fn ladder(chosen: RwSignal<Option<u8>>) -> Stage {
    Stage::new(move || {
        view! {
            <Ladder
                name="pain".to_owned()
                zero="no pain"
                chosen
                on_choose=Callback::new(move |level| chosen.set(Some(level)))
                ends=None
                spoken=|level| format!("{level} of 10")
            />
        }
    })
}

fn checked(stage: &Stage) -> Vec<String> {
    stage
        .all("input")
        .into_iter()
        .map(Element::unchecked_into::<HtmlInputElement>)
        .filter(HtmlInputElement::checked)
        .map(|step| step.value())
        .collect()
}

#[wasm_bindgen_test]
async fn nothing_is_chosen_before_the_person_chooses() {
    let stage = ladder(RwSignal::new(None));
    tick().await;
    assert_eq!(stage.all("input[type=radio]").len(), 11);
    assert_eq!(checked(&stage), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn each_step_is_called_by_its_number_of_ten() {
    let stage = ladder(RwSignal::new(None));
    let names: Vec<Option<String>> = stage
        .all("input")
        .iter()
        .map(|step| step.get_attribute("aria-label"))
        .collect();
    assert_eq!(names[0].as_deref(), Some("0 of 10, no pain"));
    assert_eq!(names[7].as_deref(), Some("7 of 10"));
}

#[wasm_bindgen_test]
async fn a_touch_on_a_row_chooses_it_alone() {
    let chosen = RwSignal::new(Some(3));
    let stage = ladder(chosen);
    tick().await;
    assert_eq!(checked(&stage), ["3"]);
    // The number in the row is what a finger meets.
    stage.one("label:nth-of-type(9) span").click();
    tick().await;
    assert_eq!(chosen.get_untracked(), Some(8));
    assert_eq!(checked(&stage), ["8"]);
}

#[wasm_bindgen_test]
fn the_steps_are_one_group_for_the_arrow_keys() {
    let stage = ladder(RwSignal::new(None));
    let names: Vec<String> = stage
        .all("input")
        .into_iter()
        .map(|step| step.unchecked_into::<HtmlInputElement>().name())
        .collect();
    assert_eq!(names, ["pain"; 11]);
}
