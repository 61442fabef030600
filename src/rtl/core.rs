//! RTL of the top `spin_core`, scheme "modulated".

use crate::blocks::array::rtl::Array;
use crate::blocks::column_scan::rtl::ColumnScan;
use crate::blocks::column_store::rtl::ColumnStore;
use crate::blocks::column_words::rtl::ColumnWords;
use crate::blocks::controller::rtl::Controller;
use crate::blocks::counters::rtl::{Counters, column_count_bits, lane_count_bits};
use crate::blocks::draw::rtl::Draw;
use crate::blocks::front::rtl::{CLASS_BITS, Front};
use crate::blocks::host_port::rtl::HostPort;
use crate::blocks::readout::rtl::Readout;
use crate::blocks::teach_store::rtl::TeachStore;
use crate::blocks::teacher::rtl::Teacher;
use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W1_BITS, W2_BITS, index_bits};

/// Issue slots run through three stages: S1 reads W1, S2 has the word (the lanes add, step, or
/// decide about switches), S3 writes it back.
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
    u_controller: Controller,
    u_host_port: HostPort,
    u_w1_memory: RowMemory,
    u_w2_memory: RowMemory,
    u_draw: Draw,
    u_column_words: ColumnWords,
    u_array: Array,
    u_column_store: ColumnStore,
    u_column_scan: ColumnScan,
    u_readout: Readout,
    u_teacher: Teacher,
    u_teach_store: TeachStore,
    u_counters: Counters,
    issue_row: Sig<Local>,
    issue_pass: Sig<Local>,
    address: Sig<Local>,
    row_wide: Sig<Local>,
    address_s1: Reg,
    pass_s1: Reg,
    acc_s1: BitReg,
    acc_first_s1: BitReg,
    step_s1: BitReg,
    step_first_s1: BitReg,
    launch_s1: BitReg,
    teach_s1: BitReg,
    teach_first_s1: BitReg,
    host_s1: BitReg,
    address_s2: Reg,
    acc_s2: BitReg,
    acc_first_s2: BitReg,
    step_s2: BitReg,
    step_first_s2: BitReg,
    launch_s2: BitReg,
    teach_s2: BitReg,
    host_s2: BitReg,
    address_s3: Reg,
    launch_s3: BitReg,
    write_s3: BitReg,
    teach_s3: BitReg,
    result_valid: BitReg,
    result_class: Reg,
    result_learn: BitReg,
    row_ltp: Reg,
    row_ltd: Reg,
    switched_count: Reg,
    saturated_count: Reg,
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
    switched_sum: Sig<Local>,
    saturated_sum: Sig<Local>,
    ltp: Sig<Local>,
    ltd: Sig<Local>,
    passes: Const,
    _passes_bits: usize,
    _lanes: usize,
}

