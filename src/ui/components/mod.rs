//! Reusable controls: small typed properties, native elements, no stores.

pub mod agreed_rows;
pub mod aloud;
pub mod asked;
pub mod banner;
pub mod body_map;
pub mod chart;
pub mod choice_group;
pub mod clashes;
pub mod fields;
pub mod frame;
pub mod held_back;
pub mod hundred;
pub mod icon;
pub mod ladder;
pub mod moment_fields;
pub mod note;
pub mod passphrase;
pub mod reminders;
pub mod signs_note;
pub mod sources;
pub mod strength;
pub mod swatch;
pub mod unfinished;
