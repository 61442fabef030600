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

module train_buffer (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire clear_i,
  input  wire insert_i,
  input  wire [9:0] row_i,
  output wire new_o,
  input  wire start_i,
  input  wire next_i,
  output wire valid_o,
  output wire [9:0] row_o
);
  wire [5:0] insert_chunk;
  wire [48:0] insert_flag;
  wire [15:0] insert_bit;
  reg  [15:0] seen;
  wire [15:0] lowest;
  wire [15:0] rest;
  reg  [3:0] lowest_idx;
  wire [48:0] todo_first;
  reg  [5:0] todo_chunk;
  wire load;
  reg  [5:0] read_chunk;
  wire [15:0] chunk_memory_rdata;
  reg  [48:0] summary_d;
  reg  [48:0] summary_q;
  reg  [48:0] todo_d;
  reg  [48:0] todo_q;
  reg  [15:0] left_d;
  reg  [15:0] left_q;
  reg  [5:0] chunk_d;
  reg  [5:0] chunk_q;

  table_memory #(.WIDTH(16), .DEPTH(64), .ADDRESS(6)) u_chunk_memory (
    .clk_i(clk_i),
    .we_i(insert_i),
    .waddr_i(insert_chunk),
    .wdata_i(seen | insert_bit),
    .raddr_i(read_chunk),
    .rdata_o(chunk_memory_rdata)
  );

  assign insert_chunk = row_i[9:4];
  assign insert_flag = 49'd1 << insert_chunk;
  assign insert_bit = 16'd1 << row_i[3:0];
  assign new_o = ~|(seen & insert_bit);
  assign lowest = left_q & (~left_q + 16'd1);
  assign rest = left_q & ~lowest;
  assign todo_first = todo_q & (~todo_q + 49'd1);
  assign load = |todo_q && (~|left_q || (next_i && ~|rest));
  assign valid_o = |left_q;
  assign row_o = {chunk_q, lowest_idx};

  always @* begin
    summary_d = summary_q;
    if (clear_i) begin
      summary_d = 49'd0;
    end
    if (insert_i) begin
      summary_d = summary_q | insert_flag;
      if (clear_i) begin
        summary_d = insert_flag;
      end
    end
  end

  always @* begin
    todo_d = todo_q;
    left_d = left_q;
    if (next_i) begin
      left_d = rest;
    end
    chunk_d = chunk_q;
    if (load) begin
      left_d = chunk_memory_rdata;
      chunk_d = todo_chunk;
      todo_d = todo_q & ~todo_first;
    end
    if (start_i) begin
      left_d = 16'd0;
      todo_d = summary_q;
    end
  end

  always @* begin
    seen = 16'd0;
    if (|(summary_q & insert_flag) && ~clear_i) begin
      seen = chunk_memory_rdata;
    end
  end

  always @* begin : comb_lowest_idx
    integer k;
    lowest_idx = 4'd0;
    for (k = 0; k < 16; k = k + 1) begin
      if (lowest[k]) begin
        lowest_idx = lowest_idx | k[3:0];
      end
    end
  end

  always @* begin : comb_todo_chunk
    integer k;
    todo_chunk = 6'd0;
    for (k = 0; k < 49; k = k + 1) begin
      if (todo_first[k]) begin
        todo_chunk = todo_chunk | k[5:0];
      end
    end
  end

  always @* begin
    read_chunk = insert_chunk;
    if (load) begin
      read_chunk = todo_chunk;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      summary_q <= 49'd0;
      todo_q <= 49'd0;
      left_q <= 16'd0;
      chunk_q <= 6'd0;
    end else begin
      summary_q <= summary_d;
      todo_q <= todo_d;
      left_q <= left_d;
      chunk_q <= chunk_d;
    end
  end
endmodule

`default_nettype wire
