//! The connections of the blocks.

use super::PrototypeCore;
use crate::hdl::prelude::*;

impl Logic for PrototypeCore {
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
        self.u_train_buffer.first_i.next = self.u_front.first_o.val();
        self.u_train_buffer.insert_i.next = self.u_front.insert_o.val();
        self.u_train_buffer.row_i.next = self.u_front.row_o.val();
        self.u_train_buffer.start_i.next = self.u_front.replay_start_o.val();
        self.u_train_buffer.next_i.next =
            self.u_front.replay_next_o.val() || self.u_row_sweep.replay_next_o.val();

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
        self.u_issue.teach_i.next = self.u_row_sweep.teach_o.val();
        self.u_issue.teach_first_i.next = self.u_row_sweep.teach_o.val();
        self.u_issue.teach_row_i.next = self.u_row_sweep.row_o.val();
        self.u_issue.teach_pass_i.next = self.u_row_sweep.pass_o.val();
        self.u_issue.host_i.next = self.u_host_port.w1_issue_o.val();
        self.u_issue.host_write_i.next = self.u_host_port.w1_write_o.val();
        self.u_issue.host_row_i.next = self.u_host_port.w1_row_o.val();
        self.u_issue.host_pass_i.next = self.u_host_port.w1_pass_o.val();
        self.capture.next = self.u_issue.capture_o.val();
        self.part_row.next = self.u_front.issue_row_o.val();
        // what scheme "modulated" alone needs of the blocks that both share
        self.unused.next = self.u_issue.launch_s3_o.val()
            ^ self.u_front.input_step_o.val().xor()
            ^ self.u_issue.teach_s1_o.val()
            ^ self.u_issue.teach_first_s1_o.val()
            ^ self.u_issue.settle_s2_o.val()
            ^ self.u_issue.step_first_s2_o.val()
            ^ self.u_issue.teach_s2_o.val()
            ^ self.u_issue.pass_s2_o.val().xor()
            ^ self.u_issue.settle_s3_o.val()
            ^ self.u_issue.step_s3_o.val()
            ^ self.u_issue.step_first_s3_o.val()
            ^ self.u_issue.teach_s3_o.val()
            ^ self.u_issue.write_s4_o.val()
            ^ self.u_issue.teach_s4_o.val()
            ^ self.u_registers.codes_o.val().xor()
            ^ self.u_registers.threshold_o.val().xor()
            ^ self.u_registers.window_o.val().xor()
            ^ self.u_registers.margin_o.val().xor()
            ^ self.u_registers.dead_zone_o.val().xor()
            ^ self.u_registers.breakpoints_o.val().xor()
            ^ self.u_registers.rules_o.val().xor()
            ^ self.u_host_port.mask_register_o.val()
            ^ self.u_host_port.mask_write_o.val();
        if self.u_controller.sweep_o.val() {
            self.part_row.next = self.u_controller.row_o.val();
        }
        self.u_row_part.clk_i.next = self.clk_i.val();
        self.u_row_part.rst_ni.next = self.rst_ni.val();
        self.u_row_part.row_i.next = self.part_row.val();

        // weights and lanes
        self.w1_we.next = self.u_teach_cell.we_o.val();
        self.w1_waddr.next = self.u_teach_cell.address_o.val();
        self.w1_wdata.next = self.u_teach_cell.word_o.val();
        self.u_w1_memory.clk_i.next = self.clk_i.val();
        self.u_w1_memory.we_i.next = self.w1_we.val();
        self.u_w1_memory.waddr_i.next = self.w1_waddr.val();
        self.u_w1_memory.wdata_i.next = self.w1_wdata.val();
        self.u_w1_memory.raddr_i.next = self.u_issue.read_address_o.val();
        self.u_array.clk_i.next = self.clk_i.val();
        self.u_array.rst_ni.next = self.rst_ni.val();
        self.u_array.first_i.next = self.u_issue.acc_first_o.val();
        self.u_array.acc_i.next = self.u_issue.acc_o.val();
        self.u_array.part_i.next = self.u_row_part.part_o.val();
        self.u_array.weights_i.next = self.u_w1_memory.rdata_o.val();
        self.u_array.capture_i.next = self.capture.val();

