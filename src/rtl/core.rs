//! RTL of the top `spin_core`, scheme "modulated".

use crate::blocks::array::rtl::Array;
use crate::blocks::column_scan::rtl::ColumnScan;
use crate::blocks::column_store::rtl::ColumnStore;
use crate::blocks::column_words::rtl::ColumnWords;
use crate::blocks::controller::rtl::Controller;
use crate::blocks::counters::rtl::Counters;
use crate::blocks::draw::rtl::Draw;
use crate::blocks::front::rtl::{CLASS_BITS, Front};
use crate::blocks::host_port::rtl::HostPort;
use crate::blocks::issue::rtl::Issue;
use crate::blocks::readout::rtl::Readout;
use crate::blocks::registers::rtl::Registers;
use crate::blocks::result::rtl::ResultRegister;
use crate::blocks::teach_store::rtl::TeachStore;
use crate::blocks::teacher::rtl::Teacher;
use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W1_BITS, W2_BITS, index_bits};

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
    u_w2_memory: RowMemory,
    u_draw: Draw,
    u_column_words: ColumnWords,
    u_array: Array,
    u_column_store: ColumnStore,
    u_column_scan: ColumnScan,
    u_readout: Readout,
    u_result: ResultRegister,
    u_teacher: Teacher,
    u_teach_store: TeachStore,
    u_counters: Counters,
    capture: Signal<Local, Bit>,
    image_done: Signal<Local, Bit>,
    draw_advance: Signal<Local, Bit>,
    w1_we: Signal<Local, Bit>,
    w1_waddr: Sig<Local>,
    w1_wdata: Sig<Local>,
    w2_we: Signal<Local, Bit>,
    w2_waddr: Sig<Local>,
    w2_wdata: Sig<Local>,
    store_pass: Sig<Local>,
    quiet: Signal<Local, Bit>,
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
            u_w1_memory: RowMemory::new(spec.w1_depth(), spec.lanes, W1_BITS, Some("W1_INIT")),
            u_w2_memory: RowMemory::new(spec.columns, NUM_CLASSES, W2_BITS, Some("W2_INIT")),
            u_draw: Draw::new(lfsr_start),
            u_column_words: ColumnWords::new(spec),
            u_array: Array::new(spec),
            u_column_store: ColumnStore::new(spec),
            u_column_scan: ColumnScan::new(spec),
            u_readout: Readout::new(spec),
            u_result: ResultRegister::default(),
            u_teacher: Teacher::new(spec, tables),
            u_teach_store: TeachStore::new(spec),
            u_counters: Counters::new(spec),
            capture: Default::default(),
            image_done: Default::default(),
            draw_advance: Default::default(),
            w1_we: Default::default(),
            w1_waddr: Sig::new(address),
            w1_wdata: Sig::packed(spec.lanes, W1_BITS),
            w2_we: Default::default(),
            w2_waddr: Sig::new(column),
            w2_wdata: Sig::packed(NUM_CLASSES, W2_BITS),
            store_pass: Sig::new(pass),
            quiet: Default::default(),
        }
    }
}

