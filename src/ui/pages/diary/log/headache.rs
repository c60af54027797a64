//! Owns what an entry says about a headache: had or not, how strong, what came with it, how much of the day.

use leptos::prelude::*;

use super::control::{Answers, Part, YesNo};
use super::draft::Draft;
use crate::domain::diary::headache::{HeadacheSign, LostDay, Severity};
use crate::knowledge::diary_field;
use crate::state::use_messages;
use crate::ui::components::choice_group::Chip;

/// The questions of a headache diary.
#[component]
pub fn HeadachePart(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let had = draft.get(|entry| entry.headache.had);
    let said = draft.get(move |entry| match entry.headache.had {
        None => String::new(),
        Some(had) => if had { t.yes } else { t.no }.to_owned(),
    });
    let signs = [
        (HeadacheSign::OneSide, words.sign_one_side),
        (HeadacheSign::Throbbing, words.sign_throbbing),
        (HeadacheSign::WorseWhenWalking, words.sign_walking),
        (HeadacheSign::Sick, words.sign_sick),
        (HeadacheSign::LightAndSound, words.sign_light),
        (HeadacheSign::Aura, words.sign_aura),
        (HeadacheSign::TearsOrNose, words.sign_tears),
    ]
    .map(|(sign, label)| {
        view! {
            <Chip
                label=label
                checked=draft.get(move |entry| entry.headache.signs.contains(&sign))
                on_change=Callback::new(move |now| draft.change(|entry| {
                    entry.headache.signs.retain(|known| *known != sign);
                    if now {
                        entry.headache.signs.push(sign);
                    }
                }))
            />
        }
    });
    view! {
        <Part name=words.headache said>
            <YesNo
                name="headache"
                legend=diary_field("head_day").ask
                chosen=had
                on_choose=Callback::new(move |answer| draft.change(|entry| entry.headache.had = answer))
            />
            <div class="stack" hidden=move || had.get() != Some(true)>
                <Answers
                    name="severity"
                    legend=diary_field("head_severity").ask
                    answers=vec![(Severity::Mild, words.mild), (Severity::Medium, words.medium), (Severity::Strong, words.strong)]
                    chosen=draft.get(|entry| entry.headache.severity)
                    on_choose=Callback::new(move |answer| draft.change(|entry| entry.headache.severity = answer))
                />
                <fieldset class="stack-s">
                    <legend class="label">{words.ask_signs}</legend>
                    <div class="chips">{signs.into_iter().collect_view()}</div>
                </fieldset>
                <Answers
                    name="lost"
                    legend=diary_field("head_lost").ask
                    answers=vec![(LostDay::None, words.lost_none), (LostDay::Part, words.lost_part), (LostDay::All, words.lost_all)]
                    chosen=draft.get(|entry| entry.headache.lost)
                    on_choose=Callback::new(move |answer| draft.change(|entry| entry.headache.lost = answer))
                />
            </div>
        </Part>
    }
}
