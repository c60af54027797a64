//! The colours of pain: a number can be read on each step, and both themes go the same road of hues.

use std::fs;

/// Red, green and blue from 0 to 1.
type Rgb = [f64; 3];

/// The colours of each theme's block in `tokens.css`: a step and what stands on it, for 0 to 10.
fn themes() -> Vec<Vec<(Rgb, Rgb)>> {
    let css = fs::read_to_string(super::root().join("style/tokens.css")).unwrap();
    css.split("--c-pain-0:")
        .skip(1)
        .map(|block| {
            let block = format!("--c-pain-0:{block}");
            (0..=10)
                .map(|step| {
                    let colour = |name: &str| rgb(after(&block, &format!("--c-{name}-{step}: #")));
                    (colour("pain"), colour("on-pain"))
                })
                .collect()
        })
        .collect()
}

fn after<'a>(block: &'a str, name: &str) -> &'a str {
    let start = block.find(name).unwrap_or_else(|| panic!("{name}")) + name.len();
    &block[start..start + 6]
}

fn rgb(hex: &str) -> Rgb {
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn luminance(colour: Rgb) -> f64 {
    let linear = colour.map(|part| match part {
        part if part <= 0.04045 => part / 12.92,
        part => ((part + 0.055) / 1.055).powf(2.4),
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// In degrees.
fn hue([red, green, blue]: Rgb) -> f64 {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let range = most - least;
    let sixth = match most {
        most if most == red => (green - blue) / range,
        most if most == green => (blue - red) / range + 2.0,
        _ => (red - green) / range + 4.0,
    };
    (sixth * 60.0).rem_euclid(360.0)
}

#[test]
fn a_number_can_be_read_on_every_step_of_pain_in_every_theme() {
    assert!(themes().len() >= 6, "{}", themes().len());
    for (theme, steps) in themes().into_iter().enumerate() {
        for (step, (ground, number)) in steps.into_iter().enumerate() {
            let contrast = contrast(ground, number);
            assert!(contrast >= 4.5, "theme {theme}, step {step}: {contrast:.2}");
        }
    }
}

#[test]
fn more_pain_has_the_same_hue_in_every_theme_and_is_further_from_the_page() {
    let all = themes();
    let light = &all[0];
    let is_dark = |steps: &[(Rgb, Rgb)]| luminance(steps[0].0) < 0.2;
    assert!(!is_dark(light) && all.iter().any(|steps| is_dark(steps)));
    for (theme, steps) in all.iter().enumerate() {
        for step in 1..=10 {
            let apart = (hue(steps[step].0) - hue(light[step].0)).abs();
            let apart = apart.min(360.0 - apart);
            assert!(
                apart <= 25.0,
                "theme {theme}, step {step}: {apart:.0} degrees apart"
            );
        }
        for step in 2..=10 {
            let [before, now] = [step - 1, step].map(|step| luminance(steps[step].0));
            let further = if is_dark(steps) {
                now > before
            } else {
                now < before
            };
            assert!(further, "theme {theme}, step {step}");
        }
    }
}
