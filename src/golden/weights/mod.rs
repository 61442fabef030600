//! Weight files: a network with its registers and random state, and the position in the run that made
//! it, so that a resumed run ends in the same bits.
//!
//! Little-endian, in this order:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SPINLOOM` |
//! | 4 | version, 5; files of version 4, of images alone, are read, too |
//! | 3 x 4 | rows, columns, lanes |
//! | 1 | input steps: 1 hold codes, 2 to 8 pulse codes |
//! | 1 | scheme: 0 modulated, 1 prototype |
//! | 3 x 1 | modulated: bits of W1, bits of W2, classes; prototype: bits of a weight, compartments, classes |
//! | 4 x 1 | code (0 edge16, 1 edge12, 2 raw, 3 ttfs, 4 rate, 5 events), normaliser, warp, order (0 shuffled, 1 file, 2 by-class) |
//! | 1 | shifted copies of an image (0 in scheme modulated) |
//! | 1 | variants of an utterance |
//! | 4 x 4 | variation of the cells, 1/1000: centre, slope, mismatch, stuck |
//! | 3 x 4 | noise of the images, 1/1000: salt, gauss, shift |
//! | 10 x 1 | order of the classes |
//! | 8, 4, 4, 8 | seed, epochs, training images, presentations so far |
//! | 32 | name of the data, ASCII, padded with 0 |
//! | 1 | from version 5 on: spoken "oh" counted as 0 |
//! | 4, 8 each | from version 5 on: recordings learned of; their digests, rising |
//! | 4 | classes judged so far, one after the other; for each: |
//! | 1, 10 x 4, 10 x 4 | class taught; test images of each class; those put in their class |
//! | | the state of the scheme, below |
//! | 32 | SHA-256 of everything before |
//!
//! Scheme modulated:
//!
//! | bytes | what |
//! |---|---|
//! | 1 | persistent pairs (0 or 1) |
//! | 1 | mask (0 or 1); with 1: |
//! | 4 | mask register: code << 16, target |
//! | columns | junctions of the mask: 1 for P, silent |
//! | 8 x 4 | threshold, margin, window, dead zone, four breakpoints |
//! | 1, 1, 2 | amplitude codes A and R, LFSR |
//! | 4 x 1 | rules: negative, positive, label, rival |
//! | 64 x 2 | switching thresholds: junction, transition, code |
//! | 11 x 4 | counters |
//! | (rows + 1) columns | W1, signed bytes (persistent pairs: bit 0 left, bit 1 right), row-major, the bias row last |
//! | 10 columns | W2, signed bytes, by column, then class |
//! | 66 x 8 | cells pulsed by threshold, rows swept, draws |
//!
//! Scheme prototype:
//!
//! | bytes | what |
//! |---|---|
//! | rows | compartment of each row, 255 for none |
//! | 63 x 2 | table `sp` of weights -31 to 31 |
//! | 2, 1 | LFSR, rule |
//! | 64 x 2 | switching thresholds: junction, transition, code |
//! | 11 x 4 | counters |
//! | rows columns | weights, signed bytes, row-major |
//! | (1 + 5 compartments) columns | neurons: recruited (0 or 1), then for each compartment bias (4 bytes) and wins (1) |
//! | 66 x 8 | cells pulsed by threshold, rows swept, draws |
//!
//! How the cells differ follows from variation, seed and thresholds.

mod cursor;
mod modulated;
mod prototype;
mod read;
mod write;

use std::io::Read as _;
use std::path::Path;

use super::learner::Learner;
use super::model::Model;
use super::network::Network;
use super::prototype::Prototype;
use super::sequence::Stage;
use super::train::{TrainOptions, TrainerOf};
use crate::data::Images;
use crate::data::speech::Learned;
use crate::spec::Spec;
use crate::{Error, Result, files};

const MAGIC: [u8; 8] = *b"SPINLOOM";
const VERSION: u32 = 5;
/// The version before, which does not say which recordings were learned.
const OLD_VERSION: u32 = 4;
const NAME_BYTES: usize = 32;
const DIGEST_BYTES: usize = 32;

