// Generated: do not edit.
// spinloom 0.1.0, spec 0195629a043e089e
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
// types            causal
// rules            12 1a 1a 12
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module modulator (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [7:0] label_weight_i,
  input  wire [7:0] rival_weight_i,
  input  wire in_window_i,
  input  wire [7:0] dead_zone_i,
  input  wire [31:0] breakpoints_i,
  output wire learns_o,
  output wire positive_o,
  output wire [3:0] class_o
);
  localparam [2:0] NONE = 3'd4;
  wire learns;
  reg  [2:0] step;
  wire [0:0] positive;
  reg  [8:0] difference_q;
  reg  [7:0] size_d;
  reg  [7:0] size_q;
  reg  negative_q;

  assign learns = in_window_i && |size_q && (size_q >= dead_zone_i);
  assign positive = ~negative_q;
  assign learns_o = learns;
  assign positive_o = ~negative_q;
  assign class_o = {positive, step};

  always @* begin
    size_d = difference_q[7:0];
    if (difference_q[8]) begin
      size_d = ~difference_q[7:0] + 8'd1;
    end
  end

  always @* begin
    step = 3'd0;
    if (size_q >= breakpoints_i[31:24]) begin
      step = 3'd1;
    end
    if (size_q < breakpoints_i[23:16]) begin
      step = step - 3'd1;
    end
    if (size_q < breakpoints_i[15:8]) begin
      step = step - 3'd1;
    end
    if (size_q < breakpoints_i[7:0]) begin
      step = step - 3'd1;
    end
    if (~learns) begin
      step = NONE;
    end
  end

  always @(posedge clk_i) begin
    difference_q <= {{1{label_weight_i[7]}}, label_weight_i} - {{1{rival_weight_i[7]}},
        rival_weight_i};
    size_q <= size_d;
    if (!rst_ni) begin
      negative_q <= 1'b0;
    end else begin
      negative_q <= difference_q[8];
    end
  end
endmodule

`default_nettype wire
