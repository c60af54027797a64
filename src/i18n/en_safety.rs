//! English: words around the safety of saved data: lock, room, clean-up by the browser, deleting.

use super::SafetyWords;
use super::en_phrases::{long_date_year, month_year};
use crate::domain::date::day_from;
use crate::domain::settings::LockAfter;
use crate::domain::trouble::LockTrouble;
use crate::knowledge::units::counted;

pub const EN: SafetyWords = SafetyWords {
    title: "Is my data safe?",
    link: "Is my data safe?",
    link_text: "Room, copies, and what the browser may clean up",
    room: "Room on this device",
    room_used,
    room_ample: "There is plenty of room.",
    room_filling: "It is getting full. Save a copy soon.",
    room_nearly_full: "It is nearly full. Save a copy now.",
    room_full: "It is full. Nothing new can be saved. What you saved before is safe.",
    room_what: "Ten years of a busy diary take less than half of it. To make room, save a copy, then delete what you no longer need.",
    copy: "My last copy",
    copy_days,
    copy_due: "A new copy would be good now.",
    cleaning: "When the browser cleans up",
    cleaning_promised: "This browser has promised to keep your data until you delete it.",
    cleaning_open: "This browser may delete the data of pages when the device gets full.",
    cleaning_ask: "Ask the browser to keep it",
    cleaning_refused: "The browser did not promise it. It often does once the app is on your home screen, or used for some days.",
    install: "Put Tailored on your home screen",
    install_done: "Tailored runs as an app of its own here. Good.",
    install_safari_why: "Safari deletes what a web page has saved when you do not open the page for seven days. It does not do that to apps on the home screen. So install first, then start to write.",
    install_why: "It then opens like an app, also without internet.",
    install_safari_touch: &[
        "Tap the share button: a square with an arrow.",
        "Scroll down and tap “Add to Home Screen”.",
        "Tap “Add”. From now on open Tailored from there.",
    ],
    install_safari_mac: &[
        "In the menu “File” choose “Add to Dock”.",
        "Choose “Add”. From now on open Tailored from the Dock.",
    ],
    install_other_on_apple: &[
        "Open this page in Safari.",
        "Tap the share button: a square with an arrow.",
        "Scroll down and tap “Add to Home Screen”, then “Add”.",
    ],
    install_android: &[
        "Tap the three dots at the top.",
        "Tap “Install app” or “Add to home screen”.",
    ],
    install_firefox_android: &["Tap the three dots.", "Tap “Add to Home screen”."],
    install_desk: &[
        "In the address bar, choose the sign for installing: a screen with an arrow.",
        "Choose “Install”.",
    ],
    install_none: "This browser has no way to install it. A bookmark does as well.",
    aside: "Texts that cannot be read",
    aside_text: "We overwrite nothing. Somebody who knows about such files may be able to read these.",
    aside_none: "None. Everything that is saved can be read.",
    aside_readable: "was put aside; it can be read now",
    aside_cut_short: "ends too early",
    aside_spoilt: "cannot be read",
    aside_sealed: "is locked, and does not open: it was damaged",
    aside_parts,
    aside_part,
    aside_save: "Save as it is",
    hide: "Hide in a hurry",
    hide_text: "Press Escape on a keyboard, or touch the screen with three fingers, on any page. A page without a word about pain takes its place. With a passphrase, the data is locked too.",
    hide_now: "Hide now",

    remind_copy: "Time for a copy",
    remind_copy_text,
    remind_room: "Room is getting short",
    remind_room_text,
    safari: "First, put Tailored on your home screen",
    safari_text: "Safari deletes what a page has saved when it is not opened for seven days. It does not do that to apps on the home screen.",
    show_how: "Show me how",

    delete_first: "Save a copy first?",
    delete_save_first: "Save a copy first",
    delete_what: &[
        "your story, diary, plan and settings",
        "texts that were put aside, and the lock",
        "the copy of the app for use without internet",
    ],
    deleted_proof: "Checked just now: no saved text, no stored file and no background helper of Tailored is left in this browser. Copies that you saved as files are still where you put them.",
    not_deleted: "Not everything could be deleted. Load the page again and try once more, or delete the data of this page in the browser's settings.",

    lock: "Lock with a passphrase",
    lock_link: "Lock with a passphrase",
    lock_link_set: "The lock",
    lock_text: "Without a lock, anybody who can open this browser can read what you wrote. With it, everything saved here is scrambled until you type your passphrase.",
    lock_no_way_back: "Nobody can get it back",
    lock_no_way_back_text: "There is no “forgot my passphrase”. If you lose it, everything in the app is lost, for you too. Write it down and keep it where only you look. On bad days it must still come to mind.",
    lock_limits: "It does not hide that the app is here, in which months you wrote, or how much. It does not help while the app is open.",
    passphrase: "Passphrase",
    passphrase_hint: "Four or five words that do not belong together are strong and easy to type.",
    passphrase_again: "The same once more",
    passphrase_present: "Passphrase of today",
    passphrase_new: "New passphrase",
    passphrase_show: "Show what I type",
    passphrase_short,
    passphrase_differs: "The two are not the same.",
    lock_understood: "I have written it down. I know that nobody can get it back.",
    lock_not_understood: "Please tick this first.",
    lock_set: "Lock it",
    lock_working: "One moment. This takes a few seconds.",
    lock_is_set: "The lock is on",
    lock_is_set_text: "Everything that is saved here is scrambled. Copies that you save are scrambled too, and open with this passphrase.",
    lock_now: "Lock now",
    lock_after: "Lock when I am away for",
    lock_after_hint: "It asks for the passphrase again after that.",
    after,
    lock_change: "Change the passphrase",
    lock_change_now: "Use the new passphrase",
    lock_changed: "Changed. Copies that you saved before still open with the old one.",
    lock_take_off: "Take the lock off",
    lock_take_off_now: "Make everything readable",
    lock_take_off_text: "Everything can then be read again by anybody who can open this browser.",
    lock_not_possible: "This browser can only lock data on a page with https.",
    trouble,

    locked: "Locked",
    locked_text: "Type your passphrase to open.",
    open: "Open",
    opening: "Opening …",
    open_in,
    open_wait: "That was not the passphrase. Nothing was changed. The button counts the seconds until you can try again.",
    open_again: "You can try again now.",
    locked_by_itself: "It locked by itself, because nobody had touched the page for a while. What you wrote is saved.",
    forgotten: "I have forgotten it",
    forgotten_text: "Nobody can open it without the passphrase, not even the makers. You can save the locked data as a file, in case it comes back to you, and start anew.",
    forgotten_copy: "Save the locked data",
    forgotten_delete: "Delete everything and start anew …",
    forgotten_delete_sure: "Delete everything for ever?",

    copy_sealed: "The lock is on: the copy is scrambled and opens with your passphrase.",
    file_locked: "This copy is locked",
    file_locked_text: "It opens with the passphrase that was set when it was saved.",
};

