//! RTL of the readout of a core that only infers.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W2_BITS};

/// The sum of one class; added to itself it shows the next bit. Sums as in `drive`.
#[derive(LogicBlock)]
pub struct SpikeSum {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i`.
    pub acc_i: Signal<In, Bit>,
    /// Weight.
    pub weight_i: Sig<In>,
    /// Double.
    pub double_i: Signal<In, Bit>,
    /// The highest bit.
    pub top_o: Signal<Out, Bit>,
    sum: Reg,
    addend: Sig<Local>,
    next_sum: Sig<Local>,
    unused: Signal<Local, Bit>,
    top: Const,
}

impl SpikeSum {
    /// Width of the sum from `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sum = spec.sum_bits();
        SpikeSum {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            weight_i: Sig::new(W2_BITS),
            double_i: Default::default(),
            top_o: Default::default(),
            sum: Reg::new(sum, 0),
            addend: Sig::new(sum),
            next_sum: Sig::new(sum + 1),
            unused: Default::default(),
            top: Const::new(8, sum as i128 - 1),
        }
    }
}

impl Logic for SpikeSum {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, sum);
        self.addend.next = self.sum.q.val();
        if self.acc_i.val() {
            self.addend.next = bits(signed_cast(self.weight_i.val()), self.addend.width());
        }
        self.next_sum.next = (bits(self.sum.q.val(), self.next_sum.width()) << 1)
            - ((bits(!self.addend.val(), self.next_sum.width()) << 1) | 1);
        self.unused.next = self.next_sum.val().get_bit(0).any();
        if self.acc_i.val() || self.double_i.val() {
            self.sum.d.next = bits(self.next_sum.val() >> 1, self.sum.d.width());
        }
        self.top_o.next = self.sum.q.val().get_bit(self.top.val()).any();
    }
}

/// Sums of all classes, and the race between them, a bit a cycle.
#[derive(LogicBlock)]
pub struct InferReadout {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// The word of the next cycle is of a spike.
    pub visit_i: Signal<In, Bit>,
    /// Word of W2.
    pub word_i: Sig<In>,
    /// Compare the highest bits and double.
    pub decide_i: Signal<In, Bit>,
    /// With `decide_i`: they are the signs.
    pub first_i: Signal<In, Bit>,
    /// Class of the largest sum, the lowest of equals.
    pub class_o: Sig<Out>,
    u_spike_sum: Vec<SpikeSum>,
    acc: BitReg,
    racing: Reg,
    top: Vec<Signal<Local, Bit>>,
    tops: Sig<Local>,
    still: Sig<Local>,
    ahead: Sig<Local>,
    lowest: Sig<Local>,
    winner: Sig<Local>,
    all: Const,
}

impl InferReadout {
    /// For the columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let flags = || Sig::new(NUM_CLASSES);
        InferReadout {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            visit_i: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            decide_i: Default::default(),
            first_i: Default::default(),
            class_o: Sig::new(CLASS_BITS),
            u_spike_sum: (0..NUM_CLASSES).map(|_| SpikeSum::new(spec)).collect(),
            acc: BitReg::new(false),
            racing: Reg::data(NUM_CLASSES),
            top: (0..NUM_CLASSES).map(|_| Default::default()).collect(),
            tops: flags(),
            still: flags(),
            ahead: flags(),
            lowest: flags(),
            winner: Sig::new(CLASS_BITS),
            all: Const::new(NUM_CLASSES, (1 << NUM_CLASSES) - 1),
        }
    }
}

impl Logic for InferReadout {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, racing);
        clock!(self, clk_i, acc);
        self.acc.d.next = self.visit_i.val();
        for k in 0..self.u_spike_sum.len() {
            self.u_spike_sum[k].clk_i.next = self.clk_i.val();
            self.u_spike_sum[k].rst_ni.next = self.rst_ni.val();
            self.u_spike_sum[k].acc_i.next = self.acc.q.val();
            self.u_spike_sum[k].weight_i.next = self.word_i.val().get_bit(k);
            self.u_spike_sum[k].double_i.next = self.decide_i.val();
        }
        for k in 0..self.u_spike_sum.len() {
            self.top[k].next = self.u_spike_sum[k].top_o.val();
        }
        // a sum that is not negative is ahead of one that is
        self.tops.next = self.top.val();
        self.still.next = self.racing.q.val();
        self.ahead.next = self.racing.q.val() & self.tops.val();
        if self.first_i.val() {
            self.still.next = self.all.val();
            self.ahead.next = !self.tops.val();
        }
        if self.decide_i.val() {
            self.racing.d.next = self.still.val();
            if self.ahead.val().any() {
                self.racing.d.next = self.ahead.val();
            }
        }
        self.lowest.next = self.racing.q.val() & (!self.racing.q.val() + 1);
        self.winner.next = 0.into();
        for c in 0..self.u_spike_sum.len() {
            if self.lowest.val().get_bit(c).any() {
                self.winner.next = self.winner.val() | c.to_bits();
            }
        }
        self.class_o.next = self.winner.val();
    }
}
