//! Owns what is said about the day as a whole: its scales, the factors that are watched, what was done, the period.

use leptos::prelude::*;

use super::control::{Answers, Part, Scale, YesNo};
use super::draft::Draft;
use crate::domain::diary::entry::{Bleeding, Entry};
use crate::domain::diary::insight::table::{MUCH_STRESS, PERIOD, POOR_SLEEP};
use crate::domain::ids::FactorId;
use crate::knowledge::diary_field;
use crate::state::{use_app, use_messages};
use crate::ui::components::fields::LineField;

/// Reads and sets one scale of an entry.
type Access = (fn(&Entry) -> Option<u8>, fn(&mut Entry, Option<u8>));

const USUAL: Access = (|entry| entry.pain, |entry, level| entry.pain = level);
const WORST: Access = (|entry| entry.worst, |entry, level| entry.worst = level);
const INTERFERENCE: Access = (
    |entry| entry.scales.interference,
    |entry, level| entry.scales.interference = level,
);
const SLEEP: Access = (
    |entry| entry.scales.sleep,
    |entry, level| entry.scales.sleep = level,
);
const MOOD: Access = (
    |entry| entry.scales.mood,
    |entry, level| entry.scales.mood = level,
);
const FATIGUE: Access = (
    |entry| entry.scales.fatigue,
    |entry, level| entry.scales.fatigue = level,
);
const STRESS: Access = (
    |entry| entry.scales.stress,
    |entry, level| entry.scales.stress = level,
);

/// The scales of the evening (`core`), or those that are left.
#[component]
pub fn DayScales(draft: Draft, core: bool) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let tracking = untrack(|| app.diary.tracking());
    let is_day = draft.entry_untracked().about.is_some();
    let pain = |name, field: &str, access| {
        scale(
            draft,
            name,
            diary_field(field).ask,
            access,
            None,
            t.no_pain,
            false,
        )
    };
    let plain = |name, field: &str, access, ends| {
        scale(
            draft,
            name,
            diary_field(field).ask,
            access,
            Some(ends),
            "",
            true,
        )
    };
    let none_much = (words.none, words.very_much);
    let core_scales = move || {
        vec![
            plain("interference", "interference", INTERFERENCE, none_much),
            plain(
                "sleep",
                "sleep_quality",
                SLEEP,
                (words.very_badly, words.very_well),
            ),
            plain("mood", "mood", MOOD, (words.very_low, words.very_good)),
        ]
    };
    // What a chosen factor follows from has to be asked in the evening.
    let in_the_evening = |field: &str, factor: &str| {
        tracking.asks(field) || tracking.factors.contains_key(&FactorId::from(factor))
    };
    let stress_in_the_evening = in_the_evening("stress", MUCH_STRESS);
    let fatigue_in_the_evening = tracking.asks("fatigue");
    if core {
        let mut scales = vec![
            pain("pain", "pain_avg", USUAL),
            pain("worst", "pain_worst", WORST),
        ];
        scales.extend(core_scales());
        if fatigue_in_the_evening {
            scales.push(plain("fatigue", "fatigue", FATIGUE, none_much));
        }
        if stress_in_the_evening {
            scales.push(plain("stress", "stress", STRESS, none_much));
        }
        return scales.collect_view().into_any();
    }
    let mut scales = Vec::new();
    if !is_day {
        scales.push(pain("worst", "pain_worst", WORST));
        scales.extend(core_scales());
    }
    if !(is_day && fatigue_in_the_evening) {
        scales.push(plain("fatigue", "fatigue", FATIGUE, none_much));
    }
    if !(is_day && stress_in_the_evening) {
        scales.push(plain("stress", "stress", STRESS, none_much));
    }
    let said = draft.get(move |entry| (words.scales_said)(&entry.scales));
    view! { <Part name=words.the_day said>{scales}</Part> }.into_any()
}

fn scale(
    draft: Draft,
    name: &'static str,
    ask: &'static str,
    (read, set): Access,
    ends: Option<(&'static str, &'static str)>,
    zero: &'static str,
    plain: bool,
) -> AnyView {
    view! {
        <Scale
            name
            legend=ask
            chosen=draft.get(read)
            on_choose=Callback::new(move |level| draft.change(|entry| set(entry, Some(level))))
            ends
            zero
            plain
        />
    }
    .into_any()
}

