//! Owns the abilities of the browser, one file each; an ability that is missing is an answer, not an error.
//! May use: web-sys, js-sys.
//! Must not: know views, rules or saved data.

pub mod notice;
pub mod worker;
