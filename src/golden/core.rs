//! The golden model of `spin_core` at its ports: events, host accesses, reset; see the host map in
//! [`crate::spec`].
//!
//! Events: a row out of range, a step beyond the last and a label out of range set their error
//! bit and are dropped (of the label: nothing is learned). A row repeated within an input step is
//! dropped silently. A LAST that comes before the last input step ends it and the steps left, in
//! which the bias drives alone. A view (`more`) adds to the readout sums and ends without result or
//! teaching.
//! Host: an access outside the map sets [`ErrorBit::HostAddress`] and reads 0, as does a rule of a type
//! that the core has no hardware for; a write to what is read only is ignored; data are cut to the width of what they are written to.

pub use super::event::{Event, Last};
use super::model::Model;
use super::observer::Observer;
use super::place::Place;
use crate::blocks::draw::golden::Lfsr;
use crate::device::{Rule, SwitchingTables};
use crate::spec::timing::ImageWork;
use crate::spec::{Counter, ErrorBit, NUM_CLASSES, Pairs, Register, Scheme, Spec, W2_BITS, spike};
use std::borrow::Cow;

/// Value of [`Register::Version`].
pub const VERSION: u32 = 0x5350_4C01;

/// What an image came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageOutcome {
    /// Class before teaching, and whether it is taught; none for a view.
    pub result: Option<(u8, bool)>,
    /// What it made the core do.
    pub work: ImageWork,
}

/// The memory word that a host write changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostWrite {
    /// A word of W1.
    W1 {
        /// Row, `rows` for the bias.
        row: usize,
        /// Pass.
        pass: usize,
    },
    /// A cell of W2, or a field of the neuron memory.
    Second {
        /// Hidden column.
        column: usize,
        /// Class, or field.
        index: usize,
    },
    /// No weight.
    Other,
}

/// A core between two events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Core {
    network: Model,
    /// What reset makes of the LFSR.
    lfsr_reset: Lfsr,
    errors: u32,
    /// Steps in which each row of the image at hand spiked, one bit each.
    seen: Vec<u8>,
    /// Of a core that only infers: cells of W1 on their way to a word, by lane.
    word: Vec<i16>,
    /// Input step of the image at hand.
    step: usize,
    num_events: u64,
}

impl Core {
    /// A core that holds weights and registers of `network` as they are.
    pub fn with_registers(network: impl Into<Model>) -> Self {
        let network = network.into();
        Core {
            seen: vec![0; network.spec().rows],
            word: vec![0; network.spec().lanes],
            step: 0,
            lfsr_reset: network.lfsr(),
            errors: 0,
            num_events: 0,
            network,
        }
    }

    /// A core after reset that holds the weights of `network`; the RTL is generated with the same
    /// `lfsr_reset`.
    pub fn new(network: impl Into<Model>, lfsr_reset: Lfsr) -> Self {
        let mut core = Self::with_registers(network);
        core.lfsr_reset = lfsr_reset;
        core.power_on();
        core
    }

    /// What configuration gives: the switching tables as generated, then a reset.
    pub fn power_on(&mut self) {
        *self.network.tables_mut() = SwitchingTables::of(self.network.spec());
        self.reset();
    }

    /// Registers, counters, error bits and sums to their reset values; memories (weights, switching
    /// tables) stay.
    pub fn reset(&mut self) {
        self.network.reset(self.lfsr_reset);
        self.errors = 0;
        self.seen.fill(0);
        self.word.fill(0);
        self.step = 0;
        self.num_events = 0;
    }

    /// Takes an event; a LAST yields the outcome of its image.
    pub fn event(&mut self, event: Event, observer: &mut impl Observer) -> Option<ImageOutcome> {
        match event {
            Event::Row(row) => match self.seen.get_mut(usize::from(row)) {
                Some(seen) => *seen |= 1 << self.step,
                None => self.set_error(ErrorBit::Row),
            },
            Event::Step | Event::Reserved => match self.step + 1 {
                next if next < self.spec().input_steps() => self.step = next,
                _ => self.set_error(ErrorBit::Step),
            },
            Event::Last(last) => return Some(self.last(last, observer)),
        }
        self.num_events += 1;
        None
    }

