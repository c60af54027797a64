//! The body map's facts, names, marks and ways.
//! Long because it walks through every region of each of the six views.

use tailored::domain::body_map::*;
use tailored::domain::ids::RegionId;
use tailored::domain::questionnaire::model::Site;
use tailored::knowledge::body_map::{AREAS, Figure, MapView, PARTS, RegionIndex, Side};

const VIEWS: [MapView; 6] = [
    MapView::Front,
    MapView::Back,
    MapView::HeadFront,
    MapView::HeadBack,
    MapView::HeadRight,
    MapView::HeadLeft,
];

fn site(regions: &[&str]) -> Site {
    Site {
        regions: regions.iter().map(|id| RegionId::from(*id)).collect(),
        ..Site::default()
    }
}

fn main_site(regions: &[&str]) -> Site {
    Site {
        main: true,
        ..site(regions)
    }
}

fn region(id: &str) -> RegionIndex {
    RegionIndex::from_id(id).expect("the test names a registered region")
}

fn everywhere() -> Site {
    main_site(
        &RegionIndex::all()
            .map(|region| region.region().id)
            .collect::<Vec<_>>(),
    )
}

// ---- facts

#[test]
fn the_whole_body_counts_19_areas_and_5_regions() {
    let sites = [everywhere()];
    assert_eq!(widespread_pain_index(&sites), 19);
    assert_eq!(pain_regions(&sites), 5);
    assert_eq!(primary_site(&sites), Some("widespread"));
}

#[test]
fn areas_are_the_19_of_the_criteria() {
    let mut ids: Vec<&str> = AREAS.iter().map(|area| area.id).collect();
    ids.sort_unstable();
    let mut expected = vec!["neck", "upper_back", "lower_back", "chest", "abdomen"];
    for id in [
        "jaw",
        "shoulder_girdle",
        "upper_arm",
        "lower_arm",
        "hip",
        "upper_leg",
        "lower_leg",
    ] {
        expected.push(Box::leak(format!("{id}_left").into_boxed_str()));
        expected.push(Box::leak(format!("{id}_right").into_boxed_str()));
    }
    expected.sort_unstable();
    assert_eq!(ids, expected);
}

#[test]
fn an_area_counts_once_however_many_of_its_regions_hurt() {
    let sites = [
        site(&[
            "front-forearm-left",
            "back-forearm-left",
            "front-elbow-left",
        ]),
        site(&["back-elbow-left"]),
    ];
    assert_eq!(widespread_pain_index(&sites), 1);
}

#[test]
fn jaw_chest_and_abdomen_count_as_areas_but_not_as_regions() {
    let sites = [site(&[
        "head-jaw-left",
        "head-jaw-right",
        "front-breastbone",
        "front-abdomen-lower-left",
    ])];
    assert_eq!(widespread_pain_index(&sites), 4);
    assert_eq!(pain_regions(&sites), 0);
}

#[test]
fn wrist_hand_ankle_and_foot_are_no_areas() {
    let sites = [site(&[
        "front-wrist-left",
        "back-hand-left",
        "front-fingers-right",
        "back-ankle-left",
        "front-foot-right",
        "back-heel-left",
    ])];
    assert_eq!(widespread_pain_index(&sites), 0);
    assert_eq!(pain_regions(&sites), 0);
    assert_eq!(pain_sites(&sites), ["hand", "foot"]);
}

#[test]
fn each_quarter_and_the_spine_are_one_region() {
    let quarters = [
        "front-upper-arm-left",
        "back-upper-arm-right",
        "back-calf-left",
        "front-hip-right",
        "back-spine-lower",
    ];
    for n in 0..=quarters.len() {
        assert_eq!(usize::from(pain_regions(&[site(&quarters[..n])])), n);
    }
}

#[test]
fn a_place_without_pain_in_the_last_7_days_does_not_count() {
    let quiet = Site {
        worst: Some(0),
        ..site(&["back-lower-back-left"])
    };
    assert_eq!(widespread_pain_index(std::slice::from_ref(&quiet)), 0);
    assert_eq!(
        pain_sites(&[quiet]),
        ["low_back"],
        "the questions about warning signs are asked all the same"
    );
}

