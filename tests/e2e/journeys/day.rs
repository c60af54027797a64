//! Owns the main job, as a person does it: story, plan, paper, diary, coming back, without a server.

use crate::engine::Engine;
use crate::paper::Paper;
use crate::person::Person;
use crate::server::Server;

/// More screens than the longest way through the questions has.
const MOST_SCREENS: usize = 150;

const WISH: &str = "To stand and walk for half an hour, so that I can keep my job.";

pub async fn from_the_first_question_to_paper_and_back_without_a_server(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    begins_with_low_back_pain(&person).await;
    goes_through_the_signs(&person, None).await;
    answers_until(&person, "Show where it hurts").await;
    person.finds_no_barrier().await;
    marks_the_lower_back(&person).await;
    answers_until(&person, "My pain").await;
    person.finds_no_barrier().await;

    // The plan, with its reasons.
    person.presses("See my plan").await;
    person.is_at("Your plan").await;
    person.sees("Best fits for you").await;
    person.finds_no_barrier().await;
    person.presses("Regular activity").await;
    person.sees("Why it may fit you").await;
    person.chooses("Interested").await;
    person.finds_no_barrier().await;

    // The paper.
    person.goes_to("#/pages").await;
    person.is_at("Your two pages").await;
    person.sees("Pain summary for the specialist").await;
    person.sees(WISH).await;
    person.finds_no_barrier().await;
    for paper in [Paper::A4, Paper::Letter] {
        assert_eq!(
            person.counts_printed_pages("day", paper).await,
            2,
            "{paper:?}"
        );
    }

    // The diary.
    logs_a_day(&person).await;
    person.finds_no_barrier().await;
    person.goes_to("#/diary").await;
    person.sees("could do some things").await;
    person.finds_no_barrier().await;
    person.presses("Trends").await;
    person.sees("Logged 1 of 28 days").await;
    person.finds_no_barrier().await;
    person.goes_to("#/more").await;
    person.is_at("More").await;
    person.finds_no_barrier().await;

    // Another day, and then without a server.
    person.has_the_offline_copy().await;
    person.closes_and_opens_again().await;
    finds_everything_again(&person).await;
    person.server.stop();
    person.reloads().await;
    finds_everything_again(&person).await;
    person.asked_no_other_place().await;
}

pub async fn an_emergency_answer_stops_everything_until_it_is_dealt_with(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    begins_with_low_back_pain(&person).await;
    goes_through_the_signs(&person, Some("New: I cannot pee")).await;

    person.is_at("Get emergency help now").await;
    person.sees("999").await;
    assert!(person.can_press("Call 999").await);
    person.finds_no_barrier().await;

    // It comes back, also on another day.
    person.goes_to("#/plan").await;
    person.is_at("Get emergency help now").await;
    person.closes_and_opens_again().await;
    person.is_at("Get emergency help now").await;

    // It stands on the paper: that there is something to look at, how urgent it is, and what was answered.
    person.goes_to("#/pages").await;
    person.sees("please check what follows").await;
    person.sees("emergency:").await;
    person.sees("New or worse within 14 days: ").await;

    person.goes_to("#/urgent").await;
    person.presses("I have called, or I am being helped").await;
    person.sees("Part ").await;
    person.goes_to("#/plan").await;
    person.is_at("Your plan").await;
}

pub async fn half_a_story_goes_on_where_it_stopped(engine: Engine) {
    let mut person = Person::opens_the_app(engine, Server::of_the_release()).await;
    begins_with_low_back_pain(&person).await;
    person.leaves_by("None of these").await;
    person.sees("Question 4 of").await;

    person.closes_and_opens_again().await;
    person.sees("Your pages are not finished").await;
    person.presses("Carry on").await;
    person.sees("Question 4 of").await;
}

pub async fn a_deleted_entry_can_be_brought_back(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    logs_a_day(&person).await;
    person.presses("Delete this entry").await;
    person.sees("Deleted.").await;
    person.sees_no_more("could do some things").await;
    person.presses("Undo").await;
    person.sees("could do some things").await;
}

