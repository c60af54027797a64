//! Owns the types of the static tables that `build.rs` makes from the TOML files beside this module.
//! May use: the standard library. Must not: hold data, evaluate anything, know the domain.
//! Long because the build writes against all of these types together, and each is a handful of lines.
//!
//! Each table is a static of its own, so that the linker drops what the app never touches:
//! long texts that few pages need stand apart from the rows that the rule engine reads.

use std::fmt;

use super::{Domain, Fit};

/// A word of the vocabulary: a value of an enum fact, a member of a set fact, or the id of a therapy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub(crate) u16);

/// A fact or a derived fact, by its place in `FACTS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub(crate) u8);

/// A compiled condition. Its byte code is described in `opcode.rs` and evaluated by `domain::plan::logic`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expression(pub(crate) &'static [u8]);

/// What kind of value a fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactKind {
    /// A whole number.
    Whole,
    /// Any number.
    Number,
    YesNo,
    /// One of `Fact::words`.
    Word,
    /// A set of `Fact::words`.
    Words,
}

/// A fact that answers give, or a derived fact.
pub struct Fact {
    pub id: &'static str,
    pub kind: FactKind,
    /// The words that its value may be or hold, in file order; empty for other kinds.
    pub words: &'static [Word],
    /// Smallest possible number. The file states units and ranges in `values`.
    pub min: f64,
    /// Largest possible number; infinite when the file states none.
    pub max: f64,
    pub origin: FactOrigin,
}

/// Where the value of a fact comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactOrigin {
    /// From an answer.
    Given,
    /// From other facts (sentence 5.1 of `plan_rules.toml`).
    Derived(Expression),
    /// Worked out by code (sentences 5.2 and 5.3).
    Special,
}

/// A document that a text rests on.
pub struct Source {
    pub id: &'static str,
    /// Authors, title, year, DOI or number.
    pub cite: &'static str,
    pub status: SourceStatus,
}

/// Whether a source was seen when the facts were compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceStatus {
    Seen,
    SeenInPart,
    FromKnowledge,
}

/// A source at the place where it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cited {
    pub source: &'static Source,
    /// `id:K` in the files: attributed to the source from knowledge, not seen there.
    pub from_knowledge: bool,
}

/// A treatment, test or habit that the plan may name. Its texts stand in `THERAPY_TEXTS` and `THERAPY_NOTES`.
pub struct Therapy {
    pub id: &'static str,
    /// The id as a member of the sets of tried treatments.
    pub word: Word,
    pub name: &'static str,
    pub group: TherapyGroup,
    /// Therapies of one slot are alternatives: at most one of them is among the best fits (sentence 9.10).
    pub slot: Option<Slot>,
    pub domain: Domain,
    /// Goals that it may serve, in the order of the words of `goals`.
    pub helps: &'static [Word],
    /// How it comes, as words of `prefs`, in their order.
    pub way: &'static [Word],
    /// Shown only when the person looks it up.
    pub ask_only: bool,
    /// Words of `current_meds` that mean "you use this now" (sentence 9.4).
    pub using: &'static [Word],
}

/// Texts about a therapy that a person reads; at the same place as the therapy in `THERAPIES`.
pub struct TherapyText {
    /// What it is, in plain words.
    pub plain: &'static str,
    /// Questions to the specialist.
    pub ask: &'static [&'static str],
    pub evidence: Evidence,
    /// 0 safety or foundation … 4 rare or late, 9 usually not recommended.
    pub step: u8,
    pub types: &'static [PainType],
    /// What it is used for.
    pub uses: &'static [&'static str],
    pub sources: &'static [Cited],
}

/// More about a therapy that a person reads on its page; at the same place as the therapy in `THERAPIES`.
/// Its sources are those of [`TherapyText`].
pub struct TherapyExplained {
    /// What it is called in a few words, where the name is long.
    pub brief: Option<&'static str>,
    /// What is done, with the trial phase; for procedures.
    pub done: Option<&'static str>,
    /// Evidence in words and size.
    pub studies: &'static str,
    pub risks: &'static str,
    /// Who gives or leads it.
    pub who: &'static str,
    /// Where guidelines disagree; none when they do not.
    pub differ: Option<&'static str>,
}

