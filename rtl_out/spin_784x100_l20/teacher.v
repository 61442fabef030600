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

module teacher (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire valid_i,
  input  wire fill_i,
  input  wire [79:0] word_i,
  input  wire [6:0] column_i,
  input  wire [6:0] next_column_i,
  input  wire [19:0] select_i,
  input  wire [3:0] count_i,
  input  wire in_window_i,
  input  wire [3:0] label_i,
  input  wire [3:0] rival_i,
  input  wire [15:0] random_i,
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
  output wire class_valid_o,
  output wire [3:0] class_o,
  output reg  [9:0] we_o,
  output wire [6:0] column_o,
  output wire [7:0] weight_o,
  output wire typed_o,
  output wire wants_silent_o,
  output wire [19:0] load_o,
  output wire pulse_o,
  output wire pulse_ltp_o,
  output wire [15:0] threshold_o,
  output reg  [1:0] hidden_ltp_o,
  output reg  [1:0] hidden_ltd_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire switched_o,
  output wire saturated_o,
  output wire [7:0] host_weight_o,
  output wire [15:0] table_data_o
);
  localparam [0:0] TWO_SIDES = 1'b0;
  localparam [0:0] TWO_JUNCTIONS = 1'b0;
  localparam [1:0] CAUSAL_SIDE = 2'd1;
  localparam [1:0] ACAUSAL_SIDE = 2'd2;
  wire fired;
  wire fills;
  reg  causal;
  reg  [3:0] chosen;
  reg  [1:0] gates;
  reg  [1:0] side;
  wire right;
  wire [7:0] weight_choice_weight;
  wire modulator_learns;
  wire modulator_positive;
  wire [3:0] modulator_class;
  reg  pulse_lookup_second;
  reg  pulse_lookup_enable;
  wire pulse_lookup_pulse;
  wire pulse_lookup_ltp;
  wire pulse_lookup_watched;
  wire [15:0] pulse_lookup_threshold;
  wire [15:0] pulse_lookup_table_data;
  wire [7:0] readout_cell_read_weight;
  wire readout_cell_we;
  wire [7:0] readout_cell_weight;
  wire readout_cell_ltp;
  wire readout_cell_ltd;
  wire readout_cell_switched;
  wire readout_cell_saturated;
  wire teach_store_positive;
  wire [2:0] teach_store_offset;
  wire teach_store_learns;
  reg  turn_1_q;
  reg  turn_2_q;
  reg  turn_3_q;
  reg  turn_4_q;
  reg  fill_1_q;
  reg  fill_2_q;
  reg  fill_3_q;
  reg  [3:0] class_q;
  reg  [3:0] class_written_q;
  reg  [6:0] column_q;
  reg  [6:0] column_written_q;
  reg  host_q;
  reg  [7:0] host_weight_q;
  reg  fired_before_q;
  reg  in_window_q;
  reg  [19:0] select_d;
  reg  [19:0] select_q;
  reg  selects_q;
  reg  causal_select_q;
  reg  [19:0] load_q;
  reg  loads_q;
  reg  causal_load_q;

  weight_choice u_weight_choice (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .word_i(word_i),
    .class_i(chosen),
    .weight_o(weight_choice_weight)
  );

  modulator u_modulator (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .label_weight_i(readout_cell_read_weight),
    .rival_weight_i(weight_choice_weight),
    .in_window_i(in_window_q),
    .dead_zone_i(dead_zone_i),
    .breakpoints_i(breakpoints_i),
    .learns_o(modulator_learns),
    .positive_o(modulator_positive),
    .class_o(modulator_class)
  );

  pulse_lookup u_pulse_lookup (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .codes_i(codes_i),
    .rules_i(rules_i),
    .readout_i(~fill_i),
    .second_i(pulse_lookup_second),
    .count_i(count_i),
    .offset_i(teach_store_offset),
    .enable_i(pulse_lookup_enable),
    .causal_i(causal),
    .right_i(right),
    .table_we_i(table_we_i),
    .table_addr_i(table_addr_i),
    .table_host_i(table_host_i),
    .table_data_i(table_data_i),
    .pulse_o(pulse_lookup_pulse),
    .ltp_o(pulse_lookup_ltp),
    .watched_o(pulse_lookup_watched),
    .threshold_o(pulse_lookup_threshold),
    .table_data_o(pulse_lookup_table_data)
  );

  readout_cell u_readout_cell (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .teach_i((turn_3_q || turn_4_q) && fired_before_q),
    .pulse_i(pulse_lookup_pulse),
    .ltp_i(pulse_lookup_ltp),
    .threshold_i(pulse_lookup_threshold),
    .word_i(random_i),
    .weight_i(weight_choice_weight),
    .host_i(host_q && host_write_i),
    .host_weight_i(host_weight_i),
    .read_weight_o(readout_cell_read_weight),
    .we_o(readout_cell_we),
    .weight_o(readout_cell_weight),
    .ltp_o(readout_cell_ltp),
    .ltd_o(readout_cell_ltd),
    .switched_o(readout_cell_switched),
    .saturated_o(readout_cell_saturated)
  );

  teach_store u_teach_store (
    .clk_i(clk_i),
    .we_i(turn_4_q),
    .column_i(column_q),
    .class_i(modulator_class),
    .read_column_i(next_column_i),
    .positive_o(teach_store_positive),
    .offset_o(teach_store_offset),
    .learns_o(teach_store_learns)
  );

  assign fired = |count_i;
  assign fills = (valid_i && fill_i) || fill_1_q || fill_2_q || fill_3_q;
  assign right = TWO_JUNCTIONS && ~fill_1_q && ~fill_3_q;
  assign draw_o = valid_i && ~fill_i && fired;
  assign host_weight_o = host_weight_q;
  assign class_o = class_q;
  assign class_valid_o = turn_1_q || turn_2_q;
  assign typed_o = turn_4_q && modulator_learns && |gates;
  assign wants_silent_o = turn_4_q && modulator_learns && gates[0];
  assign table_data_o = pulse_lookup_table_data;
  assign pulse_o = pulse_lookup_pulse && pulse_lookup_watched;
  assign pulse_ltp_o = pulse_lookup_ltp;
  assign threshold_o = pulse_lookup_threshold;
  assign column_o = column_written_q;
  assign weight_o = readout_cell_weight;
  assign ltp_o = readout_cell_ltp;
  assign ltd_o = readout_cell_ltd;
  assign switched_o = readout_cell_switched;
  assign saturated_o = readout_cell_saturated;
  assign load_o = load_q;

  always @* begin
    causal = ~fill_i || ~TWO_SIDES;
    if (TWO_JUNCTIONS) begin
      if (fill_2_q || fill_3_q) begin
        causal = 1'b1;
      end
    end else if (fill_1_q) begin
      causal = 1'b1;
    end
  end

  always @* begin
    chosen = label_i;
    if (host_i) begin
      chosen = host_class_i;
    end else if (turn_1_q || turn_3_q) begin
      chosen = rival_i;
    end
  end

  always @* begin
    gates = rules_i[1:0];
    if (modulator_positive) begin
      gates = rules_i[9:8];
    end
  end

  always @* begin
    pulse_lookup_second = turn_2_q;
    pulse_lookup_enable = 1'b1;
    if (fill_i) begin
      pulse_lookup_second = teach_store_positive;
      pulse_lookup_enable = teach_store_learns;
    end
  end

  always @* begin
    we_o = 10'd0;
    if (readout_cell_we) begin
      we_o = 10'd1 << class_written_q;
    end
  end

  always @* begin
    select_d = 20'd0;
    if (fills) begin
      select_d = select_i;
    end
  end

  always @* begin
    side = ACAUSAL_SIDE;
    if (causal_load_q) begin
      side = CAUSAL_SIDE;
    end
  end

  always @* begin
    hidden_ltp_o = 2'd0;
    hidden_ltd_o = 2'd0;
    if (loads_q && pulse_lookup_pulse && pulse_lookup_watched) begin
      if (pulse_lookup_ltp) begin
        hidden_ltp_o = side;
      end else begin
        hidden_ltd_o = side;
      end
    end
  end

  always @(posedge clk_i) begin
    class_q <= chosen;
    class_written_q <= class_q;
    column_q <= column_i;
    column_written_q <= column_q;
    host_weight_q <= weight_choice_weight;
    if (!rst_ni) begin
      turn_1_q <= 1'b0;
      turn_2_q <= 1'b0;
      turn_3_q <= 1'b0;
      turn_4_q <= 1'b0;
      fill_1_q <= 1'b0;
      fill_2_q <= 1'b0;
      fill_3_q <= 1'b0;
      host_q <= 1'b0;
      fired_before_q <= 1'b0;
      in_window_q <= 1'b0;
      select_q <= 20'd0;
      selects_q <= 1'b0;
      causal_select_q <= 1'b0;
      load_q <= 20'd0;
      loads_q <= 1'b0;
      causal_load_q <= 1'b0;
    end else begin
      turn_1_q <= valid_i && ~fill_i;
      turn_2_q <= turn_1_q;
      turn_3_q <= turn_2_q;
      turn_4_q <= turn_3_q;
      fill_1_q <= valid_i && fill_i && (TWO_SIDES || TWO_JUNCTIONS);
      fill_2_q <= fill_1_q && TWO_SIDES && TWO_JUNCTIONS;
      fill_3_q <= fill_2_q;
      host_q <= host_i;
      fired_before_q <= fired;
      in_window_q <= in_window_i;
      select_q <= select_d;
      selects_q <= fills;
      causal_select_q <= causal;
      load_q <= select_q;
      loads_q <= selects_q;
      causal_load_q <= causal_select_q;
    end
  end
endmodule

`default_nettype wire
