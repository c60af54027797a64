//! Abilities of the browser, one file each, always detected, always with a "not available" answer.
//! May use: web-sys, js-sys. Must not: views, domain rules, storage.

pub mod clock;
pub mod crypto;
pub mod device;
pub mod files;
pub mod notice;
pub mod page;
pub mod paper;
pub mod quiet;
pub mod random;
pub mod same_file;
pub mod speech;
pub mod tabs;
pub mod worker;
