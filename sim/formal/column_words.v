`default_nettype none

// Column words: column c sees rotl16(s, c & 15) ^ M[c >> 4], M[g] = g x 0x9E37 mod 2^16.
//
// Proved: for every lane of the pass named two cycles before (c = pass x lanes + lane), whatever
// the number of passes, and for a class in lane 0, of the state of the cycle before.
// Assumed: columns are below 64 (the array here has 6).
module formal_column_words (
  input wire clk_i,
  input wire rst_ni,
  input wire [15:0] state_i,
  input wire first_i,
  input wire next_i,
  input wire class_valid_i,
  input wire [3:0] class_i
);
  localparam [5:0] LANES = 6'd3;
  wire [31:0] doubled_o;
  wire [31:0] masks_o;
  wire [15:0] carry_o;

  column_words u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [3:0] \u_dut.offset_q ;
  (* hierconn *) wire [15:0] \u_dut.base_mask_q ;

  // the column of lane 0
  reg [5:0] column = 6'd0;
  always @(posedge clk_i) begin
    if (class_valid_i) column <= class_i;
    else if (first_i) column <= 6'd0;
    else if (next_i) column <= column + LANES;
    if (!rst_ni) column <= 6'd0;
  end

  (* anyconst *) reg [1:0] lane;
  wire [5:0] c = column + lane;
  wire [15:0] rotated = state_i << c[3:0] | state_i >> (16 - c[3:0]);
  wire [15:0] seen = doubled_o[16 - lane +: 16] ^ (carry_o[lane] ? masks_o[31:16] : masks_o[15:0]);
  wire [15:0] group = c >> 4;
  wire [15:0] base_group = column >> 4;
  reg shows = 1'b0;
  reg [15:0] expected;
  always @(posedge clk_i) begin
    shows <= started;
    expected <= rotated ^ (group * 16'h9e37);
  end
  always @* begin
    assume (lane < LANES && column < 6'd58);
    if (started) begin
      assert (\u_dut.offset_q == column[3:0]);
      assert (\u_dut.base_mask_q == base_group * 16'h9e37);
    end
    if (shows) assert (seen == expected);
  end
endmodule

`default_nettype wire
