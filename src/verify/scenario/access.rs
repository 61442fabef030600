//! Random host accesses.

use super::Writer;
use crate::spec::{Region, Register, Scheme};
use crate::verify::session::Action;

impl Writer<'_> {
    /// Registers that make a small core fire and learn.
    pub(super) fn start(&mut self) {
        if !self.spec.learns() {
            return;
        }
        // small cores drive little
        let threshold = 20 + self.stream.below(600);
        self.put(register(Register::Threshold, threshold));
        let margin = [2048, 20_000, 65_535][self.stream.below(3) as usize];
        self.put(register(Register::Margin, margin));
        self.codes();
        self.rules();
    }

    /// Amplitude codes, often at a limit of the tables.
    pub(super) fn codes(&mut self) {
        if !self.spec.learns() {
            return;
        }
        let mut code = || match self.stream.below(4) {
            0 => 0,
            1 => 15,
            _ => self.stream.below(16),
        };
        let codes = code() << 4 | code();
        self.put(register(Register::Codes, codes));
    }

    /// All entries of the rule table: any type, both letters, any way of making it.
    pub(super) fn rules(&mut self) {
        if self.spec.scheme != Scheme::Modulated || !self.spec.learns() {
            return;
        }
        for index in 0..4 {
            // refused on a core of causal types, now and then
            let acausal = self.spec.has_letters(true) || self.one_in(16);
            let bits = self.stream.below(32) & if acausal { 31 } else { 30 };
            let offset = [0, 0, 1, 2, 6, 7][self.stream.below(6) as usize];
            let addr = (Region::RuleTable as u32) << 28 | index;
            self.put(Action::Write(addr, offset << 5 | bits));
        }
    }

    /// A word of W1 of a core that only infers, or its lower lanes, from the highest down; now and then
    /// behind cells that come to nothing, or with a weight that is refused.
    pub(super) fn word(&mut self) {
        let spec = self.spec;
        let row = self.stream.below(spec.array_rows() as u32);
        let pass = self.stream.below(spec.passes() as u32);
        let lost = match self.one_in(2) {
            true => vec![spec.lanes as u32 - 1; spec.lanes],
            false => vec![],
        };
        let lanes = match self.one_in(2) {
            true => 1 + self.stream.below(spec.lanes as u32),
            false => spec.lanes as u32,
        };
        for lane in lost.into_iter().chain((0..lanes).rev()) {
            let addr = (Region::W1 as u32) << 28 | row << 14 | pass << spec.lane_bits() | lane;
            let weight = self.stream.symmetric(spec.w1_max() as i16 + 1);
            self.put(Action::Write(addr, i32::from(weight) as u32));
        }
    }

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
            0 if addr == Register::Mask as u32 => any & 0x0F_007F,
            0 if addr == Register::Lfsr as u32 && self.one_in(3) => 0,
            _ => any,
        };
        Action::Write(addr, data)
    }

    /// Mostly inside the map.
    fn address(&mut self) -> u32 {
        let spec = self.spec;
        let (region, index) = match self.stream.below(10) {
            0..=2 => (Region::Registers, self.stream.below(13)),
            3 | 4 => {
                let row = self.stream.below(spec.rows as u32 + 2);
                let pass = self.stream.below(spec.passes() as u32 + 1);
                let lane = self.stream.below(spec.lanes as u32 + 1) % (1 << spec.lane_bits());
                (Region::W1, row << 14 | pass << spec.lane_bits() | lane)
            }
            5 | 6 => {
                let column = self.stream.below(spec.columns as u32 + 1);
                let second = match spec.scheme {
                    Scheme::Modulated if spec.mask && self.one_in(2) => {
                        let cell = self
                            .stream
                            .below(1 << (spec.pass_bits() + spec.lane_bits()));
                        return (Region::Neurons as u32) << 28 | cell;
                    }
                    Scheme::Modulated => Region::W2,
                    Scheme::Prototype(_) => Region::Neurons,
                };
                (second, column << 4 | self.stream.below(11))
            }
            7 => (Region::SwitchingTables, self.stream.below(66)),
            8 => (Region::RuleTable, self.stream.below(5)),
            _ if self.one_in(8) => return self.stream.below(u32::MAX),
            _ => (Region::Counters, self.stream.below(12)),
        };
        (region as u32) << 28 | index
    }
}

/// Writes a register.
pub(super) fn register(register: Register, data: u32) -> Action {
    Action::Write((Region::Registers as u32) << 28 | register as u32, data)
}
