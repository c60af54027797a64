//! Owns the compiler of the clinical knowledge: checks every name, type, value and source in the TOML files and writes static tables.
//! May use: serde, toml, the byte code of `opcode.rs`. Used by `build.rs` and by native tests, never by the app.
//! Must not: change or repair what the files say.

mod catalogue;
mod combinations;
mod diary;
mod encode;
mod explained;
mod expression;
mod file;
mod fit;
mod illnesses;
mod item_checks;
mod medicines;
mod names;
mod numbers;
#[path = "../opcode.rs"]
mod opcode;
mod pairs;
mod problem;
mod questionnaire;
mod raw;
mod raw_numbers;
mod rules;
mod signs;
mod treatments;
mod vocabulary;
mod write;

use std::collections::BTreeSet;

pub use problem::Problem;

use combinations::Combinations;
use file::File;
use medicines::Medicines;
use problem::At;
use questionnaire::Lists;
use write::Compiler;

/// The text of each file.
#[derive(Clone)]
pub struct Files {
    pub plan_rules: String,
    pub red_flags: String,
    pub therapies: String,
    pub instruments: String,
    pub sources: String,
    pub questionnaire: String,
    pub combinations: String,
    pub names: String,
    pub explained: String,
    pub substances: String,
    pub trials: String,
    pub sign_lines: String,
    pub diary: String,
    pub medicines: String,
    pub pairs: String,
    pub numbers: String,
    pub populations: String,
    pub illnesses: String,
}

impl Files {
    /// The names of the files, in the order of the fields.
    pub const NAMES: [&str; 18] = [
        "plan_rules.toml",
        "red_flags.toml",
        "therapies.toml",
        "instruments.toml",
        "sources.toml",
        "questionnaire.toml",
        "combinations.toml",
        "names.toml",
        "explained.toml",
        "substances.toml",
        "trials.toml",
        "sign_lines.toml",
        "diary.toml",
        "medicines.toml",
        "pairs.toml",
        "numbers.toml",
        "populations.toml",
        "illnesses.toml",
    ];

    /// Gets each file by its name.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn gather<E>(mut read: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
        let [
            plan_rules,
            red_flags,
            therapies,
            instruments,
            sources,
            questionnaire,
            combinations,
            names,
            explained,
            substances,
            trials,
            sign_lines,
            diary,
            medicines,
            pairs,
            numbers,
            populations,
            illnesses,
        ] = Self::NAMES.map(&mut read);
        Ok(Self {
            plan_rules: plan_rules?,
            red_flags: red_flags?,
            therapies: therapies?,
            instruments: instruments?,
            sources: sources?,
            questionnaire: questionnaire?,
            combinations: combinations?,
            names: names?,
            explained: explained?,
            substances: substances?,
            trials: trials?,
            sign_lines: sign_lines?,
            diary: diary?,
            medicines: medicines?,
            pairs: pairs?,
            numbers: numbers?,
            populations: populations?,
            illnesses: illnesses?,
        })
    }
}

