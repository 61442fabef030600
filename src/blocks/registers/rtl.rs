//! RTL of the registers: schedule codes, thresholds, the rule table, sticky error bits.

use crate::blocks::modulator::rtl::CODE_BITS;
use crate::blocks::stdp::rtl::{NUM_RULES, entry_bits};
use crate::hdl::prelude::*;
use crate::spec::{Scheme, Spec, WORD_BITS};

/// Bits of a bus word.
pub const BUS_BITS: usize = 32;
/// Value of the version register.
pub const VERSION: u32 = 0x5350_4C01;
/// Rule table at reset in scheme "prototype": PD, axis Y, left junction; the others are free.
const PROTOTYPE_RULES: [u32; NUM_RULES] = [0b01011, 0, 0, 0];

/// Written in one cycle, read in the same.
#[derive(LogicBlock)]
pub struct Registers {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low: all to their start values.
    pub rst_ni: Signal<In, Bit>,
    /// Write register `index_i`.
    pub write_i: Signal<In, Bit>,
    /// Write entry `index_i` of the rule table.
    pub rule_write_i: Signal<In, Bit>,
    /// Register or entry.
    pub index_i: Sig<In>,
    /// What is written.
    pub data_i: Sig<In>,
    /// LFSR state, to be read.
    pub lfsr_i: Sig<In>,
    /// Register of the mask, to be read.
    pub mask_i: Sig<In>,
    /// Dropped: row out of range.
    pub error_row_i: Signal<In, Bit>,
    /// Dropped: step beyond the last.
    pub error_step_i: Signal<In, Bit>,
    /// Label out of range.
    pub error_label_i: Signal<In, Bit>,
    /// A host access outside the map.
    pub error_host_i: Signal<In, Bit>,
    /// Value of register `index_i`.
    pub value_o: Sig<Out>,
    /// Value of entry `index_i` of the rule table.
    pub rule_o: Sig<Out>,
    /// Load the LFSR with `data_i` of the cycle before, which stands.
    pub lfsr_load_o: Signal<Out, Bit>,
    /// Register: amplitude codes {readout, hidden}.
    pub codes_o: Sig<Out>,
    /// Register: LIF threshold.
    pub threshold_o: Sig<Out>,
    /// Register: learning window.
    pub window_o: Sig<Out>,
    /// Register: margin.
    pub margin_o: Sig<Out>,
    /// Register: dead zone.
    pub dead_zone_o: Sig<Out>,
    /// Register: breakpoints.
    pub breakpoints_o: Sig<Out>,
    /// Rule table, packed.
    pub rules_o: Sig<Out>,
    codes: Reg,
    threshold: Reg,
    window: Reg,
    margin: Reg,
    dead_zone: Reg,
    breakpoints: Reg,
    rules: Reg,
    errors: Reg,
    lfsr_load: BitReg,
    rules_now: Sig<Local>,
    next_rule: Vec<Sig<Local>>,
    rule: Sig<Local>,
    value: Sig<Local>,
    lfsr_write: Signal<Local, Bit>,
    threshold_zero: Signal<Local, Bit>,
    word: Sig<Local>,
    version: Const,
    array: Const,
    lanes_passes: Const,
    rule_mask: Const,
}

impl Registers {
    /// With the sizes and start values of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let learning = &spec.learning;
        let codes = learning.code_hidden | learning.code_readout << CODE_BITS;
        let breakpoints = learning
            .breakpoints
            .iter()
            .rev()
            .fold(0, |word, b| word << 8 | b);
        let rules = match spec.scheme {
            Scheme::Modulated => spec.rules.map(u32::from),
            Scheme::Prototype(_) => PROTOTYPE_RULES,
        };
        let entry = entry_bits(spec);
        let rules = rules.iter().rev().fold(0, |word, r| word << entry | r);
        let bus = |high: usize, low: usize| Const::new(BUS_BITS, (high << 16 | low) as i128);
        Registers {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            write_i: Default::default(),
            rule_write_i: Default::default(),
            index_i: Sig::new(4),
            data_i: Sig::new(BUS_BITS),
            lfsr_i: Sig::new(WORD_BITS),
            mask_i: Sig::new(BUS_BITS),
            error_row_i: Default::default(),
            error_step_i: Default::default(),
            error_label_i: Default::default(),
            error_host_i: Default::default(),
            value_o: Sig::new(BUS_BITS),
            rule_o: Sig::new(entry),
            lfsr_load_o: Default::default(),
            codes_o: Sig::packed(2, CODE_BITS),
            threshold_o: Sig::new(WORD_BITS),
            window_o: Sig::new(WORD_BITS),
            margin_o: Sig::new(WORD_BITS),
            dead_zone_o: Sig::new(8),
            breakpoints_o: Sig::packed(4, 8),
            rules_o: Sig::packed(NUM_RULES, entry),
            codes: Reg::new(8, codes.into()),
            threshold: Reg::new(WORD_BITS, learning.threshold.into()),
            window: Reg::new(WORD_BITS, learning.window.into()),
            margin: Reg::new(WORD_BITS, learning.margin.into()),
            dead_zone: Reg::new(8, learning.dead_zone.into()),
            breakpoints: Reg::new(BUS_BITS, breakpoints.into()),
            rules: Reg::new(NUM_RULES * entry, rules.into()),
            errors: Reg::new(5, 0),
            lfsr_load: BitReg::new(false),
            rules_now: Sig::packed(NUM_RULES, entry),
            next_rule: (0..NUM_RULES).map(|_| Sig::new(entry)).collect(),
            rule: Sig::new(entry),
            value: Sig::new(BUS_BITS),
            lfsr_write: Default::default(),
            threshold_zero: Default::default(),
            word: Sig::new(WORD_BITS),
            version: Const::new(BUS_BITS, VERSION.into()),
            array: bus(spec.rows, spec.columns),
            lanes_passes: bus(spec.lanes, spec.passes()),
            // a gate that never opens is no register
            rule_mask: Const::new(
                entry,
                (1 << entry) - 1 - i128::from(!spec.has_letters(true)),
            ),
        }
    }
}

