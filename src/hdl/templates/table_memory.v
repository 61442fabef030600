`default_nettype none

// At most 64 words, asynchronous read; word 0 of INIT is lowest.
module table_memory #(
  parameter WIDTH = 8,
  parameter DEPTH = 16,
  parameter ADDRESS = 4,
  parameter [WIDTH*DEPTH-1:0] INIT = {(WIDTH*DEPTH){1'b0}}
) (
  input  wire clk_i,
  input  wire we_i,
  input  wire [ADDRESS-1:0] waddr_i,
  input  wire [WIDTH-1:0] wdata_i,
  input  wire [ADDRESS-1:0] raddr_i,
  output wire [WIDTH-1:0] rdata_o
);
  reg [WIDTH-1:0] mem [0:DEPTH-1];
  integer k;

  initial begin
    for (k = 0; k < DEPTH; k = k + 1) mem[k] = INIT[k*WIDTH +: WIDTH];
  end

  assign rdata_o = mem[raddr_i];

  always @(posedge clk_i) begin
    if (we_i) mem[waddr_i] <= wdata_i;
  end

endmodule

`default_nettype wire
