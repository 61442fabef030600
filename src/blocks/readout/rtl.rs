//! RTL of the readout: sums of count x weight, the decision, the rival, the margin.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, NUM_CLASSES, Spec, W2_BITS, WORD_BITS};

/// Cycles from a visited column's word to the sum.
pub const SUM_LATENCY: i128 = 4;

/// The sum of one class: a count of 0 to 8 times a weight by shift and add, one adder a stage.
#[derive(LogicBlock)]
pub struct ClassSum {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Back to zero.
    pub clear_i: Signal<In, Bit>,
    /// Spike count: bit 0 in the cycle of the weight, then bit 1, then bits 3 and 2 {eight, four}.
    pub count_i: Sig<In>,
    /// Weight.
    pub weight_i: Sig<In>,
    /// Three cycles after the weight: add.
    pub acc_i: Signal<In, Bit>,
    /// Sum.
    pub sum_o: Sig<Out>,
    once: Reg,
    weight_b: Reg,
    thrice: Reg,
    weight_c: Reg,
    product: Reg,
    sum: Reg,
    twice: Sig<Local>,
    thrice_sum: Sig<Local>,
    rest: Sig<Local>,
    product_sum: Sig<Local>,
    addend: Sig<Local>,
    next_sum: Sig<Local>,
    unused: Signal<Local, Bit>,
}

impl ClassSum {
    /// Width of the sum from `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (thrice, product, sum) = (W2_BITS + 2, W2_BITS + 3, spec.sum_bits());
        ClassSum {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            count_i: Sig::new(COUNT_BITS),
            weight_i: Sig::new(W2_BITS),
            acc_i: Default::default(),
            sum_o: Sig::new(sum),
            once: Reg::data(W2_BITS),
            weight_b: Reg::data(W2_BITS),
            thrice: Reg::data(thrice),
            weight_c: Reg::data(W2_BITS),
            product: Reg::data(product),
            sum: Reg::new(sum, 0),
            twice: Sig::new(thrice),
            thrice_sum: Sig::new(thrice + 1),
            rest: Sig::new(product),
            product_sum: Sig::new(product + 1),
            addend: Sig::new(sum),
            next_sum: Sig::new(sum + 1),
            unused: Default::default(),
        }
    }
}

impl Logic for ClassSum {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, once, weight_b, thrice, weight_c, product);
        dff_setup!(self, clk_i, sum);
        // sums as in `lif`: the register feeds the carry chain
        self.once.d.next = 0.into();
        if self.count_i.val().get_bit(0).any() {
            self.once.d.next = self.weight_i.val();
        }
        self.weight_b.d.next = self.weight_i.val();
        self.twice.next = 0.into();
        if self.count_i.val().get_bit(1).any() {
            self.twice.next = bits(signed_cast(self.weight_b.q.val()), self.twice.width()) << 1;
        }
        self.thrice_sum.next = (bits(signed_cast(self.once.q.val()), self.thrice_sum.width()) << 1)
            - ((bits(!self.twice.val(), self.thrice_sum.width()) << 1) | 1);
        self.thrice.d.next = bits(self.thrice_sum.val() >> 1, self.thrice.d.width());
        self.weight_c.d.next = self.weight_b.q.val();
        self.rest.next = 0.into();
        if self.count_i.val().get_bit(2).any() {
            self.rest.next = bits(signed_cast(self.weight_c.q.val()), self.rest.width()) << 2;
        }
        if self.count_i.val().get_bit(3).any() {
            self.rest.next = bits(signed_cast(self.weight_c.q.val()), self.rest.width()) << 3;
        }
        self.product_sum.next = (bits(signed_cast(self.thrice.q.val()), self.product_sum.width())
            << 1)
            - ((bits(!self.rest.val(), self.product_sum.width()) << 1) | 1);
        self.product.d.next = bits(self.product_sum.val() >> 1, self.product.d.width());
        self.addend.next = bits(signed_cast(self.product.q.val()), self.addend.width());
        self.next_sum.next = (bits(self.sum.q.val(), self.next_sum.width()) << 1)
            - ((bits(!self.addend.val(), self.next_sum.width()) << 1) | 1);
        if self.acc_i.val() {
            self.sum.d.next = bits(self.next_sum.val() >> 1, self.sum.d.width());
        }
        if self.clear_i.val() {
            self.sum.d.next = 0.into();
        }
        self.unused.next = self.thrice_sum.val().get_bit(0).any()
            ^ self.product_sum.val().get_bit(0).any()
            ^ self.next_sum.val().get_bit(0).any();
        self.sum_o.next = self.sum.q.val();
    }
}

/// Sums of all classes, and the search over them, one class a cycle.
#[derive(LogicBlock)]
pub struct Readout {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// All sums back to zero.
    pub clear_i: Signal<In, Bit>,
    /// Add `count_i` x the weights of `word_i`.
    pub acc_i: Signal<In, Bit>,
    /// Spike count of the column.
    pub count_i: Sig<In>,
    /// Word of W2.
    pub word_i: Sig<In>,
    /// Compare class `class_i` with the best so far.
    pub decide_i: Signal<In, Bit>,
    /// Class to compare, 0 first.
    pub class_i: Sig<In>,
    /// Label of the image.
    pub label_i: Sig<In>,
    /// Margin register.
    pub margin_i: Sig<In>,
    /// Class of the largest sum, the lowest of equals.
    pub class_o: Sig<Out>,
    /// The same over all classes but the label.
    pub rival_o: Sig<Out>,
    /// The label's sum was not ahead of the rival's by the margin, in the cycle before.
    pub within_margin_o: Signal<Out, Bit>,
    u_class_sum: Vec<ClassSum>,
    acc_b: BitReg,
    acc_c: BitReg,
    acc_d: BitReg,
    count_b: Reg,
    count_c: Reg,
    count: Sig<Local>,
    best: Reg,
    class: Reg,
    rival_best: Reg,
    rival: Reg,
    rival_known: BitReg,
    label_sum: Reg,
    sum: Sig<Local>,
    decides: BitReg,
    class_at_hand: Reg,
    sum_at_hand: Reg,
    difference: Sig<Local>,
    within_margin: BitReg,
    first: Signal<Local, Bit>,
    better: Signal<Local, Bit>,
    rival_better: Signal<Local, Bit>,
}

