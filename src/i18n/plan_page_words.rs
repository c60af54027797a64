//! Owns the structure of the words of the plan page: a language that lacks one does not compile.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::date::NaiveDate;
use crate::domain::plan::told::{Care, Told};
use crate::domain::questionnaire::response::View;
use crate::knowledge::Strength;

/// The words of the plan page.
pub struct PlanPageWords {
    // ---- the label at the head
    pub title: &'static str,
    /// The visit that the plan is for, as the person wrote it.
    pub for_visit: fn(&str) -> String,
    pub say_first: &'static str,
    pub nothing_urgent: &'static str,
    /// The same of somebody who said of a sign that a clinician has looked at it.
    pub nothing_new: &'static str,
    /// So many emergencies or same-day signs, each of which the person has acted on.
    pub signs_acted_on: fn(usize) -> String,
    /// On the short way, before the slower signs are asked.
    pub nothing_urgent_so_far: &'static str,
    pub signs_to_ask: &'static str,
    pub signs_within_days: fn(usize) -> String,
    /// So many warning signs to be said at the next visit.
    pub signs_at_the_visit: fn(usize) -> String,
    /// The names of what does not go together, and how many more such pairs there are.
    pub clashes_now: fn(&[String], usize) -> String,
    /// How many goals follow.
    pub goals: fn(usize) -> &'static str,
    pub no_goal: &'static str,
    pub best_fits: &'static str,
    /// How many more there are.
    pub and_more: fn(usize) -> String,
    /// What is to be said besides what is urgent.
    pub more_things: fn(usize) -> String,
    pub no_best: &'static str,
    pub helped: &'static str,
    pub not_again: &'static str,
    pub too_short: &'static str,
    pub open: &'static str,
    /// How many options hang on the one answer.
    pub open_one: fn(usize) -> String,
    pub open_signs: &'static str,
    pub open_none: &'static str,

    // ---- say this first
    pub first_key: &'static str,
    pub first_talk_key: &'static str,
    pub within_days: &'static str,
    /// The tick of a person who has asked about it, and what it says from then on.
    pub asked: &'static str,
    pub asked_on: fn(NaiveDate) -> String,

    // ---- best fits
    pub fits_title: &'static str,
    pub matches_label: &'static str,
    pub told: fn(&Told) -> String,
    /// Before a goal, for those who do not see its mark.
    pub your_goal: &'static str,
    pub care: fn(&Care) -> String,
    pub guidelines: fn(Strength) -> (u8, &'static str),
    pub guidelines_disagree: &'static str,
    pub judge_after: fn((u8, u8)) -> String,
    pub judge_each_time: &'static str,
    pub lower_because: fn(&str) -> String,
    pub my_view: fn(&str) -> String,
    pub view: fn(View) -> &'static str,

    // ---- one answer decides
    pub decides: fn(usize) -> String,
    pub decides_safety: fn(usize) -> String,
    pub not_sure: &'static str,
    pub leave_out: &'static str,
    pub done: &'static str,
    pub open_list: &'static str,
    pub changed: fn(usize) -> String,
    pub tag_changed: &'static str,

    // ---- everything else, by kind
    pub kinds_title: &'static str,
    pub using: &'static str,
    pub tried_no_help: &'static str,
    pub tried_short: &'static str,
    pub held: &'static str,
    pub wish_against: &'static str,
    pub usually_not: &'static str,
    pub usually_not_text: fn(usize) -> String,
    pub only_specialist: &'static str,
    pub said_no: &'static str,

    // ---- the foot
    pub caution_questions: &'static str,
    pub caution_questions_text: fn(usize) -> String,
    pub you_decide: &'static str,
    pub see_pages: &'static str,
    pub more_with_plan: &'static str,
}
