`default_nettype none

// Compartments: a neuron of scheme "prototype" sums the weights of each of its dendrites.
//
// Proved, of every compartment of every lane: what was captured last is the sum of the weights of
// the rows of its part since the pass began, whatever has come since; it never overflows.
// Assumed: a row is of one part or none; a part has at most two rows in a pass; weights within plus
// or minus 31; the first command behind reset begins a pass.
module formal_compartments (
  input wire clk_i,
  input wire rst_ni,
  input wire first_i,
  input wire acc_i,
  input wire [3:0] part_i,
  input wire [41:0] weights_i,
  input wire capture_i
);
  localparam [1:0] ROWS = 2'd2;
  wire [195:0] drives_o;

  array u_dut (.*);

  `include "reset.vh"

  (* anyconst *) reg [1:0] part;
  wire signed [5:0] weight = weights_i[5:0];
  wire adds = acc_i && part_i[part];
  reg [1:0] rows = 2'd0;
  reg signed [15:0] sum = 0;
  reg known = 1'b0;
  reg signed [15:0] kept;
  wire signed [15:0] base = first_i ? 0 : sum;
  wire signed [15:0] most = 31 * $signed({1'b0, rows});
  always @(posedge clk_i) begin
    sum <= adds ? base + weight : base;
    rows <= (first_i ? 2'd0 : rows) + adds;
    if (capture_i) {known, kept} <= {1'b1, sum};
    if (!rst_ni) {sum, rows, known} <= 19'd0;
  end

  (* hierconn *) wire [27:0] \u_dut.gen_lane[0].u_lane.drives_q ;
  wire signed [6:0] of_part = \u_dut.gen_lane[0].u_lane.drives_q [7*part +: 7];
  wire signed [6:0] shown = drives_o[7*part +: 7];
  always @* begin
    assume ((part_i & (part_i - 4'd1)) == 4'd0 && weight >= -31);
    if (adds && !first_i) assume (rows < ROWS);
    if (started) begin
      assert (rows <= ROWS && sum <= most && sum >= -most && of_part == sum);
      if (known) assert (shown == kept);
    end
  end
endmodule

`default_nettype wire
