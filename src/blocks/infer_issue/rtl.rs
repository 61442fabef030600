//! RTL of the issue stages of a core that only infers.

use crate::hdl::prelude::*;
use crate::spec::{Spec, index_bits};

/// Three stages behind the slot.
#[derive(LogicBlock)]
pub struct InferIssue {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Slot ACC of the front.
    pub acc_i: Signal<In, Bit>,
    /// Slot STEP of the front.
    pub step_i: Signal<In, Bit>,
    /// The first STEP of a pass.
    pub step_first_i: Signal<In, Bit>,
    /// The last STEP of a pass.
    pub launch_i: Signal<In, Bit>,
    /// Row of the front.
    pub row_i: Sig<In>,
    /// Pass of the front.
    pub pass_i: Sig<In>,
    /// The host writes a word.
    pub host_i: Signal<In, Bit>,
    /// Row of the host.
    pub host_row_i: Sig<In>,
    /// Pass of the host.
    pub host_pass_i: Sig<In>,
    /// S1: address to read, or to write.
    pub address_o: Sig<Out>,
    /// S1: write the host's word.
    pub write_o: Signal<Out, Bit>,
    /// S1: first STEP.
    pub step_first_s1_o: Signal<Out, Bit>,
    /// S2: ACC.
    pub acc_s2_o: Signal<Out, Bit>,
    /// S2: STEP.
    pub step_s2_o: Signal<Out, Bit>,
    /// S2: last STEP.
    pub step_last_s2_o: Signal<Out, Bit>,
    /// S3 of the last STEP: the lanes hold their results.
    pub capture_o: Signal<Out, Bit>,
    row: Sig<Local>,
    pass: Sig<Local>,
    row_wide: Sig<Local>,
    address: Sig<Local>,
    address_s1: Reg,
    acc_s1: BitReg,
    step_s1: BitReg,
    step_first_s1: BitReg,
    launch_s1: BitReg,
    host_s1: BitReg,
    acc_s2: BitReg,
    step_s2: BitReg,
    launch_s2: BitReg,
    launch_s3: BitReg,
    passes: Const,
    _passes_bits: usize,
}

impl InferIssue {
    /// For the rows and passes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (row, pass) = (spec.row_bits(), spec.pass_bits());
        let address = index_bits(spec.w1_depth());
        let passes_bits = index_bits(spec.passes() + 1);
        let flag = || BitReg::new(false);
        InferIssue {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            launch_i: Default::default(),
            row_i: Sig::new(row),
            pass_i: Sig::new(pass),
            host_i: Default::default(),
            host_row_i: Sig::new(row),
            host_pass_i: Sig::new(pass),
            address_o: Sig::new(address),
            write_o: Default::default(),
            step_first_s1_o: Default::default(),
            acc_s2_o: Default::default(),
            step_s2_o: Default::default(),
            step_last_s2_o: Default::default(),
            capture_o: Default::default(),
            row: Sig::new(row),
            pass: Sig::new(pass),
            row_wide: Sig::new(address),
            address: Sig::new(address),
            address_s1: Reg::data(address),
            acc_s1: flag(),
            step_s1: flag(),
            step_first_s1: flag(),
            launch_s1: flag(),
            host_s1: flag(),
            acc_s2: flag(),
            step_s2: flag(),
            launch_s2: flag(),
            launch_s3: flag(),
            passes: Const::new(passes_bits, spec.passes() as i128),
            _passes_bits: passes_bits,
        }
    }
}

impl Logic for InferIssue {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, address_s1, acc_s1, step_s1, step_first_s1);
        clock!(self, clk_i, launch_s1, host_s1, acc_s2, step_s2);
        clock!(self, clk_i, launch_s2, launch_s3);
        self.row.next = self.row_i.val();
        self.pass.next = self.pass_i.val();
        if self.host_i.val() {
            self.row.next = self.host_row_i.val();
            self.pass.next = self.host_pass_i.val();
        }
        self.row_wide.next = bits(self.row.val(), self.row_wide.width());
        self.address.next = bits(self.pass.val(), self.address.width());
        for k in 0..self._passes_bits {
            if self.passes.val().get_bit(k).any() {
                self.address.next = self.address.val() + (self.row_wide.val() << k);
            }
        }
        self.address_s1.d.next = self.address.val();
        self.acc_s1.d.next = self.acc_i.val();
        self.step_s1.d.next = self.step_i.val();
        self.step_first_s1.d.next = self.step_i.val() && self.step_first_i.val();
        self.launch_s1.d.next = self.launch_i.val();
        self.host_s1.d.next = self.host_i.val();
        self.address_o.next = self.address_s1.q.val();
        self.write_o.next = self.host_s1.q.val();
        self.step_first_s1_o.next = self.step_first_s1.q.val();

        self.acc_s2.d.next = self.acc_s1.q.val();
        self.step_s2.d.next = self.step_s1.q.val();
        self.launch_s2.d.next = self.launch_s1.q.val();
        self.acc_s2_o.next = self.acc_s2.q.val();
        self.step_s2_o.next = self.step_s2.q.val();
        self.step_last_s2_o.next = self.launch_s2.q.val();
        self.launch_s3.d.next = self.launch_s2.q.val();
        self.capture_o.next = self.launch_s3.q.val();
    }
}
