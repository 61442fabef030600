`default_nettype none

// Train buffer: the replay gives the rows entered since the last clear, ascending, each once.
//
// Proved, of every row, for all that fits in 15 cycles from reset (say five entries in any order,
// clears among them, then a replay, with pauses): `new_o` is true for its first entry alone; a
// replay ends, and has given it exactly if it was entered; the first row stands four cycles after
// the start, the next without a gap.
// Assumed: rows are in range; a replay ends before the next and is
// asked for rows once they stand; entries and replays exclude each other; no clear in a replay, but with its start.
module formal_train_buffer_bounded_15 (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire insert_i,
  input wire [4:0] row_i,
  input wire start_i,
  input wire next_i,
  input wire closes_i
);
  localparam [4:0] ROWS = 5'd20;

  // no image is open: rows come with `clear_i` alone
  reg open = 1'b0;
  wire first = !open;
  wire new_row;
  wire valid;
  wire [4:0] row;

  train_buffer u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(clear_i),
    .first_i(first),
    .insert_i(insert_i),
    .row_i(row_i),
    .new_o(new_row),
    .start_i(start_i),
    .next_i(next_i),
    .valid_o(valid),
    .row_o(row)
  );

  // any row, and all of them
  (* anyconst *) reg [4:0] witness;
  reg started = 1'b0;
  reg [19:0] entered = 20'd0;
  // cycles since the start of a replay but one, 3 at most
  reg replay = 1'b0;
  reg [1:0] age;
  reg given;
  reg any_given;
  reg [4:0] last_row;
  reg [4:0] num_given;
  wire [19:0] left = any_given ? entered & ~((20'd2 << last_row) - 20'd1) : entered;

  always @(posedge clk_i) begin
    started <= 1'b1;
    open <= rst_ni && (clear_i || open) && !closes_i;
    if (clear_i) entered <= insert_i ? 20'd1 << row_i : 20'd0;
    else if (insert_i) entered <= entered | 20'd1 << row_i;
    if (start_i) begin
      replay <= 1'b1;
      age <= 2'd0;
      given <= 1'b0;
      any_given <= 1'b0;
    end else if (replay) begin
      if (age < 2'd3) age <= age + 2'd1;
      if (valid && next_i) begin
        given <= given || row == witness;
        any_given <= 1'b1;
        last_row <= row;
      end
    end
    if (clear_i) replay <= start_i;
    if (!rst_ni) begin
      entered <= 20'd0;
      replay <= 1'b0;
    end
  end

  always @* begin
    if (!started) assume (!rst_ni);
    assume (witness < ROWS && row_i < ROWS);
    if (clear_i) assume (!open);
    if (insert_i) assume (open || clear_i);
    if (insert_i) assume (!start_i && !next_i && (!replay || clear_i));
    if (clear_i) assume (!next_i);
    if (start_i) assume (!replay || clear_i || (age == 2'd3 && !valid));
    if (next_i) assume (replay && valid && age == 2'd3);
    if (started && rst_ni && insert_i && row_i == witness) begin
      assert (new_row == (clear_i || !entered[witness]));
    end
    if (started && replay && age == 2'd3) begin
      assert (valid == (left != 20'd0));
      if (valid) begin
        assert (row < ROWS && left[row]);
        // ascending: none of those left is below
        assert ((left & ((20'd1 << row) - 20'd1)) == 20'd0);
        if (row == witness) assert (!given);
      end else begin
        assert (given == entered[witness]);
      end
    end
  end
endmodule

`default_nettype wire
