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

module teach_store (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire [19:0] select_i,
  input  wire [4:0] rule_i,
  input  wire [15:0] switching_i,
  input  wire commit_i,
  input  wire [2:0] pass_i,
  output wire [99:0] rules_o,
  output wire [319:0] switching_o
);
  reg  [99:0] next_rule;
  reg  [319:0] next_switching;
  wire [419:0] word;
  reg  [419:0] shown;
  wire [419:0] teach_memory_rdata;
  reg  [99:0] rules_q;
  reg  [319:0] switching_q;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_teach_memory
      pass_memory #(.WIDTH(420), .DEPTH(5), .ADDRESS(3)) u_teach_memory (
        .clk_i(clk_i),
        .we_i(commit_i),
        .waddr_i(pass_i),
        .wdata_i(word),
        .raddr_i(pass_i),
        .rdata_o(teach_memory_rdata[m*420 +: 420])
      );
    end
  endgenerate

  assign word = {rules_q, switching_q};
  assign rules_o = shown[419:320];
  assign switching_o = shown[319:0];

  always @* begin : comb_next_rule
    integer k;
    for (k = 0; k < 20; k = k + 1) begin
      next_rule[k*5 +: 5] = rules_q[k*5 +: 5];
      next_switching[k*16 +: 16] = switching_q[k*16 +: 16];
      if (clear_i) begin
        next_rule[k*5 +: 5] = 5'd0;
      end else if (select_i[k]) begin
        next_rule[k*5 +: 5] = rule_i;
        next_switching[k*16 +: 16] = switching_i;
      end
    end
  end

  always @* begin : comb_shown
    integer n;
    shown = word;
    for (n = 0; n < 1; n = n + 1) begin
      shown = teach_memory_rdata[n*420 +: 420];
    end
  end

  always @(posedge clk_i) begin
    switching_q <= next_switching;
    if (!rst_ni) begin
      rules_q <= 100'd0;
    end else begin
      rules_q <= next_rule;
    end
  end
endmodule

`default_nettype wire
