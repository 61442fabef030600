//! What the user asked for: presets, a TOML file and flags become one validated [`Settings`].
//!
//! A flag beats the file, the file beats the preset, the preset beats the defaults. Every bad key and
//! every bad value, of the file and of the flags, is reported in one error.

mod file;
mod layer;
mod preset;
mod rules;
mod speech;
mod value;

#[cfg(test)]
mod tests;

pub use file::read_table;
pub use layer::{Flags, Layer};
pub use preset::Preset;
pub use value::{Array, Code, DataChoice, Order, Simulator};

use crate::spec::speech::{Corpus, Split};
use crate::spec::{ClassOrder, Compartments, Noise, Scheme, Spec, Types, Variation};
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
    /// Device file, if the junctions are not the default ones; who builds the core reads it.
    pub device: Option<PathBuf>,
    /// Where the images come from.
    pub data: DataChoice,
    /// Which spoken digits are for the test.
    pub split: Split,
    /// The word "oh" counts as 0; otherwise it is left out.
    pub oh: bool,
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
    pub code: Code,
    /// Training images are warped.
    pub warp: bool,
    /// Slant and width are taken out of the images.
    pub normaliser: bool,
    /// Order of the classes where they come one after the other.
    pub class_order: ClassOrder,
    /// Variants of each utterance to be learned beside it.
    pub copies: u8,
    /// Views of an image that are sent behind it: shifted copies, or variants of a sound.
    pub extra: u8,
    /// Cells that differ from each other.
    pub variation: Variation,
    /// Noise on the images.
    pub noise: Noise,
}

/// What holds where neither flag nor file says: usually the signature core, or what a weights file
/// holds.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Sizes of the array; the preset's where none.
    pub array: Option<Array>,
    /// The core.
    pub preset: Preset,
    /// Spoken digits that were learned; the preset's data where none.
    pub speech: Option<Speech>,
    /// Variants of each utterance; the preset's where none.
    pub copies: Option<u8>,
    /// Code and input steps; the preset's where none.
    pub code: Option<(Code, usize)>,
    /// STDP types of the hidden array; those of the code where none.
    pub types: Option<Types>,
    /// Slant and width are taken out of the images.
    pub normaliser: bool,
    /// Compartments of a neuron.
    pub compartments: Compartments,
    /// Target of the mask; none: no mask.
    pub mask_target: Option<u32>,
    /// Noise on the images.
    pub noise: Noise,
}

/// Spoken digits, and how they were parted.
#[derive(Clone, Debug)]
pub struct Speech {
    /// Which.
    pub corpus: Corpus,
    /// Which of them were for the test.
    pub split: Split,
    /// The word "oh" counted as 0.
    pub oh: bool,
    /// Seed of the run.
    pub seed: u64,
}

impl Default for Defaults {
    fn default() -> Self {
        Defaults {
            array: None,
            preset: Preset::default(),
            speech: None,
            copies: None,
            code: None,
            types: None,
            normaliser: true,
            compartments: Compartments::default(),
            mask_target: None,
            noise: Noise::default(),
        }
    }
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
    /// `defaults` hold where neither says.
    ///
    /// # Errors
    /// [`Error::Input`] with every fault in one line; [`Error::Io`] where the file cannot be read.
    pub fn load(config: Option<&Path>, flags: &Flags, defaults: &Defaults) -> Result<Self> {
        let mut faults = Vec::new();
        let from_file = match config {
            Some(path) => {
                let name = path.display().to_string();
                file::layer(&name, &read_table(path)?, &mut faults)
            }
            None => Layer::default(),
        };
        let from_flags = Layer::from_flags(flags, &mut faults);
        Self::checked(from_flags.over(from_file), defaults, faults)
    }

    /// The same of a file's table alone, before it is written under `name`.
    ///
    /// # Errors
    /// [`Error::Input`] with every fault in one line.
    pub fn of_table(name: &str, table: &toml::Table) -> Result<Self> {
        let mut faults = Vec::new();
        let layer = file::layer(name, table, &mut faults);
        Self::checked(layer, &Defaults::default(), faults)
    }

