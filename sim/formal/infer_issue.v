`default_nettype none

// Issue of a core that only infers: a slot travels, and its address with it.
//
// Proved: `address_o` is row x passes + pass of the slot of the cycle before, and a host's write is
// told with it; the first step is told in the same cycle, and commands reach the lanes one cycle
// later, in their order, none lost, the pass's capture behind its last step.
// Assumed: front and host exclude each other.
module formal_infer_issue (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire step_i,
  input wire step_first_i,
  input wire launch_i,
  input wire [2:0] row_i,
  input wire pass_i,
  input wire host_i,
  input wire [2:0] host_row_i,
  input wire host_pass_i
);
  // cycles from a slot to the memory, to the lanes, to the capture
  localparam integer READ = 1;
  localparam integer LANES = 2;
  localparam integer CAPTURE = 3;
  localparam integer PASSES = 2;
  localparam [2:0] LAST_ROW = 3'd6;
  wire [3:0] address_o;
  wire write_o;
  wire step_first_s1_o;
  wire acc_s2_o;
  wire step_s2_o;
  wire step_last_s2_o;
  wire capture_o;

  issue u_dut (.*);

  `include "reset.vh"

  // Slots of cycles ago: host, first step, step, acc, launch.
  reg [4:0] slot [0:CAPTURE];
  reg [3:0] address [0:CAPTURE];
  reg [1:0] age = 2'd0;
  integer k;
  always @* begin
    slot[0] = {host_i, step_i && step_first_i, step_i, acc_i, launch_i};
    address[0] = host_i ? host_row_i * PASSES + host_pass_i : row_i * PASSES + pass_i;
  end
  always @(posedge clk_i) begin
    if (age != 2'd3) age <= age + 2'd1;
    for (k = 1; k <= CAPTURE; k = k + 1) begin
      slot[k] <= rst_ni ? slot[k - 1] : 5'd0;
      address[k] <= address[k - 1];
    end
  end

  always @* begin
    assume (row_i <= LAST_ROW && host_row_i <= LAST_ROW);
    if (host_i) assume (!acc_i && !step_i && !launch_i);
    if (age >= READ) begin
      assert (address_o == address[READ]);
      assert ({write_o, step_first_s1_o} == slot[READ][4:3]);
    end
    if (age >= LANES) assert ({step_s2_o, acc_s2_o, step_last_s2_o} == slot[LANES][2:0]);
    if (age >= CAPTURE) assert (capture_o == slot[CAPTURE][0]);
  end
endmodule

`default_nettype wire
