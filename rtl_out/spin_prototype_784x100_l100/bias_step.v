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

module bias_step (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [3:0] part_i,
  input  wire moves_i,
  input  wire ltp_i,
  input  wire recruit_i,
  input  wire active_i,
  input  wire [5:0] before_i,
  input  wire [5:0] after_i,
  output wire [3:0] moved_o,
  output wire [16:0] change_o
);
  localparam [16:0] SP_ACTIVE = 17'h00088;
  localparam [16:0] SP_SILENT = 17'd8;
  localparam [5:0] WEIGHT_OFFSET = 6'h1f;
  reg  [5:0] step;
  reg  [16:0] change;
  wire [4:0] dsp_table_rdata;
  reg  up_s5_q;
  reg  recruit_s5_q;
  reg  active_s5_q;
  reg  [3:0] part_s5_d;
  reg  [3:0] part_s5_q;
  reg  [5:0] step_s5_q;
  reg  [3:0] moved_s6_q;
  reg  [16:0] change_s6_q;

  table_memory #(.WIDTH(5), .DEPTH(64), .ADDRESS(6), .INIT({
      5'd0, 5'd0, 5'h10, 5'h10, 5'h10, 5'h10, 5'h10, 5'h10,
      5'h10, 5'h10, 5'h10, 5'h10, 5'h10, 5'h0f, 5'h10, 5'h10,
      5'h10, 5'h10, 5'h0f, 5'h10, 5'h0f, 5'h0f, 5'h0f, 5'h0f,
      5'h0e, 5'h0e, 5'h0d, 5'h0d, 5'h0c, 5'h0b, 5'h0b, 5'd9,
      5'd9, 5'd7, 5'd7, 5'd5, 5'd5, 5'd4, 5'd3, 5'd3,
      5'd2, 5'd2, 5'd1, 5'd1, 5'd1, 5'd1, 5'd0, 5'd1,
      5'd0, 5'd0, 5'd0, 5'd0, 5'd1, 5'd0, 5'd0, 5'd0,
      5'd0, 5'd0, 5'd0, 5'd0, 5'd0, 5'd0, 5'd0, 5'd0
    })) u_dsp_table (
    .clk_i(clk_i),
    .we_i(1'b0),
    .waddr_i(6'd0),
    .wdata_i(5'd0),
    .raddr_i(step_s5_q),
    .rdata_o(dsp_table_rdata)
  );

  assign moved_o = moved_s6_q;
  assign change_o = change_s6_q;

  always @* begin
    step = after_i + WEIGHT_OFFSET;
    if (ltp_i) begin
      step = before_i + WEIGHT_OFFSET;
    end
  end

  always @* begin
    part_s5_d = 4'd0;
    if (moves_i || recruit_i) begin
      part_s5_d = part_i;
    end
  end

  always @* begin
    change = {12'd0, dsp_table_rdata};
    if (~up_s5_q) begin
      change = 17'd0 - {12'd0, dsp_table_rdata};
    end
    if (recruit_s5_q) begin
      change = SP_SILENT;
      if (active_s5_q) begin
        change = SP_ACTIVE;
      end
    end
  end

  always @(posedge clk_i) begin
    step_s5_q <= step;
    change_s6_q <= change;
    if (!rst_ni) begin
      up_s5_q <= 1'b0;
      recruit_s5_q <= 1'b0;
      active_s5_q <= 1'b0;
      part_s5_q <= 4'd0;
      moved_s6_q <= 4'd0;
    end else begin
      up_s5_q <= ltp_i;
      recruit_s5_q <= recruit_i;
      active_s5_q <= active_i;
      part_s5_q <= part_s5_d;
      moved_s6_q <= part_s5_q;
    end
  end
endmodule

`default_nettype wire