/// A network and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint<N = Network> {
    /// The network as it stood.
    pub network: N,
    /// Options of the run.
    pub options: TrainOptions,
    /// Name of the data set, at most 32 ASCII characters.
    pub data: String,
    /// Recordings that the network has learned of; none of images.
    pub learned: Learned,
    /// Images of an epoch.
    pub train_images: u32,
    /// Presentations so far.
    pub presented: u64,
    /// How the classes so far were judged, where they come one after the other.
    pub stages: Vec<Stage>,
}

/// Networks that a file can hold.
pub trait Stored: Learner {
    /// Appends the state.
    fn append(&self, out: &mut Vec<u8>);

    /// What a file holds, if it is a network of this kind.
    fn of(saved: Saved) -> Option<Checkpoint<Self>>;
}

impl<N: Stored> Checkpoint<N> {
    /// Where `trainer` stands.
    pub fn of(trainer: &TrainerOf<N>, data: &str) -> Self {
        Checkpoint {
            network: trainer.network.clone(),
            options: *trainer.options(),
            data: data.to_owned(),
            learned: Learned::default(),
            train_images: trainer.num_images() as u32,
            presented: trainer.presented(),
            stages: Vec::new(),
        }
    }

    /// Of a network that has learned of these recordings.
    pub fn with_learned(mut self, learned: &Learned) -> Self {
        self.learned = learned.clone();
        self
    }

    /// With what was found after each class.
    pub fn with_stages(mut self, stages: &[Stage]) -> Self {
        self.stages = stages.to_vec();
        self
    }

    /// Goes on with the run.
    ///
    /// # Errors
    /// [`Error::Input`] where `images` are not as many as the run began with, or not of the recordings
    /// that were learned; as [`TrainerOf::resume`].
    pub fn resume(self, images: &Images, learned: &Learned) -> Result<TrainerOf<N>> {
        if self.learned.digests() != learned.digests() {
            return Err(Error::Input(format!(
                "the weights have learned of {} recordings, and the training has {}, not the same ones: give the same --data, --split, --seed and --oh",
                self.learned.digests().len(),
                learned.digests().len()
            )));
        }
        if images.len() != self.train_images as usize {
            return Err(Error::Input(format!(
                "the weights come from {} training images, but there are {}: give the same --data and --train",
                self.train_images,
                images.len()
            )));
        }
        TrainerOf::resume(self.network, self.options, images, self.presented)
    }

    /// Writes beside `path` and renames.
    ///
    /// # Errors
    /// [`Error::Io`] where the folder cannot be written.
    pub fn save(&self, path: &Path) -> Result<()> {
        files::replace(path, |file| file.write_all(&write::bytes(self)))
    }
}

/// What a file holds: a network of one of the schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Scheme "modulated".
    Modulated(Checkpoint),
    /// Scheme "prototype".
    Prototype(Checkpoint<Prototype>),
}

impl Saved {
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

    /// The network on a core of the same sizes, with as many lanes as `spec` and what it learns of.
    ///
    /// # Errors
    /// As [`Spec::new`].
    pub fn on_core(self, spec: &Spec) -> Result<Model> {
        Ok(match self {
            Saved::Modulated(saved) => saved.network.on_core(spec)?.into(),
            Saved::Prototype(saved) => saved.network.on_core(spec)?.into(),
        })
    }

    /// The sizes of the network.
    pub fn spec(&self) -> &Spec {
        match self {
            Saved::Modulated(saved) => saved.network.spec(),
            Saved::Prototype(saved) => saved.network.spec(),
        }
    }

    /// Name of the data.
    pub fn data(&self) -> &str {
        match self {
            Saved::Modulated(saved) => &saved.data,
            Saved::Prototype(saved) => &saved.data,
        }
    }

    /// Recordings that were learned of.
    pub fn learned(&self) -> &Learned {
        match self {
            Saved::Modulated(saved) => &saved.learned,
            Saved::Prototype(saved) => &saved.learned,
        }
    }

    /// Options of the run.
    pub fn options(&self) -> &TrainOptions {
        match self {
            Saved::Modulated(saved) => &saved.options,
            Saved::Prototype(saved) => &saved.options,
        }
    }
}

#[cfg(test)]
mod prototype_tests;
#[cfg(test)]
mod tests;
