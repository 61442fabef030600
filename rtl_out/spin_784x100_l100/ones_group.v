// Generated: do not edit.
// spinloom 0.1.0, spec 0195629a043e089e
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
// types            causal
// rules            12 1a 1a 12
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module ones_group (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [11:0] flags_i,
  output wire [6:0] count_o
);
  reg  [83:0] flag;
  reg  [6:0] sum;
  reg  [6:0] count_q;

  assign count_o = count_q;

  always @* begin : comb_flag
    integer k;
    for (k = 0; k < 12; k = k + 1) begin
      flag[k*7 +: 7] = 7'd0;
      if (flags_i[k]) begin
        flag[k*7 +: 7] = 7'd1;
      end
    end
  end

  always @* begin : comb_sum
    integer m;
    sum = 7'd0;
    for (m = 0; m < 12; m = m + 1) begin
      sum = sum + flag[m*7 +: 7];
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      count_q <= 7'd0;
    end else begin
      count_q <= sum;
    end
  end
endmodule

`default_nettype wire
