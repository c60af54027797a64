//! A sheet with the codes of the summary, large enough to be read from paper by a phone or a scanner.

use leptos::prelude::*;

use super::Paper;
use crate::state::exchange::codes_of;
use crate::state::use_messages;

#[component]
pub fn CodeSheet(paper: Paper) -> impl IntoView {
    let t = use_messages();
    let words = t.paper;
    let codes = codes_of(&paper.handout);
    let n_codes = codes.len();
    let figures = codes
        .into_iter()
        .enumerate()
        .map(|(place, code)| {
            let width = code.width;
            let label = (t.share.code_label)(place + 1, n_codes);
            view! {
                <figure class="ho-code">
                    {(n_codes > 1).then(|| view! { <figcaption>{(t.page_of)(place + 1, n_codes)}</figcaption> })}
                    <svg viewBox=format!("0 0 {width} {width}") role="img" aria-label=label><path d=code.path></path></svg>
                </figure>
            }
        })
        .collect_view();
    view! {
        <section class="handout-page" aria-label=words.code_title>
            <div class="ho-head"><h1>{words.code_title}</h1><span>{(t.long_date_year)(paper.handout.date)}</span></div>
            <p>{words.code_note}</p>
            {figures}
        </section>
    }
}
