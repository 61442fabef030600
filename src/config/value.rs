//! Values from outside, parsed once: what they may be, and one sentence where they are not.

use super::preset::Preset;
use crate::spec::speech::{Corpus, Split};
use crate::spec::{
    ClassOrder, Compartments, Layout, MAX_SIDE, NUM_CLASSES, Noise, Types, Variation,
};
use std::path::PathBuf;

/// Outcome of parsing one value: the sentence names value, limit and remedy.
pub type Parsed<T> = std::result::Result<T, String>;

/// A value that stands in a flag or in the configuration file.
pub trait Value: Sized {
    /// From the text of a flag.
    fn from_text(text: &str) -> Parsed<Self>;

    /// From the configuration file; a string there is read like a flag.
    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        match value {
            toml::Value::String(text) => Self::from_text(text),
            other => Err(format!("{other} is not a string")),
        }
    }
}

/// Sizes of the synapse array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Array {
    /// Pre-synaptic addresses.
    pub rows: usize,
    /// Post-synaptic neurons.
    pub columns: usize,
}

impl Default for Array {
    fn default() -> Self {
        Array {
            rows: 784,
            columns: 100,
        }
    }
}

impl Value for Array {
    fn from_text(text: &str) -> Parsed<Self> {
        let malformed = || format!("`{text}` is not ROWSxCOLUMNS, e.g. 784x100");
        let (rows, columns) = text.split_once(['x', 'X']).ok_or_else(malformed)?;
        let side = |name: &str, digits: &str| {
            let (negative, digits) = match digits.strip_prefix('-') {
                Some(rest) => (true, rest),
                None => (false, digits),
            };
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(malformed());
            }
            // only digits: what does not fit is too large
            let size = digits.parse::<usize>().unwrap_or(usize::MAX);
            if negative {
                Err(format!(
                    "`{text}` has a negative number of {name}: give 1 to {MAX_SIDE}"
                ))
            } else if size == 0 {
                Err(format!("`{text}` has no {name}: give 1 to {MAX_SIDE}"))
            } else if size > MAX_SIDE {
                Err(format!(
                    "`{text}` has too many {name}: give 1 to {MAX_SIDE}"
                ))
            } else {
                Ok(size)
            }
        };
        Ok(Array {
            rows: side("rows", rows)?,
            columns: side("columns", columns)?,
        })
    }
}

/// Where the images or the recordings come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DataChoice {
    /// MNIST where it is found, else the embedded digits.
    #[default]
    Auto,
    /// Digits that the program draws itself.
    Embedded,
    /// MNIST, in this folder or where it is usually found.
    Mnist(Option<PathBuf>),
    /// Spoken digits, in this folder or where they are usually found.
    Speech(Corpus, Option<PathBuf>),
}

impl DataChoice {
    /// The corpus of spoken digits; none of images.
    pub fn corpus(&self) -> Option<Corpus> {
        match self {
            DataChoice::Speech(corpus, _) => Some(*corpus),
            _ => None,
        }
    }

    /// Sounds, not images.
    pub fn is_speech(&self) -> bool {
        self.corpus().is_some()
    }
}

impl Value for DataChoice {
    fn from_text(text: &str) -> Parsed<Self> {
        let (kind, folder) = match text.split_once(':') {
            Some((kind, folder)) => (kind, Some(folder)),
            None => (text, None),
        };
        match (kind, folder) {
            ("mnist", Some("")) => Err("`mnist:` names no folder: give mnist or mnist:DIR".into()),
            ("mnist", folder) => Ok(DataChoice::Mnist(folder.map(PathBuf::from))),
            ("embedded", None) => Ok(DataChoice::Embedded),
            ("embedded", Some(_)) => {
                Err("`embedded` is drawn by the program and takes no folder".into())
            }
            (kind, folder) => match (Corpus::from_name(kind), folder) {
                (Some(_), Some("")) => Err(format!(
                    "`{kind}:` names no folder: give {kind} or {kind}:DIR"
                )),
                (Some(corpus), folder) => Ok(DataChoice::Speech(corpus, folder.map(PathBuf::from))),
                (None, _) => Err(format!(
                    "`{text}` is unknown: give mnist, embedded, fsdd or tidigits, or KIND:DIR"
                )),
            },
        }
    }
}

/// Looks a name up in a table.
fn named<T: Copy>(table: &[(&str, T)], text: &str) -> Parsed<T> {
    table
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            let names: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
            format!("`{text}` is unknown: give {}", names.join(", "))
        })
}

/// A value that is one of a few names.
macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $(#[$first_doc:meta])* $first:ident = $first_name:literal, $($(#[$variant_doc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $type {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$variant_doc])* $variant),+
        }

        impl $type {
            /// Every value with its name.
            pub const NAMES: &[(&str, $type)] =
                &[($first_name, $type::$first), $(($name, $type::$variant)),+];
        }

        impl Value for $type {
            fn from_text(text: &str) -> Parsed<Self> {
                named(Self::NAMES, text)
            }
        }
    };
}

names! {
    /// Order in which training images are presented.
    Order {
        /// A new permutation in each epoch.
        Shuffled = "shuffled",
        /// As in the file.
        File = "file",
        /// Class after class.
        ByClass = "by-class",
    }
}

