//! The screens of questions about warning signs.

use std::sync::LazyLock;

use tailored::domain::questionnaire::flow::course;
use tailored::domain::questionnaire::model::SafetyAnswer;
use tailored::domain::questionnaire::sign_screens::{
    LINES_PER_SCREEN, SignScreen, flags_of, sign_screens,
};
use tailored::domain::safety::questions_of;
use tailored::knowledge::{
    Class, OPENS, SAFETY_QUESTIONS, SIGN_GROUPS, SafetyQuestion, SignGroup, flag, safety_question,
};

use super::flow::{choices, number, told};

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
        .map(|(groups, opened)| Layout {
            screens: sign_screens(&groups, &opened),
            groups,
            opened,
        })
        .collect()
});

struct Layout {
    groups: Vec<&'static SignGroup>,
    opened: Vec<&'static SafetyQuestion>,
    screens: Vec<SignScreen>,
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
        if let SignScreen::Checklist { questions, .. } = screen {
            assert!(questions.len() <= LINES_PER_SCREEN, "{questions:?}");
            assert!(questions.len() <= 8);
        }
    }
}

#[test]
fn urgent_checklists_come_before_all_others() {
    for layout in &*LAYOUTS {
        let urgent: Vec<bool> = layout
            .screens
            .iter()
            .filter_map(|screen| match screen {
                SignScreen::Checklist { questions, .. } => {
                    let first = is_urgent(questions[0]);
                    assert!(
                        questions
                            .iter()
                            .all(|question| is_urgent(question) == first)
                    );
                    Some(first)
                }
                SignScreen::Sensitive { .. } => None,
            })
            .collect();
        assert!(
            urgent.is_sorted_by(|before, after| before >= after),
            "{:?}",
            layout.groups
        );
    }
}

#[test]
fn an_opened_or_asked_question_stands_under_a_group_that_asks_it() {
    for screen in LAYOUTS.iter().flat_map(|layout| &layout.screens) {
        if let SignScreen::Checklist { groups, questions } = screen {
            assert_eq!(groups.len(), questions.len());
            for (group, question) in groups.iter().zip(questions) {
                assert!(flags_of(question).any(|flag| flag.group == *group));
            }
            let listed: Vec<_> = screen
                .lists()
                .into_iter()
                .flat_map(|(_, lines)| lines)
                .collect();
            assert_eq!(&listed, questions);
        }
    }
}

#[test]
fn small_groups_share_a_screen_so_that_there_are_as_few_as_the_lines_allow() {
    for layout in &*LAYOUTS {
        let count = |urgent: bool| {
            let lines = layout
                .screens
                .iter()
                .filter_map(|screen| match screen {
                    SignScreen::Checklist { questions, .. } => Some(questions),
                    SignScreen::Sensitive { .. } => None,
                })
                .filter(|questions| is_urgent(questions[0]) == urgent);
            let (screens, lines) = (lines.clone().count(), lines.map(Vec::len).sum::<usize>());
            assert_eq!(screens, lines.div_ceil(LINES_PER_SCREEN));
        };
        count(true);
        count(false);
    }
}

#[test]
fn sensitive_questions_stand_on_one_screen_of_their_own_and_never_in_a_checklist() {
    let sensitive = sensitive_questions();
    assert_eq!(sensitive.len(), 3);
    for layout in &*LAYOUTS {
        let own: Vec<_> = layout
            .screens
            .iter()
            .filter(|screen| matches!(screen, SignScreen::Sensitive { .. }))
            .collect();
        let asked = layout.groups.iter().any(|group| group.id == "anyone");
        assert_eq!(own.len(), usize::from(asked));
        assert!(own.iter().all(|screen| screen.questions() == sensitive));
        for screen in &layout.screens {
            if let SignScreen::Checklist { questions, .. } = screen {
                assert!(questions.iter().all(|q| !sensitive.contains(q)));
            }
        }
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
    assert_eq!(asked, SAFETY_QUESTIONS.len());
}
