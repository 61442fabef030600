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

module result (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire result_i,
  input  wire [3:0] class_i,
  input  wire learn_i,
  output wire free_o,
  output wire res_valid_o,
  input  wire res_ready_i,
  output wire [3:0] res_class_o,
  output wire res_learn_o
);
  reg  valid_d;
  reg  valid_q;
  reg  [3:0] class_d;
  reg  [3:0] class_q;
  reg  learn_d;
  reg  learn_q;

  assign free_o = ~valid_q || res_ready_i;
  assign res_valid_o = valid_q;
  assign res_class_o = class_q;
  assign res_learn_o = learn_q;

  always @* begin
    valid_d = valid_q;
    if (res_ready_i) begin
      valid_d = 1'b0;
    end
    class_d = class_q;
    learn_d = learn_q;
    if (result_i) begin
      valid_d = 1'b1;
      class_d = class_i;
      learn_d = learn_i;
    end
  end

  always @(posedge clk_i) begin
    class_q <= class_d;
    if (!rst_ni) begin
      valid_q <= 1'b0;
      learn_q <= 1'b0;
    end else begin
      valid_q <= valid_d;
      learn_q <= learn_d;
    end
  end
endmodule

`default_nettype wire
