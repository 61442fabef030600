`default_nettype none

// The neuron of pulse codes is its contract: V += I_t; if V >= threshold { count += 1;
// V -= threshold }, once in each of T input steps.
//
// Proved: after the last step the count, the learning window 0 < I < window, and the sign of I, the
// sum of all I_t, are those of the plain recipe; the count is at most T, and neither drive nor
// membrane ever overflows.
// Assumed: the schedule of the front (in each step the weights of at most 21 rows, the bias among
// them, then the step; pauses anywhere), weights within plus or minus 63, the threshold not 0.
module formal_pulse_lif (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire signed [6:0] weight_i,
  input wire step_i,
  input wire silent_i
);
  localparam integer ROWS = 21;
  localparam [1:0] T = 2'd3;
  localparam signed [6:0] MOST = 7'sd63;

  (* anyconst *) reg [15:0] threshold_i;
  (* anyconst *) reg [15:0] operand_i;
  wire [15:0] window = operand_i;
  wire signed [31:0] limit = {16'd0, threshold_i};

  // The recipe: rows of the step at hand, its drive; steps passed, drive and membrane of the image.
  reg [4:0] rows = 5'd0;
  reg [1:0] passed = 2'd0;
  reg signed [31:0] drive;
  reg signed [31:0] total;
  reg signed [31:0] membrane;
  reg [1:0] count;
  reg silent;
  reg done = 1'b0;
  reg signed [31:0] last_total;
  wire first = passed == 2'd0;
  wire acc_first_i = first && rows == 5'd0;
  wire step_first_i = first;
  wire step_last_i = step_i && passed == T - 2'd1;
  wire signed [31:0] before = acc_first_i ? 0 : membrane;
  wire signed [31:0] full = before + (rows == 5'd0 ? 0 : drive);
  wire spikes = full >= limit && !silent_i;

  always @(posedge clk_i) begin
    if (acc_i) begin
      rows <= rows + 5'd1;
      drive <= (rows == 5'd0 ? 0 : drive) + weight_i;
      total <= (acc_first_i ? 0 : total) + weight_i;
      if (acc_first_i) membrane <= 0;
    end
    if (step_i) begin
      rows <= 5'd0;
      passed <= step_last_i ? 2'd0 : passed + 2'd1;
      membrane <= spikes ? full - limit : full;
      count <= (first ? 2'd0 : count) + spikes;
      silent <= silent_i;
      done <= step_last_i;
      if (step_last_i) last_total <= total;
    end
    if (!rst_ni) begin
      rows <= 5'd0;
      passed <= 2'd0;
      done <= 1'b0;
    end
  end

  wire [3:0] count_o;
  wire fired_o;
  wire in_window_o;
  wire positive_o;
  wire negative_o;

  pulse_lif u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire signed [16:0] \u_dut.u_drive.drive_q ;
  (* hierconn *) wire signed [17:0] \u_dut.membrane_q ;
  wire signed [31:0] of_step = 63 * $signed({1'b0, rows});
  wire signed [31:0] of_steps = 63 * ROWS * $signed({1'b0, passed});

  always @* begin
    assume (!(acc_i && step_i) && weight_i >= -MOST && threshold_i != 16'd0);
    if (acc_i) assume (rows < ROWS);
    if (step_i) assume (rows != 5'd0 && (first || silent_i == silent));
    if (started) begin
      assert (rows <= ROWS && passed < T && (first || !done));
      if (rows != 5'd0) assert (drive <= of_step && drive >= -of_step);
      if (!acc_first_i) begin
        assert (total <= of_step + of_steps && total >= -of_step - of_steps);
        assert (membrane <= of_steps && membrane >= -of_steps);
        assert (\u_dut.membrane_q == full);
      end
      assert (\u_dut.u_drive.drive_q == (acc_first_i ? 0 : total));
      if (!first) assert (count <= passed);
      if (!first || done) assert (count_o == count);
      if (done) begin
        assert (count_o <= T && fired_o == (count_o != 4'd0));
        assert (in_window_o == (last_total > 0 && last_total < window && !silent));
        assert (positive_o == (last_total > 0) && negative_o == (last_total < 0));
      end
    end
  end
endmodule

`default_nettype wire
