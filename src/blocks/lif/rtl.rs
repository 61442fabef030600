//! RTL of the neuron: drive, membrane, spike count, learning window.
//!
//! Sums are written `2a - (2(!b) + 1)`, whose upper bits are `a + b`: Yosys keeps the order of a
//! difference, so that the register `a` feeds the carry chain and one table a bit holds the choice of
//! `b`, too, be it added or subtracted (measured: 47 tables a neuron instead of 131).

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, W1_BITS, WORD_BITS};

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
fn operand_bits(spec: &Spec) -> usize {
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

/// Leaky integrate and fire (leak 0) on hold codes: rows (ACC), SETTLE, steps; one spike a step at
/// most. The membrane is kept less the threshold, so that its sign tells a spike; the decrement comes
/// with the next step, which takes the drive less the threshold instead of the drive.
#[derive(LogicBlock)]
pub struct Lif {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i` to the drive.
    pub acc_i: Signal<In, Bit>,
    /// Weight of this row.
    pub weight_i: Sig<In>,
    /// The drive is complete: take it less the threshold; membrane and count start from zero.
    pub settle_i: Signal<In, Bit>,
    /// One integration step.
    pub step_i: Signal<In, Bit>,
    /// The last step: the drive starts from zero again.
    pub step_last_i: Signal<In, Bit>,
    /// It is the first step.
    pub step_first_i: Signal<In, Bit>,
    /// With SETTLE the threshold, with the first step one, with the others the learning window.
    pub operand_i: Sig<In>,
    /// The neuron is silent: no spike, no decrement, no learning.
    pub silent_i: Sig<In>,
    /// Spikes of the image.
    pub count_o: Sig<Out>,
    /// The neuron fired.
    pub fired_o: Signal<Out, Bit>,
    /// The drive lies in the learning window.
    pub in_window_o: Signal<Out, Bit>,
    /// The drive is positive.
    pub positive_o: Signal<Out, Bit>,
    /// The drive is negative.
    pub negative_o: Signal<Out, Bit>,
    u_drive: Drive,
    beyond: Reg,
    membrane: Reg,
    count: Reg,
    rested: BitReg,
    addend: Sig<Local>,
    sum: Sig<Local>,
    unused: Signal<Local, Bit>,
    rests: Signal<Local, Bit>,
    sign: Const,
    operand_sign: Const,
}

impl Lif {
    /// Widths of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (operand, membrane) = (operand_bits(spec), spec.lowered_membrane_bits());
        Lif {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            weight_i: Sig::new(W1_BITS),
            settle_i: Default::default(),
            step_i: Default::default(),
            step_last_i: Default::default(),
            step_first_i: Default::default(),
            operand_i: Sig::new(WORD_BITS),
            silent_i: Sig::new(1),
            count_o: Sig::new(COUNT_BITS),
            fired_o: Default::default(),
            in_window_o: Default::default(),
            positive_o: Default::default(),
            negative_o: Default::default(),
            u_drive: Drive::new(spec),
            beyond: Reg::data(operand),
            membrane: Reg::data(membrane),
            count: Reg::data(COUNT_BITS),
            rested: BitReg::new(false),
            addend: Sig::new(membrane),
            sum: Sig::new(membrane + 1),
            unused: Default::default(),
            rests: Default::default(),
            sign: Const::new(8, membrane as i128),
            operand_sign: Const::new(8, operand as i128 - 1),
        }
    }
}

impl Logic for Lif {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, beyond, membrane, count, rested);
        self.u_drive.clk_i.next = self.clk_i.val();
        self.u_drive.rst_ni.next = self.rst_ni.val();
        self.u_drive.acc_i.next = self.acc_i.val();
        self.u_drive.weight_i.next = self.weight_i.val();
        self.u_drive.operand_i.next = self.operand_i.val();
        self.u_drive.sign_i.next = self.step_first_i.val();
        // less one it is negative
        self.u_drive.not_positive_i.next = self
            .u_drive
            .sum_o
            .val()
            .get_bit(self.operand_sign.val())
            .any();
        self.u_drive.test_i.next = self.step_i.val() && !self.step_first_i.val();
        self.u_drive.clear_i.next = self.step_last_i.val();
        self.u_drive.silent_i.next = self.silent_i.val();
        self.addend.next = bits(signed_cast(self.u_drive.drive_o.val()), self.addend.width());
        if !self.rested.q.val() {
            self.addend.next = bits(signed_cast(self.beyond.q.val()), self.addend.width());
        }
        self.sum.next = (bits(self.membrane.q.val(), self.sum.width()) << 1)
            - ((bits(!self.addend.val(), self.sum.width()) << 1) | 1);
        self.unused.next = self.sum.val().get_bit(0).any();
        self.rests.next =
            self.sum.val().get_bit(self.sign.val()).any() || self.silent_i.val().any();
        if self.step_i.val() {
            self.membrane.d.next = bits(self.sum.val() >> 1, self.membrane.d.width());
            self.rested.d.next = self.rests.val();
            if !self.rests.val() {
                self.count.d.next = self.count.q.val() + 1;
            }
        }
        if self.settle_i.val() {
            self.beyond.d.next = self.u_drive.sum_o.val();
            // from zero less the threshold, as if a spike had been
            self.membrane.d.next = 0.into();
            self.rested.d.next = false;
            self.count.d.next = 0.into();
        }
        self.count_o.next = self.count.q.val();
        self.fired_o.next = self.count.q.val().any();
        self.in_window_o.next = self.u_drive.in_window_o.val();
        self.positive_o.next = self.u_drive.positive_o.val();
        self.negative_o.next = self.u_drive.negative_o.val();
    }
}

/// The same on pulse codes: the membrane takes each weight as it comes; a step compares.
#[derive(LogicBlock)]
pub struct PulseLif {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i` to drive and membrane.
    pub acc_i: Signal<In, Bit>,
    /// The first row of a pass: the membrane starts from zero.
    pub acc_first_i: Signal<In, Bit>,
    /// Weight of this row.
    pub weight_i: Sig<In>,
    /// One integration step.
    pub step_i: Signal<In, Bit>,
    /// The first step: the count starts from zero.
    pub step_first_i: Signal<In, Bit>,
    /// The last step: the drive starts from zero again.
    pub step_last_i: Signal<In, Bit>,
    /// The learning window.
    pub operand_i: Sig<In>,
    /// The threshold.
    pub threshold_i: Sig<In>,
    /// The neuron is silent: no spike, no decrement, no learning.
    pub silent_i: Sig<In>,
    /// Spikes of the image.
    pub count_o: Sig<Out>,
    /// The neuron fired.
    pub fired_o: Signal<Out, Bit>,
    /// The drive lies in the learning window.
    pub in_window_o: Signal<Out, Bit>,
    /// The drive is positive.
    pub positive_o: Signal<Out, Bit>,
    /// The drive is negative.
    pub negative_o: Signal<Out, Bit>,
    u_drive: Drive,
    membrane: Reg,
    count: Reg,
    base: Sig<Local>,
    weight: Sig<Local>,
    less: Sig<Local>,
    sum: Sig<Local>,
    count_base: Sig<Local>,
    spike: Signal<Local, Bit>,
    unused: Signal<Local, Bit>,
    sign: Const,
    drive_sign: Const,
}

impl PulseLif {
    /// Widths of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let membrane = spec.lowered_membrane_bits();
        PulseLif {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            weight_i: Sig::new(W1_BITS),
            step_i: Default::default(),
            step_first_i: Default::default(),
            step_last_i: Default::default(),
            operand_i: Sig::new(WORD_BITS),
            threshold_i: Sig::new(WORD_BITS),
            silent_i: Sig::new(1),
            count_o: Sig::new(COUNT_BITS),
            fired_o: Default::default(),
            in_window_o: Default::default(),
            positive_o: Default::default(),
            negative_o: Default::default(),
            u_drive: Drive::new(spec),
            membrane: Reg::data(membrane),
            count: Reg::data(COUNT_BITS),
            base: Sig::new(membrane),
            weight: Sig::new(membrane),
            less: Sig::new(membrane),
            sum: Sig::new(membrane),
            count_base: Sig::new(COUNT_BITS),
            spike: Default::default(),
            unused: Default::default(),
            sign: Const::new(8, membrane as i128 - 1),
            drive_sign: Const::new(8, spec.drive_bits() as i128 - 1),
        }
    }
}

