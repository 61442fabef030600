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

module class_sum (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire [3:0] count_i,
  input  wire [7:0] weight_i,
  input  wire acc_i,
  output wire [20:0] sum_o
);
  reg  [9:0] twice;
  wire [10:0] thrice_sum;
  reg  [10:0] rest;
  wire [11:0] product_sum;
  wire [20:0] addend;
  wire [21:0] next_sum;
  wire unused;
  reg  [7:0] once_d;
  reg  [7:0] once_q;
  reg  [7:0] weight_b_q;
  reg  [9:0] thrice_q;
  reg  [7:0] weight_c_q;
  reg  [10:0] product_q;
  reg  [20:0] sum_d;
  reg  [20:0] sum_q;

  assign thrice_sum = ({{3{once_q[7]}}, once_q} << 1) - (({1'b0, ~twice} << 1) | 11'd1);
  assign product_sum = ({{2{thrice_q[9]}}, thrice_q} << 1) - (({1'b0, ~rest} << 1) | 12'd1);
  assign addend = {{10{product_q[10]}}, product_q};
  assign next_sum = ({1'b0, sum_q} << 1) - (({1'b0, ~addend} << 1) | 22'd1);
  assign unused = thrice_sum[0] ^ product_sum[0] ^ next_sum[0];
  assign sum_o = sum_q;

  always @* begin
    sum_d = sum_q;
    if (acc_i) begin
      sum_d = next_sum[21:1];
    end
    if (clear_i) begin
      sum_d = 21'd0;
    end
  end

  always @* begin
    once_d = 8'd0;
    if (count_i[0]) begin
      once_d = weight_i;
    end
  end

  always @* begin
    twice = 10'd0;
    if (count_i[1]) begin
      twice = {{2{weight_b_q[7]}}, weight_b_q} << 1;
    end
  end

  always @* begin
    rest = 11'd0;
    if (count_i[2]) begin
      rest = {{3{weight_c_q[7]}}, weight_c_q} << 2;
    end
    if (count_i[3]) begin
      rest = {{3{weight_c_q[7]}}, weight_c_q} << 3;
    end
  end

  always @(posedge clk_i) begin
    once_q <= once_d;
    weight_b_q <= weight_i;
    thrice_q <= thrice_sum[10:1];
    weight_c_q <= weight_b_q;
    product_q <= product_sum[11:1];
    if (!rst_ni) begin
      sum_q <= 21'd0;
    end else begin
      sum_q <= sum_d;
    end
  end
endmodule

`default_nettype wire
