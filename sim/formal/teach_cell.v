`default_nettype none
`include "switching_table.vh"

// Teach cell: the cell of the winner of a row's part is pulsed, and written back in its word.
//
// Proved, of every slot: one draw, but none in recruiting; the cell of the part's winner sees
// rotl16(s, c & 15) ^ M[c >> 4] and the threshold of its amplitude code, 7 - (w >> 2) of an active
// row, 8 + (w >> 2) of a silent one, and the compartment's offset, clipped; where it switches, it
// moves by one and stays within plus or minus 31; in recruiting it becomes +8 or -8; the word is
// written with that cell alone replaced, at its own address; a row of no part is not written. The
// part's bias moves by sp(after) - sp(before), or sp of the start weight. The host's cell likewise.
// Assumed: places, rule and recruiting stand through a sweep; weights within plus or minus 31; the
// host comes between sweeps, its data and lane stand.
module formal_teach_cell (
  input wire clk_i,
  input wire rst_ni,
  input wire teach_i,
  input wire active_i,
  input wire [3:0] part_i,
  input wire [15:0] state_i,
  input wire [41:0] word_i,
  input wire host_i,
  input wire [5:0] address_i,
  input wire table_we_i,
  input wire [5:0] table_addr_i,
  input wire [15:0] table_data_i
);
  localparam [15:0] M = 16'h9e37;
  (* anyconst *) reg recruit_i;
  (* anyconst *) reg [43:0] places_i;
  (* anyconst *) reg [7:0] offsets_i;
  (* anyconst *) reg [4:0] rule_i;
  (* anyconst *) reg [2:0] host_lane_i;
  (* anyconst *) reg [5:0] host_weight_i;
  wire table_host_i = 1'b0;

  wire draw_o;
  wire [5:0] host_weight_o;
  wire [15:0] table_data_o;
  wire ltp_o;
  wire ltd_o;
  wire switched_o;
  wire saturated_o;
  wire we_o;
  wire [5:0] address_o;
  wire [41:0] word_o;
  wire [3:0] moved_o;
  wire [9:0] change_o;

  teach_cell u_dut (.*);

  `include "reset.vh"
  `include "sp.vh"

  // A slot as it goes: cycles since it was given.
  reg [2:0] age = 3'd0;
  reg [1:0] given;
  reg [3:0] part_1;
  reg [3:0] part_2;
  reg [3:0] part_3;
  reg [3:0] part_4;
  reg [3:0] part_5;
  reg [3:0] part_6;
  reg [4:0] valid = 5'd0;
  reg [6:1] actives;
  reg [5:3] hosts = 3'd0;

  // In the second cycle: the winner, its cell and its word.
  reg [10:0] place;
  reg [1:0] offset;
  integer k;
  always @* begin
    place = 11'd0;
    offset = 2'd0;
    for (k = 0; k < 4; k = k + 1) if (part_2[k]) begin
      place = places_i[11*k +: 11];
      offset = offsets_i[2*k +: 2];
    end
  end
  wire [15:0] column = place[10:6];
  wire [2:0] lane = valid[1] ? place[2:0] : host_lane_i;
  wire signed [5:0] cell_read = word_i[6*lane +: 6];
  wire [15:0] rotated = state_i << column[3:0] | state_i >> (16 - column[3:0]);

  // In the third: the pulse.
  reg signed [5:0] weight_3;
  reg [15:0] random_3;
  reg [1:0] offset_3;
  reg [2:0] lane_3;
  reg [41:0] word_3;
  reg [5:0] address_4;
  integer code;
  always @* begin
    code = (actives[3] ? 7 - (weight_3 >>> 2) : 8 + (weight_3 >>> 2)) + $signed({1'b0, offset_3});
    if (code > 15) code = 15;
    if (code < 0) code = 0;
  end
  wire axis_x = rule_i[4];
  wire up = axis_x ? rule_i[3] : (actives[3] == rule_i[2]) != rule_i[3];
  wire sends = valid[2] && !recruit_i && (actives[3] ? rule_i[1] : rule_i[0]);
  wire [15:0] threshold = {10'd1, rule_i[2], !up, code[3:0]};

  // In the fourth: the switch.
  reg pulse_4;
  reg up_4;
  reg switch_4;
  reg signed [5:0] weight_4;
  reg [2:0] lane_4;
  reg [41:0] word_4;
  wire limited = up_4 ? weight_4 == 31 : weight_4 == -31;
  reg signed [5:0] weight;
  reg [41:0] replaced;
  always @* begin
    weight = weight_4;
    if (hosts[4]) weight = host_weight_i;
    else if (recruit_i) weight = actives[4] ? 8 : -8;
    else if (switch_4 && !limited) weight = up_4 ? weight_4 + 6'sd1 : weight_4 - 6'sd1;
    replaced = word_4;
    replaced[6*lane_4 +: 6] = weight;
  end

  // In the fifth and the sixth: the word, the bias.
  reg [41:0] word_5;
  reg [5:0] address_5;
  reg moved_5;
  reg moved_6;
  reg [9:0] change_5;
  reg [9:0] change_6;
  always @(posedge clk_i) begin
    age <= !rst_ni ? 3'd0 : age == 3'd6 ? age : age + 3'd1;
    {part_6, part_5, part_4, part_3, part_2, part_1} <=
        {part_5, part_4, part_3, part_2, part_1, part_i};
    valid <= rst_ni ? {valid[3:1], valid[0] && part_1 != 4'd0, teach_i} : 5'd0;
    actives <= {actives[5:1], active_i};
    hosts <= rst_ni ? {hosts[4:3], host_i} : 3'd0;
    {weight_3, random_3, offset_3, lane_3, word_3} <=
        {cell_read, rotated ^ ((column >> 4) * M), offset, lane, word_i};
    {pulse_4, up_4, switch_4} <= {sends, up, sends && random_3 < threshold};
    {weight_4, lane_4, word_4, address_4} <= {weight_3, lane_3, word_3, address_i};
    {word_5, address_5} <= {replaced, address_4};
    moved_5 <= valid[3] && (recruit_i || weight != weight_4);
    change_5 <= sp[10*(weight + 31) +: 10] - (recruit_i ? 10'd0 : sp[10*(weight_4 + 31) +: 10]);
    {moved_6, change_6} <= {moved_5, change_5};
  end

  always @* begin
    assume ((part_i & (part_i - 4'd1)) == 4'd0);
    assume (host_lane_i < 3'd7 && cell_read >= -31);
    for (k = 0; k < 4; k = k + 1) assume (places_i[11*k +: 3] < 3'd7);
    if (host_i) assume (!teach_i && valid == 5'd0);
    if (teach_i) assume (hosts == 3'd0);
    assume (!table_we_i);
    if (age >= 3'd1) assert (draw_o == (valid[0] && !recruit_i));
    if (age >= 3'd2 && host_i) assert (host_weight_o == cell_read);
    if (age >= 3'd4) begin
      assert (ltp_o == (pulse_4 && up_4) && ltd_o == (pulse_4 && !up_4));
      assert (switched_o == switch_4 && saturated_o == (switch_4 && limited));
    end
    if (age >= 3'd5) begin
      assert (we_o == (valid[4] || hosts[5]));
      if (we_o) assert (word_o == word_5 && address_o == address_5);
    end
    if (age == 3'd6) begin
      assert (moved_o == (moved_6 ? part_6 : 4'd0));
      if (moved_o != 4'd0) assert (change_o == change_6);
    end
  end
endmodule

`default_nettype wire
