//! Owns adding up the parts of an amount for one medicine: numbers times strengths, packs that always hold the same, mixes.
//! May use: amounts, names, the tables. Must not: read a text, guess a number that was not typed.

use super::amounts::{Amount, Part, Span};
use super::names::Found;
use super::typed::{Content, Gap};
use crate::knowledge::{MixPart, Named, Substance};

/// How much of each substance is in a medicine with these amounts beside its name and in the field for it.
pub(super) fn contents(found: &Found, in_name: &Amount, given: &Amount) -> Vec<Content> {
    match found.means {
        Named::Substance(substance) | Named::Brand(substance) => {
            vec![content(substance, None, in_name, given)]
        }
        Named::Mix(mix) => match mix.parts {
            [only] => vec![only_part(only, in_name, given)],
            parts => mixed(parts, in_name, given),
        },
        Named::OnSkin | Named::Other => Vec::new(),
    }
}

/// The one part of a mix that is a painkiller. Of "500/20" beside the name it is the strength that its pack can have.
fn only_part(part: &MixPart, in_name: &Amount, given: &Amount) -> Content {
    let fits = |mg: &&f64| {
        part.mg
            .is_some_and(|(least, most)| (least..=most).contains(*mg))
    };
    let Some(mg) = in_name.by_slash.iter().find(fits).copied() else {
        return content(part.substance, part.mg, in_name, given);
    };
    let mut in_name = in_name.clone();
    in_name.by_slash.clear();
    in_name.parts.insert(
        0,
        Part {
            mg: Some(Span::one(mg)),
            ..Part::default()
        },
    );
    content(part.substance, part.mg, &in_name, given)
}

fn span((least, most): (f64, f64)) -> Span {
    Span { least, most }
}

/// How much of one substance. `pack` is what one of it holds when nothing else was typed.
fn content(
    substance: &'static Substance,
    pack: Option<(f64, f64)>,
    in_name: &Amount,
    given: &Amount,
) -> Content {
    let typed = in_name
        .parts
        .iter()
        .find_map(|part| part.mg.filter(|_| !part.again));
    let one_mg = typed.or_else(|| {
        let alone = given
            .parts
            .iter()
            .find_map(|part| part.mg.filter(|_| part.number().is_some()));
        alone.or(pack.map(span))
    });
    let per_ml = in_name.parts.iter().find_map(|part| part.mg_per_ml);
    let in_the_name = in_name
        .parts
        .iter()
        .filter_map(Part::number)
        .reduce(Span::plus);
    let given_in_all = given
        .parts
        .iter()
        .any(|part| part.mg.is_some() || part.ml.is_some());
    let reading = if given.parts.is_empty() {
        add_up(&in_name.parts, pack.map(span), per_ml, true)
    } else if given_in_all {
        // "2 x paracetamol" and "500 mg": two of them.
        let only_strength = matches!(given.parts.as_slice(), [part] if part.mg.is_some() && part.number().is_none());
        let several = in_the_name.filter(|_| only_strength && typed.is_none());
        let mut reading = add_up(&given.parts, one_mg, per_ml, false);
        if let Some(several) = several {
            reading.mg = reading.mg.times(several).or(reading.mg);
        }
        reading
    } else {
        add_up(&given.parts, one_mg, per_ml, false)
    };
    finish(substance, one_mg, reading, in_name, given)
}

/// A sum of parts: none of it known, or its ends.
struct Reading {
    mg: Span,
    gap: Option<Gap>,
    /// How many, when the strength is missing.
    count: Option<Span>,
}

fn finish(
    substance: &'static Substance,
    one_mg: Option<Span>,
    reading: Reading,
    in_name: &Amount,
    given: &Amount,
) -> Content {
    let mut mg = reading.mg;
    if reading.gap == Some(Gap::Strength) {
        // What it may have been at most: the strongest on the market.
        let (_, strongest) = substance.one_mg.unwrap_or_default();
        mg.most += strongest * reading.count.map_or(1.0, |count| count.most);
    }
    let slash = in_name.by_slash.iter().chain(&given.by_slash);
    let gap = match Gap::of([in_name, given], slash.map(f64::to_string)) {
        // Missing weighs more than "at least".
        Some(Gap::AtLeast(_)) | None if reading.gap.is_some() => reading.gap,
        gap => gap,
    };
    Content {
        substance,
        mg,
        one_mg,
        gap,
    }
}

/// Adds up parts. `strength` is that of a part that has only a number; `in_name`: a weight says how strong, not how much.
fn add_up(parts: &[Part], strength: Option<Span>, per_ml: Option<Span>, in_name: bool) -> Reading {
    let main: Vec<&Part> = parts.iter().filter(|part| !is_restated(part)).collect();
    let mut reading = add_up_main(&main, strength, per_ml, in_name);
    let again = parts.iter().filter(|part| is_restated(part));
    let again: Option<Span> = again
        .filter_map(|part| Some(part.mg?.times(part.number().unwrap_or(Span::one(1.0)))))
        .reduce(Span::plus);
    let Some(again) = again else {
        return reading;
    };
    if reading.gap == Some(Gap::Strength) {
        // "2 tablets (1 g)": one gram in all, or each.
        let each = reading.count.map_or(again, |count| again.times(count));
        reading.mg = again.or(each);
        reading.gap = None;
    } else if !reading.mg.is_about(again) {
        reading.mg = reading.mg.or(again);
    }
    reading
}

/// A weight in brackets says again what was said; a number there is a number.
fn is_restated(part: &Part) -> bool {
    part.again && part.mg.is_some()
}

