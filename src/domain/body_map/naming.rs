//! Owns how a place is put into words, and the groups of the list view. The words themselves are data: `knowledge/bodymap.toml`.

use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::{Figure, GROUPS, LIMBS, PARTS, RegionIndex, Side, WORDS};

use super::regions_of;

/// One heading of the list view with its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionGroup {
    pub heading: &'static str,
    pub regions: Vec<RegionIndex>,
}

/// Every region under its heading, in the order of the register; the close-up of the head has a heading of its own.
pub fn region_groups() -> Vec<RegionGroup> {
    let close_up = |region: &RegionIndex| region.region().figure == Figure::Head;
    let mut groups: Vec<RegionGroup> = GROUPS
        .iter()
        .enumerate()
        .map(|(position, heading)| RegionGroup {
            heading,
            regions: RegionIndex::all()
                .filter(|region| {
                    usize::from(region.region().group) == position && !close_up(region)
                })
                .collect(),
        })
        .collect();
    groups.push(RegionGroup {
        heading: WORDS.head_close_up,
        regions: RegionIndex::all().filter(close_up).collect(),
    });
    groups
}

/// A short name for a place in a running sentence: "left leg to the foot", "lower back, both sides".
///
/// A place of one region has the name of the register. A place without a known region has no name: an empty text.
pub fn site_name(site: &Site) -> String {
    let regions = regions_of(site);
    if let [region] = regions[..] {
        return region.region().name.to_owned();
    }
    let mut sided: Vec<(usize, Sides)> = Vec::new();
    for position in 0..PARTS.len() {
        let of_part = regions
            .iter()
            .filter(|region| usize::from(region.region().part) == position);
        if let Some(sides) = of_part
            .map(|region| Sides::from(region.region().side))
            .reduce(Sides::and)
        {
            sided.push((position, sides));
        }
    }
    join(&texts(sided))
}

/// On which sides a part was chosen. A region in the middle says nothing about the side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sides {
    left: bool,
    right: bool,
}

impl Sides {
    fn and(self, other: Self) -> Self {
        Self {
            left: self.left || other.left,
            right: self.right || other.right,
        }
    }
}

impl From<Side> for Sides {
    fn from(side: Side) -> Self {
        Self {
            left: side == Side::Left,
            right: side == Side::Right,
        }
    }
}

/// The names of the parts; parts of a limb that hurts from its upper to its lower part become the limb.
fn texts(mut parts: Vec<(usize, Sides)>) -> Vec<String> {
    let mut limbs = Vec::new();
    for (position, limb) in LIMBS.iter().enumerate() {
        let of = |part: u8| {
            parts
                .iter()
                .find(|(known, _)| *known == usize::from(part))
                .map(|(_, sides)| *sides)
        };
        let (Some(upper), Some(lower)) = (of(limb.upper), of(limb.lower)) else {
            continue;
        };
        let whole = Sides {
            left: upper.left && lower.left,
            right: upper.right && lower.right,
        };
        let end = limb
            .end
            .iter()
            .filter_map(|part| of(*part))
            .reduce(Sides::and);
        let to_end =
            end.is_some_and(|end| (end.left || !whole.left) && (end.right || !whole.right));
        let (name, both) = if to_end {
            (limb.name_to_end, limb.both_to_end)
        } else {
            (limb.name, limb.both)
        };
        if whole.left || whole.right {
            limbs.push(side_text(name, Some(both), whole));
            for (part, sides) in &mut parts {
                if PARTS[*part].limb.map(usize::from) == Some(position) {
                    sides.left &= !whole.left;
                    sides.right &= !whole.right;
                }
            }
            parts.retain(|(part, sides)| {
                PARTS[*part].limb.map(usize::from) != Some(position) || sides.left || sides.right
            });
        }
    }
    let mut texts: Vec<String> = parts
        .into_iter()
        .map(|(part, sides)| {
            let part = &PARTS[part];
            let name = if sides.left != sides.right {
                part.sided.unwrap_or(part.name)
            } else {
                part.name
            };
            side_text(name, part.both, sides)
        })
        .collect();
    texts.extend(limbs);
    texts
}

fn side_text(name: &str, both: Option<&str>, sides: Sides) -> String {
    match (sides.left, sides.right) {
        (true, true) => both.map_or_else(|| format!("{name}, {}", WORDS.both_sides), str::to_owned),
        (true, false) => format!("{} {name}", WORDS.left),
        (false, true) => format!("{} {name}", WORDS.right),
        (false, false) => name.to_owned(),
    }
}

/// Joins names: with commas and a last "and"; with semicolons when a name has a comma itself.
/// Two names that both end in "both sides" say it once.
fn join(texts: &[String]) -> String {
    let suffix = format!(", {}", WORDS.both_sides);
    let stems: Option<Vec<&str>> = texts
        .iter()
        .map(|text| text.strip_suffix(&suffix))
        .collect();
    if let (Some(stems), true) = (stems, texts.len() > 1) {
        return format!("{}{suffix}", enumerate(&stems));
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    if texts.iter().any(|text| text.contains(',')) {
        texts.join("; ")
    } else {
        enumerate(&texts)
    }
}

fn enumerate(texts: &[&str]) -> String {
    match texts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), WORDS.and),
    }
}
