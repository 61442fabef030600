// Generated: do not edit.
// spinloom 0.1.0, spec 1916890c83eace2a
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
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module teacher (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire valid_i,
  input  wire [79:0] word_i,
  input  wire [6:0] column_i,
  input  wire [19:0] select_i,
  input  wire [3:0] count_i,
  input  wire in_window_i,
  input  wire [3:0] label_i,
  input  wire [3:0] rival_i,
  input  wire [15:0] state_i,
  input  wire [7:0] codes_i,
  input  wire [7:0] dead_zone_i,
  input  wire [31:0] breakpoints_i,
  input  wire [31:0] rules_i,
  input  wire host_i,
  input  wire host_write_i,
  input  wire [3:0] host_class_i,
  input  wire [7:0] host_weight_i,
  input  wire table_we_i,
  input  wire [5:0] table_addr_i,
  input  wire table_host_i,
  input  wire [15:0] table_data_i,
  output wire draw_o,
  output wire we_o,
  output wire [6:0] column_o,
  output wire [79:0] word_o,
  output wire [19:0] select_o,
  output wire [4:0] rule_o,
  output wire [31:0] switching_o,
  output wire typed_o,
  output wire wants_silent_o,
  output wire [1:0] hidden_ltp_o,
  output wire [1:0] hidden_ltd_o,
  output wire [1:0] ltp_o,
  output wire [1:0] ltd_o,
  output wire [1:0] switched_o,
  output wire [1:0] saturated_o,
  output wire [7:0] host_weight_o,
  output wire [15:0] table_data_o
);
  reg  [7:0] label_weight;
  reg  [7:0] rival_weight;
  reg  [4:0] entry;
  wire [11:0] offset;
  reg  [7:0] host_weight;
  wire modulator_typed;
  wire modulator_positive;
  wire modulator_pulse;
  wire [3:0] modulator_hidden_code;
  wire modulator_label_pulse;
  wire [3:0] modulator_label_code;
  wire modulator_rival_pulse;
  wire [3:0] modulator_rival_code;
  wire [1:0] column_pulses_ltp;
  wire [1:0] column_pulses_ltd;
  wire [31:0] column_pulses_switching;
  wire [15:0] column_pulses_table_data;
  wire [15:0] label_table_threshold;
  wire [15:0] rival_table_threshold;
  wire label_stdp_pulse;
  wire label_stdp_ltp;
  wire rival_stdp_pulse;
  wire rival_stdp_ltp;
  wire [79:0] readout_update_word;
  wire [1:0] readout_update_ltp;
  wire [1:0] readout_update_ltd;
  wire [1:0] readout_update_switched;
  wire [1:0] readout_update_saturated;
  reg  valid_e_q;
  reg  visit_e_q;
  reg  host_e_q;
  reg  [79:0] word_e_q;
  reg  [7:0] label_weight_e_q;
  reg  [7:0] rival_weight_e_q;
  reg  [6:0] column_e_q;
  reg  [19:0] select_e_q;
  reg  [3:0] count_e_q;
  reg  in_window_e_q;
  reg  visit_f_q;
  reg  label_pulse_f_q;
  reg  label_ltp_f_q;
  reg  rival_pulse_f_q;
  reg  rival_ltp_f_q;
  reg  host_f_q;
  reg  [79:0] word_f_q;
  reg  [7:0] label_weight_f_q;
  reg  [7:0] rival_weight_f_q;
  reg  [6:0] column_f_q;
  reg  [19:0] select_f_d;
  reg  [19:0] select_f_q;
  reg  [15:0] label_word_f_q;
  reg  [15:0] rival_word_f_q;
  reg  [15:0] label_threshold_f_q;
  reg  [15:0] rival_threshold_f_q;
  reg  [31:0] switching_f_q;
  reg  [4:0] rule_f_q;
  reg  typed_f_d;
  reg  typed_f_q;
  reg  wants_silent_f_d;
  reg  wants_silent_f_q;
  reg  [1:0] hidden_ltp_f_d;
  reg  [1:0] hidden_ltp_f_q;
  reg  [1:0] hidden_ltd_f_d;
  reg  [1:0] hidden_ltd_f_q;

  modulator u_modulator (
    .label_weight_i(label_weight_e_q),
    .rival_weight_i(rival_weight_e_q),
    .count_i(count_e_q),
    .in_window_i(in_window_e_q),
    .codes_i(codes_i),
    .offsets_i(offset),
    .dead_zone_i(dead_zone_i),
    .breakpoints_i(breakpoints_i),
    .typed_o(modulator_typed),
    .positive_o(modulator_positive),
    .pulse_o(modulator_pulse),
    .hidden_code_o(modulator_hidden_code),
    .label_pulse_o(modulator_label_pulse),
    .label_code_o(modulator_label_code),
    .rival_pulse_o(modulator_rival_pulse),
    .rival_code_o(modulator_rival_code)
  );

  column_pulses u_column_pulses (
    .clk_i(clk_i),
    .rule_i(entry),
    .code_i(modulator_hidden_code),
    .table_we_i(table_we_i),
    .table_addr_i(table_addr_i),
    .table_host_i(table_host_i),
    .table_data_i(table_data_i),
    .ltp_o(column_pulses_ltp),
    .ltd_o(column_pulses_ltd),
    .switching_o(column_pulses_switching),
    .table_data_o(column_pulses_table_data)
  );

  switching_table u_label_table (
    .clk_i(clk_i),
    .we_i(table_we_i),
    .host_i(1'b0),
    .addr_i(table_addr_i),
    .data_i(table_data_i),
    .code_i(modulator_label_code),
    .ltp_i(label_stdp_ltp),
    .selector_i(rules_i[18]),
    .threshold_o(label_table_threshold)
  );

  switching_table u_rival_table (
    .clk_i(clk_i),
    .we_i(table_we_i),
    .host_i(1'b0),
    .addr_i(table_addr_i),
    .data_i(table_data_i),
    .code_i(modulator_rival_code),
    .ltp_i(rival_stdp_ltp),
    .selector_i(rules_i[26]),
    .threshold_o(rival_table_threshold)
  );

  stdp u_label_stdp (
    .rule_i(rules_i[20:16]),
    .causal_i(1'b1),
    .pulse_o(label_stdp_pulse),
    .ltp_o(label_stdp_ltp)
  );

  stdp u_rival_stdp (
    .rule_i(rules_i[28:24]),
    .causal_i(1'b1),
    .pulse_o(rival_stdp_pulse),
    .ltp_o(rival_stdp_ltp)
  );

  readout_update u_readout_update (
    .label_i(label_i),
    .rival_i(rival_i),
    .word_i(word_f_q),
    .label_pulse_i(label_pulse_f_q),
    .label_ltp_i(label_ltp_f_q),
    .label_random_i(label_word_f_q),
    .label_threshold_i(label_threshold_f_q),
    .label_weight_i(label_weight_f_q),
    .rival_pulse_i(rival_pulse_f_q),
    .rival_ltp_i(rival_ltp_f_q),
    .rival_random_i(rival_word_f_q),
    .rival_threshold_i(rival_threshold_f_q),
    .rival_weight_i(rival_weight_f_q),
    .host_i(host_f_q),
    .host_class_i(host_class_i),
    .host_weight_i(host_weight_i),
    .word_o(readout_update_word),
    .ltp_o(readout_update_ltp),
    .ltd_o(readout_update_ltd),
    .switched_o(readout_update_switched),
    .saturated_o(readout_update_saturated)
  );

  genvar m;
  generate
    for (m = 0; m < 4; m = m + 1) begin : gen_offset
      assign offset[m*3 +: 3] = rules_i[(m << 3) + 5 +: 3];
    end
  endgenerate

  assign host_weight_o = host_weight;
  assign draw_o = valid_i && |count_i;
  assign table_data_o = column_pulses_table_data;
  assign we_o = visit_f_q || host_f_q;
  assign column_o = column_f_q;
  assign word_o = readout_update_word;
  assign select_o = select_f_q;
  assign rule_o = rule_f_q;
  assign switching_o = switching_f_q;
  assign typed_o = typed_f_q;
  assign wants_silent_o = wants_silent_f_q;
  assign hidden_ltp_o = hidden_ltp_f_q;
  assign hidden_ltd_o = hidden_ltd_f_q;
  assign ltp_o = readout_update_ltp;
  assign ltd_o = readout_update_ltd;
  assign switched_o = readout_update_switched;
  assign saturated_o = readout_update_saturated;

  always @* begin : comb_host_weight
    integer k;
    label_weight = 8'd0;
    rival_weight = 8'd0;
    host_weight = 8'd0;
    for (k = 0; k < 10; k = k + 1) begin
      if (label_i == k[3:0]) begin
        label_weight = word_i[k*8 +: 8];
      end
      if (rival_i == k[3:0]) begin
        rival_weight = word_i[k*8 +: 8];
      end
      if (host_class_i == k[3:0]) begin
        host_weight = word_i[k*8 +: 8];
      end
    end
  end

  always @* begin
    entry = rules_i[4:0];
    if (modulator_positive) begin
      entry = rules_i[12:8];
    end
  end

  always @* begin
    select_f_d = 20'd0;
    typed_f_d = 1'b0;
    wants_silent_f_d = 1'b0;
    hidden_ltp_f_d = 2'd0;
    hidden_ltd_f_d = 2'd0;
    if (valid_e_q && modulator_typed && |entry[1:0]) begin
      typed_f_d = 1'b1;
      wants_silent_f_d = entry[0];
      if (modulator_pulse) begin
        select_f_d = select_e_q;
        hidden_ltp_f_d = column_pulses_ltp;
        hidden_ltd_f_d = column_pulses_ltd;
      end
    end
  end

  always @(posedge clk_i) begin
    word_e_q <= word_i;
    label_weight_e_q <= label_weight;
    rival_weight_e_q <= rival_weight;
    column_e_q <= column_i;
    select_e_q <= select_i;
    count_e_q <= count_i;
    word_f_q <= word_e_q;
    label_weight_f_q <= label_weight_e_q;
    rival_weight_f_q <= rival_weight_e_q;
    column_f_q <= column_e_q;
    label_word_f_q <= (state_i << label_i) | ((state_i >> 1) >> ~label_i);
    rival_word_f_q <= (state_i << rival_i) | ((state_i >> 1) >> ~rival_i);
    label_threshold_f_q <= label_table_threshold;
    rival_threshold_f_q <= rival_table_threshold;
    switching_f_q <= column_pulses_switching;
    rule_f_q <= entry;
    if (!rst_ni) begin
      valid_e_q <= 1'b0;
      visit_e_q <= 1'b0;
      host_e_q <= 1'b0;
      in_window_e_q <= 1'b0;
      visit_f_q <= 1'b0;
      label_pulse_f_q <= 1'b0;
      label_ltp_f_q <= 1'b0;
      rival_pulse_f_q <= 1'b0;
      rival_ltp_f_q <= 1'b0;
      host_f_q <= 1'b0;
      select_f_q <= 20'd0;
      typed_f_q <= 1'b0;
      wants_silent_f_q <= 1'b0;
      hidden_ltp_f_q <= 2'd0;
      hidden_ltd_f_q <= 2'd0;
    end else begin
      valid_e_q <= valid_i;
      visit_e_q <= valid_i && |count_i;
      host_e_q <= host_i && host_write_i;
      in_window_e_q <= in_window_i;
      visit_f_q <= visit_e_q;
      label_pulse_f_q <= visit_e_q && label_stdp_pulse && modulator_label_pulse;
      label_ltp_f_q <= label_stdp_ltp;
      rival_pulse_f_q <= visit_e_q && rival_stdp_pulse && modulator_rival_pulse;
      rival_ltp_f_q <= rival_stdp_ltp;
      host_f_q <= host_e_q;
      select_f_q <= select_f_d;
      typed_f_q <= typed_f_d;
      wants_silent_f_q <= wants_silent_f_d;
      hidden_ltp_f_q <= hidden_ltp_f_d;
      hidden_ltd_f_q <= hidden_ltd_f_d;
    end
  end
endmodule

`default_nettype wire
