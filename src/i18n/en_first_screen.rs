//! English: the words of what a new person sees first, which arrive before all others.

use super::FirstScreen;

/// The words of the first screen in English.
pub static FIRST_SCREEN_EN: FirstScreen = FirstScreen {
    app_name: "Tailored",
    skip_to_content: "Skip to the content",
    nav_label: "Main",
    nav_today: "Today",
    nav_diary: "Diary",
    nav_my_pain: "My pain",
    nav_plan: "Plan",
    nav_more: "More",
    not_a_device: "Tailored gives no diagnosis and does not replace your doctor. It is not a medical device.",
    welcome_title: "Your pain, in your words. A plan that fits.",
    welcome_text: "Tailored helps you tell your story once, keep a short diary, and take two clear pages to the person who treats your pain.",
    welcome_start: "Start with my story",
    welcome_just_diary: "Just the diary for now",
    welcome_private_name: "It stays on this device",
    welcome_private: "No account. No adverts. Nothing is sent anywhere. It works without internet.",
    welcome_story_name: "Tell your story.",
    welcome_story: "About 10 minutes. Stop and come back when you like.",
    welcome_diary_name: "Keep a diary.",
    welcome_diary: "Three taps on a bad day.",
    welcome_plan_name: "See your options.",
    welcome_plan: "With how sure science is, and what could go wrong.",
    welcome_pages_name: "Print two pages",
    welcome_pages: "for your visit.",
    welcome_about: "About Tailored and how the plan is made",
    one_moment: "One moment …",
    page_not_fetched: "This page did not arrive",
    page_not_fetched_text: "The connection may be slow or gone. What you saved is safe on this device. Try again in a moment.",
    page_is_slow: "This is taking long",
    page_is_slow_text: "The connection may be slow or gone. What you saved is safe on this device. We keep waiting. You can also try again.",
    try_again: "Try again",
    blank_title: "Notes",
    blank_back: "Open",
};
