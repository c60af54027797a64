//! Owns the names by which the columns of a table are known, in the languages of the apps.
//! May use: the standard library. Must not: look at cells.

use super::columns::{Column, TEN};
use super::spelling::words;

/// Names by which a column is known, folded and without a scale. The first that is found takes the meaning.
pub(super) const NAMES: [(Column, &[&str]); 8] = [
    (
        Column::Date,
        &[
            "date",
            "day",
            "datum",
            "dato",
            "start date",
            "started",
            "start",
            "started at",
            "timestamp",
            "datetime",
            "date/time",
            "date time",
            "date and time",
            "datum/zeit",
            "created at",
            "entry date",
            "recorded at",
            "fecha",
            "jour",
            "dia",
            "giorno",
            "data",
            "dag",
            "tag",
            "beginn",
            "debut",
            "inicio",
            "inizio",
            "paivamaara",
            "pvm",
            "tarih",
            "дата",
            "ημερομηνια",
            "日付",
            "日期",
            "날짜",
            "תאריך",
            "التاريخ",
        ],
    ),
    (
        Column::Time,
        &[
            "time",
            "start time",
            "begin time",
            "time of day",
            "zeit",
            "uhrzeit",
            "startzeit",
            "heure",
            "hora",
            "ora",
            "tijd",
            "tid",
            "klockslag",
            "aika",
            "godzina",
            "cas",
            "saat",
            "время",
            "ωρα",
            "時間",
            "时间",
            "시간",
            "שעה",
            "الوقت",
            // Beside a column of days.
            "start",
            "started",
            "begin",
            "beginn",
            "anfang",
            "von",
            "from",
            "debut",
            "inicio",
            "inizio",
        ],
    ),
    (
        Column::End,
        &[
            "end time",
            "end date",
            "ended",
            "end",
            "ended at",
            "stop",
            "finish",
            "until",
            "ende",
            "endzeit",
            "bis",
            "fin",
            "heure de fin",
            "hora de fin",
            "hora fin",
            "fine",
            "ora fine",
            "fim",
            "einde",
            "eindtijd",
            "slut",
            "sluttid",
            "slutt",
            "koniec",
            "конец",
        ],
    ),
    (
        Column::Duration,
        &[
            "duration",
            "lasted",
            "length",
            "dauer",
            "duree",
            "duracion",
            "durata",
            "duracao",
            "duur",
            "varaktighet",
            "varighed",
            "kesto",
        ],
    ),
    (
        Column::Pain(TEN),
        &[
            "pain",
            "pain level",
            "pain score",
            "pain intensity",
            "intensity",
            "strength",
            "severity",
            "score",
            "nrs",
            "vas",
            "schmerz",
            "schmerzen",
            "schmerzstarke",
            "schmerzintensitat",
            "schmerzlevel",
            "starke",
            "intensitat",
            "douleur",
            "intensite",
            "dolor",
            "intensidad",
            "dolore",
            "intensita",
            "dor",
            "intensidade",
            "pijn",
            "pijnscore",
            "smarta",
            "smerte",
            "smerter",
            "kipu",
            "bol",
            "agri",
            "боль",
            "πονοσ",
            "痛み",
            "疼痛",
            "통증",
            "כאב",
            "الالم",
            "ألم",
        ],
    ),
    (
        Column::Worst(TEN),
        &[
            "worst",
            "worst pain",
            "max pain",
            "maximum pain",
            "pain worst",
            "pain max",
            "starkster schmerz",
            "maximaler schmerz",
            "pire douleur",
            "peor dolor",
        ],
    ),
    (
        Column::Medicines,
        &[
            "medication",
            "medications",
            "medicine",
            "medicines",
            "meds",
            "medication log",
            "medication taken",
            "medications taken",
            "drugs",
            "painkillers",
            "medikament",
            "medikamente",
            "medikation",
            "medicament",
            "medicaments",
            "medicamento",
            "medicamentos",
            "medicacion",
            "medicina",
            "medicinas",
            "farmaco",
            "farmaci",
            "medicine assunte",
            "medicijn",
            "medicijnen",
            "medicatie",
            "medicin",
            "mediciner",
            "medisin",
            "laakkeet",
            "laake",
            "leki",
            "leky",
            "ilac",
            "лекарства",
            "薬",
        ],
    ),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "description",
            "remarks",
            "notiz",
            "notizen",
            "bemerkung",
            "bemerkungen",
            "kommentar",
            "kommentare",
            "remarque",
            "remarques",
            "commentaire",
            "commentaires",
            "nota",
            "notas",
            "comentario",
            "comentarios",
            "commento",
            "commenti",
            "observacoes",
            "opmerking",
            "opmerkingen",
            "notitie",
            "notities",
            "anteckning",
            "anteckningar",
            "noter",
            "notat",
            "huomautus",
            "muistiinpanot",
            "uwagi",
            "notatki",
            "poznamka",
            "заметки",
            "メモ",
            "备注",
        ],
    ),
];

