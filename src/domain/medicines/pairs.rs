//! Owns which of a person's medicines can harm together, or with what the person has, each by its name.
//! May use: names, the reading of medicines, facts, `pairs.toml`. Must not: wording of its own, advice to stop.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::typed::{Content, Typed};
use crate::domain::collections::{Gather, InOrder};
use crate::domain::plan::facts::{Facts, fact};
use crate::domain::plan::logic::truth_of_facts;
use crate::domain::plan::model::{Line, Plan};
use crate::knowledge::{
    MEDICINE_CLASSES, Named, PAIRS, Pair, SUBSTANCES, Substance, SubstanceKind, Urgency,
};

/// A substance that is in use, under the name that the person knows.
#[derive(Debug, Clone, PartialEq)]
pub struct InUse {
    /// As it stands in the middle of a sentence: "ibuprofen", "Nurofen (ibuprofen)", "your blood thinner".
    pub name: String,
    /// None while only the kind was ticked.
    pub substance: Option<&'static Substance>,
    /// The words of `current_meds` that it counts as.
    words: Vec<&'static str>,
    /// The medicine it is in: two substances of one pack are meant to be together.
    pack: usize,
}

/// A pair that is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    pub pair: &'static Pair,
    /// The names, in the order of the sides.
    pub names: Vec<String>,
    /// One of them stands in the diary of the day and not in the story.
    pub of_the_diary: bool,
}

impl Clash {
    /// The sentence with the names in it.
    pub fn sentence(&self) -> String {
        let mut sentence = self.pair.say.to_owned();
        for (placeholder, name) in ["{one}", "{other}", "{third}"].iter().zip(self.filled()) {
            sentence = sentence.replace(placeholder, name);
        }
        capital(&sentence)
    }

    fn filled(&self) -> impl Iterator<Item = &str> {
        let sides = [self.pair.one, self.pair.other, self.pair.third];
        let mut names = self.names.iter();
        sides.into_iter().map(move |side| match side.is_empty() {
            true => "",
            false => names.next().map_or("", String::as_str),
        })
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The same substance in two medicines of different names.
#[derive(Debug, Clone, PartialEq)]
pub struct Twice {
    pub substance: &'static Substance,
    /// As typed: "Panadol", "Lemsip".
    pub names: Vec<String>,
}

/// What is known of a person's medicines.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Of the list in the story.
    pub story: &'a [Typed],
    /// Taken on the day, by the diary.
    pub diary: &'a [Typed],
    /// Kinds that were ticked, illnesses, and everything else.
    pub facts: &'a Facts,
}

/// The pairs that are there, the most urgent first.
pub fn clashes(known: Known<'_>) -> Vec<Clash> {
    let in_use = in_use(known);
    let n_story = known.story.len();
    // Those that are only in the diary: nothing of the story has the same substance.
    let is_new =
        |medicine: &InUse| medicine.pack >= n_story && medicine.pack < n_story + known.diary.len();
    let mut found: Vec<Clash> = Vec::new();
    for pair in &PAIRS {
        if pair
            .when
            .is_some_and(|when| truth_of_facts(when, known.facts) != Some(true))
        {
            continue;
        }
        for sides in filled(pair, &in_use) {
            let names: Vec<String> = sides.iter().map(|medicine| medicine.name.clone()).collect();
            let is_known = found
                .iter()
                .any(|clash| clash.pair == pair && same(&clash.names, &names));
            if !is_known {
                found.push(Clash {
                    pair,
                    of_the_diary: sides.iter().any(|medicine| is_new(medicine)),
                    names,
                });
            }
        }
    }
    // What the stronger sentence about the same two says is not said again.
    let milder = |clash: &Clash| {
        found
            .iter()
            .any(|other| same(&other.names, &clash.names) && outdoes(other.pair, clash.pair))
    };
    let mut kept: Vec<Clash> = found
        .iter()
        .filter(|clash| !milder(clash))
        .cloned()
        .collect();
    kept.put_in_order_by_key(|clash| clash.pair.urgency);
    kept
}

/// Of two rows about the same medicines the more urgent one counts; of two that are alike the first.
fn outdoes(one: &Pair, other: &Pair) -> bool {
    let place = |pair: &Pair| PAIRS.iter().position(|known| known == pair);
    !one.other.is_empty()
        && !other.other.is_empty()
        && one.third.is_empty()
        && other.third.is_empty()
        && one != other
        && (one.urgency, place(one)) < (other.urgency, place(other))
}

fn same(one: &[String], other: &[String]) -> bool {
    let set = |names: &[String]| names.iter().cloned().gather::<BTreeSet<_>>();
    set(one) == set(other)
}

/// Each way to fill the sides of a pair.
fn filled<'a>(pair: &Pair, in_use: &'a [InUse]) -> Vec<Vec<&'a InUse>> {
    let of_side = |side: &[&str]| -> Vec<&'a InUse> {
        in_use
            .iter()
            .filter(|medicine| medicine.is_of(side))
            .collect()
    };
    let mut ways: Vec<Vec<&InUse>> = of_side(pair.one).into_iter().map(|one| vec![one]).collect();
    for side in [pair.other, pair.third] {
        if side.is_empty() {
            continue;
        }
        let candidates = of_side(side);
        ways = ways
            .into_iter()
            .flat_map(|way| {
                let fits: Vec<&InUse> = candidates
                    .iter()
                    .copied()
                    .filter(|other| {
                        way.iter()
                            .all(|one| goes_with(one, other, pair.one == pair.other))
                    })
                    .collect();
                fits.into_iter()
                    .map(move |other| [way.clone(), vec![other]].concat())
            })
            .collect();
    }
    ways
}

