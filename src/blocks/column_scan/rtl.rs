//! RTL of the column scan: brings hidden columns to the readout, one a cycle: those that fired, or
//! all in ascending order.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec};

/// Stages: A choose a lane (one hot), B its column and results, C the column reads W2, D the word
/// is there.
#[derive(LogicBlock)]
pub struct ColumnScan {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Take `fired_i` as the lanes to visit.
    pub load_i: Signal<In, Bit>,
    /// Lanes that fired.
    pub fired_i: Sig<In>,
    /// Stage A: visit the lowest lane left, if any.
    pub take_i: Signal<In, Bit>,
    /// No lane was left, in the cycle before.
    pub empty_o: Signal<Out, Bit>,
    /// Before stage A: walk, lane 0.
    pub walk_first_i: Signal<In, Bit>,
    /// Before stage A: walk, the next lane.
    pub walk_i: Signal<In, Bit>,
    /// Stage B: first column of the pass.
    pub base_i: Sig<In>,
    /// Stage B: spike counts of the lanes.
    pub counts_i: Sig<In>,
    /// Stage B: learning window flags.
    pub in_window_i: Sig<In>,
    /// Stage B: the host reads or writes `host_column_i`.
    pub host_i: Signal<In, Bit>,
    /// Column of the host.
    pub host_column_i: Sig<In>,
    /// Stage C: column whose word is read.
    pub read_column_o: Sig<Out>,
    /// Stage D: the word is of a visited column.
    pub visit_o: Signal<Out, Bit>,
    /// Stage D: the word is of a walked column.
    pub walk_o: Signal<Out, Bit>,
    /// Stage D: the word is the host's.
    pub host_o: Signal<Out, Bit>,
    /// Stage D: column.
    pub column_o: Sig<Out>,
    /// Stage D: its lane, one hot.
    pub select_o: Sig<Out>,
    /// Stage D: its spike count.
    pub count_o: Sig<Out>,
    /// Stage D: in the learning window.
    pub in_window_o: Signal<Out, Bit>,
    left: Reg,
    empty: BitReg,
    any_left: Signal<Local, Bit>,
    walk_first_a: BitReg,
    walk_a: BitReg,
    select_b: Reg,
    visit_b: BitReg,
    walk_b: BitReg,
    select_c: Reg,
    visit_c: BitReg,
    walk_c: BitReg,
    host_c: BitReg,
    column_c: Reg,
    count_c: Reg,
    in_window_c: BitReg,
    select_d: Reg,
    visit_d: BitReg,
    walk_d: BitReg,
    host_d: BitReg,
    column_d: Reg,
    count_d: Reg,
    in_window_d: BitReg,
    lowest: Sig<Local>,
    lane: Sig<Local>,
    count: Sig<Local>,
    _lanes: usize,
}

impl ColumnScan {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (lanes, column) = (spec.lanes, spec.column_bits());
        ColumnScan {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            load_i: Default::default(),
            fired_i: Sig::new(lanes),
            take_i: Default::default(),
            empty_o: Default::default(),
            walk_first_i: Default::default(),
            walk_i: Default::default(),
            base_i: Sig::new(column),
            counts_i: Sig::packed(lanes, COUNT_BITS),
            in_window_i: Sig::new(lanes),
            host_i: Default::default(),
            host_column_i: Sig::new(column),
            read_column_o: Sig::new(column),
            visit_o: Default::default(),
            walk_o: Default::default(),
            host_o: Default::default(),
            column_o: Sig::new(column),
            select_o: Sig::new(lanes),
            count_o: Sig::new(COUNT_BITS),
            in_window_o: Default::default(),
            left: Reg::new(lanes, 0),
            empty: BitReg::new(true),
            any_left: Default::default(),
            walk_first_a: BitReg::new(false),
            walk_a: BitReg::new(false),
            select_b: Reg::new(lanes, 0),
            visit_b: BitReg::new(false),
            walk_b: BitReg::new(false),
            select_c: Reg::data(lanes),
            visit_c: BitReg::new(false),
            walk_c: BitReg::new(false),
            host_c: BitReg::new(false),
            column_c: Reg::data(column),
            count_c: Reg::data(COUNT_BITS),
            in_window_c: BitReg::new(false),
            select_d: Reg::data(lanes),
            visit_d: BitReg::new(false),
            walk_d: BitReg::new(false),
            host_d: BitReg::new(false),
            column_d: Reg::data(column),
            count_d: Reg::data(COUNT_BITS),
            in_window_d: BitReg::new(false),
            lowest: Sig::new(lanes),
            lane: Sig::new(column),
            count: Sig::new(COUNT_BITS),
            _lanes: lanes,
        }
    }
}

