//! RTL of the array of a core that only infers.

use crate::blocks::infer_lane::rtl::InferLane;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec};

/// The lanes.
#[derive(LogicBlock)]
pub struct InferArray {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Command ACC: add the row read to the drives.
    pub acc_i: Signal<In, Bit>,
    /// Command STEP.
    pub step_i: Signal<In, Bit>,
    /// With STEP: the last of a pass.
    pub step_last_i: Signal<In, Bit>,
    /// The first STEP comes in the next cycle.
    pub clear_i: Signal<In, Bit>,
    /// Word of W1 read.
    pub cells_i: Sig<In>,
    /// Spike counts.
    pub counts_o: Sig<Out>,
    u_lane: Vec<InferLane>,
    count: Vec<Sig<Local>>,
    number: Reg,
}

impl InferArray {
    /// The lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let lanes = spec.lanes;
        InferArray {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            step_i: Default::default(),
            step_last_i: Default::default(),
            clear_i: Default::default(),
            cells_i: Sig::packed(lanes, spec.w1_bits()),
            counts_o: Sig::packed(lanes, COUNT_BITS),
            u_lane: (0..lanes).map(|_| InferLane::new(spec)).collect(),
            count: (0..lanes).map(|_| Sig::new(COUNT_BITS)).collect(),
            number: Reg::data(COUNT_BITS),
        }
    }
}

impl Logic for InferArray {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, number);
        if self.step_i.val() {
            self.number.d.next = self.number.q.val() + 1;
        }
        if self.clear_i.val() {
            self.number.d.next = 1.into();
        }
        for lane in 0..self.u_lane.len() {
            self.u_lane[lane].clk_i.next = self.clk_i.val();
            self.u_lane[lane].rst_ni.next = self.rst_ni.val();
            self.u_lane[lane].acc_i.next = self.acc_i.val();
            self.u_lane[lane].weight_i.next = self.cells_i.val().get_bit(lane);
            self.u_lane[lane].step_i.next = self.step_i.val();
            self.u_lane[lane].step_last_i.next = self.step_last_i.val();
            self.u_lane[lane].number_i.next = self.number.q.val();
            self.u_lane[lane].clear_i.next = self.clear_i.val();
        }
        for lane in 0..self.u_lane.len() {
            self.count[lane].next = self.u_lane[lane].count_o.val();
        }
        self.counts_o.next = self.count.val();
    }
}
