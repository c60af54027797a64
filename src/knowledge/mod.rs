//! Owns the static tables that `build.rs` makes from the TOML files beside this module, and the look-ups by name.
//! May use: its own table types. Must not: the domain, evaluation, wording of its own.
//!
//! Clinical data is not code: a clinician reads and reviews the TOML files, and a mistake in them fails the build.

pub mod body_map;
mod fit;
mod medicines;
mod numbers;
pub mod opcode;
mod tables;
mod treatments;
pub mod units;

pub use fit::*;
pub use medicines::*;
pub use numbers::*;
pub use tables::*;
pub use treatments::*;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

impl Word {
    /// The word as it is written in the files and in storage.
    pub fn text(self) -> &'static str {
        WORDS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl Cited {
    /// Somebody saw the document, and the fact in it.
    pub fn was_seen(&self) -> bool {
        !self.from_knowledge && self.source.was_seen()
    }
}

impl Source {
    /// The document, or a part of it, was seen when the facts were compiled.
    pub fn was_seen(&self) -> bool {
        self.status != SourceStatus::FromKnowledge
    }
}

impl Expression {
    /// A condition from its byte code, as `opcode.rs` describes it. Malformed code is unknown when it is evaluated.
    pub const fn new(code: &'static [u8]) -> Self {
        Self(code)
    }

    /// The byte code, for those who want to know what a condition reads.
    pub const fn code(self) -> &'static [u8] {
        self.0
    }
}

impl FactId {
    /// The row of this fact.
    pub fn fact(self) -> &'static Fact {
        // An id is made by the compiler of the tables alone, so the first row is never the answer to a wrong id.
        FACTS.get(self.place()).unwrap_or(&FACTS[0])
    }

    /// What the fact is called in words; ": yes" or a value can follow.
    pub fn name(self) -> &'static str {
        FACT_NAMES.get(self.place()).copied().unwrap_or_default()
    }

    /// What a value of the fact is called: as the option of the questionnaire, or as the therapy.
    pub fn label(self, word: Word) -> &'static str {
        let option = ITEMS
            .iter()
            .filter(|item| item.fact == Some(self))
            .flat_map(|item| item.options)
            .find(|option| option.word == Some(word));
        let own = || {
            WORD_NAMES
                .iter()
                .find(|(fact, known, _)| (*fact, *known) == (self, word))
        };
        option
            .map(|option| option.label)
            .or_else(|| own().map(|(_, _, name)| *name))
            .or_else(|| {
                THERAPIES
                    .get(usize::from(word.0))
                    .map(|therapy| therapy.name)
            })
            .unwrap_or_else(|| word.text())
    }

    /// What a derived fact rests on; nothing for a fact from an answer.
    pub fn sources(self) -> &'static [Cited] {
        let n_given = FACTS.len() - DERIVED_SOURCES.len();
        self.place()
            .checked_sub(n_given)
            .and_then(|place| DERIVED_SOURCES.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// The place of this fact among all of them.
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Every fact and derived fact, in file order.
    pub fn all() -> impl Iterator<Item = FactId> {
        (0..=u8::MAX).take(FACTS.len()).map(FactId)
    }
}

impl Therapy {
    /// What it is called in a list: in a few words, or its name without the examples, which the page of the option names.
    pub fn short_name(&self) -> &'static str {
        let name = || self.name.split([':', '(', ';']).next();
        let brief = self.explained().brief.or_else(name);
        brief.unwrap_or(self.name).trim_end()
    }

    /// What a person reads about it.
    pub fn text(&self) -> &'static TherapyText {
        THERAPY_TEXTS.get(self.place()).unwrap_or(&THERAPY_TEXTS[0])
    }

    /// What the page of this option says about studies, risks and who gives it.
    pub fn explained(&self) -> &'static TherapyExplained {
        THERAPY_EXPLAINED
            .get(self.place())
            .unwrap_or(&THERAPY_EXPLAINED[0])
    }

    /// Who gives it, the first of those that its page names.
    pub fn who_first(&self) -> &'static str {
        let who = self.explained().who;
        who.split([',', ';']).next().unwrap_or(who)
    }

    /// What only a clinician reads about it.
    pub fn notes(&self) -> &'static TherapyNotes {
        THERAPY_NOTES.get(self.place()).unwrap_or(&THERAPY_NOTES[0])
    }

    /// The words of therapies are the first of the vocabulary, in file order.
    fn place(&self) -> usize {
        usize::from(self.word.0)
    }
}

impl Source {
    /// Addresses where the source was seen; empty when there are none.
    pub fn address(&self) -> &'static str {
        SOURCES
            .iter()
            .zip(SOURCE_ADDRESSES)
            .find(|(source, _)| *source == self)
            .map_or("", |(_, address)| address)
    }
}

/// The word with this text, if the vocabulary has it.
pub fn word(text: &str) -> Option<Word> {
    (0u16..)
        .zip(WORDS)
        .find(|(_, known)| *known == text)
        .map(|(place, _)| Word(place))
}

/// The fact or derived fact with this name.
pub fn fact_id(name: &str) -> Option<FactId> {
    FactId::all().find(|id| id.fact().id == name)
}

/// The therapy with this id.
pub fn therapy(id: &str) -> Option<&'static Therapy> {
    THERAPIES.iter().find(|therapy| therapy.id == id)
}

/// The safety question with this id.
pub fn safety_question(id: &str) -> Option<&'static SafetyQuestion> {
    SAFETY_QUESTIONS.iter().find(|question| question.id == id)
}

/// The warning sign with this id.
pub fn flag(id: &str) -> Option<&'static Flag> {
    FLAGS.iter().find(|flag| flag.id == id)
}

/// The source with this id.
pub fn source(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

/// The part of the questionnaire with this id.
pub fn part(id: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.id == id)
}

/// The item of the questionnaire with this id.
pub fn item(id: &str) -> Option<&'static Item> {
    ITEMS.iter().find(|item| item.id == id)
}

/// The items whose being shown, or whose counting, depends on a fact, in order.
pub fn items_using(fact: FactId) -> &'static [&'static Item] {
    ITEMS_USING.get(fact.place()).copied().unwrap_or_default()
}

/// The phone numbers of a region; the row OTHER when it has none of its own or is not known.
pub fn phone_numbers(region: Option<Word>) -> &'static PhoneNumbers {
    PHONE_NUMBERS
        .iter()
        .find(|row| Some(row.region) == region)
        .or_else(|| {
            PHONE_NUMBERS
                .iter()
                .find(|row| row.region.text() == "OTHER")
        })
        .unwrap_or(&PHONE_NUMBERS[0])
}

/// The field of the diary with this id; the first one for a name that the file does not have, which a test excludes.
pub fn diary_field(id: &str) -> &'static DiaryField {
    DIARY_FIELDS
        .iter()
        .find(|field| field.id == id)
        .unwrap_or(&DIARY_FIELDS[0])
}
