//! RTL of the top `spin_core`, scheme "modulated", without anything that learns.

mod wiring;

use crate::blocks::event_list::rtl::EventList;
use crate::blocks::front::rtl::{CLASS_BITS, Front};
use crate::blocks::infer_array::rtl::InferArray;
use crate::blocks::infer_controller::rtl::InferController;
use crate::blocks::infer_counters::rtl::InferCounters;
use crate::blocks::infer_host::rtl::InferHost;
use crate::blocks::infer_issue::rtl::InferIssue;
use crate::blocks::infer_readout::rtl::InferReadout;
use crate::blocks::result::rtl::ResultRegister;
use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W2_BITS, index_bits};

/// The blocks and their connections.
#[derive(LogicBlock)]
pub struct InferenceCore {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Synchronous reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Event port: valid.
    pub ev_valid_i: Signal<In, Bit>,
    /// Event port: ready.
    pub ev_ready_o: Signal<Out, Bit>,
    /// Event port: 0 ROW, 1 STEP, 2 LAST.
    pub ev_kind_i: Sig<In>,
    /// Event port: row, or {more, learn, label}.
    pub ev_data_i: Sig<In>,
    /// Result port: valid.
    pub res_valid_o: Signal<Out, Bit>,
    /// Result port: ready.
    pub res_ready_i: Signal<In, Bit>,
    /// Result port: class.
    pub res_class_o: Sig<Out>,
    /// Result port: the image is being taught: never.
    pub res_learn_o: Signal<Out, Bit>,
    /// Host port: valid.
    pub host_valid_i: Signal<In, Bit>,
    /// Host port: ready.
    pub host_ready_o: Signal<Out, Bit>,
    /// Host port: write, else read.
    pub host_write_i: Signal<In, Bit>,
    /// Host port: {region, index}.
    pub host_addr_i: Sig<In>,
    /// Host port: data to write.
    pub host_wdata_i: Sig<In>,
    /// Host port: the access is done.
    pub host_rvalid_o: Signal<Out, Bit>,
    /// Host port: data read.
    pub host_rdata_o: Sig<Out>,
    u_front: Front,
    u_train_buffer: Vec<TrainBuffer>,
    u_event_list: Vec<EventList>,
    u_issue: InferIssue,
    u_controller: InferController,
    u_host_port: InferHost,
    u_w1_memory: RowMemory,
    u_w2_memory: CellMemory,
    u_array: InferArray,
    u_readout: InferReadout,
    u_result: ResultRegister,
    u_counters: InferCounters,
    capture: Signal<Local, Bit>,
    image_done: Signal<Local, Bit>,
    image_issued: Signal<Local, Bit>,
    new_row: Signal<Local, Bit>,
    replay_valid: Signal<Local, Bit>,
    replay_row: Sig<Local>,
    sweeping: Signal<Local, Bit>,
    w1_we: Signal<Local, Bit>,
    w1_waddr: Sig<Local>,
    w1_wdata: Sig<Local>,
    w2_we: Sig<Local>,
    w2_waddr: Sig<Local>,
    w2_wdata: Sig<Local>,
    unused: Signal<Local, Bit>,
}

impl InferenceCore {
    /// A core for `spec`.
    pub fn new(spec: &Spec) -> Self {
        let one_pass = spec.passes() == 1;
        InferenceCore {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            ev_valid_i: Default::default(),
            ev_ready_o: Default::default(),
            ev_kind_i: Sig::new(2),
            ev_data_i: Sig::new(spec.event_bits()),
            res_valid_o: Default::default(),
            res_ready_i: Default::default(),
            res_class_o: Sig::new(CLASS_BITS),
            res_learn_o: Default::default(),
            host_valid_i: Default::default(),
            host_ready_o: Default::default(),
            host_write_i: Default::default(),
            host_addr_i: Sig::new(32),
            host_wdata_i: Sig::new(32),
            host_rvalid_o: Default::default(),
            host_rdata_o: Sig::new(32),
            u_front: Front::new(spec),
            // a replay takes back what has been seen; without one, the bitmap that is cleared at once
            u_train_buffer: one_pass
                .then(|| TrainBuffer::new(spec))
                .into_iter()
                .collect(),
            u_event_list: (!one_pass)
                .then(|| EventList::new(spec))
                .into_iter()
                .collect(),
            u_issue: InferIssue::new(spec),
            u_controller: InferController::new(spec),
            u_host_port: InferHost::new(spec),
            u_w1_memory: RowMemory::new(
                spec.w1_depth(),
                spec.lanes,
                spec.w1_bits(),
                Some("W1_INIT"),
            ),
            u_w2_memory: CellMemory::new(spec.columns, NUM_CLASSES, W2_BITS, "W2_INIT"),
            u_array: InferArray::new(spec),
            u_readout: InferReadout::new(spec),
            u_result: ResultRegister::default(),
            u_counters: InferCounters::default(),
            capture: Default::default(),
            image_done: Default::default(),
            image_issued: Default::default(),
            new_row: Default::default(),
            replay_valid: Default::default(),
            replay_row: Sig::new(spec.row_bits()),
            sweeping: Default::default(),
            w1_we: Default::default(),
            w1_waddr: Sig::new(index_bits(spec.w1_depth())),
            w1_wdata: Sig::packed(spec.lanes, spec.w1_bits()),
            w2_we: Sig::new(NUM_CLASSES),
            w2_waddr: Sig::new(spec.column_bits()),
            w2_wdata: Sig::new(W2_BITS),
            unused: Default::default(),
        }
    }
}
