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

module draw (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire advance_i,
  input  wire load_i,
  input  wire [15:0] value_i,
  output wire [15:0] state_o
);
  localparam [15:0] TAPS = 16'hb400;
  reg  [15:0] jump;
  reg  [15:0] state_d;
  reg  [15:0] state_q;

  assign state_o = state_q;

  always @* begin
    state_d = state_q;
    if (load_i) begin
      state_d = value_i;
    end else if (advance_i) begin
      state_d = jump;
    end
  end

  always @* begin : comb_jump
    integer _step;
    jump = state_q;
    for (_step = 0; _step < 16; _step = _step + 1) begin
      if (jump[0]) begin
        jump = (jump >> 1) ^ TAPS;
      end else begin
        jump = jump >> 1;
      end
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      state_q <= 16'h8ca4;
    end else begin
      state_q <= state_d;
    end
  end
endmodule

`default_nettype wire
