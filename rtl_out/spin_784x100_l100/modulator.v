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

module modulator (
  input  wire [7:0] label_weight_i,
  input  wire [7:0] rival_weight_i,
  input  wire [3:0] count_i,
  input  wire in_window_i,
  input  wire [7:0] codes_i,
  input  wire [11:0] offsets_i,
  input  wire [7:0] dead_zone_i,
  input  wire [31:0] breakpoints_i,
  output wire typed_o,
  output wire positive_o,
  output wire pulse_o,
  output reg  [3:0] hidden_code_o,
  output wire label_pulse_o,
  output reg  [3:0] label_code_o,
  output wire rival_pulse_o,
  output reg  [3:0] rival_code_o
);
  localparam [5:0] MOST = 6'h0f;
  wire [8:0] difference;
  wire negative;
  reg  [7:0] size;
  reg  [5:0] wide;
  reg  [2:0] offset;
  wire [5:0] readout_wide;
  wire [5:0] label_wide;
  wire [5:0] rival_wide;
  wire [3:0] count_less_one;
  wire [0:0] unused;

  assign difference = {{1{label_weight_i[7]}}, label_weight_i} - {{1{rival_weight_i[7]}},
      rival_weight_i};
  assign negative = difference[8];
  assign positive_o = ~negative;
  assign typed_o = in_window_i && |size && (size >= dead_zone_i);
  assign pulse_o = ~wide[5];
  assign readout_wide = {2'd0, codes_i[7:4]} + {3'd0, count_less_one[3:1]};
  assign count_less_one = count_i - 4'd1;
  assign unused = count_less_one[0];
  assign label_wide = readout_wide + {{3{offsets_i[8]}}, offsets_i[8:6]};
  assign label_pulse_o = ~label_wide[5];
  assign rival_wide = readout_wide + {{3{offsets_i[11]}}, offsets_i[11:9]};
  assign rival_pulse_o = ~rival_wide[5];

  always @* begin
    size = difference[7:0];
    if (negative) begin
      size = ~difference[7:0] + 8'd1;
    end
  end

  always @* begin
    offset = offsets_i[2:0];
    if (~negative) begin
      offset = offsets_i[5:3];
    end
  end

  always @* begin
    wide = {2'd0, codes_i[3:0]} + {{3{offset[2]}}, offset};
    if (size >= breakpoints_i[31:24]) begin
      wide = wide + 6'd1;
    end
    if (size < breakpoints_i[23:16]) begin
      wide = wide - 6'd1;
    end
    if (size < breakpoints_i[15:8]) begin
      wide = wide - 6'd1;
    end
    if (size < breakpoints_i[7:0]) begin
      wide = wide - 6'd1;
    end
  end

  always @* begin
    hidden_code_o = wide[3:0];
    if (wide > MOST) begin
      hidden_code_o = 4'hf;
    end
  end

  always @* begin
    label_code_o = label_wide[3:0];
    if (label_wide > MOST) begin
      label_code_o = 4'hf;
    end
  end

  always @* begin
    rival_code_o = rival_wide[3:0];
    if (rival_wide > MOST) begin
      rival_code_o = 4'hf;
    end
  end
endmodule

`default_nettype wire
