//! English: the sentences of the hand-out. Short, for a doctor with 60 seconds; only what was said.

use crate::domain::handout::{Handout, PaperText};
use crate::domain::plan::facts::{Facts, fact};
use crate::domain::questionnaire::model::Site;
use crate::knowledge::FactId;
use crate::knowledge::units::{counted, with_unit};

/// The story in at most 90 words, from what is known; what is unknown is left out.
pub fn summary(handout: &Handout) -> String {
    let reworded = handout.reworded.get(&PaperText::Summary);
    if let Some(words) = reworded.filter(|words| !words.trim().is_empty()) {
        return words.clone();
    }
    let facts = &handout.facts;
    let mut sentences = vec![opening(facts)];
    sentences.extend(course(facts));
    sentences.extend(strength(facts));
    sentences.extend(nerves(facts));
    sentences.extend(headache(facts));
    sentences.extend(mind(facts));
    sentences.join(" ")
}

fn whole(facts: &Facts, id: FactId) -> Option<i64> {
    facts.number(id).map(|number| (number + 0.5).floor() as i64)
}

fn word(facts: &Facts, id: FactId) -> Option<&'static str> {
    facts.word(id).map(|word| word.text())
}

fn opening(facts: &Facts) -> String {
    let sex = match word(facts, fact::SEX_AT_BIRTH) {
        Some("female") => Some("woman"),
        Some("male") => Some("man"),
        // Nothing is said in place of what was not told.
        _ => None,
    };
    let who = match (whole(facts, fact::AGE), sex) {
        (Some(age), Some(sex)) => format!("{age}-year-old {sex}"),
        (Some(age), None) => format!("{age} years old,"),
        (None, Some(sex)) => capitalised(sex),
        (None, None) => "Adult".to_owned(),
    };
    let place = word(facts, fact::PRIMARY_SITE).map_or("pain", place_of);
    let since = whole(facts, fact::PAIN_DURATION_MONTHS).map(|months| match months {
        ..=0 => " for less than a month".to_owned(),
        months => format!(" for {}", with_unit(months.unsigned_abs(), "months")),
    });
    let onset = word(facts, fact::PAIN_ONSET).and_then(onset_of);
    format!(
        "{who} with {place}{}{}.",
        since.unwrap_or_default(),
        onset.unwrap_or_default()
    )
}

pub(super) fn place_of(site: &str) -> &'static str {
    match site {
        "head" => "headache",
        "face_jaw" => "face or jaw pain",
        "neck" => "neck pain",
        "shoulder_arm" => "shoulder or arm pain",
        "chest" => "chest-wall pain",
        "upper_back" => "upper back pain",
        "low_back" => "low back pain",
        "abdomen" => "belly pain",
        "pelvis" => "pelvic pain",
        "hip" => "hip pain",
        "knee" => "knee pain",
        "leg" => "leg pain",
        "hand" => "hand pain",
        "foot" => "foot pain",
        "widespread" => "widespread pain",
        _ => "pain",
    }
}

fn onset_of(onset: &str) -> Option<&'static str> {
    match onset {
        "injury" => Some(", since an injury"),
        "surgery" => Some(", since an operation"),
        "illness" => Some(", since an illness"),
        "after_shingles" => Some(", since shingles"),
        "childbirth" => Some(", since pregnancy or birth"),
        "gradual" => Some(", began slowly"),
        "no_cause" => Some(", without known cause"),
        _ => None,
    }
}

fn days_of(word: &str) -> &'static str {
    match word {
        "never" => "no day",
        "some" => "some days",
        "most" => "most days",
        _ => "every day",
    }
}

fn course(facts: &Facts) -> Option<String> {
    let days = word(facts, fact::PAIN_DAYS3M).map(|word| format!("Pain on {}", days_of(word)));
    let limits = word(facts, fact::LIMITS_LIFE3M)
        .map(|word| format!("limits daily life on {}", days_of(word)));
    let trend = match word(facts, fact::PAIN_TREND) {
        Some("better") => Some("getting better".to_owned()),
        Some("same") => Some("about the same over months".to_owned()),
        Some("worse") => Some("getting worse".to_owned()),
        _ => None,
    };
    let parts: Vec<String> = [days, limits, trend].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", capitalised(&parts.join("; "))))
}

