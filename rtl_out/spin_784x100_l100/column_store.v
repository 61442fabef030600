// Generated: do not edit.
// spinloom 0.1.0, spec c79b0d9dddb8c446
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
  input  wire recall_i,
  output wire [399:0] counts_o,
  output wire [99:0] in_window_o
);
  wire [499:0] captured;
  wire [499:0] recalled;
  wire [0:0] unused;
  reg  [399:0] counts_d;
  reg  [399:0] counts_q;
  reg  [99:0] in_window_d;
  reg  [99:0] in_window_q;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_unused
      assign unused[m] = ^pass_i ^ ^captured;
    end
  endgenerate

  assign recalled = 500'd0;
  assign captured = {in_window_i, counts_i};
  assign counts_o = counts_q;
  assign in_window_o = in_window_q;

  always @* begin
    counts_d = counts_q;
    in_window_d = in_window_q;
    if (recall_i) begin
      counts_d = recalled[399:0];
      in_window_d = recalled[499:400];
    end
    if (capture_i) begin
      counts_d = counts_i;
      in_window_d = in_window_i;
    end
  end

  always @(posedge clk_i) begin
    counts_q <= counts_d;
    if (!rst_ni) begin
      in_window_q <= 100'd0;
    end else begin
      in_window_q <= in_window_d;
    end
  end
endmodule

`default_nettype wire
