// In the place of a switching table: every entry holds its own address, {1, junction, transition,
// code}, and a host's too, so a threshold shows which entry was looked up. That a table gives what
// was written is proved of the table itself.
module switching_table (
  input wire clk_i,
  input wire we_i,
  input wire host_i,
  input wire [5:0] addr_i,
  input wire [15:0] data_i,
  input wire [3:0] code_i,
  input wire ltp_i,
  input wire selector_i,
  output wire [15:0] threshold_o
);
  assign threshold_o = {10'd1, host_i ? addr_i : {selector_i, !ltp_i, code_i}};
endmodule