#[test]
fn widespread_needs_both_enough_regions_and_enough_areas() {
    let four_regions_six_areas = [
        "front-shoulder-left",
        "front-shoulder-right",
        "front-hip-left",
        "front-hip-right",
        "front-thigh-outer-left",
        "front-thigh-outer-right",
    ];
    let mut regions = four_regions_six_areas.to_vec();
    assert!(!pain_sites(&[site(&regions)]).contains(&"widespread"));
    regions.push("back-calf-left");
    assert!(pain_sites(&[site(&regions)]).contains(&"widespread"));
    let three_regions_seven_areas = [
        "front-shoulder-left",
        "front-upper-arm-left",
        "front-forearm-left",
        "front-shoulder-right",
        "front-upper-arm-right",
        "front-forearm-right",
        "back-neck-left",
    ];
    assert_eq!(
        widespread_pain_index(&[site(&three_regions_seven_areas)]),
        7
    );
    assert!(!pain_sites(&[site(&three_regions_seven_areas)]).contains(&"widespread"));
}

#[test]
fn the_primary_site_is_the_word_of_most_parts_of_the_main_place() {
    let sciatica = main_site(&[
        "back-buttock-left",
        "back-thigh-left",
        "back-knee-left",
        "back-calf-left",
        "front-foot-left",
    ]);
    assert_eq!(
        primary_site(&[site(&["back-neck-left"]), sciatica]),
        Some("leg")
    );
}

#[test]
fn with_equal_votes_the_added_words_decide_and_then_the_first_tap() {
    assert_eq!(
        primary_site(&[main_site(&[
            "back-lower-back-left",
            "front-groin-left",
            "back-buttock-left"
        ])]),
        Some("low_back")
    );
    assert_eq!(
        primary_site(&[main_site(&["back-buttock-left", "front-hip-left"])]),
        Some("hip"),
        "the buttock adds its vote for the hip"
    );
    assert_eq!(
        primary_site(&[main_site(&["front-knee-left", "back-neck-left"])]),
        Some("knee")
    );
    assert_eq!(
        primary_site(&[main_site(&["back-neck-left", "front-knee-left"])]),
        Some("neck")
    );
}

#[test]
fn without_a_main_place_or_a_known_region_the_primary_site_is_unknown() {
    assert_eq!(primary_site(&[]), None);
    assert_eq!(primary_site(&[site(&["front-knee-left"])]), None);
    assert_eq!(
        primary_site(&[main_site(&["a-region-of-a-newer-version"])]),
        None
    );
}

#[test]
fn every_region_asks_for_at_least_one_group_of_warning_signs() {
    for region in RegionIndex::all() {
        assert!(
            !pain_sites(&[site(&[region.region().id])]).is_empty(),
            "{}",
            region.region().id
        );
    }
}

#[test]
fn left_and_right_mean_the_same() {
    for region in RegionIndex::all().filter(|region| region.region().side == Side::Left) {
        let twin = RegionIndex::from_id(&region.region().id.replace("-left", "-right"))
            .expect("a region on the left has a twin on the right");
        assert_eq!(
            region.region().part,
            twin.region().part,
            "{}",
            region.region().id
        );
    }
}

// ---- names

#[track_caller]
fn named(regions: &[&str], name: &str) {
    assert_eq!(site_name(&site(regions)), name);
}

#[test]
fn one_region_has_the_name_of_the_register() {
    named(&["front-thigh-inner-left"], "left thigh, inner side");
    named(&[], "");
    named(&["a-region-of-a-newer-version"], "");
}

#[test]
fn a_middle_region_does_not_change_the_side() {
    named(
        &["back-lower-back-left", "back-spine-lower"],
        "left lower back",
    );
    named(
        &[
            "back-lower-back-left",
            "back-spine-lower",
            "back-lower-back-right",
        ],
        "lower back, both sides",
    );
}

#[test]
fn front_and_back_are_one_part() {
    named(&["front-knee-left", "back-knee-left"], "left knee");
    named(&["front-knee-left", "front-knee-right"], "both knees");
}

