// Generated: do not edit.
// spinloom 0.1.0, spec c79b0d9dddb8c446
// spinloom generate --array 784x100 --lanes 100 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            100
// passes           1
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
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module class_sum (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire acc_i,
  input  wire [3:0] count_i,
  input  wire [7:0] weight_i,
  output wire [20:0] sum_o
);
  wire [11:0] weight;
  reg  [11:0] product;
  reg  [20:0] sum_d;
  reg  [20:0] sum_q;

  assign weight = {{4{weight_i[7]}}, weight_i};
  assign sum_o = sum_q;

  always @* begin
    sum_d = sum_q;
    if (acc_i) begin
      sum_d = sum_q + {{9{product[11]}}, product};
    end
    if (clear_i) begin
      sum_d = 21'd0;
    end
  end

  always @* begin
    product = 12'd0;
    if (count_i[0]) begin
      product = weight;
    end
    if (count_i[1]) begin
      product = product + (weight << 1);
    end
    if (count_i[2]) begin
      product = product + (weight << 2);
    end
    if (count_i[3]) begin
      product = product + (weight << 3);
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      sum_q <= 21'd0;
    end else begin
      sum_q <= sum_d;
    end
  end
endmodule

`default_nettype wire
