`default_nettype none

// Column store: what was captured of a pass is what is shown of it.
//
// Proved, of either pass, for all of ten cycles from reset: in the cycle after `pass_i` names it,
// the counts and window flags of its last capture are in view, whatever the other pass has
// captured since.
// Assumed: no pass is read in the cycle in which it is captured (the scan begins behind it).
module formal_column_store_bounded_10 (
  input wire clk_i,
  input wire rst_ni,
  input wire capture_i,
  input wire pass_i,
  input wire [11:0] counts_i,
  input wire [2:0] in_window_i
);
  wire [11:0] counts;
  wire [2:0] in_window;

  column_store u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .capture_i(capture_i),
    .pass_i(pass_i),
    .counts_i(counts_i),
    .in_window_i(in_window_i),
    .counts_o(counts),
    .in_window_o(in_window)
  );

  (* anyconst *) reg witness;
  reg started = 1'b0;
  reg known = 1'b0;
  reg shows = 1'b0;
  reg [14:0] captured;
  always @(posedge clk_i) begin
    started <= 1'b1;
    if (capture_i && pass_i == witness) begin
      known <= 1'b1;
      captured <= {in_window_i, counts_i};
    end
    shows <= known && !capture_i && pass_i == witness;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (started && shows) assert ({in_window, counts} == captured);
  end
endmodule

`default_nettype wire
