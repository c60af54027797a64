//! Owns the preparation of facts (section 2) and the derived facts (section 5).
//! May use: facts, logic, knowledge. Must not: change what was given, beyond steps P2 to P4.

use super::facts::{Facts, Value, fact};
use super::logic::Case;
use crate::knowledge::{DERIVED_ORDER, FactOrigin, Word, words};

/// Age from which pregnancy counts as not possible when nothing was said (step P4).
const AGE_WITHOUT_PREGNANCY: f64 = 56.0;
/// Sum of the three impact answers from which pain counts as bothersome (sentence 5.2; source vonkorff2020).
const BOTHERSOME_SUM: f64 = 12.0;

/// The words of `current_meds` that mean an opioid. Each of the others comes with the first (step P2).
pub const OPIOIDS: [Word; 5] = [
    words::OPIOID,
    words::TRAMADOL,
    words::METHADONE,
    words::BUPRENORPHINE,
    words::FENTANYL_PATCH,
];

impl Facts {
    /// Whether the medicines in use hold an opioid under any of its words; none when nobody said.
    pub fn uses_opioid(&self) -> Option<bool> {
        let each = OPIOIDS.map(|word| self.is_in(fact::CURRENT_MEDS, word));
        match each.contains(&Some(true)) {
            true => Some(true),
            false => each.iter().all(Option::is_some).then_some(false),
        }
    }

    /// The facts after the preparation, with every derived fact but those that wait for the warning signs.
    pub fn with_derived(&self) -> Facts {
        let mut facts = self.prepared();
        for id in DERIVED_ORDER {
            let value = match id.fact().origin {
                FactOrigin::Derived(is) => Case {
                    facts: &facts,
                    question: &|_| None,
                }
                .value(is),
                FactOrigin::Special if id == fact::IMPACT_GRADE => {
                    impact_grade(&facts).map(Value::Number)
                }
                FactOrigin::Special | FactOrigin::Given => None,
            };
            match value {
                Some(value) => facts.put(id, value),
                None => facts.clear(id),
            }
        }
        facts
    }

    /// Sentence 5.3: what the warning signs say about head and spine, once they are known.
    pub fn with_red_flags(mut self, head: bool, spine: bool) -> Facts {
        self.put(fact::RED_FLAG_HEAD, Value::YesNo(head));
        self.put(fact::RED_FLAG_SPINE, Value::YesNo(spine));
        self
    }

    /// Steps P2 to P4. Step P1 needs nothing: what is null is absent.
    fn prepared(&self) -> Facts {
        let mut facts = self.clone();
        if facts.uses_opioid() == Some(true)
            && let Some(medicines) = facts.with_words(fact::CURRENT_MEDS, [words::OPIOID])
        {
            facts.put(fact::CURRENT_MEDS, medicines);
        }
        if let Some(site) = facts.word(fact::PRIMARY_SITE) {
            let mut sites = facts.words(fact::PAIN_SITES).cloned().unwrap_or_default();
            sites.insert(site);
            facts.put(fact::PAIN_SITES, Value::Words(sites));
        }
        let male = facts.word(fact::SEX_AT_BIRTH) == Some(words::MALE);
        let past_age = facts
            .number(fact::AGE)
            .is_some_and(|age| age >= AGE_WITHOUT_PREGNANCY);
        if !facts.is_known(fact::PREGNANCY_STATUS) && (male || past_age) {
            facts.put(fact::PREGNANCY_STATUS, Value::Word(words::NOT_POSSIBLE));
        }
        facts
    }
}

/// Sentence 5.2.
fn impact_grade(facts: &Facts) -> Option<f64> {
    let days = facts.word(fact::PAIN_DAYS3M)?;
    if days == words::NEVER || days == words::SOME {
        return Some(0.0);
    }
    let limits = facts.word(fact::LIMITS_LIFE3M);
    if limits == Some(words::MOST) || limits == Some(words::EVERY) {
        return Some(3.0);
    }
    let strength = facts.number(fact::NRS_AVG7)?;
    let enjoyment = facts.number(fact::IMPACT_ENJOY)?;
    let activity = facts.number(fact::IMPACT_ACTIVITY)?;
    if strength + enjoyment + activity >= BOTHERSOME_SUM {
        return Some(2.0);
    }
    limits.map(|_| 1.0)
}
