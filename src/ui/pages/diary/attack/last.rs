//! Owns the last attacks side by side.

use leptos::prelude::*;

use crate::domain::diary::attack::last_attacks;
use crate::state::{use_app, use_messages};
use crate::ui::route::Route;

/// The last attacks that are over, the latest first; nothing before there are two.
#[component]
pub fn LastAttacks() -> impl IntoView {
    let app = use_app();
    let words = &use_messages().diary;
    let attacks = Memo::new(move |_| last_attacks(app.diary.recent_attacks()));
    move || {
        let attacks = attacks.get();
        let rows = attacks.iter().map(|attack| {
            let lasted = attack.minutes.map(words.lasting);
            view! {
                <tr>
                    <th scope="row"><a href=Route::AttackEnd(attack.entry.clone()).href()>{(words.moment)(attack.start)}</a></th>
                    <td>{lasted}</td>
                    <td>{attack.worst}</td>
                    <td class="clip">{(words.attack_eased)(attack)}</td>
                </tr>
            }
        });
        (attacks.len() > 1).then(|| {
            view! {
                <section class="stack-s">
                    <h2>{words.last_attacks}</h2>
                    <table class="data">
                        <thead>
                            <tr>
                                <th scope="col">{words.attack_began}</th>
                                <th scope="col">{words.column_lasted}</th>
                                <th scope="col">{words.column_worst}</th>
                                <th scope="col">{words.column_helped}</th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </section>
            }
        })
    }
}
