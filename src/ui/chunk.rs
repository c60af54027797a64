//! Owns the part of the app that arrives later: everything inside, behind the start page of a new person.
//! May use: pages, state. Must not: what a page shows.
//!
//! In a debug build nothing is split, because the tools of the developer's loop know only one file.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::pages;
use super::route::Route;
use crate::state::AppState;

/// How far the later part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    OnItsWay,
    Here,
    /// It could not be fetched. It can be tried again.
    Failed,
}

/// The later part of the app.
#[derive(Clone, Copy)]
pub struct Chunk {
    arrival: RwSignal<Arrival>,
}

impl Chunk {
    /// Begins to fetch it.
    pub fn fetch() -> Self {
        let chunk = Self {
            arrival: RwSignal::new(Arrival::OnItsWay),
        };
        chunk.try_again();
        chunk
    }

    /// Fetches it, once more after a failure.
    pub fn try_again(self) {
        self.arrival.set(Arrival::OnItsWay);
        leptos::task::spawn_local(async move {
            let arrival = match load_inside().await {
                Ok(()) => Arrival::Here,
                Err(_) => Arrival::Failed,
            };
            self.arrival.set(arrival);
        });
    }

    /// The page at a place, or how far the file is that holds it.
    pub fn page(self, app: AppState, route: Route) -> Result<AnyView, Arrival> {
        let arrival = self.arrival.get();
        if arrival != Arrival::Here {
            return Err(arrival);
        }
        // The file is here, so the answer is ready at once, and the page belongs to the view that asked for it.
        match pin!(inside(app, route)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(view)) => Ok(view),
            Poll::Ready(Err(_)) | Poll::Pending => Err(Arrival::Failed),
        }
    }
}

#[cfg(not(debug_assertions))]
#[leptos::wasm_split::wasm_split(
    inside,
    wasm_split_path = leptos::wasm_split,
    preload(load_inside),
    fallible
)]
fn inside(app: AppState, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::page_at(&app, route))
}

#[cfg(debug_assertions)]
async fn inside(app: AppState, route: Route) -> Result<AnyView, SplitLoaderError> {
    Ok(pages::page_at(&app, route))
}

#[cfg(debug_assertions)]
async fn load_inside() -> Result<(), SplitLoaderError> {
    Ok(())
}
