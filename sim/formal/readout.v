`default_nettype none

// The readout's decision: the class with the largest sum, the best rival of the label, the margin.
//
// Proved, for all sums, labels and margins: after the ten classes have passed, the class decided
// has the largest sum and is the lowest of equals; the rival has the largest of the others than
// the label, the lowest of equals; a cycle later `within_margin_o` is label's sum - rival's sum < margin.
// Assumed: as the controller does, classes pass in order from 0, one a cycle, and the sums stand
// meanwhile (SCAN_DRAIN). They are any numbers here; class_sum.v is of what they are.
module class_sum (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire [3:0] count_i,
  input wire [7:0] weight_i,
  input wire acc_i,
  output wire [16:0] sum_o
);
  (* anyconst *) reg [16:0] sum;
  assign sum_o = sum;
endmodule

module formal_readout (
  input wire clk_i,
  input wire rst_ni,
  input wire decide_i,
  input wire [15:0] margin_i
);
  localparam integer SUM = 17;
  localparam [3:0] CLASSES = 4'd10;

  wire [3:0] class_out;
  wire [3:0] rival;
  wire within_margin;
  reg [3:0] passed = 4'd0;
  (* anyconst *) reg [3:0] label;

  readout u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(1'b0),
    .acc_i(1'b0),
    .count_i(4'd0),
    .word_i(80'd0),
    .decide_i(decide_i),
    .class_i(passed),
    .label_i(label),
    .margin_i(margin_i),
    .class_o(class_out),
    .rival_o(rival),
    .within_margin_o(within_margin)
  );

  (* hierconn *) wire [10*SUM-1:0] \u_dut.class_sum_sum ;
  (* hierconn *) wire \u_dut.decides_q ;
  (* hierconn *) wire [3:0] \u_dut.class_at_hand_q ;
  (* hierconn *) wire [SUM-1:0] \u_dut.sum_at_hand_q ;
  (* hierconn *) wire \u_dut.rival_known_q ;
  (* hierconn *) wire signed [SUM-1:0] \u_dut.best_q ;
  (* hierconn *) wire signed [SUM-1:0] \u_dut.rival_best_q ;
  (* hierconn *) wire signed [SUM-1:0] \u_dut.label_sum_q ;

  // any class, and those that were decided
  (* anyconst *) reg [3:0] witness;
  wire signed [SUM-1:0] of_witness = \u_dut.class_sum_sum [witness*SUM +: SUM];
  wire signed [SUM-1:0] of_label = \u_dut.class_sum_sum [label*SUM +: SUM];
  wire signed [SUM-1:0] of_class = \u_dut.class_sum_sum [class_out*SUM +: SUM];
  wire signed [SUM-1:0] of_rival = \u_dut.class_sum_sum [rival*SUM +: SUM];
  wire signed [SUM:0] lead = of_label - of_rival;
  // classes compared: those that passed, a cycle later
  reg [3:0] compared = 4'd0;
  reg settled = 1'b0;
  reg [15:0] margin_before;
  wire rivals = compared > (label == 4'd0 ? 4'd1 : 4'd0);
  reg started = 1'b0;

  always @(posedge clk_i) begin
    started <= 1'b1;
    compared <= rst_ni ? passed : 4'd0;
    settled <= rst_ni && compared == CLASSES;
    margin_before <= margin_i;
    if (!rst_ni) passed <= 4'd0;
    else if (decide_i) passed <= passed + 4'd1;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    assume (label < CLASSES && witness < CLASSES);
    if (decide_i) assume (passed < CLASSES);
    // once begun it goes on to the end
    if (passed != 4'd0 && passed < CLASSES) assume (decide_i && rst_ni);
    if (started) begin
      assert (passed <= CLASSES && (passed == compared || passed == compared + 4'd1));
      assert (\u_dut.decides_q == (passed != compared));
      if (passed != compared) begin
        assert (\u_dut.class_at_hand_q == compared);
        assert (\u_dut.sum_at_hand_q == \u_dut.class_sum_sum [compared*SUM +: SUM]);
        assert (\u_dut.rival_known_q == rivals);
      end
      if (compared != 4'd0) begin
        assert (class_out < compared && \u_dut.best_q == of_class);
        if (witness < compared) begin
          assert (of_witness < of_class || (of_witness == of_class && class_out <= witness));
        end
        if (label < compared) assert (\u_dut.label_sum_q == of_label);
      end
      if (rivals) begin
        assert (rival < compared && rival != label && \u_dut.rival_best_q == of_rival);
        if (witness < compared && witness != label) begin
          assert (of_witness < of_rival || (of_witness == of_rival && rival <= witness));
        end
      end
      if (settled) assert (within_margin == (lead < $signed({2'd0, margin_before})));
    end
  end
endmodule

`default_nettype wire
