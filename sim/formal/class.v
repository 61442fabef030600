`default_nettype none

// Inference within a class: the search of its best compartments is the literal ramp.
//
// For every part a threshold falls by one a cycle from above every score; the first recruited
// neuron whose potential reaches it fires, and the soma adds the four thresholds at which its
// dendrites fire. Proved: the sum that the running maxima give is that sum; a class without a
// recruited neuron gives none. Scores, recruited bits, pauses and all that happens before and
// behind are free.
// Assumed: nothing; with decision.v this is the whole search of a class.
module formal_class (
  input wire clk_i,
  input wire rst_ni,
  input wire valid_i,
  input wire recruited_i,
  input wire [PARTS*INFER-1:0] infer_i,
  input wire [71:0] learn_i,
  input wire [39:0] biases_i,
  input wire [27:0] wins_i,
  input wire [3:0] label_i,
  input wire views_i
);
  localparam integer GROUP = 3;
  localparam integer PARTS = 4;
  localparam integer INFER = 16;
  localparam integer SUM = 21;
  localparam integer CLASSES = 10;

  wire [3:0] class;
  wire fired;
  wire recruit;
  wire [43:0] places;
  wire [39:0] biases;
  wire [27:0] wins;
  wire [7:0] offsets;

  winner u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .valid_i(valid_i),
    .recruited_i(recruited_i),
    .infer_i(infer_i),
    .learn_i(learn_i),
    .biases_i(biases_i),
    .wins_i(wins_i),
    .label_i(label_i),
    .views_i(views_i),
    .class_o(class),
    .fired_o(fired),
    .recruit_o(recruit),
    .places_o(places),
    .biases_o(biases),
    .wins_o(wins),
    .offsets_o(offsets)
  );

  (* hierconn *) wire [1:0] \u_dut.member_q ;
  (* hierconn *) wire [3:0] \u_dut.class_q ;
  (* hierconn *) wire \u_dut.any_q ;
  (* hierconn *) wire \u_dut.any_i_q ;
  (* hierconn *) wire [SUM-1:0] \u_dut.sum_i_q ;
  (* hierconn *) wire [PARTS*SUM-1:0] \u_dut.best_infer ;
  wire [1:0] member = \u_dut.member_q ;
  reg started = 1'b0;
  always @(posedge clk_i) started <= 1'b1;

  // Within a class: its scores are recorded, then the ramp falls, whatever the scan does meanwhile.
  localparam [2:0] RECORD = 3'd0;
  localparam [2:0] KEEP = 3'd1;
  localparam [2:0] ADD = 3'd2;
  localparam [2:0] RAMP = 3'd3;
  localparam [2:0] WAIT = 3'd4;
  reg [2:0] state;
  reg [GROUP-1:0] recruited;
  wire ends = valid_i && member == GROUP - 1;
  wire [PARTS-1:0] over;
  wire [1:0] passed = state == KEEP ? GROUP : member;
  wire [GROUP-1:0] races = recruited & ((3'd1 << passed) - 3'd1);

  always @(posedge clk_i) begin
    if (state == RECORD && valid_i) recruited[member] <= recruited_i;
    if (!rst_ni) state <= RECORD;
    else case (state)
      RECORD: if (ends) state <= KEEP;
      KEEP: state <= ADD;
      ADD: state <= \u_dut.any_i_q ? RAMP : WAIT;
      RAMP: if (&over) state <= WAIT;
      default: if (ends || (member == 0 && !valid_i)) state <= RECORD;
    endcase
  end

  reg signed [SUM-1:0] kept_sum;
  wire signed [SUM-1:0] fired_sum;
  wire signed [SUM-1:0] kept_total;
  wire signed [PARTS*SUM-1:0] thresholds;
  wire signed [PARTS*SUM-1:0] kepts;
  assign fired_sum = thresholds[0 +: SUM] + thresholds[SUM +: SUM] + thresholds[2*SUM +: SUM] +
      thresholds[3*SUM +: SUM];
  assign kept_total = kepts[0 +: SUM] + kepts[SUM +: SUM] + kepts[2*SUM +: SUM] +
      kepts[3*SUM +: SUM];
  always @(posedge clk_i) if (state == ADD) kept_sum <= \u_dut.sum_i_q ;

  always @* begin
    if (!started) assume (!rst_ni);
    if (started) begin
      assert (state <= WAIT && member < GROUP && \u_dut.class_q < CLASSES);
      if (state == KEEP || (state == RECORD && member != 0)) assert (\u_dut.any_q == |races);
      if (state == ADD) begin
        assert (\u_dut.any_i_q == |recruited);
        if (|recruited) assert (\u_dut.sum_i_q == kept_total);
      end
      if (state == RAMP) begin
        assert (|recruited && kept_sum == kept_total);
        // the soma adds the thresholds at which its dendrites fired
        if (&over) assert (kept_sum == fired_sum);
      end
    end
  end

  genvar q;
  generate
    for (q = 0; q < PARTS; q = q + 1) begin : gen_part
      reg signed [INFER-1:0] score_0;
      reg signed [INFER-1:0] score_1;
      reg signed [INFER-1:0] score_2;
      reg signed [INFER-1:0] kept;
      reg signed [INFER-1:0] threshold;
      wire signed [SUM-1:0] best = \u_dut.best_infer [q*SUM +: SUM];
      assign over[q] = |(recruited &
          {score_2 >= threshold, score_1 >= threshold, score_0 >= threshold});
      assign thresholds[q*SUM +: SUM] = {{(SUM-INFER){threshold[INFER-1]}}, threshold};
      assign kepts[q*SUM +: SUM] = {{(SUM-INFER){kept[INFER-1]}}, kept};

      always @(posedge clk_i) begin
        if (state == RECORD && valid_i) begin
          if (member == 0) score_0 <= infer_i[q*INFER +: INFER];
          if (member == 1) score_1 <= infer_i[q*INFER +: INFER];
          if (member == 2) score_2 <= infer_i[q*INFER +: INFER];
        end
        if (state == KEEP) kept <= best[INFER-1:0];
        if (state == ADD) threshold <= {1'b0, {(INFER-1){1'b1}}};
        else if (!over[q]) threshold <= threshold - 1;
      end

      always @* begin
        if (started && (state == KEEP || (state == RECORD && member != 0)) && |races) begin
          assert ((races[0] && best == score_0) || (races[1] && best == score_1) ||
              (races[2] && best == score_2));
          assert ((!races[0] || score_0 <= best) && (!races[1] || score_1 <= best) &&
              (!races[2] || score_2 <= best));
        end
        if (started && (state == ADD || state == RAMP) && |recruited) begin
          assert ((recruited[0] && kept == score_0) || (recruited[1] && kept == score_1) ||
              (recruited[2] && kept == score_2));
          assert ((!recruited[0] || score_0 <= kept) && (!recruited[1] || score_1 <= kept) &&
              (!recruited[2] || score_2 <= kept));
          if (state == RAMP) begin
            assert (kept <= threshold);
            if (over[q]) assert (kept == threshold);
          end
        end
      end
    end
  endgenerate

endmodule

`default_nettype wire
