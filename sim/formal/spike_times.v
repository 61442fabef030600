`default_nettype none

// Spike times: of every column of every pass the step in which it fired first, T where in none.
//
// Proved: the steps that were captured with a pass are in view a cycle after that pass was named,
// until it is captured again.
// Assumed: a pass is at most T steps from one called the first; lanes tell in the cycle behind a
// step whether they have fired in this pass up to then; what is written is not read in the same
// cycle.
module formal_spike_times (
  input wire clk_i,
  input wire rst_ni,
  input wire step_i,
  input wire step_first_i,
  input wire [2:0] fired_i,
  input wire capture_i,
  input wire pass_i
);
  localparam [1:0] T = 2'd3;
  wire [5:0] steps_o;

  spike_times u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [5:0] \u_dut.steps_q ;
  (* hierconn *) wire [1:0] \u_dut.step_q ;
  (* hierconn *) wire \u_dut.step_s4_q ;
  (* hierconn *) wire \u_dut.step_first_s4_q ;
  (* hierconn *) wire [5:0] \u_dut.gen_step_memory[0].u_step_memory.mem[0] ;
  (* hierconn *) wire [5:0] \u_dut.gen_step_memory[0].u_step_memory.mem[1] ;
  (* anyconst *) reg [1:0] lane;
  (* anyconst *) reg pass;

  // A mark for every step behind which the lane had fired; steps passed of this pass.
  reg stepped = 1'b0;
  reg first;
  reg any = 1'b0;
  reg [1:0] passed = 2'd0;
  reg [2:0] marks = 3'd0;
  wire [1:0] step = first ? 2'd0 : passed;
  wire [2:0] old = first ? 3'd0 : marks;
  wire [2:0] now = stepped && fired_i[lane] ? old | (3'd1 << step) : stepped ? old : marks;
  wire [1:0] earliest = now[0] ? 2'd0 : now[1] ? 2'd1 : now[2] ? 2'd2 : T;
  reg known = 1'b0;
  reg [1:0] kept;
  reg shows = 1'b0;
  reg [1:0] shown;
  always @(posedge clk_i) begin
    stepped <= rst_ni && step_i;
    first <= step_first_i;
    if (stepped) begin
      any <= 1'b1;
      passed <= step + 2'd1;
      marks <= now;
    end
    if (!rst_ni) any <= 1'b0;
    if (capture_i && pass_i == pass) begin
      known <= any || stepped;
      kept <= earliest;
    end
    shows <= known && !capture_i && pass_i == pass;
    shown <= kept;
  end

  wire [5:0] word = pass ? \u_dut.gen_step_memory[0].u_step_memory.mem[1] :
      \u_dut.gen_step_memory[0].u_step_memory.mem[0] ;
  wire [1:0] held = \u_dut.steps_q [2*lane +: 2];
  always @* begin
    assume (lane != 2'd3);
    if (stepped && !any) assume (first);
    if (stepped && !first) assume (passed < T);
    if (started) begin
      assert (\u_dut.step_s4_q == stepped && (!stepped || \u_dut.step_first_s4_q == first));
      assert (passed <= T && marks >> passed == 3'd0);
      if (any) assert (\u_dut.step_q == passed - 2'd1 && passed != 2'd0);
      if (any) assert (held == (marks[0] ? 2'd0 : marks[1] ? 2'd1 : marks[2] ? 2'd2 : T));
      if (known) assert (word[2*lane +: 2] == kept);
      if (shows) assert (steps_o[2*lane +: 2] == shown);
    end
  end
endmodule

`default_nettype wire