impl SpinCore {
    /// A core for `spec`, its LFSR resetting to `lfsr_start`, with the switching tables `tables`.
    pub fn new(spec: &Spec, lfsr_start: u16, tables: &[u16; 64]) -> Self {
        let (row, pass) = (spec.row_bits(), spec.pass_bits());
        let (address, column) = (index_bits(spec.w1_depth()), spec.column_bits());
        let (lane_count, column_count) = (lane_count_bits(spec), column_count_bits(spec));
        let flag = || BitReg::new(false);
        let passes_bits = index_bits(spec.passes() + 1);
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
            u_controller: Controller::new(spec),
            u_host_port: HostPort::new(spec),
            u_w1_memory: RowMemory::new(spec.w1_depth(), spec.lanes, W1_BITS, Some("W1_INIT")),
            u_w2_memory: RowMemory::new(spec.columns, NUM_CLASSES, W2_BITS, Some("W2_INIT")),
            u_draw: Draw::new(lfsr_start),
            u_column_words: ColumnWords::new(spec),
            u_array: Array::new(spec),
            u_column_store: ColumnStore::new(spec),
            u_column_scan: ColumnScan::new(spec),
            u_readout: Readout::new(spec),
            u_teacher: Teacher::new(spec, tables),
            u_teach_store: TeachStore::new(spec),
            u_counters: Counters::new(spec),
            issue_row: Sig::new(row),
            issue_pass: Sig::new(pass),
            address: Sig::new(address),
            row_wide: Sig::new(address),
            address_s1: Reg::data(address),
            pass_s1: Reg::data(pass),
            acc_s1: flag(),
            acc_first_s1: flag(),
            step_s1: flag(),
            step_first_s1: flag(),
            launch_s1: flag(),
            teach_s1: flag(),
            teach_first_s1: flag(),
            host_s1: flag(),
            address_s2: Reg::data(address),
            acc_s2: flag(),
            acc_first_s2: flag(),
            step_s2: flag(),
            step_first_s2: flag(),
            launch_s2: flag(),
            teach_s2: flag(),
            host_s2: flag(),
            address_s3: Reg::data(address),
            launch_s3: flag(),
            write_s3: flag(),
            teach_s3: flag(),
            result_valid: flag(),
            result_class: Reg::data(CLASS_BITS),
            result_learn: flag(),
            row_ltp: Reg::new(column_count, 0),
            row_ltd: Reg::new(column_count, 0),
            switched_count: Reg::new(lane_count, 0),
            saturated_count: Reg::new(lane_count, 0),
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
            switched_sum: Sig::new(lane_count),
            saturated_sum: Sig::new(lane_count),
            ltp: Sig::new(column_count),
            ltd: Sig::new(column_count),
            passes: Const::new(passes_bits, spec.passes() as i128),
            _passes_bits: passes_bits,
            _lanes: spec.lanes,
        }
    }
}

impl Logic for SpinCore {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(
            self,
            clk_i,
            address_s1,
            pass_s1,
            acc_s1,
            acc_first_s1,
            step_s1,
            step_first_s1,
            launch_s1,
            teach_s1,
            teach_first_s1,
            host_s1,
            address_s2,
            acc_s2,
            acc_first_s2,
            step_s2,
            step_first_s2,
            launch_s2,
            teach_s2,
            host_s2,
            address_s3,
            launch_s3,
            write_s3,
            teach_s3,
            switched_count,
            saturated_count
        );
        dff_setup!(
            self,
            clk_i,
            result_valid,
            result_class,
            result_learn,
            row_ltp,
            row_ltd
        );

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

        self.issue_row.next = self.u_front.issue_row_o.val();
        self.issue_pass.next = self.u_front.issue_pass_o.val();
        if self.u_controller.teach_o.val() {
            self.issue_row.next = self.u_controller.row_o.val();
            self.issue_pass.next = self.u_controller.pass_o.val();
        }
        if self.u_host_port.w1_issue_o.val() {
            self.issue_row.next = self.u_host_port.w1_row_o.val();
            self.issue_pass.next = self.u_host_port.w1_pass_o.val();
        }
        self.row_wide.next = bits(self.issue_row.val(), self.row_wide.width());
        self.address.next = bits(self.issue_pass.val(), self.address.width());
        for k in 0..self._passes_bits {
            if self.passes.val().get_bit(k).any() {
                self.address.next = self.address.val() + (self.row_wide.val() << k);
            }
        }

        // stages
        self.address_s1.d.next = self.address.val();
        self.pass_s1.d.next = self.issue_pass.val();
        self.acc_s1.d.next = self.u_front.acc_o.val();
        self.acc_first_s1.d.next = self.u_front.acc_first_o.val();
        self.step_s1.d.next = self.u_front.step_o.val();
        self.step_first_s1.d.next = self.u_front.step_first_o.val();
        self.launch_s1.d.next = self.u_front.launch_o.val();
        self.teach_s1.d.next = self.u_controller.teach_o.val();
        self.teach_first_s1.d.next = self.u_controller.teach_first_o.val();
        self.host_s1.d.next = self.u_host_port.w1_issue_o.val();
        self.address_s2.d.next = self.address_s1.q.val();
        self.acc_s2.d.next = self.acc_s1.q.val();
        self.acc_first_s2.d.next = self.acc_first_s1.q.val();
        self.step_s2.d.next = self.step_s1.q.val();
        self.step_first_s2.d.next = self.step_first_s1.q.val();
        self.launch_s2.d.next = self.launch_s1.q.val();
        self.teach_s2.d.next = self.teach_s1.q.val();
        self.host_s2.d.next = self.host_s1.q.val() && self.u_host_port.w1_write_o.val();
        self.address_s3.d.next = self.address_s2.q.val();
        self.launch_s3.d.next = self.launch_s2.q.val();
        self.write_s3.d.next = self.teach_s2.q.val() || self.host_s2.q.val();
        self.teach_s3.d.next = self.teach_s2.q.val();
        self.capture.next = self.launch_s3.q.val();

