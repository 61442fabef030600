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

module tally (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [4:0] more_i,
  input  wire [0:0] take_i,
  output wire [4:0] waiting_o
);
  reg  [4:0] left;
  wire [5:0] sum;
  wire unused;
  reg  [4:0] waiting_q;

  assign sum = ({1'b0, more_i} << 1) - (({1'b0, ~left} << 1) | 6'd1);
  assign unused = sum[0];
  assign waiting_o = waiting_q;

  always @* begin
    left = waiting_q;
    if (take_i) begin
      left = 5'd0;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      waiting_q <= 5'd0;
    end else begin
      waiting_q <= sum[5:1];
    end
  end
endmodule

`default_nettype wire
