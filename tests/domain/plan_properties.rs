//! What holds for every case: random facts and answers from the whole vocabulary.

use std::sync::LazyLock;

use proptest::prelude::*;
use tailored::domain::plan::facts::{Facts, fact};
use tailored::domain::plan::logic::Case;
use tailored::domain::plan::model::{Section, Status};
use tailored::knowledge::{
    AVOIDS, CAUTIONS, Domain, Expression, Level, MAX_BEST, MAX_BEST_DOMAIN, MAX_DOMAIN, MAX_FIRST,
    RULES, Slot,
};

use super::plan_cases::{Drawn, drawn};
use super::plan_reads::reads;

/// Conditions that state nothing about what unknown counts as.
static CONDITIONS_WITHOUT_DEFAULT: LazyLock<Vec<Expression>> = LazyLock::new(|| {
    let conditions = RULES.iter().map(|rule| rule.when);
    conditions
        .chain(AVOIDS.iter().map(|avoid| avoid.when))
        .chain(CAUTIONS.iter().map(|caution| caution.when))
        .filter(|when| {
            let reads = reads(*when);
            !reads.has_default && !reads.warning_signs
        })
        .collect()
});

proptest! {
    #[test]
    fn no_line_of_status_new_carries_a_caution_of_level_avoid(drawn in drawn()) {
        for line in &drawn.plan().lines {
            let to_talk_about = line.status != Status::UsuallyNot && line.status != Status::NotForYou;
            prop_assert!(!(to_talk_about && line.has_caution(Level::Avoid)), "{line:?}");
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(
        (drawn, shuffled) in drawn().prop_flat_map(|drawn| {
            let facts = Just(drawn.facts.clone()).prop_shuffle();
            let answers = Just(drawn.answers.clone()).prop_shuffle();
            (Just(drawn), (facts, answers).prop_map(|(facts, answers)| Drawn { facts, answers }))
        })
    ) {
        prop_assert_eq!(drawn.plan(), shuffled.plan());
    }

    #[test]
    fn one_more_answer_never_turns_a_known_truth_around(
        (drawn, hidden) in (drawn(), any::<prop::sample::Index>())
    ) {
        // A condition with a default says itself what unknown counts as, and the preparation fills two facts in.
        let kept = |place: usize, drawn: &Drawn| {
            let (id, _) = &drawn.facts[place];
            matches!(*id, fact::PAIN_SITES | fact::PREGNANCY_STATUS)
                || hidden.index(drawn.facts.len()) % 7 != place % 7
        };
        let mut fewer = drawn.clone();
        fewer.facts = (0..drawn.facts.len())
            .filter(|place| kept(*place, &drawn))
            .map(|place| drawn.facts[place].clone())
            .collect();
        let all = worked_out(&drawn);
        let part = worked_out(&fewer);
        prop_assume!(all.word(fact::PREGNANCY_STATUS) == part.word(fact::PREGNANCY_STATUS));
        prop_assume!(all.words(fact::PAIN_SITES) == part.words(fact::PAIN_SITES));
        let answers = drawn.answers();
        for when in &*CONDITIONS_WITHOUT_DEFAULT {
            let truth = |facts: &Facts| Case { facts, question: &|place| answers.truth(place) }.truth(*when);
            let known = truth(&part);
            prop_assert!(known.is_none() || known == truth(&all));
        }
    }

    #[test]
    fn a_rule_is_either_in_rules_or_held_and_each_stands_on_exactly_one_line_or_waits(drawn in drawn()) {
        let plan = drawn.plan();
        for rule in &plan.rules {
            prop_assert!(!plan.held.contains(rule));
            let lines = plan.lines.iter().filter(|line| line.rules.contains(rule)).count();
            prop_assert_eq!(lines, 1);
        }
        for avoid in &plan.avoid {
            for therapy in avoid.therapies {
                prop_assert!(plan.line(therapy).is_some_and(|line| line.avoid.contains(avoid)));
            }
        }
    }

    #[test]
    fn the_first_page_stays_short(drawn in drawn()) {
        let plan = drawn.plan();
        prop_assert!(plan.section(Section::First).count() <= MAX_FIRST);
        prop_assert!(plan.section(Section::Best).count() <= MAX_BEST);
        for domain in Domain::ALL {
            let of = |section| plan.section(section).filter(move |line| line.shown && line.domain() == domain);
            prop_assert!(of(Section::Best).count() <= MAX_BEST_DOMAIN);
            let safety = of(Section::Ideas).filter(|line| line.therapy.slot == Some(Slot::Safety)).count();
            prop_assert!(of(Section::Best).count() + of(Section::Ideas).count() <= MAX_DOMAIN + safety);
        }
        prop_assert!(plan.lines.is_sorted_by_key(|line| line.section));
    }

    #[test]
    fn a_therapy_that_is_only_for_the_catalogue_never_has_a_line(drawn in drawn()) {
        prop_assert!(drawn.plan().lines.iter().all(|line| !line.therapy.ask_only));
    }

    #[test]
    fn no_text_keeps_a_placeholder(drawn in drawn()) {
        for line in &drawn.plan().lines {
            for reason in &line.reasons {
                let filled_in = !reason.text.is_empty() && !reason.text.contains(['{', '}']);
                prop_assert!(filled_in);
            }
        }
    }
}

fn worked_out(drawn: &Drawn) -> Facts {
    drawn.facts().with_derived()
}
