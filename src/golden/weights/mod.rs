//! Weight files: a network with its registers and random state, and the position in the run that made
//! it, so that a resumed run ends in the same bits.
//!
//! Little-endian, in this order:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SPINLOOM` |
//! | 4 | version, 1 |
//! | 3 x 4 | rows, columns, lanes |
//! | 3 x 1 | bits of W1, bits of W2, classes |
//! | 4 x 1 | code (0 edge16, 1 edge12, 2 raw), normaliser, warp, order (0 shuffled, 1 file, 2 by-class) |
//! | 1 | 0 |
//! | 8, 4, 4, 8 | seed, epochs, training images, presentations so far |
//! | 16 | name of the data, ASCII, padded with 0 |
//! | 8 x 4 | threshold, margin, window, dead zone, four breakpoints |
//! | 1, 1, 2 | amplitude codes A and R, LFSR |
//! | 4 x 1 | rules: negative, positive, label, rival |
//! | 64 x 2 | switching thresholds: junction, transition, code |
//! | 8 x 4 | counters |
//! | (rows + 1) columns | W1, signed bytes, row-major, the bias row last |
//! | 10 columns | W2, signed bytes, by column, then class |
//! | 32 | SHA-256 of everything before |

mod read;
mod write;

use std::io::{Read as _, Write as _};
use std::path::Path;

use super::network::Network;
use super::train::{TrainOptions, Trainer};
use crate::data::Images;
use crate::{Error, Result};

const MAGIC: [u8; 8] = *b"SPINLOOM";
const VERSION: u32 = 1;
const NAME_BYTES: usize = 16;
const DIGEST_BYTES: usize = 32;

/// A network and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The network as it stood.
    pub network: Network,
    /// Options of the run.
    pub options: TrainOptions,
    /// Name of the data set, at most 16 ASCII characters.
    pub data: String,
    /// Images of an epoch.
    pub train_images: u32,
    /// Presentations so far.
    pub presented: u64,
}

impl Checkpoint {
    /// Where `trainer` stands.
    pub fn of(trainer: &Trainer, data: &str) -> Self {
        Checkpoint {
            network: trainer.network.clone(),
            options: *trainer.options(),
            data: data.to_owned(),
            train_images: trainer.num_images() as u32,
            presented: trainer.presented(),
        }
    }

    /// Goes on with the run.
    ///
    /// # Errors
    /// [`Error::Input`] where `images` are not as many as the run began with; as
    /// [`Trainer::resume`].
    pub fn resume(self, images: &Images) -> Result<Trainer> {
        if images.len() != self.train_images as usize {
            return Err(Error::Input(format!(
                "the weights come from {} training images, but there are {}: give the same --data and --train",
                self.train_images,
                images.len()
            )));
        }
        Trainer::resume(self.network, self.options, images, self.presented)
    }

    /// Writes beside `path` and renames.
    ///
    /// # Errors
    /// [`Error::Io`] where the folder cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(Error::io(path))?;
        file.write_all(&write::bytes(self))
            .map_err(Error::io(path))?;
        file.as_file().sync_all().map_err(Error::io(path))?;
        file.persist(path)
            .map_err(|e| Error::io(path)(e.error))
            .map(|_| ())
    }

    /// Reads and checks a file.
    ///
    /// # Errors
    /// [`Error::Io`] where it cannot be read, [`Error::File`] where it is damaged.
    pub fn load(path: &Path) -> Result<Self> {
        let file = std::fs::File::open(path).map_err(Error::io(path))?;
        let mut content = Vec::new();
        file.take(read::MAX_BYTES + 1)
            .read_to_end(&mut content)
            .map_err(Error::io(path))?;
        read::parse(&content)
            .map_err(|what| Error::file(path, format!("{what}: train again with `spinloom train`")))
    }
}

#[cfg(test)]
mod tests;
