//! Owns the table of honest numbers: `numbers.toml`, and who they are about: `populations.toml`.
//! May use: raw entries, the compiler. Must not: evaluate, let a number through that nobody saw in its source.

use super::encode::MayRead;
use super::problem::{At, Problems};
use super::raw;
use super::raw_numbers::{Harm, HonestNumber, Population};
use super::write::{Choice, Compiler, list, optional, text};

const FILE: &str = "numbers.toml";

const VERSUS: Choice = Choice {
    rust_type: "Versus",
    words: &[
        ("placebo", "Placebo"),
        ("sham", "Sham"),
        ("usual care", "UsualCare"),
        ("waiting list", "WaitingList"),
        ("other treatment", "OtherTreatment"),
    ],
};

const SURE: Choice = Choice {
    rust_type: "Sure",
    words: &[
        ("high", "High"),
        ("moderate", "Moderate"),
        ("low", "Low"),
        ("very low", "VeryLow"),
        ("not rated", "NotRated"),
    ],
};

const SCALES: Choice = Choice {
    rust_type: "Scale",
    words: &[
        ("0-10", "ToTen"),
        ("0-100", "ToHundred"),
        ("days in 28", "DaysInFourWeeks"),
        ("attacks in 28 days", "AttacksInFourWeeks"),
        ("minutes", "Minutes"),
        ("days", "Days"),
    ],
};

/// Adds the sources that only the numbers cite to the others.
pub fn add_sources(
    sources: &mut Vec<(String, raw::Source)>,
    more: Vec<raw::NumberSource>,
    problems: &mut Problems,
) {
    for source in more {
        if sources.iter().any(|(id, _)| *id == source.id) {
            let at = At::new(FILE, format!("source {}", source.id));
            problems.add(&at, "`sources.toml` has it already");
        }
        sources.push((source.id.clone(), source.into()));
    }
    sources.sort_by(|(one, _), (other, _)| one.cmp(other));
}

impl Compiler {
    pub fn write_honest_numbers(&mut self, numbers: &[HonestNumber], populations: &[Population]) {
        let mut rows = Vec::new();
        for number in numbers {
            let at = At::new(
                FILE,
                format!("number {} for {}", number.therapy, number.people_studied),
            );
            let row = self.honest_number(&at, number, populations);
            if number.seen {
                rows.push(row);
            }
        }
        for population in populations {
            if !numbers.iter().any(|number| number.when == population.id) {
                self.problems
                    .add(&population_at(population), "no number is about it");
            }
        }
        self.table(
            "Of 100 people with and without an option, in file order: only what was seen in its source.",
            "HONEST_NUMBERS",
            "HonestNumber",
            &rows,
        );
    }

    fn honest_number(
        &mut self,
        at: &At,
        number: &HonestNumber,
        populations: &[Population],
    ) -> String {
        let therapy = self.therapy(at, "therapy", &number.therapy);
        let benefit = self.benefit(at, number);
        let harms: Vec<String> = number
            .harms
            .iter()
            .map(|harm| self.harm(at, harm))
            .collect();
        let harm_source = number
            .harm_src
            .as_ref()
            .map(|source| self.sources(at, std::slice::from_ref(source)));
        format!(
            "HonestNumber {{ therapy: &THERAPIES[{}], people_studied: {}, fits: {}, any_pain: {}, outcome: {}, benefit: {benefit}, versus: {}, weeks: {}, counted: {}, of_attacks: {}, n_people: {}, sure: {}, harms: {}, harm_sources: {}, sources: {} }}",
            therapy.unwrap_or_default(),
            text(&number.people_studied),
            self.population(at, number, populations),
            number.when == "any",
            text(&number.outcome),
            self.variant(at, "versus", &number.versus, &VERSUS),
            number.weeks,
            optional(number.counted.as_deref().map(text)),
            self.of_attacks(at, number),
            optional(number.people.map(|people| people.to_string())),
            self.variant(at, "sure", &number.sure, &SURE),
            list(harms),
            harm_source.unwrap_or_else(|| list([""; 0])),
            self.sources(at, std::slice::from_ref(&number.src)),
        )
    }

    fn of_attacks(&mut self, at: &At, number: &HonestNumber) -> bool {
        match number.unit.as_deref() {
            None => false,
            Some("attacks") => true,
            Some(other) => {
                self.problems.add(at, format!("unknown `unit` `{other}`"));
                false
            }
        }
    }

    fn benefit(&mut self, at: &At, number: &HonestNumber) -> String {
        match number.kind.as_deref() {
            None => {
                let (Some(with), Some(without)) = (number.with, number.without) else {
                    self.problems.add(at, "a count needs `with` and `without`");
                    return String::new();
                };
                self.of_hundred(at, [with, without]);
                format!("Benefit::Count {{ with: {with}, without: {without} }}")
            }
            Some("average") => {
                let (Some(difference), Some(scale)) = (number.difference, &number.scale) else {
                    self.problems
                        .add(at, "an average needs `difference` and `scale`");
                    return String::new();
                };
                let scale = self.variant(at, "scale", scale, &SCALES);
                let changes = number
                    .change_with
                    .zip(number.change_without)
                    .map(|(with, without)| format!("({with:?}, {without:?})"));
                format!(
                    "Benefit::Average {{ difference: {difference:?}, scale: {scale}, changes: {} }}",
                    optional(changes)
                )
            }
            Some("difference") => {
                let Some(more) = number.difference.filter(|more| more.fract() == 0.0) else {
                    self.problems.add(at, "needs a whole `difference`");
                    return String::new();
                };
                format!("Benefit::Difference {{ more: {more:.0} }}")
            }
            Some(other) => {
                self.problems.add(at, format!("unknown `kind` `{other}`"));
                String::new()
            }
        }
    }

    fn harm(&mut self, at: &At, harm: &Harm) -> String {
        let count = match (harm.with, harm.without, harm.more) {
            (Some(with), Some(without), None) => {
                self.of_hundred(at, [with, without]);
                format!("HarmCount::Both {{ with: {with}, without: {without} }}")
            }
            (Some(with), None, None) => {
                self.of_hundred(at, [with]);
                format!("HarmCount::With({with})")
            }
            (None, None, Some(more)) => format!("HarmCount::More({more})"),
            _ => {
                self.problems.add(
                    at,
                    "a harm has `with` and `without`, `with` alone, or `more`",
                );
                String::new()
            }
        };
        format!("Harm {{ what: {}, count: {count} }}", text(&harm.what))
    }

    fn of_hundred<const N: usize>(&mut self, at: &At, counts: [u8; N]) {
        if counts.iter().any(|count| *count > 100) {
            self.problems.add(at, "counts more than 100 of 100");
        }
    }

    /// The condition of the row that names the therapy, or else of the row for all therapies.
    fn population(&mut self, at: &At, number: &HonestNumber, populations: &[Population]) -> String {
        let own = |row: &&Population| {
            row.id == number.when
                && row
                    .therapies
                    .as_ref()
                    .is_some_and(|ids| ids.contains(&number.therapy))
        };
        let general = |row: &&Population| row.id == number.when && row.therapies.is_none();
        let found = populations
            .iter()
            .find(own)
            .or_else(|| populations.iter().find(general));
        let Some(row) = found else {
            self.problems
                .add(at, format!("`when`: no population `{}`", number.when));
            return String::new();
        };
        self.condition(&population_at(row), "when", &row.when, MayRead::Facts)
            .map_or_else(String::new, |condition| condition.rust)
    }
}

fn population_at(row: &Population) -> At {
    At::new("populations.toml", format!("population {}", row.id))
}