/// Notes for clinicians; at the same place as the therapy in `THERAPIES`. They may hold doses and are never shown to the person.
pub struct TherapyNotes {
    /// What guidelines say.
    pub position: &'static str,
    pub cautions: &'static str,
    /// What to track, over how long.
    pub monitor: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TherapyGroup {
    Medicine,
    Physical,
    Psych,
    Procedure,
    Programme,
    Selfcare,
    Social,
    Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Attack,
    Prevent,
    Safety,
    Nerve,
    Talk,
    Load,
}

/// Our reading of the evidence for the best-supported use; not a formal rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    High,
    Moderate,
    Low,
    VeryLow,
    None,
    Harm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PainType {
    Nociceptive,
    Neuropathic,
    Nociplastic,
    Migraine,
    Tth,
    Cluster,
    Moh,
    Any,
}

/// How firm guidelines are, best first. Not how well a treatment will work for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    Strong,
    Conditional,
    Insufficient,
    Against,
}

/// What a caution does to its therapies (sentence 7.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Takes the therapy off the ideas.
    Avoid,
    /// Ask a specialist first.
    Specialist,
    /// Say it at the visit.
    Tell,
    /// The person would rather not.
    Wish,
}

/// Urgency of a warning sign, most urgent first (sentence 6.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// E: emergency now.
    Emergency,
    /// S: the same day.
    SameDay,
    /// D: an appointment within days.
    WithinDays,
    /// M: mention it at the next visit.
    NextVisit,
}

/// A group of questions about warning signs: a part of the body, or anyone.
pub struct SignGroup {
    pub id: &'static str,
    pub ask_when: Expression,
}

/// What warning signs would feel like: the heading that their lines stand under.
pub struct Feel {
    /// Its place in `FEELS`, which is the order on a page.
    pub place: u8,
    pub name: &'static str,
}

impl PartialEq for Feel {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

/// A question about a warning sign.
pub struct SafetyQuestion {
    pub id: &'static str,
    /// Its place in `SAFETY_QUESTIONS`.
    pub index: u8,
    pub ask: &'static str,
    /// A short line for lists, never narrower than the question; none when it is always asked in full.
    pub line: Option<&'static str>,
    /// The heading of the line; none when there is no line.
    pub feel: Option<&'static Feel>,
    pub kind: SafetyKind,
}

/// Which answers a safety question has (sentence 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyKind {
    /// no, new, longer ago and never checked, longer ago and checked, not sure.
    FourWay,
    /// no, yes, not sure.
    YesNo,
}

/// A warning sign.
pub struct Flag {
    pub id: &'static str,
    pub group: &'static SignGroup,
    pub questions: &'static [&'static SafetyQuestion],
    /// The questions whose answers decide the class: `cls_q`, or all its questions.
    pub class_questions: &'static [&'static SafetyQuestion],
    pub when: Expression,
    pub class: Class,
    pub class_old: Class,
    /// The same as `class_old` when the file states none.
    pub class_unsure: Class,
    /// What to do, in plain words.
    pub say: &'static str,
    /// For clinicians: what the sign may point to.
    pub suspect: &'static str,
    pub sources: &'static [Cited],
}

/// A question that opens others when its answer counts as true.
pub struct Opens {
    pub question: &'static SafetyQuestion,
    pub opens: &'static [&'static SafetyQuestion],
}

/// Phone numbers of a country, as they are printed.
pub struct PhoneNumbers {
    pub region: Word,
    /// A name that differs from the region's own.
    pub label: Option<&'static str>,
    pub emergency: &'static str,
    pub non_emergency: &'static str,
    pub crisis: &'static str,
    pub poison: &'static str,
    pub sources: &'static [Cited],
}

