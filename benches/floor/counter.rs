//! The floor of the start-up benchmark: as little as a page with Leptos can hold, a button that counts.
//! `./dev bench startup` builds it with the profile and the steps of the release and says how many times as long Tailored takes.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(Counter);
}

#[component]
fn Counter() -> impl IntoView {
    let count = RwSignal::new(0);
    view! { <button on:click=move |_| count.update(|count| *count += 1)>{count}</button> }
}