#[test]
fn both_sides_is_said_once() {
    named(
        &[
            "back-neck-left",
            "back-neck-right",
            "back-head-left",
            "back-head-right",
        ],
        "neck and back of the head, both sides",
    );
}

#[test]
fn a_limb_from_its_upper_to_its_lower_part_is_named_as_a_whole() {
    named(
        &[
            "back-buttock-left",
            "back-thigh-left",
            "back-knee-left",
            "back-calf-left",
            "front-foot-left",
        ],
        "left leg to the foot",
    );
    named(
        &["back-thigh-left", "back-knee-left", "back-calf-left"],
        "left leg",
    );
    named(
        &[
            "front-upper-arm-right",
            "front-elbow-right",
            "front-forearm-right",
            "front-hand-right",
        ],
        "right arm to the hand",
    );
    named(
        &["back-buttock-left", "back-thigh-left"],
        "left buttock and left thigh",
    );
}

#[test]
fn a_limb_on_both_sides_is_named_once_and_a_rest_beside_it() {
    named(
        &[
            "back-thigh-left",
            "back-calf-left",
            "back-thigh-right",
            "back-calf-right",
        ],
        "both legs",
    );
    named(
        &["back-thigh-left", "back-calf-left", "back-knee-right"],
        "right knee and left leg",
    );
    named(
        &[
            "back-lower-back-left",
            "back-lower-back-right",
            "back-thigh-left",
            "back-calf-left",
        ],
        "lower back, both sides; left leg",
    );
}

#[test]
fn every_pair_of_regions_has_a_name_without_loose_ends() {
    for a in RegionIndex::all() {
        for b in RegionIndex::all() {
            let name = site_name(&site(&[a.region().id, b.region().id]));
            assert!(
                !name.is_empty() && name.trim() == name && !name.contains("  "),
                "{name:?}"
            );
        }
    }
}

#[test]
fn the_list_has_every_region_once() {
    let mut listed: Vec<RegionIndex> = region_groups()
        .into_iter()
        .flat_map(|group| group.regions)
        .collect();
    listed.sort_unstable();
    assert_eq!(listed, RegionIndex::all().collect::<Vec<_>>());
    assert_eq!(listed.len(), 113);
    assert!(
        region_groups()
            .iter()
            .all(|group| !group.regions.is_empty())
    );
}

// ---- marks, numbers, zoom

#[test]
fn a_region_of_two_places_shows_the_stronger_one() {
    let sites = [
        Site {
            usual: Some(3),
            worst: Some(9),
            ..site(&["front-knee-left"])
        },
        Site {
            usual: Some(5),
            ..site(&["front-knee-left", "back-knee-left"])
        },
    ];
    assert_eq!(
        marks(&sites, Rating::Usual).get(region("front-knee-left")),
        Mark::Level(5)
    );
    assert_eq!(
        marks(&sites, Rating::Worst).get(region("front-knee-left")),
        Mark::Level(9)
    );
    assert_eq!(
        marks(&sites, Rating::Worst).get(region("back-knee-left")),
        Mark::Level(5)
    );
    assert!(!marks(&sites, Rating::Worst).is_chosen(region("back-knee-right")));
}

#[test]
fn a_place_without_a_rating_is_chosen_without_a_level() {
    assert_eq!(
        marks(&[site(&["front-knee-left"])], Rating::Usual).get(region("front-knee-left")),
        Mark::Chosen
    );
}

#[test]
fn on_paper_the_close_up_of_the_head_shows_on_the_body() {
    let sites = [Site {
        worst: Some(7),
        ..site(&["head-temple-left"])
    }];
    let body = marks(&sites, Rating::Worst).with_close_up_on_body();
    assert_eq!(body.get(region("front-head-left")), Mark::Level(7));
    assert_eq!(badges(&sites, MapView::Front, true).len(), 1);
    assert_eq!(badges(&sites, MapView::Front, false).len(), 0);
    assert_eq!(badges(&sites, MapView::HeadLeft, false).len(), 1);
}

#[test]
fn every_close_up_region_lies_in_a_region_of_the_body() {
    for region in RegionIndex::all() {
        assert_eq!(
            region.region().figure == Figure::Head,
            !region.region().part_of.is_empty(),
            "{}",
            region.region().id
        );
    }
}

