//! What a sweep found is kept, a file a finding, so that a killed sweep goes on where it stopped.

use crate::cli::interrupt;
use crate::config::Settings;
use crate::{Error, Result, files};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::path::{Path, PathBuf};

/// A finding as it is kept.
#[derive(Serialize, Deserialize)]
struct File<T> {
    /// Of all that it depends on.
    digest: String,
    found: T,
}

/// What an earlier sweep kept under the same digest.
pub fn before<T: DeserializeOwned>(path: &Path, digest: &str) -> Option<T> {
    let text = std::fs::read(path).ok()?;
    let file: File<T> = serde_json::from_slice(&text).ok()?;
    (file.digest == digest).then_some(file.found)
}

/// What an earlier sweep kept, or what `work` finds now.
///
/// # Errors
/// Those of `work`; [`Error::Io`].
pub fn kept<T: Serialize + DeserializeOwned>(
    path: &Path,
    digest: String,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    if let Some(found) = before(path, &digest) {
        return Ok(found);
    }
    let file = File {
        found: work()?,
        digest,
    };
    let text = serde_json::to_vec(&file).map_err(|e| Error::Design(e.to_string()))?;
    files::replace(path, |out| out.write_all(&text))?;
    Ok(file.found)
}

/// What is said where a sweep that keeps its findings in `folder` is interrupted.
pub fn last_words(folder: &Path) -> String {
    format!(
        "interrupted: what is finished is kept in {}, the same command goes on",
        folder.display()
    )
}

/// SHA-256 of this program: another one may find something else.
///
/// # Errors
/// [`Error::Io`].
pub fn program() -> Result<String> {
    let path = std::env::current_exe().map_err(Error::io("this program"))?;
    let content = std::fs::read(&path).map_err(Error::io(&path))?;
    Ok(files::hex_digest(&content))
}

/// The findings of a sweep over trainings, which depend on settings, flags and this program.
pub struct Store {
    folder: PathBuf,
    common: String,
}

impl Store {
    /// Under OUT/build/sweep; from now on a signal ends the sweep at once.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn new(name: &str, settings: &Settings, flags: &impl Debug) -> Result<Self> {
        let folder = settings.out.join("build/sweep").join(name);
        interrupt::at_once(last_words(&folder))?;
        Ok(Store {
            common: format!("{} {settings:?} {flags:?}", program()?),
            folder,
        })
    }

    /// As [`kept`], under a name for people.
    ///
    /// # Errors
    /// As [`kept`].
    pub fn find<T: Serialize + DeserializeOwned>(
        &self,
        name: &str,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let digest = files::hex_digest(format!("{} {name}", self.common).as_bytes());
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let file: String = name.chars().map(plain).collect();
        kept(&self.folder.join(file + ".json"), digest, work)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_made_once_and_again_where_it_is_another() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("folder/finding.json");
        let find = |digest: &str, now: u32| kept(&path, digest.to_owned(), || Ok(now)).unwrap();
        assert_eq!(before::<u32>(&path, "a"), None);
        assert_eq!([find("a", 1), find("a", 2), find("b", 3)], [1, 1, 3]);
        std::fs::write(&path, "{\"digest\": \"b\", \"fou").unwrap();
        assert_eq!(find("b", 4), 4);
        let failed = kept::<u32>(&path, "c".into(), || Err(Error::Check("no".into())));
        assert_eq!(failed.unwrap_err().to_string(), "no");
        assert_eq!(before::<u32>(&path, "b"), Some(4));
    }
}