impl Logic for Registers {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, codes, threshold, window, margin, dead_zone);
        dff_setup!(self, clk_i, breakpoints, errors);
        clock!(self, clk_i, rules, lfsr_load);
        self.word.next = bits(self.data_i.val(), 16);
        self.lfsr_write.next = self.write_i.val() && (self.index_i.val() == 9);
        self.lfsr_load.d.next = self.lfsr_write.val() && self.word.val().any();
        self.lfsr_load_o.next = self.lfsr_load.q.val();
        if self.write_i.val() {
            if self.index_i.val() == 3 {
                self.codes.d.next = bits(self.data_i.val(), 8);
            } else if (self.index_i.val() == 4) && self.word.val().any() {
                self.threshold.d.next = self.word.val();
            } else if self.index_i.val() == 5 {
                self.window.d.next = self.word.val();
            } else if self.index_i.val() == 6 {
                self.margin.d.next = self.word.val();
            } else if self.index_i.val() == 7 {
                self.dead_zone.d.next = bits(self.data_i.val(), 8);
            } else if self.index_i.val() == 8 {
                self.breakpoints.d.next = self.data_i.val();
            }
        }
        self.rules_now.next = self.rules.q.val();
        for k in 0..self.next_rule.len() {
            self.next_rule[k].next = self.rules_now.val().get_bit(k);
            if self.rule_write_i.val() && (self.index_i.val() == k.to_bits()) {
                self.next_rule[k].next =
                    bits(self.data_i.val(), self.rule.width()) & self.rule_mask.val();
            }
        }
        self.rules.d.next = self.next_rule.val();
        if self.error_row_i.val() {
            self.errors.d.next = self.errors.q.val() | 1;
        }
        if self.error_step_i.val() {
            self.errors.d.next = self.errors.q.val() | 2;
        }
        if self.error_label_i.val() {
            self.errors.d.next = self.errors.q.val() | 4;
        }
        if self.lfsr_write.val() && !self.word.val().any() {
            self.errors.d.next = self.errors.q.val() | 8;
        }
        self.threshold_zero.next =
            self.write_i.val() && (self.index_i.val() == 4) && !self.word.val().any();
        if self.error_host_i.val() || self.threshold_zero.val() {
            self.errors.d.next = self.errors.q.val() | 16;
        }

        if self.index_i.val() == 0 {
            self.value.next = self.version.val();
        } else if self.index_i.val() == 1 {
            self.value.next = self.array.val();
        } else if self.index_i.val() == 2 {
            self.value.next = self.lanes_passes.val();
        } else if self.index_i.val() == 3 {
            self.value.next = bits(self.codes.q.val(), 32);
        } else if self.index_i.val() == 4 {
            self.value.next = bits(self.threshold.q.val(), 32);
        } else if self.index_i.val() == 5 {
            self.value.next = bits(self.window.q.val(), 32);
        } else if self.index_i.val() == 6 {
            self.value.next = bits(self.margin.q.val(), 32);
        } else if self.index_i.val() == 7 {
            self.value.next = bits(self.dead_zone.q.val(), 32);
        } else if self.index_i.val() == 8 {
            self.value.next = self.breakpoints.q.val();
        } else if self.index_i.val() == 9 {
            self.value.next = bits(self.lfsr_i.val(), 32);
        } else if self.index_i.val() == 11 {
            self.value.next = self.mask_i.val();
        } else {
            self.value.next = bits(self.errors.q.val(), 32);
        }
        self.value_o.next = self.value.val();
        self.rule.next = 0.into();
        for k in 0..self.next_rule.len() {
            if self.index_i.val() == k.to_bits() {
                self.rule.next = self.rules_now.val().get_bit(k);
            }
        }
        self.rule_o.next = self.rule.val();
        self.codes_o.next = self.codes.q.val();
        self.threshold_o.next = self.threshold.q.val();
        self.window_o.next = self.window.q.val();
        self.margin_o.next = self.margin.q.val();
        self.dead_zone_o.next = self.dead_zone.q.val();
        self.breakpoints_o.next = self.breakpoints.q.val();
        self.rules_o.next = self.rules.q.val();
    }
}
