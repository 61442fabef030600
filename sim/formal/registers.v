`default_nettype none

// Registers: what was written is what is shown; errors stay; no zero threshold, no zero LFSR.
//
// Proved: each register shows the last value written to it, or its start value; the threshold is
// never zero, a zero is refused and told; the LFSR is loaded where a value other than zero is
// written, and a zero is told; an error bit is set by its cause and stays until reset; a rule of a
// core of causal types has no acausal gate.
// Assumed: one cause of an error a cycle (events and host accesses exclude each other: `turns`).
module formal_registers (
  input wire clk_i,
  input wire rst_ni,
  input wire write_i,
  input wire rule_write_i,
  input wire [3:0] index_i,
  input wire [31:0] data_i,
  input wire [15:0] lfsr_i,
  input wire [31:0] mask_i,
  input wire [3:0] error_i
);
  localparam [3:0] CODES = 4'd3;
  localparam [3:0] THRESHOLD = 4'd4;
  localparam [3:0] WINDOW = 4'd5;
  localparam [3:0] MARGIN = 4'd6;
  localparam [3:0] DEAD_ZONE = 4'd7;
  localparam [3:0] BREAKPOINTS = 4'd8;
  localparam [3:0] LFSR = 4'd9;
  localparam [3:0] ERRORS = 4'd10;

  wire [31:0] value;
  wire [7:0] rule;
  wire lfsr_load;
  wire [7:0] codes;
  wire [15:0] threshold;
  wire [15:0] window;
  wire [15:0] margin;
  wire [7:0] dead_zone;
  wire [31:0] breakpoints;
  wire [31:0] rules;

  registers u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .write_i(write_i),
    .rule_write_i(rule_write_i),
    .index_i(index_i),
    .data_i(data_i),
    .lfsr_i(lfsr_i),
    .mask_i(mask_i),
    .error_row_i(error_i[0]),
    .error_step_i(error_i[1]),
    .error_label_i(error_i[2]),
    .error_host_i(error_i[3]),
    .value_o(value),
    .rule_o(rule),
    .lfsr_load_o(lfsr_load),
    .codes_o(codes),
    .threshold_o(threshold),
    .window_o(window),
    .margin_o(margin),
    .dead_zone_o(dead_zone),
    .breakpoints_o(breakpoints),
    .rules_o(rules)
  );

  (* hierconn *) wire [4:0] \u_dut.errors_q ;

  wire zero = data_i[15:0] == 16'd0;
  wire zero_lfsr = write_i && index_i == LFSR && zero;
  wire zero_threshold = write_i && index_i == THRESHOLD && zero;
  // row, step, label, LFSR, host
  wire [4:0] cause = {error_i[3] || zero_threshold, zero_lfsr, error_i[2:0]};

  // The cycle before.
  reg started = 1'b0;
  reg running = 1'b0;
  reg was_write;
  reg was_rule;
  reg was_load;
  reg [3:0] index;
  reg [31:0] data;
  reg [4:0] errors;
  reg [127:0] all;
  wire [127:0] now = {rules, breakpoints, dead_zone, margin, window, threshold, codes};
  always @(posedge clk_i) begin
    started <= 1'b1;
    running <= rst_ni;
    was_write <= write_i;
    was_rule <= rule_write_i;
    was_load <= write_i && index_i == LFSR && !zero;
    index <= index_i;
    data <= data_i;
    all <= now;
    errors <= \u_dut.errors_q | cause;
  end

  wire [7:0] rule_bits = data[7:0] & 8'hfe;
  always @* begin
    if (!started) assume (!rst_ni);
    assume (!(write_i && rule_write_i));
    assume ((cause & (cause - 5'd1)) == 5'd0);
    if (running) assert (lfsr_load == was_load);
    if (started) begin
      assert (threshold != 16'd0);
      if (!running) assert (\u_dut.errors_q == 5'd0);
      if (index_i == ERRORS) assert (value == {27'd0, \u_dut.errors_q });
      if (index_i == LFSR) assert (value == {16'd0, lfsr_i});
      assert (!rules[0] && !rules[8] && !rules[16] && !rules[24]);
    end
    if (running) begin
      assert (\u_dut.errors_q == errors);
      if (!was_write && !was_rule) assert (now == all);
      if (was_write) begin
        assert (codes == (index == CODES ? data[7:0] : all[7:0]));
        assert (threshold == (index == THRESHOLD && data[15:0] != 0 ? data[15:0] : all[23:8]));
        assert (window == (index == WINDOW ? data[15:0] : all[39:24]));
        assert (margin == (index == MARGIN ? data[15:0] : all[55:40]));
        assert (dead_zone == (index == DEAD_ZONE ? data[7:0] : all[63:56]));
        assert (breakpoints == (index == BREAKPOINTS ? data : all[95:64]));
        assert (rules == all[127:96]);
      end
      if (was_rule) begin
        assert (now[95:0] == all[95:0]);
        assert (rules[7:0] == (index == 4'd0 ? rule_bits : all[103:96]));
        assert (rules[15:8] == (index == 4'd1 ? rule_bits : all[111:104]));
        assert (rules[23:16] == (index == 4'd2 ? rule_bits : all[119:112]));
        assert (rules[31:24] == (index == 4'd3 ? rule_bits : all[127:120]));
      end
    end
  end
endmodule

`default_nettype wire