fn room_used(used: &str, all: &str, percent: usize) -> String {
    format!("{used} of about {all} MB used ({percent} %)")
}

fn days(count: i64) -> String {
    match count {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        count => format!("{} ago", counted(count, "day", "days")),
    }
}

fn copy_days(count: Option<i64>) -> String {
    match count {
        Some(count) => format!("You saved a copy {}.", days(count)),
        None => "You have not saved a copy from this device yet.".to_owned(),
    }
}

fn remind_copy_text(count: Option<i64>) -> String {
    match count {
        Some(count) => format!(
            "Your last copy was {}. If this device is lost, everything since then is lost.",
            days(count)
        ),
        None => "Your words live only on this device. If it is lost, they are lost. A copy takes one minute.".to_owned(),
    }
}

fn remind_room_text(percent: usize) -> String {
    format!("{percent} % of the room in this browser is used. Save a copy, then make room.")
}

fn aside_parts(count: usize) -> String {
    format!(
        "{} in it cannot be read",
        counted(count, "entry or answer", "entries or answers")
    )
}

fn aside_part(name: &str) -> String {
    match name.split_once('/') {
        None if name == "response" => "Your answers".to_owned(),
        None if name == "settings" => "Settings".to_owned(),
        None if name == "arrangements" => "Reasons and agreements".to_owned(),
        None if name == "tracking" => "What you follow in the diary".to_owned(),
        Some(("diary", month)) => match day_from(&format!("{month}-01")) {
            Some(first) => format!("Diary of {}", month_year(first)),
            None => format!("Diary of {month}"),
        },
        Some(("earlier", day)) => match day_from(day) {
            Some(day) => format!("Answers of {}", long_date_year(day)),
            None => format!("Answers of {day}"),
        },
        None if name == "written" => "The list of what is saved here".to_owned(),
        _ => "Something of another version".to_owned(),
    }
}

fn passphrase_short(least: usize) -> String {
    format!("At least {least} characters, please.")
}

fn after(after: LockAfter) -> &'static str {
    match after {
        LockAfter::OneMinute => "1 minute",
        LockAfter::FiveMinutes => "5 minutes",
        LockAfter::QuarterHour => "15 minutes",
        LockAfter::Hour => "1 hour",
    }
}

fn open_in(seconds: u32) -> String {
    format!("Open in {}", in_seconds(seconds))
}

fn in_seconds(seconds: u32) -> String {
    match seconds {
        1 => "1 second".to_owned(),
        seconds => format!("{seconds} seconds"),
    }
}

fn trouble(trouble: LockTrouble) -> String {
    let text = match trouble {
        LockTrouble::WaitSeconds(seconds) => {
            return format!(
                "That was not the passphrase. Nothing was changed. You can try again in {}.",
                in_seconds(seconds)
            );
        }
        LockTrouble::WrongPassphrase => "That is not the passphrase. Nothing was changed.",
        LockTrouble::NotAvailable => "This browser cannot lock data here. Nothing was changed.",
        LockTrouble::Unreadable => "The lock itself cannot be read. We left everything as it is.",
        LockTrouble::Newer => {
            "A newer version of this app made this lock. Load the page again to get that version."
        }
        LockTrouble::Full => {
            "There is not enough room on the device. Nothing was changed. Save a copy, then make room."
        }
        LockTrouble::NotNow => {
            "It did not work just now. Nothing was lost. Close other tabs of this app, load the page again, and try once more."
        }
    };
    text.to_owned()
}
