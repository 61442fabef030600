`default_nettype none

// Array and lane of a core that only infers: dividing the drive counts as many spikes as the neuron
// has.
//
// Proved, of every lane: after the eighth step the count is that of the plain recipe, eight times
// V += I; if V >= threshold { count += 1; V -= threshold }, and it stands until the next pass
// begins to step; sum and drive never overflow. The threshold, 100, is no multiple of 8.
// Assumed: the schedule of the front (weights of at most 7 rows, the bias among them, `clear_i`,
// eight steps, pauses anywhere), weights within plus or minus 63.
module formal_infer_array (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire step_i,
  input wire clear_i,
  input wire [20:0] cells_i
);
  localparam integer SUM_BITS = 12;
  localparam [2:0] ROWS = 3'd7;
  localparam [3:0] STEPS = 4'd8;
  localparam signed [15:0] THRESHOLD = 100;

  (* anyconst *) reg [1:0] lane;
  wire signed [6:0] weight = cells_i[7*lane +: 7];

  // The recipe: rows summed, steps made of those that a cleared pass has.
  reg [2:0] rows = 3'd0;
  reg cleared = 1'b0;
  reg [3:0] passed = 4'd0;
  reg signed [15:0] drive = 0;
  reg signed [15:0] membrane;
  reg [3:0] count;
  reg done = 1'b0;
  wire step_last_i = step_i && passed == STEPS - 4'd1;
  wire signed [15:0] full = membrane + drive;
  wire spikes = full >= THRESHOLD;
  always @(posedge clk_i) begin
    if (acc_i) begin
      rows <= rows + 3'd1;
      drive <= drive + weight;
    end
    if (clear_i) begin
      cleared <= 1'b1;
      membrane <= 0;
      count <= 4'd0;
      done <= 1'b0;
    end
    if (step_i) begin
      passed <= passed + 4'd1;
      membrane <= spikes ? full - THRESHOLD : full;
      count <= count + spikes;
    end
    if (step_last_i) begin
      {rows, cleared, passed, drive} <= 24'd0;
      done <= 1'b1;
    end
    if (!rst_ni) {rows, cleared, passed, drive, done} <= 25'd0;
  end

  wire [11:0] counts_o;

  array u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [3:0] \u_dut.number_q ;
  (* hierconn *) wire signed [SUM_BITS-1:0] \u_dut.gen_lane[0].u_lane.sum_q ;
  (* hierconn *) wire signed [SUM_BITS-1:0] \u_dut.gen_lane[1].u_lane.sum_q ;
  (* hierconn *) wire signed [SUM_BITS-1:0] \u_dut.gen_lane[2].u_lane.sum_q ;
  wire signed [15:0] sum = lane == 2'd0 ? \u_dut.gen_lane[0].u_lane.sum_q :
      lane == 2'd1 ? \u_dut.gen_lane[1].u_lane.sum_q : \u_dut.gen_lane[2].u_lane.sum_q ;
  wire [3:0] told = counts_o[4*lane +: 4];
  wire signed [15:0] bound = 63 * $signed({1'b0, rows});
  wire signed [15:0] steps = {12'd0, passed};
  wire signed [15:0] divided = {12'd0, told};
  wire signed [15:0] spiked = {12'd0, count};

  always @* begin
    assume (lane < 2'd3 && weight >= -63);
    assume (acc_i + step_i + clear_i <= 1);
    if (acc_i) assume (!cleared && rows < ROWS);
    if (clear_i) assume (!cleared);
    if (step_i) assume (cleared);
    if (started) begin
      assert (drive <= bound && drive >= -bound && passed < STEPS && (cleared || passed == 4'd0));
      // the sum is twice the drive less 25, an eighth of twice the threshold, for each step
      assert (sum == 2 * drive - 25 * steps);
      if (cleared) begin
        assert (!done && \u_dut.number_q == passed + 4'd1);
        assert (count <= passed && membrane == steps * drive - THRESHOLD * spiked);
        if (drive >= THRESHOLD) assert (count == passed);
        else if (drive > 0) assert (membrane >= 0 && membrane < THRESHOLD);
        else assert (count == 4'd0);
        if (8 * drive >= THRESHOLD * steps) assert (told == passed);
        else if (drive < 0) assert (told == 4'd0);
        else begin
          assert (THRESHOLD * divided <= 8 * drive && 8 * drive < THRESHOLD * (divided + 1));
        end
      end
      if (done) assert (told == count && count <= STEPS);
    end
  end
endmodule

`default_nettype wire
