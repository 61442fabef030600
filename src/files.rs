//! The one way onto the disk: outputs are written beside their place and renamed, so that nothing is
//! ever half-written.

use crate::{Error, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::Permissions;
use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile, TempDir};

/// SHA-256 of a content in lower-case hexadecimal.
pub fn hex_digest(content: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(content) {
        // writing to a String cannot fail
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Replaces a file by what `fill` writes; its folder is made if it is absent.
///
/// # Errors
/// [`Error::Io`] where the system refuses, [`Error::File`] where `path` is there and is no file (a
/// device must not be renamed over). An error of `fill` is passed on, and the old file stays.
pub fn replace(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let beside = fresh_file(path)?;
    let mut writer = BufWriter::new(&beside);
    fill(&mut writer)
        .and_then(|()| writer.flush())
        .map_err(Error::io(path))?;
    drop(writer);
    beside
        .persist(path)
        .map_err(|refused| Error::io(path)(refused.error))?;
    Ok(())
}

/// Finds out before long work whether [`replace`] may write there.
///
/// # Errors
/// As [`replace`].
pub fn probe(path: &Path) -> Result<()> {
    fresh_file(path).map(drop)
}

/// A file of an earlier run that no longer belongs to the folder.
fn is_generated(path: &Path) -> bool {
    let mut start = Vec::new();
    let file = std::fs::File::open(path);
    let read = file.and_then(|file| file.take(GENERATED_ROOM).read_to_end(&mut start));
    read.is_ok() && GENERATED.iter().any(|text| start.starts_with(text))
}

/// How a generated text begins, by its kind of comment.
const GENERATED: [&[u8]; 2] = [b"// Generated: do not edit.", b"# Generated: do not edit."];
/// Bytes that tell.
const GENERATED_ROOM: u64 = 64;

/// An empty file beside `path`.
fn fresh_file(path: &Path) -> Result<NamedTempFile> {
    if std::fs::metadata(path).is_ok_and(|m| !m.is_file()) {
        return Err(Error::file(path, "is there and is no file: name another"));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    Builder::new()
        .prefix(".spinloom-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)
        .map_err(Error::io(path))
}

/// A folder with all its files: (name, content); a name may hold folders.
pub type Folder<'a> = (PathBuf, Vec<(String, &'a [u8])>);

/// Replaces folders: all are written beside their places before the first is renamed.
///
/// # Errors
/// [`Error::Io`] where the system refuses, [`Error::File`] where a place is taken by a file.
pub fn replace_folders(folders: &[Folder]) -> Result<()> {
    let staged = folders.iter().map(stage).collect::<Result<Vec<_>>>()?;
    for (fresh, (place, _)) in staged.into_iter().zip(folders) {
        swap(fresh, place)?;
    }
    Ok(())
}

/// Writes a folder beside its place.
fn stage((place, files): &Folder) -> Result<TempDir> {
    if std::fs::symlink_metadata(place).is_ok_and(|m| !m.is_dir()) {
        return Err(Error::file(
            place,
            "is there and is no folder: move it away",
        ));
    }
    let fresh = beside(place)?;
    for (name, content) in files {
        let file = fresh.path().join(name);
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(Error::io(place))?;
        }
        std::fs::write(&file, content).map_err(Error::io(place.join(name)))?;
    }
    Ok(fresh)
}

/// Puts a staged folder in its place. What stood there and is not ours moves over to the new one.
fn swap(fresh: TempDir, place: &Path) -> Result<()> {
    if place.is_dir() {
        let holder = beside(place)?;
        let old = holder.path().join("old");
        std::fs::rename(place, &old).map_err(Error::io(place))?;
        for entry in std::fs::read_dir(&old).map_err(Error::io(place))? {
            let entry = entry.map_err(Error::io(place))?;
            let target = fresh.path().join(entry.file_name());
            if !target.exists() && !is_generated(&entry.path()) {
                std::fs::rename(entry.path(), target).map_err(Error::io(place))?;
            }
        }
    }
    let path = fresh.keep();
    std::fs::rename(&path, place).map_err(Error::io(place))
}

/// An empty folder in the folder of `place`.
fn beside(place: &Path) -> Result<TempDir> {
    let parent = place.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(Error::io(parent))?;
    Builder::new()
        .prefix(".spinloom-")
        .permissions(Permissions::from_mode(0o777))
        .tempdir_in(parent)
        .map_err(Error::io(parent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(dir)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_not_ours_stays_in_a_folder() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("core");
        std::fs::create_dir(&place).unwrap();
        std::fs::write(place.join("mine.v"), "mine").unwrap();
        std::fs::write(place.join("old.v"), "// Generated: do not edit.\n").unwrap();
        replace_folders(&[(place.clone(), vec![("new.v".to_owned(), b"new".as_slice())])]).unwrap();
        assert_eq!(names(&place), ["mine.v", "new.v"]);
    }

    #[test]
    fn a_file_is_replaced_or_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a/b.bin");
        replace(&path, |w| w.write_all(b"one")).unwrap();
        let error = replace(&path, |w| {
            w.write_all(b"two")?;
            Err(std::io::Error::other("out of luck"))
        });
        assert!(
            error
                .unwrap_err()
                .to_string()
                .contains("b.bin: out of luck")
        );
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        assert_eq!(names(path.parent().unwrap()), ["b.bin"]);
        replace(&path, |w| w.write_all(b"two")).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn what_is_no_file_is_left_alone() {
        let error = replace(Path::new("/dev/full"), |w| w.write_all(b"x")).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("/dev/full: is there and is no file")
        );
        let dir = tempfile::tempdir().unwrap();
        assert!(replace(dir.path(), |w| w.write_all(b"x")).is_err());
        let below = dir.path().join("file");
        std::fs::write(&below, "").unwrap();
        let error = replace(&below.join("x"), |w| w.write_all(b"x")).unwrap_err();
        assert_eq!(error.exit_code(), 2);
    }

    fn folder(place: &Path, names: &[&'static str]) -> Folder<'static> {
        let files = names.iter().map(|n| ((*n).to_owned(), n.as_bytes()));
        (place.to_path_buf(), files.collect())
    }

    #[test]
    fn folders_are_replaced_together_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let (one, two) = (dir.path().join("one/x"), dir.path().join("two/x"));
        replace_folders(&[folder(&one, &["a", "b"]), folder(&two, &["s/c"])]).unwrap();
        replace_folders(&[folder(&one, &["a", "d"])]).unwrap();
        assert_eq!(names(&one), ["a", "b", "d"]);
        assert_eq!(names(one.parent().unwrap()), ["x"]);
        assert_eq!(std::fs::read(two.join("s/c")).unwrap(), b"s/c");

        let taken = dir.path().join("taken");
        std::fs::write(&taken, "").unwrap();
        let error = replace_folders(&[folder(&one, &["e"]), folder(&taken, &["f"])]).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("taken: is there and is no folder")
        );
        let inside = folder(&taken.join("x"), &["f"]);
        assert_eq!(
            replace_folders(&[folder(&one, &["e"]), inside])
                .unwrap_err()
                .exit_code(),
            2
        );
        assert_eq!(names(&one), ["a", "b", "d"]);
        assert_eq!(names(one.parent().unwrap()), ["x"]);
    }
}
