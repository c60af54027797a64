//! Owns the words of amounts in the languages of the people who type them, and of the apps that they come from.
//! May use: the standard library. Must not: know medicines.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word says about an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// A weight, in milligrams.
    Mass(f64),
    /// A volume, in millilitres.
    Volume(f64),
    /// A unit that cannot be turned into milligrams.
    OtherUnit,
    /// Tablets and the like.
    Piece,
    /// "x", "times".
    Times,
    /// A number in words.
    Number(f64),
    Half,
    /// So many times a day.
    ADay(f64),
    Hour,
    Every,
    And,
    /// Between two ends: "to", "or".
    Range,
    UpTo,
    /// At least, more than.
    AtLeast,
    /// An amount without a number: "some", "a few".
    Vague,
    /// A time of the day follows: "at 8".
    At,
    /// A time of the day came before: "8 am".
    OClock,
    /// A longer time than a day.
    Longer,
    /// "a": one, before a piece.
    Article,
    /// No, none, not.
    Not,
    /// Yes, taken.
    Yes,
    /// A word for medicine that names none.
    AnyMedicine,
    /// Says nothing about the amount.
    Filler,
}

use Meaning::{
    ADay, And, AnyMedicine, Article, At, AtLeast, Every, Filler, Half, Hour, Longer, Mass, Not,
    Number, OClock, OtherUnit, Piece, Range, Times, UpTo, Vague, Volume, Yes,
};

use crate::domain::collections::Gather;