/// A kind of pain or person that the tool is not made for (sentence 7.3).
pub struct Scope {
    pub id: &'static str,
    pub when: Expression,
    pub say: &'static str,
    /// Therapies that stay on the list.
    pub keep: &'static [&'static Therapy],
    /// The stage of new pain, in weeks; none for a scope that is about something else.
    pub stage: Option<u8>,
}

/// A reason to talk about a therapy.
pub struct Rule {
    pub id: &'static str,
    /// Its place in the file.
    pub place: u16,
    pub when: Expression,
    pub therapy: &'static Therapy,
    pub strength: Strength,
    pub step: u8,
    /// It names the person's own condition.
    pub own: bool,
    /// It belongs into the box "Say this first".
    pub first: bool,
    /// It belongs to every visit.
    pub footer: bool,
    /// It is an extra, not a main treatment.
    pub last: bool,
    /// What it is about, in the order of `FITS`.
    pub fits: &'static [&'static Fit],
    /// In new pain, the stage in weeks from which it may be shown; none only in pain of 3 months and more.
    pub from_week: Option<u8>,
    /// May hold `{fact}` placeholders.
    pub why: &'static str,
    /// Instead of `why` when a placeholder is unknown; present whenever `why` has one.
    pub why_short: Option<&'static str>,
    pub sources: &'static [Cited],
}

/// A reason why therapies are usually not advised.
pub struct Avoid {
    pub id: &'static str,
    /// Its place in the file.
    pub place: u16,
    pub when: Expression,
    pub therapies: &'static [&'static Therapy],
    pub strength: Strength,
    pub why: &'static str,
    /// The therapies are often offered for this kind of pain.
    pub common: bool,
    /// The same as for a rule.
    pub from_week: Option<u8>,
    pub sources: &'static [Cited],
}

/// Something about the person that matters for therapies.
pub struct Caution {
    pub id: &'static str,
    pub when: Expression,
    pub applies: &'static [&'static Therapy],
    pub level: Level,
    /// States the fact; printed only when the caution is true.
    pub say: &'static str,
    /// Asked when it is unknown.
    pub question: &'static CautionQuestion,
    pub sources: &'static [Cited],
}

/// A plain question for an unknown caution; cautions that ask the same thing share it.
pub struct CautionQuestion {
    pub id: &'static str,
    pub ask: &'static str,
}

/// Options that go together or clash, with each other or with what is there now, or an order between them.
/// What the fields mean when they are empty is said in the header of `combinations.toml`.
pub struct Combination {
    pub id: &'static str,
    pub kind: CombinationKind,
    pub one: &'static [&'static Therapy],
    pub other: &'static [&'static Therapy],
    /// Cautions of which one at least has to be true for a line with a rule.
    pub cautions: &'static [&'static Caution],
    pub when: Option<Expression>,
    pub text: &'static str,
    pub sources: &'static [Cited],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CombinationKind {
    Clash,
    Together,
    /// `one` comes before `other`.
    Order,
}

/// When to judge an option, and by what.
#[derive(Debug)]
pub struct Judge {
    pub therapies: &'static [&'static Therapy],
    /// First and last week after the start; without them it is judged each time it is used.
    pub weeks: Option<(u8, u8)>,
    pub measures: &'static [Measure],
    pub text: &'static str,
    pub sources: &'static [Cited],
}

/// A field of the diary by which an option is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    PainAvg,
    PainWorst,
    Interference,
    SleepQuality,
    Mood,
    Flare,
    Medicines,
    Activity,
    Stress,
    DidMatter,
    TreatmentDone,
    SideEffect,
    Bleeding,
    HeadDay,
    HeadFeatures,
    HeadReliefTwoHours,
}

/// A field of the diary.
pub struct DiaryField {
    pub id: &'static str,
    pub level: DiaryLevel,
    pub ask: &'static str,
    /// What an answer is, in the words of the file.
    pub kind: &'static str,
}

/// Who is asked for a field of the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiaryLevel {
    Core,
    Optional,
    Headache,
}

/// How a summary of the diary is computed, and from how much.
pub struct DiarySummary {
    pub id: &'static str,
    pub is: &'static str,
    pub need: &'static str,
    pub sources: &'static [Cited],
}

