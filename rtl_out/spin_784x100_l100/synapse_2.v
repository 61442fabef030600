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

module synapse_2 (
  input  wire [7:0] weight_i,
  input  wire switched_i,
  input  wire ltp_i,
  output reg  [7:0] weight_o,
  output wire saturated_o
);
  localparam [7:0] MOST = 8'h7f;
  localparam [7:0] LEAST = 8'h81;
  reg  [7:0] limit;

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
        weight_o = weight_i + 8'd1;
      end else begin
        weight_o = weight_i - 8'd1;
      end
    end
  end
endmodule

`default_nettype wire
