//! RTL of the issue stages: who has the slot, the address of W1, and the commands as they travel.

use crate::hdl::prelude::*;
use crate::spec::{Scheme, Spec, index_bits};

/// S0 a slot is issued; S1 W1 reads; S2 the word is there; S3 it stands in a register: the lanes of
/// scheme "modulated" add, step, or decide about switches; S4 the word is written back.
#[derive(LogicBlock)]
pub struct Issue {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Slot ACC of the front.
    pub acc_i: Signal<In, Bit>,
    /// The first ACC of a pass.
    pub acc_first_i: Signal<In, Bit>,
    /// Slot SETTLE of the front.
    pub settle_i: Signal<In, Bit>,
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
    /// Slot RMW of the controller.
    pub teach_i: Signal<In, Bit>,
    /// Of pass 0.
    pub teach_first_i: Signal<In, Bit>,
    /// Row of the controller.
    pub teach_row_i: Sig<In>,
    /// Pass of the controller.
    pub teach_pass_i: Sig<In>,
    /// Slot of the host.
    pub host_i: Signal<In, Bit>,
    /// The host writes.
    pub host_write_i: Signal<In, Bit>,
    /// Row of the host.
    pub host_row_i: Sig<In>,
    /// Pass of the host.
    pub host_pass_i: Sig<In>,
    /// S1: address to read.
    pub read_address_o: Sig<Out>,
    /// S2: the same.
    pub pass_s2_o: Sig<Out>,
    /// S1: a word is being taught.
    pub teach_s1_o: Signal<Out, Bit>,
    /// S1: of pass 0.
    pub teach_first_s1_o: Signal<Out, Bit>,
    /// S2: SETTLE.
    pub settle_s2_o: Signal<Out, Bit>,
    /// S2: first STEP.
    pub step_first_s2_o: Signal<Out, Bit>,
    /// S2: RMW.
    pub teach_s2_o: Signal<Out, Bit>,
    /// S3: SETTLE.
    pub settle_s3_o: Signal<Out, Bit>,
    /// S3: STEP.
    pub step_s3_o: Signal<Out, Bit>,
    /// S3: first STEP.
    pub step_first_s3_o: Signal<Out, Bit>,
    /// S3: RMW.
    pub teach_s3_o: Signal<Out, Bit>,
    /// S3: last STEP.
    pub launch_s3_o: Signal<Out, Bit>,
    /// S4: write the word.
    pub write_s4_o: Signal<Out, Bit>,
    /// S4: the word was taught.
    pub teach_s4_o: Signal<Out, Bit>,
    /// The lanes' stage, S3 or S2: ACC.
    pub acc_o: Signal<Out, Bit>,
    /// Likewise: first ACC.
    pub acc_first_o: Signal<Out, Bit>,
    /// Likewise: the host writes.
    pub host_o: Signal<Out, Bit>,
    /// The stage behind it: address of the slot.
    pub address_o: Sig<Out>,
    /// The stage behind it, of the last STEP: the lanes hold their results.
    pub capture_o: Signal<Out, Bit>,
    row: Sig<Local>,
    pass: Sig<Local>,
    row_wide: Sig<Local>,
    address: Sig<Local>,
    address_s1: Reg,
    pass_s1: Reg,
    acc_s1: BitReg,
    acc_first_s1: BitReg,
    settle_s1: BitReg,
    step_s1: BitReg,
    step_first_s1: BitReg,
    launch_s1: BitReg,
    teach_s1: BitReg,
    teach_first_s1: BitReg,
    host_s1: BitReg,
    address_s2: Reg,
    pass_s2: Reg,
    acc_s2: BitReg,
    acc_first_s2: BitReg,
    settle_s2: BitReg,
    step_s2: BitReg,
    step_first_s2: BitReg,
    launch_s2: BitReg,
    teach_s2: BitReg,
    host_s2: BitReg,
    address_s3: Reg,
    acc_s3: BitReg,
    acc_first_s3: BitReg,
    settle_s3: BitReg,
    step_s3: BitReg,
    step_first_s3: BitReg,
    launch_s3: BitReg,
    teach_s3: BitReg,
    host_s3: BitReg,
    address_s4: Reg,
    launch_s4: BitReg,
    write_s4: BitReg,
    teach_s4: BitReg,
    held: Const,
    passes: Const,
    _passes_bits: usize,
}

