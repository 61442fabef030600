`default_nettype none

// Switching tables: a lookup finds the word of its junction, transition and code, as the host
// wrote it.
//
// Proved, of every word, for all of three cycles: what was written last is found again, by the
// lookup {junction, P to AP, code} and by the host alike.
// Assumed: nothing.
module formal_switching_table_bounded_3 (
  input wire clk_i,
  input wire we_i,
  input wire host_i,
  input wire [5:0] addr_i,
  input wire [15:0] data_i,
  input wire [3:0] code_i,
  input wire ltp_i,
  input wire junction_i
);
  wire [15:0] threshold;

  switching_table u_dut (
    .clk_i(clk_i),
    .we_i(we_i),
    .host_i(host_i),
    .addr_i(addr_i),
    .data_i(data_i),
    .code_i(code_i),
    .ltp_i(ltp_i),
    .selector_i(junction_i),
    .threshold_o(threshold)
  );

  (* anyconst *) reg [5:0] witness;
  reg known = 1'b0;
  reg [15:0] word;
  wire [5:0] place = host_i ? addr_i : {junction_i, !ltp_i, code_i};
  always @(posedge clk_i) begin
    if (we_i && place == witness) begin
      known <= 1'b1;
      word <= data_i;
    end
  end

  always @* begin
    if (known && place == witness) assert (threshold == word);
  end
endmodule

`default_nettype wire
