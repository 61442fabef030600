// Generated: do not edit.
// spinloom 0.1.0, spec cb0586dde7e5d80f
// spinloom generate --preset mnist-sequence --array 784x100 --lanes 100 --seed 1
//
// scheme           prototype
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          6
// event_bits       10
// word_bits        16
// amplitude_codes  16
// group            10
// compartments     4
// drive_bits       14
// bias_bits        17
// wins_bits        7
// likelihood_bits  19
// soma_bits        21
// learn_score_bits 23
// infer_score_bits 23
// class_sum_bits   28
// sp               0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1
//                  1 2 2 3 4 5 6 8 10 13 16 20 25 30 37 44
//                  53 62 73 84 96 109 122 136 150 165 180 195 210 226 241 257
//                  273 289 305 320 336 352 368 384 400 416 432 448 464 480 496
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module best (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire infer_valid_i,
  input  wire infer_first_i,
  input  wire [22:0] infer_i,
  input  wire learn_valid_i,
  input  wire learn_first_i,
  input  wire [22:0] learn_i,
  input  wire [14:0] place_i,
  input  wire [16:0] bias_i,
  input  wire [6:0] wins_i,
  output wire [27:0] infer_o,
  output wire [14:0] place_o,
  output wire [16:0] bias_o,
  output wire [6:0] wins_o,
  output reg  [1:0] offset_o
);
  localparam [6:0] WINS_MOST = 7'h7f;
  reg  [6:0] won;
  wire infer_better;
  wire learn_better;
  reg  [22:0] infer_d;
  reg  [22:0] infer_q;
  reg  [22:0] learn_d;
  reg  [22:0] learn_q;
  reg  [14:0] place_d;
  reg  [14:0] place_q;
  reg  [16:0] bias_d;
  reg  [16:0] bias_q;
  reg  [6:0] wins_d;
  reg  [6:0] wins_q;

  assign infer_better = infer_first_i || ($signed(infer_i) > $signed(infer_q));
  assign learn_better = learn_first_i || ($signed(learn_i) > $signed(learn_q));
  assign infer_o = {{5{infer_q[22]}}, infer_q};
  assign place_o = place_q;
  assign bias_o = bias_q;
  assign wins_o = won;

  always @* begin
    infer_d = infer_q;
    if (infer_valid_i && infer_better) begin
      infer_d = infer_i;
    end
  end

  always @* begin
    learn_d = learn_q;
    place_d = place_q;
    bias_d = bias_q;
    wins_d = wins_q;
    if (learn_valid_i && learn_better) begin
      learn_d = learn_i;
      place_d = place_i;
      bias_d = bias_i;
      wins_d = wins_i;
    end
  end

  always @* begin
    won = wins_q + 7'd1;
    if (wins_q == WINS_MOST) begin
      won = WINS_MOST;
    end
  end

  always @* begin
    offset_o = 2'd2;
    if (|(won >> 4)) begin
      offset_o = 2'd0;
    end else if (|(won >> 2)) begin
      offset_o = 2'd1;
    end
  end

  always @(posedge clk_i) begin
    infer_q <= infer_d;
    learn_q <= learn_d;
    place_q <= place_d;
    bias_q <= bias_d;
    if (!rst_ni) begin
      wins_q <= 7'd0;
    end else begin
      wins_q <= wins_d;
    end
  end
endmodule

`default_nettype wire
