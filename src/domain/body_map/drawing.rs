//! Owns what a drawing shows (levels, numbers, the part that is zoomed to) and where an arrow key leads.

use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::{Drawing, DrawnRegion, Figure, MapView, REGIONS, RegionIndex};

use super::regions_of;

/// How a region is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mark {
    #[default]
    NotChosen,
    /// Chosen, the strength not yet given or given as 0.
    Chosen,
    /// Chosen, with a strength of 1 to 10.
    Level(u8),
}

/// One mark for each region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks([Mark; REGIONS.len()]);

impl Default for Marks {
    fn default() -> Self {
        Self([Mark::NotChosen; REGIONS.len()])
    }
}

impl Marks {
    /// How a region is shown.
    pub fn get(&self, region: RegionIndex) -> Mark {
        self.0[usize::from(region.0)]
    }

    /// Whether a region belongs to a place.
    pub fn is_chosen(&self, region: RegionIndex) -> bool {
        self.get(region) != Mark::NotChosen
    }

    /// Raises the mark of a region; a region of two places shows the stronger one.
    pub fn raise(&mut self, region: RegionIndex, mark: Mark) {
        let known = &mut self.0[usize::from(region.0)];
        *known = mark.max(*known);
    }

    /// The same marks, with the close-up of the head carried over to the whole body: for paper, where the close-up is not drawn.
    pub fn with_close_up_on_body(&self) -> Self {
        let mut marks = self.clone();
        for region in RegionIndex::all() {
            for body in region.region().part_of {
                marks.raise(*body, self.get(region));
            }
        }
        marks
    }
}

/// Which of the two ratings of a place colours its regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// On screen.
    Usual,
    /// On paper.
    Worst,
}

/// The marks for all places. Without the wanted rating the other one is taken.
pub fn marks(sites: &[Site], rating: Rating) -> Marks {
    let mut marks = Marks::default();
    for site in sites {
        let level = match rating {
            Rating::Usual => site.usual.or(site.worst),
            Rating::Worst => site.worst.or(site.usual),
        };
        let mark = match level {
            None | Some(0) => Mark::Chosen,
            Some(level) => Mark::Level(level.min(10)),
        };
        for region in regions_of(site) {
            marks.raise(region, mark);
        }
    }
    marks
}

/// The number of a place on a drawing. Lengths are units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Badge {
    /// Position of the place in the list, from 1.
    pub number: usize,
    pub x: u16,
    pub y: u16,
}

/// How far the large numbers on paper stand beside their region, so that its pattern stays visible.
const PAPER_OFFSET: u16 = 30;

/// The numbers of the places that can be seen on a drawing: each in the middle region of its place, beside it on paper.
pub fn badges(sites: &[Site], view: MapView, on_paper: bool) -> Vec<Badge> {
    let drawing = view.drawing();
    let mut taken: Vec<RegionIndex> = Vec::new();
    let mut badges = Vec::new();
    for (position, site) in sites.iter().enumerate() {
        let regions = drawn_regions(site, drawing, on_paper);
        let Some(middle) = middle_region(&regions, &taken) else {
            continue;
        };
        taken.push(middle.region);
        let x = if on_paper {
            beside(middle.x, drawing.width)
        } else {
            middle.x
        };
        badges.push(Badge {
            number: position + 1,
            x,
            y: middle.y,
        });
    }
    badges
}

/// Beside a region, away from the trunk; towards it where the drawing ends.
fn beside(x: u16, width: u16) -> u16 {
    let is_left = x < width / 2;
    let has_room = x.min(width - x) >= 2 * PAPER_OFFSET;
    if is_left == has_room {
        x - PAPER_OFFSET
    } else {
        x + PAPER_OFFSET
    }
}

fn drawn_regions(
    site: &Site,
    drawing: &'static Drawing,
    on_paper: bool,
) -> Vec<&'static DrawnRegion> {
    let mut regions = regions_of(site);
    if on_paper && drawing.view.figure() != Figure::Head {
        let body: Vec<RegionIndex> = regions
            .iter()
            .flat_map(|region| region.region().part_of)
            .copied()
            .collect();
        regions.extend(body);
    }
    drawing
        .regions
        .iter()
        .filter(|drawn| regions.contains(&drawn.region))
        .collect()
}

