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

module issue (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire acc_first_i,
  input  wire settle_i,
  input  wire step_i,
  input  wire step_first_i,
  input  wire launch_i,
  input  wire [9:0] row_i,
  input  wire [2:0] pass_i,
  input  wire teach_i,
  input  wire teach_first_i,
  input  wire [9:0] teach_row_i,
  input  wire [2:0] teach_pass_i,
  input  wire host_i,
  input  wire host_write_i,
  input  wire [9:0] host_row_i,
  input  wire [2:0] host_pass_i,
  output wire [11:0] read_address_o,
  output wire [2:0] pass_s2_o,
  output wire teach_s1_o,
  output wire teach_first_s1_o,
  output wire settle_s2_o,
  output wire step_first_s2_o,
  output wire teach_s2_o,
  output wire settle_s3_o,
  output wire step_s3_o,
  output wire step_first_s3_o,
  output wire teach_s3_o,
  output wire launch_s3_o,
  output wire write_s4_o,
  output wire teach_s4_o,
  output reg  acc_o,
  output reg  acc_first_o,
  output reg  host_o,
  output reg  [11:0] address_o,
  output reg  capture_o
);
  localparam [0:0] HELD = 1'b1;
  localparam [2:0] PASSES = 3'd5;
  reg  [9:0] row;
  reg  [2:0] pass;
  wire [11:0] row_wide;
  reg  [11:0] address;
  reg  [11:0] address_s1_q;
  reg  [2:0] pass_s1_q;
  reg  acc_s1_q;
  reg  acc_first_s1_q;
  reg  settle_s1_q;
  reg  step_s1_q;
  reg  step_first_s1_q;
  reg  launch_s1_q;
  reg  teach_s1_q;
  reg  teach_first_s1_q;
  reg  host_s1_q;
  reg  [11:0] address_s2_q;
  reg  [2:0] pass_s2_q;
  reg  acc_s2_q;
  reg  acc_first_s2_q;
  reg  settle_s2_q;
  reg  step_s2_q;
  reg  step_first_s2_q;
  reg  launch_s2_q;
  reg  teach_s2_q;
  reg  host_s2_q;
  reg  [11:0] address_s3_q;
  reg  acc_s3_q;
  reg  acc_first_s3_q;
  reg  settle_s3_q;
  reg  step_s3_q;
  reg  step_first_s3_q;
  reg  launch_s3_q;
  reg  teach_s3_q;
  reg  host_s3_q;
  reg  [11:0] address_s4_q;
  reg  launch_s4_q;
  reg  write_s4_q;
  reg  teach_s4_q;

  assign row_wide = {2'd0, row};
  assign read_address_o = address_s1_q;
  assign teach_s1_o = teach_s1_q;
  assign teach_first_s1_o = teach_first_s1_q;
  assign pass_s2_o = pass_s2_q;
  assign settle_s2_o = settle_s2_q;
  assign step_first_s2_o = step_first_s2_q;
  assign teach_s2_o = teach_s2_q;
  assign settle_s3_o = settle_s3_q;
  assign step_s3_o = step_s3_q;
  assign step_first_s3_o = step_first_s3_q;
  assign teach_s3_o = teach_s3_q;
  assign launch_s3_o = launch_s3_q;
  assign write_s4_o = write_s4_q;
  assign teach_s4_o = teach_s4_q;

  always @* begin
    row = row_i;
    pass = pass_i;
    if (teach_i) begin
      row = teach_row_i;
      pass = teach_pass_i;
    end
    if (host_i) begin
      row = host_row_i;
      pass = host_pass_i;
    end
  end

  always @* begin : comb_address
    integer k;
    address = {9'd0, pass};
    for (k = 0; k < 3; k = k + 1) begin
      if (PASSES[k]) begin
        address = address + (row_wide << k);
      end
    end
  end

  always @* begin
    acc_o = acc_s2_q;
    acc_first_o = acc_first_s2_q;
    host_o = host_s2_q;
    address_o = address_s3_q;
    capture_o = launch_s3_q;
    if (HELD) begin
      acc_o = acc_s3_q;
      acc_first_o = acc_first_s3_q;
      host_o = host_s3_q;
      address_o = address_s4_q;
      capture_o = launch_s4_q;
    end
  end

  always @(posedge clk_i) begin
    address_s1_q <= address;
    pass_s1_q <= pass;
    address_s2_q <= address_s1_q;
    pass_s2_q <= pass_s1_q;
    address_s3_q <= address_s2_q;
    address_s4_q <= address_s3_q;
    if (!rst_ni) begin
      acc_s1_q <= 1'b0;
      acc_first_s1_q <= 1'b0;
      settle_s1_q <= 1'b0;
      step_s1_q <= 1'b0;
      step_first_s1_q <= 1'b0;
      launch_s1_q <= 1'b0;
      teach_s1_q <= 1'b0;
      teach_first_s1_q <= 1'b0;
      host_s1_q <= 1'b0;
      acc_s2_q <= 1'b0;
      acc_first_s2_q <= 1'b0;
      settle_s2_q <= 1'b0;
      step_s2_q <= 1'b0;
      step_first_s2_q <= 1'b0;
      launch_s2_q <= 1'b0;
      teach_s2_q <= 1'b0;
      host_s2_q <= 1'b0;
      acc_s3_q <= 1'b0;
      acc_first_s3_q <= 1'b0;
      settle_s3_q <= 1'b0;
      step_s3_q <= 1'b0;
      step_first_s3_q <= 1'b0;
      launch_s3_q <= 1'b0;
      teach_s3_q <= 1'b0;
      host_s3_q <= 1'b0;
      launch_s4_q <= 1'b0;
      write_s4_q <= 1'b0;
      teach_s4_q <= 1'b0;
    end else begin
      acc_s1_q <= acc_i;
      acc_first_s1_q <= acc_first_i;
      settle_s1_q <= settle_i;
      step_s1_q <= step_i;
      step_first_s1_q <= step_first_i;
      launch_s1_q <= launch_i;
      teach_s1_q <= teach_i;
      teach_first_s1_q <= teach_first_i;
      host_s1_q <= host_i;
      acc_s2_q <= acc_s1_q;
      acc_first_s2_q <= acc_first_s1_q;
      settle_s2_q <= settle_s1_q;
      step_s2_q <= step_s1_q;
      step_first_s2_q <= step_first_s1_q;
      launch_s2_q <= launch_s1_q;
      teach_s2_q <= teach_s1_q;
      host_s2_q <= host_s1_q && host_write_i;
      acc_s3_q <= acc_s2_q;
      acc_first_s3_q <= acc_first_s2_q;
      settle_s3_q <= settle_s2_q;
      step_s3_q <= step_s2_q;
      step_first_s3_q <= step_first_s2_q;
      launch_s3_q <= launch_s2_q;
      teach_s3_q <= teach_s2_q;
      host_s3_q <= host_s2_q;
      launch_s4_q <= launch_s3_q;
      write_s4_q <= teach_s3_q || host_s3_q;
      teach_s4_q <= teach_s3_q;
    end
  end
endmodule

`default_nettype wire