/// The words by what they mean, in small letters without accents.
const WORDS: &[(Meaning, &str)] = &[
    (
        Mass(1.0),
        "mg mgs milligram milligrams milligramm milligramme milligrammes miligramo miligramos miligramas мг ملغ مجم ملجم मिग्रा 毫克",
    ),
    (
        Mass(1000.0),
        "g gr gm gms gram grams gramm gramme grammes gramo gramos grammi grammo gramas г جرام غرام 克",
    ),
    (
        Mass(0.001),
        "mcg ug µg mikrogramm microgram micrograms microgramme microgrammes microgramo microgramos мкг",
    ),
    (
        Volume(1.0),
        "ml mls milliliter milliliters millilitre millilitres mililitros cc мл مل 毫升",
    ),
    (Volume(10.0), "cl"),
    (Volume(1000.0), "l liter litre liters litres"),
    (
        OtherUnit,
        "iu ie ui i.e units unit einheiten mmol meq drop drops gtt tropfen gouttes goutte gotas gota gocce druppels krople puff puffs hub hube spray sprays spruh pulverizaciones patch patches pflaster plaster plasters parche parches cm inch teaspoon teaspoons tablespoon spoon spoons spoonful tsp tbsp loffel teeloffel essloffel cuillere cuilleres cucharada cucharadas percent prozent percento bottle bottles flasche strip strips blister blisters packet pack packs packung schachtel boite caja ampoule ampoules ampulle ampullen injection injections spritze spritzen shot shots joint joints",
    ),
    (
        Piece,
        "tablet tablets tab tabs tbl tabl tabletten tablette tablettes filmtablette filmtabletten pill pills pille pillen pilule pilules pildora pildoras capsule capsules cap caps kapsel kapseln kaps gelule gelules capsula capsulas caplet caplets comprime comprimes cp cpr comprimido comprimidos compressa compresse pastilla pastillas sachet sachets beutel sobre sobres bustina bustine dose doses dosis dosen dosi toma tomas prise prises piece pieces pcs pc stuck stk st suppository suppositories zapfchen zapf supp suppo suppositoire supositorio lozenge lozenges effervescent brausetablette brausetabletten таблетка таблетки таблеток табл قرص أقراص حبة حبات 錠 片 tabletki tabletka tabletter",
    ),
    (
        Times,
        "x х times time mal fois vez veces volte volta keer gange ganger раз مرة مرات razy",
    ),
    (Number(0.0), "zero null cero صفر"),
    (
        Number(1.0),
        "one eins ein eine einen einmal une un uno una один одна واحد واحدة jedna",
    ),
    (
        Number(2.0),
        "two zwei deux dos due twee dois duas два две اثنان مرتين حبتين couple paar",
    ),
    (
        Number(3.0),
        "three drei trois tres tre drie три ثلاث ثلاثة trzy",
    ),
    (
        Number(4.0),
        "four vier quatre cuatro quattro четыре أربع أربعة cztery",
    ),
    (
        Number(5.0),
        "five funf cinq cinco cinque vijf пять خمس خمسة",
    ),
    (Number(6.0), "six sechs seis sei zes шесть ست ستة"),
    (Number(7.0), "seven sieben sept siete sette zeven"),
    (Number(8.0), "eight acht huit ocho otto"),
    (Number(9.0), "nine neun neuf nueve nove negen"),
    (Number(10.0), "ten zehn dix diez dieci tien"),
    (Number(12.0), "twelve zwolf douze doce dozen"),
    (
        Half,
        "half halves halb halbe halben anderthalb demi demie media medio mezza mezzo halve polowa نصف",
    ),
    (
        ADay(1.0),
        "daily day taglich tagl tag jour journee dia diario giorno dag dagelijks od qd once день tägl يوميا",
    ),
    (ADay(2.0), "twice bd bid zweimal"),
    (ADay(3.0), "thrice tds tid dreimal"),
    (ADay(4.0), "qds qid viermal"),
    (
        Hour,
        "h hr hrs hour hours hourly hrly std stunde stunden stdl stundlich heure heures hora horas ora ore uur ساعات ساعة час часа часов",
    ),
    (
        Every,
        "every each alle jede jeden toutes tous cada ogni elke om q كل каждые",
    ),
    (
        And,
        "and und et y e en og och plus then dann puis luego poi и و",
    ),
    (Range, "to or till oder ou o bis a up"),
    (UpTo, "max maximum maximal hochstens jusqu hasta"),
    (AtLeast, "least over mindestens uber"),
    (
        Vague,
        "some few several many lots lot handful various einige mehrere manche quelques plusieurs algunas algunos varias varios unas alcune different viele",
    ),
    (At, "at um gegen ca около vers"),
    (OClock, "am pm oclock uhr clock"),
    (
        Longer,
        "week weeks weekly woche wochen wochentlich semaine semana month months monthly days tage jours dias yesterday gestern hier ayer year",
    ),
    (Article, "an the le la les el los las der die das den"),
    (
        Not,
        "no not none nil nothing never nope na without didnt dont wasnt havent skip skipped missed forgot forgotten keine kein keinen keins nein nicht nichts nie ohne vergessen aucun aucune non rien neant pas sans oublie ninguno ninguna ningun nada sin nunca nessuno nessuna nessun niente senza geen niet niets nee zonder nenhum nenhuma nao sem ingen inga inget intet nej nei ingenting uten utan ei mitaan brak nic zadne zadny ne нет не ничего لا بدون なし 無 无 没有 없음 hayir yok false",
    ),
    (
        Yes,
        "yes yeah yep ja oui si sim true taken took take genommen pris prise tomado tomada preso presa ingenomen tak da ano да evet نعم はい 是 有 oo kylla jo",
    ),
    (
        AnyMedicine,
        "medicine medicines medication medications meds med drug drugs painkiller painkillers analgesic analgesics analgesia anything any medikament medikamente medikamenten medizin schmerzmittel arznei medicament medicaments antidouleur antidouleurs medicamento medicamentos medicina medicinas analgesico farmaco farmaci medicijn medicijnen pijnstiller pijnstillers lekow leki medicin rescue",
    ),
    (
        Filler,
        "of in on with for my i it its was is had have has be been did do just only about around approx approximately as needed prn po sr xr er mr cr ir ec retard depot forte akut long acting slow release oral orally mouth food water milk meal meals breakfast lunch dinner tea supper after before then again later today tonight this next bed bedtime night nights morning evening noon midday midnight afternoon headache migraine pain back extra normal usual regular regularly always prescribed per pro par por von mit nach vor zum zur beim bei bedarf im am heute morgens mittags abends nachts morgen mittag abend nacht essen dem du de des matin midi soir nuit avant apres repas manana noche tarde mediodia con comida fruhstuck mittagessen abendessen dejeuner petit diner desayuno colazione il mattina sera notte dopo pranzo cena zu je jeweils sofort together total altogether all gesamt insgesamt both when feeling necessary required applicable if wenn another noch more mehr than als",
    ),
];

/// Every word with its meaning, made when it is first asked for: a long diary asks for many.
static BY_WORD: LazyLock<BTreeMap<&'static str, Meaning>> = LazyLock::new(|| {
    let each = WORDS
        .iter()
        // A word that stands twice keeps its first meaning.
        .rev()
        .flat_map(|(meaning, words)| words.split(' ').map(|word| (word, *meaning)));
    each.gather()
});

/// What a word means; nothing for one that is not known.
pub fn meaning(word: &str) -> Option<Meaning> {
    BY_WORD.get(word).copied()
}
