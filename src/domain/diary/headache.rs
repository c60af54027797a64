//! Owns what an entry says about a headache, and which days count as headache and as migraine days.
//! May use: the standard library. Must not: diagnose; these are counting rules for a diary.

/// What was said about a headache on one day. Its default says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headache {
    /// A headache of at least 30 minutes, or of any length when a medicine was taken for it.
    pub had: Option<bool>,
    pub severity: Option<Severity>,
    /// The signs that fit, each once.
    pub signs: Vec<HeadacheSign>,
    /// How much of the day it took.
    pub lost: Option<LostDay>,
}

/// How strong a headache was at its worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Mild,
    Medium,
    Strong,
}

/// What came with a headache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadacheSign {
    OneSide,
    Throbbing,
    WorseWhenWalking,
    Sick,
    LightAndSound,
    Aura,
    /// Tears or a blocked nose on the side of the pain.
    TearsOrNose,
}

/// How much of a day a headache took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostDay {
    None,
    Part,
    All,
}

impl Headache {
    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A headache with migraine features: at least two of one-sided, throbbing, medium or strong, worse with movement;
    /// and sickness, or light and sound too much. Or with an aura (`ichd3:K`, as in `diary_and_outcomes.md`, 1).
    /// A day on which it was treated with a triptan counts too; that is seen from the medicines.
    pub fn has_migraine_features(&self) -> bool {
        let has = |sign| self.signs.contains(&sign);
        let features = [
            has(HeadacheSign::OneSide),
            has(HeadacheSign::Throbbing),
            has(HeadacheSign::WorseWhenWalking),
            self.severity >= Some(Severity::Medium),
        ];
        let n_features = features.into_iter().filter(|feature| *feature).count();
        let sensitive = has(HeadacheSign::Sick) || has(HeadacheSign::LightAndSound);
        has(HeadacheSign::Aura) || (n_features >= 2 && sensitive)
    }
}
