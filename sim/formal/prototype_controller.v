`default_nettype none

// The controller of scheme "prototype" leaves every state and answers an image once.
//
// Proved: no state but IDLE lasts longer than 20 cycles once those that it waits for have
// answered; an image ends (`done_o`) behind its last pass, after exactly one result, or none for a
// view; rows are swept and neurons updated only where the image was to be learned; turns go one
// after the other.
// Assumed: what it waits for comes within four cycles: results captured, a free result register.
module formal_prototype_controller (
  input wire clk_i,
  input wire rst_ni,
  input wire launch_i,
  input wire launch_last_i,
  input wire learn_i,
  input wire more_i,
  input wire [3:0] label_i,
  input wire capture_i,
  input wire result_free_i,
  input wire recruit_i
);
  localparam [4:0] LONGEST = 5'd20;
  localparam [2:0] IDLE = 3'd0;
  localparam [2:0] TURNS = 3'd7;

  wire idle;
  wire [3:0] label;
  wire walk;
  wire result;
  wire result_learn;
  wire sweep;
  wire update;
  wire [3:0] turn;
  wire done;

  controller u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .launch_i(launch_i),
    .launch_last_i(launch_last_i),
    .learn_i(learn_i),
    .more_i(more_i),
    .label_i(label_i),
    .capture_i(capture_i),
    .result_free_i(result_free_i),
    .recruit_i(recruit_i),
    .idle_o(idle),
    .label_o(label),
    .walk_o(walk),
    .result_o(result),
    .result_learn_o(result_learn),
    .sweep_o(sweep),
    .update_o(update),
    .turn_o(turn),
    .done_o(done)
  );

  (* hierconn *) wire [2:0] \u_dut.state_q ;
  (* hierconn *) wire \u_dut.learn_q ;
  (* hierconn *) wire \u_dut.more_q ;
  (* hierconn *) wire \u_dut.last_q ;
  wire [2:0] state = \u_dut.state_q ;

  reg started = 1'b0;
  reg [2:0] state_before;
  reg [4:0] stays = 5'd0;
  reg [1:0] unanswered = 2'd0;
  wire answered = capture_i && result_free_i;
  // the image at hand, as it was launched
  reg learn;
  reg more;
  reg last = 1'b0;
  reg [3:0] class;
  reg told = 1'b0;

  always @(posedge clk_i) begin
    started <= 1'b1;
    state_before <= state;
    stays <= !rst_ni || state == IDLE || state != state_before ? 5'd0 : stays + 5'd1;
    unanswered <= answered ? 2'd0 : unanswered + 2'd1;
    if (idle && launch_i) begin
      {learn, more, last, class} <= {learn_i, more_i, launch_last_i, label_i};
      told <= 1'b0;
    end
    if (result) told <= 1'b1;
    if (!rst_ni) told <= 1'b0;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (unanswered == 2'd3) assume (answered);
    if (started) begin
      assert (stays <= LONGEST);
      assert (idle == (state == IDLE));
      assert (walk + sweep + update <= 1);
      if (!idle) begin
        assert ({\u_dut.learn_q , \u_dut.more_q , \u_dut.last_q , label} ==
            {learn, more, last, class});
      end
      if (state == TURNS) assert (turn != 4'd0 && (turn & (turn - 4'd1)) == 4'd0);
      if (state >= 3'd1 && state <= 3'd4) assert (!told);
      if (state == 3'd3 || state == 3'd4) assert (last);
      if (state == 3'd4) assert (!more);
      if (state >= 3'd5) assert (last && told && !more && learn);
      if (result) assert (!told && !more && last && result_learn == learn);
      if (done) assert (last && (more ? !told && !result : told || result));
      if (sweep || update) assert (learn && told);
    end
  end
endmodule

`default_nettype wire
