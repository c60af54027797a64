//! Owns everything clinical as one document in which each row can be signed off on paper.
//! May use: knowledge, i18n (conditions in words). Must not: leave an entry out.

use std::fmt::Write as _;

use tailored::domain::plan::combinations::judge_of;
use tailored::domain::plan::facts::fact;
use tailored::i18n::en_conditions::condition;
use tailored::knowledge::{
    AVOIDS, CAUTIONS, COMBINATIONS, Cited, FLAGS, FactId, FactOrigin, HONEST_NUMBERS, RULES, Rule,
    SCOPES, SOURCES, SourceStatus, Strength, THERAPIES, Therapy, VERSION,
};

/// The whole document.
pub fn document() -> String {
    let mut page = Page::default();
    page.introduction();
    page.warning_signs();
    page.derived_facts();
    page.scopes();
    page.rules();
    page.avoids();
    page.cautions();
    page.combinations();
    page.therapies();
    page.numbers();
    page.sources();
    page.0
}

/// The text so far.
#[derive(Default)]
struct Page(String);

impl Page {
    fn introduction(&mut self) {
        self.line("# Clinical review");
        self.line("");
        self.line(&format!(
            "Version of the rules: {VERSION}. Made from `src/knowledge/*.toml` by `./dev goldens`; do not edit it."
        ));
        self.line("");
        self.line("Every row is a statement that the app can show to a patient, with the condition under which it does so.");
        self.line("The last column is for your initials: sign what you would stand for, strike out what you would not, and write why.");
        self.line("A source marked “from knowledge” was not seen when the row was written and has to be looked up.");
        self.line("In conditions, an answer that was not given is unknown; an entry fires only when its condition is true.");
        self.line(
            "Strength says how firm guidelines are, not how well a treatment works for one person.",
        );
        self.line("");
        self.line(&format!(
            "Contents: {} warning signs, {} facts that are worked out, {} limits of scope, {} rules, {} reasons against, {} cautions, {} combinations, {} options, {} sources.",
            FLAGS.len(),
            derived().count(),
            SCOPES.len(),
            RULES.len(),
            AVOIDS.len(),
            CAUTIONS.len(),
            COMBINATIONS.len(),
            THERAPIES.len(),
            SOURCES.len(),
        ));
        self.line("");
        self.line("Reviewed by: ______________________   Profession: ______________________   Date: ____________");
    }

    fn warning_signs(&mut self) {
        self.heading("Warning signs", "E emergency now, S the same day, D within days, M at the next visit. “New” means in the last 14 days.");
        self.head(&[
            "sign",
            "urgency: new / longer ago / not sure",
            "when",
            "what the person is told",
            "may point to",
            "sources",
        ]);
        for flag in &FLAGS {
            self.row(&[
                flag.id,
                &format!(
                    "{} / {} / {}",
                    flag.class.letter(),
                    flag.class_old.letter(),
                    flag.class_unsure.letter()
                ),
                &condition(flag.when),
                flag.say,
                flag.suspect,
                &cited(flag.sources),
            ]);
        }
    }

    fn derived_facts(&mut self) {
        self.heading(
            "Facts that are worked out",
            "Conditions below use these names.",
        );
        self.head(&["fact", "name", "is", "sources"]);
        for id in derived() {
            let is = match id.fact().origin {
                FactOrigin::Derived(is) => condition(is),
                _ if id == fact::IMPACT_GRADE => "0 with no pain or pain on some days only; else 3 when pain limits life on most days or every day; else 2 when usual pain, joy and activity add up to 12 or more; else 1".to_owned(),
                _ => "an urgent warning sign (E, S or D) of this part of the body".to_owned(),
            };
            self.row(&[id.fact().id, id.name(), &is, &cited(id.sources())]);
        }
    }

