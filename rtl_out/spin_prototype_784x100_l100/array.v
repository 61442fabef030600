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

module array (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire first_i,
  input  wire acc_i,
  input  wire [3:0] part_i,
  input  wire [599:0] weights_i,
  input  wire capture_i,
  output wire [5599:0] drives_o
);
  wire [5599:0] drives;
  reg  [1:0] part;
  reg  [3:0] load;
  reg  [3:0] clear;
  wire [5599:0] lane_drives;

  genvar lane;
  generate
    for (lane = 0; lane < 100; lane = lane + 1) begin : gen_lane
      lane u_lane (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .first_i(first_i),
        .part_i(part),
        .load_i(load),
        .clear_i(clear),
        .weight_i(weights_i[lane*6 +: 6]),
        .capture_i(capture_i),
        .drives_o(lane_drives[lane*56 +: 56])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 100; lane = lane + 1) begin : gen_drives
      assign drives[lane*56 +: 56] = lane_drives[lane*56 +: 56];
    end
  endgenerate

  assign drives_o = drives;

  always @* begin : comb_part
    integer k;
    part = 2'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (part_i[k]) begin
        part = part | k[1:0];
      end
    end
  end

  always @* begin
    load = 4'd0;
    if (acc_i) begin
      load = part_i;
    end
  end

  always @* begin
    clear = 4'd0;
    if (first_i) begin
      clear = ~load;
    end
  end
endmodule

`default_nettype wire