        // hidden weights and lanes
        self.w1_we.next = self.write_s3.q.val();
        self.w1_waddr.next = self.address_s3.q.val();
        self.w1_wdata.next = self.u_array.weights_o.val();
        self.u_w1_memory.clk_i.next = self.clk_i.val();
        self.u_w1_memory.we_i.next = self.w1_we.val();
        self.u_w1_memory.waddr_i.next = self.w1_waddr.val();
        self.u_w1_memory.wdata_i.next = self.w1_wdata.val();
        self.u_w1_memory.raddr_i.next = self.address_s1.q.val();

        self.draw_advance.next =
            (self.teach_s1.q.val() && self.teach_first_s1.q.val()) || self.u_teacher.draw_o.val();
        self.u_draw.clk_i.next = self.clk_i.val();
        self.u_draw.rst_ni.next = self.rst_ni.val();
        self.u_draw.advance_i.next = self.draw_advance.val();
        self.u_draw.load_i.next = self.u_host_port.lfsr_load_o.val();
        self.u_draw.value_i.next = self.u_host_port.data_o.val();
        self.u_column_words.clk_i.next = self.clk_i.val();
        self.u_column_words.rst_ni.next = self.rst_ni.val();
        self.u_column_words.state_i.next = self.u_draw.state_o.val();
        self.u_column_words.first_i.next = self.teach_s1.q.val() && self.teach_first_s1.q.val();
        self.u_column_words.next_i.next = self.teach_s1.q.val() && !self.teach_first_s1.q.val();

        self.u_array.clk_i.next = self.clk_i.val();
        self.u_array.rst_ni.next = self.rst_ni.val();
        self.u_array.acc_i.next = self.acc_s2.q.val();
        self.u_array.acc_first_i.next = self.acc_first_s2.q.val();
        self.u_array.step_i.next = self.step_s2.q.val();
        self.u_array.step_first_i.next = self.step_first_s2.q.val();
        self.u_array.threshold_i.next = self.u_host_port.threshold_o.val();
        self.u_array.window_i.next = self.u_host_port.window_o.val();
        self.u_array.teach_i.next = self.teach_s2.q.val();
        self.u_array.causal_i.next = true;
        self.u_array.doubled_i.next = self.u_column_words.doubled_o.val();
        self.u_array.masks_i.next = self.u_column_words.masks_o.val();
        self.u_array.carry_i.next = self.u_column_words.carry_o.val();
        self.u_array.rules_i.next = self.u_teach_store.rules_o.val();
        self.u_array.switching_i.next = self.u_teach_store.switching_o.val();
        self.u_array.weights_i.next = self.u_w1_memory.rdata_o.val();
        self.u_array.host_lane_i.next = self.u_host_port.w1_lane_o.val();
        self.u_array.host_write_i.next = self.host_s2.q.val();
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
        self.u_readout.margin_i.next = self.u_host_port.margin_o.val();

