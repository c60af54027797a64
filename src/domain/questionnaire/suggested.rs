//! Owns what typed names may count as: illnesses of the diagnoses, kinds of medicine of the list. Each is asked, and counts
//! only once the person has said yes.
//! May use: records, facts, the reading of illnesses and medicines. Must not: set anything.

use super::model::{Answer, Diagnosis, Medicine, Told};
use crate::domain::illnesses::recognised;
use crate::domain::medicines::not_taken;
use crate::domain::medicines::pairs::words_of;
use crate::domain::plan::facts::{FactId, Facts, fact};
use crate::domain::treatments::amounts;
use crate::knowledge::{Word, word};

/// Something that a typed name may count as.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggested {
    /// A set: the illnesses or the kinds of medicine.
    pub fact: FactId,
    pub word: Word,
    /// What the person said about it.
    pub said: Option<bool>,
}

/// What a record of an answer is asked to count as, in the order of its name. What the person ticked or confirmed
/// elsewhere needs no question.
pub fn suggested(answer: &Answer, record: usize, facts: &Facts) -> Vec<Suggested> {
    let all = match answer {
        Answer::Diagnoses(list) => list.get(record).map(of_diagnosis),
        Answer::Medicines(list) => list
            .get(record)
            .map(|medicine| of_medicine(medicine, facts)),
        _ => None,
    };
    let mut all = all.unwrap_or_default();
    all.retain(|each| each.said.is_some() || !facts.holds(each.fact, each.word));
    all
}

/// What the names of an answer count as by the word of the person, and of which set.
pub(super) fn confirmed(answer: &Answer) -> (FactId, Vec<Word>) {
    let nothing = Facts::default();
    let (id, all): (FactId, Vec<Suggested>) = match answer {
        Answer::Medicines(list) => (
            fact::CURRENT_MEDS,
            list.iter()
                .flat_map(|medicine| of_medicine(medicine, &nothing))
                .collect(),
        ),
        Answer::Diagnoses(list) => (
            fact::CONDITIONS,
            list.iter().flat_map(of_diagnosis).collect(),
        ),
        _ => (fact::CONDITIONS, Vec::new()),
    };
    let yes = all.into_iter().filter(|each| each.said == Some(true));
    (id, yes.map(|each| each.word).collect())
}

/// Nothing of what was looked for and is not there, or is not sure.
fn of_diagnosis(diagnosis: &Diagnosis) -> Vec<Suggested> {
    if matches!(diagnosis.told, Some(Told::RuledOut | Told::Perhaps)) {
        return Vec::new();
    }
    recognised(&diagnosis.name)
        .into_iter()
        .map(|word| Suggested {
            fact: fact::CONDITIONS,
            word,
            said: diagnosis.counts.get(word.text()).copied(),
        })
        .collect()
}

fn of_medicine(medicine: &Medicine, facts: &Facts) -> Vec<Suggested> {
    let ticked: Vec<&str> = facts
        .known_words(fact::CURRENT_MEDS)
        .map(|word| word.text())
        .collect();
    let mut all: Vec<Suggested> = Vec::new();
    if not_taken::told(&medicine.name, &medicine.a_day) == not_taken::Told::NotTaken {
        return all;
    }
    for typed in amounts::read(medicine) {
        if typed.is_nothing || typed.on_skin {
            continue;
        }
        let words = typed
            .contents
            .iter()
            .flat_map(|content| words_of(content, &ticked));
        for word in words.filter_map(word) {
            if all.iter().all(|known| known.word != word) {
                all.push(Suggested {
                    fact: fact::CURRENT_MEDS,
                    word,
                    said: medicine.counts.get(word.text()).copied(),
                });
            }
        }
    }
    all
}
