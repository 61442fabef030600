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

module pulse_lookup (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire [7:0] codes_i,
  input  wire [31:0] rules_i,
  input  wire readout_i,
  input  wire second_i,
  input  wire [3:0] count_i,
  input  wire [2:0] offset_i,
  input  wire enable_i,
  input  wire causal_i,
  input  wire [0:0] right_i,
  input  wire table_we_i,
  input  wire [5:0] table_addr_i,
  input  wire table_host_i,
  input  wire [15:0] table_data_i,
  output wire pulse_o,
  output wire ltp_o,
  output wire watched_o,
  output wire [15:0] threshold_o,
  output wire [15:0] table_data_o
);
  localparam [0:0] BOTH = 1'b0;
  reg  [7:0] entry;
  reg  [3:0] base;
  reg  [2:0] step;
  wire [3:0] count_less_one;
  wire [0:0] unused;
  wire [2:0] rule_offset;
  wire [5:0] wide;
  reg  [3:0] code;
  wire sent;
  reg  [4:0] rule;
  reg  [0:0] selector;
  wire stdp_pulse;
  wire stdp_ltp;
  wire [15:0] switching_table_threshold;
  reg  [3:0] code_at_hand_q;
  reg  [0:0] selector_at_hand_q;
  reg  sent_at_hand_q;
  reg  ltp_at_hand_q;
  reg  watched_at_hand_q;
  reg  pulse_q;
  reg  ltp_q;
  reg  watched_q;
  reg  [15:0] threshold_d;
  reg  [15:0] threshold_q;

  stdp u_stdp (
    .rule_i(rule),
    .causal_i(causal_i),
    .pulse_o(stdp_pulse),
    .ltp_o(stdp_ltp)
  );

  switching_table u_switching_table (
    .clk_i(clk_i),
    .we_i(table_we_i),
    .host_i(table_host_i),
    .addr_i(table_addr_i),
    .data_i(table_data_i),
    .code_i(code_at_hand_q),
    .ltp_i(ltp_at_hand_q),
    .selector_i(selector_at_hand_q),
    .threshold_o(switching_table_threshold)
  );

  assign count_less_one = count_i - 4'd1;
  assign unused = count_less_one[0];
  assign wide = ({2'd0, base} + {{3{step[2]}}, step}) + {{3{rule_offset[2]}}, rule_offset};
  assign rule_offset = entry[7:5];
  assign watched_o = watched_q;
  assign table_data_o = threshold_q;
  assign sent = enable_i && stdp_pulse && ~wide[5];
  assign pulse_o = pulse_q;
  assign ltp_o = ltp_q;
  assign threshold_o = threshold_q;

  always @* begin
    if (readout_i) begin
      base = codes_i[7:4];
      step = count_less_one[3:1];
      entry = rules_i[23:16];
      if (second_i) begin
        entry = rules_i[31:24];
      end
    end else begin
      base = codes_i[3:0];
      step = offset_i;
      entry = rules_i[7:0];
      if (second_i) begin
        entry = rules_i[15:8];
      end
    end
  end

  always @* begin
    code = wide[3:0];
    if (wide[4]) begin
      code = 4'hf;
    end
  end

  always @* begin
    selector = entry[2];
    rule = entry[4:0];
    if (BOTH && ~readout_i) begin
      selector = right_i;
      rule = (entry[4:0] & 5'h1b) | ({4'd0, right_i} << 2);
    end
  end

  always @* begin
    threshold_d = switching_table_threshold;
    if (~sent_at_hand_q && ~table_host_i) begin
      threshold_d = 16'd0;
    end
  end

  always @(posedge clk_i) begin
    code_at_hand_q <= code;
    selector_at_hand_q <= selector;
    threshold_q <= threshold_d;
    if (!rst_ni) begin
      sent_at_hand_q <= 1'b0;
      ltp_at_hand_q <= 1'b0;
      watched_at_hand_q <= 1'b0;
      pulse_q <= 1'b0;
      ltp_q <= 1'b0;
      watched_q <= 1'b0;
    end else begin
      sent_at_hand_q <= sent;
      ltp_at_hand_q <= stdp_ltp;
      watched_at_hand_q <= selector == entry[2];
      pulse_q <= sent_at_hand_q;
      ltp_q <= ltp_at_hand_q;
      watched_q <= watched_at_hand_q;
    end
  end
endmodule

`default_nettype wire