/// A counter of the days on which a kind of pain medicine was taken.
#[derive(Debug, PartialEq)]
pub struct MedicineKind {
    pub id: &'static str,
    pub name: &'static str,
    /// What belongs to it; empty when its name says it.
    pub hint: &'static str,
    /// Days a month from which on it is told, and the limit for over three months.
    pub notice: u8,
    pub limit: u8,
    pub sources: &'static [Cited],
}

/// One of our own checks, in our own words, on the topics of a published instrument.
pub struct OwnCheck {
    pub id: &'static str,
    pub name: &'static str,
    /// What it is and is not.
    pub honest: &'static str,
    /// The id of the instrument that has the same topics; never its name for the check.
    pub based_on: &'static str,
    pub facts: &'static [FactId],
    pub seconds: u16,
    pub questions: &'static [&'static str],
    pub answers: &'static str,
    pub result: &'static str,
}

/// A part of the questionnaire.
pub struct Part {
    pub id: &'static str,
    pub name: &'static str,
}

/// One item of the questionnaire: one screen or one line of a screen.
pub struct Item {
    pub id: &'static str,
    /// Its place in `ITEMS`, which is the order of the questionnaire.
    pub place: u16,
    pub part: &'static Part,
    pub kind: ItemKind,
    pub ask: &'static str,
    pub hint: Option<&'static str>,
    /// Shown only when this is true; always shown without it.
    pub when: Option<Expression>,
    /// The fact that the answer is.
    pub fact: Option<FactId>,
    /// The whole-number fact of which the answer is one addend.
    pub sum: Option<FactId>,
    /// Numbers: plausible range. Rating: the steps.
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub unit: Option<&'static str>,
    /// Words at both ends of a scale.
    pub ends: Option<[&'static str; 2]>,
    /// One word per step of a rating, or none.
    pub step_names: &'static [&'static str],
    /// Label of the exclusive answer "none of these".
    pub none: Option<&'static str>,
    pub options: &'static [ItemOption],
    pub own: Option<&'static OwnCheck>,
    /// Facts that the score of the own check decides, together with its other items.
    pub scored: &'static [FactId],
    /// Hidden when the earlier item has one of these answers.
    pub unless: Option<Unless>,
    /// Not asked while this earlier set has one member only and the fact of the item is known.
    pub if_several: Option<FactId>,
    /// An answer below this earlier fact contradicts it and does not count.
    pub at_least: Option<FactId>,
    /// An answer above this earlier fact contradicts it and does not count. An age is compared in years.
    pub at_most: Option<FactId>,
    /// After a contradiction the earlier answer does not count either.
    pub neither: bool,
    /// Choices: how many may be chosen.
    pub most: Option<u8>,
    /// Asked anew in a later assessment: the answer is about the last days or weeks.
    pub again: bool,
    /// Asked only of a person who wants to tell everything.
    pub extra: bool,
    /// Part of the quick path.
    pub quick: bool,
    /// Items that stand together and name the same page are shown on one.
    pub page: Option<&'static str>,
    /// The questions about self-harm and safety at home stand beside it.
    pub sensitive: bool,
    /// Estimated time to answer.
    pub seconds: u16,
    /// All given facts that decide whether the item is shown, also through derived facts and the preparation.
    pub uses: &'static [FactId],
}

/// Answers to an earlier item that hide a later one.
pub struct Unless {
    /// The place of the earlier item in `ITEMS`.
    pub item: u16,
    /// Ids of options, or numbers of steps.
    pub answers: &'static [&'static str],
}

