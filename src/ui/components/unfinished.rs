//! Owns what is typed into a field whose words count only with a button: kept at each key, so that neither a lock that closes
//! by itself nor a page that is loaded again takes it away.

use leptos::prelude::*;

use crate::state::use_app;

/// What is typed into the field of this name, with what was left in it before. Empty again, nothing is kept.
pub fn unfinished(name: &'static str) -> RwSignal<String> {
    let app = use_app();
    let typed = RwSignal::new(app.preferences.unfinished(name));
    Effect::new(move |is_again: Option<()>| {
        let words = typed.get();
        if is_again.is_some() {
            app.preferences.keep_unfinished(name, &words);
        }
    });
    typed
}
