//! Owns the phrases that bound a number: "at least", "8 or more", "no more than", "about". In the languages of the people
//! who type them.
//! May use: tokens, the standard library. Must not: know medicines or units.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::medicines::tokens::{Kind, Token};

/// What a phrase beside a number says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    AtLeast,
    /// At least, unless another end follows: "from 2 to 4".
    From,
    AtMost,
    About,
    /// "and" behind it parts two ends: "between 6 and 8".
    Between,
}

use Bound::{About, AtLeast, AtMost, Between, From};

/// Phrases before a number, in small letters without accents.
const BEFORE: [(Bound, &str); 5] = [
    (
        AtLeast,
        "at least|at the very least|no less than|not less than|no fewer than|not fewer than|not under|not below|more than|over|above|min|minimum|minimum of|a minimum of|upwards of|well over|easily|\
        mindestens|wenigstens|zumindest|nicht weniger als|nicht unter|mehr als|uber|minimal|\
        au moins|plus de|plus que|pas moins de|au minimum|\
        al menos|por lo menos|mas de|mas que|no menos de|como minimo|minimo|\
        almeno|piu di|non meno di|come minimo|oltre|\
        minstens|ten minste|tenminste|minimaal|meer dan|niet minder dan|\
        mais de|mais do que|pelo menos|no minimo|minst|al meno|mindst|mer an|mere end|over|minimalt|co najmniej|przynajmniej|ponad|wiecej niz|ikke mindre end|inte mindre an|nao menos de|",
    ),
    (
        From,
        "from|starting from|ab|von|a partir de|a partire da|depuis|desde|vanaf|da",
    ),
    (
        AtMost,
        "up to|at most|at the most|no more than|not more than|never more than|not over|not above|max|maximum|maximum of|a maximum of|less than|fewer than|under|below|\
        hochstens|maximal|bis|bis zu|bis maximal|nicht mehr als|nicht uber|nie mehr als|weniger als|unter|\
        au plus|au maximum|jusqua|jusque|jamais plus de|pas plus de|moins de|\
        hasta|como maximo|maximo|no mas de|menos de|a lo sumo|como mucho|\
        fino a|al massimo|massimo|non piu di|meno di|\
        hooguit|hoogstens|maximaal|tot|niet meer dan|minder dan|hogst|hojst|maximalt|mindre an|inte mer an|ikke mere end|upp till|op til|najwyzej|mniej niz|\
        ate|no maximo|nao mais de",
    ),
    (
        About,
        "about|around|approx|approximately|roughly|nearly|almost|some|ca|circa|etwa|ungefahr|rund|um die|fast|knapp|environ|presque|\
        aproximadamente|unos|unas|casi|quasi|ongeveer|bijna|cerca de|ungefar|omkring|runt|cirka|okolo|mniej wiecej|prawie|nastan|naesten|около",
    ),
    (Between, "between|zwischen|entre|tra|fra|tussen"),
];

