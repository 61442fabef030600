//! Named cores: points between speed and area, which change no result, and another scheme.

use super::value::{Array, Code, DataChoice, Order};
use crate::spec::speech::Corpus;

/// A named core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// A lane for every column: one pass.
    #[default]
    Fast,
    /// A lane for five columns: five passes, memories that suit a small FPGA.
    Balanced,
    /// A lane for twelve columns of a smaller array: fits an iCE40 HX8K.
    Small,
    /// As `balanced`, without anything that learns.
    Inference,
    /// Trains of four steps, code ttfs: the order of spikes tells the nine types apart.
    StdpNine,
    /// A hidden array of persistent pairs, 1 bit of weight a junction, on a larger array.
    Persistent,
    /// Scheme "prototype": classes one after the other, each image once. A lane for every column.
    MnistSequence,
    /// Spoken digits; otherwise as `fast`.
    Fsdd,
    /// Spoken digits one class after the other: scheme "prototype".
    FsddSequence,
}

/// Columns that share a lane in [`Preset::Balanced`].
const COLUMNS_PER_LANE: usize = 5;
/// The same in [`Preset::Small`].
const COLUMNS_PER_LANE_SMALL: usize = 12;

impl Preset {
    /// Every preset with its name.
    pub const NAMES: &[(&str, Preset)] = &[
        ("fast", Preset::Fast),
        ("balanced", Preset::Balanced),
        ("small", Preset::Small),
        ("inference", Preset::Inference),
        ("stdp_nine", Preset::StdpNine),
        ("persistent", Preset::Persistent),
        ("mnist-sequence", Preset::MnistSequence),
        ("fsdd", Preset::Fsdd),
        ("fsdd-sequence", Preset::FsddSequence),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, preset)| *preset == self);
        found.map_or("fast", |(name, _)| name)
    }

    /// Lanes for an array of `columns`.
    pub fn lanes(self, columns: usize) -> usize {
        match self {
            Preset::Balanced | Preset::Inference => columns.div_ceil(COLUMNS_PER_LANE),
            Preset::Small => columns.div_ceil(COLUMNS_PER_LANE_SMALL),
            _ => columns,
        }
    }

    /// The core is of scheme "prototype".
    pub fn is_prototype(self) -> bool {
        matches!(self, Preset::MnistSequence | Preset::FsddSequence)
    }

    /// Array where none is asked for.
    pub fn array(self) -> Array {
        match self {
            Preset::Persistent => Array {
                rows: 784,
                columns: 400,
            },
            Preset::Small => Array {
                rows: 196,
                columns: 48,
            },
            _ => Array::default(),
        }
    }

    /// Code where none is asked for.
    pub fn code(self) -> Code {
        match self {
            Preset::Fast | Preset::Balanced | Preset::Small => Code::Edge16,
            Preset::Inference | Preset::Persistent => Code::Edge16,
            Preset::StdpNine => Code::Ttfs,
            Preset::MnistSequence => Code::Edge12,
            Preset::Fsdd | Preset::FsddSequence => Code::Events,
        }
    }

    /// Data where none are asked for.
    pub fn data(self) -> DataChoice {
        match self {
            Preset::Fsdd | Preset::FsddSequence => DataChoice::Speech(Corpus::Fsdd, None),
            _ => DataChoice::Auto,
        }
    }

    /// Passes over the training images where none are asked for.
    pub fn epochs(self) -> u32 {
        match self {
            Preset::Fsdd => 3,
            _ => 1,
        }
    }

    /// Copies behind each image where none are asked for: views of it.
    pub fn extra(self) -> u8 {
        match self {
            Preset::FsddSequence => 2,
            _ => 0,
        }
    }

    /// Training images that `verify` streams where nothing else is asked for.
    pub fn verify_train(self) -> usize {
        match self {
            Preset::Inference => 0,
            _ => 1000,
        }
    }

    /// Order of presentation where none is asked for.
    pub fn order(self) -> Order {
        if self.is_prototype() {
            Order::ByClass
        } else {
            Order::Shuffled
        }
    }

    /// Training images are warped where nothing else is asked for.
    pub fn warp(self) -> bool {
        !self.is_prototype()
    }
}
