//! RTL of the modulator: from the readout's weights to the class of a column.

use crate::hdl::prelude::*;
use crate::spec::W2_BITS;

/// Bits of an amplitude code.
pub const CODE_BITS: usize = 4;
/// Bits of a column's class: {modulator positive, amplitude offset}.
pub const CLASS_BITS: usize = 1 + STEP_BITS;
/// Bits of the amplitude offset, signed.
pub const STEP_BITS: usize = 3;
/// Bits of the modulator's size.
const SIZE_BITS: usize = 8;

/// The modulator is `label weight - rival weight`; its class comes two cycles later.
#[derive(LogicBlock)]
pub struct Modulator {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Weight towards the label.
    pub label_weight_i: Sig<In>,
    /// Weight towards the rival.
    pub rival_weight_i: Sig<In>,
    /// Two cycles later: the column is in the learning window.
    pub in_window_i: Signal<In, Bit>,
    /// Modulators smaller than this teach nothing.
    pub dead_zone_i: Sig<In>,
    /// Four sizes that move the amplitude, packed.
    pub breakpoints_i: Sig<In>,
    /// The column learns.
    pub learns_o: Signal<Out, Bit>,
    /// The modulator is positive: rule 1, else rule 0.
    pub positive_o: Signal<Out, Bit>,
    /// {positive, amplitude offset -3 to +1}; offset -4 where the column does not learn.
    pub class_o: Sig<Out>,
    difference: Reg,
    size: Reg,
    negative: BitReg,
    learns: Signal<Local, Bit>,
    step: Sig<Local>,
    positive: Sig<Local>,
    none: Const,
}

impl Default for Modulator {
    fn default() -> Self {
        Modulator {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            label_weight_i: Sig::new(W2_BITS),
            rival_weight_i: Sig::new(W2_BITS),
            in_window_i: Default::default(),
            dead_zone_i: Sig::new(SIZE_BITS),
            breakpoints_i: Sig::packed(4, SIZE_BITS),
            learns_o: Default::default(),
            positive_o: Default::default(),
            class_o: Sig::new(CLASS_BITS),
            difference: Reg::data(W2_BITS + 1),
            size: Reg::data(SIZE_BITS),
            negative: BitReg::new(false),
            learns: Default::default(),
            step: Sig::new(STEP_BITS),
            positive: Sig::new(1),
            none: Const::new(STEP_BITS, 0b100),
        }
    }
}

impl Logic for Modulator {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, difference, size, negative);
        self.difference.d.next = bits(signed_cast(self.label_weight_i.val()), 9)
            - bits(signed_cast(self.rival_weight_i.val()), 9);
        self.negative.d.next = self.difference.q.val().get_bit(8).any();
        self.size.d.next = bits(self.difference.q.val(), 8);
        if self.difference.q.val().get_bit(8).any() {
            self.size.d.next = !bits(self.difference.q.val(), 8) + 1;
        }

        self.learns.next = self.in_window_i.val()
            && self.size.q.val().any()
            && (self.size.q.val() >= self.dead_zone_i.val());
        self.step.next = 0.into();
        if self.size.q.val() >= self.breakpoints_i.val().get_bit(3) {
            self.step.next = 1.into();
        }
        if self.size.q.val() < self.breakpoints_i.val().get_bit(2) {
            self.step.next = self.step.val() - 1;
        }
        if self.size.q.val() < self.breakpoints_i.val().get_bit(1) {
            self.step.next = self.step.val() - 1;
        }
        if self.size.q.val() < self.breakpoints_i.val().get_bit(0) {
            self.step.next = self.step.val() - 1;
        }
        if !self.learns.val() {
            self.step.next = self.none.val();
        }
        self.positive.next = (!self.negative.q.val()).into();
        self.learns_o.next = self.learns.val();
        self.positive_o.next = !self.negative.q.val();
        self.class_o.next = (bits(self.positive.val(), 4) << 3) | bits(self.step.val(), 4);
    }
}
