//! Owns the list of journeys. Each reads like a piece of a person's day and starts in a fresh browser.

use std::future::Future;
use std::pin::Pin;

use crate::engine::Engine;

mod after_the_visit;
mod assessment;
mod day;
mod days;
mod delivery;
mod diary;
mod diary_limits;
pub mod every_page;
mod exchange;
mod hostile;
mod killed;
mod medicine_sums;
mod memory;
mod mended;
mod missing;
mod paper;
pub mod plan;
mod private;
mod same_file;
mod spoilt;
mod trouble;
mod two_tabs;
mod update;
mod week;

/// A journey, to be made in any engine.
pub type Journey = fn(Engine) -> Pin<Box<dyn Future<Output = ()>>>;

macro_rules! journeys {
    ($($module:ident::$journey:ident),* $(,)?) => {
        [$((stringify!($journey), (|engine| Box::pin($module::$journey(engine))) as Journey)),*]
    };
}

/// The journeys for every engine, with their names.
pub fn all() -> impl Iterator<Item = (&'static str, Journey)> {
    journeys![
        assessment::half_a_word_outlives_page_and_browser,
        assessment::the_longest_way_can_be_gone_by_keyboard_alone,
        assessment::answers_that_cannot_be_are_kept_and_pointed_out,
        day::from_the_first_question_to_paper_and_back_without_a_server,
        day::an_emergency_answer_stops_everything_until_it_is_dealt_with,
        day::half_a_story_goes_on_where_it_stopped,
        day::a_deleted_entry_can_be_brought_back,
        trouble::data_that_cannot_be_read_is_told_and_kept,
        trouble::data_of_a_newer_version_is_not_touched,
        mended::a_spoilt_story_is_mended_or_held_back,
        missing::cleared_storage_comes_back_or_is_named,
        missing::a_month_that_vanished_is_named_and_a_copy_brings_it_back,
        trouble::a_full_device_loses_nothing_and_saves_again_when_there_is_room,
        trouble::a_browser_that_forbids_saving_is_told_and_everything_else_works,
        diary::a_bad_day_is_logged_in_three_taps,
        diary::an_attack_past_midnight_counts_on_both_days_and_as_one,
        diary::an_attack_is_told_to_its_end_and_stands_beside_the_last_ones,
        diary::a_changed_entry_can_be_put_back,
        diary::the_night_in_which_the_clock_changes_is_as_long_as_it_was,
        diary::a_day_without_pain_is_said_with_one_tap,
        diary::a_new_kind_of_pain_brings_the_warning_signs_back,
        plan::an_option_is_looked_up_and_answered_with_a_view_and_its_reason,
        plan::every_option_can_be_looked_up_with_the_rules_behind_it,
        plan::what_was_asked_folds_and_stays_until_there_is_more_to_ask,
        plan::honest_numbers_stand_on_the_page_of_an_option_and_two_can_be_compared,
        plan::what_was_agreed_comes_back_when_its_day_is_near,
        plan::the_flare_plan_fills_one_card,
        plan::who_is_under_18_reads_why_the_plan_is_not_for_them_and_keeps_the_diary,
        plan::an_urgent_sign_stands_where_the_plan_would_be,
        diary_limits::days_and_times_that_cannot_be_are_refused_with_a_reason,
        diary_limits::a_dose_without_a_number_is_kept_and_not_guessed,
        medicine_sums::doses_are_added_up_as_they_are_meant,
        medicine_sums::what_was_not_taken_is_no_medicine_day,
        medicine_sums::a_dangerous_pair_is_named_wherever_it_is_met,
        diary_limits::the_seventh_thing_to_watch_is_refused_and_400_do_no_harm,
        diary_limits::ten_thousand_signs_of_any_writing_break_neither_page_nor_paper,
        delivery::the_page_says_what_it_is_before_the_app_has_arrived,
        delivery::the_app_takes_the_place_of_the_welcome,
        delivery::the_app_starts_again_without_a_server,
        delivery::the_app_works_in_a_folder_of_a_host,
        delivery::the_page_can_ask_no_other_place,
        delivery::a_broken_app_hands_out_the_data,
        delivery::an_app_that_cannot_start_says_so,
        delivery::a_new_version_waits_for_the_persons_word,
        two_tabs::two_tabs_keep_each_others_entries_and_show_them_at_once,
        two_tabs::a_note_of_one_tab_outlives_a_tap_in_the_other,
        update::an_update_in_one_tab_leaves_the_other_whole_until_its_own_word,
        update::a_page_whose_later_file_is_gone_takes_the_version_that_is_there,
        update::a_later_file_with_other_bytes_is_never_run,
        exchange::a_copy_opens_on_a_new_phone_and_can_be_taken_out_again,
        exchange::the_page_to_keep_opens_in_the_app_again,
        exchange::what_cannot_be_read_in_a_copy_is_named_before_and_after,
        exchange::a_file_that_cannot_be_opened_is_refused_in_plain_words,
        exchange::what_a_file_of_another_app_leaves_open_is_asked_and_what_is_not_taken_is_told,
        exchange::a_copy_is_shared_where_the_browser_can_and_saved_where_it_cannot,
        paper::the_first_page_prints_on_both_papers,
        paper::the_fullest_story_stands_on_the_pages,
        paper::what_must_be_seen_and_has_no_room_is_printed_on_a_third_page,
        paper::what_a_short_way_leaves_out_is_written_beside_the_pages,
        paper::the_longest_persona_stands_on_the_pages,
        paper::a_print_that_does_nothing_is_noticed_and_the_pages_are_offered_as_a_file,
        paper::the_codes_can_be_read_from_paper,
    ]
    .into_iter()
}