impl Issue {
    /// For the rows and passes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (row, pass) = (spec.row_bits(), spec.pass_bits());
        let address = index_bits(spec.w1_depth());
        let passes_bits = index_bits(spec.passes() + 1);
        let flag = || BitReg::new(false);
        Issue {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            settle_i: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            launch_i: Default::default(),
            row_i: Sig::new(row),
            pass_i: Sig::new(pass),
            teach_i: Default::default(),
            teach_first_i: Default::default(),
            teach_row_i: Sig::new(row),
            teach_pass_i: Sig::new(pass),
            host_i: Default::default(),
            host_write_i: Default::default(),
            host_row_i: Sig::new(row),
            host_pass_i: Sig::new(pass),
            read_address_o: Sig::new(address),
            pass_s2_o: Sig::new(pass),
            teach_s1_o: Default::default(),
            teach_first_s1_o: Default::default(),
            settle_s2_o: Default::default(),
            step_first_s2_o: Default::default(),
            teach_s2_o: Default::default(),
            settle_s3_o: Default::default(),
            step_s3_o: Default::default(),
            step_first_s3_o: Default::default(),
            teach_s3_o: Default::default(),
            launch_s3_o: Default::default(),
            write_s4_o: Default::default(),
            teach_s4_o: Default::default(),
            acc_o: Default::default(),
            acc_first_o: Default::default(),
            host_o: Default::default(),
            address_o: Sig::new(address),
            capture_o: Default::default(),
            row: Sig::new(row),
            pass: Sig::new(pass),
            row_wide: Sig::new(address),
            address: Sig::new(address),
            address_s1: Reg::data(address),
            pass_s1: Reg::data(pass),
            acc_s1: flag(),
            acc_first_s1: flag(),
            settle_s1: flag(),
            step_s1: flag(),
            step_first_s1: flag(),
            launch_s1: flag(),
            teach_s1: flag(),
            teach_first_s1: flag(),
            host_s1: flag(),
            address_s2: Reg::data(address),
            pass_s2: Reg::data(pass),
            acc_s2: flag(),
            acc_first_s2: flag(),
            settle_s2: flag(),
            step_s2: flag(),
            step_first_s2: flag(),
            launch_s2: flag(),
            teach_s2: flag(),
            host_s2: flag(),
            address_s3: Reg::data(address),
            acc_s3: flag(),
            acc_first_s3: flag(),
            settle_s3: flag(),
            step_s3: flag(),
            step_first_s3: flag(),
            launch_s3: flag(),
            teach_s3: flag(),
            host_s3: flag(),
            address_s4: Reg::data(address),
            launch_s4: flag(),
            write_s4: flag(),
            teach_s4: flag(),
            held: Const::new(1, (spec.scheme == Scheme::Modulated).into()),
            passes: Const::new(passes_bits, spec.passes() as i128),
            _passes_bits: passes_bits,
        }
    }
}

