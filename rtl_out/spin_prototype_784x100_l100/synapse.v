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

module synapse (
  input  wire [5:0] weight_i,
  input  wire switched_i,
  input  wire ltp_i,
  output reg  [5:0] weight_o,
  output wire saturated_o
);
  localparam [5:0] MOST = 6'h1f;
  localparam [5:0] LEAST = 6'h21;
  reg  [5:0] limit;

  assign saturated_o = switched_i && (weight_i == limit);

  always @* begin
    limit = LEAST;
    if (ltp_i) begin
      limit = MOST;
    end
  end

  always @* begin
    weight_o = weight_i;
    if (switched_i && (weight_i != limit)) begin
      if (ltp_i) begin
        weight_o = weight_i + 6'd1;
      end else begin
        weight_o = weight_i - 6'd1;
      end
    end
  end
endmodule

`default_nettype wire
