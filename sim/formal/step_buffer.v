`default_nettype none

// In the place of a step's train buffer: the contract that is proved of it (bounded), the rows as
// bits, a replay's first at once.
module train_buffer (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire first_i,
  input wire insert_i,
  input wire [4:0] row_i,
  output wire new_o,
  input wire start_i,
  input wire next_i,
  output wire valid_o,
  output reg [4:0] row_o
);
  reg [19:0] entered;
  reg [19:0] left;
  integer k;
  assign new_o = first_i || !entered[row_i];
  assign valid_o = left != 20'd0;
  always @* begin
    row_o = 5'd0;
    for (k = 19; k >= 0; k = k - 1) if (left[k]) row_o = k;
  end
  always @(posedge clk_i) begin
    entered <= (clear_i ? 20'd0 : entered) | (insert_i ? 20'd1 << row_i : 20'd0);
    if (start_i) left <= entered;
    else if (next_i) left <= left & ~(20'd1 << row_o);
    if (clear_i || !rst_ni) left <= 20'd0;
    if (!rst_ni) entered <= 20'd0;
  end
endmodule

// Step buffer: which rows spiked in which input step, and when first.
//
// Proved: `new_o` is true for the first entry of a row in its step, and for the first row of an
// image; a replay gives the rows of the step that it was started in, ascending, each once; in a
// sweep over the rows that spiked at all, the first step shown is the lowest in which the row was
// entered.
// Assumed: rows and steps are in range; what is entered first clears; nothing is entered into a
// step that is replayed, and its replay ends before it is started again; a sweep begins where the
// replays of all steps are prepared, by their starts or all at once, and goes over all rows
// entered, ascending. Of a train buffer: what train_buffer_bounded_15 proves.
module formal_step_buffer (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire first_i,
  input wire [1:0] step_i,
  input wire insert_i,
  input wire [4:0] row_i,
  input wire start_i,
  input wire sweep_start_i,
  input wire next_i,
  input wire [4:0] sweep_row_i,
  input wire sweep_next_i
);
  localparam [1:0] T = 2'd3;
  localparam [4:0] ROWS = 5'd20;
  wire new_o;
  wire valid_o;
  wire [4:0] row_o;
  wire [1:0] first_step_o;

  step_buffer u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[0].u_bitmap.entered ;
  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[1].u_bitmap.entered ;
  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[2].u_bitmap.entered ;
  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[0].u_bitmap.left ;
  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[1].u_bitmap.left ;
  (* hierconn *) wire [19:0] \u_dut.gen_bitmap[2].u_bitmap.left ;

  // Rows of each step; those to come in a replay, and in a sweep.
  reg [19:0] entered [0:2];
  reg [19:0] to_come [0:2];
  reg [19:0] to_sweep = 20'd0;
  wire [19:0] all = entered[0] | entered[1] | entered[2];
  wire prepared = to_come[0] == entered[0] && to_come[1] == entered[1] && to_come[2] == entered[2];
  wire sweeps = to_sweep != 20'd0;
  // a sweep begins with what is prepared
  (* anyseq *) reg sweep;
  wire [19:0] at_hand = to_come[step_i];
  integer k;
  always @(posedge clk_i) begin
    for (k = 0; k < T; k = k + 1) begin
      if (clear_i) entered[k] <= 20'd0;
      if (insert_i && step_i == k) entered[k] <= (clear_i ? 20'd0 : entered[k]) | 20'd1 << row_i;
      if ((start_i && step_i == k) || sweep_start_i) to_come[k] <= entered[k];
      else if (next_i && step_i == k) to_come[k] <= to_come[k] & (to_come[k] - 20'd1);
      else if (sweep_next_i) to_come[k] <= to_come[k] & ~(20'd1 << sweep_row_i);
      if (clear_i || !rst_ni) to_come[k] <= 20'd0;
      if (!rst_ni) entered[k] <= 20'd0;
    end
    if (sweep_start_i || sweep) to_sweep <= all;
    else if (sweep_next_i) to_sweep <= to_sweep & (to_sweep - 20'd1);
    if (clear_i || !rst_ni) to_sweep <= 20'd0;
  end

  always @* begin
    assume (row_i < ROWS && step_i < T);
    assume (insert_i + start_i + sweep_start_i + sweep + next_i + sweep_next_i <= 1);
    if (insert_i) assume (clear_i || !first_i && !sweeps && at_hand == 20'd0);
    if (clear_i) assume (first_i && !sweep_start_i && !sweep && !next_i && !sweep_next_i);
    if (start_i) assume (clear_i || !sweeps && at_hand == 20'd0);
    if (sweep_start_i) assume ((to_come[0] | to_come[1] | to_come[2]) == 20'd0);
    if (sweep) assume (prepared && !sweeps);
    if (next_i) assume (!sweeps && at_hand != 20'd0);
    if (sweep_next_i) assume (sweeps);
    if (sweeps) assume (to_sweep[sweep_row_i] && (to_sweep & ((20'd1 << sweep_row_i) - 1)) == 0);
    if (started) begin
      assert (\u_dut.gen_bitmap[0].u_bitmap.entered == entered[0]);
      assert (\u_dut.gen_bitmap[1].u_bitmap.entered == entered[1]);
      assert (\u_dut.gen_bitmap[2].u_bitmap.entered == entered[2]);
      assert (\u_dut.gen_bitmap[0].u_bitmap.left == to_come[0]);
      assert (\u_dut.gen_bitmap[1].u_bitmap.left == to_come[1]);
      assert (\u_dut.gen_bitmap[2].u_bitmap.left == to_come[2]);
      assert (new_o == (first_i || !entered[step_i][row_i]));
      assert ((to_come[0] & ~entered[0]) == 0 && (to_come[1] & ~entered[1]) == 0);
      assert ((to_come[2] & ~entered[2]) == 0);
      if (!sweeps) assert (valid_o == (at_hand != 20'd0));
      if (!sweeps && valid_o) assert (at_hand[row_o] && (at_hand & ((20'd1 << row_o) - 1)) == 0);
      if (sweeps) begin
        assert (to_come[0] == (entered[0] & to_sweep) && to_come[1] == (entered[1] & to_sweep));
        assert (to_come[2] == (entered[2] & to_sweep) && (to_sweep & ~all) == 0);
        assert (first_step_o < T && entered[first_step_o][sweep_row_i]);
        if (entered[0][sweep_row_i]) assert (first_step_o == 2'd0);
        else if (entered[1][sweep_row_i]) assert (first_step_o == 2'd1);
      end
    end
  end
endmodule

`default_nettype wire
