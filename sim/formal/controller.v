`default_nettype none

// The controller leaves every state, answers an image once, and teaches only what it should.
//
// Proved: no state lasts longer than 20 cycles once those that it waits for have answered; an
// image ends (`done_o`) with its last pass, after exactly one result, or none for a view; it is
// taught only where it was to be learned and lay within the margin; sweeps do not overlap.
// Assumed: what it waits for comes within four cycles: results captured, the scan's end, a free
// result register, the last row. IDLE waits for the next image as long as that takes.
module formal_controller (
  input wire clk_i,
  input wire rst_ni,
  input wire launch_i,
  input wire launch_last_i,
  input wire learn_i,
  input wire more_i,
  input wire [3:0] label_i,
  input wire capture_i,
  input wire scan_empty_i,
  input wire within_margin_i,
  input wire result_free_i,
  input wire typed_i,
  input wire last_row_i
);
  localparam [4:0] LONGEST = 5'd20;
  localparam [3:0] IDLE = 4'd0;

  wire idle;
  wire [3:0] label;
  wire walk;
  wire fill;
  wire take;
  wire decide;
  wire result;
  wire result_learn;
  wire teach;
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
    .scan_empty_i(scan_empty_i),
    .within_margin_i(within_margin_i),
    .result_free_i(result_free_i),
    .typed_i(typed_i),
    .last_row_i(last_row_i),
    .idle_o(idle),
    .label_o(label),
    .walk_o(walk),
    .fill_o(fill),
    .take_o(take),
    .decide_o(decide),
    .result_o(result),
    .result_learn_o(result_learn),
    .teach_o(teach),
    .done_o(done)
  );

  (* hierconn *) wire [3:0] \u_dut.state_q ;
  (* hierconn *) wire \u_dut.learn_q ;
  (* hierconn *) wire \u_dut.more_q ;
  (* hierconn *) wire \u_dut.last_q ;
  wire [3:0] state = \u_dut.state_q ;

  reg started = 1'b0;
  reg [3:0] state_before;
  reg [4:0] stays = 5'd0;
  reg [2:0] unanswered = 3'd0;
  wire answered = capture_i && scan_empty_i && result_free_i && last_row_i;
  // the image at hand, as it was launched
  reg learn;
  reg more;
  reg last = 1'b0;
  reg [3:0] class;
  reg told = 1'b0;
  reg taught = 1'b0;

  always @(posedge clk_i) begin
    started <= 1'b1;
    state_before <= state;
    stays <= !rst_ni || state == IDLE || state != state_before ? 5'd0 : stays + 5'd1;
    unanswered <= answered ? 3'd0 : unanswered + 3'd1;
    if (idle && launch_i) begin
      {learn, more, last, class} <= {learn_i, more_i, launch_last_i, label_i};
      told <= 1'b0;
      taught <= 1'b0;
    end
    if (result) begin
      told <= 1'b1;
      taught <= result_learn;
    end
    if (!rst_ni) {told, taught} <= 2'd0;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (unanswered == 3'd3) assume (answered);
    if (started) begin
      assert (stays <= LONGEST);
      assert (unanswered <= 3'd3);
      assert (idle == (state == IDLE));
      assert (take + decide + teach + walk <= 1);
      if (!idle) begin
        assert ({\u_dut.learn_q , \u_dut.more_q , \u_dut.last_q , label} ==
            {learn, more, last, class});
      end
      // before its result, waiting for it, behind it
      if (state >= 4'd1 && state <= 4'd5) assert (!told);
      if (state == 4'd3 || state == 4'd4 || state == 4'd5) assert (last);
      if (state == 4'd4 || state == 4'd5) assert (!more);
      if (state >= 4'd6) assert (last && told && taught && !more && learn);
      if (result) assert (!told && !more && last && result_learn == (learn && within_margin_i));
      if (done) assert (last && (more ? !told : told));
      if (teach || fill) assert (taught && learn);
    end
  end
endmodule

`default_nettype wire
