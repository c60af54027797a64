//! The pure core: questionnaire, warning signs, plan, diary, hand-out.

mod body_map;
mod body_map_tables;
mod diary_series;
mod help_numbers;
