`default_nettype none

// The draw: sixteen single steps, never zero.
//
// Proved: an advance is sixteen steps of the shift register with the polynomial x^16 + x^14 + x^13
// + x^11 + 1, written bit by bit; a load takes the value; else the state stands; no state is ever
// zero.
// Assumed: no zero is loaded (proved in registers.v).
module formal_draw (
  input wire clk_i,
  input wire rst_ni,
  input wire advance_i,
  input wire load_i,
  input wire [15:0] value_i
);
  wire [15:0] state;

  draw u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .advance_i(advance_i),
    .load_i(load_i),
    .value_i(value_i),
    .state_o(state)
  );

  function [15:0] steps(input [15:0] from);
    integer k;
    reg [15:0] s;
    begin
      s = from;
      for (k = 0; k < 16; k = k + 1) begin
        s = {s[0], s[15], s[14] ^ s[0], s[13] ^ s[0], s[12], s[11] ^ s[0], s[10:1]};
      end
      steps = s;
    end
  endfunction

  // What the cycle before asked for.
  reg started = 1'b0;
  reg running = 1'b0;
  reg [15:0] expected;
  always @(posedge clk_i) begin
    started <= 1'b1;
    running <= rst_ni;
    expected <= load_i ? value_i : advance_i ? steps(state) : state;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (load_i) assume (value_i != 16'd0);
    if (started) assert (state != 16'd0);
    if (running) assert (state == expected);
  end
endmodule

`default_nettype wire
