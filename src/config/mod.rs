//! What the user asked for: presets, a TOML file and flags become one validated [`Settings`].
//!
//! A flag beats the file, the file beats the preset, the preset beats the defaults. Every bad key and
//! every bad value, of the file and of the flags, is reported in one error.

mod file;
mod layer;
mod preset;
mod value;

#[cfg(test)]
mod tests;

pub use layer::{Flags, Layer};
pub use preset::Preset;
pub use value::{Array, DataChoice, Encoder, Order, Simulator};

use crate::spec::Spec;
use crate::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Everything a command needs to know, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The preset in force.
    pub preset: Preset,
    /// Sizes and registers of the core.
    pub spec: Spec,
    /// Seed of every random stream.
    pub seed: u64,
    /// Folder that receives `rtl_out`, `sim`, `constraints` and `build`; empty: the current one.
    pub out: PathBuf,
    /// Where the images come from.
    pub data: DataChoice,
    /// How the network is trained.
    pub train: Training,
    /// How the golden model is compared with the RTL.
    pub verify: Verification,
}

/// How the network is trained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Training {
    /// Passes over the training images.
    pub epochs: u32,
    /// Order of presentation.
    pub order: Order,
    /// Images become events by this code.
    pub encoder: Encoder,
    /// Training images are warped.
    pub warp: bool,
    /// Slant and width are taken out of the images.
    pub normaliser: bool,
}

/// How the golden model is compared with the RTL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The simulator, or both.
    pub simulator: Simulator,
    /// Training images streamed, learning on.
    pub train_images: usize,
    /// Test images streamed after them.
    pub test_images: usize,
    /// Runs that the work is split into.
    pub jobs: usize,
    /// Limit for a build of the simulation, and again for a run.
    pub timeout: Duration,
}

/// An hour: 70,000 images take minutes.
const DEFAULT_TIMEOUT_SECONDS: u64 = 3600;

impl Settings {
    /// Reads `config` (if any), lays `flags` over it and checks the result.
    /// The array is `default_array` where neither says.
    ///
    /// # Errors
    /// [`Error::Input`] with every fault in one line; [`Error::Io`] where the file cannot be read.
    pub fn load(config: Option<&Path>, flags: &Flags, default_array: Array) -> Result<Self> {
        let mut faults = Vec::new();
        let from_file = match config {
            Some(path) => file::read(path, &mut faults)?,
            None => Layer::default(),
        };
        let from_flags = Layer::from_flags(flags, &mut faults);
        let settings = Self::resolve(from_flags.over(from_file), default_array, &mut faults);
        match (settings, faults.as_slice()) {
            (Some(settings), []) => Ok(settings),
            (_, [fault]) => Err(Error::Input(fault.clone())),
            (_, faults) => Err(Error::Input(format!(
                "{} faults: {}",
                faults.len(),
                faults.join("; ")
            ))),
        }
    }

    /// Fills the gaps of a layer with the preset and the defaults.
    fn resolve(layer: Layer, default_array: Array, faults: &mut Vec<String>) -> Option<Self> {
        let preset = layer.preset.unwrap_or_default();
        let array = layer.array.unwrap_or(default_array);
        let lanes = layer.lanes.unwrap_or_else(|| preset.lanes(array.columns));
        let mut spec = match Spec::new(array.rows, array.columns, lanes) {
            Ok(spec) => spec,
            Err(error) => {
                faults.push(error.to_string());
                return None;
            }
        };
        layer.learning.apply(&mut spec.learning);
        if !spec.learning.breakpoints.is_sorted() {
            faults.push(format!(
                "`learning.breakpoints = {:?}` must rise: the amplitude steps down below each of \
                 the first three and up from the fourth",
                spec.learning.breakpoints
            ));
        }
        Some(Settings {
            preset,
            spec,
            seed: layer.seed.unwrap_or(1),
            out: layer.out.unwrap_or_default(),
            data: layer.data.unwrap_or_default(),
            train: Training {
                epochs: layer.epochs.unwrap_or(1),
                order: layer.order.unwrap_or_default(),
                encoder: layer.encoder.unwrap_or_default(),
                warp: layer.warp.unwrap_or(true),
                normaliser: layer.normaliser.unwrap_or(true),
            },
            verify: Verification {
                simulator: layer.simulator.unwrap_or_default(),
                train_images: layer.train_images.unwrap_or(1000),
                test_images: layer.test_images.unwrap_or(200),
                jobs: layer.jobs.unwrap_or(1),
                timeout: Duration::from_secs(
                    layer.timeout_seconds.unwrap_or(DEFAULT_TIMEOUT_SECONDS),
                ),
            },
        })
    }
}
