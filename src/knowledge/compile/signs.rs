//! Owns the tables of warning signs: `red_flags.toml`.
//! May use: raw entries, the compiler. Must not: look at rules.

use std::collections::BTreeMap;

use super::encode::MayRead;
use super::problem::At;
use super::raw;
use super::write::{Choice, Compiler, list, optional, text};

const FILE: &str = "red_flags.toml";
const LINES: &str = "sign_lines.toml";

/// Stands in place of the text of a question that an earlier flag defines (sentence 6.2).
const AS_ABOVE: &str = "(as above)";

/// The flags and groups that sentence 5.3 names, and the code of the derived facts with it.
const NAMED_FLAGS: [&str; 2] = ["any_cancer_history", "any_weight_loss"];
const NAMED_GROUPS: [&str; 4] = ["head", "face_jaw", "neck", "back"];

const CLASSES: Choice = Choice {
    rust_type: "Class",
    words: &[
        ("E", "Emergency"),
        ("S", "SameDay"),
        ("D", "WithinDays"),
        ("M", "NextVisit"),
    ],
};

const ANSWERS: Choice = Choice {
    rust_type: "SafetyKind",
    words: &[("rf4", "FourWay"), ("yn", "YesNo")],
};

fn at(id: &str) -> At {
    At::new(FILE, format!("flag {id}"))
}

impl Compiler {
    /// The short line of a question; none when it is always asked in full.
    fn sign_line(&mut self, id: &str, lines: &raw::SignLines) -> Option<String> {
        let in_full = lines.in_full.iter().any(|known| known == id);
        let line = lines.lines.get(id);
        if line.is_some() == in_full {
            let message = format!("`{id}` needs a line, or stands in `in_full`, not both");
            self.problems.add(&At::file(LINES), message);
        }
        line.map(|line| text(line))
    }

    /// The heading under which the line of a question stands, as Rust text; none without a line.
    fn feel(&mut self, id: &str, lines: &raw::SignLines) -> Option<String> {
        let places: Vec<usize> = (lines.feel.iter().enumerate())
            .filter(|(_, feel)| feel.signs.iter().any(|known| known == id))
            .map(|(place, _)| place)
            .collect();
        let wanted = usize::from(lines.lines.contains_key(id));
        let named = lines.feel.iter().flat_map(|feel| &feel.signs);
        if named.filter(|known| *known == id).count() != wanted {
            let message = format!("`{id}` stands once under a `feel` if it has a line, else never");
            self.problems.add(&At::file(LINES), message);
        }
        places.first().map(|place| format!("&FEELS[{place}]"))
    }

    /// Names the safety questions, before any condition is read, and writes their table.
    pub fn write_questions(&mut self, flags: &[raw::Flag], lines: &raw::SignLines) {
        let mut rows = Vec::new();
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        for flag in flags {
            let at = at(&flag.id);
            for entry in &flag.q {
                let [id, ask, own_kind @ ..] = entry.as_slice() else {
                    self.problems
                        .add(&at, "a question in `q` needs an id and a text");
                    continue;
                };
                if let Some(earlier) = known.get(id.as_str()) {
                    if ask != AS_ABOVE && ask != earlier {
                        self.problems
                            .add(&at, format!("the question `{id}` has another text above"));
                    }
                    continue;
                }
                if ask == AS_ABOVE {
                    self.problems
                        .add(&at, format!("no earlier flag defines the question `{id}`"));
                }
                let kind = own_kind
                    .first()
                    .or(flag.ans.as_ref())
                    .map_or("rf4", String::as_str);
                let kind = self.variant(&at, "ans", kind, &ANSWERS);
                if rows.len() > usize::from(u8::MAX) {
                    self.problems.add(&at, "there are more than 256 questions");
                    return;
                }
                known.insert(id, ask);
                self.vocabulary
                    .add_question(id, rows.len(), &at, &mut self.problems);
                rows.push(format!(
                    "SafetyQuestion {{ id: {}, index: {}, ask: {}, line: {}, feel: {}, kind: {kind} }}",
                    text(id),
                    rows.len(),
                    text(ask),
                    optional(self.sign_line(id, lines)),
                    optional(self.feel(id, lines)),
                ));
            }
        }
        let felt = lines.feel.iter().flat_map(|feel| &feel.signs);
        for id in lines.lines.keys().chain(&lines.in_full).chain(felt) {
            if !known.contains_key(id.as_str()) {
                let message = format!("names an unknown question `{id}`");
                self.problems.add(&At::file(LINES), message);
            }
        }
        let feels: Vec<String> = (lines.feel.iter().enumerate())
            .map(|(place, feel)| format!("Feel {{ place: {place}, name: {} }}", text(&feel.name)))
            .collect();
        self.table(
            "What warning signs feel like, in the order on a page.",
            "FEELS",
            "Feel",
            &feels,
        );
        self.table(
            "Every question about warning signs, in file order.",
            "SAFETY_QUESTIONS",
            "SafetyQuestion",
            &rows,
        );
    }

