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

module train_buffer (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire first_i,
  input  wire insert_i,
  input  wire [9:0] row_i,
  output wire new_o,
  input  wire start_i,
  input  wire next_i,
  output wire valid_o,
  output wire [9:0] row_o
);
  wire [7:0] below_2;
  wire [7:0] below_4;
  wire [7:0] below;
  reg  [15:0] some;
  reg  [15:0] several;
  reg  [7:0] reach;
  wire last_row;
  wire [2:0] insert_group;
  wire [5:0] insert_chunk;
  wire [6:0] group_bit;
  wire [7:0] chunk_bit;
  wire [15:0] row_bit;
  wire group_seen;
  wire chunk_seen;
  reg  [6:0] seen_flags;
  reg  [7:0] seen_chunks;
  reg  [15:0] seen_rows;
  wire [6:0] first_group;
  reg  [2:0] first_group_idx;
  wire [7:0] first_chunk;
  wire [7:0] other_chunks;
  reg  [2:0] first_chunk_idx;
  wire [15:0] first_row;
  wire [15:0] other_rows;
  reg  [3:0] first_row_idx;
  wire load_chunks;
  wire fetched;
  wire [5:0] word_chunk;
  wire goes_on;
  wire takes;
  wire [15:0] row_memory_rdata;
  wire [7:0] chunk_memory_rdata;
  wire [15:0] replay_row_memory_rdata;
  wire [7:0] replay_chunk_memory_rdata;
  reg  [6:0] flags_d;
  reg  [6:0] flags_q;
  reg  [6:0] groups_left_d;
  reg  [6:0] groups_left_q;
  reg  [2:0] group_d;
  reg  [2:0] group_q;
  reg  [7:0] chunks_left_d;
  reg  [7:0] chunks_left_q;
  reg  [5:0] chunk_d;
  reg  [5:0] chunk_q;
  reg  [15:0] rows_left_d;
  reg  [15:0] rows_left_q;
  reg  [15:0] next_rows_d;
  reg  [15:0] next_rows_q;
  reg  [5:0] next_chunk_d;
  reg  [5:0] next_chunk_q;
  reg  next_valid_d;
  reg  next_valid_q;
  reg  cleared_q;
  reg  entered_q;
  reg  [2:0] entered_group_q;
  reg  [5:0] entered_chunk_q;
  reg  [7:0] entered_chunks_q;
  reg  [15:0] entered_rows_q;
  reg  [9:0] row_d;
  reg  [9:0] row_q;
  reg  valid_d;
  reg  valid_q;

  table_memory #(.WIDTH(16), .DEPTH(64), .ADDRESS(6)) u_row_memory (
    .clk_i(clk_i),
    .we_i(insert_i),
    .waddr_i(insert_chunk),
    .wdata_i(seen_rows | row_bit),
    .raddr_i(insert_chunk),
    .rdata_o(row_memory_rdata)
  );

  table_memory #(.WIDTH(8), .DEPTH(8), .ADDRESS(3)) u_chunk_memory (
    .clk_i(clk_i),
    .we_i(insert_i),
    .waddr_i(insert_group),
    .wdata_i(seen_chunks | chunk_bit),
    .raddr_i(insert_group),
    .rdata_o(chunk_memory_rdata)
  );

  table_memory #(.WIDTH(16), .DEPTH(64), .ADDRESS(6)) u_replay_row_memory (
    .clk_i(clk_i),
    .we_i(entered_q),
    .waddr_i(entered_chunk_q),
    .wdata_i(entered_rows_q),
    .raddr_i(word_chunk),
    .rdata_o(replay_row_memory_rdata)
  );

  table_memory #(.WIDTH(8), .DEPTH(8), .ADDRESS(3)) u_replay_chunk_memory (
    .clk_i(clk_i),
    .we_i(entered_q),
    .waddr_i(entered_group_q),
    .wdata_i(entered_chunks_q),
    .raddr_i(first_group_idx),
    .rdata_o(replay_chunk_memory_rdata)
  );

  assign insert_chunk = row_i[9:4];
  assign insert_group = insert_chunk[5:3];
  assign group_bit = 7'd1 << insert_group;
  assign chunk_bit = 8'd1 << insert_chunk[2:0];
  assign row_bit = 16'd1 << row_i[3:0];
  assign group_seen = |(flags_q & group_bit) && ~first_i;
  assign chunk_seen = group_seen && |(chunk_memory_rdata & chunk_bit);
  assign new_o = ~chunk_seen || ~|(row_memory_rdata & row_bit);
  assign first_group = groups_left_q & (~groups_left_q + 7'd1);
  assign below_2 = chunks_left_q | (chunks_left_q << 1);
  assign below_4 = below_2 | (below_2 << 2);
  assign below = below_4 | (below_4 << 4);
  assign first_chunk = chunks_left_q & ~(below << 1);
  assign other_chunks = chunks_left_q & ~first_chunk;
  assign first_row = rows_left_q & (~rows_left_q + 16'd1);
  assign other_rows = rows_left_q & ~first_row;
  assign word_chunk = {group_q, first_chunk_idx};
  assign fetched = |chunks_left_q && ~next_valid_q;
  assign load_chunks = |groups_left_q && (~|chunks_left_q || (~next_valid_q && ~|other_chunks));
  assign last_row = ~several[0];
  assign goes_on = next_i || ~valid_q;
  assign takes = ~|rows_left_q || (goes_on && last_row);
  assign valid_o = valid_q;
  assign row_o = row_q;

  always @* begin
    flags_d = flags_q;
    flags_d = seen_flags;
    if (insert_i) begin
      flags_d = seen_flags | group_bit;
    end
  end

  always @* begin
    groups_left_d = groups_left_q;
    group_d = group_q;
    chunks_left_d = chunks_left_q;
    next_rows_d = next_rows_q;
    next_chunk_d = next_chunk_q;
    next_valid_d = next_valid_q;
    if (fetched) begin
      chunks_left_d = other_chunks;
      next_rows_d = replay_row_memory_rdata;
      next_chunk_d = word_chunk;
      next_valid_d = 1'b1;
    end
    if (load_chunks) begin
      chunks_left_d = replay_chunk_memory_rdata;
      group_d = first_group_idx;
      groups_left_d = groups_left_q & ~first_group;
    end
    chunk_d = chunk_q;
    rows_left_d = rows_left_q;
    row_d = row_q;
    valid_d = valid_q;
    if (goes_on) begin
      valid_d = |rows_left_q;
      row_d = {chunk_q, first_row_idx};
      rows_left_d = other_rows;
    end
    if (takes) begin
      next_valid_d = 1'b0;
      rows_left_d = 16'd0;
      if (fetched) begin
        rows_left_d = replay_row_memory_rdata;
      end
      chunk_d = word_chunk;
      if (next_valid_q) begin
        rows_left_d = next_rows_q;
        chunk_d = next_chunk_q;
      end
    end
    if (start_i) begin
      groups_left_d = flags_q;
    end
    if (clear_i) begin
      groups_left_d = 7'd0;
    end
    if (cleared_q) begin
      chunks_left_d = 8'd0;
      rows_left_d = 16'd0;
      next_valid_d = 1'b0;
      valid_d = 1'b0;
    end
  end

  always @* begin
    seen_flags = flags_q;
    if (clear_i) begin
      seen_flags = 7'd0;
    end
  end

  always @* begin
    seen_chunks = 8'd0;
    if (group_seen) begin
      seen_chunks = chunk_memory_rdata;
    end
  end

  always @* begin
    seen_rows = 16'd0;
    if (chunk_seen) begin
      seen_rows = row_memory_rdata;
    end
  end

  always @* begin : comb_first_group_idx
    integer k;
    first_group_idx = 3'd0;
    for (k = 0; k < 7; k = k + 1) begin
      if (first_group[k]) begin
        first_group_idx = first_group_idx | k[2:0];
      end
    end
  end

  always @* begin : comb_first_chunk_idx
    integer k;
    first_chunk_idx = 3'd0;
    for (k = 0; k < 8; k = k + 1) begin
      if (first_chunk[k]) begin
        first_chunk_idx = first_chunk_idx | k[2:0];
      end
    end
  end

  always @* begin : comb_first_row_idx
    integer k;
    first_row_idx = 4'd0;
    for (k = 0; k < 16; k = k + 1) begin
      if (first_row[k]) begin
        first_row_idx = first_row_idx | k[3:0];
      end
    end
  end

  always @* begin : comb_reach
    integer _level;
    some = rows_left_q;
    several = 16'd0;
    reach = 8'd1;
    for (_level = 0; _level < 4; _level = _level + 1) begin
      several = several | (several >> reach) | (some & (some >> reach));
      some = some | (some >> reach);
      reach = reach << 1;
    end
  end

  always @(posedge clk_i) begin
    group_q <= group_d;
    chunk_q <= chunk_d;
    next_rows_q <= next_rows_d;
    next_chunk_q <= next_chunk_d;
    entered_group_q <= insert_group;
    entered_chunk_q <= insert_chunk;
    entered_chunks_q <= seen_chunks | chunk_bit;
    entered_rows_q <= seen_rows | row_bit;
    row_q <= row_d;
    if (!rst_ni) begin
      flags_q <= 7'd0;
      groups_left_q <= 7'd0;
      chunks_left_q <= 8'd0;
      rows_left_q <= 16'd0;
      next_valid_q <= 1'b0;
      cleared_q <= 1'b0;
      entered_q <= 1'b0;
      valid_q <= 1'b0;
    end else begin
      flags_q <= flags_d;
      groups_left_q <= groups_left_d;
      chunks_left_q <= chunks_left_d;
      rows_left_q <= rows_left_d;
      next_valid_q <= next_valid_d;
      cleared_q <= clear_i;
      entered_q <= insert_i;
      valid_q <= valid_d;
    end
  end
endmodule

`default_nettype wire
