//! Owns what the person decides about the pages before they are printed: what stands there, in which words.
//! May use: the hand-out. Must not: change the data; a choice holds for the paper alone.

use std::collections::{BTreeMap, BTreeSet};

use super::sensitive::{block_of_therapy, private_block, without, without_together};
use super::since::Since;
use super::{Handout, Ticked};
use crate::domain::plan::facts::fact;

/// A part of the pages that the person decides about. The safety strip is not among them: it always stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    Name,
    Story,
    /// What changed since the last visit.
    Since,
    /// Low mood, worry and thoughts: the checks and what plays a part.
    Mood,
    /// Drugs, alcohol and smoking.
    Substances,
    /// Money, home, work and company.
    Life,
    Diary,
    Medicines,
    Tried,
    Tests,
    Goals,
    Options,
    Questions,
}

impl Block {
    /// Every block, in the order of the pages.
    pub const ALL: [Block; 13] = [
        Block::Name,
        Block::Story,
        Block::Since,
        Block::Mood,
        Block::Substances,
        Block::Life,
        Block::Diary,
        Block::Medicines,
        Block::Tried,
        Block::Tests,
        Block::Goals,
        Block::Options,
        Block::Questions,
    ];
}

/// What becomes of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    OnPaper,
    LeftOut,
    /// Not on paper, but the paper says that the person will tell it.
    InPerson,
}

/// A text of the pages that the person may word anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperText {
    Summary,
    Wish,
    Story,
    Tests,
    Goal,
}

impl PaperText {
    /// Every text, in the order of the pages.
    pub const ALL: [PaperText; 5] = [
        PaperText::Wish,
        PaperText::Summary,
        PaperText::Story,
        PaperText::Tests,
        PaperText::Goal,
    ];
}

/// Everything that the person decided about the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperChoices {
    showing: BTreeMap<Block, Showing>,
    /// Texts in new words; an empty one is left out.
    texts: BTreeMap<PaperText, String>,
    /// 12.5 instead of 10 points; may take more sheets.
    pub large_print: bool,
    /// A sheet with the days of the diary and the rows that did not fit.
    pub appendix: bool,
    /// An empty sheet to keep the diary on paper.
    pub blank_diary: bool,
    /// A sheet with the codes that a phone camera reads.
    pub codes: bool,
}

impl Default for PaperChoices {
    /// Everything is on paper but answers about drugs and alcohol: these stay off until the person says yes.
    fn default() -> Self {
        Self {
            showing: [(Block::Substances, Showing::LeftOut)].into(),
            texts: BTreeMap::new(),
            large_print: false,
            appendix: false,
            blank_diary: false,
            codes: false,
        }
    }
}

impl PaperChoices {
    /// What becomes of a block.
    pub fn showing(&self, block: Block) -> Showing {
        self.showing
            .get(&block)
            .copied()
            .unwrap_or(Showing::OnPaper)
    }

    /// Decides about a block.
    pub fn show(&mut self, block: Block, showing: Showing) {
        self.showing.insert(block, showing);
    }

    /// Words a text anew; none brings the person's own back.
    pub fn reword(&mut self, text: PaperText, words: Option<String>) {
        match words {
            Some(words) => self.texts.insert(text, words),
            None => self.texts.remove(&text),
        };
    }

    /// The new words for a text.
    pub fn words(&self, text: PaperText) -> Option<&str> {
        self.texts.get(&text).map(String::as_str)
    }

    /// The pages as they are to be printed.
    pub fn apply(&self, mut handout: Handout) -> Handout {
        for block in Block::ALL {
            match self.showing(block) {
                Showing::OnPaper => continue,
                Showing::LeftOut => {}
                Showing::InPerson => handout.in_person.push(block),
            }
            handout.hidden.insert(block);
            empty(&mut handout, block);
        }
        handout.reworded.clone_from(&self.texts);
        handout
    }
}

/// Takes out what belongs to a block, also where it stands among other things.
fn empty(handout: &mut Handout, block: Block) {
    without(&mut handout.options, block);
    without_together(&mut handout.together, block);
    match block {
        Block::Name => handout.name = None,
        Block::Story => {
            handout.story = None;
            handout.diagnoses.clear();
        }
        Block::Since => handout.since = Since::default(),
        Block::Mood => {
            handout.contributors.mind.clear();
            handout.belief = None;
            for fact in [fact::MOOD2, fact::ANXIETY2, fact::FEAR_MOVE] {
                handout.facts.clear(fact);
            }
        }
        Block::Substances => {
            if let Ticked::Some(options) = &mut handout.safety.conditions {
                let stays = |id| private_block("health.conditions", Some(id)) != Some(block);
                options.retain(|option| stays(option.id));
                if options.is_empty() {
                    // "None" would not be true.
                    handout.safety.conditions = Ticked::Withheld;
                }
            }
            handout
                .contributors
                .life
                .retain(|label| !is_substance(label));
            handout
                .tried
                .retain(|tried| block_of_therapy(tried.therapy.as_str()) != Some(block));
        }
        Block::Life => handout
            .contributors
            .life
            .retain(|label| is_substance(label)),
        Block::Diary => {
            handout.days.clear();
            handout.blocks.clear();
            handout.since.diary = None;
            for agreed in &mut handout.since.agreed {
                agreed.before_now = None;
            }
        }
        Block::Medicines => {
            handout.medicines.clear();
            handout.since.new_medicines.clear();
            handout.since.stopped_medicines.clear();
        }
        Block::Tried => {
            handout.tried.clear();
            handout.since.new_treatments.clear();
        }
        Block::Tests => handout.tests.clear(),
        Block::Goals => handout.goals.clear(),
        Block::Options => {
            handout.options.clear();
            handout.together.clear();
        }
        Block::Questions => handout.questions.clear(),
    }
}

fn is_substance(label: &str) -> bool {
    let item = crate::knowledge::item("life.around");
    let options = item.map_or(&[][..], |item| item.options);
    options
        .iter()
        .filter(|option| option.label == label)
        .any(|option| private_block("life.around", Some(option.id)) == Some(Block::Substances))
}

/// The blocks that are not on paper.
pub type Hidden = BTreeSet<Block>;
