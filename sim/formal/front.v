`default_nettype none

// The front: an image is launched pass by pass in order, with what its LAST carried.
//
// Proved: what LAST carried stands until the image's last launch; passes are launched ascending,
// the last one marked; no event is taken between LAST and the last launch, and, where the image is
// to be learned, none until `done_i`; a label out of range learns nothing; each event that is
// dropped is told in the cycle of its acceptance, by its own error; a step is issued only where
// the lanes may take it. While replayed rows run out and the readout answers, no state lasts
// longer than 20 cycles.
// Assumed: a replay has at most four rows and the readout is idle at least once in four cycles.
module formal_front (
  input wire clk_i,
  input wire rst_ni,
  input wire ev_valid_i,
  input wire [1:0] ev_kind_i,
  input wire [5:0] ev_data_i,
  input wire host_busy_i,
  input wire new_i,
  input wire replay_valid_i,
  input wire [4:0] replay_row_i,
  input wire idle_i,
  input wire done_i
);
  localparam [1:0] ROW = 2'd0;
  localparam [1:0] LAST = 2'd2;
  localparam [5:0] ROWS = 6'd20;
  localparam [3:0] CLASSES = 4'd10;
  localparam [4:0] LONGEST = 5'd20;

  wire ev_ready;
  wire insert;
  wire launch;
  wire launch_last;
  wire learn;
  wire more;
  wire [3:0] label;
  wire image;
  wire settle;
  wire step;
  wire acc;
  wire replay_next;
  wire error_row;
  wire error_step;
  wire error_label;

  front u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .ev_valid_i(ev_valid_i),
    .ev_ready_o(ev_ready),
    .ev_kind_i(ev_kind_i),
    .ev_data_i(ev_data_i),
    .host_busy_i(host_busy_i),
    .insert_o(insert),
    .new_i(new_i),
    .replay_valid_i(replay_valid_i),
    .replay_row_i(replay_row_i),
    .replay_next_o(replay_next),
    .acc_o(acc),
    .settle_o(settle),
    .step_o(step),
    .idle_i(idle_i),
    .launch_o(launch),
    .launch_last_o(launch_last),
    .learn_o(learn),
    .more_o(more),
    .label_o(label),
    .done_i(done_i),
    .image_o(image),
    .error_row_o(error_row),
    .error_step_o(error_step),
    .error_label_o(error_label)
  );

  (* hierconn *) wire [1:0] \u_dut.state_q ;
  (* hierconn *) wire \u_dut.pass_q ;
  (* hierconn *) wire \u_dut.input_step_q ;
  wire [1:0] state = \u_dut.state_q ;

  // The image at hand: events, launched in passes, being learned.
  localparam [1:0] EVENTS = 2'd0;
  localparam [1:0] PASSES = 2'd1;
  localparam [1:0] LEARNS = 2'd2;
  reg started = 1'b0;
  reg [1:0] phase = EVENTS;
  reg second = 1'b0;
  reg [5:0] carried;
  reg [1:0] state_before;
  reg [4:0] stays = 5'd0;
  reg [1:0] busy = 2'd0;
  reg [2:0] replayed = 3'd0;
  wire taken = ev_valid_i && ev_ready;
  wire good = ev_data_i[4] && !ev_data_i[5] && ev_data_i[3:0] < CLASSES;

  always @(posedge clk_i) begin
    started <= 1'b1;
    state_before <= state;
    stays <= !rst_ni || state == 2'd0 || state == 2'd3 || state != state_before ? 5'd0 :
        stays + 5'd1;
    busy <= idle_i ? 2'd0 : busy + 2'd1;
    replayed <= replay_next ? replayed + 3'd1 : 3'd0;
    if (taken && ev_kind_i == LAST) begin
      phase <= PASSES;
      second <= 1'b0;
      carried <= {ev_data_i[5], good, ev_data_i[3:0]};
    end
    if (launch) begin
      second <= 1'b1;
      if (second) phase <= carried[4] ? LEARNS : EVENTS;
    end
    if (phase == LEARNS && done_i) phase <= EVENTS;
    if (!rst_ni) phase <= EVENTS;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (busy == 2'd3) assume (idle_i);
    if (replayed == 3'd4) assume (!replay_valid_i);
    if (started) begin
      assert (phase <= LEARNS && busy <= 2'd3 && replayed <= 3'd4);
      assert (stays <= LONGEST);
      // one input step
      assert (!\u_dut.input_step_q );
      assert ((phase == EVENTS) == (state == 2'd0));
      assert ((phase == LEARNS) == (state == 2'd3));
      if (phase != PASSES) assert (!\u_dut.pass_q );
      if (phase == PASSES) assert (\u_dut.pass_q == second);
      if (ev_ready) assert (phase == EVENTS);
      if (phase != EVENTS) assert ({more, learn, label} == carried);
      if (launch) assert (phase == PASSES && launch_last == second && idle_i);
      assert (acc + settle + step <= 1);
      if (step || settle) assert (phase == PASSES);
      assert (image == (taken && ev_kind_i == LAST));
      assert (error_row == (taken && ev_kind_i == ROW && ev_data_i >= ROWS));
      assert (error_step == (taken && ev_kind_i != ROW && ev_kind_i != LAST));
      assert (error_label == (image && ev_data_i[4] && !ev_data_i[5] && !good));
      assert (insert == (taken && ev_kind_i == ROW && ev_data_i < ROWS && new_i));
    end
  end
endmodule

`default_nettype wire
