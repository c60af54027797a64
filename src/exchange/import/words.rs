//! Owns words in the languages of the apps: for pain, headache, parts of the body, and for a list of medicines.
//! May use: the table of pain medicines (by `domain::diary::medicines`), spelling. Must not: read numbers of a scale.

use super::numbers::number;
use super::spelling::{folded, words};
use crate::domain::diary::entry::Taken;
use crate::domain::medicines::typed;

/// Words for pain, folded; a longer word may hold one: "Rückenschmerzen", "stomach ache".
const PAIN: [&str; 32] = [
    "pain",
    "ache",
    "aching",
    "migraine",
    "cramp",
    "sore",
    "schmerz",
    "migrane",
    "krampf",
    "kramp",
    "dolor",
    "cefalea",
    "migrana",
    "jaqueca",
    "douleur",
    "mal de tete",
    "mal au",
    "cephalee",
    "dolore",
    "mal di",
    "emicrania",
    "enxaqueca",
    "pijn",
    "smart",
    "vark",
    "smerte",
    "kipu",
    "sarky",
    "bol ",
    "migrena",
    "боль",
    "痛",
];
/// Words for headache and migraine, folded.
const HEADACHE: [&str; 31] = [
    "headache",
    "migraine",
    "kopfschmerz",
    "kopfweh",
    "migrane",
    "mal de tete",
    "maux de tete",
    "cephalee",
    "dolor de cabeza",
    "cefalea",
    "migrana",
    "jaqueca",
    "mal di testa",
    "emicrania",
    "dor de cabeca",
    "enxaqueca",
    "hoofdpijn",
    "huvudvark",
    "migran",
    "hodepine",
    "hovedpine",
    "migraene",
    "paansarky",
    "migreeni",
    "bol glowy",
    "migrena",
    "bas agrisi",
    "головная боль",
    "мигрень",
    "頭痛",
    "头痛",
];
/// Parts of the body, folded. One of them in a column of places says that these are places of the body.
const BODY: &str = "back neck head face jaw shoulder arm elbow wrist hand finger thumb chest rib belly stomach abdomen pelvis hip buttock \
    groin leg thigh knee calf shin ankle foot feet toe heel spine temple temples eye eyes forehead \
    rucken kreuz nacken kopf gesicht kiefer schulter schultern ellbogen handgelenk brust bauch becken hufte gesass leiste bein oberschenkel knie wade knochel fuss fusse zehe ferse schlafe stirn auge augen \
    dos nuque tete visage machoire epaule bras coude poignet main doigt poitrine ventre bassin hanche fesse aine jambe cuisse genou mollet cheville pied orteil talon tempe \
    espalda cuello cabeza cara hombro brazo codo muneca mano pecho vientre cadera pierna rodilla tobillo pie \
    schiena collo testa spalla braccio gomito polso petto pancia anca gamba ginocchio caviglia piede \
    costas pescoco cabeca ombro braco joelho perna quadril \
    rug nek hoofd schouder heup knieen rechterknie linkerknie voet been rygg nacke huvud axel knan fot hals skulder";

/// A symptom or tag that is about pain, by its name in the languages of the known apps' users.
pub(super) fn is_pain(name: &str) -> bool {
    let name = folded(name) + " ";
    PAIN.iter().any(|word| name.contains(word)) || is_headache(&name)
}

/// The same for headaches.
pub(super) fn is_headache(name: &str) -> bool {
    let name = folded(name);
    HEADACHE.iter().any(|word| name.contains(word))
}

/// Whether a text names a part of the body.
pub(super) fn names_a_part_of_the_body(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| BODY.split_whitespace().any(|part| part == word))
}

/// What a cell for medicines says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Medicines {
    /// Nothing, or that it is not known.
    Nothing,
    /// In words that none was taken.
    NotTaken,
    /// Taken; the names may be missing.
    Taken(Vec<Taken>),
}

