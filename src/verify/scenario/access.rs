//! Random host accesses.

use super::Writer;
use crate::spec::{Region, Register, Scheme};
use crate::verify::session::Action;

impl Writer<'_> {
    /// A read or a write of anything.
    pub(super) fn access(&mut self) -> Action {
        let addr = self.address();
        if self.one_in(2) {
            return Action::Read(addr);
        }
        let any = self.stream.below(u32::MAX);
        let data = match addr >> 28 {
            // the lowest value, without a positive counterpart, is refused
            1 => (self.stream.symmetric(1 << (self.spec.w1_bits() - 1))) as u32,
            2 => (self.stream.symmetric(128)) as u32,
            6 if self.one_in(2) => any % 300,
            0 if addr == Register::Threshold as u32 && !any.is_multiple_of(7) => 20 + any % 1500,
            0 if addr == Register::Threshold as u32 => 0,
            0 if addr == Register::Lfsr as u32 && self.one_in(3) => 0,
            _ => any,
        };
        Action::Write(addr, data)
    }

    /// Mostly inside the map.
    fn address(&mut self) -> u32 {
        let spec = self.spec;
        let (region, index) = match self.stream.below(10) {
            0..=2 => (Region::Registers, self.stream.below(12)),
            3 | 4 => {
                let row = self.stream.below(spec.rows as u32 + 2);
                let pass = self.stream.below(spec.passes() as u32 + 1);
                let lane = self.stream.below(spec.lanes as u32 + 1) % (1 << spec.lane_bits());
                (Region::W1, row << 14 | pass << spec.lane_bits() | lane)
            }
            5 | 6 => {
                let column = self.stream.below(spec.columns as u32 + 1);
                let second = match spec.scheme {
                    Scheme::Modulated => Region::W2,
                    Scheme::Prototype(_) => Region::Neurons,
                };
                (second, column << 4 | self.stream.below(11))
            }
            7 => (Region::SwitchingTables, self.stream.below(66)),
            8 => (Region::RuleTable, self.stream.below(5)),
            _ if self.one_in(8) => return self.stream.below(u32::MAX),
            _ => (Region::Counters, self.stream.below(9)),
        };
        (region as u32) << 28 | index
    }
}

/// Writes a register.
pub(super) fn register(register: Register, data: u32) -> Action {
    Action::Write((Region::Registers as u32) << 28 | register as u32, data)
}