/// The Rust text of the static tables.
///
/// # Errors
/// Every mistake that was found, each with its file and entry.
pub fn compile(files: &Files) -> Result<String, Vec<Problem>> {
    let mut compiler = Compiler::default();
    let problems = &mut compiler.problems;

    let mut file = File::read("plan_rules.toml", &files.plan_rules, problems);
    let plan_meta: Option<raw::PlanMeta> = file.one("meta", problems);
    let facts: Vec<raw::Fact> = file.every("fact", "name", problems);
    let fits: Vec<raw::Fit> = file.every("fit", "id", problems);
    let derived: Vec<raw::Derived> = file.every("derived", "name", problems);
    let scopes: Vec<raw::Scope> = file.every("scope", "id", problems);
    let rules: Vec<raw::Rule> = file.every("rule", "id", problems);
    let avoids: Vec<raw::Avoid> = file.every("avoid", "id", problems);
    let cautions: Vec<raw::Caution> = file.every("caution", "id", problems);
    file.finish(problems);

    let mut file = File::read("red_flags.toml", &files.red_flags, problems);
    let signs_meta: Option<raw::SignsMeta> = file.one("meta", problems);
    let flags: Vec<raw::Flag> = file.every("flag", "id", problems);
    let phone_numbers: Vec<raw::Numbers> = file.every("numbers", "region", problems);
    file.finish(problems);

    let mut file = File::read("therapies.toml", &files.therapies, problems);
    let therapies: Vec<raw::Therapy> = file.every("t", "id", problems);
    file.finish(problems);

    let mut file = File::read("instruments.toml", &files.instruments, problems);
    let instruments: Vec<raw::Instrument> = file.every("inst", "id", problems);
    let own_checks: Vec<raw::OwnCheck> = file.every("own", "id", problems);
    file.finish(problems);

    let mut file = File::read("sources.toml", &files.sources, problems);
    let mut sources: Vec<(String, raw::Source)> = file.rest(problems);

    let mut file = File::read("questionnaire.toml", &files.questionnaire, problems);
    let parts: Vec<raw::Part> = file.every("part", "id", problems);
    let items: Vec<raw::Item> = file.every("item", "id", problems);
    file.finish(problems);

    let mut file = File::read("combinations.toml", &files.combinations, problems);
    let clashes: Vec<raw::Combination> = file.every("clash", "id", problems);
    let together: Vec<raw::Combination> = file.every("together", "id", problems);
    let orders: Vec<raw::Combination> = file.every("order", "id", problems);
    let judges: Vec<raw::Judge> = file.every("judge", "therapies", problems);
    file.finish(problems);

    let mut file = File::read("explained.toml", &files.explained, problems);
    let explained: Vec<(String, raw::Explained)> = file.rest(problems);

    let names: Option<raw::Names> = file::whole("names.toml", &files.names, problems);

    let sign_lines: Option<raw::SignLines> =
        file::whole("sign_lines.toml", &files.sign_lines, problems);

    let mut file = File::read("substances.toml", &files.substances, problems);
    let substances: Vec<raw::Substance> = file.every("substance", "id", problems);
    file.finish(problems);

    let mut file = File::read("trials.toml", &files.trials, problems);
    let trials: Vec<raw::Trial> = file.every("t", "id", problems);
    file.finish(problems);

    let mut file = File::read("diary.toml", &files.diary, problems);
    let fields: Vec<raw::DiaryField> = file.every("field", "id", problems);
    let summaries: Vec<raw::DiarySummary> = file.every("summary", "id", problems);
    file.finish(problems);

    let mut file = File::read("medicines.toml", &files.medicines, problems);
    let medicine_kinds: Vec<raw::MedicineKind> = file.every("kind", "id", problems);
    let mixes: Vec<raw::Mix> = file.every("mix", "names", problems);
    let on_skin: Vec<raw::OnlyNames> = file.every("on_skin", "names", problems);
    let other_names: Vec<raw::OnlyNames> = file.every("other", "names", problems);
    file.finish(problems);

    let mut file = File::read("pairs.toml", &files.pairs, problems);
    let classes: Vec<raw::MedicineClass> = file.every("class", "word", problems);
    let pairs: Vec<raw::Pair> = file.every("pair", "id", problems);
    file.finish(problems);

    let mut file = File::read("numbers.toml", &files.numbers, problems);
    let numbers: Vec<raw_numbers::HonestNumber> = file.every("number", "therapy", problems);
    let number_sources: Vec<raw::NumberSource> = file.every("source", "id", problems);
    file.finish(problems);
    numbers::add_sources(&mut sources, number_sources, problems);

    let mut file = File::read("populations.toml", &files.populations, problems);
    let populations: Vec<raw_numbers::Population> = file.every("population", "id", problems);
    file.finish(problems);

    let mut file = File::read("illnesses.toml", &files.illnesses, problems);
    let illnesses: Vec<raw::Illness> = file.every("illness", "names", problems);
    let other_illnesses: Vec<raw::OnlyNames> = file.every("other", "names", problems);
    file.finish(problems);

    let (Some(plan_meta), Some(signs_meta), Some(names), Some(sign_lines)) =
        (plan_meta, signs_meta, names, sign_lines)
    else {
        return Err(compiler.problems.0);
    };

    // Names first: conditions may use any of them.
    let vocabulary = &mut compiler.vocabulary;
    let problems = &mut compiler.problems;
    vocabulary.add_therapies(therapies.iter().map(|therapy| therapy.id.as_str()));
    vocabulary.add_sources(sources.iter().map(|(id, _)| id.as_str()));
    for fact in &facts {
        let at = At::new("plan_rules.toml", format!("fact {}", fact.name));
        vocabulary.add_fact(fact, &at, problems);
    }
    for entry in &derived {
        let at = At::new("plan_rules.toml", format!("derived {}", entry.name));
        vocabulary.add_derived(entry, &at, problems);
    }
    compiler.write_questions(&flags, &sign_lines);
    if !compiler.problems.0.is_empty() {
        // Places in the tables are not sure any more: further messages would mislead.
        return Err(compiler.problems.0);
    }

    let ask_only: BTreeSet<&str> = therapies
        .iter()
        .filter(|therapy| therapy.ask_only)
        .map(|therapy| therapy.id.as_str())
        .collect();
    compiler.write_sources(&sources);
    compiler.write_therapies(&therapies, &plan_meta);
    compiler.write_explained(&therapies, &explained);
    compiler.write_trials(&trials);
    compiler.write_own_checks(&own_checks, &instruments);
    let reads = compiler.write_facts(&derived);
    compiler.write_fact_names(&names);
    compiler.write_signs(&signs_meta, &flags);
    compiler.write_phone_numbers(&phone_numbers);
    compiler.write_plan_meta(&plan_meta);
    compiler.write_fits(&fits, &plan_meta);
    compiler.write_scopes(&scopes);
    compiler.write_rules(&rules, &ask_only, &fits);
    compiler.write_avoids(&avoids, &ask_only);
    compiler.write_cautions(&cautions);
    compiler.write_combinations(
        &Combinations {
            clashes: &clashes,
            together: &together,
            orders: &orders,
        },
        &cautions,
    );
    compiler.write_judges(&judges);
    compiler.write_diary(&fields, &summaries);
    compiler.write_medicines(&Medicines {
        kinds: &medicine_kinds,
        substances: &substances,
        mixes: &mixes,
        on_skin: &on_skin,
        other: &other_names,
    });
    compiler.write_illnesses(&illnesses, &other_illnesses);
    compiler.write_pairs(&classes, &pairs, &substances);
    compiler.write_honest_numbers(&numbers, &populations);
    let lists = Lists {
        parts: &parts,
        own_checks: &own_checks,
    };
    compiler.write_questionnaire(lists, &items, &reads);
    compiler.write_names();

    if compiler.problems.0.is_empty() {
        Ok(compiler.output)
    } else {
        Err(compiler.problems.0)
    }
}
