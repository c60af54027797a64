//! Owns printing as a person does it: the page in the browser becomes a PDF on the paper of their country.

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
