//! Owns the body map on screen and on paper: the drawing, the picker with its list, the patterns.
//! May use: the body map's domain functions and drawings. Must not: stores, wording (it comes in as `i18n::BodyMapWords`).

mod figure;
mod list;
mod map;
mod patterns;
mod picker;

pub use figure::BodyFigure;
pub use list::BodyRegionList;
pub use map::BodyMap;
pub use patterns::BodyMapPatterns;
pub use picker::{BodyMapPicker, BodyMapTab};

use crate::domain::body_map::Mark;
use crate::i18n::BodyMapWords;
use crate::knowledge::body_map::{MapView, RegionIndex};

impl BodyMapWords {
    /// The name of a drawing.
    fn map_name(&self, view: MapView) -> &'static str {
        match view {
            MapView::Front => self.map_front,
            MapView::Back => self.map_back,
            MapView::HeadFront => self.map_head_front,
            MapView::HeadBack => self.map_head_back,
            MapView::HeadRight => self.map_head_right,
            MapView::HeadLeft => self.map_head_left,
        }
    }

    /// The caption of a drawing of the head.
    fn caption(&self, view: MapView) -> &'static str {
        match view {
            MapView::HeadBack => self.head_back,
            MapView::HeadRight => self.head_right,
            MapView::HeadLeft => self.head_left,
            _ => self.head_front,
        }
    }

    /// Name and strength of a region, as a screen reader says it.
    fn region_name(&self, region: RegionIndex, mark: Mark) -> String {
        let name = region.region().name;
        match mark {
            Mark::Level(level) => {
                let strength = self.pain_of_10.replace("{n}", &level.to_string());
                format!("{name}, {strength}")
            }
            Mark::NotChosen | Mark::Chosen => name.to_owned(),
        }
    }
}

/// The value of `data-level`.
fn level(mark: Mark) -> Option<String> {
    match mark {
        Mark::Level(level) => Some(level.to_string()),
        Mark::NotChosen | Mark::Chosen => None,
    }
}
