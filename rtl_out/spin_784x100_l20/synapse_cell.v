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

module synapse_cell (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire [0:0] load_i,
  input  wire [15:0] threshold_i,
  input  wire pulse_i,
  input  wire ltp_i,
  input  wire teach_i,
  input  wire active_i,
  input  wire [0:0] row_step_i,
  input  wire [0:0] column_step_i,
  input  wire [15:0] rotated_i,
  input  wire [15:0] mask_i,
  input  wire [15:0] next_mask_i,
  input  wire [0:0] carry_i,
  input  wire [6:0] weight_i,
  input  wire [0:0] host_select_i,
  input  wire [6:0] host_weight_i,
  output wire [6:0] weight_o,
  output wire switched_o,
  output wire saturated_o,
  output wire ltp_o,
  output wire ltd_o
);
  localparam [0:0] TWO_SIDES = 1'b0;
  localparam [4:0] INNER_ONES = 5'h1f;
  localparam [6:0] ONES = 7'h7f;
  reg  [15:0] word;
  wire causal;
  reg  [15:0] threshold;
  reg  [0:0] pulse;
  reg  [0:0] direction;
  wire [17:0] rest;
  wire unused;
  wire [4:0] inner;
  reg  [6:0] change;
  reg  [15:0] thresholds_d;
  reg  [15:0] thresholds_q;
  reg  [0:0] pulses_d;
  reg  [0:0] pulses_q;
  reg  [0:0] directions_d;
  reg  [0:0] directions_q;
  reg  [6:0] weight_d;
  reg  [6:0] weight_q;
  reg  taught_q;
  reg  switched_d;
  reg  switched_q;
  reg  ltp_q;
  reg  at_limit_d;
  reg  at_limit_q;
  reg  host_q;

  assign causal = active_i && (column_step_i >= row_step_i);
  assign rest = ({2'd0, threshold} << 1) - (({2'd0, word} << 1) | 18'd1);
  assign unused = ^rest;
  assign inner = weight_i[5:1];
  assign weight_o = weight_q - change;
  assign switched_o = switched_q;
  assign saturated_o = switched_q && at_limit_q;
  assign ltp_o = taught_q && ltp_q;
  assign ltd_o = taught_q && ~ltp_q;

  always @* begin
    thresholds_d = thresholds_q;
    pulses_d = pulses_q;
    directions_d = directions_q;
    if (clear_i) begin
      thresholds_d = 16'd0;
      pulses_d = 1'b0;
    end else if (load_i) begin
      thresholds_d = (thresholds_q << 16) | threshold_i;
      pulses_d = (pulses_q << 1) | pulse_i;
      directions_d = (directions_q << 1) | ltp_i;
    end
  end

  always @* begin
    threshold = thresholds_q;
    pulse = pulses_q;
    direction = directions_q;
    if (TWO_SIDES && ~causal) begin
      threshold = thresholds_q;
      pulse = pulses_q;
      direction = directions_q;
    end
  end

  always @* begin
    word = rotated_i ^ mask_i;
    if (carry_i) begin
      word = rotated_i ^ next_mask_i;
    end
  end

  always @* begin
    switched_d = ~rest[17];
    if (~teach_i || (~TWO_SIDES && ~causal)) begin
      switched_d = 1'b0;
    end
  end

  always @* begin
    at_limit_d = weight_i[0] && weight_i[6] && ~|inner;
    if (direction) begin
      at_limit_d = weight_i[0] && ~weight_i[6] && (inner == INNER_ONES);
    end
  end

  always @* begin
    weight_d = weight_i;
    if (host_select_i) begin
      weight_d = ONES;
    end
  end

  always @* begin
    change = 7'd0;
    if (host_q) begin
      change = ~host_weight_i;
    end else if (switched_q && ~at_limit_q) begin
      change = 7'd1;
      if (ltp_q) begin
        change = ONES;
      end
    end
  end

  always @(posedge clk_i) begin
    thresholds_q <= thresholds_d;
    pulses_q <= pulses_d;
    directions_q <= directions_d;
    weight_q <= weight_d;
    if (!rst_ni) begin
      taught_q <= 1'b0;
      switched_q <= 1'b0;
      ltp_q <= 1'b0;
      at_limit_q <= 1'b0;
      host_q <= 1'b0;
    end else begin
      taught_q <= teach_i && pulse && (TWO_SIDES || causal);
      switched_q <= switched_d;
      ltp_q <= direction;
      at_limit_q <= at_limit_d;
      host_q <= host_select_i;
    end
  end
endmodule

`default_nettype wire