async fn begins_with_low_back_pain(person: &Person) {
    person.has_the_app().await;
    person.leaves_by("Start with my story").await;
    person.is_at("Where do you live?").await;
    person.finds_no_barrier().await;
    answers_until(person, "Is any of this happening now?").await;
    person.finds_no_barrier().await;
}

/// Says "none" on every screen; where the wanted sign stands, it is ticked as new, and that ends it.
async fn goes_through_the_signs(person: &Person, wanted: Option<&str>) {
    for _ in 0..MOST_SCREENS {
        let shown = person.reads().await;
        if shown.contains("Part 2 of 9") {
            return;
        }
        match wanted {
            Some(sign) if shown.contains(sign) => {
                person.chooses(sign).await;
                person.chooses("New, or clearly worse").await;
                person.presses("Next").await;
                return;
            }
            _ => person.leaves_by("None of these").await,
        }
    }
    panic!("the questions about warning signs never end");
}

async fn marks_the_lower_back(person: &Person) {
    person.chooses("left side of the lower back").await;
    person.sees("Usual pain here").await;
    person.finds_no_barrier().await;
    person.answers("Usual pain here", "6 of 10").await;
    person.answers("Worst pain here", "9 of 10").await;
    person.chooses("dull").await;
    person.presses("Done").await;
    person.sees("1. left side of the lower back").await;
    person.leaves_by("Next").await;
}

/// Answers what the journey cares about and leaves out the rest, up to a screen with this heading.
async fn answers_until(person: &Person, end: &str) {
    for _ in 0..MOST_SCREENS {
        let heading = person.heading().await;
        if heading == end {
            return;
        }
        match heading.as_str() {
            "Where do you live?" => {
                person.chooses("United Kingdom").await;
                person.fills("Years", "61").await;
                person.chooses("Female").await;
            }
            "Which parts of your body hurt?" => person.chooses("Lower back").await,
            "How long have you had this pain?" => person.fills("Years", "6").await,
            "In the last 7 days, how strong was your pain most of the time?" => {
                person.finds_no_barrier().await;
                person.chooses("6 of 10").await;
            }
            "In the last 3 months, how many days had pain in them?" => {
                person.chooses("Every day").await;
            }
            "Which kinds of medicine do you use now?" => {
                person.presses("Painkillers").await;
                person.chooses("Paracetamol").await;
                person.finds_no_barrier().await;
            }
            "Write down what you take for pain" => {
                person.presses("Add a medicine").await;
                person.fills("Medicine", "Paracetamol").await;
                person.fills("How strong is one tablet?", "500").await;
                person.fills("How many in one day?", "4").await;
                person.chooses("some days a week").await;
                person.finds_no_barrier().await;
            }
            "What have you tried so far?" => {
                person.presses("Movement and hands-on").await;
                person.chooses("Massage").await;
                person.chooses("It did not help").await;
                person.finds_no_barrier().await;
            }
            "Which of these illnesses have you ever had?" => {
                person.chooses("None of these").await;
            }
            "What do you most want back? Choose up to three." => {
                person
                    .fills("What do you most want from this visit?", WISH)
                    .await;
            }
            _ => {}
        }
        if person.can_press("Next").await {
            person.leaves_by("Next").await;
        } else {
            person.leaves_by("Skip").await;
        }
    }
    panic!("the questions never come to '{end}'");
}

async fn logs_a_day(person: &Person) {
    person.goes_to("#/diary/log").await;
    person.is_at_todays_note().await;
    person.answers("1. Can you bear it?", "Yes").await;
    person.chooses("Some things").await;
    person
        .answers("3. How strong is the pain?", "5 of 10")
        .await;
    person.sees("You can stop here.").await;
}

async fn finds_everything_again(person: &Person) {
    person.goes_to("#/pages").await;
    person.sees(WISH).await;
    person.sees("Logged 1 of 28 days").await;
    person.sees("Massage").await;
    person.goes_to("#/diary").await;
    person.sees("could do some things").await;
    person.goes_to("#/plan").await;
    person.sees("Best fits for you").await;
}
