//! The reasons on the plan are the person's own answers: none of them states what was not said.

use proptest::prelude::*;
use tailored::domain::plan::facts::{FactId, Facts, fact};
use tailored::domain::plan::model::{Line, Match};
use tailored::domain::plan::told::{Told, care, told};
use tailored::domain::safety::SafetyAnswers;
use tailored::i18n::{Lang, plan_page_words};
use tailored::knowledge::{Level, Word};

use super::plan_cases::{drawn, plan};
use super::plan_oracle::n_people;

fn holds(facts: &Facts, sets: &[FactId], word: Word) -> bool {
    sets.iter().any(|set| facts.holds(*set, word))
}

/// Whether the person said it, checked without the code that made it.
fn was_said(told: &Told, line: &Line, facts: &Facts) -> bool {
    match told {
        Told::Place(site) => facts.word(fact::PRIMARY_SITE) == Some(*site),
        Told::Illness(word) => holds(facts, &[fact::CONDITIONS], *word),
        Told::Medicine(word) => holds(facts, &[fact::CURRENT_MEDS], *word),
        Told::NoHelp(word) => holds(facts, &[fact::TRIED_NO_HELP, fact::TRIED_BAD], *word),
        // No diary is drawn, and no dose or time of a trial.
        Told::Noted(_) | Told::Differs(..) | Told::TriedTooShort => false,
        Told::Number(id, number) => facts.number(*id) == Some(*number) && *number > 0.0,
        Told::Goal(goal) => holds(facts, &[fact::GOALS], *goal),
        Told::Wish(wish) => holds(facts, &[fact::PREFS], *wish),
        Told::HelpedBefore => holds(facts, &[fact::TRIED_HELPED], line.therapy.word),
        // A word of fit is true whenever a rule that lists it fires, and this rule fired.
        Told::Fit(fit) => line.rules.iter().any(|rule| rule.fits.contains(fit)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(n_people() as u32))]

    #[test]
    fn no_reason_states_what_was_not_said(drawn in drawn()) {
        let plan = drawn.plan();
        let answers = drawn.answers();
        let w = plan_page_words(Lang::English);
        for line in &plan.lines {
            let all = told(line, &plan.facts, &answers);
            for each in &all {
                prop_assert!(was_said(each, line, &plan.facts), "{}: {each:?}", line.therapy.id);
                let words = (w.told)(each);
                prop_assert!(!words.trim().is_empty() && !words.contains(['{', '_']), "{words}");
            }
            // Every goal that a line serves stands at it by name.
            let goals = line.matches.iter().filter(|each| matches!(each, Match::Goal(_)));
            prop_assert_eq!(goals.count(), all.iter().filter(|each| matches!(each, Told::Goal(_))).count());
            if let Some(care) = care(line, &plan.facts, &answers) {
                prop_assert!(line.cautions.contains(&care.caution));
                if let Some((id, word)) = care.cause {
                    prop_assert!(plan.facts.holds(id, word));
                }
            }
        }
    }
}

#[test]
fn a_reason_is_the_answer_itself_where_one_answer_is_meant() {
    let person = "age=66 primary_site=knee pain_duration_months=96 goals=lift_garden_house \
                  conditions= current_meds=anticoagulant known_diagnoses=";
    let person = person.replace(" known_diagnoses=", "");
    let plan = plan(&person);
    let w = plan_page_words(Lang::English);
    let said: Vec<String> = plan
        .lines
        .iter()
        .flat_map(|line| told(line, &plan.facts, &SafetyAnswers::default()))
        .map(|told| (w.told)(&told))
        .collect();
    assert!(said.iter().any(|said| said == "your knee pain"), "{said:?}");
    assert!(said.iter().any(|said| said.contains("garden")), "{said:?}");
    let answers = SafetyAnswers::default();
    let cares: Vec<String> = plan
        .lines
        .iter()
        .filter_map(|line| care(line, &plan.facts, &answers))
        .filter(|care| care.cause.is_some() && care.level != Level::Wish)
        .map(|care| (w.care)(&care))
        .collect();
    let of_blood_thinner = cares.iter().find(|care| care.contains("blood thinner"));
    assert!(
        of_blood_thinner.is_some_and(|care| care.contains(": ")),
        "{cares:?}"
    );
}
