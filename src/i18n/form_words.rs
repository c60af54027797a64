//! Owns the structure of the words about a clinic's own form: opening it, what of it cannot be done here, its answers.
//! May use: domain types, to name them. Must not: hold a text.

use crate::domain::clinic_form::Problem;

/// Words about a clinic's own form.
pub struct FormWords {
    /// Why something is not done as the form says.
    pub problem: fn(&Problem) -> String,
    /// Why a formula of the form gave nothing, with the part that stands in the way.
    pub not_computed: fn(&str) -> String,
}