/// Those that need the developer tools of Chromium, which alone can kill a page; and the update after a broken deploy:
/// WebKit may try the broken version again by itself once its file is back, and find it whole, so which version waits next
/// differs. In these engines it is said what is left out.
pub fn own_of(engine: Engine) -> impl Iterator<Item = (&'static str, Journey)> {
    let own = journeys![
        assessment::every_answer_outlives_a_page_that_is_killed,
        killed::a_browser_that_is_killed_loses_nothing_that_it_called_saved,
        days::an_open_page_follows_the_clock_past_midnight,
        days::an_entry_begun_before_midnight_asks_only_where_it_matters,
        days::attacks_last_as_long_as_they_did_over_both_clock_changes,
        days::over_the_date_line_and_back_nothing_is_out_of_reach,
        days::a_wrong_year_and_back_leaves_entries_that_can_be_mended,
        days::a_day_that_is_typed_digit_by_digit_is_saved_when_the_field_is_left,
        days::an_attack_is_never_out_of_reach_and_can_be_opened_again,
        after_the_visit::what_was_agreed_is_judged_and_the_next_plan_starts_from_it,
        week::the_diary_gives_something_back_before_a_week_is_over,
        week::a_week_is_told_in_counts_and_can_be_turned_back,
        week::what_is_watched_is_counted_and_says_kindly_what_is_missing,
        memory::a_page_that_was_left_gives_its_room_back,
        plan::the_plan_is_at_most_five_phone_screens_with_its_answer_on_the_first,
        every_page::every_page_passes_axe_and_fits_the_smallest_phone,
        private::a_passphrase_hides_every_word_until_it_is_typed,
        private::a_damaged_sealed_text_is_told_and_everything_else_opens,
        private::a_lock_closes_by_itself_when_nobody_is_there,
        private::a_locked_copy_opens_with_its_passphrase_on_another_device,
        private::one_key_hides_the_page,
        private::everything_is_deleted_and_nothing_remains,
        private::room_copies_and_spoilt_texts_are_shown_on_one_page,
        same_file::a_copy_goes_into_the_same_file_again_and_again,
        same_file::a_copy_that_could_not_be_written_is_not_said_to_be_saved,
        spoilt::a_hundred_spoilt_stores_open_and_keep_what_cannot_be_read,
        update::a_later_file_that_hangs_is_told_and_asked_for_again,
        hostile::hostile_words_stay_words_everywhere,
        delivery::an_update_leaves_every_word_and_never_mixes_versions,
    ];
    own.into_iter().filter(move |(name, _)| {
        let has_the_tools = engine == Engine::Chromium;
        if !has_the_tools {
            eprintln!(
                "not in {}: {name}, and the rules of axe-core",
                engine.name()
            );
        }
        has_the_tools
    })
}
