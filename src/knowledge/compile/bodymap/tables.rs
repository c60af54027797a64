//! Owns the Rust text of the tables of regions, areas, parts and words.
//! May use: the rows. Must not: drawings.

use std::fmt::Write as _;

use super::rows::{Meaning, Register, WidespreadRow, WordsRow};
use super::{Index, MEANING, REGISTER};

/// Appends the regions and the headings of the list view.
pub fn write_regions(
    out: &mut String,
    register: &Register,
    meaning: &Meaning,
    index: &Index,
    part_of_region: &[usize],
    areas: &[(String, String)],
) -> Result<(), String> {
    let groups = groups(register);
    let references = |ids: &[String]| {
        let positions: Vec<String> = ids
            .iter()
            .map(|id| format!("RegionIndex({})", index.0[id]))
            .collect();
        format!("&[{}]", positions.join(","))
    };
    put(
        out,
        format_args!("/// Headings of the list view.\npub static GROUPS: &[&str] = &{groups:?};\n"),
    );
    put(
        out,
        format_args!(
            "/// Every region, in the order of the register.\npub static REGIONS: [Region; {}] = [\n",
            register.region.len()
        ),
    );
    for (region, part) in register.region.iter().zip(part_of_region) {
        let fail = |what: &str, value: &str| {
            format!("{REGISTER}: region {}: unknown {what} {value}", region.id)
        };
        let figure = match region.view.as_str() {
            "front" => "Front",
            "back" => "Back",
            "head" => "Head",
            other => return Err(fail("view", other)),
        };
        let side = match region.side.as_str() {
            "left" => "Left",
            "right" => "Right",
            "middle" => "Middle",
            other => return Err(fail("side", other)),
        };
        let group = groups
            .iter()
            .position(|group| *group == region.group)
            .unwrap_or_default();
        let area = match &meaning.part[*part].wpi {
            None => None,
            Some(wpi) => Some(area_position(wpi, &region.side, areas).ok_or_else(|| {
                let part = &meaning.part[*part].name;
                format!(
                    "{MEANING}: part {part}: no area {wpi} for the region {}",
                    region.id
                )
            })?),
        };
        let across = region
            .across
            .as_ref()
            .map(|id| format!("RegionIndex({})", index.0[id]));
        let across = across.map_or("None".to_owned(), |text| format!("Some({text})"));
        put(
            out,
            format_args!(
                "Region {{ id: {:?}, figure: Figure::{figure}, side: Side::{side}, name: {:?}, group: {group}, part: {part}, area: {area:?}, neighbours: {}, across: {across}, part_of: {} }},\n",
                region.id,
                region.name,
                references(&region.neighbours),
                references(&region.part_of),
            ),
        );
    }
    out.push_str("];\n");
    Ok(())
}

/// Headings in the order of their first region.
fn groups(register: &Register) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for region in &register.region {
        if !groups.contains(&region.group.as_str()) {
            groups.push(&region.group);
        }
    }
    groups
}

fn area_position(wpi: &str, side: &str, areas: &[(String, String)]) -> Option<usize> {
    let with_side = format!("{wpi}_{side}");
    areas
        .iter()
        .position(|(id, _)| *id == with_side || id == wpi)
}

/// Appends areas, parts, limbs and words.
pub fn write_meaning(
    out: &mut String,
    meaning: &Meaning,
    areas: &[(String, String)],
) -> Result<(), String> {
    put(
        out,
        format_args!(
            "/// The 19 areas of the widespread pain index.\npub static AREAS: [Area; {}] = [\n",
            areas.len()
        ),
    );
    for (id, region) in areas {
        put(
            out,
            format_args!("Area {{ id: {id:?}, region: {region} }},\n"),
        );
    }
    put(
        out,
        format_args!(
            "];\n/// Every part of the body.\npub static PARTS: [Part; {}] = [\n",
            meaning.part.len()
        ),
    );
    for part in &meaning.part {
        let limb = match &part.limb {
            None => None,
            Some(id) => Some(
                meaning
                    .limb
                    .iter()
                    .position(|limb| limb.id == *id)
                    .ok_or_else(|| format!("{MEANING}: part {}: unknown limb {id}", part.name))?,
            ),
        };
        put(
            out,
            format_args!(
                "Part {{ name: {:?}, sided: {:?}, both: {:?}, site: {:?}, also: &{:?}, limb: {limb:?} }},\n",
                part.name, part.sided, part.both, part.site, part.also
            ),
        );
    }
    put(
        out,
        format_args!(
            "];\n/// The limbs.\npub static LIMBS: [Limb; {}] = [\n",
            meaning.limb.len()
        ),
    );
    for limb in &meaning.limb {
        let part = |name: &String| {
            let position = meaning
                .part
                .iter()
                .position(|part| part.name == *name && part.limb.as_ref() == Some(&limb.id));
            position.ok_or_else(|| format!("{MEANING}: limb {}: {name} is no part of it", limb.id))
        };
        let end: Vec<usize> = limb.end.iter().map(part).collect::<Result<_, _>>()?;
        put(
            out,
            format_args!(
                "Limb {{ upper: {}, lower: {}, end: &{end:?}, name: {:?}, both: {:?}, name_to_end: {:?}, both_to_end: {:?} }},\n",
                part(&limb.upper)?,
                part(&limb.lower)?,
                limb.name,
                limb.both,
                limb.name_to_end,
                limb.both_to_end
            ),
        );
    }
    let WidespreadRow { regions, areas } = meaning.widespread;
    put(
        out,
        format_args!(
            "];\n/// The threshold of widespread pain.\npub static WIDESPREAD: Widespread = Widespread {{ regions: {regions}, areas: {areas} }};\n"
        ),
    );
    let WordsRow {
        left,
        right,
        both_sides,
        and,
        head_close_up,
    } = &meaning.words;
    put(
        out,
        format_args!(
            "/// Words for naming a place.\npub static WORDS: Words = Words {{ left: {left:?}, right: {right:?}, both_sides: {both_sides:?}, and: {and:?}, head_close_up: {head_close_up:?} }};\n"
        ),
    );
    Ok(())
}

/// Appends formatted text.
pub fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail; the trait only has the fallible form.
    let _ = out.write_fmt(text);
}
