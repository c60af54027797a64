//! Section 9: plan lines.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::rules::{Entry, Facts, Specification, strings};

/// A plan line, with what its order needs.
pub struct Line {
    pub therapy: String,
    section: String,
    domain: String,
    pub status: String,
    shown: bool,
    conflict: bool,
    using: bool,
    fit: Option<i64>,
    matches: Vec<String>,
    minus: Vec<String>,
    pub rules: Vec<usize>,
    pub avoids: Vec<usize>,
    rule_ids: Vec<String>,
    avoid_ids: Vec<String>,
    slot: Option<String>,
    n_specialist: usize,
    has_first: bool,
    /// The parts of 9.7 after FIT, smaller first.
    key: Vec<i64>,
}

impl Line {
    /// 9.15
    pub fn json(&self) -> Json {
        json!({
            "therapy": self.therapy,
            "section": self.section,
            "domain": self.domain,
            "status": self.status,
            "shown": self.shown,
            "conflict": self.conflict,
            "using": self.using,
            "fit": self.fit,
            "matches": self.matches,
            "minus": self.minus,
            "rules": self.rule_ids,
            "avoid": self.avoid_ids,
        })
    }

    fn is_open(&self) -> bool {
        ["new", "using", "helped", "tried_before"].contains(&self.status.as_str())
    }

    fn is_safety(&self) -> bool {
        self.slot.as_deref() == Some("safety")
    }

    fn needs_care(&self) -> bool {
        self.minus.iter().any(|word| word == "caution")
    }
}

pub struct Lines<'a> {
    pub specification: &'a Specification,
    pub facts: &'a Facts<'a>,
    pub rules: &'a [usize],
    pub held: &'a [usize],
    pub avoids: &'a [usize],
    pub cautions: &'a [usize],
}

const SECTIONS: [&str; 10] = [
    "first",
    "best",
    "ideas",
    "using",
    "tried_before",
    "held",
    "would_rather_not",
    "not_for_you",
    "usually_not",
    "footer",
];

