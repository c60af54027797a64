//! What the person decides before printing holds for the paper, and never for the safety strip.

use proptest::prelude::*;
use proptest::sample::select;
use tailored::domain::handout::{Handout, PaperBlock, PaperChoices, PaperText, Showing, Ticked};
use tailored::domain::questionnaire::response::Response;
use tailored::i18n::{Lang, messages, plan_words, sheets};

use super::flow::{choices as ticked, responses, told};
use super::handout::made;

#[test]
fn answers_about_drugs_stay_off_the_paper_until_the_person_says_yes() {
    let response = told([("health.conditions", ticked(&["substance_use", "kidney"]))]);
    let conditions = |handout: &Handout| match &handout.safety.conditions {
        Ticked::Some(options) => options.iter().map(|option| option.id).collect(),
        _ => Vec::new(),
    };
    let shown = conditions(&PaperChoices::default().apply(made(&response)));
    assert!(!shown.contains(&"substance_use"), "{shown:?}");
    let mut choices = PaperChoices::default();
    choices.show(PaperBlock::Substances, Showing::OnPaper);
    assert!(conditions(&choices.apply(made(&response))).contains(&"substance_use"));
    // Alone, its absence is not "none".
    let alone = told([("health.conditions", ticked(&["substance_use"]))]);
    let handout = PaperChoices::default().apply(made(&alone));
    assert_eq!(handout.safety.conditions, Ticked::Withheld);
}

#[test]
fn new_words_stand_on_the_paper_in_place_of_the_old_ones_and_can_be_taken_back() {
    let (t, w) = (messages(Lang::English), plan_words(Lang::English));
    let said = |choices: &PaperChoices| sheets(t, w, &choices.apply(made(&Response::default())));
    let mut choices = PaperChoices::default();
    for text in PaperText::ALL {
        choices.reword(text, Some(format!("New words for {text:?}.")));
    }
    let worded = said(&choices);
    assert_eq!(worded.wish, "“New words for Wish.”");
    assert_eq!(worded.summary, "New words for Summary.");
    assert_eq!(worded.story, "“New words for Story.”");
    assert_eq!(worded.tests.shown, ["New words for Tests."]);
    assert_eq!(worded.goals.unwrap().shown, ["New words for Goal."]);
    choices.reword(PaperText::Wish, None);
    assert_eq!(said(&choices).wish, t.not_answered);
    choices.reword(PaperText::Summary, Some(" ".to_owned()));
    assert_eq!(
        said(&choices).summary,
        "Adult with pain.",
        "empty words are none"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_left_out_is_not_there_and_the_warning_signs_always_are(
        response in responses(0.9),
        decided in prop::collection::vec(select(&[Showing::OnPaper, Showing::LeftOut, Showing::InPerson][..]), 13),
    ) {
        let whole = made(&response);
        let mut choices = PaperChoices::default();
        for (block, showing) in PaperBlock::ALL.into_iter().zip(&decided) {
            choices.show(block, *showing);
        }
        let handout = choices.apply(whole.clone());
        prop_assert_eq!(&handout.safety.signs, &whole.safety.signs);
        prop_assert_eq!(handout.safety.asked, whole.safety.asked);
        prop_assert_eq!(&handout.safety.allergies, &whole.safety.allergies);
        for (block, showing) in PaperBlock::ALL.into_iter().zip(&decided) {
            prop_assert_eq!(handout.shows(block), *showing == Showing::OnPaper);
            prop_assert_eq!(handout.in_person.contains(&block), *showing == Showing::InPerson);
            if *showing == Showing::OnPaper {
                continue;
            }
            let empty = match block {
                PaperBlock::Name => handout.name.is_none(),
                PaperBlock::Story => handout.story.is_none(),
                PaperBlock::Mood => handout.contributors.mind.is_empty()
                    && !(messages(Lang::English).impact)(&handout).contains("mood")
                    && !(messages(Lang::English).summary)(&handout).contains("fear"),
                PaperBlock::Medicines => handout.medicines.is_empty(),
                PaperBlock::Tried => handout.tried.is_empty(),
                PaperBlock::Tests => handout.tests.is_empty(),
                PaperBlock::Goals => handout.goals.is_empty(),
                PaperBlock::Options => handout.options.is_empty(),
                PaperBlock::Questions => handout.questions.is_empty(),
                PaperBlock::Since => handout.since.is_empty(),
                PaperBlock::Life | PaperBlock::Substances | PaperBlock::Diary => true,
            };
            prop_assert!(empty, "{:?}", block);
        }
        let both_out = !handout.shows(PaperBlock::Life) && !handout.shows(PaperBlock::Substances);
        prop_assert!(!both_out || handout.contributors.life.is_empty());
    }
}
