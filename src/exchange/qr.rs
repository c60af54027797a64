//! Owns codes that a phone camera reads: plain text, no link, nothing that needs the internet.
//! May use: the qrcode crate. Must not: colours, layout.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around a code, without which cameras do not find it (ISO/IEC 18004: 4).
const QUIET: usize = 4;

/// The code of a text as a drawing: its width in modules with the quiet zone, and the path of the dark modules for SVG.
/// The correction is the strongest for which there is room; none when the text is too long for any code.
pub fn drawing(text: &str) -> Option<(usize, String)> {
    let levels = [EcLevel::M, EcLevel::L];
    let code = levels
        .into_iter()
        .find_map(|level| QrCode::with_error_correction_level(text, level).ok())?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some((width + 2 * QUIET, path))
}
