//! Owns the saved form of what the person makes of the plan: reasons, agreements, flare plan, what was asked.
//! May use: domain, serde, document. Must not: keys, a back end.

use serde::{Deserialize, Serialize};

use super::{Document, is_default, saved_as_word};
use crate::domain::arrangements::{
    Agreement, Arrangements, DiaryNumber, FlarePlan, Outcome, Reason, Reasons,
};
use crate::domain::date::NaiveDate;
use crate::domain::ids::{AgreementId, TherapyId, TopicId};
use crate::storage::document::{Fields, Reading, Refusal, Saved};
use crate::storage::keys::Part;

const REASONS: &str = "reasons";
const AGREEMENTS: &str = "agreements";
const FLARE_PLAN: &str = "flare_plan";
const SIGNS: &str = "signs";
const HELPS: &str = "helps";
const MEDICINES: &str = "medicines";
const CALL: &str = "call";
const ASKED: &str = "asked";

/// The arrangements, opened.
#[derive(Debug, Default)]
pub(in crate::storage) struct SavedArrangements {
    fields: Fields,
    reasons: Fields,
    agreements: Fields,
    flare_plan: Fields,
    asked: Fields,
}

impl Document for SavedArrangements {
    fn parse(part: Part, text: &str) -> Result<Self, Refusal> {
        let mut fields = Fields::open(part, text)?;
        Ok(Self {
            reasons: fields.take_object(REASONS)?,
            agreements: fields.take_object(AGREEMENTS)?,
            flare_plan: fields.take_object(FLARE_PLAN)?,
            asked: fields.take_object(ASKED)?,
            fields,
        })
    }

    fn text(&self) -> Option<String> {
        let mut inner = vec![
            (REASONS, self.reasons.text()),
            (AGREEMENTS, self.agreements.text()),
            (FLARE_PLAN, self.flare_plan.text()),
        ];
        // The first releases did not have it, so a document without it stays as they wrote it.
        if !self.asked.is_empty() {
            inner.push((ASKED, self.asked.text()));
        }
        Some(self.fields.document_text(&inner))
    }

    fn n_unreadable(&self, _: Part) -> usize {
        self.arrangements().n_unreadable
    }
}

impl SavedArrangements {
    pub fn arrangements(&self) -> Reading<Arrangements> {
        let mut n_unreadable = 0;
        let mut words = |name: &str| {
            self.flare_plan
                .read::<String>(name, &mut n_unreadable)
                .unwrap_or_default()
        };
        let flare_plan = FlarePlan {
            signs: words(SIGNS),
            helps: words(HELPS),
            medicines: words(MEDICINES),
            call: words(CALL),
        };
        let value = Arrangements {
            reasons: self.reasons.read_all(&mut n_unreadable),
            agreements: self.agreements.read_all(&mut n_unreadable),
            flare_plan,
            asked: self.asked.read_all(&mut n_unreadable),
        };
        Reading {
            value,
            n_unreadable,
        }
    }

    /// Makes those changes that lead from one to the other. True when that replaces something unreadable.
    #[must_use]
    pub fn change(&mut self, from: &Arrangements, to: &Arrangements) -> bool {
        let (old, new) = (&from.flare_plan, &to.flare_plan);
        let flare_plan = [
            (SIGNS, &old.signs, &new.signs),
            (HELPS, &old.helps, &new.helps),
            (MEDICINES, &old.medicines, &new.medicines),
            (CALL, &old.call, &new.call),
        ];
        let mut replaces = false;
        for (name, old, new) in flare_plan {
            replaces |= self.flare_plan.update(name, filled(old), filled(new));
        }
        replaces
            | self
                .reasons
                .update_all(TherapyId::as_str, &from.reasons, &to.reasons)
            | self
                .agreements
                .update_all(AgreementId::as_str, &from.agreements, &to.agreements)
            | self
                .asked
                .update_all(TopicId::as_str, &from.asked, &to.asked)
    }
}

