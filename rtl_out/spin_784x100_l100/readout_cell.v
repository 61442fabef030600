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

module readout_cell (
  input  wire pulse_i,
  input  wire ltp_i,
  input  wire [15:0] word_i,
  input  wire [15:0] threshold_i,
  input  wire [7:0] weight_i,
  output wire [7:0] weight_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire switched_o,
  output wire saturated_o
);
  wire mtj_pair_switched;
  wire [7:0] synapse_weight;
  wire synapse_saturated;

  mtj_pair u_mtj_pair (
    .pulse_i(pulse_i),
    .word_i(word_i),
    .threshold_i(threshold_i),
    .switched_o(mtj_pair_switched)
  );

  synapse_2 u_synapse (
    .weight_i(weight_i),
    .switched_i(mtj_pair_switched),
    .ltp_i(ltp_i),
    .weight_o(synapse_weight),
    .saturated_o(synapse_saturated)
  );

  assign ltp_o = pulse_i && ltp_i;
  assign ltd_o = pulse_i && ~ltp_i;
  assign weight_o = synapse_weight;
  assign switched_o = mtj_pair_switched;
  assign saturated_o = synapse_saturated;
endmodule

`default_nettype wire
