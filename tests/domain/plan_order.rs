//! The plan: sentences 7.1 to 10.3 of `plan_rules.toml`.

use tailored::domain::plan::model::{Line, Match, Plan, Section, Status};
use tailored::knowledge::{self, Domain, Level, Slot};

use super::plan_cases::{plan, plan_with};

fn line<'a>(plan: &'a Plan, therapy: &str) -> &'a Line {
    plan.line(knowledge::therapy(therapy).unwrap())
        .unwrap_or_else(|| panic!("no line for {therapy}"))
}

fn status(facts: &str, therapy: &str) -> Status {
    line(&plan(facts), therapy).status
}

fn therapies(plan: &Plan, section: Section) -> Vec<&'static str> {
    plan.section(section).map(|line| line.therapy.id).collect()
}

fn rule_ids(plan: &Plan) -> Vec<&'static str> {
    plan.rules.iter().map(|rule| rule.id).collect()
}

/// Joint wear of the knee that disturbs life, with all screens filled in.
const KNEE: &str = "age=60 primary_site=knee joint_use_pain=true morning_stiff_min=10 pain_duration_months=24 \
    pain_days3m=every limits_life3m=most nrs_avg7=7 impact_enjoy=7 impact_activity=6 conditions= current_meds=";

#[test]
fn a_safety_question_without_an_answer_is_unknown_in_the_rules() {
    let asked = |plan: &Plan| plan.ask.iter().any(|caution| caution.id == "c_manip_flag");
    let fired = |plan: &Plan| {
        plan.cautions
            .iter()
            .any(|caution| caution.id == "c_manip_flag")
    };
    let rest = "conditions= current_meds=";
    assert!(asked(&plan(rest)));
    let told = plan_with(rest, "q_neck_clumsy=new");
    assert!(fired(&told) && !asked(&told));
}

#[test]
fn a_fired_scope_entry_without_a_stage_leaves_the_rules_of_its_kept_therapies_and_no_avoid_entry() {
    let usual =
        plan("age=45 pain_duration_months=12 primary_site=low_back conditions= current_meds=");
    assert!(!usual.avoid.is_empty());
    let cancer = plan(
        "age=45 pain_duration_months=12 primary_site=low_back conditions=cancer_current current_meds=",
    );
    assert_eq!(cancer.scope[0].id, "scope_cancer");
    assert!(cancer.avoid.is_empty());
    assert!(!cancer.rules.is_empty());
    for rule in &cancer.rules {
        assert!(cancer.scope[0].keep.contains(&rule.therapy), "{rule:?}");
    }
}

#[test]
fn new_pain_has_three_stages() {
    let at = |months: u8| {
        plan(&format!(
            "age=45 pain_duration_months={months} primary_site=low_back leg_below_knee=true nerve7=4 \
            pain_days3m=every conditions= current_meds="
        ))
    };
    let weeks = |plan: &Plan| -> std::collections::BTreeSet<Option<u8>> {
        let rules = plan.rules.iter().filter(|rule| {
            !plan
                .scope
                .iter()
                .any(|scope| scope.keep.contains(&rule.therapy))
        });
        let avoid = plan.avoid.iter().map(|entry| entry.from_week);
        rules.map(|rule| rule.from_week).chain(avoid).collect()
    };
    let (first, second, later) = (at(0), at(1), at(3));
    assert_eq!(first.scope[0].id, "scope_acute");
    assert_eq!(weeks(&first), [Some(0)].into());
    assert_eq!(second.scope[0].id, "scope_subacute");
    assert_eq!(weeks(&second), [Some(0), Some(4)].into());
    assert!(later.scope.is_empty());
    assert_eq!(weeks(&later), [None, Some(0), Some(4)].into());
    assert!(first.rules.len() < second.rules.len() && second.rules.len() < later.rules.len());
}

#[test]
fn a_known_headache_illness_is_no_new_pain() {
    let with = |conditions: &str| {
        plan(&format!(
            "age=45 pain_duration_months=0 primary_site=head conditions={conditions} current_meds="
        ))
    };
    assert_eq!(with("").scope[0].id, "scope_acute");
    assert!(with("migraine").scope.is_empty());
}

#[test]
fn with_two_scope_entries_a_therapy_must_be_in_both_lists() {
    let both = plan(
        "age=45 pain_duration_months=2 conditions=sickle_cell current_meds= primary_site=low_back",
    );
    assert_eq!(both.scope.len(), 2);
    assert!(both.avoid.is_empty());
    assert!(both.lines.iter().all(|line| line.therapy.id != "heat_cold"));
    assert!(both.line(knowledge::therapy("diary").unwrap()).is_some());
}

