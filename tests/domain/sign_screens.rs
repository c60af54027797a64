//! The screens of questions about warning signs.

use std::sync::LazyLock;

use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::{Answer, SafetyAnswer};
use tailored::domain::questionnaire::response::{Path, Response};
use tailored::domain::questionnaire::sign_screens::{
    LINES_PER_SCREEN, SignKind, SignScreen, flags_of, sensitive_questions as own_sensitive,
    sign_screens,
};
use tailored::domain::safety::{AskedSign, questions_of};
use tailored::knowledge::{
    Class, FLAGS, ITEMS, OPENS, SAFETY_QUESTIONS, SIGN_GROUPS, SafetyQuestion, SignGroup, flag,
    safety_question,
};

use super::flow::{choices, number, place, told};

/// Every choice of groups, each without opened questions and with all that can be opened.
static LAYOUTS: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    let opened: Vec<&'static SafetyQuestion> = OPENS
        .iter()
        .flat_map(|row| row.opens.iter().copied())
        .collect();
    (0..1u32 << SIGN_GROUPS.len())
        .map(|mask| {
            SIGN_GROUPS
                .iter()
                .enumerate()
                .filter(|(place, _)| mask & (1 << place) != 0)
                .map(|(_, group)| group)
                .collect::<Vec<_>>()
        })
        .flat_map(|groups| [(groups.clone(), Vec::new()), (groups, opened.clone())])
        .map(|(groups, opened)| {
            let rounds = vec![
                groups.iter().flat_map(|group| lines_of(group)).collect(),
                opened
                    .iter()
                    .map(|question| under_its_group(question))
                    .collect(),
            ];
            Layout {
                screens: sign_screens(&rounds),
                groups,
                opened,
            }
        })
        .collect()
});

struct Layout {
    groups: Vec<&'static SignGroup>,
    opened: Vec<&'static SafetyQuestion>,
    screens: Vec<SignScreen>,
}

fn lines_of(group: &'static SignGroup) -> impl Iterator<Item = AskedSign> {
    questions_of(group).map(move |question| (group, question))
}

fn under_its_group(question: &'static SafetyQuestion) -> AskedSign {
    (flags_of(question).next().unwrap().group, question)
}

fn sensitive_questions() -> Vec<&'static SafetyQuestion> {
    ["any_suicide_now", "any_suicide_thoughts", "any_safe_home"]
        .iter()
        .flat_map(|id| flag(id).unwrap().questions.iter().copied())
        .collect()
}

fn is_urgent(question: &'static SafetyQuestion) -> bool {
    flags_of(question).any(|flag| flag.class <= Class::SameDay)
}

#[test]
fn every_question_of_an_asked_group_and_every_opened_one_stands_on_exactly_one_screen_and_no_other()
{
    for layout in &*LAYOUTS {
        for question in &SAFETY_QUESTIONS {
            let asked = layout.opened.contains(&question)
                || layout
                    .groups
                    .iter()
                    .any(|group| questions_of(group).any(|known| known == question));
            let lines = layout
                .screens
                .iter()
                .flat_map(SignScreen::questions)
                .filter(|known| **known == question)
                .count();
            // Those about self-harm and safety at home stand beside mood.
            let asked = asked && !sensitive_questions().contains(&question);
            assert_eq!(
                lines,
                usize::from(asked),
                "{question:?}, {:?}",
                layout.groups
            );
        }
    }
}

#[test]
fn no_checklist_is_empty_or_longer_than_a_tired_person_can_take_in() {
    for screen in LAYOUTS.iter().flat_map(|layout| &layout.screens) {
        assert!(!screen.questions().is_empty());
        let lines = screen.questions().len();
        assert!(lines <= LINES_PER_SCREEN, "{screen:?}");
        assert!(lines <= 16);
    }
}

