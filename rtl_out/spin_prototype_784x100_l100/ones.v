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

module ones (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [99:0] flags_i,
  output wire [6:0] count_o
);
  wire [107:0] flags;
  wire [62:0] part;
  reg  [6:0] count;
  wire [62:0] group_count;

  genvar lane;
  generate
    for (lane = 0; lane < 9; lane = lane + 1) begin : gen_group
      ones_group u_group (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .flags_i(flags[lane*12 +: 12]),
        .count_o(group_count[lane*7 +: 7])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 9; lane = lane + 1) begin : gen_part
      assign part[lane*7 +: 7] = group_count[lane*7 +: 7];
    end
  endgenerate

  assign flags = {8'd0, flags_i};
  assign count_o = count;

  always @* begin : comb_count
    integer m;
    count = 7'd0;
    for (m = 0; m < 9; m = m + 1) begin
      count = count + part[m*7 +: 7];
    end
  end
endmodule

`default_nettype wire
