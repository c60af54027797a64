//! English: what is said about trouble with saved data. What happened, what is safe, what to do.

use crate::domain::trouble::{NotSaved, Trouble};

/// Heading and text.
pub fn trouble(trouble: Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::NotSaved(why) => not_saved(why),
        Trouble::NothingIsKept => (
            "Nothing will be kept",
            "This browser does not let us save, maybe because the window is private. You can use everything, and print. When you close it, it is gone.",
        ),
        Trouble::Full => (
            "The device is full",
            "What you saved is safe. Nothing new can be saved until there is room. Save a copy, then make room.",
        ),
        Trouble::Broken => (
            "The browser's storage does not work as it should",
            "What you saved may still be there. Save a copy now, then load the page again.",
        ),
        Trouble::Newer => (
            "A part of your data is from a newer version",
            "We left it as it is. It does not show up here, and changes to it are not saved. Load the page again to get the newer version.",
        ),
    }
}

fn not_saved(why: NotSaved) -> (&'static str, &'static str) {
    match why {
        NotSaved::Blocked => (
            "This browser does not let us save",
            "What you typed is on the screen, and will be lost when you close it. Save a copy now, or leave the private window.",
        ),
        NotSaved::Full => (
            "The device is full",
            "What you saved before is safe. The last change is on the screen, but not saved yet. Save a copy, then make room. We keep trying, and tell you when it is saved.",
        ),
        NotSaved::Broken => (
            "Saving did not work",
            "What you saved before is safe. The last change is on the screen, but not saved yet. We keep trying. If it stays so, save a copy, then load the page again.",
        ),
        NotSaved::NewerVersion => (
            "This data is from a newer version",
            "We did not touch it. The last change is on the screen, but not saved. Load the page again to get the newer version.",
        ),
        NotSaved::NotSetAside => (
            "Old data cannot be read and could not be put aside",
            "We did not overwrite it. The last change is on the screen, but not saved yet. Save a copy, then make room on the device.",
        ),
    }
}
