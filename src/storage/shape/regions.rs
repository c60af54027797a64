//! Owns the short form of a body region in saved entries: two letters or digits instead of some twenty.
//! May use: ids. Must not: the body map, which may lose a region that is still in somebody's diary.
//!
//! A region without a short form, written by another version, is saved as it is.

use crate::domain::ids::RegionId;

/// Put before an id that would be taken for a short form.
const AS_IT_IS: char = '=';
const BASE: usize = 36;

/// The text that is saved for a region.
pub(super) fn to_stored(region: &RegionId) -> String {
    let id = region.as_str();
    match CODED.iter().position(|coded| *coded == id) {
        Some(place) => [place / BASE, place % BASE].map(digit).iter().collect(),
        None if coded(id).is_some() || id.starts_with(AS_IT_IS) => format!("{AS_IT_IS}{id}"),
        None => id.to_owned(),
    }
}

/// The region of a saved text. A short form that only a newer version knows stays as it is.
pub(super) fn from_stored(stored: String) -> RegionId {
    match (stored.strip_prefix(AS_IT_IS), coded(&stored)) {
        (Some(id), _) | (None, Some(id)) => RegionId::from(id),
        (None, None) => RegionId(stored),
    }
}

/// The region of a short form.
fn coded(text: &str) -> Option<&'static str> {
    let [high, low] = text.as_bytes() else {
        return None;
    };
    CODED.get(value(*high)? * BASE + value(*low)?).copied()
}

fn digit(value: usize) -> char {
    // Below the base there is always a digit.
    char::from_digit(value as u32, BASE as u32).unwrap_or('0')
}

fn value(digit: u8) -> Option<usize> {
    match digit {
        b'0'..=b'9' => Some(usize::from(digit - b'0')),
        b'a'..=b'z' => Some(usize::from(digit - b'a') + 10),
        _ => None,
    }
}

/// A region's short form is its place in this list, as two digits to the base 36. The list only grows, at its end.
const CODED: [&str; 113] = [
    "front-head-left",
    "front-head-right",
    "front-face-left",
    "front-face-right",
    "front-neck-left",
    "front-neck-right",
    "front-shoulder-left",
    "front-shoulder-right",
    "front-chest-left",
    "front-chest-right",
    "front-ribs-left",
    "front-ribs-right",
    "front-abdomen-upper-left",
    "front-abdomen-upper-right",
    "front-abdomen-lower-left",
    "front-abdomen-lower-right",
    "front-groin-left",
    "front-groin-right",
    "front-hip-left",
    "front-hip-right",
    "front-thigh-inner-left",
    "front-thigh-inner-right",
    "front-thigh-outer-left",
    "front-thigh-outer-right",
    "front-knee-left",
    "front-knee-right",
    "front-shin-left",
    "front-shin-right",
    "front-ankle-left",
    "front-ankle-right",
    "front-foot-left",
    "front-foot-right",
    "front-upper-arm-left",
    "front-upper-arm-right",
    "front-elbow-left",
    "front-elbow-right",
    "front-forearm-left",
    "front-forearm-right",
    "front-wrist-left",
    "front-wrist-right",
    "front-hand-left",
    "front-hand-right",
    "front-fingers-left",
    "front-fingers-right",
    "front-breastbone",
    "front-pubis",
    "back-head-right",
    "back-head-left",
    "back-neck-right",
    "back-neck-left",
    "back-shoulder-top-right",
    "back-shoulder-top-left",
    "back-shoulder-right",
    "back-shoulder-left",
    "back-shoulder-blade-right",
    "back-shoulder-blade-left",
    "back-mid-back-right",
    "back-mid-back-left",
    "back-lower-back-right",
    "back-lower-back-left",
    "back-buttock-right",
    "back-buttock-left",
    "back-hip-right",
    "back-hip-left",
    "back-thigh-right",
    "back-thigh-left",
    "back-knee-right",
    "back-knee-left",
    "back-calf-right",
    "back-calf-left",
    "back-ankle-right",
    "back-ankle-left",
    "back-heel-right",
    "back-heel-left",
    "back-upper-arm-right",
    "back-upper-arm-left",
    "back-elbow-right",
    "back-elbow-left",
    "back-forearm-right",
    "back-forearm-left",
    "back-wrist-right",
    "back-wrist-left",
    "back-hand-right",
    "back-hand-left",
    "back-fingers-right",
    "back-fingers-left",
    "back-spine-upper",
    "back-spine-middle",
    "back-spine-lower",
    "back-sacrum",
    "head-top",
    "head-forehead-left",
    "head-forehead-right",
    "head-temple-left",
    "head-temple-right",
    "head-eye-left",
    "head-eye-right",
    "head-nose",
    "head-cheek-left",
    "head-cheek-right",
    "head-mouth",
    "head-jaw-left",
    "head-jaw-right",
    "head-jawjoint-left",
    "head-jawjoint-right",
    "head-ear-left",
    "head-ear-right",
    "head-side-left",
    "head-side-right",
    "head-back-left",
    "head-back-right",
    "head-skullbase-left",
    "head-skullbase-right",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::body_map::REGIONS;

    #[test]
    fn every_region_of_the_body_map_has_a_short_form_of_its_own() {
        for region in &REGIONS {
            let id = RegionId::from(region.id);
            let stored = to_stored(&id);
            assert_eq!(stored.len(), 2, "{}", region.id);
            assert_eq!(from_stored(stored), id);
        }
    }

    #[test]
    fn an_id_that_looks_like_a_short_form_is_kept_apart() {
        for id in ["00", "0a", "=0a", "==", "zz", "", "back-tail"] {
            assert_eq!(
                from_stored(to_stored(&RegionId::from(id))),
                RegionId::from(id)
            );
        }
        assert_eq!(from_stored("00".to_owned()).as_str(), CODED[0]);
        assert_eq!(from_stored("zz".to_owned()).as_str(), "zz");
    }

    #[test]
    fn a_short_form_never_changes_its_meaning() {
        assert_eq!(coded("00"), Some("front-head-left"));
        assert_eq!(coded("1a"), Some("back-head-right"));
        assert_eq!(coded("34"), Some("head-skullbase-right"));
    }
}
