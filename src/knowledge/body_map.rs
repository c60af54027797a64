//! Owns the types of the body map's tables: regions, parts, areas, drawings. The tables are compiled by `build.rs`
//! from `bodyregions.toml`, `bodymap.toml` and the drawings in `style/bodymap`.
//! May use: the standard library. Must not: logic, browser.

/// Position of a region in [`REGIONS`]. It may change from one version to the next and is never stored; the id is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionIndex(pub u8);

impl RegionIndex {
    /// Every region, in the order of the register.
    pub fn all() -> impl Iterator<Item = RegionIndex> {
        (0..REGIONS.len() as u8).map(RegionIndex)
    }

    /// The region with this id, unless this version does not know it.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|index| index.region().id == id)
    }

    /// What the register says about the region.
    pub fn region(self) -> &'static Region {
        &REGIONS[usize::from(self.0)]
    }

    /// The part of the body that the region belongs to.
    pub fn part(self) -> &'static Part {
        &PARTS[usize::from(self.region().part)]
    }
}

/// The patient's own side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Left,
    Right,
    Middle,
}

/// Which picture of the person a region was registered for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    Front,
    Back,
    /// The close-up of the head, drawn from four sides.
    Head,
}

/// One drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapView {
    Front,
    Back,
    HeadFront,
    HeadBack,
    HeadRight,
    HeadLeft,
}

impl MapView {
    /// The four drawings of the head, in the order in which they are shown.
    pub const HEAD: [MapView; 4] = [
        MapView::HeadFront,
        MapView::HeadBack,
        MapView::HeadRight,
        MapView::HeadLeft,
    ];

    /// The picture that the drawing belongs to.
    pub fn figure(self) -> Figure {
        match self {
            MapView::Front => Figure::Front,
            MapView::Back => Figure::Back,
            _ => Figure::Head,
        }
    }

    /// The drawing.
    pub fn drawing(self) -> &'static Drawing {
        &DRAWINGS[self as usize]
    }
}

/// A region that can be tapped.
#[derive(Debug)]
pub struct Region {
    /// As stored in answers, for instance `back-lower-back-left`.
    pub id: &'static str,
    pub figure: Figure,
    pub side: Side,
    /// Plain name in a running sentence.
    pub name: &'static str,
    /// Position in [`GROUPS`].
    pub group: u8,
    /// Position in [`PARTS`].
    pub part: u8,
    /// Position in [`AREAS`]; none when the region is no area of the widespread pain index.
    pub area: Option<u8>,
    /// Regions that touch this one in a drawing of the same picture.
    pub neighbours: &'static [RegionIndex],
    /// The same part of the body seen from the other side.
    pub across: Option<RegionIndex>,
    /// For a region of the close-up: the regions of the whole body that it lies in.
    pub part_of: &'static [RegionIndex],
}

/// A part of the body as people name it: one or more regions.
#[derive(Debug)]
pub struct Part {
    pub name: &'static str,
    /// Name after "left" or "right", when it differs.
    pub sided: Option<&'static str>,
    /// Name for both sides together; without it: name, "both sides".
    pub both: Option<&'static str>,
    /// Word of the facts `primary_site` and `pain_sites`.
    pub site: &'static str,
    /// Further words that the part adds to `pain_sites`.
    pub also: &'static [&'static str],
    /// Position in [`LIMBS`].
    pub limb: Option<u8>,
}

/// A limb that is named as a whole when a place reaches from its upper to its lower part.
#[derive(Debug)]
pub struct Limb {
    /// Positions in [`PARTS`].
    pub upper: u8,
    pub lower: u8,
    pub end: &'static [u8],
    pub name: &'static str,
    pub both: &'static str,
    pub name_to_end: &'static str,
    pub both_to_end: &'static str,
}

/// One of the 19 areas of the widespread pain index (wolfe2016).
#[derive(Debug)]
pub struct Area {
    /// For instance `upper_arm_left`, `neck`.
    pub id: &'static str,
    /// Which of the five regions it counts for; none for jaw, chest and abdomen.
    pub region: Option<BodyRegion>,
}

/// The five regions of widespread pain (wolfe2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyRegion {
    LeftUpper,
    RightUpper,
    LeftLower,
    RightLower,
    Axial,
}

impl BodyRegion {
    /// How many there are.
    pub const COUNT: usize = 5;
}

/// When pain in many places is called widespread; source in `bodymap.toml`.
#[derive(Debug)]
pub struct Widespread {
    /// Least number of the five regions.
    pub regions: u8,
    /// Least number of the areas that count for a region.
    pub areas: u8,
}

/// Words for naming a place.
#[derive(Debug)]
pub struct Words {
    pub left: &'static str,
    pub right: &'static str,
    pub both_sides: &'static str,
    pub and: &'static str,
    pub head_close_up: &'static str,
}

/// A drawing as path data. Lengths are units of its own coordinates.
#[derive(Debug)]
pub struct Drawing {
    pub view: MapView,
    /// Class of the picture, for instance `bm bm-head bm-head-left`.
    pub class: &'static str,
    pub width: u16,
    pub height: u16,
    /// The outline: drawn last, shaded inside, and what the shading is cut to.
    pub outline: Layer,
    /// Widths of the two strokes that shade the edge.
    pub shade_widths: [&'static str; 2],
    pub shade_opacity: &'static str,
    /// Parts that cannot be chosen; they lie under the regions.
    pub rest: &'static [Layer],
    /// Hair and lines; they lie over the regions.
    pub lines: &'static [Layer],
    pub regions: &'static [DrawnRegion],
}

impl Drawing {
    /// The drawn form of a region, if it can be seen from this side.
    pub fn drawn(&self, region: RegionIndex) -> Option<&'static DrawnRegion> {
        self.regions.iter().find(|drawn| drawn.region == region)
    }
}

/// A path that cannot be tapped, with the presentation attributes of the drawing.
#[derive(Debug)]
pub struct Layer {
    pub class: &'static str,
    pub d: &'static str,
    pub fill: Option<&'static str>,
    pub fill_opacity: Option<&'static str>,
    pub stroke: Option<&'static str>,
    pub stroke_width: Option<&'static str>,
    pub stroke_opacity: Option<&'static str>,
}

/// A region in one drawing.
#[derive(Debug)]
pub struct DrawnRegion {
    pub region: RegionIndex,
    /// Where a number is put: the centre of the region in this drawing, rounded.
    pub x: u16,
    pub y: u16,
    pub d: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/body_map.rs"));