/// Words for pain that a longer name can begin or end with.
const PAIN: [&str; 13] = [
    "pain",
    "schmerz",
    "schmerzen",
    "schmerzstarke",
    "douleur",
    "dolor",
    "dolore",
    "dor",
    "pijn",
    "smarta",
    "smerte",
    "nrs",
    "vas",
];
/// Words that say no more than that it is a level, and when.
const LEVEL: &str = "level levels score intensity rating severity strength scale now today current average avg mean usual overall \
    daily general total number value numeric nrs vas niveau stufe wert skala starke aktuell heute durchschnitt mittel \
    de la du d intensite echelle moyenne actuelle del nivel intensidad escala actual media livello intensita scala attuale \
    di da intensidade atual score schaal gemiddeld grad niva i my mein meine ma mon mi il el the of";

/// A name that says pain and nothing more about it, such as where: "Average pain today", "niveau de douleur".
pub(super) fn is_pain_name(name: &str) -> bool {
    let mut words = name.split([' ', '-', '/']).filter(|word| !word.is_empty());
    let names_pain = name.split([' ', '-', '/']).any(|word| PAIN.contains(&word));
    names_pain
        && words
            .all(|word| PAIN.contains(&word) || LEVEL.split_whitespace().any(|known| known == word))
}

/// Words for medicine that a longer name can have in it.
const MEDICINE: &str = "medication medications medicine medicines med meds drug drugs painkiller painkillers analgesic analgesics pill pills \
    tablets schmerzmittel medikament medikamente medikation medizin arznei arzneimittel tabletten akutmedikament akutmedikation \
    bedarfsmedikation notfallmedikament schmerztablette schmerztabletten medicament medicaments antidouleur antidouleurs antalgique \
    antalgiques analgesique analgesiques comprimes medicamento medicamentos medicacion medicina medicinas analgesico analgesicos \
    pastillas calmantes farmaco farmaci antidolorifico antidolorifici analgesici compresse medicacao remedio remedios comprimidos \
    medicijn medicijnen medicatie pijnstiller pijnstillers pillen lakemedel medicin mediciner varktabletter smartstillande tabletter \
    medisin medisiner legemiddel laegemiddel smertestillende leki lek lekarstwa przeciwbolowe tabletki";
/// Words that can stand beside them: which ones, when, and that they were taken.
const TAKEN: &str = "taken used today name names log list rescue acute pain migraine headache emergency relief prn otc rx as needed for of the my \
    which type genommen eingenommen einnahme heute akut bei bedarf gegen pris prise prises de du des urgence crise contre la douleur \
    tomado tomados tomada tomadas para el dolor rescate presi presa assunto assunti assunte al bisogno dor ingenomen genomen tagen \
    tagna tagit taget brukt vid behov";
/// Words that can be about other things too: what stands in the column decides.
const PERHAPS_MEDICINE: &str = "treatment treatments traitement traitements tratamiento tratamientos trattamento trattamenti tratamento \
    tratamentos behandlung behandlungen behandeling behandelingen behandling behandlinger leczenie therapie remedy remedies took";

/// What the name of a column says about medicines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AboutMedicine {
    Medicine,
    /// It may be about anything that was done for the pain.
    Perhaps,
}

fn is_one_of(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// The words of a name without the numbers that count columns: "Med 1", "Rescue med #2".
fn without_numbers(name: &str) -> Vec<String> {
    let mut words = words(name);
    words.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    words
}

/// Whether a column is about medicines that were taken: "Pain meds", "Schmerzmittel", "Med 1".
pub(super) fn about_medicine(name: &str) -> Option<AboutMedicine> {
    let words = without_numbers(name);
    let all = |list: &str| {
        let mut words = words.iter();
        words.all(|word| is_one_of(word, list) || is_one_of(word, TAKEN))
    };
    let any = |list: &str| words.iter().any(|word| is_one_of(word, list));
    if any(MEDICINE) && all(MEDICINE) {
        return Some(AboutMedicine::Medicine);
    }
    let rescues = words == ["rescue"] || words == ["taken"];
    (rescues || any(PERHAPS_MEDICINE) && all(PERHAPS_MEDICINE)).then_some(AboutMedicine::Perhaps)
}

/// Whether a column says how much of the medicine beside it: "Dose", "Dose 2", "Medication dose".
pub(super) fn is_dose_name(name: &str) -> bool {
    let words = without_numbers(name);
    let is_dose = |word: &String| DOSES.contains(&word.as_str());
    let mut others = words.iter().filter(|word| !is_dose(word));
    words.iter().any(is_dose)
        && others.all(|word| is_one_of(word, MEDICINE) || is_one_of(word, TAKEN))
}

/// Names of a column that says how much of the medicine beside it, folded.
pub(super) const DOSES: [&str; 22] = [
    "dose",
    "doses",
    "dosage",
    "dosis",
    "dosierung",
    "posologie",
    "posologia",
    "dosering",
    "dos",
    "annos",
    "доза",
    "amount",
    "amount taken",
    "quantity",
    "qty",
    "menge",
    "anzahl",
    "quantite",
    "cantidad",
    "quantita",
    "quantidade",
    "strength",
];
