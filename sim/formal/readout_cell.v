`default_nettype none

// Readout cell: the cell of W2 that is taught, and what the host writes.
//
// Proved, in the cycle behind: where the random word is below the threshold, the weight moved by
// one towards the pulse, or stayed at plus or minus 127 and is told as saturated; else it stayed;
// a host's weight replaces it; nothing is written, switched or pulsed otherwise. The weight read
// is shown as it was.
// Assumed: the weight read is inside its range; the host writes between images, and holds its
// weight.
module formal_readout_cell (
  input wire clk_i,
  input wire rst_ni,
  input wire teach_i,
  input wire pulse_i,
  input wire ltp_i,
  input wire [15:0] threshold_i,
  input wire [15:0] word_i,
  input wire signed [7:0] weight_i,
  input wire host_i,
  input wire [7:0] host_weight_i
);
  wire signed [7:0] read_weight_o;
  wire we_o;
  wire signed [7:0] weight_o;
  wire ltp_o;
  wire ltd_o;
  wire switched_o;
  wire saturated_o;

  readout_cell u_dut (.*);

  `include "reset.vh"

  wire switches = teach_i && word_i < threshold_i;
  integer moved;
  reg running = 1'b0;
  reg taught;
  reg host;
  reg switched;
  reg limited;
  reg [1:0] pulse;
  reg signed [7:0] before;
  reg signed [7:0] expected;
  always @* begin
    moved = weight_i;
    if (switches) moved = ltp_i ? weight_i + 1 : weight_i - 1;
  end
  always @(posedge clk_i) begin
    running <= rst_ni;
    taught <= teach_i;
    host <= host_i;
    switched <= switches;
    limited <= moved > 127 || moved < -127;
    pulse <= teach_i && pulse_i ? {ltp_i, !ltp_i} : 2'd0;
    before <= weight_i;
    expected <= moved > 127 ? 127 : moved < -127 ? -127 : moved;
  end

  always @* begin
    assume (weight_i >= -127);
    assume (!(teach_i && host_i));
    if (running) begin
      assert (we_o == (taught || host));
      assert (switched_o == switched && saturated_o == (switched && limited));
      assert ({ltp_o, ltd_o} == pulse);
      if (host) assert (weight_o == host_weight_i);
      else assert (weight_o == expected && read_weight_o == before);
    end
  end
endmodule

`default_nettype wire
