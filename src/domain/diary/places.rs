//! Owns where it hurt over a stretch of days: on how many days each region, out of those on which places were told.
//! May use: entries, the body map's marks. Must not: count a day without places as one without pain.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::series::median;
use crate::domain::body_map::{Mark, Marks};
use crate::domain::collections::InOrder;
use crate::domain::date::NaiveDate;
use crate::domain::questionnaire::model::Site;
use crate::knowledge::body_map::RegionIndex;

/// One region over a stretch of days.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceDays {
    pub region: RegionIndex,
    /// Days on which it was told to hurt.
    pub days: usize,
    /// The middle of its own numbers, 0 to 10; nothing when it has none.
    pub median: Option<f64>,
}

/// Every region that hurt.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// Days with an entry; those of them on which a place was told, or that there was no pain.
    pub logged: usize,
    pub told: usize,
    /// Most days first.
    pub regions: Vec<PlaceDays>,
}

/// Days with places before they are drawn. Ours: the same as a week needs.
pub const LEAST_TOLD: usize = 4;

/// Counts the regions of entries. Regions that this version does not know are left out.
pub fn places<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Places {
    let (mut logged, mut told) = (BTreeSet::new(), BTreeSet::new());
    let mut by_region: BTreeMap<RegionIndex, (BTreeSet<NaiveDate>, Vec<f64>)> = BTreeMap::new();
    for entry in entries {
        logged.insert(entry.date);
        if !entry.regions.is_empty() || entry.is_pain_free() {
            told.insert(entry.date);
        }
        for id in &entry.regions {
            // A place that was told with a 0 did not hurt.
            let level = entry.region_pain.get(id).copied();
            let (Some(region), true) = (RegionIndex::from_id(id.as_str()), level != Some(0)) else {
                continue;
            };
            let (days, levels) = by_region.entry(region).or_default();
            days.insert(entry.date);
            levels.extend(level.map(f64::from));
        }
    }
    let mut regions: Vec<PlaceDays> = (by_region.into_iter())
        .map(|(region, (days, mut levels))| PlaceDays {
            region,
            days: days.len(),
            median: median(&mut levels),
        })
        .collect();
    regions.put_in_order_by_key(|place| std::cmp::Reverse(place.days));
    Places {
        logged: logged.len(),
        told: told.len(),
        regions,
    }
}

impl Places {
    /// The share of the days on which a region hurt, as a level of the drawing: 1 for up to a tenth of them, 10 for all.
    pub fn level(&self, place: &PlaceDays) -> u8 {
        let tenths = (10 * place.days).div_ceil(self.told.max(1));
        tenths.clamp(1, 10) as u8
    }

    /// The drawing's marks, with the close-up of the head carried over to the whole body.
    pub fn marks(&self) -> Marks {
        let mut marks = Marks::default();
        for place in &self.regions {
            marks.raise(place.region, Mark::Level(self.level(place)));
        }
        marks.with_close_up_on_body()
    }

    /// The first `count` regions, each as a place of its own, for names and numbers on the drawing.
    pub fn sites(&self, count: usize) -> Vec<Site> {
        (self.regions.iter().take(count))
            .map(|place| site_of(place.region))
            .collect()
    }
}

/// A region as a place of its own.
pub fn site_of(region: RegionIndex) -> Site {
    Site {
        regions: vec![region.region().id.into()],
        ..Site::default()
    }
}
