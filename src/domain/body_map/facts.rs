//! Owns the facts that the plan and the warning signs take from the body map. All meaning is data: `knowledge/bodymap.toml`.

use crate::domain::collections::InOrder;
use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::{AREAS, BodyRegion, PARTS, RegionIndex, WIDESPREAD};

use super::regions_of;

/// The word for pain in many places, one of the values of `pain_sites` and `primary_site`.
const WIDESPREAD_WORD: &str = "widespread";

/// The fact `pain_sites`: the words of every part that hurts, each once, in the order of `bodymap.toml`.
///
/// `widespread` is among them when all places together reach the threshold.
pub fn pain_sites(sites: &[Site]) -> Vec<&'static str> {
    let parts = parts_of(sites.iter().flat_map(regions_of));
    let mut words = Vec::new();
    for (position, part) in PARTS.iter().enumerate() {
        if parts.contains(&position) {
            for word in std::iter::once(part.site).chain(part.also.iter().copied()) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
    }
    if is_widespread(&hurting_areas(sites)) {
        words.push(WIDESPREAD_WORD);
    }
    words
}

/// The fact `primary_site`: the word of the main place; unknown without a main place with a known region.
///
/// Each part of the place has one vote for its word, however finely it is drawn.
/// With equal votes the words that parts add decide, then the region that was chosen first.
pub fn primary_site(sites: &[Site]) -> Option<&'static str> {
    let main = sites.iter().find(|site| site.main)?;
    let regions = regions_of(main);
    if is_widespread(&hurting_areas(std::slice::from_ref(main))) {
        return Some(WIDESPREAD_WORD);
    }
    let parts = parts_of(regions.iter().copied());
    let votes = |word: &str| {
        let first = parts
            .iter()
            .filter(|part| PARTS[**part].site == word)
            .count();
        let added = parts
            .iter()
            .filter(|part| PARTS[**part].also.contains(&word))
            .count();
        (first, added)
    };
    let mut best: Option<(&'static str, (usize, usize))> = None;
    for region in regions {
        let word = region.part().site;
        let votes = votes(word);
        if best.is_none_or(|(_, most)| votes > most) {
            best = Some((word, votes));
        }
    }
    best.map(|(word, _)| word)
}

/// The fact `wpi`: the widespread pain index, 0 to 19 (wolfe2016).
///
/// A place whose worst pain of the last 7 days is 0 does not count, because the index asks about these days.
/// A map without a place is not answered; then the index is unknown, not 0, and the caller must not ask for it.
pub fn widespread_pain_index(sites: &[Site]) -> u8 {
    count(&hurting_areas(sites))
}

/// The fact `regions5`: how many of the five regions hurt, 0 to 5 (wolfe2016). The same places count as for [`widespread_pain_index`].
pub fn pain_regions(sites: &[Site]) -> u8 {
    count(&hurting_regions(&hurting_areas(sites)))
}

/// Positions of the parts, each once.
fn parts_of(regions: impl Iterator<Item = RegionIndex>) -> Vec<usize> {
    let mut parts: Vec<usize> = regions
        .map(|region| usize::from(region.region().part))
        .collect();
    parts.put_in_order();
    parts.dedup();
    parts
}

fn hurting_areas(sites: &[Site]) -> [bool; AREAS.len()] {
    let mut areas = [false; AREAS.len()];
    for site in sites.iter().filter(|site| site.worst != Some(0)) {
        for region in regions_of(site) {
            if let Some(area) = region.region().area {
                areas[usize::from(area)] = true;
            }
        }
    }
    areas
}

fn hurting_regions(areas: &[bool; AREAS.len()]) -> [bool; BodyRegion::COUNT] {
    let mut regions = [false; BodyRegion::COUNT];
    for (area, hurts) in AREAS.iter().zip(areas) {
        if let (Some(region), true) = (area.region, *hurts) {
            regions[region as usize] = true;
        }
    }
    regions
}

fn is_widespread(areas: &[bool; AREAS.len()]) -> bool {
    let counting = AREAS
        .iter()
        .zip(areas)
        .filter(|(area, hurts)| area.region.is_some() && **hurts);
    count(&hurting_regions(areas)) >= WIDESPREAD.regions
        && counting.count() >= usize::from(WIDESPREAD.areas)
}

fn count(flags: &[bool]) -> u8 {
    flags.iter().map(|flag| u8::from(*flag)).sum()
}