/// Phrases behind a number and its unit.
const BEHIND: [(Bound, &str); 3] = [
    (
        AtLeast,
        "or more|or maybe more|or possibly more|maybe more|possibly more|perhaps more|probably more|and more|or over|or above|and above|and over|and up|and a bit|or up|upwards|at least|minimum|plus|\
        oder mehr|und mehr|oder auch mehr|vielleicht mehr|eventuell mehr|evtl mehr|aufwarts|mindestens|\
        und ein paar|et quelques|ou plus|et plus|ou davantage|peut etre plus|au moins|au minimum|\
        o mas|y mas|y pico|y algo|quiza mas|quizas mas|tal vez mas|o mas tal vez|minimo|como minimo|al menos|por lo menos|\
        o piu|e piu|forse di piu|almeno|\
        of meer|en meer|misschien meer|minimaal|minstens|\
        ou mais|e mais|eller mer|eller mere|och mer|och fler|og mere|og mer|og flere|eller fler|eller flere|i wiecej|lub wiecej|albo wiecej|moze wiecej|kanske mer|kanske fler|maske mere|maske flere|talvez mais|\
        etc|usw|ecc|osv|itd|and so on|und so weiter|and then some|and some|and some more|and counting|and change|if not more|or even more|even more|wenn nicht mehr|wenn nicht noch mehr|und noch mehr|oder noch mehr|und noch welche|und einige|si ce nest plus|et encore|si no mas|y alguna mas|y algunas mas|se non di piu|e qualcosa|e oltre|en nog meer|zo niet meer|en nog wat|se nao mais|och en till|en till|og en til|en til|og en mere|i jeszcze jedna|om inte fler|om inte mer|hvis ikke flere|hvis ikke mere",
    ),
    (
        AtMost,
        "or less|or fewer|max|maximum|at most|at the most|tops|\
        oder weniger|maximal|hochstens|\
        ou moins|au plus|au maximum|\
        o menos|maximo|como maximo|como mucho|\
        o meno|al massimo|massimo|\
        of minder|maximaal|hooguit|ou menos",
    ),
    (
        About,
        "or so|ish|oder so|ungefahr|environ|mas o menos|piu o meno|ongeveer|plus ou moins|mais ou menos|more or less|mehr oder weniger|meer of minder|mer eller mindre|ungefar|give or take|plus minus",
    ),
];

/// Phrases by their first words.
type ByFirst = BTreeMap<&'static str, Vec<(&'static str, Bound)>>;

static BEFORE_BY_FIRST: LazyLock<ByFirst> = LazyLock::new(|| by_first(&BEFORE));
static BEHIND_BY_FIRST: LazyLock<ByFirst> = LazyLock::new(|| by_first(&BEHIND));

fn by_first(table: &[(Bound, &'static str)]) -> ByFirst {
    let mut phrases = ByFirst::new();
    for (bound, list) in table {
        for phrase in list
            .split('|')
            .map(str::trim)
            .filter(|phrase| !phrase.is_empty())
        {
            let first = phrase.split(' ').next().unwrap_or_default();
            phrases.entry(first).or_default().push((phrase, *bound));
        }
    }
    phrases
}

/// Every word of the phrases.
pub fn words() -> impl Iterator<Item = &'static str> {
    let lists = BEFORE.iter().chain(&BEHIND);
    lists
        .flat_map(|(_, list)| list.split(['|', ' ']))
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

/// The phrase before a number that begins here, and the place after it.
pub fn before(tokens: &[Token], place: usize) -> Option<(Bound, usize)> {
    match tokens.get(place)?.kind {
        Kind::Sign('>') => Some((AtLeast, place + 1)),
        Kind::Sign('<') => Some((AtMost, place + 1)),
        Kind::Sign('~') => Some((About, place + 1)),
        _ => longest(&BEFORE_BY_FIRST, tokens, place),
    }
}

/// The phrase behind a number that begins here, and the place after it.
pub fn behind(tokens: &[Token], place: usize) -> Option<(Bound, usize)> {
    longest(&BEHIND_BY_FIRST, tokens, place)
}

fn longest(phrases: &ByFirst, tokens: &[Token], place: usize) -> Option<(Bound, usize)> {
    let word = |place: usize| match &tokens.get(place)?.kind {
        Kind::Word(word) => Some(word.as_str()),
        Kind::Number(_) | Kind::Sign(_) => None,
    };
    let fits = |phrase: &str| {
        let mut words = phrase.split(' ').enumerate();
        words.all(|(nth, wanted)| word(place + nth) == Some(wanted))
    };
    let found = phrases
        .get(word(place)?)?
        .iter()
        .filter(|(phrase, _)| fits(phrase));
    let found = found.map(|(phrase, bound)| (*bound, place + phrase.split(' ').count()));
    found.max_by_key(|(_, after)| *after)
}