        if self.res_ready_i.val() {
            self.result_valid.d.next = false;
        }
        if self.u_controller.result_o.val() {
            self.result_valid.d.next = true;
            self.result_class.d.next = self.u_readout.class_o.val();
            self.result_learn.d.next = self.u_controller.result_learn_o.val();
        }
        self.res_valid_o.next = self.result_valid.q.val();
        self.res_class_o.next = self.result_class.q.val();
        self.res_learn_o.next = self.result_learn.q.val();

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
        self.u_controller.result_free_i.next = !self.result_valid.q.val() || self.res_ready_i.val();
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
        self.u_teacher.codes_i.next = self.u_host_port.codes_o.val();
        self.u_teacher.dead_zone_i.next = self.u_host_port.dead_zone_o.val();
        self.u_teacher.breakpoints_i.next = self.u_host_port.breakpoints_o.val();
        self.u_teacher.rules_i.next = self.u_host_port.rules_o.val();
        self.u_teacher.host_i.next = self.u_column_scan.host_o.val();
        self.u_teacher.host_write_i.next = self.u_host_port.w2_write_o.val();
        self.u_teacher.host_class_i.next = self.u_host_port.w2_class_o.val();
        self.u_teacher.host_weight_i.next = bits(self.u_host_port.data_o.val(), 8);
        self.u_teacher.table_we_i.next = self.u_host_port.table_we_o.val();
        self.u_teacher.table_addr_i.next = self.u_host_port.index_o.val();
        self.u_teacher.table_host_i.next = self.u_host_port.active_o.val();
        self.u_teacher.table_data_i.next = self.u_host_port.data_o.val();

        self.store_pass.next = self.u_controller.pass_o.val();
        if self.teach_s1.q.val() {
            self.store_pass.next = self.pass_s1.q.val();
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
        self.u_host_port.error_row_i.next = self.u_front.error_row_o.val();
        self.u_host_port.error_step_i.next = self.u_front.error_step_o.val();
        self.u_host_port.error_label_i.next = self.u_front.error_label_o.val();
        self.u_host_port.lfsr_i.next = self.u_draw.state_o.val();
        self.u_host_port.counter_i.next = self.u_counters.value_o.val();
        self.u_host_port.w1_i.next = self.u_array.host_weight_o.val();
        self.u_host_port.w2_i.next = self.u_teacher.host_weight_o.val();
        self.u_host_port.table_i.next = self.u_teacher.table_data_o.val();

        // counters
        self.switched_sum.next = 0.into();
        self.saturated_sum.next = 0.into();
        for k in 0..self._lanes {
            if self.u_array.switched_o.val().get_bit(k).any() {
                self.switched_sum.next = self.switched_sum.val() + 1;
            }
            if self.u_array.saturated_o.val().get_bit(k).any() {
                self.saturated_sum.next = self.saturated_sum.val() + 1;
            }
        }
        self.switched_count.d.next =
            bits(self.u_teacher.switched_o.val(), self.switched_sum.width());
        self.saturated_count.d.next =
            bits(self.u_teacher.saturated_o.val(), self.saturated_sum.width());
        if self.teach_s3.q.val() {
            self.switched_count.d.next = self.switched_sum.val();
            self.saturated_count.d.next = self.saturated_sum.val();
        }
        if self.u_controller.result_o.val() {
            self.row_ltp.d.next = 0.into();
            self.row_ltd.d.next = 0.into();
        }
        if self.u_teacher.hidden_ltp_o.val() {
            self.row_ltp.d.next = self.row_ltp.q.val() + 1;
        }
        if self.u_teacher.hidden_ltd_o.val() {
            self.row_ltd.d.next = self.row_ltd.q.val() + 1;
        }
        self.ltp.next = bits(self.u_teacher.ltp_o.val(), self.ltp.width());
        self.ltd.next = bits(self.u_teacher.ltd_o.val(), self.ltd.width());
        if self.u_controller.teach_first_o.val() {
            self.ltp.next = self.row_ltp.q.val();
            self.ltd.next = self.row_ltd.q.val();
        }
        self.u_counters.clk_i.next = self.clk_i.val();
        self.u_counters.rst_ni.next = self.rst_ni.val();
        self.u_counters.image_i.next = self.u_front.image_o.val();
        self.u_counters.event_i.next = self.u_front.event_o.val();
        self.u_counters.visit_i.next = self.u_column_scan.visit_o.val();
        self.u_counters.spikes_i.next = self.u_column_scan.count_o.val();
        self.u_counters.draw_i.next = self.draw_advance.val();
        self.u_counters.ltp_i.next = self.ltp.val();
        self.u_counters.ltd_i.next = self.ltd.val();
        self.u_counters.switched_i.next = self.switched_count.q.val();
        self.u_counters.saturated_i.next = self.saturated_count.q.val();
        self.u_counters.select_i.next = bits(self.u_host_port.index_o.val(), 3);
    }
}
