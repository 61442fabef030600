`default_nettype none

// Memories: each of the four templates gives what was written last.
//
// Proved, of every word of small ones (of the cell memory every cell), for all of six cycles: what
// was last written there is shown as many cycles behind its address as the template says.
// Assumed: no word is read while it is written, but in a table.
module formal_memories_bounded_6 (
  input wire clk_i,
  input wire we_i,
  input wire [1:0] cell_we_i,
  input wire [2:0] waddr_i,
  input wire [7:0] wdata_i,
  input wire [2:0] raddr_i
);
  // cycles from an address to its word
  localparam integer BLOCK = 1;
  localparam integer PASS = 1;
  wire [7:0] row;
  wire [15:0] cells;
  wire [7:0] entry;
  wire [7:0] pass;

  row_memory #(8, 8, 3) u_row (.rdata_o(row), .*);
  cell_memory #(2, 8, 8, 3) u_cells (.we_i(cell_we_i), .rdata_o(cells), .*);
  table_memory #(8, 8, 3) u_table (.rdata_o(entry), .*);
  pass_memory #(8, 8, 3) u_pass (.rdata_o(pass), .*);

  (* anyconst *) reg [2:0] witness;
  reg known = 1'b0;
  reg [7:0] word;
  reg [1:0] cells_known = 2'd0;
  reg [15:0] cell_words;
  // {known, word} as they were read, cycles ago
  reg [8:0] was [0:BLOCK];
  reg [17:0] cells_were [0:BLOCK];
  integer k;
  always @* begin
    was[0] = {known && raddr_i == witness, word};
    cells_were[0] = {raddr_i == witness ? cells_known : 2'd0, cell_words};
  end
  always @(posedge clk_i) begin
    if (we_i && waddr_i == witness) {known, word} <= {1'b1, wdata_i};
    for (k = 0; k < 2; k = k + 1) begin
      if (cell_we_i[k] && waddr_i == witness) begin
        cells_known[k] <= 1'b1;
        cell_words[8*k +: 8] <= wdata_i;
      end
    end
    for (k = 1; k <= BLOCK; k = k + 1) {was[k], cells_were[k]} <= {was[k - 1], cells_were[k - 1]};
  end

  reg [2:0] age = 3'd0;
  always @(posedge clk_i) age <= age + 3'd1;
  always @* begin
    if (we_i || cell_we_i != 2'd0) assume (waddr_i != raddr_i);
    if (known && raddr_i == witness) assert (entry == word);
    if (age >= PASS && was[PASS][8]) assert (pass == was[PASS][7:0]);
    if (age >= BLOCK && was[BLOCK][8]) assert (row == was[BLOCK][7:0]);
    if (age >= BLOCK && cells_were[BLOCK][16]) assert (cells[7:0] == cells_were[BLOCK][7:0]);
    if (age >= BLOCK && cells_were[BLOCK][17]) assert (cells[15:8] == cells_were[BLOCK][15:8]);
  end
endmodule

`default_nettype wire
