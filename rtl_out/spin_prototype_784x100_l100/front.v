// Generated: do not edit.
// spinloom 0.1.0, spec cb0586dde7e5d80f
// spinloom generate --preset mnist-sequence --array 784x100 --lanes 100 --seed 1
//
// scheme           prototype
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          6
// event_bits       10
// word_bits        16
// amplitude_codes  16
// group            10
// compartments     4
// drive_bits       14
// bias_bits        17
// wins_bits        7
// likelihood_bits  19
// soma_bits        21
// learn_score_bits 23
// infer_score_bits 23
// class_sum_bits   28
// sp               0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1
//                  1 2 2 3 4 5 6 8 10 13 16 20 25 30 37 44
//                  53 62 73 84 96 109 122 136 150 165 180 195 210 226 241 257
//                  273 289 305 320 336 352 368 384 400 416 432 448 464 480 496
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module front (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire ev_valid_i,
  output wire ev_ready_o,
  input  wire [1:0] ev_kind_i,
  input  wire [9:0] ev_data_i,
  input  wire host_busy_i,
  output wire boundary_o,
  output wire clear_o,
  output wire first_o,
  output wire insert_o,
  output wire [9:0] row_o,
  input  wire new_i,
  output wire replay_start_o,
  input  wire replay_valid_i,
  input  wire [9:0] replay_row_i,
  output wire replay_next_o,
  output wire acc_o,
  output wire acc_first_o,
  output wire [0:0] input_step_o,
  output reg  [9:0] issue_row_o,
  output wire [0:0] issue_pass_o,
  output wire settle_o,
  output wire step_o,
  output wire step_first_o,
  input  wire idle_i,
  output wire launch_o,
  output wire launch_last_o,
  output wire learn_o,
  output wire more_o,
  output wire [3:0] label_o,
  input  wire done_i,
  output wire event_o,
  output wire image_o,
  output wire error_row_o,
  output wire error_step_o,
  output wire error_label_o
);
  localparam [1:0] LOAD = 2'd0;
  localparam [1:0] STEP = 2'd1;
  localparam [1:0] REPLAY = 2'd2;
  localparam [1:0] WAIT = 2'd3;
  localparam [1:0] KIND_ROW = 2'd0;
  localparam [1:0] KIND_LAST = 2'd2;
  localparam [10:0] NUM_ROWS = 11'h310;
  localparam [9:0] BIAS_ROW = 10'd0;
  localparam [0:0] BIAS_ADDS = 1'b0;
  localparam [0:0] PASS_LAST = 1'b0;
  localparam [1:0] SLOT_FIRST = 2'd1;
  localparam [1:0] SLOT_LAST = 2'd2;
  localparam [0:0] STEP_LAST = 1'b0;
  localparam [0:0] PULSE_CODE = 1'b0;
  localparam [0:0] ONLY_INFERS = 1'b0;
  localparam [3:0] NUM_CLASSES = 4'ha;
  wire ready;
  wire accept;
  wire is_row;
  wire is_last;
  wire last_step;
  wire ends_step;
  wire shown;
  wire bias_slot;
  wire pass_end;
  reg  waits;
  wire row_in_range;
  wire label_in_range;
  wire wants_learning;
  wire insert;
  wire acc;
  wire stepping;
  wire settle;
  wire last_slot;
  wire launch;
  wire last_pass;
  reg  [1:0] state_d;
  reg  [1:0] state_q;
  reg  [1:0] slot_d;
  reg  [1:0] slot_q;
  reg  [0:0] input_step_d;
  reg  [0:0] input_step_q;
  reg  [0:0] pass_d;
  reg  [0:0] pass_q;
  reg  open_d;
  reg  open_q;
  reg  ended_d;
  reg  ended_q;
  reg  fresh_d;
  reg  fresh_q;
  reg  learn_d;
  reg  learn_q;
  reg  more_d;
  reg  more_q;
  reg  [3:0] label_d;
  reg  [3:0] label_q;

  assign ready = (state_q == LOAD) && (open_q || ~host_busy_i);
  assign ev_ready_o = ready;
  assign accept = ev_valid_i && ready;
  assign boundary_o = (state_q == LOAD) && ~open_q;
  assign is_row = ev_kind_i == KIND_ROW;
  assign is_last = ev_kind_i == KIND_LAST;
  assign row_in_range = {1'b0, ev_data_i} < NUM_ROWS;
  assign label_in_range = ev_data_i[3:0] < NUM_CLASSES;
  assign wants_learning = ev_data_i[4] && ~ev_data_i[5];
  assign insert = accept && is_row && row_in_range && new_i;
  assign clear_o = accept && ~open_q;
  assign first_o = ~open_q;
  assign insert_o = insert;
  assign event_o = insert;
  assign row_o = ev_data_i;
  assign image_o = accept && is_last;
  assign error_row_o = accept && is_row && ~row_in_range;
  assign last_step = input_step_q == STEP_LAST;
  assign input_step_o = input_step_q;
  assign ends_step = accept && ~is_row && ~is_last && ~last_step;
  assign error_step_o = accept && ~is_row && ~is_last && last_step;
  assign error_label_o = accept && is_last && wants_learning && (~label_in_range || ONLY_INFERS);
  assign shown = replay_valid_i && ~(PULSE_CODE && (pass_q == 1'b0));
  assign issue_pass_o = pass_q;
  assign replay_next_o = (state_q == REPLAY) && shown;
  assign bias_slot = (accept && is_last) || ends_step || ((state_q == REPLAY) && ~shown);
  assign acc = insert || bias_slot || (state_q == REPLAY);
  assign acc_o = acc && (BIAS_ADDS || insert || ((state_q == REPLAY) && shown));
  assign acc_first_o = acc && fresh_q;
  assign stepping = state_q == STEP;
  assign last_slot = slot_q == SLOT_LAST;
  assign last_pass = pass_q == PASS_LAST;
  assign pass_end = last_slot && last_step;
  assign launch = stepping && pass_end && idle_i;
  assign launch_o = launch;
  assign launch_last_o = last_pass;
  assign settle = stepping && (slot_q == 2'd0) && |SLOT_FIRST;
  assign settle_o = settle;
  assign step_o = stepping && ~settle && (~waits || idle_i);
  assign step_first_o = stepping && (slot_q == SLOT_FIRST) && (input_step_q == 1'b0);
  assign replay_start_o = bias_slot;
  assign learn_o = learn_q;
  assign more_o = more_q;
  assign label_o = label_q;

  always @* begin
    state_d = state_q;
    open_d = open_q;
    learn_d = learn_q;
    more_d = more_q;
    label_d = label_q;
    ended_d = ended_q;
    if (accept) begin
      open_d = 1'b1;
      ended_d = is_last;
      if (ends_step) begin
        state_d = STEP;
      end
      if (is_last) begin
        open_d = 1'b0;
        state_d = STEP;
        more_d = ev_data_i[5];
        learn_d = wants_learning && label_in_range && ~ONLY_INFERS;
        label_d = ev_data_i[3:0];
      end
    end
    slot_d = slot_q;
    if (stepping && ~last_slot && (~waits || idle_i)) begin
      slot_d = slot_q + 2'd1;
    end
    input_step_d = input_step_q;
    if (stepping && last_slot && ~last_step) begin
      slot_d = 2'd0;
      input_step_d = input_step_q + 1'b1;
      state_d = REPLAY;
      if ((pass_q == 1'b0) && ~ended_q) begin
        state_d = LOAD;
      end
    end
    pass_d = pass_q;
    fresh_d = fresh_q;
    if (acc) begin
      fresh_d = 1'b0;
    end
    if (launch) begin
      slot_d = 2'd0;
      input_step_d = 1'b0;
      fresh_d = 1'b1;
      if (last_pass) begin
        pass_d = 1'b0;
        state_d = LOAD;
        if (learn_q) begin
          state_d = WAIT;
        end
      end else begin
        pass_d = pass_q + 1'b1;
        state_d = REPLAY;
      end
    end
    if ((state_q == REPLAY) && ~shown) begin
      state_d = STEP;
    end
    if ((state_q == WAIT) && done_i) begin
      state_d = LOAD;
    end
  end

  always @* begin
    issue_row_o = BIAS_ROW;
    if (state_q == REPLAY) begin
      if (shown) begin
        issue_row_o = replay_row_i;
      end
    end else if (is_row) begin
      issue_row_o = ev_data_i;
    end
  end

  always @* begin
    waits = pass_end;
    if (ONLY_INFERS) begin
      waits = slot_q == 2'd0;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      state_q <= 2'd0;
      slot_q <= 2'd0;
      input_step_q <= 1'b0;
      pass_q <= 1'b0;
      open_q <= 1'b0;
      ended_q <= 1'b0;
      fresh_q <= 1'b1;
      learn_q <= 1'b0;
      more_q <= 1'b0;
      label_q <= 4'd0;
    end else begin
      state_q <= state_d;
      slot_q <= slot_d;
      input_step_q <= input_step_d;
      pass_q <= pass_d;
      open_q <= open_d;
      ended_q <= ended_d;
      fresh_q <= fresh_d;
      learn_q <= learn_d;
      more_q <= more_d;
      label_q <= label_d;
    end
  end
endmodule

`default_nettype wire
