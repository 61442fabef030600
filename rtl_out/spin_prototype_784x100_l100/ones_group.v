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

module ones_group (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [11:0] flags_i,
  output wire [6:0] count_o
);
  reg  [83:0] flag;
  reg  [6:0] sum;
  reg  [6:0] count_q;

  assign count_o = count_q;

  always @* begin : comb_flag
    integer k;
    for (k = 0; k < 12; k = k + 1) begin
      flag[k*7 +: 7] = 7'd0;
      if (flags_i[k]) begin
        flag[k*7 +: 7] = 7'd1;
      end
    end
  end

  always @* begin : comb_sum
    integer m;
    sum = 7'd0;
    for (m = 0; m < 12; m = m + 1) begin
      sum = sum + flag[m*7 +: 7];
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      count_q <= 7'd0;
    end else begin
      count_q <= sum;
    end
  end
endmodule

`default_nettype wire