/// The region nearest to the middle of all; one that has no number yet, if there is any.
fn middle_region(
    regions: &[&'static DrawnRegion],
    taken: &[RegionIndex],
) -> Option<&'static DrawnRegion> {
    let n = regions.len().max(1) as i32;
    let x = regions.iter().map(|drawn| i32::from(drawn.x)).sum::<i32>() / n;
    let y = regions.iter().map(|drawn| i32::from(drawn.y)).sum::<i32>() / n;
    let distance =
        |drawn: &DrawnRegion| (i32::from(drawn.x) - x).pow(2) + (i32::from(drawn.y) - y).pow(2);
    regions
        .iter()
        .copied()
        .min_by_key(|drawn| (taken.contains(&drawn.region), distance(drawn)))
}

/// A part of a drawing, in its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoomBox {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl ZoomBox {
    /// The whole drawing.
    pub fn whole(view: MapView) -> Self {
        let drawing = view.drawing();
        Self {
            x: 0,
            y: 0,
            width: drawing.width,
            height: drawing.height,
        }
    }
}

/// The smallest part of the whole-body drawings that is zoomed to, as in the design: two and a half trunks wide.
const ZOOM_WIDTH: u16 = 236;
const ZOOM_HEIGHT: u16 = 170;
/// Room around the outermost centres of the regions.
const ZOOM_MARGIN: u16 = 50;

/// The part of a drawing that shows a place while its sheet is open. The whole drawing for the head and for a place that is not drawn here.
pub fn zoom_box(site: &Site, view: MapView) -> ZoomBox {
    let whole = ZoomBox::whole(view);
    let regions = drawn_regions(site, view.drawing(), false);
    let (Some(top), Some(bottom)) = (
        regions.iter().map(|drawn| drawn.y).min(),
        regions.iter().map(|drawn| drawn.y).max(),
    ) else {
        return whole;
    };
    let (Some(left), Some(right)) = (
        regions.iter().map(|drawn| drawn.x).min(),
        regions.iter().map(|drawn| drawn.x).max(),
    ) else {
        return whole;
    };
    if view.figure() == Figure::Head {
        return whole;
    }
    let height = (bottom - top + 2 * ZOOM_MARGIN).clamp(ZOOM_HEIGHT, whole.height);
    let width = (right - left + 2 * ZOOM_MARGIN).clamp(ZOOM_WIDTH, whole.width);
    ZoomBox {
        x: (u16::midpoint(left, right))
            .saturating_sub(width / 2)
            .min(whole.width - width),
        y: (u16::midpoint(top, bottom))
            .saturating_sub(height / 2)
            .min(whole.height - height),
        width,
        height,
    }
}

/// An arrow key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    Up,
    Down,
    Left,
    Right,
}

impl Arrow {
    /// Distance along the arrow and across it, from one drawn region to another.
    fn measure(self, from: &DrawnRegion, to: &DrawnRegion) -> (i32, i32) {
        let x = i32::from(to.x) - i32::from(from.x);
        let y = i32::from(to.y) - i32::from(from.y);
        match self {
            Arrow::Up => (-y, x.abs()),
            Arrow::Down => (y, x.abs()),
            Arrow::Left => (-x, y.abs()),
            Arrow::Right => (x, y.abs()),
        }
    }
}

/// Where an arrow key leads on a drawing: to the neighbour that lies best in its direction; else to the nearest region there; else nowhere.
pub fn next_region(view: MapView, from: RegionIndex, arrow: Arrow) -> Option<RegionIndex> {
    let drawing = view.drawing();
    let start = drawing.drawn(from)?;
    let neighbours = from.region().neighbours;
    let candidates = drawing.regions.iter().filter_map(|drawn| {
        let (along, across) = arrow.measure(start, drawn);
        let is_neighbour = neighbours.contains(&drawn.region);
        // A neighbour may lie askew; any other region must lie rather ahead than aside.
        let ahead = along > 0 && (is_neighbour || across <= along);
        (ahead && drawn.region != from).then_some((!is_neighbour, along + 2 * across, drawn.region))
    });
    candidates.min().map(|(_, _, region)| region)
}
