// Generated: do not edit.
// spinloom 0.1.0, spec 0195629a043e089e
// spinloom generate --array 784x100 --lanes 100 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          7
// event_bits       10
// word_bits        16
// amplitude_codes  16
// w2_bits          8
// membrane_bits    20
// drive_bits       17
// sum_bits         21
// count_bits       4
// threshold        1024
// margin           2048
// window           1200
// dead_zone        8
// code_hidden      10
// code_readout     8
// breakpoints      16 32 64 128
// types            causal
// rules            12 1a 1a 12
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