fn add_up_main(
    parts: &[&Part],
    strength: Option<Span>,
    per_ml: Option<Span>,
    in_name: bool,
) -> Reading {
    let one = Span::one(1.0);
    let mut sum = Reading {
        mg: Span::one(0.0),
        gap: None,
        count: None,
    };
    let weights: Vec<&&Part> = parts.iter().filter(|part| part.mg.is_some()).collect();
    let only_number =
        |part: &&&Part| part.mg.is_none() && part.ml.is_none() && part.number().is_some();
    let numbers: Vec<&&Part> = parts.iter().filter(only_number).collect();
    let in_all = numbers
        .iter()
        .filter_map(|part| part.number())
        .reduce(Span::plus);
    match (weights.as_slice(), in_all) {
        ([], None) => {}
        ([], Some(count)) => match strength {
            Some(strength) => sum.mg = strength.times(count),
            None => {
                sum.gap = Some(Gap::Strength);
                sum.count = Some(count);
            }
        },
        ([weight], Some(count)) => {
            let mg = weight.mg.unwrap_or(one);
            let own = weight.number();
            // "500 mg + 2": two of them, or two more.
            let plus = numbers.len() == 1 && numbers.iter().all(|part| part.plus);
            sum.mg = match own {
                Some(own) => mg.times(own.plus(count)),
                None if plus => mg.times(count).or(mg.times(count.plus(one))),
                None => mg.times(count),
            };
        }
        (weights, _) => {
            let mut last = one;
            for part in parts {
                let mg = part.mg.unwrap_or(last);
                last = mg;
                if part.mg.is_some() || part.number().is_some() {
                    sum.mg = sum.mg.plus(mg.times(part.number().unwrap_or(one)));
                }
            }
            let counted = weights.iter().any(|part| part.number().is_some());
            if in_name && !counted {
                sum.gap = Some(Gap::Number);
            }
        }
    }
    for part in parts {
        if let Some(mg) = part.instead_mg {
            sum.mg = sum.mg.or(Span::one(mg));
        }
        if let Some((count, strength)) = part.instead_count.zip(strength) {
            sum.mg = sum.mg.or(strength.times(Span::one(count)));
        }
    }
    let ml = parts.iter().filter_map(|part| {
        let ml = part.ml?;
        Some(part.count.map_or(ml, |count| count.times(ml)))
    });
    if let Some(ml) = ml.reduce(Span::plus) {
        let own = parts.iter().find_map(|part| part.mg_per_ml);
        match own.or(per_ml) {
            Some(per_ml) => sum.mg = sum.mg.plus(per_ml.times(ml)),
            None => sum.gap = Some(Gap::Strength),
        }
    } else if weights.is_empty() && in_all.is_none() {
        match strength.filter(|_| in_name) {
            // A pack that always holds the same, taken at least once.
            Some(strength) => {
                sum.mg = strength;
                sum.gap = Some(Gap::Number);
            }
            None => sum.gap = Some(Gap::Strength),
        }
    }
    sum
}

/// How much of each substance of a mix.
fn mixed(parts: &'static [MixPart], in_name: &Amount, given: &Amount) -> Vec<Content> {
    let weights = |amount: &Amount| {
        amount
            .parts
            .iter()
            .filter_map(|part| part.mg)
            .map(|mg| mg.most)
            .collect::<Vec<_>>()
    };
    let typed = [&in_name.by_slash, &given.by_slash, &weights(in_name)]
        .into_iter()
        .find(|typed| !typed.is_empty())
        .cloned()
        .unwrap_or_default();
    let strengths = strengths(parts, &typed);
    let numbers = |amount: &Amount| {
        amount
            .parts
            .iter()
            .filter_map(Part::number)
            .reduce(Span::plus)
    };
    let count = numbers(given).or_else(|| numbers(in_name));
    let open = Gap::of([in_name, given], std::iter::empty());
    let weighed = given
        .parts
        .iter()
        .any(|part| part.mg.is_some() || part.ml.is_some());
    parts
        .iter()
        .zip(strengths)
        .map(|(part, one_mg)| {
            let mg = one_mg.map(|mg| mg.times(count.unwrap_or(Span::one(1.0))));
            let gap = match &open {
                Some(Gap::Words(_) | Gap::NoEnd(_)) => open.clone(),
                _ if mg.is_none() || weighed => Some(Gap::Strength),
                _ if count.is_none() => Some(Gap::Number),
                open => open.clone(),
            };
            Content {
                substance: part.substance,
                mg: mg.unwrap_or(Span::one(0.0)),
                one_mg,
                gap,
            }
        })
        .collect()
}

/// The strength of each part in one tablet: what was typed, in the order of the pack or turned round, else what it always is.
fn strengths(parts: &[MixPart], typed: &[f64]) -> Vec<Option<Span>> {
    let fits = |part: &MixPart, mg: f64| {
        part.mg
            .is_none_or(|(least, most)| (least..=most).contains(&mg))
    };
    let in_order: Vec<f64> = typed.to_vec();
    let turned: Vec<f64> = typed.iter().rev().copied().collect();
    for order in [in_order, turned] {
        if order.len() == parts.len() && parts.iter().zip(&order).all(|(part, mg)| fits(part, *mg))
        {
            return order.into_iter().map(|mg| Some(Span::one(mg))).collect();
        }
    }
    let open = parts.iter().filter(|part| part.mg.is_none()).count();
    parts
        .iter()
        .map(|part| match (part.mg, typed) {
            (None, [only]) if open == 1 => Some(Span::one(*only)),
            (mg, _) => mg.map(span),
        })
        .collect()
}
