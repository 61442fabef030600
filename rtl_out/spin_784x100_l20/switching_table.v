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

module switching_table (
  input  wire clk_i,
  input  wire we_i,
  input  wire host_i,
  input  wire [5:0] addr_i,
  input  wire [15:0] data_i,
  input  wire [3:0] code_i,
  input  wire ltp_i,
  input  wire [0:0] selector_i,
  output wire [15:0] threshold_o
);
  reg  [5:0] address;
  wire [15:0] table_rdata;

  table_memory #(.WIDTH(16), .DEPTH(64), .ADDRESS(6), .INIT({
      16'hffdc, 16'hff9e, 16'hfef5, 16'hfd30, 16'hf87f, 16'hec95, 16'hd14d, 16'h9f59,
      16'h60a7, 16'h2eb3, 16'h136b, 16'h0781, 16'h02d0, 16'h010b, 16'h0062, 16'h0024,
      16'hffdc, 16'hff9e, 16'hfef5, 16'hfd30, 16'hf87f, 16'hec95, 16'hd14d, 16'h9f59,
      16'h60a7, 16'h2eb3, 16'h136b, 16'h0781, 16'h02d0, 16'h010b, 16'h0062, 16'h0024,
      16'hffdc, 16'hff9e, 16'hfef5, 16'hfd30, 16'hf87f, 16'hec95, 16'hd14d, 16'h9f59,
      16'h60a7, 16'h2eb3, 16'h136b, 16'h0781, 16'h02d0, 16'h010b, 16'h0062, 16'h0024,
      16'hffdc, 16'hff9e, 16'hfef5, 16'hfd30, 16'hf87f, 16'hec95, 16'hd14d, 16'h9f59,
      16'h60a7, 16'h2eb3, 16'h136b, 16'h0781, 16'h02d0, 16'h010b, 16'h0062, 16'h0024
    })) u_table (
    .clk_i(clk_i),
    .we_i(we_i),
    .waddr_i(address),
    .wdata_i(data_i),
    .raddr_i(address),
    .rdata_o(table_rdata)
  );

  assign threshold_o = table_rdata;

  always @* begin
    address = {2'd0, code_i};
    if (~ltp_i) begin
      address = address | 6'h10;
    end
    if (selector_i) begin
      address = address | 6'h20;
    end
    if (host_i) begin
      address = addr_i;
    end
  end
endmodule

`default_nettype wire
