`default_nettype none

// Controller of a core that only infers: every spike is visited once, then one decision a result.
//
// Proved: while a pass is scanned its columns come ascending, each for as many visits as it has
// spikes (a cycle without, where it has none); the last column is followed by exactly as many
// cycles of decision as a sum has bits, the first one marked, and one result, or by none of these
// for a view; `done_o` ends both; no state lasts longer than 24 cycles once it is answered.
// Assumed: counts (8 at most) stand from the capture until the pass is scanned; captures and free
// result registers come within four cycles; IDLE waits for the next pass as long as that takes.
module formal_infer_controller (
  input wire clk_i,
  input wire rst_ni,
  input wire launch_i,
  input wire more_i,
  input wire capture_i,
  input wire result_free_i
);
  localparam [4:0] SUM_BITS = 5'd17;
  localparam [2:0] COLUMNS = 3'd5;
  localparam [4:0] LONGEST = 5'd24;
  localparam [2:0] IDLE = 3'd0;
  localparam [2:0] SCAN = 3'd2;

  (* anyseq *) reg [11:0] captured;
  reg [11:0] counts_i;
  wire idle_o;
  wire [2:0] column_o;
  wire visit_o;
  wire decide_o;
  wire decide_first_o;
  wire result_o;
  wire done_o;

  controller u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [2:0] \u_dut.state_q ;
  (* hierconn *) wire [1:0] \u_dut.lane_q ;
  (* hierconn *) wire [4:0] \u_dut.number_q ;
  (* hierconn *) wire \u_dut.more_q ;
  wire [2:0] state = \u_dut.state_q ;

  // The column at hand and its visits; bits decided; whether this image's result was given.
  reg [2:0] column = 3'd0;
  reg [4:0] visits = 5'd0;
  reg [4:0] decided = 5'd0;
  reg more = 1'b0;
  reg ending = 1'b0;
  reg [2:0] state_before;
  reg [4:0] stays = 5'd0;
  reg [1:0] unanswered = 2'd0;
  wire [1:0] lane = column >= 3'd3 ? column - 3'd3 : column;
  wire [3:0] spikes = counts_i[4*lane +: 4];
  wire left = state == SCAN && visits + 5'd1 >= spikes;
  always @(posedge clk_i) begin
    if (capture_i) counts_i <= captured;
    if (idle_o && launch_i) more <= more_i;
    if (state == SCAN) visits <= left ? 5'd0 : visits + 5'd1;
    if (left) column <= column == COLUMNS - 3'd1 ? 3'd0 : column + 3'd1;
    if (left && column == COLUMNS - 3'd1) ending <= 1'b1;
    if (decide_o) decided <= decided + 5'd1;
    if (done_o) {ending, decided} <= 6'd0;
    state_before <= state;
    stays <= !rst_ni || state == IDLE || state != state_before ? 5'd0 : stays + 5'd1;
    unanswered <= capture_i && result_free_i ? 2'd0 : unanswered + 2'd1;
    if (!rst_ni) begin
      column <= 3'd0;
      visits <= 5'd0;
      {ending, decided} <= 6'd0;
    end
  end

  integer k;
  always @* begin
    for (k = 0; k < 3; k = k + 1) assume (captured[4*k +: 4] <= 4'd8 && counts_i[4*k +: 4] <= 4'd8);
    if (capture_i) assume (state != SCAN);
    if (unanswered == 2'd3) assume (result_free_i && (capture_i || state == SCAN));
    if (started) begin
      assert (stays <= LONGEST && state <= 3'd5);
      assert (idle_o == (state == IDLE));
      assert (visit_o == (state == SCAN && visits < spikes));
      assert (column < COLUMNS && column_o == column && \u_dut.lane_q == lane);
      if (state != SCAN) assert (visits == 5'd0);
      else assert (visits < spikes || visits == 5'd0);
      if (state != IDLE) assert (\u_dut.more_q == more);
      // behind the last column
      assert (ending == (state > SCAN));
      assert (decide_first_o == (decide_o && decided == 5'd0));
      if (decide_o) assert (ending && !more && decided < SUM_BITS && \u_dut.number_q == decided);
      else assert (visits == \u_dut.number_q );
      if (ending && !decide_o) assert (decided == 5'd0 || decided == SUM_BITS);
      if (state == SCAN + 3'd3) assert (decided == SUM_BITS && !more);
      if (!ending || state == SCAN + 3'd1) assert (decided == 5'd0);
      if (result_o) assert (ending && !more && decided == SUM_BITS && done_o && result_free_i);
      if (done_o) assert (ending && (more ? decided == 5'd0 : result_o));
    end
  end
endmodule

`default_nettype wire