/// Two medicines of their own: not two names of one, and not two parts of one pack.
fn goes_with(one: &InUse, other: &InUse, is_of_one_kind: bool) -> bool {
    let is_apart = one.pack != other.pack;
    match (one.substance, other.substance) {
        // Of one kind the person may have ticked what is named as well.
        (Some(one), Some(other)) => is_apart && one != other,
        _ => is_apart && !is_of_one_kind,
    }
}

impl InUse {
    fn is_of(&self, side: &[&str]) -> bool {
        side.iter().any(|word| {
            self.words.contains(word)
                || self
                    .substance
                    .is_some_and(|substance| substance.id == *word)
        })
    }
}

/// Everything that is in use: what has a name, and the ticked kinds of which nothing has one.
fn in_use(known: Known<'_>) -> Vec<InUse> {
    let ticked: Vec<&'static str> = known
        .facts
        .known_words(fact::CURRENT_MEDS)
        .map(|word| word.text())
        .collect();
    let mut in_use: Vec<InUse> = Vec::new();
    for (pack, typed) in known.story.iter().chain(known.diary).enumerate() {
        if typed.is_nothing || typed.on_skin {
            continue;
        }
        for content in &typed.contents {
            let is_known = in_use
                .iter()
                .any(|medicine| medicine.substance == Some(content.substance));
            if !is_known {
                in_use.push(InUse {
                    name: name_of(typed, content.substance),
                    substance: Some(content.substance),
                    words: words_of(content, &ticked),
                    pack,
                });
            }
        }
    }
    let n_packs = known.story.len() + known.diary.len();
    for (place, class) in MEDICINE_CLASSES.iter().enumerate() {
        let is_named = in_use
            .iter()
            .any(|medicine| medicine.words.contains(&class.word));
        if ticked.contains(&class.word) && !is_named {
            in_use.push(InUse {
                name: class.name.to_owned(),
                substance: None,
                words: std::iter::once(class.word)
                    .chain(class.also.iter().copied())
                    .collect(),
                pack: n_packs + place,
            });
        }
    }
    // A ticked "opioid" is the tramadol that was ticked as well.
    let is_covered = |medicine: &InUse| {
        let [word] = medicine.words.as_slice() else {
            return false;
        };
        medicine.substance.is_none()
            && in_use
                .iter()
                .any(|other| other != medicine && other.words.contains(word))
    };
    in_use
        .iter()
        .filter(|medicine| !is_covered(medicine))
        .cloned()
        .collect()
}

/// The words that a substance counts as: aspirin in a low dose, or of which only that was ticked, is another medicine.
pub(in crate::domain) fn words_of(content: &Content, ticked: &[&str]) -> Vec<&'static str> {
    match content.substance.low {
        Some((low_mg, word)) => {
            let is_low = content.one_mg.map(|mg| mg.most <= low_mg);
            match is_low.unwrap_or(ticked.contains(&word)) {
                true => vec![word],
                false => content.substance.words.to_vec(),
            }
        }
        None => content.substance.words.to_vec(),
    }
}

