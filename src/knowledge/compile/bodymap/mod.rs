//! Owns the compile step of the body map: reads the register, its meaning and the drawings, checks them against each other, writes static tables.
//! May use: serde, toml, roxmltree (all at build time only). Must not: anything of the app.
//!
//! Every mistake is reported with file and id and ends the build.

mod drawing;
mod rows;
mod tables;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use rows::{Meaning, Register, Rules};

const REGISTER: &str = "src/knowledge/bodyregions.toml";
const MEANING: &str = "src/knowledge/bodymap.toml";
const RULES: &str = "src/knowledge/plan_rules.toml";

/// The texts that are compiled.
#[derive(Clone)]
pub struct Sources {
    /// `bodyregions.toml`.
    pub register: String,
    /// `bodymap.toml`.
    pub meaning: String,
    /// `plan_rules.toml`, for the words of the fact `primary_site`.
    pub rules: String,
    /// Drawings: file name and text, in the order of `MapView`.
    pub drawings: Vec<(String, String)>,
}

impl Sources {
    /// Reads them from a checkout. Fails with the name of the file that cannot be read.
    pub fn read(manifest_dir: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            std::fs::read_to_string(manifest_dir.join(name))
                .map_err(|error| format!("{name}: {error}"))
        };
        Ok(Self {
            register: read(REGISTER)?,
            meaning: read(MEANING)?,
            rules: read(RULES)?,
            drawings: drawing::VIEWS
                .iter()
                .map(|view| {
                    Ok((
                        view.file.to_owned(),
                        read(&format!("style/bodymap/{}", view.file))?,
                    ))
                })
                .collect::<Result<_, String>>()?,
        })
    }
}

/// Writes `body_map.rs` into `out_dir` and tells cargo which files it depends on.
pub fn compile_body_map(manifest_dir: &Path, out_dir: &Path) -> Result<(), String> {
    for file in [
        REGISTER,
        MEANING,
        RULES,
        "style/bodymap",
        "src/knowledge/compile/bodymap",
    ] {
        println!("cargo::rerun-if-changed={file}");
    }
    let tables = compile_tables(&Sources::read(manifest_dir)?)?;
    let target = out_dir.join("body_map.rs");
    std::fs::write(&target, tables).map_err(|error| format!("{}: {error}", target.display()))
}

/// The static tables as Rust text.
pub fn compile_tables(sources: &Sources) -> Result<String, String> {
    let register: Register = parse(REGISTER, &sources.register)?;
    let meaning: Meaning = parse(MEANING, &sources.meaning)?;
    let rules: Rules = parse(RULES, &sources.rules)?;
    let index = Index::new(&register)?;
    check_sites(&meaning, &rules)?;
    let areas = expand_areas(&meaning)?;
    let part_of_region = expand_parts(&meaning, &index)?;

    let mut out = String::from(
        "// Compiled by build.rs from bodyregions.toml, bodymap.toml and style/bodymap.\n",
    );
    tables::write_regions(
        &mut out,
        &register,
        &meaning,
        &index,
        &part_of_region,
        &areas,
    )?;
    tables::write_meaning(&mut out, &meaning, &areas)?;
    drawing::write_drawings(&mut out, &sources.drawings, &register, &index)?;
    Ok(out)
}

fn parse<T: for<'a> Deserialize<'a>>(file: &str, text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| format!("{file}: {error}"))
}

/// Positions of the registered regions by id.
struct Index(BTreeMap<String, usize>);

impl Index {
    fn new(register: &Register) -> Result<Self, String> {
        let mut positions = BTreeMap::new();
        for (position, region) in register.region.iter().enumerate() {
            if positions.insert(region.id.clone(), position).is_some() {
                return Err(format!(
                    "{REGISTER}: region {} is registered twice",
                    region.id
                ));
            }
        }
        if positions.len() > usize::from(u8::MAX) {
            return Err(format!("{REGISTER}: more than 255 regions"));
        }
        let index = Self(positions);
        for region in &register.region {
            for other in region
                .neighbours
                .iter()
                .chain(&region.across)
                .chain(&region.part_of)
            {
                index.position(other, REGISTER, &region.id)?;
            }
        }
        Ok(index)
    }

    /// Position of `id`; `file` and `place` say where it was named.
    fn position(&self, id: &str, file: &str, place: &str) -> Result<usize, String> {
        self.0.get(id).copied().ok_or_else(|| {
            format!("{file}: {place} names the region {id}, which is not registered")
        })
    }
}

fn check_sites(meaning: &Meaning, rules: &Rules) -> Result<(), String> {
    let fact = rules.fact.iter().find(|fact| fact.name == "primary_site");
    let words = fact
        .and_then(|fact| fact.values.as_deref())
        .ok_or_else(|| format!("{RULES}: the fact primary_site has no values"))?;
    let words: Vec<&str> = words.split('|').collect();
    for part in &meaning.part {
        for word in std::iter::once(&part.site).chain(&part.also) {
            if !words.contains(&word.as_str()) {
                return Err(format!(
                    "{MEANING}: part {}: {word} is no value of the fact primary_site",
                    part.name
                ));
            }
        }
    }
    Ok(())
}

/// The 19 areas: id and Rust text of the region that each counts for.
fn expand_areas(meaning: &Meaning) -> Result<Vec<(String, String)>, String> {
    let mut areas = Vec::new();
    for area in &meaning.area {
        let sides: &[&str] = if area.sides {
            &["left", "right"]
        } else {
            &["middle"]
        };
        for side in sides {
            let region = match (area.region.as_str(), *side) {
                ("none", _) => "None",
                ("axial", "middle") => "Some(BodyRegion::Axial)",
                ("upper", "left") => "Some(BodyRegion::LeftUpper)",
                ("upper", "right") => "Some(BodyRegion::RightUpper)",
                ("lower", "left") => "Some(BodyRegion::LeftLower)",
                ("lower", "right") => "Some(BodyRegion::RightLower)",
                (other, _) => {
                    return Err(format!(
                        "{MEANING}: area {}: region {other} does not fit its sides",
                        area.id
                    ));
                }
            };
            let id = if area.sides {
                format!("{}_{side}", area.id)
            } else {
                area.id.clone()
            };
            areas.push((id, region.to_owned()));
        }
    }
    if areas.len() == 19 {
        Ok(areas)
    } else {
        Err(format!(
            "{MEANING}: {} areas, but the widespread pain index has 19",
            areas.len()
        ))
    }
}

/// For each registered region the position of its part.
fn expand_parts(meaning: &Meaning, index: &Index) -> Result<Vec<usize>, String> {
    let mut part_of_region: Vec<Option<usize>> = vec![None; index.0.len()];
    for (position, part) in meaning.part.iter().enumerate() {
        for pattern in &part.regions {
            let ids = match pattern.strip_suffix('*') {
                Some(stem) => vec![format!("{stem}left"), format!("{stem}right")],
                None => vec![pattern.clone()],
            };
            for id in ids {
                let region = index.position(&id, MEANING, &part.name)?;
                if let Some(other) = part_of_region[region].replace(position) {
                    return Err(format!(
                        "{MEANING}: region {id} stands in the parts {} and {}",
                        meaning.part[other].name, part.name
                    ));
                }
            }
        }
    }
    let missing = |region: usize| {
        let id = index
            .0
            .iter()
            .find(|(_, position)| **position == region)
            .map_or("", |(id, _)| id);
        format!("{MEANING}: region {id} stands in no part")
    };
    part_of_region
        .into_iter()
        .enumerate()
        .map(|(region, part)| part.ok_or_else(|| missing(region)))
        .collect()
}
