//! RTL of the lane of a core that only infers. The sum is written as in `drive`.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec};

/// One adder.
#[derive(LogicBlock)]
pub struct InferLane {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i`.
    pub acc_i: Signal<In, Bit>,
    /// Weight of the row.
    pub weight_i: Sig<In>,
    /// Subtract an eighth of the threshold.
    pub step_i: Signal<In, Bit>,
    /// The last step: the sum starts from zero again.
    pub step_last_i: Signal<In, Bit>,
    /// Number of the step, from 1.
    pub number_i: Sig<In>,
    /// The count starts from zero again.
    pub clear_i: Signal<In, Bit>,
    /// Spikes of the image.
    pub count_o: Sig<Out>,
    sum: Reg,
    count: Reg,
    weight: Sig<Local>,
    less: Sig<Local>,
    difference: Sig<Local>,
    unused: Signal<Local, Bit>,
    step_less: Const,
    weight_shift: Const,
    sign: Const,
}

impl InferLane {
    /// Widths and threshold of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sum = spec.step_sum_bits();
        InferLane {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            weight_i: Sig::new(spec.w1_bits()),
            step_i: Default::default(),
            step_last_i: Default::default(),
            number_i: Sig::new(COUNT_BITS),
            clear_i: Default::default(),
            count_o: Sig::new(COUNT_BITS),
            sum: Reg::data(sum),
            count: Reg::data(COUNT_BITS),
            weight: Sig::new(sum),
            less: Sig::new(sum + 1),
            difference: Sig::new(sum + 1),
            unused: Default::default(),
            step_less: Const::new(sum + 1, i128::from(spec.step_threshold()) << 1),
            weight_shift: Const::new(8, spec.sum_shift().into()),
            sign: Const::new(8, sum as i128),
        }
    }
}

impl Logic for InferLane {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, sum, count);
        self.weight.next =
            bits(signed_cast(self.weight_i.val()), self.weight.width()) << self.weight_shift.val();
        self.less.next = self.step_less.val();
        if self.acc_i.val() {
            self.less.next = (bits(!self.weight.val(), self.less.width()) << 1) | 1;
        }
        self.difference.next =
            (bits(self.sum.q.val(), self.difference.width()) << 1) - self.less.val();
        self.unused.next = self.difference.val().get_bit(0).any();
        if self.acc_i.val() || self.step_i.val() {
            self.sum.d.next = bits(self.difference.val() >> 1, self.sum.d.width());
        }
        if self.step_last_i.val() || !self.rst_ni.val() {
            self.sum.d.next = 0.into();
        }
        if self.step_i.val() && !self.difference.val().get_bit(self.sign.val()).any() {
            self.count.d.next = self.number_i.val();
        }
        if self.clear_i.val() {
            self.count.d.next = 0.into();
        }
        self.count_o.next = self.count.q.val();
    }
}
