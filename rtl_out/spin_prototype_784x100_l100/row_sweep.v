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

module row_sweep (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire sweep_i,
  input  wire [9:0] row_i,
  input  wire replay_valid_i,
  input  wire [9:0] replay_row_i,
  output wire replay_next_o,
  input  wire [3:0] part_i,
  input  wire [59:0] places_i,
  output wire teach_o,
  output wire [9:0] row_o,
  output wire [0:0] pass_o,
  output wire active_o
);
  reg  [14:0] place;
  wire active;
  reg  valid_p1_q;
  reg  active_p1_q;
  reg  [9:0] row_p1_q;
  reg  valid_s0_q;
  reg  active_s0_q;
  reg  [9:0] row_s0_q;

  assign active = replay_valid_i && (replay_row_i == row_i);
  assign replay_next_o = sweep_i && active;
  assign teach_o = valid_s0_q;
  assign row_o = row_s0_q;
  assign pass_o = place[7];
  assign active_o = active_s0_q;

  always @* begin : comb_place
    integer k;
    place = 15'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (part_i[k]) begin
        place = place | places_i[k*15 +: 15];
      end
    end
  end

  always @(posedge clk_i) begin
    row_p1_q <= row_i;
    row_s0_q <= row_p1_q;
    if (!rst_ni) begin
      valid_p1_q <= 1'b0;
      active_p1_q <= 1'b0;
      valid_s0_q <= 1'b0;
      active_s0_q <= 1'b0;
    end else begin
      valid_p1_q <= sweep_i;
      active_p1_q <= active;
      valid_s0_q <= valid_p1_q;
      active_s0_q <= active_p1_q;
    end
  end
endmodule

`default_nettype wire
