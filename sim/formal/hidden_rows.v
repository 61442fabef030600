`default_nettype none

// Hidden rows: which rows TEACH_HIDDEN visits, and what is known of each.
//
// Proved: from each restart on, the rows that spiked, ascending, or all rows where a column wants
// the silent ones, and the bias row last; a row is active, with its first step, three cycles after
// its slot, exactly if it spiked; the bias row is active, from step 0 on; the replay moves on with
// its own rows alone. So every pass of an image sees the same rows.
// Assumed: the replay gives the rows that spiked, ascending, from each restart on (the proof of
// the train buffer); a wish comes before the restart; nothing is visited behind the bias row.
module formal_hidden_rows (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire restart_i,
  input wire wants_silent_i,
  input wire next_i,
  input wire [1:0] replay_step_i
);
  localparam [4:0] BIAS = 5'd20;
  (* anyconst *) reg [19:0] spiked;

  // The replay: rows not yet given.
  reg [19:0] left = 20'd0;
  wire replay_valid_i = left != 20'd0;
  reg [4:0] replay_row_i;
  integer k;
  always @* begin
    replay_row_i = 5'd0;
    for (k = 19; k >= 0; k = k - 1) if (left[k]) replay_row_i = k;
  end

  wire replay_next_o;
  wire [4:0] row_o;
  wire last_o;
  wire active_o;
  wire active_s3_o;
  wire [1:0] row_step_s3_o;

  hidden_rows u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire \u_dut.silent_q ;
  (* hierconn *) wire [4:0] \u_dut.row_q ;
  (* hierconn *) wire \u_dut.active_s1_q ;
  (* hierconn *) wire [1:0] \u_dut.row_step_s1_q ;

  // Rows to visit, the bias as the highest.
  reg sweeps = 1'b0;
  reg silent = 1'b0;
  reg [20:0] to_visit;
  wire of_bias = to_visit == 21'd1 << BIAS;
  wire active = of_bias || spiked[row_o];
  reg one = 1'b0;
  reg two = 1'b0;
  reg three = 1'b0;
  reg [2:0] known_1;
  reg [2:0] known_2;
  reg [2:0] known_3;
  always @(posedge clk_i) begin
    if (wants_silent_i) silent <= 1'b1;
    if (clear_i) silent <= 1'b0;
    if (restart_i) begin
      sweeps <= 1'b1;
      left <= spiked;
      to_visit <= silent ? 21'h1fffff : {1'b1, spiked};
    end else if (next_i) begin
      to_visit <= to_visit & (to_visit - 21'd1);
      if (of_bias) sweeps <= 1'b0;
      if (replay_next_o) left <= left & (left - 20'd1);
    end
    if (clear_i) sweeps <= 1'b0;
    if (!rst_ni) {sweeps, silent, left} <= 22'd0;
    one <= rst_ni && next_i;
    two <= rst_ni && one;
    three <= rst_ni && two;
    known_1 <= {active, active && !of_bias ? replay_step_i : 2'd0};
    known_2 <= known_1;
    known_3 <= known_2;
  end

  always @* begin
    if (next_i) assume (sweeps && !restart_i);
    if (clear_i) assume (!restart_i && !next_i);
    if (wants_silent_i) assume (!sweeps && !restart_i);
    if (started) begin
      assert (\u_dut.silent_q == silent);
      if (sweeps) begin
        assert (to_visit[BIAS] && left == (spiked & to_visit[19:0]));
        assert (to_visit[row_o] && (to_visit & ((21'd1 << row_o) - 1)) == 0);
        if (silent) assert (to_visit == {21{1'b1}} << \u_dut.row_q );
        if (!silent) assert ((to_visit[19:0] & ~spiked) == 0);
        assert (last_o == (row_o == BIAS) && active_o == active);
        assert (replay_next_o == (next_i && !last_o && spiked[row_o]));
      end
      if (one) assert (\u_dut.active_s1_q == known_1[2]);
      if (one && known_1[2]) assert (\u_dut.row_step_s1_q == known_1[1:0]);
      if (three) assert (active_s3_o == known_3[2]);
      if (three && known_3[2]) assert (row_step_s3_o == known_3[1:0]);
    end
  end
endmodule

`default_nettype wire
