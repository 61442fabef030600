//! One layer of settings, every one optional, and the table of keys and flags that fill it.

use super::preset::Preset;
use super::rules::RuleChoice;
use super::value::{Array, Code, DataChoice, Order, Parsed, Simulator, SpTable, Value, Whole};
use crate::spec::speech::Split;
use crate::spec::{
    ClassOrder, Compartments, Learning, MAX_SIDE, MAX_STEPS, NUM_CODES, Noise, Types, Variation,
    W1_BITS,
};
use std::path::PathBuf;

/// Flags as the user wrote them: (key of the configuration, text). The key `train.epochs` is the
/// flag `--epochs`.
#[derive(Clone, Debug, Default)]
pub struct Flags(Vec<(&'static str, String)>);

impl Flags {
    /// Adds a flag that was given.
    pub fn push(&mut self, key: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.0.push((key, text.to_owned()));
        }
    }
}

/// Registers of the core, where they are not the defaults.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearningLayer {
    threshold: Option<u32>,
    margin: Option<u32>,
    window: Option<u32>,
    dead_zone: Option<u32>,
    breakpoints: Option<[u32; 4]>,
    code_hidden: Option<u8>,
    code_readout: Option<u8>,
    /// Table `sp` of scheme "prototype".
    pub(super) sp: Option<SpTable>,
}

impl LearningLayer {
    /// Registers of scheme "modulated" that are set, by name.
    pub fn of_modulated(&self) -> Vec<&'static str> {
        let set = [
            ("learning.threshold", self.threshold.is_some()),
            ("learning.margin", self.margin.is_some()),
            ("learning.window", self.window.is_some()),
            ("learning.dead_zone", self.dead_zone.is_some()),
            ("learning.breakpoints", self.breakpoints.is_some()),
            ("learning.code_hidden", self.code_hidden.is_some()),
            ("learning.code_readout", self.code_readout.is_some()),
        ];
        set.iter().filter(|s| s.1).map(|s| s.0).collect()
    }

    /// Writes what is set over the defaults.
    pub fn apply(&self, learning: &mut Learning) {
        fn set<T: Copy>(target: &mut T, value: Option<T>) {
            *target = value.unwrap_or(*target);
        }
        set(&mut learning.threshold, self.threshold);
        set(&mut learning.margin, self.margin);
        set(&mut learning.window, self.window);
        set(&mut learning.dead_zone, self.dead_zone);
        set(&mut learning.breakpoints, self.breakpoints);
        set(&mut learning.code_hidden, self.code_hidden);
        set(&mut learning.code_readout, self.code_readout);
    }
}

/// Largest number of a TOML integer.
const MAX_SEED: u64 = i64::MAX as u64;
/// Largest epochs, images and jobs: far above use, far below overflow.
const MAX_EPOCHS: u64 = 10_000;
const MAX_IMAGES: u64 = 10_000_000;
const MAX_JOBS: u64 = 64;
/// Largest number of shifted copies of an image.
const MAX_EXTRA: u64 = 8;
/// Largest number of variants of an utterance.
const MAX_COPIES: u64 = 100;
/// A week.
const MAX_SECONDS: u64 = 7 * 24 * 3600;
/// Largest amplitude code of a register.
const MAX_CODE: u64 = NUM_CODES as u64 - 1;

/// A register of `BITS` bits.
type Word = Whole<1, 0xFFFF>;
type Byte = Whole<0, 0xFF>;

/// One layer of settings: the file's, or the flags'.
macro_rules! layer {
    ($($key:literal => $field:ident: $type:ty = $parser:ty, $convert:expr;)+) => {
        /// One layer of settings, every one optional.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Layer {
            $(pub(super) $field: Option<$type>,)+
            pub(super) learning: LearningLayer,
        }

        impl Layer {
            /// Every key outside `[learning]`.
            const KEYS: &[&str] = &[$($key),+];

            /// What is set here beats what is set in `below`.
            pub fn over(self, below: Layer) -> Layer {
                Layer {
                    $($field: self.$field.or(below.$field),)+
                    learning: below.learning,
                }
            }

            fn set_outside_learning<S: Source>(&mut self, key: &str, source: &S) -> Option<Parsed<()>> {
                match key {
                    $($key => Some(source.parse::<$parser>().map(|value| {
                        self.$field = Some($convert(value));
                    })),)+
                    _ => None,
                }
            }
        }
    };
}