/// A name in the middle of a sentence: that of a maker as it was typed, with the substance behind it.
fn name_of(typed: &Typed, substance: &Substance) -> String {
    let Some(found) = typed.found else {
        return typed.words.clone();
    };
    let generic = substance.names.first().copied().unwrap_or_default();
    match (found.means, found.name) {
        (Named::Brand(_) | Named::Mix(_), Some(name)) => {
            format!("{} ({generic})", as_typed(typed, name))
        }
        (_, Some(name)) => name.to_owned(),
        (_, None) => typed.words.to_lowercase(),
    }
}

/// A name of a maker: as typed, when it was typed without a slip, and with a capital letter.
fn as_typed(typed: &Typed, name: &str) -> String {
    match typed.found.is_some_and(|found| found.is_guess) {
        true => capital(name),
        false => capital(&typed.words),
    }
}

/// The names under which a kind of medicine is known from a list; none when nothing of the kind has a name there.
pub fn names_of_kind(word: &str, listed: &[Typed]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for typed in listed.iter().filter(|typed| !typed.on_skin) {
        for content in &typed.contents {
            let name = name_of(typed, content.substance);
            if words_of(content, &[]).contains(&word) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Substances of painkillers that stand in two medicines of different names, so that they add up unnoticed.
pub fn twice(typed: &[Typed]) -> Vec<Twice> {
    let holds = |typed: &&Typed, substance: &Substance| {
        !typed.is_nothing
            && typed
                .contents
                .iter()
                .any(|content| content.substance == substance)
    };
    let is_painkiller = |substance: &&Substance| {
        matches!(
            substance.kind,
            SubstanceKind::Paracetamol | SubstanceKind::Nsaid | SubstanceKind::Opioid
        )
    };
    let twice = SUBSTANCES
        .iter()
        .filter(is_painkiller)
        .filter_map(|substance| {
            let mut names: Vec<String> = Vec::new();
            let mut packs = Vec::new();
            for typed in typed.iter().filter(|typed| holds(typed, substance)) {
                let pack = typed.found.and_then(|found| found.name);
                if !packs.contains(&pack) {
                    packs.push(pack);
                    let name = pack.map_or(typed.words.as_str(), |name| name);
                    names.push(match typed.found.map(|found| found.means) {
                        Some(Named::Substance(_)) => name.to_owned(),
                        _ => as_typed(typed, name),
                    });
                }
            }
            // Two names of the substance itself are the same medicine.
            let brands = typed.iter().filter(|typed| holds(typed, substance));
            let has_pack = brands
                .filter_map(|typed| typed.found)
                .any(|found| !matches!(found.means, Named::Substance(_)));
            (names.len() > 1 && has_pack).then_some(Twice { substance, names })
        });
    twice.collect()
}

/// Rules of the plan that say that something clashes, and not what.
const CLASH_RULES: [&str; 2] = ["med_clash", "nsaid_now_risk"];
/// The warning sign that says the same.
pub const CLASH_SIGN: &str = "any_medicine_clash";

/// The plan with names where its rules only say that "a medicine" clashes; nothing when nothing has to be named.
/// What the rule tells to do stays.
pub fn named(plan: &Plan, clashes: &[Clash]) -> Option<Plan> {
    let has_rule = |line: &Line| line.rules.iter().any(|rule| CLASH_RULES.contains(&rule.id));
    if clashes.is_empty() || !plan.lines.iter().any(has_rule) {
        return None;
    }
    let first_sentence = |text: String| match text.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => text,
    };
    let mut plan = plan.clone();
    for line in &mut plan.lines {
        // The reasons of the rules stand before those against, in their order.
        for (rule, reason) in line.rules.iter().zip(&mut line.reasons) {
            if !CLASH_RULES.contains(&rule.id) {
                continue;
            }
            let of_rule =
                |clash: &&Clash| rule.id == "med_clash" || clash.pair.one.contains(&"nsaid");
            let sentences = clashes
                .iter()
                .filter(of_rule)
                .map(|clash| first_sentence(clash.sentence()));
            let what_to_do = reason
                .text
                .split_once(". ")
                .map(|(_, rest)| rest.to_owned());
            let texts: Vec<String> = sentences.chain(what_to_do).collect();
            reason.text = Cow::Owned(texts.join(" "));
        }
    }
    Some(plan)
}

/// How soon to ask, of all that is there.
pub fn most_urgent(clashes: &[Clash]) -> Option<Urgency> {
    clashes.iter().map(|clash| clash.pair.urgency).min()
}
