//! Named cores: points between speed and area, which change no result, and another scheme.

use super::value::{Code, Order};

/// A named core.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// A lane for every column: one pass.
    #[default]
    Fast,
    /// A lane for five columns: five passes, memories that suit a small FPGA.
    Balanced,
    /// Trains of four steps, code ttfs: the order of spikes tells the nine types apart.
    StdpNine,
    /// Scheme "prototype": classes one after the other, each image once. A lane for every column.
    MnistSequence,
}

/// Columns that share a lane in [`Preset::Balanced`].
const COLUMNS_PER_LANE: usize = 5;

impl Preset {
    /// Every preset with its name.
    pub const NAMES: &[(&str, Preset)] = &[
        ("fast", Preset::Fast),
        ("balanced", Preset::Balanced),
        ("stdp_nine", Preset::StdpNine),
        ("mnist-sequence", Preset::MnistSequence),
    ];

    /// Lanes for an array of `columns`.
    pub fn lanes(self, columns: usize) -> usize {
        match self {
            Preset::Fast | Preset::StdpNine | Preset::MnistSequence => columns,
            Preset::Balanced => columns.div_ceil(COLUMNS_PER_LANE),
        }
    }

    /// The core is of scheme "prototype".
    pub fn is_prototype(self) -> bool {
        self == Preset::MnistSequence
    }

    /// Code where none is asked for.
    pub fn code(self) -> Code {
        match self {
            Preset::Fast | Preset::Balanced => Code::Edge16,
            Preset::StdpNine => Code::Ttfs,
            Preset::MnistSequence => Code::Edge12,
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