layer! {
    "preset" => preset: Preset = Preset, same;
    "array" => array: Array = Array, same;
    "lanes" => lanes: usize = Whole<1, { MAX_SIDE as u64 }>, size;
    "weight_bits" => weight_bits: usize = Whole<4, { W1_BITS as u64 }>, size;
    "seed" => seed: u64 = Whole<0, MAX_SEED>, |v: Whole<0, MAX_SEED>| v.0;
    "out" => out: PathBuf = PathBuf, same;
    "code" => code: Code = Code, same;
    "steps" => steps: usize = Whole<1, { MAX_STEPS as u64 }>, size;
    "types" => types: Types = Types, same;
    "rules.negative" => rule_negative: RuleChoice = RuleChoice, same;
    "rules.positive" => rule_positive: RuleChoice = RuleChoice, same;
    "rules.label" => rule_label: RuleChoice = RuleChoice, same;
    "rules.rival" => rule_rival: RuleChoice = RuleChoice, same;
    "device" => device: PathBuf = PathBuf, same;
    "data" => data: DataChoice = DataChoice, same;
    "split" => split: Split = Split, same;
    "oh" => oh: bool = bool, same;
    "compartments" => compartments: Compartments = Compartments, same;
    "train.epochs" => epochs: u32 = Whole<1, MAX_EPOCHS>, |v: Whole<1, MAX_EPOCHS>| v.0 as u32;
    "train.order" => order: Order = Order, same;
    "train.class_order" => class_order: ClassOrder = ClassOrder, same;
    "train.copies" => copies: u8 = Whole<0, MAX_COPIES>, |v: Whole<0, MAX_COPIES>| v.0 as u8;
    "train.extra" => extra: u8 = Whole<0, MAX_EXTRA>, |v: Whole<0, MAX_EXTRA>| v.0 as u8;
    "train.variation" => variation: Variation = Variation, same;
    "train.noise" => noise: Noise = Noise, same;
    "train.warp" => warp: bool = bool, same;
    "train.normaliser" => normaliser: bool = bool, same;
    "verify.simulator" => simulator: Simulator = Simulator, same;
    "verify.train" => train_images: usize = Whole<0, MAX_IMAGES>, size;
    "verify.test" => test_images: usize = Whole<0, MAX_IMAGES>, size;
    "verify.jobs" => jobs: usize = Whole<1, MAX_JOBS>, size;
    "verify.timeout" => timeout_seconds: u64 = Whole<1, MAX_SECONDS>, |v: Whole<1, MAX_SECONDS>| v.0;
    "learning.mask_target" => mask_target: u32 = Whole<0, 0xFFFF>, |v: Whole<0, 0xFFFF>| v.0 as u32;
}

fn same<T>(value: T) -> T {
    value
}

fn size<const LOW: u64, const HIGH: u64>(value: Whole<LOW, HIGH>) -> usize {
    value.0 as usize
}

/// Where a value comes from.
pub trait Source {
    /// The value as a `T`.
    fn parse<T: Value>(&self) -> Parsed<T>;
}

impl Source for str {
    fn parse<T: Value>(&self) -> Parsed<T> {
        T::from_text(self)
    }
}

impl Source for &str {
    fn parse<T: Value>(&self) -> Parsed<T> {
        T::from_text(self)
    }
}

impl Source for toml::Value {
    fn parse<T: Value>(&self) -> Parsed<T> {
        T::from_toml(self)
    }
}

impl Layer {
    /// Entries of the rule table that are set, by name in the order of the host map.
    pub fn rules(&self) -> [(&'static str, Option<RuleChoice>); 4] {
        [
            ("rules.negative", self.rule_negative),
            ("rules.positive", self.rule_positive),
            ("rules.label", self.rule_label),
            ("rules.rival", self.rule_rival),
        ]
    }

    /// Keys of `[learning]`.
    const LEARNING_KEYS: &[&str] = &[
        "learning.threshold",
        "learning.margin",
        "learning.window",
        "learning.dead_zone",
        "learning.breakpoints",
        "learning.code_hidden",
        "learning.code_readout",
        "learning.sp",
    ];

    /// Every key of the configuration file.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        Self::KEYS.iter().chain(Self::LEARNING_KEYS).copied()
    }

    /// Sets `key`; `None` where there is no such key.
    pub fn set<S: Source>(&mut self, key: &str, source: &S) -> Option<Parsed<()>> {
        let learning = &mut self.learning;
        let word = || source.parse::<Word>().map(|v| Some(v.0 as u32));
        let code = || {
            source
                .parse::<Whole<0, MAX_CODE>>()
                .map(|v| Some(v.0 as u8))
        };
        let outcome = match key {
            "learning.threshold" => word().map(|v| learning.threshold = v),
            "learning.margin" => word().map(|v| learning.margin = v),
            "learning.window" => word().map(|v| learning.window = v),
            "learning.dead_zone" => source
                .parse::<Byte>()
                .map(|v| learning.dead_zone = Some(v.0 as u32)),
            "learning.breakpoints" => source
                .parse::<[Byte; 4]>()
                .map(|four| learning.breakpoints = Some(four.map(|v| v.0 as u32))),
            "learning.code_hidden" => code().map(|v| learning.code_hidden = v),
            "learning.code_readout" => code().map(|v| learning.code_readout = v),
            "learning.sp" => source
                .parse::<SpTable>()
                .map(|table| learning.sp = Some(table)),
            _ => return self.set_outside_learning(key, source),
        };
        Some(outcome)
    }

    /// The layer of the command line.
    pub fn from_flags(flags: &Flags, faults: &mut Vec<String>) -> Layer {
        let mut layer = Layer::default();
        for (key, text) in &flags.0 {
            let flag = key.rsplit('.').next().unwrap_or(key).replace('_', "-");
            match layer.set(key, &text.as_str()) {
                Some(Ok(())) => {}
                Some(Err(fault)) => faults.push(format!("--{flag}: {fault}")),
                None => faults.push(format!("--{flag} has no setting `{key}`")),
            }
        }
        layer
    }
}