        // scan, search, result
        self.u_soma_scan.clk_i.next = self.clk_i.val();
        self.u_soma_scan.rst_ni.next = self.rst_ni.val();
        self.u_soma_scan.walk_first_i.next = self.u_controller.walk_first_o.val();
        self.u_soma_scan.walk_i.next = self.u_controller.walk_o.val();
        self.u_soma_scan.drives_i.next = self.u_array.drives_o.val();
        self.u_soma_scan.host_i.next = self.u_host_port.w2_issue_o.val();
        self.u_soma_scan.host_column_i.next = self.u_host_port.w2_column_o.val();
        self.u_soma_scan.update_i.next = self.u_controller.update_o.val();
        self.u_soma_scan.update_column_i.next = self.u_neuron_update.column_o.val();
        self.u_soma_scan.word_i.next = self.u_neuron_memory.rdata_o.val();
        self.u_winner.clk_i.next = self.clk_i.val();
        self.u_winner.rst_ni.next = self.rst_ni.val();
        self.u_winner.valid_i.next = self.u_soma_scan.valid_o.val();
        self.u_winner.recruited_i.next = self.u_soma_scan.recruited_o.val();
        self.u_winner.infer_i.next = self.u_soma_scan.infer_o.val();
        self.u_winner.learn_i.next = self.u_soma_scan.learn_o.val();
        self.u_winner.biases_i.next = self.u_soma_scan.biases_o.val();
        self.u_winner.wins_i.next = self.u_soma_scan.wins_o.val();
        self.u_winner.label_i.next = self.u_controller.label_o.val();
        self.u_winner.views_i.next = self.u_controller.views_o.val();
        self.u_result.clk_i.next = self.clk_i.val();
        self.u_result.rst_ni.next = self.rst_ni.val();
        self.u_result.result_i.next = self.u_controller.result_o.val();
        self.u_result.class_i.next = self.u_winner.class_o.val();
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
        self.u_controller.result_free_i.next = self.u_result.free_o.val();
        self.u_controller.recruit_i.next = self.u_winner.recruit_o.val();
        self.image_done.next = self.u_controller.done_o.val();

        // teaching
        self.u_row_sweep.clk_i.next = self.clk_i.val();
        self.u_row_sweep.rst_ni.next = self.rst_ni.val();
        self.u_row_sweep.sweep_i.next = self.u_controller.sweep_o.val();
        self.u_row_sweep.row_i.next = self.u_controller.row_o.val();
        self.u_row_sweep.replay_valid_i.next = self.u_train_buffer.valid_o.val();
        self.u_row_sweep.replay_row_i.next = self.u_train_buffer.row_o.val();
        self.u_row_sweep.part_i.next = self.u_row_part.part_o.val();
        self.u_row_sweep.places_i.next = self.u_winner.places_o.val();
        self.draw_advance.next = self.u_teach_cell.draw_o.val();
        self.u_draw.clk_i.next = self.clk_i.val();
        self.u_draw.rst_ni.next = self.rst_ni.val();
        self.u_draw.advance_i.next = self.draw_advance.val();
        self.u_draw.load_i.next = self.u_registers.lfsr_load_o.val();
        self.u_draw.value_i.next = bits(self.u_host_port.data_o.val(), 16);
        self.u_teach_cell.clk_i.next = self.clk_i.val();
        self.u_teach_cell.rst_ni.next = self.rst_ni.val();
        self.u_teach_cell.teach_i.next = self.u_row_sweep.teach_o.val();
        self.u_teach_cell.active_i.next = self.u_row_sweep.active_o.val();
        self.u_teach_cell.part_i.next = self.u_row_part.part_o.val();
        self.u_teach_cell.recruit_i.next = self.u_winner.recruit_o.val();
        self.u_teach_cell.places_i.next = self.u_winner.places_o.val();
        self.u_teach_cell.offsets_i.next = self.u_winner.offsets_o.val();
        self.u_teach_cell.state_i.next = self.u_draw.state_o.val();
        self.u_teach_cell.word_i.next = self.u_w1_memory.rdata_o.val();
        self.u_teach_cell.rule_i.next = bits(self.u_registers.rules_o.val(), 5);
        self.u_teach_cell.host_i.next = self.u_issue.host_o.val();
        self.u_teach_cell.host_lane_i.next = self.u_host_port.w1_lane_o.val();
        self.u_teach_cell.host_weight_i.next = bits(self.u_host_port.data_o.val(), 6);
        self.u_teach_cell.address_i.next = self.u_issue.address_o.val();
        self.u_teach_cell.table_we_i.next = self.u_host_port.table_we_o.val();
        self.u_teach_cell.table_addr_i.next = self.u_host_port.index_o.val();
        self.u_teach_cell.table_host_i.next = self.u_host_port.active_o.val();
        self.u_teach_cell.table_data_i.next = bits(self.u_host_port.data_o.val(), 16);
        self.u_neuron_update.clk_i.next = self.clk_i.val();
        self.u_neuron_update.rst_ni.next = self.rst_ni.val();
        self.u_neuron_update.load_i.next = self.u_controller.result_o.val();
        self.u_neuron_update.recruit_i.next = self.u_winner.recruit_o.val();
        self.u_neuron_update.places_i.next = self.u_winner.places_o.val();
        self.u_neuron_update.biases_i.next = self.u_winner.biases_o.val();
        self.u_neuron_update.wins_i.next = self.u_winner.wins_o.val();
        self.u_neuron_update.moved_i.next = self.u_teach_cell.moved_o.val();
        self.u_neuron_update.change_i.next = self.u_teach_cell.change_o.val();
        self.u_neuron_update.turn_i.next = self.u_controller.turn_o.val();
        self.u_neuron_update.update_i.next = self.u_soma_scan.update_o.val();
        self.u_neuron_update.host_i.next = self.u_soma_scan.host_o.val();
        self.u_neuron_update.host_write_i.next = self.u_host_port.w2_write_o.val();
        self.u_neuron_update.host_column_i.next = self.u_host_port.w2_column_o.val();
        self.u_neuron_update.host_field_i.next = self.u_host_port.w2_class_o.val();
        self.u_neuron_update.host_data_i.next = bits(
            self.u_host_port.data_o.val(),
            self.u_neuron_update.host_data_i.width(),
        );
        self.u_neuron_update.word_i.next = self.u_neuron_memory.rdata_o.val();
        self.neuron_we.next = self.u_neuron_update.we_o.val();
        self.neuron_waddr.next = self.u_neuron_update.write_column_o.val();
        self.neuron_wdata.next = self.u_neuron_update.word_o.val();
        self.u_neuron_memory.clk_i.next = self.clk_i.val();
        self.u_neuron_memory.we_i.next = self.neuron_we.val();
        self.u_neuron_memory.waddr_i.next = self.neuron_waddr.val();
        self.u_neuron_memory.wdata_i.next = self.neuron_wdata.val();
        self.u_neuron_memory.raddr_i.next = self.u_soma_scan.read_column_o.val();

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
        self.u_registers.mask_i.next = 0.into();
        self.u_host_port.mask_i.next = false;
        self.u_registers.write_i.next = self.u_host_port.register_write_o.val();
        self.u_registers.rule_write_i.next = self.u_host_port.rule_write_o.val();
        self.u_registers.index_i.next = bits(self.u_host_port.index_o.val(), 4);
        self.u_registers.data_i.next = self.u_host_port.data_o.val();
        self.u_registers.error_host_i.next = self.u_host_port.error_o.val();
        self.u_host_port.register_i.next = self.u_registers.value_o.val();
        self.u_host_port.rule_i.next = self.u_registers.rule_o.val();
        self.u_host_port.counter_i.next = self.u_counters.value_o.val();
        self.u_host_port.w1_i.next = self.u_teach_cell.host_weight_o.val();
        self.u_host_port.w2_i.next = self.u_neuron_update.host_value_o.val();
        self.u_host_port.table_i.next = self.u_teach_cell.table_data_o.val();

