//! Owns reading the six drawings: path data and presentation attributes, nothing else of SVG.
//! May use: roxmltree. Must not: the meaning of regions.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::rows::Register;
use super::tables::put;
use super::{Index, REGISTER};

/// A drawing that must exist.
pub struct ViewFile {
    pub file: &'static str,
    /// Variant of `MapView`.
    pub variant: &'static str,
    /// Value of `view` in the register.
    pub figure: &'static str,
    /// Value of `drawn_in` and `badge_view` in the register, for the drawings of the head.
    pub head_view: &'static str,
}

/// In the order of `MapView`.
pub const VIEWS: [ViewFile; 6] = [
    ViewFile {
        file: "bodymap-front.svg",
        variant: "Front",
        figure: "front",
        head_view: "",
    },
    ViewFile {
        file: "bodymap-back.svg",
        variant: "Back",
        figure: "back",
        head_view: "",
    },
    ViewFile {
        file: "bodymap-head-front.svg",
        variant: "HeadFront",
        figure: "head",
        head_view: "front",
    },
    ViewFile {
        file: "bodymap-head-back.svg",
        variant: "HeadBack",
        figure: "head",
        head_view: "back",
    },
    ViewFile {
        file: "bodymap-head-right.svg",
        variant: "HeadRight",
        figure: "head",
        head_view: "right",
    },
    ViewFile {
        file: "bodymap-head-left.svg",
        variant: "HeadLeft",
        figure: "head",
        head_view: "left",
    },
];

/// Reads all drawings, checks that they show exactly the registered regions, and appends their table.
pub fn write_drawings(
    out: &mut String,
    drawings: &[(String, String)],
    register: &Register,
    index: &Index,
) -> Result<(), String> {
    put(
        out,
        format_args!(
            "/// The drawings, in the order of `MapView`.\npub static DRAWINGS: [Drawing; {}] = [\n",
            VIEWS.len()
        ),
    );
    for (view, (file, text)) in VIEWS.iter().zip(drawings) {
        let document = Document::parse(text).map_err(|error| format!("{file}: {error}"))?;
        write_drawing(out, view, document.root_element(), register, index)
            .map_err(|problem| format!("{file}: {problem}"))?;
    }
    out.push_str("];\n");
    Ok(())
}

fn write_drawing(
    out: &mut String,
    view: &ViewFile,
    svg: Node<'_, '_>,
    register: &Register,
    index: &Index,
) -> Result<(), String> {
    let (width, height) = size(svg)?;
    let outline = outline(svg)?;
    let mut rest = String::new();
    let mut lines = String::new();
    let mut regions = String::new();
    let mut shades = Vec::new();
    let mut drawn = BTreeSet::new();
    for node in svg
        .descendants()
        .filter(|node| node.has_tag_name("path") || node.has_tag_name("use"))
    {
        let class = node.attribute("class").unwrap_or_default();
        let parent_class = node
            .parent()
            .and_then(|parent| parent.attribute("class"))
            .unwrap_or_default();
        match class {
            "bm-region" => {
                let id = node
                    .attribute("data-region")
                    .ok_or("a region without data-region")?;
                let (x, y) = badge_position(view, id, &path_data(node)?, register, index)?;
                if !drawn.insert(id.to_owned()) {
                    return Err(format!("region {id} is drawn twice"));
                }
                put(
                    &mut regions,
                    format_args!(
                        "DrawnRegion {{ region: RegionIndex({}), x: {x}, y: {y}, d: {:?} }},",
                        index.0[id],
                        path_data(node)?
                    ),
                );
            }
            "bm-rest" => rest.push_str(&layer(node, &path_data(node)?)),
            "bm-hair" | "bm-soft" | "bm-line" => lines.push_str(&layer(node, &path_data(node)?)),
            "bm-shade" => shades.push(node),
            "bm-outline" => {}
            "" if node.has_tag_name("use") && parent_class == "bm-shade" => shades.push(node),
            // The outline and what shading is cut to; both are the outline again.
            "" if node.ancestors().any(|above| above.has_tag_name("defs")) => {}
            other => return Err(format!("a path with the unknown class {other:?}")),
        }
    }
    check_complete(view, &drawn, register)?;
    let [wide, narrow] = shades[..] else {
        return Err("the edge is not shaded by two strokes".to_owned());
    };
    let opacity = |node: Node<'_, '_>| {
        node.ancestors()
            .find_map(|above| above.attribute("stroke-opacity"))
            .unwrap_or("1")
            .to_owned()
    };
    put(
        out,
        format_args!(
            "Drawing {{ view: MapView::{}, class: {:?}, width: {width}, height: {height}, outline: {}, shade_widths: [{:?}, {:?}], shade_opacity: {:?}, rest: &[{rest}], lines: &[{lines}], regions: &[{regions}] }},\n",
            view.variant,
            svg.attribute("class").unwrap_or("bm"),
            outline.trim_end_matches(','),
            wide.attribute("stroke-width").unwrap_or("1"),
            narrow.attribute("stroke-width").unwrap_or("1"),
            opacity(wide),
        ),
    );
    Ok(())
}

