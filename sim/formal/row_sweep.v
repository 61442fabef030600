`default_nettype none

// Row sweep: every row of the counter becomes a slot two cycles later, active where the replay
// shows it.
//
// Proved: slots come in the order of the counter, none lost; the replay moves on exactly when its
// row is swept; the slot's pass is that of the winner of its part.
// Assumed: one part at most is named.
module formal_row_sweep (
  input wire clk_i,
  input wire rst_ni,
  input wire sweep_i,
  input wire [3:0] row_i,
  input wire replay_valid_i,
  input wire [3:0] replay_row_i,
  input wire [3:0] part_i,
  input wire [43:0] places_i
);
  wire replay_next;
  wire teach;
  wire [3:0] row;
  wire [2:0] pass;
  wire active;

  row_sweep u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .sweep_i(sweep_i),
    .row_i(row_i),
    .replay_valid_i(replay_valid_i),
    .replay_row_i(replay_row_i),
    .replay_next_o(replay_next),
    .part_i(part_i),
    .places_i(places_i),
    .teach_o(teach),
    .row_o(row),
    .pass_o(pass),
    .active_o(active)
  );

  // {valid, active, row} of one and two cycles ago
  reg [1:0] age = 2'd0;
  reg [5:0] one;
  reg [5:0] two;
  wire shown = replay_valid_i && replay_row_i == row_i;
  always @(posedge clk_i) begin
    if (age != 2'd3) age <= age + 2'd1;
    one <= {rst_ni && sweep_i, shown, row_i};
    two <= {rst_ni && one[5], one[4:0]};
  end

  always @* begin
    if (age == 2'd0) assume (!rst_ni);
    assume ((part_i & (part_i - 4'd1)) == 4'd0);
    assert (replay_next == (sweep_i && shown));
    if (age == 2'd3) begin
      assert (teach == two[5]);
      if (teach) assert (row == two[3:0]);
    end
    if (part_i[0]) assert (pass == places_i[5:3]);
    if (part_i[1]) assert (pass == places_i[16:14]);
    if (part_i[2]) assert (pass == places_i[27:25]);
    if (part_i[3]) assert (pass == places_i[38:36]);
  end
endmodule

`default_nettype wire
