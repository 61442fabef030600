`default_nettype none

// In the place of a lane: it shows what it is given, and tells anything.
module lane (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire acc_first_i,
  input wire settle_i,
  input wire step_i,
  input wire step_first_i,
  input wire step_last_i,
  input wire [15:0] operand_i,
  input wire [15:0] threshold_i,
  input wire silent_i,
  input wire teach_i,
  input wire active_i,
  input wire row_step_i,
  input wire column_step_i,
  input wire [15:0] rotated_i,
  input wire [15:0] mask_i,
  input wire [15:0] next_mask_i,
  input wire carry_i,
  input wire clear_i,
  input wire load_i,
  input wire [15:0] switching_i,
  input wire pulse_i,
  input wire pulse_ltp_i,
  input wire [6:0] cell_i,
  input wire host_select_i,
  input wire [6:0] host_cell_i,
  output wire [6:0] cell_o,
  output wire switched_o,
  output wire saturated_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire [3:0] count_o,
  output wire fired_o,
  output wire in_window_o,
  output wire positive_o,
  output wire negative_o
);
  (* anyseq *) reg [18:0] told;
  wire [93:0] given = {acc_i, acc_first_i, settle_i, step_i, step_first_i, step_last_i, teach_i,
      active_i, row_step_i, clear_i, pulse_i, pulse_ltp_i, threshold_i, switching_i, host_cell_i,
      rotated_i ^ (carry_i ? next_mask_i : mask_i), silent_i, column_step_i, load_i, host_select_i,
      operand_i, cell_i};
  assign {cell_o, switched_o, saturated_o, ltp_o, ltd_o, count_o, fired_o, in_window_o, positive_o,
      negative_o} = told;
endmodule

// Array: what each lane is given, and what the host sees of one.
//
// Proved, of every lane: its cell of the word that came in the cycle before; what its neuron
// compares with, the threshold behind SETTLE of the cycle before, 1 behind the first STEP, else the
// window; its own word of the draw, flags and commands in the same cycle; a host's write reaches
// the lane named in the cycle before alone; what it tells is told in its place. The host's cell is
// that of the lane named two cycles before, of the word that came then.
// Assumed: the host's lane is in range.
module formal_array (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire acc_first_i,
  input wire step_i,
  input wire settle_i,
  input wire settle_s2_i,
  input wire step_first_s2_i,
  input wire step_first_i,
  input wire step_last_i,
  input wire [15:0] threshold_i,
  input wire [15:0] window_i,
  input wire [2:0] silent_i,
  input wire teach_i,
  input wire active_i,
  input wire row_step_i,
  input wire [2:0] column_steps_i,
  input wire [31:0] doubled_i,
  input wire [31:0] masks_i,
  input wire [15:0] carry_i,
  input wire clear_i,
  input wire [2:0] load_i,
  input wire [15:0] switching_i,
  input wire pulse_i,
  input wire pulse_ltp_i,
  input wire [20:0] cells_i,
  input wire [1:0] host_lane_i,
  input wire host_write_i,
  input wire [6:0] host_cell_i
);
  wire [20:0] cells_o;
  wire [2:0] switched_o;
  wire [2:0] saturated_o;
  wire [2:0] ltp_o;
  wire [2:0] ltd_o;
  wire [11:0] counts_o;
  wire [2:0] fired_o;
  wire [2:0] in_window_o;
  wire [2:0] positive_o;
  wire [2:0] negative_o;
  wire [6:0] host_cell_o;

  array u_dut (.*);

  `include "reset.vh"

  (* anyconst *) reg [1:0] lane;
  (* hierconn *) wire [93:0] \u_dut.gen_lane[0].u_lane.given ;
  (* hierconn *) wire [93:0] \u_dut.gen_lane[1].u_lane.given ;
  (* hierconn *) wire [93:0] \u_dut.gen_lane[2].u_lane.given ;
  (* hierconn *) wire [18:0] \u_dut.gen_lane[0].u_lane.told ;
  (* hierconn *) wire [18:0] \u_dut.gen_lane[1].u_lane.told ;
  (* hierconn *) wire [18:0] \u_dut.gen_lane[2].u_lane.told ;
  wire [93:0] given = lane[1] ? \u_dut.gen_lane[2].u_lane.given :
      lane[0] ? \u_dut.gen_lane[1].u_lane.given : \u_dut.gen_lane[0].u_lane.given ;
  wire [18:0] told = lane[1] ? \u_dut.gen_lane[2].u_lane.told :
      lane[0] ? \u_dut.gen_lane[1].u_lane.told : \u_dut.gen_lane[0].u_lane.told ;
  wire [15:0] mask = carry_i[lane] ? masks_i[31:16] : masks_i[15:0];

  // Of one cycle ago, and the host's cell of two.
  reg [6:0] cell_before;
  reg [15:0] compared;
  reg [1:0] host_lane;
  reg [6:0] host_before;
  reg [6:0] host_shown;
  reg older = 1'b0;
  always @(posedge clk_i) begin
    older <= started;
    cell_before <= cells_i[7*lane +: 7];
    compared <= settle_s2_i ? threshold_i : step_first_s2_i ? 16'd1 : window_i;
    host_lane <= host_lane_i;
    host_before <= cells_i[7*host_lane_i +: 7];
    host_shown <= host_before;
  end

  always @* begin
    assume (lane != 2'd3 && host_lane_i != 2'd3);
    assert (given[93:24] == {acc_i, acc_first_i, settle_i, step_i, step_first_i, step_last_i,
        teach_i, active_i, row_step_i, clear_i, pulse_i, pulse_ltp_i, threshold_i, switching_i,
        host_cell_i, doubled_i[16 - lane +: 16] ^ mask, silent_i[lane], column_steps_i[lane],
        load_i[lane]});
    assert (told == {cells_o[7*lane +: 7], switched_o[lane], saturated_o[lane], ltp_o[lane],
        ltd_o[lane], counts_o[4*lane +: 4], fired_o[lane], in_window_o[lane], positive_o[lane],
        negative_o[lane]});
    if (started) begin
      assert (given[22:0] == {compared, cell_before});
      assert (given[23] == (host_write_i && host_lane == lane));
    end
    if (older) assert (host_cell_o == host_shown);
  end
endmodule

`default_nettype wire
