//! RTL of the controller of a core that only infers.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, index_bits};

/// Bits of a state.
const STATE_BITS: usize = 3;

/// ARM, SCAN for each pass; then DRAIN, DECIDE, RESULT.
#[derive(LogicBlock)]
pub struct InferController {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A pass is about to end.
    pub launch_i: Signal<In, Bit>,
    /// More views follow.
    pub more_i: Signal<In, Bit>,
    /// The lanes hold the results of the pass.
    pub capture_i: Signal<In, Bit>,
    /// Spike counts of the lanes.
    pub counts_i: Sig<In>,
    /// The result register is free.
    pub result_free_i: Signal<In, Bit>,
    /// Nothing is under way.
    pub idle_o: Signal<Out, Bit>,
    /// Column at hand: read its word of W2.
    pub column_o: Sig<Out>,
    /// It has a spike to be read out.
    pub visit_o: Signal<Out, Bit>,
    /// Readout: compare a bit of each sum.
    pub decide_o: Signal<Out, Bit>,
    /// With `decide_o`: the first.
    pub decide_first_o: Signal<Out, Bit>,
    /// The result register takes the decision.
    pub result_o: Signal<Out, Bit>,
    /// The image is complete.
    pub done_o: Signal<Out, Bit>,
    state: Reg,
    lane: Reg,
    column: Reg,
    /// Spikes of the column read out so far; in DECIDE bits.
    number: Reg,
    more: BitReg,
    count: Sig<Local>,
    next_number: Sig<Local>,
    scanning: Signal<Local, Bit>,
    image_over: Signal<Local, Bit>,
    idle: Const,
    arm: Const,
    scan: Const,
    drain: Const,
    decide: Const,
    result: Const,
    bit_last: Const,
    lane_last: Const,
    column_last: Const,
}

impl InferController {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (lane, column) = (spec.lane_bits(), spec.column_bits());
        let number = COUNT_BITS.max(index_bits(spec.sum_bits()));
        let state = |value: i128| Const::new(STATE_BITS, value);
        InferController {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            launch_i: Default::default(),
            more_i: Default::default(),
            capture_i: Default::default(),
            counts_i: Sig::packed(spec.lanes, COUNT_BITS),
            result_free_i: Default::default(),
            idle_o: Default::default(),
            column_o: Sig::new(column),
            visit_o: Default::default(),
            decide_o: Default::default(),
            decide_first_o: Default::default(),
            result_o: Default::default(),
            done_o: Default::default(),
            state: Reg::new(STATE_BITS, 0),
            lane: Reg::new(lane, 0),
            column: Reg::new(column, 0),
            number: Reg::new(number, 0),
            more: BitReg::new(false),
            count: Sig::new(number),
            next_number: Sig::new(number),
            scanning: Default::default(),
            image_over: Default::default(),
            idle: state(0),
            arm: state(1),
            scan: state(2),
            drain: state(3),
            decide: state(4),
            result: state(5),
            bit_last: Const::new(number, spec.sum_bits() as i128 - 1),
            lane_last: Const::new(lane, spec.lanes as i128 - 1),
            column_last: Const::new(column, spec.columns as i128 - 1),
        }
    }
}

impl Logic for InferController {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, state, lane, column, number, more);
        self.idle_o.next = self.state.q.val() == self.idle.val();
        self.scanning.next = self.state.q.val() == self.scan.val();
        self.count.next = bits(
            self.counts_i.val().get_bit(self.lane.q.val()),
            self.count.width(),
        );
        self.next_number.next = self.number.q.val() + 1;
        self.column_o.next = self.column.q.val();
        self.visit_o.next = self.scanning.val() && (self.number.q.val() < self.count.val());
        self.decide_o.next = self.state.q.val() == self.decide.val();
        self.decide_first_o.next = self.decide_o.val() && !self.number.q.val().any();
        self.result_o.next = (self.state.q.val() == self.result.val()) && self.result_free_i.val();
        self.image_over.next = false;
        if self.state.q.val() == self.idle.val() {
            if self.launch_i.val() {
                self.state.d.next = self.arm.val();
                self.more.d.next = self.more_i.val();
            }
        } else if self.state.q.val() == self.arm.val() {
            if self.capture_i.val() {
                self.state.d.next = self.scan.val();
            }
        } else if self.scanning.val() {
            self.number.d.next = self.next_number.val();
            if self.next_number.val() >= self.count.val() {
                self.number.d.next = 0.into();
                self.lane.d.next = self.lane.q.val() + 1;
                self.column.d.next = self.column.q.val() + 1;
                if self.lane.q.val() == self.lane_last.val() {
                    self.lane.d.next = 0.into();
                    self.state.d.next = self.idle.val();
                }
                if self.column.q.val() == self.column_last.val() {
                    self.lane.d.next = 0.into();
                    self.column.d.next = 0.into();
                    self.state.d.next = self.drain.val();
                }
            }
        } else if self.state.q.val() == self.drain.val() {
            self.state.d.next = self.decide.val();
            if self.more.q.val() {
                self.image_over.next = true;
            }
        } else if self.state.q.val() == self.decide.val() {
            self.number.d.next = self.next_number.val();
            if self.number.q.val() == self.bit_last.val() {
                self.number.d.next = 0.into();
                self.state.d.next = self.result.val();
            }
        } else if self.result_free_i.val() {
            self.image_over.next = true;
        }
        if self.image_over.val() {
            self.state.d.next = self.idle.val();
        }
        self.done_o.next = self.image_over.val();
    }
}
