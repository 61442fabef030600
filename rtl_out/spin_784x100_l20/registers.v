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

module registers (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire write_i,
  input  wire rule_write_i,
  input  wire [3:0] index_i,
  input  wire [31:0] data_i,
  input  wire [15:0] lfsr_i,
  input  wire [31:0] mask_i,
  input  wire error_row_i,
  input  wire error_step_i,
  input  wire error_label_i,
  input  wire error_host_i,
  output wire [31:0] value_o,
  output wire [7:0] rule_o,
  output wire lfsr_load_o,
  output wire [7:0] codes_o,
  output wire [15:0] threshold_o,
  output wire [15:0] window_o,
  output wire [15:0] margin_o,
  output wire [7:0] dead_zone_o,
  output wire [31:0] breakpoints_o,
  output wire [31:0] rules_o
);
  localparam [31:0] VERSION = 32'h53504c01;
  localparam [31:0] ARRAY = 32'h03100064;
  localparam [31:0] LANES_PASSES = 32'h00140005;
  localparam [7:0] RULE_MASK = 8'hfe;
  wire [31:0] rules_now;
  reg  [31:0] next_rule;
  reg  [7:0] rule;
  reg  [31:0] value;
  wire lfsr_write;
  wire threshold_zero;
  wire [15:0] word;
  reg  [7:0] codes_d;
  reg  [7:0] codes_q;
  reg  [15:0] threshold_d;
  reg  [15:0] threshold_q;
  reg  [15:0] window_d;
  reg  [15:0] window_q;
  reg  [15:0] margin_d;
  reg  [15:0] margin_q;
  reg  [7:0] dead_zone_d;
  reg  [7:0] dead_zone_q;
  reg  [31:0] breakpoints_d;
  reg  [31:0] breakpoints_q;
  reg  [31:0] rules_q;
  reg  [4:0] errors_d;
  reg  [4:0] errors_q;
  reg  lfsr_load_q;

  assign word = data_i[15:0];
  assign lfsr_write = write_i && (index_i == 4'd9);
  assign lfsr_load_o = lfsr_load_q;
  assign rules_now = rules_q;
  assign threshold_zero = write_i && (index_i == 4'd4) && ~|word;
  assign value_o = value;
  assign rule_o = rule;
  assign codes_o = codes_q;
  assign threshold_o = threshold_q;
  assign window_o = window_q;
  assign margin_o = margin_q;
  assign dead_zone_o = dead_zone_q;
  assign breakpoints_o = breakpoints_q;
  assign rules_o = rules_q;

  always @* begin
    codes_d = codes_q;
    threshold_d = threshold_q;
    window_d = window_q;
    margin_d = margin_q;
    dead_zone_d = dead_zone_q;
    breakpoints_d = breakpoints_q;
    if (write_i) begin
      if (index_i == 4'd3) begin
        codes_d = data_i[7:0];
      end else if ((index_i == 4'd4) && |word) begin
        threshold_d = word;
      end else if (index_i == 4'd5) begin
        window_d = word;
      end else if (index_i == 4'd6) begin
        margin_d = word;
      end else if (index_i == 4'd7) begin
        dead_zone_d = data_i[7:0];
      end else if (index_i == 4'd8) begin
        breakpoints_d = data_i;
      end
    end
  end

  always @* begin
    errors_d = errors_q;
    if (error_row_i) begin
      errors_d = errors_q | 5'd1;
    end
    if (error_step_i) begin
      errors_d = errors_q | 5'd2;
    end
    if (error_label_i) begin
      errors_d = errors_q | 5'd4;
    end
    if (lfsr_write && ~|word) begin
      errors_d = errors_q | 5'd8;
    end
    if (error_host_i || threshold_zero) begin
      errors_d = errors_q | 5'h10;
    end
  end

  always @* begin : comb_next_rule
    integer k;
    for (k = 0; k < 4; k = k + 1) begin
      next_rule[k*8 +: 8] = rules_now[k*8 +: 8];
      if (rule_write_i && (index_i == k[3:0])) begin
        next_rule[k*8 +: 8] = data_i[7:0] & RULE_MASK;
      end
    end
  end

  always @* begin
    if (index_i == 4'd0) begin
      value = VERSION;
    end else if (index_i == 4'd1) begin
      value = ARRAY;
    end else if (index_i == 4'd2) begin
      value = LANES_PASSES;
    end else if (index_i == 4'd3) begin
      value = {24'd0, codes_q};
    end else if (index_i == 4'd4) begin
      value = {16'd0, threshold_q};
    end else if (index_i == 4'd5) begin
      value = {16'd0, window_q};
    end else if (index_i == 4'd6) begin
      value = {16'd0, margin_q};
    end else if (index_i == 4'd7) begin
      value = {24'd0, dead_zone_q};
    end else if (index_i == 4'd8) begin
      value = breakpoints_q;
    end else if (index_i == 4'd9) begin
      value = {16'd0, lfsr_i};
    end else if (index_i == 4'hb) begin
      value = mask_i;
    end else begin
      value = {27'd0, errors_q};
    end
  end

  always @* begin : comb_rule
    integer k;
    rule = 8'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (index_i == k[3:0]) begin
        rule = rules_now[k*8 +: 8];
      end
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      codes_q <= 8'h8a;
      threshold_q <= 16'h0400;
      window_q <= 16'h04b0;
      margin_q <= 16'h0800;
      dead_zone_q <= 8'd8;
      breakpoints_q <= 32'h80402010;
      rules_q <= 32'h121a1a12;
      errors_q <= 5'd0;
      lfsr_load_q <= 1'b0;
    end else begin
      codes_q <= codes_d;
      threshold_q <= threshold_d;
      window_q <= window_d;
      margin_q <= margin_d;
      dead_zone_q <= dead_zone_d;
      breakpoints_q <= breakpoints_d;
      rules_q <= next_rule;
      errors_q <= errors_d;
      lfsr_load_q <= lfsr_write && |word;
    end
  end
endmodule

`default_nettype wire
