//! Owns the cloth sample of an option: the weave of its kind, with a drawing. Always beside a word.

use leptos::prelude::*;

use crate::knowledge::{Domain, Therapy};

/// A sample of `style/icons/illustrations.svg`; the colours come from `data-domain` around it.
#[component]
pub fn Swatch(drawing: &'static str, #[prop(default = false)] small: bool) -> impl IntoView {
    view! {
        <svg class=if small { "swatch swatch-s" } else { "swatch" } viewBox="0 0 72 72" aria-hidden="true">
            <use href="#swatch-cut" class="sw-cloth"></use>
            <rect class="sw-weave" x="3" y="3" width="66" height="66"></rect>
            <use href=format!("#ill-{drawing}") x="10" y="10" width="52" height="52"></use>
        </svg>
    }
}

/// The drawing of a kind.
pub fn drawing_of_kind(domain: Domain) -> &'static str {
    match domain {
        Domain::OwnCare => "self",
        Domain::Movement => "movement",
        Domain::Mind => "mind",
        Domain::Medicine => "medicine",
        Domain::HandsOn => "hands",
        Domain::Procedure => "procedure",
        Domain::Referral => "test",
        Domain::Life => "living",
    }
}

/// The drawing of an option: its own where there is one, else that of its kind.
pub fn drawing_of(therapy: &Therapy) -> &'static str {
    match therapy.id {
        "exercise_strength" | "tendon_loading" | "physiotherapy" => "weights",
        "nsaid_topical" | "capsaicin" | "vulval_lidocaine" | "lidocaine_patch" => "gel",
        "intraarticular_steroid"
        | "soft_tissue_injection"
        | "epidural_steroid"
        | "hydrodilatation"
        | "botulinum_migraine"
        | "gon_block"
        | "cgrp_mab"
        | "diagnostic_block" => "injection",
        "hydrotherapy" => "water",
        "cbti" | "sleep_habits" | "sleep_apnoea_check" => "sleep",
        "pain_education" | "diary" | "digital_programme" | "goal_setting" => "book",
        "peer_support" | "social_prescribing" | "family" | "pmp" => "people",
        "medication_review" | "opioid_review" | "moh_withdrawal" => "fewer",
        "cbt_pain" | "act" | "mood_care" | "trauma_care" | "psychosexual" | "eaet" => "talk",
        "pacing" | "graded_activity" => "steady",
        "headache_specialist" | "headache_lifestyle" | "neck_exercise" => "head",
        "work_support" => "work",
        "joint_replacement" | "genicular_rfa" => "knee",
        _ => drawing_of_kind(therapy.domain),
    }
}