    fn checked(layer: Layer, defaults: &Defaults, mut faults: Vec<String>) -> Result<Self> {
        let settings = Self::resolve(layer, defaults, &mut faults);
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
    fn resolve(layer: Layer, defaults: &Defaults, faults: &mut Vec<String>) -> Option<Self> {
        let preset = layer.preset.unwrap_or(defaults.preset);
        let order = layer.order.unwrap_or(preset.order());
        let kept = defaults.speech.as_ref().filter(|kept| {
            let asked = layer.data.as_ref();
            asked.is_none_or(|asked| asked.corpus() == Some(kept.corpus))
        });
        let kept_data = kept.map(|kept| DataChoice::Speech(kept.corpus, None));
        let data = layer.data.clone().or(kept_data).unwrap_or(preset.data());
        let is_speech = data.is_speech();
        let code = layer.code.or(defaults.code.map(|(code, _)| code));
        let code = code.or(is_speech.then_some(Code::Events));
        let code = code.unwrap_or(preset.code());
        unused(&layer, preset, order, faults);
        let from_weights = defaults.code.is_some();
        speech::unfit(&layer, data.corpus(), preset, code, from_weights, faults);
        let mut spec = match spec(&layer, preset, code, defaults) {
            Ok(spec) => spec,
            Err(error) => {
                faults.push(error.to_string());
                return None;
            }
        };
        layer.learning.apply(&mut spec.learning);
        if let Some(bits) = layer.weight_bits {
            match spec.clone().with_weight_bits(bits) {
                Ok(narrow) => spec = narrow,
                Err(error) => faults.push(error.to_string()),
            }
        }
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
            seed: layer.seed.unwrap_or(kept.map_or(1, |kept| kept.seed)),
            out: layer.out.unwrap_or_default(),
            device: layer.device,
            data,
            split: layer
                .split
                .or(kept.map(|kept| kept.split.clone()))
                .unwrap_or_default(),
            oh: layer.oh.unwrap_or(kept.is_some_and(|kept| kept.oh)),
            train: Training {
                epochs: layer.epochs.unwrap_or(preset.epochs()),
                order,
                code,
                warp: !is_speech && layer.warp.unwrap_or(preset.warp()),
                normaliser: !is_speech && layer.normaliser.unwrap_or(defaults.normaliser),
                class_order: layer.class_order.unwrap_or_default(),
                copies: layer
                    .copies
                    .or(defaults.copies.filter(|_| is_speech))
                    .unwrap_or(speech::copies(is_speech, preset)),
                extra: layer.extra.unwrap_or(preset.extra()),
                variation: layer.variation.unwrap_or_default(),
                noise: layer.noise.unwrap_or(defaults.noise),
            },
            verify: Verification {
                simulator: layer.simulator.unwrap_or_default(),
                train_images: layer.train_images.unwrap_or(preset.verify_train()),
                test_images: layer.test_images.unwrap_or(200),
                jobs: layer.jobs.unwrap_or(1),
                timeout: Duration::from_secs(
                    layer.timeout_seconds.unwrap_or(DEFAULT_TIMEOUT_SECONDS),
                ),
            },
        })
    }
}

/// The core that a layer describes.
fn spec(layer: &Layer, preset: Preset, code: Code, defaults: &Defaults) -> Result<Spec> {
    let Array { rows, columns } = layer.array.or(defaults.array).unwrap_or(preset.array());
    let lanes = layer.lanes.unwrap_or_else(|| preset.lanes(columns));
    let steps = steps(layer, code, defaults)?;
    if !preset.is_prototype() {
        let mut spec = Spec::new(rows, columns, lanes)?.with_steps(steps)?;
        if let Some(types) = layer.types.or(defaults.types) {
            spec = spec.with_types(types)?;
        }
        if preset == Preset::Persistent {
            spec = spec.with_persistent_pairs()?;
        }
        let rules = layer
            .rules()
            .map(|(_, rule)| rule.map(|rule| rule.bits(spec.pairs)));
        spec = spec.with_rules(rules)?;
        let asked = layer.mask_target.filter(|&target| target > 0);
        let kept = defaults.mask_target.filter(|_| layer.mask_target.is_none());
        if let Some(target) = asked.or(kept) {
            spec = spec.with_mask(target)?;
        }
        return match preset {
            Preset::Inference => spec.with_inference(),
            _ => Ok(spec),
        };
    }
    let compartments = layer.compartments.unwrap_or(defaults.compartments);
    let mut spec = Spec::with_prototype(rows, columns, lanes, compartments, code.layout())?;
    spec = spec.with_steps(steps)?;
    if let (Some(table), Some(prototype)) = (&layer.learning.sp, spec.prototype()) {
        spec.scheme = Scheme::Prototype(prototype.clone().with_sp(&table.0)?);
    }
    Ok(spec)
}

/// Input steps of the code: several of a train, one of the others.
fn steps(layer: &Layer, code: Code, defaults: &Defaults) -> Result<usize> {
    let kept = defaults.code.filter(|&(kept, _)| kept == code);
    let default = kept.map_or(code.default_steps(), |(_, steps)| steps);
    let steps = layer.steps.unwrap_or(default);
    let fault = match (code.is_train(), steps) {
        (true, 1) => "makes trains: give --steps 2 to 8",
        (false, 2..) => "has one input step: give --code ttfs or rate",
        _ => return Ok(steps),
    };
    Err(Error::Input(format!(
        "`steps = {steps}`, but this code {fault}"
    )))
}

/// Settings that would be without effect.
fn unused(layer: &Layer, preset: Preset, order: Order, faults: &mut Vec<String>) {
    let given = [
        ("compartments", layer.compartments.is_some()),
        ("train.extra", layer.extra.is_some()),
        ("learning.sp", layer.learning.sp.is_some()),
    ];
    for (key, _) in given.iter().filter(|g| g.1 && !preset.is_prototype()) {
        faults.push(format!(
            "`{key}` is of scheme \"prototype\" alone: give --preset mnist-sequence"
        ));
    }
    let mut registers = layer.learning.of_modulated();
    registers.extend(layer.mask_target.map(|_| "learning.mask_target"));
    registers.extend(layer.types.map(|_| "types"));
    let rules = layer.rules().into_iter();
    registers.extend(rules.filter_map(|(key, rule)| rule.map(|_| key)));
    for key in registers.iter().filter(|_| preset.is_prototype()) {
        faults.push(format!(
            "`{key}` is of scheme \"modulated\" alone: leave it out, or give --preset fast"
        ));
    }
    if layer.class_order.is_some() && order != Order::ByClass {
        faults.push("`train.class_order` needs classes in sequence: give --order by-class".into());
    }
}
