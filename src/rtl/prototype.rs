//! RTL of the top `spin_core`, scheme "prototype".

mod wiring;

use crate::blocks::compartments::rtl::CompartmentArray;
use crate::blocks::counters::rtl::Counters;
use crate::blocks::draw::rtl::Draw;
use crate::blocks::front::rtl::{CLASS_BITS, Front};
use crate::blocks::host_port::rtl::HostPort;
use crate::blocks::issue::rtl::Issue;
use crate::blocks::neuron_memory::rtl::NeuronUpdate;
use crate::blocks::prototype_controller::rtl::Controller;
use crate::blocks::registers::rtl::Registers;
use crate::blocks::result::rtl::ResultRegister;
use crate::blocks::row_part::rtl::RowPart;
use crate::blocks::row_sweep::rtl::RowSweep;
use crate::blocks::soma_scan::rtl::SomaScan;
use crate::blocks::teach_cell::rtl::TeachCell;
use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::blocks::winner::rtl::Winner;
use crate::hdl::prelude::*;
use crate::spec::prototype::WEIGHT_BITS;
use crate::spec::{Prototype, Spec, index_bits};

/// The blocks and their connections.
#[derive(LogicBlock)]
pub struct PrototypeCore {
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
    u_row_part: RowPart,
    u_controller: Controller,
    u_host_port: HostPort,
    u_registers: Registers,
    u_w1_memory: RowMemory,
    u_neuron_memory: RowMemory,
    u_draw: Draw,
    u_array: CompartmentArray,
    u_soma_scan: SomaScan,
    u_winner: Winner,
    u_result: ResultRegister,
    u_row_sweep: RowSweep,
    u_teach_cell: TeachCell,
    u_neuron_update: NeuronUpdate,
    u_counters: Counters,
    capture: Signal<Local, Bit>,
    image_done: Signal<Local, Bit>,
    draw_advance: Signal<Local, Bit>,
    w1_we: Signal<Local, Bit>,
    w1_waddr: Sig<Local>,
    w1_wdata: Sig<Local>,
    neuron_we: Signal<Local, Bit>,
    neuron_waddr: Sig<Local>,
    neuron_wdata: Sig<Local>,
    part_row: Sig<Local>,
    quiet: Signal<Local, Bit>,
    unused: Signal<Local, Bit>,
    fired: Const,
}

impl PrototypeCore {
    /// A core for `spec`, its LFSR resetting to `lfsr_start`, with the switching tables `tables`.
    pub fn new(spec: &Spec, sizes: &Prototype, lfsr_start: u16, tables: &[u16; 64]) -> Self {
        let address = index_bits(spec.w1_depth());
        let (column, word) = (spec.column_bits(), sizes.neuron_word_bits());
        PrototypeCore {
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
            u_row_part: RowPart::new(spec, sizes),
            u_controller: Controller::new(spec, sizes),
            u_host_port: HostPort::new(spec),
            u_registers: Registers::new(spec),
            u_w1_memory: RowMemory::new(spec.w1_depth(), spec.lanes, WEIGHT_BITS, Some("W1_INIT")),
            u_neuron_memory: RowMemory::new(spec.columns, 1, word, Some("NEURON_INIT")),
            u_draw: Draw::new(lfsr_start),
            u_array: CompartmentArray::new(spec, sizes),
            u_soma_scan: SomaScan::new(spec, sizes),
            u_winner: Winner::new(spec, sizes),
            u_result: ResultRegister::default(),
            u_row_sweep: RowSweep::new(spec, sizes),
            u_teach_cell: TeachCell::new(spec, sizes, tables),
            u_neuron_update: NeuronUpdate::new(spec, sizes),
            u_counters: Counters::new(spec),
            capture: Default::default(),
            image_done: Default::default(),
            draw_advance: Default::default(),
            w1_we: Default::default(),
            w1_waddr: Sig::new(address),
            w1_wdata: Sig::packed(spec.lanes, WEIGHT_BITS),
            neuron_we: Default::default(),
            neuron_waddr: Sig::new(column),
            neuron_wdata: Sig::new(word),
            part_row: Sig::new(spec.row_bits()),
            quiet: Default::default(),
            unused: Default::default(),
            fired: Const::new(4, sizes.num_compartments() as i128),
        }
    }
}
