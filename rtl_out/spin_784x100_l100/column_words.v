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

module column_words (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [15:0] state_i,
  input  wire first_i,
  input  wire next_i,
  input  wire class_valid_i,
  input  wire [3:0] class_i,
  output wire [31:0] doubled_o,
  output wire [127:0] masks_o,
  output wire [15:0] carry_o
);
  localparam [4:0] LANES_LOW = 5'd4;
  localparam [15:0] MASK_STEP = 16'hb54a;
  localparam [15:0] MASK_STEP_CARRY = 16'h5381;
  localparam [15:0] MASK_FACTOR = 16'h9e37;
  localparam [15:0] ONES = 16'hffff;
  wire [4:0] sum;
  reg  [127:0] masks;
  reg  [3:0] offset_d;
  reg  [3:0] offset_q;
  reg  [15:0] base_mask_d;
  reg  [15:0] base_mask_q;
  reg  [15:0] rotated_q;
  reg  [15:0] carry_q;
  reg  [127:0] shown_masks_q;

  assign sum = {1'b0, offset_q} + LANES_LOW;
  assign doubled_o = {rotated_q, rotated_q};
  assign masks_o = shown_masks_q;
  assign carry_o = carry_q;

  always @* begin
    offset_d = offset_q;
    base_mask_d = base_mask_q;
    if (class_valid_i) begin
      offset_d = class_i;
      base_mask_d = 16'd0;
    end else if (first_i) begin
      offset_d = 4'd0;
      base_mask_d = 16'd0;
    end else if (next_i) begin
      offset_d = sum[3:0];
      if (sum[4]) begin
        base_mask_d = base_mask_q + MASK_STEP_CARRY;
      end else begin
        base_mask_d = base_mask_q + MASK_STEP;
      end
    end
  end

  always @* begin : comb_masks
    integer g;
    for (g = 0; g < 8; g = g + 1) begin
      masks[g*16 +: 16] = base_mask_q + (g[15:0] * MASK_FACTOR);
    end
  end

  always @(posedge clk_i) begin
    rotated_q <= (state_i << offset_q) | ((state_i >> 1) >> ~offset_q);
    carry_q <= ~(ONES >> offset_q);
    shown_masks_q <= masks;
    if (!rst_ni) begin
      offset_q <= 4'd0;
      base_mask_q <= 16'd0;
    end else begin
      offset_q <= offset_d;
      base_mask_q <= base_mask_d;
    end
  end
endmodule

`default_nettype wire
