`default_nettype none

// The scores that the soma scan brings are those of the contract, for every drive, bias and wins.
//
// Proved: a compartment's membrane starts at minus its bias and integrates 16 times its drive, the
// soma adds the four; six cycles after a lane was walked the scan shows 7 L + T and
// 5 L + 3 T - 512 wins, with the bias, the wins and the recruited bit of the word that the memory
// gave; columns are read in ascending order. The walk may pause and the host may read in between.
// Assumed: as the controller does, a walk begins at lane 0 and visits no lane past the last.
module formal_score (
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
  reg [2:0] age = 3'd0;
  always @(posedge clk_i) begin
    started <= 1'b1;
    if (age != 3'd7) age <= age + 3'd1;
  end

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

  genvar q;
  generate
    for (q = 0; q < PARTS; q = q + 1) begin : gen_part
      part u_part (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .age_i(age),
        .drive_d_i(\u_dut.drives_d_q [q*DRIVE +: DRIVE]),
        .field_d_i(word_i[q*(BIAS+WINS) +: BIAS+WINS]),
        .likelihood_e_i(\u_dut.score_likelihood [q*SOMA +: SOMA]),
        .soma_f_i(\u_dut.soma_f_q ),
        .infer_g_i(infer[q*INFER +: INFER]),
        .learn_g_i(learn[q*LEARN +: LEARN]),
        .field_g_i({wins[q*WINS +: WINS], biases[q*BIAS +: BIAS]})
      );
    end
  endgenerate

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
      assert (recruited_g == {recruited, \u_dut.recruited_f_q , \u_dut.recruited_e_q });
    end
  end
endmodule

// The stages of one compartment.
module part (
  input wire clk_i,
  input wire rst_ni,
  input wire [2:0] age_i,
  input wire signed [6:0] drive_d_i,
  input wire [16:0] field_d_i,
  input wire signed [13:0] likelihood_e_i,
  input wire signed [13:0] soma_f_i,
  input wire [15:0] infer_g_i,
  input wire [17:0] learn_g_i,
  input wire [16:0] field_g_i
);
  reg signed [11:0] membrane_e;
  reg signed [13:0] likelihood_f;
  reg signed [15:0] infer_g;
  reg signed [17:0] learn_g;
  wire signed [17:0] own = likelihood_f;
  wire signed [17:0] soma = soma_f_i;
  reg [16:0] field_e;
  reg [16:0] field_f;
  reg [16:0] field_g;

  always @(posedge clk_i) begin
    // starts at minus the bias, and integrates 16 times each weight
    membrane_e <= 16 * drive_d_i - $signed({1'b0, field_d_i[9:0]});
    likelihood_f <= likelihood_e_i;
    // 7 L + T; 5 L + 3 T - 512 wins
    infer_g <= ((own <<< 3) - own) + soma_f_i;
    learn_g <= (own <<< 2) + own + (soma <<< 1) + soma - {2'd0, field_f[16:10], 9'd0};
    field_e <= field_d_i;
    field_f <= field_e;
    field_g <= rst_ni ? field_f : {7'd0, field_f[9:0]};
  end

  // whatever was walked, once it has come through the stages
  always @* begin
    if (age_i > 0) assert (likelihood_e_i == membrane_e);
    if (age_i > 3) begin
      assert (infer_g_i == infer_g);
      assert (learn_g_i == learn_g);
      assert (field_g_i == field_g);
    end
  end
endmodule

`default_nettype wire