    fn scopes(&mut self) {
        self.heading(
            "Limits of scope",
            "When one is true, only the options named here stay, and in a stage of new pain what may be shown from its week on.",
        );
        self.head(&["limit", "when", "what the person is told", "what stays"]);
        for scope in &SCOPES {
            self.row(&[
                scope.id,
                &condition(scope.when),
                scope.say,
                &match scope.stage {
                    Some(week) => format!("{}; all from week {week}", names(scope.keep)),
                    None => names(scope.keep),
                },
            ]);
        }
    }

    fn rules(&mut self) {
        self.heading("Rules", "Reasons to talk about an option. Steps: 0 safety or foundation, 1 usually first, 2 next, 3 with a specialist, 4 late or rare. “Fits” is what the person is told as the reason why it fits; each has to be true whenever the rule fires. Without “from week” a rule waits for 3 months of pain.");
        for therapy in &THERAPIES {
            let rules: Vec<&Rule> = RULES
                .iter()
                .filter(|rule| rule.therapy == therapy)
                .collect();
            if rules.is_empty() {
                continue;
            }
            self.line("");
            self.line(&format!("### {} (`{}`)", therapy.name, therapy.id));
            self.line("");
            self.head(&[
                "rule",
                "strength, step",
                "when",
                "what the person reads",
                "sources",
            ]);
            for rule in rules {
                let text = match rule.why_short {
                    Some(short) => format!("{} Without the number: {short}", rule.why),
                    None => rule.why.to_owned(),
                };
                self.row(&[
                    rule.id,
                    &format!("{}, {}{}", strength(rule.strength), rule.step, places(rule)),
                    &condition(rule.when),
                    &text,
                    &cited(rule.sources),
                ]);
            }
        }
    }

    fn avoids(&mut self) {
        self.heading("Reasons against", "Options that are usually not advised.");
        self.head(&[
            "entry",
            "options",
            "strength",
            "when",
            "what the person reads",
            "sources",
        ]);
        for avoid in &AVOIDS {
            self.row(&[
                avoid.id,
                &names(avoid.therapies),
                strength(avoid.strength),
                &condition(avoid.when),
                avoid.why,
                &cited(avoid.sources),
            ]);
        }
    }

    fn cautions(&mut self) {
        self.heading("Cautions", "avoid takes an option off the ideas; specialist asks first; tell is said at the visit; wish is the person's own.");
        self.head(&[
            "caution",
            "level",
            "options",
            "when",
            "what the person reads",
            "asked when not known",
            "sources",
        ]);
        for caution in &CAUTIONS {
            self.row(&[
                caution.id,
                &format!("{:?}", caution.level).to_lowercase(),
                &names(caution.applies),
                &condition(caution.when),
                caution.say,
                caution.question.ask,
                &cited(caution.sources),
            ]);
        }
    }

    fn combinations(&mut self) {
        self.heading("Combinations", "What clashes, what goes together and what comes first. Rows with cautions show the text of each true caution too.");
        self.head(&[
            "row",
            "kind",
            "between",
            "when",
            "what the person reads",
            "sources",
        ]);
        for row in &COMBINATIONS {
            let between = if row.cautions.is_empty() {
                [names(row.one), names(row.other)]
                    .into_iter()
                    .filter(|names| !names.is_empty())
                    .collect::<Vec<_>>()
                    .join(" — ")
            } else {
                let cautions: Vec<&str> = row.cautions.iter().map(|caution| caution.id).collect();
                format!("true cautions: {}", cautions.join(", "))
            };
            self.row(&[
                row.id,
                row.kind.word(),
                &between,
                &row.when.map_or(String::new(), condition),
                row.text,
                &cited(row.sources),
            ]);
        }
    }

    fn numbers(&mut self) {
        self.heading("Honest numbers", "Of 100 people with and without an option. `docs/numbers.md` says how they are worded. Only what was seen in its source is here.");
        self.head(&[
            "option",
            "who was studied",
            "shown as fitting when",
            "what counted",
            "benefit",
            "compared with",
            "how sure",
            "sources",
        ]);
        for number in &HONEST_NUMBERS {
            self.row(&[
                number.therapy.id,
                number.people_studied,
                &condition(number.fits),
                number.outcome,
                &format!("{:?}", number.benefit),
                &format!("{:?}", number.versus),
                &format!("{:?}", number.sure),
                &cited(number.sources),
            ]);
        }
    }