    pub fn write_signs(&mut self, meta: &raw::SignsMeta, flags: &[raw::Flag]) {
        self.write_groups(meta);
        self.unique(at, flags.iter().map(|flag| flag.id.as_str()));
        let rows: Vec<String> = flags.iter().map(|flag| self.flag(meta, flag)).collect();
        self.table("Every warning sign, in file order.", "FLAGS", "Flag", &rows);
        for named in NAMED_FLAGS {
            if !flags.iter().any(|flag| flag.id == named) {
                self.problems
                    .add(&at(named), "is missing, but sentence 5.3 names it");
            }
        }
        let opens_at = At::new(FILE, "[meta.opens]");
        let opens: Vec<String> = meta
            .opens
            .iter()
            .map(|(question, opened)| {
                format!(
                    "Opens {{ question: {}, opens: {} }}",
                    self.question(&opens_at, "opens", question),
                    self.questions(&opens_at, "opens", opened),
                )
            })
            .collect();
        self.table("Questions that open others.", "OPENS", "Opens", &opens);
        self.constant(
            "Days in which a sign counts as new (sentence 6.2).",
            "NEW_WINDOW_DAYS",
            "u8",
            &meta.new_window_days.to_string(),
        );
    }

    fn write_groups(&mut self, meta: &raw::SignsMeta) {
        let meta_at = At::new(FILE, "[meta.ask_when]");
        for group in meta.ask_when.keys() {
            if !meta.groups.contains(group) {
                self.problems
                    .add(&meta_at, format!("names an unknown group `{group}`"));
            }
        }
        for named in NAMED_GROUPS {
            if !meta.groups.iter().any(|group| group == named) {
                let message = format!("the group `{named}` is missing, but sentence 5.3 names it");
                self.problems.add(&At::new(FILE, "[meta]"), message);
            }
        }
        let mut rows = Vec::new();
        for group in &meta.groups {
            let Some(when) = meta.ask_when.get(group) else {
                self.problems
                    .add(&meta_at, format!("the group `{group}` has no condition"));
                continue;
            };
            if let Some(condition) = self.condition(&meta_at, group, when, MayRead::Facts) {
                rows.push(format!(
                    "SignGroup {{ id: {}, ask_when: {} }}",
                    text(group),
                    condition.rust
                ));
            }
        }
        self.table(
            "Groups of warning signs, in the order in which they are asked.",
            "SIGN_GROUPS",
            "SignGroup",
            &rows,
        );
    }

    fn flag(&mut self, meta: &raw::SignsMeta, flag: &raw::Flag) -> String {
        let at = at(&flag.id);
        let group = meta.groups.iter().position(|group| *group == flag.g);
        if group.is_none() {
            self.problems
                .add(&at, format!("`g` names an unknown group `{}`", flag.g));
        }
        let questions: Vec<String> = flag
            .q
            .iter()
            .filter_map(|entry| entry.first().cloned())
            .collect();
        let class_questions = flag.cls_q.as_ref().unwrap_or(&questions);
        if let Some(foreign) = class_questions.iter().find(|id| !questions.contains(id)) {
            self.problems.add(
                &at,
                format!("`cls_q` names `{foreign}`, which is not in `q`"),
            );
        }
        let when = self
            .condition(&at, "when", &flag.when, MayRead::FactsAndQuestions)
            .map_or_else(String::new, |condition| condition.rust);
        let unsure = flag.cls_unsure.as_ref().unwrap_or(&flag.cls_old);
        format!(
            "Flag {{ id: {}, group: &SIGN_GROUPS[{}], questions: {}, class_questions: {}, when: {when}, class: {}, class_old: {}, class_unsure: {}, say: {}, suspect: {}, sources: {} }}",
            text(&flag.id),
            group.unwrap_or_default(),
            self.questions(&at, "q", &questions),
            self.questions(&at, "cls_q", class_questions),
            self.variant(&at, "cls", &flag.cls, &CLASSES),
            self.variant(&at, "cls_old", &flag.cls_old, &CLASSES),
            self.variant(&at, "cls_unsure", unsure, &CLASSES),
            text(&flag.say),
            text(&flag.suspect),
            self.sources(&at, &flag.src),
        )
    }

    fn questions(&mut self, at: &At, field: &str, ids: &[String]) -> String {
        let references: Vec<String> = ids.iter().map(|id| self.question(at, field, id)).collect();
        list(references)
    }

    fn question(&mut self, at: &At, field: &str, id: &str) -> String {
        let place = self.vocabulary.question(id);
        if place.is_none() {
            self.problems
                .add(at, format!("`{field}` names an unknown question `{id}`"));
        }
        format!("&SAFETY_QUESTIONS[{}]", place.unwrap_or_default())
    }

    pub fn write_phone_numbers(&mut self, numbers: &[raw::Numbers]) {
        let at = |region: &str| At::new(FILE, format!("numbers {region}"));
        self.unique(at, numbers.iter().map(|row| row.region.as_str()));
        if !numbers.iter().any(|row| row.region == "OTHER") {
            self.problems.add(&at("OTHER"), "the row is missing");
        }
        let mut rows = Vec::new();
        for row in numbers {
            let at = at(&row.region);
            rows.push(format!(
                "PhoneNumbers {{ region: {}, label: {}, emergency: {}, non_emergency: {}, crisis: {}, poison: {}, sources: {} }}",
                self.word_of(&at, "region", &row.region),
                optional(row.label.as_deref().map(text)),
                text(&row.emergency),
                text(&row.non_emergency),
                text(&row.crisis),
                text(&row.poison),
                self.sources(&at, &row.src),
            ));
        }
        self.table(
            "Phone numbers by region.",
            "PHONE_NUMBERS",
            "PhoneNumbers",
            &rows,
        );
    }
}
