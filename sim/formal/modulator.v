`default_nettype none

// Modulator: sign and size of D = W2[label] - W2[rival] are the class of a column, two cycles
// later.
//
// Proved: of any two weights: the column learns exactly in its window where |D| is neither 0 nor
// below the dead zone; rule *positive* where D > 0; the amplitude offset is one up from breakpoint
// 3 on, one down below each of 2, 1 and 0; -4 where the column does not learn.
// Assumed: nothing.
module formal_modulator (
  input wire clk_i,
  input wire rst_ni,
  input wire [7:0] label_weight_i,
  input wire [7:0] rival_weight_i,
  input wire in_window_i,
  input wire [7:0] dead_zone_i,
  input wire [31:0] breakpoints_i
);
  wire learns_o;
  wire positive_o;
  wire [3:0] class_o;

  modulator u_dut (.*);

  `include "reset.vh"

  reg [1:0] age = 2'd0;
  integer one;
  integer two;
  integer offset;
  integer k;
  always @(posedge clk_i) begin
    age <= !rst_ni ? 2'd0 : age == 2'd2 ? age : age + 2'd1;
    one <= $signed(label_weight_i) - $signed(rival_weight_i);
    two <= one;
  end

  wire [31:0] size = two < 0 ? -two : two;
  always @* begin
    offset = size >= breakpoints_i[31:24];
    for (k = 0; k < 3; k = k + 1) if (size < breakpoints_i[8*k +: 8]) offset = offset - 1;
    if (age == 2'd2) begin
      assert (learns_o == (in_window_i && two != 0 && size >= dead_zone_i));
      if (two != 0) assert (positive_o == (two > 0));
      if (learns_o) assert ($signed(class_o[2:0]) == offset && class_o[3] == positive_o);
      else assert ($signed(class_o[2:0]) == -4);
    end
  end
endmodule

`default_nettype wire