#[test]
fn what_cannot_wait_comes_first_and_of_that_what_may_happen_to_anybody() {
    for layout in &*LAYOUTS {
        let kinds: Vec<SignKind> = layout.screens.iter().map(|screen| screen.kind).collect();
        assert!(kinds.is_sorted(), "{:?}", layout.groups);
        for screen in &layout.screens {
            for question in screen.questions() {
                let of_anyone = flags_of(question).any(|flag| flag.group.id == "anyone");
                match screen.kind {
                    SignKind::Anyone => assert!(is_urgent(question) && of_anyone),
                    SignKind::Places => assert!(is_urgent(question)),
                    SignKind::Slower => assert!(!is_urgent(question)),
                }
            }
        }
    }
}

#[test]
fn the_emergencies_of_anybody_stand_on_one_page_the_first() {
    let of_anyone: Vec<_> = FLAGS
        .iter()
        .filter(|flag| flag.group.id == "anyone" && flag.class == Class::Emergency)
        .flat_map(|flag| flag.questions.iter().copied())
        .filter(|question| !sensitive_questions().contains(question))
        .collect();
    assert!(of_anyone.len() > 8);
    for layout in LAYOUTS.iter().filter(|layout| {
        let mut groups = layout.groups.iter();
        groups.any(|group| group.id == "anyone")
    }) {
        let first = layout.screens[0].questions();
        assert!(of_anyone.iter().all(|question| first.contains(question)));
        assert_eq!(layout.screens[0].kind, SignKind::Anyone);
        assert_ne!(layout.screens[1].kind, SignKind::Anyone);
    }
}

#[test]
fn each_line_stands_under_the_heading_that_says_what_it_feels_like_and_each_heading_once() {
    for screen in LAYOUTS.iter().flat_map(|layout| &layout.screens) {
        let lists = screen.lists();
        let headings: Vec<u8> = lists.iter().map(|(feel, _)| feel.place).collect();
        assert!(headings.is_sorted_by(|before, after| before < after));
        for (feel, lines) in &lists {
            assert!(lines.iter().all(|line| line.feel == Some(*feel)));
        }
        let listed: Vec<_> = lists.into_iter().flat_map(|(_, lines)| lines).collect();
        assert_eq!(listed, screen.questions());
        // Each line is there for the sake of a group that asks it.
        let groups = screen.groups();
        for question in screen.questions() {
            assert!(flags_of(question).any(|flag| groups.contains(&flag.group)));
        }
    }
}

#[test]
fn pages_are_as_few_as_the_lines_of_their_kind_allow() {
    for layout in LAYOUTS.iter().filter(|layout| layout.opened.is_empty()) {
        for kind in [SignKind::Anyone, SignKind::Places, SignKind::Slower] {
            let of_kind = layout.screens.iter().filter(|screen| screen.kind == kind);
            let lines: Vec<usize> = of_kind.map(|screen| screen.questions().len()).collect();
            let fewest = lines.iter().sum::<usize>().div_ceil(LINES_PER_SCREEN);
            assert_eq!(lines.len(), fewest);
        }
    }
}

#[test]
fn what_a_later_round_adds_leaves_the_screens_before_it_as_they_were() {
    let [first, later] = ["limb_joint", "head"].map(|id| {
        let group = SIGN_GROUPS.iter().find(|group| group.id == id).unwrap();
        lines_of(group).collect::<Vec<_>>()
    });
    let before = sign_screens(std::slice::from_ref(&first));
    let after = sign_screens(&[first, later]);
    assert!(after.len() > before.len());
    assert!(before.iter().all(|screen| after.contains(screen)));
}

