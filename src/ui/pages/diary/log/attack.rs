//! Owns the attack of an entry: its times, also after it has ended, opening it again, and that it was none.

use leptos::prelude::*;

use super::control::Part;
use super::draft::Draft;
use crate::domain::diary::attack::{Attack, AttackProblem, Moment};
use crate::state::use_messages;
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::pages::diary::attack::MomentFields;

/// The attack that began with this entry; nothing when it has none.
#[component]
pub fn AttackPart(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let attack = draft.get(|entry| entry.attack);
    let problem = RwSignal::new(None::<AttackProblem>);
    let change = move |change: &dyn Fn(&mut Attack)| {
        problem.set(draft.change_attack(change).err());
    };
    let times = move |attack: Attack| {
        let ended = attack.end.map(|_| {
            view! {
                <div class="row">
                    <button type="button" class="btn" on:click=move |_| change(&|attack| attack.end = None)>
                        <Icon name="timer" />
                        {words.attack_not_over}
                    </button>
                </div>
            }
        });
        view! {
            <fieldset class="stack-s">
                <legend class="label">{words.attack_began}</legend>
                <MomentFields
                    name="attack-start".to_owned()
                    moment=attack.start
                    button=words.attack_save_start
                    on_save=Callback::new(move |start: Moment| change(&|attack| attack.start = start))
                />
            </fieldset>
            <fieldset class="stack-s">
                <legend class="label">{words.attack_ended}</legend>
                <MomentFields
                    name="attack-end".to_owned()
                    moment=attack.end.or(attack.still_going).unwrap_or(attack.start)
                    button=words.attack_save_end
                    on_save=Callback::new(move |end: Moment| change(&|attack| attack.end = Some(end)))
                />
            </fieldset>
            {ended}
        }
    };
    let said = Signal::derive(move || {
        attack
            .get()
            .map(|attack| (words.attack_said)(&attack))
            .unwrap_or_default()
    });
    let has_attack = Memo::new(move |_| attack.read().is_some());
    move || {
        has_attack.get().then(|| {
            view! {
                <Part name=words.attack said>
                    <div role="status">
                        {move || problem.get().map(|problem| view! {
                            <Note kind=NoteKind::Warn heading=words.attack_odd><p>{(words.attack_problem)(problem)}</p></Note>
                        })}
                    </div>
                    {move || attack.get().map(times)}
                    <div class="row">
                        <button
                            type="button"
                            class="btn btn-quiet"
                            on:click=move |_| draft.change(|entry| entry.attack = None)
                        >
                            <Icon name="delete" />
                            {words.attack_none}
                        </button>
                    </div>
                </Part>
            }
        })
    }
}