names! {
    /// How an image becomes spikes.
    Code {
        /// 16 edge directions on 7x7 windows.
        Edge16 = "edge16",
        /// 12 edge directions on 8x8 windows.
        Edge12 = "edge12",
        /// A row a pixel, active from 96 on.
        Raw = "raw",
        /// A row a pixel, the brighter the earlier: a train.
        Ttfs = "ttfs",
        /// A row a pixel, its brightness the probability in each step: a train.
        Rate = "rate",
        /// Rows as the front end of speech makes them.
        Events = "events",
    }
}

/// Input steps of a train where none are asked for.
const TRAIN_STEPS: usize = 4;

impl Code {
    /// Input steps where none are asked for.
    pub fn default_steps(self) -> usize {
        if self.is_train() { TRAIN_STEPS } else { 1 }
    }

    /// Images become trains of several input steps.
    pub fn is_train(self) -> bool {
        matches!(self, Code::Ttfs | Code::Rate)
    }

    /// How the code lays its rows out.
    pub fn layout(self) -> Layout {
        match self {
            Code::Edge16 => Layout::EDGE16,
            Code::Edge12 => Layout::EDGE12,
            Code::Raw | Code::Ttfs | Code::Rate => Layout::RAW,
            Code::Events => Layout::CHANNELS,
        }
    }
}

impl Value for Types {
    fn from_text(text: &str) -> Parsed<Self> {
        named(Types::NAMES, text)
    }
}

impl Value for Compartments {
    fn from_text(text: &str) -> Parsed<Self> {
        match text {
            "1" => Ok(Compartments::One),
            "4" => Ok(Compartments::Four),
            _ => Err(format!("`{text}` is not 1 or 4")),
        }
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        Self::from_text(&value.to_string())
    }
}

impl Value for ClassOrder {
    fn from_text(text: &str) -> Parsed<Self> {
        let class = |class: &str| class.trim().parse::<u8>();
        let classes: Result<Vec<u8>, _> = text.split(',').map(class).collect();
        let classes = classes.map_err(|_| {
            format!("`{text}` is not a list of classes: name each from 0 to {} once, e.g. 7,2,9,0,4,1,8,3,6,5", NUM_CLASSES - 1)
        })?;
        ClassOrder::new(&classes).map_err(|error| error.to_string())
    }
}

impl Value for Variation {
    fn from_text(text: &str) -> Parsed<Self> {
        Variation::parse(text)
    }
}

impl Value for Noise {
    fn from_text(text: &str) -> Parsed<Self> {
        Noise::parse(text)
    }
}

impl Value for Split {
    fn from_text(text: &str) -> Parsed<Self> {
        Split::parse(text)
    }
}

/// A table `sp`; its length is checked with the core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpTable(pub Vec<u16>);

impl Value for SpTable {
    fn from_text(text: &str) -> Parsed<Self> {
        Err(format!("`{text}` is not a list of numbers"))
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        let numbers = value
            .as_array()
            .ok_or_else(|| format!("{value} is not a list of numbers"))?;
        let entry = |number| Whole::<0, { u16::MAX as u64 }>::from_toml(number).map(|n| n.0 as u16);
        numbers
            .iter()
            .map(entry)
            .collect::<Parsed<_>>()
            .map(SpTable)
    }
}

names! {
    /// Who runs the Verilog.
    Simulator {
        /// Compiled: everything long.
        Verilator = "verilator",
        /// Interpreted, four-state: short runs, and the X check.
        Icarus = "icarus",
        /// One after the other.
        Both = "both",
    }
}

impl Value for Preset {
    fn from_text(text: &str) -> Parsed<Self> {
        named(Self::NAMES, text)
    }
}

impl Value for PathBuf {
    fn from_text(text: &str) -> Parsed<Self> {
        if text.is_empty() {
            return Err("an empty path: name a folder".into());
        }
        Ok(PathBuf::from(text))
    }
}

impl Value for bool {
    fn from_text(text: &str) -> Parsed<Self> {
        named(&[("true", true), ("false", false)], text)
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        value
            .as_bool()
            .ok_or_else(|| format!("{value} is not true or false"))
    }
}

/// A whole number from `LOW` to `HIGH`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole<const LOW: u64, const HIGH: u64>(pub u64);

impl<const LOW: u64, const HIGH: u64> Whole<LOW, HIGH> {
    fn check(number: Option<u64>, shown: &str) -> Parsed<Self> {
        match number {
            Some(number) if (LOW..=HIGH).contains(&number) => Ok(Whole(number)),
            _ => Err(format!(
                "{shown} is not a whole number from {LOW} to {HIGH}"
            )),
        }
    }
}

impl<const LOW: u64, const HIGH: u64> Value for Whole<LOW, HIGH> {
    fn from_text(text: &str) -> Parsed<Self> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten();
        Self::check(number, &format!("`{text}`"))
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        let number = value.as_integer().and_then(|n| u64::try_from(n).ok());
        Self::check(number, &value.to_string())
    }
}

impl<const LOW: u64, const HIGH: u64> Value for [Whole<LOW, HIGH>; 4] {
    fn from_text(text: &str) -> Parsed<Self> {
        Err(format!("`{text}` is not four numbers"))
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        let numbers = value
            .as_array()
            .ok_or_else(|| format!("{value} is not a list of four numbers"))?;
        let numbers: Vec<_> = numbers
            .iter()
            .map(Whole::from_toml)
            .collect::<Parsed<_>>()?;
        let count = numbers.len();
        numbers
            .try_into()
            .map_err(|_| format!("{value} has {count} numbers: give four"))
    }
}
