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
    /// Something to ask about: a treatment of the catalogue, or medicines that do not go together.
    TopicId
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

id!(
    /// A person in health records: a random UUID, made once and then kept, so that what is given to a clinic later is
    /// found beside what it has already.
    PatientId
);

impl PatientId {
    /// The id of these random bytes: a UUID of version 4 (RFC 9562).
    pub fn of_random(mut bytes: [u8; 16]) -> Self {
        bytes[6] = 0x40 | bytes[6] & 0x0f;
        bytes[8] = 0x80 | bytes[8] & 0x3f;
        let mut text = String::new();
        for (place, byte) in bytes.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            text.push_str(&format!("{byte:02x}"));
        }
        Self(text)
    }

    /// The id that a text is; none when it is not the text of a UUID.
    pub fn of_text(text: String) -> Option<Self> {
        let is_right = |(place, letter): (usize, char)| match place {
            8 | 13 | 18 | 23 => letter == '-',
            _ => matches!(letter, '0'..='9' | 'a'..='f'),
        };
        (text.len() == 36 && text.chars().enumerate().all(is_right)).then_some(Self(text))
    }
}
