`default_nettype none
`include "switching_table.vh"

// Pulse lookup: the rule of a cell and its amplitude give the pulse, two cycles later.
//
// Proved, of a readout cell (R + ((count - 1) >> 1), entries *label* and *rival*) and of a hidden
// column (A + offset, entries *negative* and *positive*), to whose codes the entry's offset is
// added: no pulse and threshold 0 where nothing is enabled, the order's gate is closed, or the
// code is below 0; else the threshold of {junction, transition, code, at most 15}. On axis X the
// polarity is the transition; on axis Y a right junction, and an acausal order, turn it round. A
// persistent pair is looked up for the junction named, whichever is watched. The host sees its own
// entry, a cycle later.
// Assumed: the host looks up nothing in the cycle between; a readout cell's column has 1 to 8 spikes.
module formal_pulse_lookup (
  input wire clk_i,
  input wire rst_ni,
  input wire [7:0] codes_i,
  input wire [31:0] rules_i,
  input wire readout_i,
  input wire second_i,
  input wire [3:0] count_i,
  input wire [2:0] offset_i,
  input wire enable_i,
  input wire causal_i,
  input wire right_i,
  input wire table_we_i,
  input wire [5:0] table_addr_i,
  input wire table_host_i,
  input wire [15:0] table_data_i
);
`ifdef PAIRS
  localparam PAIRS = 1'b1;
`else
  localparam PAIRS = 1'b0;
`endif
  wire pulse_o;
  wire ltp_o;
  wire watched_o;
  wire [15:0] threshold_o;
  wire [15:0] table_data_o;

  pulse_lookup u_dut (.*);

  `include "reset.vh"

  wire [1:0] index = {readout_i, second_i};
  wire [7:0] entry = rules_i[8*index +: 8];
  wire signed [2:0] rule_offset = entry[7:5];
  wire axis_x = entry[4];
  wire positive = entry[3];
  wire watched = entry[2];
  wire gate = causal_i ? entry[1] : entry[0];
  wire junction = PAIRS && !readout_i ? right_i : watched;
  wire up = axis_x ? positive : (causal_i == junction) != positive;
  integer code;
  always @* begin
    if (readout_i) code = codes_i[7:4] + (count_i - 1) / 2;
    else code = $signed({1'b0, codes_i[3:0]}) + $signed(offset_i);
    code = code + rule_offset;
  end
  wire sends = enable_i && gate && code >= 0;
  wire [3:0] clipped = code > 15 ? 4'd15 : code[3:0];

  // What the cycle before asked for, and the one before that: {sent, up, of the one watched,
  // threshold}.
  reg asked_1 = 1'b0;
  reg asked = 1'b0;
  reg [18:0] pulse_1;
  reg [18:0] pulse;
  reg hosts = 1'b0;
  reg [15:0] host_entry;
  always @(posedge clk_i) begin
    asked_1 <= rst_ni;
    asked <= rst_ni && asked_1 && !table_host_i;
    pulse_1 <= {sends, up, junction == watched,
        sends ? {10'd1, junction, !up, clipped} : 16'd0};
    pulse <= pulse_1;
    hosts <= table_host_i;
    host_entry <= {10'd1, table_addr_i};
  end

  always @* begin
    if (readout_i) assume (count_i >= 4'd1 && count_i <= 4'd8);
    if (hosts) assert (table_data_o == host_entry);
    if (asked) begin
      assert ({pulse_o, watched_o, threshold_o} == {pulse[18], pulse[16:0]});
      if (pulse_o) assert (ltp_o == pulse[17]);
    end
  end
endmodule

`default_nettype wire
