//! Owns words in the languages of the apps: for pain, headache, parts of the body, and what a cell says of one medicine.
//! May use: `domain::medicines`, spelling. Must not: read numbers of a scale, know words for "not taken".

use super::spelling::{folded, words};
use crate::domain::medicines::not_taken::{self, Told};
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

/// Whether a text names a medicine that is known.
pub(super) fn is_known_medicine(text: &str) -> bool {
    let read = typed::read(text, "");
    read.iter()
        .any(|typed| typed.found.is_some() || typed.on_skin)
}

/// What a cell says of one medicine whose name stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Dose<'t> {
    /// The cell is empty.
    Nothing,
    NotTaken,
    /// Taken, with the amount where one is said.
    Taken(&'t str),
    /// "?", "not sure": nobody knows whether it was taken.
    Unclear,
}

/// Reads "400 mg", "Taken", "0 mg", "Not Taken".
pub(super) fn dose<'t>(name: &str, cell: &'t str) -> Dose<'t> {
    let has_figure = folded(cell).contains(|letter: char| letter.is_ascii_digit());
    match (cell.is_empty(), not_taken::told(name, cell)) {
        (_, Told::NotTaken) => Dose::NotTaken,
        (true, _) => Dose::Nothing,
        _ if not_taken::told("", cell) == Told::Nothing => Dose::Unclear,
        // A plain yes is no amount.
        _ if !has_figure && not_taken::told("", cell) == Told::Unnamed => Dose::Taken(""),
        _ => Dose::Taken(cell),
    }
}
