`default_nettype none

// Events and the host take turns: what the proofs of registers, issue and mask assume.
//
// Proved, of front and host port together: of the errors of an event, the host's error and its
// writes of registers and rules no two come in one cycle (assumed by `registers`); no event is
// taken while an access is under way; the host issues in no cycle in which the front does, nor in
// the four before or behind one (assumed by `issue`).
// Assumed: the controller is not idle for four cycles behind a launch: it leaves IDLE with it
// (`controller`) and waits for the capture, which comes four cycles later (`issue`).
module formal_turns (
  input wire clk_i,
  input wire rst_ni,
  input wire ev_valid_i,
  input wire [1:0] ev_kind_i,
  input wire [5:0] ev_data_i,
  input wire new_i,
  input wire replay_valid_i,
  input wire [4:0] replay_row_i,
  input wire idle_i,
  input wire done_i,
  input wire host_valid_i,
  input wire host_write_i,
  input wire [31:0] host_addr_i,
  input wire [31:0] host_wdata_i
);
  wire boundary;
  wire busy;
  wire active;
  wire ev_ready;
  wire acc;
  wire settle;
  wire step;
  wire launch;
  wire [2:0] event_errors;
  wire host_error;
  wire register_write;
  wire rule_write;
  wire w1_issue;

  front u_front (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .ev_valid_i(ev_valid_i),
    .ev_ready_o(ev_ready),
    .ev_kind_i(ev_kind_i),
    .ev_data_i(ev_data_i),
    .host_busy_i(busy),
    .boundary_o(boundary),
    .new_i(new_i),
    .replay_valid_i(replay_valid_i),
    .replay_row_i(replay_row_i),
    .acc_o(acc),
    .settle_o(settle),
    .step_o(step),
    .idle_i(idle_i),
    .launch_o(launch),
    .done_i(done_i),
    .error_row_o(event_errors[0]),
    .error_step_o(event_errors[1]),
    .error_label_o(event_errors[2])
  );

  host_port u_host_port (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .host_valid_i(host_valid_i),
    .host_write_i(host_write_i),
    .host_addr_i(host_addr_i),
    .host_wdata_i(host_wdata_i),
    .quiet_i(boundary && idle_i),
    .busy_o(busy),
    .active_o(active),
    .error_o(host_error),
    .register_write_o(register_write),
    .rule_write_o(rule_write),
    .w1_issue_o(w1_issue)
  );

  `include "reset.vh"

  (* hierconn *) wire \u_front.input_step_q ;
  (* hierconn *) wire [2:0] \u_host_port.timer_q ;
  (* hierconn *) wire \u_host_port.acts_q ;

  // Slots of the front, of the host, and launches, of one to four cycles ago.
  reg [4:1] fronts = 4'd0;
  reg [4:1] hosts = 4'd0;
  reg [4:1] launches = 4'd0;
  wire slot = acc || settle || step;
  always @(posedge clk_i) begin
    fronts <= rst_ni ? {fronts[3:1], slot} : 4'd0;
    hosts <= rst_ni ? {hosts[3:1], w1_issue} : 4'd0;
    launches <= rst_ni ? {launches[3:1], launch} : 4'd0;
  end

  always @* begin
    if (launches != 4'd0) assume (!idle_i);
    if (started) begin
      // one input step
      assert (!\u_front.input_step_q );
      assert (active == (\u_host_port.timer_q != 3'd0));
      assert (\u_host_port.acts_q == (\u_host_port.timer_q == 3'd2));
      assert (event_errors[0] + event_errors[1] + event_errors[2] + host_error + register_write +
          rule_write <= 1);
      if (active) assert (boundary && !(ev_valid_i && ev_ready) && launches[1] == 1'b0);
      if (w1_issue) assert (!slot && fronts == 4'd0);
      if (slot) assert (hosts == 4'd0);
      // an image ends with a launch
      if (boundary && fronts[1]) assert (launches[1]);
      if (boundary && fronts[2]) assert (launches[2:1] != 2'd0);
      if (boundary && fronts[3]) assert (launches[3:1] != 3'd0);
      if (boundary && fronts[4]) assert (launches != 4'd0);
    end
  end
endmodule

`default_nettype wire
