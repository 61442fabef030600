//! RTL of the readout of a core that only infers.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W2_BITS};

/// The sum of one class. Sums as in `drive`.
#[derive(LogicBlock)]
pub struct SpikeSum {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Back to zero.
    pub clear_i: Signal<In, Bit>,
    /// Add.
    pub acc_i: Signal<In, Bit>,
    /// Weight.
    pub weight_i: Sig<In>,
    /// Sum.
    pub sum_o: Sig<Out>,
    sum: Reg,
    addend: Sig<Local>,
    next_sum: Sig<Local>,
    unused: Signal<Local, Bit>,
}

impl SpikeSum {
    /// Width of the sum from `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sum = spec.sum_bits();
        SpikeSum {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            acc_i: Default::default(),
            weight_i: Sig::new(W2_BITS),
            sum_o: Sig::new(sum),
            sum: Reg::new(sum, 0),
            addend: Sig::new(sum),
            next_sum: Sig::new(sum + 1),
            unused: Default::default(),
        }
    }
}

impl Logic for SpikeSum {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, sum);
        self.addend.next = bits(signed_cast(self.weight_i.val()), self.addend.width());
        self.next_sum.next = (bits(self.sum.q.val(), self.next_sum.width()) << 1)
            - ((bits(!self.addend.val(), self.next_sum.width()) << 1) | 1);
        self.unused.next = self.next_sum.val().get_bit(0).any();
        if self.acc_i.val() {
            self.sum.d.next = bits(self.next_sum.val() >> 1, self.sum.d.width());
        }
        if self.clear_i.val() {
            self.sum.d.next = 0.into();
        }
        self.sum_o.next = self.sum.q.val();
    }
}

/// Sums of all classes, and the search over them, one class a cycle.
#[derive(LogicBlock)]
pub struct InferReadout {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// All sums back to zero.
    pub clear_i: Signal<In, Bit>,
    /// The word of the next cycle is of a spike.
    pub visit_i: Signal<In, Bit>,
    /// Word of W2.
    pub word_i: Sig<In>,
    /// Compare class `class_i` with the best so far.
    pub decide_i: Signal<In, Bit>,
    /// Class to compare, 0 first.
    pub class_i: Sig<In>,
    /// Class of the largest sum, the lowest of equals.
    pub class_o: Sig<Out>,
    u_spike_sum: Vec<SpikeSum>,
    acc: BitReg,
    best: Reg,
    class: Reg,
    sum: Sig<Local>,
    better: Signal<Local, Bit>,
}

impl InferReadout {
    /// For the columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sum = spec.sum_bits();
        InferReadout {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            visit_i: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            decide_i: Default::default(),
            class_i: Sig::new(CLASS_BITS),
            class_o: Sig::new(CLASS_BITS),
            u_spike_sum: (0..NUM_CLASSES).map(|_| SpikeSum::new(spec)).collect(),
            acc: BitReg::new(false),
            best: Reg::data(sum),
            class: Reg::data(CLASS_BITS),
            sum: Sig::new(sum),
            better: Default::default(),
        }
    }
}

impl Logic for InferReadout {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, best, class);
        clock!(self, clk_i, acc);
        self.acc.d.next = self.visit_i.val();
        for k in 0..self.u_spike_sum.len() {
            self.u_spike_sum[k].clk_i.next = self.clk_i.val();
            self.u_spike_sum[k].rst_ni.next = self.rst_ni.val();
            self.u_spike_sum[k].clear_i.next = self.clear_i.val();
            self.u_spike_sum[k].acc_i.next = self.acc.q.val();
            self.u_spike_sum[k].weight_i.next = self.word_i.val().get_bit(k);
        }
        self.sum.next = 0.into();
        for c in 0..self.u_spike_sum.len() {
            if self.class_i.val() == c.to_bits() {
                self.sum.next = self.u_spike_sum[c].sum_o.val();
            }
        }
        self.better.next = (self.class_i.val() == 0)
            || (signed_cast(self.sum.val()) > signed_cast(self.best.q.val()));
        if self.decide_i.val() && self.better.val() {
            self.best.d.next = self.sum.val();
            self.class.d.next = self.class_i.val();
        }
        self.class_o.next = self.class.q.val();
    }
}
