// Generated: do not edit.
// spinloom 0.1.0, spec 1916890c83eace2a
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
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module column_pulses (
  input  wire clk_i,
  input  wire [4:0] rule_i,
  input  wire [3:0] code_i,
  input  wire table_we_i,
  input  wire [5:0] table_addr_i,
  input  wire table_host_i,
  input  wire [15:0] table_data_i,
  output wire [1:0] ltp_o,
  output wire [1:0] ltd_o,
  output wire [31:0] switching_o,
  output wire [15:0] table_data_o
);
  localparam [1:0] ORDERS = 2'd1;
  wire [1:0] ltp;
  wire [1:0] ltd;
  wire [31:0] threshold;
  wire [31:0] thresholds;
  wire [1:0] stdp_pulse;
  wire [1:0] stdp_ltp;
  wire [31:0] table_threshold;

  genvar k;
  generate
    for (k = 0; k < 2; k = k + 1) begin : gen_stdp
      stdp u_stdp (
        .rule_i(rule_i),
        .causal_i(ORDERS[k]),
        .pulse_o(stdp_pulse[k]),
        .ltp_o(stdp_ltp[k])
      );
    end
  endgenerate
  generate
    for (k = 0; k < 2; k = k + 1) begin : gen_table
      switching_table u_table (
        .clk_i(clk_i),
        .we_i(table_we_i),
        .host_i(table_host_i),
        .addr_i(table_addr_i),
        .data_i(table_data_i),
        .code_i(code_i),
        .ltp_i(stdp_ltp[k]),
        .selector_i(rule_i[2]),
        .threshold_o(table_threshold[k*16 +: 16])
      );
    end
  endgenerate
  generate
    for (k = 0; k < 2; k = k + 1) begin : gen_ltp
      assign ltp[k] = stdp_pulse[k] && stdp_ltp[k];
      assign ltd[k] = stdp_pulse[k] && ~stdp_ltp[k];
      assign threshold[k*16 +: 16] = table_threshold[k*16 +: 16];
    end
  endgenerate

  assign ltp_o = ltp;
  assign ltd_o = ltd;
  assign thresholds = threshold;
  assign switching_o = thresholds;
  assign table_data_o = thresholds[15:0];
endmodule

`default_nettype wire
