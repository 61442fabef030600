// Generated: do not edit.
// spinloom 0.1.0, spec 8bf83b27c2ea7170
// spinloom generate --array 784x100 --lanes 20 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            20
// passes           5
// w1_bits          7
// event_bits       10
// word_bits        16
// amplitude_codes  16
// w2_bits          8
// membrane_bits    20
// drive_bits       17
// sum_bits         21
// count_bits       4
// threshold        1024
// margin           2048
// window           1200
// dead_zone        8
// code_hidden      10
// code_readout     8
// breakpoints      16 32 64 128
// types            causal
// rules            12 1a 1a 12
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module spin_core #(
  parameter W1_INIT = "",
  parameter W2_INIT = ""
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
  wire capture;
  wire image_done;
  wire draw_advance;
  wire w1_we;
  wire [11:0] w1_waddr;
  wire [139:0] w1_wdata;
  wire [6:0] host_cell;
  wire [9:0] w2_we;
  wire [6:0] w2_waddr;
  wire [7:0] w2_wdata;
  reg  lfsr_load;
  reg  [15:0] lfsr_value;
  wire redraw;
  wire rewind;
  reg  [2:0] store_pass;
  wire quiet;
  wire new_row;
  wire replay_start;
  wire replay_valid;
  wire [9:0] replay_row;
  wire [0:0] replay_step;
  wire [19:0] column_steps;
  wire [19:0] silent;
  wire [19:0] select_switched;
  wire [31:0] select_register;
  wire select_host;
  wire select_draw;
  wire select_next;
  wire select_begin;
  wire [0:0] unused;
  wire [0:0] unused_mask;
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
  wire [2:0] front_issue_pass;
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
  wire [11:0] issue_read_address;
  wire [2:0] issue_pass_s2;
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
  wire [11:0] issue_address;
  wire issue_capture;
  wire controller_idle;
  wire [3:0] controller_label;
  wire [2:0] controller_pass;
  wire [6:0] controller_base;
  wire controller_take;
  wire controller_walk_first;
  wire controller_walk;
  wire controller_fill;
  wire controller_fill_first;
  wire controller_first_pass;
  wire controller_decide;
  wire [3:0] controller_class;
  wire controller_result;
  wire controller_result_learn;
  wire controller_teach;
  wire controller_done;
  wire host_port_host_ready;
  wire host_port_host_rvalid;
  wire [31:0] host_port_host_rdata;
  wire host_port_busy;
  wire host_port_active;
  wire host_port_w1_issue;
  wire host_port_w1_write;
  wire [9:0] host_port_w1_row;
  wire [2:0] host_port_w1_pass;
  wire [4:0] host_port_w1_lane;
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
  wire [7:0] registers_rule;
  wire registers_lfsr_load;
  wire [7:0] registers_codes;
  wire [15:0] registers_threshold;
  wire [15:0] registers_window;
  wire [15:0] registers_margin;
  wire [7:0] registers_dead_zone;
  wire [31:0] registers_breakpoints;
  wire [31:0] registers_rules;
  wire [139:0] w1_memory_rdata;
  wire [79:0] w2_memory_rdata;
  wire [15:0] draw_state;
  wire [31:0] column_words_doubled;
  wire [47:0] column_words_masks;
  wire [15:0] column_words_carry;
  wire [139:0] array_cells;
  wire [19:0] array_switched;
  wire [19:0] array_saturated;
  wire [19:0] array_ltp;
  wire [19:0] array_ltd;
  wire [79:0] array_counts;
  wire [19:0] array_fired;
  wire [19:0] array_in_window;
  wire [19:0] array_positive;
  wire [19:0] array_negative;
  wire [6:0] array_host_cell;
  wire [79:0] column_store_counts;
  wire [19:0] column_store_in_window;
  wire column_scan_empty;
  wire [6:0] column_scan_read_column;
  wire column_scan_visit;
  wire column_scan_walk;
  wire column_scan_host;
  wire [6:0] column_scan_column;
  wire [19:0] column_scan_select;
  wire [3:0] column_scan_count;
  wire column_scan_in_window;
  wire [3:0] readout_class;
  wire [3:0] readout_rival;
  wire readout_within_margin;
  wire result_free;
  wire result_res_valid;
  wire [3:0] result_res_class;
  wire result_res_learn;
  wire teacher_draw;
  wire teacher_class_valid;
  wire [3:0] teacher_class;
  wire [9:0] teacher_we;
  wire [6:0] teacher_column;
  wire [7:0] teacher_weight;
  wire teacher_typed;
  wire teacher_wants_silent;
  wire [19:0] teacher_load;
  wire teacher_pulse;
  wire teacher_pulse_ltp;
  wire [15:0] teacher_threshold;
  wire [1:0] teacher_hidden_ltp;
  wire [1:0] teacher_hidden_ltd;
  wire teacher_ltp;
  wire teacher_ltd;
  wire teacher_switched;
  wire teacher_saturated;
  wire [7:0] teacher_host_weight;
  wire [15:0] teacher_table_data;
  wire [31:0] counters_value;
  wire hidden_rows_replay_next;
  wire [9:0] hidden_rows_row;
  wire hidden_rows_last;
  wire hidden_rows_active;
  wire hidden_rows_active_s3;
  wire [0:0] hidden_rows_row_step_s3;
  wire [4:0] pulse_count_ltp;
  wire [4:0] pulse_count_ltd;
  wire [15:0] rewind_value;

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
    .new_i(new_row),
    .replay_start_o(front_replay_start),
    .replay_valid_i(replay_valid),
    .replay_row_i(replay_row),
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
    .start_i(replay_start || rewind),
    .next_i(front_replay_next || hidden_rows_replay_next),
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
    .teach_i(controller_teach),
    .teach_first_i(controller_first_pass),
    .teach_row_i(hidden_rows_row),
    .teach_pass_i(controller_pass),
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

  controller u_controller (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .launch_i(front_launch),
    .launch_last_i(front_launch_last),
    .learn_i(front_learn),
    .more_i(front_more),
    .label_i(front_label),
    .capture_i(capture),
    .scan_empty_i(column_scan_empty),
    .within_margin_i(readout_within_margin),
    .result_free_i(result_free),
    .typed_i(teacher_typed),
    .last_row_i(hidden_rows_last),
    .idle_o(controller_idle),
    .label_o(controller_label),
    .pass_o(controller_pass),
    .base_o(controller_base),
    .take_o(controller_take),
    .walk_first_o(controller_walk_first),
    .walk_o(controller_walk),
    .fill_o(controller_fill),
    .fill_first_o(controller_fill_first),
    .first_pass_o(controller_first_pass),
    .decide_o(controller_decide),
    .class_o(controller_class),
    .result_o(controller_result),
    .result_learn_o(controller_result_learn),
    .teach_o(controller_teach),
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
    .w1_i(array_host_cell),
    .w2_i(teacher_host_weight),
    .mask_i(select_host),
    .table_i(teacher_table_data),
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
    .mask_i(select_register),
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

  row_memory #(.WIDTH(140), .DEPTH(3925), .ADDRESS(12), .INIT(W1_INIT)) u_w1_memory (
    .clk_i(clk_i),
    .we_i(w1_we),
    .waddr_i(w1_waddr),
    .wdata_i(w1_wdata),
    .raddr_i(issue_read_address),
    .rdata_o(w1_memory_rdata)
  );

  cell_memory #(.CELLS(10), .WIDTH(8), .DEPTH(100), .ADDRESS(7), .INIT(W2_INIT)) u_w2_memory (
    .clk_i(clk_i),
    .we_i(w2_we),
    .waddr_i(w2_waddr),
    .wdata_i(w2_wdata),
    .raddr_i(column_scan_read_column),
    .rdata_o(w2_memory_rdata)
  );

  draw u_draw (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .advance_i(draw_advance || redraw),
    .load_i(lfsr_load),
    .value_i(lfsr_value),
    .state_o(draw_state)
  );

  column_words u_column_words (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .state_i(draw_state),
    .first_i((controller_fill_first && controller_first_pass) || select_draw),
    .next_i(rewind || select_next),
    .class_valid_i(teacher_class_valid),
    .class_i(teacher_class),
    .doubled_o(column_words_doubled),
    .masks_o(column_words_masks),
    .carry_o(column_words_carry)
  );

  array u_array (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(issue_acc),
    .acc_first_i(issue_acc_first),
    .step_i(issue_step_s3),
    .settle_i(issue_settle_s3),
    .settle_s2_i(issue_settle_s2),
    .step_first_s2_i(issue_step_first_s2),
    .step_first_i(issue_step_first_s3),
    .step_last_i(issue_launch_s3),
    .threshold_i(registers_threshold),
    .window_i(registers_window),
    .silent_i(silent),
    .teach_i(issue_teach_s3),
    .active_i(hidden_rows_active_s3),
    .row_step_i(hidden_rows_row_step_s3),
    .column_steps_i(column_steps),
    .doubled_i(column_words_doubled),
    .masks_i(column_words_masks),
    .carry_i(column_words_carry),
    .clear_i(controller_fill_first),
    .load_i(teacher_load),
    .switching_i(teacher_threshold),
    .pulse_i(teacher_pulse),
    .pulse_ltp_i(teacher_pulse_ltp),
    .cells_i(w1_memory_rdata),
    .host_lane_i(host_port_w1_lane),
    .host_write_i(issue_host),
    .host_cell_i(host_cell),
    .cells_o(array_cells),
    .switched_o(array_switched),
    .saturated_o(array_saturated),
    .ltp_o(array_ltp),
    .ltd_o(array_ltd),
    .counts_o(array_counts),
    .fired_o(array_fired),
    .in_window_o(array_in_window),
    .positive_o(array_positive),
    .negative_o(array_negative),
    .host_cell_o(array_host_cell)
  );

  column_store u_column_store (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .capture_i(capture),
    .pass_i(controller_pass),
    .counts_i(array_counts),
    .in_window_i(array_in_window),
    .counts_o(column_store_counts),
    .in_window_o(column_store_in_window)
  );

  column_scan u_column_scan (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .load_i(capture),
    .fired_i(array_fired),
    .take_i(controller_take),
    .empty_o(column_scan_empty),
    .walk_first_i(controller_walk_first),
    .walk_i(controller_walk),
    .base_i(controller_base),
    .counts_i(column_store_counts),
    .in_window_i(column_store_in_window),
    .host_i(host_port_w2_issue),
    .host_column_i(host_port_w2_column),
    .read_column_o(column_scan_read_column),
    .visit_o(column_scan_visit),
    .walk_o(column_scan_walk),
    .host_o(column_scan_host),
    .column_o(column_scan_column),
    .select_o(column_scan_select),
    .count_o(column_scan_count),
    .in_window_o(column_scan_in_window)
  );

  readout u_readout (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(controller_result),
    .acc_i(column_scan_visit),
    .count_i(column_scan_count),
    .word_i(w2_memory_rdata),
    .decide_i(controller_decide),
    .class_i(controller_class),
    .label_i(controller_label),
    .margin_i(registers_margin),
    .class_o(readout_class),
    .rival_o(readout_rival),
    .within_margin_o(readout_within_margin)
  );

  result u_result (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .result_i(controller_result),
    .class_i(readout_class),
    .learn_i(controller_result_learn),
    .free_o(result_free),
    .res_valid_o(result_res_valid),
    .res_ready_i(res_ready_i),
    .res_class_o(result_res_class),
    .res_learn_o(result_res_learn)
  );

  teacher u_teacher (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .valid_i(column_scan_walk),
    .fill_i(controller_fill),
    .word_i(w2_memory_rdata),
    .column_i(column_scan_column),
    .next_column_i(column_scan_read_column),
    .select_i(column_scan_select),
    .count_i(column_scan_count),
    .in_window_i(column_scan_in_window),
    .label_i(controller_label),
    .rival_i(readout_rival),
    .random_i(column_words_doubled[15:0]),
    .codes_i(registers_codes),
    .dead_zone_i(registers_dead_zone),
    .breakpoints_i(registers_breakpoints),
    .rules_i(registers_rules),
    .host_i(column_scan_host),
    .host_write_i(host_port_w2_write),
    .host_class_i(host_port_w2_class),
    .host_weight_i(host_port_data[7:0]),
    .table_we_i(host_port_table_we),
    .table_addr_i(host_port_index),
    .table_host_i(host_port_active),
    .table_data_i(host_port_data[15:0]),
    .draw_o(teacher_draw),
    .class_valid_o(teacher_class_valid),
    .class_o(teacher_class),
    .we_o(teacher_we),
    .column_o(teacher_column),
    .weight_o(teacher_weight),
    .typed_o(teacher_typed),
    .wants_silent_o(teacher_wants_silent),
    .load_o(teacher_load),
    .pulse_o(teacher_pulse),
    .pulse_ltp_o(teacher_pulse_ltp),
    .threshold_o(teacher_threshold),
    .hidden_ltp_o(teacher_hidden_ltp),
    .hidden_ltd_o(teacher_hidden_ltd),
    .ltp_o(teacher_ltp),
    .ltd_o(teacher_ltd),
    .switched_o(teacher_switched),
    .saturated_o(teacher_saturated),
    .host_weight_o(teacher_host_weight),
    .table_data_o(teacher_table_data)
  );

  counters u_counters (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .image_i(front_image),
    .event_i(front_event),
    .visit_i(column_scan_visit),
    .spikes_i(column_scan_count),
    .draw_i(draw_advance),
    .readout_ltp_i({1'b0, teacher_ltp}),
    .readout_ltd_i({1'b0, teacher_ltd}),
    .readout_switched_i({1'b0, teacher_switched}),
    .readout_saturated_i({1'b0, teacher_saturated}),
    .hidden_ltp_i(pulse_count_ltp),
    .hidden_ltd_i(pulse_count_ltd),
    .lanes_valid_i(issue_teach_s4),
    .lanes_switched_i(array_switched),
    .lanes_saturated_i(array_saturated),
    .capture_i(capture),
    .lanes_positive_i(array_positive),
    .lanes_negative_i(array_negative),
    .lanes_masked_i(select_switched),
    .host_i(host_port_active),
    .select_i(host_port_index[3:0]),
    .value_o(counters_value)
  );

  hidden_rows u_hidden_rows (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(controller_result),
    .restart_i(controller_fill_first),
    .wants_silent_i(teacher_wants_silent),
    .next_i(controller_teach),
    .replay_valid_i(train_buffer_valid),
    .replay_row_i(train_buffer_row),
    .replay_step_i(replay_step),
    .replay_next_o(hidden_rows_replay_next),
    .row_o(hidden_rows_row),
    .last_o(hidden_rows_last),
    .active_o(hidden_rows_active),
    .active_s3_o(hidden_rows_active_s3),
    .row_step_s3_o(hidden_rows_row_step_s3)
  );

  pulse_count u_pulse_count (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(controller_fill_first),
    .column_ltp_i(teacher_hidden_ltp),
    .column_ltd_i(teacher_hidden_ltd),
    .row_i(controller_teach),
    .active_i(hidden_rows_active),
    .lanes_valid_i(issue_teach_s4),
    .lanes_ltp_i(array_ltp),
    .lanes_ltd_i(array_ltd),
    .ltp_o(pulse_count_ltp),
    .ltd_o(pulse_count_ltd)
  );

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_unused
      assign unused[m] = ^front_input_step ^ ^store_pass;
    end
  endgenerate
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_rewind
      rewind u_rewind (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .state_i(draw_state),
        .mark_i(controller_fill_first && controller_first_pass),
        .rewind_i(rewind),
        .value_i(host_port_data[15:0]),
        .value_o(rewind_value[m*16 +: 16])
      );
    end
  endgenerate
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_unused_mask
      assign unused_mask[m] = select_begin ^ host_port_mask_register ^ host_port_mask_write;
    end
  endgenerate

  assign ev_ready_o = front_ev_ready;
  assign replay_start = front_replay_start;
  assign new_row = train_buffer_new;
  assign replay_valid = train_buffer_valid;
  assign replay_row = train_buffer_row;
  assign replay_step = 1'b0;
  assign column_steps = 20'd0;
  assign capture = issue_capture;
  assign w1_we = issue_write_s4;
  assign w1_waddr = issue_address;
  assign w1_wdata = array_cells;
  assign draw_advance = (issue_teach_s1 && issue_teach_first_s1) || teacher_draw || select_draw;
  assign redraw = issue_teach_s1 && ~issue_teach_first_s1;
  assign rewind = controller_fill_first && ~controller_first_pass;
  assign host_cell = host_port_data[6:0];
  assign select_begin = front_launch && front_learn && (front_issue_pass == 3'd0);
  assign silent = 20'd0;
  assign select_switched = 20'd0;
  assign select_register = 32'd0;
  assign select_host = 1'b0;
  assign select_draw = 1'b0;
  assign select_next = 1'b0;
  assign w2_we = teacher_we;
  assign w2_waddr = teacher_column;
  assign w2_wdata = teacher_weight;
  assign res_valid_o = result_res_valid;
  assign res_class_o = result_res_class;
  assign res_learn_o = result_res_learn;
  assign image_done = controller_done;
  assign quiet = front_boundary && controller_idle;
  assign host_ready_o = host_port_host_ready;
  assign host_rvalid_o = host_port_host_rvalid;
  assign host_rdata_o = host_port_host_rdata;

  always @* begin : comb_lfsr_load
    integer n;
    lfsr_load = registers_lfsr_load;
    lfsr_value = host_port_data[15:0];
    for (n = 0; n < 1; n = n + 1) begin
      lfsr_load = registers_lfsr_load || rewind;
      lfsr_value = rewind_value[n*16 +: 16];
    end
  end

  always @* begin
    store_pass = controller_pass;
    if (issue_teach_s2) begin
      store_pass = issue_pass_s2;
    end
  end
endmodule

`default_nettype wire
