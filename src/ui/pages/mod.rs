//! One file or folder per page.

pub mod about;
pub mod assessment;
pub mod blank;
pub mod diary;
pub mod log;
pub mod more;
pub mod my_pain;
pub mod option;
pub mod plan;
pub mod questions;
pub mod today;
pub mod trends;
pub mod two_pages;
pub mod urgent;
