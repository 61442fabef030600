`default_nettype none

// Rewind restores: the state that stood at the last mark comes back, whatever happened since.
//
// Assumed: nothing.
module formal_rewind (
  input wire clk_i,
  input wire rst_ni,
  input wire [15:0] state_i,
  input wire mark_i,
  input wire rewind_i,
  input wire [15:0] value_i
);
  wire [15:0] value;

  rewind u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .state_i(state_i),
    .mark_i(mark_i),
    .rewind_i(rewind_i),
    .value_i(value_i),
    .value_o(value)
  );

  (* hierconn *) wire [15:0] \u_dut.kept_q ;

  reg started = 1'b0;
  reg known = 1'b0;
  reg [15:0] marked;
  always @(posedge clk_i) begin
    started <= 1'b1;
    known <= rst_ni && (known || mark_i);
    if (mark_i) marked <= state_i;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (started && known) assert (\u_dut.kept_q == marked);
    if (started && known && rewind_i) assert (value == marked);
    if (!rewind_i) assert (value == value_i);
  end
endmodule

`default_nettype wire
