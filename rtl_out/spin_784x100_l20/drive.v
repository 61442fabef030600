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

module drive (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire [6:0] weight_i,
  input  wire [15:0] operand_i,
  input  wire sign_i,
  input  wire not_positive_i,
  input  wire test_i,
  input  wire clear_i,
  input  wire [0:0] silent_i,
  output wire [16:0] drive_o,
  output wire [17:0] sum_o,
  output wire in_window_o,
  output wire positive_o,
  output wire negative_o
);
  wire [17:0] weight;
  reg  [18:0] less;
  wire [18:0] sum;
  wire unused;
  reg  [16:0] drive_d;
  reg  [16:0] drive_q;
  reg  below_d;
  reg  below_q;
  reg  not_positive_d;
  reg  not_positive_q;
  reg  negative_d;
  reg  negative_q;

  assign weight = {{11{weight_i[6]}}, weight_i};
  assign sum = ({{2{drive_q[16]}}, drive_q} << 1) - less;
  assign unused = sum[0];
  assign drive_o = drive_q;
  assign sum_o = sum[18:1];
  assign in_window_o = below_q && ~not_positive_q;
  assign positive_o = ~not_positive_q;
  assign negative_o = negative_q;

  always @* begin
    drive_d = drive_q;
    if (acc_i) begin
      drive_d = sum[17:1];
    end
    if (clear_i || ~rst_ni) begin
      drive_d = 17'd0;
    end
  end

  always @* begin
    below_d = below_q;
    if (test_i) begin
      below_d = sum[18] && ~silent_i;
    end
  end

  always @* begin
    not_positive_d = not_positive_q;
    negative_d = negative_q;
    if (sign_i) begin
      negative_d = drive_q[16];
      not_positive_d = not_positive_i;
    end
  end

  always @* begin
    less = {3'd0, operand_i} << 1;
    if (acc_i) begin
      less = ({1'b0, ~weight} << 1) | 19'd1;
    end
  end

  always @(posedge clk_i) begin
    drive_q <= drive_d;
    if (!rst_ni) begin
      below_q <= 1'b0;
      not_positive_q <= 1'b0;
      negative_q <= 1'b0;
    end else begin
      below_q <= below_d;
      not_positive_q <= not_positive_d;
      negative_q <= negative_d;
    end
  end
endmodule

`default_nettype wire
