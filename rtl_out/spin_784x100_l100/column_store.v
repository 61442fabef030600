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

module column_store (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire capture_i,
  input  wire [0:0] pass_i,
  input  wire [399:0] counts_i,
  input  wire [99:0] in_window_i,
  output wire [399:0] counts_o,
  output wire [99:0] in_window_o
);
  wire [499:0] captured;
  wire [499:0] shown;
  wire unused;
  reg  [499:0] held_d;
  reg  [499:0] held_q;

  assign captured = {in_window_i, counts_i};
  assign shown = held_q;
  assign unused = ^pass_i ^ ^held_q;
  assign counts_o = shown[399:0];
  assign in_window_o = shown[499:400];

  always @* begin
    held_d = held_q;
    if (capture_i) begin
      held_d = captured;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      held_q <= 500'd0;
    end else begin
      held_q <= held_d;
    end
  end
endmodule

`default_nettype wire
