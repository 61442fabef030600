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

module readout_update (
  input  wire [3:0] label_i,
  input  wire [3:0] rival_i,
  input  wire [79:0] word_i,
  input  wire label_pulse_i,
  input  wire label_ltp_i,
  input  wire [15:0] label_random_i,
  input  wire [15:0] label_threshold_i,
  input  wire [7:0] label_weight_i,
  input  wire rival_pulse_i,
  input  wire rival_ltp_i,
  input  wire [15:0] rival_random_i,
  input  wire [15:0] rival_threshold_i,
  input  wire [7:0] rival_weight_i,
  input  wire host_i,
  input  wire [3:0] host_class_i,
  input  wire [7:0] host_weight_i,
  output wire [79:0] word_o,
  output wire [1:0] ltp_o,
  output wire [1:0] ltd_o,
  output wire [1:0] switched_o,
  output wire [1:0] saturated_o
);
  reg  [79:0] new_weight;
  wire [7:0] label_cell_weight;
  wire label_cell_ltp;
  wire label_cell_ltd;
  wire label_cell_switched;
  wire label_cell_saturated;
  wire [7:0] rival_cell_weight;
  wire rival_cell_ltp;
  wire rival_cell_ltd;
  wire rival_cell_switched;
  wire rival_cell_saturated;

  readout_cell u_label_cell (
    .pulse_i(label_pulse_i),
    .ltp_i(label_ltp_i),
    .word_i(label_random_i),
    .threshold_i(label_threshold_i),
    .weight_i(label_weight_i),
    .weight_o(label_cell_weight),
    .ltp_o(label_cell_ltp),
    .ltd_o(label_cell_ltd),
    .switched_o(label_cell_switched),
    .saturated_o(label_cell_saturated)
  );

  readout_cell u_rival_cell (
    .pulse_i(rival_pulse_i),
    .ltp_i(rival_ltp_i),
    .word_i(rival_random_i),
    .threshold_i(rival_threshold_i),
    .weight_i(rival_weight_i),
    .weight_o(rival_cell_weight),
    .ltp_o(rival_cell_ltp),
    .ltd_o(rival_cell_ltd),
    .switched_o(rival_cell_switched),
    .saturated_o(rival_cell_saturated)
  );

  assign word_o = new_weight;
  assign ltp_o = {1'b0, label_cell_ltp} + {1'b0, rival_cell_ltp};
  assign ltd_o = {1'b0, label_cell_ltd} + {1'b0, rival_cell_ltd};
  assign switched_o = {1'b0, label_cell_switched} + {1'b0, rival_cell_switched};
  assign saturated_o = {1'b0, label_cell_saturated} + {1'b0, rival_cell_saturated};

  always @* begin : comb_new_weight
    integer k;
    for (k = 0; k < 10; k = k + 1) begin
      new_weight[k*8 +: 8] = word_i[k*8 +: 8];
      if (host_i) begin
        if (host_class_i == k[3:0]) begin
          new_weight[k*8 +: 8] = host_weight_i;
        end
      end else if (label_i == k[3:0]) begin
        new_weight[k*8 +: 8] = label_cell_weight;
      end else if (rival_i == k[3:0]) begin
        new_weight[k*8 +: 8] = rival_cell_weight;
      end
    end
  end
endmodule

`default_nettype wire
