//! Owns the names of things that are stored: items, options, regions, entries.
//! May use: the standard library. Must not: anything else.
//!
//! Ids that come from the static tables are `&'static str`; ids that come back from storage are these owned types,
//! because a newer or an older version may have written one that this version does not know.
//! Such an id is kept as it is and counts as unknown.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it is written in the tables and in storage.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id!(
    /// An item of the questionnaire, for instance `pain.avg7`.
    ItemId
);
id!(
    /// A region of the body map, for instance `back-lower-back-left`.
    RegionId
);
id!(
    /// A diary entry; random, made once, never reused.
    EntryId
);
id!(
    /// A factor that the person chose to watch in the diary; made once, never reused.
    FactorId
);
id!(
    /// A medicine on the person's own list; made once, never reused.
    MedicineId
);
id!(
    /// A mark in the diary: a change of treatment or a visit; made once, never reused.
    MarkId
);
id!(
    /// A test that a person does with themselves; made once, never reused.
    TrialId
);
id!(
    /// A treatment of the catalogue, for instance `exercise_general`.
    TherapyId
);
id!(
    /// A question about warning signs, for instance `q_ces_bladder`.
    QuestionId
);
id!(
    /// A warning sign, for instance `back_cauda_equina`.
    FlagId
);
id!(
    /// Something that was agreed at a visit; random, made once, never reused.
    AgreementId
);
