`default_nettype none

// Readout of a core that only infers: the class is the highest of ten exact sums.
//
// Proved, of any two classes: their sums are those of their weights over all spikes since the last
// decision, and never overflow; after as many cycles of the race as a sum has bits the class is
// neither of them unless its sum is the higher one, or as high and it the lower class; all sums are
// 0 again.
// Assumed: weights within plus or minus 127; at most 320 spikes (5 columns, 8 steps, 8 views); a
// decision begins behind the last sum and runs to its end, pauses anywhere.
module formal_infer_readout (
  input wire clk_i,
  input wire rst_ni,
  input wire visit_i,
  input wire [79:0] word_i,
  input wire decide_i
);
  localparam integer SUM_BITS = 17;
  localparam [8:0] MOST_SPIKES = 9'd320;

  // Spikes told, whether one is being added, bits raced over.
  reg [8:0] spikes = 9'd0;
  reg adds = 1'b0;
  reg [4:0] raced = 5'd0;
  wire first_i = decide_i && raced == 5'd0;
  wire [3:0] class_o;

  readout u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[0].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[1].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[2].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[3].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[4].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[5].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[6].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[7].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[8].u_spike_sum.sum_q ;
  (* hierconn *) wire [SUM_BITS-1:0] \u_dut.gen_spike_sum[9].u_spike_sum.sum_q ;
  (* hierconn *) wire \u_dut.acc_q ;
  (* hierconn *) wire [9:0] \u_dut.racing_q ;
  wire [10*SUM_BITS-1:0] sums = {
      \u_dut.gen_spike_sum[9].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[8].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[7].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[6].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[5].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[4].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[3].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[2].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[1].u_spike_sum.sum_q ,
      \u_dut.gen_spike_sum[0].u_spike_sum.sum_q };

  // Any two classes: their sums, in a race the bits not raced over, and how they compared when it
  // began.
  (* anyconst *) reg [3:0] a;
  (* anyconst *) reg [3:0] b;
  reg signed [SUM_BITS-1:0] total_a;
  reg signed [SUM_BITS-1:0] total_b;
  reg higher;
  reg equal;
  reg done = 1'b0;
  wire [8:0] added = spikes - adds;
  // 127 a spike, rounded up
  wire signed [SUM_BITS-1:0] most = {1'b0, added, 7'd0};
  wire signed [7:0] weight_a = word_i[8*a +: 8];
  wire signed [7:0] weight_b = word_i[8*b +: 8];
  always @(posedge clk_i) begin
    adds <= rst_ni && visit_i;
    if (visit_i) begin
      spikes <= spikes + 9'd1;
      done <= 1'b0;
    end
    if (adds) begin
      total_a <= total_a + weight_a;
      total_b <= total_b + weight_b;
    end
    if (decide_i) begin
      if (first_i) {higher, equal} <= {total_a > total_b, total_a == total_b};
      raced <= raced == SUM_BITS - 1 ? 5'd0 : raced + 5'd1;
      done <= raced == SUM_BITS - 1;
      spikes <= 9'd0;
    end
    if (decide_i) {total_a, total_b} <= {total_a[SUM_BITS-2:0], 1'b0, total_b[SUM_BITS-2:0], 1'b0};
    if (!rst_ni) {total_a, total_b} <= 0;
    if (!rst_ni) begin
      spikes <= 9'd0;
      raced <= 5'd0;
      done <= 1'b0;
    end
  end

  wire [SUM_BITS-1:0] sum_a = sums[SUM_BITS*a +: SUM_BITS];
  wire [SUM_BITS-1:0] sum_b = sums[SUM_BITS*b +: SUM_BITS];
  wire [SUM_BITS-1:0] shown = (17'd1 << raced) - 17'd1;
  wire [SUM_BITS-1:0] rest_a = total_a;
  wire [SUM_BITS-1:0] rest_b = total_b;
  wire races_a = \u_dut.racing_q [a];
  wire races_b = \u_dut.racing_q [b];
  always @* begin
    assume (a < b && b < 4'd10);
    if (adds) assume (weight_a >= -127 && weight_b >= -127);
    if (visit_i) assume (!decide_i && raced == 5'd0 && spikes < MOST_SPIKES);
    if (decide_i) assume (!adds);
    if (started) begin
      assert (raced < SUM_BITS && spikes <= MOST_SPIKES && !(adds && (raced != 0 || done)));
      assert (\u_dut.acc_q == adds && (!adds || spikes != 9'd0));
      assert ($signed(sum_a) == total_a && $signed(sum_b) == total_b);
      if (raced == 5'd0) begin
        assert (total_a <= most && total_a >= -most && total_b <= most && total_b >= -most);
      end else begin
        assert (spikes == 9'd0 && (total_a & shown) == 17'd0 && (total_b & shown) == 17'd0);
      end
      if (raced != 5'd0 || done) begin
        // those that race are equal so far, and above all that do not
        assert (\u_dut.racing_q != 10'd0 && !(higher && equal));
        if (races_a && races_b) assert (higher == (rest_a > rest_b) && equal == (rest_a == rest_b));
        if (races_a && !races_b) assert (higher);
        if (races_b && !races_a) assert (!higher && !equal);
      end
      if (done) begin
        assert (class_o < 4'd10);
        if (class_o == a) assert (higher || equal);
        if (class_o == b) assert (!higher && !equal);
      end
    end
  end
endmodule

`default_nettype wire
