//! Made-up diaries in which nothing has an effect: hardly any of them gets a sentence that a reader takes for a cause.

use tailored::domain::date::{Days, NaiveDate};
use tailored::domain::diary::insight::Verdict;
use tailored::domain::diary::insight::power::findings;
use tailored::domain::diary::insight::simulate::Made;
use tailored::domain::diary::week_card::{Says, Sentence, WEEK, card_of};
use tailored::i18n::{Lang, week_words};

use super::diary_week_card::words;

/// Half a year without any effect, with a night that is rated at random.
fn null_diary(seed: u64) -> Made {
    Made {
        seed,
        n_entries_a_day: 2,
        first: NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
        ..Made::default()
    }
}

/// A comparison that looks like a rule although it is told as a count: on one side always, on the other never.
fn looks_like_a_rule(sentence: &Sentence) -> bool {
    let Says::Nights(nights) = &sentence.says else {
        return false;
    };
    let all = |poor, of| poor == of;
    (all(nights.harder_poor, nights.harder) && nights.others_poor == 0)
        || (nights.harder_poor == 0 && all(nights.others_poor, nights.others))
}

#[test]
fn of_500_diaries_without_any_effect_few_get_a_sentence_that_reads_like_a_cause() {
    const N: usize = 500;
    const LOOKS: [u64; 5] = [7, 14, 28, 90, 180];
    let mut kinds = std::collections::BTreeMap::<&str, usize>::new();
    let (mut like_a_rule, mut ever_like_a_rule) = ([0; LOOKS.len()], 0);
    for seed in 0..N as u64 {
        let made = null_diary(seed);
        let entries = made.entries();
        let mut ever = false;
        for (place, n_days) in LOOKS.into_iter().enumerate() {
            let last = made.first.checked_add_days(Days::new(n_days - 1)).unwrap();
            let card = card_of(&entries, last, WEEK);
            for said in &card.sentences {
                *kinds.entry(said.kind()).or_default() += 1;
                let text = words(said);
                // The person's own words and the limits apart, no sentence joins two things, and the one kind that sets
                // them side by side says that it may be chance.
                assert_eq!(
                    said.is_comparison(),
                    text.contains("may be chance"),
                    "{text}"
                );
                if said.kind() != "note" {
                    for word in ["because", "cause", "link", "trigger", "leads", "helps"] {
                        assert!(!text.contains(word), "{text}");
                    }
                }
            }
            let is_one = card.sentences.iter().any(looks_like_a_rule);
            like_a_rule[place] += usize::from(is_one);
            ever |= is_one;
        }
        ever_like_a_rule += usize::from(ever);
    }
    println!("{N} diaries without an effect, looked at on day {LOOKS:?}: sentences {kinds:?}");
    println!("like a rule: {like_a_rule:?} of {N}, on any of these days {ever_like_a_rule}");
    assert!(kinds["nights_before_harder_days"] > N / 2, "{kinds:?}");
    assert!(
        like_a_rule.iter().all(|count| *count * 20 <= N),
        "{like_a_rule:?}"
    );
    assert!(ever_like_a_rule * 20 <= N, "{ever_like_a_rule}");
}

#[test]
fn before_the_tests_allow_it_nothing_watched_is_called_more_than_a_count() {
    for seed in 0..20 {
        let made = Made {
            n_days: 59,
            ..null_diary(seed)
        };
        let found = findings(&made);
        for finding in &found.findings {
            assert_eq!(finding.verdict, Verdict::NotEnough);
            let text = (week_words(Lang::English).missing)(finding);
            assert!(text.contains("more with a note"), "{text}");
        }
    }
}
