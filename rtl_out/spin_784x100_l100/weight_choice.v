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

module weight_choice (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [79:0] word_i,
  input  wire [3:0] class_i,
  output wire [7:0] weight_o
);
  wire [31:0] group_0;
  wire [31:0] group_1;
  wire [31:0] group_2;
  wire [1:0] low;
  wire [7:0] one_0;
  wire [7:0] one_1;
  wire [7:0] one_2;
  reg  [23:0] ones_q;
  reg  [1:0] high_q;

  assign group_0 = word_i[31:0];
  assign group_1 = word_i[63:32];
  assign group_2 = {16'd0, word_i[79:64]};
  assign low = class_i[1:0];
  assign one_0 = group_0[low*8 +: 8];
  assign one_1 = group_1[low*8 +: 8];
  assign one_2 = group_2[low*8 +: 8];
  assign weight_o = ones_q[high_q*8 +: 8];

  always @(posedge clk_i) begin
    ones_q <= ({16'd0, one_2} << 16) | ({16'd0, one_1} << 8) | {16'd0, one_0};
    if (!rst_ni) begin
      high_q <= 2'd0;
    end else begin
      high_q <= class_i[3:2];
    end
  end
endmodule

`default_nettype wire
