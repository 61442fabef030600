`default_nettype none

// Bias step: a bias stays the sum of `sp` over the weights of its compartment.
//
// Proved: two cycles after a cell moved by one, the bias of its part, and no other, moves by
// sp(after) - sp(before); in recruiting by sp of the start weight, +8 of an active row, -8 of a
// silent one; where no cell moves, no bias does. sp(w) = round(64 ln(1 + e^(w / 4))).
// Assumed: weights within plus or minus 31, moved by one and the way that is told; a cell is
// recruited or moved, not both.
module formal_bias_step (
  input wire clk_i,
  input wire rst_ni,
  input wire [3:0] part_i,
  input wire moves_i,
  input wire ltp_i,
  input wire recruit_i,
  input wire active_i,
  input wire signed [5:0] before_i,
  input wire signed [5:0] after_i
);
  wire [3:0] moved_o;
  wire [9:0] change_o;

  bias_step u_dut (.*);

  `include "reset.vh"

  `include "sp.vh"

  wire [9:0] old_sp = sp[10*(before_i + 31) +: 10];
  wire [9:0] new_sp = sp[10*(after_i + 31) +: 10];
  wire [9:0] start_sp = active_i ? sp[390 +: 10] : sp[230 +: 10];
  reg [1:0] age = 2'd0;
  reg [13:0] one;
  reg [13:0] two;
  always @(posedge clk_i) begin
    age <= !rst_ni ? 2'd0 : age == 2'd2 ? age : age + 2'd1;
    one <= {moves_i || recruit_i ? part_i : 4'd0, recruit_i ? start_sp : new_sp - old_sp};
    two <= one;
  end

  always @* begin
    assume (before_i >= -31 && after_i >= -31);
    assume (!(moves_i && recruit_i));
    if (moves_i) assume (after_i == (ltp_i ? before_i + 1 : before_i - 1));
    if (age == 2'd2) begin
      assert (moved_o == two[13:10]);
      if (moved_o != 4'd0) assert (change_o == two[9:0]);
    end
  end
endmodule

`default_nettype wire
