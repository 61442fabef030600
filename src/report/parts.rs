//! The parts that a page is made of: objects as `--json` prints them, one file each in a folder.

use super::section::{Run, Section};
use crate::{Error, Result};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// No part is longer, bytes.
const MAX_BYTES: u64 = 1 << 26;

/// Parts by name: that of their file without `.json`.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Where they lie, as the page says it.
    pub folder: String,
    parts: BTreeMap<String, Map<String, Value>>,
    /// Parts of another run than `run`, and what they differ in.
    others: BTreeMap<String, String>,
}

impl Parts {
    /// None yet.
    pub fn new(folder: impl Into<String>) -> Self {
        Parts {
            folder: folder.into(),
            ..Parts::default()
        }
    }

    /// Adds a part.
    pub fn insert(&mut self, name: &str, part: Map<String, Value>) {
        self.parts.insert(name.to_owned(), part);
    }

    /// True where part `name` is there, also of another run.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name) || self.others.contains_key(name)
    }

    /// Reads all `NAME.json` of a folder. A part that says it is of another run than `run.json` is left
    /// out: see [`Parts::others`].
    ///
    /// # Errors
    /// [`Error::Io`] where the folder cannot be read, [`Error::File`] where it is none or holds no part,
    /// or a part is no JSON object.
    pub fn read(folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Err(Error::file(
                folder,
                "is no folder: `spinloom run` makes one with the parts of a report",
            ));
        }
        let mut parts = Parts::new(folder.display().to_string());
        for entry in std::fs::read_dir(folder).map_err(Error::io(folder))? {
            let path = entry.map_err(Error::io(folder))?.path();
            let name = path.file_stem().map(|stem| stem.to_string_lossy());
            if let Some(name) = name.filter(|_| path.extension().is_some_and(|e| e == "json")) {
                parts.insert(&name, read_object(&path)?);
            }
        }
        if parts.parts.is_empty() {
            let what = "holds no part of a report (NAME.json): `spinloom run` makes them";
            return Err(Error::file(folder, what));
        }
        if let Some(run) = parts.get::<Run>(Run::PART)? {
            let others = parts.parts.iter().filter(|(name, _)| *name != Run::PART);
            let others =
                others.filter_map(|(name, part)| Some((name.clone(), run.other(name, part)?)));
            parts.others = others.collect();
            parts
                .parts
                .retain(|name, _| !parts.others.contains_key(name));
        }
        Ok(parts)
    }

    /// True where several parts lie there, and nothing says which run they are of.
    pub fn lacks_run(&self) -> bool {
        self.parts.len() > 1 && !self.parts.contains_key(Run::PART)
    }

    /// The files that were left out, each with what it differs in.
    pub fn others(&self) -> impl Iterator<Item = String> {
        self.others.keys().filter_map(|name| self.other(name))
    }

    /// Why part `name` was left out, if it was.
    pub fn other(&self, name: &str) -> Option<String> {
        let differs = self.others.get(name)?;
        Some(format!(
            "`{name}.json` is of another run ({differs}) and left out."
        ))
    }

    /// Part `name` as a `T`; none where it is absent.
    ///
    /// # Errors
    /// [`Error::File`] with the key that does not fit.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>> {
        let Some(part) = self.parts.get(name) else {
            return Ok(None);
        };
        let read = serde_json::from_value(Value::Object(part.clone()));
        read.map(Some).map_err(|fault| {
            let path = Path::new(&self.folder).join(format!("{name}.json"));
            let what = format!("is no `{name}` of a report ({fault}): make it again");
            Error::file(path, what)
        })
    }
}

fn read_object(path: &Path) -> Result<Map<String, Value>> {
    let length = std::fs::metadata(path).map_err(Error::io(path))?.len();
    if length > MAX_BYTES {
        let what = format!("has {length} bytes, more than {MAX_BYTES}: it is no part of a report");
        return Err(Error::file(path, what));
    }
    let text = std::fs::read_to_string(path).map_err(Error::io(path))?;
    serde_json::from_str(&text).map_err(|fault| {
        let what = format!("is no JSON object ({fault}): make it again");
        Error::file(path, what)
    })
}

/// A value as a word: a text without its quotes.
pub fn plain(value: &Value) -> String {
    let word = value.as_str().map(str::to_owned);
    word.unwrap_or_else(|| value.to_string())
}
