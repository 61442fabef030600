//! MNIST: where the four IDX files are looked for, and how they become a [`Dataset`].

use std::path::{Path, PathBuf};

use super::{Dataset, Images, MNIST_FILES, PIXELS, idx};
use crate::data::speech::Learned;
use crate::files::hex_digest;
use crate::{Error, Result};

/// Folders that are searched: the explicit one alone, or `$SPINLOOM_DATA/mnist`, `$SPINLOOM_DATA`,
/// `./data/mnist`, `./data`.
pub fn search_path(explicit: Option<&Path>) -> Vec<PathBuf> {
    if let Some(folder) = explicit {
        return vec![folder.to_path_buf()];
    }
    let from_environment = std::env::var_os("SPINLOOM_DATA").map(PathBuf::from);
    from_environment
        .into_iter()
        .chain([PathBuf::from("data")])
        .flat_map(|folder| [folder.join("mnist"), folder])
        .collect()
}

/// The first folder of the search path that holds the first file, or `None`.
pub fn find(explicit: Option<&Path>) -> Option<PathBuf> {
    search_path(explicit)
        .into_iter()
        .find(|folder| file_in(folder, MNIST_FILES[0].name).is_some())
}

/// Loads the data set.
///
/// # Errors
/// [`Error::Input`] where no folder holds it; otherwise as [`idx`].
pub fn load(explicit: Option<&Path>) -> Result<Dataset> {
    let folder = found(explicit)?;
    Ok(Dataset {
        name: "mnist".to_owned(),
        learned: Learned::default(),
        train: part(&folder, 0)?,
        test: part(&folder, 2)?,
    })
}

/// Whether one file is the published one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileCheck {
    /// The file that was read.
    pub path: PathBuf,
    /// SHA-256 of its unpacked content.
    pub sha256: String,
    /// The digest is the published one.
    pub matches: bool,
}

/// Digests of the four files, for `data check`.
///
/// # Errors
/// As [`load`].
pub fn check(explicit: Option<&Path>) -> Result<Vec<FileCheck>> {
    let folder = found(explicit)?;
    let check_one = |file: &super::FileDigest| {
        let path = existing(&folder, file.name)?;
        let sha256 = hex_digest(&idx::read_unpacked(&path, file.bytes)?);
        let matches = sha256 == file.sha256;
        Ok(FileCheck {
            path,
            sha256,
            matches,
        })
    };
    MNIST_FILES.iter().map(check_one).collect()
}

/// The first folder of the search path that holds the first file.
///
/// # Errors
/// [`Error::Input`] where none does.
pub fn found(explicit: Option<&Path>) -> Result<PathBuf> {
    find(explicit).ok_or_else(|| {
        let folders: Vec<String> = search_path(explicit)
            .iter()
            .map(|folder| folder.display().to_string())
            .collect();
        Error::Input(format!(
            "no MNIST in {}: give `--data mnist:DIR`, set SPINLOOM_DATA, run `spinloom data fetch mnist`, or use `--data embedded`",
            folders.join(", ")
        ))
    })
}

/// `NAME.gz` or `NAME` in a folder.
fn file_in(folder: &Path, name: &str) -> Option<PathBuf> {
    [format!("{name}.gz"), name.to_owned()]
        .map(|file| folder.join(file))
        .into_iter()
        .find(|path| path.is_file())
}

fn existing(folder: &Path, name: &str) -> Result<PathBuf> {
    file_in(folder, name).ok_or_else(|| {
        Error::file(
            folder,
            format!("`{name}.gz` is missing: run `spinloom data fetch mnist`"),
        )
    })
}

/// Images from file `first` of [`MNIST_FILES`], labels from the next.
fn part(folder: &Path, first: usize) -> Result<Images> {
    let images_path = existing(folder, MNIST_FILES[first].name)?;
    let labels_path = existing(folder, MNIST_FILES[first + 1].name)?;
    let pixels = idx::read_images(&images_path)?;
    let labels = idx::read_labels(&labels_path)?;
    let (images, classes) = (pixels.len() / PIXELS, labels.len());
    Images::new(pixels, labels).ok_or_else(|| {
        Error::file(
            labels_path,
            format!(
                "{classes} labels for the {images} images of {}: fetch both files again with `spinloom data fetch mnist`",
                images_path.display()
            ),
        )
    })
}

/// For tests: the folder of the real files. Absent, it prints SKIP, or fails under `REQUIRE_TOOLS=1`.
///
/// # Panics
/// Where it is missing under REQUIRE_TOOLS=1.
#[cfg(test)]
pub fn reference_or_skip() -> Option<PathBuf> {
    let folder = find(None).filter(|folder| folder.join("reference").is_dir());
    if folder.is_none() {
        assert!(
            std::env::var_os("REQUIRE_TOOLS").is_none_or(|v| v != "1"),
            "MNIST is missing: set SPINLOOM_DATA"
        );
        println!("SKIP (MNIST missing: set SPINLOOM_DATA)");
    }
    folder
}

#[cfg(test)]
mod tests {
    use super::*;

    fn idx_file(magic: u32, shape: &[u32], fill: u8, bytes: usize) -> Vec<u8> {
        let mut file = magic.to_be_bytes().to_vec();
        shape.iter().for_each(|d| file.extend(d.to_be_bytes()));
        file.resize(file.len() + bytes, fill);
        file
    }

    fn folder(train_labels: u32) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (i, file) in MNIST_FILES.iter().enumerate() {
            let content = match i % 2 {
                0 => idx_file(0x803, &[2, 28, 28], 9, 2 * PIXELS),
                _ => {
                    let n = if i == 1 { train_labels } else { 2 };
                    idx_file(0x801, &[n], 3, n as usize)
                }
            };
            std::fs::write(dir.path().join(file.name), content).unwrap();
        }
        dir
    }

    #[test]
    fn loads_and_rejects_unequal_counts() {
        let good = folder(2);
        let set = load(Some(good.path())).unwrap();
        assert_eq!((set.train.len(), set.test.len()), (2, 2));
        assert_eq!(set.train.image(1)[783], 9);
        let bad = folder(3);
        let text = load(Some(bad.path())).unwrap_err().to_string();
        assert!(text.contains("3 labels for the 2 images"), "{text}");
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn missing_folder_and_file() {
        let dir = folder(2);
        std::fs::remove_file(dir.path().join(MNIST_FILES[3].name)).unwrap();
        let text = load(Some(dir.path())).unwrap_err().to_string();
        assert!(
            text.contains("`t10k-labels-idx1-ubyte.gz` is missing"),
            "{text}"
        );
        let text = load(Some(Path::new("nowhere"))).unwrap_err().to_string();
        assert!(text.contains("no MNIST in nowhere"), "{text}");
    }

    #[test]
    fn other_content_does_not_match() {
        let dir = folder(2);
        assert!(check(Some(dir.path())).unwrap().iter().all(|f| !f.matches));
    }
}