/// The factors that are watched, each yes or no, also on good days.
#[component]
pub fn Factors(draft: Draft) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = &t.diary;
    let tracking = untrack(|| app.diary.tracking());
    let date = draft.entry_untracked().date;
    let own: Vec<(FactorId, String)> = tracking
        .factors_on(date)
        .into_iter()
        .filter(|(id, _)| ![POOR_SLEEP, MUCH_STRESS, PERIOD].contains(&id.as_str()))
        .map(|(id, factor)| (id.clone(), factor.name.clone()))
        .collect();
    if own.is_empty() {
        return ().into_any();
    }
    let n_all = own.len();
    let ids: Vec<FactorId> = own.iter().map(|(id, _)| id.clone()).collect();
    let said = draft.get(move |entry| {
        let n_said = ids
            .iter()
            .filter(|id| entry.factors.contains_key(id))
            .count();
        (words.n_of)(n_said, n_all)
    });
    let questions = own
        .into_iter()
        .zip(FACTOR_NAMES)
        .map(|((id, name), group)| {
            let asked = id.clone();
            view! {
                <YesNo
                    name=group
                    legend=name
                    chosen=draft.get(move |entry| entry.factors.get(&asked).copied())
                    on_choose=Callback::new(move |answer| draft.change(|entry| {
                        match answer {
                            Some(answer) => entry.factors.insert(id.clone(), answer),
                            None => entry.factors.remove(&id),
                        };
                    }))
                />
            }
        })
        .collect_view();
    view! {
        <Part name=words.watched said open=true>
            <p class="soft">{words.watched_hint}</p>
            {questions}
        </Part>
    }
    .into_any()
}

/// Names of groups of radios, as many as factors can be watched.
const FACTOR_NAMES: [&str; 6] = [
    "factor-0", "factor-1", "factor-2", "factor-3", "factor-4", "factor-5",
];

/// What was done, and what made it better and worse.
#[component]
pub fn Doing(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    let minutes = draft.get(|entry| {
        entry
            .activity_min
            .map(|minutes| minutes.to_string())
            .unwrap_or_default()
    });
    let problem = RwSignal::new(None::<String>);
    let lists: [(&'static str, &'static str, ListAccess); 3] = [
        (
            "activities",
            words.activities,
            (|entry| &entry.activities, |entry| &mut entry.activities),
        ),
        (
            "better",
            words.better,
            (|entry| &entry.better, |entry| &mut entry.better),
        ),
        (
            "worse",
            words.worse,
            (|entry| &entry.worse, |entry| &mut entry.worse),
        ),
    ];
    let fields = lists.map(|(id, label, (read, set))| {
        view! {
            <LineField
                id=id.to_owned()
                label=label
                hint=words.list_hint
                value=draft.get(move |entry| read(entry).join(", "))
                on_input=Callback::new(move |typed: String| draft.change(|entry| *set(entry) = listed(&typed)))
            />
        }
    });
    let said = draft.get(|entry| entry.activities.join(", "));
    view! {
        <Part name=words.doing said>
            <LineField
                id="minutes".to_owned()
                label=diary_field("activity").ask
                input_mode="numeric"
                value=minutes
                on_input=Callback::new(move |typed: String| {
                    let number = typed.trim().parse::<u16>().ok().filter(|minutes| *minutes <= 24 * 60);
                    let is_odd = number.is_none() && !typed.trim().is_empty();
                    problem.set(is_odd.then(|| words.minutes_odd.to_owned()));
                    if !is_odd {
                        draft.change(|entry| entry.activity_min = number);
                    }
                })
                problem
            />
            <YesNo
                name="matter"
                legend=diary_field("did_matter").ask
                chosen=draft.get(|entry| entry.did_matter)
                on_choose=Callback::new(move |answer| draft.change(|entry| entry.did_matter = answer))
            />
            {fields.into_iter().collect_view()}
        </Part>
    }
}

/// Reads and sets one list of words of an entry.
type ListAccess = (
    fn(&Entry) -> &Vec<String>,
    fn(&mut Entry) -> &mut Vec<String>,
);

/// Words separated by commas. What is being typed keeps its spaces inside.
fn listed(typed: &str) -> Vec<String> {
    let parts = typed.split(',').map(str::trim_start);
    let mut words: Vec<String> = parts.map(str::to_owned).collect();
    if words.iter().all(|word| word.trim().is_empty()) {
        words.clear();
    }
    words
}

/// The period on that day.
#[component]
pub fn Period(draft: Draft) -> impl IntoView {
    let t = use_messages();
    let words = &t.diary;
    view! {
        <Answers
            name="bleeding"
            legend=words.ask_period
            answers=vec![
                (Bleeding::FirstDay, words.period_first),
                (Bleeding::OtherDay, words.period_other),
                (Bleeding::None, words.period_none),
            ]
            chosen=draft.get(|entry| entry.bleeding)
            on_choose=Callback::new(move |answer| draft.change(|entry| entry.bleeding = answer))
        />
    }
}
