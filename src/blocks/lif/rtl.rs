//! RTL of the neuron: membrane and spike count on top of the drive. Sums as in `drive`.

use crate::blocks::drive::rtl::{Drive, operand_bits};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, W1_BITS, WORD_BITS};

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