impl Readout {
    /// For the columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sum = spec.sum_bits();
        Readout {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            acc_i: Default::default(),
            count_i: Sig::new(COUNT_BITS),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            decide_i: Default::default(),
            class_i: Sig::new(CLASS_BITS),
            label_i: Sig::new(CLASS_BITS),
            margin_i: Sig::new(WORD_BITS),
            class_o: Sig::new(CLASS_BITS),
            rival_o: Sig::new(CLASS_BITS),
            within_margin_o: Default::default(),
            u_class_sum: (0..NUM_CLASSES).map(|_| ClassSum::new(spec)).collect(),
            acc_b: BitReg::new(false),
            acc_c: BitReg::new(false),
            acc_d: BitReg::new(false),
            count_b: Reg::data(COUNT_BITS),
            count_c: Reg::data(COUNT_BITS),
            count: Sig::new(COUNT_BITS),
            best: Reg::data(sum),
            class: Reg::data(CLASS_BITS),
            rival_best: Reg::data(sum),
            rival: Reg::data(CLASS_BITS),
            rival_known: BitReg::new(false),
            label_sum: Reg::data(sum),
            sum: Sig::new(sum),
            decides: BitReg::new(false),
            class_at_hand: Reg::data(CLASS_BITS),
            sum_at_hand: Reg::data(sum),
            difference: Sig::new(sum + 1),
            within_margin: BitReg::new(false),
            first: Default::default(),
            better: Default::default(),
            rival_better: Default::default(),
        }
    }
}

impl Logic for Readout {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, best, class, rival_best, rival, rival_known);
        dff_setup!(self, clk_i, label_sum);
        clock!(self, clk_i, acc_b, acc_c, acc_d, count_b, count_c);
        clock!(
            self,
            clk_i,
            decides,
            class_at_hand,
            sum_at_hand,
            within_margin
        );
        self.acc_b.d.next = self.acc_i.val();
        self.acc_c.d.next = self.acc_b.q.val();
        self.acc_d.d.next = self.acc_c.q.val();
        self.count_b.d.next = self.count_i.val();
        self.count_c.d.next = self.count_b.q.val();
        self.count.next =
            (self.count_i.val() & 1) | (self.count_b.q.val() & 2) | (self.count_c.q.val() & 12);
        for k in 0..self.u_class_sum.len() {
            self.u_class_sum[k].clk_i.next = self.clk_i.val();
            self.u_class_sum[k].rst_ni.next = self.rst_ni.val();
            self.u_class_sum[k].clear_i.next = self.clear_i.val();
            self.u_class_sum[k].acc_i.next = self.acc_d.q.val();
            self.u_class_sum[k].count_i.next = self.count.val();
            self.u_class_sum[k].weight_i.next = self.word_i.val().get_bit(k);
        }
        self.sum.next = 0.into();
        for c in 0..self.u_class_sum.len() {
            if self.class_i.val() == c.to_bits() {
                self.sum.next = self.u_class_sum[c].sum_o.val();
            }
        }
        self.decides.d.next = self.decide_i.val();
        self.class_at_hand.d.next = self.class_i.val();
        self.sum_at_hand.d.next = self.sum.val();
        self.first.next = self.class_at_hand.q.val() == 0;
        self.better.next = self.first.val()
            || (signed_cast(self.sum_at_hand.q.val()) > signed_cast(self.best.q.val()));
        self.rival_better.next = !self.rival_known.q.val()
            || (signed_cast(self.sum_at_hand.q.val()) > signed_cast(self.rival_best.q.val()));
        if self.decides.q.val() {
            if self.better.val() {
                self.best.d.next = self.sum_at_hand.q.val();
                self.class.d.next = self.class_at_hand.q.val();
            }
            if self.class_at_hand.q.val() == self.label_i.val() {
                self.label_sum.d.next = self.sum_at_hand.q.val();
            } else if self.rival_better.val() {
                self.rival_best.d.next = self.sum_at_hand.q.val();
                self.rival.d.next = self.class_at_hand.q.val();
                self.rival_known.d.next = true;
            }
        } else {
            self.rival_known.d.next = false;
        }
        self.difference.next = bits(signed_cast(self.label_sum.q.val()), self.difference.width())
            - bits(
                signed_cast(self.rival_best.q.val()),
                self.difference.width(),
            );
        self.within_margin.d.next = signed_cast(self.difference.val())
            < signed_cast(bits(self.margin_i.val(), self.difference.width()));
        self.within_margin_o.next = self.within_margin.q.val();
        self.class_o.next = self.class.q.val();
        self.rival_o.next = self.rival.q.val();
    }
}
