`default_nettype none

// A synapse of scheme "prototype": the weight moves by one where its junctions switch, and stays
// inside plus or minus 31.
//
// Assumed: the weight read is inside its range (what was written before is, by this proof).
module formal_synapse (
  input wire clk_i,
  input wire signed [5:0] weight_i,
  input wire switched_i,
  input wire ltp_i
);
  localparam signed [5:0] MOST = 6'sd31;

  wire signed [5:0] weight;
  wire saturated;

  synapse u_dut (
    .weight_i(weight_i),
    .switched_i(switched_i),
    .ltp_i(ltp_i),
    .weight_o(weight),
    .saturated_o(saturated)
  );

  wire limited = ltp_i ? weight_i == MOST : weight_i == -MOST;
  always @* begin
    assume (weight_i >= -MOST);
    assert (weight >= -MOST && weight <= MOST);
    assert (saturated == (switched_i && limited));
    assert (weight == weight_i + (!switched_i || limited ? 6'sd0 : ltp_i ? 6'sd1 : -6'sd1));
  end
endmodule

`default_nettype wire
