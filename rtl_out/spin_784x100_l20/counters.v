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

module counters (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire image_i,
  input  wire event_i,
  input  wire visit_i,
  input  wire [3:0] spikes_i,
  input  wire draw_i,
  input  wire [1:0] readout_ltp_i,
  input  wire [1:0] readout_ltd_i,
  input  wire [1:0] readout_switched_i,
  input  wire [1:0] readout_saturated_i,
  input  wire [6:0] hidden_ltp_i,
  input  wire [6:0] hidden_ltd_i,
  input  wire lanes_valid_i,
  input  wire [19:0] lanes_switched_i,
  input  wire [19:0] lanes_saturated_i,
  input  wire [2:0] select_i,
  output wire [31:0] value_o
);
  reg  [31:0] value;
  reg  [4:0] switched_sum;
  reg  [4:0] saturated_sum;
  reg  [31:0] images_d;
  reg  [31:0] images_q;
  reg  [31:0] events_d;
  reg  [31:0] events_q;
  reg  [31:0] hidden_spikes_d;
  reg  [31:0] hidden_spikes_q;
  reg  [31:0] draws_d;
  reg  [31:0] draws_q;
  reg  [31:0] pulses_ltp_d;
  reg  [31:0] pulses_ltp_q;
  reg  [31:0] pulses_ltd_d;
  reg  [31:0] pulses_ltd_q;
  reg  [31:0] switches_d;
  reg  [31:0] switches_q;
  reg  [31:0] saturations_d;
  reg  [31:0] saturations_q;
  reg  [4:0] switched_d;
  reg  [4:0] switched_q;
  reg  [4:0] saturated_d;
  reg  [4:0] saturated_q;

  assign value_o = value;

  always @* begin
    images_d = images_q;
    if (image_i) begin
      images_d = images_q + 32'd1;
    end
  end

  always @* begin
    events_d = events_q;
    if (event_i) begin
      events_d = events_q + 32'd1;
    end
  end

  always @* begin
    hidden_spikes_d = hidden_spikes_q;
    if (visit_i) begin
      hidden_spikes_d = hidden_spikes_q + {28'd0, spikes_i};
    end
  end

  always @* begin
    draws_d = draws_q;
    if (draw_i) begin
      draws_d = draws_q + 32'd1;
    end
  end

  always @* begin
    pulses_ltp_d = pulses_ltp_q;
    pulses_ltp_d = pulses_ltp_q + {25'd0, {5'd0, readout_ltp_i} | hidden_ltp_i};
  end

  always @* begin
    pulses_ltd_d = pulses_ltd_q;
    pulses_ltd_d = pulses_ltd_q + {25'd0, {5'd0, readout_ltd_i} | hidden_ltd_i};
  end

  always @* begin
    switches_d = switches_q;
    switches_d = switches_q + {27'd0, switched_q};
  end

  always @* begin
    saturations_d = saturations_q;
    saturations_d = saturations_q + {27'd0, saturated_q};
  end

  always @* begin : comb_saturated_sum
    integer k;
    switched_sum = 5'd0;
    saturated_sum = 5'd0;
    for (k = 0; k < 20; k = k + 1) begin
      if (lanes_switched_i[k]) begin
        switched_sum = switched_sum + 5'd1;
      end
      if (lanes_saturated_i[k]) begin
        saturated_sum = saturated_sum + 5'd1;
      end
    end
  end

  always @* begin
    switched_d = {3'd0, readout_switched_i};
    saturated_d = {3'd0, readout_saturated_i};
    if (lanes_valid_i) begin
      switched_d = switched_sum;
      saturated_d = saturated_sum;
    end
  end

  always @* begin
    value = images_q;
    if (select_i == 3'd1) begin
      value = events_q;
    end else if (select_i == 3'd2) begin
      value = hidden_spikes_q;
    end else if (select_i == 3'd3) begin
      value = draws_q;
    end else if (select_i == 3'd4) begin
      value = pulses_ltp_q;
    end else if (select_i == 3'd5) begin
      value = pulses_ltd_q;
    end else if (select_i == 3'd6) begin
      value = switches_q;
    end else if (select_i == 3'd7) begin
      value = saturations_q;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      images_q <= 32'd0;
      events_q <= 32'd0;
      hidden_spikes_q <= 32'd0;
      draws_q <= 32'd0;
      pulses_ltp_q <= 32'd0;
      pulses_ltd_q <= 32'd0;
      switches_q <= 32'd0;
      saturations_q <= 32'd0;
      switched_q <= 5'd0;
      saturated_q <= 5'd0;
    end else begin
      images_q <= images_d;
      events_q <= events_d;
      hidden_spikes_q <= hidden_spikes_d;
      draws_q <= draws_d;
      pulses_ltp_q <= pulses_ltp_d;
      pulses_ltd_q <= pulses_ltd_d;
      switches_q <= switches_d;
      saturations_q <= saturations_d;
      switched_q <= switched_d;
      saturated_q <= saturated_d;
    end
  end
endmodule

`default_nettype wire