#[test]
fn a_place_added_on_the_map_brings_only_lines_that_nobody_has_seen() {
    let mut response = told([
        ("about.age", number("36")),
        ("map.areas", choices(&["head"])),
    ]);
    let before = course(&response).signs;
    response
        .answers
        .insert("map.all".into(), Answer::Sites(vec![place("chest")]));
    response
        .answers
        .insert("nerve.checklist".into(), choices(&["burn"]));
    let after = course(&response).signs;
    assert!(before.iter().all(|screen| after.contains(screen)));
    let new: Vec<_> = after
        .iter()
        .filter(|screen| !before.contains(screen))
        .collect();
    assert!(!new.is_empty());
    for question in before.iter().flat_map(SignScreen::questions) {
        assert!(
            new.iter()
                .all(|screen| !screen.questions().contains(question))
        );
    }
}

#[test]
fn a_line_that_can_mean_nothing_at_this_age_is_left_out_and_at_an_unknown_age_never() {
    let over_50 = ["q_gca_sight", "q_gca_other", "q_head_first50", "q_pmr"];
    let at = |age: Option<&str>| -> Vec<&'static str> {
        let mut response = told([("map.areas", choices(&["head", "widespread"]))]);
        if let Some(age) = age {
            response.answers.insert("about.age".into(), number(age));
        }
        let signs = course(&response).signs;
        let questions = signs.iter().flat_map(SignScreen::questions);
        questions.map(|question| question.id).collect()
    };
    let young = at(Some("49"));
    for age in [Some("50"), Some("3"), None] {
        let asked = at(age);
        assert!(over_50.iter().all(|id| asked.contains(id)), "{age:?}");
        // Nothing else hangs on the age.
        let rest: Vec<_> = asked
            .into_iter()
            .filter(|id| !over_50.contains(id))
            .collect();
        assert_eq!(rest, young);
    }
}

#[test]
fn sensitive_questions_stand_beside_mood_on_every_way_and_in_no_list() {
    let sensitive = sensitive_questions();
    assert_eq!(sensitive.len(), 3);
    assert!(own_sensitive().eq(sensitive.iter().copied()));
    for screen in LAYOUTS.iter().flat_map(|layout| &layout.screens) {
        assert!(screen.questions().iter().all(|q| !sensitive.contains(q)));
    }
    let beside: Vec<_> = ITEMS.iter().filter(|item| item.sensitive).collect();
    assert_eq!(beside.len(), 1, "they are asked once");
    assert_eq!(beside[0].id, "mood.sad");
    for path in [Path::Quick, Path::Usual, Path::Full] {
        let response = Response {
            path,
            ..Response::default()
        };
        let course = course(&response);
        assert!(
            course.asked(&response).any(|item| item == beside[0]),
            "{path:?}"
        );
    }
}

#[test]
fn an_opened_question_appears_although_its_group_is_not_asked() {
    let mut response = told([
        ("about.age", number("60")),
        ("map.areas", choices(&["knee"])),
    ]);
    let asked = |response: &_| -> Vec<&'static str> {
        course(response)
            .signs
            .iter()
            .flat_map(|screen| screen.questions().iter().map(|question| question.id))
            .collect()
    };
    let opened = ["q_gca_sight", "q_gca_other"];
    assert!(asked(&response).contains(&"q_pmr"));
    assert!(opened.iter().all(|id| !asked(&response).contains(id)));
    for (answer, opens) in [
        (SafetyAnswer::No, false),
        (SafetyAnswer::OldChecked, false),
        (SafetyAnswer::New, true),
        (SafetyAnswer::OldUnchecked, true),
        (SafetyAnswer::NotSure, true),
    ] {
        response.safety.insert("q_pmr".into(), answer);
        for id in opened {
            assert_eq!(asked(&response).contains(&id), opens, "{id} {answer:?}");
        }
        // Still no other question about the head.
        assert!(safety_question("q_head_sudden").is_some());
        assert!(!asked(&response).contains(&"q_head_sudden"));
    }
}

#[test]
fn as_long_as_the_place_is_unknown_every_question_is_asked() {
    let asked: usize = course(&told([]))
        .signs
        .iter()
        .map(|screen| screen.questions().len())
        .sum();
    assert_eq!(asked + sensitive_questions().len(), SAFETY_QUESTIONS.len());
}