fn filled(text: &String) -> Option<&String> {
    (!text.is_empty()).then_some(text)
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredReasons {
    #[serde(default, skip_serializing_if = "is_default")]
    ticked: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    words: String,
}

#[derive(Serialize, Deserialize)]
pub(in crate::storage) struct StoredAgreement {
    agreed: String,
    #[serde(default, skip_serializing_if = "is_default")]
    step: String,
    #[serde(default, skip_serializing_if = "is_default")]
    therapy: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    who: String,
    #[serde(default, skip_serializing_if = "is_default")]
    by: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    stop: String,
    #[serde(default, skip_serializing_if = "is_default")]
    review: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    done: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    reviewed: Option<String>,
    // The first releases had none of these.
    #[serde(default, skip_serializing_if = "is_default")]
    number: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    outcome: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    result_words: String,
    #[serde(default, skip_serializing_if = "is_default")]
    told: Option<String>,
}

saved_as_word!(Reason {
    Needles = "needles",
    Cost = "cost",
    Travel = "travel",
    Time = "time",
    Fear = "fear",
    SideEffects = "side_effects",
    TriedBefore = "tried_before",
    HelpedBefore = "helped_before",
});

saved_as_word!(DiaryNumber {
    UsualPain = "usual_pain",
    WorstPain = "worst_pain",
    Interference = "interference",
    Sleep = "sleep",
    Mood = "mood",
    Activity = "activity",
    HeadacheDays = "headache_days",
    MedicineDays = "medicine_days",
    DaysThatMattered = "days_that_mattered",
});

saved_as_word!(Outcome {
    HelpedClearly = "helped_clearly",
    HelpedALittle = "helped_a_little",
    NoDifference = "no_difference",
    Worse = "worse",
    SideEffects = "side_effects",
    NotDone = "not_done",
});

impl Saved for Reasons {
    type Stored = StoredReasons;

    fn to_stored(&self) -> StoredReasons {
        StoredReasons {
            ticked: self.ticked.iter().map(Saved::to_stored).collect(),
            words: self.words.clone(),
        }
    }

    fn from_stored(stored: StoredReasons) -> Option<Self> {
        Some(Reasons {
            ticked: stored
                .ticked
                .into_iter()
                .map(Reason::from_stored)
                .collect::<Option<_>>()?,
            words: stored.words,
        })
    }
}

impl Saved for Agreement {
    type Stored = StoredAgreement;

    fn to_stored(&self) -> StoredAgreement {
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_stored());
        StoredAgreement {
            agreed: self.agreed.to_stored(),
            step: self.step.clone(),
            therapy: self.therapy.as_ref().map(|id| id.0.clone()),
            who: self.who.clone(),
            by: day(self.by),
            stop: self.stop.clone(),
            review: day(self.review),
            done: day(self.done),
            reviewed: day(self.reviewed),
            number: self.number.map(|number| number.to_stored()),
            outcome: self.outcome.map(|outcome| outcome.to_stored()),
            result_words: self.result_words.clone(),
            told: self.told.map(|told| told.to_stored()),
        }
    }

    fn from_stored(stored: StoredAgreement) -> Option<Self> {
        /// A date that is there has to be one.
        fn day(stored: Option<String>) -> Option<Option<NaiveDate>> {
            word(stored)
        }
        /// So does a word.
        fn word<Known: Saved<Stored = String>>(stored: Option<String>) -> Option<Option<Known>> {
            stored.map_or(Some(None), |text| Known::from_stored(text).map(Some))
        }
        Some(Agreement {
            agreed: NaiveDate::from_stored(stored.agreed)?,
            step: stored.step,
            therapy: stored.therapy.map(TherapyId),
            who: stored.who,
            by: day(stored.by)?,
            stop: stored.stop,
            review: day(stored.review)?,
            done: day(stored.done)?,
            reviewed: day(stored.reviewed)?,
            number: word(stored.number)?,
            outcome: word(stored.outcome)?,
            result_words: stored.result_words,
            told: word(stored.told)?,
        })
    }
}
