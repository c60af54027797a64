//! Owns the one summary that stands in every channel: which lines it has, in which order, and what gives way.
//! May use: nothing. Must not: wording; `i18n::patient_summary` is the builder that fills it from the hand-out.
//!
//! Paper (`i18n::sheets`), text, codes, the readable archive and the narrative of the health record all say safety in these
//! lines and in no others. A new field of [`super::SafetyStrip`] does not compile until the builder says it.

/// One line: what it is about, and the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    pub part: SummaryPart,
    /// Without a colon; may be empty.
    pub label: String,
    pub text: String,
    /// Says the same in fewer words, where there is such a way. Nothing about safety is missing in it.
    pub short: Option<String>,
}

/// What a line is about, in the order of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SummaryPart {
    /// Of which day this is, and that nobody has checked it.
    Head,
    FilledIn,
    /// Whether warning signs were asked for, and when.
    SignsAsked,
    /// One sign that fired.
    Sign,
    /// Medicines in use that do not go together.
    Clash,
    /// Signs that a clinician has looked at.
    Checked,
    Allergies,
    Reaction,
    Conditions,
    Pregnancy,
    /// Kinds of medicine that change what is safe.
    KeyMedicines,
    /// Every medicine that was named.
    Medicines,
    InShort,
    Wish,
    Told,
    /// What was agreed at the last visit, and what came of it.
    Agreed,
    Tried,
    Questions,
    Diary,
    /// What had no room.
    LeftOut,
}

impl SummaryPart {
    /// Never cut and never left out, whatever the room.
    pub const SAFETY: [SummaryPart; 11] = [
        SummaryPart::FilledIn,
        SummaryPart::SignsAsked,
        SummaryPart::Sign,
        SummaryPart::Clash,
        SummaryPart::Checked,
        SummaryPart::Allergies,
        SummaryPart::Reaction,
        SummaryPart::Conditions,
        SummaryPart::Pregnancy,
        SummaryPart::KeyMedicines,
        SummaryPart::Medicines,
    ];

    /// What gives way when there is no room, first to last.
    pub const GIVES_WAY: [SummaryPart; 7] = [
        SummaryPart::Diary,
        SummaryPart::Questions,
        SummaryPart::Tried,
        SummaryPart::Agreed,
        SummaryPart::Told,
        SummaryPart::Wish,
        SummaryPart::InShort,
    ];

    fn is_kept(self) -> bool {
        !Self::GIVES_WAY.contains(&self)
    }
}

impl SummaryLine {
    /// The line as one text.
    pub fn whole(&self) -> String {
        self.with(&self.text)
    }

    /// The line in the fewest words.
    pub fn shortest(&self) -> String {
        self.with(self.fewest_words())
    }

    /// The words without the label, as few as there are.
    pub fn fewest_words(&self) -> &String {
        self.short.as_ref().unwrap_or(&self.text)
    }

    fn with(&self, text: &str) -> String {
        match self.label.as_str() {
            "" => text.to_owned(),
            label => format!("{label}: {text}"),
        }
    }
}

/// The summary, whole, in the order in which it is read.
#[derive(Debug, Clone)]
pub struct PatientSummary {
    pub lines: Vec<SummaryLine>,
    /// Says which parts had no room, by their labels.
    pub left_out: fn(&[&str]) -> String,
}

impl PatientSummary {
    /// The lines about safety alone, with the head.
    pub fn safety(&self) -> impl Iterator<Item = &SummaryLine> {
        self.lines.iter().filter(|line| line.part.is_kept())
    }

    /// The lines of a part.
    pub fn of(&self, part: SummaryPart) -> impl Iterator<Item = &SummaryLine> {
        self.lines.iter().filter(move |line| line.part == part)
    }

    /// The summary as lines of text in at most so many characters, line breaks counted. A line stands whole or not at all:
    /// other parts give way one after the other and are named, then the lines about safety take their shorter words.
    /// It is longer only when these alone need more.
    pub fn within(&self, most: usize) -> Vec<String> {
        let mut gone: Vec<SummaryPart> = Vec::new();
        let mut parts = SummaryPart::GIVES_WAY.into_iter();
        loop {
            let lines = self.without(&gone, SummaryLine::whole);
            if length(&lines) <= most {
                return lines;
            }
            match parts.next() {
                Some(part) => gone.push(part),
                None => break,
            }
        }
        // With shorter words there may be room again for the most important of the others.
        while let Some(part) = gone.pop() {
            let lines = self.without(&gone, SummaryLine::shortest);
            if length(&lines) > most {
                gone.push(part);
                break;
            }
        }
        self.without(&gone, SummaryLine::shortest)
    }

    fn without(&self, gone: &[SummaryPart], say: fn(&SummaryLine) -> String) -> Vec<String> {
        let kept = self.lines.iter().filter(|line| !gone.contains(&line.part));
        let mut lines: Vec<String> = kept.map(say).collect();
        let mut labels: Vec<&str> = Vec::new();
        for line in self.lines.iter().filter(|line| gone.contains(&line.part)) {
            if !labels.contains(&line.label.as_str()) {
                labels.push(&line.label);
            }
        }
        if !labels.is_empty() {
            lines.push((self.left_out)(&labels));
        }
        lines
    }
}

/// Characters of these lines with the breaks between them.
fn length(lines: &[String]) -> usize {
    let characters: usize = lines.iter().map(|line| line.chars().count()).sum();
    characters + lines.len().saturating_sub(1)
}
