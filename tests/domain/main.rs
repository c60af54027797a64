//! The pure core: questionnaire, warning signs, plan, diary, hand-out.

mod diary_series;
mod help_numbers;
