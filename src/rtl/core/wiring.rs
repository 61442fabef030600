//! The connections of the blocks.

use super::SpinCore;
use crate::hdl::prelude::*;

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
        self.u_front.new_i.next = self.new_row.val();
        self.u_front.replay_valid_i.next = self.replay_valid.val();
        self.u_front.replay_row_i.next = self.replay_row.val();
        self.u_front.idle_i.next = self.u_controller.idle_o.val();
        self.u_front.done_i.next = self.image_done.val();

        self.u_train_buffer.clk_i.next = self.clk_i.val();
        self.u_train_buffer.rst_ni.next = self.rst_ni.val();
        self.u_train_buffer.clear_i.next = self.u_front.clear_o.val();
        self.u_train_buffer.first_i.next = self.u_front.first_o.val();
        self.u_train_buffer.insert_i.next = self.u_front.insert_o.val();
        self.u_train_buffer.row_i.next = self.u_front.row_o.val();
        self.u_train_buffer.start_i.next = self.replay_start.val() || self.rewind.val();
        self.u_train_buffer.next_i.next =
            self.u_front.replay_next_o.val() || self.u_hidden_rows.replay_next_o.val();

        // trains: the union of the input steps is swept alone, a bitmap of each is replayed
        self.replay_start.next = self.u_front.replay_start_o.val();
        for _n in 0..self.u_step_buffer.len() {
            self.replay_start.next = self.u_controller.fill_first_o.val();
        }
        for m in 0..self.u_step_buffer.len() {
            self.u_step_buffer[m].clk_i.next = self.clk_i.val();
            self.u_step_buffer[m].rst_ni.next = self.rst_ni.val();
            self.u_step_buffer[m].clear_i.next = self.u_front.clear_o.val();
            self.u_step_buffer[m].first_i.next = self.u_front.first_o.val();
            self.u_step_buffer[m].step_i.next = self.u_front.input_step_o.val();
            self.u_step_buffer[m].insert_i.next = self.u_front.insert_o.val();
            self.u_step_buffer[m].row_i.next = self.u_front.row_o.val();
            self.u_step_buffer[m].start_i.next = self.u_front.replay_start_o.val();
            self.u_step_buffer[m].sweep_start_i.next = self.rewind.val();
            self.u_step_buffer[m].next_i.next = self.u_front.replay_next_o.val();
            self.u_step_buffer[m].sweep_row_i.next = self.u_train_buffer.row_o.val();
            self.u_step_buffer[m].sweep_next_i.next = self.u_hidden_rows.replay_next_o.val();
        }
        self.new_row.next = self.u_train_buffer.new_o.val();
        self.replay_valid.next = self.u_train_buffer.valid_o.val();
        self.replay_row.next = self.u_train_buffer.row_o.val();
        self.replay_step.next = 0.into();
        for n in 0..self.u_step_buffer.len() {
            self.new_row.next = self.u_step_buffer[n].new_o.val();
            self.replay_valid.next = self.u_step_buffer[n].valid_o.val();
            self.replay_row.next = self.u_step_buffer[n].row_o.val();
            self.replay_step.next = self.u_step_buffer[n].first_step_o.val();
        }
        for m in 0..self.u_spike_times.len() {
            self.u_spike_times[m].clk_i.next = self.clk_i.val();
            self.u_spike_times[m].rst_ni.next = self.rst_ni.val();
            self.u_spike_times[m].step_i.next = self.u_issue.step_s3_o.val();
            self.u_spike_times[m].step_first_i.next = self.u_issue.step_first_s3_o.val();
            self.u_spike_times[m].fired_i.next = self.u_array.fired_o.val();
            self.u_spike_times[m].capture_i.next = self.capture.val();
            self.u_spike_times[m].pass_i.next = self.store_pass.val();
        }
        self.column_steps.next = 0.into();
        for n in 0..self.u_spike_times.len() {
            self.column_steps.next = self.u_spike_times[n].steps_o.val();
        }
        for m in 0..self.unused.len() {
            self.unused[m].next =
                self.u_front.input_step_o.val().xor() ^ self.store_pass.val().xor();
        }

        // issue stages
        self.u_issue.clk_i.next = self.clk_i.val();
        self.u_issue.rst_ni.next = self.rst_ni.val();
        self.u_issue.acc_i.next = self.u_front.acc_o.val();
        self.u_issue.acc_first_i.next = self.u_front.acc_first_o.val();
        self.u_issue.settle_i.next = self.u_front.settle_o.val();
        self.u_issue.step_i.next = self.u_front.step_o.val();
        self.u_issue.step_first_i.next = self.u_front.step_first_o.val();
        self.u_issue.launch_i.next = self.u_front.launch_o.val();
        self.u_issue.row_i.next = self.u_front.issue_row_o.val();
        self.u_issue.pass_i.next = self.u_front.issue_pass_o.val();
        self.u_issue.teach_i.next = self.u_controller.teach_o.val();
        self.u_issue.teach_first_i.next = self.u_controller.first_pass_o.val();
        self.u_issue.teach_row_i.next = self.u_hidden_rows.row_o.val();
        self.u_issue.teach_pass_i.next = self.u_controller.pass_o.val();
        self.u_issue.host_i.next = self.u_host_port.w1_issue_o.val();
        self.u_issue.host_write_i.next = self.u_host_port.w1_write_o.val();
        self.u_issue.host_row_i.next = self.u_host_port.w1_row_o.val();
        self.u_issue.host_pass_i.next = self.u_host_port.w1_pass_o.val();
        self.capture.next = self.u_issue.capture_o.val();

        // hidden weights and lanes
        self.w1_we.next = self.u_issue.write_s4_o.val();
        self.w1_waddr.next = self.u_issue.address_o.val();
        self.w1_wdata.next = self.u_array.cells_o.val();
        self.u_w1_memory.clk_i.next = self.clk_i.val();
        self.u_w1_memory.we_i.next = self.w1_we.val();
        self.u_w1_memory.waddr_i.next = self.w1_waddr.val();
        self.u_w1_memory.wdata_i.next = self.w1_wdata.val();
        self.u_w1_memory.raddr_i.next = self.u_issue.read_address_o.val();

        // draws of the first pass are counted; those of the others are the same again
        self.draw_advance.next = (self.u_issue.teach_s1_o.val()
            && self.u_issue.teach_first_s1_o.val())
            || self.u_teacher.draw_o.val()
            || self.select_draw.val();
        self.redraw.next = self.u_issue.teach_s1_o.val() && !self.u_issue.teach_first_s1_o.val();
        self.rewind.next =
            self.u_controller.fill_first_o.val() && !self.u_controller.first_pass_o.val();
        self.lfsr_load.next = self.u_registers.lfsr_load_o.val();
        self.lfsr_value.next = bits(self.u_host_port.data_o.val(), 16);
        for n in 0..self.u_rewind.len() {
            self.lfsr_load.next = self.u_registers.lfsr_load_o.val() || self.rewind.val();
            self.lfsr_value.next = self.u_rewind[n].value_o.val();
        }
        for m in 0..self.u_rewind.len() {
            self.u_rewind[m].clk_i.next = self.clk_i.val();
            self.u_rewind[m].rst_ni.next = self.rst_ni.val();
            self.u_rewind[m].state_i.next = self.u_draw.state_o.val();
            self.u_rewind[m].mark_i.next =
                self.u_controller.fill_first_o.val() && self.u_controller.first_pass_o.val();
            self.u_rewind[m].rewind_i.next = self.rewind.val();
            self.u_rewind[m].value_i.next = bits(self.u_host_port.data_o.val(), 16);
        }
        self.u_draw.clk_i.next = self.clk_i.val();
        self.u_draw.rst_ni.next = self.rst_ni.val();
        self.u_draw.advance_i.next = self.draw_advance.val() || self.redraw.val();
        self.u_draw.load_i.next = self.lfsr_load.val();
        self.u_draw.value_i.next = self.lfsr_value.val();
        self.u_column_words.clk_i.next = self.clk_i.val();
        self.u_column_words.rst_ni.next = self.rst_ni.val();
        self.u_column_words.state_i.next = self.u_draw.state_o.val();
        self.u_column_words.first_i.next = (self.u_controller.fill_first_o.val()
            && self.u_controller.first_pass_o.val())
            || self.select_draw.val();
        self.u_column_words.next_i.next = self.rewind.val() || self.select_next.val();
        self.u_column_words.class_valid_i.next = self.u_teacher.class_valid_o.val();
        self.u_column_words.class_i.next = self.u_teacher.class_o.val();

        self.u_array.clk_i.next = self.clk_i.val();
        self.u_array.rst_ni.next = self.rst_ni.val();
        self.u_array.acc_i.next = self.u_issue.acc_o.val();
        self.u_array.acc_first_i.next = self.u_issue.acc_first_o.val();
        self.u_array.step_i.next = self.u_issue.step_s3_o.val();
        self.u_array.settle_i.next = self.u_issue.settle_s3_o.val();
        self.u_array.settle_s2_i.next = self.u_issue.settle_s2_o.val();
        self.u_array.step_first_s2_i.next = self.u_issue.step_first_s2_o.val();
        self.u_array.step_first_i.next = self.u_issue.step_first_s3_o.val();
        self.u_array.step_last_i.next = self.u_issue.launch_s3_o.val();
        self.u_array.threshold_i.next = self.u_registers.threshold_o.val();
        self.u_array.window_i.next = self.u_registers.window_o.val();
        self.u_array.silent_i.next = self.silent.val();
        self.u_array.teach_i.next = self.u_issue.teach_s3_o.val();
        self.u_array.active_i.next = self.u_hidden_rows.active_s3_o.val();
        self.u_array.row_step_i.next = self.u_hidden_rows.row_step_s3_o.val();
        self.u_array.column_steps_i.next = self.column_steps.val();
        self.u_array.doubled_i.next = self.u_column_words.doubled_o.val();
        self.u_array.masks_i.next = self.u_column_words.masks_o.val();
        self.u_array.carry_i.next = self.u_column_words.carry_o.val();
        self.u_array.clear_i.next = self.u_controller.fill_first_o.val();
        self.u_array.load_i.next = self.u_teacher.load_o.val();
        self.u_array.switching_i.next = self.u_teacher.threshold_o.val();
        self.u_array.pulse_i.next = self.u_teacher.pulse_o.val();
        self.u_array.pulse_ltp_i.next = self.u_teacher.pulse_ltp_o.val();
        self.u_array.cells_i.next = self.u_w1_memory.rdata_o.val();
        self.u_array.host_lane_i.next = self.u_host_port.w1_lane_o.val();
        self.u_array.host_write_i.next = self.u_issue.host_o.val();
        self.host_cell.next = bits(self.u_host_port.data_o.val(), self.host_cell.width());
        self.u_array.host_cell_i.next = self.host_cell.val();
        // neuronal selection
        for m in 0..self.unused_mask.len() {
            self.unused_mask[m].next = self.select_begin.val()
                ^ self.u_host_port.mask_register_o.val()
                ^ self.u_host_port.mask_write_o.val();
        }
        self.select_begin.next = self.u_front.launch_o.val()
            && self.u_front.learn_o.val()
            && (self.u_front.issue_pass_o.val() == 0);
        for m in 0..self.u_mask.len() {
            self.u_mask[m].clk_i.next = self.clk_i.val();
            self.u_mask[m].rst_ni.next = self.rst_ni.val();
            self.u_mask[m].begin_i.next = self.select_begin.val();
            self.u_mask[m].capture_i.next = self.capture.val();
            self.u_mask[m].capture_pass_i.next = self.u_controller.pass_o.val();
            self.u_mask[m].done_i.next = self.image_done.val();
            self.u_mask[m].pass_s2_i.next = self.u_issue.pass_s2_o.val();
            self.u_mask[m].fired_i.next = self.u_array.fired_o.val();
            self.u_mask[m].visit_i.next = self.u_column_scan.visit_o.val();
            self.u_mask[m].spikes_i.next = self.u_column_scan.count_o.val();
            self.u_mask[m].doubled_i.next = self.u_column_words.doubled_o.val();
            self.u_mask[m].masks_i.next = self.u_column_words.masks_o.val();
            self.u_mask[m].carry_i.next = self.u_column_words.carry_o.val();
            self.u_mask[m].codes_i.next = self.u_registers.codes_o.val();
            self.u_mask[m].table_we_i.next = self.u_host_port.table_we_o.val();
            self.u_mask[m].table_addr_i.next = self.u_host_port.index_o.val();
            self.u_mask[m].register_write_i.next = self.u_host_port.mask_register_o.val();
            self.u_mask[m].data_i.next = bits(self.u_host_port.data_o.val(), 20);
            self.u_mask[m].host_i.next = self.u_host_port.active_o.val();
            self.u_mask[m].host_write_i.next = self.u_host_port.mask_write_o.val();
            self.u_mask[m].host_pass_i.next = self.u_host_port.w1_pass_o.val();
            self.u_mask[m].host_lane_i.next = self.u_host_port.w1_lane_o.val();
        }
        self.silent.next = 0.into();
        self.select_switched.next = 0.into();
        self.select_register.next = 0.into();
        self.select_host.next = false;
        self.select_draw.next = false;
        self.select_next.next = false;
        for n in 0..self.u_mask.len() {
            self.silent.next = self.u_mask[n].silent_o.val();
            self.select_switched.next = self.u_mask[n].switched_o.val();
            self.select_register.next = self.u_mask[n].register_o.val();
            self.select_host.next = self.u_mask[n].host_silent_o.val();
            self.select_draw.next = self.u_mask[n].draw_o.val();
            self.select_next.next = self.u_mask[n].next_o.val();
        }
        self.u_registers.mask_i.next = self.select_register.val();
        self.u_host_port.mask_i.next = self.select_host.val();
        // readout
        self.u_column_store.clk_i.next = self.clk_i.val();
        self.u_column_store.rst_ni.next = self.rst_ni.val();
        self.u_column_store.capture_i.next = self.capture.val();
        self.u_column_store.pass_i.next = self.u_controller.pass_o.val();
        self.u_column_store.counts_i.next = self.u_array.counts_o.val();
        self.u_column_store.in_window_i.next = self.u_array.in_window_o.val();

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
        self.w2_wdata.next = self.u_teacher.weight_o.val();
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
        self.u_controller.last_row_i.next = self.u_hidden_rows.last_o.val();
        self.image_done.next = self.u_controller.done_o.val();

        self.u_hidden_rows.clk_i.next = self.clk_i.val();
        self.u_hidden_rows.rst_ni.next = self.rst_ni.val();
        self.u_hidden_rows.clear_i.next = self.u_controller.result_o.val();
        self.u_hidden_rows.wants_silent_i.next = self.u_teacher.wants_silent_o.val();
        self.u_hidden_rows.restart_i.next = self.u_controller.fill_first_o.val();
        self.u_hidden_rows.next_i.next = self.u_controller.teach_o.val();
        self.u_hidden_rows.replay_valid_i.next = self.u_train_buffer.valid_o.val();
        self.u_hidden_rows.replay_row_i.next = self.u_train_buffer.row_o.val();
        self.u_hidden_rows.replay_step_i.next = self.replay_step.val();
        // teaching
        self.u_teacher.clk_i.next = self.clk_i.val();
        self.u_teacher.rst_ni.next = self.rst_ni.val();
        self.u_teacher.valid_i.next = self.u_column_scan.walk_o.val();
        self.u_teacher.fill_i.next = self.u_controller.fill_o.val();
        self.u_teacher.word_i.next = self.u_w2_memory.rdata_o.val();
        self.u_teacher.column_i.next = self.u_column_scan.column_o.val();
        self.u_teacher.next_column_i.next = self.u_column_scan.read_column_o.val();
        self.u_teacher.select_i.next = self.u_column_scan.select_o.val();
        self.u_teacher.count_i.next = self.u_column_scan.count_o.val();
        self.u_teacher.in_window_i.next = self.u_column_scan.in_window_o.val();
        self.u_teacher.label_i.next = self.u_controller.label_o.val();
        self.u_teacher.rival_i.next = self.u_readout.rival_o.val();
        self.u_teacher.random_i.next = bits(self.u_column_words.doubled_o.val(), 16);
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
        if self.u_issue.teach_s2_o.val() {
            self.store_pass.next = self.u_issue.pass_s2_o.val();
        }

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
        self.u_host_port.w1_i.next = self.u_array.host_cell_o.val();
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
        self.u_counters.readout_ltp_i.next = bits(self.u_teacher.ltp_o.val().into(), 2);
        self.u_counters.readout_ltd_i.next = bits(self.u_teacher.ltd_o.val().into(), 2);
        self.u_counters.readout_switched_i.next = bits(self.u_teacher.switched_o.val().into(), 2);
        self.u_counters.readout_saturated_i.next = bits(self.u_teacher.saturated_o.val().into(), 2);
        self.u_counters.hidden_ltp_i.next = self.u_pulse_count.ltp_o.val();
        self.u_counters.hidden_ltd_i.next = self.u_pulse_count.ltd_o.val();
        self.u_counters.lanes_valid_i.next = self.u_issue.teach_s4_o.val();
        self.u_counters.lanes_switched_i.next = self.u_array.switched_o.val();
        self.u_counters.lanes_saturated_i.next = self.u_array.saturated_o.val();
        self.u_counters.capture_i.next = self.capture.val();
        self.u_counters.lanes_positive_i.next = self.u_array.positive_o.val();
        self.u_counters.lanes_negative_i.next = self.u_array.negative_o.val();
        self.u_counters.lanes_masked_i.next = self.select_switched.val();
        self.u_counters.host_i.next = self.u_host_port.active_o.val();
        self.u_counters.select_i.next = bits(self.u_host_port.index_o.val(), 4);
        self.u_pulse_count.clk_i.next = self.clk_i.val();
        self.u_pulse_count.rst_ni.next = self.rst_ni.val();
        self.u_pulse_count.clear_i.next = self.u_controller.fill_first_o.val();
        self.u_pulse_count.column_ltp_i.next = self.u_teacher.hidden_ltp_o.val();
        self.u_pulse_count.column_ltd_i.next = self.u_teacher.hidden_ltd_o.val();
        self.u_pulse_count.row_i.next = self.u_controller.teach_o.val();
        self.u_pulse_count.active_i.next = self.u_hidden_rows.active_o.val();
        self.u_pulse_count.lanes_valid_i.next = self.u_issue.teach_s4_o.val();
        self.u_pulse_count.lanes_ltp_i.next = self.u_array.ltp_o.val();
        self.u_pulse_count.lanes_ltd_i.next = self.u_array.ltd_o.val();
    }
}
