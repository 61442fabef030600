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

// One registered read port for whole words, one write port for single cells of a word. Reading and
// writing one address in one cycle is undefined in hardware: no word is used that was read while it
// was written.
module cell_memory #(
  parameter CELLS = 2,
  parameter WIDTH = 8,
  parameter DEPTH = 16,
  parameter ADDRESS = 4,
  parameter INIT = ""
) (
  input  wire clk_i,
  input  wire [CELLS-1:0] we_i,
  input  wire [ADDRESS-1:0] waddr_i,
  input  wire [WIDTH-1:0] wdata_i,
  input  wire [ADDRESS-1:0] raddr_i,
  output wire [CELLS*WIDTH-1:0] rdata_o
);
  // a single word fits no block
  (* no_rw_check, ram_style = DEPTH > 1 ? "block" : "logic" *)
  reg [CELLS*WIDTH-1:0] mem [0:DEPTH-1];
  reg [CELLS*WIDTH-1:0] rdata_q;
  integer k;

  initial begin
    if (INIT != "") $readmemh(INIT, mem);
  end

  assign rdata_o = rdata_q;

  always @(posedge clk_i) begin
    for (k = 0; k < CELLS; k = k + 1) begin
      if (we_i[k]) mem[waddr_i][k*WIDTH +: WIDTH] <= wdata_i;
    end
    rdata_q <= mem[raddr_i];
  end

endmodule

`default_nettype wire
