//! Owns one medicine that was taken, as an entry holds it.
//! May use: the standard library. Must not: read doses or know medicines; that is done by `medicines`.

/// A medicine taken on a day, as typed, with how many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taken {
    pub name: String,
    /// How many or how much, as typed; empty when it was not said.
    pub amount: String,
    /// Since local midnight, 0 to 1,439.
    pub minute: Option<u16>,
    /// Taken every day as prescribed, not for this pain of this day.
    pub regular: bool,
    /// Whether it helped: asked later, two hours after a headache medicine (`ihs_em2020:K`).
    pub relief: Option<Relief>,
}

/// What a medicine did to the pain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relief {
    Gone,
    Better,
    Same,
}
