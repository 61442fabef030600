//! RTL of the top `spin_core`, scheme "modulated".

mod wiring;

use crate::blocks::array::rtl::Array;
use crate::blocks::column_scan::rtl::ColumnScan;
use crate::blocks::column_store::rtl::ColumnStore;
use crate::blocks::column_words::rtl::ColumnWords;
use crate::blocks::controller::rtl::Controller;
use crate::blocks::counters::rtl::Counters;
use crate::blocks::draw::rtl::Draw;
use crate::blocks::front::rtl::{CLASS_BITS, Front};
use crate::blocks::hidden_rows::rtl::HiddenRows;
use crate::blocks::host_port::rtl::HostPort;
use crate::blocks::issue::rtl::Issue;
use crate::blocks::mask::rtl::Mask;
use crate::blocks::pulse_count::rtl::PulseCount;
use crate::blocks::readout::rtl::Readout;
use crate::blocks::registers::rtl::Registers;
use crate::blocks::result::rtl::ResultRegister;
use crate::blocks::rewind::rtl::Rewind;
use crate::blocks::spike_times::rtl::SpikeTimes;
use crate::blocks::step_buffer::rtl::StepBuffer;
use crate::blocks::teacher::rtl::Teacher;
use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::hdl::prelude::*;
use crate::spec::{InputCode, NUM_CLASSES, Spec, W2_BITS, WORD_BITS, index_bits};

/// The blocks and their connections.
#[derive(LogicBlock)]
pub struct SpinCore {
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
    /// Result port: the image is being taught.
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
    u_train_buffer: TrainBuffer,
    u_issue: Issue,
    u_controller: Controller,
    u_host_port: HostPort,
    u_registers: Registers,
    u_w1_memory: RowMemory,
    u_w2_memory: CellMemory,
    u_draw: Draw,
    u_column_words: ColumnWords,
    u_array: Array,
    u_column_store: ColumnStore,
    u_column_scan: ColumnScan,
    u_readout: Readout,
    u_result: ResultRegister,
    u_teacher: Teacher,
    u_counters: Counters,
    u_hidden_rows: HiddenRows,
    u_pulse_count: PulseCount,
    u_rewind: Vec<Rewind>,
    u_mask: Vec<Mask>,
    u_step_buffer: Vec<StepBuffer>,
    u_spike_times: Vec<SpikeTimes>,
    capture: Signal<Local, Bit>,
    image_done: Signal<Local, Bit>,
    draw_advance: Signal<Local, Bit>,
    w1_we: Signal<Local, Bit>,
    w1_waddr: Sig<Local>,
    w1_wdata: Sig<Local>,
    host_cell: Sig<Local>,
    w2_we: Sig<Local>,
    w2_waddr: Sig<Local>,
    w2_wdata: Sig<Local>,
    lfsr_load: Signal<Local, Bit>,
    lfsr_value: Sig<Local>,
    redraw: Signal<Local, Bit>,
    rewind: Signal<Local, Bit>,
    store_pass: Sig<Local>,
    quiet: Signal<Local, Bit>,
    new_row: Signal<Local, Bit>,
    replay_start: Signal<Local, Bit>,
    replay_valid: Signal<Local, Bit>,
    replay_row: Sig<Local>,
    replay_step: Sig<Local>,
    column_steps: Sig<Local>,
    silent: Sig<Local>,
    select_switched: Sig<Local>,
    select_register: Sig<Local>,
    select_host: Signal<Local, Bit>,
    select_draw: Signal<Local, Bit>,
    select_next: Signal<Local, Bit>,
    select_begin: Signal<Local, Bit>,
    unused: Vec<Signal<Local, Bit>>,
    unused_mask: Vec<Signal<Local, Bit>>,
}

impl SpinCore {
    /// A core for `spec`, its LFSR resetting to `lfsr_start`, with the switching tables `tables`.
    pub fn new(spec: &Spec, lfsr_start: u16, tables: &[u16; 64]) -> Self {
        let pass = spec.pass_bits();
        let (address, column) = (index_bits(spec.w1_depth()), spec.column_bits());
        SpinCore {
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
            u_train_buffer: TrainBuffer::new(spec),
            u_issue: Issue::new(spec),
            u_controller: Controller::new(spec),
            u_host_port: HostPort::new(spec),
            u_registers: Registers::new(spec),
            u_w1_memory: RowMemory::new(
                spec.w1_depth(),
                spec.lanes,
                spec.w1_bits(),
                Some("W1_INIT"),
            ),
            u_w2_memory: CellMemory::new(spec.columns, NUM_CLASSES, W2_BITS, "W2_INIT"),
            u_draw: Draw::new(lfsr_start),
            u_column_words: ColumnWords::new(spec),
            u_array: Array::new(spec),
            u_column_store: ColumnStore::new(spec),
            u_column_scan: ColumnScan::new(spec),
            u_readout: Readout::new(spec),
            u_result: ResultRegister::default(),
            u_teacher: Teacher::new(spec, tables),
            u_counters: Counters::new(spec),
            u_hidden_rows: HiddenRows::new(spec),
            u_pulse_count: PulseCount::new(spec),
            u_rewind: match spec.passes() {
                1 => vec![],
                _ => vec![Rewind::default()],
            },
            u_mask: if spec.mask {
                vec![Mask::new(spec, tables)]
            } else {
                vec![]
            },
            u_step_buffer: of_trains(spec, StepBuffer::new),
            u_spike_times: of_trains(spec, SpikeTimes::new),
            capture: Default::default(),
            image_done: Default::default(),
            draw_advance: Default::default(),
            w1_we: Default::default(),
            w1_waddr: Sig::new(address),
            w1_wdata: Sig::packed(spec.lanes, spec.w1_bits()),
            host_cell: Sig::new(spec.w1_bits()),
            w2_we: Sig::new(NUM_CLASSES),
            w2_waddr: Sig::new(column),
            w2_wdata: Sig::new(W2_BITS),
            lfsr_load: Default::default(),
            lfsr_value: Sig::new(WORD_BITS),
            redraw: Default::default(),
            rewind: Default::default(),
            store_pass: Sig::new(pass),
            quiet: Default::default(),
            new_row: Default::default(),
            replay_start: Default::default(),
            replay_valid: Default::default(),
            replay_row: Sig::new(spec.row_bits()),
            replay_step: Sig::new(spec.step_bits()),
            column_steps: Sig::packed(spec.lanes, spec.step_bits()),
            silent: Sig::new(spec.lanes),
            select_switched: Sig::new(spec.lanes),
            select_register: Sig::new(32),
            select_host: Default::default(),
            select_draw: Default::default(),
            select_next: Default::default(),
            select_begin: Default::default(),
            unused_mask: if spec.mask {
                vec![]
            } else {
                vec![Default::default()]
            },
            unused: match spec.code {
                InputCode::Hold => vec![Default::default()],
                InputCode::Pulse(_) => vec![],
            },
        }
    }
}

/// A block that pulse codes alone have.
fn of_trains<B>(spec: &Spec, block: impl Fn(&Spec) -> B) -> Vec<B> {
    match spec.code {
        InputCode::Hold => vec![],
        InputCode::Pulse(_) => vec![block(spec)],
    }
}
