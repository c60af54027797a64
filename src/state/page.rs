//! Owns what a view may ask of the page around it: where to go, what to focus, which dialog to open, what to print.
//! May use: platform. Must not: views, saved data.

pub use crate::platform::page::{
    announce, can_reach_the_host, close_dialog, focus, focus_again, go, hash, is_at, is_in_sight,
    is_wide, on_hash_change, open_dialog, reload, replace, set_root_attribute, set_title,
};
pub use crate::platform::paper::{page_of, print};
pub use crate::platform::quiet::{on_wish_to_hide, when_nobody_is_here};
pub use crate::platform::speech::{be_quiet, can_speak, speak};
