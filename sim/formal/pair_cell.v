`default_nettype none

// Pair cell: both junctions of a persistent pair, each by its own pulse and its own word.
//
// Proved, in the cycle behind a teaching slot: of the order's side a junction takes the direction
// of its pulse exactly where its word is below its threshold, else it stays; the left word is the
// column's, the right one that rotated by 8 and inverted; what changed is told; the pulse counted
// is the one told to be watched. A host's pair replaces the old one; a pair's weight is 32 times
// left minus right. Pulses are the last four loaded: acausal right and left, causal right and
// left.
// Assumed: the host writes no row that is taught.
module formal_pair_cell (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire load_i,
  input wire [15:0] threshold_i,
  input wire pulse_i,
  input wire to_p_i,
  input wire teach_i,
  input wire active_i,
  input wire row_step_i,
  input wire column_step_i,
  input wire [15:0] rotated_i,
  input wire [15:0] mask_i,
  input wire [15:0] next_mask_i,
  input wire carry_i,
  input wire [1:0] pair_i,
  input wire host_select_i,
  input wire [1:0] host_pair_i
);
  wire signed [6:0] weight_o;
  wire [1:0] pair_o;
  wire [1:0] switched_o;
  wire ltp_o;
  wire ltd_o;

  pair_cell u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [63:0] \u_dut.thresholds_q ;
  (* hierconn *) wire [3:0] \u_dut.pulses_q ;
  (* hierconn *) wire [3:0] \u_dut.directions_q ;

  wire [17:0] pulse_0 = {\u_dut.thresholds_q [15:0], \u_dut.pulses_q [0],
      \u_dut.directions_q [0]};
  wire [17:0] pulse_1 = {\u_dut.thresholds_q [31:16], \u_dut.pulses_q [1],
      \u_dut.directions_q [1]};
  wire [17:0] pulse_2 = {\u_dut.thresholds_q [47:32], \u_dut.pulses_q [2],
      \u_dut.directions_q [2]};
  wire [17:0] pulse_3 = {\u_dut.thresholds_q [63:48], \u_dut.pulses_q [3],
      \u_dut.directions_q [3]};

  // {threshold, watched, towards P} of the junctions; how many were ever loaded
  reg [17:0] acausal_right;
  reg [17:0] acausal_left;
  reg [17:0] causal_right;
  reg [17:0] causal_left;
  reg [2:0] loaded = 3'd0;
  always @(posedge clk_i) begin
    if (clear_i) begin
      acausal_right[17:1] <= 17'd0;
      acausal_left[17:1] <= 17'd0;
      causal_right[17:1] <= 17'd0;
      causal_left[17:1] <= 17'd0;
    end else if (load_i) begin
      causal_left <= {threshold_i, pulse_i, to_p_i};
      causal_right <= causal_left;
      acausal_left <= causal_right;
      acausal_right <= acausal_left;
      loaded <= loaded == 3'd4 ? loaded : loaded + 3'd1;
    end
    if (!rst_ni) loaded <= 3'd0;
  end

  wire causal = active_i && column_step_i >= row_step_i;
  wire [17:0] left = causal ? causal_left : acausal_left;
  wire [17:0] right = causal ? causal_right : acausal_right;
  wire [15:0] left_word = rotated_i ^ (carry_i ? next_mask_i : mask_i);
  wire [15:0] right_word = {~left_word[7:0], ~left_word[15:8]};
  wire new_left = teach_i && left_word < left[17:2] ? left[0] : pair_i[0];
  wire new_right = teach_i && right_word < right[17:2] ? right[0] : pair_i[1];

  reg running = 1'b0;
  reg was_host;
  reg [1:0] host;
  reg [1:0] before;
  reg [1:0] expected;
  reg [1:0] counted;
  always @(posedge clk_i) begin
    running <= rst_ni && loaded == 3'd4;
    was_host <= host_select_i;
    host <= host_pair_i;
    before <= pair_i;
    expected <= {new_right, new_left};
    counted[0] <= teach_i && ((left[1] && left[0]) || (right[1] && right[0]));
    counted[1] <= teach_i && ((left[1] && !left[0]) || (right[1] && !right[0]));
  end

  always @* begin
    if (host_select_i) assume (!teach_i);
    assert (weight_o == 32 * ($signed({1'b0, pair_i[0]}) - $signed({1'b0, pair_i[1]})));
    if (started) begin
      if (loaded >= 3'd1) assert (pulse_0 == causal_left);
      if (loaded >= 3'd2) assert (pulse_1 == causal_right);
      if (loaded >= 3'd3) assert (pulse_2 == acausal_left);
      if (loaded == 3'd4) assert (pulse_3 == acausal_right);
      assert (loaded <= 3'd4);
    end
    if (running) begin
      assert (pair_o == (was_host ? host : expected));
      if (!was_host) assert (switched_o == (before ^ pair_o));
      assert ({ltd_o, ltp_o} == counted);
    end
  end
endmodule

`default_nettype wire
