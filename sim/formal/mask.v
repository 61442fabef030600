`default_nettype none
`include "switching_table.vh"

// Mask: junctions that silence neurons, and the code that balances their number.
//
// Proved: an image to be learned costs one draw where there is a target; while it is captured the
// junctions of a pass switch exactly where the column's word is below the threshold of A + |k - 8|
// - 12: with k > 8 to silent where the neuron fired, with k < 8 to AP where it is silent, never
// with k = 8 or below code 0; nothing else but the host moves a junction. At the image's end k
// goes one up (to 15 at most) above the target, one down (to 0 at least) below. The register shows
// {k, target}.
// Assumed: lanes, images and the host take turns; an image has at most 65535 spikes.
module formal_mask (
  input wire clk_i,
  input wire rst_ni,
  input wire begin_i,
  input wire capture_i,
  input wire capture_pass_i,
  input wire done_i,
  input wire pass_s2_i,
  input wire [2:0] fired_i,
  input wire visit_i,
  input wire [3:0] spikes_i,
  input wire [31:0] doubled_i,
  input wire [31:0] masks_i,
  input wire [15:0] carry_i,
  input wire [7:0] codes_i,
  input wire table_we_i,
  input wire [5:0] table_addr_i,
  input wire register_write_i,
  input wire [19:0] data_i,
  input wire host_i,
  input wire host_write_i,
  input wire host_pass_i,
  input wire [1:0] host_lane_i
);
  wire draw_o;
  wire next_o;
  wire [2:0] silent_o;
  wire [2:0] switched_o;
  wire [31:0] register_o;
  wire host_silent_o;

  mask u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire \u_dut.pass_s3_q ;
  (* hierconn *) wire \u_dut.armed_q ;
  (* hierconn *) wire [15:0] \u_dut.spikes_q ;
  (* hierconn *) wire \u_dut.gen_mask_cell[0].u_mask_cell.u_junctions.mem[0] ;
  (* hierconn *) wire \u_dut.gen_mask_cell[0].u_mask_cell.u_junctions.mem[1] ;
  (* hierconn *) wire \u_dut.gen_mask_cell[1].u_mask_cell.u_junctions.mem[0] ;
  (* hierconn *) wire \u_dut.gen_mask_cell[1].u_mask_cell.u_junctions.mem[1] ;
  (* hierconn *) wire \u_dut.gen_mask_cell[2].u_mask_cell.u_junctions.mem[0] ;
  (* hierconn *) wire \u_dut.gen_mask_cell[2].u_mask_cell.u_junctions.mem[1] ;
  wire [5:0] junctions = {
      \u_dut.gen_mask_cell[2].u_mask_cell.u_junctions.mem[1] ,
      \u_dut.gen_mask_cell[1].u_mask_cell.u_junctions.mem[1] ,
      \u_dut.gen_mask_cell[0].u_mask_cell.u_junctions.mem[1] ,
      \u_dut.gen_mask_cell[2].u_mask_cell.u_junctions.mem[0] ,
      \u_dut.gen_mask_cell[1].u_mask_cell.u_junctions.mem[0] ,
      \u_dut.gen_mask_cell[0].u_mask_cell.u_junctions.mem[0] };

  // Silent columns, 3 pass + lane; of the image that is learned its spikes; the register.
  reg [5:0] silent = 6'd0;
  reg learns = 1'b0;
  reg [16:0] spikes;
  reg [15:0] target;
  integer k;
  reg pass_s3;

  wire [31:0] distance = k > 8 ? k - 8 : 8 - k;
  wire signed [31:0] amplitude = codes_i[3:0] + distance - 12;
  wire pulses = capture_i && learns && k != 8 && amplitude >= 0;
  wire [15:0] threshold = {10'd1, 1'b0, k < 8, amplitude[3:0]};
  reg [2:0] switches;
  reg [5:0] next;
  integer lane;
  reg [15:0] word;
  always @* begin
    next = silent;
    for (lane = 0; lane < 3; lane = lane + 1) begin
      word = doubled_i >> (16 - lane);
      word = word ^ (carry_i[lane] ? masks_i[31:16] : masks_i[15:0]);
      switches[lane] = pulses && word < threshold &&
          (k > 8 ? fired_i[lane] : silent[3*capture_pass_i + lane]);
      if (switches[lane]) next[3*capture_pass_i + lane] = k > 8;
      if (host_write_i && host_lane_i == lane) next[3*host_pass_i + lane] = data_i[0];
    end
  end

  always @(posedge clk_i) begin
    silent <= next;
    pass_s3 <= pass_s2_i;
    if (draw_o) learns <= 1'b1;
    if (draw_o) spikes <= 17'd0;
    else if (visit_i) spikes <= spikes + spikes_i;
    if (done_i) learns <= 1'b0;
    if (done_i && learns && spikes > target && k < 15) k <= k + 1;
    if (done_i && learns && spikes < target && k > 0) k <= k - 1;
    if (register_write_i) {k, target} <= data_i;
    if (!rst_ni) begin
      learns <= 1'b0;
      k <= 8;
      target <= 16'd20;
    end
  end

  wire [2:0] of_host = host_pass_i ? silent[5:3] : silent[2:0];
  always @* begin
    if (!started) assume (junctions == 6'd0 && !capture_i);
    assume (begin_i + done_i + host_i + register_write_i + table_we_i <= 1);
    if (capture_i) assume (!host_i && !register_write_i && !table_we_i);
    if (host_write_i) assume (host_i);
    if (host_i) assume (host_lane_i != 2'd3);
    if (started) begin
      if (learns && visit_i) assume (spikes + spikes_i < 17'h10000);
      assert (k >= 0 && k <= 15 && junctions == silent);
      assert (\u_dut.armed_q == learns && register_o == {12'd0, k[3:0], target});
      if (learns) assert (\u_dut.spikes_q == spikes);
      assert (draw_o == (begin_i && target != 16'd0) && next_o == (capture_i && learns));
      assert (switched_o == switches);
      if (host_i) assert (host_silent_o == of_host[host_lane_i]);
      assert (\u_dut.pass_s3_q == pass_s3);
      if (!host_i && !capture_i) assert (silent_o == (pass_s3 ? silent[5:3] : silent[2:0]));
    end
  end
endmodule

`default_nettype wire