#[test]
fn rules_for_medicines_and_procedures_are_held_until_illnesses_and_medicines_are_known() {
    for missing in ["conditions=", "current_meds="] {
        let held = plan(&KNEE.replace(missing, ""));
        assert!(
            held.held
                .iter()
                .any(|rule| rule.therapy.id == "nsaid_topical"),
            "{missing}"
        );
        for rule in &held.held {
            assert!(!held.rules.contains(rule), "{rule:?} is in both lists");
            assert!(rule.step >= 1);
        }
        assert_eq!(line(&held, "nsaid_topical").status, Status::Held);
        assert_eq!(line(&held, "exercise_strength").status, Status::New);
    }
    assert!(plan(KNEE).held.is_empty());
}

#[test]
fn rules_of_step_0_are_never_held() {
    let given = "age=70 current_meds=opioid";
    assert!(rule_ids(&plan(given)).contains(&"naloxone"));
}

#[test]
fn questions_are_those_of_unknown_cautions_that_name_a_line_to_talk_about_each_once() {
    let plan = plan(KNEE);
    let mut expected = Vec::new();
    for caution in &plan.ask {
        let named = caution.applies.iter().any(|therapy| {
            plan.line(therapy).is_some_and(|line| {
                matches!(
                    line.status,
                    Status::New | Status::Using | Status::Helped | Status::TriedBefore
                )
            })
        });
        if named && !expected.contains(&caution.question.id) {
            expected.push(caution.question.id);
        }
    }
    assert!(!expected.is_empty());
    let questions: Vec<&str> = plan.questions.iter().map(|question| question.id).collect();
    assert_eq!(questions, expected);
}

#[test]
fn a_therapy_with_rule_and_avoid_shows_both() {
    let plan = plan(
        "age=45 pain_duration_months=12 primary_site=low_back conditions=diabetic_neuropathy,fibromyalgia region=UK current_meds=",
    );
    let conflicts: Vec<&Line> = plan.lines.iter().filter(|line| line.conflict).collect();
    assert!(!conflicts.is_empty());
    for line in conflicts {
        assert!(line.reasons.iter().any(|reason| reason.against));
        assert!(line.reasons.iter().any(|reason| !reason.against));
        assert_ne!(line.status, Status::UsuallyNot);
    }
}

#[test]
fn the_status_is_the_first_that_fits() {
    let with =
        |more: &str| KNEE.replace("conditions=", "").replace("current_meds=", "") + " " + more;
    let of = |more: &str| status(&with(more), "nsaid_oral");
    assert_eq!(of("conditions= current_meds="), Status::New);
    assert_eq!(
        of("conditions= current_meds= tried_bad=nsaid_oral"),
        Status::TriedBefore
    );
    assert_eq!(
        of("conditions= current_meds= tried_no_help=nsaid_oral"),
        Status::TriedBefore
    );
    assert_eq!(
        of("conditions= current_meds= tried_no_help=nsaid_oral tried_helped=nsaid_oral"),
        Status::Helped
    );
    assert_eq!(
        of("conditions= current_meds=nsaid tried_helped=nsaid_oral"),
        Status::Using
    );
    assert_eq!(
        of("conditions= current_meds=nsaid prefs=no_tablets"),
        Status::WouldRatherNot
    );
    assert_eq!(of("conditions= prefs=no_tablets"), Status::Held);
    assert_eq!(
        of("conditions=ckd_severe prefs=no_tablets"),
        Status::NotForYou
    );
    assert_eq!(
        status(
            "age=45 pain_duration_months=12 current_meds=benzodiazepine_z",
            "benzodiazepine"
        ),
        Status::UsuallyNot
    );
}

#[test]
fn using_is_told_on_any_line() {
    let plan = plan("age=45 pain_duration_months=12 conditions= current_meds=benzodiazepine_z");
    let line = line(&plan, "benzodiazepine");
    assert!(line.using);
    assert_eq!(line.section, Section::UsuallyNot);
}

#[test]
fn lines_stand_in_the_order_of_their_sections() {
    let plan = plan(
        &(KNEE.to_owned()
            + "tramadol,nsaid prefs=no_touch tried_no_help=exercise_strength mood2=4"),
    );
    assert!(plan.lines.is_sorted_by_key(|line| line.section));
    let sections: std::collections::BTreeSet<Section> =
        plan.lines.iter().map(|line| line.section).collect();
    assert!(sections.len() >= 6, "{sections:?}");
}

#[test]
fn inside_a_section_and_a_domain_the_better_fit_comes_first_then_the_lower_step_then_without_caution()
 {
    let plan = plan(&KNEE.replace("conditions=", "conditions=ihd"));
    assert!(line(&plan, "nsaid_oral").has_caution(Level::Specialist));
    let key = |line: &Line| {
        (
            line.section,
            (line.section == Section::Ideas).then(|| line.domain()),
            std::cmp::Reverse(line.fit),
            line.step(),
            line.has_caution(Level::Specialist),
        )
    };
    let lines: Vec<&Line> = plan
        .lines
        .iter()
        .filter(|line| !matches!(line.section, Section::First | Section::UsuallyNot))
        .collect();
    assert!(lines.len() > 15);
    assert!(lines.is_sorted_by_key(|line| key(line)));
}

