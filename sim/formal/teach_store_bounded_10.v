`default_nettype none

// Teach store: the class written for a column is the class that its pulse is made of.
//
// Proved, of every column, for all of ten cycles: in the cycle after it was read, sign and offset
// are those of its last write, whatever others have got since; offset -4 is the column that does
// not learn.
// Assumed: columns are in range; none is read while it is written (draining states part the
// sweeps).
module formal_teach_store_bounded_10 (
  input wire clk_i,
  input wire we_i,
  input wire [2:0] column_i,
  input wire [3:0] class_i,
  input wire [2:0] read_column_i
);
  localparam [2:0] COLUMNS = 3'd6;

  wire positive;
  wire signed [2:0] offset;
  wire learns;

  teach_store u_dut (
    .clk_i(clk_i),
    .we_i(we_i),
    .column_i(column_i),
    .class_i(class_i),
    .read_column_i(read_column_i),
    .positive_o(positive),
    .offset_o(offset),
    .learns_o(learns)
  );

  (* anyconst *) reg [2:0] witness;
  reg known = 1'b0;
  reg shows = 1'b0;
  reg [3:0] class;
  always @(posedge clk_i) begin
    if (we_i && column_i == witness) begin
      known <= 1'b1;
      class <= class_i;
    end
    shows <= known && read_column_i == witness;
  end

  always @* begin
    assume (witness < COLUMNS && column_i < COLUMNS && read_column_i < COLUMNS);
    if (we_i) assume (column_i != read_column_i);
    if (shows) begin
      assert ({positive, offset} == class);
      assert (learns == (offset != -4));
    end
  end
endmodule

`default_nettype wire