    fn therapies(&mut self) {
        self.heading("Options", "What a person reads about each, and what only a clinician reads (position, cautions, monitoring).");
        for therapy in &THERAPIES {
            self.therapy(therapy);
        }
    }

    fn therapy(&mut self, therapy: &Therapy) {
        let (text, notes) = (therapy.text(), therapy.notes());
        self.line("");
        self.line(&format!("### {} (`{}`) ☐", therapy.name, therapy.id));
        self.line("");
        let mut entry = |name: &str, value: &str| {
            if !value.is_empty() && value != "-" {
                self.line(&format!("- {name}: {}", one_line(value)));
            }
        };
        entry(
            "Kind",
            &format!(
                "{}, step {}, evidence {:?}",
                therapy.group.word(),
                text.step,
                text.evidence
            )
            .to_lowercase(),
        );
        entry("For", &text.uses.join("; "));
        entry("The person reads", text.plain);
        entry("Questions to ask", &text.ask.join(" "));
        if let Some(judge) = judge_of(therapy) {
            entry("When to judge", judge.text);
        }
        entry("Guidelines", notes.position);
        entry("Cautions", notes.cautions);
        entry("Monitoring", notes.monitor);
        entry("Sources", &cited(text.sources));
    }

    fn sources(&mut self) {
        self.heading("Sources", "");
        self.head(&["source", "document", "seen"]);
        for source in &SOURCES {
            let seen = match source.status {
                SourceStatus::Seen => "yes",
                SourceStatus::SeenInPart => "in part",
                SourceStatus::FromKnowledge => "no, from knowledge",
            };
            self.row(&[source.id, source.cite, seen]);
        }
    }

    fn line(&mut self, text: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "{text}");
    }

    fn heading(&mut self, name: &str, explanation: &str) {
        self.line("");
        self.line(&format!("## {name}"));
        self.line("");
        if !explanation.is_empty() {
            self.line(explanation);
            self.line("");
        }
    }

    /// The head of a table; the column for initials is added to each.
    fn head(&mut self, columns: &[&str]) {
        self.line(&format!("| {} | ✓ |", columns.join(" | ")));
        self.line(&format!("|{}", "---|".repeat(columns.len() + 1)));
    }

    fn row(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        self.line(&format!("| {} |  |", cells.join(" | ")));
    }
}

fn derived() -> impl Iterator<Item = FactId> {
    FactId::all().filter(|id| id.fact().origin != FactOrigin::Given)
}

/// A text that stays inside its cell.
fn one_line(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}

fn names(therapies: &[&Therapy]) -> String {
    let ids: Vec<&str> = therapies.iter().map(|therapy| therapy.id).collect();
    ids.join(", ")
}

fn cited(sources: &[Cited]) -> String {
    let sources: Vec<String> = sources
        .iter()
        .map(|cited| {
            let mark = if cited.from_knowledge {
                " (from knowledge)"
            } else {
                ""
            };
            format!("{}{mark}", cited.source.id)
        })
        .collect();
    sources.join(", ")
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Conditional => "conditional",
        Strength::Insufficient => "insufficient",
        Strength::Against => "against",
    }
}

/// Where a rule puts its option.
fn places(rule: &Rule) -> String {
    let fits: Vec<&str> = rule.fits.iter().map(|fit| fit.id).collect();
    let fits = match fits.is_empty() {
        true => String::new(),
        false => format!(", fits: {}", fits.join(" ")),
    };
    let week = rule
        .from_week
        .map_or(String::new(), |week| format!(", from week {week}"));
    let places: String = [
        (rule.own, "own condition"),
        (rule.first, "say this first"),
        (rule.footer, "every visit"),
        (rule.last, "last"),
    ]
    .into_iter()
    .filter(|(is_so, _)| *is_so)
    .map(|(_, place)| format!(", {place}"))
    .collect();
    places + &fits + &week
}
