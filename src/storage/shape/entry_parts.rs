//! Owns the saved forms of the larger parts of a diary entry: attack, headache, medicine taken.
//! May use: domain, serde, document. Must not: keys, a back end.

use serde::{Deserialize, Serialize};

use super::entry::word;
use super::{is_default, saved_as_word};
use crate::domain::date::{Days, NaiveDate, days_between};
use crate::domain::diary::attack::{Attack, AttackKind, Moment};
use crate::domain::diary::headache::{Headache, HeadacheSign, LostDay, Severity};
use crate::domain::diary::taken::{Relief, Taken};
use crate::storage::document::Saved;

/// Name, amount, and the rest when there is any.
#[derive(Serialize, Deserialize, Default, PartialEq)]
pub(super) struct StoredTaken(
    String,
    String,
    #[serde(default, skip_serializing_if = "is_default")] TakenMore,
);

#[derive(Serialize, Deserialize, Default, PartialEq)]
struct TakenMore {
    #[serde(rename = "t", default, skip_serializing_if = "is_default")]
    minute: Option<u16>,
    #[serde(rename = "r", default, skip_serializing_if = "is_default")]
    regular: bool,
    #[serde(rename = "h", default, skip_serializing_if = "is_default")]
    relief: Option<String>,
}

#[derive(Serialize, Deserialize, Default, PartialEq)]
pub(super) struct StoredHeadache {
    #[serde(rename = "y", default, skip_serializing_if = "is_default")]
    had: Option<bool>,
    #[serde(rename = "s", default, skip_serializing_if = "is_default")]
    severity: Option<String>,
    #[serde(rename = "g", default, skip_serializing_if = "is_default")]
    signs: Vec<String>,
    #[serde(rename = "l", default, skip_serializing_if = "is_default")]
    lost: Option<String>,
}

#[derive(Serialize, Deserialize, PartialEq)]
pub(super) struct StoredAttack {
    #[serde(rename = "k")]
    kind: String,
    #[serde(rename = "s")]
    start: StoredMoment,
    #[serde(rename = "g", default, skip_serializing_if = "is_default")]
    still_going: Option<StoredMoment>,
    #[serde(rename = "e", default, skip_serializing_if = "is_default")]
    end: Option<StoredMoment>,
}

/// Days after the day of the entry, minutes since midnight, minutes ahead of world time.
type StoredMoment = (i64, u16, i16);

impl StoredTaken {
    pub fn of(taken: &Taken) -> Self {
        let more = TakenMore {
            minute: taken.minute,
            regular: taken.regular,
            relief: taken.relief.map(|relief| relief.to_stored()),
        };
        Self(taken.name.clone(), taken.amount.clone(), more)
    }

    pub fn into_domain(self) -> Option<Taken> {
        let Self(name, amount, more) = self;
        Some(Taken {
            name,
            amount,
            minute: more.minute,
            regular: more.regular,
            relief: word(more.relief)?,
        })
    }
}

impl StoredHeadache {
    pub fn of(headache: &Headache) -> Self {
        Self {
            had: headache.had,
            severity: headache.severity.map(|severity| severity.to_stored()),
            signs: headache.signs.iter().map(Saved::to_stored).collect(),
            lost: headache.lost.map(|lost| lost.to_stored()),
        }
    }

    pub fn into_domain(self) -> Option<Headache> {
        let signs = self.signs.into_iter().map(HeadacheSign::from_stored);
        Some(Headache {
            had: self.had,
            severity: word(self.severity)?,
            signs: signs.collect::<Option<_>>()?,
            lost: word(self.lost)?,
        })
    }
}

impl StoredAttack {
    pub fn of(attack: &Attack, day: NaiveDate) -> Self {
        let moment = |moment: Moment| -> StoredMoment {
            (
                days_between(day, moment.date),
                moment.minute,
                moment.ahead_min,
            )
        };
        Self {
            kind: attack.kind.to_stored(),
            start: moment(attack.start),
            still_going: attack.still_going.map(moment),
            end: attack.end.map(moment),
        }
    }

    pub fn into_domain(self, day: NaiveDate) -> Option<Attack> {
        let moment = |(days, minute, ahead_min): StoredMoment| {
            let date = day_after(day, days)?;
            Some(Moment {
                date,
                minute,
                ahead_min,
            })
        };
        let optional = |stored: Option<StoredMoment>| match stored {
            None => Some(None),
            Some(stored) => moment(stored).map(Some),
        };
        Some(Attack {
            kind: AttackKind::from_stored(self.kind)?,
            start: moment(self.start)?,
            still_going: optional(self.still_going)?,
            end: optional(self.end)?,
        })
    }
}

/// The day so many days after another, or before it.
pub(super) fn day_after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        day.checked_sub_days(distance)
    } else {
        day.checked_add_days(distance)
    }
}

saved_as_word!(Relief { Gone = "gone", Better = "better", Same = "same" });
saved_as_word!(Severity { Mild = "mild", Medium = "medium", Strong = "strong" });
saved_as_word!(LostDay { None = "none", Part = "part", All = "all" });
saved_as_word!(AttackKind { Headache = "head", OtherPain = "pain" });
saved_as_word!(HeadacheSign {
    OneSide = "side",
    Throbbing = "throb",
    WorseWhenWalking = "walk",
    Sick = "sick",
    LightAndSound = "light",
    Aura = "aura",
    TearsOrNose = "tears",
});
