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

module readout_cell (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire teach_i,
  input  wire pulse_i,
  input  wire ltp_i,
  input  wire [15:0] threshold_i,
  input  wire [15:0] word_i,
  input  wire [7:0] weight_i,
  input  wire host_i,
  input  wire [7:0] host_weight_i,
  output wire [7:0] read_weight_o,
  output wire we_o,
  output wire [7:0] weight_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire switched_o,
  output wire saturated_o
);
  localparam [5:0] INNER_ONES = 6'h3f;
  localparam [7:0] ONES = 8'hff;
  wire [17:0] rest;
  wire unused;
  wire [5:0] inner;
  reg  [7:0] change;
  reg  [7:0] weight_d;
  reg  [7:0] weight_q;
  reg  taught_q;
  reg  pulsed_q;
  reg  switched_d;
  reg  switched_q;
  reg  ltp_q;
  reg  at_limit_d;
  reg  at_limit_q;
  reg  host_q;

  assign rest = ({2'd0, threshold_i} << 1) - (({2'd0, word_i} << 1) | 18'd1);
  assign unused = ^rest;
  assign inner = weight_i[6:1];
  assign read_weight_o = weight_q;
  assign we_o = taught_q || host_q;
  assign weight_o = weight_q - change;
  assign ltp_o = pulsed_q && ltp_q;
  assign ltd_o = pulsed_q && ~ltp_q;
  assign switched_o = switched_q;
  assign saturated_o = switched_q && at_limit_q;

  always @* begin
    switched_d = ~rest[17];
    if (~teach_i) begin
      switched_d = 1'b0;
    end
  end

  always @* begin
    at_limit_d = weight_i[0] && weight_i[7] && ~|inner;
    if (ltp_i) begin
      at_limit_d = weight_i[0] && ~weight_i[7] && (inner == INNER_ONES);
    end
  end

  always @* begin
    weight_d = weight_i;
    if (host_i) begin
      weight_d = ONES;
    end
  end

  always @* begin
    change = 8'd0;
    if (host_q) begin
      change = ~host_weight_i;
    end else if (switched_q && ~at_limit_q) begin
      change = 8'd1;
      if (ltp_q) begin
        change = ONES;
      end
    end
  end

  always @(posedge clk_i) begin
    weight_q <= weight_d;
    if (!rst_ni) begin
      taught_q <= 1'b0;
      pulsed_q <= 1'b0;
      switched_q <= 1'b0;
      ltp_q <= 1'b0;
      at_limit_q <= 1'b0;
      host_q <= 1'b0;
    end else begin
      taught_q <= teach_i;
      pulsed_q <= teach_i && pulse_i;
      switched_q <= switched_d;
      ltp_q <= ltp_i;
      at_limit_q <= at_limit_d;
      host_q <= host_i;
    end
  end
endmodule

`default_nettype wire
