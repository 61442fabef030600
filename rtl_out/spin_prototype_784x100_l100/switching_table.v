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
