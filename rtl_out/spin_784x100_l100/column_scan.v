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

module column_scan (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire load_i,
  input  wire [99:0] fired_i,
  input  wire take_i,
  output wire empty_o,
  input  wire walk_first_i,
  input  wire walk_i,
  input  wire [6:0] base_i,
  input  wire [399:0] counts_i,
  input  wire [99:0] in_window_i,
  input  wire host_i,
  input  wire [6:0] host_column_i,
  output wire [6:0] read_column_o,
  output wire visit_o,
  output wire walk_o,
  output wire host_o,
  output wire [6:0] column_o,
  output wire [99:0] select_o,
  output wire [3:0] count_o,
  output wire in_window_o
);
  wire any_left;
  wire [99:0] lowest;
  reg  [6:0] lane;
  reg  [3:0] count;
  reg  [99:0] left_d;
  reg  [99:0] left_q;
  reg  empty_q;
  reg  walk_first_a_q;
  reg  walk_a_q;
  reg  [99:0] select_b_d;
  reg  [99:0] select_b_q;
  reg  visit_b_q;
  reg  walk_b_q;
  reg  [99:0] select_c_q;
  reg  visit_c_q;
  reg  walk_c_q;
  reg  host_c_q;
  reg  [6:0] column_c_d;
  reg  [6:0] column_c_q;
  reg  [3:0] count_c_q;
  reg  in_window_c_q;
  reg  [99:0] select_d_q;
  reg  visit_d_q;
  reg  walk_d_q;
  reg  host_d_q;
  reg  [6:0] column_d_q;
  reg  [3:0] count_d_q;
  reg  in_window_d_q;

  assign lowest = left_q & (~left_q + 100'd1);
  assign any_left = |left_q;
  assign empty_o = empty_q;
  assign read_column_o = column_c_q;
  assign visit_o = visit_d_q;
  assign walk_o = walk_d_q;
  assign host_o = host_d_q;
  assign column_o = column_d_q;
  assign select_o = select_d_q;
  assign count_o = count_d_q;
  assign in_window_o = in_window_d_q;

  always @* begin
    left_d = left_q;
    if (load_i) begin
      left_d = fired_i;
    end else if (take_i) begin
      left_d = left_q & ~lowest;
    end
  end

  always @* begin
    select_b_d = select_b_q;
    if (take_i) begin
      select_b_d = lowest;
    end else if (walk_first_a_q) begin
      select_b_d = 100'd1;
    end else if (walk_a_q) begin
      select_b_d = select_b_q << 1;
    end
  end

  always @* begin : comb_count
    integer k;
    lane = 7'd0;
    count = 4'd0;
    for (k = 0; k < 100; k = k + 1) begin
      if (select_b_q[k]) begin
        lane = lane | k[6:0];
        count = count | counts_i[k*4 +: 4];
      end
    end
  end

  always @* begin
    column_c_d = base_i + lane;
    if (host_i) begin
      column_c_d = host_column_i;
    end
  end

  always @(posedge clk_i) begin
    select_c_q <= select_b_q;
    column_c_q <= column_c_d;
    count_c_q <= count;
    select_d_q <= select_c_q;
    column_d_q <= column_c_q;
    count_d_q <= count_c_q;
    if (!rst_ni) begin
      left_q <= 100'd0;
      empty_q <= 1'b1;
      walk_first_a_q <= 1'b0;
      walk_a_q <= 1'b0;
      select_b_q <= 100'd0;
      visit_b_q <= 1'b0;
      walk_b_q <= 1'b0;
      visit_c_q <= 1'b0;
      walk_c_q <= 1'b0;
      host_c_q <= 1'b0;
      in_window_c_q <= 1'b0;
      visit_d_q <= 1'b0;
      walk_d_q <= 1'b0;
      host_d_q <= 1'b0;
      in_window_d_q <= 1'b0;
    end else begin
      left_q <= left_d;
      empty_q <= ~any_left && ~load_i;
      walk_first_a_q <= walk_first_i;
      walk_a_q <= walk_i;
      select_b_q <= select_b_d;
      visit_b_q <= take_i && any_left;
      walk_b_q <= walk_a_q;
      visit_c_q <= visit_b_q;
      walk_c_q <= walk_b_q;
      host_c_q <= host_i;
      in_window_c_q <= |(select_b_q & in_window_i);
      visit_d_q <= visit_c_q;
      walk_d_q <= walk_c_q;
      host_d_q <= host_c_q;
      in_window_d_q <= in_window_c_q;
    end
  end
endmodule

`default_nettype wire
