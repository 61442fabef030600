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

module result (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire result_i,
  input  wire [3:0] class_i,
  input  wire learn_i,
  output wire free_o,
  output wire res_valid_o,
  input  wire res_ready_i,
  output wire [3:0] res_class_o,
  output wire res_learn_o
);
  reg  valid_d;
  reg  valid_q;
  reg  [3:0] class_d;
  reg  [3:0] class_q;
  reg  learn_d;
  reg  learn_q;

  assign free_o = ~valid_q || res_ready_i;
  assign res_valid_o = valid_q;
  assign res_class_o = class_q;
  assign res_learn_o = learn_q;

  always @* begin
    valid_d = valid_q;
    if (res_ready_i) begin
      valid_d = 1'b0;
    end
    class_d = class_q;
    learn_d = learn_q;
    if (result_i) begin
      valid_d = 1'b1;
      class_d = class_i;
      learn_d = learn_i;
    end
  end

  always @(posedge clk_i) begin
    class_q <= class_d;
    if (!rst_ni) begin
      valid_q <= 1'b0;
      learn_q <= 1'b0;
    end else begin
      valid_q <= valid_d;
      learn_q <= learn_d;
    end
  end
endmodule

`default_nettype wire
