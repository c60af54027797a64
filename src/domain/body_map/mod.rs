//! Owns what follows from the places on the body map: facts for questions and plan, marks and numbers for the drawing, ways through it.
//! May use: the body map's tables, the questionnaire's `Site`. Must not: wording of its own, browser.

mod drawing;
mod facts;
mod naming;

pub use drawing::{
    Arrow, Badge, Mark, Marks, Rating, ZoomBox, badges, marks, next_region, zoom_box,
};
pub use facts::{pain_regions, pain_sites, primary_site, widespread_pain_index};
pub use naming::{RegionGroup, region_groups, site_name};

use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::RegionIndex;

/// The regions of a place, in the order in which they were chosen. Ids that this version does not know are left out.
pub fn regions_of(site: &Site) -> Vec<RegionIndex> {
    site.regions
        .iter()
        .filter_map(|id| RegionIndex::from_id(id.as_str()))
        .collect()
}

/// Whether a region touches the place, in the same picture or through the body, so that it can be offered as a part of it.
pub fn adjoins(site: &Site, region: RegionIndex) -> bool {
    regions_of(site).into_iter().any(|other| {
        other.region().neighbours.contains(&region) || other.region().across == Some(region)
    })
}