#[test]
fn a_goal_and_a_wish_lift_a_line_and_are_told() {
    let plain = plan(KNEE);
    let wanting = plan(&(KNEE.to_owned() + " goals=walk_further prefs=self_help"));
    let (before, after) = (
        line(&plain, "exercise_strength"),
        line(&wanting, "exercise_strength"),
    );
    let words: Vec<String> = after.matches.iter().map(|each| each.word()).collect();
    assert!(words.contains(&"goal:walk_further".to_owned()), "{words:?}");
    assert!(after.fit > before.fit);
    assert!(
        before
            .matches
            .iter()
            .all(|each| !each.word().starts_with("goal:"))
    );
}

#[test]
fn a_goal_never_lifts_a_risk() {
    let wanting = plan(
        &(KNEE.replace("conditions=", "conditions=ihd")
            + " goals=walk_further,lift_garden_house,fewer_bad_days"),
    );
    let mut looked_at = 0;
    for line in &wanting.lines {
        let risky = line.has_caution(Level::Specialist) || line.domain() == Domain::Procedure;
        if risky {
            looked_at += 1;
            assert_eq!(line.goals().count(), 0, "{:?}", line.therapy);
        }
    }
    assert!(looked_at > 2);
}

#[test]
fn what_helped_before_counts_but_not_for_a_line_that_needs_a_specialist() {
    let fit = |facts: &str| {
        let plan = plan(facts);
        let line = line(&plan, "nsaid_oral");
        assert!(line.matches.contains(&Match::Helped) == facts.contains("tried_helped"));
        line.fit.unwrap()
    };
    let healthy = KNEE.to_owned();
    let heart = KNEE.replace("conditions=", "conditions=ihd");
    assert_eq!(
        fit(&(healthy.clone() + " tried_helped=nsaid_oral")),
        fit(&healthy) + knowledge::HELPED_POINTS
    );
    assert_eq!(
        fit(&(heart.clone() + " tried_helped=nsaid_oral")),
        fit(&heart)
    );
}

#[test]
fn the_box_holds_at_most_three_lines_with_safety_first() {
    let plan = plan(
        "age=70 pain_duration_months=12 current_meds=opioid,benzodiazepine_z,gabapentinoid \
        opioid_mme_band=over_90 mood2=5 heavy_daily_alcohol=true conditions=mecfs snore_pauses=true",
    );
    let first: Vec<&Line> = plan.section(Section::First).collect();
    assert_eq!(first.len(), 3);
    assert!(first.is_sorted_by_key(|line| line.therapy.slot != Some(Slot::Safety)));
    assert_eq!(first[0].therapy.slot, Some(Slot::Safety));
    let others = plan
        .lines
        .iter()
        .filter(|line| line.section != Section::First && line.rules.iter().any(|rule| rule.first));
    let others: Vec<&Line> = others.collect();
    assert!(!others.is_empty(), "some stay where they would be");
    assert!(others.iter().all(|line| line.section != Section::Footer));
}

#[test]
fn a_line_of_which_all_rules_are_for_every_visit_stands_in_the_footer() {
    let plan = plan("age=45 pain_duration_months=12 conditions= current_meds=");
    assert_eq!(
        therapies(&plan, Section::Footer),
        ["goal_setting", "diary", "pain_education", "flare_plan"]
    );
}

#[test]
fn the_best_fits_are_five_of_at_least_three_domains_and_one_of_a_slot() {
    let plan = plan(BUSY);
    let best: Vec<&Line> = plan.section(Section::Best).collect();
    assert_eq!(best.len(), knowledge::MAX_BEST);
    let domains: std::collections::BTreeSet<Domain> =
        best.iter().map(|line| line.domain()).collect();
    assert!(domains.len() >= 3);
    let slots: Vec<Slot> = best.iter().filter_map(|line| line.therapy.slot).collect();
    let different: std::collections::BTreeSet<Slot> = slots.iter().copied().collect();
    assert_eq!(slots.len(), different.len());
    assert!(
        best.iter()
            .all(|line| !line.matches.is_empty() && line.fit >= Some(1))
    );
    let specialist = |line: &Line| {
        let cautions = line.cautions.iter();
        cautions
            .filter(|caution| caution.level == Level::Specialist)
            .count()
    };
    assert!(best.iter().all(|line| specialist(line) <= 1));
}

