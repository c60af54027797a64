//! Owns one file that the person chose once and that is written again and again, where the browser can (Chromium).
//! May use: the browser's pickers, handles of files and a database of its own for the one handle. Must not: saved texts.
//!
//! `web-sys` has these interfaces only behind a setting of the whole build, so they are called by name.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const PICKER: &str = "showSaveFilePicker";
/// Holds nothing but the handle: the place of the file, no word of what is in it.
const DATABASE: &str = "tailored-file";
const STORE: &str = "file";
const KEY: &str = "chosen";

/// Why nothing was written. What was in the file before is still in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The person closed the picker.
    NotChosen,
    /// The person or the browser does not allow it.
    NotAllowed,
    /// The file was moved or deleted.
    Gone,
    /// The device is full, or the file cannot be written.
    NotWritten,
}

/// The file that the person chose.
#[derive(Debug, Clone)]
pub struct ChosenFile(JsValue);

/// Whether this browser can write into a file that was chosen before.
pub fn is_possible() -> bool {
    web_sys::window().is_some_and(|window| Reflect::has(&window, &PICKER.into()).unwrap_or(false))
}

impl ChosenFile {
    /// Lets the person choose a file, or name a new one. Call it in the moment of a tap.
    pub async fn choose(suggested_name: &str) -> Result<Self, Refusal> {
        let window = web_sys::window().ok_or(Refusal::NotAllowed)?;
        let options = Object::new();
        set(&options, "suggestedName", &suggested_name.into());
        set(&options, "id", &"tailored".into());
        let chosen = call(&window, PICKER, &[options.into()]).await;
        chosen.map(Self).map_err(trouble)
    }

    /// What the person calls the file.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.0, &"name".into());
        name.ok()
            .and_then(|name| name.as_string())
            .unwrap_or_default()
    }

    /// Makes sure that the file may be written. A browser asks the person after a new start, so call it in the moment of a tap.
    pub async fn allow(&self) -> Result<(), Refusal> {
        let mode = Object::new();
        set(&mode, "mode", &"readwrite".into());
        for question in ["queryPermission", "requestPermission"] {
            let answer = call(&self.0, question, &[mode.clone().into()]).await;
            if answer.map_err(trouble)?.as_string().as_deref() == Some("granted") {
                return Ok(());
            }
        }
        Err(Refusal::NotAllowed)
    }

    /// Replaces what is in the file, all of it or nothing: the browser puts the new content in its place at the end.
    pub async fn write(&self, text: &str) -> Result<(), Refusal> {
        let stream = call(&self.0, "createWritable", &[])
            .await
            .map_err(trouble)?;
        if let Err(problem) = call(&stream, "write", &[text.into()]).await {
            // What was begun is thrown away; the old content stays.
            let _ = call(&stream, "abort", &[]).await;
            return Err(trouble(problem));
        }
        call(&stream, "close", &[]).await.map(drop).map_err(trouble)
    }

    /// Keeps the way to the file for the next start, where the browser lets it.
    pub async fn remember(&self) {
        if let Some(database) = open().await {
            // Without it the person chooses the file again after the next start.
            let _ = put(&database, &self.0).await;
            // An open one could not be deleted.
            database.close();
        }
    }

    /// The file that was chosen at an earlier start.
    pub async fn remembered() -> Option<Self> {
        if !is_kept().await {
            return None;
        }
        let database = open().await?;
        let found = get(&database).await;
        database.close();
        found.filter(JsValue::is_object).map(Self)
    }
}

/// Forgets the way to the file; the file itself stays. Says whether nothing of it is left, looked up afterwards.
pub async fn forget() -> bool {
    if is_kept().await
        && let Ok(deleting) = Factory::new().and_then(|factory| factory.delete(DATABASE))
    {
        // Looked up below.
        let _ = deleting.await;
    }
    !is_kept().await
}

/// Whether the database is there: opening it would make it.
async fn is_kept() -> bool {
    // Private windows of some browsers have none, or throw.
    let factory = web_sys::window().map(|window| Reflect::get(&window, &"indexedDB".into()));
    let Some(Ok(factory)) = factory else {
        return false;
    };
    let databases = call(&factory, "databases", &[]).await.unwrap_or_default();
    Array::from(&databases).iter().any(|database| {
        let name = Reflect::get(&database, &"name".into());
        name.is_ok_and(|name| name == DATABASE)
    })
}

async fn open() -> Option<Database> {
    let mut opening = Factory::new().ok()?.open(DATABASE, Some(1)).ok()?;
    opening.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // A database without its store refuses below.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    opening.await.ok()
}

async fn put(database: &Database, handle: &JsValue) -> Result<(), idb::Error> {
    let turn = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    turn.object_store(STORE)?
        .put(handle, Some(&KEY.into()))?
        .await?;
    turn.await.map(drop)
}

async fn get(database: &Database) -> Option<JsValue> {
    let turn = database.transaction(&[STORE], TransactionMode::ReadOnly);
    let store = turn.ok()?.object_store(STORE).ok()?;
    store.get(Query::Key(KEY.into())).ok()?.await.ok()?
}

/// Calls a method that promises something, and waits for it.
async fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &method.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().collect();
    let promise = function.apply(of, &arguments)?;
    JsFuture::from(Promise::resolve(&promise)).await
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Cannot fail for a plain object.
    let _ = Reflect::set(object, &name.into(), value);
}

fn trouble(thrown: JsValue) -> Refusal {
    let name = Reflect::get(&thrown, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("AbortError") => Refusal::NotChosen,
        Some("NotAllowedError" | "SecurityError") => Refusal::NotAllowed,
        Some("NotFoundError") => Refusal::Gone,
        _ => Refusal::NotWritten,
    }
}
