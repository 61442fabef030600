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

module host_port (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire host_valid_i,
  output wire host_ready_o,
  input  wire host_write_i,
  input  wire [31:0] host_addr_i,
  input  wire [31:0] host_wdata_i,
  output wire host_rvalid_o,
  output wire [31:0] host_rdata_o,
  input  wire quiet_i,
  output wire busy_o,
  output wire active_o,
  input  wire [31:0] register_i,
  input  wire [7:0] rule_i,
  input  wire [31:0] counter_i,
  input  wire [6:0] w1_i,
  input  wire [7:0] w2_i,
  input  wire mask_i,
  input  wire [15:0] table_i,
  output wire w1_issue_o,
  output wire w1_write_o,
  output wire [9:0] w1_row_o,
  output wire [0:0] w1_pass_o,
  output wire [6:0] w1_lane_o,
  output wire w2_issue_o,
  output wire w2_write_o,
  output wire [6:0] w2_column_o,
  output wire [3:0] w2_class_o,
  output wire [31:0] data_o,
  output wire register_write_o,
  output wire mask_register_o,
  output wire mask_write_o,
  output wire rule_write_o,
  output wire error_o,
  output wire table_we_o,
  output wire [5:0] index_o
);
  localparam [2:0] ACCESS_LAST = 3'd7;
  localparam [2:0] VALUE_CYCLE = 3'd6;
  localparam [2:0] CELL_CYCLE = 3'd6;
  localparam [14:0] ROWS = 15'h0310;
  localparam [14:0] LANES = 15'h0064;
  localparam [14:0] PASSES = 15'd1;
  localparam [14:0] PASS_LAST = 15'd0;
  localparam [14:0] LANES_LAST_PASS = 15'h0064;
  localparam [23:0] COLUMNS = 24'h000064;
  localparam [6:0] W1_LOWEST = 7'h40;
  localparam [7:0] W2_LOWEST = 8'h80;
  localparam [0:0] W1_SIGNED = 1'b1;
  localparam [0:0] W2_SIGNED = 1'b1;
  localparam [3:0] W2_REGION = 4'd2;
  localparam [3:0] W2_FIELDS = 4'ha;
  localparam [0:0] MASK = 1'b0;
  localparam [0:0] CAUSAL = 1'b1;
  localparam [27:0] REGISTERS = 28'h000000b;
  localparam [27:0] COUNTERS = 28'h000000b;
  wire accept;
  reg  shows;
  wire [3:0] region;
  wire [27:0] index;
  wire [14:0] row;
  wire [23:0] column;
  wire [13:0] w1_column;
  wire [14:0] pass;
  wire [14:0] lane;
  wire cell_ok;
  wire w1_now;
  wire mask_now;
  wire w2_now;
  wire read_now;
  wire refused;
  reg  [31:0] value;
  reg  [2:0] timer_d;
  reg  [2:0] timer_q;
  reg  active_d;
  reg  active_q;
  reg  write_d;
  reg  write_q;
  reg  [31:0] addr_d;
  reg  [31:0] addr_q;
  reg  [31:0] data_d;
  reg  [31:0] data_q;
  reg  [31:0] rdata_d;
  reg  [31:0] rdata_q;
  reg  acts_q;
  reg  w1_ok_q;
  reg  mask_ok_q;
  reg  w2_ok_q;
  reg  read_ok_q;
  reg  bad_q;
  reg  [31:0] standing_d;
  reg  [31:0] standing_q;

  assign accept = host_valid_i && quiet_i && ~active_q;
  assign host_ready_o = quiet_i && ~active_q;
  assign busy_o = host_valid_i || active_q;
  assign active_o = active_q;
  assign host_rvalid_o = timer_q == ACCESS_LAST;
  assign host_rdata_o = rdata_q;
  assign region = addr_q[31:28];
  assign index = addr_q[27:0];
  assign row = {1'b0, index[27:14]};
  assign column = index[27:4];
  assign w1_column = index[13:0];
  assign pass = {8'd0, w1_column[13:7]};
  assign lane = {8'd0, w1_column[6:0]};
  assign cell_ok = (lane < LANES) && (pass < PASSES) && ((pass != PASS_LAST) || (lane <
      LANES_LAST_PASS));
  assign w1_now = (region == 4'd1) && (row <= ROWS) && cell_ok;
  assign mask_now = MASK && (region == 4'd6) && (row == 15'd0) && cell_ok;
  assign w2_now = (region == W2_REGION) && (column < COLUMNS) && ((index[3:0] < W2_FIELDS) ||
      (index[3:0] == 4'd8));
  assign read_now = w1_now || w2_now || mask_now || ((region == 4'd0) && (index < REGISTERS)) ||
      ((region == 4'd4) && (index < 28'h0000040)) || ((region == 4'd5) && (index < 28'd4)) ||
      ((region == 4'd7) && (index < COUNTERS));
  assign refused = (W1_SIGNED && w1_now && (data_q[6:0] == W1_LOWEST)) || (W2_SIGNED && w2_now &&
      (data_q[7:0] == W2_LOWEST)) || (CAUSAL && (region == 4'd5) && data_q[0]);
  assign w1_issue_o = acts_q && w1_ok_q && ~bad_q;
  assign w1_write_o = write_q;
  assign w1_row_o = row[9:0];
  assign w1_pass_o = pass[0];
  assign w1_lane_o = w1_column[6:0];
  assign w2_issue_o = acts_q && w2_ok_q && ~bad_q;
  assign w2_write_o = write_q;
  assign w2_column_o = column[6:0];
  assign w2_class_o = index[3:0];
  assign data_o = data_q;
  assign index_o = index[5:0];
  assign table_we_o = acts_q && write_q && (region == 4'd4) && ~bad_q;
  assign register_write_o = acts_q && write_q && (region == 4'd0) && ~bad_q;
  assign mask_register_o = register_write_o && (index[3:0] == 4'hb);
  assign mask_write_o = acts_q && write_q && mask_ok_q;
  assign rule_write_o = acts_q && write_q && (region == 4'd5) && ~bad_q;
  assign error_o = acts_q && bad_q;

  always @* begin
    timer_d = timer_q;
    active_d = active_q;
    write_d = write_q;
    addr_d = addr_q;
    data_d = data_q;
    if (accept) begin
      timer_d = 3'd1;
      active_d = 1'b1;
      write_d = host_write_i;
      addr_d = host_addr_i;
      data_d = host_wdata_i;
    end else if (timer_q == ACCESS_LAST) begin
      timer_d = 3'd0;
      active_d = 1'b0;
    end else if (active_q) begin
      timer_d = timer_q + 3'd1;
    end
  end

  always @* begin
    rdata_d = rdata_q;
    if (shows) begin
      rdata_d = value;
    end
  end

  always @* begin
    standing_d = register_i;
    if (region == 4'd4) begin
      standing_d = {16'd0, table_i};
    end else if (region == 4'd5) begin
      standing_d = {24'd0, rule_i};
    end else if (region == 4'd7) begin
      standing_d = counter_i;
    end
  end

  always @* begin
    value = standing_q;
    if (~read_ok_q) begin
      value = 32'd0;
    end else if (w1_ok_q) begin
      value = {25'd0, w1_i};
      if (W1_SIGNED) begin
        value = {{25{w1_i[6]}}, w1_i};
      end
    end else if (mask_ok_q) begin
      value = {31'd0, mask_i};
    end else if (w2_ok_q) begin
      value = {{24{w2_i[7]}}, w2_i};
    end
  end

  always @* begin
    shows = timer_q == VALUE_CYCLE;
    if (w1_ok_q || w2_ok_q) begin
      shows = timer_q == CELL_CYCLE;
    end
  end

  always @(posedge clk_i) begin
    addr_q <= addr_d;
    data_q <= data_d;
    rdata_q <= rdata_d;
    standing_q <= standing_d;
    if (!rst_ni) begin
      timer_q <= 3'd0;
      active_q <= 1'b0;
      write_q <= 1'b0;
      acts_q <= 1'b0;
      w1_ok_q <= 1'b0;
      mask_ok_q <= 1'b0;
      w2_ok_q <= 1'b0;
      read_ok_q <= 1'b0;
      bad_q <= 1'b0;
    end else begin
      timer_q <= timer_d;
      active_q <= active_d;
      write_q <= write_d;
      acts_q <= timer_q == 3'd1;
      w1_ok_q <= w1_now;
      mask_ok_q <= mask_now;
      w2_ok_q <= w2_now;
      read_ok_q <= read_now;
      bad_q <= ~read_now || (write_q && refused);
    end
  end
endmodule

`default_nettype wire
