//! Owns the words of a section as XHTML, so that it can be read without any program that knows FHIR.
//! May use: the standard library. Must not: let a text become markup.

use serde_json::{Value, json};

use super::plain_text;

/// A narrative in pieces, one after the other.
#[derive(Debug, Default)]
pub(super) struct Narrative(String);

impl Narrative {
    /// A paragraph for each text that says something.
    pub fn of<T: AsRef<str>>(paragraphs: impl IntoIterator<Item = T>) -> Self {
        let mut narrative = Self::default();
        for text in paragraphs {
            narrative.paragraph(text.as_ref());
        }
        narrative
    }

    pub fn paragraph(&mut self, text: &str) {
        self.element("p", text);
    }

    /// A list, a line for each text.
    pub fn list(&mut self, texts: &[String]) {
        if texts.is_empty() {
            return;
        }
        self.0.push_str("<ul>");
        for text in texts {
            self.element("li", text);
        }
        self.0.push_str("</ul>");
    }

    /// A table with its heads; a cell that says nothing stays empty.
    pub fn table<const N: usize>(&mut self, heads: [&str; N], rows: &[[String; N]]) {
        if rows.is_empty() {
            return;
        }
        self.0.push_str("<table>");
        self.row("th", heads);
        for row in rows {
            self.row("td", row.each_ref().map(String::as_str));
        }
        self.0.push_str("</table>");
    }

    fn row<const N: usize>(&mut self, tag: &str, cells: [&str; N]) {
        self.0.push_str("<tr>");
        for cell in cells {
            let text = plain_text(cell).unwrap_or_default();
            self.0
                .push_str(&format!("<{tag}>{}</{tag}>", escaped(&text)));
        }
        self.0.push_str("</tr>");
    }

    fn element(&mut self, tag: &str, text: &str) {
        if let Some(text) = plain_text(text) {
            self.0
                .push_str(&format!("<{tag}>{}</{tag}>", escaped(&text)));
        }
    }

    /// As FHIR has it; none when it says nothing.
    pub fn value(self) -> Option<Value> {
        let inside = self.0;
        (!inside.is_empty()).then(|| {
            json!({
                "status": "generated",
                "div": format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{inside}</div>"),
            })
        })
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