fn size(svg: Node<'_, '_>) -> Result<(u16, u16), String> {
    let numbers: Vec<u16> = svg
        .attribute("viewBox")
        .unwrap_or_default()
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [0, 0, width, height] => Ok((width, height)),
        _ => Err("the viewBox is not 0 0 width height".to_owned()),
    }
}

/// The outline as a layer: a path of its own, or a reference to one under `defs`.
fn outline(svg: Node<'_, '_>) -> Result<String, String> {
    let node = svg
        .descendants()
        .find(|node| node.attribute("class") == Some("bm-outline"))
        .ok_or("no outline")?;
    let path = match node.attribute("href") {
        None => node,
        Some(link) => svg
            .descendants()
            .find(|other| other.attribute("id") == link.strip_prefix('#'))
            .ok_or_else(|| format!("the outline refers to {link}, which is missing"))?,
    };
    Ok(layer(node, &path_data(path)?))
}

/// Path data that can be put behind other path data: absolute start, relative curves, nothing else.
fn path_data(node: Node<'_, '_>) -> Result<String, String> {
    let d = node.attribute("d").ok_or("a path without data")?;
    let known = |letter: char| matches!(letter, 'M' | 'c' | 'Z' | '-' | '.' | ' ' | '0'..='9');
    if d.starts_with('M') && d.chars().all(known) {
        Ok(d.to_owned())
    } else {
        Err(format!(
            "path data with other commands than M, c and Z: {d:.30} …"
        ))
    }
}

fn layer(node: Node<'_, '_>, d: &str) -> String {
    let attribute = |name: &str| format!("{:?}", node.attribute(name));
    format!(
        "Layer {{ class: {:?}, d: {d:?}, fill: {}, fill_opacity: {}, stroke: {}, stroke_width: {}, stroke_opacity: {} }},",
        node.attribute("class").unwrap_or_default(),
        attribute("fill"),
        attribute("fill-opacity"),
        attribute("stroke"),
        attribute("stroke-width"),
        attribute("stroke-opacity"),
    )
}

/// Where the number of a place goes: as registered, or the centre of the drawn form in a view for which the register has none.
fn badge_position(
    view: &ViewFile,
    id: &str,
    d: &str,
    register: &Register,
    index: &Index,
) -> Result<(u16, u16), String> {
    let position = index
        .0
        .get(id)
        .ok_or_else(|| format!("region {id} is not registered in {REGISTER}"))?;
    let region = &register.region[*position];
    if region.view != view.figure {
        return Err(format!("region {id} belongs to the view {}", region.view));
    }
    let registered_here = region
        .badge_view
        .as_deref()
        .is_none_or(|badge_view| badge_view == view.head_view);
    let (x, y) = if registered_here {
        (region.x, region.y)
    } else {
        centre(d)
    };
    Ok((x.round() as u16, y.round() as u16))
}

/// Centre of the box around the ends of all curves.
fn centre(d: &str) -> (f64, f64) {
    let mut low = (f64::MAX, f64::MAX);
    let mut high = (f64::MIN, f64::MIN);
    let mut at = (0.0, 0.0);
    for (command, numbers) in commands(d) {
        let ends: Vec<(f64, f64)> = match command {
            'M' => numbers
                .chunks_exact(2)
                .map(|end| (end[0] - at.0, end[1] - at.1))
                .collect(),
            _ => numbers
                .chunks_exact(6)
                .map(|curve| (curve[4], curve[5]))
                .collect(),
        };
        for (x, y) in ends {
            at = (at.0 + x, at.1 + y);
            low = (low.0.min(at.0), low.1.min(at.1));
            high = (high.0.max(at.0), high.1.max(at.1));
        }
    }
    (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1))
}

/// Commands with their numbers. "-" and a second "." also begin a number: `1.5.2-3` is three.
fn commands(d: &str) -> Vec<(char, Vec<f64>)> {
    let mut commands: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    for letter in d.chars().chain([' ']) {
        let ends_number = matches!(letter, 'M' | 'c' | 'Z' | ' ' | '-')
            || (letter == '.' && number.contains('.'));
        if ends_number {
            if let (Some((_, numbers)), Ok(value)) = (commands.last_mut(), number.parse()) {
                numbers.push(value);
            }
            number.clear();
        }
        match letter {
            'M' | 'c' | 'Z' => commands.push((letter, Vec::new())),
            ' ' => {}
            other => number.push(other),
        }
    }
    commands
}

fn check_complete(
    view: &ViewFile,
    drawn: &BTreeSet<String>,
    register: &Register,
) -> Result<(), String> {
    for region in &register.region {
        let expected = region.view == view.figure
            && (region.drawn_in.is_empty()
                || region.drawn_in.iter().any(|name| name == view.head_view));
        if expected != drawn.contains(&region.id) {
            let problem = if expected {
                "registered for this drawing, but not drawn"
            } else {
                "drawn, but not registered for this drawing"
            };
            return Err(format!("region {} is {problem}", region.id));
        }
    }
    Ok(())
}
