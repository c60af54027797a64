//! Owns the words of amounts in the languages of the people who type them, and of the apps that they come from.
//! May use: the phrases that bound a number. Must not: know medicines.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::reader::bounds;

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
    /// A part of one: a half, a quarter.
    Share(f64),
    /// So many times a day.
    ADay(f64),
    Hour,
    Every,
    And,
    /// Between two ends: "to", "or".
    Range,
    /// The number behind it may have been meant instead: "6, maybe 8".
    Instead,
    /// A word of a phrase that bounds a number: "at least", "or more".
    Bound,
    /// An amount without a number: "some", "a few".
    Vague,
    /// The same without an end: "many".
    Many,
    /// A pack: nobody knows how many it holds.
    Pack,
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
    /// What comes after it was not there.
    Without,
    /// Yes, taken.
    Yes,
    /// A word for medicine that names none.
    AnyMedicine,
    /// One more, or the same once more, when no number stands beside it: "8 and another".
    More,
    /// The person does not know: "I think".
    Doubt,
    /// The number behind it was not taken: "wanted 2".
    Wish,
    /// Says nothing about the amount.
    Filler,
}

use Meaning::{
    ADay, And, AnyMedicine, Article, At, Bound, Doubt, Every, Filler, Hour, Instead, Longer, Many,
    Mass, More, Not, Number, OClock, OtherUnit, Pack, Piece, Range, Share, Times, Vague, Volume,
    Wish, Without, Yes,
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
        "iu ie ui i.e units unit einheiten mmol meq drop drops gtt tropfen gouttes goutte gotas gota gocce druppels krople puff puffs hub hube spray sprays spruh pulverizaciones patch patches pflaster plaster plasters parche parches cm inch teaspoon teaspoons tablespoon spoon spoons spoonful tsp tbsp loffel teeloffel essloffel cuillere cuilleres cucharada cucharadas percent prozent percento ampoule ampoules ampulle ampullen injection injections spritze spritzen shot shots joint joints",
    ),
    (
        Piece,
        "tablet tablets tab tabs tbl tabl tabletten tablette tablettes filmtablette filmtabletten pill pills pille pillen pilule pilules pildora pildoras capsule capsules cap caps kapsel kapseln kaps gelule gelules capsula capsulas caplet caplets comprime comprimes cp cpr comprimido comprimidos compressa compresse pastilla pastillas sachet sachets beutel sobre sobres bustina bustine dose doses dosis dosen dosi toma tomas prise prises piece pieces pcs pc stuck stk st suppository suppositories zapfchen zapf supp suppo suppositoire supositorio lozenge lozenges effervescent brausetablette brausetabletten таблетка таблетки таблеток табл قرص أقراص حبة حبات 錠 片 tabletki tabletka tabletter",
    ),
    (
        Pack,
        "pack packs packet packets pkt box boxes carton cartons bottle bottles strip strips blister blisters card cards packung packungen packerl schachtel schachteln flasche flaschen streifen riegel boite boites plaquette plaquettes flacon flacons paquet paquets caja cajas tira tiras frasco frascos paquete paquetes scatola scatole confezione confezioni blisterverpackung flacone flaconi striscia doos doosje doosjes pakje pakjes strook strip flesje fles tube tubes caixa caixas cartela упаковка пачка علبة شريط",
    ),
    (
        Times,
        "x х times time mal fois vez veces volte volta keer gange ganger раз مرة مرات razy vezes",
    ),
    (Number(0.0), "zero null cero صفر"),
    (
        Number(1.0),
        "one eins ein eine einen einmal une un uno una один одна واحد واحدة jedna",
    ),
    (
        Number(2.0),
        "two zwei deux dos due twee dois duas два две double doppelt doppelte doble doppia dubbel dubbele dobbelt dubbla podwojna dupla dwa dwie tva اثنان مرتين حبتين couple paar",
    ),
    (
        Number(3.0),
        "three drei trois tres tre drie три ثلاث ثلاثة trzy",
    ),
    (
        Number(4.0),
        "four vier quatre cuatro quattro четыре fyra fire quatro أربع أربعة cztery",
    ),
    (
        Number(5.0),
        "five funf cinq cinco cinque vijf пять fem piec خمس خمسة",
    ),
    (
        Number(6.0),
        "six sechs seis sei zes шесть seks szesc ست ستة",
    ),
    (
        Number(7.0),
        "seven sieben sept siete sette zeven sete sju syv siedem",
    ),
    (
        Number(8.0),
        "eight acht huit ocho otto oito atta otte osiem",
    ),
    (Number(9.0), "nine neun neuf nueve nove negen nio dziewiec"),
    (
        Number(10.0),
        "ten zehn dix diez dieci tien dez tio dziesiec",
    ),
    (
        Number(11.0),
        "eleven elf onze undici elva elleve jedenascie",
    ),
    (
        Number(12.0),
        "twelve zwolf douze doce dodici twaalf dozen dutzend douzaine docena dozzina",
    ),
    (
        Number(1.5),
        "anderthalb anderthalbe anderthalben eineinhalb eineinhalbe anderhalf anderhalve",
    ),
    (Number(2.5), "zweieinhalb tweeenhalf tweeeneenhalf"),
    (Number(3.5), "dreieinhalb"),
    (
        Share(0.5),
        "half halves halb halbe halben halbes halber demi demie demis media medio medias mezza mezzo mezze meta moitie mitad halfte helft halve halfje meia meio polowa половина نصف",
    ),
    (
        Share(0.25),
        "quarter quarters viertel quart quarts cuarto cuartos kwart четверть ربع",
    ),
    (Share(0.75), "dreiviertel"),
    (
        Share(1.0 / 3.0),
        "third thirds drittel tiers tercio tercios terzo terzi",
    ),
    (
        ADay(1.0),
        "daily day taglich tagl tag jour journee dia diario giorno dag dagelijks dagligen daglig dagligt dziennie diariamente od qd once tgl daags день tägl يوميا",
    ),
    (ADay(2.0), "twice bd bid zweimal tweemaal"),
    (ADay(3.0), "thrice tds tid dreimal driemaal"),
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
        "and und et y e en og och plus then dann danach daarna daarnaast puis luego despues depois poi potem sedan sen и و",
    ),
    (Range, "to or till oder ou o voire bzw a"),
    (
        Vague,
        "some few several various einige mehrere manche quelques plusieurs algunas algunos varias varios alcune alcuni different enkele sommige meals mahlzeiten mahlzeit comidas pasti maaltijden refeicoes both beide beiden",
    ),
    (
        Instead,
        "maybe perhaps possibly probably vielleicht eventuell evtl quiza quizas forse misschien",
    ),
    (
        Many,
        "many lots lot loads handful handfuls bunch lost track countless viele vieles handvoll haufen beaucoup poignee plein muchas muchos demasiado demasiadas demasiados trop zuviel troppo troppi punado molte molti manciata troppe troppi veel handvol muitos muitas много كثير",
    ),
    (
        More,
        "another more extra again noch mehr nochmal nochmals erneut encore autre davantage otra otro ancora altra altre altri altro nog meer opnieuw outra outro mer mere igen ponownie wiecej jeszcze flere fler repeat repeated ditto",
    ),
    (
        Doubt,
        "unknown know knows unbekannt inconnu desconocido sconosciuto onbekend desconhecido okant ukendt nieznane think thought guess guessing reckon sure unsure certain remember recall might could estimate estimated glaube glaub denke schatze weiss sicher unsicher ahnung vermute crois pense sais souviens certaine creo pienso seguro segura recuerdo credo penso sicuro sicura ricordo weet zeker denk acho lembro certeza tror vet saker husker mysle chyba wiem",
    ),
    (
        Wish,
        "wanted want wish wished should shouldve wollte wollten mochte statt anstatt voulais voulait voulu queria quise volevo voluto wilde wou ville skulle chcialem chcialam",
    ),
    (At, "at um gegen vers"),
    (OClock, "am pm oclock uhr clock"),
    (
        Longer,
        "minute minutes mins minuten minutos minuti minuut week weeks weekly woche wochen wochentlich semaine semana month months monthly days tage jours dias yesterday gestern hier ayer year",
    ),
    (
        Article,
        "an dune dun duna the le la les el los las der die das den",
    ),
    (
        Not,
        "no not none nil nothing never nope na didnt dont wasnt havent skip skipped missed forgot forgotten keine kein keinen keins nein nicht nichts nie vergessen aucun aucune non rien neant pas oublie ninguno ninguna ningun nada nunca nessuno nessuna nessun niente geen niet niets nee nenhum nenhuma nao ingen inga inget intet nej nei ingenting ei mitaan brak nic zadne zadny ne нет не ничего لا بدون なし 無 无 没有 없음 hayir yok false nix niks inte ikke icke nie zaden zadna niczego omitted omit avoided refused declined ausgelassen weggelassen verzichtet verweigert abgelehnt unnotig unnoetig saute sautee refuse inutile olvide olvidado olvidada salte omitido dimenticato dimenticata saltato saltata omesso vergeten overgeslagen esqueci esquecido pulei glomt glomde glemt jamais nigdy aldrig nooit hoppade sprunget zapomnialem zapomnialam pominieto",
    ),
    (
        Without,
        "without ohne sans sin senza zonder sem uten utan bez",
    ),
    (
        Yes,
        "yes yeah yep ja oui si sim true taken took take genommen pris prise tomado tomada preso presa assunto assunta ingenomen genomen geslikt tak da ano да evet نعم はい 是 有 oo kylla jo use used using uses nehme nehmen nahm genutzt benutzt verwendet eingenommen prends prendre avale avalee tome tomo tomar utilizado use prendo prendere usato nemen innemen tomei tomou tomar usei tagit tog tagen taget brukte bralem bralam wzialem wzialam wzieto brane wziete wzieta tatt tok",
    ),
    (
        AnyMedicine,
        "medicine medicines medication medications meds med drug drugs painkiller painkillers analgesic analgesics analgesia anything any medikament medikamente medikamenten medizin schmerzmittel arznei medicament medicaments antidouleur antidouleurs medicamento medicamentos medicina medicinas analgesico farmaco farmaci medicijn medicijnen pijnstiller pijnstillers lekow leki medicin rescue medicacion medicacao medicazione farmacos remedio remedios pastiglia medicatie pijnstillers medicamentacion mediciner medicinen tabletas calmante calmantes analgesici antidolorifico antidolorifici smartstillande smertestillende lakemedel",
    ),
    (
        Filler,
        "exactly precisely genau exactement exactamente esattamente precies of out aus uit su sur van al alla them in on with for my i it its was is had have has be been did do just only as needed prn po sr xr er mr cr ir ec retard depot forte akut long acting slow release oral orally mouth food water milk meal breakfast lunch dinner tea supper after before then later today tonight this next bed bedtime night nights morning evening noon midday midnight afternoon headache migraine pain back normal usual regular regularly always prescribed per pro par por von mit nach vor zum zur beim bei bedarf im am heute morgens mittags abends nachts morgen mittag abend nacht essen dem du de des matin midi soir nuit avant apres repas manana noche tarde mediodia con comida fruhstuck mittagessen abendessen dejeuner petit diner desayuno colazione il mattina sera notte dopo pranzo cena zu je jeweils sofort together total altogether all gesamt insgesamt both when feeling necessary required applicable if wenn need needs require requires requiring que dass lo ao aos yet now ich jag jeg ik io yo but aber pero maar notig noetig erforderlich notwendig gebraucht brauchte brauchen braucht benotigt benotigte gewesen worden hab habe haben hatte hatten ging kam besoin necessaire fallu jai nai aujourdhui ete eu ai ce cette necesario necesaria necesite necesito hizo hace falta hoy he ha hemos me hacia bisogno necessario necessaria servito serviva servita oggi ho avuto stato nodig gehad heb heeft vandaag hoefde hoeft preciso precisei precisou necessidade foi hoje tive fiz behovdes behovde behov behovs idag hade har var nodvandigt behovedes behovede nodvendigt nodvendig havde potrzebne potrzebna potrzebowalem potrzebowalam potrzeby trzeba bylo dzis dzisiaj",
    ),
];

/// Every word with its meaning, made when it is first asked for: a long diary asks for many.
static BY_WORD: LazyLock<BTreeMap<&'static str, Meaning>> = LazyLock::new(|| {
    let each = WORDS
        .iter()
        // A word that stands twice keeps its first meaning.
        .rev()
        .flat_map(|(meaning, words)| words.split(' ').map(|word| (word, *meaning)));
    let bounds = bounds::words().map(|word| (word, Bound));
    bounds.chain(each).gather()
});

/// What a word means; nothing for one that is not known.
pub fn meaning(word: &str) -> Option<Meaning> {
    BY_WORD.get(word).copied()
}

/// Whether a word is about food: "no breakfast" is no "no", and "with each meal" no number.
pub fn is_food(word: &str) -> bool {
    let known = "food water milk meal meals breakfast lunch dinner supper tea essen wasser milch mahlzeit mahlzeiten \
         fruhstuck mittagessen abendessen repas dejeuner diner eau lait comida comidas agua leche desayuno cena pranzo \
         colazione cibo pasti acqua latte eten ontbijt maaltijden comer pequeno almoco mat frukost mad morgenmad jedzenia";
    known.split_ascii_whitespace().any(|known| known == word)
}
