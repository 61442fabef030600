`default_nettype none

// Inference between classes: the class decided is that of the literal ramp.
//
// A threshold falls by one a cycle from above every sum (of all views so far). Proved, of an
// arbitrary class and so of each: it does not reach its sum before the class decided does; when
// that one fires, at its sum, no lower class fires; a class of which no view had a recruited
// neuron never takes part, and where none does the decision is class 0. Sums, views, pauses and
// all that happens before and behind a scan are free.
// Assumed: nothing. That the sums of eight views stay in their width is for `spec` to see to.
module formal_decision (
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
  (* hierconn *) wire \u_dut.done_h_q ;
  (* hierconn *) wire [3:0] \u_dut.class_h_q ;
  (* hierconn *) wire \u_dut.done_i_q ;
  (* hierconn *) wire [3:0] \u_dut.class_i_q ;
  (* hierconn *) wire \u_dut.known ;
  (* hierconn *) wire [SUM-1:0] \u_dut.total ;
  (* hierconn *) wire \u_dut.best_known_q ;
  (* hierconn *) wire [SUM-1:0] \u_dut.best_q ;
  wire [1:0] member = \u_dut.member_q ;
  reg started = 1'b0;
  always @(posedge clk_i) started <= 1'b1;

  // The sums are recorded, then the ramp falls, whatever the scan does meanwhile.
  localparam [1:0] GATHER = 2'd0;
  localparam [1:0] DECIDE = 2'd1;
  localparam [1:0] FALL = 2'd2;
  localparam [1:0] REST = 2'd3;
  reg [1:0] phase;
  // any class, and its sum
  (* anyconst *) reg [3:0] witness;
  reg known;
  reg signed [SUM-1:0] total;
  reg signed [SUM-1:0] fall;
  reg signed [SUM-1:0] decided_total;
  reg [3:0] decided;
  // class whose sum comes next
  reg [3:0] coming;
  wire [3:0] behind = coming + {3'd0, \u_dut.done_i_q } + {3'd0, \u_dut.done_h_q };
  wire [3:0] gathered = phase == DECIDE ? CLASSES : coming;
  wire heard = known && witness < gathered;
  wire fires = known && total >= fall;
  wire signed [SUM-1:0] best = \u_dut.best_q ;

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      coming <= 4'd0;
      phase <= GATHER;
    end else begin
      if (\u_dut.done_i_q ) coming <= coming == CLASSES - 1 ? 4'd0 : coming + 4'd1;
      case (phase)
        GATHER: if (\u_dut.done_i_q && coming == CLASSES - 1) phase <= DECIDE;
        DECIDE: phase <= \u_dut.best_known_q ? FALL : REST;
        FALL: if (fall == decided_total) phase <= REST;
        default: if (coming == 0 && ! \u_dut.done_i_q ) phase <= GATHER;
      endcase
    end
    if (phase == DECIDE) begin
      decided <= class;
      decided_total <= best;
      fall <= {1'b0, {(SUM-1){1'b1}}};
    end else if (fall != decided_total) begin
      fall <= fall - 1;
    end
    if (phase == GATHER && \u_dut.done_i_q && coming == witness) begin
      known <= \u_dut.known ;
      total <= \u_dut.total ;
    end
  end

  always @* begin
    if (!started) assume (!rst_ni);
    assume (witness < CLASSES);
    if (started) begin
      assert (coming < CLASSES && member < GROUP && \u_dut.class_q < CLASSES);
      assert (!(\u_dut.done_i_q && \u_dut.done_h_q ));
      assert (\u_dut.class_q == (behind >= CLASSES ? behind - CLASSES : behind));
      if (\u_dut.done_h_q ) assert (\u_dut.class_h_q == coming);
      if (\u_dut.done_h_q ) assert (member == 0);
      if (\u_dut.done_i_q ) assert (\u_dut.class_i_q == coming && member <= 1);
      if (phase == DECIDE || (phase == GATHER && coming != 0)) begin
        assert (class < gathered);
        if (heard) begin
          assert (\u_dut.best_known_q );
          if (witness < class) assert (total < best);
          else assert (total <= best);
        end
        if (witness == class && \u_dut.best_known_q ) assert (heard && total == best);
        if (!\u_dut.best_known_q ) assert (class == 0);
      end
      if (phase == FALL) begin
        assert (decided < CLASSES && decided_total <= fall);
        if (known && witness < decided) assert (total < decided_total);
        if (known) assert (total <= decided_total);
        if (witness == decided) assert (known && total == decided_total);
        // the first to fire is the class decided, at its sum
        if (fall != decided_total) assert (!fires);
        else if (witness == decided) assert (fires);
        else if (witness < decided) assert (!fires);
      end
    end
  end
endmodule

`default_nettype wire
