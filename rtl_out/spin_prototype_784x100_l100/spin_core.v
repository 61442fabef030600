// Generated: do not edit.
// spinloom 0.1.0, spec cb0586dde7e5d80f
// spinloom generate --preset mnist-sequence --array 784x100 --lanes 100 --seed 1
//
// scheme           prototype
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          6
// event_bits       10
// word_bits        16
// amplitude_codes  16
// group            10
// compartments     4
// drive_bits       14
// bias_bits        17
// wins_bits        7
// likelihood_bits  19
// soma_bits        21
// learn_score_bits 23
// infer_score_bits 23
// class_sum_bits   28
// sp               0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1
//                  1 2 2 3 4 5 6 8 10 13 16 20 25 30 37 44
//                  53 62 73 84 96 109 122 136 150 165 180 195 210 226 241 257
//                  273 289 305 320 336 352 368 384 400 416 432 448 464 480 496
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module spin_core #(
  parameter W1_INIT = "",
  parameter NEURON_INIT = ""
) (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire ev_valid_i,
  output wire ev_ready_o,
  input  wire [1:0] ev_kind_i,
  input  wire [9:0] ev_data_i,
  output wire res_valid_o,
  input  wire res_ready_i,
  output wire [3:0] res_class_o,
  output wire res_learn_o,
  input  wire host_valid_i,
  output wire host_ready_o,
  input  wire host_write_i,
  input  wire [31:0] host_addr_i,
  input  wire [31:0] host_wdata_i,
  output wire host_rvalid_o,
  output wire [31:0] host_rdata_o
);
  localparam [3:0] FIRED = 4'd4;
  wire capture;
  wire image_done;
  wire draw_advance;
  wire w1_we;
  wire [9:0] w1_waddr;
  wire [599:0] w1_wdata;
  wire neuron_we;
  wire [6:0] neuron_waddr;
  wire [96:0] neuron_wdata;
  reg  [9:0] part_row;
  wire quiet;
  wire unused;
  wire front_ev_ready;
  wire front_boundary;
  wire front_clear;
  wire front_first;
  wire front_insert;
  wire [9:0] front_row;
  wire front_replay_start;
  wire front_replay_next;
  wire front_acc;
  wire front_acc_first;
  wire [0:0] front_input_step;
  wire [9:0] front_issue_row;
  wire [0:0] front_issue_pass;
  wire front_settle;
  wire front_step;
  wire front_step_first;
  wire front_launch;
  wire front_launch_last;
  wire front_learn;
  wire front_more;
  wire [3:0] front_label;
  wire front_event;
  wire front_image;
  wire front_error_row;
  wire front_error_step;
  wire front_error_label;
  wire train_buffer_new;
  wire train_buffer_valid;
  wire [9:0] train_buffer_row;
  wire [9:0] issue_read_address;
  wire [0:0] issue_pass_s2;
  wire issue_teach_s1;
  wire issue_teach_first_s1;
  wire issue_settle_s2;
  wire issue_step_first_s2;
  wire issue_teach_s2;
  wire issue_settle_s3;
  wire issue_step_s3;
  wire issue_step_first_s3;
  wire issue_teach_s3;
  wire issue_launch_s3;
  wire issue_write_s4;
  wire issue_teach_s4;
  wire issue_acc;
  wire issue_acc_first;
  wire issue_host;
  wire [9:0] issue_address;
  wire issue_capture;
  wire [3:0] row_part_part;
  wire controller_idle;
  wire [3:0] controller_label;
  wire controller_views;
  wire controller_walk_first;
  wire controller_walk;
  wire controller_result;
  wire controller_result_learn;
  wire controller_sweep;
  wire [9:0] controller_row;
  wire controller_update;
  wire [3:0] controller_turn;
  wire controller_done;
  wire host_port_host_ready;
  wire host_port_host_rvalid;
  wire [31:0] host_port_host_rdata;
  wire host_port_busy;
  wire host_port_active;
  wire host_port_w1_issue;
  wire host_port_w1_write;
  wire [9:0] host_port_w1_row;
  wire [0:0] host_port_w1_pass;
  wire [6:0] host_port_w1_lane;
  wire host_port_w2_issue;
  wire host_port_w2_write;
  wire [6:0] host_port_w2_column;
  wire [3:0] host_port_w2_class;
  wire [31:0] host_port_data;
  wire host_port_register_write;
  wire host_port_mask_register;
  wire host_port_mask_write;
  wire host_port_rule_write;
  wire host_port_error;
  wire host_port_table_we;
  wire [5:0] host_port_index;
  wire [31:0] registers_value;
  wire [4:0] registers_rule;
  wire registers_lfsr_load;
  wire [7:0] registers_codes;
  wire [15:0] registers_threshold;
  wire [15:0] registers_window;
  wire [15:0] registers_margin;
  wire [7:0] registers_dead_zone;
  wire [31:0] registers_breakpoints;
  wire [19:0] registers_rules;
  wire [599:0] w1_memory_rdata;
  wire [96:0] neuron_memory_rdata;
  wire [15:0] draw_state;
  wire [5599:0] array_drives;
  wire [6:0] soma_scan_read_column;
  wire soma_scan_host;
  wire soma_scan_update;
  wire soma_scan_valid;
  wire soma_scan_recruited;
  wire [91:0] soma_scan_infer;
  wire [91:0] soma_scan_learn;
  wire [67:0] soma_scan_biases;
  wire [27:0] soma_scan_wins;
  wire [3:0] winner_class;
  wire winner_fired;
  wire winner_recruit;
  wire [59:0] winner_places;
  wire [67:0] winner_biases;
  wire [27:0] winner_wins;
  wire [7:0] winner_offsets;
  wire result_free;
  wire result_res_valid;
  wire [3:0] result_res_class;
  wire result_res_learn;
  wire row_sweep_replay_next;
  wire row_sweep_teach;
  wire [9:0] row_sweep_row;
  wire [0:0] row_sweep_pass;
  wire row_sweep_active;
  wire teach_cell_draw;
  wire [5:0] teach_cell_host_weight;
  wire [15:0] teach_cell_table_data;
  wire teach_cell_ltp;
  wire teach_cell_ltd;
  wire teach_cell_switched;
  wire teach_cell_saturated;
  wire teach_cell_we;
  wire [9:0] teach_cell_address;
  wire [599:0] teach_cell_word;
  wire [3:0] teach_cell_moved;
  wire [16:0] teach_cell_change;
  wire [6:0] neuron_update_column;
  wire neuron_update_we;
  wire [6:0] neuron_update_write_column;
  wire [96:0] neuron_update_word;
  wire [17:0] neuron_update_host_value;
  wire [31:0] counters_value;

  front u_front (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .ev_valid_i(ev_valid_i),
    .ev_ready_o(front_ev_ready),
    .ev_kind_i(ev_kind_i),
    .ev_data_i(ev_data_i),
    .host_busy_i(host_port_busy),
    .boundary_o(front_boundary),
    .clear_o(front_clear),
    .first_o(front_first),
    .insert_o(front_insert),
    .row_o(front_row),
    .new_i(train_buffer_new),
    .replay_start_o(front_replay_start),
    .replay_valid_i(train_buffer_valid),
    .replay_row_i(train_buffer_row),
    .replay_next_o(front_replay_next),
    .acc_o(front_acc),
    .acc_first_o(front_acc_first),
    .input_step_o(front_input_step),
    .issue_row_o(front_issue_row),
    .issue_pass_o(front_issue_pass),
    .settle_o(front_settle),
    .step_o(front_step),
    .step_first_o(front_step_first),
    .idle_i(controller_idle),
    .launch_o(front_launch),
    .launch_last_o(front_launch_last),
    .learn_o(front_learn),
    .more_o(front_more),
    .label_o(front_label),
    .done_i(image_done),
    .event_o(front_event),
    .image_o(front_image),
    .error_row_o(front_error_row),
    .error_step_o(front_error_step),
    .error_label_o(front_error_label)
  );

  train_buffer u_train_buffer (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(front_clear),
    .first_i(front_first),
    .insert_i(front_insert),
    .row_i(front_row),
    .new_o(train_buffer_new),
    .start_i(front_replay_start),
    .next_i(front_replay_next || row_sweep_replay_next),
    .valid_o(train_buffer_valid),
    .row_o(train_buffer_row)
  );

  issue u_issue (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(front_acc),
    .acc_first_i(front_acc_first),
    .settle_i(front_settle),
    .step_i(front_step),
    .step_first_i(front_step_first),
    .launch_i(front_launch),
    .row_i(front_issue_row),
    .pass_i(front_issue_pass),
    .teach_i(row_sweep_teach),
    .teach_first_i(row_sweep_teach),
    .teach_row_i(row_sweep_row),
    .teach_pass_i(row_sweep_pass),
    .host_i(host_port_w1_issue),
    .host_write_i(host_port_w1_write),
    .host_row_i(host_port_w1_row),
    .host_pass_i(host_port_w1_pass),
    .read_address_o(issue_read_address),
    .pass_s2_o(issue_pass_s2),
    .teach_s1_o(issue_teach_s1),
    .teach_first_s1_o(issue_teach_first_s1),
    .settle_s2_o(issue_settle_s2),
    .step_first_s2_o(issue_step_first_s2),
    .teach_s2_o(issue_teach_s2),
    .settle_s3_o(issue_settle_s3),
    .step_s3_o(issue_step_s3),
    .step_first_s3_o(issue_step_first_s3),
    .teach_s3_o(issue_teach_s3),
    .launch_s3_o(issue_launch_s3),
    .write_s4_o(issue_write_s4),
    .teach_s4_o(issue_teach_s4),
    .acc_o(issue_acc),
    .acc_first_o(issue_acc_first),
    .host_o(issue_host),
    .address_o(issue_address),
    .capture_o(issue_capture)
  );

  row_part u_row_part (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .row_i(part_row),
    .part_o(row_part_part)
  );

  controller u_controller (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .launch_i(front_launch),
    .launch_last_i(front_launch_last),
    .learn_i(front_learn),
    .more_i(front_more),
    .label_i(front_label),
    .capture_i(capture),
    .result_free_i(result_free),
    .recruit_i(winner_recruit),
    .idle_o(controller_idle),
    .label_o(controller_label),
    .views_o(controller_views),
    .walk_first_o(controller_walk_first),
    .walk_o(controller_walk),
    .result_o(controller_result),
    .result_learn_o(controller_result_learn),
    .sweep_o(controller_sweep),
    .row_o(controller_row),
    .update_o(controller_update),
    .turn_o(controller_turn),
    .done_o(controller_done)
  );

  host_port u_host_port (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .host_valid_i(host_valid_i),
    .host_ready_o(host_port_host_ready),
    .host_write_i(host_write_i),
    .host_addr_i(host_addr_i),
    .host_wdata_i(host_wdata_i),
    .host_rvalid_o(host_port_host_rvalid),
    .host_rdata_o(host_port_host_rdata),
    .quiet_i(quiet),
    .busy_o(host_port_busy),
    .active_o(host_port_active),
    .register_i(registers_value),
    .rule_i(registers_rule),
    .counter_i(counters_value),
    .w1_i(teach_cell_host_weight),
    .w2_i(neuron_update_host_value),
    .mask_i(1'b0),
    .table_i(teach_cell_table_data),
    .w1_issue_o(host_port_w1_issue),
    .w1_write_o(host_port_w1_write),
    .w1_row_o(host_port_w1_row),
    .w1_pass_o(host_port_w1_pass),
    .w1_lane_o(host_port_w1_lane),
    .w2_issue_o(host_port_w2_issue),
    .w2_write_o(host_port_w2_write),
    .w2_column_o(host_port_w2_column),
    .w2_class_o(host_port_w2_class),
    .data_o(host_port_data),
    .register_write_o(host_port_register_write),
    .mask_register_o(host_port_mask_register),
    .mask_write_o(host_port_mask_write),
    .rule_write_o(host_port_rule_write),
    .error_o(host_port_error),
    .table_we_o(host_port_table_we),
    .index_o(host_port_index)
  );

  registers u_registers (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .write_i(host_port_register_write),
    .rule_write_i(host_port_rule_write),
    .index_i(host_port_index[3:0]),
    .data_i(host_port_data),
    .lfsr_i(draw_state),
    .mask_i(32'd0),
    .error_row_i(front_error_row),
    .error_step_i(front_error_step),
    .error_label_i(front_error_label),
    .error_host_i(host_port_error),
    .value_o(registers_value),
    .rule_o(registers_rule),
    .lfsr_load_o(registers_lfsr_load),
    .codes_o(registers_codes),
    .threshold_o(registers_threshold),
    .window_o(registers_window),
    .margin_o(registers_margin),
    .dead_zone_o(registers_dead_zone),
    .breakpoints_o(registers_breakpoints),
    .rules_o(registers_rules)
  );

  row_memory #(.WIDTH(600), .DEPTH(784), .ADDRESS(10), .INIT(W1_INIT)) u_w1_memory (
    .clk_i(clk_i),
    .we_i(w1_we),
    .waddr_i(w1_waddr),
    .wdata_i(w1_wdata),
    .raddr_i(issue_read_address),
    .rdata_o(w1_memory_rdata)
  );

  row_memory #(.WIDTH(97), .DEPTH(100), .ADDRESS(7), .INIT(NEURON_INIT)) u_neuron_memory (
    .clk_i(clk_i),
    .we_i(neuron_we),
    .waddr_i(neuron_waddr),
    .wdata_i(neuron_wdata),
    .raddr_i(soma_scan_read_column),
    .rdata_o(neuron_memory_rdata)
  );

  draw u_draw (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .advance_i(draw_advance),
    .load_i(registers_lfsr_load),
    .value_i(host_port_data[15:0]),
    .state_o(draw_state)
  );

  array u_array (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .first_i(issue_acc_first),
    .acc_i(issue_acc),
    .part_i(row_part_part),
    .weights_i(w1_memory_rdata),
    .capture_i(capture),
    .drives_o(array_drives)
  );

  soma_scan u_soma_scan (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .walk_first_i(controller_walk_first),
    .walk_i(controller_walk),
    .drives_i(array_drives),
    .host_i(host_port_w2_issue),
    .host_column_i(host_port_w2_column),
    .update_i(controller_update),
    .update_column_i(neuron_update_column),
    .word_i(neuron_memory_rdata),
    .read_column_o(soma_scan_read_column),
    .host_o(soma_scan_host),
    .update_o(soma_scan_update),
    .valid_o(soma_scan_valid),
    .recruited_o(soma_scan_recruited),
    .infer_o(soma_scan_infer),
    .learn_o(soma_scan_learn),
    .biases_o(soma_scan_biases),
    .wins_o(soma_scan_wins)
  );

  winner u_winner (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .valid_i(soma_scan_valid),
    .recruited_i(soma_scan_recruited),
    .infer_i(soma_scan_infer),
    .learn_i(soma_scan_learn),
    .biases_i(soma_scan_biases),
    .wins_i(soma_scan_wins),
    .label_i(controller_label),
    .views_i(controller_views),
    .class_o(winner_class),
    .fired_o(winner_fired),
    .recruit_o(winner_recruit),
    .places_o(winner_places),
    .biases_o(winner_biases),
    .wins_o(winner_wins),
    .offsets_o(winner_offsets)
  );

  result u_result (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .result_i(controller_result),
    .class_i(winner_class),
    .learn_i(controller_result_learn),
    .free_o(result_free),
    .res_valid_o(result_res_valid),
    .res_ready_i(res_ready_i),
    .res_class_o(result_res_class),
    .res_learn_o(result_res_learn)
  );

  row_sweep u_row_sweep (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .sweep_i(controller_sweep),
    .row_i(controller_row),
    .replay_valid_i(train_buffer_valid),
    .replay_row_i(train_buffer_row),
    .replay_next_o(row_sweep_replay_next),
    .part_i(row_part_part),
    .places_i(winner_places),
    .teach_o(row_sweep_teach),
    .row_o(row_sweep_row),
    .pass_o(row_sweep_pass),
    .active_o(row_sweep_active)
  );

  teach_cell u_teach_cell (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .teach_i(row_sweep_teach),
    .active_i(row_sweep_active),
    .part_i(row_part_part),
    .recruit_i(winner_recruit),
    .places_i(winner_places),
    .offsets_i(winner_offsets),
    .state_i(draw_state),
    .word_i(w1_memory_rdata),
    .rule_i(registers_rules[4:0]),
    .host_i(issue_host),
    .host_lane_i(host_port_w1_lane),
    .host_weight_i(host_port_data[5:0]),
    .address_i(issue_address),
    .table_we_i(host_port_table_we),
    .table_addr_i(host_port_index),
    .table_host_i(host_port_active),
    .table_data_i(host_port_data[15:0]),
    .draw_o(teach_cell_draw),
    .host_weight_o(teach_cell_host_weight),
    .table_data_o(teach_cell_table_data),
    .ltp_o(teach_cell_ltp),
    .ltd_o(teach_cell_ltd),
    .switched_o(teach_cell_switched),
    .saturated_o(teach_cell_saturated),
    .we_o(teach_cell_we),
    .address_o(teach_cell_address),
    .word_o(teach_cell_word),
    .moved_o(teach_cell_moved),
    .change_o(teach_cell_change)
  );

  neuron_update u_neuron_update (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .load_i(controller_result),
    .recruit_i(winner_recruit),
    .places_i(winner_places),
    .biases_i(winner_biases),
    .wins_i(winner_wins),
    .moved_i(teach_cell_moved),
    .change_i(teach_cell_change),
    .turn_i(controller_turn),
    .update_i(soma_scan_update),
    .host_i(soma_scan_host),
    .host_write_i(host_port_w2_write),
    .host_column_i(host_port_w2_column),
    .host_field_i(host_port_w2_class),
    .host_data_i(host_port_data[16:0]),
    .word_i(neuron_memory_rdata),
    .column_o(neuron_update_column),
    .we_o(neuron_update_we),
    .write_column_o(neuron_update_write_column),
    .word_o(neuron_update_word),
    .host_value_o(neuron_update_host_value)
  );

  counters u_counters (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .image_i(front_image),
    .event_i(front_event),
    .visit_i(winner_fired),
    .spikes_i(FIRED),
    .draw_i(draw_advance),
    .readout_ltp_i({1'b0, teach_cell_ltp}),
    .readout_ltd_i({1'b0, teach_cell_ltd}),
    .readout_switched_i({1'b0, teach_cell_switched}),
    .readout_saturated_i({1'b0, teach_cell_saturated}),
    .hidden_ltp_i(7'd0),
    .hidden_ltd_i(7'd0),
    .lanes_valid_i(1'b0),
    .lanes_switched_i(100'd0),
    .lanes_saturated_i(100'd0),
    .capture_i(1'b0),
    .lanes_positive_i(100'd0),
    .lanes_negative_i(100'd0),
    .lanes_masked_i(100'd0),
    .host_i(host_port_active),
    .select_i(host_port_index[3:0]),
    .value_o(counters_value)
  );

  assign ev_ready_o = front_ev_ready;
  assign capture = issue_capture;
  assign unused = issue_launch_s3 ^ ^front_input_step ^ issue_teach_s1 ^ issue_teach_first_s1 ^
      issue_settle_s2 ^ issue_step_first_s2 ^ issue_teach_s2 ^ ^issue_pass_s2 ^ issue_settle_s3 ^
      issue_step_s3 ^ issue_step_first_s3 ^ issue_teach_s3 ^ issue_write_s4 ^ issue_teach_s4 ^
      ^registers_codes ^ ^registers_threshold ^ ^registers_window ^ ^registers_margin ^
      ^registers_dead_zone ^ ^registers_breakpoints ^ ^registers_rules ^ host_port_mask_register ^
      host_port_mask_write;
  assign w1_we = teach_cell_we;
  assign w1_waddr = teach_cell_address;
  assign w1_wdata = teach_cell_word;
  assign res_valid_o = result_res_valid;
  assign res_class_o = result_res_class;
  assign res_learn_o = result_res_learn;
  assign image_done = controller_done;
  assign draw_advance = teach_cell_draw;
  assign neuron_we = neuron_update_we;
  assign neuron_waddr = neuron_update_write_column;
  assign neuron_wdata = neuron_update_word;
  assign quiet = front_boundary && controller_idle;
  assign host_ready_o = host_port_host_ready;
  assign host_rvalid_o = host_port_host_rvalid;
  assign host_rdata_o = host_port_host_rdata;

  always @* begin
    part_row = front_issue_row;
    if (controller_sweep) begin
      part_row = controller_row;
    end
  end
endmodule

`default_nettype wire
