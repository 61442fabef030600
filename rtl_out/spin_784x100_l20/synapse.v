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

module synapse (
  input  wire [6:0] weight_i,
  input  wire switched_i,
  input  wire ltp_i,
  output reg  [6:0] weight_o,
  output wire saturated_o
);
  localparam [6:0] MOST = 7'h3f;
  localparam [6:0] LEAST = 7'h41;
  reg  [6:0] limit;

  assign saturated_o = switched_i && (weight_i == limit);

  always @* begin
    limit = LEAST;
    if (ltp_i) begin
      limit = MOST;
    end
  end

  always @* begin
    weight_o = weight_i;
    if (switched_i && (weight_i != limit)) begin
      if (ltp_i) begin
        weight_o = weight_i + 7'd1;
      end else begin
        weight_o = weight_i - 7'd1;
      end
    end
  end
endmodule

`default_nettype wire
