`default_nettype none

// Counters: the host reads the exact sum of all that came, whatever counter the adder is at.
//
// Proved, of the counters of draws and of saturations, for all of 18 cycles from reset (a turn of
// the adder and more): read at any time, the value is the number of what came up to then.
// Assumed: a counter is read for five cycles or more, as the host does; readout and lanes do not
// switch in the same cycle or in two that follow.
module formal_counters_bounded_18 (
  input wire clk_i,
  input wire rst_ni,
  input wire draw_i,
  input wire [1:0] saturated_i,
  input wire lanes_valid_i,
  input wire [2:0] lanes_saturated_i,
  input wire host_i,
  input wire [3:0] select_i
);
  wire [31:0] value;

  counters u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .image_i(1'b0),
    .event_i(1'b0),
    .visit_i(1'b0),
    .spikes_i(4'd0),
    .draw_i(draw_i),
    .readout_ltp_i(2'd0),
    .readout_ltd_i(2'd0),
    .readout_switched_i(2'd0),
    .readout_saturated_i(saturated_i),
    .hidden_ltp_i(2'd0),
    .hidden_ltd_i(2'd0),
    .lanes_valid_i(lanes_valid_i),
    .lanes_switched_i(3'd0),
    .lanes_saturated_i(lanes_saturated_i),
    .capture_i(1'b0),
    .lanes_positive_i(3'd0),
    .lanes_negative_i(3'd0),
    .lanes_masked_i(3'd0),
    .host_i(host_i),
    .select_i(select_i),
    .value_o(value)
  );

  localparam [3:0] DRAWS = 4'd3;
  localparam [3:0] SATURATIONS = 4'd7;
  reg started = 1'b0;
  reg [31:0] draws = 32'd0;
  // saturations are summed over the lanes in two cycles and counted in the next
  reg [31:0] saturations = 32'd0;
  reg [2:0] coming = 3'd0;
  reg lanes = 1'b0;
  reg [2:0] of_lanes_before;
  // cycles for which the counter has been read, five at most
  reg [2:0] held = 3'd0;
  reg [3:0] which;
  // what was true two cycles before it is told
  reg [63:0] one;
  reg [31:0] told_draws;
  reg [31:0] told_saturations;
  wire [2:0] of_lanes = lanes_saturated_i[0] + lanes_saturated_i[1] + lanes_saturated_i[2];

  always @(posedge clk_i) begin
    started <= 1'b1;
    held <= !rst_ni || !host_i ? 3'd0 : select_i != which ? 3'd1 : held == 3'd5 ? 3'd5 :
        held + 3'd1;
    which <= select_i;
    one <= {draws, saturations};
    {told_draws, told_saturations} <= one;
    lanes <= rst_ni && lanes_valid_i;
    of_lanes_before <= of_lanes;
    if (draw_i) draws <= draws + 32'd1;
    coming <= lanes ? of_lanes_before : {1'b0, saturated_i};
    saturations <= saturations + {29'd0, coming};
    if (!rst_ni) begin
      draws <= 32'd0;
      saturations <= 32'd0;
      coming <= 3'd0;
    end
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (lanes_valid_i || lanes) assume (saturated_i == 2'd0);
    if (held == 3'd5) begin
      if (which == DRAWS) assert (value == told_draws);
      if (which == SATURATIONS) assert (value == told_saturations);
    end
  end
endmodule

`default_nettype wire
