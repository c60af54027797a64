//! Owns the names of months and weekdays in the languages of the apps.
//! May use: spelling. Must not: read dates.

use super::spelling::folded;

/// The months, each by its names in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and
/// Norwegian, Finnish, Polish, Czech, Turkish, Russian, Greek. Without accents, as [`folded`] spells them.
/// The beginning of a name, of three letters or more, is enough while it belongs to one month only.
const MONTHS: [&str; 12] = [
    "january januar janner jaenner janvier enero gennaio janeiro januari tammikuu styczen stycznia leden ledna ocak январь января ιανουαριοσ ιανουαριου",
    "february februar feber fevrier febrero febbraio fevereiro februari helmikuu luty lutego unor unora subat февраль февраля φεβρουαριοσ φεβρουαριου",
    "march mar marz maerz mrz mars marzo marco maart mrt marts maaliskuu marzec marca brezen brezna mart март марта μαρτιοσ μαρτιου",
    "april avril abril aprile apr huhtikuu kwiecien kwietnia duben dubna nisan апрель апреля απριλιοσ απριλιου",
    "may mai mayo maggio maio mei maj toukokuu maja kveten kvetna mayis май мая μαιοσ μαιου",
    "june juni juin junio giugno junho kesakuu czerwiec czerwca cerven cervna haziran июнь июня ιουνιοσ ιουνιου",
    "july juli juillet julio luglio julho heinakuu lipiec lipca cervenec cervence temmuz июль июля ιουλιοσ ιουλιου",
    "august aout agosto augustus augusti elokuu sierpien sierpnia srpen srpna agustos август августа αυγουστοσ αυγουστου",
    "september septembre septiembre setiembre settembre setembro syyskuu wrzesien wrzesnia zari eylul сентябрь сентября σεπτεμβριοσ σεπτεμβριου",
    "october oktober octobre octubre ottobre outubro oktobar lokakuu pazdziernik pazdziernika rijen rijna ekim октябрь октября οκτωβριοσ οκτωβριου",
    "november novembre noviembre novembro marraskuu listopad listopada kasim ноябрь ноября νοεμβριοσ νοεμβριου",
    "december dezember decembre diciembre dicembre dezembro desember joulukuu grudzien grudnia prosinec prosince aralik декабрь декабря δεκεμβριοσ δεκεμβριου",
];
/// The weekdays in the same languages; the beginning of a name, of two letters or more, is enough.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday \
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo \
    lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta \
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tisdag tirsdag onsdag torsdag fredag lordag sondag \
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai \
    poniedzialek wtorek sroda czwartek piatek sobota niedziela pondeli utery streda ctvrtek patek nedele \
    pazartesi sali carsamba persembe cuma cumartesi pazar \
    понедельник вторник среда четверг пятница суббота воскресенье δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη";
/// A beginning is only enough from here on.
const LEAST_LETTERS: usize = 3;

/// The month that a word names, from 1; none when it names none, or could be two.
pub(in crate::exchange) fn month(word: &str) -> Option<u32> {
    let word = simple(word);
    if word.chars().count() < LEAST_LETTERS {
        return None;
    }
    let is_named = |names: &&str, fits: &dyn Fn(&str) -> bool| names.split(' ').any(fits);
    let whole = MONTHS
        .iter()
        .position(|names| is_named(names, &|name| name == word));
    if let Some(place) = whole {
        return u32::try_from(place + 1).ok();
    }
    let begins = |names: &&str| is_named(names, &|name: &str| name.starts_with(&word));
    let mut places = (1..)
        .zip(&MONTHS)
        .filter(|(_, names)| begins(names))
        .map(|(place, _)| place);
    match (places.next(), places.next()) {
        (Some(place), None) => Some(place),
        // "sept" and the like are beginnings of one month only; "jui" of two.
        _ => None,
    }
}

/// Whether a word is a weekday, or the beginning of one.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = simple(word);
    word.chars().count() >= 2 && WEEKDAYS.split(' ').any(|name| name.starts_with(&word))
}

/// Greek has two letters for the end of a word and inside it, and accents that are not in Latin; some names have them.
fn simple(word: &str) -> String {
    let letters = folded(word)
        .chars()
        .map(|letter| match letter {
            'ς' => 'σ',
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' => 'υ',
            'ώ' => 'ω',
            'ё' => 'е',
            letter => letter,
        })
        .collect::<String>();
    letters.trim_matches('.').to_owned()
}
