// Generated: do not edit.
// spinloom 0.1.0, spec 0195629a043e089e
// spinloom generate --array 784x100 --lanes 100 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            100
// passes           1
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

module array (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire acc_first_i,
  input  wire step_i,
  input  wire settle_i,
  input  wire settle_s2_i,
  input  wire step_first_s2_i,
  input  wire step_first_i,
  input  wire step_last_i,
  input  wire [15:0] threshold_i,
  input  wire [15:0] window_i,
  input  wire [99:0] silent_i,
  input  wire teach_i,
  input  wire active_i,
  input  wire [0:0] row_step_i,
  input  wire [99:0] column_steps_i,
  input  wire [31:0] doubled_i,
  input  wire [127:0] masks_i,
  input  wire [15:0] carry_i,
  input  wire clear_i,
  input  wire [99:0] load_i,
  input  wire [15:0] switching_i,
  input  wire pulse_i,
  input  wire pulse_ltp_i,
  input  wire [699:0] cells_i,
  input  wire [6:0] host_lane_i,
  input  wire host_write_i,
  input  wire [6:0] host_cell_i,
  output wire [699:0] cells_o,
  output wire [99:0] switched_o,
  output wire [99:0] saturated_o,
  output wire [99:0] ltp_o,
  output wire [99:0] ltd_o,
  output wire [399:0] counts_o,
  output wire [99:0] fired_o,
  output wire [99:0] in_window_o,
  output wire [99:0] positive_o,
  output wire [99:0] negative_o,
  output wire [6:0] host_cell_o
);
  localparam [0:0] HOLD_CODE = 1'b1;
  wire [699:0] new_cell;
  wire [99:0] switched;
  wire [99:0] saturated;
  wire [99:0] ltp;
  wire [99:0] ltd;
  wire [399:0] count;
  wire [99:0] fired;
  wire [99:0] in_window;
  wire [99:0] positive;
  wire [99:0] negative;
  reg  [6:0] host_value;
  reg  [99:0] host_write_select;
  wire unused;
  wire [699:0] lane_cell;
  wire [99:0] lane_switched;
  wire [99:0] lane_saturated;
  wire [99:0] lane_ltp;
  wire [99:0] lane_ltd;
  wire [399:0] lane_count;
  wire [99:0] lane_fired;
  wire [99:0] lane_in_window;
  wire [99:0] lane_positive;
  wire [99:0] lane_negative;
  reg  [699:0] cells_q;
  reg  [15:0] operand_d;
  reg  [15:0] operand_q;
  reg  [99:0] host_select_q;
  reg  [6:0] host_cell_q;

  genvar lane;
  generate
    for (lane = 0; lane < 100; lane = lane + 1) begin : gen_lane
      lane u_lane (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .acc_i(acc_i),
        .acc_first_i(acc_first_i),
        .settle_i(settle_i),
        .step_i(step_i),
        .step_first_i(step_first_i),
        .step_last_i(step_last_i),
        .operand_i(operand_q),
        .threshold_i(threshold_i),
        .silent_i(silent_i[lane]),
        .teach_i(teach_i),
        .active_i(active_i),
        .row_step_i(row_step_i),
        .column_step_i(column_steps_i[lane]),
        .rotated_i(doubled_i[16 - (lane & 15) +: 16]),
        .mask_i(masks_i[(lane >> 4)*16 +: 16]),
        .next_mask_i(masks_i[((lane >> 4) + 1)*16 +: 16]),
        .carry_i(carry_i[lane & 15]),
        .clear_i(clear_i),
        .load_i(load_i[lane]),
        .switching_i(switching_i),
        .pulse_i(pulse_i),
        .pulse_ltp_i(pulse_ltp_i),
        .cell_i(cells_q[lane*7 +: 7]),
        .host_select_i(host_write_select[lane]),
        .host_cell_i(host_cell_i),
        .cell_o(lane_cell[lane*7 +: 7]),
        .switched_o(lane_switched[lane]),
        .saturated_o(lane_saturated[lane]),
        .ltp_o(lane_ltp[lane]),
        .ltd_o(lane_ltd[lane]),
        .count_o(lane_count[lane*4 +: 4]),
        .fired_o(lane_fired[lane]),
        .in_window_o(lane_in_window[lane]),
        .positive_o(lane_positive[lane]),
        .negative_o(lane_negative[lane])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 100; lane = lane + 1) begin : gen_new_cell
      assign new_cell[lane*7 +: 7] = lane_cell[lane*7 +: 7];
      assign switched[lane] = lane_switched[lane];
      assign saturated[lane] = lane_saturated[lane];
      assign ltp[lane] = lane_ltp[lane];
      assign ltd[lane] = lane_ltd[lane];
      assign count[lane*4 +: 4] = lane_count[lane*4 +: 4];
      assign fired[lane] = lane_fired[lane];
      assign in_window[lane] = lane_in_window[lane];
      assign positive[lane] = lane_positive[lane];
      assign negative[lane] = lane_negative[lane];
    end
  endgenerate

  assign cells_o = new_cell;
  assign switched_o = switched;
  assign saturated_o = saturated;
  assign ltp_o = ltp;
  assign ltd_o = ltd;
  assign counts_o = count;
  assign fired_o = fired;
  assign in_window_o = in_window;
  assign positive_o = positive;
  assign negative_o = negative;
  assign unused = ^doubled_i ^ ^carry_i;
  assign host_cell_o = host_cell_q;

  always @* begin
    operand_d = window_i;
    if (settle_s2_i) begin
      operand_d = threshold_i;
    end else if (step_first_s2_i && HOLD_CODE) begin
      operand_d = 16'd1;
    end
  end

  always @* begin
    host_write_select = 100'd0;
    if (host_write_i) begin
      host_write_select = host_select_q;
    end
  end

  always @* begin : comb_host_value
    integer k;
    host_value = 7'd0;
    for (k = 0; k < 100; k = k + 1) begin
      if (host_select_q[k]) begin
        host_value = host_value | cells_q[k*7 +: 7];
      end
    end
  end

  always @(posedge clk_i) begin
    cells_q <= cells_i;
    operand_q <= operand_d;
    host_select_q <= 100'd1 << host_lane_i;
    host_cell_q <= host_value;
  end
endmodule

`default_nettype wire
