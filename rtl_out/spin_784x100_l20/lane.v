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

module lane (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire acc_first_i,
  input  wire settle_i,
  input  wire step_i,
  input  wire step_first_i,
  input  wire step_last_i,
  input  wire [15:0] operand_i,
  input  wire [15:0] threshold_i,
  input  wire [0:0] silent_i,
  input  wire teach_i,
  input  wire active_i,
  input  wire [0:0] row_step_i,
  input  wire [0:0] column_step_i,
  input  wire [15:0] rotated_i,
  input  wire [15:0] mask_i,
  input  wire [15:0] next_mask_i,
  input  wire [0:0] carry_i,
  input  wire clear_i,
  input  wire [0:0] load_i,
  input  wire [15:0] switching_i,
  input  wire pulse_i,
  input  wire pulse_ltp_i,
  input  wire [6:0] cell_i,
  input  wire [0:0] host_select_i,
  input  wire [6:0] host_cell_i,
  output reg  [6:0] cell_o,
  output reg  [0:0] switched_o,
  output reg  saturated_o,
  output reg  ltp_o,
  output reg  ltd_o,
  output reg  [3:0] count_o,
  output reg  fired_o,
  output reg  in_window_o,
  output reg  positive_o,
  output reg  negative_o
);
  reg  [6:0] weight;
  wire unused;
  wire [3:0] lif_count;
  wire [0:0] lif_fired;
  wire [0:0] lif_in_window;
  wire [0:0] lif_positive;
  wire [0:0] lif_negative;
  wire [6:0] synapse_cell_weight;
  wire [0:0] synapse_cell_switched;
  wire [0:0] synapse_cell_saturated;
  wire [0:0] synapse_cell_ltp;
  wire [0:0] synapse_cell_ltd;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_lif
      lif u_lif (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .acc_i(acc_i),
        .weight_i(weight),
        .settle_i(settle_i),
        .step_i(step_i),
        .step_last_i(step_last_i),
        .step_first_i(step_first_i),
        .operand_i(operand_i),
        .silent_i(silent_i),
        .count_o(lif_count[m*4 +: 4]),
        .fired_o(lif_fired[m]),
        .in_window_o(lif_in_window[m]),
        .positive_o(lif_positive[m]),
        .negative_o(lif_negative[m])
      );
    end
  endgenerate
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_synapse_cell
      synapse_cell u_synapse_cell (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .clear_i(clear_i),
        .load_i(load_i),
        .threshold_i(switching_i),
        .pulse_i(pulse_i),
        .ltp_i(pulse_ltp_i),
        .teach_i(teach_i),
        .active_i(active_i),
        .row_step_i(row_step_i),
        .column_step_i(column_step_i),
        .rotated_i(rotated_i),
        .mask_i(mask_i),
        .next_mask_i(next_mask_i),
        .carry_i(carry_i),
        .weight_i(cell_i),
        .host_select_i(host_select_i),
        .host_weight_i(host_cell_i),
        .weight_o(synapse_cell_weight[m*7 +: 7]),
        .switched_o(synapse_cell_switched[m]),
        .saturated_o(synapse_cell_saturated[m]),
        .ltp_o(synapse_cell_ltp[m]),
        .ltd_o(synapse_cell_ltd[m])
      );
    end
  endgenerate

  assign unused = settle_i ^ acc_first_i ^ ^threshold_i;

  always @* begin : comb_count_o
    integer n;
    count_o = 4'd0;
    fired_o = 1'b0;
    in_window_o = 1'b0;
    positive_o = 1'b0;
    negative_o = 1'b0;
    for (n = 0; n < 1; n = n + 1) begin
      count_o = lif_count[n*4 +: 4];
      fired_o = lif_fired[n];
      in_window_o = lif_in_window[n];
      positive_o = lif_positive[n];
      negative_o = lif_negative[n];
    end
  end

  always @* begin : comb_cell_o
    integer n;
    weight = 7'd0;
    cell_o = 7'd0;
    switched_o = 1'b0;
    saturated_o = 1'b0;
    ltp_o = 1'b0;
    ltd_o = 1'b0;
    for (n = 0; n < 1; n = n + 1) begin
      weight = cell_i;
      cell_o = synapse_cell_weight[n*7 +: 7];
      switched_o = synapse_cell_switched[n];
      saturated_o = synapse_cell_saturated[n];
      ltp_o = synapse_cell_ltp[n];
      ltd_o = synapse_cell_ltd[n];
    end
  end
endmodule

`default_nettype wire
