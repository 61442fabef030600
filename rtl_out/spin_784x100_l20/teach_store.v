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
  input  wire [31:0] switching_i,
  input  wire commit_i,
  input  wire [2:0] pass_i,
  output wire [99:0] rules_o,
  output wire [319:0] causal_switching_o,
  output wire [319:0] acausal_switching_o
);
  reg  [99:0] next_rule;
  reg  [319:0] next_causal;
  reg  [319:0] next_acausal;
  wire [739:0] word;
  reg  [739:0] shown;
  wire [739:0] teach_memory_rdata;
  reg  [99:0] rules_q;
  reg  [319:0] causal_q;
  reg  [319:0] acausal_q;

  genvar m;
  generate
    for (m = 0; m < 1; m = m + 1) begin : gen_teach_memory
      pass_memory #(.WIDTH(740), .DEPTH(5), .ADDRESS(3)) u_teach_memory (
        .clk_i(clk_i),
        .we_i(commit_i),
        .waddr_i(pass_i),
        .wdata_i(word),
        .raddr_i(pass_i),
        .rdata_o(teach_memory_rdata[m*740 +: 740])
      );
    end
  endgenerate

  assign word = ({640'd0, rules_q} << 640) | ({420'd0, acausal_q} << 320) | {420'd0, causal_q};
  assign rules_o = shown[739:640];
  assign causal_switching_o = shown[319:0];
  assign acausal_switching_o = shown[639:320];

  always @* begin : comb_next_acausal
    integer k;
    for (k = 0; k < 20; k = k + 1) begin
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

  always @* begin : comb_shown
    integer n;
    shown = word;
    for (n = 0; n < 1; n = n + 1) begin
      shown = teach_memory_rdata[n*740 +: 740];
    end
  end

  always @(posedge clk_i) begin
    causal_q <= next_causal;
    acausal_q <= next_acausal;
    if (!rst_ni) begin
      rules_q <= 100'd0;
    end else begin
      rules_q <= next_rule;
    end
  end
endmodule

`default_nettype wire
