//! English: the words about what medicines add up to and must not be taken with.

use super::medicine_words::MedicineWords;
use crate::domain::medicines::pairs::Twice;
use crate::domain::medicines::sums::{DayStanding, Sum};
use crate::domain::medicines::typed::Gap;
use crate::knowledge::Urgency;

/// English.
pub static MEDICINE_WORDS_EN: MedicineWords = MedicineWords {
    day_title: |group| match group.worst {
        DayStanding::OverMost => {
            format!("More than the daily limit of {}", names(&group.sums))
        }
        DayStanding::MayBeOver => {
            format!(
                "This may be more than the daily limit of {}",
                names(&group.sums)
            )
        }
        _ if group.is_rest => "Not over the daily limit".to_owned(),
        _ => "This day adds up to".to_owned(),
    },
    sum_line,
    unknown_title: "Not counted",
    unknown: |typed| {
        let typed: Vec<String> = typed.iter().map(|typed| format!("“{typed}”")).collect();
        let (these, are) = match typed.len() {
            1 => ("This name is", "it is"),
            _ => ("These names are", "they are"),
        };
        format!(
            "{these} not known here, so {are} in no sum: {}. Many mixed painkillers contain paracetamol or ibuprofen: look at the packet.",
            typed.join(", ")
        )
    },
    list_line,
    over: "Take no more of it today, and ask a pharmacist or doctor.",
    over_paracetamol: "Too much paracetamol can harm the liver even if you feel well. Call a poisons line or go to an emergency department now, and take the packets with you.",
    may_be_over: "Look at the packets and count again. Take no more of it today until you are sure. If it was more, ask a pharmacist or doctor now; with paracetamol call a poisons line, even if you feel well.",
    twice,
    clash_title: "These do not go well together",
    clash_ask: |urgency| match urgency {
        Urgency::Today => {
            "Call a pharmacist or your prescriber today and read these names out. Do not stop a regular medicine on your own."
        }
        Urgency::Days => {
            "Call a pharmacist or your prescriber in the next few days and read these names out. Do not stop a regular medicine on your own."
        }
        Urgency::Week => {
            "Ask a pharmacist or your prescriber this week whether this is right for you. Do not stop a regular medicine on your own."
        }
    },
    clash_from_diary: "This counts what you noted in the diary: this day, the day before, and what you take every day.",
};

/// "5,000 mg", "37.5 mg".
fn milligrams(mg: f64) -> String {
    let rounded = (mg * 10.0).round() / 10.0;
    let whole = (rounded.trunc() as u64).to_string();
    let mut grouped = String::new();
    for (place, figure) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    match (
        (rounded.fract() * 10.0).round() as u64,
        mg > 0.0 && rounded == 0.0,
    ) {
        (_, true) => "less than 0.1 mg".to_owned(),
        (0, false) => format!("{grouped} mg"),
        (tenth, false) => format!("{grouped}.{tenth} mg"),
    }
}

fn names(sums: &[Sum]) -> String {
    let names = sums
        .iter()
        .filter_map(|sum| sum.substance.names.first().copied());
    names.collect::<Vec<_>>().join(" and ")
}

fn name(sum: &Sum) -> String {
    let name = sum.substance.names.first().copied().unwrap_or_default();
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The sum: as a sum only when every part of it was understood.
fn amount(sum: &Sum) -> String {
    let least = milligrams(sum.mg.least);
    if sum.is_exact() {
        return least;
    }
    match (sum.gaps.is_empty(), sum.mg.least > 0.0) {
        (true, false) => format!("up to {}", milligrams(sum.mg.most)),
        (true, true) => format!(
            "{} to {}",
            least.trim_end_matches(" mg"),
            milligrams(sum.mg.most)
        ),
        (false, true) => format!("at least {least}"),
        (false, false) => "not added up".to_owned(),
    }
}

/// What is not in the sum, as it was typed.
fn gaps(sum: &Sum) -> String {
    let of = |is: fn(&Gap) -> bool| -> Vec<String> {
        let these = sum.gaps.iter().filter(|(_, gap)| is(gap));
        these
            .map(|(typed, gap)| match gap {
                Gap::Words(words) | Gap::NoEnd(words) | Gap::AtLeast(words) => {
                    format!("“{words}” in “{typed}”")
                }
                Gap::Number | Gap::Strength => format!("“{typed}”"),
            })
            .collect()
    };
    let line = |start: &str, these: Vec<String>, end: &str| match these.is_empty() {
        true => String::new(),
        false => format!(" {start}{}{end}.", these.join(", ")),
    };
    [
        line(
            "Not counted: ",
            of(|gap| matches!(gap, Gap::Words(_) | Gap::NoEnd(_))),
            "",
        ),
        line(
            "Counted from the lowest number: ",
            of(|gap| matches!(gap, Gap::AtLeast(_))),
            "",
        ),
        line(
            "Not counted, because the strength is missing: ",
            of(|gap| *gap == Gap::Strength),
            "",
        ),
        line(
            "Counted once, because you did not say how many: ",
            of(|gap| *gap == Gap::Number),
            "",
        ),
    ]
    .concat()
}

/// By how much it may be over: only a number that the person's own words give.
fn may_be(sum: &Sum) -> String {
    if sum.has_no_end() {
        "We cannot tell how much it was at most.".to_owned()
    } else if sum.is_at_least() {
        "It may be more.".to_owned()
    } else {
        format!("It may be up to {}.", milligrams(sum.mg.most))
    }
}

fn sum_line(sum: &Sum) -> String {
    let most = sum.substance.day_max_mg.map(milligrams).unwrap_or_default();
    let limit = match sum.standing {
        DayStanding::Within => String::new(),
        DayStanding::OverPack => sum
            .substance
            .pack_max_mg
            .map(|most| {
                format!(
                    " A pack from the shop allows {} a day without a doctor.",
                    milligrams(most)
                )
            })
            .unwrap_or_default(),
        DayStanding::AtMost => " That is the most for one day.".to_owned(),
        DayStanding::MayBeOver => {
            format!(" {} The most for one day is {most}.", may_be(sum))
        }
        DayStanding::OverMost => format!(" The most for one day is {most}."),
    };
    format!("{}: {}.{limit}{}", name(sum), amount(sum), gaps(sum))
}

fn list_line(sum: &Sum) -> String {
    let most = sum
        .substance
        .day_max_mg
        .map(|most| format!(" (label: at most {})", milligrams(most)))
        .unwrap_or_default();
    let up_to = match sum.standing {
        DayStanding::MayBeOver => format!(" {}", may_be(sum)),
        _ => String::new(),
    };
    format!("{}: {}{most}.{up_to}{}", name(sum), amount(sum), gaps(sum))
}

fn twice(twice: &Twice) -> String {
    let name = twice.substance.names.first().copied().unwrap_or_default();
    let (last, before) = match twice.names.split_last() {
        Some((last, before)) => (last.as_str(), before.join(", ")),
        None => return String::new(),
    };
    let contain = if twice.names.len() == 2 {
        "both contain"
    } else {
        "all contain"
    };
    let names = format!("{before} and {last}");
    let mut letters = names.chars();
    let names: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default();
    format!("{names} {contain} {name}. Count them together.")
}