/// One option of an item.
pub struct ItemOption {
    pub id: &'static str,
    /// The id as a value of the item's fact.
    pub word: Option<Word>,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    /// Ticks: the yes/no fact that this line is. Numbers: the fact that its number is.
    pub fact: Option<FactId>,
    /// A heading that options stand under.
    pub group: Option<&'static str>,
    /// Numbers: includes those of the other options, so that it cannot be smaller.
    pub covers: bool,
}

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// Places by name, for those who do not use the map: a set fact.
    Areas,
    /// The body map: `primary_site`, `pain_sites`, `wpi`, `regions5`.
    Map,
    /// The questions about warning signs.
    Safety,
    /// 0 to 10.
    Scale,
    /// A small ladder from `min` to `max`.
    Rating,
    Number,
    /// One number per option; each may be a fact.
    Numbers,
    /// Years and months, counted as months.
    Duration,
    /// Height and weight, counted as body mass index.
    Body,
    /// Yes, no, not sure.
    YesNo,
    /// One option.
    Choice,
    /// Any number of options: a set fact, or none.
    Choices,
    /// Any number of options, each of which may be a yes/no fact.
    Ticks,
    /// Any number of options; how many is the fact.
    Count,
    Text,
    /// Own words for each option.
    Texts,
    /// Medicines in use; `med_count`.
    Medicines,
    /// Treatments tried; `tried_helped`, `tried_no_help`, `tried_bad`.
    Tried,
    /// Names that the pain was given.
    Diagnoses,
    /// Tests done; each option is a kind.
    Tests,
    Goals,
}

/// Rows are the same when their ids are; a row prints as its id.
macro_rules! told_apart_by_id {
    ($($row:ident),* $(,)?) => {$(
        impl PartialEq for $row {
            fn eq(&self, other: &Self) -> bool {
                self.id == other.id
            }
        }

        impl Eq for $row {}

        impl fmt::Debug for $row {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($row), self.id)
            }
        }
    )*};
}

told_apart_by_id!(
    Fact,
    Fit,
    Source,
    Therapy,
    SignGroup,
    SafetyQuestion,
    Flag,
    Scope,
    Rule,
    Avoid,
    Caution,
    CautionQuestion,
    Combination,
    OwnCheck,
    Part,
    Item,
    ItemOption,
);

impl Slot {
    /// The word of `therapies.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Slot::Attack => "attack",
            Slot::Prevent => "prevent",
            Slot::Safety => "safety",
            Slot::Nerve => "nerve",
            Slot::Talk => "talk",
            Slot::Load => "load",
        }
    }
}

impl TherapyGroup {
    /// The word of `therapies.toml`.
    pub fn word(self) -> &'static str {
        match self {
            TherapyGroup::Medicine => "medicine",
            TherapyGroup::Physical => "physical",
            TherapyGroup::Psych => "psych",
            TherapyGroup::Procedure => "procedure",
            TherapyGroup::Programme => "programme",
            TherapyGroup::Selfcare => "selfcare",
            TherapyGroup::Social => "social",
            TherapyGroup::Test => "test",
        }
    }
}

impl CombinationKind {
    /// The word of `combinations.toml`.
    pub fn word(self) -> &'static str {
        match self {
            CombinationKind::Clash => "clash",
            CombinationKind::Together => "together",
            CombinationKind::Order => "order",
        }
    }
}

impl Measure {
    /// The field of `diary.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Measure::PainAvg => "pain_avg",
            Measure::PainWorst => "pain_worst",
            Measure::Interference => "interference",
            Measure::SleepQuality => "sleep_quality",
            Measure::Mood => "mood",
            Measure::Flare => "flare",
            Measure::Medicines => "medicines",
            Measure::Activity => "activity",
            Measure::Stress => "stress",
            Measure::DidMatter => "did_matter",
            Measure::TreatmentDone => "treatment_done",
            Measure::SideEffect => "side_effect",
            Measure::Bleeding => "bleeding",
            Measure::HeadDay => "head_day",
            Measure::HeadFeatures => "head_features",
            Measure::HeadReliefTwoHours => "head_relief2h",
        }
    }
}

impl Class {
    /// The letter of sentence 6.7.
    pub fn letter(self) -> &'static str {
        match self {
            Class::Emergency => "E",
            Class::SameDay => "S",
            Class::WithinDays => "D",
            Class::NextVisit => "M",
        }
    }
}
