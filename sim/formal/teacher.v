`default_nettype none
`include "switching_table.vh"

// Teacher: a hidden column in four cycles, and what the lanes are filled with.
//
// Proved, of a column given to TEACH_OUT: a draw exactly where it fired; the words of the label,
// then of the rival are asked for; where it fired, the label's cell, then the rival's, moves by
// one towards its pulse exactly where its word is below the threshold, within plus or minus 127,
// and is written to its own class and column, and no other cell is; the class kept of the column
// is that of the weights as they stood before, and tells whether it has a type. Filling sends to
// the lane chosen, two cycles later, the pulse of the class that was kept of its column.
// The label's word is seen in the column's last cycle, the rival's and the label's write in the one
// behind, the rival's write in the next.
// Assumed: a column's data stand for its four cycles; columns are in range, counts at most 8;
// label and rival differ; weights within plus or minus 127; no column is read back while it is
// written; the host comes between images.
module formal_teacher (
  input wire clk_i,
  input wire rst_ni,
  input wire valid_i,
  input wire fill_i,
  input wire [79:0] word_i,
  input wire [2:0] column_i,
  input wire [2:0] next_column_i,
  input wire [2:0] select_i,
  input wire [3:0] count_i,
  input wire in_window_i,
  input wire [15:0] random_i
);
  localparam [2:0] COLUMNS = 3'd6;
  (* anyconst *) reg [3:0] label_i;
  (* anyconst *) reg [3:0] rival_i;
  (* anyconst *) reg [7:0] codes_i;
  (* anyconst *) reg [7:0] dead_zone_i;
  (* anyconst *) reg [31:0] breakpoints_i;
  (* anyconst *) reg [31:0] rules_i;
  wire host_i = 1'b0;
  wire host_write_i = 1'b0;
  wire [3:0] host_class_i = 4'd0;
  wire [7:0] host_weight_i = 8'd0;
  wire table_we_i = 1'b0;
  wire [5:0] table_addr_i = 6'd0;
  wire table_host_i = 1'b0;
  wire [15:0] table_data_i = 16'd0;

  wire draw_o;
  wire class_valid_o;
  wire [3:0] class_o;
  wire [9:0] we_o;
  wire [2:0] column_o;
  wire [7:0] weight_o;
  wire typed_o;
  wire wants_silent_o;
  wire [2:0] load_o;
  wire pulse_o;
  wire pulse_ltp_o;
  wire [15:0] threshold_o;
  wire [1:0] hidden_ltp_o;
  wire [1:0] hidden_ltd_o;
  wire ltp_o;
  wire ltd_o;
  wire switched_o;
  wire saturated_o;
  wire [7:0] host_weight_o;
  wire [15:0] table_data_o;

  teacher u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[0] ;
  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[1] ;
  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[2] ;
  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[3] ;
  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[4] ;
  (* hierconn *) wire [3:0] \u_dut.u_teach_store.u_class_memory.mem[5] ;
  wire [23:0] memory = {
      \u_dut.u_teach_store.u_class_memory.mem[5] ,
      \u_dut.u_teach_store.u_class_memory.mem[4] ,
      \u_dut.u_teach_store.u_class_memory.mem[3] ,
      \u_dut.u_teach_store.u_class_memory.mem[2] ,
      \u_dut.u_teach_store.u_class_memory.mem[1] ,
      \u_dut.u_teach_store.u_class_memory.mem[0] };
  (* hierconn *) wire \u_dut.turn_1_q ;
  (* hierconn *) wire \u_dut.turn_2_q ;
  (* hierconn *) wire \u_dut.turn_3_q ;
  (* hierconn *) wire \u_dut.turn_4_q ;

  // {sent, up, threshold} of a causal row by an entry of the rule table at a code
  function [17:0] pulse(input [7:0] entry, input signed [7:0] before);
    reg signed [7:0] code;
    reg up;
    begin
      code = before + $signed({{5{entry[7]}}, entry[7:5]});
      up = entry[4] ? entry[3] : entry[3] != entry[2];
      pulse = {18{entry[1] && code >= 0}} &
          {1'b1, up, 10'd1, entry[2], !up, code > 15 ? 4'd15 : code[3:0]};
    end
  endfunction

  // a weight with a switch of a junction
  function signed [7:0] moved(input signed [7:0] weight, input switches, input up);
    moved = !switches || weight == (up ? 127 : -127) ? weight : up ? weight + 1 : weight - 1;
  endfunction

  // The cycle of the column at hand, and what is known of it.
  reg [1:0] turn = 2'd0;
  reg fourth = 1'b0;
  reg fifth = 1'b0;
  reg [87:0] held;
  reg signed [7:0] new_label;
  reg signed [7:0] new_rival;
  reg [1:0] taught;
  reg [2:0] taught_column;
  reg [2:0] written_column;
  reg signed [7:0] old_rival;
  reg [16:0] rival_pulse;
  reg last_learns;
  reg [3:0] last_class;
  reg [1:0] last_gates;
  wire [87:0] given = {word_i, column_i, count_i, in_window_i};
  wire signed [7:0] label_weight = word_i[8*label_i +: 8];
  wire signed [7:0] rival_weight = word_i[8*rival_i +: 8];
  wire signed [7:0] code = $signed({4'd0, codes_i[7:4]}) + $signed({4'd0, (count_i - 4'd1) >> 1});
  wire [17:0] of_label = pulse(rules_i[23:16], code);
  wire [17:0] of_rival = pulse(rules_i[31:24], code);
  wire fired = count_i != 4'd0;

  // The modulator of the column.
  wire signed [15:0] d = label_weight - rival_weight;
  wire signed [15:0] size = d < 0 ? -d : d;
  wire learns = in_window_i && d != 0 && size >= dead_zone_i;
  wire signed [3:0] offset = (size >= breakpoints_i[31:24]) - (size < breakpoints_i[23:16]) -
      (size < breakpoints_i[15:8]) - (size < breakpoints_i[7:0]);
  wire [3:0] class = {d > 0, offset[2:0]};
  wire [1:0] gates = d > 0 ? rules_i[9:8] : rules_i[1:0];

  // A column's class as it was kept; what was read of it; what was filled.
  (* anyconst *) reg [2:0] witness;
  reg known;
  reg kept_learns;
  reg [3:0] kept;
  reg stands = 1'b0;
  reg stood_learns;
  reg [3:0] stood;
  reg [1:0] filled = 2'd0;
  reg [2:0] selected [0:1];
  reg [17:0] sent [0:1];
  wire [3:0] word = memory[4*witness +: 4];
  wire is_kept = kept_learns ? word == kept && kept[2:0] != 3'd4 : word[2:0] == 3'd4;
  wire signed [7:0] hidden = $signed({4'd0, codes_i[3:0]}) + $signed(stood[2:0]);
  always @(posedge clk_i) begin
    turn <= !rst_ni ? 2'd0 : turn == 2'd0 && !(valid_i && !fill_i) ? 2'd0 : turn + 2'd1;
    if (turn == 2'd0) held <= given;
    new_label <= moved(label_weight, fired && random_i < of_label[15:0], of_label[16]);
    new_rival <= moved(old_rival, taught[0] && random_i < rival_pulse[15:0], rival_pulse[16]);
    {fifth, fourth} <= rst_ni ? {fourth, turn == 2'd3} : 2'd0;
    {old_rival, rival_pulse} <= {rival_weight, of_rival[16:0]};
    taught <= {taught[0], fired};
    {written_column, taught_column} <= {taught_column, column_i};
    {last_learns, last_class, last_gates} <= {learns, class, gates};
    if (fourth && taught_column == witness) begin
      {known, kept_learns, kept} <= {1'b1, last_learns, last_class};
    end
    stands <= known && next_column_i == witness && !fourth;
    {stood_learns, stood} <= {kept_learns, kept};
    filled <= rst_ni ? {filled[0], stands && valid_i && fill_i} : 2'd0;
    selected[0] <= select_i;
    selected[1] <= selected[0];
    sent[1] <= sent[0];
    sent[0] <= stood_learns ? pulse(stood[3] ? rules_i[15:8] : rules_i[7:0], hidden) : 18'd0;
  end

  always @* begin
    assume (label_i < 4'd10 && rival_i < 4'd10 && label_i != rival_i);
    assume (witness < COLUMNS && column_i < COLUMNS && next_column_i < COLUMNS);
    assume (count_i <= 4'd8 && label_weight >= -127 && rival_weight >= -127);
    if (turn != 2'd0) assume (given == held && !fill_i && !valid_i);
    // what was kept before the reset is there
    if (!started) assume (!valid_i && !\u_dut.turn_4_q && (!known || is_kept));
    if (started) begin
      assert (\u_dut.turn_4_q == fourth);
      assert ({\u_dut.turn_3_q , \u_dut.turn_2_q , \u_dut.turn_1_q } == (4'd1 << turn) >> 1);
      if (known) assert (is_kept);
      assert (draw_o == (turn == 2'd0 && valid_i && !fill_i && fired));
      assert (class_valid_o == (turn == 2'd1 || turn == 2'd2));
      if (turn == 2'd1) assert (class_o == label_i);
      if (turn == 2'd2) assert (class_o == rival_i);
      assert (typed_o == (fourth && last_learns && last_gates != 2'd0));
      assert (wants_silent_o == (fourth && last_learns && last_gates[0]));
      if (fourth) begin
        assert (we_o == (taught[0] ? 10'd1 << label_i : 10'd0));
        if (taught[0]) assert (column_o == taught_column && weight_o == new_label);
      end else if (fifth) begin
        assert (we_o == (taught[1] ? 10'd1 << rival_i : 10'd0));
        if (taught[1]) assert (column_o == written_column && weight_o == new_rival);
      end else assert (we_o == 10'd0);
      if (filled[1]) begin
        assert (load_o == selected[1] && pulse_o == sent[1][17] && threshold_o == sent[1][15:0]);
        if (pulse_o) assert (pulse_ltp_o == sent[1][16]);
      end
    end
  end
endmodule

`default_nettype wire
