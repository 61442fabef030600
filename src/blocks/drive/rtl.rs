//! RTL of the drive.
//!
//! The sum is written `2a - (2(!b) + 1)`, whose upper bits are `a + b`: Yosys keeps the order of a
//! difference, so that the register `a` feeds the carry chain and one table a bit holds the choice of
//! `b`, too, be it added or subtracted (measured with that of the neuron: 47 tables instead of 131).

use crate::hdl::prelude::*;
use crate::spec::{Spec, W1_BITS, WORD_BITS};

/// The drive: one adder for the rows and for the comparisons with a register.
#[derive(LogicBlock)]
pub struct Drive {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i` to the drive.
    pub acc_i: Signal<In, Bit>,
    /// Weight of this row.
    pub weight_i: Sig<In>,
    /// What is subtracted where no weight is added, unsigned.
    pub operand_i: Sig<In>,
    /// Tell the sign of the drive.
    pub sign_i: Signal<In, Bit>,
    /// With `sign_i`: the drive is not positive.
    pub not_positive_i: Signal<In, Bit>,
    /// The operand is the learning window: tell whether the drive is below it.
    pub test_i: Signal<In, Bit>,
    /// The drive starts from zero again.
    pub clear_i: Signal<In, Bit>,
    /// The neuron is silent: no learning.
    pub silent_i: Sig<In>,
    /// Drive.
    pub drive_o: Sig<Out>,
    /// Drive less operand, in the same cycle.
    pub sum_o: Sig<Out>,
    /// The drive lies in the learning window.
    pub in_window_o: Signal<Out, Bit>,
    /// The drive is positive.
    pub positive_o: Signal<Out, Bit>,
    /// The drive is negative.
    pub negative_o: Signal<Out, Bit>,
    drive: Reg,
    below: BitReg,
    not_positive: BitReg,
    negative: BitReg,
    weight: Sig<Local>,
    less: Sig<Local>,
    sum: Sig<Local>,
    unused: Signal<Local, Bit>,
    drive_sign: Const,
    sum_sign: Const,
}

/// Bits of a drive less a register.
pub fn operand_bits(spec: &Spec) -> usize {
    spec.drive_bits() + 1
}

impl Drive {
    /// Widths of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (drive, operand) = (spec.drive_bits(), operand_bits(spec));
        Drive {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            weight_i: Sig::new(W1_BITS),
            operand_i: Sig::new(WORD_BITS),
            sign_i: Default::default(),
            not_positive_i: Default::default(),
            test_i: Default::default(),
            clear_i: Default::default(),
            silent_i: Sig::new(1),
            drive_o: Sig::new(drive),
            sum_o: Sig::new(operand),
            in_window_o: Default::default(),
            positive_o: Default::default(),
            negative_o: Default::default(),
            drive: Reg::data(drive),
            below: BitReg::new(false),
            not_positive: BitReg::new(false),
            negative: BitReg::new(false),
            weight: Sig::new(operand),
            less: Sig::new(operand + 1),
            sum: Sig::new(operand + 1),
            unused: Default::default(),
            drive_sign: Const::new(8, drive as i128 - 1),
            sum_sign: Const::new(8, operand as i128),
        }
    }
}

impl Logic for Drive {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, drive, below, not_positive, negative);
        self.weight.next = bits(signed_cast(self.weight_i.val()), self.weight.width());
        self.less.next = bits(self.operand_i.val(), self.less.width()) << 1;
        if self.acc_i.val() {
            self.less.next = (bits(!self.weight.val(), self.less.width()) << 1) | 1;
        }
        self.sum.next =
            (bits(signed_cast(self.drive.q.val()), self.sum.width()) << 1) - self.less.val();
        self.unused.next = self.sum.val().get_bit(0).any();
        if self.acc_i.val() {
            self.drive.d.next = bits(self.sum.val() >> 1, self.drive.d.width());
        }
        if self.clear_i.val() || !self.rst_ni.val() {
            self.drive.d.next = 0.into();
        }
        if self.test_i.val() {
            self.below.d.next =
                self.sum.val().get_bit(self.sum_sign.val()).any() && !self.silent_i.val().any();
        }
        if self.sign_i.val() {
            self.negative.d.next = self.drive.q.val().get_bit(self.drive_sign.val()).any();
            self.not_positive.d.next = self.not_positive_i.val();
        }
        self.drive_o.next = self.drive.q.val();
        self.sum_o.next = bits(self.sum.val() >> 1, self.sum_o.width());
        self.in_window_o.next = self.below.q.val() && !self.not_positive.q.val();
        self.positive_o.next = !self.not_positive.q.val();
        self.negative_o.next = self.negative.q.val();
    }
}
