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

module lane (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire acc_first_i,
  input  wire step_i,
  input  wire step_first_i,
  input  wire [15:0] threshold_i,
  input  wire [15:0] window_i,
  input  wire teach_i,
  input  wire active_i,
  input  wire [0:0] row_step_i,
  input  wire [0:0] column_step_i,
  input  wire [15:0] rotated_i,
  input  wire [15:0] mask_i,
  input  wire [15:0] next_mask_i,
  input  wire [0:0] carry_i,
  input  wire [4:0] rule_i,
  input  wire [15:0] causal_switching_i,
  input  wire [15:0] acausal_switching_i,
  input  wire [6:0] weight_i,
  input  wire [0:0] host_select_i,
  input  wire [6:0] host_weight_i,
  output wire [6:0] weight_o,
  output wire switched_o,
  output wire saturated_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire [3:0] count_o,
  output wire fired_o,
  output wire in_window_o
);
  reg  [15:0] word;
  wire causal;
  reg  [15:0] switching;
  wire [3:0] lif_count;
  wire lif_fired;
  wire lif_in_window;
  wire stdp_pulse;
  wire stdp_ltp;
  wire mtj_pair_switched;
  wire [6:0] synapse_weight;
  wire synapse_saturated;
  reg  [6:0] weight_d;
  reg  [6:0] weight_q;
  reg  pulsed_q;
  reg  switched_q;
  reg  ltp_q;

  lif u_lif (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(acc_i),
    .acc_first_i(acc_first_i),
    .weight_i(weight_i),
    .step_i(step_i),
    .step_first_i(step_first_i),
    .threshold_i(threshold_i),
    .window_i(window_i),
    .count_o(lif_count),
    .fired_o(lif_fired),
    .in_window_o(lif_in_window)
  );

  stdp u_stdp (
    .rule_i(rule_i),
    .causal_i(causal),
    .pulse_o(stdp_pulse),
    .ltp_o(stdp_ltp)
  );

  mtj_pair u_mtj_pair (
    .pulse_i(stdp_pulse && teach_i),
    .word_i(word),
    .threshold_i(switching),
    .switched_o(mtj_pair_switched)
  );

  synapse u_synapse (
    .weight_i(weight_q),
    .switched_i(switched_q),
    .ltp_i(ltp_q),
    .weight_o(synapse_weight),
    .saturated_o(synapse_saturated)
  );

  assign count_o = lif_count;
  assign fired_o = lif_fired;
  assign in_window_o = lif_in_window;
  assign causal = active_i && (column_step_i >= row_step_i);
  assign weight_o = synapse_weight;
  assign switched_o = switched_q;
  assign saturated_o = synapse_saturated;
  assign ltp_o = pulsed_q && ltp_q;
  assign ltd_o = pulsed_q && ~ltp_q;

  always @* begin
    word = rotated_i ^ mask_i;
    if (carry_i) begin
      word = rotated_i ^ next_mask_i;
    end
  end

  always @* begin
    switching = acausal_switching_i;
    if (causal) begin
      switching = causal_switching_i;
    end
  end

  always @* begin
    weight_d = weight_i;
    if (host_select_i) begin
      weight_d = host_weight_i;
    end
  end

  always @(posedge clk_i) begin
    weight_q <= weight_d;
    if (!rst_ni) begin
      pulsed_q <= 1'b0;
      switched_q <= 1'b0;
      ltp_q <= 1'b0;
    end else begin
      pulsed_q <= stdp_pulse && teach_i;
      switched_q <= mtj_pair_switched;
      ltp_q <= stdp_ltp;
    end
  end
endmodule

`default_nettype wire
