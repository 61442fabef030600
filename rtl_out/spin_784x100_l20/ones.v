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

module ones (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [19:0] flags_i,
  output wire [4:0] count_o
);
  wire [23:0] flags;
  wire [9:0] part;
  reg  [4:0] count;
  wire [9:0] group_count;

  genvar lane;
  generate
    for (lane = 0; lane < 2; lane = lane + 1) begin : gen_group
      ones_group u_group (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .flags_i(flags[lane*12 +: 12]),
        .count_o(group_count[lane*5 +: 5])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 2; lane = lane + 1) begin : gen_part
      assign part[lane*5 +: 5] = group_count[lane*5 +: 5];
    end
  endgenerate

  assign flags = {4'd0, flags_i};
  assign count_o = count;

  always @* begin : comb_count
    integer m;
    count = 5'd0;
    for (m = 0; m < 2; m = m + 1) begin
      count = count + part[m*5 +: 5];
    end
  end
endmodule

`default_nettype wire
