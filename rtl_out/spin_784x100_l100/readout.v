// Generated: do not edit.
// spinloom 0.1.0, spec 0195629a043e089e
// spinloom generate --array 784x100 --lanes 100 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          7
// event_bits       10
// word_bits        16
// amplitude_codes  16
// w2_bits          8
// membrane_bits    20
// drive_bits       17
// sum_bits         21
// count_bits       4
// threshold        1024
// margin           2048
// window           1200
// dead_zone        8
// code_hidden      10
// code_readout     8
// breakpoints      16 32 64 128
// types            causal
// rules            12 1a 1a 12
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module readout (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire acc_i,
  input  wire [3:0] count_i,
  input  wire [79:0] word_i,
  input  wire decide_i,
  input  wire [3:0] class_i,
  input  wire [3:0] label_i,
  input  wire [15:0] margin_i,
  output wire [3:0] class_o,
  output wire [3:0] rival_o,
  output wire within_margin_o
);
  wire [3:0] count;
  reg  [20:0] sum;
  wire [21:0] difference;
  wire first;
  wire better;
  wire rival_better;
  wire [209:0] class_sum_sum;
  reg  acc_b_q;
  reg  acc_c_q;
  reg  acc_d_q;
  reg  [3:0] count_b_q;
  reg  [3:0] count_c_q;
  reg  [20:0] best_d;
  reg  [20:0] best_q;
  reg  [3:0] class_d;
  reg  [3:0] class_q;
  reg  [20:0] rival_best_d;
  reg  [20:0] rival_best_q;
  reg  [3:0] rival_d;
  reg  [3:0] rival_q;
  reg  rival_known_d;
  reg  rival_known_q;
  reg  [20:0] label_sum_d;
  reg  [20:0] label_sum_q;
  reg  decides_q;
  reg  [3:0] class_at_hand_q;
  reg  [20:0] sum_at_hand_q;
  reg  within_margin_q;

  genvar k;
  generate
    for (k = 0; k < 10; k = k + 1) begin : gen_class_sum
      class_sum u_class_sum (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .clear_i(clear_i),
        .count_i(count),
        .weight_i(word_i[k*8 +: 8]),
        .acc_i(acc_d_q),
        .sum_o(class_sum_sum[k*21 +: 21])
      );
    end
  endgenerate

  assign count = (count_i & 4'd1) | (count_b_q & 4'd2) | (count_c_q & 4'hc);
  assign first = class_at_hand_q == 4'd0;
  assign better = first || ($signed(sum_at_hand_q) > $signed(best_q));
  assign rival_better = ~rival_known_q || ($signed(sum_at_hand_q) > $signed(rival_best_q));
  assign difference = {{1{label_sum_q[20]}}, label_sum_q} - {{1{rival_best_q[20]}}, rival_best_q};
  assign within_margin_o = within_margin_q;
  assign class_o = class_q;
  assign rival_o = rival_q;

  always @* begin
    best_d = best_q;
    class_d = class_q;
    rival_best_d = rival_best_q;
    rival_d = rival_q;
    rival_known_d = rival_known_q;
    label_sum_d = label_sum_q;
    if (decides_q) begin
      if (better) begin
        best_d = sum_at_hand_q;
        class_d = class_at_hand_q;
      end
      if (class_at_hand_q == label_i) begin
        label_sum_d = sum_at_hand_q;
      end else if (rival_better) begin
        rival_best_d = sum_at_hand_q;
        rival_d = class_at_hand_q;
        rival_known_d = 1'b1;
      end
    end else begin
      rival_known_d = 1'b0;
    end
  end

  always @* begin : comb_sum
    integer c;
    sum = 21'd0;
    for (c = 0; c < 10; c = c + 1) begin
      if (class_i == c[3:0]) begin
        sum = class_sum_sum[c*21 +: 21];
      end
    end
  end

  always @(posedge clk_i) begin
    count_b_q <= count_i;
    count_c_q <= count_b_q;
    best_q <= best_d;
    class_q <= class_d;
    rival_best_q <= rival_best_d;
    rival_q <= rival_d;
    label_sum_q <= label_sum_d;
    class_at_hand_q <= class_i;
    sum_at_hand_q <= sum;
    if (!rst_ni) begin
      acc_b_q <= 1'b0;
      acc_c_q <= 1'b0;
      acc_d_q <= 1'b0;
      rival_known_q <= 1'b0;
      decides_q <= 1'b0;
      within_margin_q <= 1'b0;
    end else begin
      acc_b_q <= acc_i;
      acc_c_q <= acc_b_q;
      acc_d_q <= acc_c_q;
      rival_known_q <= rival_known_d;
      decides_q <= decide_i;
      within_margin_q <= $signed(difference) < $signed({6'd0, margin_i});
    end
  end
endmodule

`default_nettype wire