#[test]
fn two_places_never_put_their_numbers_on_one_spot_while_another_is_free() {
    let sites = [
        site(&["back-knee-left"]),
        site(&["back-thigh-left", "back-knee-left", "back-calf-left"]),
    ];
    let badges = badges(&sites, MapView::Back, false);
    assert_eq!(
        badges.iter().map(|badge| badge.number).collect::<Vec<_>>(),
        [1, 2]
    );
    assert_ne!((badges[0].x, badges[0].y), (badges[1].x, badges[1].y));
}

#[test]
fn on_paper_a_number_stands_beside_its_region_and_inside_the_drawing() {
    for view in [MapView::Front, MapView::Back] {
        for drawn in view.drawing().regions {
            let sites = [site(&[drawn.region.region().id])];
            let badge = badges(&sites, view, true)[0];
            assert!(
                badge.x >= 25 && badge.x + 25 <= view.drawing().width,
                "{badge:?}"
            );
            assert_eq!(badge.x.abs_diff(drawn.x), 30);
        }
    }
}

#[test]
fn the_zoom_stays_inside_the_drawing_and_shows_every_region_of_the_place() {
    for view in [MapView::Front, MapView::Back] {
        let drawing = view.drawing();
        for first in drawing.regions {
            for last in drawing.regions {
                let zoom = zoom_box(
                    &site(&[first.region.region().id, last.region.region().id]),
                    view,
                );
                assert!(
                    zoom.x + zoom.width <= drawing.width && zoom.y + zoom.height <= drawing.height
                );
                for drawn in [first, last] {
                    assert!(
                        (zoom.x..=zoom.x + zoom.width).contains(&drawn.x)
                            && (zoom.y..=zoom.y + zoom.height).contains(&drawn.y)
                    );
                }
            }
        }
    }
}

// ---- drawings and keyboard

#[test]
fn every_number_lies_inside_its_drawing() {
    for view in VIEWS {
        let drawing = view.drawing();
        assert_eq!(
            drawing.view, view,
            "the drawings stand in the order of the views"
        );
        assert!(
            drawing
                .regions
                .iter()
                .all(|drawn| drawn.x < drawing.width && drawn.y < drawing.height)
        );
    }
}

#[test]
fn arrow_keys_lead_from_every_region_to_every_other() {
    for view in VIEWS {
        for start in view.drawing().regions {
            let mut reached = vec![start.region];
            let mut next = 0;
            while let Some(from) = reached.get(next).copied() {
                for arrow in [Arrow::Up, Arrow::Down, Arrow::Left, Arrow::Right] {
                    reached
                        .extend(next_region(view, from, arrow).filter(|to| !reached.contains(to)));
                }
                next += 1;
            }
            assert_eq!(
                reached.len(),
                view.drawing().regions.len(),
                "{view:?} from {}",
                start.region.region().id
            );
        }
    }
}

#[test]
fn arrow_keys_follow_what_is_seen() {
    let next = |from: &str, arrow| {
        next_region(MapView::Back, region(from), arrow).map(|to| to.region().id)
    };
    assert_eq!(next("back-thigh-left", Arrow::Down), Some("back-knee-left"));
    assert_eq!(
        next("back-lower-back-left", Arrow::Right),
        Some("back-spine-lower"),
        "the patient's left is on the left of the back view"
    );
    assert_eq!(next("back-fingers-left", Arrow::Left), None);
}

#[test]
fn a_neighbour_can_be_offered_as_part_of_the_place_and_a_far_region_not() {
    let calf = site(&["back-calf-left"]);
    assert!(adjoins(&calf, region("back-knee-left")));
    assert!(adjoins(&calf, region("front-shin-left")));
    assert!(!adjoins(&calf, region("back-calf-right")));
}

#[test]
fn every_part_has_a_region() {
    for (position, part) in PARTS.iter().enumerate() {
        assert!(
            RegionIndex::all().any(|region| usize::from(region.region().part) == position),
            "{}",
            part.name
        );
    }
}
