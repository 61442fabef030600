`default_nettype none

// Column scan: every lane that fired is visited exactly once, the lowest first, with its own
// count.
//
// Proved: what is left is what fired and was not yet visited; a column taken is shown three cycles
// later under its number, with the count and the window flag of its lane; nothing else is.
// Where none is left, taking shows nothing, and `empty_o` tells it in the next cycle.
// Assumed: the base stands while the controller takes.
module formal_column_scan (
  input wire clk_i,
  input wire rst_ni,
  input wire load_i,
  input wire [2:0] fired_i,
  input wire take_i,
  input wire [11:0] counts_i,
  input wire [2:0] in_window_i,
  input wire host_i,
  input wire [2:0] host_column_i
);
  (* anyconst *) reg [2:0] base;

  wire empty;
  wire visit;
  wire [2:0] column;
  wire [3:0] count;
  wire in_window;

  column_scan u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .load_i(load_i),
    .fired_i(fired_i),
    .take_i(take_i),
    .empty_o(empty),
    .walk_first_i(1'b0),
    .walk_i(1'b0),
    .base_i(base),
    .counts_i(counts_i),
    .in_window_i(in_window_i),
    .host_i(host_i),
    .host_column_i(host_column_i),
    .visit_o(visit),
    .column_o(column),
    .count_o(count),
    .in_window_o(in_window)
  );

  (* hierconn *) wire [2:0] \u_dut.left_q ;

  // Lanes fired and not visited; {valid, lane} of one, two and three cycles ago.
  reg [1:0] age = 2'd0;
  reg [2:0] left = 3'd0;
  wire [1:0] lane = left[0] ? 2'd0 : left[1] ? 2'd1 : 2'd2;
  reg [2:0] one;
  reg [2:0] two;
  reg [2:0] three;
  reg [4:0] shown_2;
  reg [4:0] shown_3;
  reg none;
  always @(posedge clk_i) begin
    if (age != 2'd3) age <= age + 2'd1;
    if (!rst_ni) left <= 3'd0;
    else if (load_i) left <= fired_i;
    else if (take_i) left <= left & ~(3'd1 << lane);
    {three, two, one} <= rst_ni ? {two, one, take_i && left != 3'd0, lane} : 9'd0;
    none <= !rst_ni || (left == 3'd0 && !load_i);
    shown_2 <= {in_window_i[one[1:0]], counts_i[one[1:0]*4 +: 4]};
    shown_3 <= shown_2;
  end

  always @* begin
    if (age == 2'd0) assume (!rst_ni);
    // the host comes between images
    if (host_i) assume (!take_i && !one[2] && !two[2]);
    if (age > 2'd0) begin
      assert (\u_dut.left_q == left && empty == none);
      assert (one[1:0] != 2'd3);
    end
    if (age == 2'd3) begin
      assert (visit == three[2]);
      if (visit) assert (column == base + three[1:0] && {in_window, count} == shown_3);
    end
  end
endmodule

`default_nettype wire
