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

module row_part (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [9:0] row_i,
  output wire [3:0] part_o
);
  localparam [9:0] RUN_ROWS = 10'h030;
  reg  [4:0] run;
  wire [3:0] part_table_rdata;
  reg  [9:0] row_q;
  reg  [3:0] part_q;

  table_memory #(.WIDTH(4), .DEPTH(17), .ADDRESS(5), .INIT({
      4'd0, 4'd8, 4'd4, 4'd8, 4'd4, 4'd8, 4'd4, 4'd8,
      4'd4, 4'd2, 4'd1, 4'd2, 4'd1, 4'd2, 4'd1, 4'd2,
      4'd1
    })) u_part_table (
    .clk_i(clk_i),
    .we_i(1'b0),
    .waddr_i(5'd0),
    .wdata_i(4'd0),
    .raddr_i(run),
    .rdata_o(part_table_rdata)
  );

  assign part_o = part_q;

  always @* begin : comb_run
    integer k;
    run = 5'd0;
    for (k = 0; k < 16; k = k + 1) begin
      if (row_q >= (RUN_ROWS + (k[9:0] * RUN_ROWS))) begin
        run = run + 5'd1;
      end
    end
  end

  always @(posedge clk_i) begin
    row_q <= row_i;
    if (!rst_ni) begin
      part_q <= 4'd0;
    end else begin
      part_q <= part_table_rdata;
    end
  end
endmodule

`default_nettype wire
