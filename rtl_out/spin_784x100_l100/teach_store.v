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

module teach_store (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire [99:0] select_i,
  input  wire [4:0] rule_i,
  input  wire [31:0] switching_i,
  input  wire commit_i,
  input  wire [0:0] pass_i,
  output wire [499:0] rules_o,
  output wire [1599:0] causal_switching_o,
  output wire [1599:0] acausal_switching_o
);
  reg  [499:0] next_rule;
  reg  [1599:0] next_causal;
  reg  [1599:0] next_acausal;
  wire [3699:0] word;
  wire [3699:0] shown;
  wire [0:0] unused;
  reg  [499:0] rules_q;
  reg  [1599:0] causal_q;
  reg  [1599:0] acausal_q;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_unused
      assign unused[m] = ^pass_i ^ commit_i;
    end
  endgenerate

  assign word = ({3200'd0, rules_q} << 3200) | ({2100'd0, acausal_q} << 1600) | {2100'd0, causal_q};
  assign shown = word;
  assign rules_o = shown[3699:3200];
  assign causal_switching_o = shown[1599:0];
  assign acausal_switching_o = shown[3199:1600];

  always @* begin : comb_next_acausal
    integer k;
    for (k = 0; k < 100; k = k + 1) begin
      next_rule[k*5 +: 5] = rules_q[k*5 +: 5];
      next_causal[k*16 +: 16] = causal_q[k*16 +: 16];
      next_acausal[k*16 +: 16] = acausal_q[k*16 +: 16];
      if (clear_i) begin
        next_rule[k*5 +: 5] = 5'd0;
      end else if (select_i[k]) begin
        next_rule[k*5 +: 5] = rule_i;
        next_causal[k*16 +: 16] = switching_i[15:0];
        next_acausal[k*16 +: 16] = switching_i[31:16];
      end
    end
  end

  always @(posedge clk_i) begin
    causal_q <= next_causal;
    acausal_q <= next_acausal;
    if (!rst_ni) begin
      rules_q <= 500'd0;
    end else begin
      rules_q <= next_rule;
    end
  end
endmodule

`default_nettype wire
