//! Owns the second copy in the browser: an IndexedDB database that is written with strict durability.
//! May use: idb, web-sys, js-sys. Must not: what the texts mean.
//!
//! It is opened for each turn and closed again: a connection that stays open can be cut off unnoticed while the page is in
//! the background, and stands in the way of deleting the database.

use std::collections::BTreeMap;

use idb::{
    Database, DatabaseEvent, Factory, ObjectStoreParams, Query, Transaction, TransactionMode,
};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

use super::Record;

/// What was saved last: read at each start.
const NAME: &str = "tailored";
/// What has not been changed for a while: read when it is missing in its first place.
const KEPT: &str = "tailored-kept";
const TEXTS: &str = "texts";

/// Every text of the second copy; none when this browser has no database, or does not open it. What cannot be read in it is
/// passed over.
pub async fn read() -> Option<Vec<Record>> {
    let database = open(NAME).await?;
    let records = read_all(&database).await;
    database.close();
    records
}

/// Every key of what has not been changed for a while; none when this browser does not open it.
pub async fn kept_keys() -> Option<Vec<String>> {
    let database = open(KEPT).await?;
    let keys = keys_of(&database).await;
    database.close();
    keys
}

/// The text under a key of what was saved last, or (`is_kept`) of what has not been changed for a while.
pub async fn one(key: &str, is_kept: bool) -> Option<Record> {
    let database = open(if is_kept { KEPT } else { NAME }).await?;
    let record = read_one(&database, key).await;
    database.close();
    record
}

/// Puts these texts to what has not been changed for a while, or removes those without one, all or none.
pub async fn keep(texts: &BTreeMap<String, Option<String>>, now: i64) -> bool {
    write_to(KEPT, texts, now).await
}

/// Writes these texts, or removes those without one, all or none. True when the browser says that it is on the disk.
pub async fn write(texts: &BTreeMap<String, Option<String>>, now: i64) -> bool {
    write_to(NAME, texts, now).await
}

async fn write_to(name: &str, texts: &BTreeMap<String, Option<String>>, now: i64) -> bool {
    let Some(database) = open(name).await else {
        return false;
    };
    let written = write_all(&database, texts, now).await;
    database.close();
    written == Some(true)
}

/// Removes everything. True when nothing is left, which was looked up, or when there is nothing that this browser would
/// open.
pub async fn clear() -> bool {
    let (recent, kept) = (clear_one(NAME).await, clear_one(KEPT).await);
    recent && kept
}

async fn clear_one(name: &str) -> bool {
    let Ok(factory) = Factory::new() else {
        return true;
    };
    let Some(database) = open(name).await else {
        return is_one_there(name).await != Some(true);
    };
    let n_left = remove_all(&database).await;
    database.close();
    if n_left != Some(0) {
        return false;
    }
    if let Ok(deleting) = factory.delete(name) {
        // It is empty; where another tab holds it open, it stays as an empty one.
        let _ = deleting.await;
    }
    true
}

/// Whether there is a second copy, without making one; none when this browser does not say.
pub async fn is_there() -> Option<bool> {
    Some(is_one_there(NAME).await? || is_one_there(KEPT).await?)
}

async fn is_one_there(name: &str) -> Option<bool> {
    let factory = property(&web_sys::window()?.into(), "indexedDB")?;
    let databases: Function = property(&factory, "databases")?.dyn_into().ok()?;
    let listed: Promise = databases.call0(&factory).ok()?.dyn_into().ok()?;
    let listed: Array = JsFuture::from(listed).await.ok()?.dyn_into().ok()?;
    let mut names = listed.iter().filter_map(|one| property(&one, "name"));
    Some(names.any(|there| there.as_string().as_deref() == Some(name)))
}

async fn open(name: &str) -> Option<IdbDatabase> {
    let mut opening = Factory::new().ok()?.open(name, Some(1)).ok()?;
    opening.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // A database without it does not open below, and is told as not there.
            let _ = database.create_object_store(TEXTS, ObjectStoreParams::new());
        }
    });
    Some(opening.await.ok()?.into())
}

async fn read_all(database: &IdbDatabase) -> Option<Vec<Record>> {
    let database = Database::from(database.clone());
    let turn = database.transaction(&[TEXTS], TransactionMode::ReadOnly);
    let texts = turn.ok()?.object_store(TEXTS).ok()?;
    // Both are asked for before either is waited for, so that nothing can come between them.
    let keys = texts.get_all_keys(None, None).ok()?;
    let values = texts.get_all(None, None).ok()?;
    let (keys, values) = (keys.await.ok()?, values.await.ok()?);
    let records = keys.iter().zip(&values);
    let records =
        records.filter_map(|(key, value)| Record::of(key.as_string()?, &value.as_string()?));
    Some(records.collect())
}

async fn keys_of(database: &IdbDatabase) -> Option<Vec<String>> {
    let database = Database::from(database.clone());
    let turn = database.transaction(&[TEXTS], TransactionMode::ReadOnly);
    let keys = turn
        .ok()?
        .object_store(TEXTS)
        .ok()?
        .get_all_keys(None, None);
    let keys = keys.ok()?.await.ok()?;
    Some(keys.iter().filter_map(JsValue::as_string).collect())
}

async fn read_one(database: &IdbDatabase, key: &str) -> Option<Record> {
    let database = Database::from(database.clone());
    let turn = database.transaction(&[TEXTS], TransactionMode::ReadOnly);
    let text = turn
        .ok()?
        .object_store(TEXTS)
        .ok()?
        .get(Query::Key(key.into()));
    Record::of(key.to_owned(), &text.ok()?.await.ok()??.as_string()?)
}

async fn write_all(
    database: &IdbDatabase,
    texts: &BTreeMap<String, Option<String>>,
    now: i64,
) -> Option<bool> {
    let turn = strict(database)?;
    let store = turn.object_store(TEXTS).ok()?;
    for (key, text) in texts {
        let key = JsValue::from_str(key);
        // A request that fails ends the whole turn, which is waited for.
        match text {
            Some(text) => {
                let value = JsValue::from_str(&Record::value(text, now));
                store.put(&value, Some(&key)).ok()?;
            }
            None => {
                store.delete(Query::Key(key)).ok()?;
            }
        }
    }
    Some(turn.commit().ok()?.await.ok()?.is_committed())
}

async fn remove_all(database: &IdbDatabase) -> Option<u32> {
    let turn = strict(database)?;
    let texts = turn.object_store(TEXTS).ok()?;
    let (cleared, n_left) = (texts.clear().ok()?, texts.count(None).ok()?);
    cleared.await.ok()?;
    let n_left = n_left.await.ok()?;
    turn.await.ok()?.is_committed().then_some(n_left)
}

/// A turn whose end means that the disk has it. `idb` has no word for this, so the browser is asked by name; those that do
/// not know the wish pass it over.
fn strict(database: &IdbDatabase) -> Option<Transaction> {
    let wish = Object::new();
    Reflect::set(&wish, &"durability".into(), &"strict".into()).ok()?;
    let transaction: Function = property(database, "transaction")?.dyn_into().ok()?;
    let turn = transaction.call3(database, &TEXTS.into(), &"readwrite".into(), &wish);
    let turn: IdbTransaction = turn.ok()?.dyn_into().ok()?;
    Some(turn.into())
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
