//! Owns what keeps two tabs from undoing each other's saves.
//! May use: the store, putting documents together. Must not: a browser, wording.
//!
//! A save reads what is there, changes it and writes it, all in one go. That would be enough if every tab saw at once what
//! another one wrote. Browsers do not promise it: each process may read from a copy that is some milliseconds old, and then
//! writes over what it has not seen. So each store remembers what it wrote. Whenever it saves, and whenever it hears that
//! another tab has saved, it looks whether its own pieces are still there, and puts back those that are not.
//! Of each piece the later change counts, as between two devices; so it does not matter which tab does it, or how often.

use super::backup;
use super::keys::Part;
use super::store::Store;

impl Store {
    /// Another tab has saved or removed (`told`: its text) what is under a key. Puts back what it undid without knowing.
    /// Returns the part to be read again.
    pub fn hear(&mut self, key: &str, told: Option<&str>) -> Option<Part> {
        self.hear_of_names(key, told);
        let part = Part::of_key(key)?;
        if told.is_none() {
            // Nothing but "delete everything" removes a text that has moments, and that is meant.
            self.written.remove(key);
            return Some(part);
        }
        if let Ok(Some(there)) = self.text_of(key)
            && self.clock.is_some()
        {
            if self.mend_with_own(part, &there).is_some() {
                return Some(part);
            }
            let mine = self.written.get(key).map(String::as_str);
            let others = told.into_iter().chain(mine);
            if let Some(text) = backup::together(part, &there, others)
                && self.put(key, Some(&text)).is_ok()
            {
                self.remember_written(key.to_owned(), Some(text));
            }
            // Where there is no room for it now, the next save tries again.
        }
        Some(part)
    }

    /// The text that is there, with what this store wrote before and another tab undid.
    pub(super) fn with_what_was_undone(&self, part: Part, there: Option<String>) -> Option<String> {
        // Without moments nobody could tell a deletion from an entry that was never seen.
        let mine = self.clock.and(self.written.get(&part.key()));
        // A text that is gone, and that nobody is known to have deleted, was taken from under this tab.
        let Some(there) = there else {
            return mine.cloned();
        };
        let together = mine.and_then(|mine| match *mine == there {
            true => None,
            false => backup::together(part, &there, [mine.as_str()]),
        });
        Some(together.unwrap_or(there))
    }

    pub(super) fn remember_written(&mut self, key: String, text: Option<String>) {
        match text {
            Some(text) => self.written.insert(key, text),
            None => self.written.remove(&key),
        };
    }
}
