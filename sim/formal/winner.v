`default_nettype none

// Teaching: the search of a winner is the literal ramp, for every score.
//
// A threshold falls by one a cycle from above every score; the first column of the label's group
// whose potential reaches it fires, of several the lowest. Proved, for every part: the column that
// the running maximum kept is the one that fires, its score is the threshold at which it does, its
// bias and wins are given on, wins counted and saturating; where the group has a free neuron, the
// lowest of these is given instead, with no bias and one win. Scores are free, whatever membranes
// they come from, and so are pauses of the scan and all that happens before and behind it.
// Assumed: the label is a class and stands from the first column of a scan to its last.
module formal_winner (
  input wire clk_i,
  input wire rst_ni,
  input wire valid_i,
  input wire recruited_i,
  input wire [63:0] infer_i,
  input wire [PARTS*LEARN-1:0] learn_i,
  input wire [PARTS*BIAS-1:0] biases_i,
  input wire [PARTS*WINS-1:0] wins_i,
  input wire [3:0] label_i,
  input wire views_i
);
  localparam integer COLUMNS = 30;
  localparam integer LANES = 7;
  localparam integer GROUP = 3;
  localparam integer PARTS = 4;
  localparam integer BIAS = 10;
  localparam integer WINS = 7;
  localparam integer LEARN = 18;
  localparam integer PLACE = 11;

  wire recruit;
  wire [PARTS*PLACE-1:0] places;
  wire [PARTS*BIAS-1:0] biases;
  wire [PARTS*WINS-1:0] wins;
  wire [3:0] class;
  wire fired;
  wire [7:0] offsets;
  reg [3:0] label;

  winner u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .valid_i(valid_i),
    .recruited_i(recruited_i),
    .infer_i(infer_i),
    .learn_i(learn_i),
    .biases_i(biases_i),
    .wins_i(wins_i),
    .label_i(label),
    .views_i(views_i),
    .class_o(class),
    .fired_o(fired),
    .recruit_o(recruit),
    .places_o(places),
    .biases_o(biases),
    .wins_o(wins),
    .offsets_o(offsets)
  );

  (* hierconn *) wire [4:0] \u_dut.column_q ;
  (* hierconn *) wire [2:0] \u_dut.pass_q ;
  (* hierconn *) wire [2:0] \u_dut.lane_q ;
  (* hierconn *) wire [1:0] \u_dut.member_q ;
  (* hierconn *) wire [3:0] \u_dut.class_q ;
  (* hierconn *) wire [PLACE-1:0] \u_dut.free_place_q ;
  (* hierconn *) wire [PARTS*PLACE-1:0] \u_dut.best_place ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_best[0].u_best.learn_q ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_best[1].u_best.learn_q ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_best[2].u_best.learn_q ;
  (* hierconn *) wire [LEARN-1:0] \u_dut.gen_best[3].u_best.learn_q ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_best[0].u_best.wins_q ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_best[1].u_best.wins_q ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_best[2].u_best.wins_q ;
  (* hierconn *) wire [WINS-1:0] \u_dut.gen_best[3].u_best.wins_q ;
  wire [PARTS*LEARN-1:0] best_learn = {\u_dut.gen_best[3].u_best.learn_q ,
      \u_dut.gen_best[2].u_best.learn_q , \u_dut.gen_best[1].u_best.learn_q ,
      \u_dut.gen_best[0].u_best.learn_q };
  wire [PARTS*WINS-1:0] best_wins = {\u_dut.gen_best[3].u_best.wins_q ,
      \u_dut.gen_best[2].u_best.wins_q , \u_dut.gen_best[1].u_best.wins_q ,
      \u_dut.gen_best[0].u_best.wins_q };

  // A scan is recorded, then the ramp falls, whatever the search does meanwhile.
  localparam [1:0] RECORD = 2'd0;
  localparam [1:0] KEEP = 2'd1;
  localparam [1:0] RAMP = 2'd2;
  localparam [1:0] WAIT = 2'd3;
  reg [1:0] state;
  reg started = 1'b0;
  wire [4:0] column = \u_dut.column_q ;
  wire [1:0] member = \u_dut.member_q ;
  wire begins = (column == 0 && !valid_i) || (column == COLUMNS - 1 && valid_i);
  wire [PARTS-1:0] over;

  // Members of the label's group that the scan has passed.
  wire [1:0] passed = state == KEEP || \u_dut.class_q > label ? GROUP :
      \u_dut.class_q == label ? member : 2'd0;
  reg [GROUP-1:0] free;
  wire [GROUP-1:0] seen_free = free & ((3'd1 << passed) - 3'd1);
  wire [1:0] lowest_free = seen_free[0] ? 2'd0 : seen_free[1] ? 2'd1 : 2'd2;
  wire [4:0] first_column = label * GROUP;
  wire [4:0] free_column = \u_dut.free_place_q >> 6;

  always @(posedge clk_i) begin
    started <= 1'b1;
    if (begins && !(valid_i && state == RECORD)) label <= label_i;
    if (state == RECORD && valid_i && \u_dut.class_q == label) free[member] <= !recruited_i;
    if (!rst_ni) state <= RECORD;
    else case (state)
      RECORD: if (valid_i && column == COLUMNS - 1) state <= KEEP;
      KEEP: state <= RAMP;
      RAMP: if (&over) state <= WAIT;
      default: if (begins) state <= RECORD;
    endcase
  end

  always @* begin
    if (!started) assume (!rst_ni);
    assume (label < 10);
    if (started) begin
      assert (column < COLUMNS && member < GROUP && \u_dut.class_q < 10);
      assert (column == \u_dut.class_q * GROUP + member);
      assert (\u_dut.lane_q < LANES && column == \u_dut.pass_q * LANES + \u_dut.lane_q );
      if (state == KEEP || (state == RECORD && column != 0)) begin
        assert (recruit == |seen_free);
        if (recruit) begin
          assert (free_column == first_column + lowest_free);
          assert (free_column == \u_dut.free_place_q [5:3] * LANES + \u_dut.free_place_q [2:0]);
        end
      end
    end
  end

  genvar q;
  generate
    for (q = 0; q < PARTS; q = q + 1) begin : gen_part
      reg signed [LEARN-1:0] score_0;
      reg signed [LEARN-1:0] score_1;
      reg signed [LEARN-1:0] score_2;
      reg [GROUP*BIAS-1:0] bias;
      reg [GROUP*WINS-1:0] won;
      wire signed [LEARN-1:0] best = best_learn[q*LEARN +: LEARN];
      wire [PLACE-1:0] place = \u_dut.best_place [q*PLACE +: PLACE];
      wire [4:0] chosen_column = place >> 6;
      wire [4:0] chosen = chosen_column - first_column;

      // What the search found, kept for the ramp.
      reg [1:0] kept;
      reg signed [LEARN-1:0] kept_score;

      // The ramp: one step a cycle from the largest score on.
      reg signed [LEARN-1:0] threshold;
      wire [GROUP-1:0] fires = {score_2 >= threshold, score_1 >= threshold, score_0 >= threshold};
      wire [1:0] first = fires[0] ? 2'd0 : fires[1] ? 2'd1 : 2'd2;
      assign over[q] = |fires;

      always @(posedge clk_i) begin
        if (state == RECORD && valid_i && \u_dut.class_q == label) begin
          if (member == 0) score_0 <= learn_i[q*LEARN +: LEARN];
          if (member == 1) score_1 <= learn_i[q*LEARN +: LEARN];
          if (member == 2) score_2 <= learn_i[q*LEARN +: LEARN];
          bias[member*BIAS +: BIAS] <= biases_i[q*BIAS +: BIAS];
          won[member*WINS +: WINS] <= wins_i[q*WINS +: WINS];
        end
        if (state == KEEP) begin
          kept <= chosen[1:0];
          kept_score <= best;
          threshold <= {1'b0, {(LEARN-1){1'b1}}};
        end else if (!over[q]) begin
          threshold <= threshold - 1;
        end
      end

      wire signed [LEARN-1:0] chosen_score =
          chosen == 0 ? score_0 : chosen == 1 ? score_1 : score_2;
      wire signed [LEARN-1:0] winning_score = kept == 0 ? score_0 : kept == 1 ? score_1 : score_2;
      wire [WINS-1:0] chosen_wins = won[chosen*WINS +: WINS];

      always @* begin
        if (started && (state == RECORD || state == KEEP) && passed != 0) begin
          // the running maximum is the best of those passed, the lowest of equals
          assert (chosen < passed);
          assert (best == chosen_score);
          assert (score_0 <= best && (passed < 2 || score_1 <= best) &&
              (passed < 3 || score_2 <= best));
          assert ((chosen < 1 || score_0 < best) && (chosen < 2 || score_1 < best));
          assert (chosen_column == place[5:3] * LANES + place[2:0]);
          assert (best_wins[q*WINS +: WINS] == chosen_wins);
          if (recruit) begin
            assert (places[q*PLACE +: PLACE] == \u_dut.free_place_q );
            assert (biases[q*BIAS +: BIAS] == 0 && wins[q*WINS +: WINS] == 1);
          end else begin
            assert (places[q*PLACE +: PLACE] == place);
            assert (wins[q*WINS +: WINS] == (&chosen_wins ? chosen_wins : chosen_wins + 7'd1));
          end
        end
        if (started && state == RAMP) begin
          assert (score_0 <= threshold || over[q]);
          assert (score_1 <= threshold || over[q]);
          assert (score_2 <= threshold || over[q]);
          assert (kept < GROUP && kept_score == winning_score);
          assert (score_0 <= kept_score && score_1 <= kept_score && score_2 <= kept_score);
          assert ((kept < 1 || score_0 < kept_score) && (kept < 2 || score_1 < kept_score));
          assert (kept_score <= threshold);
          // the first to fire is the winner, and fires at its score
          if (over[q]) assert (first == kept && threshold == kept_score);
        end
      end
    end
  endgenerate
endmodule

`default_nettype wire
