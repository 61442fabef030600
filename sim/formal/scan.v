`default_nettype none

// The soma scan brings every column to its scores, for every drive and word.
//
// Proved: a lane walked is a column six cycles later, columns ascending; on the way each
// compartment gets the drive that its lane kept and its field of the word read, the soma adds
// the four, and the recruited bit comes along. The walk may pause and the host or the update may
// read in between.
// Assumed: as the controller does, a walk begins at lane 0 and visits no lane past the last.
// What a compartment makes of its drive, field and soma is proved in score.v.
module formal_scan (
  input wire clk_i,
  input wire rst_ni,
  input wire walk_i,
  input wire walk_first_i,
  input wire [LANES*PARTS*DRIVE-1:0] drives_i,
  input wire host_i,
  input wire update_i,
  input wire [COLUMN-1:0] host_column_i,
  input wire [COLUMN-1:0] update_column_i,
  input wire [PARTS*(BIAS+WINS):0] word_i
);
  localparam integer COLUMNS = 30;
  localparam integer LANES = 7;
  localparam integer PARTS = 4;
  localparam integer COLUMN = 5;
  localparam integer DRIVE = 7;
  localparam integer BIAS = 10;
  localparam integer WINS = 7;
  localparam integer INFER = 16;
  localparam integer LEARN = 18;
  localparam integer SOMA = 14;

  wire [COLUMN-1:0] read_column;
  wire valid;
  wire recruited;
  wire [PARTS*INFER-1:0] infer;
  wire [PARTS*LEARN-1:0] learn;
  wire [PARTS*BIAS-1:0] biases;
  wire [PARTS*WINS-1:0] wins;
  wire host;
  wire update;

  soma_scan u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .walk_first_i(walk_first_i),
    .walk_i(walk_i),
    .drives_i(drives_i),
    .host_i(host_i),
    .host_column_i(host_column_i),
    .update_i(update_i),
    .update_column_i(update_column_i),
    .word_i(word_i),
    .read_column_o(read_column),
    .host_o(host),
    .update_o(update),
    .valid_o(valid),
    .recruited_o(recruited),
    .infer_o(infer),
    .learn_o(learn),
    .biases_o(biases),
    .wins_o(wins)
  );

  // Inside the scan.
  (* hierconn *) wire [LANES-1:0] \u_dut.select_b_q ;
  (* hierconn *) wire [COLUMN-1:0] \u_dut.column_q ;
  (* hierconn *) wire \u_dut.valid_b_q ;
  (* hierconn *) wire \u_dut.valid_c_q ;
  (* hierconn *) wire \u_dut.valid_d_q ;
  (* hierconn *) wire \u_dut.valid_e_q ;
  (* hierconn *) wire \u_dut.valid_f_q ;
  (* hierconn *) wire \u_dut.recruited_e_q ;
  (* hierconn *) wire \u_dut.recruited_f_q ;
  (* hierconn *) wire [SOMA-1:0] \u_dut.soma_f_q ;
  (* hierconn *) wire [PARTS*DRIVE-1:0] \u_dut.drives_c_q ;
  (* hierconn *) wire [PARTS*DRIVE-1:0] \u_dut.drives_d_q ;
  (* hierconn *) wire [PARTS*SOMA-1:0] \u_dut.score_likelihood ;

  // Reset comes first.
  reg started = 1'b0;
  always @(posedge clk_i) started <= 1'b1;

  // The lane and the column of stage B; bit 0 of `alive` is stage B, bit 5 stage G.
  reg [2:0] lane;
  reg [COLUMN-1:0] column;
  reg [COLUMN-1:0] column_c;
  reg taken_c;
  reg [5:0] alive;
  reg [PARTS*DRIVE-1:0] drives_c;
  reg [PARTS*DRIVE-1:0] drives_d;
  reg [SOMA-1:0] soma_f;
  reg [2:0] recruited_g;

  always @(posedge clk_i) begin
    alive <= rst_ni ? {alive[4:0], walk_i} : 6'd0;
    if (walk_first_i) lane <= 3'd0;
    else if (walk_i) lane <= lane + 3'd1;
    if (!rst_ni) column <= 0;
    else if (alive[0]) column <= column == COLUMNS - 1 ? 0 : column + 1;
    column_c <= column;
    taken_c <= host_i || update_i;
    drives_c <= drives_i[lane*PARTS*DRIVE +: PARTS*DRIVE];
    drives_d <= drives_c;
    recruited_g <= rst_ni ? {recruited_g[1:0], word_i[PARTS*(BIAS+WINS)]} : 3'd0;
    // the soma adds its four dendrites
    soma_f <= \u_dut.score_likelihood [0 +: SOMA] + \u_dut.score_likelihood [SOMA +: SOMA] +
        \u_dut.score_likelihood [2*SOMA +: SOMA] + \u_dut.score_likelihood [3*SOMA +: SOMA];
  end

  // each compartment's score gets its own drive and field, and its scores come out in its place
  (* hierconn *) wire [DRIVE-1:0] \u_dut.gen_score[0].u_score.drive_i ;
  (* hierconn *) wire [BIAS+WINS-1:0] \u_dut.gen_score[0].u_score.field_i ;
  (* hierconn *) wire [INFER-1:0] \u_dut.gen_score[0].u_score.infer_o ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_score[0].u_score.learn_o ;
  (* hierconn *) wire [BIAS-1:0] \u_dut.gen_score[0].u_score.bias_o ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_score[0].u_score.wins_o ;
  (* hierconn *) wire [DRIVE-1:0] \u_dut.gen_score[1].u_score.drive_i ;
  (* hierconn *) wire [BIAS+WINS-1:0] \u_dut.gen_score[1].u_score.field_i ;
  (* hierconn *) wire [INFER-1:0] \u_dut.gen_score[1].u_score.infer_o ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_score[1].u_score.learn_o ;
  (* hierconn *) wire [BIAS-1:0] \u_dut.gen_score[1].u_score.bias_o ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_score[1].u_score.wins_o ;
  (* hierconn *) wire [DRIVE-1:0] \u_dut.gen_score[2].u_score.drive_i ;
  (* hierconn *) wire [BIAS+WINS-1:0] \u_dut.gen_score[2].u_score.field_i ;
  (* hierconn *) wire [INFER-1:0] \u_dut.gen_score[2].u_score.infer_o ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_score[2].u_score.learn_o ;
  (* hierconn *) wire [BIAS-1:0] \u_dut.gen_score[2].u_score.bias_o ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_score[2].u_score.wins_o ;
  (* hierconn *) wire [DRIVE-1:0] \u_dut.gen_score[3].u_score.drive_i ;
  (* hierconn *) wire [BIAS+WINS-1:0] \u_dut.gen_score[3].u_score.field_i ;
  (* hierconn *) wire [INFER-1:0] \u_dut.gen_score[3].u_score.infer_o ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_score[3].u_score.learn_o ;
  (* hierconn *) wire [BIAS-1:0] \u_dut.gen_score[3].u_score.bias_o ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_score[3].u_score.wins_o ;

  always @* begin
    if (!started) assume (!rst_ni);
    if (walk_first_i) assume (walk_i);
    if (walk_i && !walk_first_i) assume (alive[0] && lane < LANES - 1);
    if (started) begin
      assert (alive == {valid, \u_dut.valid_f_q , \u_dut.valid_e_q , \u_dut.valid_d_q ,
          \u_dut.valid_c_q , \u_dut.valid_b_q });
      assert (column == \u_dut.column_q );
      if (alive[0]) assert (lane < LANES && \u_dut.select_b_q == 7'd1 << lane);
      if (alive[1] && !taken_c) assert (read_column == column_c);
      if (alive[1]) assert (\u_dut.drives_c_q == drives_c);
      if (alive[2]) assert (\u_dut.drives_d_q == drives_d);
      assert (\u_dut.soma_f_q == soma_f);
      assert (\u_dut.drives_d_q ==
          {\u_dut.gen_score[3].u_score.drive_i , \u_dut.gen_score[2].u_score.drive_i ,
          \u_dut.gen_score[1].u_score.drive_i , \u_dut.gen_score[0].u_score.drive_i });
      assert (word_i[PARTS*(BIAS+WINS)-1:0] ==
          {\u_dut.gen_score[3].u_score.field_i , \u_dut.gen_score[2].u_score.field_i ,
          \u_dut.gen_score[1].u_score.field_i , \u_dut.gen_score[0].u_score.field_i });
      assert (infer == {\u_dut.gen_score[3].u_score.infer_o , \u_dut.gen_score[2].u_score.infer_o ,
          \u_dut.gen_score[1].u_score.infer_o , \u_dut.gen_score[0].u_score.infer_o });
      assert (learn == {\u_dut.gen_score[3].u_score.learn_o , \u_dut.gen_score[2].u_score.learn_o ,
          \u_dut.gen_score[1].u_score.learn_o , \u_dut.gen_score[0].u_score.learn_o });
      assert (biases == {\u_dut.gen_score[3].u_score.bias_o , \u_dut.gen_score[2].u_score.bias_o ,
          \u_dut.gen_score[1].u_score.bias_o , \u_dut.gen_score[0].u_score.bias_o });
      assert (wins == {\u_dut.gen_score[3].u_score.wins_o , \u_dut.gen_score[2].u_score.wins_o ,
          \u_dut.gen_score[1].u_score.wins_o , \u_dut.gen_score[0].u_score.wins_o });
      assert (recruited_g == {recruited, \u_dut.recruited_f_q , \u_dut.recruited_e_q });
    end
  end
endmodule

`default_nettype wire