        // counters
        self.u_counters.clk_i.next = self.clk_i.val();
        self.u_counters.rst_ni.next = self.rst_ni.val();
        self.u_counters.image_i.next = self.u_front.image_o.val();
        self.u_counters.event_i.next = self.u_front.event_o.val();
        self.u_counters.visit_i.next = self.u_winner.fired_o.val();
        self.u_counters.spikes_i.next = self.fired.val();
        self.u_counters.draw_i.next = self.draw_advance.val();
        self.u_counters.readout_ltp_i.next = bits(self.u_teach_cell.ltp_o.val().into(), 2);
        self.u_counters.readout_ltd_i.next = bits(self.u_teach_cell.ltd_o.val().into(), 2);
        self.u_counters.readout_switched_i.next =
            bits(self.u_teach_cell.switched_o.val().into(), 2);
        self.u_counters.readout_saturated_i.next =
            bits(self.u_teach_cell.saturated_o.val().into(), 2);
        self.u_counters.hidden_ltp_i.next = 0.into();
        self.u_counters.hidden_ltd_i.next = 0.into();
        self.u_counters.lanes_valid_i.next = false;
        self.u_counters.lanes_switched_i.next = 0.into();
        self.u_counters.lanes_saturated_i.next = 0.into();
        self.u_counters.capture_i.next = false;
        self.u_counters.lanes_positive_i.next = 0.into();
        self.u_counters.lanes_negative_i.next = 0.into();
        self.u_counters.lanes_masked_i.next = 0.into();
        self.u_counters.host_i.next = self.u_host_port.active_o.val();
        self.u_counters.select_i.next = bits(self.u_host_port.index_o.val(), 4);
    }
}
