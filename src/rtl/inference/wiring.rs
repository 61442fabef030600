//! The connections of the blocks.

use super::InferenceCore;
use crate::hdl::prelude::*;

impl Logic for InferenceCore {
    #[hdl_gen]
    fn update(&mut self) {
        // event port
        self.u_front.clk_i.next = self.clk_i.val();
        self.u_front.rst_ni.next = self.rst_ni.val();
        self.u_front.ev_valid_i.next = self.ev_valid_i.val();
        self.ev_ready_o.next = self.u_front.ev_ready_o.val();
        self.u_front.ev_kind_i.next = self.ev_kind_i.val();
        self.u_front.ev_data_i.next = self.ev_data_i.val();
        self.u_front.host_busy_i.next = self.u_host_port.busy_o.val() || self.sweeping.val();
        self.u_front.new_i.next = self.new_row.val();
        self.u_front.replay_valid_i.next = self.replay_valid.val();
        self.u_front.replay_row_i.next = self.replay_row.val();
        self.u_front.idle_i.next = self.u_controller.idle_o.val();
        self.u_front.done_i.next = self.image_done.val();
        self.unused.next = self.u_front.clear_o.val()
            ^ self.u_front.first_o.val()
            ^ self.u_front.acc_first_o.val()
            ^ self.u_front.input_step_o.val().xor()
            ^ self.u_front.settle_o.val()
            ^ self.u_front.learn_o.val()
            ^ self.u_front.label_o.val().xor()
            ^ self.image_issued.val();

        // rows of the image
        self.image_issued.next = self.u_front.launch_o.val() && self.u_front.launch_last_o.val();
        self.new_row.next = false;
        self.replay_valid.next = false;
        self.replay_row.next = 0.into();
        self.sweeping.next = false;
        for m in 0..self.u_train_buffer.len() {
            self.u_train_buffer[m].clk_i.next = self.clk_i.val();
            self.u_train_buffer[m].rst_ni.next = self.rst_ni.val();
            self.u_train_buffer[m].clear_i.next = self.u_front.clear_o.val();
            self.u_train_buffer[m].first_i.next = self.u_front.first_o.val();
            self.u_train_buffer[m].insert_i.next = self.u_front.insert_o.val();
            self.u_train_buffer[m].row_i.next = self.u_front.row_o.val();
            self.u_train_buffer[m].start_i.next = self.u_front.replay_start_o.val();
            self.u_train_buffer[m].next_i.next = self.u_front.replay_next_o.val();
        }
        for n in 0..self.u_train_buffer.len() {
            self.new_row.next = self.u_train_buffer[n].new_o.val();
            self.replay_valid.next = self.u_train_buffer[n].valid_o.val();
            self.replay_row.next = self.u_train_buffer[n].row_o.val();
        }
        for m in 0..self.u_event_list.len() {
            self.u_event_list[m].clk_i.next = self.clk_i.val();
            self.u_event_list[m].rst_ni.next = self.rst_ni.val();
            self.u_event_list[m].clear_i.next = self.image_issued.val();
            self.u_event_list[m].insert_i.next = self.u_front.insert_o.val();
            self.u_event_list[m].row_i.next = self.u_front.row_o.val();
            self.u_event_list[m].start_i.next = self.u_front.replay_start_o.val();
            self.u_event_list[m].next_i.next = self.u_front.replay_next_o.val();
        }
        for n in 0..self.u_event_list.len() {
            self.new_row.next = self.u_event_list[n].new_o.val();
            self.replay_valid.next = self.u_event_list[n].valid_o.val();
            self.replay_row.next = self.u_event_list[n].row_o.val();
            self.sweeping.next = self.u_event_list[n].busy_o.val();
        }

        // issue stages
        self.u_issue.clk_i.next = self.clk_i.val();
        self.u_issue.rst_ni.next = self.rst_ni.val();
        self.u_issue.acc_i.next = self.u_front.acc_o.val();
        self.u_issue.step_i.next = self.u_front.step_o.val();
        self.u_issue.step_first_i.next = self.u_front.step_first_o.val();
        self.u_issue.launch_i.next = self.u_front.launch_o.val();
        self.u_issue.row_i.next = self.u_front.issue_row_o.val();
        self.u_issue.pass_i.next = self.u_front.issue_pass_o.val();
        self.u_issue.host_i.next = self.u_host_port.w1_issue_o.val();
        self.u_issue.host_row_i.next = self.u_host_port.w1_row_o.val();
        self.u_issue.host_pass_i.next = self.u_host_port.w1_pass_o.val();
        self.capture.next = self.u_issue.capture_o.val();

        // hidden weights and lanes
        self.w1_we.next = self.u_issue.write_o.val();
        self.w1_waddr.next = self.u_issue.address_o.val();
        self.w1_wdata.next = self.u_host_port.w1_word_o.val();
        self.u_w1_memory.clk_i.next = self.clk_i.val();
        self.u_w1_memory.we_i.next = self.w1_we.val();
        self.u_w1_memory.waddr_i.next = self.w1_waddr.val();
        self.u_w1_memory.wdata_i.next = self.w1_wdata.val();
        self.u_w1_memory.raddr_i.next = self.u_issue.address_o.val();
        self.u_array.clk_i.next = self.clk_i.val();
        self.u_array.rst_ni.next = self.rst_ni.val();
        self.u_array.acc_i.next = self.u_issue.acc_s2_o.val();
        self.u_array.step_i.next = self.u_issue.step_s2_o.val();
        self.u_array.step_last_i.next = self.u_issue.step_last_s2_o.val();
        self.u_array.clear_i.next = self.u_issue.step_first_s1_o.val();
        self.u_array.cells_i.next = self.u_w1_memory.rdata_o.val();

        // from counts to a result
        self.u_controller.clk_i.next = self.clk_i.val();
        self.u_controller.rst_ni.next = self.rst_ni.val();
        self.u_controller.launch_i.next = self.u_front.launch_o.val();
        self.u_controller.more_i.next = self.u_front.more_o.val();
        self.u_controller.capture_i.next = self.capture.val();
        self.u_controller.counts_i.next = self.u_array.counts_o.val();
        self.u_controller.result_free_i.next = self.u_result.free_o.val();
        self.image_done.next = self.u_controller.done_o.val();

        self.w2_we.next = self.u_host_port.w2_we_o.val();
        self.w2_waddr.next = self.u_host_port.w2_column_o.val();
        self.w2_wdata.next = self.u_host_port.w2_weight_o.val();
        self.u_w2_memory.clk_i.next = self.clk_i.val();
        self.u_w2_memory.we_i.next = self.w2_we.val();
        self.u_w2_memory.waddr_i.next = self.w2_waddr.val();
        self.u_w2_memory.wdata_i.next = self.w2_wdata.val();
        self.u_w2_memory.raddr_i.next = self.u_controller.column_o.val();

        self.u_readout.clk_i.next = self.clk_i.val();
        self.u_readout.rst_ni.next = self.rst_ni.val();
        self.u_readout.visit_i.next = self.u_controller.visit_o.val();
        self.u_readout.word_i.next = self.u_w2_memory.rdata_o.val();
        self.u_readout.decide_i.next = self.u_controller.decide_o.val();
        self.u_readout.first_i.next = self.u_controller.decide_first_o.val();

        self.u_result.clk_i.next = self.clk_i.val();
        self.u_result.rst_ni.next = self.rst_ni.val();
        self.u_result.result_i.next = self.u_controller.result_o.val();
        self.u_result.class_i.next = self.u_readout.class_o.val();
        self.u_result.learn_i.next = false;
        self.res_valid_o.next = self.u_result.res_valid_o.val();
        self.u_result.res_ready_i.next = self.res_ready_i.val();
        self.res_class_o.next = self.u_result.res_class_o.val();
        self.res_learn_o.next = self.u_result.res_learn_o.val();

        // host port, counters
        self.u_host_port.clk_i.next = self.clk_i.val();
        self.u_host_port.rst_ni.next = self.rst_ni.val();
        self.u_host_port.host_valid_i.next = self.host_valid_i.val();
        self.host_ready_o.next = self.u_host_port.host_ready_o.val();
        self.u_host_port.host_write_i.next = self.host_write_i.val();
        self.u_host_port.host_addr_i.next = self.host_addr_i.val();
        self.u_host_port.host_wdata_i.next = self.host_wdata_i.val();
        self.host_rvalid_o.next = self.u_host_port.host_rvalid_o.val();
        self.host_rdata_o.next = self.u_host_port.host_rdata_o.val();
        self.u_host_port.quiet_i.next =
            self.u_front.boundary_o.val() && self.u_controller.idle_o.val();
        self.u_host_port.counter_i.next = self.u_counters.value_o.val();
        self.u_host_port.error_row_i.next = self.u_front.error_row_o.val();
        self.u_host_port.error_step_i.next = self.u_front.error_step_o.val();
        self.u_host_port.error_label_i.next = self.u_front.error_label_o.val();
        self.u_host_port.w1_written_i.next = self.w1_we.val();
        self.u_counters.clk_i.next = self.clk_i.val();
        self.u_counters.rst_ni.next = self.rst_ni.val();
        self.u_counters.image_i.next = self.u_front.image_o.val();
        self.u_counters.event_i.next = self.u_front.event_o.val();
        self.u_counters.spike_i.next = self.u_controller.visit_o.val();
        self.u_counters.select_i.next = self.u_host_port.counter_o.val();
    }
}