fn strength(facts: &Facts) -> Option<String> {
    match (whole(facts, fact::NRS_AVG7), whole(facts, fact::NRS_WORST7)) {
        (Some(usual), Some(worst)) => Some(format!("Usual {usual}, worst {worst} of 10.")),
        (Some(usual), None) => Some(format!("Usual {usual} of 10.")),
        (None, Some(worst)) => Some(format!("Worst {worst} of 10.")),
        (None, None) => None,
    }
}

fn nerves(facts: &Facts) -> Option<String> {
    let signs =
        whole(facts, fact::NERVE7).map(|signs| format!("{signs} of 7 nerve-type signs (own list)"));
    let weak = (facts.yes_no(fact::NUMB_OR_WEAK) == Some(true)).then(|| "numb or weak".to_owned());
    let leg = (facts.yes_no(fact::LEG_BELOW_KNEE) == Some(true))
        .then(|| "runs below the knee".to_owned());
    let parts: Vec<String> = [leg, signs, weak].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", capitalised(&parts.join("; "))))
}

fn headache(facts: &Facts) -> Option<String> {
    let days = whole(facts, fact::HEADACHE_DAYS).filter(|days| *days > 0)?;
    let migraine = whole(facts, fact::MIGRAINE_DAYS)
        .map(|days| format!(", {days} of them migraine-like"))
        .unwrap_or_default();
    let medicine = whole(facts, fact::MIXED_DAYS)
        .map(|days| format!("; headache medicine on {}", counted(days, "day", "days")))
        .unwrap_or_default();
    Some(format!(
        "Headache on {} last month{migraine}{medicine}.",
        counted(days, "day", "days")
    ))
}

fn mind(facts: &Facts) -> Option<String> {
    let nights = whole(facts, fact::SLEEP_BAD_NIGHTS)
        .map(|nights| format!("sleeps badly {} a week", counted(nights, "night", "nights")));
    let fear = whole(facts, fact::FEAR_MOVE).map(|fear| format!("fear of moving {fear} of 10"));
    let parts: Vec<String> = [nights, fear].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", capitalised(&parts.join("; "))))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The impact check with what it is based on: only what was answered.
pub fn impact(handout: &Handout) -> String {
    let facts = &handout.facts;
    let [usual, joy, activity, mean] = handout.impact();
    let number = |name: &str, value: Option<f64>| value.map(|value| format!("{name} {value:.0}"));
    let answered = [
        number("usual pain", usual),
        number("takes joy", joy),
        number("stops activity", activity),
    ];
    let answered: Vec<String> = answered.into_iter().flatten().collect();
    let mean = mean.map_or_else(String::new, |mean| format!(" → mean {mean:.1}"));
    let numbers = (!answered.is_empty()).then(|| format!("{}{mean}.", answered.join(" · ")));
    let screen = |id: FactId, name: &str| whole(facts, id).map(|sum| format!("{name} {sum} of 6."));
    let sentences = [
        numbers,
        screen(fact::MOOD2, "Low mood (own 2 questions)"),
        screen(fact::ANXIETY2, "Worry (own 2 questions)"),
    ];
    sentences
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What follows the name of a place: since when, how strong, what it is like, what changes it.
pub fn site_line(site: &Site) -> String {
    let dash = |value: Option<u8>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let plain = |ids: &[String]| ids.join(", ").replace('_', " ");
    let mut parts = Vec::new();
    let since = match (site.since.month.trim(), site.since.year.trim()) {
        (_, "") => String::new(),
        ("", year) => year.to_owned(),
        (month, year) => format!("{month}/{year}"),
    };
    if !since.is_empty() {
        parts.push(format!("since {since}"));
    }
    parts.push(format!("{} · {}", dash(site.usual), dash(site.worst)));
    if !site.words.is_empty() {
        parts.push(plain(&site.words));
    }
    match site.constant {
        Some(true) => parts.push("always there".to_owned()),
        Some(false) => parts.push("comes and goes".to_owned()),
        None => {}
    }
    for (name, ids) in [
        ("worst in the", &site.times),
        ("worse:", &site.worse),
        ("better:", &site.better),
    ] {
        if !ids.is_empty() {
            parts.push(format!("{name} {}", plain(ids)));
        }
    }
    parts.join(" · ")
}
