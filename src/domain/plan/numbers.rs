//! Owns which honest numbers an option has, and which of them are about people like this person.
//! May use: facts, logic, knowledge. Must not: word or rank anything.

use super::facts::Facts;
use super::logic::truth_of_facts;
use crate::domain::collections::InOrder;
use crate::knowledge::{HONEST_NUMBERS, HonestNumber, Therapy};

/// The numbers of one option. Both lists are empty when nobody has counted: say so plainly.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbers {
    /// About people like this person; those about one kind of pain first, then in file order.
    pub fitting: Vec<&'static HonestNumber>,
    /// About other people, or it is not known whether they are like this person.
    pub others: Vec<&'static HonestNumber>,
}

/// The numbers of an option for a person, from the facts of a plan (with all that derives from them).
pub fn numbers_of(therapy: &Therapy, facts: &Facts) -> Numbers {
    let of_therapy = HONEST_NUMBERS
        .iter()
        .filter(|number| number.therapy.word == therapy.word);
    let (mut fitting, others): (Vec<_>, Vec<_>) =
        of_therapy.partition(|number| truth_of_facts(number.fits, facts) == Some(true));
    fitting.put_in_order_by_key(|number| number.any_pain);
    Numbers { fitting, others }
}
