//! Owns printing as a person does it: the page in the browser becomes a PDF on the paper of their country, and what a
//! scanner sees of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use fantoccini::wd::{PrintConfiguration, PrintSize};
use lopdf::Document;

use crate::engine::Engine;
use crate::person::Person;

/// The two papers that nearly all of the world prints on.
#[derive(Clone, Copy, Debug)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    pub const BOTH: [Self; 2] = [Self::A4, Self::Letter];

    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

impl Person {
    /// How many pages the present screen takes on this paper. The print is kept in target/e2e under this name.
    pub async fn counts_printed_pages(&self, name: &str, paper: Paper) -> usize {
        let pdf = self.prints(paper).await;
        self.keeps(&format!("{name}-{}.pdf", paper.name()), &pdf);
        Document::load_mem(&pdf)
            .expect("the browser prints a valid PDF")
            .get_pages()
            .len()
    }

    /// The present screen as a PDF.
    pub async fn prints(&self, paper: Paper) -> Vec<u8> {
        if self.engine() == Engine::WebKit {
            // Its driver has no print command; our window prints when a file asks for it (webkit_browser.py).
            self.leaves_file(&format!("{}.wish", paper.name()));
            return self.receives_file(&format!("{}.pdf", paper.name())).await;
        }
        let size = match paper {
            Paper::A4 => PrintSize::A4,
            Paper::Letter => PrintSize::US_LETTER,
        };
        let settings = PrintConfiguration::builder()
            .size(size)
            .build()
            .expect("both papers are valid sizes");
        self.client()
            .print(settings)
            .await
            .unwrap_or_else(|e| panic!("{} does not print: {e}", self.engine().name()))
    }
}

/// A camera looks until it can read. This reader misses one sharp code in twenty, at any size, by where the edges of its
/// modules fall between the dots; another reader (zbar) read all that it missed. So a page is scanned so many times, each
/// with one dot an inch more.
const SCANS: u32 = 3;

/// What a reader of codes finds on the pages of a PDF that were scanned at so many dots an inch.
pub fn codes_on(pdf: &str, dots_an_inch: u32) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder for the scans");
    for dots in dots_an_inch..dots_an_inch + SCANS {
        let done = Command::new("pdftoppm")
            .args(["-gray", "-r", &dots.to_string(), pdf])
            .arg(folder.path().join(format!("{dots}")))
            .status()
            .expect("pdftoppm is there (Debian: poppler-utils)");
        assert!(done.success());
    }
    let mut scans: Vec<_> = fs::read_dir(folder.path())
        .expect("the scans")
        .map(|scan| scan.expect("a scan").path())
        .collect();
    scans.sort();
    scans.iter().flat_map(|scan| codes_of(scan)).collect()
}

/// A scan in grey: three lines of text, then a byte for each dot.
fn codes_of(scan: &Path) -> Vec<String> {
    let bytes = fs::read(scan).expect("a scan");
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    let mut line = || lines.next().expect("the head of a scan");
    assert_eq!(line(), b"P5");
    let size = String::from_utf8_lossy(line()).into_owned();
    let (width, height) = size.split_once(' ').expect("width and height");
    let (width, height): (usize, usize) = (
        width.parse().expect("a width"),
        height.parse().expect("a height"),
    );
    line();
    let dots = &bytes[bytes.len() - width * height..];
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    let grids = image.detect_grids();
    grids
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}