    fn last(&mut self, last: Last, observer: &mut impl Observer) -> ImageOutcome {
        let in_step = |step: usize| {
            let rows = (0..).zip(&self.seen);
            rows.filter(move |(_, seen)| **seen >> step & 1 == 1)
                .map(move |(row, _)| spike(step, row))
        };
        let spikes: Vec<u16> = (0..self.spec().input_steps()).flat_map(in_step).collect();
        self.seen.fill(0);
        let steps = std::mem::take(&mut self.step) as u64;
        let wanted = last.learn && !last.more;
        let known = usize::from(last.label) < NUM_CLASSES && self.spec().learns();
        if wanted && !known {
            self.set_error(ErrorBit::Label);
        }
        let learn = wanted && known;
        let draws = self.network.counters().get(Counter::Draws);
        let result = if last.more {
            self.network.infer(&spikes, observer);
            None
        } else {
            let label = learn.then_some(last.label);
            let decision = self.network.present(&spikes, label, observer);
            Some((decision.class, decision.taught))
        };
        let taught = result.is_some_and(|(_, taught)| taught);
        let work = ImageWork {
            events: std::mem::take(&mut self.num_events),
            steps,
            rows: spikes.len() as u64,
            learn,
            taught,
            more: last.more,
            ..self.network.work(draws, taught)
        };
        ImageOutcome { result, work }
    }

    /// Host write.
    pub fn write(&mut self, addr: u32, data: u32) -> HostWrite {
        match Place::of(&self.network, addr) {
            Some(Place::W1(..)) if self.has_weights() && is_lowest(data, self.spec().w1_bits()) => {
                self.set_error(ErrorBit::HostAddress)
            }
            Some(Place::Second(..)) if self.has_w2() && is_lowest(data, W2_BITS) => {
                self.set_error(ErrorBit::HostAddress)
            }
            Some(Place::W1(row, column)) if !self.spec().learns() => {
                return self.shift_in(row, column, data);
            }
            Some(Place::W1(row, column)) => {
                let bits = self.spec().w1_bits();
                self.network
                    .set_w1_cell(row, column, sign_extended(data, bits));
                let pass = column / self.spec().lanes;
                return HostWrite::W1 { row, pass };
            }
            Some(Place::Second(column, index)) => {
                self.network.set_second(column, index, data);
                return HostWrite::Second { column, index };
            }
            Some(Place::Register(register)) => self.write_register(register, data),
            Some(Place::Threshold(index)) => {
                if let Some(word) = self.network.tables_mut().words_mut().nth(index) {
                    *word = data as u16;
                }
            }
            Some(Place::Rule(index)) => {
                let rule = Rule::from_bits(data as u8);
                if self.spec().has_letters(rule.gate_acausal) {
                    self.network.set_rule(index, rule);
                } else {
                    self.set_error(ErrorBit::HostAddress);
                }
            }
            Some(Place::Mask(column)) => self.network.set_silent(column, data & 1 == 1),
            Some(Place::Counter(_)) => {}
            None => self.set_error(ErrorBit::HostAddress),
        }
        HostWrite::Other
    }

    /// The word register goes up by a lane; the cell of lane 0 sends it to the memory.
    fn shift_in(&mut self, row: usize, column: usize, data: u32) -> HostWrite {
        let (lanes, columns) = (self.spec().lanes, self.spec().columns);
        self.word.rotate_right(1);
        self.word[0] = sign_extended(data, self.spec().w1_bits());
        if !column.is_multiple_of(lanes) {
            return HostWrite::Other;
        }
        for (column, &cell) in (column..columns).zip(&self.word) {
            self.network.set_w1_cell(row, column, cell);
        }
        self.word.fill(0);
        let pass = column / lanes;
        HostWrite::W1 { row, pass }
    }

    fn write_register(&mut self, register: Register, data: u32) {
        let learns = self.spec().learns();
        let learning = self.network.learning_mut();
        match register {
            Register::Version | Register::Array | Register::Lanes | Register::Errors => {}
            Register::Threshold if !learns => {}
            Register::Codes => {
                learning.code_hidden = data as u8 & 15;
                learning.code_readout = data as u8 >> 4;
            }
            Register::Threshold if data & 0xFFFF == 0 => self.set_error(ErrorBit::HostAddress),
            Register::Threshold => learning.threshold = data & 0xFFFF,
            Register::Window => learning.window = data & 0xFFFF,
            Register::Margin => learning.margin = data & 0xFFFF,
            Register::DeadZone => learning.dead_zone = data & 0xFF,
            Register::Breakpoints => learning.breakpoints = data.to_le_bytes().map(u32::from),
            Register::Mask => {
                learning.mask_target = data & 0xFFFF;
                learning.mask_code = (data >> 16) as u8 & 15;
            }
            Register::Lfsr => match Lfsr::new(data as u16) {
                Some(lfsr) => self.network.set_lfsr(lfsr),
                None => self.set_error(ErrorBit::LfsrZero),
            },
        }
    }

