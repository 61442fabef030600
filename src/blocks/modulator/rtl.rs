//! RTL of the modulator: from the readout's weights to the rule and the amplitude of a column.

use crate::blocks::stdp::rtl::{NUM_RULES, OFFSET_BITS};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, W2_BITS};

/// Bits of an amplitude code.
pub const CODE_BITS: usize = 4;
/// Bits of the modulator's size.
const SIZE_BITS: usize = 8;
/// Bits of a code before it is clipped, signed.
const WIDE_BITS: usize = 6;

/// Combinational. The modulator is `label weight - rival weight`.
#[derive(LogicBlock)]
pub struct Modulator {
    /// Weight towards the label.
    pub label_weight_i: Sig<In>,
    /// Weight towards the rival.
    pub rival_weight_i: Sig<In>,
    /// Spike count of the column.
    pub count_i: Sig<In>,
    /// The column is in the learning window.
    pub in_window_i: Signal<In, Bit>,
    /// Amplitude codes {readout, hidden}.
    pub codes_i: Sig<In>,
    /// Amplitude offsets of the rule table, packed.
    pub offsets_i: Sig<In>,
    /// Modulators smaller than this teach nothing.
    pub dead_zone_i: Sig<In>,
    /// Four sizes that move the amplitude, packed.
    pub breakpoints_i: Sig<In>,
    /// The column has a type other than 00.
    pub typed_o: Signal<Out, Bit>,
    /// The modulator is positive: rule 1, else rule 0.
    pub positive_o: Signal<Out, Bit>,
    /// The hidden code is not below 0.
    pub pulse_o: Signal<Out, Bit>,
    /// Amplitude code of the hidden column.
    pub hidden_code_o: Sig<Out>,
    /// The label's code is not below 0.
    pub label_pulse_o: Signal<Out, Bit>,
    /// Amplitude code of the label's cell.
    pub label_code_o: Sig<Out>,
    /// The rival's code is not below 0.
    pub rival_pulse_o: Signal<Out, Bit>,
    /// Amplitude code of the rival's cell.
    pub rival_code_o: Sig<Out>,
    difference: Sig<Local>,
    negative: Signal<Local, Bit>,
    size: Sig<Local>,
    wide: Sig<Local>,
    offset: Sig<Local>,
    readout_wide: Sig<Local>,
    label_wide: Sig<Local>,
    rival_wide: Sig<Local>,
    count_less_one: Sig<Local>,
    unused: Sig<Local>,
    most: Const,
}

impl Default for Modulator {
    fn default() -> Self {
        Modulator {
            label_weight_i: Sig::new(W2_BITS),
            rival_weight_i: Sig::new(W2_BITS),
            count_i: Sig::new(COUNT_BITS),
            in_window_i: Default::default(),
            codes_i: Sig::packed(2, CODE_BITS),
            offsets_i: Sig::packed(NUM_RULES, OFFSET_BITS),
            dead_zone_i: Sig::new(SIZE_BITS),
            breakpoints_i: Sig::packed(4, SIZE_BITS),
            typed_o: Default::default(),
            positive_o: Default::default(),
            pulse_o: Default::default(),
            hidden_code_o: Sig::new(CODE_BITS),
            label_pulse_o: Default::default(),
            label_code_o: Sig::new(CODE_BITS),
            rival_pulse_o: Default::default(),
            rival_code_o: Sig::new(CODE_BITS),
            difference: Sig::new(W2_BITS + 1),
            negative: Default::default(),
            size: Sig::new(SIZE_BITS),
            wide: Sig::new(WIDE_BITS),
            offset: Sig::new(OFFSET_BITS),
            readout_wide: Sig::new(WIDE_BITS),
            label_wide: Sig::new(WIDE_BITS),
            rival_wide: Sig::new(WIDE_BITS),
            count_less_one: Sig::new(COUNT_BITS),
            unused: Sig::new(1),
            most: Const::new(WIDE_BITS, 15),
        }
    }
}

impl Logic for Modulator {
    #[hdl_gen]
    fn update(&mut self) {
        self.difference.next = bits(signed_cast(self.label_weight_i.val()), 9)
            - bits(signed_cast(self.rival_weight_i.val()), 9);
        self.negative.next = self.difference.val().get_bit(8).any();
        self.size.next = bits(self.difference.val(), 8);
        if self.negative.val() {
            self.size.next = !bits(self.difference.val(), 8) + 1;
        }
        self.positive_o.next = !self.negative.val();
        self.typed_o.next = self.in_window_i.val()
            && self.size.val().any()
            && (self.size.val() >= self.dead_zone_i.val());

        self.offset.next = self.offsets_i.val().get_bit(0);
        if !self.negative.val() {
            self.offset.next = self.offsets_i.val().get_bit(1);
        }
        self.wide.next =
            bits(self.codes_i.val().get_bit(0), 6) + bits(signed_cast(self.offset.val()), 6);
        if self.size.val() >= self.breakpoints_i.val().get_bit(3) {
            self.wide.next = self.wide.val() + 1;
        }
        if self.size.val() < self.breakpoints_i.val().get_bit(2) {
            self.wide.next = self.wide.val() - 1;
        }
        if self.size.val() < self.breakpoints_i.val().get_bit(1) {
            self.wide.next = self.wide.val() - 1;
        }
        if self.size.val() < self.breakpoints_i.val().get_bit(0) {
            self.wide.next = self.wide.val() - 1;
        }
        self.pulse_o.next = !self.wide.val().get_bit(5).any();
        self.hidden_code_o.next = bits(self.wide.val(), 4);
        if self.wide.val() > self.most.val() {
            self.hidden_code_o.next = 15.into();
        }

        self.readout_wide.next =
            bits(self.codes_i.val().get_bit(1), 6) + bits((self.count_less_one.val()) >> 1, 6);
        self.count_less_one.next = self.count_i.val() - 1;
        self.unused.next = self.count_less_one.val().get_bit(0);
        self.label_wide.next =
            self.readout_wide.val() + bits(signed_cast(self.offsets_i.val().get_bit(2)), 6);
        self.label_pulse_o.next = !self.label_wide.val().get_bit(5).any();
        self.label_code_o.next = bits(self.label_wide.val(), 4);
        if self.label_wide.val() > self.most.val() {
            self.label_code_o.next = 15.into();
        }
        self.rival_wide.next =
            self.readout_wide.val() + bits(signed_cast(self.offsets_i.val().get_bit(3)), 6);
        self.rival_pulse_o.next = !self.rival_wide.val().get_bit(5).any();
        self.rival_code_o.next = bits(self.rival_wide.val(), 4);
        if self.rival_wide.val() > self.most.val() {
            self.rival_code_o.next = 15.into();
        }
    }
}