/// Reads a list of medicines in one cell. A comma stands between two only where another medicine begins: neither
/// "2,5 ml" nor "10 mg, at night" is two.
pub(super) fn medicines(cell: &str) -> Medicines {
    let parts: Vec<String> = cell
        .split([';', '|', '\n'])
        .flat_map(split_at_commas)
        .collect();
    let mut taken = Vec::new();
    let mut says_none = false;
    let mut says_some = false;
    for part in parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
    {
        match said(part) {
            Said::NotTaken => says_none = true,
            Said::Unknown => {}
            Said::Taken => says_some = true,
            Said::Name => taken.push(Taken {
                name: part.to_owned(),
                ..Taken::default()
            }),
        }
    }
    match (taken.is_empty() && !says_some, says_none) {
        (false, _) => Medicines::Taken(taken),
        (true, true) => Medicines::NotTaken,
        (true, false) => Medicines::Nothing,
    }
}

fn split_at_commas(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',') {
        let ends_in_figure = parts
            .last()
            .is_some_and(|last| last.ends_with(|letter: char| letter.is_ascii_digit()));
        let is_decimal = ends_in_figure && part.starts_with(|letter: char| letter.is_ascii_digit());
        match parts.last_mut() {
            Some(last) if is_decimal || !begins_a_medicine(part) => {
                last.push(',');
                last.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// Units of a dose, folded.
const UNITS: [&str; 9] = ["mg", "g", "ml", "mcg", "µg", "μg", "ug", "ie", "iu"];

fn begins_a_medicine(part: &str) -> bool {
    let part = part.trim();
    let is_name = part.starts_with(char::is_uppercase)
        && part
            .chars()
            .take_while(|letter| letter.is_alphabetic())
            .count()
            > 3;
    let words = words(part);
    let has_dose = words.iter().any(|word| {
        let unit = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
        UNITS.contains(&unit)
    });
    let begins_with_letter = part.starts_with(char::is_alphabetic);
    part.is_empty() || is_name || (has_dose && begins_with_letter) || is_known_medicine(part)
}

/// Whether a text names a medicine that is known.
pub(super) fn is_known_medicine(text: &str) -> bool {
    let read = typed::read(text, "");
    read.iter()
        .any(|typed| typed.found.is_some() || typed.on_skin)
}

/// What a word says in place of a medicine's name or amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Taken, and not what.
    Taken,
    NotTaken,
    /// A dash and the like: nothing is said.
    Unknown,
    /// It is a name or an amount.
    Name,
}

/// What a cell says that may be a plain yes or no, folded.
pub(super) fn said(text: &str) -> Said {
    const NO: [&str; 36] = [
        "none",
        "no",
        "not taken",
        "nothing",
        "nil",
        "false",
        "no medication",
        "no medicine",
        "no meds",
        "without",
        "never",
        "0 mg",
        "0mg",
        "keine",
        "keins",
        "kein",
        "nein",
        "nichts",
        "ohne",
        "falsch",
        "non",
        "aucun",
        "aucune",
        "rien",
        "faux",
        "ninguno",
        "ninguna",
        "nada",
        "nessuno",
        "nessuna",
        "niente",
        "nenhum",
        "nenhuma",
        "geen",
        "ingen",
        "inga",
    ];
    const YES: [&str; 15] = [
        "yes", "y", "x", "true", "taken", "done", "ja", "wahr", "genommen", "oui", "vrai", "si",
        "sim", "1x", "✓",
    ];
    const UNKNOWN: [&str; 9] = [
        "n/a", "na", "n.a.", "k.a.", "?", "unknown", "null", "-", "--",
    ];
    let text = folded(text);
    let text = text.trim_matches(['.', ',', '!', '(', ')']).trim();
    // "0", "0 mg", "0.0 tablets".
    let amount = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == ' ');
    match text {
        "n.a" | "k.a" => Said::Unknown,
        _ if NO.contains(&text) => Said::NotTaken,
        _ if number(amount) == Some(0.0) => Said::NotTaken,
        _ if YES.contains(&text) => Said::Taken,
        _ if UNKNOWN.contains(&text) => Said::Unknown,
        _ => Said::Name,
    }
}
