//! RTL of the neuron: drive, membrane, spike count, learning window.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, InputCode, Spec, W1_BITS, WORD_BITS};

/// One leaky-integrate-and-fire neuron (leak 0), one spike a step at most. Of hold codes the membrane
/// takes the whole drive in each step, of pulse codes each weight as it comes.
#[derive(LogicBlock)]
pub struct Lif {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low (data registers need none: the commands start afresh).
    pub rst_ni: Signal<In, Bit>,
    /// Add `weight_i` to the drive.
    pub acc_i: Signal<In, Bit>,
    /// The first row of a pass: the drive (of pulse codes the membrane, too) starts from zero.
    pub acc_first_i: Signal<In, Bit>,
    /// Weight of this row.
    pub weight_i: Sig<In>,
    /// One integration step.
    pub step_i: Signal<In, Bit>,
    /// The first step: the count (of hold codes the membrane, too) starts from zero.
    pub step_first_i: Signal<In, Bit>,
    /// Firing threshold, unsigned.
    pub threshold_i: Sig<In>,
    /// Learning window: 0 < drive < window, unsigned.
    pub window_i: Sig<In>,
    /// Spikes of the image.
    pub count_o: Sig<Out>,
    /// The neuron fired.
    pub fired_o: Signal<Out, Bit>,
    /// The drive lies in the learning window.
    pub in_window_o: Signal<Out, Bit>,
    drive: Reg,
    membrane: Reg,
    count: Reg,
    in_window: BitReg,
    drive_base: Sig<Local>,
    membrane_base: Sig<Local>,
    count_base: Sig<Local>,
    addend: Sig<Local>,
    sum: Sig<Local>,
    spike: Signal<Local, Bit>,
    drive_negative: Signal<Local, Bit>,
    sign: Const,
    pulse_code: Const,
}

impl Lif {
    /// Widths of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (drive, membrane) = (spec.drive_bits(), spec.membrane_bits());
        Lif {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            weight_i: Sig::new(W1_BITS),
            step_i: Default::default(),
            step_first_i: Default::default(),
            threshold_i: Sig::new(WORD_BITS),
            window_i: Sig::new(WORD_BITS),
            count_o: Sig::new(COUNT_BITS),
            fired_o: Default::default(),
            in_window_o: Default::default(),
            drive: Reg::data(drive),
            membrane: Reg::data(membrane),
            count: Reg::data(COUNT_BITS),
            in_window: BitReg::new(false),
            drive_base: Sig::new(drive),
            membrane_base: Sig::new(membrane),
            count_base: Sig::new(COUNT_BITS),
            addend: Sig::new(membrane),
            sum: Sig::new(membrane),
            spike: Default::default(),
            drive_negative: Default::default(),
            sign: Const::new(8, drive as i128 - 1),
            pulse_code: Const::new(1, (spec.code != InputCode::Hold).into()),
        }
    }
}

impl Logic for Lif {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, drive, membrane, count, in_window);
        self.drive_base.next = self.drive.q.val();
        if self.acc_first_i.val() {
            self.drive_base.next = 0.into();
        }
        if self.acc_i.val() {
            self.drive.d.next = self.drive_base.val()
                + bits(signed_cast(self.weight_i.val()), self.drive.d.width());
        }
        self.membrane_base.next = self.membrane.q.val();
        self.count_base.next = self.count.q.val();
        self.addend.next = bits(signed_cast(self.drive.q.val()), self.membrane.d.width());
        if self.step_first_i.val() {
            self.count_base.next = 0.into();
        }
        if self.pulse_code.val().any() {
            self.addend.next = 0.into();
            if self.acc_i.val() {
                self.addend.next = bits(signed_cast(self.weight_i.val()), self.membrane.d.width());
                if self.acc_first_i.val() {
                    self.membrane_base.next = 0.into();
                }
            }
        } else if self.step_first_i.val() {
            self.membrane_base.next = 0.into();
        }
        self.sum.next = self.membrane_base.val() + self.addend.val();
        self.spike.next = signed_cast(self.sum.val())
            >= signed_cast(bits(self.threshold_i.val(), self.membrane.d.width()));
        if self.pulse_code.val().any() && self.acc_i.val() {
            self.membrane.d.next = self.sum.val();
        }
        if self.step_i.val() {
            self.membrane.d.next = self.sum.val();
            self.count.d.next = self.count_base.val();
            if self.spike.val() {
                self.membrane.d.next =
                    self.sum.val() - bits(self.threshold_i.val(), self.membrane.d.width());
                self.count.d.next = self.count_base.val() + 1;
            }
            self.in_window.d.next = signed_cast(self.drive.q.val())
                < signed_cast(bits(self.window_i.val(), self.drive.d.width()));
            if self.drive.q.val() == 0 {
                self.in_window.d.next = false;
            }
            if self.drive_negative.val() {
                self.in_window.d.next = false;
            }
        }
        self.drive_negative.next = self.drive.q.val().get_bit(self.sign.val()).any();
        self.count_o.next = self.count.q.val();
        self.fired_o.next = self.count.q.val().any();
        self.in_window_o.next = self.in_window.q.val();
    }
}