    /// Host read.
    pub fn read(&mut self, addr: u32) -> u32 {
        match Place::of(&self.network, addr) {
            Some(Place::W1(..) | Place::Second(..)) if !self.spec().learns() => {
                self.set_error(ErrorBit::HostAddress);
                0
            }
            Some(Place::Register(register)) => self.register(register),
            Some(Place::W1(row, column)) => i32::from(self.w1_cells(row)[column]) as u32,
            Some(Place::Second(column, index)) => {
                let (value, _) = self.network.second_fields(column)[index];
                if self.has_w2() {
                    return i32::from(sign_extended(value, W2_BITS)) as u32;
                }
                value
            }
            Some(Place::Threshold(index)) => {
                let word = self.network.tables().words().nth(index);
                word.map_or(0, |&word| u32::from(word))
            }
            Some(Place::Rule(index)) => u32::from(self.network.rule(index).bits()),
            Some(Place::Mask(column)) => u32::from(self.network.is_silent(column)),
            Some(Place::Counter(index)) => self.network.counters().0[index],
            None => {
                self.set_error(ErrorBit::HostAddress);
                0
            }
        }
    }

    /// All host addresses at which something lies.
    pub fn addresses(&self) -> Vec<u32> {
        Place::addresses(&self.network)
    }

    /// Value of a register, as the host reads it.
    pub fn register(&self, register: Register) -> u32 {
        let (spec, learning) = (self.spec(), self.network.learning());
        match register {
            Register::Version => VERSION,
            Register::Array => (spec.rows << 16 | spec.columns) as u32,
            Register::Lanes => (spec.lanes << 16 | spec.passes()) as u32,
            Register::Codes => learning.codes(),
            Register::Threshold => learning.threshold,
            Register::Window => learning.window,
            Register::Margin => learning.margin,
            Register::DeadZone => learning.dead_zone,
            Register::Mask => learning.mask(),
            Register::Breakpoints => u32::from_le_bytes(learning.breakpoints.map(|b| b as u8)),
            Register::Lfsr => u32::from(self.lfsr()),
            Register::Errors => self.errors,
        }
    }

    fn set_error(&mut self, bit: ErrorBit) {
        self.errors |= 1 << bit as u32;
    }

    /// The sizes.
    pub fn spec(&self) -> &Spec {
        self.network.spec()
    }

    /// Weights and registers.
    pub fn network(&self) -> &Model {
        &self.network
    }

    /// What the hidden cells of a row hold: weights, or the states of persistent pairs.
    pub fn w1_cells(&self, row: usize) -> Cow<'_, [i16]> {
        self.network.w1_cells(row)
    }

    /// Fields of the second memory's word of a column: value and bits, the lowest first.
    pub fn second_fields(&self, column: usize) -> Vec<(u32, usize)> {
        self.network.second_fields(column)
    }

    /// The same of all columns.
    pub fn second_rows(&self) -> impl Iterator<Item = Vec<(u32, usize)>> {
        (0..self.spec().columns).map(|column| self.second_fields(column))
    }

    fn has_weights(&self) -> bool {
        self.spec().pairs == Pairs::Reset
    }

    fn has_w2(&self) -> bool {
        self.spec().scheme == Scheme::Modulated
    }

    /// All rows of W1, the bias row last where there is one.
    pub fn w1_rows(&self) -> impl Iterator<Item = Cow<'_, [i16]>> {
        (0..self.spec().array_rows()).map(|row| self.w1_cells(row))
    }

    /// State of the LFSR; 0 where there is none.
    pub fn lfsr(&self) -> u16 {
        match self.spec().learns() {
            true => self.network.lfsr().state(),
            false => 0,
        }
    }

    /// All counters.
    pub fn counters(&self) -> [u32; Counter::COUNT] {
        self.network.counters().0
    }

    /// Error bits.
    pub fn errors(&self) -> u32 {
        self.errors
    }
}

/// The value without a positive counterpart: weights are symmetric, so it is refused.
fn is_lowest(data: u32, bits: usize) -> bool {
    data & ((1 << bits) - 1) == 1 << (bits - 1)
}

/// The low `bits` of `data` as a two's complement number.
fn sign_extended(data: u32, bits: usize) -> i16 {
    let unused = 32 - bits as u32;
    ((data << unused) as i32 >> unused) as i16
}

#[cfg(test)]
#[path = "core_tests.rs"]
mod tests;
