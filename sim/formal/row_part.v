`default_nettype none

// Row part: the compartment of a row, one hot, two cycles later.
//
// Proved: of eight rows in four parts, two rows are of each, ascending.
// Assumed: the row is one of the array.
module formal_row_part (
  input wire clk_i,
  input wire rst_ni,
  input wire [3:0] row_i
);
  localparam [3:0] ROWS = 4'd8;
  wire [3:0] part_o;

  row_part u_dut (.*);

  `include "reset.vh"

  reg [1:0] age = 2'd0;
  reg [3:0] one;
  reg [3:0] two;
  always @(posedge clk_i) begin
    age <= !rst_ni ? 2'd0 : age == 2'd2 ? age : age + 2'd1;
    one <= row_i;
    two <= one;
  end

  always @* begin
    assume (row_i < ROWS);
    if (age == 2'd2) assert (part_o == 4'd1 << (two / 2));
  end
endmodule

`default_nettype wire
