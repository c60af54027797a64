//! The compile step of the body map refuses what does not fit together, with file and id.

#[path = "../../src/knowledge/compile/bodymap/mod.rs"]
#[allow(
    dead_code,
    reason = "the build script uses the part that writes the file"
)]
mod bodymap;

use std::path::Path;

use bodymap::{Sources, compile_tables};

fn sources() -> Sources {
    Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the checkout is complete")
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Sources), file: &str, id: &str) {
    let mut sources = sources();
    change(&mut sources);
    let problem = compile_tables(&sources).expect_err("the change must be refused");
    assert!(problem.contains(file) && problem.contains(id), "{problem}");
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the source has {from:?}");
    text.replacen(from, to, 1)
}

#[test]
fn the_sources_fit_together() {
    assert!(compile_tables(&sources()).is_ok());
}

#[test]
fn a_registered_region_that_is_not_drawn_is_refused() {
    refused(
        |sources| {
            sources.drawings[0].1 = replaced(
                &sources.drawings[0].1,
                "class=\"bm-region\" data-region=\"front-knee-left\"",
                "class=\"bm-line\"",
            )
        },
        "bodymap-front.svg",
        "front-knee-left",
    );
}

#[test]
fn a_drawn_region_that_is_not_registered_is_refused() {
    refused(
        |sources| {
            sources.drawings[1].1 = replaced(
                &sources.drawings[1].1,
                "data-region=\"back-calf-left\"",
                "data-region=\"back-calf-tail\"",
            )
        },
        "bodymap-back.svg",
        "back-calf-tail",
    );
}

#[test]
fn a_region_drawn_in_the_wrong_view_is_refused() {
    refused(
        |sources| {
            sources.drawings[2].1 = replaced(
                &sources.drawings[2].1,
                "data-region=\"head-nose\"",
                "data-region=\"front-knee-left\"",
            )
        },
        "bodymap-head-front.svg",
        "front-knee-left belongs to the view front",
    );
}

#[test]
fn a_region_without_a_part_is_refused() {
    refused(
        |sources| {
            sources.meaning = replaced(
                &sources.meaning,
                "[\"front-groin-*\"]",
                "[\"front-groin-left\"]",
            )
        },
        "bodymap.toml",
        "front-groin-right",
    );
}

#[test]
fn a_region_in_two_parts_is_refused() {
    refused(
        |sources| {
            sources.meaning = replaced(
                &sources.meaning,
                "[\"head-top\"]",
                "[\"head-top\", \"head-nose\"]",
            )
        },
        "bodymap.toml",
        "head-nose",
    );
}

#[test]
fn a_site_that_the_rules_do_not_know_is_refused() {
    refused(
        |sources| {
            sources.meaning = replaced(&sources.meaning, "site = \"knee\"", "site = \"kneecap\"")
        },
        "bodymap.toml",
        "kneecap",
    );
}

#[test]
fn an_area_that_is_not_listed_is_refused() {
    refused(
        |sources| sources.meaning = replaced(&sources.meaning, "wpi = \"chest\"", "wpi = \"ribs\""),
        "bodymap.toml",
        "ribs",
    );
}

#[test]
fn an_area_too_few_is_refused() {
    refused(
        |sources| {
            sources.meaning = replaced(
                &sources.meaning,
                "id = \"jaw\"\nsides = true",
                "id = \"jaw\"\nsides = false",
            )
        },
        "bodymap.toml",
        "18 areas",
    );
}

#[test]
fn an_unknown_neighbour_is_refused() {
    refused(
        |sources| {
            sources.register = replaced(
                &sources.register,
                "neighbours = [\"front-hand-left\"]",
                "neighbours = [\"front-glove-left\"]",
            )
        },
        "bodyregions.toml",
        "front-glove-left",
    );
}

#[test]
fn path_data_that_could_not_be_joined_is_refused() {
    refused(
        |sources| sources.drawings[5].1 = sources.drawings[5].1.replace('Z', "z"),
        "bodymap-head-left.svg",
        "M, c and Z",
    );
}

#[test]
fn a_broken_drawing_is_refused() {
    refused(
        |sources| sources.drawings[3].1.truncate(100),
        "bodymap-head-back.svg",
        "",
    );
}
