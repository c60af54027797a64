//! Owns the ladder of numbers: number first, colour second. Nothing is preselected, and it is never a slider.

use leptos::prelude::*;

/// The 0-10 ladder: 0 stands alone, 1 to 10 in rows of five.
#[component]
pub fn Ladder(
    /// Unique on the page.
    name: String,
    /// What stands beside 0.
    zero: &'static str,
    #[prop(into)] chosen: Signal<Option<u8>>,
    on_choose: Callback<u8>,
    /// Words under the two ends.
    ends: Option<(&'static str, &'static str)>,
    /// What a screen reader hears: "6 of 10".
    spoken: fn(u8) -> String,
) -> impl IntoView {
    let steps = (0..=10u8)
        .map(|level| {
            let class = if level == 0 { "step step-zero l0".to_owned() } else { format!("step l{level}") };
            view! {
                <label class=class>
                    <input
                        type="radio"
                        name=name.clone()
                        value=level.to_string()
                        aria-label=if level == 0 { format!("{}, {zero}", spoken(0)) } else { spoken(level) }
                        prop:checked=move || chosen.get() == Some(level)
                        on:change=move |_| on_choose.run(level)
                    />
                    <span aria-hidden="true">{level}</span>
                    {(level == 0).then(|| view! { <span class="w" aria-hidden="true">{zero}</span> })}
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="ladder">{steps}</div>
        {ends.map(|(low, high)| view! { <p class="ladder-ends"><span>{low}</span><span>{high}</span></p> })}
    }
}

/// A pain number with its colour; `None` is drawn as a dash.
#[component]
pub fn PainNumber(level: Option<u8>) -> impl IntoView {
    match level {
        Some(level) => {
            view! { <span class=format!("pain l{}", level.min(10))>{level}</span> }.into_any()
        }
        None => view! { <span class="pain l0">"–"</span> }.into_any(),
    }
}