/// Headache on most days, and much besides it.
const BUSY: &str = "age=45 pain_duration_months=24 primary_site=head migraine3=3 headache_days=20 migraine_days=12 \
    headache_months=12 preventers_failed=4 conditions= current_meds= stress_linked=true work_affected=true smokes=true \
    sleep_bad_nights=5 sleep_bother=3 sleep_months=6 boom_bust=true lonely=true region=UK mood2=4 activity_min_week=10";

#[test]
fn at_first_three_lines_of_a_domain_are_shown_with_those_among_the_best_fits() {
    let plan = plan(BUSY);
    let ideas: Vec<&Line> = plan.section(Section::Ideas).collect();
    for domain in Domain::ALL {
        let best = plan
            .section(Section::Best)
            .filter(|line| line.domain() == domain);
        let n_best = best.count();
        let of_domain: Vec<&&Line> = ideas
            .iter()
            .filter(|line| line.domain() == domain)
            .collect();
        let shown = of_domain.iter().filter(|line| line.shown).count();
        assert!(n_best + shown <= knowledge::MAX_DOMAIN, "{domain:?}");
        let waiting = of_domain
            .iter()
            .any(|line| !line.shown && line.minus.is_empty());
        assert!(
            !waiting || n_best + shown == knowledge::MAX_DOMAIN,
            "{domain:?}"
        );
    }
    assert!(ideas.is_sorted_by_key(|line| line.domain()));
    assert!(ideas.iter().any(|line| !line.shown));
    assert!(plan.lines.iter().all(|line| {
        line.shown || matches!(line.section, Section::Ideas | Section::UsuallyNot)
    }));
}

#[test]
fn usually_not_begins_with_what_is_in_use_then_what_was_tried_then_what_is_common() {
    let plan = plan(
        "age=45 pain_duration_months=12 primary_site=low_back conditions= current_meds=muscle_relaxant,benzodiazepine_z \
        tried_no_help=oral_steroids",
    );
    let rows: Vec<&Line> = plan.section(Section::UsuallyNot).collect();
    let rank = |line: &Line| {
        if line.using {
            0
        } else if line.therapy.id == "oral_steroids" {
            1
        } else if line.avoid.iter().any(|avoid| avoid.common) {
            2
        } else {
            3
        }
    };
    assert!(rows.is_sorted_by_key(|line| rank(line)));
    assert_eq!(rank(rows[0]), 0);
    for (place, line) in rows.iter().enumerate() {
        assert_eq!(
            line.shown,
            place < knowledge::MAX_USUALLY_NOT && rank(line) < 3
        );
    }
}

#[test]
fn a_placeholder_of_why_is_replaced_by_the_fact() {
    let plan = plan("age=45 pain_duration_months=30 conditions= current_meds=");
    let text = &line(&plan, "pain_education").reasons[0].text;
    assert!(
        text.starts_with("You have had pain for 2 years and 6 months."),
        "{text}"
    );
}

#[test]
fn a_number_in_a_text_is_rounded_to_the_nearest_whole_number() {
    let text = |enjoy| {
        let plan = plan(&format!(
            "age=45 primary_site=knee pain_days3m=every limits_life3m=most nrs_avg7=6 impact_enjoy={enjoy} impact_activity=6"
        ));
        line(&plan, "physiotherapy").reasons[0]
            .text
            .clone()
            .into_owned()
    };
    assert!(
        text(7).contains("(impact 6/10)"),
        "19/3 is 6.3: {}",
        text(7)
    );
    assert!(
        text(8).contains("(impact 7/10)"),
        "20/3 is 6.7: {}",
        text(8)
    );
}

#[test]
fn if_a_placeholder_of_why_is_unknown_why_short_is_used_instead() {
    let plan = plan("age=45 primary_site=knee pain_days3m=every limits_life3m=most");
    let rule = line(&plan, "physiotherapy").rules[0];
    assert_eq!(
        line(&plan, "physiotherapy").reasons[0].text,
        rule.why_short.unwrap()
    );
}

#[test]
fn a_line_shows_the_texts_of_all_its_rules_then_of_all_its_avoids() {
    let plan = plan(KNEE);
    for line in &plan.lines {
        assert_eq!(line.reasons.len(), line.rules.len() + line.avoid.len());
        let sources = line.rules.iter().map(|rule| rule.sources);
        let sources = sources.chain(line.avoid.iter().map(|avoid| avoid.sources));
        assert!(line.reasons.iter().map(|reason| reason.sources).eq(sources));
        assert!(
            line.reasons
                .iter()
                .all(|reason| !reason.text.contains(['{', '}']))
        );
    }
}

#[test]
fn a_caution_without_a_line_is_still_told_in_the_catalogue() {
    let plan = plan("conditions=heart_block current_meds=");
    let therapy = knowledge::therapy("tca").unwrap();
    assert!(plan.line(therapy).is_none());
    assert!(
        plan.cautions_of(therapy)
            .any(|caution| caution.id == "c_tca_rhythm")
    );
}
