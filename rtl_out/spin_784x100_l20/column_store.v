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

module column_store (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire capture_i,
  input  wire [2:0] pass_i,
  input  wire [79:0] counts_i,
  input  wire [19:0] in_window_i,
  output wire [79:0] counts_o,
  output wire [19:0] in_window_o
);
  wire [99:0] captured;
  reg  [99:0] shown;
  wire unused;
  wire [99:0] column_memory_rdata;
  reg  [0:0] held_d;
  reg  [0:0] held_q;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_column_memory
      pass_memory #(.WIDTH(100), .DEPTH(5), .ADDRESS(3)) u_column_memory (
        .clk_i(clk_i),
        .we_i(capture_i),
        .waddr_i(pass_i),
        .wdata_i(captured),
        .raddr_i(pass_i),
        .rdata_o(column_memory_rdata[m*100 +: 100])
      );
    end
  endgenerate

  assign captured = {in_window_i, counts_i};
  assign unused = ^pass_i ^ ^held_q;
  assign counts_o = shown[79:0];
  assign in_window_o = shown[99:80];

  always @* begin
    held_d = held_q;
    if (capture_i) begin
      held_d = captured[0];
    end
  end

  always @* begin : comb_shown
    integer n;
    shown = {99'd0, held_q};
    for (n = 0; n < 1; n = n + 1) begin
      shown = column_memory_rdata[n*100 +: 100];
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      held_q <= 1'b0;
    end else begin
      held_q <= held_d;
    end
  end
endmodule

`default_nettype wire
