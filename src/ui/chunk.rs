//! Owns the cut of the app in two files: the start page of a new person, and everything behind it, which is fetched later.
//! May use: what is inside. Must not: what a page shows.
//!
//! In a debug build nothing is cut, because the tools of the developer's loop know only one file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::inside::{self, Inside};
use super::route::Route;
use crate::state::page;

/// The later file of the app.
#[derive(Clone, Copy)]
pub struct Chunk {
    arrival: RwSignal<Arrival>,
    route: ReadSignal<Route>,
    /// Of the app, so that what is opened outlives every page.
    owner: StoredValue<Owner>,
}

/// After so long a person wants to know that it is the connection. A slow one brings the file in some ten seconds.
const PATIENCE: Duration = Duration::from_secs(12);

/// How far the later file is.
#[derive(Clone, Copy)]
enum Arrival {
    OnItsWay,
    /// It should be here by now, and may still come.
    Late,
    Here(Inside),
    Failed,
}

impl Chunk {
    /// Begins to fetch it.
    pub fn fetch(route: ReadSignal<Route>) -> Self {
        let chunk = Self {
            arrival: RwSignal::new(Arrival::OnItsWay),
            route,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        chunk.arrive(|chunk| chunk.arrival.set(Arrival::Failed));
        chunk
    }

    /// Fetches it once more. Where the host answers and it does not come again, a newer version may have taken its place
    /// on the server: then the page is loaded again, with the version that is there. Nothing is typed without this file.
    ///
    /// One that hangs cannot be asked for a second time from within the page: then only loading it again helps, once the host
    /// answers.
    pub fn try_again(self) {
        if matches!(self.arrival.get_untracked(), Arrival::Late) {
            self.arrival.set(Arrival::OnItsWay);
            leptos::task::spawn_local(self.load_again_or(Arrival::Late));
        } else {
            self.arrive(|chunk| {
                leptos::task::spawn_local(chunk.load_again_or(Arrival::Failed));
            });
        }
    }

    /// A page that cannot be loaded must not take the place of one that says what is wrong.
    async fn load_again_or(self, otherwise: Arrival) {
        if page::can_reach_the_host().await {
            page::reload();
        } else if !self.is_here_untracked() {
            self.arrival.set(otherwise);
        }
    }

    fn arrive(self, otherwise: impl FnOnce(Self) + 'static) {
        self.arrival.set(Arrival::OnItsWay);
        set_timeout(
            move || {
                if matches!(self.arrival.get_untracked(), Arrival::OnItsWay) {
                    self.arrival.set(Arrival::Late);
                }
            },
            PATIENCE,
        );
        let left = self.route.get_untracked();
        leptos::task::spawn_local(async move {
            match later().await {
                Ok(inside) => {
                    (inside.open)(&self.owner.get_value(), self.route);
                    self.arrival.set(Arrival::Here(inside));
                }
                Err(_) => otherwise(self),
            }
            if self.route.get_untracked() != left {
                // The person went on while it was on its way: the page they went to takes the place of "One moment",
                // and the focus would be lost with that.
                leptos::task::tick().await;
                page::focus("main");
            }
        });
    }

    /// Whether it could not be fetched, reactive.
    pub fn has_failed(self) -> bool {
        matches!(self.arrival.get(), Arrival::Failed)
    }

    /// Whether it should be here by now, reactive.
    pub fn is_late(self) -> bool {
        matches!(self.arrival.get(), Arrival::Late)
    }

    /// Whether it is here, once.
    pub fn is_here_untracked(self) -> bool {
        matches!(self.arrival.get_untracked(), Arrival::Here(..))
    }

    /// Whether nothing is saved, as the opened app knows it; none before it is here. Reactive.
    pub fn is_new(self) -> Option<bool> {
        match self.arrival.get() {
            Arrival::Here(inside) => Some((inside.is_new)()),
            _ => None,
        }
    }

    /// The note on top of every page, once it is here.
    pub fn banner(self) -> Option<AnyView> {
        match self.arrival.get() {
            Arrival::Here(inside) => Some((inside.banner)()),
            _ => None,
        }
    }

    /// The page at a place, once it is here.
    pub fn page(self, route: Route) -> Option<AnyView> {
        match self.arrival.get() {
            Arrival::Here(inside) => Some((inside.page_at)(route)),
            _ => None,
        }
    }
}

/// The door to the later file. A call fetches it first; in a release, all that only this function reaches is in that file.
#[cfg(not(debug_assertions))]
#[leptos::wasm_split::wasm_split(inside, wasm_split_path = leptos::wasm_split, fallible)]
fn later() -> Result<Inside, SplitLoaderError> {
    Ok(inside::INSIDE)
}

#[cfg(debug_assertions)]
async fn later() -> Result<Inside, SplitLoaderError> {
    Ok(inside::INSIDE)
}
