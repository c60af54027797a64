//! Owns More: where the data is, how to change the looks, and how to delete everything.

use leptos::prelude::*;

use crate::domain::settings::{Contrast, TextSize, Theme};
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::route::Route;

#[component]
pub fn MorePage() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let saving_failed = RwSignal::new(false);
    let save_copy = move |_| {
        leptos::task::spawn_local(async move {
            let taken = app.save_backup().await;
            // The page may be gone by then.
            let _ = saving_failed.try_set(!taken);
        });
    };
    let select = |value: &str, label: &'static str, chosen: bool| {
        view! { <option value=value.to_owned() selected=chosen>{label}</option> }
    };
    let settings = app.preferences.get();
    view! {
        <PlacePage place=Place::More>
            <header class="top"><div class="title grow"><h1>{t.nav_more}</h1></div></header>
            <section class="card">
                <h2>{t.more_copy}</h2>
                <p>{t.more_copy_text}</p>
                <p class="small soft">{move || (t.last_copy)(app.preferences.get().last_backup)}</p>
                <button type="button" class="btn btn-primary" on:click=save_copy><Icon name="save" />{t.more_save_copy}</button>
                <p role="status">{move || saving_failed.get().then_some(t.copy_failed)}</p>
                {app.lock.is_set().then(|| view! { <p class="small">{t.safety.copy_sealed}</p> })}
                <p><a href=Route::Share.href()>{t.share.more_link}</a></p>
            </section>
            <a class="card card-link" href=Route::Keep.href()>
                <Icon name="save" />
                <span><b>{t.safety.link}</b><span class="soft">{t.safety.link_text}</span></span>
                <Icon name="next" />
            </a>
            <a class="card card-link" href=Route::Lock.href()>
                <Icon name="lock" />
                <span><b>{if app.lock.is_set() { t.safety.lock_link_set } else { t.safety.lock_link }}</b></span>
                <Icon name="next" />
            </a>
            <section class="card">
                <h2>{t.more_look}</h2>
                <div class="setting">
                    <label for="text-size">{t.more_text_size}</label>
                    <select
                        class="select"
                        id="text-size"
                        on:change=move |event| {
                            let size = match event_target_value(&event).as_str() {
                                "large" => TextSize::Large,
                                "largest" => TextSize::Largest,
                                _ => TextSize::Normal,
                            };
                            app.preferences.change(|settings| settings.text_size = size);
                        }
                    >
                        {select("normal", t.size_normal, settings.text_size == TextSize::Normal)}
                        {select("large", t.size_large, settings.text_size == TextSize::Large)}
                        {select("largest", t.size_largest, settings.text_size == TextSize::Largest)}
                    </select>
                </div>
                <div class="setting">
                    <label for="theme">{t.more_theme}</label>
                    <select
                        class="select"
                        id="theme"
                        on:change=move |event| {
                            let theme = match event_target_value(&event).as_str() {
                                "light" => Theme::Light,
                                "dark" => Theme::Dark,
                                _ => Theme::System,
                            };
                            app.preferences.change(|settings| settings.theme = theme);
                        }
                    >
                        {select("system", t.theme_system, settings.theme == Theme::System)}
                        {select("light", t.theme_light, settings.theme == Theme::Light)}
                        {select("dark", t.theme_dark, settings.theme == Theme::Dark)}
                    </select>
                </div>
                <label class="setting">
                    <span>{t.more_contrast}</span>
                    <input
                        class="switch"
                        type="checkbox"
                        prop:checked=move || app.preferences.get().contrast == Contrast::More
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            let contrast = if on { Contrast::More } else { Contrast::System };
                            app.preferences.change(|settings| settings.contrast = contrast);
                        }
                    />
                </label>
                <label class="setting">
                    <span>{t.more_calm}</span>
                    <input
                        class="switch"
                        type="checkbox"
                        prop:checked=move || app.preferences.get().calm_mode
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            app.preferences.change(|settings| settings.calm_mode = on);
                        }
                    />
                    <span class="hint">{t.more_calm_hint}</span>
                </label>
            </section>
            <section class="card">
                <h2>{t.more_privacy}</h2>
                <p>{t.more_privacy_text}</p>
                <p><a href=Route::ask("about.region").href()>{t.more_region}</a></p>
                <p><a href=Route::About.href()>{t.welcome_about}</a></p>
            </section>
            <DeleteCard />
        </PlacePage>
    }
}

/// Deleting everything: what goes, a copy first, then the word, and a proof.
#[component]
fn DeleteCard() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    let asking = RwSignal::new(false);
    let outcome = RwSignal::new(None);
    let save_copy = move |_| {
        leptos::task::spawn_local(async move {
            let taken = app.save_backup().await;
            let _ = outcome.try_set(Some(if taken { t.share.saved } else { t.copy_failed }));
        });
    };
    let delete = move |_| {
        leptos::task::spawn_local(async move {
            match app.delete_everything().await {
                true => page::go(&Route::Today.href()),
                false => drop(outcome.try_set(Some(words.not_deleted))),
            }
        });
    };
    let what = words
        .delete_what
        .iter()
        .map(|what| view! { <li>{*what}</li> })
        .collect_view();
    view! {
        <section class="card card-plain">
            <h2>{t.more_delete}</h2>
            <p>{t.more_delete_text}</p>
            <ul hidden=move || !asking.get()>{what}</ul>
            {move || if asking.get() {
                view! {
                    <p>{move || (words.copy_days)(app.days_since_copy())}</p>
                    <button type="button" class="btn btn-primary" on:click=save_copy><Icon name="save" />{words.delete_save_first}</button>
                    <p><b>{t.more_delete_sure}</b></p>
                    <div class="row">
                        <button type="button" class="btn btn-danger" on:click=delete>{t.more_delete_yes}</button>
                        <button type="button" class="btn" on:click=move |_| asking.set(false)>{t.more_delete_no}</button>
                    </div>
                }.into_any()
            } else {
                view! {
                    <button type="button" class="btn" on:click=move |_| asking.set(true)>{t.more_delete_ask}</button>
                }.into_any()
            }}
            <p role="status">{move || outcome.get()}</p>
        </section>
    }
}
