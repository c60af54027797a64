//! Owns the field for a passphrase: hidden while it is typed, shown when the person wants to see it.

use leptos::prelude::*;

use crate::state::use_messages;

/// A field for a passphrase, with a box to show it.
#[component]
pub fn PassphraseField(
    /// Unique on the page.
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: Option<&'static str>,
    typed: RwSignal<String>,
    /// The one that is set, not a new one: a password manager may fill it in.
    #[prop(optional)]
    is_present: bool,
) -> impl IntoView {
    let t = use_messages();
    let is_shown = RwSignal::new(false);
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id.clone()>{hint}</p> })}
            <input
                class="input"
                id=id
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete=if is_present { "current-password" } else { "new-password" }
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=hint.map(|_| hint_id.clone())
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <label class="setting">
                <span>{t.safety.passphrase_show}</span>
                <input
                    class="switch"
                    type="checkbox"
                    prop:checked=is_shown
                    on:change=move |event| is_shown.set(event_target_checked(&event))
                />
            </label>
        </div>
    }
}
