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

module pulse_count (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire [1:0] column_ltp_i,
  input  wire [1:0] column_ltd_i,
  input  wire row_i,
  input  wire active_i,
  input  wire lanes_valid_i,
  input  wire [19:0] lanes_ltp_i,
  input  wire [19:0] lanes_ltd_i,
  output reg  [4:0] ltp_o,
  output reg  [4:0] ltd_o
);
  localparam [0:0] PULSE_CODE = 1'b0;
  wire [4:0] ltp_count;
  wire [4:0] ltd_count;
  reg  [4:0] causal_ltp_d;
  reg  [4:0] causal_ltp_q;
  reg  [4:0] causal_ltd_d;
  reg  [4:0] causal_ltd_q;
  reg  [4:0] acausal_ltp_d;
  reg  [4:0] acausal_ltp_q;
  reg  [4:0] acausal_ltd_d;
  reg  [4:0] acausal_ltd_q;
  reg  lanes_counted_q;

  ones u_ltp (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_ltp_i),
    .count_o(ltp_count)
  );

  ones u_ltd (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_ltd_i),
    .count_o(ltd_count)
  );


  always @* begin
    causal_ltp_d = causal_ltp_q;
    if (column_ltp_i[0]) begin
      causal_ltp_d = causal_ltp_q + 5'd1;
    end
    causal_ltd_d = causal_ltd_q;
    if (column_ltd_i[0]) begin
      causal_ltd_d = causal_ltd_q + 5'd1;
    end
    acausal_ltp_d = acausal_ltp_q;
    if (column_ltp_i[1]) begin
      acausal_ltp_d = acausal_ltp_q + 5'd1;
    end
    acausal_ltd_d = acausal_ltd_q;
    if (column_ltd_i[1]) begin
      acausal_ltd_d = acausal_ltd_q + 5'd1;
    end
    if (clear_i) begin
      causal_ltp_d = 5'd0;
      causal_ltd_d = 5'd0;
      acausal_ltp_d = 5'd0;
      acausal_ltd_d = 5'd0;
    end
  end

  always @* begin
    ltp_o = 5'd0;
    ltd_o = 5'd0;
    if (PULSE_CODE) begin
      if (lanes_counted_q) begin
        ltp_o = ltp_count;
        ltd_o = ltd_count;
      end
    end else if (row_i) begin
      ltp_o = acausal_ltp_q;
      ltd_o = acausal_ltd_q;
      if (active_i) begin
        ltp_o = causal_ltp_q;
        ltd_o = causal_ltd_q;
      end
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      causal_ltp_q <= 5'd0;
      causal_ltd_q <= 5'd0;
      acausal_ltp_q <= 5'd0;
      acausal_ltd_q <= 5'd0;
      lanes_counted_q <= 1'b0;
    end else begin
      causal_ltp_q <= causal_ltp_d;
      causal_ltd_q <= causal_ltd_d;
      acausal_ltp_q <= acausal_ltp_d;
      acausal_ltd_q <= acausal_ltd_d;
      lanes_counted_q <= lanes_valid_i;
    end
  end
endmodule

`default_nettype wire
