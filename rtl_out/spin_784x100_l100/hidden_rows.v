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

module hidden_rows (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire restart_i,
  input  wire wants_silent_i,
  input  wire next_i,
  input  wire replay_valid_i,
  input  wire [9:0] replay_row_i,
  input  wire [0:0] replay_step_i,
  output wire replay_next_o,
  output reg  [9:0] row_o,
  output wire last_o,
  output wire active_o,
  output wire active_s3_o,
  output wire [0:0] row_step_s3_o
);
  localparam [9:0] BIAS_ROW = 10'h310;
  localparam [0:0] ALL_TYPES = 1'b0;
  reg  spiked;
  reg  last;
  reg  silent_d;
  reg  silent_q;
  reg  [9:0] row_d;
  reg  [9:0] row_q;
  reg  active_s1_q;
  reg  active_s2_q;
  reg  active_s3_q;
  reg  [0:0] row_step_s1_d;
  reg  [0:0] row_step_s1_q;
  reg  [0:0] row_step_s2_q;
  reg  [0:0] row_step_s3_q;

  assign last_o = last;
  assign replay_next_o = next_i && spiked;
  assign active_o = spiked || last;
  assign active_s3_o = active_s3_q;
  assign row_step_s3_o = row_step_s3_q;

  always @* begin
    silent_d = silent_q;
    if (wants_silent_i && ALL_TYPES) begin
      silent_d = 1'b1;
    end
    if (clear_i) begin
      silent_d = 1'b0;
    end
  end

  always @* begin
    row_d = row_q;
    if (next_i) begin
      row_d = row_q + 10'd1;
    end
    if (restart_i) begin
      row_d = 10'd0;
    end
  end

  always @* begin
    row_o = BIAS_ROW;
    last = ~replay_valid_i;
    spiked = replay_valid_i;
    if (silent_q) begin
      row_o = row_q;
      last = row_q == BIAS_ROW;
      spiked = replay_valid_i && (replay_row_i == row_q);
    end else if (replay_valid_i) begin
      row_o = replay_row_i;
    end
  end

  always @* begin
    row_step_s1_d = 1'b0;
    if (spiked) begin
      row_step_s1_d = replay_step_i;
    end
  end

  always @(posedge clk_i) begin
    row_step_s1_q <= row_step_s1_d;
    row_step_s2_q <= row_step_s1_q;
    row_step_s3_q <= row_step_s2_q;
    if (!rst_ni) begin
      silent_q <= 1'b0;
      row_q <= 10'd0;
      active_s1_q <= 1'b0;
      active_s2_q <= 1'b0;
      active_s3_q <= 1'b0;
    end else begin
      silent_q <= silent_d;
      row_q <= row_d;
      active_s1_q <= spiked || last;
      active_s2_q <= active_s1_q;
      active_s3_q <= active_s2_q;
    end
  end
endmodule

`default_nettype wire