impl Logic for SpinCore {
    #[hdl_gen]
    fn update(&mut self) {
        // event port, issue slots
        self.u_front.clk_i.next = self.clk_i.val();
        self.u_front.rst_ni.next = self.rst_ni.val();
        self.u_front.ev_valid_i.next = self.ev_valid_i.val();
        self.ev_ready_o.next = self.u_front.ev_ready_o.val();
        self.u_front.ev_kind_i.next = self.ev_kind_i.val();
        self.u_front.ev_data_i.next = self.ev_data_i.val();
        self.u_front.host_busy_i.next = self.u_host_port.busy_o.val();
        self.u_front.new_i.next = self.u_train_buffer.new_o.val();
        self.u_front.replay_valid_i.next = self.u_train_buffer.valid_o.val();
        self.u_front.replay_row_i.next = self.u_train_buffer.row_o.val();
        self.u_front.idle_i.next = self.u_controller.idle_o.val();
        self.u_front.done_i.next = self.image_done.val();

        self.u_train_buffer.clk_i.next = self.clk_i.val();
        self.u_train_buffer.rst_ni.next = self.rst_ni.val();
        self.u_train_buffer.clear_i.next = self.u_front.clear_o.val();
        self.u_train_buffer.insert_i.next = self.u_front.insert_o.val();
        self.u_train_buffer.row_i.next = self.u_front.row_o.val();
        self.u_train_buffer.start_i.next = self.u_front.replay_start_o.val();
        self.u_train_buffer.next_i.next =
            self.u_front.replay_next_o.val() || self.u_controller.replay_next_o.val();

        // issue stages
        self.u_issue.clk_i.next = self.clk_i.val();
        self.u_issue.rst_ni.next = self.rst_ni.val();
        self.u_issue.acc_i.next = self.u_front.acc_o.val();
        self.u_issue.acc_first_i.next = self.u_front.acc_first_o.val();
        self.u_issue.step_i.next = self.u_front.step_o.val();
        self.u_issue.step_first_i.next = self.u_front.step_first_o.val();
        self.u_issue.launch_i.next = self.u_front.launch_o.val();
        self.u_issue.row_i.next = self.u_front.issue_row_o.val();
        self.u_issue.pass_i.next = self.u_front.issue_pass_o.val();
        self.u_issue.teach_i.next = self.u_controller.teach_o.val();
        self.u_issue.teach_first_i.next = self.u_controller.teach_first_o.val();
        self.u_issue.teach_row_i.next = self.u_controller.row_o.val();
        self.u_issue.teach_pass_i.next = self.u_controller.pass_o.val();
        self.u_issue.host_i.next = self.u_host_port.w1_issue_o.val();
        self.u_issue.host_write_i.next = self.u_host_port.w1_write_o.val();
        self.u_issue.host_row_i.next = self.u_host_port.w1_row_o.val();
        self.u_issue.host_pass_i.next = self.u_host_port.w1_pass_o.val();
        self.capture.next = self.u_issue.capture_o.val();

        // hidden weights and lanes
        self.w1_we.next = self.u_issue.write_s3_o.val();
        self.w1_waddr.next = self.u_issue.write_address_o.val();
        self.w1_wdata.next = self.u_array.weights_o.val();
        self.u_w1_memory.clk_i.next = self.clk_i.val();
        self.u_w1_memory.we_i.next = self.w1_we.val();
        self.u_w1_memory.waddr_i.next = self.w1_waddr.val();
        self.u_w1_memory.wdata_i.next = self.w1_wdata.val();
        self.u_w1_memory.raddr_i.next = self.u_issue.read_address_o.val();

        self.draw_advance.next = (self.u_issue.teach_s1_o.val()
            && self.u_issue.teach_first_s1_o.val())
            || self.u_teacher.draw_o.val();
        self.u_draw.clk_i.next = self.clk_i.val();
        self.u_draw.rst_ni.next = self.rst_ni.val();
        self.u_draw.advance_i.next = self.draw_advance.val();
        self.u_draw.load_i.next = self.u_registers.lfsr_load_o.val();
        self.u_draw.value_i.next = bits(self.u_host_port.data_o.val(), 16);
        self.u_column_words.clk_i.next = self.clk_i.val();
        self.u_column_words.rst_ni.next = self.rst_ni.val();
        self.u_column_words.state_i.next = self.u_draw.state_o.val();
        self.u_column_words.first_i.next =
            self.u_issue.teach_s1_o.val() && self.u_issue.teach_first_s1_o.val();
        self.u_column_words.next_i.next =
            self.u_issue.teach_s1_o.val() && !self.u_issue.teach_first_s1_o.val();

        self.u_array.clk_i.next = self.clk_i.val();
        self.u_array.rst_ni.next = self.rst_ni.val();
        self.u_array.acc_i.next = self.u_issue.acc_s2_o.val();
        self.u_array.acc_first_i.next = self.u_issue.acc_first_s2_o.val();
        self.u_array.step_i.next = self.u_issue.step_s2_o.val();
        self.u_array.step_first_i.next = self.u_issue.step_first_s2_o.val();
        self.u_array.threshold_i.next = self.u_registers.threshold_o.val();
        self.u_array.window_i.next = self.u_registers.window_o.val();
        self.u_array.teach_i.next = self.u_issue.teach_s2_o.val();
        self.u_array.causal_i.next = true;
        self.u_array.doubled_i.next = self.u_column_words.doubled_o.val();
        self.u_array.masks_i.next = self.u_column_words.masks_o.val();
        self.u_array.carry_i.next = self.u_column_words.carry_o.val();
        self.u_array.rules_i.next = self.u_teach_store.rules_o.val();
        self.u_array.switching_i.next = self.u_teach_store.switching_o.val();
        self.u_array.weights_i.next = self.u_w1_memory.rdata_o.val();
        self.u_array.host_lane_i.next = self.u_host_port.w1_lane_o.val();
        self.u_array.host_write_i.next = self.u_issue.host_s2_o.val();
        self.u_array.host_weight_i.next = bits(self.u_host_port.data_o.val(), 7);

        // readout
        self.u_column_store.clk_i.next = self.clk_i.val();
        self.u_column_store.rst_ni.next = self.rst_ni.val();
        self.u_column_store.capture_i.next = self.capture.val();
        self.u_column_store.pass_i.next = self.u_controller.pass_o.val();
        self.u_column_store.counts_i.next = self.u_array.counts_o.val();
        self.u_column_store.in_window_i.next = self.u_array.in_window_o.val();
        self.u_column_store.recall_i.next = self.u_controller.recall_o.val();

        self.u_column_scan.clk_i.next = self.clk_i.val();
        self.u_column_scan.rst_ni.next = self.rst_ni.val();
        self.u_column_scan.load_i.next = self.capture.val();
        self.u_column_scan.fired_i.next = self.u_array.fired_o.val();
        self.u_column_scan.take_i.next = self.u_controller.take_o.val();
        self.u_column_scan.walk_first_i.next = self.u_controller.walk_first_o.val();
        self.u_column_scan.walk_i.next = self.u_controller.walk_o.val();
        self.u_column_scan.base_i.next = self.u_controller.base_o.val();
        self.u_column_scan.counts_i.next = self.u_column_store.counts_o.val();
        self.u_column_scan.in_window_i.next = self.u_column_store.in_window_o.val();
        self.u_column_scan.host_i.next = self.u_host_port.w2_issue_o.val();
        self.u_column_scan.host_column_i.next = self.u_host_port.w2_column_o.val();

        self.w2_we.next = self.u_teacher.we_o.val();
        self.w2_waddr.next = self.u_teacher.column_o.val();
        self.w2_wdata.next = self.u_teacher.word_o.val();
        self.u_w2_memory.clk_i.next = self.clk_i.val();
        self.u_w2_memory.we_i.next = self.w2_we.val();
        self.u_w2_memory.waddr_i.next = self.w2_waddr.val();
        self.u_w2_memory.wdata_i.next = self.w2_wdata.val();
        self.u_w2_memory.raddr_i.next = self.u_column_scan.read_column_o.val();

        self.u_readout.clk_i.next = self.clk_i.val();
        self.u_readout.rst_ni.next = self.rst_ni.val();
        self.u_readout.clear_i.next = self.u_controller.result_o.val();
        self.u_readout.acc_i.next = self.u_column_scan.visit_o.val();
        self.u_readout.count_i.next = self.u_column_scan.count_o.val();
        self.u_readout.word_i.next = self.u_w2_memory.rdata_o.val();
        self.u_readout.decide_i.next = self.u_controller.decide_o.val();
        self.u_readout.class_i.next = self.u_controller.class_o.val();
        self.u_readout.label_i.next = self.u_controller.label_o.val();
        self.u_readout.margin_i.next = self.u_registers.margin_o.val();

        self.u_result.clk_i.next = self.clk_i.val();
        self.u_result.rst_ni.next = self.rst_ni.val();
        self.u_result.result_i.next = self.u_controller.result_o.val();
        self.u_result.class_i.next = self.u_readout.class_o.val();
        self.u_result.learn_i.next = self.u_controller.result_learn_o.val();
        self.res_valid_o.next = self.u_result.res_valid_o.val();
        self.u_result.res_ready_i.next = self.res_ready_i.val();
        self.res_class_o.next = self.u_result.res_class_o.val();
        self.res_learn_o.next = self.u_result.res_learn_o.val();

        // controller
        self.u_controller.clk_i.next = self.clk_i.val();
        self.u_controller.rst_ni.next = self.rst_ni.val();
        self.u_controller.launch_i.next = self.u_front.launch_o.val();
        self.u_controller.launch_last_i.next = self.u_front.launch_last_o.val();
        self.u_controller.learn_i.next = self.u_front.learn_o.val();
        self.u_controller.more_i.next = self.u_front.more_o.val();
        self.u_controller.label_i.next = self.u_front.label_o.val();
        self.u_controller.capture_i.next = self.capture.val();
        self.u_controller.scan_empty_i.next = self.u_column_scan.empty_o.val();
        self.u_controller.within_margin_i.next = self.u_readout.within_margin_o.val();
        self.u_controller.result_free_i.next = self.u_result.free_o.val();
        self.u_controller.typed_i.next = self.u_teacher.typed_o.val();
        self.u_controller.replay_valid_i.next = self.u_train_buffer.valid_o.val();
        self.u_controller.replay_row_i.next = self.u_train_buffer.row_o.val();
        self.image_done.next = self.u_controller.done_o.val();

        // teaching
        self.u_teacher.clk_i.next = self.clk_i.val();
        self.u_teacher.rst_ni.next = self.rst_ni.val();
        self.u_teacher.valid_i.next = self.u_column_scan.walk_o.val();
        self.u_teacher.word_i.next = self.u_w2_memory.rdata_o.val();
        self.u_teacher.column_i.next = self.u_column_scan.column_o.val();
        self.u_teacher.select_i.next = self.u_column_scan.select_o.val();
        self.u_teacher.count_i.next = self.u_column_scan.count_o.val();
        self.u_teacher.in_window_i.next = self.u_column_scan.in_window_o.val();
        self.u_teacher.label_i.next = self.u_controller.label_o.val();
        self.u_teacher.rival_i.next = self.u_readout.rival_o.val();
        self.u_teacher.state_i.next = self.u_draw.state_o.val();
        self.u_teacher.codes_i.next = self.u_registers.codes_o.val();
        self.u_teacher.dead_zone_i.next = self.u_registers.dead_zone_o.val();
        self.u_teacher.breakpoints_i.next = self.u_registers.breakpoints_o.val();
        self.u_teacher.rules_i.next = self.u_registers.rules_o.val();
        self.u_teacher.host_i.next = self.u_column_scan.host_o.val();
        self.u_teacher.host_write_i.next = self.u_host_port.w2_write_o.val();
        self.u_teacher.host_class_i.next = self.u_host_port.w2_class_o.val();
        self.u_teacher.host_weight_i.next = bits(self.u_host_port.data_o.val(), 8);
        self.u_teacher.table_we_i.next = self.u_host_port.table_we_o.val();
        self.u_teacher.table_addr_i.next = self.u_host_port.index_o.val();
        self.u_teacher.table_host_i.next = self.u_host_port.active_o.val();
        self.u_teacher.table_data_i.next = bits(self.u_host_port.data_o.val(), 16);

        self.store_pass.next = self.u_controller.pass_o.val();
        if self.u_issue.teach_s1_o.val() {
            self.store_pass.next = self.u_issue.pass_s1_o.val();
        }
        self.u_teach_store.clk_i.next = self.clk_i.val();
        self.u_teach_store.rst_ni.next = self.rst_ni.val();
        self.u_teach_store.clear_i.next = self.u_controller.store_clear_o.val();
        self.u_teach_store.select_i.next = self.u_teacher.select_o.val();
        self.u_teach_store.rule_i.next = self.u_teacher.rule_o.val();
        self.u_teach_store.switching_i.next = self.u_teacher.switching_o.val();
        self.u_teach_store.commit_i.next = self.u_controller.store_commit_o.val();
        self.u_teach_store.pass_i.next = self.store_pass.val();

        // host port
        self.quiet.next = self.u_front.boundary_o.val() && self.u_controller.idle_o.val();
        self.u_host_port.clk_i.next = self.clk_i.val();
        self.u_host_port.rst_ni.next = self.rst_ni.val();
        self.u_host_port.host_valid_i.next = self.host_valid_i.val();
        self.host_ready_o.next = self.u_host_port.host_ready_o.val();
        self.u_host_port.host_write_i.next = self.host_write_i.val();
        self.u_host_port.host_addr_i.next = self.host_addr_i.val();
        self.u_host_port.host_wdata_i.next = self.host_wdata_i.val();
        self.host_rvalid_o.next = self.u_host_port.host_rvalid_o.val();
        self.host_rdata_o.next = self.u_host_port.host_rdata_o.val();
        self.u_host_port.quiet_i.next = self.quiet.val();
        self.u_registers.error_row_i.next = self.u_front.error_row_o.val();
        self.u_registers.error_step_i.next = self.u_front.error_step_o.val();
        self.u_registers.error_label_i.next = self.u_front.error_label_o.val();
        self.u_registers.lfsr_i.next = self.u_draw.state_o.val();
        self.u_registers.clk_i.next = self.clk_i.val();
        self.u_registers.rst_ni.next = self.rst_ni.val();
        self.u_registers.write_i.next = self.u_host_port.register_write_o.val();
        self.u_registers.rule_write_i.next = self.u_host_port.rule_write_o.val();
        self.u_registers.index_i.next = bits(self.u_host_port.index_o.val(), 4);
        self.u_registers.data_i.next = self.u_host_port.data_o.val();
        self.u_registers.error_host_i.next = self.u_host_port.error_o.val();
        self.u_host_port.register_i.next = self.u_registers.value_o.val();
        self.u_host_port.rule_i.next = self.u_registers.rule_o.val();
        self.u_host_port.counter_i.next = self.u_counters.value_o.val();
        self.u_host_port.w1_i.next = self.u_array.host_weight_o.val();
        self.u_host_port.w2_i.next = self.u_teacher.host_weight_o.val();
        self.u_host_port.table_i.next = self.u_teacher.table_data_o.val();

        // counters
        self.u_counters.clk_i.next = self.clk_i.val();
        self.u_counters.rst_ni.next = self.rst_ni.val();
        self.u_counters.image_i.next = self.u_front.image_o.val();
        self.u_counters.event_i.next = self.u_front.event_o.val();
        self.u_counters.visit_i.next = self.u_column_scan.visit_o.val();
        self.u_counters.spikes_i.next = self.u_column_scan.count_o.val();
        self.u_counters.draw_i.next = self.draw_advance.val();
        self.u_counters.readout_ltp_i.next = self.u_teacher.ltp_o.val();
        self.u_counters.readout_ltd_i.next = self.u_teacher.ltd_o.val();
        self.u_counters.readout_switched_i.next = self.u_teacher.switched_o.val();
        self.u_counters.readout_saturated_i.next = self.u_teacher.saturated_o.val();
        self.u_counters.sweep_clear_i.next = self.u_controller.result_o.val();
        self.u_counters.sweep_ltp_i.next = self.u_teacher.hidden_ltp_o.val();
        self.u_counters.sweep_ltd_i.next = self.u_teacher.hidden_ltd_o.val();
        self.u_counters.sweep_row_i.next = self.u_controller.teach_first_o.val();
        self.u_counters.lanes_valid_i.next = self.u_issue.teach_s3_o.val();
        self.u_counters.lanes_switched_i.next = self.u_array.switched_o.val();
        self.u_counters.lanes_saturated_i.next = self.u_array.saturated_o.val();
        self.u_counters.select_i.next = bits(self.u_host_port.index_o.val(), 3);
    }
}
