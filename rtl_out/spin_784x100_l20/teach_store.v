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

module teach_store (
  input  wire clk_i,
  input  wire we_i,
  input  wire [6:0] column_i,
  input  wire [3:0] class_i,
  input  wire [6:0] read_column_i,
  output wire positive_o,
  output wire [2:0] offset_o,
  output wire learns_o
);
  localparam [2:0] NONE = 3'd4;
  wire [3:0] word;
  wire [3:0] class_memory_rdata;

  pass_memory #(.WIDTH(4), .DEPTH(100), .ADDRESS(7)) u_class_memory (
    .clk_i(clk_i),
    .we_i(we_i),
    .waddr_i(column_i),
    .wdata_i(class_i),
    .raddr_i(read_column_i),
    .rdata_o(class_memory_rdata)
  );

  assign word = class_memory_rdata;
  assign positive_o = word[3];
  assign offset_o = word[2:0];
  assign learns_o = word[2:0] != NONE;
endmodule

`default_nettype wire
