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

module score (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [13:0] drive_i,
  input  wire [23:0] field_i,
  input  wire [20:0] soma_i,
  output wire [20:0] likelihood_o,
  output wire [22:0] infer_o,
  output wire [22:0] learn_o,
  output wire [16:0] bias_o,
  output wire [6:0] wins_o
);
  wire [16:0] bias;
  wire [22:0] own;
  wire [22:0] others;
  wire [22:0] infer;
  wire [22:0] crowded;
  reg  [18:0] likelihood_e_q;
  reg  [16:0] bias_e_q;
  reg  [6:0] wins_e_q;
  reg  [18:0] likelihood_f_q;
  reg  [16:0] bias_f_q;
  reg  [6:0] wins_f_q;
  reg  [22:0] infer_g_q;
  reg  [22:0] learn_g_q;
  reg  [16:0] bias_g_q;
  reg  [6:0] wins_g_q;

  assign bias = field_i[16:0];
  assign likelihood_o = {{2{likelihood_e_q[18]}}, likelihood_e_q};
  assign own = {{4{likelihood_f_q[18]}}, likelihood_f_q};
  assign others = {{2{soma_i[20]}}, soma_i} - own;
  assign infer = (own << 3) + others;
  assign crowded = others - ({16'd0, wins_f_q} << 8);
  assign infer_o = infer_g_q;
  assign learn_o = learn_g_q;
  assign bias_o = bias_g_q;
  assign wins_o = wins_g_q;

  always @(posedge clk_i) begin
    likelihood_e_q <= ({{5{drive_i[13]}}, drive_i} << 4) - {2'd0, bias};
    bias_e_q <= bias;
    wins_e_q <= field_i[23:17];
    likelihood_f_q <= likelihood_e_q;
    bias_f_q <= bias_e_q;
    wins_f_q <= wins_e_q;
    infer_g_q <= infer;
    learn_g_q <= infer + (crowded << 1);
    bias_g_q <= bias_f_q;
    if (!rst_ni) begin
      wins_g_q <= 7'd0;
    end else begin
      wins_g_q <= wins_f_q;
    end
  end
endmodule

`default_nettype wire
