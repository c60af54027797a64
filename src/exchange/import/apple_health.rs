//! Owns symptoms from Apple Health's `export.xml`, which can be a gigabyte: it is fed in pieces and forgets what it has read.
//! May use: draft. Must not: keep more than one tag; take steps, heart or sleep.
//!
//! Only the attributes of `Record` tags are looked at, so a scanner for tags is enough and no tree is built.

use super::collector::Collector;
use super::draft::Draft;
use super::moments::{self, Found, Order};
use super::{ImportOptions, Imported, SkipReason, Source};
use crate::domain::diary::headache::Severity;

/// Symptoms that are about pain, with the words for them.
const SYMPTOMS: [(&str, &str); 8] = [
    ("Headache", "Headache"),
    ("LowerBackPain", "Lower back pain"),
    ("PelvicPain", "Pelvic pain"),
    ("GeneralizedBodyAche", "Body ache"),
    ("AbdominalCramps", "Belly cramps"),
    ("BreastPain", "Breast pain"),
    ("ChestTightnessOrPain", "Chest tightness or pain"),
    ("SoreThroat", "Sore throat"),
];
const TYPE: &str = "HKCategoryTypeIdentifier";
const VALUE: &str = "HKCategoryValueSeverity";
/// A longer tag is no record of this app; it is skipped, so that a broken file cannot fill the memory.
const LONGEST_TAG: usize = 64 * 1024;

/// Reads an export in pieces of any size.
pub struct AppleHealth {
    found: Vec<Symptom>,
    skipped: Vec<(usize, SkipReason)>,
    /// The beginning of a tag whose end has not come yet.
    tag: Vec<u8>,
    in_tag: bool,
    quote: Option<u8>,
    line: usize,
    tag_line: usize,
}

/// One record, until the options are known.
struct Symptom {
    line: usize,
    start: Found,
    name: &'static str,
    words: &'static str,
    said: &'static str,
    had: Option<bool>,
    severity: Option<Severity>,
    /// The whole tag, to tell it from another of the same moment.
    content: String,
}

impl Default for AppleHealth {
    fn default() -> Self {
        Self::new()
    }
}

impl AppleHealth {
    /// Nothing was read yet.
    pub fn new() -> Self {
        Self {
            found: Vec::new(),
            skipped: Vec::new(),
            tag: Vec::new(),
            in_tag: false,
            quote: None,
            line: 1,
            tag_line: 1,
        }
    }

    /// Takes the next piece.
    pub fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.line += usize::from(*byte == b'\n');
            if !self.in_tag {
                if *byte == b'<' {
                    self.in_tag = true;
                    self.tag.clear();
                    self.tag_line = self.line;
                }
                continue;
            }
            match (self.quote, *byte) {
                (None, b'>') => {
                    self.in_tag = false;
                    self.end_of_tag();
                    continue;
                }
                (None, b'"' | b'\'') if self.tag.starts_with(b"Record") => self.quote = Some(*byte),
                (Some(quote), byte) if quote == byte => self.quote = None,
                _ => {}
            }
            if self.tag.len() < LONGEST_TAG {
                self.tag.push(*byte);
            } else {
                self.in_tag = false;
                self.quote = None;
            }
        }
    }

    /// How many symptoms were found so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Everything that was found.
    pub fn finish(self, options: &ImportOptions) -> Imported {
        let mut collector = Collector::new(Source::AppleHealth, options);
        for (line, reason) in self.skipped {
            collector.skip(line, reason);
        }
        for symptom in self.found {
            let mut draft = Draft::new(symptom.line, symptom.start, options.clock);
            draft.name = symptom.name.to_owned();
            draft.content = symptom.content;
            draft.original(symptom.words, symptom.said, "");
            if symptom.name == "Headache" {
                draft.entry.headache.had = symptom.had;
                draft.entry.headache.severity = symptom.severity;
            }
            collector.add(draft);
        }
        collector.finish()
    }

    fn end_of_tag(&mut self) {
        let tag = std::mem::take(&mut self.tag);
        let Some(rest) = tag.strip_prefix(b"Record") else {
            self.tag = tag;
            return;
        };
        let text = String::from_utf8_lossy(rest);
        let kind = attribute(&text, "type");
        let kind = kind.as_deref().and_then(|kind| kind.strip_prefix(TYPE));
        let symptom = SYMPTOMS.iter().find(|(name, _)| Some(*name) == kind);
        let Some((name, words)) = symptom else { return };
        let start = attribute(&text, "startDate").unwrap_or_default();
        // The year always stands first here.
        let Some(start) = moments::read(&start, Order::DayFirst) else {
            self.skipped.push((self.tag_line, SkipReason::NoDate));
            return;
        };
        let value = attribute(&text, "value").unwrap_or_default();
        let severity = value.strip_prefix(VALUE).unwrap_or(&value);
        // The scale has an order but no distances: it is never turned into a number.
        let (said, had, level) = match severity {
            "NotPresent" | "1" => ("not present", Some(false), None),
            "Mild" | "2" => ("mild", Some(true), Some(Severity::Mild)),
            "Moderate" | "3" => ("moderate", Some(true), Some(Severity::Medium)),
            "Severe" | "4" => ("severe", Some(true), Some(Severity::Strong)),
            "Unspecified" | "0" => ("present", Some(true), None),
            _ => {
                self.skipped.push((self.tag_line, SkipReason::NotReadable));
                return;
            }
        };
        let content = text.into_owned();
        self.found.push(Symptom {
            line: self.tag_line,
            start,
            name,
            words,
            said,
            had,
            severity: level,
            content,
        });
    }
}

/// The value of an attribute, with the five named characters put back.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        if before.trim() == name {
            let plain = value
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
            return Some(plain.replace("&apos;", "'").replace("&amp;", "&"));
        }
        rest = after;
    }
}