impl Logic for PulseLif {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, membrane, count);
        self.u_drive.clk_i.next = self.clk_i.val();
        self.u_drive.rst_ni.next = self.rst_ni.val();
        self.u_drive.acc_i.next = self.acc_i.val();
        self.u_drive.weight_i.next = self.weight_i.val();
        self.u_drive.operand_i.next = self.operand_i.val();
        self.u_drive.sign_i.next = self.step_i.val();
        self.u_drive.not_positive_i.next = !self.u_drive.drive_o.val().any()
            || self
                .u_drive
                .drive_o
                .val()
                .get_bit(self.drive_sign.val())
                .any();
        self.u_drive.test_i.next = self.step_i.val();
        self.u_drive.clear_i.next = self.step_last_i.val();
        self.u_drive.silent_i.next = self.silent_i.val();
        self.unused.next = self.u_drive.sum_o.val().xor();
        self.base.next = self.membrane.q.val();
        if self.acc_i.val() && self.acc_first_i.val() {
            self.base.next = 0.into();
        }
        self.weight.next = bits(signed_cast(self.weight_i.val()), self.weight.width());
        self.less.next = bits(self.threshold_i.val(), self.less.width());
        if self.acc_i.val() {
            self.less.next = !self.weight.val() + 1;
        }
        self.sum.next = self.base.val() - self.less.val();
        self.spike.next = self.step_i.val()
            && !self.sum.val().get_bit(self.sign.val()).any()
            && !self.silent_i.val().any();
        if self.acc_i.val() || self.spike.val() {
            self.membrane.d.next = self.sum.val();
        }
        self.count_base.next = self.count.q.val();
        if self.step_first_i.val() {
            self.count_base.next = 0.into();
        }
        if self.step_i.val() {
            self.count.d.next = self.count_base.val();
            if self.spike.val() {
                self.count.d.next = self.count_base.val() + 1;
            }
        }
        self.count_o.next = self.count.q.val();
        self.fired_o.next = self.count.q.val().any();
        self.in_window_o.next = self.u_drive.in_window_o.val();
        self.positive_o.next = self.u_drive.positive_o.val();
        self.negative_o.next = self.u_drive.negative_o.val();
    }
}
