//! What cells are, summed.

use std::ops::AddAssign;

/// Cells by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Usage {
    /// Look-up tables, those that serve as memory included; gates where the target has no tables.
    pub lut: u64,
    /// Flip-flops.
    pub ff: u64,
    /// Carry cells.
    pub carry: u64,
    /// Block RAM, Kbit, as whole blocks.
    pub block_ram_kbit: u64,
    /// Multipliers.
    pub dsp: u64,
    /// Area of standard cells, square micrometres; 0 where the target has none.
    pub area_um2: f64,
}

impl AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        self.lut += other.lut;
        self.ff += other.ff;
        self.carry += other.carry;
        self.block_ram_kbit += other.block_ram_kbit;
        self.dsp += other.dsp;
        self.area_um2 += other.area_um2;
    }
}

impl Usage {
    /// Blocks of 36 Kbit.
    pub fn bram36(&self) -> f64 {
        self.block_ram_kbit as f64 / 36.0
    }
}
