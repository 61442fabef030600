//! Flags that several commands share. They are texts here: `config` parses them, so that all faults
//! are reported in one go.

use super::output::Outcome;
use super::request::Request;
use crate::config::{Flags, Settings};
use crate::golden::eval::Views;
use std::path::PathBuf;

/// Which core: every command that builds one has these.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Shared {
    /// Named core: fast (a lane a column), balanced (a lane for five columns), small (196x48, fits an
    /// iCE40 HX8K), inference (as balanced, learns nothing), stdp_nine (code ttfs, four input steps), persistent (cells are junction pairs),
    /// mnist-sequence (scheme "prototype": classes one after the other, each image once), fsdd
    /// (spoken digits), or fsdd-sequence
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// Configuration file; a flag beats it, it beats the preset
    #[arg(long, value_name = "FILE.toml")]
    config: Option<PathBuf>,
    /// Rows and columns of the synapse array, 1 to 4096 each [default: 784x100]
    #[arg(long, value_name = "RxC", allow_hyphen_values = true)]
    array: Option<String>,
    /// Columns served at once; changes speed and area, never a result
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    lanes: Option<String>,
    /// Bits of a hidden weight in preset inference, 4 to 7: trained weights are rounded [default: 7]
    #[arg(long, value_name = "B", allow_negative_numbers = true)]
    weight_bits: Option<String>,
    /// Compartments of a neuron in mnist-sequence: 1 or 4 [default: 4]
    #[arg(long, value_name = "Q", allow_negative_numbers = true)]
    compartments: Option<String>,
    #[command(flatten)]
    coding: Coding,
    /// STDP types the hidden array has hardware for: causal (first letters alone: P0, D0, 00) or all nine
    /// [default: causal; all in ttfs and rate]
    #[arg(long, value_name = "TYPES")]
    types: Option<String>,
    /// Hidden spikes an image that a mask of silent neurons balances to; 0: no mask [default: 0]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    mask_target: Option<String>,
    /// Junctions of your own: a device file, as `device fit` writes it [default: the paper's
    /// amplitudes, assumed curves]
    #[arg(long, value_name = "FILE.toml")]
    device: Option<String>,
    /// Seed of every random stream [default: 1]
    #[arg(long, value_name = "S", allow_negative_numbers = true)]
    seed: Option<String>,
    /// Folder for everything that is written [default: .]
    #[arg(long, value_name = "DIR")]
    out: Option<String>,
}

/// How images become spikes.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Coding {
    /// edge16, edge12, raw, ttfs or rate; the last two make trains of several input steps [default:
    /// edge16; edge12 in mnist-sequence]
    #[arg(long, value_name = "NAME")]
    code: Option<String>,
    /// Input steps of an image, 2 to 8 in ttfs and rate, else 1 [default: 4; 1]
    #[arg(long, value_name = "T", allow_negative_numbers = true)]
    steps: Option<String>,
}

/// Where images come from and what is taken out of them.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Images {
    /// mnist, embedded, fsdd or tidigits, or KIND:DIR [default: mnist where it is found, else
    /// embedded; fsdd in its presets]
    #[arg(long, value_name = "NAME")]
    data: Option<String>,
    /// Images as they are, slant and width left in
    #[arg(long)]
    no_normaliser: bool,
}

/// Which spoken digits are learned, and which are for the test.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct SplitFlags {
    /// Of spoken digits: official (indices 0 to 4 of fsdd, folder `test` of tidigits), random:SHARE
    /// (learned; by the seed), speaker:NAME (left out of the training), or, in `train`, speakers
    /// (each left out once) [default: official]
    #[arg(long, value_name = "SPLIT")]
    split: Option<String>,
    /// Of tidigits: the word "oh" counts as 0; otherwise it is left out
    #[arg(long)]
    oh: bool,
}

impl Group for SplitFlags {
    fn push(&self, flags: &mut Flags) {
        flags.push("split", self.split.as_deref());
        flags.push("oh", self.oh.then_some("true"));
    }
}

/// How training goes.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Training {
    /// Passes over the training images [default: 1]
    #[arg(long, value_name = "E", allow_negative_numbers = true)]
    epochs: Option<String>,
    /// shuffled, file or by-class [default: shuffled; by-class in mnist-sequence]
    #[arg(long, value_name = "ORDER")]
    order: Option<String>,
    /// Order of the classes, with --order by-class, e.g. 7,2,9,0,4,1,8,3,6,5 [default: ascending]
    #[arg(long, value_name = "C,C,...", allow_hyphen_values = true)]
    class_order: Option<String>,
    /// Variants of each utterance (time, ends, vocal tract, noise) learned beside it, 0 to 100; spoken
    /// digits alone [default: 19; 0 in fsdd-sequence]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    copies: Option<String>,
    /// Copies of each image shifted by a pixel (or variants of a sound), sent behind it, 0 to 8;
    /// scheme "prototype" alone [default: 0; 2 in fsdd-sequence]
    #[arg(long, value_name = "E", allow_negative_numbers = true)]
    extra: Option<String>,
    /// Training images as they are, not warped (as always in mnist-sequence)
    #[arg(long)]
    no_warp: bool,
}

/// What disturbs training: of the golden model alone, the RTL is not affected.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Disturbance {
    /// Cells that differ from each other, e.g. centre=1.0,slope=0.3,stuck=0.2: standard deviations of
    /// the centre (logit) and the slope (share of it) of a cell's curves; mismatch=0.5: of each single
    /// curve's centre (logit) beside that; share of cells stuck at random values. Golden model alone:
    /// no RTL has it
    #[arg(long, value_name = "LIST")]
    variation: Option<String>,
    #[command(flatten)]
    noise: NoiseFlag,
}