impl Logic for ColumnScan {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, left, select_b);
        clock!(self, clk_i, visit_b, walk_b, select_c, visit_c, walk_c);
        clock!(self, clk_i, host_c, column_c, count_c, in_window_c);
        clock!(self, clk_i, select_d, visit_d, walk_d, host_d, column_d);
        clock!(self, clk_i, count_d, in_window_d, empty);
        clock!(self, clk_i, walk_first_a, walk_a);
        self.walk_first_a.d.next = self.walk_first_i.val();
        self.walk_a.d.next = self.walk_i.val();
        self.lowest.next = self.left.q.val() & (!self.left.q.val() + 1);
        self.any_left.next = self.left.q.val().any();
        self.empty.d.next = !self.any_left.val() && !self.load_i.val();
        self.empty_o.next = self.empty.q.val();
        if self.load_i.val() {
            self.left.d.next = self.fired_i.val();
        } else if self.take_i.val() {
            self.left.d.next = self.left.q.val() & !self.lowest.val();
        }
        if self.take_i.val() {
            self.select_b.d.next = self.lowest.val();
        } else if self.walk_first_a.q.val() {
            self.select_b.d.next = 1.into();
        } else if self.walk_a.q.val() {
            self.select_b.d.next = self.select_b.q.val() << 1;
        }
        self.visit_b.d.next = self.take_i.val() && self.any_left.val();
        self.walk_b.d.next = self.walk_a.q.val();

        self.lane.next = 0.into();
        self.count.next = 0.into();
        for k in 0..self._lanes {
            if self.select_b.q.val().get_bit(k).any() {
                self.lane.next = self.lane.val() | k.to_bits();
                self.count.next = self.count.val() | self.counts_i.val().get_bit(k);
            }
        }
        self.column_c.d.next = self.base_i.val() + self.lane.val();
        if self.host_i.val() {
            self.column_c.d.next = self.host_column_i.val();
        }
        self.count_c.d.next = self.count.val();
        self.in_window_c.d.next = (self.select_b.q.val() & self.in_window_i.val()).any();
        self.select_c.d.next = self.select_b.q.val();
        self.visit_c.d.next = self.visit_b.q.val();
        self.walk_c.d.next = self.walk_b.q.val();
        self.host_c.d.next = self.host_i.val();

        self.read_column_o.next = self.column_c.q.val();
        self.column_d.d.next = self.column_c.q.val();
        self.count_d.d.next = self.count_c.q.val();
        self.in_window_d.d.next = self.in_window_c.q.val();
        self.select_d.d.next = self.select_c.q.val();
        self.visit_d.d.next = self.visit_c.q.val();
        self.walk_d.d.next = self.walk_c.q.val();
        self.host_d.d.next = self.host_c.q.val();

        self.visit_o.next = self.visit_d.q.val();
        self.walk_o.next = self.walk_d.q.val();
        self.host_o.next = self.host_d.q.val();
        self.column_o.next = self.column_d.q.val();
        self.select_o.next = self.select_d.q.val();
        self.count_o.next = self.count_d.q.val();
        self.in_window_o.next = self.in_window_d.q.val();
    }
}