impl Lines<'_> {
    pub fn all(&self) -> Vec<Line> {
        let mut therapies: BTreeSet<String> = BTreeSet::new();
        for place in self.rules.iter().chain(self.held) {
            therapies.insert(self.specification.rules[*place].text("therapy").to_owned());
        }
        for place in self.avoids {
            therapies.extend(self.specification.avoids[*place].list("therapies"));
        }
        let mut lines: Vec<Line> = therapies.iter().map(|therapy| self.line(therapy)).collect();
        // 9.7: with equal FIT the key decides; the place of the first rule is different for each line with rules
        lines.sort_by(|one, other| {
            other
                .fit
                .cmp(&one.fit)
                .then_with(|| one.key.cmp(&other.key))
        });
        self.place(&mut lines);
        self.in_printing_order(lines)
    }

    fn line(&self, therapy: &str) -> Line {
        let row = &self.specification.therapies[therapy];
        // 9.1
        let of = |places: &[usize]| -> Vec<usize> {
            places
                .iter()
                .copied()
                .filter(|place| self.specification.rules[*place].text("therapy") == therapy)
                .collect()
        };
        let mut rules = of(self.rules);
        let mut is_held = false;
        if rules.is_empty() {
            rules = of(self.held);
            is_held = !rules.is_empty();
        }
        let avoids: Vec<usize> = self
            .avoids
            .iter()
            .copied()
            .filter(|place| {
                self.specification.avoids[*place]
                    .list("therapies")
                    .iter()
                    .any(|id| id == therapy)
            })
            .collect();
        let levels: Vec<&str> = self
            .cautions
            .iter()
            .map(|place| &self.specification.cautions[*place])
            .filter(|caution| caution.list("applies").iter().any(|id| id == therapy))
            .map(|caution| caution.text("level"))
            .collect();
        let of_rules: Vec<&Entry> = rules
            .iter()
            .map(|place| &self.specification.rules[*place])
            .collect();

        // 9.4
        let medicines = self.facts.set("current_meds");
        let using = self.specification.meta["using"]
            .get(therapy)
            .is_some_and(|words| {
                words
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|word| medicines.contains(word.as_str().unwrap()))
            });
        // 9.3
        let tried = |set: &str| self.facts.set(set).contains(therapy);
        let status = if rules.is_empty() {
            "usually_not"
        } else if levels.contains(&"avoid") {
            "not_for_you"
        } else if is_held {
            "held"
        } else if levels.contains(&"wish") {
            "would_rather_not"
        } else if using {
            "using"
        } else if tried("tried_helped") {
            "helped"
        } else if tried("tried_no_help") || tried("tried_bad") {
            "tried_before"
        } else {
            "new"
        };

        let domain = row["domain"].as_str().unwrap().to_owned();
        let n_specialist = levels
            .iter()
            .filter(|level| **level == "specialist")
            .count();
        let lowest_step = of_rules
            .iter()
            .map(|rule| rule.number("step").unwrap())
            .min();
        let strengths = ["strong", "conditional", "insufficient", "against"];
        let best_strength = of_rules
            .iter()
            .map(|rule| {
                strengths
                    .iter()
                    .position(|word| *word == rule.text("strength"))
                    .unwrap()
            })
            .min();

        let mut matches = Vec::new();
        let mut minus = Vec::new();
        let mut fit = None;
        if let (Some(lowest_step), Some(best_strength)) = (lowest_step, best_strength) {
            // 9.5 MINUS
            if lowest_step >= 2 {
                minus.push("step".to_owned());
            }
            if n_specialist > 0 {
                minus.push("caution".to_owned());
            }
            if of_rules.iter().all(|rule| rule.flag("last")) {
                minus.push("extra".to_owned());
            }
            // 9.5 (a)
            let mut person = 0;
            for (word, points, _) in &self.specification.fits {
                if of_rules.iter().any(|rule| rule.list("fits").contains(word)) {
                    matches.push(word.clone());
                    person += points;
                }
            }
            // 9.5 (b), (c)
            let lift =
                n_specialist == 0 && domain != "procedure" && strengths[best_strength] != "against";
            let (mut n_goals, mut n_wishes) = (0, 0);
            if lift {
                let both = |fact: &str, field: &str| -> Vec<String> {
                    let own = self.facts.set(fact);
                    let of_therapy = strings(&row[field]);
                    let words = self.specification.words(fact);
                    words
                        .into_iter()
                        .filter(|word| own.contains(word) && of_therapy.contains(word))
                        .collect()
                };
                for goal in both("goals", "helps") {
                    matches.push(format!("goal:{goal}"));
                    n_goals += 1;
                }
                for wish in both("prefs", "way") {
                    matches.push(format!("wish:{wish}"));
                    n_wishes += 1;
                }
            }
            // 9.5 (d)
            let helped = tried("tried_helped");
            if helped {
                matches.push("helped".to_owned());
            }
            // 9.6
            let setting = |name: &str| self.specification.setting(name);
            let has = |word: &str| minus.iter().any(|each| each == word);
            let mut points = person.min(setting("max_person"));
            if n_goals == 1 {
                points += setting("goal_points");
            } else if n_goals > 1 {
                points += setting("goals_points");
            }
            if n_wishes > 0 {
                points += setting("wish_points");
            }
            if helped && !has("caution") {
                points += setting("helped_points");
            }
            points += [2, 1, 0, -2][best_strength];
            if has("step") {
                points -= lowest_step - 1;
            }
            if has("caution") {
                points -= setting("caution_points");
            }
            if has("extra") {
                points -= setting("extra_points");
            }
            fit = Some(points);
        }
        // 9.7 (b) to (g)
        let key = vec![
            lowest_step.unwrap_or(0),
            i64::from(n_specialist > 0),
            i64::from(!of_rules.iter().any(|rule| rule.flag("own"))),
            best_strength.unwrap_or(0) as i64,
            -(rules.len() as i64),
            rules.first().map_or(0, |place| *place as i64),
        ];
        Line {
            therapy: therapy.to_owned(),
            section: String::new(),
            domain,
            status: status.to_owned(),
            shown: true,
            // 9.2
            conflict: !rules.is_empty() && !avoids.is_empty(),
            using,
            fit,
            matches,
            minus,
            rule_ids: of_rules.iter().map(|rule| rule.id.clone()).collect(),
            avoid_ids: avoids
                .iter()
                .map(|place| self.specification.avoids[*place].id.clone())
                .collect(),
            slot: row
                .get("slot")
                .map(|slot| slot.as_str().unwrap().to_owned()),
            n_specialist,
            // Lines of these statuses have their rules from `rules`, not from `held`.
            has_first: of_rules.iter().any(|rule| rule.flag("first")),
            key,
            rules,
            avoids,
        }
    }

    /// 9.8 to 9.11. The lines come in the order of 9.7.
    fn place(&self, lines: &mut [Line]) {
        let setting = |name: &str| self.specification.setting(name) as usize;
        // 9.8
        let mut in_box: Vec<usize> = (0..lines.len())
            .filter(|place| lines[*place].is_open() && lines[*place].has_first)
            .collect();
        in_box.sort_by_key(|place| !lines[*place].is_safety());
        in_box.truncate(setting("max_first"));
        for place in in_box {
            lines[place].section = "first".to_owned();
        }
        // 9.9
        for line in lines.iter_mut() {
            let all_footer = line
                .rules
                .iter()
                .all(|place| self.specification.rules[*place].flag("footer"));
            if line.section.is_empty() && line.is_open() && all_footer {
                line.section = "footer".to_owned();
            }
        }
        // 9.10
        let mut taken: Vec<usize> = Vec::new();
        for place in 0..lines.len() {
            let line = &lines[place];
            let needed = if line.domain == "procedure" {
                self.specification.setting("best_procedure")
            } else {
                1
            };
            let may = line.section.is_empty() && (line.status == "new" || line.status == "helped");
            let fits = !line.matches.is_empty()
                && line.fit.is_some_and(|fit| fit >= needed)
                && line.n_specialist <= 1;
            let of_domain = taken
                .iter()
                .filter(|other| lines[**other].domain == line.domain)
                .count();
            let slot_taken =
                line.slot.is_some() && taken.iter().any(|other| lines[*other].slot == line.slot);
            if may
                && fits
                && of_domain < setting("max_best_domain")
                && !slot_taken
                && taken.len() < setting("max_best")
            {
                taken.push(place);
            }
        }
        for place in taken {
            lines[place].section = "best".to_owned();
        }
        // 9.11
        for line in lines.iter_mut().filter(|line| line.section.is_empty()) {
            line.section = match line.status.as_str() {
                "new" | "helped" => "ideas".to_owned(),
                other => other.to_owned(),
            };
        }
    }

    fn in_printing_order(&self, lines: Vec<Line>) -> Vec<Line> {
        let mut printed: Vec<Line> = Vec::new();
        let mut left = lines;
        for section in SECTIONS {
            let (mut of_section, others): (Vec<Line>, Vec<Line>) =
                left.into_iter().partition(|line| line.section == section);
            left = others;
            match section {
                // 9.8
                "first" => of_section.sort_by_key(|line| !line.is_safety()),
                // 9.11, 9.12
                "ideas" => {
                    let domains = strings(&self.specification.meta["domains"]);
                    of_section.sort_by_key(|line| {
                        domains.iter().position(|domain| *domain == line.domain)
                    });
                    let best: Vec<(String, bool)> = printed
                        .iter()
                        .filter(|line| line.section == "best")
                        .map(|line| (line.domain.clone(), line.needs_care()))
                        .collect();
                    self.show_ideas(&mut of_section, &best);
                }
                "usually_not" => self.sort_usually_not(&mut of_section),
                _ => {}
            }
            printed.extend(of_section);
        }
        assert!(left.is_empty());
        printed
    }

    /// 9.12. `best` holds the domain of each line there, and whether it needs special care.
    fn show_ideas(&self, ideas: &mut [Line], best: &[(String, bool)]) {
        let mut shown: Vec<String> = Vec::new();
        for place in 0..ideas.len() {
            let line = &ideas[place];
            let before = best
                .iter()
                .filter(|(domain, _)| *domain == line.domain)
                .count()
                + shown
                    .iter()
                    .filter(|domain| **domain == line.domain)
                    .count();
            let mut show =
                line.is_safety() || before < self.specification.setting("max_domain") as usize;
            let simpler = best
                .iter()
                .any(|(domain, care)| *domain == line.domain && !care)
                || ideas
                    .iter()
                    .any(|other| other.domain == line.domain && !other.needs_care());
            if line.needs_care()
                && line.fit.unwrap() < self.specification.setting("shown_caution")
                && simpler
            {
                show = false;
            }
            if show {
                shown.push(line.domain.clone());
            }
            ideas[place].shown = show;
        }
    }

    /// 9.13
    fn sort_usually_not(&self, lines: &mut [Line]) {
        let rank = |line: &Line| {
            if line.using {
                0
            } else if ["tried_helped", "tried_no_help", "tried_bad"]
                .iter()
                .any(|set| self.facts.set(set).contains(&line.therapy))
            {
                1
            } else if line
                .avoids
                .iter()
                .any(|place| self.specification.avoids[*place].flag("common"))
            {
                2
            } else {
                3
            }
        };
        lines.sort_by_key(|line| {
            let first = line.avoids[0];
            let list = self.specification.avoids[first].list("therapies");
            (
                rank(line),
                first,
                list.iter().position(|id| *id == line.therapy),
            )
        });
        let most = self.specification.setting("max_usually_not") as usize;
        for (place, line) in lines.iter_mut().enumerate() {
            line.shown = place < most && rank(line) <= 2;
        }
    }
}