/// Noise on the images.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NoiseFlag {
    /// Noise on the images, e.g. salt=0.1,gauss=20,shift=2: share of pixels set to 0 or 255, standard
    /// deviation in grey levels of 255, largest displacement in pixels; `none` for none. `train` has
    /// it on training and test images, `eval` on the images it judges by [default: none; in `eval`
    /// that of the training]
    #[arg(long, value_name = "LIST")]
    noise: Option<String>,
}

impl Group for Disturbance {
    fn push(&self, flags: &mut Flags) {
        flags.push("train.variation", self.variation.as_deref());
        self.noise.push(flags);
    }
}

impl Group for NoiseFlag {
    fn push(&self, flags: &mut Flags) {
        flags.push("train.noise", self.noise.as_deref());
    }
}

/// How the golden model is compared with the RTL.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Comparison {
    /// verilator, icarus or both [default: verilator]
    #[arg(long, value_name = "NAME")]
    simulator: Option<String>,
    /// Training images, learning on [default: 1000]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    train: Option<String>,
    /// Test images after them [default: 200]
    #[arg(long, value_name = "M", allow_negative_numbers = true)]
    test: Option<String>,
    /// Parts that run side by side, each from the state the model saved [default: 1]
    #[arg(long, value_name = "K", allow_negative_numbers = true)]
    jobs: Option<String>,
    /// Seconds after which a simulator is ended [default: 3600]
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true)]
    timeout: Option<String>,
}

/// How often a test image is seen before the decision.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum ViewsFlag {
    /// The centre.
    #[default]
    #[value(name = "1")]
    One,
    /// The centre and four shifts by a pixel.
    #[value(name = "5")]
    Five,
}

impl From<ViewsFlag> for Views {
    fn from(flag: ViewsFlag) -> Views {
        match flag {
            ViewsFlag::One => Views::One,
            ViewsFlag::Five => Views::Five,
        }
    }
}

impl Images {
    /// The group as if only `--data` had been given.
    pub fn of(data: &str) -> Self {
        Self::of_choice(Some(data))
    }

    /// The group as if at most `--data` had been given.
    pub fn of_choice(data: Option<&str>) -> Self {
        Images {
            data: data.map(str::to_owned),
            ..Images::default()
        }
    }
}

impl Training {
    /// The group as if at most `--epochs` had been given.
    pub fn of_epochs(epochs: Option<&str>) -> Self {
        Training {
            epochs: epochs.map(str::to_owned),
            ..Training::default()
        }
    }
}

impl Group for Images {
    fn push(&self, flags: &mut Flags) {
        flags.push("data", self.data.as_deref());
        flags.push("train.normaliser", self.no_normaliser.then_some("false"));
    }
}

impl Group for Coding {
    fn push(&self, flags: &mut Flags) {
        flags.push("code", self.code.as_deref());
        flags.push("steps", self.steps.as_deref());
    }
}

impl Group for Training {
    fn push(&self, flags: &mut Flags) {
        flags.push("train.epochs", self.epochs.as_deref());
        flags.push("train.order", self.order.as_deref());
        flags.push("train.class_order", self.class_order.as_deref());
        flags.push("train.copies", self.copies.as_deref());
        flags.push("train.extra", self.extra.as_deref());
        flags.push("train.warp", self.no_warp.then_some("false"));
    }
}

impl Group for Comparison {
    fn push(&self, flags: &mut Flags) {
        flags.push("verify.simulator", self.simulator.as_deref());
        flags.push("verify.train", self.train.as_deref());
        flags.push("verify.test", self.test.as_deref());
        flags.push("verify.jobs", self.jobs.as_deref());
        flags.push("verify.timeout", self.timeout.as_deref());
    }
}

impl Shared {
    /// The group as if at most these flags had been given.
    pub fn of(preset: &str, array: Option<&str>, device: Option<&str>) -> Self {
        Shared {
            preset: Some(preset.to_owned()),
            array: array.map(str::to_owned),
            device: device.map(str::to_owned),
            ..Shared::default()
        }
    }

    /// Begins to collect the flags of a command.
    pub fn request(&self) -> Request<'_> {
        let mut flags = Flags::default();
        flags.push("preset", self.preset.as_deref());
        flags.push("array", self.array.as_deref());
        flags.push("lanes", self.lanes.as_deref());
        flags.push("weight_bits", self.weight_bits.as_deref());
        flags.push("compartments", self.compartments.as_deref());
        flags.push("learning.mask_target", self.mask_target.as_deref());
        self.coding.push(&mut flags);
        flags.push("types", self.types.as_deref());
        flags.push("device", self.device.as_deref());
        flags.push("seed", self.seed.as_deref());
        flags.push("out", self.out.as_deref());
        Request::new(self.config.as_deref(), flags)
    }
}

/// A group of flags that some commands have.
pub trait Group {
    /// Adds the flags that were given.
    fn push(&self, flags: &mut Flags);
}

/// The keys that say which core a result is of.
pub fn describe(settings: &Settings, outcome: &mut Outcome) {
    let spec = &settings.spec;
    outcome.set("array", format!("{}x{}", spec.rows, spec.columns));
    outcome.set("lanes", spec.lanes);
    outcome.set("learns", spec.learns());
    let device = settings.device.as_ref();
    outcome.set("device", device.map(|path| path.display().to_string()));
    outcome.set("seed", settings.seed);
    outcome.set("scheme", spec.scheme.name());
    outcome.set("steps", spec.input_steps());
    if let Some(prototype) = spec.prototype() {
        outcome.set("compartments", prototype.num_compartments());
    }
}
