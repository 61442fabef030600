`default_nettype none

// The neuron is its contract: V += I; if V >= threshold { count += 1; V -= threshold }, eight
// times.
//
// Proved: after the last step the count, the learning window 0 < I < window, and the sign of I are
// those of the plain recipe on the sum of the weights; the count is at most eight, and neither
// drive nor membrane ever overflows.
// Assumed: the schedule of the front (weights of at most 21 rows, SETTLE, eight steps, pauses
// anywhere), the array's operands (threshold, 1, window), weights within plus or minus 63.
module formal_lif (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire settle_i,
  input wire step_i,
  input wire signed [6:0] weight_i,
  input wire silent_i
);
  localparam integer ROWS = 21;
  localparam signed [6:0] MOST = 7'sd63;
  localparam [3:0] STEPS = 4'd8;

  (* anyconst *) reg [15:0] threshold;
  (* anyconst *) reg [15:0] window;

  // The recipe. `left` steps are to come; 0: weights are being summed.
  reg started = 1'b0;
  reg [3:0] left = 4'd0;
  reg [4:0] rows = 5'd0;
  reg signed [31:0] drive = 32'sd0;
  reg signed [31:0] membrane;
  reg [3:0] count;
  reg silent;
  reg spiked;
  reg done = 1'b0;
  reg signed [31:0] last_drive;
  wire signed [31:0] limit = {16'd0, threshold};
  wire signed [31:0] next = membrane + drive;
  wire spikes = next >= limit && !silent_i;
  wire first = step_i && left == STEPS;
  wire last = step_i && left == 4'd1;
  wire [15:0] operand = settle_i ? threshold : first ? 16'd1 : window;

  always @(posedge clk_i) begin
    started <= 1'b1;
    if (acc_i) begin
      drive <= drive + weight_i;
      rows <= rows + 5'd1;
    end
    if (settle_i) begin
      left <= STEPS;
      membrane <= 32'sd0;
      count <= 4'd0;
      silent <= silent_i;
      spiked <= 1'b1;
      done <= 1'b0;
    end
    if (step_i) begin
      left <= left - 4'd1;
      membrane <= spikes ? next - limit : next;
      spiked <= spikes;
      count <= spikes ? count + 4'd1 : count;
    end
    if (last) begin
      last_drive <= drive;
      done <= 1'b1;
      drive <= 32'sd0;
      rows <= 5'd0;
    end
    if (!rst_ni) begin
      left <= 4'd0;
      rows <= 5'd0;
      drive <= 32'sd0;
      done <= 1'b0;
    end
  end

  wire [3:0] count_o;
  wire fired;
  wire in_window;
  wire positive;
  wire negative;

  lif u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(acc_i),
    .weight_i(weight_i),
    .settle_i(settle_i),
    .step_i(step_i),
    .step_last_i(last),
    .step_first_i(first),
    .operand_i(operand),
    .silent_i(silent_i),
    .count_o(count_o),
    .fired_o(fired),
    .in_window_o(in_window),
    .positive_o(positive),
    .negative_o(negative)
  );

  (* hierconn *) wire signed [16:0] \u_dut.u_drive.drive_q ;
  (* hierconn *) wire signed [17:0] \u_dut.beyond_q ;
  (* hierconn *) wire signed [17:0] \u_dut.membrane_q ;
  (* hierconn *) wire \u_dut.rested_q ;
  (* hierconn *) wire \u_dut.u_drive.below_q ;
  (* hierconn *) wire \u_dut.u_drive.not_positive_q ;
  (* hierconn *) wire \u_dut.u_drive.negative_q ;
  wire signed [31:0] most = 32'sd63 * ROWS;
  wire signed [31:0] bound = 32'sd63 * $signed({1'b0, rows});
  wire [3:0] passed = STEPS - left;
  // a silent neuron drifts; others stay below the threshold plus the drive
  wire signed [31:0] reach = most * $signed({1'b0, passed});

  always @* begin
    if (!started) assume (!rst_ni);
    assume (acc_i + settle_i + step_i <= 1);
    assume (weight_i >= -MOST);
    assume (threshold != 16'd0);
    if (acc_i) assume (left == 4'd0 && rows < ROWS);
    if (settle_i) assume (left == 4'd0);
    if (step_i) assume (left != 4'd0 && silent_i == silent);
    if (started) begin
      assert (left <= STEPS && rows <= ROWS);
      assert (drive <= bound && drive >= -bound);
      assert (\u_dut.u_drive.drive_q == drive);
      assert (!done || left == 4'd0);
      if (left != 4'd0) begin
        assert (\u_dut.beyond_q == drive - limit);
        assert (\u_dut.rested_q == !spiked);
        assert (\u_dut.membrane_q == (spiked ? membrane : membrane - limit));
        assert (membrane <= reach && membrane >= -reach);
        assert (count <= passed);
        if (passed >= 1) begin
          assert (\u_dut.u_drive.not_positive_q == (drive <= 0));
          assert (\u_dut.u_drive.negative_q == (drive < 0));
        end
        if (passed >= 2) begin
          assert (\u_dut.u_drive.below_q == (drive < $signed({1'b0, window}) && !silent));
        end
      end
      if (left != 4'd0 || done) assert (count_o == count);
      if (done) begin
        assert (count_o <= STEPS && fired == (count != 4'd0));
        assert (in_window == (last_drive > 0 && last_drive < $signed({1'b0, window}) && !silent));
        assert (positive == (last_drive > 0) && negative == (last_drive < 0));
      end
    end
  end
endmodule

`default_nettype wire
