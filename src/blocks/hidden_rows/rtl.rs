//! RTL of the hidden rows.

use crate::hdl::prelude::*;
use crate::spec::{Spec, Types};

/// The replay's row, or a counter's.
#[derive(LogicBlock)]
pub struct HiddenRows {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// An image is decided: no silent rows.
    pub clear_i: Signal<In, Bit>,
    /// A pass of the sweep is being prepared: from row 0 on.
    pub restart_i: Signal<In, Bit>,
    /// Silent rows are visited, too.
    pub wants_silent_i: Signal<In, Bit>,
    /// The row has its slot: go on.
    pub next_i: Signal<In, Bit>,
    /// The replay shows a row.
    pub replay_valid_i: Signal<In, Bit>,
    /// Row shown.
    pub replay_row_i: Sig<In>,
    /// Its first step.
    pub replay_step_i: Sig<In>,
    /// Train buffer: go on.
    pub replay_next_o: Signal<Out, Bit>,
    /// Row to visit.
    pub row_o: Sig<Out>,
    /// It is the bias row: the last.
    pub last_o: Signal<Out, Bit>,
    /// It spiked, or is the bias row.
    pub active_o: Signal<Out, Bit>,
    /// S3: the slot's row spiked, or is the bias row.
    pub active_s3_o: Signal<Out, Bit>,
    /// S3: first step of the slot's row.
    pub row_step_s3_o: Sig<Out>,
    silent: BitReg,
    row: Reg,
    active_s1: BitReg,
    active_s2: BitReg,
    active_s3: BitReg,
    row_step_s1: Reg,
    row_step_s2: Reg,
    row_step_s3: Reg,
    spiked: Signal<Local, Bit>,
    last: Signal<Local, Bit>,
    bias_row: Const,
    all_types: Const,
}

impl HiddenRows {
    /// For the rows and input steps of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (row, step) = (spec.row_bits(), spec.step_bits());
        HiddenRows {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            restart_i: Default::default(),
            wants_silent_i: Default::default(),
            next_i: Default::default(),
            replay_valid_i: Default::default(),
            replay_row_i: Sig::new(row),
            replay_step_i: Sig::new(step),
            replay_next_o: Default::default(),
            row_o: Sig::new(row),
            last_o: Default::default(),
            active_o: Default::default(),
            active_s3_o: Default::default(),
            row_step_s3_o: Sig::new(step),
            silent: BitReg::new(false),
            row: Reg::new(row, 0),
            active_s1: BitReg::new(false),
            active_s2: BitReg::new(false),
            active_s3: BitReg::new(false),
            row_step_s1: Reg::data(step),
            row_step_s2: Reg::data(step),
            row_step_s3: Reg::data(step),
            spiked: Default::default(),
            last: Default::default(),
            bias_row: Const::new(row, spec.rows as i128),
            all_types: Const::new(1, (spec.types == Types::All).into()),
        }
    }
}

impl Logic for HiddenRows {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, silent, row);
        clock!(self, clk_i, active_s1, active_s2, row_step_s1, row_step_s2);
        clock!(self, clk_i, active_s3, row_step_s3);
        if self.wants_silent_i.val() && self.all_types.val().any() {
            self.silent.d.next = true;
        }
        if self.next_i.val() {
            self.row.d.next = self.row.q.val() + 1;
        }
        if self.clear_i.val() {
            self.silent.d.next = false;
        }
        if self.restart_i.val() {
            self.row.d.next = 0.into();
        }
        self.row_o.next = self.bias_row.val();
        self.last.next = !self.replay_valid_i.val();
        self.spiked.next = self.replay_valid_i.val();
        if self.silent.q.val() {
            self.row_o.next = self.row.q.val();
            self.last.next = self.row.q.val() == self.bias_row.val();
            self.spiked.next =
                self.replay_valid_i.val() && (self.replay_row_i.val() == self.row.q.val());
        } else if self.replay_valid_i.val() {
            self.row_o.next = self.replay_row_i.val();
        }
        self.last_o.next = self.last.val();
        self.replay_next_o.next = self.next_i.val() && self.spiked.val();
        self.active_o.next = self.spiked.val() || self.last.val();
        self.active_s1.d.next = self.spiked.val() || self.last.val();
        self.active_s2.d.next = self.active_s1.q.val();
        self.active_s3.d.next = self.active_s2.q.val();
        self.active_s3_o.next = self.active_s3.q.val();
        self.row_step_s1.d.next = 0.into();
        if self.spiked.val() {
            self.row_step_s1.d.next = self.replay_step_i.val();
        }
        self.row_step_s2.d.next = self.row_step_s1.q.val();
        self.row_step_s3.d.next = self.row_step_s2.q.val();
        self.row_step_s3_o.next = self.row_step_s3.q.val();
    }
}
