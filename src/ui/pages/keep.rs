//! Owns the page about the safety of saved data: room, copies, clean-up by the browser, installing, texts that cannot be read.

use leptos::prelude::*;

use crate::state::safety::{
    Installing, Level, SetAside, Unreadable, ask_to_persist, installing, is_persistent,
};
use crate::state::{page, use_app, use_messages};
use crate::ui::components::frame::{BackHead, Place, PlacePage};
use crate::ui::components::icon::Icon;
use crate::ui::components::note::{Note, NoteKind};
use crate::ui::route::Route;

/// UTF-16 units, two bytes each, in a megabyte.
const UNITS_PER_MEGABYTE: f64 = 500_000.0;

#[component]
pub fn KeepPage() -> impl IntoView {
    let t = use_messages();
    let words = t.safety;
    view! {
        <PlacePage place=Place::More>
            <BackHead to=Route::More back=t.nav_more title=words.title />
            <CopyCard />
            <RoomCard />
            <CleaningCard />
            <InstallCard />
            <AsideCard />
            <section class="card">
                <h2>{words.hide}</h2>
                <p>{words.hide_text}</p>
                <button type="button" class="btn" on:click=move |_| page::replace(&Route::Blank.href())>{words.hide_now}</button>
            </section>
        </PlacePage>
    }
}

#[component]
fn CopyCard() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    view! {
        <section class="card">
            <h2>{words.copy}</h2>
            <p>
                {move || (words.copy_days)(app.days_since_copy())}
                {move || app.is_copy_due().then(|| view! { " "<b>{words.copy_due}</b> })}
            </p>
            <p><a href=Route::Share.href()>{t.share.backup}</a></p>
        </section>
    }
}

#[component]
fn RoomCard() -> impl IntoView {
    let app = use_app();
    let words = use_messages().safety;
    let room = app.room();
    let megabytes = |units: usize| format!("{:.1}", units as f64 / UNITS_PER_MEGABYTE);
    let level = match room.level {
        Level::Ample => words.room_ample,
        Level::Filling => words.room_filling,
        Level::NearlyFull => words.room_nearly_full,
        Level::Full => words.room_full,
    };
    let used = (words.room_used)(
        &megabytes(room.used_units),
        &megabytes(room.all_units),
        room.percent(),
    );
    view! {
        <section class="card">
            <h2>{words.room}</h2>
            // The browser colours it by these borders; the words below say the same.
            <meter class="meter" min="0" max="100" low="70" high="90" optimum="0" value=room.percent().to_string() aria-label=words.room>
                {used.clone()}
            </meter>
            <p>{used}". "{level}</p>
            <p class="small soft">{words.room_what}</p>
        </section>
    }
}

#[component]
fn CleaningCard() -> impl IntoView {
    let words = use_messages().safety;
    let promised = RwSignal::new(None);
    let is_refused = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        // The page may be gone by then.
        let _ = promised.try_set(is_persistent().await);
    });
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let answer = ask_to_persist().await;
            let _ = is_refused.try_set(answer != Some(true));
            let _ = promised.try_set(answer);
        });
    };
    view! {
        <section class="card">
            <h2>{words.cleaning}</h2>
            {move || if promised.get() == Some(true) {
                view! { <p>{words.cleaning_promised}</p> }.into_any()
            } else {
                view! {
                    <p>{words.cleaning_open}</p>
                    <button type="button" class="btn" on:click=ask>{words.cleaning_ask}</button>
                }.into_any()
            }}
            <p role="status" class="small">{move || is_refused.get().then_some(words.cleaning_refused)}</p>
        </section>
    }
}

#[component]
fn InstallCard() -> impl IntoView {
    let words = use_messages().safety;
    let way = installing();
    let (why, steps): (_, &[&str]) = match way {
        Installing::Done => (words.install_done, &[]),
        Installing::SafariTouch => (words.install_safari_why, words.install_safari_touch),
        Installing::SafariMac => (words.install_safari_why, words.install_safari_mac),
        Installing::OtherOnApple => (words.install_safari_why, words.install_other_on_apple),
        Installing::Android => (words.install_why, words.install_android),
        Installing::FirefoxAndroid => (words.install_why, words.install_firefox_android),
        Installing::ChromeDesk => (words.install_why, words.install_desk),
        Installing::None => (words.install_none, &[]),
    };
    let steps = (!steps.is_empty()).then(|| {
        let steps = steps
            .iter()
            .map(|step| view! { <li>{*step}</li> })
            .collect_view();
        view! { <ol>{steps}</ol> }
    });
    view! {
        <section class="card" id="install">
            <h2>{words.install}</h2>
            <p>{why}</p>
            {steps}
        </section>
    }
}

#[component]
fn AsideCard() -> impl IntoView {
    let app = use_app();
    let words = use_messages().safety;
    let list = app.set_aside();
    let rows = list
        .iter()
        .cloned()
        .map(|aside| view! { <AsideRow aside /> })
        .collect_view();
    view! {
        <section class="card">
            <h2>{words.aside}</h2>
            {if list.is_empty() {
                view! { <p>{words.aside_none}</p> }.into_any()
            } else {
                view! { <p>{words.aside_text}</p><ul class="list">{rows}</ul> }.into_any()
            }}
        </section>
    }
}

#[component]
fn AsideRow(aside: SetAside) -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    let name = (words.aside_part)(&aside.name());
    let why = match aside.why {
        None => words.aside_readable.to_owned(),
        Some(Unreadable::CutShort) => words.aside_cut_short.to_owned(),
        Some(Unreadable::NotJson | Unreadable::WrongShape) => words.aside_spoilt.to_owned(),
        Some(Unreadable::Sealed) => words.aside_sealed.to_owned(),
        Some(Unreadable::Parts(count)) => (words.aside_parts)(count),
    };
    let outcome = RwSignal::new(None);
    let save = move |_| outcome.set(Some(app.save_set_aside(&aside)));
    view! {
        <li>
            <p><b>{name.clone()}</b>": "{why}</p>
            <button type="button" class="btn" on:click=save>
                <Icon name="save" />{words.aside_save}<span class="sr">": "{name}</span>
            </button>
            <p role="status">{move || outcome.get().map(|taken| if taken { t.share.saved } else { t.share.not_saved })}</p>
        </li>
    }
}

/// On Today: a new copy would be good.
#[component]
pub fn CopyReminder() -> impl IntoView {
    let app = use_app();
    let t = use_messages();
    let words = t.safety;
    let is_closed = RwSignal::new(false);
    move || {
        (app.is_copy_due() && !is_closed.get()).then(|| {
            view! {
                <Note kind=NoteKind::Info heading=words.remind_copy icon="save">
                    <p>{(words.remind_copy_text)(app.days_since_copy())}</p>
                    <div class="row">
                        <a class="btn" href=Route::Share.href()>{t.more_save_copy}</a>
                        <button type="button" class="btn btn-quiet" on:click=move |_| is_closed.set(true)>{t.later}</button>
                    </div>
                </Note>
            }
        })
    }
}
