//! Named points between speed and area. Lanes change no result.

/// A named choice of lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// A lane for every column: one pass.
    #[default]
    Fast,
    /// A lane for five columns: five passes, memories that suit a small FPGA.
    Balanced,
}

/// Columns that share a lane in [`Preset::Balanced`].
const COLUMNS_PER_LANE: usize = 5;

impl Preset {
    /// Every preset with its name.
    pub const NAMES: &[(&str, Preset)] = &[("fast", Preset::Fast), ("balanced", Preset::Balanced)];

    /// Lanes for an array of `columns`.
    pub fn lanes(self, columns: usize) -> usize {
        match self {
            Preset::Fast => columns,
            Preset::Balanced => columns.div_ceil(COLUMNS_PER_LANE),
        }
    }
}
