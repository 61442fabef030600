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

module tally (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [4:0] more_i,
  input  wire [0:0] take_i,
  output wire [4:0] waiting_o
);
  reg  [4:0] left;
  wire [5:0] sum;
  wire unused;
  reg  [4:0] waiting_q;

  assign sum = ({1'b0, more_i} << 1) - (({1'b0, ~left} << 1) | 6'd1);
  assign unused = sum[0];
  assign waiting_o = waiting_q;

  always @* begin
    left = waiting_q;
    if (take_i) begin
      left = 5'd0;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      waiting_q <= 5'd0;
    end else begin
      waiting_q <= sum[5:1];
    end
  end
endmodule

`default_nettype wire
