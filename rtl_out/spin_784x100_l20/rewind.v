// Generated: do not edit.
// spinloom 0.1.0, spec 8bf83b27c2ea7170
// spinloom generate --array 784x100 --lanes 20 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            20
// passes           5
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

module rewind (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [15:0] state_i,
  input  wire mark_i,
  input  wire rewind_i,
  input  wire [15:0] value_i,
  output reg  [15:0] value_o
);
  reg  [15:0] kept_d;
  reg  [15:0] kept_q;

  always @* begin
    kept_d = kept_q;
    if (mark_i) begin
      kept_d = state_i;
    end
  end

  always @* begin
    value_o = value_i;
    if (rewind_i) begin
      value_o = kept_q;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      kept_q <= 16'd0;
    end else begin
      kept_q <= kept_d;
    end
  end
endmodule

`default_nettype wire
