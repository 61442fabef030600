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

// One write port, one registered read port. Reading and writing one address in one cycle is
// undefined in hardware: no word is used that was read while it was written.
module pass_memory #(
  parameter WIDTH = 8,
  parameter DEPTH = 16,
  parameter ADDRESS = 4,
  parameter INIT = ""
) (
  input  wire clk_i,
  input  wire we_i,
  input  wire [ADDRESS-1:0] waddr_i,
  input  wire [WIDTH-1:0] wdata_i,
  input  wire [ADDRESS-1:0] raddr_i,
  output wire [WIDTH-1:0] rdata_o
);
  (* no_rw_check, ram_style = "distributed" *) reg [WIDTH-1:0] mem [0:DEPTH-1];
  reg [WIDTH-1:0] rdata_q;

  initial begin
    if (INIT != "") $readmemh(INIT, mem);
  end

  assign rdata_o = rdata_q;

  always @(posedge clk_i) begin
    if (we_i) mem[waddr_i] <= wdata_i;
    rdata_q <= mem[raddr_i];
  end

endmodule

`default_nettype wire