impl Logic for Issue {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, address_s1, pass_s1, acc_s1, acc_first_s1);
        clock!(self, clk_i, settle_s1, step_s1, step_first_s1);
        clock!(self, clk_i, launch_s1, teach_s1, teach_first_s1);
        clock!(self, clk_i, host_s1, address_s2, pass_s2, acc_s2);
        clock!(self, clk_i, acc_first_s2, settle_s2, step_s2);
        clock!(self, clk_i, step_first_s2, launch_s2, teach_s2);
        clock!(self, clk_i, host_s2, address_s3, acc_s3, acc_first_s3);
        clock!(self, clk_i, settle_s3, step_s3, step_first_s3);
        clock!(self, clk_i, launch_s3, teach_s3, host_s3, address_s4);
        clock!(self, clk_i, launch_s4, write_s4, teach_s4);
        self.row.next = self.row_i.val();
        self.pass.next = self.pass_i.val();
        if self.teach_i.val() {
            self.row.next = self.teach_row_i.val();
            self.pass.next = self.teach_pass_i.val();
        }
        if self.host_i.val() {
            self.row.next = self.host_row_i.val();
            self.pass.next = self.host_pass_i.val();
        }
        // address = row * passes + pass
        self.row_wide.next = bits(self.row.val(), self.row_wide.width());
        self.address.next = bits(self.pass.val(), self.address.width());
        for k in 0..self._passes_bits {
            if self.passes.val().get_bit(k).any() {
                self.address.next = self.address.val() + (self.row_wide.val() << k);
            }
        }
        self.address_s1.d.next = self.address.val();
        self.pass_s1.d.next = self.pass.val();
        self.acc_s1.d.next = self.acc_i.val();
        self.acc_first_s1.d.next = self.acc_first_i.val();
        self.settle_s1.d.next = self.settle_i.val();
        self.step_s1.d.next = self.step_i.val();
        self.step_first_s1.d.next = self.step_first_i.val();
        self.launch_s1.d.next = self.launch_i.val();
        self.teach_s1.d.next = self.teach_i.val();
        self.teach_first_s1.d.next = self.teach_first_i.val();
        self.host_s1.d.next = self.host_i.val();
        self.read_address_o.next = self.address_s1.q.val();
        self.teach_s1_o.next = self.teach_s1.q.val();
        self.teach_first_s1_o.next = self.teach_first_s1.q.val();

        self.address_s2.d.next = self.address_s1.q.val();
        self.pass_s2.d.next = self.pass_s1.q.val();
        self.acc_s2.d.next = self.acc_s1.q.val();
        self.acc_first_s2.d.next = self.acc_first_s1.q.val();
        self.settle_s2.d.next = self.settle_s1.q.val();
        self.step_s2.d.next = self.step_s1.q.val();
        self.step_first_s2.d.next = self.step_first_s1.q.val();
        self.launch_s2.d.next = self.launch_s1.q.val();
        self.teach_s2.d.next = self.teach_s1.q.val();
        self.host_s2.d.next = self.host_s1.q.val() && self.host_write_i.val();
        self.pass_s2_o.next = self.pass_s2.q.val();
        self.settle_s2_o.next = self.settle_s2.q.val();
        self.step_first_s2_o.next = self.step_first_s2.q.val();
        self.teach_s2_o.next = self.teach_s2.q.val();

        self.address_s3.d.next = self.address_s2.q.val();
        self.acc_s3.d.next = self.acc_s2.q.val();
        self.acc_first_s3.d.next = self.acc_first_s2.q.val();
        self.settle_s3.d.next = self.settle_s2.q.val();
        self.step_s3.d.next = self.step_s2.q.val();
        self.step_first_s3.d.next = self.step_first_s2.q.val();
        self.launch_s3.d.next = self.launch_s2.q.val();
        self.teach_s3.d.next = self.teach_s2.q.val();
        self.host_s3.d.next = self.host_s2.q.val();
        self.settle_s3_o.next = self.settle_s3.q.val();
        self.step_s3_o.next = self.step_s3.q.val();
        self.step_first_s3_o.next = self.step_first_s3.q.val();
        self.teach_s3_o.next = self.teach_s3.q.val();
        self.launch_s3_o.next = self.launch_s3.q.val();

        self.address_s4.d.next = self.address_s3.q.val();
        self.launch_s4.d.next = self.launch_s3.q.val();
        self.write_s4.d.next = self.teach_s3.q.val() || self.host_s3.q.val();
        self.teach_s4.d.next = self.teach_s3.q.val();
        self.write_s4_o.next = self.write_s4.q.val();
        self.teach_s4_o.next = self.teach_s4.q.val();

        self.acc_o.next = self.acc_s2.q.val();
        self.acc_first_o.next = self.acc_first_s2.q.val();
        self.host_o.next = self.host_s2.q.val();
        self.address_o.next = self.address_s3.q.val();
        self.capture_o.next = self.launch_s3.q.val();
        if self.held.val().any() {
            self.acc_o.next = self.acc_s3.q.val();
            self.acc_first_o.next = self.acc_first_s3.q.val();
            self.host_o.next = self.host_s3.q.val();
            self.address_o.next = self.address_s4.q.val();
            self.capture_o.next = self.launch_s4.q.val();
        }
    }
}
